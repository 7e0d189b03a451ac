"""The questions of a sign-up, one at a time, and the replies that carry them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions.answers.contacts import referral
from actions.answers.infosessions import describe
from actions.reply import Button, Outcome, Reply, TurnResult
from actions.services import Services
from actions.signup_details import Details
from actions.signup_sessions import Sessions, by_key
from actions.turn import Turn
from knowledge.catalog import employer_of
from knowledge.dates import format_moment
from knowledge.model import Vacancy

_YES_NO = (Button("Ja", "ja"), Button("Nee", "nee"))
_CONFIRM = (Button("Ja, schrijf me in", "ja"), Button("Nee", "nee"))
_PATIENCE = 3
"""After so many answers that were no e-mail address the candidate also gets the contact."""


def say(
    turn: Turn,
    services: Services,
    exchange: dict[str, Any] | None,
    name: str,
    outcome: Outcome,
    buttons: tuple[Button, ...] = (),
    /,
    **values: object,
) -> TurnResult:
    """One reply by the name of its text; `exchange` is what stays open."""
    return said(turn, exchange, services.texts(name, **values), outcome, buttons)


def said(turn: Turn, exchange: dict[str, Any] | None, text: str, outcome: Outcome, buttons: tuple[Button, ...] = ()) -> TurnResult:
    """One reply; `exchange` is what stays open."""
    vacancy = turn.state.vacancy if (exchange or {}).get("shared") else (exchange or {}).get("vacancy") or turn.state.vacancy
    state = replace(turn.state, vacancy=vacancy, exchange=exchange, misses=0)
    return TurnResult((Reply(text, "question" if outcome == "asking" else "answer", buttons),), outcome, state=state.as_json())


def ask_session(turn: Turn, services: Services, exchange: dict[str, Any], sessions: Sessions, lead: str = "") -> TurnResult:
    """Asks which of `sessions` is meant, or whether the only one is; `lead` goes before it."""
    shown = sessions[:6]
    buttons = tuple(Button(format_moment(fact.value.start), format_moment(fact.value.start)) for fact in shown)
    if len(shown) == 1:
        text, buttons = services.texts("signup_session_left", session=describe(shown[0].value)), _YES_NO
    else:
        text = services.texts("signup_session", sessions="\n".join(f"{number}. {describe(fact.value)}" for number, fact in enumerate(shown, 1)))
    return said(turn, {**exchange, "session": None, "asked": "sessie"}, f"{lead}\n{text}".strip(), "asking", buttons)


def ask_next(turn: Turn, services: Services, vacancy: Vacancy, exchange: dict[str, Any], told: Details, *, again: bool = False) -> TurnResult:
    """Takes over what was told and asks for the next thing. `again`: the last answer was not understood."""
    start = exchange.get("asked") in (None, "sessie")
    exchange = {**exchange, "name": told.name or exchange.get("name"), "email": told.email or exchange.get("email")}
    if told.email or told.suggestion:
        exchange["suggested"] = told.suggestion
    session = describe(by_key(vacancy, exchange["session"]))  # type: ignore[arg-type]
    if exchange.get("suggested"):
        given = told.email or told.invalid_email or exchange["email"]
        values = {"address": given, "likelier": exchange["suggested"]}
        return say(turn, services, {**exchange, "asked": "e-mail?"}, "signup_email_typo", "asking", _YES_NO, **values)
    if told.invalid_email:
        return _invalid(turn, services, vacancy, {**exchange, "asked": "e-mail"}, services.texts("signup_email_invalid", address=told.invalid_email))
    if exchange["name"] is None:
        name = "signup_start" if start else "signup_name_again" if again and exchange.get("asked") == "naam" else "signup_name"
        return said(turn, {**exchange, "asked": "naam"}, _full(services, vacancy, exchange) + services.texts(name, session=session), "asking")
    if exchange["email"] is None:
        if again and exchange.get("asked") == "e-mail":
            return _invalid(turn, services, vacancy, exchange, services.texts("signup_email_again"))
        lead = _full(services, vacancy, exchange) + services.texts("signup_chosen", session=session) + " " if start else ""
        return said(turn, {**exchange, "asked": "e-mail"}, lead + services.texts("signup_email", name=exchange["name"]), "asking")
    text = _full(services, vacancy, exchange) + summary(services, vacancy, exchange)
    return said(turn, {**exchange, "asked": "klopt", "tries": 0}, text, "asking", _CONFIRM)


def summary(services: Services, vacancy: Vacancy, exchange: dict[str, Any]) -> str:
    """What will be stored, for how long and for whom, and the question for consent."""
    session = by_key(vacancy, exchange["session"])
    values = {"session": describe(session) if session else "", "name": exchange["name"], "email": exchange["email"]}
    webinar = services.signups.rules.webinar(vacancy.document_id, str(exchange["session"]))
    values["passed_on"] = " " + services.texts("signup_passed_on") if webinar else ""
    rules = services.signups.rules
    return services.texts("signup_confirm", employer=employer_of(vacancy), days=rules.keep_days, privacy=f"{rules.links}/privacy", **values)


def prompt(services: Services, vacancy: Vacancy, exchange: dict[str, Any]) -> str | None:
    """The pending question in short; None when nothing is pending."""
    asked = exchange.get("asked")
    if asked == "klopt":
        session = by_key(vacancy, exchange["session"])
        values = {"session": describe(session) if session else "", "name": exchange["name"], "email": exchange["email"]}
        return services.texts("signup_confirm_again", **values)
    if asked == "e-mail?":
        return services.texts("signup_email_typo_again", likelier=exchange["suggested"])
    name = {"naam": "signup_name", "e-mail": "signup_email", "sessie": "signup_session_again"}.get(str(asked))
    return services.texts(name, name=exchange.get("name")) if name else None


def _full(services: Services, vacancy: Vacancy, exchange: dict[str, Any]) -> str:
    full = services.signups.full(vacancy.document_id, exchange["session"])
    return services.texts("signup_full") + "\n" if full else ""


def _invalid(turn: Turn, services: Services, vacancy: Vacancy, exchange: dict[str, Any], text: str) -> TurnResult:
    tries = int(exchange.get("tries") or 0) + 1
    who, _ = referral(vacancy, "ask_infosession")
    stuck = services.texts("signup_stuck", who=who) + " " if tries >= _PATIENCE and who else ""
    return said(turn, {**exchange, "tries": tries}, f"{text} {stuck}{services.texts('signup_email', name='')}", "asking")
