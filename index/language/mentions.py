"""What a text mentions: stems, concepts and parts of compounds, prepared once a text and asked many times."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from index.language.compounds import EMPTY_HEADS, first_stems, is_part, split
from index.language.concepts import concepts, longest_phrase
from index.language.stopwords import ALL
from index.language.text import fold, stem, words

PHONE = re.compile(r"(?<![\d,.€])(?:\+\s?\d{2}|0)[\d\s./()-]{7,14}\d(?!\d)")
PHONE_LABEL = re.compile(r"\b(?:gsm|mobiel|telefoon(?:nummer)?|tel|phone|nummer)\b[\s.:-]{0,4}(?=(?:nummer|nr)\b|\+|\(?0\d)|\bgsm-?(?:nummer|nr)\b")
_LINES = re.compile(r"[\n;]|(?<=[a-z)][.!?])\s")
_EMAIL = re.compile(r"[\w.-]+@[\w-]+\.\w|\[at\]")
_DIGIT = re.compile(r"\d")
PHONE_CONCEPT = "telefoonnummer"


@dataclass(frozen=True, slots=True)
class Mentions:
    """`keys`: stems and concept ids; `stems`: the stems alone; `words`: folded words of five letters or more; `lines`: the stems of each line."""

    keys: frozenset[str]
    stems: frozenset[str]
    words: tuple[str, ...]
    lines: tuple[frozenset[str], ...]

    def has(self, keys: Iterable[str], word: str) -> bool:
        """Whether the text mentions a term: by stem, synonym, compound part, both parts of a compound in one line, or with a typing error."""
        if not self.keys.isdisjoint(keys):
            return True
        stemmed = stem(word)
        if any(is_part(stemmed, other) for other in self.stems):
            return True
        return self._has_parts(word) or self._has_typo(word)

    def _has_parts(self, word: str) -> bool:
        parts = split(word)
        if parts is None:
            return False
        first, head = first_stems(parts[0]), stem(parts[1])
        if head in EMPTY_HEADS:
            ids = set[str]().union(*(concepts().asked.get(part, ()) for part in first))
            return bool(self.keys & ids) or any(
                len(part) > 3 and (part in self.stems or any(is_part(part, other) for other in self.stems)) for part in first
            )
        return any(_holds(line, first) and _holds(line, (head,)) for line in self.lines)

    def _has_typo(self, word: str) -> bool:
        if len(word) < 5 or _DIGIT.search(word):
            return False
        allowed = 1 if len(word) < 9 else 2
        return any(
            abs(len(other) - len(word)) <= allowed and other[0] == word[0] and Levenshtein.distance(word, other, score_cutoff=allowed) <= allowed
            for other in self.words
        )


def _holds(line: frozenset[str], parts: tuple[str, ...]) -> bool:
    return any(part in line or any(is_part(part, other) for other in line) for part in parts if len(part) > 2)


@lru_cache(maxsize=4096)
def mentions(text: str) -> Mentions:
    """Prepares a text: a millisecond a thousand words the first time, then free."""
    text = fold(text)
    if PHONE.search(text):
        text = PHONE_LABEL.sub(PHONE_CONCEPT + " ", text) + f"\n{PHONE_CONCEPT}"
    keys: set[str] = set()
    stems: set[str] = set()
    plain: set[str] = set()
    lines: list[frozenset[str]] = []
    for line in _LINES.split(text):
        found = [word.text for word in words(line)]
        own = frozenset(stem(word) for word in found if word not in ALL or len(word) > 4)
        lines.append(own)
        stems |= own
        plain.update(word for word in found if len(word) > 4)
        keys |= _concept_ids(found)
    if _EMAIL.search(text):
        keys |= concepts().said[stem("mailadres")]
    return Mentions(frozenset(keys | stems), frozenset(stems), tuple(plain), tuple(lines))


def _concept_ids(found: list[str]) -> set[str]:
    table, ids = concepts(), set[str]()
    for at, word in enumerate(found):
        ids |= table.said.get(stem(word), frozenset())
        if size := longest_phrase(table.phrases, found, at):
            ids |= table.phrases[tuple(found[at : at + size])]
        elif parts := split(word):
            for part in (*first_stems(parts[0]), stem(parts[1])):
                ids |= table.said.get(part, frozenset())
    return ids
