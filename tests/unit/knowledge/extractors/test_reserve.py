import pytest

from knowledge.extractors.reserve import extract_places, extract_reserve, extract_seniority
from knowledge.readers import read_bytes
from knowledge.source import Source

from .notation import source as noted


def source(text):
    return Source.of(read_bytes(f"VACATURE\n\n{text}\n".encode(), "bundel.txt"))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Wij zoeken twee voltijdse redders voor ons zwembad.", 2),
        ("Drie zorgkundigen gezocht.", 3),
        ("Er is 1 vacante plaats.", 1),
        ("Aanwerving van één jurist.", 1),
        ("Het centrum telt 12 plaatsen dagverzorging.", None),
        ("We zoeken een collega.", None),
    ],
)
def test_number_of_places(text, count):
    fact = extract_places(source(text))
    assert (fact and fact.value) == count


def test_the_sentence_with_the_validity_tells_of_the_reserve():
    found = extract_reserve(
        source("Met aanleg van een wervingsreserve.\n\nDe wervingsreserve is twee jaar geldig. Ze kan met een jaar verlengd worden.")
    )
    assert found.value == "De wervingsreserve is twee jaar geldig."
    assert extract_reserve(source("Je krijgt een vast contract.")) is None


def test_how_experience_counts():
    found = extract_seniority(
        source("Relevante ervaring uit de privésector telt mee tot tien jaar. Ervaring is een troef. Je hebt twee jaar ervaring.")
    )
    assert [fact.value for fact in found] == ["Relevante ervaring uit de privésector telt mee tot tien jaar."]


def test_the_sentence_that_goes_on_about_another_sector():
    text = "Verloning\n\nErvaring bij een overheid telt volledig mee. Uit de privésector of als zelfstandige telt maximaal twaalf jaar mee.\n"
    assert [fact.value for fact in extract_seniority(Source.of(read_bytes(text.encode(), "loon.txt")))] == [
        "Ervaring bij een overheid telt volledig mee.",
        "Uit de privésector of als zelfstandige telt maximaal twaalf jaar mee.",
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Er zijn drie voltijdse contractuele betrekkingen te begeven.", 3),
        ("We zoeken daarom twee begeleiders (m/v/x).", 2),
    ],
)
def test_places_in_more_wordings(text: str, places: int) -> None:
    fact = extract_places(source(f"# Vacature begeleider\n{text}"))
    assert fact is not None
    assert fact.value == places


def test_places_in_a_row_of_their_own() -> None:
    fact = extract_places(noted("# Vacature begeleider\nWe zoeken twee collega's.\n| Aantal | 3"))
    assert fact is not None
    assert fact.value == 3
