from collections.abc import Callable
from datetime import datetime

import pytest

from actions.answers.contacts import by_topic, for_intent, referral, topic_in
from actions.services import Services
from knowledge.catalog import Snapshot
from knowledge.clock import BRUSSELS

from ..bundles import bundle_about
from ..dialogue import Dialogue, about

ELS, KAREL, JOKE = ("Els Baert", "0471 12 34 56"), ("Karel Dumon", "055 12 34 57"), ("Joke Steen", "055 12 34 58")
SATURDAY, MONDAY_MORNING, MONDAY_EVENING = datetime(2026, 11, 21, 12), datetime(2026, 11, 23, 10), datetime(2026, 11, 23, 18)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("question", "contact"),
    [
        ("Wie kan ik contacteren over de job zelf?", KAREL),
        ("Wie weet meer over de inhoud van de functie?", KAREL),
        ("Who can I call about the job itself?", KAREL),
        ("Wie kan ik bellen over de selectieprocedure?", ELS),
        ("Bij wie moet ik zijn met een vraag over mijn kandidatuur?", JOKE),
        ("Wie is de recruiter?", ELS),
        ("Wat is het nummer van het diensthoofd?", KAREL),
        ("Hoe bereik ik de dossierbeheerder?", JOKE),
        ("Wat is het nummer van Karel Dumon?", KAREL),
        ("nr van Joke aub", JOKE),
    ],
)
def test_the_contact_by_topic_role_or_name(dialogue: Callable[..., Dialogue], question: str, contact: tuple[str, str]) -> None:
    d = dialogue("doornwal_zorgcoordinator")
    assert d.says(question, "ask_contact").outcome == "answered"
    assert all(part in d.text for part in contact)
    assert not any(other[0] in d.text for other in (ELS, KAREL, JOKE) if other != contact)
    assert "Bron:" in d.text
    assert d.state.contact == contact[0]


def test_without_a_topic_everybody_is_named(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue("doornwal_zorgcoordinator")
    d.says("Wie zijn de contactpersonen?", "ask_contact")
    assert all(part in d.text for contact in (ELS, KAREL, JOKE) for part in contact)


@pytest.mark.parametrize("question", ["Wat is haar mailadres?", "Heb je haar e-mail?", "what is her email?"])
def test_a_pronoun_is_the_person_last_named(dialogue: Callable[..., Dialogue], question: str) -> None:
    d = dialogue("doornwal_zorgcoordinator")
    d.says("Wie is de recruiter?", "ask_contact")
    d.says(question, "ask_contact")
    assert "els.baert@doornwal.example.be" in d.text
    assert KAREL[0] not in d.text


@pytest.mark.parametrize(
    ("now", "yes"),
    [(SATURDAY, False), (MONDAY_MORNING, True), (MONDAY_EVENING, False)],
)
def test_whether_one_can_call_now(dialogue: Callable[..., Dialogue], now: datetime, yes: bool) -> None:
    d = dialogue("doornwal_zorgcoordinator").at(now.replace(tzinfo=BRUSSELS))
    d.says("Wie is de recruiter?", "ask_contact")
    d.says("Kan ik haar nu bellen?", "ask_contact")
    assert d.text.startswith("Ja" if yes else "Nee")
    assert ELS[1] in d.text
    assert "tussen 9 en 17 uur" in d.text


def test_hours_that_the_bundle_leaves_out_are_not_guessed(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue("doornwal_zorgcoordinator")
    d.says("Kan ik Karel Dumon nu bellen?", "ask_contact")
    assert not d.text.startswith(("Ja", "Nee"))
    assert KAREL[1] in d.text


def test_the_same_person_has_another_number_in_another_bundle(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue("vaartkant_jurist")
    d.says("Wat is het nummer van Joke Steen?", "ask_contact")
    assert "051 22 33 44" in d.text
    assert JOKE[1] not in d.text


def test_a_name_without_a_vacancy_gives_every_bundle_that_has_it(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue()
    d.says("Wat is het nummer van Joke Steen?", "ask_contact")
    assert JOKE[1] in d.text
    assert "051 22 33 44" in d.text
    assert len({source.vacancy for reply in d.result.replies for source in reply.sources}) == 2


def test_no_contact_at_all(services: Services) -> None:
    d = about(services, bundle_about("## Taken\n\n- Je bewaart oude kaarten."))
    assert d.says("Wie kan ik bellen?", "ask_contact").outcome == "not_in_bundle"
    assert d.result.replies[0].sources == ()


def test_who_to_refer_to(snapshot: Snapshot) -> None:
    vacancy = snapshot.vacancies["doornwal_zorgcoordinator"]
    named = {intent: referral(vacancy, intent)[0] for intent in ("ask_salary", "ask_job_content", "ask_documents")}
    assert named["ask_salary"].startswith(ELS[0])
    assert named["ask_job_content"].startswith(KAREL[0])
    assert named["ask_documents"].startswith(JOKE[0])
    only = for_intent(snapshot.vacancies["broekdorp_groenarbeider"], "ask_job_content")
    assert only is not None
    assert only.value.phones == ("+3252445566",)
    assert [fact.value.name for fact in by_topic(vacancy, "infosessie")] == [ELS[0]]


@pytest.mark.parametrize(
    ("question", "topic"),
    [("iets over de infosessie", "infosessie"), ("over de job zelf", "functie"), ("mijn dossier", "kandidatuur"), ("de jury", "selectieprocedure")],
)
def test_the_topic_of_a_question(question: str, topic: str) -> None:
    assert topic_in(question) == topic
    assert topic_in("een gewone vraag") is None


_TWO_DESKS = """## Meer weten?

Voor vragen over loon en verzekeringen: Nora Blom, hr-deskundige, 055 12 00 01. Zij werkt van dinsdag tot vrijdag.

Voor vragen over de depots en de kaarten: Ward Kuyl, depotbeheerder, 055 12 00 02.
"""


@pytest.mark.parametrize(
    ("question", "name", "other"),
    [
        ("Wie moet ik hebben voor een vraag over het loon?", "Nora Blom", "Ward Kuyl"),
        ("bij wie kan ik terecht over verzekeringen", "Nora Blom", "Ward Kuyl"),
        ("Wie weet meer over de kaarten?", "Ward Kuyl", "Nora Blom"),
    ],
)
def test_the_contact_whose_part_speaks_of_the_matter(services: Services, question: str, name: str, other: str) -> None:
    d = about(services, bundle_about(_TWO_DESKS))
    d.says(question, "ask_salary")
    assert name in d.text
    assert other not in d.text


def test_hours_of_the_person_just_named(services: Services) -> None:
    d = about(services, bundle_about(_TWO_DESKS))
    d.says("Wie moet ik hebben voor een vraag over het loon?", "ask_contact")
    d.says("en op welke dagen werkt die?", "ask_working_hours", 0.5)
    assert "dinsdag tot vrijdag" in d.text
    assert "Ward Kuyl" not in d.text


_DAYS_OFF = """## Vragen

Over het loon: Wout Segers, 055 12 00 03, maandag tot donderdag van 9 tot 12 uur.

Over de job: Lies Maertens, 055 12 00 04 (tussen 8 en 15 uur, woensdag vrij).
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("kan ik Wout vrijdag bellen?", "Nee, op vrijdag"),
        ("is wout op maandag bereikbaar?", "Ja, op maandag"),
        ("kan ik Lies woensdag bereiken?", "Nee, op woensdag"),
        ("op welke dagen kan ik wout bereiken", "maandag tot donderdag"),
    ],
)
def test_the_days_of_one_person_by_first_name(services: Services, question: str, said: str) -> None:
    d = about(services, bundle_about(_DAYS_OFF))
    assert d.says(question, "ask_working_hours", 0.5).outcome == "answered"
    assert said in d.text


def test_mailing_an_application_to_someone_is_no_question_about_that_person(services: Services) -> None:
    part = "## Solliciteren\n\nSolliciteren doe je via het formulier op onze website. Mails nemen we niet aan."
    d = about(services, bundle_about(f"{_DAYS_OFF}\n{part}"))
    d.says("mag ik mijn cv mailen naar Lies?", "ask_how_to_apply")
    assert "online" in d.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("kan ik Tine vrijdag bellen?", "Nee, op vrijdag"),
        ("kan ik Tine maandag bellen?", "Ja, op maandag"),
        ("kan ik Bram om 16 uur bellen?", "Nee, om 16 uur"),
    ],
)
def test_several_days_off_and_hours(services: Services, question: str, said: str) -> None:
    part = "## Vragen\n\nLoon: Tine Claes, 055 12 00 05, niet op dinsdag en vrijdag.\n\nJob: Bram Wouters, 055 12 00 06, tussen 10 en 14 uur."
    d = about(services, bundle_about(part))
    d.says(question, "ask_contact")
    assert said in d.text
