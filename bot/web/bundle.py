"""A document as parts of a page: headings, paragraphs, lists and tables, with an anchor where every sentence starts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.document import Block, Document
from knowledge.source import split


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or cell; its anchor is `p<start>`, with which the citations of answers end."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A block: its span (for finding the block of an offset inside a sentence) and its pieces."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


@dataclass(slots=True)
class Part:
    """Neighbouring blocks that form one element. `kind`: heading, paragraph, list or table; `level` 2..6 for a heading.

    `header` tells that the first line of a table holds column titles.
    """

    kind: str
    lines: list[Line] = field(default_factory=list)
    level: int = 0
    header: bool = False


def parts(document: Document) -> Iterator[Part]:
    """The parts in reading order; page headers and footers, teasers and the like come where the document has them."""
    current: Part | None = None
    header: tuple[str, ...] = ()
    for block in document.blocks:
        line = _line(block, document)
        kind = {"item": "list", "row": "table"}.get(block.kind)
        same = current is not None and current.kind == kind and (kind != "table" or (header == block.header and block.cells != block.header))
        if kind and same and current:
            current.lines.append(line)
            continue
        if current:
            yield current
        if kind:
            current = Part(kind, [line], header=bool(block.header) and block.cells == block.header)
            header = block.header
        else:
            current = None
            yield Part(block.kind, [line], level=min(len(block.heading) + 2, 6) if block.kind == "heading" else 0)
    if current:
        yield current


def _line(block: Block, document: Document) -> Line:
    """Consecutive pieces that together give the whole text; the space after a sentence goes with it."""
    if block.kind == "row":
        return Line(block.start, block.end, tuple(_cells(block)))
    starts = sorted({block.start, *(sentence.start for sentence in split(block))})
    ends = [*starts[1:], block.end]
    return Line(block.start, block.end, tuple(Piece(start, document.text[start:end]) for start, end in zip(starts, ends, strict=True)))


def _cells(block: Block) -> Iterator[Piece]:
    start = block.start
    for cell in block.cells:
        yield Piece(start, cell)
        start += len(cell) + 3
