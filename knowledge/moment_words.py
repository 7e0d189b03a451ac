"""A moment in plain Dutch, for answers."""

from __future__ import annotations

from datetime import date, time

from knowledge.model import Moment

DAY_NAMES = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTH_NAMES = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")


def format_date(day: date) -> str:
    """'donderdag 18 juni 2026'."""
    return f"{DAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def format_time(at: time) -> str:
    """'18.30 uur', '19 uur'."""
    return f"{at.hour}.{at.minute:02d} uur" if at.minute else f"{at.hour} uur"


def format_moment(moment: Moment) -> str:
    """'donderdag 18 juni 2026 om 18.30 uur', '... van 19 tot 21 uur', 'van ... tot en met ...', 'week van 7 december 2026', 'begin januari 2027'."""
    if moment.approximate:
        return _format_approximate(moment)
    first = format_date(moment.date)
    if moment.end_date and moment.end_date != moment.date:
        text = f"van {first} tot en met {format_date(moment.end_date)}"
        return f"{text}, {_format_hours(moment)}" if moment.time else text
    return f"{first} {_format_hours(moment)}" if moment.time else first


def _format_hours(moment: Moment) -> str:
    if moment.time is None:
        return ""
    if moment.end_time is None:
        return f"om {format_time(moment.time)}"
    return f"van {format_time(moment.time).removesuffix(' uur')} tot {format_time(moment.end_time)}"


def _format_approximate(moment: Moment) -> str:
    month = f"{MONTH_NAMES[moment.date.month - 1]} {moment.date.year}"
    if "week" in moment.printed.casefold():
        return f"week van {moment.date.day} {month}"
    if moment.end_date is None:
        return month
    if moment.date.day == 1:
        return f"begin {month}" if moment.end_date.day < 20 else month
    return f"eind {month}" if moment.date.day > 15 else f"half {month}"
