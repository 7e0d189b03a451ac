"""Signing up by a form, for channels that show one: the same sessions, checks, store and mails as in the conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.answers.infosessions import describe
from actions.reply import TurnResult
from actions.services import Services
from actions.signup_after import store
from actions.signup_details import details, valid_address
from actions.signup_sessions import Planned, by_key, registration_over, taken_here
from actions.signup_steps import said, say
from actions.signups.session import session_key
from actions.signups.store import Signup
from actions.turn import State, Turn
from knowledge.catalog import employer_of, title_of
from knowledge.model import Vacancy

_LONGEST_NAME = 80
_ASKED = {"session": "sessie", "name": "naam", "email": "e-mail", "consent": "klopt"}


def attached(turn: Turn, services: Services, result: TurnResult) -> TurnResult:
    """A result that leaves a sign-up open, with its form."""
    exchange = State.from_json(result.state).exchange or {}
    vacancy = services.snapshot.entries.get(str(exchange.get("vacancy")))
    if exchange.get("kind") != "signup" or exchange.get("asked") == "afmelden" or vacancy is None:
        return result
    return replace(result, form=_form(turn, services, vacancy, exchange))


def submitted(turn: Turn, services: Services) -> TurnResult:
    """What a form sent; nothing in it is trusted, and sending it twice signs up once."""
    card: Mapping[str, str] = turn.channel["card"]
    vacancy = services.snapshot.entries.get(card.get("vacancy", ""))
    if card.get("action") == "signup_cancel":
        return _cancelled(turn, services, card, vacancy)
    if vacancy is None:
        return say(turn, services, None, "signup_session_gone", "answered")
    if card.get("action") == "signup_stop":
        result = say(turn, services, None, "signup_stopped", "answered")
        return replace(result, form=_form(turn, services, vacancy, {}, status="gone"))
    return _signed_up(turn, services, card, vacancy)


def _signed_up(turn: Turn, services: Services, card: Mapping[str, str], vacancy: Vacancy) -> TurnResult:
    name = " ".join("".join(c for c in card.get("name", "") if c.isprintable()).split())
    typed = card.get("email", "").strip()
    exchange = {"kind": "signup", "vacancy": vacancy.id, "session": card.get("session"), "name": name, "email": valid_address(typed)}
    errors = _errors(turn, services, card, vacancy, exchange, typed)
    if errors:
        asked = next(step for field, step in _ASKED.items() if field in errors)
        given = {field: None if field in errors else exchange[field] for field in ("session", "name", "email")}
        kept = {**exchange, **given, "asked": asked, "doubted": exchange["email"]}
        result = said(turn, kept, next(iter(errors.values())), "asking")
        return replace(result, form=_form(turn, services, vacancy, {**exchange, "email": typed}, errors=errors))
    result = store(turn, services, vacancy, {**exchange, "asked": "klopt"})
    after = State.from_json(result.state).exchange or {}
    made = _own(turn, services, vacancy, exchange)
    if made is None and after.get("kind") == "signup":  # the store could not be reached: the form stays, to send it again
        return replace(result, form=_form(turn, services, vacancy, exchange, errors={"": result.replies[0].text}))
    status = made.status if made else "confirmed" if after.get("kind") == "signed_up" else "gone"
    return replace(result, form=_form(turn, services, vacancy, exchange, status=status, reference=made.reference if made else None))


def _errors(turn: Turn, services: Services, card: Mapping[str, str], vacancy: Vacancy, exchange: Mapping[str, Any], typed: str) -> dict[str, str]:
    """What is wrong, by field, in the order of the form."""
    texts, errors = services.texts, {}
    session = by_key(vacancy, exchange["session"])
    if session is None or not (taken_here(session, services) or registration_over(session, services)):
        errors["session"] = texts("signup_session_again")
    name = exchange["name"]
    if not 2 <= len(name) <= _LONGEST_NAME or not any(c.isalpha() for c in name):
        errors["name"] = texts("signup_name_again")
    likelier = details(typed).suggestion if exchange["email"] else None
    before = turn.state.exchange or {}
    if exchange["email"] is None:
        errors["email"] = texts("signup_email_invalid", address=typed) if typed else texts("signup_email_again")
    elif likelier and before.get("doubted") != exchange["email"]:
        errors["email"] = texts("signup_likelier", likelier=likelier)
    if card.get("consent", "").lower() != "true":
        errors["consent"] = texts("signup_consent")
    return errors


def _cancelled(turn: Turn, services: Services, card: Mapping[str, str], vacancy: Vacancy | None) -> TurnResult:
    made = next((item for item in services.signups.of_conversation(turn.conversation) if item.reference == card.get("reference")), None)
    if made is None:
        result = say(turn, services, None, "signup_cancelled_before", "answered")
    else:
        services.signups.cancel(made.number)
        result = say(turn, services, None, "signup_cancelled", "answered", session=made.text)
    return replace(result, form=_form(turn, services, vacancy, {}, status="cancelled")) if vacancy else result


def _own(turn: Turn, services: Services, vacancy: Vacancy, exchange: Mapping[str, Any]) -> Signup | None:
    """The sign-up of this conversation for this session and address."""
    made = services.signups.of_conversation(turn.conversation, vacancy.document_id)
    return next((item for item in made if (item.session, item.email) == (exchange["session"], exchange["email"])), None)


def _form(
    turn: Turn,
    services: Services,
    vacancy: Vacancy,
    exchange: Mapping[str, Any],
    *,
    errors: Mapping[str, str] | None = None,
    status: str = "open",
    reference: str | None = None,
) -> dict[str, Any]:
    """The form in the shape of `bot.gateway.schemas.SignupForm`."""
    coming = [fact.value for fact in Planned.of(turn, services, vacancy).coming if taken_here(fact.value, services)]
    keys = [(session_key(session), describe(session)) for session in coming]
    return {
        "vacancy": vacancy.id,
        "title": title_of(vacancy),
        "employer": employer_of(vacancy),
        "sessions": [
            {
                "key": key,
                "text": text,
                "full": services.signups.full(vacancy.document_id, key),
                "passed_on": services.signups.rules.webinar(vacancy.document_id, key) is not None,
            }
            for key, text in keys
        ],
        "session": exchange.get("session"),
        "name": exchange.get("name"),
        "email": exchange.get("email"),
        "errors": dict(errors or {}),
        "status": status,
        "reference": reference,
    }
