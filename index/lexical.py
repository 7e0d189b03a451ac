"""A lexical index over units: which of them mention a key term, how surely, and how rare the term is."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from index.language.compounds import EMPTY_HEADS, first_stems, is_part, split
from index.language.concepts import concepts
from index.language.keys import keys_of
from index.language.text import stem
from index.query import Term

Ids = npt.NDArray[np.int32]
Scores = npt.NDArray[np.float32]

OWN, LED = 1.0, 0.6
"""How much a mention counts in a unit's own text, and in the headings and sentences that lead it in."""
SYNONYM, PART, PARTS, TYPO = 0.9, 0.75, 0.7, 0.7
"""How much a mention counts that is not the word itself: another word for it, a compound with it, its parts apart, a misspelt one."""


@lru_cache(maxsize=50_000)
def _own_keys(text: str) -> frozenset[str]:
    """The keys of a unit, remembered: when one bundle changes, the units of all others are the same."""
    return frozenset(keys_of(text))


@dataclass(frozen=True)
class LexicalIndex:
    """Postings per key: the units that hold it (`ids`, ascending) and how much each mention counts (`weights`).

    `compounds` maps a stem to the longer stems of the vocabulary that it is a part of.
    """

    size: int
    postings: Mapping[str, tuple[Ids, Scores]]
    compounds: Mapping[str, tuple[str, ...]]
    vocabulary: tuple[str, ...]

    @classmethod
    def build(cls, texts: Sequence[tuple[str, str]]) -> LexicalIndex:
        """The index of units given as (own text, text that leads it in)."""
        collected: dict[str, list[tuple[int, float]]] = {}
        led_keys = lru_cache(maxsize=256)(keys_of)
        for id, (own, led) in enumerate(texts):
            own_keys = _own_keys(own)
            for key in own_keys:
                collected.setdefault(key, []).append((id, OWN))
            for key in led_keys(led) - own_keys:
                collected.setdefault(key, []).append((id, LED))
        return cls._of(len(texts), {key: _arrays(pairs) for key, pairs in collected.items()})

    @classmethod
    def _of(cls, size: int, postings: dict[str, tuple[Ids, Scores]]) -> LexicalIndex:
        vocabulary = tuple(sorted(key for key in postings if not key.startswith("#") and key.isalpha()))
        return cls(size, postings, _compounds(vocabulary), vocabulary)

    def mentions(self, term: Term) -> Scores:
        """How surely each unit mentions the term, 0..1, shape (size,)."""
        found = np.zeros(self.size, dtype=np.float32)
        stemmed = stem(term.word)
        self._add(found, [stemmed], 1.0)
        self._add(found, [key for key in term.keys if key.startswith("#")], SYNONYM)
        self._add(found, self.compounds.get(stemmed, ()), PART)
        if (parts := split(term.word)) and not (term.known and stem(parts[1]) in EMPTY_HEADS):
            self._add_parts(found, *parts)
        if not found.any() and len(term.word) > 4 and term.word.isalpha():
            self._add(found, self._misspelt(stemmed), TYPO)
        return found

    def holding(self, keys: Iterable[str]) -> Scores:
        """1 for the units that hold any of the keys, by themselves or in what leads them in; shape (size,)."""
        found = np.zeros(self.size, dtype=np.float32)
        for key in keys:
            if key in self.postings:
                found[self.postings[key][0]] = 1.0
        return found

    def rarity(self, mentioned: Scores) -> float:
        """The inverse document frequency of a term, from what `mentions` gave; at least 0.2."""
        count = float((mentioned > 0.5).sum())
        return max(0.2, math.log(1 + (self.size - count + 0.5) / (count + 0.5)))

    def _add(self, found: Scores, keys: Iterable[str], weight: float) -> None:
        for key in keys:
            if key in self.postings:
                ids, weights = self.postings[key]
                found[ids] = np.maximum(found[ids], weights * weight)

    def _add_parts(self, found: Scores, first: str, head: str) -> None:
        """Units with both parts of a compound, or with the first one where the head adds nothing."""
        holding = np.zeros(self.size, dtype=np.float32)
        stems = first_stems(first)
        ids = set[str]().union(*(concepts().asked.get(part, ()) for part in stems))
        self._add(holding, [*(part for part in stems if len(part) > 2), *ids], 1.0)
        for part in stems:
            self._add(holding, self.compounds.get(part, ()), 1.0)
        if (stemmed := stem(head)) not in EMPTY_HEADS:
            heads = np.zeros(self.size, dtype=np.float32)
            self._add(heads, [stemmed, *self.compounds.get(stemmed, ())], 1.0)
            holding = np.minimum(holding, heads)
        np.maximum(found, holding * PARTS, out=found)

    def _misspelt(self, stemmed: str) -> list[str]:
        """Stems of the vocabulary within one typing error (two for nine letters or more) that begin alike."""
        allowed = 1 if len(stemmed) < 8 else 2
        near = process.extract(stemmed, self.vocabulary, scorer=DamerauLevenshtein.distance, score_cutoff=allowed, limit=3)
        return [word for word, _, _ in near if word[0] == stemmed[0] and abs(len(word) - len(stemmed)) <= allowed]

    def save(self, folder: Path) -> None:
        """Writes the postings as plain arrays and a list of keys."""
        keys = sorted(self.postings)
        lengths = [len(self.postings[key][0]) for key in keys]
        np.save(folder / "posting_ids.npy", np.concatenate([self.postings[key][0] for key in keys] or [np.empty(0, np.int32)]), allow_pickle=False)
        np.save(
            folder / "posting_weights.npy", np.concatenate([self.postings[key][1] for key in keys] or [np.empty(0, np.float32)]), allow_pickle=False
        )
        (folder / "terms.json").write_text(json.dumps({"size": self.size, "keys": keys, "lengths": lengths}), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """Reads what `save` wrote. Raises `ValueError` where the files do not belong together."""
        head = json.loads((folder / "terms.json").read_text(encoding="utf-8"))
        ids = np.load(folder / "posting_ids.npy", allow_pickle=False)
        weights = np.load(folder / "posting_weights.npy", allow_pickle=False)
        ends = np.cumsum([0, *head["lengths"]])
        if ends[-1] != len(ids) or len(ids) != len(weights) or len(head["keys"]) != len(head["lengths"]):
            raise ValueError("the lexical index is incomplete")
        return cls._of(head["size"], {key: (ids[a:b], weights[a:b]) for key, a, b in zip(head["keys"], ends, ends[1:], strict=False)})


@cache
def words_version() -> str:
    """Changes with the code and the tables that decide what a text mentions: postings of other words are of no use."""
    here = Path(__file__).parent
    sources = [*sorted((here / "language").glob("*.py")), Path(__file__)]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]


def _arrays(pairs: list[tuple[int, float]]) -> tuple[Ids, Scores]:
    return np.array([id for id, _ in pairs], dtype=np.int32), np.array([weight for _, weight in pairs], dtype=np.float32)


def _compounds(vocabulary: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """For every beginning or end of a word that could stand alone, the words that have it."""
    found: dict[str, list[str]] = {}
    known = concepts().asked
    for word in vocabulary:
        for cut in range(3, len(word) - 2):
            for part in {word[:cut], word[cut:]}:
                if len(part) >= 4 and (is_part(part, word) or (len(part) > 4 and part in known and word.startswith(part))):
                    found.setdefault(part, []).append(word)
    return {part: tuple(holders) for part, holders in found.items()}
