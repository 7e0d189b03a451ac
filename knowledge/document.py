"""The document model that every reader produces and every extractor consumes.

A reader turns a file into blocks of clean text (white space collapsed, hyphenated words joined, ligatures resolved) in reading
order. The blocks joined by line breaks are the document's *canonical text*: all spans in the project are character offsets into
it, and every quote is a slice of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "item", "row"]


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: `start` and `end` are offsets of its label in the canonical text; `target` is a URL, `mailto:` or `tel:` address."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list item or a table row.

    `text` equals `document.text[start:end]`. `heading` is the path of headings above the block, outermost first (for a heading
    itself: the path above it). `level` is 1..6 for a heading and the nesting depth (0 = outermost) for a list item. `cells` are the
    cell texts of a row, `header` the column titles of its table (() when it has none); a row's text joins its cells with " | ".
    `page` counts from 1, None where the format has no pages. `region` is "main" or where else it was found ("sidebar", "header", "footer", "aside").
    """

    kind: BlockKind
    text: str
    start: int
    end: int
    heading: tuple[str, ...] = ()
    level: int = 0
    page: int | None = None
    cells: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    region: str = "main"

    @property
    def section(self) -> str | None:
        """The nearest heading, the block's own text when it is one, or None."""
        if self.kind == "heading":
            return self.text
        return self.heading[-1] if self.heading else None


@dataclass(frozen=True, slots=True)
class Document:
    """A bundle as read. `id` is the file's stem, `name` its file name, `sha256` the hash of its bytes.

    `metadata` holds what a format adds: `title`, `date` (ISO), `json_ld` (list of JobPosting objects), `scanned` (bool).
    `warnings` are sentences in Dutch for the recruiter about what could not be read well.
    """

    id: str
    name: str
    format: Literal["text", "markdown", "html", "docx", "pdf", "eml"]
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    pages: int | None = None
    metadata: dict[str, object] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def block_at(self, offset: int) -> Block | None:
        """The block whose span holds `offset`; None between blocks or outside the text."""
        low, high = 0, len(self.blocks)
        while low < high:
            middle = (low + high) // 2
            if self.blocks[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.blocks) and self.blocks[low].start <= offset:
            return self.blocks[low]
        return None

    def links_in(self, start: int, end: int) -> Iterator[Link]:
        """Links whose label overlaps the span."""
        return (link for link in self.links if link.start < end and link.end > start)


@dataclass(slots=True)
class _Draft:
    kind: BlockKind
    text: str
    level: int
    page: int | None
    cells: tuple[str, ...]
    header: tuple[str, ...]
    region: str
    links: Sequence[tuple[int, int, str]]


def _goes_on(table: _Draft, row: _Draft) -> bool:
    """Whether a row without column titles goes on with the table that the page before ended with."""
    if table.kind != "row" or row.kind != "row" or row.header or len(table.header) != len(row.cells) or len(row.cells) < 3:
        return False
    return table.page is not None and row.page is not None and row.page - table.page in (0, 1)


class DocumentBuilder:
    """Collects blocks in reading order and computes offsets and heading paths. Readers use nothing else to make a document."""

    def __init__(self) -> None:
        self._drafts: list[_Draft] = []

    def add(
        self,
        kind: BlockKind,
        text: str,
        *,
        level: int = 0,
        page: int | None = None,
        cells: Sequence[str] = (),
        header: Sequence[str] = (),
        region: str = "main",
        links: Sequence[tuple[int, int, str]] = (),
    ) -> None:
        """Appends a block; `text` must be clean already. Empty text is ignored. `links` are (start, end, target) inside `text`.

        A row is given by `cells`; its text is made of them (then `links` offsets count in the joined text).
        """
        if kind == "row":
            text = " | ".join(cells)
        if text.strip(" |"):
            self._drafts.append(_Draft(kind, text, level, page, tuple(cells), tuple(header), region, links))

    def build(
        self,
        *,
        id: str,
        name: str,
        format: Literal["text", "markdown", "html", "docx", "pdf", "eml"],
        sha256: str,
        pages: int | None = None,
        metadata: dict[str, object] | None = None,
        warnings: Sequence[str] = (),
    ) -> Document:
        """The finished document."""
        blocks: list[Block] = []
        links: list[Link] = []
        path: list[tuple[int, str]] = []
        offset = 0
        last: _Draft | None = None
        for draft in self._drafts:
            if last is not None and _goes_on(last, draft):
                draft.header = last.header
            if draft.region == "main":
                last = draft
            if draft.kind == "heading":
                path = [(level, title) for level, title in path if level < draft.level]
            heading = tuple(title for _, title in path)
            end = offset + len(draft.text)
            blocks.append(Block(draft.kind, draft.text, offset, end, heading, draft.level, draft.page, draft.cells, draft.header, draft.region))
            links += [Link(offset + start, offset + stop, target) for start, stop, target in draft.links]
            if draft.kind == "heading":
                path.append((draft.level, draft.text))
            offset = end + 1
        text = "\n".join(draft.text for draft in self._drafts)
        return Document(id, name, format, sha256, text, tuple(blocks), tuple(links), pages, metadata or {}, tuple(warnings))
