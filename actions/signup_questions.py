"""What a message in the middle of a sign-up asks beside it, and what it tells."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from actions.reply import TurnResult
from actions.services import Services
from actions.signup_details import Details, details
from actions.signup_words import refuses_keeping, says_go_on, says_stop, wishes_in
from actions.turn import Segment, State, Turn
from actions.vacancy_choice import words
from knowledge.catalog import employer_of, title_of
from knowledge.model import Vacancy

_ASKS = re.compile(
    r"\b(?:wie|wat|wa|waar|wanneer|wnr|hoe|hoelang|hoeveel|welke?|waarom|kan ik|kank|mag ik|moet ik|moek|is er|is het|zijn er|krijg ik|tot wanneer"
    r"|what|when|where|how|who|why|quand|combien|est-ce)\b",
    re.IGNORECASE,
)
_QUESTIONS = frozenset(
    {"request_person", "complaint", "check_eligibility", "erase_conversation", "check_authenticity", "withdraw_application", "reschedule_test"}
)
_OTHER_TALK = frozenset({"thank", "greet", "goodbye", "insult"})
NUMBER_ASKED = re.compile(r"\[rijksregisternummer\]|\brijksregister\w*|\bheb (?:je|u|ge) (?:dat|da|die|dit) nodig\b", re.IGNORECASE)
ERASE = re.compile(r"\b(?:wis|verwijder|vergeet|delete|erase|efface\w*)\b.{0,20}\b(?:alles|gegevens|gesprek|all|data|tout)\b", re.IGNORECASE)


def told_in(turn: Turn, vacancy: Vacancy, exchange: dict[str, Any]) -> Details:
    """The details in the turn's words; those of the vacancy itself are no names."""
    known = words(title_of(vacancy)) + words(employer_of(vacancy)) + [word for fact in vacancy.infosessions for word in words(fact.value.place or "")]
    return details(turn.text, asked=exchange.get("asked"), known=exchange.get("email"), not_names=known)


def wants_in(turn: Turn) -> bool:
    """Whether the message asks to be signed up: in so many words, or with an e-mail address after talk of the infosession."""
    if wishes_in(turn.text):
        return True
    about = turn.state.topic in ("ask_infosession", "signup_infosession") and not turn.state.exchange
    return about and details(turn.text).email is not None


def split(turn: Turn) -> tuple[Turn, tuple[Segment, ...]]:
    """The turn without the questions that stand beside the sign-up in the same message, and those questions."""
    if len(turn.segments) < 2:
        return turn, ()
    asked = tuple(item for item in turn.segments if item.intent.startswith("ask_") and item.confidence > 0.6 and "@" not in item.text)
    own = tuple(item for item in turn.segments if item not in asked)
    if not own or not asked:
        return turn, ()
    return replace(turn, text=" ".join(item.text for item in own), segments=own), asked


def beside(asked: tuple[Segment, ...], services: Services, result: TurnResult) -> TurnResult:
    """The sign-up's reply behind the answers to the message's other questions."""
    from actions.conversation import questions

    state = State.from_json(result.state)
    if not asked or state.vacancy is None:
        return result
    answered = questions(Turn(" ".join(item.text for item in asked), asked, "", state.vacancy, state), services)
    return replace(result, replies=(*answered.replies, *result.replies))


def asks_something(turn: Turn, vacancy: Vacancy, exchange: dict[str, Any]) -> bool:
    """Whether the message is about something else than the sign-up."""
    first, text = turn.segments[0], turn.text.strip()
    told = told_in(turn, vacancy, exchange)
    if told.email or told.invalid_email or first.intent in ("signup_infosession", "affirm", "deny") or NUMBER_ASKED.search(text):
        return False
    if refuses_keeping(text):
        return False
    if first.intent == "erase_conversation" or ERASE.search(text):
        return not says_stop(text)
    asks = first.intent.startswith("ask_") or first.intent in _QUESTIONS
    if text.endswith("?") or (asks and _ASKS.search(text)):
        return True
    if exchange.get("asked") in ("naam", "e-mail") and (told.name and told.name[0] == text[:1]):
        return False
    if exchange.get("asked") == "sessie" and not _ASKS.search(text):
        return False
    return (asks and first.confidence > 0.6) or (first.intent in _OTHER_TALK and first.confidence > 0.6 and not told and not says_go_on(text))
