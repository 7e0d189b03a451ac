"""Which infosession a candidate means, and what there is to say where the bot takes no sign-up itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from actions.answers import infosessions
from actions.answers.base import Ask, citations_of, source_line, sources
from actions.answers.contacts import referral
from actions.answers.infosessions import describe, is_over, matching, registration
from actions.reply import Reply, TurnResult
from actions.services import Services
from actions.signup_words import picked
from actions.signups.session import session_key
from actions.turn import Turn
from actions.vacancy_choice import fold, words
from knowledge.catalog import passed
from knowledge.dates import find_moments, format_date, format_moment
from knowledge.model import Fact, Infosession, Vacancy

Sessions = tuple[Fact[Infosession], ...]

# "Waar is dat?" in the middle of a sign-up is about the session, whatever it is taken for, unless it names something else.
_ELSE = re.compile(
    r"sollicit|kandida|vacature|\bjob|functie|\bproef|\bproeven|\btests?\b|examen|contract|\bwerk|uitslag|start|begin ik|bel|mail|reserve"
)
_ITS = re.compile(r"\b(?:die|dat|da|dit|het|t|daar|er|it|that|ca|cela|sessie|infosessie|infomoment)\b")
_PLACE_OR_TIME = re.compile(
    r"\bwaar\b|\bhoe ?laat\b|\bhoe ?lang\b|\bwanneer\b|\bwelk uur\b|\badres\b|\bwelke zaal\b"
    r"|\bwhere\b|\bwhen\b|what time|how long|\bou\b|\bquand\b"
)
_HOUR = re.compile(r"\b(\d{1,2}) ?(?:u\b|u\d\d|uur|[:h]\d\d|\.\d\d ?u)")
_PARTS = (
    (re.compile(r"voormiddag|ochtend|morgens|matin|morning"), 6, 12),
    (re.compile(r"(?<!voor)middag|apres-midi|afternoon"), 12, 17),
    (re.compile(r"avond(?!d)|\bsoir|evening"), 17, 24),
)


@dataclass(frozen=True, slots=True)
class Planned:
    """The sessions of a vacancy at one moment, for one message."""

    ask: Ask
    sessions: Sessions

    @classmethod
    def of(cls, turn: Turn, services: Services, vacancy: Vacancy) -> Planned:
        """The vacancy's sessions as this turn sees them."""
        document = services.snapshot.document(vacancy)
        ask = Ask(turn.text, "signup_infosession", vacancy, document, services.now, services.texts, services.searcher, turn.state)
        return cls(ask, vacancy.infosessions)

    @property
    def coming(self) -> Sessions:
        """Those that still take place."""
        return tuple(fact for fact in self.sessions if not is_over(fact.value, self.ask) and fact.value.status not in ("cancelled", "full"))

    def meant(self, current: str | None = None) -> Sessions:
        """The sessions that the words point at, past ones included; () when the words point at none in particular."""
        coming = self.coming
        number = picked(self.ask.text, len(coming), next((i for i, fact in enumerate(coming) if session_key(fact.value) == current), None))
        if number is not None and len(coming) > 1:
            return (coming[number],)
        chosen = matching(self.ask.text, self.sessions, self.ask)
        if len(chosen) > 1:
            chosen = self._at_hour(chosen) or chosen
        if len(chosen) == len(self.sessions):
            return ()
        return tuple(fact for fact in chosen if fact in coming) or chosen

    def _at_hour(self, among: Sessions) -> Sessions:
        """Those that an hour or a part of the day points at ("die van 19 uur", "de avondsessie")."""
        folded = fold(self.ask.text)
        hours = {int(hour) for hour in _HOUR.findall(folded)}
        parts = [] if hours else [range(low, high) for pattern, low, high in _PARTS if pattern.search(folded)]
        return tuple(
            fact for fact in among if (start := fact.value.start.time) and (start.hour in hours or any(start.hour in part for part in parts))
        )

    def names_a_day(self) -> bool:
        """Whether the words name the day of a coming session."""
        days = {found.moment.date for found in find_moments(self.ask.text, reference=self.ask.now.date(), anchors=())}
        return any(fact.value.start.date in days for fact in self.coming)

    def other_day(self) -> str | None:
        """A day that the words name and on which no session is ('10 december'); None when they name none or a right one."""
        days = [found.moment.date for found in find_moments(self.ask.text, reference=self.ask.now.date(), anchors=())]
        planned = {(fact.value.start.date.month, fact.value.start.date.day) for fact in self.sessions}
        if not days or any((day.month, day.day) in planned for day in days):
            return None
        return format_date(days[0])


def answer_about(turn: Turn, services: Services, vacancy: Vacancy, key: object) -> Reply | None:
    """The answer to a question about the chosen session ("waar is dat ergens?"); None when something else is asked or the bundle is silent."""
    chosen = tuple(fact for fact in vacancy.infosessions if session_key(fact.value) == key)
    folded, intent = fold(turn.text), turn.intent
    near = len(words(folded)) <= 8 and _ITS.search(folded) and _PLACE_OR_TIME.search(folded) and not _ELSE.search(folded)
    about = intent == "ask_infosession" or near
    if not chosen or not about or Planned.of(turn, services, vacancy).meant() not in ((), chosen):
        return None
    answer = infosessions.answer(Planned.of(turn, services, replace(vacancy, infosessions=chosen)).ask)
    if answer is None:
        return None
    line = source_line(vacancy, answer.citations, services.texts)
    return Reply(f"{answer.text}\n{line}", sources=sources(vacancy, answer.citations))


def by_key(vacancy: Vacancy, key: object) -> Infosession | None:
    """The session with this key; None when the bundle doesn't hold it (any more)."""
    return next((fact.value for fact in vacancy.infosessions if session_key(fact.value) == key), None)


def registration_over(session: Infosession, services: Services) -> bool:
    """Whether the last day to sign up is past."""
    deadline = session.signup_deadline
    return deadline is not None and passed(deadline.date, deadline.time, services.now)


def taken_here(session: Infosession, services: Services) -> bool:
    """Whether the bot takes the sign-up: where the bundle asks for an e-mail, or everywhere when the installation says so."""
    if session.signup_how == "none" or session.status == "full" or registration_over(session, services):
        return False
    return session.signup_how == "email" or services.signups.rules.everywhere


def explained(turn: Turn, services: Services, vacancy: Vacancy, text: str, facts: Sessions) -> TurnResult:
    """An answer about sessions with its source; an open sign-up ends."""
    cited = citations_of(facts)
    line = source_line(vacancy, cited, services.texts)
    state = replace(turn.state, vacancy=vacancy.id, topic="ask_infosession", question=turn.text[:200], exchange=None, misses=0)
    return TurnResult((Reply(f"{text}\n{line}".strip(), sources=sources(vacancy, cited)),), "answered", state=state.as_json())


def none_planned(ask: Ask) -> str:
    """The bundle tells of no infosession; who may know."""
    return " ".join([ask.texts("session_none"), *_who(ask)])


def not_here(planned: Planned, facts: Sessions, services: Services) -> str:
    """Why the bot signs nobody up for these sessions, and what to do instead."""
    return "\n".join(dict.fromkeys(_not_here(planned.ask, fact.value, services) for fact in facts))


def _not_here(ask: Ask, session: Infosession, services: Services) -> str:
    what = describe(session)
    if session.status == "cancelled":
        return ask.texts("session_cancelled", session=what)
    if is_over(session, ask):
        return ask.texts("session_past", session=what)
    if session.status == "full":
        return " ".join([ask.texts("session_full", session=what), *_who(ask)])
    if session.signup_how != "none" and session.signup_deadline and registration_over(session, services):
        closed = ask.texts("signup_over", session=what, date=format_moment(session.signup_deadline))
        return " ".join([closed, *_who(ask)])
    how = registration(session, ask) or " ".join([ask.texts("signup_way_unknown"), *_who(ask)])
    return f"{how}\n{ask.texts('session_planned', session=what)}"


def _who(ask: Ask) -> list[str]:
    who, _ = referral(ask.vacancy, "ask_infosession")
    return [ask.texts("ask_person", who=who)] if who else []
