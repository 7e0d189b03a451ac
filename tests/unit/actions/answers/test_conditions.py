from collections.abc import Callable

import pytest

from actions.services import Services

from ..bundles import bundle_about
from ..dialogue import Dialogue, about

ZORG, JURIST, GREEN = "doornwal_zorgcoordinator", "vaartkant_jurist", "broekdorp_groenarbeider"


@pytest.mark.parametrize(
    ("page", "intent", "question", "said", "unsaid"),
    [
        (ZORG, "ask_diploma", "Welk diploma heb ik nodig?", ("bachelor verpleegkunde", "gelijkgesteld"), ("rijbewijs",)),
        (JURIST, "ask_diploma", "Welk diploma heb ik nodig?", ("master in de rechten",), ()),
        (GREEN, "ask_diploma", "Welk diploma heb ik nodig?", ("geen diploma nodig",), ("vraagt de infobundel",)),
        (ZORG, "ask_diploma", "Mag ik meedoen als laatstejaarsstudent?", ("laatstejaarsstudent", "1 juli 2027"), ("ergotherapie",)),
        (ZORG, "ask_driving_licence", "Heb ik een rijbewijs nodig?", ("rijbewijs B",), ("strafregister", "pluspunt")),
        (ZORG, "ask_criminal_record", "Hoe oud mag het uittreksel uit het strafregister zijn?", ("3 maanden",), ("rijbewijs",)),
        (ZORG, "ask_experience", "Is ervaring nodig?", ("ouderenzorg", "pluspunt, geen voorwaarde"), ()),
    ],
)
def test_what_the_bundle_asks(
    dialogue: Callable[..., Dialogue], page: str, intent: str, question: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    d = dialogue(page)
    result = d.says(question, intent)
    assert (result.outcome, result.verdict) == ("answered", None)
    assert all(part in d.text for part in said)
    assert not any(part in d.text for part in unsaid)
    assert "Bron:" in d.text


@pytest.mark.parametrize(
    ("page", "intent", "question"),
    [
        (JURIST, "ask_diploma", "Mag ik meedoen als laatstejaarsstudent?"),
        (JURIST, "ask_foreign_diploma", "Moet een diploma uit het buitenland erkend zijn?"),
        (JURIST, "ask_driving_licence", "Heb ik een rijbewijs nodig?"),
        (JURIST, "ask_criminal_record", "Moet ik een uittreksel uit het strafregister bezorgen?"),
        (ZORG, "ask_other_requirements", "Moet ik 18 jaar oud zijn?"),
        (GREEN, "ask_language", "Welk niveau Nederlands vragen jullie?"),
    ],
)
def test_what_the_bundle_is_silent_on_is_neither_yes_nor_no(dialogue: Callable[..., Dialogue], page: str, intent: str, question: str) -> None:
    d = dialogue(page)
    assert d.says(question, intent).outcome == "not_in_bundle"
    assert "Bron:" not in d.text
    assert not d.text.startswith(("Ja", "Nee"))
    assert any(number in d.text for number in ("051 22 33 44", "052 44 55 66", "0471 12 34 56", "055 12 34 5"))


def test_a_list_of_diplomas_is_given_line_by_line(services: Services) -> None:
    names = ("bachelor in het sociaal werk", "bachelor in de orthopedagogie", "bachelor in de gezinswetenschappen")
    text = "## Diploma\n\nJe hebt een van deze diploma's:\n\n" + "\n".join(f"- {name}" for name in names)
    d = about(services, bundle_about(text).replace("Je hebt een bachelordiploma.", "Je bent punctueel."))
    d.says("Welk diploma heb ik nodig?", "ask_diploma")
    assert all(f"- {name}" in d.text for name in names)
    assert d.result.replies[0].is_list


def test_when_to_hand_in_what_is_required(services: Services) -> None:
    part = (
        "## Wat vragen we?\n\nJe legt een uittreksel uit het strafregister voor, hoogstens drie maanden oud.\n\n"
        "## Daarna\n\nHet uittreksel uit het strafregister geef je pas af als we je een contract aanbieden."
    )
    d = about(services, bundle_about(part))
    d.says("wanneer moet ik mijn strafblad afgeven?", "ask_criminal_record")
    assert "pas af als we je een contract aanbieden" in d.text
