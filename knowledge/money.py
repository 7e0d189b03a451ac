"""Amounts of money in Dutch text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"\d{1,3}(?:[.\s  ]\d{3})+(?:,\d{1,2}|,-)?|\d+(?:[.,]\d{1,2})?(?![\d.,]*\d)"
_SIGN = r"(?:€|EUR\b|euro\b)"
_AMOUNT = re.compile(rf"(?:(?P<before>{_SIGN})\s?)?(?<![\d.,/])(?P<number>{_NUMBER})(?P<after>\s?(?:€|EUR\b|euro\b))?", re.IGNORECASE)
# A first amount of a range leaves the sign to the second: "tussen 3.162,77 en 5.329,04 euro".
_RANGE_GAP = re.compile(r"^\s*(?:bruto\s+)?(?:en|tot(?: en met)?|[-–—/])\s*(?:maximaal|maximum|ten hoogste|hoogstens)?\s*$", re.IGNORECASE)
_LOOKS_LIKE_MONEY = re.compile(r"^(?:\d{1,3}(?:[.\s  ]\d{3})+,\d{2}|\d{3,6},\d{2})$")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in euros; `text[start:end]` is how it is written, sign included."""

    value: float
    start: int
    end: int


def find_amounts(text: str) -> list[Amount]:
    """Amounts with a euro sign or word, and the first ones of ranges, in order ('€ 3.962,40', '3 962,40 euro', '2395,20 EUR')."""
    matches = list(_AMOUNT.finditer(text))
    signed = [bool(match["before"] or match["after"]) for match in matches]
    for index in range(len(matches) - 2, -1, -1):
        gap = text[matches[index].end() : matches[index + 1].start()]
        if not signed[index] and signed[index + 1] and _RANGE_GAP.match(gap):
            signed[index] = True
    found = []
    for match, money in zip(matches, signed, strict=True):
        if money or _LOOKS_LIKE_MONEY.match(match["number"]):
            found.append(Amount(parse_number(match["number"]), match.start(), match.end()))
    return found


def parse_number(written: str) -> float:
    """'3.962,40', '3 962,40', '3962.40' → 3962.4; '1.200' → 1200.0."""
    digits = re.sub(r"[\s  ]", "", written).removesuffix(",-")
    if re.search(r"[.,]\d{1,2}$", digits):
        whole, cents = re.split(r"[.,](?=\d{1,2}$)", digits)
    else:
        whole, cents = digits, "0"
    return float(f"{re.sub(r'[.,]', '', whole)}.{cents}")
