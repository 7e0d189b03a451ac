from collections.abc import Callable
from datetime import datetime

import pytest

from actions.services import Services
from knowledge.clock import BRUSSELS

from ..bundles import bundle_about
from ..dialogue import Dialogue, about

ASK = "Tot wanneer kan ik solliciteren?"


@pytest.mark.parametrize(
    ("page", "outcome", "said", "unsaid"),
    [
        ("doornwal_zorgcoordinator", "answered", ("tot en met zondag 13 december 2026", "Bron:", "Hoe solliciteren?"), ("vóór", "voorbij")),
        ("vaartkant_jurist", "answered", ("vóór donderdag 1 oktober 2026", "afgesloten", "Bron:"), ("tot en met",)),
        ("broekdorp_groenarbeider", "not_in_bundle", ("052 44 55 66",), ("Bron:", "2026")),
    ],
)
def test_the_deadline_by_the_clock(
    dialogue: Callable[..., Dialogue], page: str, outcome: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    d = dialogue(page)
    assert d.says(ASK, "ask_deadline").outcome == outcome
    assert all(part in d.text for part in said)
    assert not any(part in d.text for part in unsaid)
    assert d.result.verdict is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Solliciteer uiterlijk op 21 november 2026.", ("zaterdag 21 november 2026", "vandaag")),
        ("Solliciteer uiterlijk op 22 november 2026.", ("22 november 2026", "morgen")),
        ("Solliciteer uiterlijk op 30 november 2026.", ("30 november 2026", "9 dagen")),
        ("Solliciteer tot en met 21 november 2026 om 10 uur.", ("21 november 2026", "afgesloten")),
        ("Solliciteren kan op elk moment: deze vacature staat doorlopend open.", ("doorlopend",)),
    ],
)
def test_a_deadline_near_or_without_end(services: Services, text: str, said: tuple[str, ...]) -> None:
    d = about(services, bundle_about(f"## Solliciteren\n\n{text}"))
    assert d.says(ASK, "ask_deadline").outcome == "answered"
    assert all(part in d.text for part in said)
    assert "Bron:" in d.text


def test_two_deadlines_that_contradict_are_both_told(services: Services) -> None:
    text = "## Solliciteren\n\nSolliciteer uiterlijk op 1 december 2026.\n\n## Timing\n\nUiterste datum om te solliciteren: 8 december 2026.\n"
    d = about(services, bundle_about(text))
    d.says(ASK, "ask_deadline")
    assert "1 december 2026" in d.text
    assert "8 december 2026" in d.text
    assert "Let op" in d.text


def test_the_same_deadline_before_and_after_it_passes(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue("doornwal_zorgcoordinator").at(datetime(2026, 12, 13, 23, 59, tzinfo=BRUSSELS))
    d.says(ASK, "ask_deadline")
    assert "vandaag" in d.text
    d.at(datetime(2026, 12, 14, 0, 1, tzinfo=BRUSSELS)).says(ASK, "ask_deadline")
    assert "afgesloten" in d.text


@pytest.mark.parametrize(
    ("page", "question", "said"),
    [
        ("doornwal_zorgcoordinator", "Hoe kan ik solliciteren?", ("per e-mail", "jobs@doornwal.example.be", "13 december 2026")),
        ("doornwal_zorgcoordinator", "Kan ik per post solliciteren?", ("Nee", "per post", "per e-mail")),
        ("vaartkant_jurist", "Hoe kan ik solliciteren?", ("afgesloten", "online", "www.vaartkant.example.be/jobs")),
    ],
)
def test_how_to_apply(dialogue: Callable[..., Dialogue], page: str, question: str, said: tuple[str, ...]) -> None:
    d = dialogue(page)
    assert d.says(question, "ask_how_to_apply").outcome == "answered"
    assert all(part in d.text for part in said)
    assert "Bron:" in d.text


def test_the_bundles_own_sentence_on_a_way_that_it_excludes(services: Services) -> None:
    text = "## Solliciteren\n\nSolliciteer via www.leemstede.example.be/jobs. Kandidaturen per e-mail nemen we niet aan."
    d = about(services, bundle_about(text))
    d.says("Mag ik mijn cv mailen?", "ask_how_to_apply")
    assert "Nee" in d.text
    assert "nemen we niet aan" in d.text


def test_the_documents_to_send(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue("doornwal_zorgcoordinator")
    d.says("Welke documenten moet ik meesturen?", "ask_documents")
    assert all(part in d.text for part in ("cv", "motivatiebrief", "diploma", "Bron:"))
    other = dialogue("broekdorp_groenarbeider")
    assert other.says("Welke documenten moet ik meesturen?", "ask_documents").outcome == "not_in_bundle"


UNTIL_NOON = "Schrijf je in vóór dinsdag 5 januari 2027, 12 uur."


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("kan ik mij op 5 januari in de namiddag nog inschrijven?", "Nee"),
        ("mag ik op 5 januari s morgens nog solliciteren?", "Ja"),
        ("is 7 januari te laat?", "Nee"),
        ("kan ik op 2 januari nog solliciteren", "Ja"),
        ("kan ik morgen nog solliciteren?", "Ja"),
    ],
)
def test_a_day_that_is_asked_is_compared_with_the_deadline(services: Services, question: str, said: str) -> None:
    d = about(services, bundle_about(f"## Solliciteren\n\n{UNTIL_NOON}"))
    assert d.says(question, "ask_deadline").outcome == "answered"
    assert d.text.startswith(said)
    assert "5 januari 2027 om 12 uur" in d.text


def test_a_document_that_may_stay_away(services: Services) -> None:
    part = "## Solliciteren\n\nMail je cv naar jobs@leemstede.example.be. Een motivatiebrief verwachten we niet."
    d = about(services, bundle_about(part))
    assert d.says("moet ik een brief schrijven of is een cv genoeg?", "ask_documents").outcome == "answered"
    assert "Een motivatiebrief verwachten we niet." in d.text
    assert "- motivatiebrief" not in d.text


def test_on_which_day_an_application_can_be_handed_in(services: Services) -> None:
    part = "## Solliciteren\n\nSolliciteer tot en met 11 december 2026. Je dossier geef je af aan het onthaal, elke werkdag van 9 tot 12 uur."
    d = about(services, bundle_about(part))
    d.says("kan ik mijn kandidatuur op zaterdag afgeven?", "ask_deadline")
    assert "elke werkdag van 9 tot 12 uur" in d.text
    assert not d.text.startswith("Ja")
