"""Signing up for an infosession in the chat: which session, name, e-mail address, summary, done. Nothing is written on a bare "ja".

Sessions that need no registration, or that are registered for elsewhere, are explained instead.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from actions import scope
from actions.answers.base import Ask, citations_of, source_line, sources
from actions.answers.contacts import referral
from actions.answers.infosessions import describe, is_over, matching, registration
from actions.reply import Button, Outcome, Reply, TurnResult
from actions.services import Services
from actions.signup_details import Details, details
from actions.signups.store import Signup, session_key
from actions.turn import State, Turn
from knowledge.catalog import passed
from knowledge.dates import format_moment
from knowledge.model import Fact, Infosession, Vacancy

_GO_ON = re.compile(r"\b(?:doe (?:maar )?(?:voort|verder)|ga (?:maar )?(?:voort|verder)|verder|vervolg|doorgaan|ok|oke|ja|goed)\b", re.IGNORECASE)
_CONFIRM = re.compile(r"^\W*(?:ja|jawel|jep|yep|yes|oui|ok|oke|oké|okee|klopt|juist|correct|bevestig|in orde|prima|goed|perfect|akkoord|zeker|graag|tuurlijk|doe maar)\b", re.IGNORECASE)
_STOP = re.compile(r"\b(?:annuleer|annuleren|laat maar|stop|niet meer|toch niet|vergeet het|cancel|hoeft niet|nevermind|never mind|laat zitten)\b", re.IGNORECASE)
_ORDINAL = (r"\beerste\b|\b1e\b|\b1ste\b|\bfirst\b|premi", r"\btweede\b|\b2e\b|\b2de\b|\bsecond\b|deuxi", r"\bderde\b|\b3e\b|\b3de\b|\bthird\b|troisi")


def begin(turn: Turn, services: Services) -> TurnResult:
    """Starts a sign-up, or explains why none is needed or possible; cancels an earlier one when that is asked."""
    from actions.conversation import ask_which  # the capabilities call one another

    found = scope.resolve(turn, services.snapshot)
    if turn.intent == "cancel_signup":
        return _cancel(turn, services, found.vacancy)
    if found.vacancy is None:
        return ask_which(turn, services, found.candidates, capability="signup")
    vacancy = found.vacancy
    ask = _ask(turn, vacancy, services)
    if not vacancy.infosessions:
        return _explain(turn, services, vacancy, _none_text(ask), (), "not_in_bundle")
    chosen = matching(turn.text, vacancy.infosessions, ask)
    coming = [fact for fact in chosen if not is_over(fact.value, ask) and fact.value.status != "cancelled"]
    if not coming:
        return _explain(turn, services, vacancy, "\n".join(_gone(fact, ask) for fact in chosen), chosen)
    open_for_chat = [fact for fact in coming if _takes_signups(fact.value, ask)]
    if not open_for_chat:
        return _explain(turn, services, vacancy, "\n".join(_elsewhere(fact, ask) for fact in coming), tuple(coming))
    exchange: dict[str, Any] = {"kind": "signup", "vacancy": vacancy.id, "session": None, "name": None, "email": None, "asked": None}
    if len(open_for_chat) == 1:
        exchange["session"] = session_key(open_for_chat[0].value)
    return _advance(turn, services, vacancy, exchange, details(turn.text))


def proceed(turn: Turn, services: Services) -> TurnResult | None:
    """The next step of an open sign-up; None when the message asks something else."""
    exchange = dict(turn.state.exchange or {})
    vacancy = services.snapshot.entries.get(str(exchange.get("vacancy")))
    if vacancy is None:
        return None
    told = details(turn.text, asked=exchange.get("asked"))
    if _STOP.search(turn.text) and not told.email:
        return _stopped(turn, services)
    if turn.intent in ("signup_infosession", "cancel_signup") and exchange.get("asked") != "sessie" and not (told.email or told.invalid_email):
        return begin(replace(turn, state=replace(turn.state, exchange=None)), services) if turn.intent == "cancel_signup" else _restart(turn, services, vacancy, exchange)
    if exchange.get("asked") == "sessie" and (session := _chosen(turn, vacancy, services)):
        exchange["session"] = session
        return _advance(turn, services, vacancy, exchange, told)
    if told.email or told.invalid_email:
        return _advance(turn, services, vacancy, exchange, told)
    if _is_question(turn):
        return None
    if exchange.get("asked") == "e-mail?" and turn.intent == "deny":
        return _advance(turn, services, vacancy, {**exchange, "suggested": None, "asked": "klopt"}, Details())
    if exchange.get("asked") == "e-mail?" and _CONFIRM.match(turn.text):
        return _advance(turn, services, vacancy, {**exchange, "email": exchange["suggested"], "suggested": None}, Details())
    if exchange.get("asked") == "klopt" and _CONFIRM.match(turn.text) and not told.name:
        return _store(turn, services, vacancy, exchange)
    if exchange.get("asked") == "klopt" and turn.intent == "deny" and not told.name:
        return _say(turn, services, exchange, "signup_what_is_wrong", "asking")
    if told.name and (exchange.get("asked") in ("naam", "klopt") or exchange.get("name") is None or re.search(r"naam|heet", turn.text, re.IGNORECASE)):
        return _advance(turn, services, vacancy, exchange, told)
    return _advance(turn, services, vacancy, exchange, Details(), again=not _GO_ON.search(turn.text))


def reminder(state: State, services: Services) -> Reply | None:
    """The pending question of an open sign-up once more, after a question in between."""
    exchange = state.exchange or {}
    name = {"naam": "signup_name", "e-mail": "signup_email", "klopt": "signup_confirm_again", "sessie": "signup_session_again"}.get(str(exchange.get("asked")))
    return Reply(services.texts("signup_back") + " " + services.texts(name), "question") if name else None


def _ask(turn: Turn, vacancy: Vacancy, services: Services) -> Ask:
    document = services.snapshot.document(vacancy)
    return Ask(turn.text, "signup_infosession", vacancy, document, services.now, services.texts, services.searcher, turn.state)


def _is_question(turn: Turn) -> bool:
    sure = turn.segments[0].confidence > 0.45
    asks = turn.intent.startswith("ask_") or turn.intent in ("request_person", "check_eligibility", "erase_conversation", "thank", "greet")
    return asks and (sure or turn.text.strip().endswith("?"))


def _takes_signups(session: Infosession, ask: Ask) -> bool:
    """Whether the bot signs up itself: for bundles that ask for an e-mail, while it is possible."""
    deadline = session.signup_deadline
    return session.signup_how == "email" and not (deadline and passed(deadline.date, deadline.time, ask.now))


def _gone(fact: Fact[Infosession], ask: Ask) -> str:
    name = "session_cancelled" if fact.value.status == "cancelled" else "session_past"
    return ask.texts(name, session=describe(fact.value))


def _elsewhere(fact: Fact[Infosession], ask: Ask) -> str:
    session = fact.value
    how = registration(session, ask)
    if not how:
        who, _ = referral(ask.vacancy, "ask_infosession")
        how = ask.texts("signup_way_unknown") + (" " + ask.texts("ask_person", who=who) if who else "")
    return f"{how}\n{ask.texts('session_planned', session=describe(session))}"


def _none_text(ask: Ask) -> str:
    who, _ = referral(ask.vacancy, "ask_infosession")
    return ask.texts("session_none") + (" " + ask.texts("ask_person", who=who) if who else "")


def _explain(
    turn: Turn, services: Services, vacancy: Vacancy, text: str, facts: tuple[Fact[Infosession], ...], outcome: Outcome = "answered"
) -> TurnResult:
    cited = citations_of(facts)
    line = source_line(vacancy, cited, services.texts)
    state = replace(turn.state, vacancy=vacancy.id, topic="ask_infosession", question=turn.text[:200], exchange=None, misses=0)
    return TurnResult((Reply(f"{text}\n{line}".strip(), sources=sources(vacancy, cited)),), outcome, state=state.as_json())


def _sessions(vacancy: Vacancy, services: Services) -> list[Infosession]:
    return [
        fact.value
        for fact in vacancy.infosessions
        if fact.value.signup_how == "email" and fact.value.status != "cancelled" and not passed(fact.value.start.date, fact.value.start.time, services.now)
    ]


def _chosen(turn: Turn, vacancy: Vacancy, services: Services) -> str | None:
    """The key of the session that an answer to "welke sessie?" points at."""
    coming = _sessions(vacancy, services)
    for number, pattern in enumerate(_ORDINAL[: len(coming)]):
        if re.search(pattern, turn.text, re.IGNORECASE):
            return session_key(coming[number])
    facts = tuple(fact for fact in vacancy.infosessions if fact.value in coming)
    hits = matching(turn.text, facts, _ask(turn, vacancy, services))
    return session_key(hits[0].value) if len(hits) == 1 else None


def _restart(turn: Turn, services: Services, vacancy: Vacancy, exchange: dict[str, Any]) -> TurnResult:
    """ "Schrijf me in voor de andere" in the middle: another session, the same person."""
    session = _chosen(turn, vacancy, services)
    return _advance(turn, services, vacancy, {**exchange, "session": session or exchange.get("session")}, details(turn.text))


def _advance(turn: Turn, services: Services, vacancy: Vacancy, exchange: dict[str, Any], told: Details, *, again: bool = False) -> TurnResult:
    """Takes over what was told and asks for the next thing, one at a time."""
    exchange = {**exchange, "name": told.name or exchange.get("name"), "email": told.email or exchange.get("email")}
    if told.email:
        exchange["suggested"] = told.suggestion
    if exchange.get("session") is None:
        sessions = _sessions(vacancy, services)
        lines = "\n".join(f"{number}. {describe(session)}" for number, session in enumerate(sessions, 1))
        buttons = tuple(Button(format_moment(session.start), format_moment(session.start)) for session in sessions)
        return _say(turn, services, {**exchange, "asked": "sessie"}, "signup_session", "asking", buttons, sessions=lines)
    if told.invalid_email:
        return _say(turn, services, {**exchange, "asked": "e-mail"}, "signup_email_invalid", "asking", address=told.invalid_email)
    if exchange["name"] is None:
        start = exchange.get("asked") is None
        session = describe(_session(vacancy, exchange))
        return _say(turn, services, {**exchange, "asked": "naam"}, "signup_start" if start else "signup_name", "asking", session=session)
    if exchange["email"] is None:
        return _say(turn, services, {**exchange, "asked": "e-mail"}, "signup_email_again" if again else "signup_email", "asking", name=exchange["name"])
    if exchange.get("suggested"):
        buttons = (Button("Ja", "ja"), Button("Nee", "nee"))
        return _say(turn, services, {**exchange, "asked": "e-mail?"}, "signup_email_typo", "asking", buttons, address=exchange["email"], likelier=exchange["suggested"])
    buttons = (Button("Ja, schrijf me in", "ja"), Button("Nee", "nee"))
    values = {"session": describe(_session(vacancy, exchange)), "name": exchange["name"], "email": exchange["email"]}
    return _say(turn, services, {**exchange, "asked": "klopt"}, "signup_confirm", "asking", buttons, **values)


def _session(vacancy: Vacancy, exchange: dict[str, Any]) -> Infosession:
    return next(fact.value for fact in vacancy.infosessions if session_key(fact.value) == exchange["session"])


def _say(
    turn: Turn, services: Services, exchange: dict[str, Any] | None, name: str, outcome: Outcome, buttons: tuple[Button, ...] = (), **values: object
) -> TurnResult:
    vacancy = (exchange or {}).get("vacancy") or turn.state.vacancy
    state = replace(turn.state, vacancy=vacancy, exchange=exchange, misses=0)
    return TurnResult((Reply(services.texts(name, **values), "question" if outcome == "asking" else "answer", buttons),), outcome, state=state.as_json())


def _store(turn: Turn, services: Services, vacancy: Vacancy, exchange: dict[str, Any]) -> TurnResult:
    session = _session(vacancy, exchange)
    if passed(session.start.date, session.start.time, services.now):
        return _say(turn, services, None, "session_past", "answered", session=describe(session))
    signup, new = services.signups.register(
        vacancy=vacancy.id, session=session_key(session), name=exchange["name"], email=exchange["email"], conversation=turn.conversation
    )
    values = {"session": describe(session), "name": signup.name, "email": signup.email, "reference": signup.reference}
    done = {"kind": "signed_up", "vacancy": vacancy.id, "number": signup.number}
    return _say(turn, services, done, "signup_done" if new else "signup_twice", "answered", **values)


def corrected(turn: Turn, services: Services) -> TurnResult | None:
    """A correction of name or address right after a sign-up changes the stored one; anything else is None."""
    exchange = turn.state.exchange or {}
    vacancy = services.snapshot.entries.get(str(exchange.get("vacancy")))
    made = [item for item in services.signups.of_conversation(turn.conversation) if item.number == exchange.get("number")]
    if vacancy is None or not made:
        return None
    told = details(turn.text)
    if told.invalid_email and not told.email:
        return _say(turn, services, dict(exchange), "signup_email_invalid", "asking", address=told.invalid_email)
    if not (told.email or (told.name and re.search(r"naam|heet", turn.text, re.IGNORECASE))):
        if _CONFIRM.match(turn.text) and len(turn.text) < 40:
            return _say(turn, services, dict(exchange), "signup_all_set", "answered", email=made[0].email)
        return None
    changed: Signup = services.signups.change(made[0].number, name=told.name or made[0].name, email=told.email or made[0].email)
    return _say(turn, services, dict(exchange), "signup_changed", "answered", name=changed.name, email=changed.email)


def _cancel(turn: Turn, services: Services, vacancy: Vacancy | None) -> TurnResult:
    made = services.signups.of_conversation(turn.conversation, vacancy.id if vacancy else None)
    if not made:
        return _say(turn, services, None, "signup_cancel_unknown", "answered")
    for signup in made:
        services.signups.cancel(signup.number)
    return _say(turn, services, None, "signup_cancelled", "answered", count=len(made))


def _stopped(turn: Turn, services: Services) -> TurnResult:
    return _say(turn, services, None, "signup_stopped", "answered")
