"""Several ways in, each a diploma with what must come with it: 'een andere bachelor en minstens twee jaar ervaring in een ICT-functie'.

They stand as the points of a list (with points of their own below), as the rows of a table, or as its columns. Whatever the layout, a way is
cut into the diplomas that it names and the proviso that goes with them; a way without a diploma is a route.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from knowledge.document import Block
from knowledge.eligibility.dictionary import bundle_diplomas
from knowledge.eligibility.proviso import ASKED, HOLDS
from knowledge.eligibility.words import fold
from knowledge.extractors.statements import Statement

_SUBJECT = r"(?:(?:je|jij|u|hij|zij|ze|men|de kandidaat|die|ook|wel|dan|daarnaast|bovendien)\s+)*"
# Where what must come with a diploma begins.
PROVISO = re.compile(
    r"(?:^|[,;]?\s+)(?:en|met|samen met|aangevuld met|vergezeld van|plus|mits|voor zover|op voorwaarde dat|in combinatie met|gecombineerd met"
    rf"|maar|maar wel|waarbij|als|indien|\+)\s+{_SUBJECT}{HOLDS}(?={ASKED})"
)
_PROVISO_LINE = re.compile(rf"^(?:en|met|plus|mits|ervaring ?:|\+)?\s*{_SUBJECT}{HOLDS}{ASKED}")
_NO_DIPLOMA = re.compile(
    r"\b(?:geen|zonder)\s+(?:enkel\s+|van\s+|een\s+van\s+)?(?:(?:deze|die|de|zo'n|dit|dat|het|een|gevraagde|vereiste|passend|hoger)\s+)*"
    r"(?:[a-z-]*diploma\b|bachelor|master|getuigschrift|studiebewij|diploma's)|\bgeen van (?:deze|die|beide)"
)
_CONNECTIVE = re.compile(
    r"^(?:(?:[eé]n|met|samen met|aangevuld met|vergezeld van|plus|mits|voor zover|op voorwaarde dat|in combinatie met"
    r"|gecombineerd met|maar|wel|waarbij"
    r"|ervaring ?:|\+|je|u|hij|zij|hebt|heeft|ook)\s+)+",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"^(?:ervaring ?:? ?)?(?:niets?|geen(?: ervaring)?|niet nodig|niet vereist|niet van toepassing|/|-|n\.?v\.?t\.?)\.?$"
                      r"|ervaring (?:vragen|eisen|is|hoeft)[^.;]{0,20}\b(?:niet|geen)\b|geen (?:[a-z]+ )?ervaring (?:nodig"
                      r"|vereist|gevraagd)")  # fmt: skip
_SAME = re.compile(r"^(?:idem|hetzelfde|dezelfde|zoals hierboven|ook dat|zelfde)\b")
_REFUSES = re.compile(r"\b(?:niet|geen)\b")
_NUMBERED = re.compile(r"^\W*(?:route|weg|piste|spoor|mogelijkheid|manier|optie|keuze|pad|traject)\s*(?:\d|[a-e]|een|twee|drie)\s*[:.)]\s*")
_WAY_TITLE = re.compile(r"\b(?:route|weg|piste|spoor|mogelijkheid|manier|optie|keuze|pad)\b ?(?:\d|[a-d]\b|een|twee)?|met diploma|zonder diploma")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a way with its offsets in the document; `adds` marks what must come with a diploma by its place in a table."""

    text: str
    start: int
    end: int
    adds: bool = False


@dataclass
class Way:
    """A way in: lines that name diplomas, each with the line that led it in ('' without one), and what must come with them.

    `without` is True for a way that asks no diploma, `same` for one that asks what the way before it does; `lines` are all its lines.
    """

    lines: tuple[Line, ...]
    diplomas: list[tuple[Line, str]] = field(default_factory=list)
    provisos: list[str] = field(default_factory=list)
    without: bool = False
    same: bool = False
    known: bool = True
    _led_by: str = ""

    @property
    def start(self) -> int:
        """Where the way begins in the document."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.lines[-1].end

    @property
    def proviso(self) -> str:
        """What must come with the diplomas, in the bundle's words."""
        joined = re.sub(r"\s+", " ", " ".join(text.strip(" ,;.") for text in self.provisos)).strip()
        return _CONNECTIVE.sub("", joined)

    def read_first(self, line: Line, *, either: bool) -> None:
        """The line that opens the way: a diploma, the lack of one, a title, or (after 'of') what stands in a diploma's place."""
        folded = fold(line.text)
        if _NOTHING.search(folded.strip()) or self._says_none(line, folded) or self._names(line, folded):
            return
        if cut := PROVISO.search(folded):
            self.provisos.append(line.text[cut.start() :])
        elif either and _PROVISO_LINE.match(_BEGINS_WITH_OR.sub("", folded).strip()):
            self.without = True
            self.provisos.append(line.text)
            return
        self.known = bool(_WAY_TITLE.search(folded) or "diploma" in folded)

    def read(self, line: Line) -> None:
        """A further line: another diploma, what must come with it, or what does not count (which is no part of the way)."""
        folded = fold(line.text)
        if _NOTHING.search(folded.strip()):
            return
        if _SAME.match(folded):
            self.same = True
            return
        if _REFUSES.search(folded) and not _NO_DIPLOMA.search(folded):
            folded = re.split(r";|\.(?=\s)", folded)[0]
            if _REFUSES.search(folded):
                return
            line = Line(line.text[: len(folded)], line.start, line.start + len(folded), line.adds)
        if line.adds or (not self._says_none(line, folded) and not self._names(line, folded) and (_PROVISO_LINE.match(folded) or self.provisos)):
            self.provisos.append(line.text)

    def _says_none(self, line: Line, folded: str) -> bool:
        if self.diplomas or not _NO_DIPLOMA.search(folded):
            return False
        self.without = True
        if cut := PROVISO.search(folded):
            self.provisos.append(line.text[cut.start() :])
        elif re.search(ASKED, _NO_DIPLOMA.split(folded, maxsplit=1)[-1]):
            self.provisos.append(line.text)
        return True

    def _names(self, line: Line, folded: str) -> bool:
        cut = PROVISO.search(folded)
        named = line.text[: cut.start()] if cut else line.text
        has_name = not self.without and any(reading.level or reading.variant or reading.title for reading in bundle_diplomas(named))
        led = bool(self._led_by) and len(line.text.split()) <= 8 and not _PROVISO_LINE.match(folded)
        if not has_name and not led:
            return False
        if folded.rstrip().endswith(":"):
            self._led_by = line.text
            return True
        self.diplomas.append((Line(named, line.start, line.start + len(named)), "" if has_name else self._led_by))
        if cut:
            self.provisos.append(line.text[cut.start() :])
        return True


def find_ways(statements: Sequence[Statement]) -> tuple[Way, ...]:
    """The ways of a bundle that gives more than one; () where its conditions have another shape."""
    for groups in _candidates(statements):
        ways = _led(groups)
        if len(ways) > 1 and any(way.proviso or way.same for way in ways) and any(way.diplomas for way in ways):
            return _with_same(ways)
    return ()


def _led(groups: Sequence[Sequence[Line]]) -> list[Way]:
    """The ways from the first group that is one to the last in a row."""
    ways: list[Way] = []
    for position, group in enumerate(groups):
        either = position > 0 and bool(_ENDS_WITH_OR.search(fold(groups[position - 1][-1].text)) or _BEGINS_WITH_OR.match(fold(group[0].text)))
        way = _way(group, either=either)
        if way is None:
            if len(ways) > 1:
                break
            ways = []
            continue
        ways.append(way)
    return ways


def _with_same(ways: Sequence[Way]) -> tuple[Way, ...]:
    """'een master | hetzelfde als bij een andere bachelor': what the way before asks."""
    for before, way in pairwise(ways):
        if way.same:
            way.provisos = list(before.provisos)
    return tuple(ways)


_LATER = re.compile(
    r"\b(?:of|en) (?:je|u|die|dat|hij|zij)?\s*(?:(?:be)?haalt?|behaalt|verwerft|volgt)\b.{0,40}\bbinnen\b"
    r"|\bof bent bereid\b.{0,40}\b(?:halen|volgen|behalen)"
    r"|\bbinnen\b.{0,40}\bna (?:je |uw |de |het )?(?:aanwerving|aanstelling|indiensttreding|start|begin|infunctietreding)"
)


def is_later(folded: str) -> bool:
    """Whether words ask a proof that may come after the start: a demand beside the diploma, no way of its own."""
    return bool(_LATER.search(folded))


_ENDS_WITH_OR = re.compile(r"\b(?:of|ofwel|hetzij)\W*$")
_BEGINS_WITH_OR = re.compile(r"^\W*(?:of|ofwel|hetzij)\b")


def _way(lines: Sequence[Line], *, either: bool = False) -> Way | None:
    """One way; None where the lines are something else (a driving licence, a duty). `either` when an 'of' joins it to the one before."""
    if is_later(fold(lines[0].text)):
        return None
    way = Way(tuple(lines))
    way.read_first(lines[0], either=either)
    if not way.known:
        return None
    for line in lines[1:]:
        way.read(line)
    return way if way.diplomas or (way.without and way.proviso) else None


def _candidates(statements: Sequence[Statement]) -> Iterator[list[list[Line]]]:
    """Groups of lines that may be ways: the points of each list, the rows and the columns of each table."""
    if numbered := [s for s in statements if not s.heading and _NUMBERED.match(s.folded)]:
        yield [[Line(s.text[match.end() :], s.start + match.end(), s.end)] for s in numbered if (match := _NUMBERED.match(s.folded))]
    run: list[Block] = []
    for block in [*_blocks(statements), None]:
        joins = block is not None and (block.kind in ("item", "row") or bool(_NUMBERED.match(fold(block.text))))
        if block is not None and run and joins and block.kind == run[-1].kind and block.heading == run[-1].heading:
            run.append(block)
            continue
        if len(run) > 1:
            yield from (_columns(run), _rows(run)) if run[0].kind == "row" else (_points(run),)
        run = [block] if block is not None else []


def _blocks(statements: Sequence[Statement]) -> list[Block]:
    found: list[Block] = []
    for statement in statements:
        if not found or statement.block is not found[-1]:
            found.append(statement.block)
    return found


def _points(run: Sequence[Block]) -> list[list[Line]]:
    top = min(block.level for block in run)
    groups: list[list[Line]] = []
    for block in run:
        title = _NUMBERED.match(fold(block.text))
        begin = title.end() if title else 0
        line = Line(block.text[begin:], block.start + begin, block.end)
        if block.level == top or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _cells(block: Block) -> list[list[Line]]:
    """The lines of every cell of a row."""
    found: list[list[Line]] = []
    start = block.start
    for cell in block.cells:
        lines, offset = [], start
        for text in cell.split("\n"):
            if text.strip():
                lines.append(Line(text, offset, offset + len(text)))
            offset += len(text) + 1
        found.append(lines)
        start += len(cell) + 3
    return found


def _columns(run: Sequence[Block]) -> list[list[Line]]:
    """A table of which each column is a way, named by its title."""
    titles = run[0].cells
    if len(titles) < 2 or not all(_WAY_TITLE.search(fold(title)) for title in titles):
        return []
    rows = [_cells(block) for block in run[1:] if len(block.cells) == len(titles)]
    return [[line for row in rows for line in row[column]] for column in range(len(titles))]


def _rows(run: Sequence[Block]) -> list[list[Line]]:
    """A table with diplomas in one column and what must come with them to its right."""
    rows = [_cells(block) for block in run]
    width = max(len(row) for row in rows)
    for column in range(min(width - 1, 2)):
        named = [row for row in rows if len(row) > column + 1 and row[column] and _names_diploma(row[column][0].text)]
        if len(named) > 1 and 2 * len(named) > len(rows):
            return [[*row[column], *(replace(line, adds=True) for cell in row[column + 1 :] for line in cell)] for row in named]
    return []


def _names_diploma(text: str) -> bool:
    return any(reading.level or reading.variant for reading in bundle_diplomas(text)) or bool(_NO_DIPLOMA.search(fold(text)))
