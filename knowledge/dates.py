"""Moments in text: dates with their times, missing years worked out, weekdays checked."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from knowledge.date_grammar import Item, Written, written_dates
from knowledge.model import Moment
from knowledge.moment_words import DAY_NAMES, MONTH_NAMES, format_date, format_moment, format_time
from knowledge.source import Source
from knowledge.times_of_day import FoundTime, find_times, time_at

__all__ = ["FoundMoment", "document_anchors", "document_reference", "find_moments", "find_times", "format_date", "format_moment", "format_time"]

Kind = Literal["date", "list", "range", "week", "month"]

_AFTER = re.compile(
    r"(?:[\s,;:(|/–-]|T(?=\d\d:)|\b(?:telkens|steeds|stipt|om|te|van|tussen|vanaf|voor"
    r"|vóór|tot|uiterlijk|ten\s+laatste|en|at|à|start|aanvang|uur|door"
    r"|(?:in\s+de\s+|'s\s|’s\s)?(?:avonds?|namiddags?|voormiddags?|ochtends?|middags?|morgens?))\b[:.]?)*",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:\s*,)?\s*(?:op|on|le|,)?\s*$", re.IGNORECASE)
_TIME_LEAD = re.compile(r"\b(?:om|te|van|tussen|vanaf|stipt|voor|vóór|at|from|à)\s+$", re.IGNORECASE)
# Dates of laws, decisions and documents say nothing about this call.
_LEGAL = re.compile(
    r"(?:decreet|wet|besluit|\bKB|\bBVR|\bMB|omzendbrief|reglement|statuut|rechtspositieregeling|zitting|goedgekeurd|gewijzigd|beslissing|bekrachtigd"
    r"|richtlijn|verordening|opgericht|sinds|geboren|laatst\s+bijgewerkt|versie)\b[^.;|]{0,40}$",
    re.IGNORECASE,
)
_SCHOOL_YEAR = re.compile(r"\b(20\d\d)\s?[-–/]\s?(20\d\d)\b")
_BARE_YEAR = re.compile(r"(?<![\d/.,€-])(20[12345]\d)(?![\d/]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class FoundMoment:
    """A moment and where it stands: `text[start:end] == moment.printed`.

    `derived`: the year was worked out. `weekday_conflict`: a Dutch sentence when the printed weekday isn't that date's (the date stands).
    Each day of a list ("1, 3 of 5 februari") is a moment of its own with the span of the whole list.
    """

    start: int
    end: int
    moment: Moment
    derived: bool = False
    weekday_conflict: str | None = None
    kind: Kind = "date"


def find_moments(text: str, *, reference: date | None = None, anchors: Sequence[date] = ()) -> list[FoundMoment]:
    """The moments of a text, in order. Impossible dates (31 april) are left out.

    A missing year is chosen so that the weekday fits and the date lies nearest to the `anchors` (full dates of the document), or, without
    anchors, in the year from `reference` (today, or the document's date). With neither, a date without a year is left out.
    """
    entries = written_dates(text)
    own = [day for entry in entries for item in entry.items if item.year and (day := _date(item.year, item.month or 1, item.day))]
    context = _Context(reference, tuple(anchors) or tuple(dict.fromkeys(own)))
    found: list[FoundMoment] = []
    for index, entry in enumerate(entries):
        low = entries[index - 1].end if index else 0
        high = entries[index + 1].start if index + 1 < len(entries) else len(text)
        found += _moments(text, entry, low, high, context)
    return found


def document_reference(source: Source) -> date | None:
    """The document's own date, else the day it was read (`metadata["date"]`, `metadata["read_on"]`, ISO)."""
    for key in ("date", "read_on"):
        value = source.document.metadata.get(key)
        if isinstance(value, date):
            return value
        if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\d", value):
            try:
                return date.fromisoformat(value[:10])
            except ValueError:
                continue
    return None


def document_anchors(source: Source) -> tuple[date, ...]:
    """Full dates of the document that tell which year its other dates are in; school years and bare years where it has none."""
    days: list[date] = []
    for block in source.main:
        for entry in written_dates(block.text):
            if _LEGAL.search(block.text[max(0, entry.start - 80) : entry.start]):
                continue
            days += [day for item in entry.items if item.year and (day := _date(item.year, item.month or 1, item.day))]
            if entry.kind == "month" and entry.year and (day := _date(entry.year, entry.month, 15)):
                days.append(day)
    if days:
        return tuple(dict.fromkeys(days))
    text = "\n".join(block.text for block in source.main)
    days = [date(int(first), 9, 1) for first, second in _SCHOOL_YEAR.findall(text) if int(second) == int(first) + 1]
    if days:
        return tuple(days)
    years = [int(match[1]) for match in _BARE_YEAR.finditer(text) if not _LEGAL.search(text[max(0, match.start() - 60) : match.start()])]
    return tuple(date(year, 7, 1) for year in years)


@dataclass(frozen=True, slots=True)
class _Context:
    reference: date | None
    anchors: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class _Resolved:
    date: date
    derived: bool
    conflict: str | None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _resolve(item: Item, context: _Context) -> _Resolved | None:
    month = item.month or 0
    if item.year is not None:
        day = _date(item.year, month, item.day)
        return _Resolved(day, False, _conflict(day, item.weekday)) if day else None
    candidates = _candidates(month, item.day, context)
    if not candidates:
        return None
    fitting = [day for day in candidates if item.weekday is None or day.weekday() == item.weekday]
    best = fitting[0] if fitting else candidates[0]
    return _Resolved(best, True, _conflict(best, item.weekday))


def _candidates(month: int, day: int, context: _Context) -> list[date]:
    """Possible dates, likeliest first: near the document's other dates, rather after them than before; at most a year and a half away."""
    anchors = context.anchors or ((context.reference,) if context.reference else ())
    if not anchors:
        return []
    years = range(min(anchors).year - 1, max(anchors).year + 3)
    days = [found for year in years if (found := _date(year, month, day))]

    def distance(found: date) -> float:
        gaps = [(found - anchor).days for anchor in anchors]
        return min(gap if gap >= 0 else -gap * (1.2 if context.anchors else 4) for gap in gaps)

    ranked = sorted(days, key=distance)
    return [found for found in ranked if distance(found) <= 550] or ranked[:1]


def _conflict(day: date, weekday: int | None) -> str | None:
    if weekday is None or day.weekday() == weekday:
        return None
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year} is een {DAY_NAMES[day.weekday()]}, geen {DAY_NAMES[weekday]}"


def _moments(text: str, entry: Written, low: int, high: int, context: _Context) -> list[FoundMoment]:
    if entry.kind == "month":
        return _month(text, entry, context)
    if entry.kind == "week_number":
        return _iso_week(text, entry)
    resolved = _resolve_all(entry, context)
    if not resolved:
        return []
    clock, start, end = _time_of(text, entry, low, high)
    printed = text[start:end]
    base = Moment(resolved[0].date, clock.at if clock else None, None, clock.until if clock else None, printed)
    conflict = next((one.conflict for one in resolved if one.conflict), None)
    if entry.kind == "range" and len(resolved) == 2 and resolved[1].date >= resolved[0].date:
        moment = replace(base, end_date=resolved[1].date)
        return [FoundMoment(start, end, moment, any(one.derived for one in resolved), conflict, "range")]
    if entry.kind == "week" and len(resolved) == 1:
        last = resolved[0].date + timedelta(days=6 - resolved[0].date.weekday())
        return [FoundMoment(start, end, replace(base, end_date=last, approximate=True), resolved[0].derived, conflict, "week")]
    kind: Kind = "list" if len(resolved) > 1 else "date"
    return [FoundMoment(start, end, replace(base, date=one.date), one.derived, one.conflict, kind) for one in resolved]


def _resolve_all(entry: Written, context: _Context) -> list[_Resolved]:
    """The items' dates; a missing year follows the neighbour's, so that a range never runs backwards."""
    resolved = [one for item in entry.items if (one := _resolve(item, context))]
    if entry.kind == "range" and len(resolved) == 2 and resolved[1].date < resolved[0].date and resolved[1].derived:
        later = _date(resolved[1].date.year + 1, resolved[1].date.month, resolved[1].date.day)
        if later:
            resolved[1] = _Resolved(later, True, _conflict(later, entry.items[1].weekday))
    return resolved


def _time_of(text: str, entry: Written, low: int, high: int) -> tuple[FoundTime | None, int, int]:
    """The time that goes with a date, after it or right before it, and the span of both."""
    lead = _AFTER.match(text, entry.end, high)
    clock = time_at(text, lead.end()) if lead and lead.end() < high else None
    if clock and clock.end <= high and lead and lead.end() > entry.end:
        return clock, entry.start, clock.end + _closing(text, entry.start, clock.end)
    before = text[low : entry.start]
    gap = _BEFORE.search(before)
    for found in reversed(find_times(before)):
        if gap and found.end >= gap.start() and _TIME_LEAD.search(before[: found.start]):
            return found, low + found.start, entry.end
        break
    return None, entry.start, entry.end


def _closing(text: str, start: int, end: int) -> int:
    """1 where the bracket that the printed span opened closes right after it."""
    return int(text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")")


def _month(text: str, entry: Written, context: _Context) -> list[FoundMoment]:
    first_day, last_day = {"begin": (1, 10), "mid": (11, 20), "end": (21, 31)}.get(entry.part, (1, 31))
    year, derived = entry.year, entry.year is None
    if year is None:
        near = _candidates(entry.month, 15, context)
        if not near:
            return []
        year = near[0].year
    last = date(year, entry.month, min(last_day, monthrange(year, entry.month)[1]))
    moment = Moment(date(year, entry.month, first_day), None, last, None, text[entry.start : entry.end], approximate=True)
    return [FoundMoment(entry.start, entry.end, moment, derived, None, "month")]


def _iso_week(text: str, entry: Written) -> list[FoundMoment]:
    try:
        monday = date.fromisocalendar(entry.year or 0, entry.week, 1)
    except ValueError:
        return []
    moment = Moment(monday, None, monday + timedelta(days=6), None, text[entry.start : entry.end], approximate=True)
    return [FoundMoment(entry.start, entry.end, moment, False, None, "week")]
