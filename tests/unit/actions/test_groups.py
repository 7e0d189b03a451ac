"""In a group the bot answers questions on vacancies, and nothing about one person."""

from collections.abc import Callable

import pytest

from actions.channel import respond_in
from actions.reply import TurnResult
from actions.services import Services
from actions.turn import Segment, State, Turn

from .dialogue import capability_of

ZORG = "doornwal_zorgcoordinator"


@pytest.fixture
def group(services: Services) -> Callable[..., TurnResult]:
    def says(text: str, intent: str, exchange: dict[str, object] | None = None, **channel: object) -> TurnResult:
        state = State(vacancy=ZORG, exchange=exchange)
        turn = Turn(text, (Segment(text, intent, 0.9, ((intent, 0.9),)),), "groep-000001", None, state, channel={"group": True, **channel})
        return respond_in(turn, services, capability_of(intent))

    return says


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Ik heb een bachelor verpleegkunde, kom ik in aanmerking?", "check_eligibility"),
        ("Volstaat mijn diploma?", "check_eligibility"),
        ("Voor welke vacatures kom ik in aanmerking met mijn bachelor verpleegkunde?", "check_eligibility"),
        ("Schrijf me in voor de infosessie", "signup_infosession"),
        ("Bel me terug op 0470 12 34 56", "request_person"),
    ],
)
def test_what_is_personal_is_offered_in_a_chat_of_ones_own(group: Callable[..., TurnResult], text: str, intent: str) -> None:
    result = group(text, intent)
    assert result.elsewhere
    assert (result.verdict, result.form, result.outcome) == (None, None, "handoff")
    assert "persoonlijk gesprek" in result.replies[-1].text
    assert (result.state or {})["exchange"] is None
    assert result.private


def test_a_form_that_comes_from_a_group_is_not_taken(group: Callable[..., TurnResult], services: Services) -> None:
    card = {"action": "signup", "vacancy": ZORG, "name": "An", "email": "an@example.be", "consent": "true", "session": "2026-12-01T19:00"}
    assert group("Schrijf me in", "signup_infosession", card=card).elsewhere
    assert services.signups.all() == []


def test_questions_on_a_vacancy_are_answered(group: Callable[..., TurnResult]) -> None:
    for text, intent in (("Tot wanneer kan ik solliciteren?", "ask_deadline"), ("Welk diploma vragen jullie?", "ask_diploma"), ("Hallo", "greet")):
        result = group(text, intent)
        assert not result.elsewhere
        assert result.replies[0].text


def test_whom_to_call_is_told_and_calling_back_is_not_offered(group: Callable[..., TurnResult]) -> None:
    result = group("Ik wil iemand spreken", "request_person")
    assert result.elsewhere
    assert len(result.replies) > 1
    assert all(reply.buttons == () for reply in result.replies)
    assert (result.state or {})["exchange"] is None
