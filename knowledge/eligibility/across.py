"""The same candidate against every vacancy. The order is that of the vacancies given: nothing is ranked."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.eligibility.judgement import Judgement
from knowledge.eligibility.model import Candidate
from knowledge.eligibility.rules import judge
from knowledge.model import Vacancy


def judge_all(vacancies: Iterable[Vacancy], candidate: Candidate) -> tuple[tuple[Vacancy, Judgement], ...]:
    """Each vacancy with its outcome; documents that are no vacancy are left out."""
    return tuple((vacancy, judge(vacancy, candidate)) for vacancy in vacancies if vacancy.is_vacancy)
