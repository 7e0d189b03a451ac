"""What must hold of the eligibility rules whatever a candidate tells."""

from dataclasses import replace
from datetime import date
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.eligibility.candidate import parse_candidate
from knowledge.eligibility.fields import FIELDS
from knowledge.eligibility.judgement import VERDICTS
from knowledge.eligibility.model import Candidate, Experience, Held
from knowledge.eligibility.rules import judge
from knowledge.model import Citation, DiplomaCondition, DiplomaOption, Fact, Requirement, Route, Vacancy

TODAY = date(2026, 11, 21)
CITED = (Citation(0, 5, "quote"),)
LEVELS = st.sampled_from(["lager", "secundair", "graduaat", "bachelor", "master", "doctor"])
KEYS = st.sampled_from(sorted(FIELDS)[:25])

diplomas = st.builds(
    Held,
    words=st.sampled_from(["bachelor rechten", "graduaat", "master", "diploma"]),
    level=st.none() | LEVELS,
    variant=st.sampled_from([None, None, None, "graduaat_of_gegradueerde", "postgraduaat", "kandidaat", "zesde_bso", "licentiaat"]),
    fields=st.lists(KEYS, max_size=2).map(tuple),
    status=st.sampled_from(["finished", "final_year", "studying", "unfinished"]),
    how=st.sampled_from(["dictionary", "similarity"]),
    year=st.none() | st.integers(1960, 2026),
    school=st.sampled_from([None, "hogeschool", "cvo", "universiteit"]),
    country=st.sampled_from([None, None, "NL", "BR", "??"]),
    recognised=st.sampled_from([None, True, False]),
)
candidates = st.builds(
    Candidate,
    diplomas=st.lists(diplomas, max_size=3).map(tuple),
    no_diploma=st.booleans(),
    experience=st.lists(
        st.builds(Experience, years=st.none() | st.floats(0, 40), kind=st.sampled_from(["", "boekhouder"]), words=st.just("werk")), max_size=1
    ).map(tuple),
    licences=st.dictionaries(st.sampled_from(["B", "C"]), st.sampled_from(["held", "not_held", "learning"]), max_size=2).map(
        lambda d: tuple(d.items())
    ),
    age=st.none() | st.integers(15, 70),
)
options = st.builds(lambda level, key: Fact(DiplomaOption(f"{level} in de {key}", level, key), CITED), st.sampled_from(["bachelor", "master"]), KEYS)
conditions = st.builds(
    DiplomaCondition,
    minimum=LEVELS,
    options=st.lists(options, max_size=3).map(tuple),
    closed=st.booleans(),
    final_year=st.sampled_from([None, Fact(True, CITED), Fact(False, CITED)]),
    routes=st.sampled_from(
        [(), (Fact(Route("experience_and_test", "minstens twee jaar ervaring als boekhouder en een test", 2, "boekhouder"), CITED),)]
    ),
)
requirements = st.lists(
    st.builds(
        lambda kind, required: Fact(Requirement(kind[0], kind[1], required, kind[2]), CITED),
        st.sampled_from(
            [("driving_licence", "rijbewijs B", "B"), ("age", "minstens 18 jaar", "18"), ("experience", "twee jaar ervaring als boekhouder", "2")]
        ),
        st.booleans(),
    ),
    max_size=3,
).map(tuple)
vacancies = st.builds(
    lambda condition, demands: Vacancy("v", "v", True, diploma=Fact(condition, CITED), requirements=demands), conditions, requirements
)


@settings(max_examples=300, deadline=None)
@given(vacancies, candidates, diplomas)
def test_a_further_diploma_never_turns_eligible_into_not_eligible(vacancy: Vacancy, candidate: Candidate, further: Held) -> None:
    if judge(vacancy, candidate).verdict == "eligible":
        more = replace(candidate, diplomas=(*candidate.diplomas, further))
        assert judge(vacancy, more).verdict != "not_eligible"


@settings(max_examples=200, deadline=None)
@given(vacancies, candidates)
def test_the_order_of_diplomas_does_not_matter(vacancy: Vacancy, candidate: Candidate) -> None:
    judgements = {judge(vacancy, replace(candidate, diplomas=order)) for order in permutations(candidate.diplomas)}
    assert len({judgement.outcome for judgement in judgements}) == 1


@settings(max_examples=200, deadline=None)
@given(candidates)
def test_an_empty_condition_set_never_refuses(candidate: Candidate) -> None:
    assert judge(Vacancy("v", "v", True), candidate).verdict != "not_eligible"
    none_needed = Vacancy("v", "v", True, diploma=Fact(DiplomaCondition(none_needed=True), CITED))
    assert judge(none_needed, candidate).verdict == "eligible"


@settings(max_examples=200, deadline=None)
@given(vacancies, candidates)
def test_each_outcome_is_one_of_five_and_says_why(vacancy: Vacancy, candidate: Candidate) -> None:
    judgement = judge(vacancy, candidate)
    assert judgement.outcome in VERDICTS
    assert judgement.met or judgement.unmet or judgement.unknown
    if judgement.verdict == "not_eligible":
        assert judgement.unmet
    preferences = {fact.value.text for fact in vacancy.requirements if not fact.value.required}
    demands = {fact.value.text for fact in vacancy.requirements if fact.value.required}
    assert not {clause.text for clause in judgement.unmet} & (preferences - demands)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    parse_candidate(text, TODAY)
