"""Passages are literal slices, cut where the meaning changes."""

import pytest

from index.passages import LARGE, Passage, passages
from knowledge.catalog import Bundle
from knowledge.document import Document, DocumentBuilder


@pytest.fixture
def document(bundles: list[Bundle]) -> Document:
    return bundles[0].document


@pytest.fixture
def found(bundles: list[Bundle]) -> tuple[Passage, ...]:
    return passages(bundles[0].document, bundles[0].vacancies)


def units(found: tuple[Passage, ...]) -> list[str]:
    return [passage.unit_text(unit) for passage in found for unit in passage.units]


def test_passages_and_units_are_slices_of_the_text(document: Document, found: tuple[Passage, ...]) -> None:
    for passage in found:
        assert passage.text == document.text[passage.start : passage.end]
        for unit in passage.units:
            assert passage.start <= unit.start < unit.end <= passage.end
            assert passage.unit_text(unit) == document.text[unit.start : unit.end]


def test_a_list_keeps_its_intro(found: tuple[Passage, ...]) -> None:
    offer = next(passage for passage in found if passage.section == "Ons aanbod")
    assert offer.text.startswith("Dit krijg je")
    assert offer.text.endswith("32 vakantiedagen")
    assert offer.units[-1].context == "Dit krijg je bij een voltijdse job:"


def test_a_row_carries_the_titles_of_its_columns_and_titles_are_no_passage(found: tuple[Passage, ...]) -> None:
    rows = [passage for passage in found if passage.section == "Selectie"]
    assert all("Wanneer" in passage.context for passage in rows)
    assert not any("Proef | Wanneer" in text for text in units(found))


def test_contact_blocks_stay_whole_and_apart(found: tuple[Passage, ...]) -> None:
    cards = [text for text in units(found) if "Maes" in text or "Nys" in text]
    assert ["052 60 18 30" in card for card in cards] == [True, False]
    assert ["0499 40 71 62" in card for card in cards] == [False, True]


def test_page_footers_are_left_out(found: tuple[Passage, ...]) -> None:
    assert not any("sociale media" in passage.text for passage in found)


def test_a_sentence_that_refers_back_brings_the_one_before() -> None:
    builder = DocumentBuilder()
    builder.add("paragraph", "Na afloop kan je feedback krijgen. Dat kan vanaf 1 februari 2027. Wil je meer weten? Bel Els.")
    document = builder.build(id="a", name="a.txt", format="text", sha256="")
    assert units(passages(document, ()))[1:] == [
        "Na afloop kan je feedback krijgen. Dat kan vanaf 1 februari 2027.",
        "Wil je meer weten? Bel Els.",
    ]


def test_a_long_list_is_cut_between_items_and_keeps_its_intro_as_context() -> None:
    builder = DocumentBuilder()
    builder.add("paragraph", "Je taken:")
    for number in range(40):
        builder.add("item", f"je doet taak nummer {number} met zorg en in overleg met je collega's van de dienst")
    document = builder.build(id="a", name="a.txt", format="text", sha256="")
    parts = passages(document, ())
    assert len(parts) > 2
    assert all(len(part.text) <= LARGE + 100 for part in parts)
    assert all(part.context == "Je taken:" for part in parts[1:])


def test_an_empty_document_has_no_passages() -> None:
    assert passages(DocumentBuilder().build(id="a", name="a.txt", format="text", sha256=""), ()) == ()
