"""Numbers in words: years of experience in bundles and in what candidates write."""

from __future__ import annotations

import re

from knowledge.eligibility.words import fold

_WORDS = {
    "een": 1, "one": 1, "un": 1, "anderhalf": 1.5, "twee": 2, "two": 2, "deux": 2, "drie": 3, "three": 3, "trois": 3,
    "vier": 4, "four": 4, "quatre": 4, "vijf": 5, "five": 5, "cinq": 5,
    "zes": 6, "six": 6, "zeven": 7, "seven": 7, "sept": 7, "acht": 8, "eight": 8, "huit": 8, "negen": 9, "nine": 9,
    "neuf": 9, "tien": 10, "ten": 10, "dix": 10, "elf": 11, "twaalf": 12, "vijftien": 15, "twintig": 20, "dertig": 30,
}  # fmt: skip
NUMBER = r"(?:\d+(?:[.,]\d+)?|" + "|".join(_WORDS) + r")"
_YEARS = re.compile(rf"\b({NUMBER})( en (?:een )?half| ?½)? ?(?:a |tot )?\+?(?:volle |volledige )?(?:jaar|jaren|years?|ans?|annees?|jr|j)\b")
_MONTHS = re.compile(rf"\b({NUMBER}) ?(?:maanden|maand|months?|mois)\b")
_HALF_YEAR = re.compile(r"\b(?:een )?half ?jaar\b|\bhalf a year\b")


def number(word: str) -> float:
    """'3', '1,5' or 'drie' as a number. Raises KeyError for another word."""
    return _WORDS[word] if word in _WORDS else float(word.replace(",", "."))


def years_in(text: str) -> float | None:
    """The first period in years that a text names (months as a part of a year); None without one."""
    folded = fold(text)
    match = _YEARS.search(folded)
    if match:
        return number(match.group(1)) + (0.5 if match.group(2) else 0)
    months = _MONTHS.search(folded)
    if months:
        return round(number(months.group(1)) / 12, 2)
    return 0.5 if _HALF_YEAR.search(folded) else None
