import pytest

from actions.services import Services

from ..bundles import bundle_about
from ..dialogue import Finds, about

ARCHIVE = "leemstede_archivaris"


@pytest.mark.parametrize(
    ("sentence", "over"),
    [
        ("Op 2 november 2026 leiden we je rond in het archief.", ["2 november 2026"]),
        ("Er waren bezoeken op 2 november 2026 en op 9 november 2026.", ["2 november 2026", "9 november 2026"]),
        ("Het eerste bezoek was op 7 november 2026, het tweede is op 2 december 2026.", ["7 november 2026"]),
        ("Het bezoek van 12 november 2026 begon om 10 uur.", ["12 november 2026"]),
        ("Het bezoek loopt van 2 november 2026 tot 4 december 2026.", []),
        ("Sinds 2 november 2026 kan je het archief bezoeken.", []),
        ("Het archiefreglement is goedgekeurd op 2 februari 2026.", []),
        ("Het college verklaarde op 2 november 2026 het archief open voor bezoek.", []),
        ("De raad besliste op 2 november 2026 dat het archief open is voor bezoek.", []),
        ("Het bezoek is op 2 december 2026.", []),
    ],
)
def test_every_date_of_a_quote_that_has_passed_is_said_to_be_over(services: Services, finds: Finds, sentence: str, over: list[str]) -> None:
    d = about(services, bundle_about(f"## Bezoek\n\n{sentence}"))
    finds.will_find(d.services.snapshot, ARCHIVE, sentence)
    d.says("Kan ik het archief bezoeken?", "ask_employer")
    told = [line for line in d.text.split("\n") if line.startswith("Let op:")]
    assert len(told) == bool(over)
    assert all(day in told[0] for day in over)
    assert not told or ("december" not in told[0] and "voorbij" in told[0])


def test_a_date_that_the_answer_itself_tells_to_be_over_is_not_told_twice(services: Services) -> None:
    d = about(services, bundle_about("## Solliciteren\n\nSolliciteer uiterlijk op 2 november 2026 via jobs@leemstede.example.be."))
    d.says("Hoe kan ik solliciteren?", "ask_how_to_apply")
    assert d.text.count("voorbij") == 1
