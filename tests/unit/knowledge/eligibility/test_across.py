"""One candidate against several vacancies."""

from datetime import date

from knowledge.eligibility.across import judge_all
from knowledge.eligibility.candidate import parse_candidate
from knowledge.model import Vacancy

from .bundles import vacancy


def test_every_vacancy_is_judged_in_the_given_order() -> None:
    vacancies = (vacancy("law"), Vacancy("text", "text", False), vacancy("none"), vacancy("ortho"))
    judged = judge_all(vacancies, parse_candidate("master rechten", date(2026, 11, 21)))
    assert [(found.id, judgement.verdict) for found, judgement in judged] == [("law", "eligible"), ("none", "eligible"), ("ortho", "not_eligible")]
