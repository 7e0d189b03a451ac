import pytest

from actions.topic_cues import SURE, cued, second_opinion, speaks_of_the_domain
from actions.turn import Segment


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("tot wnr kank solliciteren", "ask_deadline"),
        ("Wat is de uiterste datum?", "ask_deadline"),
        ("ben ik nog op tijd of te laat om te solliciteren", "ask_deadline"),
        ("naar welk mailadres moet mijn cv", "ask_how_to_apply"),
        ("welke bijlagen moet ik meesturen", "ask_documents"),
        ("kan ik eens komen kijken", "ask_infosession"),
        ("hoeveel schuift dat", "ask_salary"),
        ("is het loon netto", "ask_salary"),
        ("tellen jullie mijn anciënniteit mee", "ask_seniority"),
        ("zijn er maaltijdcheques", "ask_benefits"),
        ("hoeveel verlof heb ik", "ask_leave"),
        ("is dat statutair of contractueel", "ask_contract"),
        ("is het voltijds", "ask_working_hours"),
        ("mag ik van thuis werken", "ask_telework"),
        ("wanneer kan ik beginnen", "ask_start_date"),
        ("waar zou ik werken", "ask_workplace"),
        ("wat zijn de taken", "ask_job_content"),
        ("is er een schriftelijke proef", "ask_selection"),
        ("hoeveel moet ik halen", "ask_pass_mark"),
        ("kan ik inzage krijgen", "ask_feedback"),
        ("wanneer hoor ik iets", "ask_result"),
        ("wie zit er in de jury", "ask_jury"),
        ("komt er een wervingsreserve", "ask_reserve"),
        ("heb ik een rijbewijs nodig", "ask_driving_licence"),
        ("mag ik een strafblad hebben", "ask_criminal_record"),
        ("welk diploma vragen jullie", "ask_diploma"),
        ("mag ik voor beide functies solliciteren", "ask_multiple_applications"),
        ("welke vacatures zijn er", "ask_vacancies"),
        ("wie kan ik bellen", "ask_contact"),
        ("quel diplôme faut-il", "ask_diploma"),
        ("what is the salary", "ask_salary"),
    ],
)
def test_words_that_give_a_topic_away(text: str, intent: str) -> None:
    assert intent in cued(text)


@pytest.mark.parametrize("text", ["hallo", "dank je", "regent het morgen?", "zeg eens iets", ""])
def test_other_words_give_none_away(text: str) -> None:
    assert cued(text) == []


def _segment(text: str, *ranking: tuple[str, float]) -> Segment:
    return Segment(text, ranking[0][0], ranking[0][1], ranking)


def test_a_sure_classifier_is_believed() -> None:
    segment = _segment("wat is het loon", ("ask_benefits", SURE), ("ask_salary", 0.2))
    assert second_opinion(segment) is segment


def test_words_decide_where_the_classifier_doubts() -> None:
    segment = _segment("wat is het bruto loon", ("ask_benefits", 0.4), ("ask_salary", 0.3))
    assert second_opinion(segment).intent == "ask_salary"
    assert second_opinion(_segment("zomaar iets", ("ask_benefits", 0.4), ("ask_salary", 0.3))).intent == "ask_benefits"


def test_the_language_survives_a_second_opinion() -> None:
    segment = Segment("what is the salary", "ask_benefits", 0.3, (("ask_benefits", 0.3),), "en")
    assert second_opinion(segment).language == "en"


@pytest.mark.parametrize(("text", "domain"), [("hoeveel kost solliciteren", True), ("een vraag over het contract", True), ("een mop graag", False)])
def test_words_of_the_domain(text: str, domain: bool) -> None:
    assert speaks_of_the_domain([text]) is domain
