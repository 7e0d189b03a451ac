"""Plain text: headings, lists, rows and paragraphs recognised from layout alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.document import DocumentBuilder
from knowledge.readers import lines as look
from knowledge.readers.clean import join_wrapped
from knowledge.readers.errors import Deadline
from knowledge.readers.found import Found
from knowledge.readers.inline import Rich, from_marked_text
from knowledge.readers.tables import Place, add_table
from knowledge.readers.text_lines import Line, goes_on, is_full, split_lines, wrap_width
from knowledge.readers.text_rows import column_table, label_rows, label_value

# Kinds of heading from most to least important; a document's levels are the kinds that occur in it, numbered from 1.
_RANKS = ("opening", "boxed", "h1", "symbol", "double", "h2", "single", "chapter", "h3", "caps", "section", "title", "bold", "colon")


def read_text(text: str, builder: DocumentBuilder, deadline: Deadline) -> Found:
    """Adds the blocks of a plain text."""
    _TextReader(split_lines(text), builder, deadline).read()
    return Found()


class _TextReader:
    def __init__(self, lines: Sequence[Line], builder: DocumentBuilder, deadline: Deadline) -> None:
        self.lines = lines
        self.width = wrap_width(lines)
        self.builder = builder
        self.deadline = deadline
        self.blocks: list[tuple[str, Rich, str, int]] = []
        self.tables: dict[int, tuple[list[list[list[Rich]]], bool | None]] = {}
        self.indents: list[int] = []

    def read(self) -> None:
        position = 0
        while position < len(self.lines):
            self.deadline.check()
            position += self._step(position)
        self._emit()

    def _step(self, at: int) -> int:
        """Handles what begins at this line; returns the number of lines used."""
        line = self.lines[at]
        if line.rule:
            return self._boxed_heading(at) or 1
        item = look.bullet(line.text) or self._numbered_item(at)
        if not item or look.SYMBOL_HEADING.match(line.text):
            rank, used = self._heading(at)
            if rank:
                self.indents = []
                text = " ".join(x.text for x in self.lines[at : at + used] if not x.rule)
                if not self.blocks and rank not in ("boxed", "h1"):
                    rank = "opening"
                self._add("heading", _heading_text(text), rank)
                return used
        if item:
            return self._item(at, item)
        return self._rows(at) or self._paragraph(at)

    def _add(self, kind: str, text: str | Rich, rank: str = "", level: int = 0) -> None:
        rich = from_marked_text(text) if isinstance(text, str) else text
        if rich.text:
            self.blocks.append((kind, rich, rank, level))

    # Headings

    def _boxed_heading(self, at: int) -> int:
        """A title of one to three lines between two rules of the same kind."""
        for size in (1, 2, 3):
            end = at + size + 1
            if end >= len(self.lines) or self.lines[end - 1].rule:
                return 0
            if self.lines[end].rule == self.lines[at].rule and len(self.lines[end].text) == len(self.lines[at].text):
                inner = self.lines[at + 1 : end]
                if all(len(x.text) <= 100 and not look.bullet(x.text) and label_value(x.text) is None for x in inner) and not inner[-1].after:
                    for x in inner:
                        self._add("heading", _heading_text(x.text), "boxed")
                    return size + 2
        return 0

    def _heading(self, at: int) -> tuple[str, int]:
        """The rank of the heading at this line ("" when it is none) and the number of lines it takes."""
        line = self.lines[at]
        text = line.text
        following = self.lines[at + 1] if at + 1 < len(self.lines) else None
        if match := re.match(r"^(#{1,6})\s+\S", text):
            return f"h{min(3, len(match[1]))}", 1
        if following is None:
            return "", 0
        if following.rule in tuple("=-~_*") and not line.after and self._underlines(at):
            return ("double" if following.rule == "=" else "single"), 2
        if following.rule:
            following = self.lines[at + 2] if at + 2 < len(self.lines) else None
            if following is None:
                return "", 0
        if look.SYMBOL_HEADING.match(text):
            return ("symbol", 1) if self._symbol_heading(at) else ("", 0)
        return self._plain_heading(at, line, following), 1

    def _underlines(self, at: int) -> bool:
        """True when the rule below the line is about as long as it (a longer one separates parts of the text)."""
        line, rule = self.lines[at], self.lines[at + 1]
        alike = len(line.text) <= 100 and len(line.text) * 0.5 <= len(rule.text) <= len(line.text) * 1.4 + 6
        return alike and len(re.split(r"\s{3,}|\t", line.raw.strip())) == 1 and not self._opens_box(at + 1)

    def _plain_heading(self, at: int, line: Line, following: Line) -> str:
        text = _heading_text(line.text)
        bold = bool(re.fullmatch(r"(\*\*|__)[^*_]+\1:?", line.text))
        apart = line.before or at == 0 or bool(self.lines[at - 1].rule)
        listed = bool(self.blocks) and self.blocks[-1][0] in ("item", "table")
        closed = at > 0 and (listed or self.lines[at - 1].text[-1] in ".:;!?") and not is_full(self.lines[at - 1], line, self.width)
        wrapped = not line.after and is_full(line, following, self.width) and not following.before
        if wrapped or (goes_on(text, following.text) and not line.after):
            return ""
        asked = look.without_question_number(text)
        numbered = asked != text and asked.endswith("?") and len(asked) <= 140
        if (
            (numbered or look.is_question(asked))
            and (apart or closed)
            and asked[0].isupper()
            and not (look.is_question(following.text) and not line.after)
        ):
            return "bold" if bold else "title"
        labelled = label_value(line.text)
        if line.before and not line.after and _calls_out(text) and len(following.text) > 50:
            return "title"
        shaped = closed and not listed and labelled is None and not line.after and look.titles_text(text, following.text, apart=False)
        if not look.is_title(text) or not (apart or (bold and closed) or shaped) or (labelled and labelled[1] != ":"):
            return ""
        number = look.section_number(text)
        listed_below = not line.after and (look.numbering(following.text) or (labelled and look.section_number(following.text)))
        if number and not listed_below and len(text) > len(number) + 3 and not look.is_card_line(following.text):
            return "chapter" if "." not in number else "section"
        if look.heads_a_card(text, following.text) or (look.looks_like_name(text) and self._near_card(at)):
            return ""
        if look.is_caps(text):
            return "caps"
        if bold:
            return "bold"
        if line.text.endswith(":"):
            return (
                "colon"
                if len(text.split()) <= 3 and not re.match(r"(?i)(?:je|jij|jouw|u|uw)\b", text) and not look.has_address(following.text)
                else ""
            )
        return "title" if self._stands_above(at, line, following) else ""

    def _stands_above(self, at: int, line: Line, following: Line) -> bool:
        labelled = label_value(line.text)
        if line.after:
            return labelled is None or (at == 0 and len(labelled[0].split()) >= 3)
        text = following.text
        if labelled is None and look.titles_text(line.text, text, apart=True):
            return True
        if look.HEADING_WORD.search(line.text) and len(line.text.split()) <= 6 and look.looks_like_name(text.split(",")[0]):
            return True
        if self.width and len(following.raw) > self.width * 0.8 and text[0].isupper():
            return True
        # "Zo verloopt de selectie" above "1. Schriftelijke proef ..."
        lists = look.bullet(text) > 0 or (look.numbering(text) > 0 and not look.numbering(line.text))
        return lists or (len(text) > 70 and text[0].isupper()) or (len(text) > 50 and text[0].isupper() and text[-1] in ".:")

    def _opens_box(self, at: int) -> bool:
        rule = self.lines[at]
        later = [x for x in self.lines[at + 1 : at + 5] if x.rule]
        return bool(later) and later[0].rule == rule.rule and later[0].text == rule.text and not self.lines[at + 1].before and rule.after is False

    def _symbol_heading(self, at: int) -> bool:
        line, following = self.lines[at], self.lines[at + 1]
        inner = look.SYMBOL_HEADING.sub("", line.text)
        return (
            len(inner) <= 90 and inner[-1] not in ".,;" and (line.before or at == 0) and (line.after or not look.SYMBOL_HEADING.match(following.text))
        )

    def _near_card(self, at: int) -> bool:
        return any(look.is_card_line(_without_bullet(x.text)) for x in self.lines[at + 1 : at + 4])

    # Items, rows, paragraphs

    def _numbered_item(self, at: int) -> int:
        """Length of a number that begins a list item; 0 when the line is a numbered heading or has no number."""
        line = self.lines[at]
        length = look.numbering(line.text)
        if not length:
            return 0
        following = self.lines[at + 1] if at + 1 < len(self.lines) else None
        if following is not None and following.rule and not line.after:
            return 0
        rest = line.text[length:]
        if not look.is_title(rest) or (look.is_question(rest) and not (following and look.numbering(following.text))):
            return 0 if look.is_question(rest) and following is not None else length
        neighbours = [x for x in (following, self.lines[at - 1] if at else None) if x is not None]
        in_list = any(look.numbering(x.text) for x in neighbours) or (
            at > 0 and bool(self.blocks) and self.blocks[-1][0] == "item" and not line.before
        )
        return length if in_list or not (line.before and following is not None) or (not line.after and not following.text[0].isupper()) else 0

    def _item(self, at: int, marker: int) -> int:
        line = self.lines[at]
        while self.indents and self.indents[-1] > line.indent:
            self.indents.pop()
        if not self.indents or self.indents[-1] < line.indent:
            self.indents.append(line.indent)
        text, used = self._joined(at, line.text[marker:], line.indent)
        self._add("item", text, level=min(len(self.indents) - 1, 5))
        return used

    def _rows(self, at: int) -> int:
        table = column_table(self.lines, at)
        rows, used = label_rows(self.lines, at, self.width)
        if table and (not used or table.used > used or len(table.rows[0]) > 2):
            grid = [[[from_marked_text(text) for text in cell] for cell in row] for row in table.rows]
            self._add_table(grid, table.ruled or None)
            return table.used
        if used:
            self._add_table([[[from_marked_text(label)], [from_marked_text(v) for v in values]] for label, values in rows], False)
        return used

    def _add_table(self, grid: list[list[list[Rich]]], titled: bool | None) -> None:
        self.indents = []
        self.tables[len(self.blocks)] = (grid, titled)
        self.blocks.append(("table", Rich(""), "", 0))

    def _paragraph(self, at: int) -> int:
        line = self.lines[at]
        text, used = self._joined(at, line.text, line.indent)
        previous = self.blocks[-1] if self.blocks else None
        if previous and previous[0] in ("paragraph", "item") and len(previous[1].text) > 60 and _broken_off(previous[1].text, text):
            self.blocks.pop()
            self._add(previous[0], join_wrapped(previous[1].text, text), level=previous[3])
            return used
        if line.indent == 0:
            self.indents = []
        self._add("paragraph", text)
        return used

    def _joined(self, at: int, text: str, indent: int) -> tuple[str, int]:
        """The text that begins at this line, with the wrapped lines that follow; and the number of lines used."""
        used = 1
        while at + used < len(self.lines):
            line, following = self.lines[at + used - 1], self.lines[at + used]
            if following.before or following.rule or look.bullet(following.text) or self._numbered_item(at + used):
                break
            hanging = following.indent > indent and following.indent - indent <= 6 and used >= 1 and not look.is_card_line(following.text)
            sentence = len(line.text.split()) >= 5 and following.text[-1] in ".!?" and not look.looks_like_name(line.text)
            long_line = (len(line.text) > 60 or sentence) and goes_on(line.text, following.text)
            long_line = long_line or look.phone_goes_on(line.text, following.text)
            if not (is_full(line, following, self.width) or long_line or (hanging and goes_on(line.text, following.text))):
                break
            text = join_wrapped(text, following.text)
            used += 1
        return text, used

    # Output

    def _emit(self) -> None:
        ranks = [rank for rank in _RANKS if any(block[2] == rank for block in self.blocks)]
        level = 0
        for number, (kind, rich, rank, depth) in enumerate(self.blocks):
            if kind == "heading":
                level = min(ranks.index(rank) + 1, 6)
                self.builder.add("heading", rich.text, level=level, links=rich.links)
            elif kind == "table":
                grid, titled = self.tables[number]
                add_table(self.builder, grid, Place(level=min(level + 1, 6)), titled=titled)
            else:
                self.builder.add("item" if kind == "item" else "paragraph", rich.text, level=depth, links=rich.links)


def _calls_out(text: str) -> bool:
    """'Kom kijken!', 'Welkom bij ons team!' above a text."""
    return text.endswith("!") and len(text.split()) <= 6 and look.is_title(text, loud=True)


def _heading_text(text: str) -> str:
    text = re.sub(r"^#{1,6}\s+|\s+#+$", "", look.SYMBOL_HEADING.sub("", text))
    text = re.sub(r"^(\*\*|__)(.+)\1$", r"\2", text.rstrip(": "))
    return text.rstrip(": ") or text


def _without_bullet(text: str) -> str:
    return text[look.bullet(text) :]


def _broken_off(text: str, following: str) -> bool:
    """True when a page break cut a sentence in two: no end above, lower case below."""
    return text[-1] in ",-" or text[-1].islower() if following[0].islower() and not look.is_card_line(following) else False
