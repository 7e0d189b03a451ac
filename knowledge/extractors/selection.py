"""The steps of the selection: from tables, headings, lists or running text, completed with what is told elsewhere."""

from __future__ import annotations

import re

from knowledge.extractors.cues import FEEDBACK
from knowledge.extractors.pass_marks import is_total, mark_in, minimum_in, points_in, ratio
from knowledge.extractors.selection_lists import about_session, dated_items, heading_steps, in_selection, list_steps
from knowledge.extractors.selection_prose import NEXT_TO, prose_steps
from knowledge.extractors.selection_steps import Draft, finish, without_dates
from knowledge.extractors.selection_tables import table_steps
from knowledge.extractors.selection_words import ELIMINATING, EVERY, NOT_ELIMINATING, STEP, differ, key_words
from knowledge.extractors.units import Reading, Unit, read_units
from knowledge.model import Fact, SelectionStep
from knowledge.source import Source

_FLAGS = re.IGNORECASE
_STOPS = re.compile(
    r"\bwie\b[^.]*\b(?:niet|te\s+weinig|onder)\b[^.]*(?:gaat\s+niet|niet\s+(?:door|toegelaten|mee|opgeroepen|uitgenodigd)"
    r"|doet\s+niet|stopt)|stopt\s+het\s+daar|niet\s+mee\s+aan\s+het\s+volgende",
    _FLAGS,
)
_ONE_DAY = re.compile(
    r"\balles\b|(?:één|dezelfde|zelfde|een)\s+(?:en\s+dezelfde\s+)?(?:dag|voormiddag|namiddag"
    r"|avond)|(?:alle|beide|de)\s+(?:proeven|onderdelen|gesprekken|testen)\b",
    _FLAGS,
)
_ALSO = re.compile(r"volgt\s+(?:er\s+)?nog|tussen\s+de\s+(?:twee|proeven|gesprekken)|tussendoor", _FLAGS)
_FOLLOWS = re.compile(
    r"tussen\s+de\s+(?:twee|proeven|gesprekken)|tussendoor|\bvolgt\b|daarna|nadien|vervolgens"
    r"|tot\s+slot|ten\s+slotte|bijkomend|ook\s+nog",
    _FLAGS,
)
# No procedure has more; a longer list is something else.
_MOST_STEPS = 20
_MARK_FOR = re.compile(r"(?:op|voor|bij|in)\s+(?:de|het|elk\w*|dit|deze)\s+$", _FLAGS)
_LOW_ONLY = re.compile(r"(?:minstens|minimum|ten\s+minste|minimaal)\s+(?P<n>\d{1,3})\s+punten", _FLAGS)


def extract_selection(source: Source) -> tuple[Fact[SelectionStep], ...]:
    """The steps in order. A mark for the total counts for a step only where it is the only one with points."""
    reading = read_units(source)
    steps = _steps(reading)[:_MOST_STEPS]
    if not steps:
        return ()
    for unit in reading.units:
        if unit.block.kind != "heading" and not about_session(unit.text) and not FEEDBACK.search(unit.text):
            _complete(reading, steps, unit)
    _for_all(reading, steps)
    _on_one_day(reading, steps)
    return finish(reading, steps)


def _steps(reading: Reading) -> list[Draft]:
    tables = table_steps(reading)
    headings = heading_steps(reading)
    if tables:
        known = [step.keys for step in tables]
        extra = [step for step in headings if not any(step.keys & keys for keys in known) and step.keys]
        known += [step.keys for step in extra]
        later = [
            step
            for step in prose_steps(reading)
            if _FOLLOWS.search(step.units[0].text) and (step.dated or _ALSO.search(step.units[0].text)) and in_selection(step.units[0])
        ]
        later = [step for step in later if not any(step.keys & keys for keys in known)]
        return [*extra, *tables, *later]
    numbered = [step for step in headings if re.match(r"\s*(?:stap|fase|ronde)", step.units[0].text, _FLAGS)]
    if len(numbered) > 1:
        return numbered
    items = list_steps(reading)
    if len(items) >= max(1, len(headings)):
        return items
    if len(headings) > 1:
        return headings
    told, calendar = prose_steps(reading), dated_items(reading)
    return calendar if len(calendar) > len(told) else told or headings


def _complete(reading: Reading, steps: list[Draft], unit: Unit) -> None:
    """Gives a step the date and mark that a sentence elsewhere tells of it."""
    if any(unit in step.units for step in steps) and unit.block.kind == "row":
        return
    named = [(match, step) for match in STEP.finditer(unit.text) if (step := _meant(steps, match.group(0)))]
    moments = list(reading.moments_in(unit))
    plain = without_dates(unit.text, moments, unit.start)
    for match, step in named:
        after = [dated for dated in moments if dated.start >= unit.start + match.end()]
        others = [other.start() for other, _ in named if other.start() > match.start()]
        limit = min(others, default=len(unit.text))
        near = [dated for dated in after if dated.start < unit.start + limit]
        if (
            near
            and not step.dated
            and not step.when_text
            and not re.search(
                r"vóór\s+de|voor\s+de|diploma"
                r"|uiterlijk\s+op\s+de\s+dag",
                unit.text[: match.start()],
                _FLAGS,
            )
        ):
            step.add_moments(near, unit)
        if step.mark is None and not is_total(unit.text) and (in_selection(unit) or re.search(r"punt|slaag|%", unit.text, _FLAGS)):
            behind = _MARK_FOR.search(unit.text[: match.start()]) and not NEXT_TO.search(unit.text[: match.start()])
            stretch = plain[: match.start()] if behind else plain[match.end() : limit]
            if behind:
                stretch = stretch[max((other.end() for other, _ in named if other.end() < match.start()), default=0) :]
            step.add_mark(mark_in(stretch) or (mark_in(plain[match.end() : limit]) if behind and len(named) == 1 else None), unit)
            _points_and_minimum(reading, step, unit, plain)


def _points_and_minimum(reading: Reading, step: Draft, unit: Unit, plain: str) -> None:
    """ "Het gesprek staat op 100 punten. Wie minstens 60 punten haalt, is geslaagd." """
    points = points_in(plain)
    if step.mark or not points:
        return
    following = next((other for other in reading.units if other.index == unit.index + 1 and other.block is unit.block), None)
    low = _LOW_ONLY.search(following.text) if following and not is_total(following.text) else None
    if low and following and STEP.search(following.text[: low.start()]):
        return
    if low and following:
        step.add_mark(ratio(low["n"], points), unit)
        step.units.append(following)


def _meant(steps: list[Draft], words: str) -> Draft | None:
    """The step that words refer to: the one that shares a key word, when there is only one."""
    keys = key_words(words)
    found = [step for step in steps if keys & step.keys and not differ(words, step.name)]
    if len(found) > 1:
        found = [step for step in found if keys <= step.keys] or found
    return found[0] if len(found) == 1 else None


def _those_meant(steps: list[Draft], unit: Unit) -> list[Draft]:
    """The steps that "elk deel" is about: those the sentence names, else those with points, else those told before it."""
    named = [step for match in STEP.finditer(unit.text) if (step := _meant(steps, match.group(0)))]
    graded = [step for step in steps if step.graded or points_in(step.text)]
    return named or graded or [step for step in steps if step.units[0].index <= unit.index]


def _on_one_day(reading: Reading, steps: list[Draft]) -> None:
    """ "Alles gebeurt op één dag: maandag 8 maart": the date of every step that has none."""
    for unit in reading.units:
        moments = list(reading.moments_in(unit))
        if len(moments) == 1 and in_selection(unit) and _ONE_DAY.search(unit.text) and not any(step.dated for step in steps):
            for step in steps:
                step.add_moments(moments, unit)


def _for_all(reading: Reading, steps: list[Draft]) -> None:
    """Marks and elimination that hold for every step, or for the only one with points."""
    for unit in reading.units:
        if not in_selection(unit) and not re.search(r"geslaagd|slagen|slaag|onderdeel|gedeelte|proef|punten|%|procent", unit.text, _FLAGS):
            continue
        every = EVERY.search(unit.text)
        if (every and ELIMINATING.search(unit.text)) or _STOPS.search(unit.text):
            for step in steps:
                if step.eliminating is None:
                    step.eliminating = True
        plain = without_dates(unit.text, list(reading.moments_in(unit)), unit.start)
        if every and not NOT_ELIMINATING.search(unit.text):
            meant = _those_meant(steps, unit)
            clause = next((part for part in re.split(r"\s+en\s+(?=minstens|\d|in\s+totaal|samen|op\s+het)|[,;]", plain) if EVERY.search(part)), "")
            mark = None if is_total(clause) else mark_in(clause)
            low = None if mark or is_total(clause) else minimum_in(clause)
            for step in meant:
                points = points_in(step.text)
                own = mark or (ratio(low, points) if low and points else None)
                if own:
                    step.add_mark(own, unit)
        elif re.search(r"geslaagd|slagen", unit.text, _FLAGS) and in_selection(unit):
            graded = [step for step in steps if step.graded or points_in(step.text)]
            only = steps[0] if len(steps) == 1 else graded[0] if len(graded) == 1 else None
            mark = mark_in(plain)
            if only is not None and only.mark is None and mark:
                only.add_mark(mark, unit)
