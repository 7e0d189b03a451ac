"""Selection steps in running text."""

from __future__ import annotations

import re

from knowledge.document import Block
from knowledge.extractors.cues import APPLY_HEADING, FEEDBACK
from knowledge.extractors.pass_marks import is_total, mark_in, minimum_in, points_in, ratio
from knowledge.extractors.selection_lists import about_session, in_selection
from knowledge.extractors.selection_steps import Draft, draft_from, without_dates
from knowledge.extractors.selection_words import (
    ELLIPSIS,
    EVERY,
    NOT_SELECTION_HEADING,
    SELECTION_SENTENCE,
    STEP,
    differ,
    key_words,
)
from knowledge.extractors.units import Dated, Reading, Unit

_FLAGS = re.IGNORECASE
NEXT_TO = re.compile(
    r"(?:mee\s+)?naar\s+(?:de|het)\s*$|toegelaten\s+tot\s+(?:de|het)\s*$|uitgenodigd\s+(?:\w+\s+){0,2}voor\s+(?:de"
    r"|het)\s*$|opgeroepen\s+voor\s+(?:de|het)\s*$",
    _FLAGS,
)
_INTRODUCES = re.compile(
    r"(?:\been|bestaat\s+uit|volgt|afgelegd|omvat|gevolgd\s+door|leg\w*\s+(?:je|u|dan|wel|eerst)*|uitgenodigd\s+(?:\w+\s+){0,3}voor"
    r"|nodigen\s+(?:we|wij)\s+\w+\s+uit\s+voor|uit\s+voor|:|,|\ben|eerst|daarna|dan|het|de)\s*$",
    _FLAGS,
)
# Parts of a conversation or test, rather than steps of their own, unless a sentence counts them up.
_WEAK = re.compile(r"^(?:\w+\s+)?(?:case|casus|praktijkcase|presentatie|rollenspel|vragenlijst)$", _FLAGS)
# "een proef op 6 juli 2027, die bestaat uit een case en een gesprek": parts of one step, which has the date.
_HOLDS_PARTS = re.compile(r"\d{4}[^.;]{0,15},?\s*(?:die|dat)\s+(?:bestaat\s+uit|omvat)\b", _FLAGS)
_POINTS_BACK = re.compile(r"(?:dat|dit|deze|die)\s+(?P<name>\w*(?:gesprek|proef|test|babbel|telefoontje|opdracht))\b", _FLAGS)
_HOLDS_OTHERS = re.compile(r"[\s,]*(?:dat\s+|die\s+)?(?:bestaande\s+uit\b|bestaat\s+uit\b|omvat\b|:\s+een\b)", _FLAGS)
_WHEN_BRACKET = re.compile(
    r"[^.,;(]{0,40}\((?P<when>[^()]*\b(?:dagen|weken|overleg|afspraak|werkdagen|week|maand"
    r"|bepalen|datum)\b[^()]*)\)|[^.,;(]{0,30},\s*(?P<later>in\s+overleg|op\s+afspraak"
    r"|(?:op\s+een\s+)?(?:later\s+te\s+bepalen\s+)?datum[^.,;]*)",
    _FLAGS,
)
_BY_APPOINTMENT = re.compile(r"(?P<when>op\s+afspraak|in\s+overleg)\s+(?:een|de|het)\s+$", _FLAGS)
_COUNTS_UP = re.compile(r"bestaat\s+uit|omvat|volgende|verloopt\s+(?:in|via)|onderdelen", _FLAGS)
_NO_INTRODUCTION = re.compile(
    r"(?:\b(?:dat|dit|deze|die|per|elke?)|\bwie\s+(?:\w+\s+){0,3}(?:de|het)|als\s+je\s+(?:\w+\s+)?(?:de"
    r"|het)|\bin|geen|zonder|gerust\s+het|kort|na\s+(?:het|de|je)|met\s+de|van\s+(?:het"
    r"|de)|bij\s+(?:het|de)"
    r"|voor\s+(?:het|de)|tijdens\s+(?:het|de))\s*$",
    _FLAGS,
)


# Steps that a verb tells: "Bram belt je", "we lezen de cv's", "je spreekt een halfuur met de directeur", "je draait een nacht mee".
_DOING = re.compile(
    r"\bbel(?:t|len)?\s+(?:ik|we|wij|hij|ze|zij)\s+(?:je|u)\b|(?:(?-i:[A-Z]\w+)\s+)?\b(?:belt|bellen)\s+(?:(?:we|wij)\s+)?(?:je|u)\b(?!\s+(?:ons|om))"
    r"|\b(?:bekijk|lees|lezen|screen|beoordeel|beoordel|kijk)\w*\b[^.,;]{0,30}?\b(?:cv(?:['’]?s)?"
    r"|kandidaturen|dossiers?|sollicitaties?)\b(?:\s+na\b)?"
    r"|\b(?:cv(?:['’]?s)?|kandidaturen|dossiers?)\s+(?:wordt|worden)\s+(?:gescreend|bekeken|gelezen|nagekeken|beoordeeld)"
    r"|\b(?:spreekt?|praat)\s+(?:je\s+|u\s+)?(?:een|met|op)\b[^.,;]*|\bontmoet\w*\s+(?:je"
    r"|u|we|wij)\b[^.,;]*|\bgescreend\b[^.,;]*|\bkrijg\w*\b[^.,;]*\btelefoon\b[^.,;]*|\bkom\w*\s+(?:je\s+"
    r"|u\s+)?(?:op\s+(?:\w+dag\s+)?\d+\s+\w+\s+(?:\d+\s+)?)?praten\b[^.,;]*"
    r"|\b(?:draait?|loopt?|werkt?)\b[^.,;]{0,25}\bmee\b|\b(?:meedraaien|meelopen|meewerken)\b",
    _FLAGS,
)


_TELLS_RESULT = re.compile(
    r"\b(?:bel|mail|contacteer|schrijf)\w*\b[^.;]*\b(?:met|over|om)\s+(?:[\w’']+\s+){0,2}(?:resultaat|uitslag|beslissing|nieuws)", _FLAGS
)
# "De eerste ronde is op 8 december, de tweede op 12 januari": the days of one step, which has been named before.
_ROUNDS = re.compile(r"\b(?:eerste|1e|1ste)\s+(?:gespreks)?(?:ronde|reeks|groep|dag)\b", _FLAGS)
_SECOND_ROUND = re.compile(r"\b(?:tweede|2de|2e)\s+(?:(?:gespreks)?(?:ronde|reeks|groep|dag)\s+)?(?:(?:is|zijn|volgt)\s+)?(?:op|in)\b", _FLAGS)


def prose_steps(reading: Reading) -> list[Draft]:
    """Steps that sentences name, with the dates and marks told in the same or the following sentences."""
    telling = _telling_blocks(reading)
    teller = _Teller(reading)
    for unit in reading.units:
        if unit.block.kind != "heading" and not about_session(unit.text) and not FEEDBACK.search(unit.text):
            teller.hear(unit, in_selection(unit) or unit.block in telling)
    return [
        step
        for step in teller.steps
        if step.dated
        or step.mark
        or in_selection(step.units[0])
        or step.units[0].block in telling
        or re.search(r"bestaat|omvat|verloopt|procedure\s*:", step.units[0].text, _FLAGS)
    ]


class _Teller:
    """Hears the sentences in order; `current` is the step that a sentence without a name goes on about."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.steps: list[Draft] = []
        self.current: Draft | None = None
        self.last: Unit | None = None

    def hear(self, unit: Unit, in_part: bool) -> None:
        """Takes the steps, dates and marks of one sentence; `in_part` says that it stands in the part about the selection."""
        if self.last is not None and "\n" in self.reading.source.document.text[self.last.end : unit.start]:
            self.current = None
        self.last = unit
        if NOT_SELECTION_HEADING.search(unit.nearest) and not in_part and not APPLY_HEADING.search(unit.nearest):
            return
        if not (in_part or SELECTION_SENTENCE.search(unit.text)) and self.current is None:
            return
        moments = list(self.reading.moments_in(unit))
        found = _named(unit, in_part, moments)
        if self.current is not None and not self.current.dated and _are_rounds(unit, found, moments):
            self.current.add_moments(moments, unit)
            return
        if not _COUNTS_UP.search(unit.text):
            found = [match for match in found if not _WEAK.match(match.group(0)) or len(found) == len(moments) == 1 or _is_own(unit, match)]
        if self.current is not None and (back := _POINTS_BACK.match(unit.text)) and _DOING.fullmatch(self.current.name):
            self.current.name = back["name"]
        leading = _leading_dates(unit, found, moments)
        for position, match in enumerate(found):
            self._name(unit, found, position, match, moments, in_part, leading[position] if leading else None)
        self._go_on(unit, found, moments)

    def _name(
        self, unit: Unit, found: list[re.Match[str]], position: int, match: re.Match[str], moments: list[Dated], in_part: bool, leading: Dated | None
    ) -> None:
        before = unit.text[: match.start()]
        onward = bool(NEXT_TO.search(before))
        if self.current is not None and position == 0 and (onward or re.search(r"\bslaag", before, _FLAGS)):
            self.current.add_mark(mark_in(without_dates(before, moments, unit.start)), unit)
        if (shared := ELLIPSIS.search(before)) and not _known(self.steps, f"{shared['adjective']} {match.group(0).split()[-1]}"):
            self.steps.append(Draft(f"{shared['adjective']} {match.group(0).split()[-1]}", unit.text, [unit]))
        known = _known(self.steps, match.group(0))
        if known is not None:
            self.current = self.current if onward else known
        elif in_part or _INTRODUCES.search(before) or moments:
            end = found[position + 1].start() if position + 1 < len(found) else len(unit.text)
            step = _introduced(self.reading, unit, match, end)
            step.dated = [leading] if leading else step.dated
            free = [dated for dated in moments if not any(dated in other.dated for other in self.steps)]
            _date_before(step, unit, free, match, found[position - 1].end() if position else 0)
            self.steps.append(step)
            self.current = self.current if onward and not step.dated else step

    def _go_on(self, unit: Unit, found: list[re.Match[str]], moments: list[Dated]) -> None:
        """What the sentence says of the step told last, or of all the steps that it names."""
        if len(moments) == 1 and re.search(r"\b(?:allebei|beide|dezelfde\s+dag)\b", unit.text, _FLAGS):
            for step in self.steps:
                step.dated = moments if step.units[0] is unit and not step.dated else step.dated
        current = self.current
        if current is None:
            return
        if not found and not _speaks_of_another(unit, self.steps, current):
            current.add_moments(moments, unit)
            if not is_total(unit.text) and not EVERY.search(unit.text):
                plain = without_dates(unit.text, moments, unit.start)
                low, points = minimum_in(plain), points_in(current.text)
                current.add_mark(mark_in(plain) or (ratio(low, points) if low and points else None), unit)
        elif len(found) == 1 and moments and not current.dated:
            current.add_moments([dated for dated in moments if dated.start > unit.start + found[0].start()], unit)


def _telling_blocks(reading: Reading) -> list[Block]:
    """Paragraphs with at least two sentences that name a step with its date: they tell the selection, whatever their heading is."""
    counts: dict[int, tuple[Block, int]] = {}
    for unit in reading.units:
        if unit.block.kind == "paragraph" and STEP.search(unit.text) and reading.moments_in(unit) and not about_session(unit.text):
            block, count = counts.get(unit.block.start, (unit.block, 0))
            named = len(list(STEP.finditer(unit.text))) + len(list(_DOING.finditer(unit.text)))
            counts[unit.block.start] = (block, count + min(named, len(reading.moments_in(unit))))
    return [block for block, count in counts.values() if count > 1]


def _are_rounds(unit: Unit, found: list[re.Match[str]], moments: list[Dated]) -> bool:
    """Whether a sentence gives the days of several rounds of one step, and names no test."""
    named = [match for match in found if not _ROUNDS.search(match.group(0))]
    return len(moments) > 1 and not named and bool(_ROUNDS.search(unit.text) and _SECOND_ROUND.search(unit.text))


def _speaks_of_another(unit: Unit, steps: list[Draft], current: Draft) -> bool:
    """Whether a sentence names a known step other than the one told last."""
    known = [_known(steps, match.group(0)) for match in STEP.finditer(unit.text)]
    return any(step is not None and step is not current for step in known)


def _named(unit: Unit, in_part: bool, moments: list[Dated]) -> list[re.Match[str]]:
    """The places of a sentence that name a step, by a noun or, in the part about the selection, by a verb."""
    named = list(STEP.finditer(unit.text))
    found: list[re.Match[str]] = []
    for match in named:
        before = unit.text[: match.start()]
        dated = any(re.fullmatch(r"[\s(:,]*(?:op\s+)?", unit.text[match.end() : max(0, moment.start - unit.start)]) for moment in moments)
        dated = dated and any(moment.start >= unit.start + match.end() for moment in moments)
        if found and _HOLDS_PARTS.search(unit.text[found[-1].end() : match.start()]):
            break
        part_of_last = bool(found) and re.fullmatch(r"\s+met\s+(?:een|de|het)\s+|\s*\(\s*(?:een\s+)?", unit.text[found[-1].end() : match.start()])
        holds_others = _HOLDS_OTHERS.match(unit.text[match.end() :])
        if (dated or not _NO_INTRODUCTION.search(before)) and not part_of_last and not holds_others:
            found.append(match)
    found = [match for match in found if not re.match(r"\s*(?:is|zijn|komt)\s+er\s+(?:niet|geen)\b", unit.text[match.end() :])]
    doing = list(_DOING.finditer(unit.text)) if in_part and not _TELLS_RESULT.search(unit.text) else []
    found += [match for match in doing if not any(one.start() < match.end() and match.start() < one.end() for one in found)]
    return sorted(found, key=lambda match: match.start())


def _is_own(unit: Unit, match: re.Match[str]) -> bool:
    """Whether a case or role play is told as a step beside others, not as a part of one."""
    after = unit.text[match.end() :]
    return (
        bool(re.search(r"\been\s+$", unit.text[: match.start()]))
        and bool(re.match(r"\s*(?:,|en)\s+een\s", after))
        and not re.search(r"\b(?:met|waarin|inclusief)\b", unit.text[: match.start()], _FLAGS)
    )


def _leading_dates(unit: Unit, found: list[re.Match[str]], moments: list[Dated]) -> list[Dated]:
    """The moments of a sentence in which each step follows its own ("op 11 maart de schriftelijke proef, op 25 maart de mondelinge"); else []."""
    leading: list[Dated] = []
    since = unit.start
    for match in found:
        before = [dated for dated in moments if since <= dated.start < unit.start + match.start()]
        if not before:
            return []
        leading.append(before[-1])
        since = unit.start + match.end()
    return leading if len(found) > 1 else []


def _date_before(step: Draft, unit: Unit, moments: list[Dated], match: re.Match[str], since: int) -> None:
    """ "Op 20 mei volgt de mondelinge proef": the moment that leads to the name, where none follows it."""
    leading = [dated for dated in moments if unit.start + since <= dated.start < unit.start + match.start()]
    leads = [dated for dated in leading if not re.search(r";", unit.text[dated.end - unit.start : match.start()])]
    if not step.dated and leads and not re.search(r"\b(?:vóór|na|tot|uiterlijk)\s*$", leads[-1].before):
        step.dated = [dated for dated in leads if dated.start == leads[-1].start]


def _introduced(reading: Reading, unit: Unit, match: re.Match[str], end: int) -> Draft:
    """A step from the words after its name up to the next step of the sentence."""
    step = draft_from(
        reading, re.sub(r"^eliminerende?\s+", "", match.group(0).strip(), flags=_FLAGS), unit, unit.start + match.start(), unit.start + end
    )
    tail = re.match(r"\s+(?:met|over|voor(?!\s+te)|bij|door)\s+(?:(?!\bop\b|\bvan\s+\d)[^,.;:(])+", unit.text[match.end() : end])
    if tail and len(tail.group(0)) < 60 and not re.search(r"\d|punten", tail.group(0)):
        step.name += re.split(r"\s+en\s+(?:een|daarna|dan)\b", tail.group(0))[0].removesuffix(" en").rstrip()
    if (bracket := _WHEN_BRACKET.match(unit.text[match.end() : end])) and not step.dated:
        step.when_text = bracket["when"] or bracket["later"]
    elif (lead := _BY_APPOINTMENT.search(unit.text[: match.start()])) and not step.dated:
        step.when_text = lead["when"]
    if re.search(r"eliminerend", match.group(0), _FLAGS):
        step.eliminating = True
    if is_total(unit.text[match.start() : end]):
        step.mark = None
    return step


def _known(steps: list[Draft], name: str) -> Draft | None:
    keys = key_words(name)
    if not keys:
        return None
    if again := re.match(r"(tweede|derde|laatste)\b", name, _FLAGS):
        steps = [step for step in steps if step.name.casefold().startswith(again[1].casefold())]
    return next((step for step in steps if keys & step.keys and not differ(name, step.name)), None)
