"""Web pages: the vacancy's own text, with furniture removed or marked by region."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from knowledge.document import DocumentBuilder
from knowledge.readers import html_clean
from knowledge.readers import lines as look
from knowledge.readers.clean import clean_line
from knowledge.readers.errors import Deadline
from knowledge.readers.found import Found
from knowledge.readers.html_clean import BLOCKS, name_of
from knowledge.readers.html_metadata import add_metadata
from knowledge.readers.html_tables import is_data_table, table_grid, titled
from knowledge.readers.inline import Rich, Run, join, to_lines
from knowledge.readers.tables import Place, add_table

_DEEPEST = 150
_LARGE_FONT = re.compile(r"\+[2-4]|[4-7]")
_LARGE_STYLE = re.compile(r"font-size\s*:\s*(?:x-large|xx-large|large)", re.IGNORECASE)
_HEADING = re.compile(r"h[1-6]")
_LAYOUT = frozenset({"table", "tbody", "thead", "tfoot", "tr", "td", "th"})


def read_html(text: str, builder: DocumentBuilder, deadline: Deadline, *, wrapped: bool = False) -> Found:
    """Adds the blocks of a web page. `wrapped`: a line end in the source is a hard break (used for Markdown)."""
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\0", ""))
    found = Found()
    if not text.strip():
        return found
    parser = lxml_html.HTMLParser(no_network=True, remove_pis=True, remove_comments=True, huge_tree=True)
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "ignore").decode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return found
    add_metadata(root, found)
    _PageReader(root, builder, deadline, wrapped).read()
    return found


class _PageReader:
    def __init__(self, root: Any, builder: DocumentBuilder, deadline: Deadline, wrapped: bool) -> None:
        self.root = root
        self.builder = builder
        self.deadline = deadline
        self.wrapped = wrapped
        self.controlled = html_clean.controlled_ids(root)
        self.main = self._find_main()
        self.main_seen = False
        self.columns_seen: set[Any] = set()
        self.large = False
        self.has_headings = next(root.iter("h1", "h2", "h3", "h4", "h5", "h6"), None) is not None
        self.region = "main"
        self.runs: list[Run] = []
        self.item_level = -1
        self.item_open = False
        self.level = 0

    def _find_main(self) -> Any | None:
        for path in (".//main", ".//*[@role='main']"):
            candidates = [x for x in self.root.iterfind(path) if len(clean_line(" ".join(x.itertext()))) > 200]
            if len(candidates) == 1:
                return candidates[0]
        return None

    def read(self) -> None:
        body = self.root.find("body")
        self._children(self.root if body is None else body, False, 0)
        self._flush()

    # Walking

    def _children(self, element: Any, bold: bool, depth: int, target: str | None = None) -> None:
        self._text(element.text, bold, target)
        for child in element:
            self._element(child, bold, depth + 1, target)
            self._text(child.tail, bold, target)

    def _text(self, text: str | None, bold: bool, target: str | None) -> None:
        if text:
            self.runs.append(Run(text if self.wrapped else re.sub(r"\s+", " ", text), target, bold))

    def _element(self, element: Any, bold: bool, depth: int, target: str | None) -> None:
        self.deadline.check()
        name = name_of(element)
        if html_clean.is_gone(element, self.controlled):
            return
        if depth > _DEEPEST:
            self._text(" ".join(element.itertext()), bold, target)
        elif name == "br":
            self.runs.append(Run("\n"))
        elif name not in BLOCKS and name != "button":
            self._inline(element, name, bold, depth, target)
        else:
            self._flush()
            outer = self.region
            self.region = self._region(element)
            self._block(element, name, depth)
            self._flush()
            self.region = outer

    def _inline(self, element: Any, name: str, bold: bool, depth: int, target: str | None) -> None:
        mail = html_clean.decoded_mail(element)
        if mail:
            self.runs.append(mail)
            return
        style = element.get("style") or ""
        bold = bold or name in ("b", "strong") or bool(re.search(r"font-weight\s*:\s*(?:bold|[6-9]00)", style, re.IGNORECASE))
        if (name == "font" and _LARGE_FONT.fullmatch(element.get("size") or "")) or _LARGE_STYLE.search(style):
            bold = True
            self.large = self.large or not any(run.text.strip() for run in self.runs)
        self._children(element, bold, depth, element.get("href") if name == "a" else target)

    def _region(self, element: Any) -> str:
        if self.main is None:
            inside = any(name_of(parent) in ("article", "main") for parent in element.iterancestors())
            return html_clean.region_of(element, self.region, inside)
        if element is self.main:
            self.main_seen = True
            return "main"
        if any(parent is self.main for parent in element.iterancestors()):
            return html_clean.region_of(element, self.region, True)
        if self.region != "main":
            return self.region
        if any(child is self.main for child in element.iter(self.main.tag)):
            return "main"
        region = html_clean.region_of(element, "main", False)
        return region if region != "main" else "footer" if self.main_seen else "header"

    # Blocks

    def _block(self, element: Any, name: str, depth: int) -> None:
        if _HEADING.fullmatch(name):
            self._heading(element, int(name[1]), depth)
        elif name in ("summary", "legend", "button"):
            self._heading(element, min(self.level + 1, 6) if self.level else 2, depth, keep=False)
        elif name in ("ul", "ol", "dir"):
            if not self._is_menu(element):
                self.item_level += 1
                self._children(element, False, depth)
                self._flush()
                self.item_level -= 1
        elif name == "li":
            self.item_open = True
            self._children(element, False, depth)
            self._flush()
            self.item_open = False
        elif name == "dl":
            self._definitions(element, depth)
        elif name == "table" and is_data_table(element):
            self._table(element)
        elif name == "tr":
            self._layout_row(element, depth)
        elif name == "pre":
            self._pre(element)
        else:
            self._children(element, name in ("th", "dt"), depth)

    def _layout_row(self, row: Any, depth: int) -> None:
        """A row that places the page's columns; a row of one cell above or below them is the page's header or footer."""
        regions = html_clean.cell_regions(row) if self.region == "main" and self.main is None else None
        if regions:
            self.columns_seen.add(row.getparent())
        beside = [x for x in (row.getparent() if row.getparent() is not None else ()) if x is not row and name_of(x) == "tr"]
        whole = regions is None and self.region == "main" and self.main is None and any(html_clean.cell_regions(x) for x in beside)
        cells = iter(regions or [])
        outer = self.region
        for child in row:
            if name_of(child) not in ("td", "th"):
                continue
            self.region = next(cells, outer) if regions else (("footer" if row.getparent() in self.columns_seen else "header") if whole else outer)
            self._element(child, False, depth + 1, None)
        self._flush()
        self.region = outer

    def _heading(self, element: Any, level: int, depth: int, *, keep: bool = True) -> None:
        self._children(element, False, depth)
        lines = to_lines(self.runs)
        self.runs = []
        if not lines:
            return
        title = join(lines, " ")
        if len(title.text) > 200:
            self._paragraphs([Rich(line.text, line.links) for line in lines])
            return
        self.builder.add("heading", title.text, level=level, region=self.region, links=title.links)
        if keep:
            self.level = level

    def _is_menu(self, element: Any) -> bool:
        """A list of nothing but three or more links to other pages of the site, outside the main text."""
        items = [child for child in element if name_of(child) == "li"]
        if len(items) < 3 or (self.region == "main" and (self.main is not None or element.xpath("ancestor::article"))):
            return False
        return all(_is_link_only(item) for item in items) and self.region != "aside"

    def _definitions(self, element: Any, depth: int) -> None:
        terms: list[Rich] = []
        for child in element.iter("dt", "dd"):
            if next(child.iterancestors("dl"), None) is not element or html_clean.is_gone(child, self.controlled):
                continue
            blocky = any(name_of(x) in ("ul", "ol", "table", "dl") or _HEADING.fullmatch(name_of(x)) for x in child.iter())
            if name_of(child) == "dt":
                self._children(child, False, depth)
                terms = [Rich(x.text, x.links) for x in to_lines(self.runs)]
                self.runs = []
                continue
            length = len(clean_line(" ".join(child.itertext())))
            title = join(terms, " ")
            if title.text and (blocky or length > 200):
                self.builder.add("heading", title.text, level=min(self.level + 1, 6), region=self.region, links=title.links)
                self._children(child, False, depth)
                self._flush()
            else:
                self._plain_children(child)
                values = to_lines(self.runs)
                self.runs = []
                if values:
                    add_table(self.builder, [[[title] if title.text else [], values]], Place(None, self.region, self.level + 1), titled=False)
            terms = []

    def _plain_children(self, element: Any) -> None:
        """Collects the runs of an element whose inner blocks are lines of one value."""
        self._text(element.text, False, None)
        for child in element:
            if html_clean.is_gone(child, self.controlled):
                self._text(child.tail, False, None)
                continue
            if name_of(child) in BLOCKS or name_of(child) == "br":
                self.runs.append(Run("\n"))
            if name_of(child) not in BLOCKS and name_of(child) != "br":
                self._inline(child, name_of(child), False, 0, None)
            elif name_of(child) != "br":
                self._plain_children(child)
                self.runs.append(Run("\n"))
            self._text(child.tail, False, None)

    def _table(self, element: Any) -> None:
        def lines_of(cell: Any) -> list[Rich]:
            outer, self.runs = self.runs, []
            if not html_clean.is_gone(cell, self.controlled):
                self._plain_children(cell)
            lines, self.runs = to_lines(self.runs), outer
            return lines

        for caption in element.iter("caption"):
            if text := clean_line(" ".join(caption.itertext())):
                self.builder.add("paragraph", text, region=self.region)
        grid, heads = table_grid(element, lines_of)
        add_table(self.builder, grid, Place(None, self.region, min(self.level + 1, 6)), titled=titled(heads))

    def _pre(self, element: Any) -> None:
        from knowledge.readers.text import read_text

        read_text("".join(element.itertext()), self.builder, self.deadline)

    # Paragraphs

    def _flush(self) -> None:
        if not self.runs:
            return
        lines = to_lines(self.runs)
        large, self.large = self.large, False
        self.runs = []
        if not lines or _is_link_bar(lines):
            return
        if large and lines[0].bold and len(lines[0].text) <= 130 and not self.item_open and not self.has_headings:
            self.builder.add("heading", lines[0].text, level=1, region=self.region, links=lines[0].links)
            self.level = 1 if self.region == "main" else self.level
            lines = lines[1:]
        if self.item_open and lines:
            item = join(lines, " ")
            self.builder.add("item", item.text, level=max(0, min(self.item_level, 5)), region=self.region, links=item.links)
            self.item_open = False
        else:
            self._paragraphs(lines)

    def _paragraphs(self, lines: list[Rich]) -> None:
        """Lines between breaks: each a block of its own; a short bold one above text is a heading."""
        if self.wrapped:
            lines = _rejoined(lines)
        for number, line in enumerate(lines):
            following = lines[number + 1].text if number + 1 < len(lines) else ""
            text = line.text.rstrip(": ")
            marker = look.bullet(line.text)
            titled_form = look.is_title(text, loud=True) or look.is_question(text)
            alone = len(lines) == 1 or (bool(following) and not lines[number + 1].bold)
            if line.bold and titled_form and alone and not (following and look.heads_a_card(text, following)) and not _is_name(text):
                self.builder.add("heading", text, level=min(self.level + 1, 6), region=self.region, links=line.links)
            elif marker and (len(lines) > 1 or len(line.text) > marker + 2):
                item = line.cut(marker)
                self.builder.add("item", item.text, region=self.region, links=item.links)
            else:
                self.builder.add("paragraph", line.text, region=self.region, links=line.links)


def _is_name(text: str) -> bool:
    return look.looks_like_name(text) and len(text.split()) <= 4 and not text.endswith("?")


def _is_link_bar(lines: list[Rich]) -> bool:
    """Nothing but three or more links to pages: navigation."""
    links = [link for line in lines for link in line.links]
    if len(links) < 3 or any(target.lower().startswith(("mailto:", "tel:")) for _, _, target in links):
        return False
    letters = sum(sum(map(str.isalnum, line.text)) for line in lines)
    linked = sum(sum(map(str.isalnum, line.text[a:b])) for line in lines for a, b, _ in line.links)
    return linked >= letters * 0.85


def _is_link_only(item: Any) -> bool:
    text = clean_line(" ".join(item.itertext()))
    links = item.findall(".//a")
    linked = clean_line(" ".join(part for link in links for part in link.itertext()))
    outside = any((link.get("href") or "").lower().startswith(("mailto:", "tel:")) for link in links)
    return bool(links) and len(text) - len(linked) <= 2 and len(text) < 60 and not outside


def _rejoined(lines: list[Rich]) -> list[Rich]:
    """Source lines of a Markdown paragraph: wrapped prose becomes one line again, short lines stay."""
    result: list[Rich] = []
    previous = ""
    for line in lines:
        if (result and len(previous) > 60 and not look.bullet(line.text)) or (
            result and line.text[0].islower() and previous[-1] not in ".:;" and len(previous) > 45
        ):
            result[-1] = join([result[-1], line], " ")
        else:
            result.append(line)
        previous = line.text
    return result
