"""Cleaning that every format needs: one spelling for characters that look alike, none for characters that cannot be seen."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ĳ": "ij", "Ĳ": "IJ"}
_HYPHENS = {"\u2010": "-", "\u2011": "-"}
# Word and PDF writers print bullets from symbol fonts; they arrive in the private use area.
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf0fc": "•", "\uf076": "•", "\uf0a8": "•", "\uf0e0": "→", "\uf02d": "-"}
_BREAKS = {"\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n"}
_TRANSLATION = str.maketrans({**_LIGATURES, **_HYPHENS, **_SYMBOLS, **_BREAKS})
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffd\U000e0000-\U000e0fff]"
)
_PRIVATE_OR_BROKEN = re.compile("[\ud800-\udfff\ue000-\uf8ff]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SPACE_RUN = re.compile(r"\s+")


def clean_characters(text: str) -> str:
    """NFC, ligatures and symbol bullets spelled out, invisible and control characters removed; line breaks and tabs stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TRANSLATION)
    text = _PRIVATE_OR_BROKEN.sub("", _INVISIBLE.sub("", text))
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text))


def clean_line(text: str) -> str:
    """`clean_characters` with all white space collapsed to single spaces and none at the ends."""
    return _SPACE_RUN.sub(" ", clean_characters(text)).strip()


_BROKEN_WORD = re.compile(r"\w-$")
_COMPOUND_LIST = re.compile(r"^(?:en|of|tot|dan|noch|als|&)\b", re.IGNORECASE)
_KEEPS_HYPHEN = frozenset({"e", "pc", "tv", "cv", "it", "hr", "gsm", "sms", "ex", "niet", "oud", "vice", "ict", "bv", "wc", "co", "x"})
_MAIL_END = re.compile(r"[\w-]{0,12}\.(?:be|com|eu|org|net|nl|gent|brussels|vlaanderen)[,.;)]*$")
_ADDRESS_PART = re.compile(r"[@/]|\w\.\w")


def join_wrapped(first: str, second: str) -> str:
    """Joins two printed lines of one paragraph; a word hyphenated at the line's end is made whole.

    "selectie-" + "procedure" gives one word; "toelatings-" + "en aanwervingsvoorwaarden", "e-" and "HR-" keep their hyphen, and so do
    the parts of an e-mail or web address.
    """
    if not first or not second:
        return first or second
    last, following = first.rsplit(" ", 1)[-1], second.split(" ", 1)[0]
    if _BROKEN_WORD.search(first):
        return _join_hyphenated(first, second, last, following)
    if "@" in last and _MAIL_END.match(following) and not re.search(r"\.(?:be|com|eu|org|net|nl)$", last):
        return first + second
    if re.match(r"[@.]\w", second) and re.search(r"\w$", first) and (second[0] == "@" or _ADDRESS_PART.search(last)):
        return first + second
    if re.search(r"\w[/@]$", first) and (last.endswith("@") or re.search(r"www\.|://|\w\.\w", last)):
        return first + second
    return f"{first} {second}"


def _join_hyphenated(first: str, second: str, last: str, following: str) -> str:
    if _COMPOUND_LIST.match(second):
        return f"{first} {second}"
    stem = last[:-1].rsplit("-", 1)[-1]
    whole = second[0].islower() and stem[-1:].islower() and len(stem) > 1 and stem.lower() not in _KEEPS_HYPHEN
    if whole and not _ADDRESS_PART.search(last) and "@" not in following:
        return first[:-1] + second
    return first + second
