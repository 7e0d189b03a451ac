"""Which documents hold for a vacancy beside its own bundle."""

from pathlib import Path

import pytest

from knowledge.background import holds_for
from knowledge.catalog import Bundle, Snapshot
from knowledge.extractors import extract
from knowledge.readers import read, read_bytes

FOLDER = Path(__file__).resolve().parents[2] / "data" / "background" / "bundles"

VACANCY = """{employer} zoekt een tuinman (m/v/x)

Je onderhoudt de parken. Je hebt een rijbewijs B.

Aanbod: een voltijds contract, loonschaal D1-D3.

Solliciteren: stuur je cv uiterlijk op 10 januari 2027. De selectie is een gesprek.
"""
GENERAL = """# Algemene aanwervingsvoorwaarden

{employer} werft aan volgens deze voorwaarden. {more}

## Selectie

Elke kandidaat legt een proef af en krijgt zijn punten per brief.

## Wat bieden we?

- maaltijdcheques van 8 euro
- een fietsvergoeding
"""


def bundle(id: str, text: str) -> Bundle:
    document = read_bytes(text.encode(), f"{id}.md")
    return Bundle(document, extract(document))


def background_of(vacancy_employer: str, general_employer: str, more: str = "") -> tuple[str, ...]:
    job = bundle("job", VACANCY.format(employer=vacancy_employer))
    snapshot = Snapshot.of([job, bundle("general", GENERAL.format(employer=general_employer, more=more))])
    assert list(snapshot.vacancies) == ["job"]
    return tuple(entry.id for entry in snapshot.background_of(snapshot.vacancies["job"]))


@pytest.mark.parametrize(
    ("vacancy", "general"),
    [
        ("Stad Ravelberg", "Stad Ravelberg"),
        ("Gemeente Ravelberg", "Gemeentebestuur Ravelberg"),
        ("OCMW Ravelberg", "Lokaal bestuur Ravelberg"),
        ("OCMW Ravelberg", "Gemeente en OCMW Ravelberg"),
        ("Lokaal bestuur Ravelberg", "Gemeente Ravelberg"),
        ("Politiezone Ravelberg", "PZ Ravelberg"),
        ("Provincie Ravelberg", "Provincie Ravelberg"),
        ("Zorgbedrijf De Ravel", "Zorgbedrijf De Ravel"),
    ],
)
def test_a_document_of_the_same_employer_holds(vacancy: str, general: str) -> None:
    assert background_of(vacancy, general) == ("general",)


@pytest.mark.parametrize(
    ("vacancy", "general"),
    [
        ("Stad Ravelberg", "Stad Ommeldonk"),
        ("Stad Ravelberg", "Stad Ravelberghem"),
        ("Politiezone Ravelberg", "Stad Ravelberg"),
        ("Stad Ravelberg", "Politiezone Ravelberg"),
        ("Provincie Ravelberg", "Stad Ravelberg"),
        ("Zorgbedrijf Ravelberg", "OCMW Ravelberg"),
        ("OCMW Ravelberg", "Stad Ravelberg"),
    ],
)
def test_a_document_of_another_employer_never_holds(vacancy: str, general: str) -> None:
    assert background_of(vacancy, general) == ()


def test_a_city_speaks_for_its_ocmw_where_it_says_so() -> None:
    assert background_of("OCMW Ravelberg", "Stad Ravelberg", "Ze gelden ook voor het OCMW.") == ("general",)


def test_a_document_without_an_employer_holds_for_nobody() -> None:
    general = bundle("general", GENERAL.format(employer="Ons bestuur", more=""))
    assert general.vacancies[0].employer is None
    assert background_of("Stad Ravelberg", "Ons bestuur") == ()


def test_a_regulation_for_inhabitants_is_no_background() -> None:
    parking = read(FOLDER / "ravelberg_parkeerreglement.txt")
    job = bundle("job", VACANCY.format(employer="Stad Ravelberg")).vacancies[0]
    (entry,) = extract(parking)
    assert not entry.is_vacancy
    assert entry.employer is not None
    assert not holds_for(entry, parking, job)


def test_a_vacancy_is_no_background_of_another() -> None:
    one, other = (bundle(id, VACANCY.format(employer="Stad Ravelberg")) for id in ("one", "other"))
    snapshot = Snapshot.of([one, other])
    assert all(snapshot.background_of(entry) == () for entry in snapshot.vacancies.values())


def test_general_facts_are_kept_and_dates_of_calls_are_not() -> None:
    text = GENERAL.format(employer="Stad Ravelberg", more="") + (
        "\n## Feedback\n\nFeedback vraag je vanaf 3 maart 2027 via selectie@ravelberg.example, tot 60 dagen na de uitslag.\n"
        "\n## Solliciteren\n\nSolliciteren kan tot en met 4 april 2027 via jobs@ravelberg.example. Op 5 april 2027 om 19 uur is er een infosessie.\n"
    )
    (entry,) = bundle("general", text).vacancies
    assert not entry.is_vacancy
    assert entry.title is not None
    assert entry.title.value == "Algemene aanwervingsvoorwaarden"
    assert any("8 euro" in fact.value for fact in entry.benefits)
    assert entry.feedback.until_rule is not None
    assert entry.feedback.start is None
    assert entry.application.deadline is None
    assert entry.infosessions == ()


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("ravelberg_jeugdwerker", ("ravelberg_algemene_voorwaarden",)),
        ("ravelberg_inspecteur", ()),
        ("ommeldonk_deskundige_mobiliteit", ("ommeldonk_vragen",)),
        ("zonnegaarde_kinesist", ("zonnegaarde_reglement",)),
    ],
)
def test_the_made_up_documents(id: str, expected: tuple[str, ...]) -> None:
    documents = [read(path) for path in sorted(FOLDER.iterdir())]
    snapshot = Snapshot.of(Bundle(document, extract(document)) for document in documents)
    assert len(snapshot.vacancies) == 4
    assert tuple(entry.id for entry in snapshot.background_of(snapshot.entries[id])) == expected
