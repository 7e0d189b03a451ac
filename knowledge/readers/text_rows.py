"""Rows in plain text: "Label: value", "Label ..... value", columns set with tabs, spaces or pipes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.readers.clean import join_wrapped
from knowledge.readers.lines import bullet, continues, is_question, phone_goes_on
from knowledge.readers.text_lines import Line, is_full

_LABEL = re.compile(
    r"^(?P<label>[^\W\d_][^:.!?;|]{1,48}?(?:\s?\([^()]{1,30}\))?)"
    r"(?P<mark>\s*(?:\.\s?){4,}\s*|\s*…{2,}\s*|\s*_{4,}\s*|\s+:\s+|:\s+|\s*:?\t+\s*:?\s*)(?P<value>\S.*)$"
)
_CELL = re.compile(r"\S+(?: \S+)*")
_LEADER = re.compile(r"\s*(?:\.\s?){5,}\s*|\s*…{2,}\s*|\s*_{5,}\s*")
_SHORT_LEADER = re.compile(r"\s+\.+\s+|\s*\.{3,}\s*")
_ABBREVIATION = re.compile(r"\b(?:tel|nr|art|bv|incl|max|min|e\.?d)\.(?=\s*(?::|\.{4}))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells (a cell is a list of lines), whether a rule under the first row marks titles, and how many lines were used."""

    rows: list[list[list[str]]]
    ruled: bool
    used: int


def label_value(text: str) -> tuple[str, str, str] | None:
    """("Contract", "........", "tijdelijk") for a line with a label and a value; None otherwise."""
    match = _LABEL.match(_ABBREVIATION.sub(lambda m: m[0][:-1], text))
    if not match or len(match["label"].split()) > 7 or match["value"].startswith("//"):
        return None
    return match["label"].strip(), match["mark"].strip() or "\t", match["value"].strip()


def label_rows(lines: Sequence[Line], start: int, width: int) -> tuple[list[tuple[str, list[str]]], int]:
    """Consecutive "Label: value" lines from `start`, with the indented lines that belong to a value; ([], 0) when there are none.

    A single line counts when its value is short; a value that runs on over wrapped lines without indent is a paragraph.
    """
    rows: list[tuple[str, list[str]]] = []
    position = start
    strong = False
    while position < len(lines):
        line = lines[position]
        found = None if line.rule or bullet(line.text) else label_value(line.text)
        if found is None or (rows and line.before) or is_question(line.text):
            break
        label, mark, value = found
        column = line.raw.expandtabs(4).rfind(value)
        values = [value]
        belonging = 0
        following = position + 1
        while following < len(lines) and (_belongs_to_value(lines[following], column) or _phone_goes_on(values[-1], lines[following])):
            if phone_goes_on(values[-1], lines[following].text) or continues(values[-1], lines[following].text):
                values[-1] = join_wrapped(values[-1], lines[following].text)
            else:
                values.append(lines[following].text)
            following += 1
            belonging += 1
        if (
            not belonging
            and following < len(lines)
            and not line.after
            and not _starts_new(lines[following])
            and is_full(line, lines[following], width)
        ):
            break
        strong = strong or mark not in ":" or belonging > 0 or bool(re.search(r"\s{2,}:|:\s{2,}", line.raw))
        rows.append((label, values))
        position = following
    if not rows or not (strong or len(rows) >= 2 or _is_short(rows[0])):
        return [], 0
    return rows, position - start


def _starts_new(line: Line) -> bool:
    return line.before or bool(line.rule) or bullet(line.text) > 0 or label_value(line.text) is not None


def _belongs_to_value(line: Line, column: int) -> bool:
    return not line.before and not line.rule and column >= 6 and abs(line.indent - column) <= 2 and not bullet(line.text)


def _phone_goes_on(value: str, line: Line) -> bool:
    return not line.before and phone_goes_on(value, line.text)


def _is_short(row: tuple[str, list[str]]) -> bool:
    label, values = row
    value = " ".join(values)
    return len(label.split()) <= 4 and len(value) <= 80 and not re.search(r"[.!?]\s|[.!?;]$", value)


def column_table(lines: Sequence[Line], start: int) -> Table | None:
    """A table set with tabs, pipes or columns of spaces that begins at `start`; None when there is none."""
    if "|" in lines[start].raw and lines[start].raw.count("|") >= 1:
        return _pipe_table(lines, start)
    grid: list[list[tuple[int, str]]] = []
    ruled = False
    position = start
    while position < len(lines) and not (grid and lines[position].before):
        line = lines[position]
        if line.rule:
            if not grid or position + 1 == len(lines) or lines[position + 1].before or len(_cells(lines[position + 1].raw)) < 2:
                break
            ruled = ruled or len(grid) == 1
            position += 1
            continue
        cells = _cells(line.raw)
        if len(cells) < 2 and not (grid and _in_column(cells[0][0], grid)):
            break
        grid.append(cells)
        position += 1
    wide = [cells for cells in grid if len(cells) >= 2]
    if len(wide) < 2 or bullet(lines[start].text):
        return None
    columns = _columns(wide)
    if len(columns) < 2:
        return None
    return Table(_fill(grid, columns), ruled, position - start)


def _cells(raw: str) -> list[tuple[int, str]]:
    text = raw.expandtabs(8) if "\t" not in raw.strip() else _tabs_apart(raw)
    leader = _SHORT_LEADER if re.search(r"\s\.{2,}\s", text) else _LEADER
    text = leader.sub(lambda m: " " * max(2, len(m[0])), text)
    return [(match.start(), match[0]) for match in _CELL.finditer(text)]


def _tabs_apart(raw: str) -> str:
    return "".join(part.ljust(40) if number < raw.count("\t") else part for number, part in enumerate(raw.split("\t")))


def _in_column(start: int, grid: Sequence[Sequence[tuple[int, str]]]) -> bool:
    return any(abs(start - cell[0]) <= 1 for row in grid for cell in row[1:])


def _columns(rows: Sequence[Sequence[tuple[int, str]]]) -> list[int]:
    starts = sorted(start for row in rows for start, _ in row)
    clusters: list[list[int]] = []
    for start in starts:
        if clusters and start - clusters[-1][-1] <= 2:
            clusters[-1].append(start)
        else:
            clusters.append([start])
    return [cluster[0] for cluster in clusters if len(cluster) >= 2]


def _fill(grid: Sequence[Sequence[tuple[int, str]]], columns: Sequence[int]) -> list[list[list[str]]]:
    rows: list[list[list[str]]] = []
    for cells in grid:
        placed: list[list[str]] = [[] for _ in columns]
        for start, text in cells:
            number = max((n for n, column in enumerate(columns) if column <= start + 2), default=0)
            placed[number].append(text)
        if rows and not placed[0] and len(cells) < len(columns):
            for cell, more in zip(rows[-1], placed, strict=True):
                if more:
                    cell[-1:] = [" ".join([*cell[-1:], *more])]
        else:
            rows.append([[" ".join(texts)] if texts else [] for texts in placed])
    return rows


def _pipe_table(lines: Sequence[Line], start: int) -> Table | None:
    rows: list[list[list[str]]] = []
    ruled = False
    position = start
    while position < len(lines) and not (rows and lines[position].before):
        line = lines[position]
        if line.rule or re.fullmatch(r"[\s|:+-]+", line.text):
            ruled = ruled or len(rows) == 1
        elif "|" in line.text:
            rows.append([[cell.strip()] if cell.strip() else [] for cell in line.text.strip("|").split("|")])
        else:
            break
        position += 1
    if len(rows) < 2 or len({len(row) for row in rows}) > 2 or max(map(len, rows)) < 2:
        return None
    return Table(rows, ruled, position - start)
