from collections.abc import Callable

import pytest

from .dialogue import Dialogue

ZORG = "doornwal_zorgcoordinator"


def test_what_is_kept_and_how_to_erase_it(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    assert d.says("Wat doen jullie met mijn gegevens?", "ask_privacy").outcome == "answered"
    assert "30 dagen" in d.text
    assert "wis mijn gesprek" in d.text


@pytest.mark.parametrize(("answer", "intent", "confidence"), [("ja", "affirm", 0.9), ("Ja, wis mijn gesprek", "erase_conversation", 0.9)])
def test_erasing_after_a_plain_yes(dialogue: Callable[..., Dialogue], answer: str, intent: str, confidence: float) -> None:
    d = dialogue(ZORG)
    d.says("Ik heb een bachelor, is dat genoeg?", "check_eligibility")
    first = d.says("Wis mijn gesprek", "erase_conversation")
    assert (first.outcome, first.erase) == ("asking", False)
    last = d.says(answer, intent, confidence)
    assert last.erase
    assert last.state == {}
    assert last.as_json()["erase"] is True
    assert d.services.memory.get(d.conversation) is None


@pytest.mark.parametrize(("answer", "intent", "confidence"), [("nee", "deny", 0.9), ("toch niet", "stop", 0.9), ("@@@@", "affirm", 0.3)])
def test_nothing_is_erased_without_it(dialogue: Callable[..., Dialogue], answer: str, intent: str, confidence: float) -> None:
    d = dialogue(ZORG)
    d.says("Wis mijn gesprek", "erase_conversation")
    assert not d.says(answer, intent, confidence).erase
    assert d.state.vacancy == ZORG


def test_another_question_is_no_answer_to_it(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    d.says("Wis mijn gesprek", "erase_conversation")
    result = d.says("Tot wanneer kan ik solliciteren?", "ask_deadline")
    assert (result.outcome, result.erase) == ("answered", False)
    assert d.state.exchange is None
