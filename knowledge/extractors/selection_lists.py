"""Selection steps in headings, lists and calendars."""

from __future__ import annotations

import re

from knowledge.extractors.cues import SESSION
from knowledge.extractors.pass_marks import is_total, mark_in
from knowledge.extractors.selection_steps import Draft, draft_from, without_dates
from knowledge.extractors.selection_tables import name_of
from knowledge.extractors.selection_words import NOT_SELECTION_HEADING, ORDINAL, SELECTION_HEADING, SELECTION_SENTENCE, STEP, clean_name
from knowledge.extractors.units import Reading, Unit

_FLAGS = re.IGNORECASE
_STEP_HEADING = re.compile(
    r"^\s*(?:(?:stap|fase|ronde|proef|onderdeel)\s*(?:\d+|[IVX]+)\b|(?:eerste|tweede|derde|vierde)\s+(?:stap|fase"
    r"|ronde|proef))",
    _FLAGS,
)
_GENERIC_HEADING = re.compile(r"selectie(?:proeven|programma|procedure|verloop)|verloop|\bproeven\b|onderdelen", _FLAGS)
_NO_STEP_ITEM = re.compile(
    r"^\s*(?:contract|aanbod|beslissing|aanwerving|indiensttreding|bereid|je\s+(?:hebt"
    r"|bent|kan|beschikt)|kandidaten|wie\b|feedback|reserve)",
    _FLAGS,
)


_AFTER_SESSION = re.compile(r"\bna\s+(?:de|het|een)\s+\w+", _FLAGS)


def about_session(text: str) -> bool:
    """Whether a sentence is about an infosession rather than about what comes after it."""
    return bool(SESSION.search(_AFTER_SESSION.sub(" ", text)))


def in_selection(unit: Unit) -> bool:
    """Whether a unit stands in the part about the selection."""
    titles = unit.block.heading[-3:]
    return any(SELECTION_HEADING.search(title) and not NOT_SELECTION_HEADING.search(title) for title in titles) and not (
        unit.nearest and NOT_SELECTION_HEADING.search(unit.nearest) and not SELECTION_HEADING.search(unit.nearest)
    )


def heading_steps(reading: Reading) -> list[Draft]:
    """Headings "Stap 1: ..." and, inside the selection part, headings that name a test; with what stands under them."""
    steps: list[Draft] = []
    numbered = [unit for unit in reading.units if unit.block.kind == "heading" and _STEP_HEADING.match(unit.text)]
    titles = [unit for unit in reading.units if unit.block.kind == "heading" and unit.end == unit.block.end]
    counted = [unit for unit in titles if re.match(r"\s*\d{1,2}[.):]?\s", unit.block.text)]
    tests = [unit for unit in counted if STEP.search(unit.text)]
    numbered += [unit for unit in tests if unit not in numbered and 2 * len(tests) >= len(counted)]
    named = [
        unit
        for unit in reading.units
        if unit.block.kind == "heading"
        and unit not in numbered
        and in_selection(unit)
        and STEP.search(unit.text)
        and not _GENERIC_HEADING.search(unit.text)
        and not unit.text.rstrip().endswith("?")
        and not NOT_SELECTION_HEADING.search(unit.text)
    ]
    for unit in sorted((*numbered, *named), key=lambda one: one.index):
        name = re.split(
            r"\s+(?:i\.?v\.?m\.?|in\s+verband\s+met|waarbij)\s+",
            clean_name(
                re.sub(
                    r"^(?:artikel"
                    r"|art\.)\s*\d+\s*[.:]\s*",
                    "",
                    unit.text,
                    flags=_FLAGS,
                )
            ),
        )[0]
        if not name:
            continue
        step = Draft(name, unit.text, [unit])
        for below in reading.units[reading.units.index(unit) + 1 :]:
            if below.block.kind == "heading" or below.nearest != unit.block.text:
                break
            moments = list(reading.moments_in(below))
            step.add_moments(moments, below)
            if not is_total(below.text):
                step.add_mark(mark_in(without_dates(below.text, moments, below.start)), below)
            step.text += " " + below.text
        steps.append(step)
    return steps


def list_steps(reading: Reading) -> list[Draft]:
    """The list under a selection heading or after an intro ("bestaat uit 3 stappen:") whose items name steps."""
    best: list[Draft] = []
    current: list[Draft] = []
    last: Unit | None = None
    for unit in reading.units:
        first_of_item = unit.block.kind == "item" and not unit.previous
        belongs = unit.block.kind == "item" and unit.block.level == 0 and (in_selection(unit) or bool(SELECTION_SENTENCE.search(unit.intro)))
        if belongs and not first_of_item and current and last is not None and last.block is unit.block:
            moments = list(reading.moments_in(unit))
            current[-1].name = current[-1].name or name_of(unit.text)
            current[-1].add_moments(moments, unit)
            current[-1].add_mark(mark_in(without_dates(unit.text, moments, unit.start)), unit)
            current[-1].text += " " + unit.text
            last = unit
            continue
        if not belongs or (last is not None and unit.nearest != last.nearest):
            if _counts(current) > _counts(best):
                best = current
            current = []
        if belongs and first_of_item and not _NO_STEP_ITEM.match(unit.text):
            current.append(draft_from(reading, name_of(unit.text), unit, unit.start, unit.end))
            last = unit
    if _counts(current) > _counts(best):
        best = current
    return best


def dated_items(reading: Reading) -> list[Draft]:
    """Items of a calendar that name a test with its date, under whatever heading: "9 februari 2027: schriftelijke proef"."""
    steps = []
    dates = {unit.block.start: reading.moments_in(unit) for unit in reading.units if unit.block.kind == "row" and unit.start == unit.block.start}
    for unit in reading.units:
        leading = dates.get(unit.block.start, ())
        if leading and unit.start > unit.block.start and STEP.search(unit.text) and not about_session(unit.text):
            steps.append(Draft(name_of(unit.text), unit.text, [leading[0].unit, unit], list(leading), mark=mark_in(unit.text)))
        match = STEP.search(unit.text) if unit.block.kind == "item" and not about_session(unit.text) else None
        if match and reading.moments_in(unit) and len(unit.text) < 120:
            head = unit.text[: match.start()].strip(" :–-")
            name = name_of(unit.text[match.start() :]) if not head or head[0].isdigit() or reading.moments_in(unit)[0].start == unit.start else ""
            steps += [draft_from(reading, name, unit, unit.start, unit.end)] if name else []
    return steps if len(steps) > 1 else []


def _counts(steps: list[Draft]) -> int:
    """How many items there are, 0 unless some of them are tests or numbered steps."""
    tests = sum(bool(STEP.search(step.name) or ORDINAL.match(step.units[0].text)) for step in steps)
    return len(steps) if tests and 2 * tests >= len(steps) and all(step.name for step in steps) else 0
