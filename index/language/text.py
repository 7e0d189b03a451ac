"""Folding, words and stems."""

from __future__ import annotations

import re
import threading
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_WORD = re.compile(r"[a-z0-9]+(?:[.,:/][0-9]+)*")
_SPECIAL = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "’": "'", "‘": "'", "`": "'", "´": "'"})
# The programme, not several teams; a weekend is no week.
_KEPT = {"teams": "teams", "weekend": "weekend", "weekends": "weekend"}
_local = threading.local()


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: folded, with its offsets in the original."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower case without diacritics; every character keeps its place, so that offsets stay valid."""
    lowered = text.lower() if len(text.lower()) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if lowered.isascii():
        return lowered
    return "".join(_base(character) for character in lowered)


@lru_cache(maxsize=4096)
def _base(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character.translate(_SPECIAL))[:1]
    return plain if plain and not unicodedata.combining(plain) else character


def words(text: str) -> list[Word]:
    """The words and numbers of a text; a number keeps its separators ("1.234,50", "8:30", "3/12")."""
    return [Word(match.group(), match.start(), match.end()) for match in _WORD.finditer(fold(text))]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The Dutch Snowball stem of a folded word, with doubled letters made single so that "solliciteer" meets "solliciteren"."""
    if len(word) < 4 or not word.isalpha() or word in _KEPT:
        return _KEPT.get(word, word)
    stemmed = str(_stemmer().stemWord(word))
    if stemmed.endswith("e") and len(stemmed) > 4:
        stemmed = stemmed[:-1]
    stemmed = re.sub(r"(.)\1", r"\1", stemmed)
    return stemmed[:-1] + {"v": "f", "z": "s"}.get(stemmed[-1], stemmed[-1])


def _stemmer() -> Any:
    stemmer = getattr(_local, "stemmer", None)
    if stemmer is None:
        import snowballstemmer

        stemmer = _local.stemmer = snowballstemmer.stemmer("dutch")
    return stemmer
