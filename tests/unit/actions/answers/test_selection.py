from collections.abc import Callable

import pytest

from ..dialogue import Dialogue

ZORG, JURIST, GREEN = "doornwal_zorgcoordinator", "vaartkant_jurist", "broekdorp_groenarbeider"
WRITTEN, ORAL, PRE = "11 januari 2027 om 18 uur", "21 januari 2027", "10 november 2026"


@pytest.mark.parametrize(
    ("page", "intent", "question", "said", "unsaid"),
    [
        (ZORG, "ask_selection", "Hoe verloopt de selectie?", ("3 stappen", "1. Preselectie", WRITTEN, ORAL, "25/50"), ()),
        (ZORG, "ask_selection", "Wat zijn de stappen van de selectieprocedure?", ("3 stappen", f"{PRE} (voorbij)"), (f"{ORAL} (voorbij)",)),
        (ZORG, "ask_selection", "Wanneer is de schriftelijke proef?", (WRITTEN,), (ORAL, "voorbij")),
        (ZORG, "ask_selection", "When is the written test?", (WRITTEN,), (ORAL,)),
        (ZORG, "ask_selection", "Wanneer was de preselectie?", (PRE, "voorbij"), (WRITTEN,)),
        (ZORG, "ask_selection", "Hoe laat begint de schriftelijke proef?", ("18 uur",), (ORAL,)),
        (ZORG, "ask_selection", "Wanneer is de mondelinge proef en hoeveel moet ik halen?", (ORAL, "30/50"), (WRITTEN, "25/50")),
        (ZORG, "ask_selection", "hoeveel moek halen op het mondeling", ("30/50",), ("25/50",)),
        (JURIST, "ask_selection", "Wanneer is het mondelinge gedeelte?", ("15 oktober 2026", "voorbij"), ()),
        (ZORG, "ask_pass_mark", "Hoeveel punten moet ik halen?", ("50%", "25/50", "30/50"), ()),
        (ZORG, "ask_pass_mark", "Hoeveel moet ik halen op het mondeling?", ("30/50",), ("25/50",)),
        (JURIST, "ask_pass_mark", "Hoeveel punten moet ik halen?", ("60%",), ()),
        (ZORG, "ask_feedback", "Wanneer kan ik feedback vragen?", ("maandag 1 februari 2027", "nog niet"), ("sinds",)),
        (JURIST, "ask_feedback", "Wanneer kan ik feedback vragen?", ("sinds", "2 november 2026"), ("nog niet",)),
        (ZORG, "ask_feedback", "Hoe vraag ik feedback?", ("jobs@doornwal.example.be",), ()),
    ],
)
def test_steps_marks_and_feedback(
    dialogue: Callable[..., Dialogue], page: str, intent: str, question: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    d = dialogue(page)
    assert d.says(question, intent).outcome == "answered"
    assert all(part in d.text for part in said)
    assert not any(part in d.text for part in unsaid)
    assert "Bron:" in d.text


@pytest.mark.parametrize(
    ("page", "intent", "question"),
    [
        (ZORG, "ask_selection", "Hoe lang duurt de mondelinge proef?"),
        (ZORG, "ask_selection", "Hoe laat begint de mondelinge proef?"),
        (GREEN, "ask_selection", "Hoe verloopt de selectie?"),
        (GREEN, "ask_pass_mark", "Hoeveel punten moet ik halen?"),
        (ZORG, "ask_pass_mark", "Hoeveel punten moet ik in totaal halen?"),
        (GREEN, "ask_feedback", "Kan ik feedback vragen?"),
        (ZORG, "ask_feedback", "Wat moet ik vermelden in mijn vraag om feedback?"),
    ],
)
def test_a_detail_that_the_bundle_leaves_out(dialogue: Callable[..., Dialogue], page: str, intent: str, question: str) -> None:
    d = dialogue(page)
    assert d.says(question, intent).outcome == "not_in_bundle"
    assert "Bron:" not in d.text


def test_a_short_follow_up_takes_over_the_question(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    d.says("Wanneer is de schriftelijke proef?", "ask_selection")
    d.says("En de mondelinge?", "ask_selection", 0.5)
    assert ORAL in d.text
    assert WRITTEN not in d.text
    d.says("Hoeveel punten moet ik daarop halen?", "ask_pass_mark")
    assert "30/50" in d.text


def test_that_refers_back_to_the_step_before(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    d.says("Wanneer is de schriftelijke proef?", "ask_selection")
    d.says("En hoe laat begint dat?", "ask_selection")
    assert "18 uur" in d.text
