"""Whether a contact can be reached now, from the bundle's wording of the hours."""

from __future__ import annotations

import re
from datetime import datetime, time

_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_DAY = "|".join(_DAYS)
_CLOCK = r"(\d{1,2})(?:\s*[.:hu]\s*(\d{2}))?(?!\d)\s*(?:uur|u\b|h\b)?"
_SPAN = re.compile(rf"{_CLOCK}\s*(?:-|–|tot|en|t\.?e\.?m\.?)\s*{_CLOCK}", re.IGNORECASE)
_AFTER = re.compile(rf"\b(?:na|vanaf)\s+{_CLOCK}", re.IGNORECASE)
_BEFORE = re.compile(rf"\b(?:voor|vóór|tot)\s+{_CLOCK}", re.IGNORECASE)
_DAY_RANGE = re.compile(rf"({_DAY})\s*(?:tot(?: en met)?|t\.?e\.?m\.?|t/m|-|–)\s*({_DAY})", re.IGNORECASE)
_NOT = re.compile(
    rf"\b(?:niet|behalve|gesloten|uitgezonderd|afwezig|vrij|uitgez\.?)\s+(?:bereikbaar\s+)?(?:is\s+)?(?:op\s+)?({_DAY})(voormiddag|namiddag|ochtend|avond)?",
    re.IGNORECASE,
)
_AND_DAYS = re.compile(rf"(?:(?:, ?| en | of | noch )(?:op )?(?:{_DAY})(?!(?:voor|na)middag))*", re.IGNORECASE)
"""The days that follow: "niet op dinsdag en vrijdag"."""
_NOON = time(12, 0)
_SHORT = {"ma": 0, "maa": 0, "di": 1, "din": 1, "wo": 2, "woe": 2, "do": 3, "don": 3, "vr": 4, "vri": 4, "za": 5, "zat": 5}
# "zo" says too much else to be a day by itself.
_SHORT_DAY = re.compile(rf"\b({'|'.join(sorted(_SHORT, key=len, reverse=True))})\b\.?|(?<=za )(?:en |- |– )zo\b|(?<=za)[-/]zo\b")


def _spelled(hours: str) -> str:
    """In lower case, with the days in full: "di en do van 9 tot 12 uur"."""
    return _SHORT_DAY.sub(lambda found: _DAYS[_SHORT[found[1]]] if found[1] else found[0].replace("zo", "zondag"), hours.casefold())


def _time(hour: str, minute: str | None) -> time | None:
    value = int(hour)
    return time(value, int(minute or 0)) if value < 24 and int(minute or 0) < 60 else None


def reachable(hours: str, now: datetime) -> bool | None:
    """Whether `now` (local time) falls within the hours; None when the wording gives neither days nor times.

    Without days, working days (maandag to vrijdag) are meant.
    """
    text = _spelled(hours)
    days, excluded = _days(text)
    spans = [(start, end) for start, end in _spans(text) if start and end and start < end]
    if not days and not spans and not re.search(r"werkdag|kantooruren|voormiddag|namiddag", text):
        return None
    today = now.weekday()
    allowed = days or set(range(5))
    if today not in allowed:
        return False
    part = excluded.get(today)
    clock = now.time()
    if part == "all" or (part == "am" and clock < _NOON) or (part == "pm" and clock >= _NOON):
        return False
    if not spans:
        if "voormiddag" in text and "namiddag" not in text:
            return time(8, 30) <= clock < _NOON
        return None if days or "werkdag" in text else time(9, 0) <= clock < time(17, 0)
    return any(start <= clock < end for start, end in spans)


def reachable_on(hours: str, weekday: int) -> bool | None:
    """Whether the hours hold that weekday (0 is Monday); None where the wording gives no days.

    "Niet op woensdag" leaves the other working days; half a day off is no day off.
    """
    text = _spelled(hours)
    days, excluded = _days(text)
    if excluded.get(weekday) == "all":
        return False
    if days:
        return weekday in days
    if excluded or re.search(r"werkdag|kantooruren|elke dag|dagelijks|weekdag", text):
        return weekday < 5 or "elke dag" in text or "dagelijks" in text
    return None


def reachable_at(hours: str, clock: time) -> bool | None:
    """Whether the hours hold that time of day; None where the wording gives no times."""
    text = _spelled(hours)
    spans = [(start, end) for start, end in _spans(text) if start and end and start < end]
    if spans:
        return any(start <= clock < end for start, end in spans)
    if "voormiddag" in text and "namiddag" not in text:
        return clock < _NOON
    return clock >= _NOON if "namiddag" in text and "voormiddag" not in text else None


def _days(text: str) -> tuple[set[int], dict[int, str]]:
    excluded = {}
    for match in _NOT.finditer(text):
        day, part = match.groups()
        excluded[_DAYS.index(day)] = {"voormiddag": "am", "ochtend": "am", "namiddag": "pm", "avond": "pm"}.get(part, "all")
        for other in re.findall(_DAY, _AND_DAYS.match(text, match.end())[0]):  # type: ignore[index]
            excluded[_DAYS.index(other)] = "all"
    rest = re.sub(rf"{_NOT.pattern}{_AND_DAYS.pattern}", " ", text, flags=re.IGNORECASE)
    found: set[int] = set()
    for first, last in _DAY_RANGE.findall(rest):
        a, b = _DAYS.index(first), _DAYS.index(last)
        found |= set(range(a, b + 1)) if a <= b else set(range(a, 7)) | set(range(b + 1))
    found |= {_DAYS.index(day) for day in re.findall(_DAY, rest)}
    return found, excluded


def _spans(text: str) -> list[tuple[time | None, time | None]]:
    spans = [(_time(a, b), _time(c, d)) for a, b, c, d in _SPAN.findall(text)]
    if not spans:
        spans += [(_time(a, b), time(18, 0)) for a, b in _AFTER.findall(text)]
    if not spans:
        spans += [(time(8, 0), _time(a, b)) for a, b in _BEFORE.findall(text)]
    return spans
