"""PDF: columns, sidebars, tables, running headers and footers, headings by looks."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect

from knowledge.document import DocumentBuilder
from knowledge.readers import ocr
from knowledge.readers.clean import clean_line
from knowledge.readers.errors import Deadline, UnreadableBundle
from knowledge.readers.found import Found
from knowledge.readers.pdf_blocks import Body, Draft, Style, flow_blocks, merge
from knowledge.readers.pdf_grid import grid_block
from knowledge.readers.pdf_layout import zones
from knowledge.readers.pdf_page import Page, Word, pieces, read_page, text_lines
from knowledge.readers.tables import Place, add_table

MOST_PAGES = 150
_DAMAGED = "Deze PDF is beschadigd of niet helemaal opgeladen. Bewaar hem opnieuw en probeer nog eens."
_NUMBER_AT_END = re.compile(r"^\d{1,3}\s+|\s*\d{1,3}(?:\s*(?:/|van)\s*\d{1,3})?$")
_PAGE_NUMBER = re.compile(
    r"\s*[-–|•]?\s*\b(?:pagina|pag\.?|blz\.?|p\.|page)\s*\d+(?:\s*(?:van|/|of)\s*\d+)?\s*$|^\s*[-–]?\s*\d{1,3}(?:\s*(?:/|van)\s*\d{1,3})?\s*[-–]?\s*$",
    re.IGNORECASE,
)


def read_pdf(data: bytes, builder: DocumentBuilder, deadline: Deadline) -> Found:
    """Adds the blocks of a PDF. Raises UnreadableBundle (damaged, encrypted, scanned, too_slow)."""
    found = Found()
    pages = _pages(data, deadline, found)
    if sum(len(word.text) for page in pages for word in page.words) < 12 * len(pages) and not any(
        word.table for page in pages for word in page.words
    ):
        if not any(page.images for page in pages):
            raise UnreadableBundle("In deze PDF staat geen tekst.", "empty")
        return ocr.read_scan(data, builder, deadline, found)
    blank = [page.number for page in pages if page.images and not page.words]
    if blank:
        found.warnings.append(f"Pagina {', '.join(map(str, blank[:10]))} is een afbeelding zonder tekst en is niet gelezen.")
    margins = _take_margins(pages)
    _emit(_drafts(pages, deadline), margins, builder)
    return found


def _pages(data: bytes, deadline: Deadline, found: Found) -> list[Page]:
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            total = len(document.pages)
            found.pages = total
            _metadata(document.metadata, found)
            pages = []
            for number, raw in enumerate(document.pages[:MOST_PAGES], 1):
                if deadline.left() < deadline.seconds * 0.3:
                    break
                pages.append(read_page(raw, number))
                raw.close()
    except UnreadableBundle:
        raise
    except Exception as error:
        raise _refusal(error) from error
    if not pages:
        raise UnreadableBundle(_DAMAGED, "damaged")
    if len(pages) < total:
        found.warnings.append(f"Deze PDF heeft {total} pagina's; alleen de eerste {len(pages)} zijn gelezen.")
    return pages


def _refusal(error: Exception) -> UnreadableBundle:
    chain: list[BaseException] = [error, *(x for x in error.args if isinstance(x, BaseException))]
    if error.__context__:
        chain.append(error.__context__)
    if any(isinstance(x, PDFPasswordIncorrect) or "password" in type(x).__name__.lower() or "encrypt" in str(x).lower() for x in chain):
        return UnreadableBundle("Deze PDF is met een wachtwoord beveiligd. Bewaar hem zonder wachtwoord.", "encrypted")
    return UnreadableBundle(_DAMAGED, "damaged")


def _metadata(raw: Any, found: Found) -> None:
    title = clean_line(str((raw or {}).get("Title") or ""))
    if title and not re.search(r"untitled|anonymous|microsoft word|\.docx?$", title, re.IGNORECASE):
        found.metadata["title"] = title
    date = re.match(r"D:(\d{4})(\d\d)(\d\d)", str((raw or {}).get("CreationDate") or ""))
    if date:
        found.metadata["date"] = "-".join(date.groups())


# Running headers and footers


def _take_margins(pages: Sequence[Page]) -> list[tuple[str, str]]:
    """Removes headers, footers and page numbers from the pages; returns (text, region) of each, once, without its number."""
    candidates: Counter[str] = Counter()
    edges: list[list[tuple[list[Word], str, str]]] = []
    for page in pages:
        of_page = []
        usual = median(word.size for word in page.words) if page.words else 10.0
        for words in text_lines([word for word in page.words if not word.table]):
            region = "header" if words[0].bottom < page.height * 0.12 else "footer" if words[0].top > page.height * 0.9 else ""
            text = clean_line(" ".join(word.text for word in words))
            if region and text:
                of_page.append((words, region, _shape(text, words[0].size > usual * 1.2)))
        candidates.update({shape for _, _, shape in of_page})
        edges.append(of_page)
    needed = max(2, len(pages) * 0.4)
    margins: list[tuple[str, str]] = []
    for page, of_page in zip(pages, edges, strict=True):
        gone: set[int] = set()
        for words, region, shape in of_page:
            numbered = region == "footer" and bool(_PAGE_NUMBER.search(" ".join(word.text for word in words)))
            if candidates[shape] >= needed or numbered:
                gone.update(map(id, words))
                for part in pieces(words):
                    shown = _PAGE_NUMBER.sub("", clean_line(" ".join(word.text for word in part))).strip()
                    if shown and (shown, region) not in margins:
                        margins.append((shown, region))
        page.words = [word for word in page.words if id(word) not in gone]
    return margins


def _shape(text: str, large: bool) -> str:
    """What must be the same on other pages: the text without its page number (with it in large type: a numbered heading)."""
    if large:
        return text.lower()
    return _NUMBER_AT_END.sub("", _PAGE_NUMBER.sub("", text.lower())).strip()


# Blocks


def _drafts(pages: Sequence[Page], deadline: Deadline) -> list[Draft]:
    drafts: list[Draft] = []
    layouts = [(page, zones(page)) for page in pages]
    bodies = {
        region: _body(word for _, parts in layouts for zone in parts if zone.region == region for word in zone.words)
        for region in ("main", "sidebar")
    }
    for page, parts in layouts:
        deadline.check()
        for number, zone in enumerate(parts):
            found = [grid_block(zone, page.number)] if zone.kind == "grid" else flow_blocks(zone, page.number, bodies[zone.region])
            for draft in found:
                draft.zone = number
            drafts += found
    return [x for x in drafts if x.region == "main"] + [x for x in drafts if x.region != "main"]


def _body(words: Iterable[Word]) -> Body:
    """The commonest size and colour by number of characters."""
    counts: Counter[tuple[float, str]] = Counter()
    for word in words:
        counts[(round(word.size * 2) / 2, word.color)] += len(word.text)
    size, color = counts.most_common(1)[0][0] if counts else (10.0, "black")
    return Body(size, color)


def _joined_over_pages(drafts: Sequence[Draft]) -> list[Draft]:
    """Paragraphs and items cut in two by the end of a column or page made whole."""
    result: list[Draft] = []
    for draft in drafts:
        last = next((x for x in reversed(result) if x.region == draft.region), None)
        if last and _goes_on(last, draft):
            last.rich = merge([last.rich, draft.rich])
            last.full = draft.full
        else:
            result.append(draft)
    return result


def _goes_on(last: Draft, draft: Draft) -> bool:
    if last.kind not in ("paragraph", "item") or draft.kind != "paragraph" or not last.full or (last.page == draft.page and last.zone == draft.zone):
        return False
    return draft.rich.text[0].islower() or draft.rich.text[0].isdigit() or last.rich.text.endswith((",", "-"))


def _emit(drafts: Sequence[Draft], margins: Sequence[tuple[str, str]], builder: DocumentBuilder) -> None:
    for text, region in margins:
        if region == "header":
            builder.add("paragraph", text, region=region)
    levels = _levels(drafts)
    indents: list[float] = []
    level = 0
    for draft in _joined_over_pages(drafts):
        if draft.kind != "item":
            indents = []
        if draft.style:
            level = levels[draft.region, draft.style]
            builder.add("heading", draft.rich.text, level=level, page=draft.page, region=draft.region, links=draft.rich.links)
        elif draft.rows is not None:
            add_table(builder, draft.rows, Place(draft.page, draft.region, min(level + 1, 6)), titled=draft.titled)
        elif draft.kind == "item":
            depth = _depth(draft.indent, indents)
            builder.add("item", draft.rich.text, level=depth, page=draft.page, region=draft.region, links=draft.rich.links)
        else:
            builder.add("paragraph", draft.rich.text, page=draft.page, region=draft.region, links=draft.rich.links)
    for text, region in margins:
        if region == "footer":
            builder.add("paragraph", text, region=region)


def _levels(drafts: Sequence[Draft]) -> dict[tuple[str, Style], int]:
    """Level of each heading style: larger above smaller, bold above plain; a sidebar's begin below the document's title."""
    result: dict[tuple[str, Style], int] = {}
    first = next((draft.style for draft in drafts if draft.style and draft.region == "main"), None)
    for region in dict.fromkeys(draft.region for draft in drafts):
        styles = sorted({x.style for x in drafts if x.style and x.region == region}, key=lambda s: (-s[0], not s[1], not s[2], s[3] == "black", s[3]))
        titled = region != "main" and first is not None and result.get(("main", first)) == 1
        for number, style in enumerate(styles, 2 if titled else 1):
            result[region, style] = min(number, 6)
    return result


def _depth(indent: float, indents: list[float]) -> int:
    while indents and indents[-1] > indent + 3:
        indents.pop()
    if not indents or indents[-1] < indent - 3:
        indents.append(indent)
    return min(len(indents) - 1, 5)
