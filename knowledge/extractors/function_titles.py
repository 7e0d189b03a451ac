"""The titles of several functions that a document announces together: 'zoekt een kok en een keukenhulp', 'A of B gezocht', a lettered list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.document import Block
from knowledge.extractors.job_nouns import JOB_NOUN
from knowledge.extractors.job_titles import SEEKS, title_spans
from knowledge.source import Source

# How far into a document its functions are announced.
_OPENING = 14
_LABEL = re.compile(r"^\W*(?:vacatures?|functies?|jobs?|betrekkingen?|betreft|onderwerp|profielen)\W*$", re.IGNORECASE)
_ANNOUNCES = re.compile(
    r"gezocht|vacatures?\b|vacant|betrekkingen|namelijk|te begeven|aanwerving|openverklaring|jobs\b|functies\b|collega'?s", re.IGNORECASE
)
_BETWEEN = re.compile(
    r"\s+(?:en/of|en|of|alsook|evenals|&|\+)\s+|\s*[,;]\s*(?:en\s+|of\s+)?|\s+[/|]\s+|(?<=[a-zà-ÿ])/(?=[a-zà-ÿ]{4})|\s+[–-]\s+|\s*:\s*", re.IGNORECASE
)
_COUNT = re.compile(
    r"^(?:(?:\(?\d+\)?|een|één|twee|drie|vier|enkele|meerdere|nieuwe|extra|voltijdse?|halftijdse?|deeltijdse?|contractuele|statutaire|vaste"
    r"|vervangende?"
    r"|betrekking(?:en)?\s+van|plaats(?:en)?\s+(?:van|als)|functie\s+van|job\s+van|de|het|voor|als|van|ook)\b\s*x?\s*)+",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"^\W*(?:[A-Da-d]|\d|I{1,3}|IV)[.):]\s+|^\W+")


def announced_titles(source: Source) -> list[tuple[str, int]]:
    """The titles that the opening names side by side, each with its offset; [] where it names one only."""
    found: list[tuple[str, int]] = []
    listing = False
    for block in source.main[:_OPENING]:
        own = list(_in_list_line(block)) if listing and (block.kind == "item" or _LETTERED.match(block.text)) else []
        if not own:
            listing = block.text.rstrip().endswith(":") and bool(SEEKS.search(block.text) or _ANNOUNCES.search(block.text))
            together = list(_side_by_side(block))
            own = together if len({title.casefold() for title, _ in together}) > 1 else []
        found += [(title, start) for title, start in own if title.casefold() not in {other.casefold() for other, _ in found}]
        if len(found) > 1 and not listing:
            break
    return found if len(found) > 1 else []


def _in_list_line(block: Block) -> Iterator[tuple[str, int]]:
    lead = _LETTERED.match(block.text)
    yield from _titles(block.text, lead.end() if lead else 0, len(block.text), block.start, first_only=True)


def _side_by_side(block: Block) -> Iterator[tuple[str, int]]:
    """Titles joined by 'en', 'of', a comma or a slash after words that seek somebody, or in a heading."""
    text = block.text
    start, end = 0, len(text)
    if block.kind == "row":
        if len(block.cells) < 2 or not _LABEL.match(block.cells[0]):
            return
        start = len(block.cells[0]) + 3
    elif block.kind != "heading":
        seeks = SEEKS.search(text)
        if seeks is None and not _ANNOUNCES.search(text):
            return
        start = seeks.end() if seeks and "gezocht" not in seeks.group().lower() else 0
    stop = re.search(r"[.!?](?:\s|$)", text[start:])
    end = start + stop.start() if stop else end
    seeks = next((match for match in SEEKS.finditer(text, start, end) if "gezocht" not in match.group().lower()), None)
    start = seeks.end() if seeks and block.kind == "heading" else start
    yield from _titles(text, start, end, block.start)


def _titles(text: str, start: int, end: int, offset: int, *, first_only: bool = False) -> Iterator[tuple[str, int]]:
    cuts = [start, *(match.end() for match in _BETWEEN.finditer(text, start, end))]
    stops = [*(match.start() for match in _BETWEEN.finditer(text, start, end)), end]
    for begin, stop in zip(cuts, stops, strict=True):
        count = _COUNT.match(text[begin:stop])
        begin += count.end() if count else 0
        span = next(iter(title_spans(text[begin:stop])), None)
        if span and JOB_NOUN.search(text[begin + span[0] : begin + span[1]]) and len(text[begin + span[0] : begin + span[1]].split()) <= 6:
            yield text[begin + span[0] : begin + span[1]], offset + begin + span[0]
            if first_only:
                return
