"""Measures retrieval and answers on questions whose evidence is known: recall, reciprocal rank, answers, abstention."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.language.text import fold
from index.query import in_context
from index.search import Searcher
from knowledge.document import Document

ANSWERABLE = frozenset({"fact", "passage", "past_date", "infosession_signup"})
UNANSWERABLE = "unanswerable"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Question:
    """A labelled question about one document. `evidence` are literal strings of the document that answer; () when nothing does.

    `expect` are groups of strings, one of each of which an answer must hold (() when only the evidence counts).
    """

    id: str
    document_id: str
    text: str
    kind: str
    evidence: tuple[str, ...]
    expect: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """`rank` of the first passage with evidence (None: not among the first ten); `overall_rank` the same over all documents."""

    question: Question
    rank: int | None
    overall_rank: int | None
    answered: bool
    right: bool
    confidence: float
    quoted: str


def load_questions(paths: Iterable[Path], evidence: Mapping[str, Sequence[str]] | None = None) -> list[Question]:
    """Questions of JSON lines files that are about one document; `evidence` adds labels by id.

    Raises:
        ValueError: an answerable question has no evidence.
    """
    found = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["kind"] not in ANSWERABLE | {UNANSWERABLE} or not row.get("bundle") or row.get("background"):
                continue  # what only a background document answers is no question about the bundle
            labels = tuple(row.get("evidence") or (evidence or {}).get(row["id"], ()))
            if not labels and row["kind"] != UNANSWERABLE:
                if row["kind"] in ("fact", "passage"):
                    raise ValueError(f"question {row['id']} has no evidence")
                continue
            expect = tuple(tuple(group) for group in row.get("expect", {}).get("must_contain_any", ()) if _quotable(group, labels))
            text = in_context(row["question"], row["history"][-1]) if row.get("history") else row["question"]
            found.append(Question(row["id"], Path(row["bundle"]).stem if "." in row["bundle"] else row["bundle"], text, row["kind"], labels, expect))
    return found


def _quotable(group: Iterable[str], evidence: Iterable[str]) -> bool:
    """Whether the evidence says one of the strings: a quote can't say "voorbij", the dialogue adds that."""
    flat = " ".join(fold(" ".join(evidence)).split())
    return any(" ".join(fold(option).split()) in flat for option in group)


def spans(text: str, evidence: Iterable[str]) -> list[Span]:
    """Where evidence stands in a text; only letters and digits count, so that layouts need not agree."""
    places = [place for place, character in enumerate(text) if character.isalnum()]
    flat = "".join(fold(text[place]) for place in places)
    found = []
    for literal in evidence:
        wanted = "".join(fold(character) for character in literal if character.isalnum())
        at = flat.find(wanted)
        while wanted and at >= 0:
            found.append((places[at], places[at + len(wanted) - 1] + 1))
            at = flat.find(wanted, at + 1)
    return found


def holds(start: int, end: int, wanted: Sequence[Span], share: float = 0.8) -> bool:
    """Whether a slice holds (most of) a piece of evidence, or is itself a part of one."""
    for first, last in wanted:
        common = min(end, last) - max(start, first)
        if common > 0 and (common >= share * (last - first) or common >= share * (end - start)):
            return True
    return False


def evaluate(searcher: Searcher, documents: Mapping[str, Document], questions: Sequence[Question], *, overall: bool = True) -> list[Outcome]:
    """Asks every question of its own document (and, for rank over all, of the whole collection)."""
    outcomes = []
    for question in questions:
        document = documents[question.document_id]
        wanted = spans(document.text, question.evidence)
        rank = overall_rank = None
        if wanted:
            rank = _rank(searcher, question, wanted, {question.document_id})
            overall_rank = _rank(searcher, question, wanted, None) if overall else None
        found = searcher.answer(question.text, vacancy_ids={question.document_id})
        quoted = "\n".join(part for quote in found.quotes for part in (quote.section or "", quote.text))
        right = found.outcome == "answered" and _right(question, quoted, [(quote.start, quote.end) for quote in found.quotes], wanted)
        outcomes.append(Outcome(question, rank, overall_rank, found.outcome == "answered", right, found.confidence, quoted))
    return outcomes


def _rank(searcher: Searcher, question: Question, wanted: Sequence[Span], ids: set[str] | None) -> int | None:
    for place, hit in enumerate(searcher.search(question.text, vacancy_ids=ids, limit=10), 1):
        if hit.passage.document_id == question.document_id and holds(hit.passage.start, hit.passage.end, wanted):
            return place
    return None


def _right(question: Question, quoted: str, quotes: Sequence[Span], wanted: Sequence[Span]) -> bool:
    """Whether the quotes hold what an answer must say, or a piece of evidence where nothing is prescribed."""
    if question.expect:
        flat = " ".join(fold(quoted).split())
        return all(any(" ".join(fold(option).split()) in flat for option in group) for group in question.expect)
    return any(holds(start, end, wanted) for start, end in quotes)


@dataclass(frozen=True, slots=True)
class Figure:
    """A share with its 95 % bootstrap interval over `count` questions."""

    value: float
    low: float
    high: float
    count: int


def figure(values: Sequence[float], rounds: int = 1000) -> Figure:
    """The mean with its percentile bootstrap interval (fixed seed); 0 over no values."""
    if not values:
        return Figure(0.0, 0.0, 0.0, 0)
    sample = np.array(values, dtype=float)
    drawn = np.random.default_rng(11).integers(0, len(sample), size=(rounds, len(sample)))
    low, high = np.percentile(sample[drawn].mean(axis=1), [2.5, 97.5])
    return Figure(float(sample.mean()), float(low), float(high), len(sample))


def _within(k: int, rank: Callable[[Outcome], int | None]) -> Callable[[Outcome], float]:
    return lambda outcome: float((rank(outcome) or 99) <= k)


MEASURES: dict[str, tuple[Callable[[Outcome], float], bool | None]] = {
    "recall@1": (_within(1, lambda outcome: outcome.rank), True),
    "recall@3": (_within(3, lambda outcome: outcome.rank), True),
    "recall@5": (_within(5, lambda outcome: outcome.rank), True),
    "mrr": (lambda outcome: 1 / outcome.rank if outcome.rank else 0.0, True),
    "overall recall@3": (_within(3, lambda outcome: outcome.overall_rank), True),
    "answers right": (lambda outcome: float(outcome.right), True),
    "wrongly declined": (lambda outcome: float(not outcome.answered), True),
    "rightly declined": (lambda outcome: float(not outcome.answered), False),
}
"""Per measure how an outcome counts, and over which questions: with evidence (True) or without (False)."""


def summarise(outcomes: Sequence[Outcome]) -> dict[str, dict[str, Figure]]:
    """Measure → kind ("all" first) → figure."""
    table: dict[str, dict[str, Figure]] = {}
    for name, (value, answerable) in MEASURES.items():
        kept = [outcome for outcome in outcomes if bool(outcome.question.evidence) is answerable]
        kinds = sorted({outcome.question.kind for outcome in kept})
        table[name] = {"all": figure([value(outcome) for outcome in kept])}
        if len(kinds) > 1:
            table[name] |= {kind: figure([value(outcome) for outcome in kept if outcome.question.kind == kind]) for kind in kinds}
    return table


def compare(first: Sequence[Outcome], second: Sequence[Outcome]) -> dict[str, Figure]:
    """Per measure the paired difference (first minus second) with its interval."""
    table = {}
    for name, (value, answerable) in MEASURES.items():
        pairs = [(a, b) for a, b in zip(first, second, strict=True) if bool(a.question.evidence) is answerable]
        table[name] = figure([value(a) - value(b) for a, b in pairs])
    return table
