"""Selection steps in headings, lists and calendars."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from knowledge.document import Block
from knowledge.extractors.cues import SESSION
from knowledge.extractors.pass_marks import is_total, mark_in
from knowledge.extractors.selection_steps import Draft, draft_from, without_dates
from knowledge.extractors.selection_tables import name_of
from knowledge.extractors.selection_words import (
    NOT_SELECTION_HEADING,
    NUMBERED_STEP,
    ORDINAL,
    SELECTION_HEADING,
    SELECTION_SENTENCE,
    STEP,
    STEP_LABEL,
    clean_name,
)
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
    r"|bent|kan|beschikt)|kandidaten|wie\b|feedback|reserve|geen\b|er\s+(?:is|zijn|komt)\s+geen)"
    r"|^[^.,;]*\b(?:is|zijn|komt|komen)\s+er\s+(?:niet|geen)\b",
    _FLAGS,
)


_APPLIES = re.compile(r"\W*(?:(?:je|u)\s+)?(?:stuur|mail|solliciteer|bezorg|vul|schrijf|laad|dien|kandideer)\w*\b", _FLAGS)
_COMES = re.compile(r"\W*wie\s+(?:slaagt|geslaagd\s+is|doorgaat|uitgenodigd\s+wordt)[^.]*\b(?:kom|praat|praten|spreek|leg|doe|mag)", _FLAGS)
# A sentence that is the title of its paragraph: "Gesprek met de jury.", "Stap 2: thuisopdracht:".
_TITLE = re.compile(r"(?!.*(?:\d|\b(?:je|u|we|wij|wie|een)\b))(?:[^\s.]+\s){0,8}[^\s.]+[.:]")
_FIGURE = re.compile(r"\(?\d{1,2}[.)]")
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
    """The steps of a list: items under a selection heading or after an intro ("bestaat uit 3 stappen:"), or paragraphs with a title each."""
    best: list[Draft] = []
    current: list[Draft] = []
    last: Unit | None = None
    for parts in _entries(reading):
        first = parts[0]
        if last is not None and (first.nearest != last.nearest or first.block.kind != last.block.kind):
            best = max(best, current, key=_counts)
            current = []
        last = first
        if _may_be_a_step(reading, parts):
            current.append(_entry(reading, parts))
    best = max(best, current, key=_counts)
    return best if _counts(best) else []


def _may_be_a_step(reading: Reading, parts: list[Unit]) -> bool:
    """Not what one does to apply, and nothing that only speaks of candidates, unless it tells a day on which one comes."""
    text = parts[0].text
    if _APPLIES.match(text) and not STEP.search(text):
        return False
    if not _NO_STEP_ITEM.match(text) or re.match(rf"je\s+hebt\s+(?:nog\s+|eerst\s+|dan\s+)?een\s+{STEP.pattern}", text, _FLAGS):
        return True
    return bool(_COMES.match(text) and reading.moments_in(parts[0]))


def _entries(reading: Reading) -> Iterator[list[Unit]]:
    """The units of each item or titled paragraph that may be a step; one that counts "1. ... 2. ..." in itself gives several."""
    for block, units in _by_block(reading.units):
        first = units[0]
        listed = block.kind == "item" and block.level == 0 and (in_selection(first) or bool(SELECTION_SENTENCE.search(first.intro)))
        counted = block.kind in ("item", "paragraph") and in_selection(first) and _counted(units)
        numbered = _numbered(units) if block.kind in ("item", "paragraph") and in_selection(first) else []
        if numbered:
            yield from numbered
        elif counted:
            yield from counted
        elif listed or (
            block.kind == "paragraph" and in_selection(first) and len(units) > 1 and _TITLE.fullmatch(first.text) and STEP.search(first.text)
        ):
            yield units


def _by_block(units: Iterable[Unit]) -> Iterator[tuple[Block, list[Unit]]]:
    for _, group in groupby(units, key=lambda unit: unit.block.start):
        own = list(group)
        yield own[0].block, own


def _numbered(units: list[Unit]) -> list[list[Unit]]:
    """The parts of a paragraph or cell that each begin with 'Stap 1:', 'Fase 2 -'; [] when it has none."""
    parts: list[list[Unit]] = []
    for unit in units:
        if NUMBERED_STEP.match(unit.text):
            parts.append([unit])
        elif parts:
            parts[-1].append(unit)
    return parts


def _counted(units: list[Unit]) -> list[list[Unit]]:
    """The parts of a block that counts them with figures of their own; [] when it doesn't."""
    parts: list[list[Unit]] = [[]]
    for unit in units:
        if _FIGURE.fullmatch(unit.text):
            parts.append([])
        else:
            parts[-1].append(unit)
    parts = [part for part in parts if part]
    return parts if len(parts) > 2 and all(len(part[0].text) < 160 for part in parts) else []


def _entry(reading: Reading, parts: list[Unit]) -> Draft:
    """A step from its own sentences: the mark may be told in two of them ("Op 40 punten; je moet er minstens 20 halen")."""
    first, rest = parts[0], parts[1:]
    name = name_of(STEP_LABEL.sub("", first.text))
    later = next((match.group(0) for unit in rest if (match := STEP.search(unit.text))), None)
    if len(name.split()) > 6 and later and not STEP.search(name):
        name = later
    step = draft_from(reading, name, first, first.start, first.end)
    plain = [without_dates(first.text, list(reading.moments_in(first)), first.start)]
    for unit in rest:
        moments = list(reading.moments_in(unit))
        step.name = step.name or name_of(unit.text)
        step.add_moments(moments, unit)
        plain.append(without_dates(unit.text, moments, unit.start))
        step.text += " " + unit.text
        if not is_total(unit.text):
            step.add_mark(mark_in(plain[-1]), unit)
    if step.mark is None and rest and not is_total(step.text):
        step.add_mark(mark_in(" ".join(plain)), rest[-1])
    return step


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
    if len(steps) == 1 and steps[0].units[0].block.kind == "paragraph":
        return 0
    tests = sum(bool(STEP.search(step.name) or ORDINAL.match(step.units[0].text)) for step in steps)
    return len(steps) if tests and 2 * tests >= len(steps) and all(step.name for step in steps) else 0
