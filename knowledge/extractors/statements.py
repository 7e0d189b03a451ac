"""Sentences joined where only together they say something: a question with its answer, a label with its value."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from knowledge.document import Block
from knowledge.eligibility.dictionary import bundle_diplomas
from knowledge.eligibility.words import fold
from knowledge.extractors.units import read_units
from knowledge.source import Sentence, Source, split


@dataclass(frozen=True, slots=True)
class Statement:
    """`document.text[start:end] == text`; `label` is the nearest heading or row label, `section` all headings, both folded."""

    text: str
    start: int
    end: int
    block: Block
    folded: str
    label: str
    section: str

    @property
    def heading(self) -> bool:
        """Whether this is a heading."""
        return self.block.kind == "heading"


def statements_of(source: Source) -> list[Statement]:
    """The statements of the vacancy itself, in reading order, without what is said of other vacancies beside it."""
    own = {unit.block.start for unit in read_units(source).units}
    found: list[Statement] = []
    question = ""
    for block in source.main:
        if block.kind == "heading":
            question = ""
        elif _asks(block):
            question = fold(block.text.strip(" ?")) + "?"
            continue
        if block.start in own or block.kind == "heading":
            found += _answering(_of_block(source.document.text, block), question)
    return found


def _asks(block: Block) -> bool:
    """A paragraph that is a question, as in a list of questions and answers."""
    text = block.text.strip()
    return block.kind == "paragraph" and (text.endswith("?") or text.startswith("? ")) and len(text.split()) <= 14 and "\n" not in text


def _answering(statements: list[Statement], question: str) -> list[Statement]:
    """Statements below a question have it as their label."""
    if not question:
        return statements
    return [replace(s, label=question, section=f"{s.section} > {question}") for s in statements]


def _of_block(text: str, block: Block) -> list[Statement]:
    section = fold(" > ".join(block.heading))
    if block.kind == "row":
        return _of_row(block, section)
    label = fold(block.heading[-1]) if block.heading else ""
    found: list[Statement] = []
    pending: Sentence | None = None
    for sentence in split(block):
        start = pending.start if pending else sentence.start
        if block.kind != "heading" and _opens(sentence) and sentence.end < block.end:
            pending = pending or sentence
            continue
        for begin, end in _labelled(text, start, sentence.end):
            words = text[begin:end]
            found.append(Statement(words, begin, end, block, fold(words), label, section))
        pending = None
    return found


_LABEL = re.compile(
    r"(?<=[\w).,;])\s+(?=(?:Niveau|Diploma|Diplomavereisten?|Opleiding|Studierichting|Richting|Rijbewijs|Ervaring|Werkervaring|Talen|Taal"
    r"|Taalkennis|Leeftijd|Laatstejaars(?:studenten)?|Nationaliteit|Strafregister|Attesten|Statuut|Contract|Loon|Start|Werkplaats|Locatie|Uren"
    r"|Werkregime|Beschikbaarheid|Woonplaats|Medisch|Kennis|Competenties|Alternatief)\s?:\s)"
)


def _labelled(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Lines with a label of their own that the reader joined: 'Diploma: bachelor Rijbewijs: B'."""
    cuts = list(_LABEL.finditer(text, start, end))
    starts, ends = [start, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), end]
    return list(zip(starts, ends, strict=True))


def _opens(sentence: Sentence) -> bool:
    """A question, or a short label such as 'Met diploma.', says something only with what follows."""
    text = sentence.text.rstrip()
    return text.endswith("?") or (len(text.split()) <= 2 and text.endswith(".") and not bundle_diplomas(text))


def _of_row(block: Block, section: str) -> list[Statement]:
    cells = list(split(block))
    label = fold(cells[0].text) if len(cells) > 1 else section
    found: list[Statement] = []
    for cell in cells[1:] or cells:
        paragraph = Block("paragraph", cell.text, cell.start, cell.end)
        for sentence in split(paragraph):
            found.append(Statement(sentence.text, sentence.start, sentence.end, block, fold(sentence.text), label, f"{section} > {label}"))
    return found


def shortened(statement: Statement, length: int) -> Statement:
    """A statement without what follows its first `length` characters."""
    return replace(statement, text=statement.text[:length], folded=statement.folded[:length], end=statement.start + length)
