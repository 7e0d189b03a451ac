"""Passages: a document cut where its meaning changes, each with the units (sentences, items, rows, contact blocks) that can be quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from knowledge.document import Block, Document
from knowledge.extractors.functions import functions_in
from knowledge.model import Vacancy
from knowledge.source import OUTSIDE, split

SMALL = 420  # characters: a section up to here stays whole
LARGE = 900  # a list or paragraph longer than this is cut between items or sentences
_CONTACT = re.compile(r"@|\+32|\b0\d{1,3}[\s/.-]?\d{2,3}[\s./-]?\d{2}|\[at\]")
_NAME = re.compile(r"(?:de heer |mevrouw |mevr\. |dhr\. )?[A-ZÀ-Ý][\w'’-]+ (?:(?:de|van|den|der|te|el|De|Van|Den|El) ){0,2}[A-ZÀ-Ý][\w'’-]+")
_REACHED = re.compile(r"\bcontact\b|\bterecht\b|bereik|inlichtingen|\bbel\b|voicemail|vragen over", re.IGNORECASE)
_REFERS_BACK = re.compile(
    r"(?:daarvoor|hiervoor|daarna|daarvan|daarop|daarnaast|die|dat|deze|dit|ze|zij|hij|hier|dan|dus|er|nee|neen|ja|wel|ook|het|bel|mail|beide|maar)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """What can be quoted by itself; `start` and `end` are offsets in the document. `context` is what leads it in besides the headings."""

    start: int
    end: int
    context: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A slice of a document: `text == document.text[start:end]`.

    `heading` is the path of headings above, outermost first; `context` the sentence that leads a list in, or the column titles of a table.
    `vacancy_ids` are the functions that it belongs to. `id` is unique over all documents.
    """

    id: str
    document_id: str
    vacancy_ids: tuple[str, ...]
    heading: tuple[str, ...]
    text: str
    start: int
    end: int
    page: int | None
    region: str
    context: str = ""
    units: tuple[Unit, ...] = ()

    @property
    def section(self) -> str | None:
        """The nearest heading."""
        return self.heading[-1] if self.heading else None

    def unit_text(self, unit: Unit) -> str:
        """The text of one of its units."""
        return self.text[unit.start - self.start : unit.end - self.start]


@dataclass(frozen=True, slots=True)
class _Piece:
    blocks: tuple[Block, ...]
    context: str = ""
    card: bool = False


def passages(document: Document, vacancies: Sequence[Vacancy]) -> tuple[Passage, ...]:
    """The passages of a document in reading order, without page headers, footers and asides; titles that stand alone are passages too."""
    owners = _Owners(document, vacancies)
    found: list[Passage] = []
    for _, section in groupby(_bodies(document), key=lambda block: (block.heading, block.region, owners(block))):
        for piece in _pieces(list(section)):
            first, last = piece.blocks[0], piece.blocks[-1]
            units = tuple(unit for unit in _units(piece) if unit.end - unit.start > 3)
            if not units:
                continue
            found.append(
                Passage(
                    id=f"{document.id}:{first.start}-{last.end}",
                    document_id=document.id,
                    vacancy_ids=owners(first),
                    heading=first.heading,
                    text=document.text[first.start : last.end],
                    start=first.start,
                    end=last.end,
                    page=first.page,
                    region=first.region,
                    context=piece.context,
                    units=units,
                )
            )
    return tuple(found)


class _Owners:
    """Which vacancies a block belongs to: all of them, or those whose function holds it."""

    def __init__(self, document: Document, vacancies: Sequence[Vacancy]) -> None:
        self._all = tuple(vacancy.id for vacancy in vacancies) or (document.id,)
        self._parts: dict[str, set[int]] = {}
        if len(self._all) > 1:
            self._parts = {function.id: {block.start for block in function.source.blocks} for function in functions_in(document)}

    def __call__(self, block: Block) -> tuple[str, ...]:
        own = tuple(id for id in self._all if block.start in self._parts.get(id, ()))
        return own or self._all


def _bodies(document: Document) -> Iterator[Block]:
    """Everything but headings that have something below them and the rows of column titles."""
    blocks = [block for block in document.blocks if block.region not in OUTSIDE]
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        leads = following is not None and len(following.heading) > len(block.heading)
        is_titles = block.kind == "row" and block.header == block.cells and block.header != ()
        if not is_titles and (block.kind != "heading" or not leads):
            yield block


def _pieces(section: list[Block]) -> Iterator[_Piece]:
    if sum(len(block.text) for block in section) <= SMALL and not 0 < _card(section, 0) < len(section):
        is_card = len(section) > 1 and all(block.kind == "paragraph" and _is_line(block) for block in section)
        yield _Piece(tuple(section), _titles(section[0]), card=is_card)
        return
    at = 0
    while at < len(section):
        block = section[at]
        if block.kind == "row":
            size = _row_group(section, at)
            yield _Piece(tuple(section[at : at + size]), _titles(block))
        elif size := _card(section, at):
            yield _Piece(tuple(section[at : at + size]), card=True)
        elif block.kind == "item" or (at + 1 < len(section) and section[at + 1].kind == "item" and _leads_in(block)):
            size = 1
            while at + size < len(section) and section[at + size].kind == "item":
                size += 1
            yield from _list(section[at : at + size])
        else:
            size = _paragraphs(section, at)
            yield _Piece(tuple(section[at : at + size]))
        at += size


def _titles(block: Block) -> str:
    return " | ".join(title for title in block.header if title) if block.kind == "row" and block.header != block.cells else ""


def _leads_in(block: Block) -> bool:
    return block.kind == "paragraph" and (block.text.rstrip().endswith((":", "…", "...")) or len(block.text) < 160)


def _row_group(section: list[Block], at: int) -> int:
    """A table row stands alone; rows of label and value keep together while they are short."""
    first = section[at]
    if first.header or len(first.text) > 150:
        return 1
    size, length = 1, len(first.text)
    while at + size < len(section) and section[at + size].kind == "row" and length + len(section[at + size].text) <= 300:
        length += len(section[at + size].text)
        size += 1
    return size


def _list(blocks: list[Block]) -> Iterator[_Piece]:
    """A list with its intro; a long one in parts, the later of which carry the intro as context."""
    intro = blocks[0].text if blocks[0].kind != "item" else ""
    part: list[Block] = []
    for block in blocks:
        if part and sum(len(other.text) for other in part) + len(block.text) > LARGE and (block.kind == "item" and block.level == 0):
            yield _Piece(tuple(part), "" if part[0] is blocks[0] else intro)
            part = []
        part.append(block)
    yield _Piece(tuple(part), "" if part[0] is blocks[0] else intro)


def _is_line(block: Block) -> bool:
    return block.kind in ("paragraph", "item") and (len(block.text) <= 60 or bool(_CONTACT.search(block.text) and len(block.text) <= 140))


def _card(section: list[Block], at: int) -> int:
    """The number of blocks of the contact block that begins at `at`: short lines with a number or address, and the sentence that explains it."""
    size, has_contact = 0, False
    while size < 7 and at + size < len(section) and _is_line(section[at + size]):
        line = section[at + size].text
        if has_contact and not _CONTACT.search(line) and _starts_card(section, at + size):
            break
        has_contact = has_contact or bool(_CONTACT.search(line))
        size += 1
    if not has_contact or size < 2:
        return 0
    while size < 9 and at + size < len(section) and _explains(section[at + size]):
        size += 1
    return size


def _explains(block: Block) -> bool:
    """Whether a longer line tells when and about what a person can be reached."""
    return block.kind in ("paragraph", "item") and len(block.text) < 260 and bool(_REACHED.search(block.text)) and not _is_line(block)


def _starts_card(section: list[Block], at: int) -> bool:
    """Whether a line without a number is the name of the next person: it looks like one, or a number follows soon and no other name before it."""
    if _NAME.match(section[at].text):
        return True
    following = [block for block in section[at + 1 : at + 3] if _is_line(block)]
    return any(_CONTACT.search(block.text) for block in following) and not any(_NAME.match(block.text) for block in following)


def _paragraphs(section: list[Block], at: int) -> int:
    """How many paragraphs from `at` on make a passage."""
    size, length = 1, len(section[at].text)
    while at + size < len(section):
        block = section[at + size]
        followed_by_list = at + size + 1 < len(section) and section[at + size + 1].kind == "item" and _leads_in(block)
        if block.kind != "paragraph" or length + len(block.text) > SMALL or followed_by_list or _card(section, at + size):
            break
        length += len(block.text)
        size += 1
    return size


def _units(piece: _Piece) -> Iterator[Unit]:
    """What can be quoted from a piece: contact block, row, item, sentence (with the one before it where it refers back)."""
    if piece.card:
        yield Unit(piece.blocks[0].start, piece.blocks[-1].end)
        return
    intro = piece.context
    for block in piece.blocks:
        if block.kind in ("row", "heading") or (block.kind == "item" and len(block.text) <= 240):
            yield Unit(block.start, block.end, _titles(block) if block.kind == "row" else intro)
            continue
        context = intro if block.kind == "item" else ""
        for start, end in _sentences(block):
            yield Unit(start, end, context)
        if block.kind == "paragraph":
            last = list(split(block))[-1].text
            intro = last[-200:] if last.endswith(":") else ""


def _sentences(block: Block) -> Iterator[tuple[int, int]]:
    """Spans of the sentences; a question joins its answer, a number of an article its sentence, a sentence that refers back the one before."""
    before: tuple[int, int] | None = None
    waiting: int | None = None
    sentences = list(split(block))
    for sentence in sentences:
        asked = waiting is not None
        start = sentence.start if waiting is None else waiting
        is_last = sentence is sentences[-1]
        if not is_last and (len(sentence.text) < 12 or (sentence.text.endswith("?") and len(sentence.text) < 120)):
            waiting = start
            continue
        waiting = None
        if before and not asked and _REFERS_BACK.match(sentence.text) and sentence.end - before[0] <= 320:
            start = min(start, before[0])
        yield start, sentence.end
        before = (sentence.start, sentence.end)
