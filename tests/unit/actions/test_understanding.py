import pytest

from actions.services import Services
from actions.turn import Segment, State, Turn
from actions.understanding import understand

from .bundles import bundle_about
from .dialogue import about, capability_of

ZORG, JURIST = "doornwal_zorgcoordinator", "vaartkant_jurist"


def _understood(
    services: Services, text: str, intent: str, confidence: float = 0.9, page: str | None = ZORG, state: State | None = None
) -> tuple[str, str, str]:
    segment = Segment(text, intent, confidence, ((intent, confidence),))
    turn, capability = understand(Turn(text, (segment,), "conversation-000004", page, state or State(vacancy=page)), services, capability_of(intent))
    return capability, turn.segments[0].intent, turn.segments[0].text


@pytest.mark.parametrize(
    ("text", "intent", "confidence", "capability", "corrected"),
    [
        ("Tot wanneer kan ik solliciteren?", "ask_deadline", 0.9, "answer", "ask_deadline"),
        ("nummer van Karel Dumon", "out_of_scope", 0.6, "answer", "ask_contact"),
        ("mailadres van de recruiter?", "ask_how_to_apply", 0.8, "answer", "ask_contact"),
        ("wie kan ik bereiken over de job", "request_person", 0.4, "answer", "ask_contact"),
        ("wanneer is de jury er", "ask_jury", 0.8, "answer", "ask_selection"),
        ("wie zit er in de jury", "ask_jury", 0.8, "answer", "ask_jury"),
        ("Ik heb een bachelor verpleegkunde, mag ik meedoen?", "ask_diploma", 0.8, "eligibility", "ask_diploma"),
        ("kom ik in aanmerking met mijn graduaat?", "out_of_scope", 0.5, "eligibility", "out_of_scope"),
        ("mag ik mijn hond meebrengen?", "out_of_scope", 0.9, "out_of_scope", "out_of_scope"),
        ("kan ik nog solliciteren, of is de deadline voorbij?", "check_eligibility", 0.8, "answer", "ask_deadline"),
        ("Schrijf me in voor de infosessie", "ask_infosession", 0.6, "signup_anew", "ask_infosession"),
        ("Schrijf me in voor de infosessie", "cancel_signup", 0.6, "signup_anew", "cancel_signup"),
        ("schrijf me in, Lien Maes, lien@example.be", "check_eligibility", 0.6, "signup_anew", "check_eligibility"),
        ("laat maar, ik schrijf me niet in", "cancel_signup", 0.6, "signup", "cancel_signup"),
        ("Annuleer mijn inschrijving", "cancel_signup", 0.9, "signup", "cancel_signup"),
        ("Is mijn kandidatuur goed ontvangen?", "ask_deadline", 0.7, "person", "ask_deadline"),
        ("het is mooi weer", "inform", 0.8, "out_of_scope", "inform"),
    ],
)
def test_what_a_message_is_taken_for(services: Services, text: str, intent: str, confidence: float, capability: str, corrected: str) -> None:
    assert _understood(services, text, intent, confidence)[:2] == (capability, corrected)


def test_several_vacancies_in_one_comparison(services: Services) -> None:
    question = "Vergelijk het loon van de jurist en de zorgcoördinator"
    assert _understood(services, question, "ask_salary", page=None)[0] == "vacancies"
    assert _understood(services, question, "ask_salary", page=ZORG)[0] == "answer"


@pytest.mark.parametrize(
    ("text", "before", "topic", "intent", "completed"),
    [
        ("En het mondeling?", "Wanneer is de schriftelijke proef?", "ask_selection", "ask_selection", "Wanneer is de En het mondeling?"),
        ("wanneer?", "Hoe verloopt de mondelinge proef?", "ask_pass_mark", "ask_selection", ""),
        ("En het loon?", "Tot wanneer kan ik solliciteren?", "ask_deadline", "ask_salary", ""),
        ("Dat is een heel andere vraag over iets", "Wat is het loon?", "ask_salary", "ask_salary", "Dat is een heel andere vraag over iets"),
    ],
)
def test_what_a_short_follow_up_leaves_to_be_understood(services: Services, text: str, before: str, topic: str, intent: str, completed: str) -> None:
    said = "ask_salary" if intent == "ask_salary" else "out_of_scope"
    _, found, words = _understood(services, text, said, 0.4, state=State(vacancy=ZORG, topic=topic, question=before))
    assert found == intent
    assert words == completed or not completed


def test_registering_for_that_is_about_the_session(services: Services) -> None:
    state = State(vacancy=ZORG, topic="ask_infosession", question="Is er een infosessie?")
    assert _understood(services, "Moet ik me daarvoor inschrijven?", "ask_how_to_apply", state=state)[1] == "ask_infosession"
    assert _understood(services, "Moet ik me daarvoor inschrijven?", "ask_how_to_apply")[1] == "ask_how_to_apply"


def test_a_pronoun_is_the_person_last_named(services: Services) -> None:
    state = State(vacancy=ZORG, contact="Els Baert")
    assert _understood(services, "Op welke dagen is ze bereikbaar?", "ask_working_hours", state=state)[1] == "ask_contact"


@pytest.mark.parametrize(
    ("message", "intent", "said"),
    [
        ("ik deed vorig jaar al mee, mag ik nog eens?", "check_eligibility", "wie toen meedeed"),
        ("telt mijn werk als magazijnier in een bedrijf mee als ervaring voor het loon?", "ask_experience", "tellen mee voor vijf jaar"),
        ("wat als ik op 12 januari niet kan?", "ask_start_date", "niet in de infobundel"),
    ],
)
def test_what_the_words_ask_whatever_the_classifier_makes_of_it(services: Services, message: str, intent: str, said: str) -> None:
    part = (
        "## Selectie\n\nDe proef is op dinsdag 12 januari 2027. De vorige oproep leverde niemand op; wie toen meedeed, mag opnieuw deelnemen.\n\n"
        "## Loon\n\nJaren ervaring in de privé tellen mee voor vijf jaar."
    )
    d = about(services, bundle_about(part))
    d.says(message, intent)
    assert said in d.text
    assert d.result.verdict is None
