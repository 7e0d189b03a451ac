"""From a grid of cells to blocks, the same way for every format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.document import DocumentBuilder
from knowledge.readers.inline import Rich, join
from knowledge.readers.lines import has_address, header_row, is_title

Cell = list[Rich]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table stands: its page and region, and the level that a heading inside it gets."""

    page: int | None = None
    region: str = "main"
    level: int = 2


def add_table(builder: DocumentBuilder, grid: Sequence[Sequence[Cell]], place: Place, *, titled: bool | None = None) -> None:
    """Adds a table's rows. A cell is a list of lines, which stay apart by a line break inside the cell.

    `titled` says whether the first row holds column titles (None: guess). Tables whose columns are contact cards become a heading
    and lines per column; a single cell becomes paragraphs.
    """
    rows = [list(row) for row in grid if any(cell for cell in row)]
    if not rows:
        return
    if titled is None:
        texts = [[join(cell, " ").text for cell in row] for row in rows]
        titled = len({len(row) for row in rows}) == 1 and header_row(texts[0], texts[1:])
    if titled is None or not titled:
        titled = (len(rows) == 2 and all(len(cell) <= 1 for cell in rows[0]) and _is_card_row(rows[1])) or bool(titled)
    if titled and _is_value(rows[0]):
        titled = False
    if len(rows) == 1 or max(sum(1 for cell in row if cell) for row in rows) == 1:
        titled = False
    header = rows[0] if titled else None
    body = rows[1:] if titled else rows
    if _is_card_row(body[0]) and len(body) <= 2:
        _add_cards(builder, header, body, place)
        return
    titles = [join(cell, " ").text for cell in header] if header else []
    if header:
        _add_row(builder, [join(cell, " ") for cell in header], titles, place)
    for row in body:
        filled = [cell for cell in row if cell]
        if len(filled) == 1 and (len(row) == 1 or not titles):
            _add_lone_cell(builder, filled[0], place)
        else:
            _add_row(builder, [join(cell, "\n") for cell in row], titles, place)


def _add_row(builder: DocumentBuilder, cells: Sequence[Rich], header: Sequence[str], place: Place) -> None:
    links = join(cells, " | ").links
    builder.add("row", "", cells=[cell.text for cell in cells], header=header, page=place.page, region=place.region, links=links)


def _add_lone_cell(builder: DocumentBuilder, cell: Cell, place: Place) -> None:
    if len(cell) == 1 and is_title(cell[0].text) and cell[0].bold:
        builder.add("heading", cell[0].text, level=place.level, page=place.page, region=place.region, links=cell[0].links)
        return
    for line in cell:
        builder.add("paragraph", line.text, page=place.page, region=place.region, links=line.links)


def _is_value(row: Sequence[Cell]) -> bool:
    """True for a first row that is marked as titles but holds a label and its value (Markdown tables must have titles)."""
    if len(row) != 2 or not row[1]:
        return False
    value = join(row[1], " ").text
    return bool(re.search(r"\d", value)) or len(value) > 60


def _is_card_row(row: Sequence[Cell]) -> bool:
    cards = [cell for cell in row if len(cell) >= 2 and any(has_address(line.text) for line in cell)]
    return len(cards) >= 2 and len(cards) >= sum(1 for cell in row if cell)


def _add_cards(builder: DocumentBuilder, header: Sequence[Cell] | None, body: Sequence[Sequence[Cell]], place: Place) -> None:
    for column in range(max(len(row) for row in body)):
        if header and column < len(header) and header[column]:
            title = join(header[column], " ")
            builder.add("heading", title.text, level=place.level, page=place.page, region=place.region, links=title.links)
        for row in body:
            for number, line in enumerate(row[column] if column < len(row) else []):
                kind = "heading" if number == 0 and line.bold and not header and is_title(line.text) and "?" in line.text else "paragraph"
                level = place.level if kind == "heading" else 0
                builder.add(
                    "heading" if kind == "heading" else "paragraph", line.text, level=level, page=place.page, region=place.region, links=line.links
                )
