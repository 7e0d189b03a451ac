"""The list of vacancies and its filters."""

from datetime import date, datetime, time

import pytest

from bot.web.facts import pay, rows
from bot.web.listing import Filters, employers, levels, listed
from knowledge.clock import BRUSSELS
from knowledge.model import Application, Citation, DiplomaCondition, Fact, Infosession, Level, Moment, Requirement, Salary, Vacancy

NOW = datetime.combine(date(2026, 6, 1), time(12), BRUSSELS)
_HERE = (Citation(7, 10, "tot"),)


def _vacancy(id: str, employer: str | None, deadline: date | None, level: Level | None, session: date | None) -> Vacancy:
    return Vacancy(
        id,
        id,
        True,
        title=Fact(id, _HERE),
        employer=Fact(employer, _HERE) if employer else None,
        application=Application(deadline=Fact(Moment(deadline), _HERE) if deadline else None),
        diploma=Fact(DiplomaCondition(minimum=level), _HERE) if level else None,
        infosessions=(Fact(Infosession(Moment(session)), _HERE),) if session else (),
    )


VACANCIES = (
    _vacancy("a", "Stad Proef", date(2026, 5, 1), "master", date(2026, 4, 1)),
    _vacancy("b", "Stad Proef", date(2026, 7, 1), "secundair", date(2026, 6, 10)),
    _vacancy("c", "OCMW Test", None, None, None),
)


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (Filters(), ["b", "c", "a"]),
        (Filters(open=True), ["b", "c"]),
        (Filters(employer="Stad Proef"), ["b", "a"]),
        (Filters(level="master"), ["a"]),
        (Filters(infosession=True), ["b"]),
        (Filters(open=True, employer="OCMW Test", level="master"), []),
        (Filters(employer="<script>"), []),
    ],
)
def test_filters(filters: Filters, kept: list[str]) -> None:
    assert [entry.id for entry in listed(VACANCIES, NOW) if filters.keep(entry)] == kept


def test_choices_are_those_that_exist() -> None:
    entries = listed(VACANCIES, NOW)
    assert employers(entries) == ["OCMW Test", "Stad Proef"]
    assert levels(entries) == ["secundair onderwijs", "master"]


@pytest.mark.parametrize(
    ("salary", "shown"),
    [
        (Salary(2460.78, None, "B1-B3", "month"), "€ 2.460,78 bruto per maand (schaal B1-B3)"),
        (Salary(2000.0, 3000.0, None, "year"), "€ 2.000,00 tot € 3.000,00 bruto per jaar"),
        (Salary(None, 3000.0), "tot € 3.000,00 bruto"),
        (Salary(scale="schaal 501"), "501"),
        (Salary(), ""),
    ],
)
def test_pay(salary: Salary, shown: str) -> None:
    assert pay(salary) == shown


def test_each_fact_says_where_it_stands() -> None:
    vacancy = Vacancy("a", "a", True, requirements=(Fact(Requirement("driving_licence", "rijbewijs B"), _HERE),), salary=Fact(Salary(), _HERE))
    (row,) = rows(vacancy)
    assert row.label == "Voorwaarden"
    assert [(line.text, line.anchor) for line in row.lines] == [("rijbewijs B", "p7")]
