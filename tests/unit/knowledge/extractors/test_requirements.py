"""Conditions besides the diploma, in many wordings."""

import pytest

from knowledge.extractors.requirements import extract_requirements
from knowledge.model import Requirement

from .notation import source


def requirements(text: str) -> list[Requirement]:
    return [fact.value for fact in extract_requirements(source(text))]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Je hebt een rijbewijs B.", "driving_licence", "B"),
        ("Je bent in het bezit van een geldig rijbewijs categorie C.", "driving_licence", "C"),
        ("Je beschikt over rijbewijs B+E.", "driving_licence", "BE"),
        ("Rijbewijs B en rijbewijs C", "driving_licence", "B+C"),
        ("Je bent minstens 18 jaar.", "age", "18"),
        ("Je bent ten minste 18 jaar oud bij de indiensttreding.", "age", "18"),
        ("Minimumleeftijd: 18 jaar", "age", "18"),
        ("Je bent meerderjarig.", "age", "18"),
        ("Je spreekt vlot Nederlands.", "language", None),
        ("Je beheerst het Nederlands op niveau B2.", "language", "B2"),
        ("Goede kennis van het Nederlands", "language", None),
        ("Je legt een uittreksel uit het strafregister (model 596.2) voor.", "criminal_record", "596.2"),
        ("Je bezorgt een uittreksel uit het strafregister, art. 595.", "criminal_record", "595"),
        ("Je hebt minstens drie jaar ervaring als leidinggevende.", "experience", "3"),
        ("Minimaal 2 jaar relevante werkervaring", "experience", "2"),
        ("Je bent medisch geschikt.", "medical", None),
        ("Je geniet de burgerlijke en politieke rechten.", "other", None),
        ("Je woont op maximaal 15 km van de kazerne.", "distance", None),
        ("Je beschikt over een visum als zorgkundige.", "certificate", None),
        ("Je hebt een attest levensreddend handelen.", "certificate", None),
        ("Je bent bereid om in het weekend te werken.", "availability", None),
        ("Je bent Belg of burger van de Europese Unie.", "nationality", None),
    ],
)
def test_a_demand(text: str, kind: str, value: str | None) -> None:
    found = requirements(f"# Voorwaarden\n{text}")
    assert [(item.kind, item.value, item.required) for item in found] == [(kind, value, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Een rijbewijs B is een troef.",
        "Bij voorkeur heb je ervaring in een lokaal bestuur.",
        "Ervaring met sociale media is een pluspunt.",
        "Kennis van het Frans is meegenomen voor wie goed Nederlands spreekt.",
    ],
)
def test_a_preference_is_no_demand(text: str) -> None:
    assert all(not item.required for item in requirements(f"# Profiel\n{text}"))


@pytest.mark.parametrize(
    "text",
    [
        "# Profiel\nEen rijbewijs is niet nodig.",
        "# Profiel\nErvaring is niet vereist.",
        "# Solliciteren\nStuur je cv en een kopie van je rijbewijs.",
        "# Aanbod\nTot tien jaar ervaring uit de privésector telt mee voor je loon.",
        "# De job\nJe werkt met bewoners van 18 jaar en ouder.",
    ],
)
def test_what_is_no_requirement(text: str) -> None:
    assert requirements(text) == []


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("Rijbewijs C mag je nog halen binnen het jaar.", "binnen het jaar"),
        ("Je hebt een attest levensreddend handelen, te behalen binnen de zes maanden na je start.", "te behalen binnen de zes maanden na je start"),
        ("Je hebt een rijbewijs B, uiterlijk op de dag van de indiensttreding.", "uiterlijk op de dag van de indiensttreding"),
    ],
)
def test_what_may_come_later(text: str, later: str) -> None:
    assert [item.deadline_text for item in requirements(f"# Voorwaarden\n{text}")] == [later]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Je legt een uittreksel uit het strafregister voor van maximaal drie maanden oud.", "drie maanden"),
        ("Het uittreksel uit het strafregister is niet ouder dan één maand.", "één maand"),
        ("Je bezorgt een uittreksel uit het strafregister. Dit document mag hoogstens 2 maanden oud zijn.", "2 maanden"),
    ],
)
def test_the_age_of_the_extract(text: str, age: str) -> None:
    found = requirements(f"# Voorwaarden\n{text}")
    assert [item.max_age for item in found] == [age]
