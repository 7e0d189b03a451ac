"""Lines that name what is asked, where the search finds nothing or too much."""

from collections.abc import Callable

import pytest

from actions.services import Services
from index.results import Found, Quote

from ..bundles import bundle_about
from ..dialogue import Dialogue, Finds, about

ARCHIVE = "leemstede_archivaris"
OFFER = """## Wat je krijgt

- Je treinabonnement en je bus betalen we volledig terug met het openbaar vervoer.
- Het assessment wordt afgenomen door bureau Spiegelaar.
- Maaltijdbonnen van 6 euro en een fietspremie.
- Voor elke avond in de leeszaal krijg je een toeslag; daarvoor rekenen we 18 euro.

## Rond het gebouw

Je auto zet je achter het stadhuis: parkeren kost er niets.
Een opname van de lezing maken we niet.
"""


@pytest.mark.parametrize(
    ("intent", "question", "said"),
    [
        ("ask_jury", "wie doet het assessment?", "bureau Spiegelaar"),
        ("ask_benefits", "krijg ik de tram terugbetaald?", "openbaar vervoer"),
        ("ask_workplace", "waar kan ik parkeren?", "achter het stadhuis"),
        ("ask_benefits", "hoeveel is de toeslag voor een avond in de leeszaal?", "18 euro"),
    ],
)
def test_a_line_that_names_all_that_is_asked_answers(services: Services, intent: str, question: str, said: str) -> None:
    d = about(services, bundle_about(OFFER))
    assert d.says(question, intent).outcome == "answered"
    assert said in d.text


@pytest.mark.parametrize(
    ("intent", "question"),
    [
        ("ask_benefits", "krijg ik een hospitalisatieverzekering?"),
        ("ask_benefits", "hoeveel bedraagt de fietspremie?"),
        ("ask_selection", "hoe lang duurt het assessment?"),
        ("ask_jury", "wie is de voorzitter van de jury?"),
        ("ask_workplace", "is er een laadpaal?"),
    ],
)
def test_a_line_that_names_a_part_of_it_does_not(services: Services, intent: str, question: str) -> None:
    d = about(services, bundle_about(OFFER))
    assert d.says(question, intent).outcome == "not_in_bundle"


def lay_ready(services: Services, finds: Finds, document: str, *literals: str) -> None:
    text = services.snapshot.bundles[document].document.text
    quotes = []
    for literal in literals:
        start = text.index(literal)
        quotes.append(Quote(document, start, start + len(literal), literal, "Deel", None))
    finds.found = Found("answered", tuple(quotes), 0.9, "test")


def test_quotes_that_add_nothing_are_left_out(services: Services, finds: Finds) -> None:
    d = about(
        services, bundle_about("## Werk\n\nTwee dagen per week mag je thuis werken.\nDe kantine is open tot twee uur.\nJe start op 4 maart 2027.")
    )
    texts = ("Twee dagen per week mag je thuis werken.", "Je start op 4 maart 2027.", "De kantine is open tot twee uur.")
    lay_ready(d.services, finds, ARCHIVE, *texts)
    d.says("mag ik thuiswerken?", "ask_telework")
    assert texts[0] in d.text
    assert texts[1] not in d.text
    assert texts[2] not in d.text


def test_a_line_that_tells_plainly_more_goes_before_what_was_found(services: Services, finds: Finds) -> None:
    d = about(services, bundle_about("## Werk\n\nDe leeszaal is ruim.\nIn de leeszaal zit je elke donderdagavond aan het loket."))
    lay_ready(d.services, finds, ARCHIVE, "De leeszaal is ruim.")
    d.says("zit ik aan het loket van de leeszaal?", "ask_employer")
    assert "aan het loket" in d.text


def test_what_limits_a_quote_comes_with_it(services: Services, finds: Finds) -> None:
    d = about(services, bundle_about("## Start\n\nBeginnen kan vanaf 1 maart 2027. Eerder mag ook, in overleg."))
    lay_ready(d.services, finds, ARCHIVE, "Beginnen kan vanaf 1 maart 2027.")
    d.says("mag ik vroeger komen werken in het archief?", "ask_employer")
    assert "Eerder mag ook" in d.text


def test_a_title_is_never_the_answer(services: Services, finds: Finds) -> None:
    d = about(services, bundle_about("## Loop binnen!\n\nDe deur staat open op 9 december 2026."))
    lay_ready(d.services, finds, ARCHIVE, "Loop binnen!")
    d.says("kan ik eens langskomen?", "ask_infosession")
    assert "De deur staat open" in d.text


def test_a_general_question_gets_the_part_of_its_heading(dialogue: Callable[..., Dialogue], services: Services) -> None:
    d = about(services, bundle_about("## Goesting?\n\nStuur een berichtje naar 0470 11 22 33 of loop binnen bij het onthaal."))
    d.says("hoe kan ik me kandidaat stellen?", "ask_how_to_apply")
    assert "onthaal" in d.text
