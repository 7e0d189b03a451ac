"""The rule table of diploma cases, each on a small bundle, and the list of what looks obvious and is wrong."""

import time
from datetime import date

import pytest

from knowledge.eligibility.candidate import is_correction, parse_candidate
from knowledge.eligibility.judgement import Judgement
from knowledge.eligibility.model import Candidate
from knowledge.eligibility.rules import judge
from knowledge.eligibility.turns import merge

from .bundles import TEXTS, vacancy

TODAY = date(2026, 11, 21)
OK, IF, UNSURE, NO, OUT = "lijkt_te_voldoen", "onder_voorwaarde", "niet_duidelijk", "voldoet_niet", "niet_in_lijst"

CASES = [
    # number of the case, bundle, message, outcome
    (1, "master", "Ik heb een master in de geschiedenis", OK),
    (1, "bachelor", "bachelor toerisme, is da goe?", OK),
    (2, "bachelor", "Ik heb een master communicatiewetenschappen", OK),
    (3, "bachelor", "Ik ben licentiaat in de germaanse filologie", OK),
    (4, "ortho", "Ik heb een master geschiedenis", OUT),
    (4, "social", "master in de psychologie", OUT),
    (5, "ortho", "master pedagogische wetenschappen, afstudeerrichting orthopedagogiek", UNSURE),
    (5, "social", "master pedagogische wetenschappen, afstudeerrichting orthopedagogiek", OK),
    (6, "social", "master pedagogische wetenschappen, afstudeerrichting onderwijskunde", OUT),
    (6, "social", "master pedagogische wetenschappen", UNSURE),
    (7, "social", "gewone bachelor verpleegkunde", OUT),
    (7, "social", "bachelor verpleegkunde", UNSURE),
    (7, "social", "bachelor verpleegkunde, afstudeerrichting sociale verpleegkunde", OK),
    (8, "social", "Ik heb een bachelor sociaal werk", UNSURE),
    (8, "social", "Ik heb een bachelor sociaal werk met titel maatschappelijk assistent", OK),
    (9, "social", "graduaat maatschappelijk werk van het CVO", OUT),
    (9, "social", "graduaat maatschappelijk werk HBO5", OUT),
    (10, "bachelor", "Ik heb een graduaat boekhouden", UNSURE),
    (10, "bachelor", "ik ben gegradueerde in de boekhouding", UNSURE),
    (11, "bachelor", "gegradueerde boekhouden, voltijdse hogeschool, 1998", OK),
    (11, "bachelor", "mijn diploma is een A1", OK),
    (12, "bachelor", "graduaat boekhouden HBO5", NO),
    (12, "bachelor", "graduaat boekhouden behaald in 2021", NO),
    (12, "secondary", "graduaat boekhouden HBO5", OK),
    (13, "bachelor", "ik heb twee jaar kandidatuur rechten gedaan", UNSURE),
    (14, "bachelor", "academische bachelor taal- en letterkunde", OK),
    (14, "professional", "academische bachelor taal- en letterkunde", UNSURE),
    (14, "professional", "PBA in de journalistiek", OK),
    (15, "bachelor", "Ik heb een postgraduaat bemiddeling", NO),
    (15, "bachelor", "Ik heb een creditbewijs boekhouden", NO),
    (15, "bachelor", "mijn bachelor heb ik niet afgemaakt", NO),
    (16, "bachelor", "Ik heb een banaba zorgmanagement", OK),
    (16, "master", "manama in de milieuwetenschappen", OK),
    (16, "master", "ik heb een doctoraat in de biologie", OK),
    (16, "law", "doctoraat in de biologie", OUT),
    (17, "master", "ik ben laatstejaars master, kan ik solliciteren?", IF),
    (17, "until", "ik studeer af in juni 2027 als bachelor journalistiek", IF),
    (17, "until", "laatstejaars bachelor, ik studeer pas af in september 2027", NO),
    (18, "bachelor", "ik ben laatstejaars bachelor", UNSURE),
    (18, "no_students", "ik zit in mijn laatste jaar bachelor", NO),
    (19, "social", "ik ben laatstejaars bachelor orthopedagogie", UNSURE),
    (20, "secondary", "ik heb 6 bso gedaan in 2010", NO),
    (20, "secondary", "zevende jaar bso kantoor", OK),
    (21, "secondary", "diploma 6 bso, behaald in juni 2025", OK),
    (21, "vks4", "diploma 6 bso, behaald in juni 2025", UNSURE),
    (22, "secondary", "ik heb een certificaat HSTL", NO),
    (23, "bachelor", "bachelor behaald in Nederland", OK),
    (23, "foreign", "bachelor behaald in Nederland", UNSURE),
    (24, "law", "master rechten uit Nederland", UNSURE),
    (25, "bachelor", "I have a bachelor's degree from Brazil", UNSURE),
    (25, "bachelor", "bachelor uit Marokko, niet erkend door NARIC", UNSURE),
    (25, "bachelor", "bachelor uit Marokko, erkend door NARIC als bachelor", OK),
    (25, "bachelor", "diploma secundair uit Marokko", NO),
    (26, "none", "ik heb geen diploma maar wel rijbewijs B, ben 24", OK),
    (26, "none", "geen diploma en geen rijbewijs", NO),
    (27, "test", "geen diploma maar 4 jaar op een secretariaat gewerkt", IF),
    (27, "test", "geen diploma en 1 jaar ervaring als administratief bediende", NO),
    (27, "bachelor", "geen diploma maar 20 jaar ervaring", NO),
    (28, "asset", "bachelor rechten zonder ervaring", OK),
    (29, "experience", "bachelor rechten, anderhalf jaar ervaring als teamleider", NO),
    (29, "experience", "bachelor rechten, 3 jaar ervaring als teamleider", OK),
    (29, "experience", "bachelor rechten", OK),
    (30, "or_experience", "diploma secundair en 7 jaar ervaring als boekhouder", OK),
    (30, "or_experience", "diploma secundair en 2 jaar ervaring als boekhouder", NO),
    (31, "bachelor", "ik heb een batchelor verpleegkunde", OK),
    (31, "master", "lic. rechten", OK),
    (31, "bachelor", "regent wiskunde, afgestudeerd in 1990", OK),
]


def outcome(bundle: str, *messages: str) -> Judgement:
    candidate = Candidate()
    for message in messages:
        candidate = merge(candidate, parse_candidate(message, TODAY), correction=is_correction(message))
    return judge(vacancy(bundle), candidate)


@pytest.mark.parametrize(("case", "bundle", "message", "expected"), CASES, ids=[f"{c[0]}-{c[1]}-{c[2][:30]}" for c in CASES])
def test_case_of_the_rule_table(case: int, bundle: str, message: str, expected: str) -> None:
    judgement = outcome(bundle, message)
    assert judgement.outcome == expected, (judgement.met, judgement.unmet, judgement.unknown)


@pytest.mark.parametrize(
    ("bundle", "message", "expected"),
    [
        ("social", "master rechten, dat is toch hoger dan een bachelor?", OUT),
        ("social", "bachelor orthopedagogie", OK),
        ("ortho", "bachelor in de verpleegkunde", OUT),
        ("bachelor", "graduaat HBO5, dat is toch hoger onderwijs?", NO),
        ("bachelor", "kandidaat in de rechten", UNSURE),
        ("no_students", "laatstejaars bachelor, diploma in juni", NO),
        ("none", "ik heb een strafblad en rijbewijs B", OK),
        ("secondary", "geen diploma secundair", NO),
        ("secondary", "ik heb enkel lager secundair", NO),
        ("nurse", "ik ben vroedvrouw", OUT),
        ("nurse", "bachelor verpleegkunde met visum", OK),
        ("nurse", "bachelor verpleegkunde maar nog geen visum", NO),
        ("later", "rijbewijs B wel, BE heb ik niet", IF),
        ("later", "rijbewijs B nog niet, ben bezig met de lessen", NO),
        ("none", "I am 17 and I have a driving licence", NO),
        ("none", "rijbewijs C", OK),
        ("promotion", "ik heb geen bachelor maar werk al 6 jaar bij de gemeente in niveau C", OK),
        ("promotion", "ik heb geen bachelor maar werk al 2 jaar bij de gemeente in niveau C", NO),
        ("evaluation", "ik heb geen bachelor maar werk al 6 jaar bij de gemeente in niveau C", UNSURE),
        ("evaluation", "geen bachelor, ik werk al 6 jaar bij de gemeente in niveau C en mijn evaluatie was gunstig", OK),
        ("years", "master architectuur", OK),
        ("years", "bachelor bouw en 6 jaar werfleider", OK),
        ("years", "bachelor bouw en 2 jaar ervaring als werfleider", NO),
        ("years", "bachelor bouw", UNSURE),
        ("years", "bachelor rechten", OUT),
        ("silent", "bachelor rechten", UNSURE),
    ],
)
def test_what_looks_obvious(bundle: str, message: str, expected: str) -> None:
    judgement = outcome(bundle, message)
    assert judgement.outcome == expected, (judgement.met, judgement.unmet, judgement.unknown)


@pytest.mark.parametrize(
    ("bundle", "messages", "expected"),
    [
        ("social", ("ik heb een bachelor", "orthopedagogie"), OK),
        ("social", ("bachelor sociaal werk", "Ja, met de titel maatschappelijk assistent"), OK),
        ("social", ("bachelor sociaal werk", "Nee, zonder de titel maatschappelijk assistent"), UNSURE),
        ("social", ("bachelor verpleegkunde", "Een andere afstudeerrichting"), OUT),
        ("bachelor", ("ik heb een graduaat", "Voltijdse hogeschool, vóór 2005"), OK),
        ("bachelor", ("ik heb een graduaat", "CVO of avondonderwijs"), NO),
        ("bachelor", ("ik heb een bachelor", "nee sorry, ik bedoel een graduaat HBO5"), NO),
        ("test", ("ik heb geen diploma secundair onderwijs", "3 jaar als administratief bediende in een ziekenhuis"), IF),
        ("test", ("ik heb een diploma lager secundair", "en ook een bachelor rechten"), OK),
    ],
)
def test_turns_join(bundle: str, messages: tuple[str, ...], expected: str) -> None:
    assert outcome(bundle, *messages).outcome == expected


@pytest.mark.parametrize(
    ("bundle", "message", "kind"),
    [
        ("social", "mag ik meedoen met mijn diploma?", "diploma"),
        ("social", "ik heb een bachelor", "field"),
        ("social", "bachelor sociaal werk", "title"),
        ("social", "master pedagogische wetenschappen", "specialisation"),
        ("bachelor", "graduaat", "school"),
        ("secondary", "6 bso", "year"),
        ("test", "ik heb geen diploma secundair", "experience"),
        ("none", "kan ik meedoen?", "driving_licence"),
    ],
)
def test_asks_what_decides(bundle: str, message: str, kind: str) -> None:
    question = outcome(bundle, message).question
    assert question is not None
    assert question.kind == kind
    assert len(question.options) <= 4


@pytest.mark.parametrize("bundle", sorted(TEXTS))
@pytest.mark.parametrize("message", ["bachelor rechten", "geen diploma", "laatstejaars", "master uit Peru", ""])
def test_every_clause_quotes_the_bundle(bundle: str, message: str) -> None:
    judgement = outcome(bundle, message)
    for clause in (*judgement.met, *judgement.unmet, *judgement.unknown):
        assert clause.citations
    assert judgement.verdict in ("eligible", "uncertain", "not_eligible")
    assert all(route in (vacancy(bundle).diploma.value.routes if vacancy(bundle).diploma else ()) for route in judgement.routes)


def test_similar_words_are_confirmed_first() -> None:
    judgement = outcome("ortho", "ik deed bachelor ortopedagochie")
    assert judgement.outcome == UNSURE
    assert judgement.question is not None
    assert judgement.question.kind == "confirm"


def test_an_outcome_takes_under_ten_milliseconds() -> None:
    candidate = parse_candidate("graduaat boekhouden en 4 jaar ervaring", TODAY)
    judge(vacancy("social"), candidate)
    start = time.perf_counter()
    for _ in range(20):
        judge(vacancy("social"), candidate)
    assert (time.perf_counter() - start) / 20 < 0.01
