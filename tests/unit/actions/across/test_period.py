from datetime import date

import pytest

from actions.across.period import Period, period_of

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("welke sluiten nog in november", date(2026, 11, 1), date(2026, 11, 30)),
        ("wat begint er in maart", date(2027, 3, 1), date(2027, 3, 31)),
        ("welke lopen af voor kerst", TODAY, date(2026, 12, 24)),
        ("infosessies na 10 december", date(2026, 12, 10), date.max),
        ("infosessies deze week", TODAY, date(2026, 11, 22)),
        ("wat is er volgende week", date(2026, 11, 23), date(2026, 11, 29)),
        ("iets op 3 december", date(2026, 12, 3), date(2026, 12, 3)),
        ("which ones next month", date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_the_period_of_a_question(question: str, start: date, end: date) -> None:
    assert period_of(question, TODAY) == Period(start, end)


@pytest.mark.parametrize("question", ["welke vacatures zijn er", "moet ik een examen doen", "wat moet ik meebrengen"])
def test_no_period(question: str) -> None:
    assert period_of(question, TODAY) is None


def test_a_moment_that_lasts_lies_in_every_period_it_touches() -> None:
    week = Period(date(2026, 12, 7), date(2026, 12, 13))
    assert week.holds(date(2026, 12, 1), until=date(2026, 12, 9))
    assert not week.holds(date(2026, 12, 1))
    assert not week.holds(None)
