"""Postal addresses in text, with the person or service that the letter is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PARTICLE = r"(?:van|de|den|der|het|ten|ter|te|en|aan|op|la|'t|’t)"
_CORE = re.compile(
    rf"(?<![\w@.])(?:['’]t\s)?[A-ZÀ-Ý][\w'’.-]*(?:\s(?:{_PARTICLE}\s)*[A-ZÀ-Ý][\w'’.-]*){{0,3}}\s\d+(?:\s?[-–/]\s?\d+)?\s?(?:[a-zA-Z]\b)?"
    rf"(?:\s?,?\s?(?:bus|b\.?)\s?\w+)?\s*[,–|-]?\s*(?:(?:in|te)\s+)?(?:B-)?\d{{4}}\s+[A-ZÀ-Ý][\w'’-]+(?:[\s-](?:(?:aan|op|ten|de|den)[\s-])?[A-ZÀ-Ý][\w'’-]*)*"
)
# What leads to the one for whom it is: 'stuur je brief naar', 'gericht aan het', 'per post:'.
_LEADS = re.compile(r"(?:[(:;|]|\b(?:naar|aan|op|bij|in|via|per\s+post|adres(?:seren)?)\b)\s*(?:(?:het\s+)?(?:volgende\s+)?adres\W+)?", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:(?:de|het|onze|ons)\s+)?(?:(?:brieven)?bus\s+van\s+(?:de|het|ons)\s+)?(?:(?:de|het|onze|ons)\s+)?", re.IGNORECASE)
_NO_ADDRESSEE = re.compile(
    r"@|\d{2}|\b(?:je|jouw|uw|stuur\w*|mail\w*|bezorg\w*|breng\w*|steek\w*|geef\w*|cv|brief|kandidatuur|solliciteer|kan|kunt|uiterlijk|voor|tot|of|wordt"
    r"|zijn|is|met)\b|(?<=\w\w\w)[.!?]\s",
    re.IGNORECASE,
)
_LONGEST = 110


def postal_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the addresses with street, number, postcode and town; the addressee before it belongs to it."""
    for core in _CORE.finditer(text):
        start = core.start()
        before = text[max(0, start - _LONGEST) : start]
        leads = list(_LEADS.finditer(before))
        begin = leads[-1].end() if leads else 0 if start <= _LONGEST else len(before)
        # 'aan het college, p/a dienst HRM, Kerkstraat 1': a lead inside the addressee's own name is none.
        begin += _ARTICLE.match(before[begin:]).end()  # type: ignore[union-attr]
        addressee = before[begin:]
        if addressee.strip() and addressee.rstrip().endswith((",", ".", "–", "-")) and not _NO_ADDRESSEE.search(addressee):
            start -= len(before) - begin
        yield start, core.end()
