"""A document as extractors see it: its blocks (or those of one function in it), sentences with offsets, and citations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.document import Block, Document
from knowledge.model import Citation

# A full stop ends a sentence unless it stands in an abbreviation, a number or an initial.
_ABBREVIATIONS = (
    r"(?:t\.a\.v|m\.b\.t|i\.v\.m|o\.a|d\.w\.z|m\.a\.w|bv|bijv|nr|tel|dhr|mevr|mr|ir|dr|drs|ing|prof|lic|art|max|min|ca|incl|excl|resp|blz|jan|feb|mrt|apr"
    r"|jun|jul|aug|sept|sep|okt|nov|dec|enz|e\.d|p\.m|a\.d\.h\.v|i\.f\.v|n\.a\.v|t\.e\.m|z\.s\.m|e\.a|p\.a|i\.s\.m|o\.l\.v|m\.i\.v|a\.u\.b|o\.b\.v|t\.o\.v|zgn|vlg|wnd)"
)
# "De kandidaten moeten: 1° ...; 2° ...": every member of an enumeration inside a paragraph is a sentence of its own.
_BOUNDARY = re.compile(
    r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-ZÀ-Ý0-9€])|(?<=;)\s+(?=[a-zà-ÿ])|(?<=[;:])\s+(?=(?:\d{1,2}\s?°|\d{1,2}\)|\(?[a-h]\))\s?[\w(])"
)
_ENDS_IN_ABBREVIATION = re.compile(rf"(?<![A-Za-zÀ-ÿ]){_ABBREVIATIONS}\.$|(?<![A-Za-zÀ-ÿ])(?-i:[A-Z])\.$", re.IGNORECASE)

# Text outside the vacancy itself: navigation, teasers of other vacancies, the general footer.
OUTSIDE = frozenset({"header", "footer", "aside"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, list item or table cell; `document.text[start:end] == text`."""

    text: str
    start: int
    end: int
    block: Block


@dataclass(frozen=True)
class Source:
    """Blocks of a document in reading order. `blocks` leaves out other functions' parts when the document has several."""

    document: Document
    blocks: tuple[Block, ...]

    @classmethod
    def of(cls, document: Document) -> Source:
        """The whole document."""
        return cls(document, document.blocks)

    @cached_property
    def main(self) -> tuple[Block, ...]:
        """The blocks of the vacancy itself: without page headers, footers and asides."""
        return tuple(block for block in self.blocks if block.region not in OUTSIDE)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of `main`, headings included (a heading is one sentence)."""
        return tuple(sentence for block in self.main for sentence in split(block))

    def cite(self, start: int, end: int) -> Citation:
        """A citation of the span, trimmed of white space at both ends."""
        text = self.document.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        block = self.document.block_at(start)
        return Citation(start, end, text[start:end], block.section if block else None, block.page if block else None)

    def cite_block(self, block: Block) -> Citation:
        """A citation of a whole block."""
        return self.cite(block.start, block.end)

    def cite_sentence(self, sentence: Sentence) -> Citation:
        """A citation of a whole sentence."""
        return self.cite(sentence.start, sentence.end)

    def find(self, pattern: re.Pattern[str], blocks: Sequence[Block] | None = None) -> Iterator[tuple[Block, re.Match[str]]]:
        """Matches in the blocks (default `main`), block by block; add `block.start` to a match's offsets for the document's."""
        for block in self.main if blocks is None else blocks:
            for match in pattern.finditer(block.text):
                yield block, match

    def under(self, heading: re.Pattern[str]) -> tuple[Block, ...]:
        """Blocks of `main` below a heading (any level of their path) that matches."""
        return tuple(block for block in self.main if any(heading.search(title) for title in block.heading))


def split(block: Block) -> Iterator[Sentence]:
    """The sentences of a block; a table row gives its cells, a heading or list item may hold several sentences too."""
    if block.kind == "row":
        start = block.start
        for cell in block.cells:
            if cell:
                yield Sentence(cell, start, start + len(cell), block)
            start += len(cell) + 3
        return
    text, begin = block.text, 0
    for match in _BOUNDARY.finditer(text):
        if _ENDS_IN_ABBREVIATION.search(text[begin : match.start()]):
            continue
        if text[match.start() - 1] == ";" and text.count("(", begin, match.start()) > text.count(")", begin, match.start()):
            continue
        yield Sentence(text[begin : match.start()], block.start + begin, block.start + match.start(), block)
        begin = match.end()
    if begin < len(text):
        yield Sentence(text[begin:], block.start + begin, block.start + len(text), block)
