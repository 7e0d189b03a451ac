"""What looks wrong in a bundle whatever the day: dates against weekdays, two last days, numbers that can't be dialled."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.extractors.units import read_units
from knowledge.model import Application, Finding
from knowledge.moment_words import format_moment
from knowledge.phones import find_invalid_phones
from knowledge.source import Source


def find_oddities(source: Source, application: Application) -> tuple[Finding, ...]:
    """Contradictions and mistakes with their quotes; nothing is mended."""
    return (*_weekdays(source), *_deadlines(application), *_phones(source))


def _weekdays(source: Source) -> Iterator[Finding]:
    seen: set[str] = set()
    for dated in read_units(source).moments:
        conflict = dated.found.weekday_conflict
        if conflict and conflict not in seen:
            seen.add(conflict)
            yield Finding("weekday_conflict", conflict, "error", (source.cite(dated.unit.start, dated.unit.end),))


def _deadlines(application: Application) -> Iterator[Finding]:
    deadline = application.deadline
    if deadline and deadline.alternatives:
        others = " en ".join(format_moment(other.value) for other in deadline.alternatives)
        citations = (*deadline.citations, *(quote for other in deadline.alternatives for quote in other.citations))
        message = f"Er staan verschillende uiterste datums om te solliciteren: {format_moment(deadline.value)} en {others}. Welke is juist?"
        yield Finding("two_deadlines", message, "error", citations)


def _phones(source: Source) -> Iterator[Finding]:
    for block in source.main:
        for start, end in find_invalid_phones(block.text):
            shown = block.text[start:end]
            yield Finding(
                "invalid_phone", f"Dit telefoonnummer kan niet kloppen: {shown}.", "error", (source.cite(block.start + start, block.start + end),)
            )
