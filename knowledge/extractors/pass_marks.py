"""What one must reach to pass a step: "36/60", "60%" or the bundle's words."""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE
_NUMBER = r"\d{1,3}(?:[.,]\d)?"
_RATIO = re.compile(
    rf"(?<![\d.,/])(?P<low>{_NUMBER})\s*(?:punten\s+)?(?:/|op\s+(?:de\s+)?|van\s+de\s+|van\s+)\s*(?P<high>\d{{2,3}})(?![\d/%]|[.,]\d"
    rf"|\s*(?:%|euro|uur|minuten|procent|kandidaten))",
    _FLAGS,
)
_PERCENT = re.compile(r"(?<![\d.,/])(?P<n>\d{1,3})\s*(?:%|procent)", _FLAGS)
_HALF = re.compile(r"\b(?:de\s+)?helft\b(?!\s+van\s+(?:het|de)\s+(?:jaar|loon|tijd))", _FLAGS)
_LOW = re.compile(
    rf"(?:minstens|minimum|minimaal|min\.?|ten\s+minste|tenminste|vanaf|drempel|cesuur|minimumscore|slaagcijfer|nodig\s*:?"
    rf"|halen\s*:?)\s*(?:van\s+|is\s+|:\s*)?(?P<n>{_NUMBER})(?!\s*(?:%|procent|jaar|uur|dagen|euro|\d)|/|[.,]\d)",
    _FLAGS,
)
_LOW_AFTER = re.compile(rf"(?<![\d.,/])(?P<n>{_NUMBER})\s+(?:punten\s+)?(?:om\s+te\s+slagen|behalen|halen|nodig|minimum|minstens)", _FLAGS)
_HIGH = re.compile(
    r"(?:(?:op|/|totaal(?:\s+van)?|maximum|max\.?|maximaal)\s*:?\s*(?P<a>\d{2,3})(?:\s*(?:punten|ptn|p\.))?(?!\s*(?:%"
    r"|[./-]\d|jaar|uur|minuten|kandidaten|procent|jan|feb|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)|\d)|(?P<b>\d{1,3})\s*(?:punten|ptn"
    r"|p\.))",
    _FLAGS,
)
_WORDS = re.compile(
    r"(?:zeer\s+geschikt\s*[,/]\s*)?geschikt[^\w\s/,]?\s*(?:/|of|,)\s*[^\w\s]?(?:niet[\s-]geschikt|ongeschikt)|geslaagd\s*(?:/"
    r"|of)\s*niet[\s-]geslaagd"
    r"|(?:geschikt|geslaagd)\s+(?:bevonden|verklaard)(?:\s+worden)?|gunstig\s*(?:/|of)\s*ongunstig|voldoende\s*(?:/|of)\s*onvoldoende"
    r"|voldoen\s+aan\s+de\s+\w*voorwaarden|pass\s*/\s*fail"
    r"|(?:enkel\s+|alleen\s+)?de\s+(?:\w+\s+)?best(?:e|\s+gerangschikten?)?\s*(?:\w+\s+){0,2}?(?:gaan"
    r"|gaat|mogen|mag|komen|komt|worden|stoten|stromen)\s+(?:door|verder|mee|uitgenodigd)(?:\s+naar\s+de\s+\w+)?",
    _FLAGS,
)
_WORD_ALONE = re.compile(r"^\s*(?:eindoordeel\s+|beoordeling\s+|je\s+bent\s+|minstens\s+)?(geschikt|geslaagd|gunstig)\s*[.]?\s*$", _FLAGS)
_TOTAL = re.compile(
    r"in\s+totaal|op\s+het\s+(?:geheel|totaal)|van\s+het\s+totaal|totaal\s+van|in\s+zijn\s+geheel|samen\b"
    r"|algemeen\s+totaal|globaal|(?:over|op|voor|van)\s+het\s+geheel",
    _FLAGS,
)


def is_total(text: str) -> bool:
    """Whether a sentence's mark is for all steps together."""
    return bool(_TOTAL.search(text))


def ratio(low: str, high: str) -> str | None:
    """'36/60' when both are numbers and make sense."""
    small, large = float(low.replace(",", ".")), float(high)
    return f"{low}/{high}" if 0 < small <= large and large >= 5 else None


def mark_in(text: str) -> str | None:
    """The pass mark that a text about one step states; None when it states none, or several that differ.

    Dates must be taken out of the text before ("16/12" is no mark).
    """
    ratios = [found for match in _RATIO.finditer(text) if (found := ratio(match["low"], match["high"]))]
    if ratios:
        return ratios[0] if len(set(ratios)) == 1 else None
    lows = [match["n"] for match in _LOW.finditer(text)] or [match["n"] for match in _LOW_AFTER.finditer(text)]
    highs = [number for match in _HIGH.finditer(text) if (number := match["a"] or match["b"]) not in lows]
    if len(lows) > 1:
        return None
    if lows and highs:
        return ratio(lows[0], highs[0])
    if percent := _PERCENT.search(text):
        return f"{percent['n']}%"
    if _HALF.search(text):
        return "50%"
    return words_in(text)


def words_in(text: str) -> str | None:
    """A mark in words: 'geschikt of niet geschikt', 'geslaagd / niet geslaagd'."""
    if words := _WORDS.search(text):
        return words.group(0)
    alone = _WORD_ALONE.match(text)
    return alone.group(1) if alone else None


def points_in(text: str) -> str | None:
    """The points that a step is worth: '40' in 'Thuisproef (40 punten)', 'staat op 100 punten'."""
    match = _HIGH.search(text)
    return (match["a"] or match["b"]) if match else None


def minimum_in(text: str) -> str | None:
    """The points that one must have: '30' in 'minimum 30', 'minstens 30 punten', '30'."""
    alone = re.fullmatch(rf"\s*(?:minstens|minimum|min\.?|minimaal|≥|>=)?\s*({_NUMBER})\s*(?:punten|ptn)?\s*", text, _FLAGS)
    if alone:
        return alone.group(1)
    match = _LOW.search(text) or _LOW_AFTER.search(text)
    return match["n"] if match else None
