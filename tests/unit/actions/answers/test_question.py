from collections.abc import Callable

import pytest

from actions.answers.question import HANDLERS
from actions.services import Services

from ..bundles import bundle_about
from ..dialogue import NOTHING, Dialogue, Finds, about

ZORG, JURIST = "doornwal_zorgcoordinator", "vaartkant_jurist"


@pytest.mark.parametrize(
    ("intent", "question", "literal", "outcome"),
    [
        ("ask_employer", "Met wie werk ik samen?", "Je begeleidt nieuwe collega's.", "answered"),
        ("ask_result", "Wanneer hoor ik iets over de uitslag?", "Je begeleidt nieuwe collega's.", "not_in_bundle"),
        ("ask_jury", "Wie zit er in de jury?", "Je maakt de planning van de nachtdienst.", "not_in_bundle"),
        ("ask_telework", "Mag ik van thuis werken?", "Je coördineert de zorg op twee afdelingen.", "not_in_bundle"),
        ("ask_employer", "Hoe lang duurt de nachtdienst?", "Je maakt de planning van de nachtdienst.", "not_in_bundle"),
        ("ask_employer", "Hoeveel collega's heb ik?", "Je begeleidt nieuwe collega's.", "not_in_bundle"),
    ],
)
def test_a_passage_answers_only_what_it_tells(
    dialogue: Callable[..., Dialogue], services: Services, finds: Finds, intent: str, question: str, literal: str, outcome: str
) -> None:
    finds.will_find(services.snapshot, ZORG, literal)
    d = dialogue(ZORG)
    assert d.says(question, intent).outcome == outcome
    assert (literal in d.text) == ("Bron:" in d.text) == (outcome == "answered")


def test_a_passage_is_quoted_with_its_place(dialogue: Callable[..., Dialogue], services: Services, finds: Finds) -> None:
    finds.will_find(services.snapshot, ZORG, "Je begeleidt nieuwe collega's.")
    d = dialogue(ZORG)
    (reply,) = d.says("Werk ik in een team?", "ask_employer").replies
    (source,) = reply.sources
    document = services.snapshot.bundles[ZORG].document
    assert document.text[source.start :].startswith(source.quote)
    assert (source.vacancy, source.section) == (ZORG, "Jouw takenpakket")
    assert "‘Jouw takenpakket’" in d.text


def test_a_passage_on_a_moment_that_has_passed_says_so(services: Services, finds: Finds) -> None:
    d = about(services, bundle_about("## Rondleiding\n\nOp 2 november 2026 leiden we je rond in het archief."))
    finds.will_find(d.services.snapshot, "leemstede_archivaris", "Op 2 november 2026 leiden we je rond in het archief.")
    d.says("Kan ik het archief bezoeken?", "ask_employer")
    assert "2 november 2026" in d.text
    assert "voorbij" in d.text


def test_what_refers_back_is_searched_with_the_question_before(dialogue: Callable[..., Dialogue], finds: Finds) -> None:
    d = dialogue(ZORG)
    d.says("Werk ik in een team?", "ask_employer")
    d.says("En hoe zit dat dan?", "ask_employer")
    assert "Werk ik in een team? En hoe zit dat dan?" in finds.asked


def test_a_fact_needs_no_search(dialogue: Callable[..., Dialogue], finds: Finds) -> None:
    dialogue(ZORG).says("Tot wanneer kan ik solliciteren?", "ask_deadline")
    assert finds.asked == []
    assert finds.found is NOTHING


@pytest.mark.parametrize("intent", sorted(HANDLERS))
def test_every_topic_gives_an_answer_or_says_honestly_that_there_is_none(services: Services, intent: str) -> None:
    d = about(services, bundle_about(""))
    result = d.says("Vertel eens, wat weet je daarover?", intent)
    assert result.outcome in ("answered", "not_in_bundle")
    assert ("Bron:" in d.text) == (result.outcome == "answered")
    assert bool(d.quotes) == (result.outcome == "answered")
