"""Fields that a bundle names apart from the level: 'Diploma: bachelor' and below it 'Richting: sociaal werk of orthopedagogie'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.eligibility.dictionary import bundle_diplomas, field_spans
from knowledge.eligibility.words import fold
from knowledge.extractors import diploma_cues as cues
from knowledge.extractors.diploma_list import Options, described
from knowledge.extractors.diploma_students import is_about_students
from knowledge.extractors.statements import Statement
from knowledge.model import DiplomaOption, Fact
from knowledge.source import Source

_NAME = r"(?:studie|afstudeer|opleidings)?(?:richting|richtingen|gebied|gebieden|domein|domeinen|specialisatie|specialisaties)"
_LABEL = re.compile(rf"^\W*(?:(?:gewenste|gevraagde|vereiste|mogelijke|aanvaarde|in|in een|een van|volgende|deze|de)\s+)*{_NAME}\s*[:=]\s*")
_ROW = re.compile(rf"^\W*(?:(?:gewenste|gevraagde|vereiste|mogelijke|aanvaarde)\s+)?{_NAME}\W*$")
_ANY = re.compile(r"\b(?:eender|gelijk welk|om het even|alle|elke|geen specifieke|maakt niet uit|niet bepaald|open)\b|^\W*(?:geen|vrij)\b")
_SPLIT = re.compile(r"\s*[,;/]\s*(?:of\s+|en\s+)?|\s+(?:of|en|ofwel)\s+", re.IGNORECASE)
# 'sociaal werk, orthopedagogie of toegepaste psychologie op bachelorniveau'.
_LEVEL_AFTER = re.compile(
    r"^(.{0,60}?\b(?:studeerde|behaalde|volgde|deed|afgestudeerd in|diploma (?:in|van)?|opleiding(?: in)?|studies)\s+)([^.;]{4,160}?)"
    r"\s+(?:op|van|aan|met)\s+(?:een\s+|het\s+|minstens\s+)?(bachelor|master|graduaats?)[- ]?(?:niveau|diploma|opleiding)\b"
)


def directions(source: Source, statements: Sequence[Statement], level: str) -> tuple[Fact[DiplomaOption], ...]:
    """The diplomas of a bare level whose fields stand in a sentence or row of their own; () where none does."""
    for statement in statements:
        label = _LABEL.match(statement.folded)
        in_row = statement.block.kind == "row" and _ROW.match(statement.label)
        if statement.heading or not (label or in_row) or _ANY.search(statement.folded):
            continue
        text = statement.text[label.end() if label else 0 :].rstrip(" .;")
        parts = [part.strip() for part in _SPLIT.split(text) if part.strip()]
        if not parts or not field_spans(text) or cues.PREFERENCE.search(statement.folded):
            continue
        citation = (source.cite(statement.start, statement.end),)
        return tuple(Fact(described(f"{level} in {re.sub(r'^(?:de|het|in)[ ]', '', part)}"), citation) for part in parts)
    return ()


def with_level_first(text: str) -> str:
    """'Je studeerde A, B of C op bachelorniveau' as 'bachelor in A, B of C'; '' for another sentence."""
    match = _LEVEL_AFTER.search(fold(text))
    if match is None or not field_spans(text[match.start(2) : match.end(2)]):
        return ""
    return f"{match.group(3).removesuffix('s')} in {text[match.start(2) : match.end(2)]}"


_STUDIED = re.compile(r"diploma|afgestudeerd|studeerde|opleiding|getuigschrift|\bbent (?:een )?|geschoold|gevormd")


def unread(source: Source, statements: Sequence[Statement], main: Statement | None, options: Options) -> tuple[Fact[str], ...]:
    """Sentences of the conditions that name a diploma and are neither the condition nor anything else that is understood."""
    found: list[Fact[str]] = []
    for statement in statements:
        if statement.heading or statement.start in options.lines | options.beside:
            continue
        if main is not None and main.start <= statement.start < main.end:
            continue
        if not cues.HEADING.search(statement.section) or cues.OTHER_SECTION.search(statement.label):
            continue
        if _understood(statement):
            continue
        readings = [reading for reading in bundle_diplomas(statement.text) if reading.level or reading.variant or reading.title]
        if readings or (_STUDIED.search(statement.folded) and field_spans(statement.text)):
            found.append(Fact(statement.text, (source.cite(statement.start, statement.end),)))
    return tuple(found)


def _understood(statement: Statement) -> bool:
    folded = statement.folded
    return bool(
        cues.FOREIGN.search(folded)
        or cues.EXCLUSION.search(folded)
        or is_about_students(statement)
        or cues.PAPERWORK.search(folded)
        or cues.STAFF.search(folded)
        or cues.PREFERENCE.search(folded)
        or cues.PREFERENCE.search(statement.label)
        or cues.PAY.search(folded)
        or cues.NONE_NEEDED.search(folded)
        or re.search(r"\b(?:niet|geen)\b", folded)
        or statement.text.rstrip().endswith("?")
    )
