"""What is read of a candidate's own words."""

from datetime import date

import pytest

from knowledge.eligibility.candidate import is_correction, parse_candidate
from knowledge.eligibility.model import Held

TODAY = date(2026, 11, 21)


def held(text: str) -> Held:
    (only,) = parse_candidate(text, TODAY).diplomas
    return only


@pytest.mark.parametrize(
    ("text", "status", "expected"),
    [
        ("ik heb een bachelor rechten", "finished", None),
        ("ik ben laatstejaars bachelor rechten", "final_year", None),
        ("ik studeer in juni 2027 af als bachelor journalistiek", "final_year", date(2027, 6, 1)),
        ("ik zit in mijn laatste jaar master biologie", "final_year", None),
        ("ik volg nu een bachelor rechten", "studying", None),
        ("ik heb een bachelor rechten niet afgemaakt", "unfinished", None),
        ("I am a final year student, bachelor in nursing", "final_year", None),
    ],
)
def test_status(text: str, status: str, expected: date | None) -> None:
    diploma = held(text)
    assert diploma.status == status
    assert diploma.expected == expected


@pytest.mark.parametrize(
    ("text", "country", "recognised"),
    [
        ("bachelor uit Nederland", "NL", None),
        ("master behaald in Marokko, niet erkend", "MA", False),
        ("master uit Spanje, erkend door NARIC", "ES", True),
        ("een buitenlands masterdiploma", "??", None),
        ("bachelor behaald in Luik", "BE-FR", None),
        ("bachelor rechten", None, None),
        ("ik heb een bachelor en spreek Nederlands", None, None),
        ("J'ai un master obtenu en France", "FR", None),
    ],
)
def test_country_and_recognition(text: str, country: str | None, recognised: bool | None) -> None:
    diploma = held(text)
    assert diploma.country == country
    assert diploma.recognised is recognised


@pytest.mark.parametrize(
    ("text", "licences"),
    [
        ("ik heb rijbewijs B", (("B", "held"),)),
        ("geen rijbewijs", (("B", "not_held"),)),
        ("ik heb rijbewijs B maar geen C", (("B", "held"), ("C", "not_held"))),
        ("rijbewijs B en C", (("B", "held"), ("C", "held"))),
        ("heb nog geen rijbewijs B, ben bezig met de lessen", (("B", "learning"),)),
        ("ik heb een voorlopig rijbewijs", (("B", "learning"),)),
        ("I have a driving licence B", (("B", "held"),)),
        ("j'ai le permis C", (("C", "held"),)),
        ("ik heb een bachelor", ()),
    ],
)
def test_driving_licences(text: str, licences: tuple[tuple[str, str], ...]) -> None:
    assert parse_candidate(text, TODAY).licences == licences


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("ik ben 17", 17),
        ("ben 24", 24),
        ("I am 17 years old", 17),
        ("ik word bijna 18", 17),
        ("ik ben al 10 jaar kok", None),
        ("5 jaar ervaring", None),
        ("j'ai 19 ans", 19),
    ],
)
def test_age(text: str, age: int | None) -> None:
    assert parse_candidate(text, TODAY).age == age


@pytest.mark.parametrize(
    ("text", "years", "kind"),
    [
        ("10 jaar ervaring in een crèche", 10, "creche"),
        ("ik werk 3 jaar als administratief bediende", 3, "administratief bediende"),
        ("vier jaar energieadviseur", 4, "energieadviseur"),
        ("anderhalf jaar ervaring als kok", 1.5, "kok"),
        ("I have five years of experience as a site manager", 5, "site manager"),
        ("sinds 2016 werk ik als boekhouder", 10, "boekhouder"),
    ],
)
def test_experience(text: str, years: float, kind: str) -> None:
    (experience,) = parse_candidate(text, TODAY).experience
    assert experience.years == years
    assert kind in experience.kind


@pytest.mark.parametrize(
    "text",
    [
        "mag ik solliciteren als ergotherapeut?",
        "kan ik meedoen voor maatschappelijk werker?",
        "ik wil graag vroedvrouw worden",
        "welke bachelor moet ik hebben?",
        "ik heb geen bachelor",
        "wanneer is de infosessie?",
    ],
)
def test_no_diploma_is_claimed(text: str) -> None:
    assert parse_candidate(text, TODAY).diplomas == ()


def test_several_diplomas() -> None:
    diplomas = parse_candidate("ik heb een bachelor rechten en een master criminologie", TODAY).diplomas
    assert [(diploma.level, diploma.fields) for diploma in diplomas] == [("bachelor", ("rechten",)), ("master", ("criminologie",))]


def test_a_slip_is_read_and_a_guess_is_marked() -> None:
    assert held("batchelor verpleegkunde").how == "dictionary"
    assert held("ik deed bachelor ortopedagochie").how == "similarity"


def test_denials() -> None:
    assert parse_candidate("ik heb geen diploma", TODAY).no_diploma
    assert parse_candidate("ik heb geen diploma secundair onderwijs", TODAY).lacks == ("secundair",)
    assert parse_candidate("ik heb geen enkele ervaring", TODAY).no_experience


def test_corrections() -> None:
    assert is_correction("nee sorry, ik bedoel een graduaat")
    assert not is_correction("ik heb een graduaat")


@pytest.mark.parametrize(
    ("text", "recognised"),
    [
        ("J'ai demandé la reconnaissance NARIC mais pas encore reçue, mon bachelor en droit vient de Tunisie", False),
        ("my bachelor nursing is from Brazil, I applied for recognition", False),
        ("bachelor nursing uit Brazilië, erkend door naric", True),
    ],
)
def test_recognition(text: str, recognised: bool) -> None:
    assert [held.recognised for held in parse_candidate(text, TODAY).diplomas] == [recognised]


def test_a_profession_with_its_level_in_brackets() -> None:
    assert held("verpleegkundige (bachelor)").fields == ("verpleegkunde",)


def test_a_study_of_secondary_school_that_no_table_names() -> None:
    assert held("ik heb TSO voedingstechnieken").fields == ("voedingstechnieken",)
    assert held("ik heb TSO gedaan in 2004").fields == ()


def test_a_diploma_of_the_trade_that_is_lacking() -> None:
    assert parse_candidate("geen keukendiploma maar wel ervaring", TODAY).no_listed
