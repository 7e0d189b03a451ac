"""What stands on a PDF page: words with place and looks, ruled tables, coloured panels."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from knowledge.readers import lines as look
from knowledge.readers.clean import clean_characters
from knowledge.readers.inline import Rich, Run, to_lines

Box = tuple[float, float, float, float]
_BOLD = re.compile(r"bold|black|heavy|semi|demi|-bd|medium(?=$|-)", re.IGNORECASE)
_SYMBOL = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff]")  # a glyph without a letter, alone: the bullet of a symbol font
_GLYPH_CODE = re.compile(r"\(cid:\d+\)")
_MOST_EDGES = 3000
_MOST_WORDS = 20_000


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: its box and, by row, cells of lines."""

    box: Box
    rows: list[list[list[Rich]]]
    titled: bool | None


@dataclass(frozen=True, slots=True)
class Word:
    """A word; coordinates in points from the top left of the page. `table` is set on the stand-in for a ruled table."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    color: str
    uri: str | None = None
    table: Table | None = None

    @property
    def middle(self) -> float:
        """Height of the word's centre."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Page:
    """`panels` are boxes with a background of their own that hold text beside the main column."""

    number: int
    width: float
    height: float
    words: list[Word]
    panels: list[Box] = field(default_factory=list)
    images: int = 0


def read_page(page: Any, number: int) -> Page:
    """Reads a pdfplumber page. Rotated and invisibly small text is left out."""
    upright = page.filter(lambda o: o["object_type"] != "char" or (o.get("upright", True) and o.get("size", 10) >= 3.5))
    links = [(float(x["x0"]), float(x["top"]), float(x["x1"]), float(x["bottom"]), str(x.get("uri") or "")) for x in page.hyperlinks or []]
    words = _words(upright, links)
    width, height = float(page.width), float(page.height)
    result = Page(number, width, height, words, images=len(page.images))
    if len(page.rects) + len(page.lines) + len(page.curves) <= _MOST_EDGES:
        result.panels = _panels(page, width, height)
        for table in page.find_tables():
            _replace(result, _table(table, result.words))
        for box, rows in _open_tables(page, width):
            _replace(result, _open_table(box, rows, result.words))
    return result


def _replace(page: Page, table: Table | None) -> None:
    """Puts a stand-in where the table's words were."""
    if table:
        x0, top, x1, bottom = table.box
        stand_in = Word("", x0, x1, top, bottom, 10.0, False, "black", table=table)
        page.words = [*(word for word in page.words if word.table or not _inside(word, table.box)), stand_in]


def _words(page: Any, links: Sequence[tuple[float, float, float, float, str]]) -> list[Word]:
    words = []
    for raw in page.extract_words(extra_attrs=["fontname", "size", "non_stroking_color"], x_tolerance_ratio=0.17, y_tolerance=2)[:_MOST_WORDS]:
        text = "•" if _SYMBOL.fullmatch(raw["text"]) else clean_characters(_GLYPH_CODE.sub("", raw["text"])).strip()
        if not text:
            continue
        x0, x1, top, bottom = float(raw["x0"]), float(raw["x1"]), float(raw["top"]), float(raw["bottom"])
        middle_x, middle_y = (x0 + x1) / 2, (top + bottom) / 2
        uri = next((link[4] for link in links if link[0] <= middle_x <= link[2] and link[1] <= middle_y <= link[3]), None)
        words.append(
            Word(text, x0, x1, top, bottom, float(raw["size"]), bool(_BOLD.search(str(raw["fontname"]))), _color(raw["non_stroking_color"]), uri)
        )
    return words


def _color(value: Any) -> str:
    """Colour as a coarse key; all dark greys count as black."""
    parts = [float(x) for x in value if isinstance(x, (int, float))] if isinstance(value, (list, tuple)) else []
    if not parts or (len(parts) in (1, 3) and max(parts) - min(parts) < 0.12 and max(parts) < 0.45) or (len(parts) == 4 and parts[3] > 0.55):
        return "black"
    return ",".join(f"{x:.1f}" for x in parts)


def _inside(word: Word, box: Box) -> bool:
    return box[0] - 1 <= (word.x0 + word.x1) / 2 <= box[2] + 1 and box[1] - 1 <= word.middle <= box[3] + 1


def _panels(page: Any, width: float, height: float) -> list[Box]:
    """Filled boxes too narrow to be the page's background and too large to be a table cell or a bar."""
    panels = []
    for rect in page.rects:
        x0, x1, top, bottom = float(rect["x0"]), float(rect["x1"]), float(rect["top"]), float(rect["bottom"])
        if width * 0.15 <= x1 - x0 <= width * 0.48 and bottom - top >= height * 0.2 and (rect.get("fill") or rect.get("stroke")):
            panels.append((x0, top, x1, bottom))
    return panels


def _table(table: Any, words: Sequence[Word]) -> Table | None:
    rows: list[list[list[Rich]]] = []
    bold: list[bool] = []
    edges = _column_edges(table)
    boxes = [[cell for cell in row.cells if cell] for row in table.rows]
    if len(boxes) < 2 or max(len(row) for row in boxes) < 2 or len(boxes) > 500:
        return None
    for row in table.rows:
        cells = []
        inside_row: list[Word] = []
        for box in _whole_cells(row, edges, words):
            inside = [word for word in words if box and _inside(word, box)]
            inside_row += inside
            cells.append(_cell_lines(inside, box) if box else [])
        rows.append(cells)
        bold.append(bool(inside_row) and all(word.bold or word.color.startswith("1.0") for word in inside_row))
    if sum(1 for row in rows for cell in row if cell) < 3 or not _is_grid(rows):
        return None
    titled = True if bold[0] and not bold[1] else None
    x0, top, x1, bottom = table.bbox
    return Table((float(x0), float(top), float(x1), float(bottom)), rows, titled)


def _column_edges(table: Any) -> list[tuple[float, float]]:
    """Left and right edges of the columns, from the row with most cells."""
    fullest = max(table.rows, key=lambda row: sum(1 for cell in row.cells if cell))
    return [(float(cell[0]), float(cell[2])) for cell in fullest.cells if cell]


def _whole_cells(row: Any, edges: Sequence[tuple[float, float]], words: Sequence[Word]) -> list[Box | None]:
    """The cells of a row. A row drawn without lines between its cells is cut at the columns of the others when no word stands across."""
    filled = [cell for cell in row.cells if cell]
    if len(filled) != 1 or len(edges) < 2:
        return list(row.cells)
    x0, top, x1, bottom = map(float, filled[0])
    inside = [word for word in words if _inside(word, (x0, top, x1, bottom))]
    inner = [edge[0] for edge in edges[1:] if x0 + 3 < edge[0] < x1 - 3]
    if len(inner) != len(edges) - 1 or any(word.x0 < x - 1 and word.x1 > x + 1 for word in inside for x in inner) or x0 > edges[0][0] + 3:
        return list(row.cells)
    if not any(word.x0 >= inner[0] and abs(word.x0 - inner[0]) < 14 for word in inside):
        return list(row.cells)
    return [(a, top, b, bottom) for a, b in zip([x0, *inner], [*inner, x1], strict=True)]


def _is_grid(rows: Sequence[Sequence[Sequence[Rich]]]) -> bool:
    """False for boxes drawn around running text: at least two columns must hold text, and cells must not be pages."""
    columns = {number for row in rows for number, cell in enumerate(row) if cell}
    longest = max(sum(len(line.text) for line in cell) for row in rows for cell in row)
    return len(columns) >= 2 and longest <= 1200


def _cell_lines(words: Sequence[Word], box: Box) -> list[Rich]:
    """Lines of a cell; a line is joined to the one above when its first word would not have fitted there."""
    lines = text_lines(words)
    if not lines:
        return []
    right = max(max(line[-1].x1 for line in lines), box[2] - (lines[0][0].x0 - box[0]) - 2)
    groups: list[list[Word]] = [list(lines[0])]
    for above, line in itertools.pairwise(lines):
        space = line[0].size * 0.25
        texts = [" ".join(word.text for word in x) for x in (above, line)]
        if above[-1].x1 + space + (line[0].x1 - line[0].x0) > right - 0.5 and not all(map(look.is_card_line, texts)):
            groups[-1] += line
        else:
            groups.append(list(line))
    return [rich for group in groups for rich in to_lines(as_runs(group))]


def _open_tables(page: Any, width: float) -> list[tuple[Box, list[float]]]:
    """Boxes of tables that have rules between their rows only: three or more level lines of the same extent, with their heights."""
    groups: dict[tuple[int, int], list[float]] = {}
    for edge in page.horizontal_edges:
        if float(edge["x1"]) - float(edge["x0"]) > width * 0.25:
            groups.setdefault((round(float(edge["x0"]) / 4), round(float(edge["x1"]) / 4)), []).append(float(edge["top"]))
    found = []
    for (x0, x1), tops in groups.items():
        rows = [top for number, top in enumerate(sorted(tops)) if number == 0 or top - sorted(tops)[number - 1] > 4]
        if len(rows) >= 3 and max(b - a for a, b in itertools.pairwise(rows)) < 120:
            found.append(((x0 * 4.0, rows[0], x1 * 4.0, rows[-1]), rows))
    return found


def _open_table(box: Box, rows: Sequence[float], words: Sequence[Word]) -> Table | None:
    inside = [word for word in words if _inside(word, box) and not word.table]
    columns = _free_columns(inside)
    if len(columns) < 2:
        return None
    columns[0], right = min(columns[0], box[0]), box[2]
    grid: list[list[list[Rich]]] = []
    bold = []
    for top, bottom in itertools.pairwise(rows):
        in_row = [word for word in inside if top <= word.middle < bottom]
        edges = list(itertools.pairwise([*columns, right]))
        grid.append([_cell_lines([w for w in in_row if a - 1 <= w.x0 < b - 1], (a, top, b, bottom)) for a, b in edges])
        bold.append(bool(in_row) and all(word.bold for word in in_row))
    if sum(1 for row in grid if sum(1 for cell in row if cell) >= 2) < 2 or not _is_grid(grid):
        return None
    return Table(box, grid, True if bold[0] and not any(bold[1:]) else None)


def _free_columns(words: Sequence[Word]) -> list[float]:
    """Left edges of the stretches of text that no word connects to the one before."""
    edges: list[float] = []
    reach = float("-inf")
    for word in sorted(words, key=lambda w: w.x0):
        if word.x0 - reach > max(5.0, word.size * 0.5):
            edges.append(word.x0)
        reach = max(reach, word.x1)
    return edges


def text_lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words grouped by printed line, top to bottom, each line from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.middle, w.x0)):
        if lines and abs(word.middle - _center(lines[-1])) <= 0.45 * max(word.size, lines[-1][0].size):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w.x0) for line in lines]


def pieces(line: Sequence[Word]) -> list[list[Word]]:
    """A line cut where words stand far apart."""
    parts: list[list[Word]] = []
    for word in line:
        if parts and word.x0 - parts[-1][-1].x1 <= word.size * 2:
            parts[-1].append(word)
        else:
            parts.append([word])
    return parts


def _center(line: Sequence[Word]) -> float:
    return sum(word.middle for word in line) / len(line)


def as_runs(words: Sequence[Word]) -> list[Run]:
    """Runs with spaces where the page has them (a change of font inside a word gives two "words" without space between)."""
    runs = []
    for number, word in enumerate(words):
        following = words[number + 1] if number + 1 < len(words) else None
        glued = following is not None and abs(following.middle - word.middle) < word.size * 0.45 and -1 <= following.x0 - word.x1 < word.size * 0.12
        runs.append(Run(word.text if glued else word.text + " ", word.uri, word.bold))
    return runs
