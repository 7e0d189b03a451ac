"""Whom to ask for feedback: a mailbox, a page, a person or a desk."""

from __future__ import annotations

import re

from knowledge.extractors.cues import EMAIL, URL, clean_email
from knowledge.extractors.units import Reading, Unit
from knowledge.model import Fact

_FLAGS = re.IGNORECASE
_PREFIX = r"(?:van|de|den|der|ten|ter|el|De|Van|Den|Der|El|Ten)"
_NAME = rf"(?-i:[A-ZÀ-Ý][\w'’-]+)(?:\s+(?:{_PREFIX}\s+)*(?-i:[A-ZÀ-Ý][\w'’-]+))*"
_PERSON = re.compile(
    rf"\b(?:bij|aan|met|naar|van|tot|contacteer|bel|belt|mail|mailt|via|vraag|vraagt|mevrouw"
    rf"|meneer|de\s+heer)\s+(?:(?:u|dan|ons)\s+)?(?:(?:mevrouw|mevr\.?|meneer|de\s+heer"
    rf"|dhr\.?)\s+)?(?P<name>{_NAME})",
    _FLAGS,
)
_LISTED = re.compile(rf"(?:^|:\s*)(?P<name>(?-i:[A-ZÀ-Ý][\w'’-]+)(?:\s+(?:{_PREFIX}\s+)*(?-i:[A-ZÀ-Ý][\w'’-]+))+)(?=\s*(?:,|\(|$|-\s))")
_HELPER = re.compile(rf"\b(?:geeft|neemt|legt|licht|bespreekt|overloopt|belt|helpt)\s+(?P<name>{_NAME})")
_DESK = re.compile(
    r"\b(?:bij|aan|met|naar|via|tot|op)\s+(?P<desk>(?:de|het|je|jouw|uw|onze)\s+(?:dienst\s+[\w-]+|cel\s+[\w-]+|team\s+[\w-]+"
    r"|(?:\w+\s+){0,2}?\w*(?:dienst|bureau|directeur|secretaris|contactpersoon|verantwoordelijke|recruiter|secretariaat|personeelsteam|beheerder"
    r"|medewerker|voorzitter|consulent|diensthoofd(?:\s+(?-i:[A-Z])\w+)?"
    r"|korpschef|jury|hr-?\w*)\b(?:\s+van\s+de\s+jury)?))",
    _FLAGS,
)
_NO_NAME = frozenset("mail e-mail de het je u uw een feedback hr na vanaf dat bel dan ons onze microsoft teams dit die".split())
_WRITER = re.compile(r"\b(?:ik|mij|me)\b", _FLAGS)


def address_of(reading: Reading, units: list[Unit], how: str | None) -> Fact[str] | None:
    """The mailbox of the passage, else the page of its form, else the person (her mailbox where one asks by mail only), else the desk."""
    for unit in units:
        if match := EMAIL.search(unit.text):
            return Fact(clean_email(match.group(0)), reading.cite(unit), confidence=0.95)
        for link in reading.source.document.links_in(unit.start, unit.end):
            if link.target.startswith("mailto:"):
                return Fact(link.target[7:].split("?")[0].lower(), reading.cite(unit), confidence=0.9)
    if how == "online" and (page := next(((unit, match) for unit in units if (match := URL.search(unit.text))), None)):
        return Fact(page[1].group(0), reading.cite(page[0]), confidence=0.9)
    for unit in units:
        if name := _name_in(unit.text):
            return _person(reading, unit, name, how)
        if match := _DESK.search(unit.text):
            return _desk(reading, unit, match["desk"])
    return _writer(reading, units, how)


def _name_in(text: str) -> str | None:
    for match in (*_PERSON.finditer(text), *_LISTED.finditer(text), *_HELPER.finditer(text)):
        if match["name"].split()[0].casefold() not in _NO_NAME:
            return match["name"]
    return None


def _person(reading: Reading, unit: Unit, name: str, how: str | None) -> Fact[str]:
    """The person's whole name where the passage gives the first name only; her mailbox where she is to be mailed."""
    full = re.compile(rf"\b{re.escape(name)}(?:\s+(?:{_PREFIX}\s+)*[A-ZÀ-Ý][\w'’-]+)+") if " " not in name else re.compile(rf"\b{re.escape(name)}\b")
    known = [(position, match) for position, other in enumerate(reading.units) if (match := full.search(other.text))]
    if how in ("email", "e-mail"):
        for position, match in known:
            for near in reading.units[position : position + 5]:
                text = near.text[match.end() :] if near is reading.units[position] else near.text
                if mailbox := EMAIL.search(text):
                    return Fact(clean_email(mailbox.group(0)), reading.cite(unit, near), confidence=0.85)
    if known and " " not in name:
        position, match = known[0]
        return Fact(match.group(0), reading.cite(unit, reading.units[position]), confidence=0.85)
    return Fact(name, reading.cite(unit), confidence=0.9)


def _desk(reading: Reading, unit: Unit, desk: str) -> Fact[str]:
    """The desk's own mailbox when its name is the address's ("de personeelsdienst": personeelsdienst@...), else the desk."""
    word = desk.split()[-1].casefold()
    for other in reading.units:
        for match in EMAIL.finditer(other.text):
            if clean_email(match.group(0)).split("@")[0] == word:
                return Fact(clean_email(match.group(0)), reading.cite(unit, other), confidence=0.75, derived=True)
    return Fact(desk, reading.cite(unit), confidence=0.8)


def writer_of(reading: Reading) -> tuple[str, str] | None:
    """Name and mailbox of who wrote a mail, from its first header line "Name <mailbox>"; None for other documents."""
    for block in reading.source.blocks:
        match = re.match(r"\s*(?P<name>[^<>@]+?)\s*<(?P<mailbox>[^<>]+@[^<>]+)>", block.text) if block.region == "header" else None
        if match:
            return match["name"].strip(' "'), match["mailbox"].lower()
    return None


def _writer(reading: Reading, units: list[Unit], how: str | None) -> Fact[str] | None:
    """ "Feedback geef ik telefonisch": the writer of the mail."""
    writer = writer_of(reading)
    unit = next((one for one in units if _WRITER.search(one.text)), None)
    if writer is None or unit is None:
        return None
    return Fact(writer[1] if how == "email" else writer[0], reading.cite(unit), confidence=0.75, derived=True)
