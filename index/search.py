"""Hybrid search: which passages are about a question, and which sentences of a vacancy answer it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from index.answering import MAX_CHARACTERS, Candidate, abstain_features, choose, probability
from index.encoder.interface import Encoder
from index.language.mentions import mentions
from index.mentioning import mentioning
from index.query import Query, analyse, parts
from index.ranking import FEATURES, Evidence, Floats, evidence
from index.results import Found, Hit, Quote
from index.snapshot import Ids, Snapshot
from index.storage import UnusableIndexError, load_snapshot
from index.weights import Weights, load_weights

__all__ = ["Found", "Hit", "Quote", "Searcher", "UnusableIndexError", "load"]

POOL = 40
"""Passages that meaning and words each propose when whole collections are searched."""

NAMED = 2.5
"""Log-odds for naming a vacancy, for each unit of the name's rarity."""

ALIKE = 3.0
"""Log-odds within which two vacancies answer a question alike."""

_DENSE_UNIT, _DENSE_PASSAGE, _WORDS = (FEATURES.index(name) for name in ("dense_unit", "dense_passage", "passage_words"))


@dataclass(frozen=True)
class Ranked:
    """Units of a search with what speaks for them; `named` tells which terms of the query only name the searched vacancy."""

    query: Query
    units: Ids
    passage_rows: Ids
    texts: list[str]
    found: Evidence
    scores: Floats
    named: list[bool]


class Searcher:
    """Searches one immutable snapshot; safe to share between threads.

    Args:
        snapshot: what is searched.
        encoder: the encoder that the snapshot was built with.
        weights: the learned weights; those of the repository when None.
    """

    def __init__(self, snapshot: Snapshot, encoder: Encoder, weights: Weights | None = None) -> None:
        self.snapshot = snapshot
        self._encoder = encoder
        self._weights = weights or load_weights()

    def search(self, question: str, *, vacancy_ids: Collection[str] | None = None, limit: int = 5) -> list[Hit]:
        """The passages that are most about the question, best first; only those of `vacancy_ids` when given (none for an empty collection)."""
        ranked = self.rank(question, vacancy_ids)
        if ranked is None:
            return []
        hits: dict[int, Hit] = {}
        for place in np.argsort(-ranked.scores, kind="stable"):
            row = int(ranked.passage_rows[place])
            if row not in hits:
                features = ranked.found.matrix[place]
                hits[row] = Hit(self.snapshot.passages[row], float(ranked.scores[place]), float(features[_DENSE_PASSAGE]), float(features[_WORDS]))
            if len(hits) >= limit:
                break
        return list(hits.values())

    def mentioning(self, question: str, *, ignored: Collection[str] = (), fits: Callable[[str], bool] = lambda _: True) -> dict[str, Quote]:
        """For each vacancy id the sentence that tells of what the question looks for; see `index.mentioning.mentioning`."""
        return mentioning(self.snapshot, question, ignored, fits)

    def answer(self, question: str, *, vacancy_ids: Collection[str] | None, topic: str | None = None) -> Found:
        """The sentences that answer, or an abstention; a message that asks several things is answered where it can be.

        Without `vacancy_ids` the question itself must tell the vacancy. `topic` is the recognised intent, for the reason in the log.
        """
        asked = parts(question)
        if len(asked) > 1 and vacancy_ids is not None:
            together = _together([self._answer_one(part, vacancy_ids, topic) for part in asked])
            if together is not None:
                return together
        return self._answer_one(question, vacancy_ids, topic)

    def _answer_one(self, question: str, vacancy_ids: Collection[str] | None, topic: str | None) -> Found:
        ranked = self.rank(question, vacancy_ids)
        about = f" ({topic})" if topic else ""
        if ranked is None:
            return Found("not_in_bundle", (), 0.0, f"nothing to search{about}")
        if vacancy_ids is None:
            if several := self._several(ranked):
                return Found("ambiguous", (), 0.0, f"fits {', '.join(several)} alike{about}")
            best = self.snapshot.passages[int(ranked.passage_rows[int(np.argmax(ranked.scores))])]
            inside = self._answer_one(question, {best.document_id}, topic)
            outside = inside.outcome == "not_in_bundle" and not any(term.known for term in ranked.query.terms)
            return replace(inside, outcome="out_of_domain") if outside else inside
        candidates = self.candidates(ranked)
        features = abstain_features(ranked.query, ranked.found, ranked.scores, candidates, ranked.named)
        confidence = probability(self._weights.answer, self._weights.bias, features)
        missing = self._missing(ranked)
        reason = f"p={confidence:.2f}{about}" + (f", not mentioned: {', '.join(missing)}" if missing else "")
        if confidence < self._weights.threshold:
            return Found("not_in_bundle", (), confidence, reason)
        quoted = choose(ranked.query, ranked.found, ranked.scores, candidates)
        return Found("answered", tuple(self._quote(candidates[place].unit) for place in quoted), confidence, reason)

    def rank(self, question: str, vacancy_ids: Collection[str] | None, units: Ids | None = None) -> Ranked | None:
        """All units of the vacancies (or the given ones) with their scores; None when there are none."""
        query = analyse(question)
        vector = self.snapshot.centred(self._encoder.encode_queries([query.encoded])[0])
        rows = self._pool(query, vector) if vacancy_ids is None else self.snapshot.rows_in(vacancy_ids)
        if units is None:
            units = self.snapshot.units_of(rows)
        if not len(units):
            return None
        passage_rows = self.snapshot.passage_of[units]
        texts = [self.snapshot.unit_text(int(unit)) for unit in units]
        dense_unit = self.snapshot.centred(self.snapshot.unit_vectors[units]) @ vector
        by_row = dict(zip(rows.tolist(), self.snapshot.centred(self.snapshot.passage_vectors[rows]) @ vector, strict=True))
        dense_passage = np.array([by_row[int(row)] for row in passage_rows], dtype=np.float32)
        names = self._names(vacancy_ids)
        found = evidence(query, self.snapshot.lexical, units, passage_rows, texts, dense_unit, dense_passage, names)
        scores = found.matrix @ self._weights.rank
        if vacancy_ids is None:
            scores = scores + self._named_vacancies(query, passage_rows)
        known = mentions(names)
        named = [bool(names) and known.has(term.keys, term.word) for term in query.terms]
        return Ranked(query, units, passage_rows, texts, found, scores.astype(np.float32), named)

    def _pool(self, query: Query, vector: Floats) -> Ids:
        """The passages worth a look in the whole collection."""
        _, near = self.snapshot.nearest.search(vector[None, :], POOL)
        words = np.zeros(self.snapshot.lexical.size, dtype=np.float32)
        for term in query.terms:
            found = self.snapshot.lexical.mentions(term)
            words += found * self.snapshot.lexical.rarity(found)
        best = np.argpartition(-words, min(4 * POOL, len(words) - 1))[: 4 * POOL]
        best = best[words[best] > 0]
        best = best[np.argsort(-words[best], kind="stable")]
        lexical = list(dict.fromkeys(self.snapshot.passage_of[best].tolist()))[:POOL]
        return np.unique(np.array([*(row for row in near[0].tolist() if row >= 0), *lexical, *self._named_rows(query)], dtype=np.int32))

    def _named_rows(self, query: Query) -> list[int]:
        """All passages of the few vacancies that the question names."""
        index = self.snapshot.name_index
        named = np.zeros(index.size, dtype=np.float32)
        for term in query.terms:
            if not term.implied and (found := index.mentions(term)).any() and (found > 0).sum() <= 3:
                named += found * index.rarity(found)
        ids = list(self.snapshot.names)
        best = [ids[int(place)] for place in np.argsort(-named)[:2] if named[int(place)] > 0]
        return [int(row) for row in self.snapshot.rows_in(best)]

    def _names(self, vacancy_ids: Collection[str] | None) -> str:
        """How the searched vacancy is named, or the functions of the one document searched; "" when there are several documents."""
        if vacancy_ids is None or len(vacancy_ids) != 1:
            return ""
        only = next(iter(vacancy_ids))
        return " | ".join(name for id, name in self.snapshot.names.items() if id == only or id.startswith(f"{only}--"))

    def _named_vacancies(self, query: Query, passage_rows: Ids) -> Floats:
        """A bonus for passages of the vacancies that the question names, more for rarer names; shape of `passage_rows`."""
        index = self.snapshot.name_index
        bonus = np.zeros(index.size, dtype=np.float32)
        for term in query.terms:
            if not term.implied:
                found = index.mentions(term)
                bonus += found * index.rarity(found)
        by_id = dict(zip(self.snapshot.names, (NAMED * bonus).tolist(), strict=True))
        ids = {row: self.snapshot.passages[row].vacancy_ids for row in set(passage_rows.tolist())}
        return np.array([max((by_id.get(id, 0.0) for id in ids[int(row)]), default=0.0) for row in passage_rows], dtype=np.float32)

    def _several(self, ranked: Ranked) -> list[str]:
        """The documents whose best units are near the best one, when there is more than one: a name in the question would have told them apart."""
        best: dict[str, float] = {}
        for row, score in zip(ranked.passage_rows, ranked.scores, strict=True):
            id = self.snapshot.passages[int(row)].document_id
            best[id] = max(best.get(id, -np.inf), float(score))
        top = max(best.values())
        near = sorted(id for id, score in best.items() if score > top - ALIKE)
        return near if len(near) > 1 else []

    def _missing(self, ranked: Ranked) -> Sequence[str]:
        anywhere = ranked.found.mentioned.max(axis=1) if len(ranked.query.terms) else ()
        return [term.word for term, held in zip(ranked.query.terms, anywhere, strict=True) if held < 0.5 and not term.implied]

    def candidates(self, ranked: Ranked) -> list[Candidate]:
        """The units of a search as they may be quoted, in the order of their scores' array."""
        found = []
        for unit, row, text in zip(ranked.units, ranked.passage_rows, ranked.texts, strict=True):
            span = self.snapshot.units[int(unit)][1]
            found.append(Candidate(int(row), span.start, span.end, text, int(unit)))
        return found

    def _quote(self, unit: int) -> Quote:
        row, span = self.snapshot.units[unit]
        passage = self.snapshot.passages[row]
        return Quote(passage.document_id, span.start, span.end, passage.unit_text(span), passage.section, passage.page)


def _together(found: Sequence[Found]) -> Found | None:
    """One answer out of those to the parts of a message; None when none of them is answered."""
    answered = [one for one in found if one.outcome == "answered"]
    if not answered:
        return None
    quotes: list[Quote] = []
    for rank in range(max(len(one.quotes) for one in answered)):
        for one in answered:
            if rank < len(one.quotes) and not any(_overlap(one.quotes[rank], other) for other in quotes):
                quotes.append(one.quotes[rank])
    kept: list[Quote] = []
    for quote in quotes:
        if not kept or sum(len(other.text) for other in kept) + len(quote.text) <= MAX_CHARACTERS:
            kept.append(quote)
    return Found("answered", tuple(kept), min(one.confidence for one in answered), "; ".join(one.reason for one in found))


def _overlap(a: Quote, b: Quote) -> bool:
    return a.document_id == b.document_id and a.start < b.end and b.start < a.end


def load(folder: Path, encoder: Encoder) -> Searcher:
    """Opens the index in a folder.

    Raises:
        UnusableIndexError: there is none, it is damaged, or it was built with another encoder.
    """
    return Searcher(load_snapshot(folder, encoder), encoder)
