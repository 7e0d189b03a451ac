"""Other ways in that a bundle itself offers: experience, a test, enrolment in a course, promotion of staff."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from knowledge.eligibility.amounts import NUMBER, years_in
from knowledge.eligibility.dictionary import has_level
from knowledge.eligibility.words import fold
from knowledge.extractors import diploma_cues as cues
from knowledge.extractors.diploma_list import Options
from knowledge.extractors.diploma_ways import Way
from knowledge.extractors.statements import Statement
from knowledge.model import Fact, Route
from knowledge.source import Source

Kind = Literal["experience_and_test", "experience", "test", "enrolment", "promotion", "recognition", "other"]

_KIND_OF_WORK = re.compile(
    r"(?:ervaring(?:\s+(?:hebt|heeft|heb))?\s+(?:in|als|binnen|bij|met)\s+|aan de slag als\s+|werkzaam (?:als|in|bij)\s+|gewerkt (?:als|in|bij)\s+)"
    r"(?:een\s+|de\s+|het\s+)?((?:[^.;:()?!,]|,(?=\s+[\w-]+(?:\s+[\w-]+)?\s+of\s))+?)"
    r"(?=\s+(?:hebt|heeft|[eé]n slaagt|[eé]n slagen|[eé]n je|heb\b|hebben|beschikt|kan|kunt|voorlegt|bewijst|[eé]n (?:een )?gunstige)"
    r"|\s*[.;:()?!]|\s*,(?!\s+[\w-]+(?:\s+[\w-]+)?\s+of\s)|$)",
    re.IGNORECASE,
)
# 'Je hebt een bachelordiploma of minstens vijf jaar ervaring': the second half is a way of its own.
_OR = re.compile(r"(?:,\s*|\s+)(?:of|ofwel|hetzij|dan wel|(?:maar )?ook (?:met|wie|als je|als u))\s+")
_BEFORE_YEARS = re.compile(
    r"(?:(?:je|jij|u|men|hij|zij|heb|hebt|heeft|beschikt|bouwde|bewijst|kan|over|al|een|de|door|met|minstens|minimaal|minimum|ten minste|min\."
    r"|relevante|aantoonbare|nuttige|evenwaardige?|kennis|attesten|aantonen|bewijzen|dat|gelijkwaardig\w*|voldoende|reeds|samen|in totaal|paar"
    r"|enkele|enige|ruime|jaar|jaren|[a-z]*ervaring van)\s+)*"
)
_AMOUNT = re.compile(rf"(?:{NUMBER} (?:a \S+ |tot \S+ )?jaar|[a-z]*ervaring)\b")
_PLUS = re.compile(r"\b(?:plus|met|en|aangevuld met|samen met|mits)\s*(?:minstens |minimaal |minimum |ten minste |relevante )?$")


def experience_half(statement: Statement) -> int | None:
    """Where in a sentence the way by experience or a test begins that stands beside a diploma; None where there is none."""
    folded = statement.folded
    if cues.PREFERENCE.search(folded):
        return None
    ways = [match for match in _OR.finditer(folded) if has_level(statement.text[: match.start()])]
    experience = _EXPERIENCE.search(folded)
    for match in reversed(ways):
        if experience and match.start() < experience.start() and _by_experience(statement.text, match.end()):
            return match.end()
        if _PASSES.match(folded, match.end()) and cues.TEST.search(folded, match.end()):
            return match.end()
    return None


_EXPERIENCE = re.compile(r"ervaring|jaar (?:lang )?(?:als|in|bij|voor) [^.;]{2,60}\b(?:werkt|werkte|gewerkt|actief|aan de slag)\b")
_PASSES = re.compile(r"(?:je |u |men )?(?:bent |zijn )?(?:slagen|slaagt|geslaagd|slaag)\b")


def _by_experience(text: str, start: int) -> bool:
    folded = fold(text)
    lead = _BEFORE_YEARS.match(folded, start)
    begin = lead.end() if lead else start
    if _AMOUNT.match(folded, begin):
        return True
    amount = _AMOUNT.search(folded, begin)
    gap = text[start : amount.start()] if amount else ""
    return bool(amount and has_level(gap) and _PLUS.search(fold(gap)))


def find_routes(source: Source, statements: Sequence[Statement], options: Options) -> tuple[tuple[Fact[Route], ...], set[int]]:
    """The routes, and the start offsets of the statements that state nothing else."""
    routes = [_of_way(source, way) for way in options.ways if way.without]
    used: set[int] = set()
    for index, statement in enumerate(statements):
        if statement.start in used or statement.heading or statement.start in options.lines | options.beside:
            continue
        half = experience_half(statement)
        if half is not None:
            text = statement.text[half:]
            kind = _kind(fold(text))
            routes.append(Fact(_route(text, "experience" if kind == "other" else kind), (source.cite(statement.start + half, statement.end),)))
            continue
        promotion = _listed_promotion(statement, statements[index + 1 :])
        before = statements[:index]
        if (promotion is None and not _is_route(statement) and not _answers_without(statement, before)) or _first_of_either(
            statement, statements[:index]
        ):
            continue
        parts = [statement, *_continued(statements[index + 1 :], statement)]
        if promotion is not None:
            parts = [statement, *promotion]
        text = source.document.text[parts[0].start : parts[-1].end]
        kind = _kind(" ".join((parts[0].label if parts[0].block.kind == "row" else "", *(part.folded for part in parts))))
        used |= {part.start for part in parts}
        routes.append(Fact(_route(text, kind), (source.cite(parts[0].start, parts[-1].end),)))
    # The test that goes with experience is named again among the steps of the selection; that is no second way.
    tested = any(route.value.kind == "experience_and_test" for route in routes)
    return tuple(route for route in routes if not (tested and route.value.kind == "test")), used


def _of_way(source: Source, way: Way) -> Fact[Route]:
    """A way that asks no diploma, with all its lines."""
    text = source.document.text[way.start : way.end]
    joined = re.sub(r"\s*\n\s*", ", ", text.strip())
    kind = _kind(fold(joined))
    return Fact(_route(joined, "experience" if kind in ("other", "promotion") else kind), (source.cite(way.start, way.end),))


_EITHER = re.compile(r"\b(?:ofwel|hetzij)\b")


def _first_of_either(statement: Statement, before: Sequence[Statement]) -> bool:
    """'Ofwel heb je een master en ... Ofwel heb je een bachelor en ...': the first way is the condition itself."""
    if not _EITHER.search(statement.folded):
        return False
    return not any(other.block.heading == statement.block.heading and _EITHER.search(other.folded) for other in before)


# A heading or question that announces the way of those without the diploma.
_NO_DIPLOMA_ASKED = re.compile(
    r"\b(?:geen|zonder|niet)\b[^.]{0,30}(?:diploma|bachelor|master|getuigschrift)|(?:diploma|bachelor|master)[^.]{0,12}\bniet\b"
)
_ABOUT_DIPLOMA = re.compile(r"diploma|bewijs|brevet|attest|ervaring|opleiding")
_TAKES_PART = re.compile(r"staat de|open voor|deelnemen|meedoen|solliciteren|kandidaat|bevordering")


# 'Een niveautest organiseren we niet', 'zij laat geen afwijking toe op grond van ervaring of van een capaciteitsproef'.
_WAY = r"(?:[a-z]*(?:test|proef|toets|ervaring)|afwijking|uitzondering|bevordering|vrijstelling)"
_REFUSES_WAY = re.compile(
    rf"\bgeen (?:[a-z]+ ){{0,2}}{_WAY}\b|\b{_WAY}\b[^.;]{{0,50}}\b(?:organiseren|voorzien|aanvaarden|aanbieden|bestaat|is|zijn|nemen|telt|tellen)"
    rf"\b[^.;]{{0,30}}\bniet\b|\bniet\b[^.;]{{0,25}}\b(?:vervang|compens|in de plaats)|\b(?:vervang|compens)\w*\b[^.;]{{0,60}}\bniet\b"
)


def _is_route(statement: Statement) -> bool:
    # A table names the way in its first column: 'Zonder dat diploma | Je hebt zes jaar ervaring en slaagt voor een test.'
    own = statement.folded
    folded = f"{statement.label}: {own}" if statement.block.kind == "row" or _NO_DIPLOMA_ASKED.search(statement.label) else own
    if cues.EXCLUSION.search(folded) or cues.PREFERENCE.search(folded) or cues.FOREIGN.search(folded) or cues.PAPERWORK.search(folded):
        return False
    if cues.STAFF.search(folded) and _TAKES_PART.search(folded) and "reserve" not in own:
        return _offers_promotion(own)
    if cues.OTHER_SECTION.search(statement.section) and not cues.HEADING.search(statement.section):
        return False
    if _REFUSES_WAY.search(own):
        return False
    way = _offers_experience(own) or bool(cues.TEST.search(own) or cues.ENROLMENT.search(own) or cues.RECOGNITION.search(own))
    if not way or not (has_level(statement.text) or _ABOUT_DIPLOMA.search(folded)):
        return False
    folded = re.sub(r"\([^)]*\)", " ", folded)
    asked = statement.label if statement.label.endswith("?") else ""
    return bool(cues.ALTERNATIVE.search(folded) or "?" in folded or (cues.ALTERNATIVE.search(asked) and cues.ENROLMENT.search(own)))


def _answers_without(statement: Statement, before: Sequence[Statement]) -> bool:
    """'Heb je geen bachelordiploma? Dan heb je minstens vijf jaar ervaring': the question, a sentence of its own, says who this is for."""
    asked = before[-1] if before and before[-1].block is statement.block else None
    if asked is None or not asked.text.rstrip().endswith("?") or not _NO_DIPLOMA_ASKED.search(asked.folded):
        return False
    folded = statement.folded
    refused = cues.EXCLUSION.search(folded) or cues.FOREIGN.search(asked.folded) or cues.PREFERENCE.search(folded)
    return not refused and (_offers_experience(folded) or bool(cues.TEST.search(folded)))


def _offers_promotion(folded: str) -> bool:
    if re.search(r"proeftijd|inlooptijd|reserve|verlof", folded) and not re.search(r"anci[eë]?nniteit|evaluatie", folded):
        return False
    if years_in(folded):
        return True
    if "mobiliteit" in folded and re.search(r"\bniveau [a-e]\b|\bgraad\b|open voor", folded):
        return True
    return "bevordering" in folded and "aanwerving" not in folded and bool(re.search(r"kunnen|mogen|kan |mag |ten minste|minstens", folded))


def _offers_experience(folded: str) -> bool:
    return bool(cues.EXPERIENCE.search(folded)) and (years_in(folded) is not None or "gelijkwaardig" in folded)


def _listed_promotion(statement: Statement, following: Sequence[Statement]) -> list[Statement] | None:
    """What promotion asks: the points that a sentence leads in, or the sentences below a heading of its own; None where neither is here."""
    if cues.EXCLUSION.search(statement.folded) or cues.NOT_BY_PROMOTION.search(statement.folded):
        return None
    parts: list[Statement] = []
    by_heading = bool(statement.block.heading and cues.PROMOTES.search(statement.label))
    for other in following:
        same = other.block is statement.block
        if other.heading or other.block.heading != statement.block.heading or not (same or other.block.kind == "item"):
            break
        parts.append(other)
    led = [part.text.rstrip().endswith(":") for part in (statement, *parts) if part.block is statement.block]
    if not by_heading and not (any(led) and cues.PROMOTES.search(statement.folded)):
        return None
    text = " ".join(part.folded for part in (statement, *parts))
    return parts if years_in(text) is not None and cues.STAFF_TERMS.search(text) else None


def _continued(following: Sequence[Statement], first: Statement) -> list[Statement]:
    parts: list[Statement] = []
    for statement in following:
        if statement.block is not first.block or not cues.CONTINUES.search(statement.folded):
            break
        parts.append(statement)
    return parts


def _kind(folded: str) -> Kind:
    test = bool(cues.TEST.search(folded)) and not cues.NO_TEST.search(folded)
    if cues.STAFF.search(folded):
        return "promotion"
    if _offers_experience(folded) or (years_in(folded) is not None and _EXPERIENCE.search(folded)):
        return "experience_and_test" if test else "experience"
    if cues.ENROLMENT.search(folded):
        return "enrolment"
    if test:
        return "test"
    return "recognition" if cues.RECOGNITION.search(folded) else "other"


def _route(text: str, kind: Kind) -> Route:
    work = _KIND_OF_WORK.search(text)
    return Route(kind, text.strip(), years_in(text) if kind != "enrolment" else None, work.group(1).strip() if work else None)
