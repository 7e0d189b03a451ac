"""Conditions that stand in several sentences: each that names a diploma counts, what stays unread refuses nobody."""

from datetime import date

import pytest

from knowledge.eligibility.candidate import parse_candidate
from knowledge.eligibility.rules import judge
from knowledge.extractors.diploma import extract_diploma
from knowledge.extractors.requirements import extract_requirements
from knowledge.model import Vacancy

from .notation import source

YES, UNSURE, NO = "eligible", "uncertain", "not_eligible"

DIET = (
    "# Jouw profiel\nJe bent bachelor in de voedings- en dieetkunde. Koks met een diploma secundair onderwijs hotel komen in aanmerking als ze"
    " minstens zes jaar ervaring in een ziekenhuiskeuken hebben. Masters in de voedingsindustrie zijn ook welkom."
)
LAWYER = (
    "# Profiel\nAls jurist behaalde je een master in de rechten."
    " Ook masters in de criminologie met minstens vier jaar ervaring in handhaving zijn welkom."
)
DOORS = (
    "# Wie kan meedoen?\nJe hebt een masterdiploma, in om het even welke richting. Ervaring vragen we dan niet.\n"
    "Je hebt een bachelordiploma en je hebt minstens vier jaar gewerkt in de boekhouding."
)
APART = "# Voorwaarden\nDiploma: bachelor\nStudierichting: sociaal werk, gezinswetenschappen of orthopedagogie"
REFUSES = (
    "# Voorwaarden\nJe hebt een bachelor in het sociaal werk. De stad laat geen afwijking toe op grond van ervaring of van een capaciteitsproef."
)
NURSE = (
    "# Profiel\nJe bent bachelor in de verpleegkunde.\n"
    "Je hebt minstens drie jaar ervaring als verpleegkundige, waarvan een jaar in een woonzorgcentrum."
)


def verdict(text: str, message: str) -> str:
    bundle = source(text)
    vacancy = Vacancy("x", "x", True, diploma=extract_diploma(bundle), requirements=extract_requirements(bundle))
    return judge(vacancy, parse_candidate(message, date(2026, 11, 21))).verdict


@pytest.mark.parametrize(
    ("text", "message", "wanted"),
    [
        (DIET, "ik ben bachelor voedings- en dieetkunde", YES),
        (DIET, "ik heb een diploma secundair onderwijs hotel en 8 jaar ervaring in een ziekenhuiskeuken", YES),
        (DIET, "diploma secundair onderwijs hotel, 3 jaar ervaring in een ziekenhuiskeuken", NO),
        (DIET, "ik heb een bachelor toerisme", NO),
        (LAWYER, "master in de rechten", YES),
        (LAWYER, "master criminologie, zes jaar ervaring in handhaving", YES),
        (LAWYER, "master criminologie zonder ervaring", NO),
        (LAWYER, "master geschiedenis met tien jaar ervaring in handhaving", NO),
        (DOORS, "ik heb een master geschiedenis en geen ervaring", YES),
        (DOORS, "bachelor toerisme, zes jaar boekhouder geweest", YES),
        (DOORS, "bachelor toerisme, twee jaar boekhouder geweest", NO),
        (APART, "bachelor orthopedagogie", YES),
        (APART, "bachelor marketing", NO),
        (REFUSES, "ik heb een bachelor marketing en tien jaar ervaring als maatschappelijk werker", NO),
        (NURSE, "bachelor verpleegkunde met tien jaar ervaring als verpleegkundige waarvan 6 in een rusthuis", YES),
        (NURSE, "bachelor verpleegkunde, tien jaar ervaring als verpleegkundige in een ziekenhuis", UNSURE),
        (NURSE, "bachelor verpleegkunde, pas afgestudeerd", NO),
    ],
)
def test_verdict(text: str, message: str, wanted: str) -> None:
    assert verdict(text, message) == wanted


def test_what_is_preferred_by_its_heading_is_no_demand() -> None:
    found = extract_requirements(source("# Voorwaarden\n- Je hebt een rijbewijs B.\n# Wat is mooi meegenomen\n- Rijbewijs C"))
    assert [(fact.value.value, fact.value.required) for fact in found] == [("B", True), ("C", False)]


def test_less_work_from_an_age_on_is_no_minimum_age() -> None:
    assert not extract_requirements(source("# Aanwervingsvoorwaarden\n|Verlof | 31 dagen, vanaf 45 jaar arbeidsduurvermindering"))
