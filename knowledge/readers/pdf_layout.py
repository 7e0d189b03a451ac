"""Reading order: which words belong to a sidebar, to columns, to a table without lines, or to one running column."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from knowledge.readers import lines as look
from knowledge.readers.pdf_page import Box, Page, Word, text_lines

_GUTTER = 9.0
_NARROW = 3.5


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of a page to be read on its own: running text ("flow") or a table without rules ("grid", cut at `columns`).

    `right` is how far its lines may reach.
    """

    kind: Literal["flow", "grid"]
    words: list[Word]
    region: str
    right: float
    columns: tuple[float, ...] = ()


def zones(page: Page) -> list[Zone]:
    """The page's zones in reading order; a coloured panel at the side comes after the main text."""
    words = page.words
    found: list[Zone] = []
    side: list[Zone] = []
    for panel in page.panels:
        inside = [word for word in words if _within(word, panel)]
        if len(inside) < 3 or len(inside) == len(words):
            continue
        words = [word for word in words if not _within(word, panel)]
        padding = max(2.0, min(word.x0 for word in inside) - panel[0])
        side += _bands(inside, "sidebar", max(max(word.x1 for word in inside), panel[2] - padding))
    found += _bands(words, "main", max((word.x1 for word in words if not word.table), default=0.0))
    return found + side


def _within(word: Word, box: Box) -> bool:
    return box[0] - 1 <= (word.x0 + word.x1) / 2 <= box[2] + 1 and box[1] - 1 <= word.middle <= box[3] + 1


def _bands(words: Sequence[Word], region: str, right: float, depth: int = 0) -> list[Zone]:
    """Cuts words into bands that share a gutter; a band becomes columns read one after the other, or a grid read by row."""
    lines = _side_by_side(text_lines(words))
    result: list[Zone] = []
    position = 0
    plain: list[list[Word]] = []
    while position < len(lines):
        end, edge = _longest_band(lines, position) if depth < 4 else (position, None)
        if edge is None:
            plain.append(lines[position])
            position += 1
            continue
        band = lines[position:end]
        while plain and plain[-1][0].x0 >= edge - 2:
            band.insert(0, plain.pop())
        if plain:
            result.append(Zone("flow", _flat(plain), region, right))
            plain = []
        if _is_grid(*_halves(band, edge)):
            used = _grid_end(band, edge)
            result.append(Zone("grid", _flat(band[:used]), region, right, _grid_columns(band[:used])))
            position = end - (len(band) - used)
            continue
        result += _split_band(band, edge, region, right, depth)
        position = end
    if plain:
        result.append(Zone("flow", _flat(plain), region, right))
    return result


def _side_by_side(lines: Sequence[list[Word]]) -> list[list[Word]]:
    """Lines of which one stands a little lower than the other beside it (columns that don't share their line spacing) as one."""
    result: list[list[Word]] = []
    open_end = False
    for line in lines:
        above = result[-1] if result and open_end else None
        if above and line[0].middle - above[0].middle < 0.95 * min(line[0].size, above[0].size) and _apart(above, line):
            result[-1] = sorted([*above, *line], key=lambda word: word.x0)
            open_end = False
        else:
            result.append(line)
            open_end = True
    return result


def _apart(a: Sequence[Word], b: Sequence[Word]) -> bool:
    return b[0].x0 - a[-1].x1 >= _GUTTER or a[0].x0 - b[-1].x1 >= _GUTTER


def _flat(lines: Sequence[Sequence[Word]]) -> list[Word]:
    return [word for line in lines for word in line]


def _gaps(line: Sequence[Word]) -> list[tuple[float, float]]:
    """Gaps between the words of a line wider than a space; the one after a bullet or number at its start is no gap."""
    first = line[0].text
    marked = bool(look.bullet(f"{first} x") or look.numbering(f"{first} x")) or (first.isdigit() and len(first) <= 2)
    pairs = list(itertools.pairwise(line))[1 if marked else 0 :]
    return [(a.x1, b.x0) for a, b in pairs if b.x0 - a.x1 >= max(_NARROW, a.size * 0.35)]


def _longest_band(lines: Sequence[Sequence[Word]], start: int) -> tuple[int, float | None]:
    """The longest run of lines from `start` beside an x where text of a right-hand column begins; (end, that x)."""
    best: tuple[int, float | None] = (start, None)
    for _, edge in _gaps(lines[start]):
        end = _run_end(lines, start, edge)
        if end > best[0] and _is_band(lines[start:end], edge):
            best = (end, edge)
    return best


def _run_end(lines: Sequence[Sequence[Word]], start: int, edge: float) -> int:
    """The line after the last one that leaves the gutter before `edge` free and stays close to the lines above."""
    end = start + 1
    both = end
    while end < len(lines):
        line = lines[end]
        if any(word.x0 < edge - 2 and word.x1 > edge - _NARROW for word in line):
            break
        if _gap(lines, end) > line[0].size * 6:
            break
        end += 1
        if line[0].x1 < edge and line[-1].x0 >= edge - 2:
            both = end
    # A title above what spans both columns belongs to that, not to the column that it stands below.
    while both < end < len(lines) and _gap(lines, end - 1) > 1.5 * max(_gap(lines, end), 1.0):
        end -= 1
    while both < end and _gap(lines, both) <= lines[both][0].size * 2.6:
        both += 1
    return both


def _gap(lines: Sequence[Sequence[Word]], at: int) -> float:
    """The free height above a line."""
    return lines[at][0].top - max(word.bottom for word in lines[at - 1])


def _is_band(lines: Sequence[Sequence[Word]], edge: float) -> bool:
    """True when enough lines have text on both sides, and what stands right of the gutter begins at `edge`."""
    gaps: list[float] = []
    spaces: list[float] = []
    aligned = on_right = on_left = 0
    for line in lines:
        left = [word for word in line if word.x0 < edge - 2]
        right = [word for word in line if word.x0 >= edge - 2]
        on_left, on_right = on_left + bool(left), on_right + bool(right)
        aligned += bool(right) and right[0].x0 - edge <= 3
        own = [b.x0 - a.x1 for side in (left, right) for a, b in itertools.pairwise(side) if b.x0 - a.x1 > 0.5]
        if left and right and right[0].x0 - left[-1].x1 >= 1.5 * (median(own) if own else 0.0):
            gaps.append(right[0].x0 - left[-1].x1)  # wider than the spaces of a line that was stretched to fill its column
        spaces += own
    if len(gaps) < 2 or on_left < 2 or on_right < 2 or aligned < max(2, on_right * 0.5):
        return False
    if spaces and median(gaps) < 1.8 * median(spaces):
        return False  # spaces of justified text that happen to stand below each other
    size = lines[0][0].size
    return median(gaps) >= max(_GUTTER, size * 0.9) or (len(gaps) >= 6 and median(gaps) >= _NARROW * 1.2)


def _halves(lines: Sequence[Sequence[Word]], edge: float) -> tuple[list[list[Word]], list[list[Word]]]:
    left = [[word for word in line if word.x0 < edge - 2] for line in lines]
    return left, [[word for word in line if word.x0 >= edge - 2] for line in lines]


def _grid_end(lines: Sequence[Sequence[Word]], edge: float) -> int:
    """A grid ends with its last row of two sides and the lines that only go on with the right-hand side of it."""
    left, right = _halves(lines, edge)
    end = max(number for number, (a, b) in enumerate(zip(left, right, strict=True), 1) if a and b)
    while end < len(lines) and not left[end]:
        end += 1
    return end


def _split_band(lines: Sequence[Sequence[Word]], edge: float, region: str, limit: float, depth: int) -> list[Zone]:
    """Two columns, each cut further. One much narrower than the other is a sidebar and comes last."""
    left, right = map(_flat, _halves(lines, edge))
    left_limit = max(word.x1 for word in left)
    left_width, right_width = left_limit - min(word.x0 for word in left), max(word.x1 for word in right) - edge
    side = region == "main" and depth == 0 and len(lines) >= 12
    if side and left_width < right_width * 0.6:
        return _bands(right, region, limit, depth + 1) + _bands(left, "sidebar", left_limit, depth + 1)
    right_region = "sidebar" if side and right_width < left_width * 0.6 else region
    return _bands(left, region, left_limit, depth + 1) + _bands(right, right_region, limit, depth + 1)


def _is_grid(left: Sequence[Sequence[Word]], right: Sequence[Sequence[Word]]) -> bool:
    """True for label and value side by side: the left lines are short and nearly each starts level with a line on the right."""
    lefts = [line for line in left if line]
    rights = [line for line in right if line]
    if all(any(look.is_card_line(" ".join(word.text for word in line)) for line in side) for side in (lefts, rights)):
        return False  # contact cards beside each other
    if _runs_on_beside(left, right):
        return False
    both = sum(1 for a, b in zip(left, right, strict=True) if a and b)
    room = max(line[-1].x1 for line in lefts) - min(line[0].x0 for line in lefts)
    gap = min(line[0].x0 for line in rights) - min(line[0].x0 for line in lefts)
    fill = median(line[-1].x1 - line[0].x0 for line in lefts) / max(room, gap * 0.6, 1.0)
    level = both / len(lefts)
    if len(lefts) + len(rights) > 60 or level < 0.75:
        return False
    sentence = sum(1 for line in lefts if len(line) >= 6)
    return sentence <= len(lefts) * 0.2 and (fill < 0.75 or both <= 6)


def _runs_on_beside(left: Sequence[Sequence[Word]], right: Sequence[Sequence[Word]]) -> bool:
    """True when the right side is running text: level with lines on the left, its sentences go on from a full line above."""
    end = max(line[-1].x1 for line in right if line)
    level = running = 0
    above: Sequence[Word] = ()
    for beside, line in zip(left, right, strict=True):
        if line and beside:
            level += 1
            full = bool(above) and above[-1].x1 > end - (end - above[0].x0) * 0.25 and not above[-1].text.endswith((".", ":", ";", "!", "?"))
            running += full and line[0].text[:1].islower()
        above = line or above
    return running >= 3 and running >= level * 0.3


def _grid_columns(lines: Sequence[Sequence[Word]]) -> tuple[float, ...]:
    """Left edges of the columns: places where pieces of two or more lines begin after a wide gap."""
    starts = sorted(x for line in lines for x in [line[0].x0, *(b for a, b in _gaps(line) if b - a >= _GUTTER)])
    clusters: list[list[float]] = []
    for x in starts:
        if clusters and x - clusters[-1][-1] <= 4:
            clusters[-1].append(x)
        else:
            clusters.append([x])
    return tuple(cluster[0] for number, cluster in enumerate(clusters) if len(cluster) >= 2 or number == 0)
