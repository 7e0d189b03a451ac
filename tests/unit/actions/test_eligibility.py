import json
from collections.abc import Callable
from pathlib import Path

import pytest

from actions.services import Services

from .bundles import bundle_about
from .dialogue import Dialogue, about, stored_in

ZORG, JURIST, GREEN = "doornwal_zorgcoordinator", "vaartkant_jurist", "broekdorp_groenarbeider"


@pytest.mark.parametrize(
    ("page", "message", "verdict", "said"),
    [
        (ZORG, "Ik heb een bachelor verpleegkunde, kom ik in aanmerking?", "eligible", ("lijk je te voldoen", "bachelor verpleegkunde")),
        (ZORG, "Ik heb een master in de rechten, is dat goed?", "not_eligible", ("niet in de lijst", "055 12 34 58")),
        (JURIST, "Ik heb een bachelor in de rechten, kan ik meedoen?", "not_eligible", ("voldoe je niet", "051 22 33 44", "afgesloten")),
        (JURIST, "Volstaat mijn master in de rechten?", "eligible", ("lijk je te voldoen", "afgesloten")),
        (GREEN, "Ik heb geen diploma, mag ik solliciteren?", "eligible", ("lijk je te voldoen",)),
    ],
)
def test_an_outcome_with_its_reason_its_quote_and_who_decides(
    dialogue: Callable[..., Dialogue], page: str, message: str, verdict: str, said: tuple[str, ...]
) -> None:
    d = dialogue(page)
    result = d.says(message, "check_eligibility")
    assert (result.outcome, result.verdict) == ("answered", verdict)
    assert all(part in d.text for part in said)
    assert "selectieverantwoordelijke beslist, niet deze chatbot" in d.text
    assert "Bron:" in d.text
    assert d.quotes


def test_it_asks_what_decides_and_then_tells(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    first = d.says("Volstaat mijn diploma?", "check_eligibility")
    assert (first.outcome, first.verdict, first.replies[0].kind) == ("asking", None, "question")
    assert all(option in d.text for option in d.buttons)
    last = d.says("bachelor ergotherapie", "inform")
    assert (last.outcome, last.verdict) == ("answered", "eligible")


def test_a_level_alone_is_not_enough_for_a_list(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    assert d.says("Ik heb een bachelor, is dat genoeg?", "check_eligibility").outcome == "asking"
    assert d.result.verdict != "eligible"
    assert d.says("verpleegkunde", "inform").verdict == "eligible"


def test_the_same_next_steps_after_every_outcome(dialogue: Callable[..., Dialogue]) -> None:
    steps = []
    for diploma in ("bachelor verpleegkunde", "master in de rechten"):
        d = dialogue(ZORG)
        d.says(f"Ik heb een {diploma}, kom ik in aanmerking?", "check_eligibility")
        steps.append(d.buttons)
    assert steps[0] == steps[1]
    assert "Hoe kan ik solliciteren?" in steps[0]


def test_nothing_of_the_candidate_is_remembered_outside_the_process(dialogue: Callable[..., Dialogue], tmp_path: Path) -> None:
    d = dialogue(ZORG)
    d.says("Volstaat mijn diploma?", "check_eligibility")
    for message in ("Ik heb een master in de rechten van de KU Leuven", "En met een bachelor ergotherapie erbij?"):
        d.says(message, "inform")
        kept = json.dumps(d.result.state).casefold() + stored_in(tmp_path).decode(errors="ignore").casefold()
        assert not any(word in kept for word in ("rechten", "leuven", "niet_in_lijst", "voldoe", 'eligible"', "verdict"))
    assert d.result.verdict == "eligible"


def test_a_question_in_between_is_answered_and_a_thanks_is_no_diploma(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    d.says("Volstaat mijn diploma?", "check_eligibility")
    d.says("Wat is het loon?", "ask_salary")
    assert "€ 3.120,50" in d.text
    assert d.result.verdict is None
    d.says("Volstaat mijn diploma?", "check_eligibility")
    assert d.says("bedankt", "thank").outcome == "small_talk"


def test_stopping_forgets_what_was_told(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    d.says("Ik heb een bachelor, is dat genoeg?", "check_eligibility")
    assert d.services.memory.get(d.conversation) is not None
    assert d.says("stop", "stop").outcome == "small_talk"
    assert d.services.memory.get(d.conversation) is None


def test_another_question_of_the_same_message_is_answered_too(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    result = d.says(
        "Ik heb een bachelor verpleegkunde, is dat goed?", "check_eligibility", also=(("En tot wanneer kan ik solliciteren?", "ask_deadline"),)
    )
    assert result.verdict == "eligible"
    assert "13 december 2026" in d.text


def test_which_vacancy_is_asked_first(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue()
    assert d.says("Volstaat mijn bachelor verpleegkunde?", "check_eligibility").outcome == "which_vacancy"
    assert d.says("zorgcoördinator", "choose_vacancy").verdict == "eligible"


def test_a_document_without_conditions_judges_nobody(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue("doornwal_telewerk")
    result = d.says("Volstaat mijn bachelor?", "check_eligibility")
    assert (result.outcome, result.verdict) == ("not_in_bundle", None)


def test_telling_of_oneself_is_a_question_about_oneself(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    assert d.says("Ik heb een master in de rechten, mag ik meedoen?", "ask_diploma", 0.6).verdict == "not_eligible"
    assert dialogue(ZORG).says("Welk diploma heb ik nodig?", "ask_diploma").verdict is None


@pytest.mark.parametrize(("wish", "verdict"), [("als zaalwachter", "uncertain"), ("als archivaris", "eligible")])
def test_another_job_of_the_document_is_not_judged_by_these_conditions(services: Services, wish: str, verdict: str) -> None:
    text = bundle_about("## Profiel\n\nJe hebt een bachelor.\n\n## Ook gezocht: zaalwachter\n\nVraag de infobundel aan de balie.")
    d = about(services, text)
    assert d.says(f"Ik heb een bachelor geschiedenis, mag ik solliciteren {wish}?", "check_eligibility").verdict == verdict
