"""Sentences with what stands around them, and the moments in them: what the extractors of dates look at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from knowledge.dates import FoundMoment, document_anchors, document_reference, find_moments
from knowledge.document import Block
from knowledge.model import Citation
from knowledge.source import Source, split

# What a page says of other vacancies, or of an earlier call of this one.
_OTHER_HEADING = re.compile(
    r"andere\s+(?:vacature|job|functie|betrekking|oproep)|\book\s+(?:vacant|open|iets\s+voor)|in\s+de\s+kijker|meer\s+vacatures"
    r"|overige\s+vacature|openstaande\s+vacature"
    r"|gerelateerde|nog\s+te\s+doen|nieuws\b|agenda\b|interessant\s+voor\s+jou|dit\s+vind\s+je\s+misschien|niet\s+gevonden\s+wat"
    r"|jobstudent|vakantiewerk|menu\b|nuttige\s+link"
    r"|vergelijkbare|^\W*(?:misschien\s+|nog\s+)?ook\b|past\s+(?:\w+\s+){0,3}niet|niet\s+(?:wat\s+je\s+zoekt|jouw\s+ding)",
    re.IGNORECASE,
)
_OTHER_SENTENCE = re.compile(
    r"\book\s+(?:open|vacant)\b|andere\s+(?:vacature|betrekking|oproep|functie)s?\b|(?:aparte|nieuwe)\s+(?:oproep|vacature)|jobstudent"
    r"|monitoren?\b|vakantiejob"
    r"|\b(?:kijk|bekijk|zie|lees|neem)\b(?:\s+(?:dan|ook|eens|even|zeker|gerust|een)){0,3}(?:\s+kijkje)?\s+(?:naar|bij|in|op)?\s*(?:de|onze)\s+"
    r"(?:vacature|oproep)s?\s+(?:van\s+|voor\s+|als\s+)?(?!(?:op|via|hier|online|en|in|of|onder|boven|om)\b)\w+"
    r"|speelpleinanimator|openbaar\s+onderzoek|andere\s+(?:selectie|procedure|opdracht|job)\b|zoeken\s+(?:we\s+|wij\s+)?(?:ook|daarnaast)\b",
    re.IGNORECASE,
)
# "De vacature van speelpleincoach staat nog open tot 1 december": a job that the rest of the document never names.
_NAMES_JOB = re.compile(
    r"(?:vacature|oproep|selectie|job|functie|betrekking|zoeken\s+we)\s+(?:\w+\s+)?(?:van"
    r"|voor|als|naar)\s+(?:een\s+|de\s+|het\s+|onze\s+)?(?P<a>[\w-]{5,})"
    r"|\bvoor\s+(?:een\s+|de\s+|het\s+|onze\s+)?(?P<b>[\w-]{5,})[^.]{0,60}(?:loopt|staat|blijft)\s+(?:de|onze|een)\s+(?:oproep|vacature|selectie)",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\b(?:ook|nog|intussen|eveneens|tegelijk)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"vorige\s+(?:oproep|vacature|procedure|selectie|ronde)|eerste\s+(?:oproep|publicatie)"
    r"|(?:na|uit)\s+(?:de|een)\s+eerste\s+ronde|eerdere\s+(?:oproep|vacature|procedure"
    r"|kandida)|vroegere\s+oproep|heropen"
    r"|vorig\s+jaar|destijds|vervangt\s+het|is\s+intussen\s+(?:afgesloten|vervangen|ingetrokken"
    r"|ingevuld)|verstreek|afgelopen\s+(?:jaar|zomer|voorjaar)",
    re.IGNORECASE,
)
_GENDER_MARK = re.compile(r"\(\s*[mvx](?:\s*/\s*[mvx]){1,2}\s*\)|\b[mvx]/[mvx]/[mvx]\b", re.IGNORECASE)
_KEPT = "_reading"
# Nobody writes longer sentences; a longer one is debris, and only its beginning is looked at.
_LONGEST = 2000
_REFERS_BACK = re.compile(r"^\W*(?:daarvoor|hiervoor|die|dat|deze|dit|ze|zij|hij|er)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, item or cell; `label` is the row's label, the column's title or the words before a colon; `intro` leads a list in.

    `previous` is the sentence before it in the same block, `index` its place among the units of the document.
    """

    text: str
    start: int
    end: int
    block: Block
    index: int
    label: str = ""
    intro: str = ""
    previous: str = ""

    @property
    def headings(self) -> str:
        """The headings above, outermost first, in one string."""
        return " | ".join(self.block.heading)

    @property
    def nearest(self) -> str:
        """The nearest heading, or ''."""
        return self.block.heading[-1] if self.block.heading else ""


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment with its unit; offsets count in the document's text."""

    found: FoundMoment
    start: int
    end: int
    unit: Unit

    @property
    def before(self) -> str:
        """The unit's text before the moment."""
        return self.unit.text[: max(0, self.start - self.unit.start)]

    @property
    def after(self) -> str:
        """The unit's text after the moment."""
        return self.unit.text[max(0, self.end - self.unit.start) :]


@dataclass(frozen=True)
class Reading:
    """A source cut into units with their moments, without what is about other vacancies or earlier calls."""

    source: Source
    units: tuple[Unit, ...]
    moments: tuple[Dated, ...]

    def cite(self, *units: Unit) -> tuple[Citation, ...]:
        """Citations of the units, in the order of the document, each once."""
        return tuple(self.source.cite(unit.start, unit.end) for unit in sorted(set(units), key=lambda unit: unit.start))

    def moments_in(self, unit: Unit) -> tuple[Dated, ...]:
        """The moments that begin in a unit."""
        return self._by_unit.get(unit.index, ())

    @cached_property
    def _by_unit(self) -> dict[int, tuple[Dated, ...]]:
        grouped: dict[int, list[Dated]] = {}
        for moment in self.moments:
            grouped.setdefault(moment.unit.index, []).append(moment)
        return {index: tuple(own) for index, own in grouped.items()}


def read_units(source: Source) -> Reading:
    """The units of the vacancy itself; made once for a source and kept with it, as its cached properties are."""
    known = vars(source).get(_KEPT)
    if not isinstance(known, Reading):
        known = vars(source)[_KEPT] = _read(source)
    return known


def _read(source: Source) -> Reading:
    units = tuple(_without_others(source, _units(source)))
    reference, anchors = document_reference(source), document_anchors(source)
    by_block: dict[int, list[Unit]] = {}
    for unit in units:
        by_block.setdefault(unit.block.start, []).append(unit)
    moments: list[Dated] = []
    for own in by_block.values():
        block = own[0].block
        starts = [unit.start for unit in own]
        for found in find_moments(block.text, reference=reference, anchors=anchors):
            start = block.start + found.start
            holder = own[max(0, bisect_right(starts, start) - 1)]
            if holder.start <= start < holder.end:
                moments.append(Dated(found, start, block.start + found.end, holder))
    return Reading(source, units, tuple(moments))


def _units(source: Source) -> Iterator[Unit]:
    index, intro = 0, ""
    for block in source.main:
        if block.kind not in ("item", "row"):
            intro = ""
        previous = ""
        for position, sentence in enumerate(split(block)):
            label = _label(block, position)
            text = sentence.text[:_LONGEST]
            yield Unit(
                text, sentence.start, sentence.start + len(text), block, index, label, intro if block.kind in ("item", "row") else "", previous
            )
            previous, index = text, index + 1
        if block.kind == "paragraph" and block.text.rstrip().endswith(":"):
            intro = previous


def _label(block: Block, position: int) -> str:
    if block.kind != "row" or position == 0:
        return ""
    own = block.cells[0] if block.cells else ""
    column = block.header[position] if position < len(block.header) and block.header != block.cells else ""
    return f"{own} | {column}" if column and column != own else own


def _without_others(source: Source, units: Iterable[Unit]) -> Iterator[Unit]:
    title = str(source.document.metadata.get("title") or "").casefold()
    excluded: Unit | None = None
    for unit in units:
        about_other = about_another_job(unit.block)
        about_other = about_other or _names_other_function(unit, title)
        about_other = about_other or bool(_OTHER_SENTENCE.search(unit.text) or _EARLIER.search(unit.text))
        about_other = about_other or _names_other_job(source, unit)
        if not about_other and excluded is not None and excluded.block is unit.block and _REFERS_BACK.match(unit.text):
            about_other = True
        excluded = unit if about_other else None
        if not about_other:
            yield unit


def about_another_job(block: Block) -> bool:
    """Whether a block stands under a heading about other vacancies."""
    return any(_OTHER_HEADING.search(heading) for heading in block.heading[-2:])


def _names_other_job(source: Source, unit: Unit) -> bool:
    """Whether a sentence speaks, beside this job, of one that no other part of the document names."""
    match = _NAMES_JOB.search(unit.text) if _BESIDE.search(unit.text) and unit.block.kind in ("paragraph", "item") else None
    if match is None:
        return False
    text = source.document.text.casefold()
    name = (match["a"] or match["b"]).casefold()
    title = str(source.document.metadata.get("title") or "").casefold()
    return name not in title and name not in text[: unit.block.start] and name not in text[unit.block.end :]


def _names_other_function(unit: Unit, title: str) -> bool:
    """Whether the nearest heading announces a function "(m/v/x)" of which the page's title says nothing: a teaser."""
    heading = unit.nearest
    if not title or not _GENDER_MARK.search(heading):
        return False
    words = re.findall(r"\w{5,}", _GENDER_MARK.sub("", heading).casefold())
    return bool(words) and not any(word in title for word in words)
