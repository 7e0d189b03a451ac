"""Signing up for an infosession in the chat: which session, name, e-mail address, summary, done. Nothing is written on a bare "ja".

The open exchange lives in the dialogue state: {"kind": "signup", "vacancy", "session", "name", "email", "suggested", "asked", "tries"};
`asked` is what the bot asked last: "sessie", "naam", "e-mail", "e-mail?" (a likelier address), "klopt" (the summary) or "afmelden".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from actions import privacy, scope
from actions.answers.infosessions import another_date
from actions.reply import Reply, TurnResult
from actions.services import Services
from actions.signup_after import answer_cancel, cancel, corrected, store, twice
from actions.signup_details import Details
from actions.signup_questions import ERASE, NUMBER_ASKED, asks_something, beside, split, told_in
from actions.signup_sessions import Planned, Sessions, answer_about, by_key, explained, none_planned, not_here, taken_here
from actions.signup_steps import ask_next, ask_session, prompt, say
from actions.signup_words import (
    changes_mind,
    has_no_email,
    refuses_keeping,
    says_go_on,
    says_no,
    says_same,
    says_stop,
    says_wait,
    says_yes,
    wants_both,
    wrong_part,
)
from actions.signups.session import session_key
from actions.turn import Segment, State, Turn
from knowledge.model import Vacancy

__all__ = ["begin", "corrected", "proceed", "reminder"]

_SOMEBODY_ELSE = re.compile(
    r"\b(?:vriend\w*|collega\w*|zus\w*|broer\w*|partner|man|vrouw|dochter|zoon|iemand anders|ander persoon|nog iemand|friend|colleague|ami\w*)\b",
    re.IGNORECASE,
)


def begin(turn: Turn, services: Services) -> TurnResult:
    """Starts a sign-up, or explains why none is needed or possible; cancels an earlier one when that is asked."""
    from actions.conversation import ask_which  # the capabilities call one another

    if turn.intent == "cancel_signup":
        return cancel(turn, services)
    found = scope.resolve(turn, services.snapshot)
    shared = _shared(turn, services, found.candidates)
    vacancy = found.vacancy or shared
    if vacancy is None:
        return ask_which(turn, services, found.candidates, capability="signup")
    own, asked = split(turn)
    result = beside(asked, services, _start(own, services, vacancy, {"shared": True} if shared else {}))
    if shared and result.state:  # the functions differ in everything else: none of them comes into focus
        result = replace(result, state={**result.state, "vacancy": turn.state.vacancy})
    return result


def _shared(turn: Turn, services: Services, candidates: tuple[str, ...]) -> Vacancy | None:
    """The first function of the page's bundle when its functions have the same sessions: then it doesn't matter which one is meant."""
    functions = [services.snapshot.entries[id] for id in candidates] if turn.page_vacancy else []
    keys = {tuple(session_key(fact.value) for fact in function.infosessions) for function in functions}
    return functions[0] if len(keys) == 1 else None


def _start(turn: Turn, services: Services, vacancy: Vacancy, person: dict[str, Any]) -> TurnResult:
    planned = Planned.of(turn, services, vacancy)
    if not planned.sessions:
        return explained(turn, services, vacancy, none_planned(planned.ask), ())
    coming, meant = planned.coming, planned.meant() or _same(turn, services, planned)
    exchange: dict[str, Any] = {"kind": "signup", "vacancy": vacancy.id, "session": None, "name": None, "email": None, "asked": None} | person
    chosen = tuple(fact for fact in meant or coming if fact in coming)
    here = tuple(fact for fact in chosen if taken_here(fact.value, services))
    lead, said = "", None
    if meant and not chosen:
        lead, here = not_here(planned, meant, services), tuple(fact for fact in coming if taken_here(fact.value, services))
    elif not meant and (day := planned.other_day()):
        said = another_date(planned.ask)
        lead = said.text if said else services.texts("signup_other_day", day=day)
    if not here:
        about = chosen or meant or planned.sessions
        text = "\n".join([*([said.text] if said else []), not_here(planned, about, services)])
        return explained(turn, services, vacancy, text, about)
    if len(chosen) != 1 or lead:
        return ask_session(turn, services, exchange, chosen or coming, lead)
    return _begin_with(turn, services, vacancy, {**exchange, "session": session_key(chosen[0].value)})


def _same(turn: Turn, services: Services, planned: Planned) -> Sessions:
    """The session of the conversation's last sign-up, when the words mean that one ("schrijf mijn collega in voor diezelfde sessie")."""
    made = services.signups.of_conversation(turn.conversation) if says_same(turn.text) else []
    return tuple(fact for fact in planned.coming if made and session_key(fact.value) == made[-1].session)


def _begin_with(turn: Turn, services: Services, vacancy: Vacancy, exchange: dict[str, Any]) -> TurnResult:
    """The session is clear: somebody who signed up in this conversation needs not tell everything again."""
    told = told_in(turn, vacancy, exchange)
    made = services.signups.of_conversation(turn.conversation)
    if made and not told and not exchange["name"] and not _SOMEBODY_ELSE.search(turn.text):
        last = made[-1]
        same = next((item for item in made if (item.bundle, item.session) == (vacancy.document_id, exchange["session"])), None)
        if same is not None:
            done = {"kind": "signed_up", "vacancy": vacancy.id, "shared": exchange.get("shared"), "number": same.number}
            return say(turn, services, done, *twice(same), session=same.text, reference=same.reference, email=same.email)
        exchange |= {"name": last.name, "email": last.email}
    return ask_next(turn, services, vacancy, exchange, told)


def proceed(turn: Turn, services: Services) -> TurnResult | None:
    """The next step of an open sign-up; None when the message asks something else."""
    exchange = dict(turn.state.exchange or {})
    vacancy = services.snapshot.entries.get(str(exchange.get("vacancy")))
    if exchange.get("asked") == "afmelden":
        return answer_cancel(turn, services, exchange)
    if vacancy is None or (exchange.get("session") and by_key(vacancy, exchange["session"]) is None):
        return say(turn, services, None, "signup_session_gone", "answered")
    own, asked = split(turn)
    if asks_something(own, vacancy, exchange):
        return _about_session(own, services, vacancy, exchange)
    result = _step(own, services, vacancy, exchange)
    return beside(asked, services, result)


def reminder(state: State, services: Services) -> Reply | None:
    """The pending question of an open sign-up once more, after a question in between."""
    exchange = state.exchange or {}
    vacancy = services.snapshot.entries.get(str(exchange.get("vacancy")))
    text = prompt(services, vacancy, exchange) if exchange.get("kind") == "signup" and vacancy else None
    return Reply(services.texts("signup_back") + " " + text, "question") if text else None


def _step(turn: Turn, services: Services, vacancy: Vacancy, exchange: dict[str, Any]) -> TurnResult:
    """The answer to a message that belongs to the sign-up."""
    asked = exchange.get("asked")
    told = told_in(turn, vacancy, exchange)
    planned = Planned.of(turn, services, vacancy)
    moved = _other_session(turn, planned, exchange)
    if _stops(turn, told) and not moved:
        return _stopped(turn, services)
    if (elsewhere := _elsewhere(turn, services, vacancy)) is not None:
        return _start(turn, services, elsewhere, {"name": exchange.get("name"), "email": exchange.get("email")})
    if NUMBER_ASKED.search(turn.text) and not told.email:
        return _again(turn, services, vacancy, exchange, "signup_only_these")
    if says_wait(turn.text) and not told:
        return _again(turn, services, vacancy, exchange, "signup_wait")
    if asked == "sessie" or moved:
        return _take_session(turn, services, vacancy, exchange, planned, moved, told)
    if asked == "e-mail?" and not told.email and (settled := _settle_address(turn, services, vacancy, exchange)):
        return settled
    sure = turn.intent in ("affirm", "signup_infosession") and turn.segments[0].confidence > 0.6
    if asked == "klopt" and not told and says_yes(_first(turn), sure=sure):
        return store(turn, services, vacancy, exchange)
    if asked in ("e-mail", "klopt", "naam") and not told and has_no_email(turn.text):
        return say(turn, services, None, "signup_no_email", "answered", who=_who(vacancy, services))
    if told:
        return ask_next(turn, services, vacancy, exchange, told)
    return _not_told(turn, services, vacancy, exchange)


def _not_told(turn: Turn, services: Services, vacancy: Vacancy, exchange: dict[str, Any]) -> TurnResult:
    """Nothing that was asked for is in the message: what is wrong, why it is asked, or the question again."""
    asked = exchange.get("asked")
    no = turn.intent == "deny" or says_no(turn.text)
    if asked == "klopt" and (part := wrong_part(turn.text)):
        if part == "sessie":
            return ask_session(turn, services, {**exchange, "session": None}, Planned.of(turn, services, vacancy).coming)
        return ask_next(turn, services, vacancy, {**exchange, {"e-mail": "email", "naam": "name"}[part]: None, "asked": "klopt"}, Details())
    if asked == "klopt" and no:
        return say(turn, services, exchange, "signup_what_is_wrong", "asking")
    if no and asked in ("naam", "e-mail"):
        return _again(turn, services, vacancy, exchange, "signup_why")
    return ask_next(turn, services, vacancy, exchange, Details(), again=not says_go_on(turn.text))


def _take_session(
    turn: Turn, services: Services, vacancy: Vacancy, exchange: dict[str, Any], planned: Planned, moved: Sessions, told: Details
) -> TurnResult:
    """The answer to "welke sessie?", or another session than before."""
    coming = planned.coming
    only = coming if len(coming) == 1 and (says_yes(turn.text, sure=turn.intent == "affirm") or planned.names_a_day()) else ()
    chosen = moved or only or planned.meant()
    if len(coming) == 1 and says_no(turn.text):
        return _stopped(turn, services)
    if wants_both(turn.text):
        return ask_session(turn, services, exchange, coming, services.texts("signup_one_at_a_time"))
    here = [fact for fact in chosen if taken_here(fact.value, services) and fact in coming]
    if len(here) == 1:
        # Another session than before is said like the first one.
        return _begin_with(turn, services, vacancy, {**exchange, "session": session_key(here[0].value), "asked": "sessie"})
    if chosen and not here:
        left = tuple(fact for fact in coming if taken_here(fact.value, services))
        why = not_here(planned, chosen, services)
        return ask_session(turn, services, exchange, left, why) if left else explained(turn, services, vacancy, why, chosen)
    day = planned.other_day()
    lead = services.texts("signup_other_day", day=day) if day else services.texts("signup_session_unclear")
    kept = {**exchange, "name": told.name or exchange.get("name"), "email": told.email or exchange.get("email")}
    return ask_session(turn, services, kept, tuple(here) or coming, "" if says_go_on(turn.text) else lead)


def _other_session(turn: Turn, planned: Planned, exchange: dict[str, Any]) -> Sessions:
    """Another session than the chosen one, when the message plainly changes its mind."""
    if exchange.get("session") is None or len(planned.sessions) < 2:
        return ()
    if turn.intent != "signup_infosession" and (exchange.get("asked") == "naam" or not changes_mind(turn.text)):
        return ()
    meant = planned.meant(exchange["session"])
    return meant if len(meant) == 1 and session_key(meant[0].value) != exchange["session"] else ()


def _settle_address(turn: Turn, services: Services, vacancy: Vacancy, exchange: dict[str, Any]) -> TurnResult | None:
    """Yes or no to a likelier address; after a no to a repaired one the address is asked again."""
    settled = {**exchange, "suggested": None, "asked": "e-mail"}
    if says_yes(turn.text, sure=turn.intent == "affirm"):
        return ask_next(turn, services, vacancy, {**settled, "email": exchange["suggested"]}, Details())
    if says_no(turn.text) or turn.intent == "deny":
        return ask_next(turn, services, vacancy, settled, Details())
    return None


def _first(turn: Turn) -> str:
    return turn.segments[0].text if len(turn.segments) > 1 else turn.text


def _about_session(turn: Turn, services: Services, vacancy: Vacancy, exchange: dict[str, Any]) -> TurnResult | None:
    """The answer to "waar is dat?" about the session that the candidate is signing up for; None for any other question."""
    about = answer_about(turn, services, vacancy, exchange.get("session"))
    again = reminder(turn.state, services)
    if about is None or again is None:
        return None
    return TurnResult((about, again), "answered", state=replace(turn.state, misses=0).as_json())


def _elsewhere(turn: Turn, services: Services, vacancy: Vacancy) -> Vacancy | None:
    """Another vacancy whose infosession is asked for in the middle of this sign-up."""
    if turn.intent != "signup_infosession":
        return None
    found = scope.resolve(replace(turn, state=replace(turn.state, vacancy=vacancy.id)), services.snapshot)
    return found.vacancy if found.named and found.vacancy and found.vacancy.id != vacancy.id else None


def _stops(turn: Turn, told: Details) -> bool:
    if told.email or told.invalid_email:
        return False
    if says_stop(turn.text) or refuses_keeping(turn.text):
        return True
    sure = turn.segments[0].confidence > 0.6 and "?" not in turn.text and not told.name
    return sure and turn.intent in ("stop", "cancel_signup") and not says_go_on(turn.text)


def _stopped(turn: Turn, services: Services) -> TurnResult:
    stopped = say(turn, services, None, "signup_stopped", "answered")
    meant = any(item.intent == "erase_conversation" for item in turn.segments) and not refuses_keeping(turn.text)
    if not (ERASE.search(turn.text) or meant):
        return stopped
    erase = replace(turn, segments=(Segment(turn.text, "erase_conversation", 1.0),), state=State.from_json(stopped.state))
    asked = privacy.answer(erase, services)
    return replace(asked, replies=(*stopped.replies, *asked.replies))


def _again(turn: Turn, services: Services, vacancy: Vacancy, exchange: dict[str, Any], name: str) -> TurnResult:
    """A remark with the pending question behind it."""
    text = services.texts(name) + " " + (prompt(services, vacancy, exchange) or "")
    state = replace(turn.state, exchange=exchange, misses=0)
    return TurnResult((Reply(text.strip(), "question"),), "asking", state=state.as_json())


def _who(vacancy: Vacancy, services: Services) -> str:
    from actions.answers.contacts import referral

    return referral(vacancy, "ask_infosession")[0] or services.texts("signup_contact")
