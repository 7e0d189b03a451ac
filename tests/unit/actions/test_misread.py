import pytest

from actions.misread import reread
from actions.turn import Segment


@pytest.mark.parametrize(
    ("question", "taken_for", "intent"),
    [
        ("tellen mijn 6 jaar als bakker mee?", "ask_experience", "ask_seniority"),
        ("tegen wanneer moet mijn brief toekomen?", "ask_documents", "ask_deadline"),
        ("waar moet mijn dossier naartoe?", "ask_workplace", "ask_how_to_apply"),
        ("ik kan niet op 6 januari, wat nu?", "ask_start_date", "reschedule_test"),
        ("mag ik mijn cv naar Lies mailen?", "ask_how_to_apply", "ask_how_to_apply"),
    ],
)
def test_what_the_words_decide(question: str, taken_for: str, intent: str) -> None:
    found = reread(Segment(question, taken_for, 0.5))
    assert found is not None
    assert found.intent == intent


@pytest.mark.parametrize(("question", "intent"), [("welke ervaring moet ik hebben?", "ask_experience"), ("wanneer begin ik?", "ask_start_date")])
def test_what_the_classifier_reads_well(question: str, intent: str) -> None:
    assert reread(Segment(question, intent, 0.5)) is None
