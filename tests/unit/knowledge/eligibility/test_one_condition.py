"""Messages on one condition alone: the sentence on that decides, never the diploma."""

from datetime import date

import pytest

from knowledge.eligibility.candidate import parse_candidate
from knowledge.eligibility.one_condition import Told, judge_one
from knowledge.model import Citation, Fact, Requirement, Vacancy

LICENCE = "Een rijbewijs B is leuk maar geen vereiste."
FIRST_AID = "Je hebt een attest van hulpverlener, of je behaalt het binnen het jaar op onze kosten."
FORKLIFT = "Je bezit een heftruckattest."
COURSE = "Een opleiding tot vertrouwenspersoon is een pluspunt."
SENTENCES = [
    Told(text, "profiel", Citation(10 * index, 10 * index + 9, text), condition=True)
    for index, text in enumerate((LICENCE, FIRST_AID, FORKLIFT, COURSE))
]
AGE = Fact(Requirement("age", "Je bent minstens 18 jaar bij de indiensttreding.", value="18", deadline_text="bij de indiensttreding"), ())


@pytest.mark.parametrize(
    ("message", "verdict", "quote"),
    [
        ("ik heb geen rijbewijs, is dat een probleem?", "eligible", LICENCE),
        ("ik heb geen ehbo", "eligible", FIRST_AID),
        ("Ik heb geen heftruckattest, kan ik toch solliciteren?", "not_eligible", FORKLIFT),
        ("de opleiding tot vertrouwenspersoon heb ik niet gevolgd, erg?", "eligible", COURSE),
        ("ik ben 16, mag dat?", "not_eligible", AGE.value.text),
        ("ik ben 17 en word 18 in maart", "uncertain", AGE.value.text),
        ("ik ben 61, te oud?", "eligible", AGE.value.text),
    ],
)
def test_the_sentence_on_that_condition_decides(message: str, verdict: str, quote: str) -> None:
    judged = judge_one(Vacancy("x", "x", True, requirements=(AGE,)), parse_candidate(message, date(2026, 11, 21)), SENTENCES)
    assert judged is not None
    assert judged.verdict == verdict
    assert quote in {clause.text for clause in (*judged.met, *judged.unmet, *judged.unknown)}


@pytest.mark.parametrize("message", ["ik heb een bachelor en geen rijbewijs", "geen diploma", "mag ik solliciteren?"])
def test_who_tells_of_a_diploma_or_nothing_is_no_such_case(message: str) -> None:
    assert judge_one(Vacancy("x", "x", True, requirements=(AGE,)), parse_candidate(message, date(2026, 11, 21)), SENTENCES) is None


def test_what_the_bundle_never_names_is_no_obstacle() -> None:
    judged = judge_one(Vacancy("x", "x", True), parse_candidate("ik heb geen rijbewijs, erg?", date(2026, 11, 21)), SENTENCES[1:])
    assert judged is not None
    assert judged.verdict == "eligible"
