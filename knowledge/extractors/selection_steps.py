"""Steps under construction: a name with the text that tells about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from knowledge.extractors.pass_marks import mark_in
from knowledge.extractors.selection_words import ELIMINATING, NOT_ELIMINATING, form_of, key_words
from knowledge.extractors.units import Dated, Reading, Unit
from knowledge.model import Fact, Moment, SelectionStep

_LEAD_IN = re.compile(r"(?:tussen|in\s+de|van|begin|vanaf|eind|ten\s+vroegste\s+op)\s+$", re.IGNORECASE)
_COUNT = r"(?:\d+|de|een|één|twee|drie|vier|vijf|zes|zeven|acht|tien|twaalf|veertien|vijftien|twintig|dertig)"
_PERIOD = rf"{_COUNT}\s+(?:{_COUNT}\s+)?(?:kalender|werk)?(?:dag(?:en)?|we(?:ek|ken)|maand(?:en)?)"
# A step without a date, reckoned from something else: "binnen de tien werkdagen na je sollicitatie".
_RELATIVE = re.compile(
    rf"\b(?:binnen|(?:ten\s+laatste|uiterlijk|ongeveer|een)?\s*(?={_COUNT}\s))\s*{_PERIOD}\s+(?:na\b|nadat\b|daarna\b|later\b|volgend\s+op)"
    r"(?:\s+(?!bel\w*|nodig\w*|krijg\w*|volg\w*|hoor\w*|word\w*|leg\w*|kom\w*|mag|heb\w*|spreek\w*|neem\w*|contacteer\w*|stur\w*)[\w’'-]+){0,7}",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"uitslag|resulta|antwoord|bericht|\bhoor\b|\bhoort\b|verne(?:em|men)|laten\s+(?:we|wij)\s+\w+\s+weten|feedback|reserve|beslis", re.IGNORECASE
)
_SAME_DAY = re.compile(r"(?:diezelfde|dezelfde|zelfde)\s+dag|aansluitend|onmiddellijk\s+(?:er)?na|op\s+de\s+dag\s+van\s+de\s+\w+", re.IGNORECASE)


@dataclass(slots=True)
class Draft:
    """A step as found; `text` is everything that its own cells or sentences say, `dated` its moments.

    `graded` says that the step has points, `unmarked` that the bundle says it has no pass mark.
    """

    name: str
    text: str
    units: list[Unit]
    dated: list[Dated] = field(default_factory=list)
    when_text: str | None = None
    mark: str | None = None
    graded: bool = False
    unmarked: bool = False
    eliminating: bool | None = None
    same_day: bool = False

    @property
    def keys(self) -> frozenset[str]:
        return key_words(self.name)

    def add_moments(self, moments: list[Dated], unit: Unit) -> None:
        """Gives the step its moments, once."""
        if not self.dated and moments:
            self.dated = moments
            if unit not in self.units:
                self.units.append(unit)

    def add_mark(self, mark: str | None, unit: Unit) -> None:
        """Gives the step its pass mark, once."""
        if self.mark is None and mark and not self.unmarked:
            self.mark = " ".join(mark.split())
            if unit not in self.units:
                self.units.append(unit)


def without_dates(text: str, moments: list[Dated], offset: int) -> str:
    """The text (which begins at `offset` of the document) with its moments blanked out."""
    for dated in moments:
        start, end = max(0, dated.start - offset), min(len(text), dated.end - offset)
        if start < end:
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def draft_from(reading: Reading, name: str, unit: Unit, start: int, end: int) -> Draft:
    """A step from a stretch of one unit: name given, the rest read from the stretch."""
    stretch = reading.source.document.text[start:end]
    moments = [dated for dated in reading.moments_in(unit) if start <= dated.start < end]
    draft = Draft(name, stretch, [unit], moments)
    draft.mark = mark_in(without_dates(stretch, moments, start))
    draft.same_day = not moments and bool(_SAME_DAY.search(stretch))
    if ELIMINATING.search(stretch):
        draft.eliminating = not NOT_ELIMINATING.search(stretch)
    return draft


def finish(reading: Reading, drafts: list[Draft]) -> tuple[Fact[SelectionStep], ...]:
    """The facts; "dezelfde dag" takes the date of the step before."""
    facts = []
    for draft in drafts:
        if not draft.dated and not draft.when_text and not draft.same_day:
            draft.when_text = _reckoned(draft.text)
    previous: list[Dated] = []
    for draft in drafts:
        derived = False
        dated = draft.dated
        if not dated and draft.same_day and previous:
            dated, derived = previous, True
        when, when_text = _when(reading, dated)
        if derived and when is not None:
            when = replace(when, time=None, end_time=None)
        text = draft.when_text if draft.when_text and not (when and when_text is None) else when_text
        units = list(dict.fromkeys([*draft.units, *(one.unit for one in dated)]))
        step = SelectionStep(draft.name, when, text, draft.mark, draft.eliminating, form_of(f"{draft.name} {draft.text}"))
        cited = reading.cite(*units)
        # A step told by a verb ("kom je praten") has a name of ours.
        named = any(word[:5] in citation.quote.casefold() for word in draft.name.casefold().split() for citation in cited)
        worked_out = derived or not named or any(one.found.derived for one in dated)
        facts.append(Fact(step, cited, confidence=0.85 if worked_out else 0.9, derived=worked_out))
        previous = dated or previous
    return tuple(facts)


def _reckoned(text: str) -> str | None:
    """When a step is, reckoned from something else, in the bundle's words."""
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        if (match := _RELATIVE.search(sentence)) and not _RESULT.search(sentence):
            return " ".join(match.group(0).split())
    return None


def _when(reading: Reading, dated: list[Dated]) -> tuple[Moment | None, str | None]:
    """One moment, or a period from the first to the last with the bundle's wording."""
    if not dated:
        return None, None
    first, last = dated[0], dated[-1]
    moment = first.found.moment
    lead = _LEAD_IN.search(first.before)
    start = first.start - (len(lead.group(0)) if lead else 0)
    if len({one.found.moment.date for one in dated}) == 1:
        several = moment.approximate or moment.end_date is not None
        return moment, reading.source.document.text[start : first.end] if several else None
    words = " ".join(reading.source.document.text[start : max(one.end for one in dated)].split())
    end = max(one.found.moment.end_date or one.found.moment.date for one in dated)
    begin = min(one.found.moment.date for one in dated)
    if last.end - start > 160:
        words = " - ".join(dict.fromkeys(one.found.moment.printed for one in dated))
    return replace(moment, date=begin, end_date=end, printed=words), words
