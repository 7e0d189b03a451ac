"""The time that a question names ("in december", "volgende week", "voor kerst"), as days."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.dates import find_moments

_MONTHS = (
    ("januari", "january", "janvier"),
    ("februari", "february", "fevrier"),
    ("maart", "march", "mars"),
    ("april", "avril"),
    ("mei", "mai"),
    ("juni", "june", "juin"),
    ("juli", "july", "juillet"),
    ("augustus", "august", "aout"),
    ("september", "septembre"),
    ("oktober", "october", "octobre"),
    ("november", "novembre"),
    ("december", "decembre"),
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_MONTH = re.compile(r"(?<!\d )\b(?:in|voor|tegen|eind|begin|nog|van|during|en|before|of)?\s*\b(" + "|".join(_NUMBER) + r")\b(?: (20\d\d))?")
_BEFORE = re.compile(r"\b(?:voor|vóór|tegen|tot|before|by|avant)\b[^,;?]{0,12}$")
_AFTER = re.compile(r"\b(?:na|vanaf|after|from|apres)\b[^,;?]{0,12}$")
_FEASTS = {"kerst": (12, 25), "kerstmis": (12, 25), "nieuwjaar": (1, 1), "christmas": (12, 25), "noel": (12, 25)}
_FEAST = re.compile(r"\b(" + "|".join(_FEASTS) + r")\b")


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both included."""

    start: date
    end: date

    def holds(self, day: date | None, until: date | None = None) -> bool:
        """Whether a day (or some day up to `until`) lies in the period; False for None."""
        return day is not None and day <= self.end and (until or day) >= self.start


def period_of(question: str, today: date) -> Period | None:
    """The period that a folded question names, as seen from `today`; None when it names none."""
    relative = _relative(question, today)
    if relative:
        return relative
    for found in find_moments(question, anchors=(today,)):
        if found.kind == "date":
            return _open_ended(question[: found.start], found.moment.date, found.moment.date, today)
    if match := _FEAST.search(question):
        month, day = _FEASTS[match[1]]
        return _open_ended(question[: match.start()], _next(month, day, today), _next(month, day, today), today)
    if match := _MONTH.search(question):
        number = _NUMBER[match[1]]
        year = int(match[2]) if match[2] else today.year + (number < today.month)
        first, last = date(year, number, 1), date(year, number, monthrange(year, number)[1])
        return _open_ended(question[: match.start(1)], first, last, today)
    return None


def _relative(question: str, today: date) -> Period | None:
    monday = today - timedelta(days=today.weekday())
    weeks = (
        (r"\b(?:deze week|this week|cette semaine)\b", today, monday + timedelta(days=6)),
        (r"\b(?:volgende week|next week|la semaine prochaine)\b", monday + timedelta(days=7), monday + timedelta(days=13)),
        (r"\b(?:binnen de|komende|in de) (?:twee|2) weken\b", today, today + timedelta(days=14)),
        (r"\b(?:vandaag|today|aujourd'?hui)\b", today, today),
        (r"\b(?:morgen|tomorrow|demain)\b(?!s)", today + timedelta(days=1), today + timedelta(days=1)),
        (r"\bdeze maand|this month|ce mois\b", today, date(today.year, today.month, monthrange(today.year, today.month)[1])),
        (r"\b(?:dit jaar|this year|cette annee)\b", today, date(today.year, 12, 31)),
        (r"\b(?:volgend jaar|next year|l'?annee prochaine)\b", date(today.year + 1, 1, 1), date(today.year + 1, 12, 31)),
    )
    for pattern, start, end in weeks:
        if re.search(pattern, question):
            return Period(start, end)
    if re.search(r"\b(?:volgende maand|next month|le mois prochain)\b", question):
        first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
        return Period(first, first.replace(day=monthrange(first.year, first.month)[1]))
    return None


def _next(month: int, day: int, today: date) -> date:
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _open_ended(before: str, first: date, last: date, today: date) -> Period:
    """ "voor december" ends where the month begins, "na kerst" begins where the day ends."""
    if _BEFORE.search(before):
        return Period(today, first - timedelta(days=1) if first > today else first)
    if _AFTER.search(before):
        return Period(first, date.max)
    return Period(first, last)
