"""Tables of a PDF that have no rules: columns of text that belong together by row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.readers import lines as look
from knowledge.readers.inline import Rich, to_lines
from knowledge.readers.pdf_blocks import Draft, merge
from knowledge.readers.pdf_layout import Zone
from knowledge.readers.pdf_page import Word, as_runs, text_lines


def grid_block(zone: Zone, page: int) -> Draft:
    """A table without rules. A line that leaves the first column empty goes on in the row above."""
    rows: list[list[list[Rich]]] = []
    bold: list[bool] = []
    bottom = 0.0
    for words in text_lines(zone.words):
        cells: list[list[Word]] = [[] for _ in zone.columns]
        for word in words:
            number = max((n for n, x in enumerate(zone.columns) if x <= word.x0 + 3), default=0)
            cells[number].append(word)
        rich = [to_lines(as_runs(cell)) for cell in cells]
        near = bottom and words[0].top - bottom < words[0].size * 0.5
        goes_on = rows and near and (not rich[0] or (len([c for c in rich if c]) == 1 and rich[0] and rich[0][0].text[0].islower()))
        if goes_on:
            for cell, more in zip(rows[-1], rich, strict=True):
                _extend(cell, more)
        else:
            rows.append(rich)
            bold.append(all(word.bold for word in words))
        bottom = max(word.bottom for word in words)
    titled = True if len(rows) > 2 and bold[0] and not any(bold[1:]) and all(rows[0]) else None
    return Draft("table", Rich(""), page, zone.region, rows=rows, titled=titled)


def _extend(cell: list[Rich], more: Sequence[Rich]) -> None:
    for line in more:
        if (cell and not look.is_card_line(line.text) and not re.search(r"\d{2}$", cell[-1].text)) or (cell and line.text[0].islower()):
            cell[-1] = merge([cell[-1], line])
        else:
            cell.append(line)
