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


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of a page to be read on its own: running text ("flow") or a table without rules ("grid", cut at `columns`)."""

    kind: Literal["flow", "grid"]
    words: list[Word]
    region: str
    columns: tuple[float, ...] = ()

    @property
    def top(self) -> float:
        """Height of the first word."""
        return min(word.top for word in self.words)


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
        side += _bands(inside, "sidebar")
    found += _bands(words, "main")
    return found + side


def _within(word: Word, box: Box) -> bool:
    return box[0] - 1 <= (word.x0 + word.x1) / 2 <= box[2] + 1 and box[1] - 1 <= word.middle <= box[3] + 1


def _bands(words: Sequence[Word], region: str, depth: int = 0) -> list[Zone]:
    """Cuts words into bands that share a gutter; a band becomes columns read one after the other, or a grid read by row."""
    lines = text_lines(words)
    result: list[Zone] = []
    position = 0
    plain: list[Word] = []
    while position < len(lines):
        end, gutter = _longest_band(lines, position) if depth < 4 else (position, None)
        if gutter is None:
            plain += lines[position]
            position += 1
            continue
        if plain:
            result.append(Zone("flow", plain, region))
            plain = []
        result += _split_band(lines[position:end], gutter, region, depth)
        position = end
    if plain:
        result.append(Zone("flow", plain, region))
    return result


def _gaps(line: Sequence[Word]) -> list[tuple[float, float]]:
    """Wide gaps between the words of a line; the one after a bullet or number at its start is no gap."""
    marked = bool(look.bullet(f"{line[0].text} x") or look.numbering(f"{line[0].text} x"))
    pairs = list(itertools.pairwise(line))[1 if marked else 0 :]
    return [(a.x1, b.x0) for a, b in pairs if b.x0 - a.x1 >= max(_GUTTER, a.size * 0.9)]


def _longest_band(lines: Sequence[Sequence[Word]], start: int) -> tuple[int, tuple[float, float] | None]:
    """The longest run of lines from `start` that leaves a gutter free with text on both sides."""
    best: tuple[int, tuple[float, float] | None] = (start, None)
    for gap in _gaps(lines[start]):
        left, right = gap
        both = 1
        end = start + 1
        on_left = on_right = 1
        last_both = start + 1
        while end < len(lines):
            line = lines[end]
            cut = _free(line, left, right)
            if cut is None:
                break
            left, right = cut
            has_left, has_right = line[0].x1 <= left + 0.5, line[-1].x0 >= right - 0.5
            on_left, on_right = on_left + has_left, on_right + has_right
            both += has_left and has_right
            end += 1
            if has_left and has_right:
                last_both = end
        end = _trim(lines, start, end, last_both, left, right)
        if both >= 2 and min(on_left, on_right) >= 2 and end - start > best[0] - start:
            best = (end, (left, right))
    return best


def _trim(lines: Sequence[Sequence[Word]], start: int, end: int, last_both: int, left: float, right: float) -> int:
    """Lines after the last two-sided one belong to the band only while they stay close (the longer column goes on)."""
    position = last_both
    while position < end:
        above, line = lines[position - 1], lines[position]
        if line[0].top - above[0].bottom > above[0].size * 2.6:
            break
        position += 1
    return position


def _free(line: Sequence[Word], left: float, right: float) -> tuple[float, float] | None:
    """The part of the gutter that a line leaves free, None when it crosses it."""
    for word in line:
        if word.x1 <= left or word.x0 >= right:
            continue
        if word.x0 <= left and word.x1 < right:
            left = word.x1
        elif word.x1 >= right and word.x0 > left:
            right = word.x0
        else:
            return None
    return (left, right) if right - left >= _GUTTER * 0.8 else None


def _split_band(lines: Sequence[Sequence[Word]], gutter: tuple[float, float], region: str, depth: int) -> list[Zone]:
    middle = (gutter[0] + gutter[1]) / 2
    left = [[word for word in line if word.x1 <= middle] for line in lines]
    right = [[word for word in line if word.x0 >= middle] for line in lines]
    if _is_grid(left, right):
        words = [word for line in lines for word in line]
        return [Zone("grid", words, region, _grid_columns(lines))]
    first = _bands([word for line in left for word in line], region, depth + 1)
    second = _bands([word for line in right for word in line], region, depth + 1)
    return first + second


def _is_grid(left: Sequence[Sequence[Word]], right: Sequence[Sequence[Word]]) -> bool:
    """True for label and value side by side: the left lines are short and nearly each starts level with a line on the right."""
    lefts = [line for line in left if line]
    rights = [line for line in right if line]
    both = sum(1 for a, b in zip(left, right, strict=True) if a and b)
    room = max(line[-1].x1 for line in lefts) - min(line[0].x0 for line in lefts)
    gap = min(line[0].x0 for line in rights) - min(line[0].x0 for line in lefts)
    fill = median(line[-1].x1 - line[0].x0 for line in lefts) / max(room, gap * 0.6, 1.0)
    level = both / len(lefts)
    if len(lefts) + len(rights) > 60 or level < 0.75:
        return False
    sentence = sum(1 for line in lefts if len(line) >= 6)
    return sentence <= len(lefts) * 0.2 and (fill < 0.75 or both <= 6)


def _grid_columns(lines: Sequence[Sequence[Word]]) -> tuple[float, ...]:
    """Left edges of the columns: places where pieces of two or more lines begin after a wide gap."""
    starts = sorted(x for line in lines for x in [line[0].x0, *(gap[1] for gap in _gaps(line))])
    clusters: list[list[float]] = []
    for x in starts:
        if clusters and x - clusters[-1][-1] <= 4:
            clusters[-1].append(x)
        else:
            clusters.append([x])
    return tuple(cluster[0] for number, cluster in enumerate(clusters) if len(cluster) >= 2 or number == 0)
