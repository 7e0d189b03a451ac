"""Benefits besides pay, as short items: list items, and enumerations in sentences cut at their commas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.extractors.units import Unit, read_units
from knowledge.model import Fact
from knowledge.source import Source

# What Flemish public employers offer; one hit makes a part of a sentence a benefit.
_BENEFIT = re.compile(
    r"cheque|\bgratis\s(?=\w)|\bhospitalisatie|groepsverzekering|verzekering\b|pensioen(?!ering)|\w*fiets\w*"
    r"|kilometervergoeding|treinabonnement|openbaar vervoer|woon-werk|\babonnement"
    r"|vakantie(?:dagen|regeling|geld)?\b|verlof(?:dagen|regeling)?\b|\blaptop|\bgsm\b|smartphone|\bpc\b|\btablet|telewerk|thuiswerk"
    r"|van thuis uit|glijdende|flexibele? (?:werk)?(?:uren|uur|tijd|uurrooster)"
    r"|uurrooster|eindejaars|dertiende maand|13de maand|\w*(?:kledij|kleding)\b|\bopleiding|\bvorming|bijscholing|\bbudget\b|korting"
    r"|\bsport|fitness|zwemmen|\bGSD|sociale dienst|personeelsactiviteit"
    r"|teambuilding|personeelsfeest|wachtvergoeding|vergoeding\b|\btoeslag|bedrijfswagen|dienstwagen|lidmaatschap|\bsoep\b|\bfruit|\bkoffie"
    r"|inschalingsuren|kinderopvang|premie|toelage|\bADV\b|recuperatie"
    r"|inhaalrust|ecocheques|sectorkorting|begeleiding|inloop|opvang|parking|parkeer|maaltijd|loopbaanbegeleiding|ontwikkelings?mogelijkheden"
    r"|doorgroei|anciënniteitsverlof|feestdagen|pluspas|voordelenplatform",
    re.IGNORECASE,
)
# The core ones are benefits wherever the sentence offers something; the others need a heading or list of benefits.
_CORE = re.compile(
    r"maaltijdcheque|ecocheque|hospitalisatie|groepsverzekering|pensioenpijler|aanvullend pensioen|fietsvergoeding|fietsleas|vakantiedagen"
    r"|verlofdagen|dagen (?:betaald )?(?:verlof|vakantie)|weken vakantie"
    r"|telewerk|thuiswerk|eindejaars|laptop|smartphone|\bgsm\b|openbaar vervoer|treinabonnement|vakantieregeling|wachtvergoeding|werkkledij"
    r"|werkkleding",
    re.IGNORECASE,
)
_OFFER_HEADING = re.compile(
    r"aanbod|bied|krijg|voorde(?:el|len)|verlon|bezoldig|arbeidsvoorwaarden|extra|loon|wedde|in de plaats|verdien"
    r"|\bpluspunten|troeven|salaris",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"\b(?:krijgt?|ontvang(?:t|en)?|bieden|biedt|geeft|geven|kent toe|kennen|recht op|voorzien|voorziet|daarbovenop|voordelen|geniet(?:en)?"
    r"|reken op|rekenen op|beschik(?:t|ken)? over|stelt|worden|wordt|is mogelijk|kan\b|met)\b",
    re.IGNORECASE,
)
_NOT_BENEFIT = re.compile(
    r"\bbruto|anci[eë]nniteit(?!sverlof)|\bervaring|weddeschaal|loonschaal|\bbarema|\bcontract\b|\bovereenkomst\b|onbepaalde duur|bepaalde duur"
    r"|(?<!bij een )(?<!voor een )\bvoltijdse? (?:aanstelling|functie|betrekking|job|contract)|\bsolliciteer|\bkandida"
    r"|\bselectie|\bdiploma|\bproef|infosessie|recupereer|hoogstens twee weken|verplicht verlof|\bafgelast|\bwerkplek\b|indiensttreding"
    r"|\bje start op\b|\bJe werkt\b|stagiair|ministerie|bereid (?:zijn )?(?:om|bent|te)|te rijden|fietsenstalling|\bgevarieerde (?:functie|job)"
    r"|uitdagende"
    r"|\bboeiende|nemen\b.{0,20}\bverlof",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:geen|niet)\b", re.IGNORECASE)
_SPEAKS = re.compile(r"\b(?:je|jij|jouw|u|uw|wij|we|ministerie|functie|taken|dienst)\b|^(?:werken|binnen|in|op|bij|via|reken)\b|:", re.IGNORECASE)
_LABELS = re.compile(
    r"^(?:maaltijdcheques?|fiets\w*|verlof|vakantie\w*|eindejaar\w*|hospitalisatie\w*|groepsverzekering|telewerk"
    r"|thuiswerk|extra\w*|pensioen\w*|verzekering\w*|opleiding\w*|laptop|abonnement\w*|woon-werk\w*)\b",
    re.IGNORECASE,
)
_OFFER_LABEL = re.compile(r"^(?:extralegale |bijkomende |andere )?(?:voordelen|extra'?s?|pluspunten|troeven|aanbod|wij bieden)\b", re.IGNORECASE)
_BREAK = re.compile(
    r",\s+(?:en\s+|evenals\s+|alsook\s+|plus\s+|met\s+)?|;\s*|\s+(?:en|of|alsook|evenals|plus)\s+(?=[a-zà-ÿ\d€])|\.{3}|…|\n"
    r"|\.\s+(?=[A-ZÀ-Ý])"
)
_LEAD = re.compile(
    r"^(?:(?:.*\b(?:krijgt?|ontvangt|ontvang|bieden|biedt|geeft|kent|heeft|hebt|geniet|stelt|bedraagt|voordelen|zoals|zoals:|op|voorziet"
    r"|voorzien)\b(?: (?:je|u|we|wij|ook|er|daarvoor|jou|jouw|uw|uiteraard|bovendien|daarnaast|nog|gratis(?! )|toe|recht op|van"
    r"|een aantrekkelijk pakket|boven op je loon))*\s*:?\s+)"
    r"|(?:daarbovenop|daarnaast|bovendien|ook|verder|plus|met|extra|bijkomende voordelen|voordelen|en|of)\s*:?\s+)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:(?:een|de|het|jouw|je|uw|mooie|aantrekkelijke?|interessante|ook|nog)\s+)+", re.IGNORECASE)


def extract_benefits(source: Source) -> tuple[Fact[str], ...]:
    """The benefits in the order of the bundle, each once."""
    facts: list[Fact[str]] = []
    seen: set[str] = set()
    for unit in read_units(source).units:
        certain = _is_offer(unit)
        if certain is None:
            continue
        for start, end in _items(unit, certain):
            value = unit.text[start:end]
            label = unit.label.split(" | ")[0]
            if label and _LABELS.match(label) and not _CORE.search(value):
                value = label if value.strip().lower() in {"ja", "gratis", "voorzien"} else f"{label} {value}"
            key = _key(value)
            if not key or key in seen:
                continue
            seen.add(key)
            facts.append(Fact(value, (source.cite(unit.start, unit.end),), confidence=0.9 if certain else 0.75))
    return tuple(facts)


def _is_offer(unit: Unit) -> bool | None:
    """True: a part of a list of benefits; False: a sentence that offers some; None: neither."""
    if unit.block.kind == "heading" or unit.text.endswith("?"):
        return None
    label = unit.label.split(" | ")[0]
    if label and (_LABELS.match(label) or (_OFFER_LABEL.match(label) and unit.text != label)):
        return True
    headed = bool(_OFFER_HEADING.search(unit.nearest)) or (
        len(unit.block.heading) > 1 and bool(re.search("voorde|aanbod|krijg|bied", unit.block.heading[-2], re.IGNORECASE))
    )
    bullet = unit.block.kind == "item" or _is_bullet(unit)
    if bullet and (headed or re.search(r"\bbied|krijg|voorde|ontvang|geniet|rekenen|aanbod", unit.intro, re.IGNORECASE)):
        return True
    if bullet and _CORE.search(unit.text) and len(unit.text) < 90 and not _NOT_BENEFIT.search(unit.text):
        return True
    if _CORE.search(unit.text) and (headed or _OFFERS.search(unit.text) or len({hit.group().lower() for hit in _CORE.finditer(unit.text)}) > 1):
        return False
    if headed and _BENEFIT.search(unit.text) and _OFFERS.search(unit.text):
        return False
    if re.search(r"wacht\w*vergoeding|vergoeding van (?:€|\d)", unit.text, re.IGNORECASE):
        return False
    return None


def _is_bullet(unit: Unit) -> bool:
    return unit.block.kind == "row" and bool(unit.block.cells) and unit.block.cells[0].strip() in {"•", "-", "–", "*", "o", "✓", "▪"}


def _items(unit: Unit, listed: bool) -> Iterator[tuple[int, int]]:
    """Spans of benefits in a unit: its parts between commas that name one, with what belongs to them."""
    text = unit.text
    if listed and len(text) < 160 and not _BENEFIT.search(text):
        if not _NOT_BENEFIT.search(text) and len(text.split()) <= 9 and not _SPEAKS.search(text):
            yield _trimmed(text, 0, len(text))
        return
    spans: list[list[int]] = []
    for start, end in _parts(text):
        part = text[start:end]
        if not _BENEFIT.search(_bare(part)):
            joined = re.fullmatch(r"\s+(?:en|of)\s+", text[spans[-1][1] : start]) if spans else None
            if spans and spans[-1][1] >= start - 8 and (joined or _goes_on(part)):
                spans[-1][1] = end
            else:
                spans += _in_brackets(text, start, end)
            continue
        if _NOT_BENEFIT.search(re.split(r"\bindien\b|\bafhankelijk\b|\bvanaf\b", _bare(part))[0]) or (
            not listed and not _CORE.search(part) and not spans and not _OFFERS.search(text[:start] + part)
        ):
            continue
        if _NEGATED.search(part) and not re.search(r"niet ouder", part):
            continue
        spans.append([start, end])
    for start, end in spans:
        low, high = _trimmed(text, start, end)
        if high - low > 2:
            yield low, high


def _parts(text: str) -> Iterator[tuple[int, int]]:
    depth, begin = 0, 0
    breaks = {match.start(): match.end() for match in _BREAK.finditer(text)}
    position = 0
    while position < len(text):
        char = text[position]
        depth += (char in "([") - (char in ")]")
        if depth <= 0 and position in breaks and not re.match(r"\d", text[position + 1 : position + 2]):
            yield begin, position
            begin = position = breaks[position]
            continue
        position += 1
    yield begin, len(text)


def _bare(part: str) -> str:
    return re.sub(r"\([^)]*\)", " ", part)


def _in_brackets(text: str, start: int, end: int) -> list[list[int]]:
    """Benefits that stand between brackets only: '(laptop, gsm...)', '(je krijgt daarvoor een wachtvergoeding)'."""
    spans = []
    for group in re.finditer(r"\(([^()]*)\)", text[start:end]):
        for low, high in _parts(group[1]):
            if _CORE.search(group[1][low:high]) and not _NOT_BENEFIT.search(group[1]):
                spans.append([start + group.start(1) + low, start + group.start(1) + high])
    return spans


def _goes_on(part: str) -> bool:
    """Whether a part without a benefit of its own explains the one before ('ook voor je kinderen')."""
    return len(part) < 60 and bool(
        re.match(
            r"(?:ook|die|dat|waarvan|inclusief|waaronder|na|vanaf|voor|zonder|behalve|op|in|\d|zelfs|per|tot|met"
            r"|wij|door|dag|zaterdag|zondag)\b",
            part.strip(),
            re.IGNORECASE,
        )
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    lead = _LEAD.match(text[start:end])
    if lead and _BENEFIT.search(text[start + lead.end() : end]):
        start += lead.end()
    label = re.match(r"[\w'’]+(?: [\w'’]+){0,5}:\s+(?=\w)", text[start:end])
    if label and not _BENEFIT.search(label.group()):
        start += label.end()
    if article := _ARTICLE.match(text[start:end]):
        start += article.end()
    while end > start and text[end - 1] in " .,;:…":
        end -= 1
    while start < end and text[start] in " .,;:-–•":
        start += 1
    return start, end


def _key(value: str) -> str:
    words = re.findall(r"[^\W\d_]{4,}|\d+", _bare(value).casefold())
    core = _CORE.search(value) or _BENEFIT.search(value)
    return core.group().casefold() if core and core.re is _CORE else " ".join(sorted(words))
