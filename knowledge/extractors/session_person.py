"""Who takes the sign-ups when a sentence names a person instead of an address: "Schrijf je in bij Els Maes", "Bel of mail Karim"."""

from __future__ import annotations

import re

from knowledge.extractors.contacts import extract_contacts
from knowledge.model import Contact
from knowledge.source import Source

_KEPT = "_session_contacts"
_CAPITAL = r"[A-ZÀ-Ý][\w'’-]+"
_TITLE = r"(?:(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]eneer|(?:[Dd]e\s+)?[Hh]eer|[Dd]hr\.?|[Oo]nze\s+collega|[Cc]ollega)\s+)?"
_NAMED = re.compile(
    rf"(?:\b(?:[Bb]ij|[Aa]an|[Nn]aar|[Mm]et|[Vv]ia|[Bb]el|[Mm]ail|[Bb]elt|[Mm]ailt|[Cc]ontacteer|[Vv]erwittig|[Ss]tuur|[Ss]ms|[Aa]pp)\s+(?:je\s+"
    rf"|u\s+|even\s+)?)"
    rf"{_TITLE}(?P<name>{_CAPITAL}(?:\s+(?:van|de|den|der|ter|ten|{_CAPITAL}))*)"
)


def person_in(source: Source, text: str) -> Contact | None:
    """The contact of the document whom a sentence names after "bij", "bel" or the like; None when it names nobody, or somebody unknown."""
    for match in _NAMED.finditer(text):
        words = match["name"].casefold().split()
        known = [contact for contact in _contacts(source) if contact.name and _is_called(contact.name.casefold(), words)]
        if len(known) == 1:
            return known[0]
    return None


def _is_called(name: str, words: list[str]) -> bool:
    """Whether the words are a person's whole name, first name or family name."""
    own = name.split()
    return own[: len(words)] == words or own[-len(words) :] == words


def _contacts(source: Source) -> list[Contact]:
    known = vars(source).get(_KEPT)
    if known is None:
        known = vars(source)[_KEPT] = [fact.value for fact in extract_contacts(source)]
    return list(known)
