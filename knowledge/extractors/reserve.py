"""The reserve of successful candidates, the number of places, and how experience counts for the pay."""

from __future__ import annotations

import re

from knowledge.extractors.job_nouns import JOB_NOUN
from knowledge.extractors.units import Unit, read_units
from knowledge.model import Fact
from knowledge.source import Source

_RESERVE = re.compile(
    r"\b(?:wervings|werf|aanwervings|bevorderings)?-?reserve\b|\bwachtlijst\b|\bin (?:ons|het) lijstje\b|\breservelijst\b", re.IGNORECASE
)
_VALIDITY = re.compile(r"geldig|geldigheid|maand|jaar|tot (?:en met )?\d|verlengd|verlengbaar", re.IGNORECASE)
_NO_RESERVE = re.compile(r"\b(?:geen|niet)\b", re.IGNORECASE)
_NUMBERS = {"één": 1, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10}
_COUNT = rf"(\d{{1,2}}|{'|'.join(word for word in _NUMBERS if word != 'een')})"
_PLACES = re.compile(
    rf"\b{_COUNT}\s+(?:(?:vacante|openstaande|voltijdse|halftijdse|deeltijdse|contractuele|statutaire|vaste|tijdelijke)\s+){{0,3}}(?:plaatsen|plaats|vacatures"
    rf"|betrekkingen|betrekking|voltijdse betrekking|functies)\b(?!\s+(?:gelden|voor\s+dagverz|dagverz|in de opvang|parking))",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    rf"\b(?:zoeken|zoekt|aanwerving van|werft aan:?|werven aan|gezocht)\W+(?:(?:we"
    rf"|wij|daarom|nog|dus|samen|dringend|ook)\s+){{0,3}}{_COUNT}\s+((?:[a-zà-ÿ-]+\s+){{0,3}}[a-zà-ÿ-]+)",
    re.IGNORECASE,
)
_HEADED = re.compile(rf"^\W*{_COUNT}\s+((?:[\w-]+\s+){{0,3}}?[\w-]+)\s+(?:gezocht|\()", re.IGNORECASE)
_NOT_PLACES = re.compile(
    r"dagverzorging|woongelegenheden|\bplaats is er voor|twintig mensen|kinderen|opvangplaatsen|functies met"
    r"|verschillende functies|verschillende jobs|de twee functies|voor de twee|twee jobs",
    re.IGNORECASE,
)
# 'Twee vacatures' above two functions: how many functions there are, not how many places one has.
_FUNCTIONS = re.compile(r"\b(?:vacatures|functies|jobs|betrekkingen|plaatsen\s+vrij)\b", re.IGNORECASE)
_SENIORITY = re.compile(
    r"(?:anci[eë]nniteit|\bervaring|\bjaren\b|\bdiensten\b|beroepservaring).{0,140}(?:meegerekend|meegeteld|\bmee\b|in aanmerking|meerekenen"
    r"|overgenomen|volledig tellen|tellen volledig|valoris|verrekend|gevaloriseerd|erkend)"
    r"|(?:rekenen|nemen|tellen)\b.{0,60}(?:anci[eë]nniteit|ervaring).{0,60}\bmee\b|\baanvaarding van (?:relevante )?anci[eë]nniteit"
    r"|(?:priv[eé]\w*|private? sector|openbare (?:sector|dienst\w*)|overhe(?:id|den)|zelfstandige)\b"
    r".{0,60}\b(?:tel(?:t|len)|kom(?:t|en)|neemt|nemen)\b"
    r".{0,60}(?:\bmee\b|in aanmerking)",
    re.IGNORECASE,
)
_NOT_SENIORITY = re.compile(
    r"niveauanci|troef|pluspunt|vereist|voorwaarde|telt niet mee|voor die drie jaar|capaciteitstest|deelnemen|infosessie", re.IGNORECASE
)


def extract_reserve(source: Source) -> Fact[str] | None:
    """The sentence about the reserve; the one with its validity first."""
    best: tuple[float, Unit] | None = None
    for unit in read_units(source).units:
        label = bool(_RESERVE.search(unit.label.split(" | ")[0]) or _RESERVE.search(unit.nearest))
        own = bool(_RESERVE.search(unit.text))
        if unit.block.kind == "heading" or not (own or (label and len(unit.text) < 120)):
            continue
        score = 1.0 + 2.0 * bool(_VALIDITY.search(unit.text)) + 0.5 * bool(_NO_RESERVE.search(unit.text)) + label
        if re.search(r"solliciteer|indienen|rijbewijs|aanleg van een|met (?:een )?\w*reserve", unit.text, re.IGNORECASE) and not re.search(
            "geldig", unit.text
        ):
            score -= 0.5
        if best is None or score > best[0]:
            best = (score, unit)
    if best is None:
        return None
    return Fact(best[1].text, (source.cite(best[1].start, best[1].end),), confidence=0.9 if best[0] >= 2 else 0.8)


def extract_places(source: Source, title: Fact[str] | None = None) -> Fact[int] | None:
    """How many are sought, where the bundle says it in figures or words; what stands right behind the title goes first."""
    if title and title.citations:
        end = title.citations[0].end
        behind = re.match(rf"\W*{_COUNT} plaats", source.document.text[end : end + 40], re.IGNORECASE)
        if behind:
            count = _NUMBERS.get(behind[1].lower()) or int(behind[1])
            return Fact(count, (source.cite(title.citations[0].start, end + behind.end()),), confidence=0.95)
    for unit in read_units(source).units:
        if re.fullmatch(r"\W*aantal(?:\s+(?:plaatsen|betrekkingen|vacatures))?\W*", unit.label or unit.nearest, re.IGNORECASE) and (
            alone := re.fullmatch(rf"\W*{_COUNT}\W*", unit.text, re.IGNORECASE)
        ):
            return Fact(_NUMBERS.get(alone[1].lower()) or int(alone[1]), (source.cite(unit.start, unit.end),), confidence=0.95)
    shared = len(source.blocks) < len(source.document.blocks)
    for unit in read_units(source).units:
        if _NOT_PLACES.search(unit.text) or (shared and _FUNCTIONS.search(unit.text)):
            continue
        for pattern in (_HEADED, _SOUGHT, _PLACES):
            match = pattern.search(unit.text)
            if match and (pattern is _PLACES or JOB_NOUN.search(match[2])):
                count = _NUMBERS.get(match[1].lower()) or int(match[1])
                if 0 < count <= 60:
                    return Fact(count, (source.cite(unit.start, unit.end),), confidence=0.9)
    return None


def extract_seniority(source: Source) -> tuple[Fact[str], ...]:
    """The sentences on which earlier experience counts for the pay."""
    found = (
        unit
        for unit in read_units(source).units
        if unit.block.kind != "heading" and _SENIORITY.search(unit.text) and not _NOT_SENIORITY.search(unit.text)
    )
    return tuple(Fact(unit.text, (source.cite(unit.start, unit.end),), confidence=0.9) for unit in found)
