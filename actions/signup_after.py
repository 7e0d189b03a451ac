"""After the summary: storing a sign-up, correcting it, cancelling it."""

from __future__ import annotations

import logging
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from actions import scope
from actions.answers.contacts import referral
from actions.answers.infosessions import describe
from actions.reply import Button, Outcome, TurnResult
from actions.services import Services
from actions.signup_details import details
from actions.signup_sessions import Planned, by_key, registration_over
from actions.signup_steps import said, say
from actions.signup_words import corrects, picked, says_no, says_wrong, says_yes, wrong_part
from actions.signups.session import session_facts, session_key
from actions.signups.store import AlreadySignedUp, Signup
from actions.turn import Turn
from knowledge.catalog import passed
from knowledge.dates import format_moment
from knowledge.model import Vacancy

log = logging.getLogger(__name__)


def store(turn: Turn, services: Services, vacancy: Vacancy, exchange: dict[str, Any]) -> TurnResult:
    """Stores what the summary showed, and says what became of it."""
    session = by_key(vacancy, exchange["session"])
    if session is None or session.status == "cancelled":
        return say(turn, services, None, "signup_session_gone", "answered")
    if passed(session.start.date, session.start.time, services.now):
        return say(turn, services, None, "session_past", "answered", session=describe(session))
    if session.signup_deadline and registration_over(session, services):
        return say(turn, services, None, "signup_over", "answered", session=describe(session), date=format_moment(session.signup_deadline))
    try:
        facts = session_facts(services.snapshot, vacancy, session)
        signup, new = services.signups.register(facts, name=exchange["name"], email=exchange["email"], conversation=turn.conversation)
    except SQLAlchemyError as error:
        # Its text holds the values, so only its name may be logged. The exchange stays open: a second "ja" tries again.
        log.error("a sign-up could not be stored: %s", type(error).__name__)
        return say(
            turn, services, exchange, "signup_failed", "handoff", who=referral(vacancy, "ask_infosession")[0] or services.texts("signup_contact")
        )
    done = {"kind": "signed_up", "vacancy": vacancy.id, "shared": exchange.get("shared"), "number": signup.number}
    if not new:
        return say(turn, services, done, *twice(signup), session=signup.text, reference=signup.reference, email=signup.email)
    mail = services.texts("signup_mail" if services.signups.rules.mails else "signup_no_mail")
    name = {"waiting": "signup_waiting", "requested": "signup_requested"}.get(signup.status, "signup_done")
    values = {"session": signup.text, "name": signup.name, "email": signup.email, "reference": signup.reference}
    return say(turn, services, done, name, "answered", mail=mail, **values)


def twice(signup: Signup) -> tuple[str, Outcome]:
    """The name of the text that tells of the sign-up that there was, and its outcome."""
    return {"waiting": "signup_twice_waiting", "requested": "signup_twice_requested"}.get(signup.status, "signup_twice"), "answered"


def corrected(turn: Turn, services: Services) -> TurnResult | None:
    """A correction of name or address right after a sign-up changes the stored one; anything else is None."""
    exchange = dict(turn.state.exchange or {})
    made = next((item for item in services.signups.of_conversation(turn.conversation) if item.number == exchange.get("number")), None)
    if made is None or turn.intent in ("signup_infosession", "cancel_signup"):
        return None
    told = details(turn.text, known=made.email)
    bare = told.email is not None and len(turn.text.split()) == 1
    if told and "?" not in turn.text and (bare or corrects(turn.text)):
        if told.invalid_email:
            return say(turn, services, exchange, "signup_change_invalid", "asking", address=told.invalid_email)
        return _change(turn, services, exchange, made, told.name or made.name, told.email or made.email)
    if not told and "?" not in turn.text and wrong_part(turn.text) in ("naam", "e-mail") and says_wrong(turn.text):
        return say(turn, services, exchange, "signup_change_what", "asking")
    if says_yes(turn.text, sure=turn.intent == "affirm"):
        name = {"waiting": "signup_all_set_waiting", "requested": "signup_all_set_requested"}.get(made.status, "signup_all_set")
        return say(turn, services, exchange, name, "answered", email=made.email, session=made.text)
    return None


def _change(turn: Turn, services: Services, exchange: dict[str, Any], made: Signup, name: str, email: str) -> TurnResult:
    try:
        changed = services.signups.change(made.number, name=name, email=email)
    except AlreadySignedUp:
        return say(turn, services, exchange, "signup_change_taken", "answered", email=email)
    return say(turn, services, exchange, "signup_changed", "answered", name=changed.name, email=changed.email, session=changed.text)


def cancel(turn: Turn, services: Services) -> TurnResult:
    """Cancels what was signed up for in this conversation; asks first when several could be meant or the message only asks about it."""
    vacancy = scope.resolve(turn, services.snapshot).vacancy
    everything = services.signups.of_conversation(turn.conversation)
    made = [item for item in everything if vacancy and item.bundle == vacancy.document_id] or everything
    if not made:
        who = referral(vacancy, "cancel_signup")[0] if vacancy else ""
        return say(turn, services, None, "signup_cancel_unknown", "answered", who=who or services.texts("signup_contact"))
    chosen = _meant(turn, services, made)
    plain = "?" not in turn.text and turn.segments[0].confidence > 0.5
    if len(chosen) == 1 and plain:
        return _cancel(turn, services, chosen)
    return _ask_cancel(turn, services, chosen)


def answer_cancel(turn: Turn, services: Services, exchange: dict[str, Any]) -> TurnResult | None:
    """The answer to "which one?" or "shall I?"; None when the message is about something else."""
    numbers = exchange.get("numbers") or []
    made = [item for item in services.signups.of_conversation(turn.conversation) if item.number in numbers]
    if not made:
        return say(turn, services, None, "signup_cancelled_before", "answered")
    if says_no(turn.text) or turn.intent in ("deny", "stop"):
        return say(turn, services, None, "signup_kept", "answered")
    if len(made) == 1 and (says_yes(turn.text, sure=turn.intent == "affirm") or turn.intent == "cancel_signup"):
        return _cancel(turn, services, made)
    chosen = _meant(turn, services, made)
    if len(made) > 1 and len(chosen) == 1:
        return _cancel(turn, services, chosen)
    return None if "?" in turn.text or turn.intent.startswith("ask_") else _ask_cancel(turn, services, made)


def _meant(turn: Turn, services: Services, made: list[Signup]) -> list[Signup]:
    """The sign-ups that the words point at; all of them when they don't choose."""
    if len(made) == 1:
        return made
    number = picked(turn.text, len(made))
    if number is not None:
        return [made[number]]
    found: list[Signup] = []
    for bundle in {item.bundle for item in made} & set(services.snapshot.bundles):
        vacancy = services.snapshot.bundles[bundle].vacancies[0]
        keys = {session_key(fact.value) for fact in Planned.of(turn, services, vacancy).meant()}
        found += [item for item in made if item.bundle == bundle and item.session in keys]
    return found or made


def _ask_cancel(turn: Turn, services: Services, made: list[Signup]) -> TurnResult:
    exchange = {"kind": "signup", "vacancy": turn.state.vacancy, "asked": "afmelden", "numbers": [item.number for item in made]}
    if len(made) == 1:
        buttons = (Button("Ja, annuleer", "ja"), Button("Nee", "nee"))
        return say(turn, services, exchange, "signup_cancel_sure", "asking", buttons, session=made[0].text)
    lines = "\n".join(f"{number}. {item.text}" for number, item in enumerate(made, 1))
    return say(turn, services, exchange, "signup_cancel_which", "asking", sessions=lines)


def _cancel(turn: Turn, services: Services, made: list[Signup]) -> TurnResult:
    for signup in made:
        services.signups.cancel(signup.number)
    return said(turn, None, services.texts("signup_cancelled", session=made[0].text), "answered")
