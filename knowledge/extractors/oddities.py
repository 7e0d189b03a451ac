"""What looks wrong in a bundle whatever the day: dates against weekdays, two last days, numbers that can't be dialled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.extractors.job_nouns import JOB_NOUN
from knowledge.extractors.units import read_units
from knowledge.model import Application, Fact, Finding, Moment
from knowledge.moment_words import format_moment
from knowledge.phones import find_invalid_phones
from knowledge.source import Source


def find_oddities(source: Source, application: Application, title: Fact[str] | None = None) -> tuple[Finding, ...]:
    """Contradictions and mistakes with their quotes; nothing is mended."""
    return (*_weekdays(source), *_deadlines(application, title), *_phones(source))


def _weekdays(source: Source) -> Iterator[Finding]:
    seen: set[str] = set()
    for dated in read_units(source).moments:
        conflict = dated.found.weekday_conflict
        if conflict and conflict not in seen:
            seen.add(conflict)
            yield Finding("weekday_conflict", conflict, "error", (source.cite(dated.unit.start, dated.unit.end),))


# A last day of something else than the application: handing in a diploma, a round, another vacancy.
_OF_SOMETHING_ELSE = re.compile(
    r"diploma|getuigschrift|bewijs|inschrijvingsattest|\brondes?\b|verloopt apart|andere (?:vacature|functie|job)|infosessie|infomoment",
    re.IGNORECASE,
)


def _deadlines(application: Application, title: Fact[str] | None) -> Iterator[Finding]:
    deadline = application.deadline
    if deadline is None:
        return
    others = [other for other in deadline.alternatives if other.citations and not _elsewhere(other, title)]
    hidden = [other for other in deadline.alternatives if not other.citations and other.value.date != deadline.value.date]
    if others:
        dates = " en ".join(format_moment(other.value) for other in (deadline, *others))
        citations = (*deadline.citations, *(quote for other in others for quote in other.citations))
        yield Finding("two_deadlines", f"Er staan verschillende uiterste datums om te solliciteren: {dates}. Welke is juist?", "error", citations)
    elif hidden:
        dates = " en ".join(format_moment(other.value) for other in hidden)
        message = f"De gegevens van de webpagina voor zoekmachines noemen een andere uiterste datum: {dates}. De bot gebruikt de datum in de tekst."
        yield Finding("hidden_deadline", message, "error", deadline.citations)


def _elsewhere(other: Fact[Moment], title: Fact[str] | None) -> bool:
    """Whether a second last day belongs to something else: its sentence or heading says so, or names another job."""
    own = title.value.casefold() if title else ""
    for citation in other.citations:
        if _OF_SOMETHING_ELSE.search(citation.quote):
            return True
        jobs = [noun.group().casefold() for noun in JOB_NOUN.finditer(f"{citation.quote} {citation.section or ''}")]
        if jobs and not any(job in own for job in jobs):
            return True
    return False


def _phones(source: Source) -> Iterator[Finding]:
    for block in source.main:
        for start, end in find_invalid_phones(block.text):
            shown = block.text[start:end]
            yield Finding(
                "invalid_phone", f"Dit telefoonnummer kan niet kloppen: {shown}.", "error", (source.cite(block.start + start, block.start + end),)
            )
