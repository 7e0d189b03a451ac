"""Which functions a document is about, and whether it is a vacancy at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.document import Block, Document
from knowledge.extractors.function_titles import announced_titles
from knowledge.extractors.general import titled_as_general
from knowledge.extractors.job_nouns import JOB_NOUN
from knowledge.extractors.job_titles import GENDER_MARK, singular, title_spans
from knowledge.extractors.title import extract_title
from knowledge.extractors.vacancy_signs import SIGNS, count_signs, is_vacancy
from knowledge.model import Fact
from knowledge.source import Source, split

_NUMBERED = re.compile(r"^\W*(?:job|functie|vacature|profiel|betrekking|plaats)\s*(?:\d|[A-C]\b|I{1,3}\b)", re.IGNORECASE)
_CHAPTER = re.compile(
    r"^\W*(?:(?:hoofdstuk|titel|deel|afdeling|artikel|punt|luik)\s+)?(?:[IVX]{1,5}|\d{1,2}(?:\.\d)*|[A-F])?[.):\s–-]*", re.IGNORECASE
)
_ANNOUNCES = re.compile(
    r"\b(?:twee|drie|vier|vijf|[2-9]|beide|verschillende|meerdere|elk(?:e)? van de)\s+(?:verschillende\s+|onderstaande\s+|volgende\s+"
    r"|openstaande\s+)?(?:functies|jobs|vacatures|betrekkingen|profielen|plaatsen|collega's)\b"
    r"|\ballebei\b|\bvoor alle (?:functies|jobs)\b|\belke functie\b",
    re.IGNORECASE,
)
# 'Kok. U hebt ...' or 'Beide functies: ...': the words that the rest of a paragraph is about.
_LABELLED = re.compile(r"^((?:[A-ZÀ-Ý][\w-]*)(?:\s[\w-]+){0,4})\s*(?:[.:](?:\s|$)|\s[–-]\s)")
_BETWEEN = re.compile(r",?\s+en\s+|;\s+|,\s+|\s+[–-]\s+")
_REFERS_BACK = re.compile(r"^(?:zij|ze|hij|die|dit|dat|deze|daarvoor|daarna|hiervoor|in dat geval)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Function:
    """One function: its id, the part of the document that is about it (shared blocks included), and its title."""

    id: str
    source: Source
    is_vacancy: bool
    title: Fact[str] | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """A function among several: where its title stands and the words that tell it from the others."""

    title: str
    start: int
    end: int
    marks: tuple[str, ...] = ()


def functions_in(document: Document) -> tuple[Function, ...]:
    """The functions of a document; one for a document that is no vacancy."""
    source = Source.of(document)
    title = extract_title(source)
    if title is None and count_signs(source) >= 6 and not titled_as_general(source):
        title = extract_title(source, floor=0)
    parts = _column_parts(source) or _section_parts(source) or _announced_parts(source)
    if not is_vacancy(source, title, several=len(parts) > 1):
        return (Function(document.id, source, False, title),)
    if len(parts) < 2:
        return (Function(document.id, source, True, title),)
    parts = _marked(parts)
    return tuple(
        Function(
            f"{document.id}--{slug(part.title)}",
            Source(document, tuple(_blocks_for(part, parts, source))),
            True,
            Fact(part.title, (source.cite(part.start, part.end),), confidence=0.95, derived=part.title != document.text[part.start : part.end]),
        )
        for part in parts
    )


def slug(title: str) -> str:
    """'Ploegbaas Wegenwerken' → 'ploegbaas-wegenwerken': lower case, accents stripped, everything else a dash."""
    folded = unicodedata.normalize("NFKD", title.casefold())
    return re.sub(r"[^a-z0-9]+", "-", "".join(char for char in folded if not unicodedata.combining(char))).strip("-")


def _column_parts(source: Source) -> list[_Part]:
    """Functions that are the columns of a table: a row with job titles in all cells but the first."""
    for index, block in enumerate(source.main):
        if block.kind != "row" or len(block.cells) < 3:
            continue
        following = [other for other in source.main[index + 1 : index + 4] if other.kind == "row" and len(other.cells) == len(block.cells)]
        found: list[_Part] = []
        offset = block.start
        for column, cell in enumerate(block.cells):
            span = next(iter(title_spans(cell)), None) if column else None
            if span and JOB_NOUN.search(cell[span[0] : span[1]]) and len(cell) < 80:
                found.append(_part(cell[span[0] : span[1]], offset + span[0]))
            offset += len(cell) + 3
        if len(found) == len(block.cells) - 1 and len(following) >= 2 and not any(find in block.cells[0].casefold() for find in ("naam", "wie")):
            titled = _section_parts(source)
            return titled if len(titled) == len(found) else found
    return []


def _section_parts(source: Source) -> list[_Part]:
    """Functions that have a section each: numbered headings ('Job 1 – ...'), or headings with (m/v/x) in a text that announces several."""
    text = "\n".join(block.text for block in source.main)
    announced = bool(_ANNOUNCES.search(text))
    headings = [block for block in source.main if block.kind == "heading"]
    numbered = [block for block in source.main if (block.kind == "heading" or _is_title_line(block)) and _NUMBERED.search(block.text)]
    marked = [block for block in headings if GENDER_MARK.search(block.text)] if announced else []
    chapters = [block for block in headings if _is_chapter(block.text)]
    if not announced:
        chapters = [block for block in chapters if _tells_as_a_vacancy(block, source)]
    for group in (numbered, marked, chapters):
        found: list[_Part] = []
        for block in group:
            if group is not numbered and block.level != group[0].level:
                continue
            lead = _NUMBERED.match(block.text) if group is numbered else None
            for start, end in title_spans(block.text):
                if lead and end <= lead.end() + 1:
                    continue
                if group is chapters:
                    start = max(start, _chapter_end(block.text))
                # What stands behind 'Job A:' is a title, also one that no list of job names has.
                if JOB_NOUN.search(block.text[start:end]) or (group is numbered and end - start < 40):
                    found.append(_part(block.text[start:end], block.start + start))
                    break
        if len({part.title.casefold() for part in found}) >= 2:
            return found
    return []


def _announced_parts(source: Source) -> list[_Part]:
    """Functions that the opening names side by side, when each of them has a section, a line or a row of its own further on."""
    titles = announced_titles(source)
    parts = _marked([_part(title, start) for title, start in titles])
    if len(parts) < 2 or not all(part.marks for part in parts):
        return []
    last = max(start for _, start in titles)
    owned = {title for block in source.main if block.start > last for title in [_owner(block, parts)] if title}
    return parts if len(owned) == len(parts) else []


_DECORATED = re.compile(r"^\W*[=*#~_>+-]{2,}|[=*#~_<+-]{2,}\W*$")


_SHARED_LINE = re.compile(
    r"^\W*(?:hoe\b|solliciteren|kandida|inschrijv|(?:ons )?aanbod|wat (?:bieden|krijg)|wij bieden|selectie|contact|inlichtingen|praktisch"
    r"|algemeen|(?:dit\s+)?(?:geldt\s+)?voor (?:beide|alle|allebei|iedereen|elke|de (?:twee|drie|vier|vijf))"
    r"|(?:de )?(?:beide|twee|drie|vier) (?:functies|jobs|vacatures)|beide|allebei|gemeenschappelijk|gelijk voor|alle functies"
    r"|procedure|loon|meer (?:info|weten)|vragen|privacy)",
    re.IGNORECASE,
)


def _owner(block: Block, parts: Sequence[_Part]) -> str | None:
    """The one function whose section, labelled paragraph or row begins with this block."""
    text = block.cells[0] if block.kind == "row" and block.cells else block.text
    if block.kind == "heading" or block.kind == "row" or _is_title_line(block):
        return next((part.title for part in parts if _names_function(text, part, parts)), None)
    label = _LABELLED.match(text)
    named = _mentioned(label[1], parts) if label else set()
    return named.pop() if len(named) == 1 else None


def _is_title_line(block: Block) -> bool:
    """A short line without a full stop that stands as a heading in plain text."""
    text = block.text.strip()
    return block.kind == "paragraph" and len(text) < 70 and (bool(_DECORATED.search(text)) or text.isupper() or text[-1:] not in ".,;")


def _tells_as_a_vacancy(heading: Block, source: Source) -> bool:
    """Whether the text below a heading tells what a vacancy tells: conditions, pay, contract, selection, applying."""
    path = (*heading.heading, heading.text)
    below = "\n".join(block.text for block in source.main if block.heading[: len(path)] == path and block.start > heading.start)
    return sum(bool(sign.search(below)) for sign in SIGNS[:-1]) >= 3


def _is_chapter(heading: str) -> bool:
    """Whether a heading is nothing but a number and a job title ('Hoofdstuk II. Boekhouder')."""
    rest = _TRIMMINGS.sub("", _CHAPTER.sub("", heading)).strip()
    spans = title_spans(rest)
    return (
        len(spans) == 1
        and len(rest) < 70
        and JOB_NOUN.search(rest) is not None
        and spans[0][1] - spans[0][0] >= len(rest) - 12
        and not rest.endswith("?")
    )


# '(B1-B3, voltijds)', '– halftijds, contractueel': what may stand behind the title in its heading.
_TRIMMINGS = re.compile(
    r"\s*(?:\([^)]*\)|[–,;:|-]\s*(?:(?:\d|één|een|twee|drie|niveau|graad|schaal|barema|voltijds|deeltijds|halftijds|contractueel|statutair|vervang\w*|tijdelijk|vast"
    r"|m/v|[A-E]\d)\b.*))+$",
    re.IGNORECASE,
)


def _chapter_end(heading: str) -> int:
    number = _CHAPTER.match(heading)
    return number.end() if number else 0


def _part(printed: str, start: int) -> _Part:
    printed = printed.rstrip(" =*#~_+-")
    return _Part(singular(printed.lower() if printed.isupper() else printed), start, start + len(printed))


def _marked(parts: Sequence[_Part]) -> list[_Part]:
    """Each part with patterns for the words that only its title has."""
    words = [{word.casefold() for word in re.findall(r"[^\W\d_]{3,}", part.title)} - {"van", "het", "voor", "met"} for part in parts]
    marked = []
    for part, own in zip(parts, words, strict=True):
        others = set().union(*(other for other in words if other is not own))
        marks = tuple(
            rf"(?<![\w-]){word}(?:s|ken)?\b" if len(word) < 5 else rf"(?<![\w-]){word[: max(5, len(word) - 2)]}" for word in sorted(own - others)
        )
        marked.append(replace(part, marks=marks))
    return marked


def _mentioned(text: str, parts: Sequence[_Part]) -> set[str]:
    return {part.title for part in parts if any(re.search(mark, text, re.IGNORECASE) for mark in part.marks)}


def _blocks_for(part: _Part, parts: Sequence[_Part], source: Source) -> Iterator[Block]:
    """The blocks about this function: its own sections and columns, and what all functions share."""
    columns: dict[int, str] | None = None
    line: str | None = None
    shared = _shared_headings(parts, source)
    for block in source.blocks:
        if cut := next((depth for depth, heading in enumerate(block.heading) if heading in shared), None):
            block = replace(block, heading=block.heading[cut:])
        line = _line_scope(block, line, parts)
        if line not in (None, part.title):
            continue
        headed = [other.title for title in block.heading for other in parts if _names_function(title, other, parts)]
        if headed and part.title not in headed:
            columns = None
            continue
        if block.kind == "heading" and _names_function(block.text, part, parts):
            yield block
        elif block.kind == "heading" and any(_names_function(block.text, other, parts) for other in parts):
            continue
        elif block.kind == "row":
            titles = _column_titles(block, parts)
            columns = titles or (columns if columns and max(columns) < len(block.cells) else None)
            if columns and not titles:
                yield from _column(block, next((column for column, title in columns.items() if title == part.title), None))
            elif not columns:
                about = _mentioned(block.text, parts)
                if not about or part.title in about or headed:
                    yield block
        else:
            columns = None
            yield from [block] if headed else _shared(block, part, parts)


def _shared_headings(parts: Sequence[_Part], source: Source) -> frozenset[str]:
    """Headings about applying, selection and the like that stand below the last function only: they hold for all of them.

    A reader that gives 'SOLLICITEREN' a lower level than 'FUNCTIE 2 - BIBLIOTHECARIS' would make it a part of that function.
    """
    under: dict[str, list[str]] = {part.title: [] for part in parts}
    for block in source.main:
        if block.kind == "heading":
            for part in parts:
                if any(_names_function(heading, part, parts) for heading in block.heading):
                    under[part.title].append(block.text)
    last = max(parts, key=lambda part: part.start)
    if any(headings for title, headings in under.items() if title != last.title):
        return frozenset()
    return frozenset(heading for heading in under[last.title] if _SHARED_LINE.match(heading))


def _line_scope(block: Block, scope: str | None, parts: Sequence[_Part]) -> str | None:
    """The function whose title line was the last one above a block, until a heading or another such line."""
    if block.kind == "heading":
        return None
    if not _is_title_line(block):
        return scope
    owner = next((part.title for part in parts if _names_function(block.text, part, parts)), None)
    ends = bool(_DECORATED.search(block.text) or _SHARED_LINE.match(block.text)) or block.text.isupper() or block.text.rstrip().endswith(("?", ":"))
    return owner or (None if ends else scope)


def _names_function(heading: str, part: _Part, parts: Sequence[_Part]) -> bool:
    """Whether a heading announces this function's own section: a numbered or marked title, or little more than the title."""
    if _mentioned(heading, parts) != {part.title}:
        return False
    return bool(_NUMBERED.search(heading) or GENDER_MARK.search(heading)) or len(heading.split()) <= len(part.title.split()) + 4


def _column_titles(block: Block, parts: Sequence[_Part]) -> dict[int, str]:
    found = {}
    for column, cell in enumerate(block.cells):
        about = _mentioned(cell, parts)
        if column and len(about) == 1 and len(cell) < 80:
            found[column] = about.pop()
    return found if len(set(found.values())) >= 2 else {}


def _column(block: Block, column: int | None) -> Iterator[Block]:
    """The label and this function's cell of a row: the first column as a row, another as lines under the label as their heading."""
    if column is None or column >= len(block.cells):
        return
    start = block.start + sum(len(cell) + 3 for cell in block.cells[:column])
    cell, label = block.cells[column], block.cells[0]
    if not cell.strip():
        return
    heading = (*block.heading, label) if label.strip() else block.heading
    for line in cell.split("\n"):
        if line.strip():
            yield Block("paragraph", line, start, start + len(line), heading, page=block.page, region=block.region)
        start += len(line) + 1


def _shared(block: Block, part: _Part, parts: Sequence[_Part]) -> Iterator[Block]:
    """A block outside the functions' own sections, without its sentences that are about another function only."""
    if not _mentioned(block.text, parts) or block.kind == "heading":
        yield block
        return
    keep, scope = True, set[str]()
    for sentence in split(block):
        label = _LABELLED.match(sentence.text)
        if label and (named := _mentioned(label[1], parts) or _ANNOUNCES.search(label[1])):
            scope = named if isinstance(named, set) else set()
        for start, end in _clauses(sentence.text, parts):
            text = sentence.text[start:end]
            about = _mentioned(re.sub(r"\([^)]*\)", " ", text), parts) or scope
            if about or not _REFERS_BACK.match(text):
                keep = not about or part.title in about
            if keep:
                yield replace(block, text=text, start=sentence.start + start, end=sentence.start + end)


def _clauses(sentence: str, parts: Sequence[_Part]) -> list[tuple[int, int]]:
    """A sentence that tells of one function after the other, cut between them; else the sentence as it is."""
    mentions = []
    for part in parts:
        hits = [match.start() for mark in part.marks for match in re.finditer(mark, sentence, re.IGNORECASE)]
        if hits:
            mentions.append((min(hits), max(hits)))
    mentions.sort()
    if len(mentions) < 2 or any(first[1] > second[0] for first, second in pairwise(mentions)):
        return [(0, len(sentence))]
    cuts = [0]
    for first, second in pairwise(mentions):
        gaps = list(_BETWEEN.finditer(sentence, first[1], second[0]))
        if not gaps:
            return [(0, len(sentence))]
        cuts.append(gaps[-1].end())
    cuts.append(len(sentence))
    return list(pairwise(cuts))
