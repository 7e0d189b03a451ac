"""Where one works: a label, a heading's answer, or the sentence that says so; an address counts most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.extractors.cues import APPLY_HEADING, SESSION_HEADING
from knowledge.extractors.units import Reading, Unit, read_units
from knowledge.model import Fact
from knowledge.source import Source

_LABEL = re.compile(
    r"^(?:plaats(?: van (?:de )?tewerkstelling)?|standplaats|werkplek|werkplaats|werklocatie|locatie|plaats van het werk|waar(?: werk (?:je|ik|u)"
    r"| ga je werken)?|tewerkstellingsplaats|adres van tewerkstelling|vertrekpunt)\W*$",
    re.IGNORECASE,
)
_INLINE_LABEL = re.compile(
    r"(?:^|[.;]\s+)(?:de |het |je |uw |jouw )?(?:plaats van (?:de )?tewerkstelling|standplaats|werkplek|werkplaats|werklocatie"
    r"|tewerkstellingsplaats|locatie)\s*(?::"
    r"|is\b)\s*|(?:^|[.;]\s+)plaats\s*:\s*|\b(?:Standplaats|Werkplek|Plaats van tewerkstelling)\s*:\s*",
    re.IGNORECASE,
)
_WORKS = re.compile(
    r"\b(?:(?:je|jij|u|de (?:aangestelde|medewerker|titularis|functiehouder))\s+(?:werkt|wordt tewerkgesteld|komt terecht"
    r"|zal werken)\s+(?:vooral\s+|voornamelijk\s+|meestal\s+|hoofdzakelijk\s+)?(?=in|vanuit|op|bij|aan)"
    r"|tewerkgesteld\s+(?=in|op|bij)|(?:werkplek|standplaats|thuishaven|uitvalsbasis|vertrekpunt|vertrekplaats|werkvloer"
    r"|kantoor)\s+(?:bevindt zich\s+(?=in|op)|is\s+|ligt\s+(?=in|op)|wordt\s+)"
    r"|(?:(?:je|jouw|uw|het|ons)\s+)?(?:bureau(?:plek)?|werktafel|lokaal|dienst|team|plek|uitvalsbasis)\s+(?:is|ligt|staat|zit|huist|bevindt\s+zich)\s+(?=in|op|aan)"
    r"|\b(?:gevestigd|gehuisvest|ondergebracht)\s+(?=in|op|aan)|\b(?:uitgeoefend|uitgevoerd)\s+(?=in|op|vanuit)"
    r"|\b(?:vertrekt|vertrek|vertrekken|start|begint|verzamelt)\s+(?:je\s+|u\s+)?(?:(?:elke|iedere)\s+\w+\s+|\'s\s+morgens\s+)?(?=aan\s|vanuit\s|vanop\s)"
    r"|\b(?:garage|werkplaats|bibliotheek|bib|zwembad|depot|loods|magazijn|keuken|school|academie|kazerne|opvang|sporthal|museum|centrum|\w+huis|\w+centrum)"
    r"\s+(?:ligt|vind\s+je|staat|bevindt\s+zich)\s+(?=in\s|op\s|aan\s)"
    r"|tewerkstelling\s+(?:gebeurt|vindt plaats|is voorzien|is)\s+(?=in|op|bij)|^werken\s+(?=in|op|bij)|werk begint\s+.{0,25}?(?=in\s|op\s)"
    r"|aan de slag\s+(?=in|op|bij)|actief\s+(?=in|op)|standplaats\s+(?=in|te)|\b(?:terecht(?:komen)?|aan het werk|ingezet|tewerkgesteld)\s+(?=in"
    r"|op|bij))",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"^(?:(?:in|vanuit|op|bij|aan|te)\s+)?(?:(?-i:de|het|ons|onze|een van onze)\s+)?", re.IGNORECASE)
_END = re.compile(
    r"\s*(?:(?<!\bnl)[.;!?](?:\s|$)|\n|,\s+(?=(?:op|met|waar|vlak|dicht|en|te|trap|tweede|maar|dat|die|naast|bij|goed|derde|eerste)\b)"
    r"|\bmet\s+(?=(?:vier|vijf|een|drie|zes|ondersteuning|zicht)\b)|\sen\s+(?:eindigt|je|u|werkt)\b|\((?=[a-z]+ verdieping))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[A-ZÀ-Ý][\w'’.-]+(?:\s[\w'’.-]+){0,3}\s\d{1,4}[a-zA-Z]?\b(?:\s?bus\s?\d+)?")
_PLACE_WORD = re.compile(
    r"huis|centrum|school|scholen|zwembad|bibliotheek|depot|werkplaats|kantoor|gebouw|campus|site|loods|park|academie|museum|station|kazerne|zorg"
    r"|locaties?|wijk|regio|markt|plein|straat|laan|groot-|pastorie|zaal|crèche|opvang"
    r"|dienst|sporthal|dreef\b|steenweg|kaai|hof\b|technisch|stads|gemeente",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"\b(?:[Hh]uize|[Ww]oonzorgcentrum|WOONZORGCENTRUM|[Ww][Zz][Cc]|[Bb]asisschool|[Ss]chool|[Zz]wembad|[Bb]ibliotheek|[Jj]eugdcentrum"
    r"|[Cc]ultuurcentrum|[Dd]ienstencentrum)\s[A-ZÀ-Ý][^|\n·,]{1,40}"
    r"(?:,?\s|\n|\s[·|-]\s)(?:[A-ZÀ-Ý][\w'’.-]+\s){1,3}\d{1,4}[a-zA-Z]?(?:,\s|\n)\d{4}\s[A-ZÀ-Ý][\w-]+"
)
_NAMED_HOUSE = re.compile(
    r"\b(?:\w*(?:huis|centrum|school|bibliotheek|zwembad|sporthal|academie|kazerne|museum|park|depot|loods|magazijn|verblijf)|wzc"
    r"|huize)\s(?:[A-ZÀ-Ý][\w'’-]*(?:\s[\w'’-]+){0,4}?)?\s?(?:\("
    r"|,\s)[A-ZÀ-Ý][\w'’.-]+(?:\s[\w'’.-]+){0,2}\s\d{1,4}[a-zA-Z]?(?:,?\s(?:te\s)?\d{4}\s[A-ZÀ-Ý][\w-]+)?\)?"
)
_NOT_HOUSE = re.compile(
    r"@|\btel\b|infosessie|infomoment|rondleiding|proef|gesprek|inschrijv|sollicit|afgeven|af te geven|brief|kandidat|jury"
    r"|openingsuren|\bonthaal\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"infosessie|infomoment|proef|gesprek|selectie|jury|inschrijv|sollicit|afgeven|balie|brief|onthaal|openingsuren|beurtrol|weekend"
    r"|ploeg(?:en)?\b|teams?\b.{0,12}$|team van|week op|\bper week|schaal|niveau|kandidat|voorwaarden|zelfstandig",
    re.IGNORECASE,
)
_SCHEDULE = re.compile(
    r"^(?:\w+\s)?(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|beurtrol|ploegen|dagen|uren|een\s+(?:team|ploeg"
    r"|vast|flexibel)|\d|voltijds|deeltijds|halftijds|juli|verband|contractueel|statutair|kleine|mini)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    unit: Unit
    score: float


def extract_workplace(source: Source) -> Fact[str] | None:
    """The place of work in the bundle's words; None when it doesn't say."""
    reading = read_units(source)
    best = max(_places(reading), key=lambda place: (place.score, -place.start), default=None)
    if best is None or best.score < 2:
        return _from_opening(source) or _from_posting(source) or _from_header(source)
    value = source.document.text[best.start : best.end]
    return Fact(value.replace("\n", " "), reading.cite(best.unit), confidence=min(0.97, 0.6 + best.score / 20))


def _places(reading: Reading) -> Iterator[_Place]:
    for unit in reading.units:
        label = unit.label.split(" | ")[0]
        if unit.block.kind == "heading":
            continue
        if _LABEL.match(label) and unit.text != label:
            yield _place(unit, 0, 5.0)
        elif unit.block.heading and _LABEL.match(unit.nearest) and unit.start == unit.block.start:
            lead = _WORKS.search(unit.text)
            yield _place(unit, lead.end() if lead and lead.start() < 25 else 0, 4.5)
        yield from _houses(unit)
        session = bool(SESSION_HEADING.search(unit.nearest))
        for pattern, weight in ((_INLINE_LABEL, 0.5 if session else 4.5), (_WORKS, 3.0)):
            for match in pattern.finditer(unit.text):
                place = _place(unit, match.end(), weight)
                text = unit.text[place.start - unit.start : place.end - unit.start]
                if pattern is _WORKS and (
                    (_SCHEDULE.match(text) and not _ADDRESS.match(text))
                    or not (_PLACE_WORD.search(text) or _ADDRESS.search(text) or re.search("[A-Z]", text))
                ):
                    continue
                yield place


def _houses(unit: Unit) -> Iterator[_Place]:
    """A house with its address in the text about the job: a weaker sign than a sentence that says where one works."""
    if APPLY_HEADING.search(unit.nearest) or SESSION_HEADING.search(unit.nearest) or _NOT_HOUSE.search(unit.text):
        return
    for match in _NAMED_HOUSE.finditer(unit.text):
        yield _Place(unit.start + match.start(), unit.start + match.end(), unit, 2.2 - unit.index / 1000)


def _place(unit: Unit, begin: int, weight: float) -> _Place:
    text = unit.text
    if preposition := _PREPOSITION.match(text[begin:]):
        begin += preposition.end()
    stop = _END.search(text, begin)
    end = stop.start() if stop else len(text)
    while end > begin and text[end - 1] in " ,.;:(":
        end -= 1
    shown = text[begin:end]
    score = weight + (2.0 if _ADDRESS.search(shown) else 0.0) + (1.0 if _PLACE_WORD.search(shown) else 0.0)
    score -= 3.0 if _NOT.search(shown) or (_NOT.search(text) and weight < 4) else 0.0
    score -= 2.0 if len(shown) < 4 or len(shown) > 140 else 0.0
    return _Place(unit.start + begin, unit.start + end, unit, score)


# A house that the opening names is where the job is: 'Redder - zwembad De Plas', 'voor woonzorgcentrum Ter Beke'.
_OWN_HOUSE = re.compile(
    r"\b(?:(?:[Hh]uize|[Ww]oonzorgcentrum|WZC|wzc|[Bb]asisschool|[Ss]chool|[Zz]wembad|[Bb]ibliotheek|[Bb]ib|[Jj]eugdcentrum|[Cc]ultuurcentrum|CC|LDC|[Ss]porthal"
    r"|[Dd]ienstencentrum|[Dd]agcentrum|[Kk]inderdagverblijf|[Kk]inderopvang|[Aa]cademie|[Mm]useum|[Ss]peelplein)\s(?P<name>(?:['’]t\s)?(?:(?:[Dd]e|[Hh]et|[Tt]er|[Tt]en)\s)?"
    r"[A-ZÀ-Ý][\w'’-]*(?:\s[A-ZÀ-Ý][\w'’-]*){0,2})|(?:het\s)(?:Sociaal\s[Hh]uis|Huis\svan\sde\s[A-Z]\w+))"
)
_OPENING = 6


def _from_opening(source: Source) -> Fact[str] | None:
    """The house that the first lines name, with the address that stands behind its name anywhere in the text."""
    text = source.document.text
    for block in source.main[:_OPENING]:
        house = _OWN_HOUSE.search(text, block.start, block.end)
        if house is None:
            continue
        start, end = house.start() + (4 if house.group().startswith("het ") else 0), house.end()
        citations = [source.cite(start, end)]
        value = text[start:end]
        if house["name"] and (address := re.search(re.escape(house["name"]) + r"[,\s(-]+(?P<at>" + _STREET + ")", text)):
            citations.append(source.cite(address.start(), address.end()))
            value += ", " + address["at"]
        return Fact(value, tuple(citations), confidence=0.6, derived=len(citations) > 1)
    return None


_STREET = r"[A-ZÀ-Ý][\w'’.-]+(?:\s[\w'’.-]+){0,2}\s\d{1,4}[a-zA-Z]?(?:,?\s(?:te\s)?\d{4}\s[A-ZÀ-Ý][\w-]+)?"


def _from_posting(source: Source) -> Fact[str] | None:
    """The address of the page's own JSON-LD, where its street stands in the text too."""
    postings = source.document.metadata.get("json_ld")
    for posting in postings if isinstance(postings, list) else []:
        location = posting.get("jobLocation") if isinstance(posting, dict) else None
        location = location[0] if isinstance(location, list) and location else location
        address = location.get("address") if isinstance(location, dict) else None
        street = str(address.get("streetAddress") or "") if isinstance(address, dict) else ""
        start = source.document.text.find(street) if street else -1
        if isinstance(address, dict) and start >= 0:
            city = " ".join(str(address.get(key) or "") for key in ("postalCode", "addressLocality")).strip()
            return Fact(f"{street}, {city}".strip(", "), (source.cite(start, start + len(street)),), confidence=0.7, derived=True)
    return None


def _from_header(source: Source) -> Fact[str] | None:
    """The address that a document's header or letterhead gives for a house of its own (no town hall)."""
    head = [block for block in source.document.blocks[:12] if block.region == "header"] + list(source.main[:6])
    for block in head:
        match = _HOUSE.search(source.document.text, block.start, min(block.start + 160, len(source.document.text)))
        if match and match.start() < block.end:
            return Fact(match.group().replace("\n", ", "), (source.cite(match.start(), match.end()),), confidence=0.5)
    return None
