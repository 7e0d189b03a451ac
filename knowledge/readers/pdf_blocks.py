"""From lines of a PDF to headings, items, paragraphs and rows."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from knowledge.readers import lines as look
from knowledge.readers.clean import join_wrapped
from knowledge.readers.inline import Rich, join, to_lines
from knowledge.readers.pdf_layout import Zone
from knowledge.readers.pdf_page import Table, Word, as_runs, text_lines

Style = tuple[float, bool, bool, str]
_LABELLED = re.compile(r"[^\W\d_][^:.!?;]{1,30}:\s")


@dataclass(slots=True)
class Line:
    """A printed line: its text with links, place and looks; `marker` is the length of a bullet or number at its start."""

    rich: Rich
    words: list[Word]
    size: float
    bold: bool
    color: str
    marker: int = 0
    table: Table | None = None

    @property
    def text(self) -> str:
        return self.rich.text

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)


@dataclass(slots=True)
class Draft:
    """A block before levels are known. `style` is set for headings, `indent` (points) for items, `rows` for tables.

    `full` says that its last line fills the column without ending a sentence; `zone` counts the parts of its page.
    """

    kind: str
    rich: Rich
    page: int
    region: str
    style: Style | None = None
    indent: float = 0.0
    rows: list[list[list[Rich]]] | None = None
    titled: bool | None = None
    full: bool = False
    zone: int = 0


@dataclass(frozen=True, slots=True)
class Body:
    """Size and colour of the running text."""

    size: float
    color: str


def make_line(words: Sequence[Word]) -> Line | None:
    """A line of these words, None when nothing is left of them."""
    if words[0].table:
        return Line(Rich(""), list(words), words[0].size, False, "black", table=words[0].table)
    rich = to_lines(as_runs(words))
    if not rich:
        return None
    text = join(rich, " ")
    letters: dict[tuple[float, str], int] = {}
    for word in words:
        if any(c.isalnum() for c in word.text):
            key = (round(word.size * 2) / 2, word.color)
            letters[key] = letters.get(key, 0) + len(word.text)
    size, color = max(letters, key=lambda key: letters[key]) if letters else (words[0].size, words[0].color)
    return Line(text, list(words), size, text.bold, color, look.bullet(text.text))


def flow_lines(words: Sequence[Word]) -> list[Line]:
    """The lines of a running column; a table is a line of its own."""
    groups: list[list[Word]] = []
    for words_of_line in text_lines(words):
        text = [word for word in words_of_line if not word.table]
        groups += [[word] for word in words_of_line if word.table]
        groups += [text] if text else []
    return [line for line in map(make_line, groups) if line]


def flow_blocks(zone: Zone, page: int, body: Body) -> list[Draft]:
    """Blocks of a running column."""
    return _Flow(flow_lines(zone.words), page, zone, body).blocks()


class _Flow:
    def __init__(self, lines: list[Line], page: int, zone: Zone, body: Body) -> None:
        self.lines = lines
        self.page = page
        self.region = zone.region
        self.body = body
        text = [line for line in lines if not line.table]
        self.right = _right_margin(text, zone)
        self.left = min((line.x0 for line in text), default=0.0)
        self.widest = max((line.x1 for line in text), default=self.right)
        steps = [
            b.top - a.top
            for a, b in itertools.pairwise(lines)
            if not (a.table or b.table) and 0 < b.top - a.top < 3 * a.size and abs(a.size - b.size) < 0.6
        ]
        self.leading = median(steps) if steps else body.size * 1.2

    def blocks(self) -> list[Draft]:
        drafts = []
        position = 0
        while position < len(self.lines):
            draft, used = self._block(position)
            drafts.append(draft)
            position += used
        return drafts

    def _block(self, at: int) -> tuple[Draft, int]:
        line = self.lines[at]
        if line.table:
            return Draft("table", Rich(""), self.page, self.region, rows=line.table.rows, titled=line.table.titled), 1
        heading = self._heading(at)
        if heading:
            rich, used = heading
            return Draft("heading", rich, self.page, self.region, self._style(line)), used
        marker = line.marker or self._number(at)
        if marker:
            return self._item(at, marker)
        rich, used = self._joined(at, line.rich)
        draft = Draft("paragraph", rich, self.page, self.region)
        draft.full = self._ends_full(at + used - 1)
        return draft, used

    # Headings

    def _style(self, line: Line) -> Style:
        return (line.size, line.bold, look.is_caps(line.text), line.color)

    def _stands_out(self, at: int) -> bool:
        line = self.lines[at]
        following = self.lines[at + 1].text if at + 1 < len(self.lines) else ""
        if look.is_caps(line.text) and (len(following) > 60 or not look.looks_like_name(line.text)):
            return True
        return line.size >= self.body.size * 1.12 or line.bold or (line.color != self.body.color and line.size >= self.body.size * 0.98)

    def _heading(self, at: int) -> tuple[Rich, int] | None:
        """The heading that begins here, over as many lines as look the same and belong together."""
        line = self.lines[at]
        if line.marker or line.table or (at and self._same_paragraph(at - 1, at)):
            return None
        if not self._stands_out(at):
            return (line.rich, 1) if self._titles_text(at) else None
        used = 1
        while at + used < len(self.lines) and self._continues_heading(at + used - 1, at + used):
            used += 1
        rich = self._merge([x.rich for x in self.lines[at : at + used]])
        text = rich.text.rstrip(": ")
        large = line.size >= self.body.size * 1.3
        following = self.lines[at + used].text if at + used < len(self.lines) else ""
        if not (look.is_title(text, most_words=16 if large else 11, most=130, loud=True) or look.is_question(text) or (large and len(text) < 130)):
            return None
        if not large and not line.text.endswith("?") and following and look.heads_a_card(text, following) and look.looks_like_name(text):
            return None
        return Rich(text, tuple(x for x in rich.links if x[1] <= len(text)), rich.bold), used

    def _titles_text(self, at: int) -> bool:
        """A short line set like the text below it, but apart from what stands above it."""
        if at + 1 >= len(self.lines) or self._number(at):
            return False
        line, following = self.lines[at], self.lines[at + 1]
        if following.table or following.marker or self._is_full(at, at + 1) or not self._near(at, at + 1):
            return False
        above = self.lines[at - 1] if at else None
        apart = above is None or above.table is not None or line.top - above.top > self.leading * 1.3
        text, used = self._joined(at + 1, following.rich)
        if look.is_question(line.text) and apart and not look.is_question(text.text):
            return True
        return (apart or self._ended(at - 1)) and look.titles_text(line.text, text.text, apart=apart and used > 1)

    def _continues_heading(self, above: int, below: int) -> bool:
        a, b = self.lines[above], self.lines[below]
        if b.table or abs(a.size - b.size) > 0.6 or a.bold != b.bold or a.color != b.color:
            return False
        if a.size >= self.body.size * 1.5 and b.top - a.bottom < a.size * 0.6:
            return len(a.text) + len(b.text) < 120
        if a.text.endswith(("?", ":")) or (b.marker and not self._is_full(above, below)):
            return False
        if look.section_number(b.text) and look.section_number(a.text):
            return False
        near = b.top - a.bottom < a.size * 0.6
        return near and (self._is_full(above, below) or b.text[0].islower() or (a.size >= self.body.size * 1.5 and not look.is_title(a.text)))

    # Items and paragraphs

    def _number(self, at: int) -> int:
        line = self.lines[at]
        first = line.words[0].text
        counts = len(line.words) > 2 and first.isdigit() and look.numbering(f"{first}. {line.words[1].text} x") > 0
        if counts and len(first) <= 2 and line.words[1].x0 - line.words[0].x1 > line.size * 0.6:
            return len(first) + 1
        length = look.numbering(line.text)
        if not length or (at and self._is_full(at - 1, at) and self._same_paragraph(at - 1, at)):
            return 0
        return length

    def _item(self, at: int, marker: int) -> tuple[Draft, int]:
        line = self.lines[at]
        indent = line.words[1].x0 if len(line.words) > 1 else line.x0
        rich, used = self._joined(at, line.rich.cut(marker), hanging=indent, outer=line.x0)
        draft = Draft("item", rich, self.page, self.region, indent=line.x0)
        draft.full = self._ends_full(at + used - 1)
        return draft, used

    def _joined(self, at: int, rich: Rich, hanging: float | None = None, outer: float = 0.0) -> tuple[Rich, int]:
        used = 1
        parts = [rich]
        while at + used < len(self.lines):
            above, below = at + used - 1, at + used
            line = self.lines[below]
            if line.marker or line.table or not self._near(above, below) or abs(line.size - self.lines[above].size) > 0.9:
                break
            if look.phone_goes_on(parts[-1].text, line.text):
                parts.append(line.rich)
                used += 1
                continue
            if self._number(below):
                break
            hangs = hanging is not None and line.x0 >= outer + 3 and abs(line.x0 - hanging) <= 4 and self._goes_on(above, below)
            if not (self._is_full(above, below) or hangs) or (hanging is not None and line.x0 < outer + 2 and self._ended(above)):
                break
            if self._begins_bold(above, below) or (used == 1 and (self._is_address(above, below) or self._is_card(above, below))):
                break
            parts.append(line.rich)
            used += 1
        return self._merge(parts), used

    def _is_address(self, above: int, below: int) -> bool:
        """A line of a card: an address or a whole phone number, with something else below it."""
        text, following = self.lines[above].text, self.lines[below].text
        if not look.is_card_line(text) or text.endswith(("-", ",", "/", ":", "(", " of", " en")):
            return False
        if look.is_broken_mail(text):
            return False
        whole = bool(look.MAIL.search(text)) or sum(c.isdigit() for c in text) >= 9
        return (whole and not re.match(r"[\d.@/]", following)) or (look.is_card_line(following) and not following[0].isdigit())

    def _is_card(self, above: int, below: int) -> bool:
        """Lines of a narrow panel that fill it and yet stand by themselves: a person above a role, one label with its value above another."""
        if self.region == "main":
            return False
        text, following = self.lines[above].text, self.lines[below].text
        if look.looks_like_name(text) and not text.endswith(","):
            return True
        return following[0].isupper() and bool(_LABELLED.match(following)) and not look.dangles(text)

    def _begins_bold(self, above: int, below: int) -> bool:
        """A bold lead-in ("Rijbewijs.") after a finished sentence begins a paragraph of its own, and so does a bold title or question."""
        line = self.lines[below]
        if line.bold and not self.lines[above].words[-1].bold and (look.is_title(line.text) or look.is_question(line.text)):
            return True
        return self._ended(above) and line.words[0].bold and not self.lines[above].words[-1].bold and len(line.words) > 1

    def _ended(self, at: int) -> bool:
        return self.lines[at].text.endswith((".", "!", "?", ":", ";"))

    def _goes_on(self, above: int, below: int) -> bool:
        return not self._ended(above) and not look.is_card_line(self.lines[below].text)

    def _near(self, above: int, below: int) -> bool:
        a, b = self.lines[above], self.lines[below]
        return 0 < b.top - a.top <= max(self.leading * 1.25, a.size * 1.35) and b.x0 < a.x1

    def _is_full(self, above: int, below: int) -> bool:
        """True when the first word of the line below would not have fitted on the line above."""
        a, b = self.lines[above], self.lines[below]
        first = b.words[0]
        end = a.x1 + a.size * 0.25 + (first.x1 - first.x0)
        if end > self.right - 1 or a.text.endswith("-") or look.dangles(a.text):
            return True
        if not b.text[0].islower():
            return False
        # A sentence that goes on below most of a line: a ragged edge, or a last word that a printer would have fitted in.
        long = self.region == "main" and a.x1 - self.left > 0.75 * (self.right - self.left)
        return end > self.widest - 1 or (long and self._goes_on(above, below))

    def _same_paragraph(self, above: int, below: int) -> bool:
        a, b = self.lines[above], self.lines[below]
        return self._near(above, below) and self._is_full(above, below) and abs(a.size - b.size) < 0.6 and a.bold == b.bold and a.color == b.color

    def _ends_full(self, at: int) -> bool:
        return self.lines[at].x1 > self.right - self.body.size * 4 and not self._ended(at)

    @staticmethod
    def _merge(parts: Sequence[Rich]) -> Rich:
        return merge(parts)


def _right_margin(lines: Sequence[Line], zone: Zone) -> float:
    """How far full lines reach: the furthest right end that a second line nearly shares, so that one stray line does not count."""
    ends = sorted((line.x1 for line in lines), reverse=True)
    if not ends:
        return zone.right
    width = ends[0] - min(line.x0 for line in lines)
    shared = next((a for a, b in itertools.pairwise(ends) if a - b <= width * 0.06), ends[0]) if len(ends) > 6 else ends[0]
    return zone.right if zone.region == "sidebar" or (shared > zone.right * 0.9 and len(ends) <= 6) else shared


def merge(parts: Sequence[Rich]) -> Rich:
    """Printed lines joined into one text; links of joined lines move along."""
    result = parts[0]
    for part in parts[1:]:
        text = join_wrapped(result.text, part.text)
        shift = len(text) - len(part.text)
        kept = tuple((a, min(b, shift), t) for a, b, t in result.links if a < shift)
        result = Rich(text, kept + tuple((a + shift, b + shift, t) for a, b, t in part.links), result.bold and part.bold)
    return result
