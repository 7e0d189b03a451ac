"""The text of one Word paragraph: runs, links, breaks, tabs, and how it is set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.readers.docx_package import R, Style, W, flag, number_of
from knowledge.readers.inline import Rich, Run, to_lines

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TAB = "\ue000"  # marks a tab while white space is collapsed
_SKIPPED = frozenset(
    {W + "del", W + "moveFrom", W + "pPr", W + "rPr", W + "instrText", W + "delText", W + "txbxContent", W + "drawing", W + "pict", W + "object"}
)
_FIELD_LINK = re.compile(r"HYPERLINK\s+\"([^\"]+)\"")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines between hard breaks; `cells` gives for each line the spans between its tabs. `size` is in half points (the largest much used)."""

    lines: list[Rich]
    cells: list[list[tuple[int, int]]]
    style: str
    bold: bool
    size: int | None
    outline: int | None
    list_id: str | None
    list_level: int | None


def read_paragraph(element: Any, styles: Mapping[str, Style], links: Mapping[str, str]) -> Paragraph:
    """The paragraph without deleted or hidden text and without its text boxes."""
    properties = element.find(W + "pPr")
    named = None if properties is None else properties.find(W + "pStyle")
    style_id = "" if named is None else named.get(W + "val") or ""
    style = styles.get(style_id) or styles.get("<default>") or styles[""]
    collector = _Collector(styles, style, links)
    collector.walk(element, None, 0)
    lines: list[Rich] = []
    cells: list[list[tuple[int, int]]] = []
    for line in to_lines(collector.runs):
        text, spans = _split_tabs(line)
        if text.text:
            lines.append(text)
            cells.append(spans)
    found = number_of(properties, "numPr/numId")
    return Paragraph(
        lines,
        cells,
        style_id,
        bool(lines) and all(line.bold for line in lines),
        max(collector.sizes, key=lambda size: collector.sizes[size]) if collector.sizes else style.size,
        number_of(properties, "outlineLvl"),
        None if found is None else str(found),
        number_of(properties, "numPr/ilvl"),
    )


class _Collector:
    def __init__(self, styles: Mapping[str, Style], style: Style, links: Mapping[str, str]) -> None:
        self.styles = styles
        self.style = style
        self.links = links
        self.runs: list[Run] = []
        self.sizes: dict[int, int] = {}
        self.field: str | None = None

    def walk(self, element: Any, target: str | None, depth: int) -> None:
        for child in element:
            if child.tag in _SKIPPED or depth > 20 or not isinstance(child.tag, str):
                continue
            if child.tag == W + "r":
                self._run(child, target)
            elif child.tag == W + "hyperlink":
                self.walk(child, self.links.get(child.get(R + "id") or "") or target, depth + 1)
            elif child.tag == W + "fldSimple":
                match = _FIELD_LINK.search(child.get(W + "instr") or "")
                self.walk(child, match[1] if match else target, depth + 1)
            else:
                self.walk(child, target, depth + 1)

    def _run(self, run: Any, target: str | None) -> None:
        properties = run.find(W + "rPr")
        named = None if properties is None else properties.find(W + "rStyle")
        character = self.styles.get("" if named is None else named.get(W + "val") or "", Style()) if named is not None else Style()
        bold = next((x for x in (flag(properties, "b"), character.bold, self.style.bold) if x is not None), False)
        size = number_of(properties, "sz") or (character.size if named is not None else None) or self.style.size
        hidden = flag(properties, "vanish")
        for child in run:
            self._piece(child, target or self.field, bold, size, bool(hidden))

    def _piece(self, child: Any, target: str | None, bold: bool, size: int | None, hidden: bool) -> None:
        if child.tag == W + "instrText":
            match = _FIELD_LINK.search(child.text or "")
            self.field = match[1] if match else self.field
        elif child.tag == W + "fldChar" and child.get(W + "fldCharType") == "end":
            self.field = None
        elif hidden:
            return
        elif child.tag == W + "t" and child.text:
            text = re.sub(r"[\n\r]+", " ", child.text).replace("\t", _TAB)
            self.runs.append(Run(text.replace(_TAB, "\t"), target, bold))
            if size:
                self.sizes[size] = self.sizes.get(size, 0) + len(text.strip())
        elif child.tag in (W + "tab", W + "ptab"):
            self.runs.append(Run(f" {_MARK} ", None, bold))
        elif child.tag in (W + "br", W + "cr"):
            self.runs.append(Run("\n"))
        elif child.tag == W + "noBreakHyphen":
            self.runs.append(Run("-", target, bold))


_MARK = "\u241f"  # visible stand-in for a tab (SYMBOL FOR UNIT SEPARATOR): survives white space collapsing, never printed in a bundle


def _split_tabs(line: Rich) -> tuple[Rich, list[tuple[int, int]]]:
    """The line with its tab marks removed, and the spans of the pieces between them."""
    if _MARK not in line.text:
        return line, [(0, len(line.text))]
    pieces = []
    position = 0
    for part in line.text.split(_MARK):
        pieces.append(line.cut(position, position + len(part)))
        position += len(part) + 1
    text = ""
    spans: list[tuple[int, int]] = []
    links: list[tuple[int, int, str]] = []
    for piece in [piece for piece in pieces if piece.text]:
        text += " " if text else ""
        spans.append((len(text), len(text) + len(piece.text)))
        links += [(a + len(text), b + len(text), t) for a, b, t in piece.links]
        text += piece.text
    return Rich(text, tuple(links), line.bold), spans


def text_boxes(element: Any) -> Iterator[Any]:
    """The contents of text boxes anchored in this paragraph; Word stores each twice, the fallback is passed over."""
    for box in element.iter(W + "txbxContent"):
        parents = [parent for parent in box.iterancestors() if parent.tag in (_MC + "Fallback", W + "txbxContent", W + "p")]
        inside = [parent for parent in parents if parent is not element and parent.tag != W + "p"]
        if not inside and next((p for p in box.iterancestors(W + "p")), None) is element:
            yield box
