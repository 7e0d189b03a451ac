"""What the bundle tells of one step of the selection: its own facts, then the sentences that stand with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from actions.answers.base import Ask
from actions.vacancy_choice import fold
from knowledge.model import Citation, Fact, SelectionStep
from knowledge.source import Sentence, Source

_MOST = 420


_MARK_BEFORE = re.compile(r"(?:wie|als je|indien (?:je|u)|haal je|slaag je|de kandidaten die)\b.{0,40}(?:haal|slaag|scoor|behaal|geslaagd)")
_WORD = re.compile(r"[^\W\d_]{3}")


def region(ask: Ask, fact: Fact[SelectionStep]) -> tuple[Citation, ...]:
    """The sentences about a step: from the one that names it to the next step or heading, a table row as a whole; at most 420 characters."""
    if not fact.citations:
        return ()
    source = Source.of(ask.document)
    first = min(fact.citations, key=lambda citation: citation.start)
    block = ask.document.block_at(first.start)
    if block is not None and block.kind == "row":
        return (source.cite_block(block),)
    start = first.start
    others = [citation.start for other in ask.vacancy.selection if other is not fact for citation in other.citations]
    limit = min((other for other in others if other > start), default=len(ask.document.text))
    # "Wie 12 op 20 haalt, komt langs voor een gesprek" tells the mark of the test before.
    following = [
        sentence
        for sentence in source.sentences
        if sentence.end > start and (sentence.start < limit or (sentence.start == limit and _MARK_BEFORE.match(fold(sentence.text))))
    ]
    chosen = _until_heading(following)
    return tuple(source.cite_sentence(sentence) for sentence in chosen if _WORD.search(sentence.text))


def _until_heading(sentences: Sequence[Sentence]) -> list[Sentence]:
    kept = list(sentences[:1])
    size = len(kept[0].text) if kept else 0
    path = kept[0].block.heading if kept else ()
    for sentence in takewhile(lambda sentence: sentence.block.kind not in ("heading", "row"), sentences[1:]):
        size += len(sentence.text)
        below = kept[0].block.kind == "heading" and sentence.block.heading[: len(path)] == path
        if size > _MOST or not (below or sentence.block.heading == path):
            break
        # A list item tells of its own step only; what follows a bare name is its description.
        if sentence.block is not kept[0].block and kept[0].block.kind == "item" and sentence.block.kind == "item":
            break
        kept.append(sentence)
    return kept
