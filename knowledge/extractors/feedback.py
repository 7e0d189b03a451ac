"""When and how a candidate asks for feedback on a result."""

from __future__ import annotations

import re

from knowledge.extractors.cues import EMAIL, FEEDBACK, clean_email
from knowledge.extractors.units import Reading, Unit, read_units
from knowledge.model import Fact, Feedback, Moment
from knowledge.source import Source

_FLAGS = re.IGNORECASE
_ASKING = re.compile(
    r"vraag|vragen|aanvra|vraagt|opvrag|wens|wil\s+(?:je|u)|wie\s+[^.]*wil|benieuwd|graag|krijg|bekom|bel\b|belt|mail|stuur|mogelijk"
    r"|inkijken|inzage|contacteer|neem\s+contact|kan\s+(?:je|u|elke|iedere)|recht\s+op|terecht|verzoek|schriftelijk",
    _FLAGS,
)
_WORK = re.compile(
    r"collega|elkaar|team\b|klant|leidinggevende\s+geeft|functionering|evaluatie|opbouwend|constructie[fv]|ouders|bewoners"
    r"|open\s+voor\s+feedback",
    _FLAGS,
)
_RESULT = re.compile(
    r"resulta|uitslag|proef|proeven|selectie|procedure|punten|score|deelnemer|kandida|onderdeel|gesprek|examen|vanaf"
    r"|afloop",
    _FLAGS,
)
_NUMBER = r"(?:\d+|een|één|twee|drie|vier|vijf|zes|acht|tien|veertien|vijftien|twintig|dertig|veertig|zestig|negentig)"
_UNIT = r"(?:kalender|werk)?(?:dag(?:en)?|we(?:ek|ken)|maand(?:en)?)"
_RULE = re.compile(
    rf"(?:(?:tot|binnen|gedurende|ten\s+laatste|uiterlijk|vanaf)\s+(?:en\s+met\s+)?(?:ten\s+laatste\s+)?(?:de\s+"
    rf"|het\s+)?(?:eerste\s+)?(?:{_NUMBER}\s+)?(?:de\s+)?{_UNIT}\s+(?:na|nadat|volgend\s+op|vanaf|te\s+rekenen|volgende\s+op)\b[^.,;()|:]*"
    rf"|{_NUMBER}\s+{_UNIT}\s+na\s+(?:de|het|je|uw|ontvangst|bekendmaking|kennisgeving|mededeling)\b[^.,;()|:]*"
    rf"|binnen\s+(?:de\s+)?(?:{_NUMBER}\s+)?{_UNIT}\b(?:\s+na\b[^.,;()|:]*)?"
    r"|(?:na\s+(?:afloop|afronding|het\s+einde|beëindiging)\s+van\s+(?:de|het)\s+(?:selectie|procedure|hele)[^.,;()|:]*))",
    _FLAGS,
)
_RULE_TAIL = re.compile(
    r"\s+(?:kan|kunt|kunnen|mag|vraag|vraagt|vragen|(?:een\s+|om\s+)?feedback\w*|toelichting|inzage|aanvra\w+|per|via|bij|door|telefonisch|schriftelijk|met|aan|op\s+(?:www"
    r"|[\w.+-]+@))\b.*$",
    _FLAGS | re.DOTALL,
)
_SINCE = re.compile(r"(?:vanaf|na|met\s+ingang\s+van|ten\s+vroegste(?:\s+op)?|from|na\s+afloop[^.]{0,20})\s+(?:\w+dag\s+)?$", _FLAGS)
_UNTIL = re.compile(r"(?:tot(?:\s+en\s+met)?|t\.?e\.?m\.?|vóór|voor|uiterlijk|ten\s+laatste)\s+(?:op\s+)?(?:\w+dag\s+)?$", _FLAGS)
_EMAIL_WAY = re.compile(r"e-?mail|\bmail|mailtje|mailen", _FLAGS)
_PHONE_WAY = re.compile(r"telefo\w+|\bbel\b|\bbelt\b|\bbellen\b|opbellen", _FLAGS)
_POST_WAY = re.compile(r"per\s+brief|met\s+een\s+brief|per\s+post|aangetekend|\bbrief\b", _FLAGS)
_REPLY = re.compile(
    r"(?:belt|bellen|mailt|contacteert)\s+(?:je|jou|u)\b|we\s+(?:bellen|mailen|plannen|bezorgen)|bezorgt\s+(?:je|jou|u)"
    r"|geven\s+we\s+niet|worden\s+niet|verzoeken\s+worden",
    _FLAGS,
)
_PERSON = re.compile(
    r"(?:(?:\bbij|\baan|\bmet|\bnaar|\bvan|\bcontacteer|\bbel|\bvia)\s+)(?:(?:mevrouw|mevr\.?|de\s+heer"
    r"|dhr\.?)\s+)?((?-i:[A-ZÀ-Ý][\w'’-]+)(?:\s+(?:(?:van|de|den|der|ten|ter|el|De|Van|Den|Der|El|Ten)\s+)*(?-i:[A-ZÀ-Ý][\w'’-]+))*)",
    _FLAGS,
)
_DESK = re.compile(
    r"(?:\bbij|\baan|\bmet|\bnaar|\bvia)\s+((?:de|het)\s+(?:\w+\s+)?(?:\w*dienst\b|hr-?\w*|team\s+\w+|selectieverantwoordelijke|recruiter"
    r"|secretariaat|personeelsverantwoordelijke|jury\w*|dienst\s+[\w-]+|cel\s+\w+|voorzitter\s+van\s+de\s+jury))",
    _FLAGS,
)
_NO_NAME = frozenset("mail e-mail de het je u feedback hr na vanaf".split())


def extract_feedback(source: Source) -> Feedback:
    """The first passage about asking feedback that tells a date, a term, a way or an address; empty when there is none."""
    reading = read_units(source)
    for unit in reading.units:
        if not _opens(unit):
            continue
        units = _passage(reading, unit)
        feedback = _read(reading, units)
        if feedback.start or feedback.until_rule or (feedback.how and feedback.address):
            return feedback
    return Feedback()


def _opens(unit: Unit) -> bool:
    """Whether a unit begins to speak of feedback on the selection, rather than of feedback as part of the job."""
    if unit.block.kind == "heading":
        return False
    in_section = bool(FEEDBACK.search(unit.nearest) or FEEDBACK.search(unit.label))
    if in_section:
        return True
    return bool(FEEDBACK.search(unit.text) and (_ASKING.search(unit.text) or len(unit.text) < 40) and not _WORK.search(unit.text)) or bool(
        re.search(r"benieuwd\s+naar\s+(?:je|jouw|uw)\s+resulta", unit.text, _FLAGS)
    )


def _passage(reading: Reading, first: Unit) -> list[Unit]:
    """The unit, the one before it in its block when it asks the question, and what follows in the block or under the same heading."""
    in_section = bool(FEEDBACK.search(first.nearest))
    units = [first]
    for unit in reading.units:
        if unit.index <= first.index or len(units) >= 6:
            continue
        same_block = unit.block is first.block
        near = unit.index - units[-1].index == 1
        if near and (same_block or (in_section and unit.block.heading == first.block.heading)):
            units.append(unit)
    return units


def _read(reading: Reading, units: list[Unit]) -> Feedback:
    start: Fact[Moment] | None = None
    rule: Fact[str] | None = None
    for unit in units:
        if start is None:
            start = _start(reading, unit)
        if rule is None and start is None:
            rule = _until(reading, unit)
    if start is not None and rule is not None and rule.value.casefold().startswith("na "):
        rule = None
    how, address = _how(reading, units), _address(reading, units)
    if how is None and address is not None and "@" in address.value and not address.derived:
        how = Fact("email", address.citations, confidence=0.8)
    return Feedback(start, rule, how, address)


def _start(reading: Reading, unit: Unit) -> Fact[Moment] | None:
    for dated in reading.moments_in(unit):
        moment = dated.found.moment
        if dated.found.kind == "range" or _SINCE.search(dated.before):
            value = Moment(moment.date, moment.time, moment.end_date, moment.end_time, moment.printed, moment.approximate)
            return Fact(value, reading.cite(unit), confidence=0.95, derived=dated.found.derived)
    return None


def _until(reading: Reading, unit: Unit) -> Fact[str] | None:
    for dated in reading.moments_in(unit):
        if lead := _UNTIL.search(dated.before):
            return Fact(lead.group(0) + dated.found.moment.printed, reading.cite(unit), confidence=0.85)
    match = _RULE.search(unit.text)
    if not match or _REPLY.search(unit.text[max(0, match.start() - 30) : match.start()]):
        return None
    words = _RULE_TAIL.sub("", match.group(0)).strip()
    return Fact(words, reading.cite(unit), confidence=0.9)


def _how(reading: Reading, units: list[Unit]) -> Fact[str] | None:
    for unit in units:
        text = EMAIL.sub(" @ ", unit.text)
        if (
            _REPLY.search(text)
            and not re.search(r"vraag|aanvra", text, _FLAGS)
            and not (EMAIL.search(unit.text) and re.search(r"\bmail\b", text, _FLAGS))
        ):
            continue
        ways = []
        asked = re.sub(r"(?:plannen|belt|bellen)\s+[^.]*", " ", text) if EMAIL.search(unit.text) else text
        if _POST_WAY.search(asked):
            ways.append("brief")
        if _EMAIL_WAY.search(asked) or "@" in text:
            ways.append("email")
        if _PHONE_WAY.search(asked):
            ways.append("telefoon")
        if ways == ["brief", "email"]:
            ways = ["brief", "e-mail"]
        if not ways and re.search(r"schriftelijk", text, _FLAGS):
            ways.append("schriftelijk")
        if ways:
            return Fact(" of ".join(ways), reading.cite(unit), confidence=0.9)
    return None


def _address(reading: Reading, units: list[Unit]) -> Fact[str] | None:
    for unit in units:
        if match := EMAIL.search(unit.text):
            return Fact(clean_email(match.group(0)), reading.cite(unit), confidence=0.95)
        for link in reading.source.document.links_in(unit.start, unit.end):
            if link.target.startswith("mailto:"):
                return Fact(link.target[7:].split("?")[0].lower(), reading.cite(unit), confidence=0.9)
    for unit in units:
        for match in _PERSON.finditer(unit.text):
            name = match.group(1)
            if name.split()[0].casefold() not in _NO_NAME and not re.match(r"(?:Mail|Bel|Feedback|Dat|Je|HR)\b", name):
                return _person(reading, unit, name)
        if match := _DESK.search(unit.text):
            return _desk(reading, unit, match.group(1))
    return None


def _person(reading: Reading, unit: Unit, name: str) -> Fact[str]:
    """The person's whole name where the passage gives the first name only."""
    if " " not in name:
        full = re.compile(rf"\b{re.escape(name)}\s+(?:(?:van|de|den|der|ten|ter|el|De|Van|Den|Der|El|Ten)\s+)*[A-ZÀ-Ý][\w'’-]+")
        for other in reading.units:
            if match := full.search(other.text):
                return Fact(match.group(0), reading.cite(unit, other), confidence=0.85)
    return Fact(name, reading.cite(unit), confidence=0.9)


def _desk(reading: Reading, unit: Unit, desk: str) -> Fact[str]:
    """The desk's own mailbox when its name is the address's ("de personeelsdienst": personeelsdienst@...), else the desk."""
    word = desk.split()[-1].casefold()
    for other in reading.units:
        for match in EMAIL.finditer(other.text):
            if clean_email(match.group(0)).split("@")[0] == word:
                return Fact(clean_email(match.group(0)), reading.cite(unit, other), confidence=0.75, derived=True)
    return Fact(desk, reading.cite(unit), confidence=0.8)
