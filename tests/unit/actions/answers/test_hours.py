"""When one works, and how many people are sought."""

import pytest

from actions.services import Services

from ..bundles import bundle_about
from ..dialogue import about

DAYS = """## Je dagen

- Je werkt in ploegen: de ene week van 6 tot 13.30 uur, de andere van 12.30 tot 20 uur.
- Voor werk in het weekend is er een premie van 20 procent.

## Bezoek

Op zaterdag 5 december 2026 leiden we je rond, van 10 tot 12 uur.
"""


@pytest.mark.parametrize(
    "question", ["zijn mijn uren altijd dezelfde?", "van hoe laat tot hoe laat werk ik?", "heb ik vaste uren?", "hoe laat begint mijn shift?"]
)
def test_how_the_hours_lie(services: Services, question: str) -> None:
    d = about(services, bundle_about(DAYS))
    assert d.says(question, "ask_working_hours").outcome == "answered"
    assert "van 6 tot 13.30 uur" in d.text
    assert "premie" not in d.text
    assert "zaterdag" not in d.text


def test_hours_that_the_bundle_does_not_tell(services: Services) -> None:
    d = about(services, bundle_about("## Werk\n\nJe werkt 38 uur per week."))
    assert d.says("zijn de uren elke week dezelfde?", "ask_working_hours").outcome == "not_in_bundle"


@pytest.mark.parametrize(
    ("intent", "question"),
    [
        ("ask_employer", "hoeveel mensen nemen jullie aan?"),
        ("ask_reserve", "hoeveel plaatsen zijn er vrij?"),
        ("ask_contract", "Hoeveel kandidaten zoeken jullie?"),
        ("ask_reserve", "how many positions are there?"),
    ],
)
def test_how_many_are_sought(services: Services, intent: str, question: str) -> None:
    d = about(services, bundle_about("## Wat is er vrij?\n\nWij begeven drie betrekkingen in de leeszaal. Haal 12 van de 20 punten."))
    assert d.says(question, intent).outcome == "answered"
    assert "drie betrekkingen" in d.text or "Aantal plaatsen: 3" in d.text
    assert "punten" not in d.text
