"""The ways to apply, the addresses to send to and the documents to send."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.extractors.application_documents import documents_of
from knowledge.extractors.cues import (
    APPLY_HEADING,
    CONTACT_HEADING,
    EMAIL,
    FEEDBACK,
    PHONE_LINE,
    SESSION,
    SESSION_HEADING,
    TEST,
    URL,
    clean_email,
)
from knowledge.extractors.feedback_address import writer_of
from knowledge.extractors.postal import postal_addresses
from knowledge.extractors.selection_words import SELECTION_HEADING
from knowledge.extractors.units import Reading, Unit
from knowledge.extractors.way_words import (
    APPLYING,
    CALLING,
    DOWNLOAD,
    FORM_AMONG_PAPERS,
    LATE,
    LIMIT,
    LINK_LABEL,
    NAMED_PAGE,
    NOT_CLAUSE,
    OTHER_SUBJECT,
    PAPER_FORM,
    QUESTIONS,
    REFUSED,
    SENDING,
    TO_WRITER,
    WAYS,
    WEB,
    verb_ways,
)
from knowledge.model import Citation, Fact

_FLAGS = re.IGNORECASE
_BY_POST = re.compile(r"stuur|sturen|zend|brief|bezorg|gericht", _FLAGS)
# Beside a letterbox or a desk an address is where to hand something over, unless something is posted too.
_LETTER = re.compile(r"\bpost\b|\w*poststempel|\bbrief\b|aangetekend|opsturen|op\s+te\s+sturen|zending|schrijven\b|\bper\s+drager", _FLAGS)


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways (online, email, post, afgifte, telefoon), the addresses (best first) and the documents."""

    how: tuple[Fact[str], ...] = ()
    addresses: tuple[Fact[str], ...] = ()
    documents: tuple[Fact[str], ...] = ()


def application_ways(reading: Reading) -> Ways:
    """What the sentences about applying say; a way that they refuse doesn't count."""
    units = list(_about_applying(reading))
    how: dict[str, tuple[Citation, ...]] = {}
    found: list[tuple[int, str, tuple[Citation, ...]]] = []
    for unit in units:
        text = DOWNLOAD.sub(" ", _without_refusals(unit.text))
        if not text:
            continue
        sends = bool(SENDING.search(text) or _in_section(unit) or unit.label or EMAIL.search(text) or URL.search(text))
        ways = {way for way, pattern in WAYS if sends and pattern.search(text)}
        if {"post", "afgifte"} <= ways and not _LETTER.search(text):
            ways.discard("post")
        if len(ways) > 1 and PAPER_FORM.search(text) and not WEB.search(text):
            ways.discard("online")
        if FORM_AMONG_PAPERS.search(text) and not WEB.search(text):
            ways.discard("online")
        ways |= _told_by_verbs(unit, text)
        for way in ways - how.keys():
            how[way] = reading.cite(unit)
        writer = writer_of(reading) if "email" in ways and TO_WRITER.search(text) else None
        for rank, value in (*_addresses(reading, unit, text), *([(0, writer[1])] if writer else [])):
            found.append((rank, value, reading.cite(unit)))
            way = ("email", "online", "online", "post")[rank]
            if sends and way not in how and (rank < 3 or (_BY_POST.search(text) and not ("afgifte" in ways and not _LETTER.search(text)))):
                how[way] = reading.cite(unit)
    refused = _refused(units)
    mailbox = (writer_of(reading) or ("", ""))[1]
    how = {way: citations for way, citations in how.items() if way not in refused}
    order = ("online", "email", "post", "afgifte", "telefoon")
    addresses: dict[str, Fact[str]] = {}
    for _rank, value, citations in sorted(found, key=lambda entry: entry[0]):
        if not ("email" in refused and "@" in value):
            # "Antwoord op deze mail": the address is the writer's, worked out from the header.
            printed = any(value.casefold() in citation.quote.casefold() for citation in citations) or "@" not in value or value != mailbox
            addresses.setdefault(value.casefold().rstrip("/"), Fact(value, citations, confidence=0.9, derived=not printed))
    return Ways(
        tuple(Fact(way, how[way], confidence=0.9) for way in order if way in how),
        tuple(addresses.values()),
        documents_of(reading, units),
    )


def _told_by_verbs(unit: Unit, text: str) -> set[str]:
    """The ways of "Bel, mail of kom langs" in the part about applying."""
    return verb_ways(text) if _in_section(unit) or APPLYING.search(text) else set()


def _about_applying(reading: Reading) -> Iterator[Unit]:
    last: Unit | None = None
    for unit in reading.units:
        text = unit.text
        skip = (
            (SESSION.search(text) and not _told_by_verbs(unit, text))
            or SESSION_HEADING.search(unit.nearest)
            or FEEDBACK.search(text)
            or FEEDBACK.search(unit.nearest)
            or (CONTACT_HEADING.search(unit.nearest) and not re.search(r"inschrijv|sollicit", unit.nearest, _FLAGS))
            or _is_contact_heading_path(unit)
            or (QUESTIONS.search(text) and not re.search(r"\bcv\b|sollicit|kandidat", text, _FLAGS))
            or (TEST.search(text) and not APPLYING.search(text) and not EMAIL.search(text))
            or (QUESTIONS.search(unit.previous) and unit.previous.rstrip().endswith("?"))
            or (PHONE_LINE.search(text) and not re.search(r"(?:stuur|bezorg|mail)\s", text, _FLAGS))
            or (unit.intro and OTHER_SUBJECT.search(unit.intro) and not APPLYING.search(unit.intro))
            or (unit.label and (CONTACT_HEADING.search(unit.label) or PHONE_LINE.search(unit.block.text)))
            or (OTHER_SUBJECT.search(text) and not APPLYING.search(text))
            or (re.search(r"intrek|terugtrek", f"{unit.previous} {text}", _FLAGS) and not URL.search(text))
        )
        if skip or unit.block.kind == "heading":
            continue
        follows = last is not None and last.block is unit.block and last.index == unit.index - 1
        direct = bool(APPLYING.search(text) or APPLYING.search(unit.label) or APPLYING.search(unit.intro)) and bool(
            SENDING.search(text) or SENDING.search(unit.intro) or unit.label or EMAIL.search(text)
        )
        if (
            direct
            or _in_section(unit)
            or _beside_applying(reading, unit)
            or (
                follows
                and SENDING.search(text)
                and re.search(
                    r"kan\s+(?:op|via)|dat\s+kan|dat\s+doe|gebruik|hoe\?|kies|stuur|sturen|bezorg|richt\b|zend|mag\s+(?:het|ze|dit|alles|ook)|mail"
                    r"|adres|geef",
                    text,
                    _FLAGS,
                )
            )
        ):
            last = unit
            yield unit


def _beside_applying(reading: Reading, unit: Unit) -> bool:
    """Whether a sentence that tells how or where to send stands in a paragraph about applying, or in one that asks for it without the word."""
    tells = any(pattern.search(unit.text) for _, pattern in WAYS) or EMAIL.search(unit.text) or URL.search(unit.text)
    around = unit.block.text if unit.block.kind != "row" else _table_text(reading, unit)
    if (
        re.search(r"\bvra(?:ag|gen)\b", unit.text, _FLAGS)
        or TEST.search(unit.label)
        or SELECTION_HEADING.search(unit.nearest)
        or CONTACT_HEADING.search(unit.nearest)
    ):
        return False
    if re.match(r"hoe\b", unit.previous, _FLAGS) and len(unit.previous) < 25:
        return bool(tells)
    ends = any(LIMIT.search(dated.before) for other in reading.units if other.block is unit.block for dated in reading.moments_in(other))
    return bool(
        tells and not SESSION.search(around) and not TEST.search(unit.text) and (APPLYING.search(around) or CALLING.search(unit.nearest) or ends)
    )


def _table_text(reading: Reading, unit: Unit) -> str:
    """The rows around a cell that tells a link or an address; the cell's own words for any other."""
    if not re.search(r"\b(?:link|website|url|webpagina|e-?mail\w*|hoe|waar|via|manier|wijze)\b", unit.label, _FLAGS):
        return unit.text
    rows = [one for one in reading.units if one.block.kind == "row" and one.block.heading == unit.block.heading]
    return " ".join(one.text for one in rows if abs(one.index - unit.index) <= 8)


def _in_section(unit: Unit) -> bool:
    return bool(APPLY_HEADING.search(unit.nearest)) and not _is_contact_heading_path(unit)


def _is_contact_heading_path(unit: Unit) -> bool:
    if any(CONTACT_HEADING.search(title) and not APPLY_HEADING.search(title) for title in unit.block.heading[-2:]):
        return True
    return bool(re.search(r"^(?:wie|bij\s+wie|vragen|nog\s+vragen|over\s)|contact", unit.nearest, _FLAGS)) and not APPLY_HEADING.search(unit.nearest)


def _without_refusals(text: str) -> str:
    """The text without the clauses that refuse a way ("kandidaturen per post worden niet aanvaard")."""
    kept = []
    for clause in re.split(r"(?<=[;:])\s+|,\s+(?=maar\b|en\s+dus\b)", text):
        refuses = (REFUSED.search(clause) and not LATE.search(clause)) or NOT_CLAUSE.search(clause)
        if not refuses or (EMAIL.search(clause) and not NOT_CLAUSE.search(clause) and re.search(r"hoef", clause, _FLAGS)):
            kept.append(clause)
    return " ".join(kept)


def _refused(units: list[Unit]) -> set[str]:
    """Ways that are refused, or left out by "enkel online"."""
    refused: set[str] = set()
    for unit in units:
        for clause in re.split(r"(?<=[;:])\s+", unit.text):
            if (REFUSED.search(clause) and not LATE.search(clause) and not re.search(r"hoef", clause, _FLAGS)) or NOT_CLAUSE.search(clause):
                if re.search(r"e-?mail|\bmails?\b", clause, _FLAGS) and not re.search(r"mail\s+(?:je|alles|naar)", clause, _FLAGS):
                    refused.add("email")
                if re.search(r"\bpost\b|brie(?:f|ven)\b|papier", clause, _FLAGS) and not re.search(r"motivatiebrief", clause, _FLAGS):
                    refused.add("post")
        if re.search(
            r"\b(?:enkel|alleen|uitsluitend)\s+(?:\w+\s+)?(?:online|digitaal)|(?:enkel|alleen|uitsluitend)\s+via\s+(?:de|het"
            r"|onze|dit)\s+(?:web|online|formulier|sollicitatie)",
            unit.text,
            _FLAGS,
        ):
            refused |= {"post", "afgifte", "email"}
    return refused


def _addresses(reading: Reading, unit: Unit, text: str) -> Iterator[tuple[int, str]]:
    for match in EMAIL.finditer(text):
        yield 0, clean_email(match.group(0))
    stripped = EMAIL.sub(" ", text)
    urls = [match.group(0) for match in URL.finditer(stripped)]
    for url in urls:
        yield 1, url
    for link in reading.source.document.links_in(unit.start, unit.end):
        label = reading.source.document.text[link.start : link.end]
        if link.target.startswith("mailto:"):
            yield 0, link.target[7:].split("?")[0].lower()
        elif link.target.startswith("http") and not urls and (LINK_LABEL.search(label) or _in_section(unit)):
            yield 1, link.target
    if not urls and (named := NAMED_PAGE.search(text)):
        yield 2, named.group(1)
    for start, end in postal_addresses(text):
        yield 3, text[start:end].strip(" ,")
