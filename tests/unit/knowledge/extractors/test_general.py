"""Documents for all jobs told from vacancies, by their title."""

import pytest

from knowledge.extractors import extract
from knowledge.readers import read_bytes

# What a vacancy and an employer's general conditions both speak of.
BODY = """

Stad Ravelberg werft aan.

Solliciteren

Je solliciteert met je cv en een kopie van je diploma. Wie solliciteert als maatschappelijk werker, voegt een visum toe.

Selectie

De selectie bestaat uit een schriftelijke proef en een gesprek met de jury.

Aanbod

Een contract van onbepaalde duur. Het loon hangt af van de functie. Je krijgt maaltijdcheques.
"""


@pytest.mark.parametrize(
    "title",
    [
        "Algemene aanwervingsvoorwaarden",
        "Algemene bepalingen voor kandidaten",
        "Stad Ravelberg\n\nAlgemene voorwaarden",
        "Veelgestelde vragen over solliciteren",
        "FAQ",
        "Werken bij stad Ravelberg",
        "Solliciteren bij stad Ravelberg",
        "Aanwervingsreglement",
        "Reglement voor aanwerving en selectie",
        "Uittreksel uit de rechtspositieregeling",
        "Onthaalbrochure voor nieuwe medewerkers",
        "Arbeidsvoorwaarden van ons personeel",
        "Onze selectieprocedures in het kort",
        "Je vragen, onze antwoorden",
    ],
)
def test_general_documents(title: str) -> None:
    (only,) = extract(read_bytes((title + BODY).encode(), "tekst.txt"))
    assert not only.is_vacancy


@pytest.mark.parametrize(
    "title",
    [
        "Vacature maatschappelijk werker",
        "Maatschappelijk werker (m/v/x)",
        "Selectiereglement maatschappelijk werker",
        "Werken bij stad Ravelberg\n\nMaatschappelijk werker (m/v/x)",
        "Vragen en antwoorden over de functie van maatschappelijk werker",
        "Aanwervingsprocedure: maatschappelijk werker",
    ],
)
def test_a_title_with_a_job_is_a_vacancy(title: str) -> None:
    (only,) = extract(read_bytes((title + BODY).encode(), "tekst.txt"))
    assert only.is_vacancy


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("# Stad Ravelberg | Algemene voorwaarden", "Algemene voorwaarden"),
        ("# Veelgestelde vragen – stad Ravelberg", "Veelgestelde vragen"),
        ("# Stad Ravelberg\n\n## Arbeidsreglement", "Arbeidsreglement"),
    ],
)
def test_the_title_without_the_employer(first: str, title: str) -> None:
    (only,) = extract(read_bytes((first + BODY).encode(), "tekst.md"))
    assert only.title is not None
    assert only.title.value == title
