"""The role of a contact person, from the words around the name."""

from __future__ import annotations

import re

from knowledge.extractors.contact_cards import Card, Piece
from knowledge.extractors.people import ROLE_WORD, FoundName, same_person
from knowledge.extractors.topics import find_hours, topics_in

_ROLE_END = re.compile(
    r"\s*(?:[,;(|:\n\0]|\.(?:\s|$)|\?|\b(?:op het|op|via|tel|telefoon|gsm|mobiel|per|bereikbaar|kan|kunt|kun|staat|helpt|geeft|beantwoordt|is|zal"
    r"|weet|voor (?:deze|de|meer|alle|al)"
    r"|over|met|t|m|e|e-?mail|mail)\b|\s[-–]\s|[☎📞✉])",
    re.IGNORECASE,
)
_DESK_BEFORE = re.compile(r"(?:^|[:,(]\s*|\b(?:de|het|onze)\s+)((?:dienst|team|cel|afdeling)\s[^,.:;()]{1,40}),\s*$", re.IGNORECASE)
_NO_ROLE = re.compile(r"(?:ten|uiterlijk|elke|van|op|na|voor|tussen|tot|die|dat|of|en|geen|liefst|best|enkel|niet|tijdens)\b", re.IGNORECASE)
_LABELS = re.compile(r"^(?:functie|rol|wie|contactpersoon|naam)\s*:\s*", re.IGNORECASE)


def role_in(card: Card) -> str | None:
    """The role, from what follows the name, a line or cell of its own, or a word before the name."""
    for piece in card.pieces:
        if re.match(r"functie|rol\b|hoedanigheid", piece.label, re.IGNORECASE) and not piece.names and not piece.has_way:
            return piece.text
    for piece in card.pieces:
        for name in reversed(_mentions(piece, card)):
            if role := role_after(piece, name.end) or role_before(piece, name.start):
                return role
    for piece in card.pieces[1:]:
        if not piece.names and not piece.has_way and len(piece.text) < 70 and ROLE_WORD.search(piece.text) and not find_hours(piece.text):
            return _clean_role(re.split(r"\s[-–]\s", piece.text)[0])
    return None


def _mentions(piece: Piece, card: Card) -> list[FoundName]:
    found = [name for name in piece.names if any(same_person(name.name, own.name) for own in card.names)]
    if found:
        return found
    for own in card.names:
        if match := re.search(rf"(?<!\w){re.escape(own.first)}(?!\w)", piece.text):
            return [FoundName(own.name, match.start(), match.end())]
    return []


def role_after(piece: Piece, end: int) -> str | None:
    rest = re.sub(r"^\s*\(?\0+\)?", "", piece.without_finds(keep_names=True)[end:])
    lead = re.match(
        r"\s*(?:[,(:|–-]|\bvan (?:de |het |onze )?(?=(?:hr|hrm|dienst|personeel|team|cel)))\s*(?:(?:de|het|onze|je|uw|jouw|een)\s+)?",
        rest,
        re.IGNORECASE,
    )
    if not lead:
        return None
    body = rest[lead.end() :]
    stop = _ROLE_END.search(body)
    role = _clean_role(body[: stop.start()] if stop else body)
    if role and _NO_ROLE.match(role):
        return None
    return role if role and (ROLE_WORD.search(role) or (len(role.split()) <= 4 and not find_hours(role) and not topics_in(role))) else None


def role_before(piece: Piece, start: int) -> str | None:
    before = re.sub(r"(?:mevrouw|meneer|mevr|mvr|mw|dhr|de heer|heer)\.?\s*$", "", piece.text[:start], flags=re.IGNORECASE)
    if desk := _DESK_BEFORE.search(before):
        return desk[1]
    before = re.split(
        r"[.,;:?!|\n]|\b(?:met|bij|naar|bel|mail|contacteer|aan|via|praat|vertelt|helpt|beantwoordt|weet|staat|geeft|antwoordt|licht|leidt|kan)\b",
        before.rstrip(" :"),
    )[-1].strip()
    for article in reversed(list(re.finditer(r"(?:^|\b(?:de|het|onze|je|uw|jouw|een)\s+)", before))):
        role = before[article.end() :]
        if ROLE_WORD.search(role) and len(role.split()) <= 6 and not role.casefold().startswith("contactpersoon"):
            return _clean_role(role)
    return None


def _clean_role(text: str) -> str | None:
    role = _LABELS.sub("", text).strip(" .,;:()-–\0\n")
    role = re.sub(r"^(?:de|het|onze|een|mijn)\s+", "", role)
    return role if 1 < len(role) <= 90 and not re.search(r"\d{3}", role) else None
