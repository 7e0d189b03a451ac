"""Pay: lowest and highest gross amount, scale, period, and for which share of full time it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.extractors.units import Reading, Unit, read_units
from knowledge.model import Citation, Fact, Salary
from knowledge.money import find_amounts
from knowledge.source import Source

_PAY = re.compile(
    r"\bbruto|\bwedde|\w*wedde\b|\bloon\b|\w*loon\b|\bsalaris|\bbarema|\bverdien|\bbezoldig|\bverlon|\bbetaal|\bloonschaal"
    r"|\bschaal\b|\bweddeschaal|\bIFIC\b|\bstart(?:loon|wedde)",
    re.IGNORECASE,
)
_PAY_HEADING = re.compile(
    r"loon|wedde|salaris|verdien|bezoldig|verlon|aanbod|bied|krijg|barema|contract|voorwaarden|minimum|maximum|\bmin\b"
    r"|\bmax\b",
    re.IGNORECASE,
)
_NOT_PAY = re.compile(
    r"maaltijdcheque|ecocheque|vergoeding|premie|toelage|budget|netto|subsidie|cheques|korting|boete|vakantiegeld|inschrijvingsgeld|waarborg"
    r"|toeslag|retributie|investe|omzet|per kilometer|/\s?km|per km|per dag",
    re.IGNORECASE,
)
_BASE = re.compile(r"aan 100\s?%|100\s?%|niet[- ]ge[iï]ndexeerd|basisbedrag|zonder index|spilindex 138", re.IGNORECASE)
_FULL = re.compile(r"\bvoltijd|\bfulltime|\bfull-time|38/38|\b38 uur|\bvoor een voltijdse", re.IGNORECASE)
_PART = re.compile(
    r"\bhalftijd|\bdeeltijd|\b\d{1,2}(?:[.,]\d)?/38\b|\b(?!100)\d{2}(?:,\d+)?\s?%|\bvier vijfde|\bdrie vierde|\bde helft\b|\b4/5\b"
    r"|\b(?!38)\d{2} ?(?:uur|uren)\b",
    re.IGNORECASE,
)
_PERIODS: tuple[tuple[Literal["month", "year", "hour"], re.Pattern[str]], ...] = (
    ("hour", re.compile(r"per uur|uurloon|/\s?uur", re.IGNORECASE)),
    (
        "month",
        re.compile(r"per maand|maand(?:loon|wedde|salaris|bedrag|elijks)|/\s?m(?:aan)?d|bruto\s?maand|\bmaandelijks|p/m\b|\bmaand\b", re.IGNORECASE),
    ),
    ("year", re.compile(r"per jaar|jaar(?:wedde|loon|salaris|bedrag|lijks)|/\s?jaar|bruto\s?jaar|\bop jaarbasis|\bjaar\b(?=\s*\|?$)", re.IGNORECASE)),
)
_MAXIMUM = re.compile(
    r"(?:\btot(?: en met)?|maxim\w*|\bmax\.?|hoogstens|ten hoogste|einde?\w*|laatste trap|oploop\w* (?:tot"
    r"|naar))\W*(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
_MINIMUM = re.compile(
    r"(?:\bvanaf|minim\w*|\bmin\.?|minstens|ten minste|begin\w*|start\w*|aanvang\w*|\bvan|\btussen|trap 0)\W*(?:\w+\W+){0,5}$", re.IGNORECASE
)
_STEP = r"(?:[A-E]V?\d{1,2}[a-z]?|Cx?\d|[A-E]\d[a-z]?)"
_SCALE = re.compile(
    rf"\bIFIC[-, (]{{0,2}}(?:functie)?[- ]?(?:categorie|schaal|klasse|barema|cat\.)?\s?\d{{1,2}}[A-Z]?\b|\b(?:categorie"
    rf"|schaal)\s+\d{{1,2}}\s+\(?(?:van )?IFIC\b|\b{_STEP}(?:\s?(?:[-–/]|t\.?e\.?m\.?|tot(?: en met)?)\s?{_STEP}){{1,4}}\b"
    r"|\b[A-E]\d-\d\b"
)
_LOOSE_SCALE = re.compile(
    rf"\b(?i:weddenschaal|weddeschaal|loonschaal|salarisschaal|functieklasse|schaal|barema|graad|rang|niveau)\s*:?\s*(?:nr\.?\s*)?({_STEP}|[A-E]"
    rf"|\d{{1,3}}(?:[.,/]\d{{1,3}})?|B\d{{3}}|[A-E]\d[A-Z]|[A-Z]{{1,3}}\d{{1,3}})\b"
)
_OFFICIAL = re.compile(
    r"\b(?:officieel |officiële |wettelijk(?:e)? )?(?:barema|loonschalen|weddeschalen|weddeschaal|loonschaal|baremas"
    r"|barema's)\s+(?:van|voor|volgens|bij)\s+(?:(?! en )[^.,;|\n]){4,70}",
    re.IGNORECASE,
)
_NOT_SCALE = re.compile(
    r"nederlands|taal|\bERK\b|referentiekader|rijbewijs|frans|engels|diploma|verpleegkundige \(|capaciteitstest|niveautest"
    r"|niveauproef|in een \w-functie",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r"(\d{1,2}) jaar (?:relevante |nuttige )?(?:werk|beroeps)?(?:ervaring|anci[eë]nniteit|dienst)", re.IGNORECASE)
_CLAUSE_END = re.compile(r";|\n|(?<!\bmin)(?<!\bmax)(?<!\bca)\.\s")
_INDEXED = re.compile(
    r"(?<!niet )(?<!niet-)ge[iï]ndexeerd|huidige index|index(?:cijfer)?\s*\d|aan de index|tegen de (?:huidige )?index"
    r"|actuele index",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Paid:
    value: float
    unit: Unit
    start: int
    period: Literal["month", "year", "hour"] | None
    base: bool
    full: bool | None
    score: float


def extract_salary(source: Source) -> Fact[Salary] | None:
    """Gross pay and scale; None when the bundle gives neither. Amounts for full time go before those for a part of it."""
    reading = read_units(source)
    chosen = _chosen(list(_paid(reading)))
    scale = _scale(reading)
    if not chosen and scale is None:
        return None
    citations: list[Citation] = [source.cite(paid.unit.start, paid.unit.end) for paid in chosen]
    if scale:
        citations.append(scale[1])
    low, high = _range(chosen)
    texts = " ".join(f"{paid.unit.label} {paid.unit.nearest} {paid.unit.block.text}" for paid in chosen)
    salary = Salary(
        low,
        high,
        scale[0] if scale else None,
        chosen[0].period if chosen else None,
        _full_time(chosen),
        None if not chosen else False if all(paid.base for paid in chosen) else True if _INDEXED.search(texts) else None,
    )
    return Fact(salary, tuple(sorted(set(citations), key=lambda item: item.start)), confidence=0.95 if chosen else 0.85)


def _paid(reading: Reading) -> Iterator[_Paid]:
    for unit in reading.units:
        amounts = [amount for amount in find_amounts(unit.text) if amount.value >= 800 or (amount.value >= 10 and _PERIODS[0][1].search(unit.text))]
        stops = [stop.end() for stop in _CLAUSE_END.finditer(unit.text)]
        for amount in amounts:
            clause_start = max((stop for stop in stops if stop <= amount.start), default=0)
            clause_end = min((stop for stop in stops if stop > amount.end), default=len(unit.text))
            clause = unit.text[clause_start:clause_end]
            around = f"{unit.label} {clause}"
            if _NOT_PAY.search(unit.text[max(clause_start, amount.start - 45) : amount.end + 12]) and not re.search("bruto", around):
                continue
            score = (
                2.0 * bool(_PAY.search(around))
                + bool(_PAY.search(unit.nearest) or _PAY_HEADING.search(unit.nearest))
                + bool(_PAY_HEADING.search(unit.label))
            )
            score += 1 if re.search("bruto", f"{around} {unit.nearest}", re.IGNORECASE) else 0
            if score < 2:
                continue
            before = unit.text[clause_start : amount.start]
            example = _EXAMPLE.search(clause) or _EXAMPLE.search(before[-60:])
            if example and len(amounts) == 1 and 0 < int(example[1]) < 20 and not _MAXIMUM.search(before):
                continue
            base = bool(_BASE.search(f"{unit.label} {clause}")) and not _INDEXED.search(clause)
            period = _period(unit, clause, amount.value)
            yield _Paid(amount.value, unit, unit.start + amount.start, period, base, _share(unit, clause, before), score)


def _period(unit: Unit, clause: str, value: float) -> Literal["month", "year", "hour"] | None:
    for text in (unit.label, clause, unit.text, unit.block.text if unit.block.kind != "row" else "", unit.nearest):
        for name, cue in _PERIODS:
            if (
                cue.search(text)
                and not (name == "month" and value > 15000)
                and not (name == "year" and value < 9000)
                and not (name == "hour" and value > 150)
            ):
                return name
    return None


def _share(unit: Unit, clause: str, before: str) -> bool | None:
    """True: the amount is for full time; False: for a part of it; None: not said."""
    for text in (unit.label, before, clause):
        full, part = _FULL.search(text), _PART.search(_BASE.sub(" ", text))
        if full or part:
            return bool(full) if not (full and part) else full.start() > part.start() if text is before and part else True
    return None


def _chosen(paid: Sequence[_Paid]) -> list[_Paid]:
    """The amounts that belong together: one period, indexed before basic ones, full time before part time."""
    if not paid:
        return []
    kept = [item for item in paid if not item.base] or list(paid)
    full = [item for item in kept if item.full is not False]
    kept = full or kept
    best = max(kept, key=lambda item: item.score)
    kept = [item for item in kept if item.period == best.period or (item.period is None and item.unit.block is best.unit.block)]
    near = [
        item for item in kept if item.unit.block.heading == best.unit.block.heading or item.unit.block.heading[:-1] == best.unit.block.heading[:-1]
    ]
    ordered = sorted(near, key=lambda item: item.start)
    return [item for item in ordered if item.score >= best.score - 2]


def _range(chosen: Sequence[_Paid]) -> tuple[float | None, float | None]:
    values = sorted({item.value for item in chosen})
    if not values:
        return None, None
    if len(values) > 1:
        return values[0], values[-1]
    item = chosen[0]
    before = f"{item.unit.label} {item.unit.text[: item.start - item.unit.start]}"
    least, most = _MINIMUM.search(before), _MAXIMUM.search(before)
    if most and (not least or most.start() > least.start()):
        return None, values[0]
    return values[0], values[0] if re.search(r"\bvast (?:loon|bedrag)|\bbedraagt\b", before) and not least else None


def _full_time(chosen: Sequence[_Paid]) -> bool | None:
    said = [item.full for item in chosen if item.full is not None]
    if not said:
        return None
    return any(said)


def _scale(reading: Reading) -> tuple[str, Citation] | None:
    """The scale: a range of grades or an IFIC category first, else what 'schaal', 'barema' or the like announces."""
    best: tuple[float, str, Citation] | None = None
    for unit in reading.units:
        context = f"{unit.label} {unit.text}"
        for pattern, weight in ((_SCALE, 3.0), (_LOOSE_SCALE, 1.5), (_OFFICIAL, 1.0)):
            for match in pattern.finditer(unit.text):
                near = context[max(0, match.start() + len(unit.label) - 40) : match.end() + len(unit.label) + 30]
                if _NOT_SCALE.search(near) and not _PAY.search(near):
                    continue
                value = match.group(1) if pattern is _LOOSE_SCALE else match.group()
                if pattern is _LOOSE_SCALE and re.fullmatch(r"[A-E]", value) and not re.search(r"schaal|barema", match.group(), re.IGNORECASE):
                    continue
                score = weight + 1.5 * bool(_PAY.search(context)) - unit.index / 1000
                if best is None or score > best[0]:
                    best = (score, value.strip(), reading.source.cite(unit.start, unit.end))
    label_value = next(
        (
            unit
            for unit in reading.units
            if re.search(r"(?:loon|wedde|salaris)schaal|^barema", unit.label.split(" | ")[0], re.IGNORECASE) and len(unit.text) < 60
        ),
        None,
    )
    if best is None and label_value:
        return label_value.text, reading.source.cite(label_value.start, label_value.end)
    return (best[1], best[2]) if best else None
