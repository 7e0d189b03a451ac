"""Tables of a web page: data, or only a way to place things."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from knowledge.readers.html_clean import name_of
from knowledge.readers.inline import Rich

_WIDEST = 50
_LONGEST = 5000


def is_data_table(table: Any) -> bool:
    """False for layout: nested tables, headings or long texts in cells, or fewer than two columns."""
    if next(table.iter("th"), None) is not None and table.find(".//td//table") is None:
        return True
    if (table.get("role") or "").lower() in ("presentation", "none") or table.find(".//table") is not None:
        return False
    rows = list(table.iter("tr"))
    widths = [sum(1 for cell in row if name_of(cell) in ("td", "th")) for row in rows]
    if not widths or max(widths) < 2:
        return False
    for cell in table.iter("td"):
        names = [name_of(x) for x in cell.iter()]
        if any(name in ("h1", "h2", "h3", "h4", "h5", "h6") for name in names) or names.count("p") > 4 or names.count("li") > 6:
            return False
        if sum(len(text) for text in cell.itertext()) > 1500:
            return False
    return True


def table_grid(table: Any, lines_of: Callable[[Any], list[Rich]]) -> tuple[list[list[list[Rich]]], list[list[bool]]]:
    """Cells by row and column (a cell over several rows is repeated, over several columns followed by empty ones), and which are `th`."""
    grid: list[list[list[Rich]]] = []
    heads: list[list[bool]] = []
    spans: dict[int, tuple[int, list[Rich], bool]] = {}
    for row in list(table.iter("tr"))[:_LONGEST]:
        cells: list[list[Rich]] = []
        marks: list[bool] = []
        for cell in [x for x in row if name_of(x) in ("td", "th")][:_WIDEST]:
            _repeat(spans, cells, marks)
            content, is_head = lines_of(cell), name_of(cell) == "th"
            if (down := _number(cell.get("rowspan"))) > 1:
                spans[len(cells)] = (down - 1, content, is_head)
            cells.append(content)
            marks.append(is_head)
            for _ in range(_number(cell.get("colspan")) - 1):
                cells.append([])
                marks.append(is_head)
        _repeat(spans, cells, marks)
        grid.append(cells)
        heads.append(marks)
    return grid, heads


def _repeat(spans: dict[int, tuple[int, list[Rich], bool]], cells: list[list[Rich]], marks: list[bool]) -> None:
    while len(cells) in spans:
        column = len(cells)
        left, content, is_head = spans.pop(column)
        cells.append(content)
        marks.append(is_head)
        if left > 1:
            spans[column] = (left - 1, content, is_head)


def _number(value: str | None) -> int:
    return max(1, min(int(value), _WIDEST)) if value and value.strip().isdigit() else 1


def titled(heads: list[list[bool]]) -> bool | None:
    """True when the first row is all `th`, False when only the first column is, None when nothing is marked."""
    if not heads or not any(mark for row in heads for mark in row):
        return None
    return bool(heads[0]) and sum(heads[0]) >= max(2, len(heads[0]) - 1)
