"""Times of day in Dutch text (and the French and English that candidates write): "18u30", "van 20 tot 20.45 uur", "half acht"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

_HOURS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_WORD = "|".join(_HOURS)
_UNIT = r"(?:uur|uren|u|h)\b(?!\s*\d)"
_DAYPART = (
    r"(?:'s|’s|s)\s?(?:morgens|ochtends|voormiddags|middags|namiddags|avonds|nachts)|in\s+de\s+(?:voormiddag|namiddag|ochtend|avond)|[ap]\.?m\b\.?"
)
_CLOCK = rf"""
    (?<![\d.,/:€])(?:
        (?P<h1>\d{{1,2}})\s?(?:[u:h]|\.)\s?(?P<m1>[0-5]\d)(?![\d%]|[.,]\d|/\d)(?P<unit1>\s?{_UNIT})?
      | (?P<h2>\d{{1,2}})(?:\s?(?P<unit2>{_UNIT})|(?=\s?[ap]\.?m\b))
      | (?P<h3>\d{{1,2}})(?![\d%/]|[.,:u]\d)
    )
    |\b(?:(?P<half>half)\s+(?P<w1>{_WORD})|kwart\s+(?P<quarter>voor|na|over)\s+(?P<w2>{_WORD})|(?P<w3>{_WORD})\s+uur)\b
    |\b(?P<midnight>middernacht|midnight|minuit)\b|\b(?P<noon>noon|midi)\b
"""
_TIME = re.compile(rf"(?:{_CLOCK})(?:\s*(?P<part>{_DAYPART}))?", re.IGNORECASE | re.VERBOSE)
_JOINT = re.compile(
    r"\s*(?:tot\s+en\s+met|tot|t\.?e\.?m\.?|t/m|en|à|-|–|—|to|until|jusqu'à)\s*(?:ongeveer\s+|circa\s+|ca\.?\s+|rond\s+)?", re.IGNORECASE
)
_LEAD = re.compile(r"\b(?:om|van|tussen|vanaf|stipt|at|from|à|vóór|voor|tot|uiterlijk|rond)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of day, or a span when `until` is set. `start` and `end` are offsets in the text that was searched."""

    start: int
    end: int
    at: time
    until: time | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    at: time
    explicit: bool
    end: int


def find_times(text: str) -> list[FoundTime]:
    """All times and spans of time; a bare number counts only as the first half of a span ("van 20 tot 20.45 uur")."""
    found = []
    position = 0
    while (match := _TIME.search(text, position)) is not None:
        time_found = _span(text, match)
        position = time_found.end if time_found else match.end()
        if time_found:
            found.append(time_found)
    return found


def time_at(text: str, position: int) -> FoundTime | None:
    """The time or span that starts exactly at the position."""
    match = _TIME.match(text, position)
    return _span(text, match) if match else None


def _span(text: str, match: re.Match[str]) -> FoundTime | None:
    first = _read(text, match)
    if first is None:
        return None
    joint = _JOINT.match(text, first.end)
    second_match = _TIME.match(text, joint.end()) if joint else None
    second = _read(text, second_match) if second_match else None
    if second is not None and second.explicit and second.at > first.at:
        return FoundTime(match.start(), second.end, first.at, second.at)
    return FoundTime(match.start(), first.end, first.at) if first.explicit else None


def _read(text: str, match: re.Match[str]) -> _Reading | None:
    group = match.groupdict()
    if group["midnight"]:
        return _Reading(time(23, 59), True, match.end())
    if group["noon"]:
        return _Reading(time(12), True, match.end())
    word = group["w1"] or group["w2"] or group["w3"]
    if word:
        hour, minute = _HOURS.index(word.casefold()) + 1, 0
        if group["half"]:
            hour, minute = hour - 1 or 12, 30
        elif group["quarter"]:
            hour, minute = (hour - 1 or 12, 45) if group["quarter"].casefold() == "voor" else (hour, 15)
        # Nobody is received at half past seven in the morning: spoken hours up to half past seven mean the afternoon or evening.
        if not group["part"] and hour < 8:
            hour += 12
        explicit = True
    else:
        hour, minute = int(group["h1"] or group["h2"] or group["h3"]), int(group["m1"] or 0)
        dotted = bool(group["h1"]) and "." in match.group(0) and not group["unit1"]
        explicit = bool(group["h1"] or group["h2"]) and (not dotted or bool(_LEAD.search(text[max(0, match.start() - 20) : match.start()])))
    return _in_day(hour, minute, (group["part"] or "").casefold(), explicit, match.end())


def _in_day(hour: int, minute: int, part: str, explicit: bool, end: int) -> _Reading | None:
    if hour < 12 and re.search(r"middag|avond|^p", part) and "voor" not in part:
        hour += 12
    elif hour == 12 and re.search(r"nacht|^a", part):
        hour, minute = 23, 59
    if hour == 24 and minute == 0:
        hour, minute = 23, 59
    return _Reading(time(hour, minute), explicit, end) if hour < 24 else None
