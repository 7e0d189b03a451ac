"""What a text mentions: stems, concepts and parts of compounds, prepared once a text and asked many times."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from index.language.compounds import EMPTY_HEADS, first_stems, is_part, split
from index.language.concepts import concepts
from index.language.keys import concept_ids, marked, stems_of
from index.language.text import stem, words

_LINES = re.compile(r"[\n;]|(?<=[a-z)][.!?])\s")
_DIGIT = re.compile(r"\d")


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
        if stem(parts[1]) in EMPTY_HEADS and stem(word) in concepts().asked:
            return False  # "proeftijd" is no "proef"; what is said for it stands in the table
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
    keys: set[str] = set()
    stems: set[str] = set()
    plain: set[str] = set()
    lines: list[frozenset[str]] = []
    for line in _LINES.split(marked(text)):
        found = [word.text for word in words(line)]
        own = frozenset(stems_of(found))
        lines.append(own)
        stems |= own
        plain.update(word for word in found if len(word) > 4)
        keys |= concept_ids(found)
    return Mentions(frozenset(keys | stems), frozenset(stems), tuple(plain), tuple(lines))
