"""The contract: kind, duration, begin and end, share of full time and hours a week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.extractors.units import Dated, Reading, Unit, read_units
from knowledge.model import Contract, Fact, Moment
from knowledge.source import Source

_NUMBER_WORDS = {
    "één": 1,
    "een": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
    "twaalf": 12,
    "achttien": 18,
}
_COUNT = rf"(?:\d{{1,2}}|{'|'.join(_NUMBER_WORDS)}|anderhalf)"
_LABEL = re.compile(
    r"contract|statuut|werkregime|regime|tewerkstelling|dienstverband|aanstelling|jobtime|tijd\b|uren|uurrooster|prestatie|duur"
    r"|periode|betreft|type|in het kort|kort gezegd",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"contract|overeenkomst|aanstelling|aangesteld|betrekking|tewerkstelling|dienstverband|in dienst|functie\b|verband\b|vervang|arbeidsduur"
    r"|werkweek|aanwerv|opdracht|voltijds|deeltijds|halftijds|per week|job\b",
    re.IGNORECASE,
)
# What speaks of others' contracts, of pay or leave in general, or of the candidates' past.
_NOT_JOB = re.compile(
    r"\bverlof\b|verlofdag|vakantie|anci[eë]nniteit|ervaring|niveauanci|personeelslid dat|personeelsleden|medewerkers van|collega's"
    r"|voor een voltijdse"
    r"|voltijds(?:e)? (?:equivalent|basis|gerekend|bedraagt|is dat|job bedraagt)|bij een voltijdse"
    r"|voltijds zou|voor wie voltijds|uitzicht op|kans op een|enkel als|als je slaagt|kunt? nadien|later",
    re.IGNORECASE,
)
_STATUTORY = re.compile(r"\bstatutai(?:r|re)\b|\bvast(?:e)? benoem\w*|\bin statutair verband", re.IGNORECASE)
_CONTRACTUAL = re.compile(r"\bcontractue(?:el|le)\b|\bonder arbeidsovereenkomst\b", re.IGNORECASE)
_TEMPORARY = re.compile(
    r"\btijdelijke?\b|(?<!on)\bbepaalde (?:duur|tijd)\b|\bcontract (?:voor|van) (?:een periode van )?" + _COUNT + r" (?:jaar|maand)", re.IGNORECASE
)
_REPLACEMENT = re.compile(r"\bvervangings?\s?(?:contract|overeenkomst)?\b|\bter vervanging\b|\bvervangings\w+", re.IGNORECASE)
_PERMANENT = re.compile(r"\bonbepaalde (?:duur|tijd)\b|\bvast contract\b", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:ouderschapsverlof|loopbaanonderbreking|zwangerschap(?:sverlof)?|bevallingsverlof|moederschapsrust|moederschapsverlof|ziekteverlof"
    r"|ziekte|zorgverlof|zorgkrediet|tijdskrediet|loopbaanvermindering"
    r"|verlof zonder wedde|onbetaald verlof|langdurige afwezigheid|pensioen)\b",
    re.IGNORECASE,
)
_DURATION = re.compile(
    rf"(?:bepaalde (?:duur|tijd)|contract|vervanging\w*|tijdelijk\w*|periode)\s*(?:,|\(|:)?\s*(?:voor |van |gedurende )?(?:een (?:periode"
    rf"|duur) van |de duur van |minstens |maximaal |max\. )?({_COUNT} (?:jaar|jaren|maanden|maand|schooljaar))\b",
    re.IGNORECASE,
)
_NOT_DURATION = re.compile(r"reserve|geldig|lijst|proeftijd|proefperiode|ervaring|ouder dan|stage|\bindien\b|verzekering", re.IGNORECASE)
_START = re.compile(
    r"indiensttreding|in dienst(?:treden)?|start(?:en|datum|t)?\b|begin(?:nen|t|datum)?\b|aanvang|gaat in|ingaan|ingang|aanstelling"
    r"|eerste werkdag|beschikbaar|tewerkstelling|kan (?:je|u) aan de slag|aan de slag|vanaf",
    re.IGNORECASE,
)
_START_LABEL = re.compile(
    r"^(?:het |de |je |jouw |uw )?(?:start\w*|indiensttreding|in dienst\w*|aanvang\w*|begin\w*|ingangsdatum|datum (?:van )?indiensttreding|periode"
    r"|vanaf|wanneer (?:start|begin)\w*.*|duur|contract)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"contract|overeenkomst|aanstelling|periode|duur|vervang|tewerkstelling|tijdelijk|betrekking|opdracht", re.IGNORECASE)
_UNTIL = re.compile(r"(?:\btot(?: en met)?|t\.?e\.?m\.?|t/m|eindigt op|einde(?:datum)?:?)\s*(?:\w+dag\s*)?$", re.IGNORECASE)
_NOT_START = re.compile(
    r"proef|gesprek|sollicit|kandidat|inschrijv|diploma|attest|rijbewijs|infosessie|infomoment|feedback|uitslag|jury|examen|assessment|reserve"
    r"|test\b|bijscholing|laatstejaars|studeer|studie|schuift|dossier|strafregister"
    r"|visum|ouder dan|online|sluit|campagne|deadline|aanvragen|oproep|vacature(?! start)|terecht|telefon",
    re.IGNORECASE,
)
_FULL_TIME = re.compile(r"\bvolti?jdse?\b|\bfull\s?-?time\b|\b38\s?/\s?38\b|\b100\s?% (?:tewerkstelling|job)", re.IGNORECASE)
_PAID_FULL_TIME = re.compile(
    r"\b(?:bij|voor|op basis van|aan|tegen|in)\s+(?:een\s+|wie\s+)?voltijdse?\b|\bvoltijdse?\b(?=[^.;]{0,25}(?:bruto"
    r"|loon|wedde|bedraagt|is dat|min\b|minstens))",
    re.IGNORECASE,
)
_EITHER = re.compile(
    r"voltijdse?\s*(?:of|en/of|/|en)\s*(?:deeltijd|halftijd)|(?:deeltijdse?|halftijdse?)\s*(?:of|en/of|/|en)\s*voltijd", re.IGNORECASE
)
_HALF_TIME = re.compile(r"\bhalfti?jdse?\b|\bhalf-time\b|\b1/2de\b|\b50\s?%", re.IGNORECASE)
_OF_38 = re.compile(r"(?<![\d/])(\d{1,2}(?:[.,]\d{1,2})?)\s?/\s?(3[678](?:[.,]\d{1,2})?|40)(?![\d/])(?:\s?(?:sten|ste|e|de|uren))?")
_SHARE = re.compile(r"(?<![\d/])([1-4])\s?/\s?(5|4|3)(?:de|den|e)?(?![\d/])")
_PERCENT = re.compile(r"(?<![\d,.])(\d{2,3}(?:[.,]\d)?)\s?(?:%|procent)")
_WORDS = re.compile(r"\b(vier vijfde|drie vierde|drie kwart|drievierde|viervijfde|twee derde|drie vijfde)\w*", re.IGNORECASE)
_WORD_SHARES = {"viervijfde": 0.8, "drievierde": 0.75, "driekwart": 0.75, "tweederde": 0.667, "drievijfde": 0.6}
_HOURS = re.compile(
    r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?)\s?(?:u(?:ur|ren)?)\b(?:\s?(?:en\s)?(\d{1,2})\s?min\w*)?(?:\s?(?:per|in de|/)\s?week"
    r"|(?=\)|\s*\())",
    re.IGNORECASE,
)
# "30,4 uur per week is bespreekbaar", "je kiest zelf: 19, 24 of 30,4 uur": no share of this job, or not the one to begin with.
_NEGOTIABLE = re.compile(
    r"\b(?:bespreekbaar|mogelijk|in overleg|op vraag|kan ook|te bespreken|overeen te komen|naar keuze|minder dan)\b", re.IGNORECASE
)
_CHOICE = re.compile(
    r"\d+(?:[.,]\d+)?\s?(?:uur|u|%)?(?:\s*(?:,|/|of)\s*\d+(?:[.,]\d+)?\s?(?:uur|u|%)?)*\s+of\s+\d+(?:[.,]\d+)?\s?(?:uur|u\b|%)", re.IGNORECASE
)
_FRACTION_CONTEXT = re.compile(
    r"deeltijd|voltijd|halftijd|tewerkstell|regime|job|jobtime|betrekking|contract|tijd\b|prestatie|per week|uren"
    r"|gezocht|aanstelling|opdracht|werkt?\b|bepaalde duur",
    re.IGNORECASE,
)
_NOT_FRACTION = re.compile(
    r"punten|\bslag|\bhaalt?\b|geslaagd|totaal|minimum|korting|premie|pensioen|toeslag|bij zondag|zaterdag|telewerk|thuiswerk"
    r"|van de kost|terugbeta|arbeidshandicap|inwoners|loon|wedde|bruto|verdien",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Scored:
    value: str
    unit: Unit
    score: float
    derived: bool = False


def extract_contract(source: Source) -> Contract:
    """What the bundle says of the contract; each part None where it is silent."""
    reading = read_units(source)
    start, end = _dates(reading)
    return Contract(_type(reading), _duration(reading), start, end, _fraction(reading), _hours(reading))


def _weight(unit: Unit) -> float:
    """How much a unit is about the contract of this job: labels and the first lines most."""
    lead = re.match(r"(?:het |je |uw |jouw )?([\w ]{3,30}):", unit.text, re.IGNORECASE)
    label = lead[1] if lead else unit.label.split(" | ")[0]
    score = 3.0 if _LABEL.search(label) else 2.0 if _LABEL.search(unit.nearest) and len(unit.text) < 160 else 0.0
    score += 2.0 if unit.index < 12 else 0.0
    score += 1.5 if _ABOUT.search(unit.text) else 0.0
    return score - (2.5 if _NOT_JOB.search(unit.text) else 0.0)


def _best(found: Iterator[_Scored], reading: Reading, least: float = 1.0) -> Fact[str] | None:
    best = max(found, key=lambda item: (item.score, -item.unit.index), default=None)
    if best is None or best.score < least:
        return None
    return Fact(best.value, reading.cite(best.unit), confidence=min(0.97, 0.6 + best.score / 15), derived=best.derived)


def _type(reading: Reading) -> Fact[str] | None:
    return _best(_types(reading), reading)


def _types(reading: Reading) -> Iterator[_Scored]:
    for unit in reading.units:
        score = _weight(unit)
        statutory, contractual = _STATUTORY.search(unit.text), _CONTRACTUAL.search(unit.text)
        if statutory and contractual:
            yield _Scored("statutair of contractueel", unit, score + 3.4)
        elif statutory or contractual:
            yield _Scored("statutair" if statutory else "contractueel", unit, score + 3.5)
        elif _TEMPORARY.search(unit.text) and (score >= 1.5 or unit.block.kind == "heading"):
            yield _Scored("tijdelijk", unit, score + 1.0, not re.search("tijdelijk", unit.text, re.IGNORECASE))
        elif _REPLACEMENT.search(unit.text) and score >= 1.5:
            yield _Scored("tijdelijk (vervanging)", unit, score + 0.9, derived=True)
        elif _PERMANENT.search(unit.text) and re.search(r"contract|overeenkomst", f"{unit.label} {unit.text}", re.IGNORECASE):
            yield _Scored("contractueel", unit, score + 0.5, derived=True)


def _duration(reading: Reading) -> Fact[str] | None:
    return _best(_durations(reading), reading, 1.5)


def _durations(reading: Reading) -> Iterator[_Scored]:
    for unit in reading.units:
        score = _weight(unit)
        match = _DURATION.search(unit.text)
        if match and not _NOT_DURATION.search(unit.text[max(0, match.start() - 60) : match.end() + 30]):
            whole = re.search(r"(?<!on)bepaalde (?:duur|tijd)", unit.text[: match.end()], re.IGNORECASE)
            yield _Scored(unit.text[whole.start() if whole else match.start(1) : match.end()], unit, score + 1.8)
        elif match := _PERMANENT.search(unit.text):
            loose = "onbepaalde" not in match.group().lower()
            yield _Scored(match.group(), unit, score + (-1.0 if loose or unit.text.endswith("?") else 1.5))
        elif match := _REPLACEMENT.search(unit.text):
            reason = (
                _REASON.search(unit.text)
                or _REASON.search(unit.block.text)
                or next((hit for one in reading.units if (hit := _REASON.search(one.text))), None)
            )
            word = "vervanging" if match.group().lower().startswith("ter ") else match.group().strip()
            known = bool(reason and reason.group() in unit.text)
            yield _Scored(f"{word} ({reason.group()})" if reason else word, unit, score + 1.6, derived=bool(reason) and not known)
        elif match := re.search(r"(?<!on)bepaalde (?:duur|tijd)", unit.text, re.IGNORECASE):
            yield _Scored(match.group(), unit, score + 1.5)
        elif match := re.search(r"\b(?:voor het )?schooljaar \d{4}\s?[-–/]\s?\d{4}", unit.text, re.IGNORECASE):
            yield _Scored(match.group(), unit, score + 0.5)


def _dates(reading: Reading) -> tuple[Fact[Moment] | None, Fact[Moment] | None]:
    best: tuple[float, Dated] | None = None
    last: tuple[float, Dated] | None = None
    for dated in reading.moments:
        score = _start_score(dated)
        closes = dated.found.kind != "range" and _UNTIL.search(dated.before) is not None
        if score > 1.0 and closes and _PERIOD.search(f"{dated.unit.label} {dated.unit.text}") and (last is None or score > last[0]):
            last = (score, dated)
        elif score > 1.0 and not closes and (best is None or score > best[0]):
            best = (score, dated)
    end = Fact(last[1].found.moment, reading.cite(last[1].unit), 0.85, last[1].found.derived) if last else None
    if best is None:
        return None, end
    score, dated = best
    moment, cited = dated.found.moment, reading.cite(dated.unit)
    confidence = min(0.97, 0.6 + score / 15)
    if dated.found.kind == "range" and moment.end_date:
        begin, close = Moment(moment.date, printed=moment.printed), Moment(moment.end_date, printed=moment.printed)
        return Fact(begin, cited, confidence, dated.found.derived), Fact(close, cited, confidence, dated.found.derived)
    return Fact(moment, cited, confidence, dated.found.derived), end


def _start_score(dated: Dated) -> float:
    unit = dated.unit
    label = unit.label.split(" | ")[0] or (unit.nearest if len(unit.text) < 60 else "")
    before = dated.before[-90:]
    score = 0.0
    if _START_LABEL.match(label):
        score += 4.0
    cue = _START.search(before)
    if cue:
        score += 3.0 if not re.fullmatch("vanaf|begin|beschikbaar", cue.group(), re.IGNORECASE) else 1.3
    if _UNTIL.search(dated.before) and re.search(r"contract|overeenkomst|aanstelling|tewerkstelling|opdracht|project", unit.text, re.IGNORECASE):
        score += 2.5
    if dated.found.kind == "range" and _PERIOD.search(f"{label} {unit.text}"):
        score += 3.0
    if re.search(r"\b(?:wij|we|je|jij|u)\b.{0,40}\b(?:start|begint|starten|beginnen)\b", unit.text, re.IGNORECASE):
        score += 1.0
    if _NOT_START.search(before) or (_NOT_START.search(unit.text) and score < 3) or _NOT_START.search(unit.label):
        score -= 3.0
    if _NOT_START.search(unit.nearest):
        score -= 1.0
    if re.search(r"\b(?:pas|zodra|indien|als)\b", before, re.IGNORECASE) and re.search(r"\b(?:uiterlijk|ten laatste)\b", before, re.IGNORECASE):
        score -= 2.0
    told = re.search(r"\b(?:indiensttreding|start(?:datum)?|aanvang)\s*:|zo\s+(?:snel|vlug|spoedig)\s+mogelijk", before, re.IGNORECASE)
    limit = not told and re.search(r"\b(?:uiterlijk|ten laatste|vóór|voor)\s*(?:op\s*)?(?:\w+dag\s*)?$", before, re.IGNORECASE)
    if dated.found.moment.time is not None or limit:
        score -= 2.5
    return score


def _fraction(reading: Reading) -> Fact[float] | None:
    best: tuple[float, float, Unit] | None = None
    for unit in reading.units:
        for value, weight in _shares(unit):
            score = _weight(unit) + weight - (2.5 if _NOT_FRACTION.search(unit.text) else 0.0) - unit.index / 500
            if 0.1 <= value <= 1.0 and score > 1.0 and (best is None or score > best[0]):
                best = (score, value, unit)
    if best is None:
        return None
    return Fact(round(best[1], 4), reading.cite(best[2]), confidence=min(0.97, 0.6 + best[0] / 15))


def _shares(unit: Unit) -> Iterator[tuple[float, float]]:
    """(share, weight) of each way a unit gives it; exact fractions before words."""
    context = f"{unit.label} {unit.nearest if len(unit.text) < 60 else ''} {unit.text}"
    if not _FRACTION_CONTEXT.search(context) or _EITHER.search(unit.text) or _CHOICE.search(unit.text):
        return
    clauses = re.split(r"[;,]\s+|\s[–-]\s|\s\|\s|\.\s", unit.text)
    settled = [clause for clause in clauses if not _NEGOTIABLE.search(clause)]
    if len(settled) < len(clauses) and any(list(_told_shares(clause)) for clause in settled):
        unit = replace(unit, text=" ; ".join(settled))
    doubt = 2.0 if not settled else 0.0
    yield from ((share, weight - doubt) for share, weight in _told_shares(unit.text))


def _told_shares(text: str) -> Iterator[tuple[float, float]]:
    exact = {round(float(match[1].replace(",", ".")) / float(match[2].replace(",", ".")), 2) for match in _OF_38.finditer(text)}
    if len(exact) > 1 or re.search(r"\d\s?%\s*(?:-|–|of|tot|en|/)\s*\d{2,3}\s?%", text):
        return
    for match in _OF_38.finditer(text):
        yield float(match[1].replace(",", ".")) / float(match[2].replace(",", ".")), 3.0
    for match in _SHARE.finditer(text):
        yield int(match[1]) / int(match[2]), 2.5
    for match in _PERCENT.finditer(text):
        yield float(match[1].replace(",", ".")) / 100, 2.0
    for match in _WORDS.finditer(text):
        yield _WORD_SHARES.get(match.group(1).lower().replace(" ", ""), 0.0), 2.0
    for match in _HOURS.finditer(text):
        hours = float(match[1].replace(",", ".")) + (int(match[2]) / 60 if match[2] else 0.0)
        if 4 <= hours <= 40:
            yield min(1.0, hours / 38), 1.5
    if _HALF_TIME.search(text):
        yield 0.5, 2.4
    if _FULL_TIME.search(_PAID_FULL_TIME.sub(" ", text) if _NOT_FRACTION.search(text) else text):
        yield 1.0, 1.8


def _hours(reading: Reading) -> Fact[str] | None:
    """The wording of the hours a week ('28 uur en 30 minuten per week', '19/38')."""
    found = (
        _Scored(match.group().strip(), unit, _weight(unit) + weight)
        for pattern, weight in ((_HOURS, 2.0), (_OF_38, 1.5))
        for unit in reading.units
        for match in pattern.finditer(unit.text)
        if _FRACTION_CONTEXT.search(f"{unit.label} {unit.nearest} {unit.text}")
    )
    return _best(found, reading, 2.0)
