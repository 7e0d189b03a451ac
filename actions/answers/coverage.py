"""Which of the question's own words a sentence of the bundle speaks of: what a quote is checked by, and what is tried where the search abstains."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from actions.answers.base import Ask, source_of
from actions.answers.kinds import holds_place
from actions.vacancy_choice import fold
from index.answer_types import AnswerType, asked_types, held_types
from index.answering import LIST
from index.language.compounds import is_part
from index.language.mentions import mentions
from index.language.text import stem
from index.query import Term, analyse, parts
from knowledge.catalog import employer_of, title_of
from knowledge.document import Block
from knowledge.model import Citation
from knowledge.source import Sentence, Source, split

_LED = 0.5
"""How much a mention in the heading above counts beside one in the sentence itself."""
_LONG = 320  # characters: an item or row longer than this is quoted by its sentence or cell
_COMMON = 0.12
"""A word that stands in more than this share of the bundle's lines tells little about any of them."""


@dataclass(frozen=True, slots=True)
class Line:
    """What can be quoted by itself: a table row, a short list item or a sentence; `led` is what it stands under."""

    start: int
    end: int
    text: str
    led: str
    block: Block


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of what is asked a line speaks of: `share` 0..1 weighed by rarity, `own` the terms that stand in the line itself."""

    line: Line
    share: float
    own: frozenset[int]
    all: frozenset[int]
    kinds: int


def lines_of(source: Source) -> list[Line]:
    """The lines of a vacancy that can be quoted, without headings."""
    found: list[Line] = []
    lead = ""
    for block in source.main:
        if block.kind == "heading":
            lead = ""
            continue
        section = block.heading[-1] if block.heading else ""
        led = f"{section} ; {lead if block.kind == 'item' else ''}"
        if block.kind == "row" and len(block.text) > _LONG:
            label = block.cells[0] if block.cells and len(block.cells[0]) < 60 else ""
            found += [
                Line(start, end, block.text[start - block.start : end - block.start], f"{led} ; {label}", block) for start, end in pieces(block)
            ]
            continue
        if block.kind == "row" or (block.kind == "item" and len(block.text) <= _LONG):
            titles = " | ".join(block.header) if block.kind == "row" and block.header != block.cells else ""
            if block.kind != "row" or not block.header or block.header != block.cells:
                found.append(Line(block.start, block.end, block.text, f"{led} ; {titles}", block))
            continue
        found += [Line(item.start, item.end, item.text, led, block) for item in _joined(list(split(block)))]
        lead = block.text if block.text.rstrip().endswith(":") else ""
    return found


def pieces(block: Block) -> list[tuple[int, int]]:
    """The spans of the sentences of a long table row, cell by cell."""
    spans = []
    for cell in split(block):
        start = cell.start
        for match in [*_BOUNDARY.finditer(cell.text), None]:
            end = cell.start + (match.start() if match else len(cell.text))
            if end > start:
                spans.append((start, end))
            start = cell.start + match.end() if match else end
    return spans


_BOUNDARY = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý])|\n")


def _joined(sentences: Sequence[Sentence]) -> Iterable[Sentence]:
    """Sentences, a question of the bundle's own joined to its answer."""
    waiting: Sentence | None = None
    for sentence in sentences:
        if waiting is not None:
            text = f"{waiting.text} {sentence.text}"
            sentence = Sentence(text, waiting.start, sentence.end, sentence.block)
            waiting = None
        if sentence.text.rstrip().endswith("?") and len(sentence.text) < 120:
            waiting = sentence
            continue
        yield sentence
    if waiting is not None:
        yield waiting


def key_terms(ask: Ask) -> tuple[Term, ...]:
    """What the question asks about, without the names of the vacancy and of its employer, which all of the bundle is about."""
    title = title_of(ask.vacancy) if ask.document.id == ask.vacancy.id else ""  # several functions in one document are told apart by their titles
    names = mentions(f"{title} ; {employer_of(ask.vacancy)}")
    terms = tuple(term for term in analyse(ask.text).terms if not term.implied and not term.background)
    return tuple(term for term in terms if not names.has(term.keys, term.word)) or terms


def words_of_the_bundle(ask: Ask) -> int:
    """How many things the message names that the bundle speaks of in the same words, besides the vacancy and its employer."""
    said = mentions(ask.document.text)
    return sum(term.word in said.words or stem(term.word) in said.stems for term in key_terms(ask))


def asked_kinds(ask: Ask) -> frozenset[AnswerType]:
    """The kinds of value that the question asks for."""
    return asked_types(analyse(ask.text).words)


def weights(terms: Sequence[Term], lines: Sequence[Line]) -> list[float]:
    """The inverse document frequency of each term among the lines."""
    counts = [sum(mentions(line.text).has(term.keys, term.word) for line in lines) for term in terms]
    return [math.log(1 + len(lines) / (0.5 + count)) for count in counts]


def covered(ask: Ask, lines: Sequence[Line]) -> list[Coverage]:
    """The lines that speak of something that is asked, those that speak of most first."""
    terms, kinds = key_terms(ask), asked_kinds(ask)
    if not terms or not lines:
        return []
    weight = weights(terms, lines)
    found = []
    for line in lines:
        said, led = mentions(line.text), mentions(line.led)
        own = frozenset(at for at, term in enumerate(terms) if said.has(term.keys, term.word))
        if not own:
            continue
        above = frozenset(at for at, term in enumerate(terms) if led.has(term.keys, term.word)) - own
        share = (sum(weight[at] for at in own) + _LED * sum(weight[at] for at in above)) / sum(weight)
        found.append(Coverage(line, share, own, own | above, len(kinds & held_types(line.text))))
    return sorted(found, key=lambda item: (-item.kinds, -item.share, item.line.start))


def naming_all(ask: Ask, is_answer: Callable[[str], bool], is_of_topic: Callable[[str], bool]) -> tuple[Citation, ...]:
    """The line that speaks of everything that is asked and holds each kind of value that is asked; () where there is none or nothing is asked.

    Words of the topic itself (`is_of_topic`) need no mention. At least one word must stand there itself, not only another one for it.
    """
    source = source_of(ask)
    lines = lines_of(source)
    terms, kinds = key_terms(ask), asked_kinds(ask)
    needed = frozenset(at for at, term in enumerate(terms) if not is_of_topic(term.word))
    if not needed:
        return ()
    whole = [
        item
        for item in covered(ask, lines)
        if needed <= item.all and needed & item.own and _holds_all(ask, item.line, kinds) and is_answer(item.line.text)
    ]
    whole = [item for item in whole if any(_says_itself(item.line.text, terms[at]) for at in needed & item.own)]
    if len(needed) == 1 and not kinds and len(whole) > max(2, _COMMON * len(lines)):
        return ()
    if not whole:
        return ()
    best = max(whole, key=lambda item: (item.share, -len(item.line.text)))
    return (source.cite(best.line.start, best.line.end),)


def _says_itself(text: str, term: Term) -> bool:
    """Whether a text holds the term's own word, alone or in a compound, or its hypernym; not only another word that may stand for it."""
    own, stems = stem(term.word), mentions(text).stems
    root = own[: max(5, len(own) - 2)]
    return own in stems or any(is_part(own, other) or (len(own) > 5 and other.startswith(root)) for other in stems)


def _holds_all(ask: Ask, line: Line, kinds: frozenset[AnswerType]) -> bool:
    """Whether a line holds each kind of value that is asked; a person only by name, or as who does it ("door een extern bureau")."""
    held = held_types(line.text)
    for kind in kinds:
        if kind == "person":
            if not (_NAMED.search(line.text) or _DONE_BY.search(line.text)):
                return False
        elif kind == "place":
            if not (holds_place(line.text) or _SOMEWHERE.search(line.text)):
                return False
        elif kind not in held:
            return False
    return True


_NAMED = re.compile(r"\b[A-ZÀ-Ý][\w'’-]+ (?:(?:[Dd]e|[Vv]an|[Dd]en|[Dd]er|[EÉ]l|el|le|te|ter|ten) ){0,2}[A-ZÀ-Ý][\w'’-]+")
_DONE_BY = re.compile(
    r"\b[Bb]ij (?:bureau |firma )?[A-ZÀ-Ý]\w{3,}|\b[Dd]oor (?:het |een |de |onze? )?\w{4,}|\b(?:verzorgt|doet|organiseert"
    r"|neemt .{0,30} af)\b"
)
_SOMEWHERE = re.compile(
    r"\b(?:op|aan|achter|naast|tegenover|rond|onder|vlak bij|bij|voor) (?:de|het|ons"
    r"|onze) [a-z]{4,}\b(?<!week)(?<!maand)(?<!dienst)"
)


def to_the_point(ask: Ask, citations: Sequence[Citation]) -> list[Citation]:
    """The quotes without those that add nothing to what the others tell of the question; a line that tells more of it goes first.

    A quote adds something where it speaks of a word of the question that the ones before don't, or holds a kind of value that they lack. Where a
    list is asked for, all that stand in the first one's part stay.
    """
    terms, kinds = key_terms(ask), asked_kinds(ask)
    if not citations or not terms:
        return list(citations[:1]) if not terms and not kinds else list(citations)
    source = source_of(ask)
    lines = lines_of(source)
    weight = weights(terms, lines)

    def spoken(citation: Citation) -> frozenset[int]:
        said = mentions(f"{citation.quote} ; {citation.section or ''}")
        return frozenset(at for at, term in enumerate(terms) if said.has(term.keys, term.word))

    def share(found: frozenset[int]) -> float:
        return sum(weight[at] for at in found) / sum(weight)

    citations = [_narrowed(source, lines, terms, citation) for citation in citations]
    lead = next((citation for citation in citations if spoken(citation)), citations[0])
    if asks_for_a_list(ask) and len(citations) > 2:
        return list(citations)
    kept = [citation for citation in citations if citation is lead or spoken(citation) or _same_answer(lead, citation)]
    best = max(covered(ask, lines), key=lambda item: (item.share, item.kinds, -len(item.line.text)), default=None)
    told, first = len(kinds & held_types(kept[0].quote)), spoken(kept[0])
    plainly_more = best is not None and best.kinds >= told and best.own > first and best.share > share(first) + _PLAINLY_MORE
    if best is not None and not asks_for_a_list(ask) and (plainly_more or (best.own >= first and best.kinds > told)):
        more = source.cite(best.line.start, best.line.end)
        kept = [more, *(citation for citation in kept if not more.start <= citation.start < more.end)]
    if len(parts(ask.text)) > 1:
        return kept
    kept = _with_its_unit(ask, kept)
    if asks_for_a_list(ask):
        return [citation for citation in kept if citation.section == kept[0].section]
    chosen: list[Citation] = []
    known: frozenset[int] = frozenset()
    held: frozenset[AnswerType] = frozenset()
    for citation in kept:
        own = held_types(citation.quote) & kinds
        if not chosen or spoken(citation) - known or own - held or _same_answer(chosen[0], citation):
            chosen.append(citation)
            known, held = known | spoken(citation), held | own
    return chosen if _same_answer(chosen[0], chosen[-1]) else chosen[:_MOST]


def _same_answer(first: Citation, other: Citation) -> bool:
    """Whether two quotes stand under one question of the bundle, which they answer together."""
    return first.section == other.section and first.section is not None and first.section.rstrip().endswith("?")


def _narrowed(source: Source, lines: Sequence[Line], terms: Sequence[Term], citation: Citation) -> Citation:
    """A quote too long to show as the lines in it that speak of what is asked, where those say it in less."""
    inside = [line for line in lines if citation.start <= line.start and line.end <= citation.end]
    if len(citation.quote) <= _LONG or len(inside) < 2:
        return citation
    shared = [sum(mentions(line.text).has(term.keys, term.word) for term in terms) for line in inside]
    best = shared.index(max(shared))
    last = best + 1 if best + 1 < len(inside) and inside[best + 1].end - inside[best].start <= _LONG else best
    return source.cite(inside[best].start, inside[last].end) if max(shared) else citation


def _with_its_unit(ask: Ask, citations: list[Citation]) -> list[Citation]:
    """The quotes that count what is asked ("hoeveel dagen?") before those that count something else."""
    asked = _UNIT_ASKED.search(ask.folded)
    if asked is None:
        return citations
    unit = next(pattern for cue, pattern in _UNITS if re.match(cue, asked[1]))
    return sorted(citations, key=lambda citation: re.search(rf"\d\S*(?: [\w-]+)? ?\w*{unit}", fold(citation.quote)) is None)


_UNIT_ASKED = re.compile(
    r"(?:hoeveel|how many|combien de) (?:\w+ )?(dagen|days|jours|uren|uur|hours|heures|weken|weeks|semaines|minuten|minutes"
    r"|maanden|months|jaar|years)"
)
_UNITS = (
    (r"da|jours", "dag"), (r"u|h", r"(?:uur|uren|u\b)"), (r"we|se", "we(?:ek|ken)"), (r"minu", "min"), (r"ma|mo", "maand"), (r"ja|ye", "ja(?:ar"
    r"|ren)"),
)  # fmt: skip
_PLAINLY_MORE = 0.25
_MOST = 2


def asks_for_a_list(ask: Ask) -> bool:
    """Whether the question asks for everything of a kind rather than for one thing."""
    return LIST.search(" ".join(analyse(ask.text).words)) is not None
