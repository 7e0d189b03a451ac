"""Word files: headings by style or by looks, lists, tables, text boxes, notes, headers and footers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from knowledge.document import DocumentBuilder
from knowledge.readers import lines as look
from knowledge.readers.clean import clean_line
from knowledge.readers.docx_package import Package, Style, W, flag, number_of, read_styles
from knowledge.readers.docx_text import Paragraph, read_paragraph, text_boxes
from knowledge.readers.errors import Deadline, UnreadableBundle
from knowledge.readers.found import Found
from knowledge.readers.inline import Rich, join
from knowledge.readers.lines import header_row
from knowledge.readers.tables import Place, add_table
from knowledge.readers.text_rows import label_value

_PAGE_LINE = re.compile(r"^(?:(?:pagina|pag\.?|blz\.?|p\.)\s*)?(?:\d+\s*)?(?:(?:van|/|-)\s*\d*)?$", re.IGNORECASE)
_DEEPEST = 12


def read_docx(data: bytes, builder: DocumentBuilder, deadline: Deadline) -> Found:
    """Adds the blocks of a DOCX. Raises UnreadableBundle (damaged, unsafe, encrypted)."""
    package = Package(data)
    document = package.part("word/document.xml")
    body = None if document is None else document.find(W + "body")
    if body is None:
        raise UnreadableBundle("Dit Word-bestand is beschadigd: de tekst ontbreekt. Bewaar het opnieuw en probeer nog eens.", "damaged")
    reader = _DocxReader(package, builder, deadline)
    for name in package.parts_like(r"word/header\d*\.xml"):
        reader.margin(name, "header")
    reader.body(body)
    for name in package.parts_like(r"word/(?:footnotes|endnotes)\.xml"):
        reader.notes(name)
    for name in package.parts_like(r"word/footer\d*\.xml"):
        reader.margin(name, "footer")
    core = package.part("docProps/core.xml")
    title = None if core is None else core.find("{http://purl.org/dc/elements/1.1/}title")
    found = Found()
    if title is not None and title.text and clean_line(title.text):
        found.metadata["title"] = clean_line(title.text)
    return found


@dataclass(frozen=True, slots=True)
class _Looks:
    """How the headings of this document can be told: size of its running text, whether a Title style shifts the levels."""

    size: int
    shift: int


class _DocxReader:
    def __init__(self, package: Package, builder: DocumentBuilder, deadline: Deadline) -> None:
        self.package = package
        self.builder = builder
        self.deadline = deadline
        self.styles = read_styles(package.part("word/styles.xml"))
        self.links = package.links_of("word/document.xml")
        self.looks = _Looks(22, 0)
        self.level = 0
        self.fake_sizes: list[int] = []
        self.region = "main"
        self.seen_margins: set[str] = set()

    # Parts

    def body(self, body: Any) -> None:
        paragraphs = [self._paragraph(x) for x in body.iter(W + "p")]
        sizes: Counter[int] = Counter()
        for paragraph in paragraphs:
            sizes[paragraph.size or 22] += sum(len(line.text) for line in paragraph.lines)
        titles = any(self._style(p).name == "title" for p in paragraphs)
        self.looks = _Looks(sizes.most_common(1)[0][0] if sizes else 22, 1 if titles else 0)
        self._content(body, 0)

    def margin(self, name: str, region: str) -> None:
        """A header or footer: each text once, page numbers left out."""
        root = self.package.part(name)
        if root is None:
            return
        links = self.package.links_of(name)
        for element in root.iter(W + "p"):
            for line in read_paragraph(element, self.styles, links).lines:
                text = re.sub(r"\s*[-|]?\s*(?:pagina|pag\.|blz\.)\s*(?:\d+\s*)?(?:(?:van|/)\s*\d*)?$", "", line.text, flags=re.IGNORECASE)
                if text and not _PAGE_LINE.match(text) and text not in self.seen_margins:
                    self.seen_margins.add(text)
                    self.builder.add("paragraph", text, region=region, links=[x for x in line.links if x[1] <= len(text)])

    def notes(self, name: str) -> None:
        root = self.package.part(name)
        for note in [] if root is None else root:
            if isinstance(note.tag, str) and note.get(W + "type") is None:
                for element in note.iter(W + "p"):
                    for line in read_paragraph(element, self.styles, self.package.links_of(name)).lines:
                        self.builder.add("paragraph", line.text, links=line.links)

    # Walking

    def _content(self, parent: Any, depth: int) -> None:
        for element in parent:
            self.deadline.check()
            if element.tag == W + "p":
                self._add_paragraph(element)
                self._boxes(element, depth)
            elif element.tag == W + "tbl":
                self._table(element, depth)
            elif element.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "smartTag") and depth < _DEEPEST:
                self._content(element, depth + 1)

    def _boxes(self, element: Any, depth: int) -> None:
        if depth >= _DEEPEST:
            return
        for box in text_boxes(element):
            outer, self.region = self.region, "sidebar" if self.region == "main" else self.region
            self._content(box, depth + 1)
            self.region = outer

    def _paragraph(self, element: Any) -> Paragraph:
        return read_paragraph(element, self.styles, self.links)

    def _style(self, paragraph: Paragraph) -> Style:
        return self.styles.get(paragraph.style) or self.styles.get("<default>") or self.styles[""]

    def _add_paragraph(self, element: Any) -> None:
        paragraph = self._paragraph(element)
        if not paragraph.lines or re.match(r"(?:toc|inhopg)\s*\d", self._style(paragraph).name):
            return
        level = self._heading_level(paragraph)
        if level:
            title = join(paragraph.lines, " ")
            self.builder.add("heading", title.text.rstrip(": ") or title.text, level=level, region=self.region, links=title.links)
            return
        style = self._style(paragraph)
        list_id = paragraph.list_id if paragraph.list_id is not None else style.list_id
        in_list = (list_id not in (None, "0")) or bool(
            re.match(r"list (?:bullet|number|paragraph)|lijst(?:opsom|nummer)", style.name) and "paragraph" not in style.name
        )
        if in_list:
            item = join(paragraph.lines, " ")
            named = re.search(r"(\d)$", style.name)
            depth = paragraph.list_level or style.list_level or (int(named[1]) - 1 if named else 0)
            item = item.cut(look.bullet(item.text))
            self.builder.add("item", item.text, level=max(0, min(depth, 5)), region=self.region, links=item.links)
            return
        self._lines(paragraph)

    def _lines(self, paragraph: Paragraph) -> None:
        """The lines of a plain paragraph: typed bullets become items, tabs and leaders make rows, a bold first line a heading."""
        lines = paragraph.lines
        for number, line in enumerate(lines):
            following = lines[number + 1].text if number + 1 < len(lines) else ""
            cells = [line.cut(a, b) for a, b in paragraph.cells[number]]
            found = label_value(line.text) if len(cells) == 1 and re.search(r"\.{4,}|…", line.text) else None
            marker = look.bullet(line.text) or (look.numbering(line.text) if len(lines) > 1 else 0)
            if len(cells) > 1:
                marker = look.bullet(cells[0].text + " x") if len(cells[0].text) <= 2 else 0
            if found:
                add_table(self.builder, [[[Rich(found[0])], [Rich(found[2])]]], Place(None, self.region, self.level + 1), titled=False)
            elif marker:
                item = join(cells[1:], " ") if len(cells) > 1 else line.cut(marker)
                self.builder.add("item", item.text, region=self.region, links=item.links)
            elif len(cells) > 1:
                add_table(self.builder, [[[cell] for cell in cells]], Place(None, self.region, self.level + 1), titled=False)
            elif (
                line.bold
                and following
                and not lines[number + 1].bold
                and look.is_title(line.text, loud=True)
                and not self._is_card_name(line.text, following)
            ):
                self.builder.add("heading", line.text.rstrip(": "), level=min(self.level + 1, 6), region=self.region, links=line.links)
            else:
                self.builder.add("paragraph", line.text, region=self.region, links=line.links)

    # Headings

    def _heading_level(self, paragraph: Paragraph) -> int:
        """Level of a heading by style, else by looks (short, wholly bold or in larger type); 0 for other paragraphs."""
        style = self._style(paragraph)
        text = join(paragraph.lines, " ").text
        if len(text) > 200:
            return 0
        outline = paragraph.outline if paragraph.outline is not None else style.outline
        if style.name == "title":
            self.level = 1
            return 1
        if outline is not None and 0 <= outline <= 8:
            self.level = min(outline + 1 + self.looks.shift, 6)
            self.fake_sizes = []
            return self.level
        if style.name in ("subtitle", "caption") or not self._looks_like_heading(paragraph, text):
            return 0
        return self._fake_level(paragraph.size or self.looks.size)

    def _looks_like_heading(self, paragraph: Paragraph, text: str) -> bool:
        if len(paragraph.lines) > 2 or (paragraph.list_id not in (None, "0") and not paragraph.bold):
            return False
        larger = (paragraph.size or self.looks.size) >= self.looks.size * 1.15
        if not (paragraph.bold or larger) or len(paragraph.cells[0]) > 1:
            return False
        return look.is_title(text.rstrip(": "), most_words=14, loud=True) or (look.is_question(text) and paragraph.bold)

    def _fake_level(self, size: int) -> int:
        """Below the last heading by style, larger type above smaller."""
        while self.fake_sizes and self.fake_sizes[-1] < size:
            self.fake_sizes.pop()
        if not self.fake_sizes or self.fake_sizes[-1] > size:
            self.fake_sizes.append(size)
        return max(1, min(self.level + len(self.fake_sizes), 6))

    @staticmethod
    def _is_card_name(text: str, following: str) -> bool:
        return look.heads_a_card(text, following) or look.looks_like_name(text)

    # Tables

    def _table(self, table: Any, depth: int) -> None:
        grid: list[list[list[Rich]]] = []
        marked = False
        above: list[list[Rich]] = []
        rows = list(_children(table, W + "tr"))
        if depth < _DEEPEST and self._is_layout(rows):
            for row in rows:
                for cell in _children(row, W + "tc"):
                    self._content(cell, depth + 1)
            return
        for number, row in enumerate(rows[:5000]):
            properties = row.find(W + "trPr")
            marked = marked or (number == 0 and bool(flag(properties, "tblHeader")))
            cells = self._row(row, above)
            grid.append(cells)
            above = cells
        level = min(self.level + len(self.fake_sizes) + 1, 6)
        add_table(self.builder, grid, Place(None, self.region, level), titled=True if marked else self._titled(rows, grid))
        for row in rows:
            for element in row.iter(W + "p"):
                self._boxes(element, depth)

    def _row(self, row: Any, above: list[list[Rich]]) -> list[list[Rich]]:
        cells: list[list[Rich]] = []
        for cell in _children(row, W + "tc"):
            properties = cell.find(W + "tcPr")
            merge = None if properties is None else properties.find(W + "vMerge")
            lines = [line for element in cell.iter(W + "p") for line in self._cell_lines(element)]
            if merge is not None and merge.get(W + "val") != "restart" and not lines and len(cells) < len(above):
                lines = above[len(cells)]
            cells.append(lines)
            cells += [[] for _ in range(min((number_of(properties, "gridSpan") or 1) - 1, 50))]
        return cells

    def _cell_lines(self, element: Any) -> list[Rich]:
        paragraph = self._paragraph(element)
        return [line.cut(look.bullet(line.text)) for line in paragraph.lines]

    @staticmethod
    def _titled(rows: list[Any], grid: list[list[list[Rich]]]) -> bool | None:
        """True when the first row alone is wholly bold."""
        if len(grid) < 2 or len(grid[0]) < 2 or not all(grid[0]):
            return None
        if len(grid[0]) == 2 and not header_row([join(cell, " ").text for cell in grid[0]], [["", "1"]]):
            return None
        first = all(line.bold for cell in grid[0] for line in cell)
        second = all(line.bold for cell in grid[1] for line in cell)
        return True if first and not second else None

    def _is_layout(self, rows: list[Any]) -> bool:
        """A table that places text: one cell, or cells with headings, nested tables or many paragraphs."""
        cells = [cell for row in rows for cell in _children(row, W + "tc")]
        if len(cells) == 1 or any(len(_children(row, W + "tc")) > 6 for row in rows):
            return len(cells) == 1
        for cell in cells:
            if cell.find(f".//{W}tbl") is not None:
                return True
            paragraphs = [p for p in map(self._paragraph, _children(cell, W + "p")) if p.lines]
            styled = sum(1 for p in paragraphs if self._style(p).outline is not None)
            headings = sum(1 for p in paragraphs if self._looks_like_heading(p, join(p.lines, " ").text))
            if (styled and len(paragraphs) > 1) or (len(rows) <= 2 and headings >= 1 and len(paragraphs) >= 6) or len(paragraphs) > 14:
                return True
        return False


def _children(element: Any, tag: str) -> list[Any]:
    """Children with a tag, also those inside content controls."""
    found = []
    for child in element:
        if child.tag == tag:
            found.append(child)
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml"):
            found += _children(child, tag)
    return found
