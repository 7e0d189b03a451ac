import pytest

from actions.follow_up import completed
from actions.turn import Segment, State, Turn


def _completed(text: str, intent: str, confidence: float, topic: str, before: str) -> Segment:
    segment = Segment(text, intent, confidence, ((intent, confidence),))
    return completed(segment, Turn(text, (segment,), "conversation-000005", "a", State(vacancy="a", topic=topic, question=before)))


@pytest.mark.parametrize(
    ("text", "intent", "topic", "before", "expected"),
    [
        ("tot wanneer", "goodbye", "ask_how_to_apply", "Hoe kan ik solliciteren?", "ask_deadline"),
        ("hoe dan wel?", "greet", "ask_how_to_apply", "Kan ik mijn cv mailen?", "ask_how_to_apply"),
        ("dag, hoe gaat het", "greet", "ask_salary", "Wat verdien ik?", "greet"),
        ("merci", "thank", "ask_salary", "Wat verdien ik?", "thank"),
        ("tot wanneer kan dat", "ask_deadline", "ask_feedback", "Kan ik feedback vragen?", "ask_feedback"),
        ("tot wanneer kan ik solliciteren", "ask_deadline", "ask_salary", "Wat verdien ik?", "ask_deadline"),
        ("hoe laat begint die", "ask_start_date", "ask_selection", "Wanneer is de praktische proef?", "ask_selection"),
        ("wanneer kan ik beginnen", "ask_start_date", "ask_selection", "Wanneer is de praktische proef?", "ask_start_date"),
        ("ah, en vanaf hoe laat?", "ask_start_date", "ask_infosession", "Mag ik eens komen kijken?", "ask_infosession"),
        ("moet ik iets meebrengen", "ask_documents", "ask_infosession", "Wanneer is de open dag?", "unknown"),
        ("moet ik iets meesturen als ik solliciteer", "ask_documents", "ask_infosession", "Wanneer is de open dag?", "ask_documents"),
    ],
)
def test_what_a_short_follow_up_is_about(text: str, intent: str, topic: str, before: str, expected: str) -> None:
    assert _completed(text, intent, 0.8, topic, before).intent == expected


def test_an_ellipsis_keeps_what_was_asked_without_what_it_was_asked_of() -> None:
    found = _completed("En het mondeling?", "ask_selection", 0.5, "ask_pass_mark", "Hoeveel moet ik halen op de schriftelijke proef?")
    assert found.intent == "ask_pass_mark"
    assert found.text.startswith("Hoeveel moet ik")
    assert "schriftelijke" not in found.text
