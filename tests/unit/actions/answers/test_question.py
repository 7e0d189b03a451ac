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


def test_a_persons_number_answers_only_who_to_call(services: Services, finds: Finds) -> None:
    number = "Voor vragen over het depot: Ward Kuyl, 055 12 00 02."
    d = about(services, bundle_about(f"## Vragen\n\n{number}"))
    finds.will_find(d.services.snapshot, "leemstede_archivaris", number)
    assert d.says("Sta ik alleen in het depot?", "ask_employer").outcome == "not_in_bundle"
    assert d.says("Wie bel ik over het depot?", "ask_employer").outcome == "answered"


def test_a_sentence_that_refers_back_is_quoted_with_the_one_before(services: Services, finds: Finds) -> None:
    d = about(services, bundle_about("## Vervoer\n\nOm zes uur rijdt er geen bus. Dat kan ook met de fiets."))
    finds.will_find(d.services.snapshot, "leemstede_archivaris", "Dat kan ook met de fiets.")
    d.says("Kan ik met de fiets komen?", "ask_employer")
    assert "Om zes uur rijdt er geen bus. Dat kan ook met de fiets." in d.text


@pytest.mark.parametrize(
    ("question", "literal", "outcome"),
    [
        ("In welk lokaal gaat de mondelinge proef door?", "De mondelinge proef is op 21 januari 2027.", "not_in_bundle"),
        ("In welk lokaal gaat de mondelinge proef door?", "De mondelinge proef is in zaal De Linde.", "answered"),
        ("Hoe heten de leden van de jury?", "De jury telt drie leden.", "not_in_bundle"),
        ("Hoe heten de leden van de jury?", "De jury bestaat uit Ward Kuyl, Nora Blom en een extern lid.", "answered"),
        ("Hoeveel rustdagen krijg ik als ik 45 ben?", "Vanaf 45 jaar krijg je extra rustdagen.", "not_in_bundle"),
        ("Hoeveel krijg ik voor de wacht?", "Om de tien weken doe je de wacht, daarvoor krijg je 145 euro.", "answered"),
    ],
)
def test_an_answer_is_of_the_kind_that_is_asked(services: Services, finds: Finds, question: str, literal: str, outcome: str) -> None:
    d = about(services, bundle_about(f"## Praktisch\n\n{literal}"))
    finds.will_find(d.services.snapshot, "leemstede_archivaris", literal)
    intent = "ask_selection" if "proef" in question else "ask_jury" if "jury" in question else "ask_employer"
    assert d.says(question, intent).outcome == outcome


def test_a_question_that_names_a_date_is_answered_with_that_date(services: Services) -> None:
    text = "## Solliciteren\n\nSolliciteer uiterlijk op 28 februari 2027.\n\n## Koffie\n\nOp 7 november 2026 is er koffie. Inschrijven hoeft niet."
    d = about(services, bundle_about(text))
    d.says("kan ik me nog inschrijven voor 7 november?", "ask_deadline", 0.5)
    assert "7 november 2026 is al voorbij" in d.text
    assert "Inschrijven hoeft niet" in d.text
