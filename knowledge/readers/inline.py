"""Text with links: runs of text joined into clean lines whose link offsets are right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from knowledge.readers.clean import clean_characters, clean_line

Span = tuple[int, int, str]
_TARGET = re.compile(r"^(?:https?://|mailto:|tel:|/|\.{0,2}/|www\.|[\w./-]+\.(?:html?|php|aspx|pdf)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rich:
    """A clean line and its links, (start, end, target) in `text`. `bold` says that all of it is printed bold."""

    text: str
    links: tuple[Span, ...] = ()
    bold: bool = False

    def cut(self, start: int, end: int | None = None) -> Rich:
        """The part from start to end, stripped, with the links that fall inside it."""
        stop = len(self.text) if end is None else end
        piece = self.text[start:stop]
        left = start + len(piece) - len(piece.lstrip())
        right = stop - (len(piece) - len(piece.rstrip()))
        links = tuple((max(a, left) - left, min(b, right) - left, t) for a, b, t in self.links if a < right and b > left)
        return Rich(self.text[left:right], links, self.bold)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one link target and weight; line breaks in `text` are hard breaks."""

    text: str
    target: str | None = None
    bold: bool = False


def clean_target(target: str | None) -> str | None:
    """The target of a link as worth keeping, None for '#', javascript and the like."""
    if not target:
        return None
    target = re.sub(r"\s+", "", clean_characters(target))
    if target.lower().startswith(("mailto:", "tel:")):
        target = unquote(target)
    if not _TARGET.match(target) or len(target) > 2000:
        return None
    return target


def to_lines(runs: Iterable[Run]) -> list[Rich]:
    """Clean, non-empty lines; white space inside a line is collapsed, also across runs."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for number, piece in enumerate(clean_characters(run.text).split("\n")):
            if number:
                lines.append([])
            lines[-1].append(Run(piece, run.target, run.bold))
    return [line for line in map(_to_line, lines) if line.text]


def _to_line(runs: Sequence[Run]) -> Rich:
    text = ""
    links: list[Span] = []
    bold = plain = 0
    for run in runs:
        piece = re.sub(r"\s+", " ", run.text)
        if not text or text.endswith(" "):
            piece = piece.lstrip(" ")
        start = len(text)
        text += piece
        letters = sum(map(str.isalnum, piece))
        bold, plain = (bold + letters, plain) if run.bold else (bold, plain + letters)
        target = clean_target(run.target)
        if target and piece.strip():
            _add_link(links, start, start + len(piece.rstrip()), target)
    text = text.rstrip()
    return Rich(text, tuple(links), bold > 0 and plain == 0)


def _add_link(links: list[Span], start: int, end: int, target: str) -> None:
    if links and links[-1][2] == target and start - links[-1][1] <= 1:
        start = links.pop()[0]
    links.append((start, end, target))


def join(parts: Sequence[Rich], separator: str) -> Rich:
    """The parts as one text, links moved along."""
    text = ""
    links: list[Span] = []
    for number, part in enumerate(parts):
        if number:
            text += separator
        links += [(a + len(text), b + len(text), t) for a, b, t in part.links]
        text += part.text
    return Rich(text, tuple(links), bool(parts) and all(part.bold for part in parts))


_MARKS = re.compile(
    r"!?\[(?P<label>[^\[\]\n]*)\]\((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)"
    r"|<(?P<auto>(?:https?://|mailto:|tel:)[^<>\s]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>"
    r"|(?<!\w)(?P<mark>\*\*|__)(?=\S)(?P<strong>[^\n]{1,400}?)(?<=\S)(?P=mark)(?!\w)"
)


def from_marked_text(text: str) -> Rich:
    """A line of plain text in which people used Markdown marks: links and bold resolved. At most one mark deep in another."""
    runs: list[Run] = []
    position = 0
    for match in _MARKS.finditer(text):
        runs.append(Run(text[position : match.start()]))
        position = match.end()
        if match["strong"] is not None:
            inner = from_marked_text(match["strong"]) if "[" in match["strong"] or "<" in match["strong"] else Rich(match["strong"])
            runs += _as_runs(inner)
        elif match["auto"]:
            address = match["auto"]
            shown = re.sub(r"^(?:mailto|tel):", "", address)
            runs.append(Run(shown, address if ":" in address else f"mailto:{address}"))
        elif not match[0].startswith("!"):
            runs.append(Run(match["label"], match["url"]))
    runs.append(Run(text[position:]))
    lines = to_lines(runs)
    return join(lines, " ") if lines else Rich("")


def _as_runs(line: Rich) -> list[Run]:
    runs = []
    position = 0
    for start, end, target in line.links:
        runs += [Run(line.text[position:start], None, True), Run(line.text[start:end], target, True)]
        position = end
    return [*runs, Run(line.text[position:], None, True)]


def plain(text: str) -> Rich:
    """A clean line without links."""
    return Rich(clean_line(text))
