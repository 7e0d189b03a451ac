from collections.abc import Callable

import pytest

from actions.services import Services

from ..bundles import bundle_about
from ..dialogue import Dialogue, about

ASK = "Is er een infosessie?"


@pytest.mark.parametrize(
    ("page", "outcome", "said", "unsaid"),
    [
        ("doornwal_zorgcoordinator", "answered", ("dinsdag 1 december 2026 om 19 uur", "stadhuis", "info@doornwal.example.be"), ("voorbij",)),
        ("vaartkant_jurist", "answered", ("voorbij", "donderdag 17 september 2026", "Microsoft Teams"), ("Inschrijven",)),
        ("broekdorp_groenarbeider", "not_in_bundle", ("geen infosessie", "052 44 55 66"), ("Bron:",)),
    ],
)
def test_sessions_to_come_past_and_absent(
    dialogue: Callable[..., Dialogue], page: str, outcome: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    d = dialogue(page)
    assert d.says(ASK, "ask_infosession").outcome == outcome
    assert all(part in d.text for part in said)
    assert not any(part in d.text for part in unsaid)
    assert ("Bron:" in d.text) == (outcome == "answered")


@pytest.mark.parametrize(
    ("text", "question", "said", "unsaid"),
    [
        (
            "De infosessie van 3 december 2026 is verplaatst naar 10 december 2026 om 18 uur in het stadhuis.",
            ASK, ("verplaatst", "10 december 2026"), ("voorbij",),
        ),
        ("De infosessie van donderdag 3 december 2026 om 18 uur is geannuleerd.", ASK, ("geannuleerd",), ("Er is een infosessie",)),
        ("De infosessie van donderdag 3 december 2026 om 18 uur is volzet.", ASK, ("volzet",), ("Er is een infosessie",)),
        (
            "Op zaterdag 5 december 2026 om 10 uur is er een infosessie in de cafetaria. Inschrijven is niet nodig.",
            "Moet ik me inschrijven voor de infosessie?", ("niet nodig", "5 december 2026"), (),
        ),
        (
            "Op 5 december 2026 om 10 uur is er een infosessie in de cafetaria. Schrijf je in voor 20 november 2026 via info@leemstede.example.be.",
            "Kan ik me nog inschrijven voor de infosessie?", ("voorbij", "5 december 2026"), (),
        ),
        (
            "De infosessie van 3 december 2026 is verplaatst naar 10 december 2026 om 18 uur in het stadhuis.",
            "Kan ik nog komen op 3 december?", ("“De infosessie van 3 december 2026 is verplaatst", "10 december 2026 om 18 uur"), (),
        ),
        (
            "De infosessie is op donderdag 3 december 2026 van 18 tot 19.30 uur in het stadhuis.",
            "Hoe lang duurt de infosessie?", ("van 18 tot 19.30",), (),
        ),
    ],
)  # fmt: skip
def test_what_happened_to_a_session(services: Services, text: str, question: str, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    d = about(services, bundle_about(f"## Infosessie\n\n{text}"))
    assert d.says(question, "ask_infosession").outcome == "answered"
    assert all(part in d.text for part in said)
    assert not any(part in d.text for part in unsaid)


def test_how_long_it_lasts_only_where_the_bundle_tells(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue("doornwal_zorgcoordinator")
    d.says("Hoe lang duurt de infosessie?", "ask_infosession")
    assert "90 minuten" in d.text
    other = dialogue("vaartkant_jurist")
    assert other.says("Hoe lang duurt de infosessie?", "ask_infosession").outcome == "not_in_bundle"


@pytest.mark.parametrize(
    ("question", "day", "other"),
    [
        ("Hoe laat is de sessie van 3 december?", "3 december", "1 december"),
        ("Is er een sessie online?", "3 december", "1 december"),
        ("Waar is de sessie van dinsdag?", "1 december", "3 december"),
        ("De sessie in het stadhuis, wanneer is die?", "1 december", "3 december"),
    ],
)
def test_the_session_that_the_words_point_at(services: Services, question: str, day: str, other: str) -> None:
    text = (
        "## Infosessies\n\n- dinsdag 1 december 2026 om 19 uur: infosessie in het stadhuis\n"
        "- donderdag 3 december 2026 om 12.30 uur: infosessie via Microsoft Teams"
    )
    d = about(services, bundle_about(text))
    d.says(question, "ask_infosession")
    assert day in d.text
    assert other not in d.text.split("Bron:")[0]


def test_registering_asked_with_that_after_a_question_on_the_session(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue("doornwal_zorgcoordinator")
    d.says(ASK, "ask_infosession")
    d.says("Hoe kan ik me daarvoor inschrijven?", "ask_how_to_apply")
    assert "info@doornwal.example.be" in d.text
    assert "jobs@doornwal.example.be" not in d.text
