"""The trained model on messages written for development: behaviour by kind, not the measure (that is benchmarks/nlu.py)."""

import tarfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bot.dialogue.nlu.intent_model import IntentModel
from bot.dialogue.nlu.reading import Reading, read
from index.encoder.openvino_engine import OpenVinoEncoder
from knowledge.settings import load_settings

pytestmark = pytest.mark.integration

Understand = Callable[[str], Reading]


@pytest.fixture(scope="module")
def understand(encoder_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Understand:
    archives = list(load_settings().rasa_model_dir.glob("*.tar.gz"))
    if not archives:
        pytest.fail("the Rasa model is not trained: run `make setup`")
    folder = tmp_path_factory.mktemp("model")
    with tarfile.open(archives[0]) as archive:
        for member in archive.getmembers():
            if Path(member.name).name.startswith("intent_model."):
                (folder / Path(member.name).name).write_bytes(archive.extractfile(member).read())  # type: ignore[union-attr]
    model = IntentModel.load(folder, OpenVinoEncoder(encoder_dir))

    def classify(texts: Sequence[str]) -> list[dict[str, float]]:
        return [dict(zip(model.intents, map(float, row), strict=True)) for row in model.probabilities(texts)]

    return lambda message: read(message, classify)


DEVELOPMENT = [
    ("Kan ik deze week nog mijn kandidatuur binnensteken?", "ask_deadline"),
    ("tot wnr kank solliciteren vr groenarbeider", "ask_deadline"),
    ("En tot wanneer heb ik daar de tijd voor?", "ask_deadline"),
    ("Mag ik mijn kandidatuur ook gewoon mailen?", "ask_how_to_apply"),
    ("Welke documenten moest ik meesturen met mijn kandidatuur?", "ask_documents"),
    ("telefoon van joke steenhaut aub", "ask_contact"),
    ("gsm van de teamcoach", "ask_contact"),
    ("Wie bel ik over de inhoud van de job en tussen welke uren kan dat?", "ask_contact"),
    ("Wanneer zijn de infosessies en waar gaan ze door?", "ask_infosession"),
    ("wanneer is het online infomoment", "ask_infosession"),
    ("doe mij die fysieke infosessie maar", "signup_infosession"),
    ("inschrijve infoavond kinderbegeleider aub", "signup_infosession"),
    ("Quel diplôme faut-il pour ce poste ?", "ask_diploma"),
    ("Ik heb een master in de pedagogische wetenschappen. Kom ik in aanmerking?", "check_eligibility"),
    ("ik heb enkel een bachelor lager onderwijs, magek meedoen?", "check_eligibility"),
    ("heb ne master communicatiewetenschappen is da ook goed", "check_eligibility"),
    ("J'ai un diplôme d'infirmière obtenu en France, puis-je postuler ?", "check_eligibility"),
    ("Which driving licence is required for this job?", "ask_driving_licence"),
    ("How old may the criminal record extract be at most?", "ask_criminal_record"),
    ("Hoeveel stappen telt de selectie en welke zijn dat?", "ask_selection"),
    ("wnr is da mondeling gesprek me de jury juist?", "ask_selection"),
    ("Hoeveel procent moet ik behalen op het mondelinge gedeelte om geslaagd te zijn?", "ask_pass_mark"),
    ("Wie zit er in de selectiecommissie?", "ask_jury"),
    ("Ik heb dyslexie. Kan ik extra tijd krijgen bij de proeven?", "ask_adjustments"),
    ("ik moet werken op de dag van de praktische proef, kan dat anders", "reschedule_test"),
    ("Wanneer krijg ik de uitslag van het mondelinge gedeelte?", "ask_result"),
    ("feedback vanaf wanneer", "ask_feedback"),
    ("kan ik nu al feedback vragen?", "ask_feedback"),
    ("wa verdien ik daar zo ongeveer als zorgco?", "ask_salary"),
    ("minimum brutoloon armoedecoordinator?", "ask_salary"),
    ("What is the gross monthly salary range?", "ask_salary"),
    ("neemt de stad mijn jaren bij een bank mee voor mijn loon", "ask_seniority"),
    ("krijg ik ook ecocheques?", "ask_benefits"),
    ("How much is the meal voucher worth?", "ask_benefits"),
    ("Combien de jours de congé par an ?", "ask_leave"),
    ("hoe lang duurt het contract?", "ask_contract"),
    ("Van wanneer tot wanneer loopt het contract?", "ask_contract"),
    ("is der avondwerk", "ask_working_hours"),
    ("moek nachten doen?", "ask_working_hours"),
    ("Le télétravail est-il possible ?", "ask_telework"),
    ("When does the job start?", "ask_start_date"),
    ("is der parking voorzien vr t personeel", "ask_workplace"),
    ("Wat zijn de taken van de zorgcoördinator volgens dit document?", "ask_job_content"),
    ("What are the city's four values?", "ask_employer"),
    ("hoe lang blijft de reserve geldig?", "ask_reserve"),
    ("ik wil mijn sollicitatie intrekken want ik verhuis naar Spanje", "withdraw_application"),
    ("mag ik voor jurist en voor boekhouder tegelijk solliciteren", "ask_multiple_applications"),
    ("die mail over mijn gesprek, komt die echt van de stad?", "check_authenticity"),
    ("Bij welke vacatures kan ik vandaag nog solliciteren?", "ask_vacancies"),
    ("Which vacancies require a driving licence B?", "ask_vacancies"),
    ("Wis alles wat je van mij hebt", "erase_conversation"),
    ("wordt wat ik hier typ bewaard?", "ask_privacy"),
    ("Ben jij een robot of een echte mens?", "ask_bot"),
    ("merci he, gij hebt mij goe geholpen!", "thank"),
    ("hey alles goed?", "greet"),
    ("Wat voor weer wordt het morgen in Gent?", "out_of_scope"),
    ("Schrijf eens een gedicht over de zee.", "out_of_scope"),
    ("Kan jij mijn identiteitskaart verlengen?", "out_of_scope"),
]


def test_development_messages(understand: Understand) -> None:
    wrong = [(text, intent, understand(text).ranking[0]) for text, intent in DEVELOPMENT if understand(text).ranking[0][0] != intent]
    assert len(wrong) <= 0.08 * len(DEVELOPMENT), wrong


WRITES = {"affirm", "erase_conversation", "signup_infosession", "cancel_signup", "withdraw_application"}


@pytest.mark.parametrize(
    "message",
    [
        "@@@@",
        "<script>alert(1)</script>",
        "😂😂",
        "👍",
        "asdf",
        "qsdfqsdf",
        "xyzxyz",
        "jjjjkkkk",
        "ja" * 500 + "x",
        "\u202egnirts",
        "1=1",
        "%%20%0a",
        "jandoedel",
    ],
)
def test_garbage_never_agrees_or_writes(understand: Understand, message: str) -> None:
    reading = understand(message)
    assert reading.ranking[0][0] not in WRITES
    assert not {segment.intent for segment in reading.segments} & WRITES


@pytest.mark.parametrize(
    ("message", "intents"),
    [
        ("Hoeveel verdien ik en mag ik thuiswerken?", ["ask_salary", "ask_telework"]),
        ("Tot wanneer kan ik solliciteren? Welk diploma heb ik nodig?", ["ask_deadline", "ask_diploma"]),
        ("krijg ik een gsm vant werk en is der een eindejaarspremie?", ["ask_benefits", "ask_benefits"]),
        ("Hallo. Is er parking? En wat is het loon?", ["greet", "ask_workplace", "ask_salary"]),
    ],
)
def test_every_question_of_a_message_is_understood(understand: Understand, message: str, intents: list[str]) -> None:
    assert [segment.intent for segment in understand(message).segments] == intents
