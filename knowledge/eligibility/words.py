"""Folding of text so that spellings compare: case, accents, quotes and hyphens do not count, and offsets stay the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TOKEN = re.compile(r"[a-z0-9]+")
_SPACE_LIKE = frozenset("-–—‐‑/\u00a0\n\t_")
_QUOTES = frozenset("’‘`´ʼ")
# Words that say nothing about which diploma it is.
_WEAK = frozenset(
    "de het een der des den van in aan met of en voor uit op te ne nen tot als the a an of in de la le les du des et en un une d l"
    " diploma diplomas diploma's diplome degree titel houder houders bezit behaald gespecialiseerd specialisatie specialist afstudeerrichting"
    " richting"
    " bewijs getuigschrift studiegetuigschrift brevet certificaat oude oud vroegere vroeger benaming erkend geldig volgende zijnde"
    " opleiding studierichting studiegebied zogenaamde afgeleverd optie attest".split()
)
_ENDINGS = ("euses", "istes", "ingen", "iges", "ende", "sters", "igen", "ige", "ers", "eur", "en", "er", "es", "ster", "e", "s", "t")


def fold(text: str) -> str:
    """Lower case without accents; hyphens and slashes become spaces. The result is as long as `text`, so offsets carry over."""
    return "".join(_fold_character(character) for character in text)


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character in _SPACE_LIKE:
        return " "
    if character in _QUOTES:
        return "'"
    return unicodedata.normalize("NFD", character.lower())[0]


def tokens(text: str) -> list[str]:
    """The folded words of a text."""
    return _TOKEN.findall(fold(text))


def stem(token: str) -> str:
    """A word without its commonest endings: 'verpleger' and 'verplegers', 'gegradueerde' and 'gegradueerd' fall together."""
    for ending in _ENDINGS:
        if len(token) - len(ending) >= 5 and token.endswith(ending):
            return token[: -len(ending)]
    return token


def telling(text: str) -> frozenset[str]:
    """The stems of the words that tell one diploma from another."""
    return frozenset(stem(token) for token in tokens(text) if token not in _WEAK)


@lru_cache(maxsize=4096)
def bundle_telling(text: str) -> frozenset[str]:
    """The same for a bundle's text, remembered (never for a candidate's words)."""
    return telling(text)
