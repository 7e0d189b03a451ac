"""Where a session takes place, and in which way one takes part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.extractors.cues import EMAIL, URL
from knowledge.extractors.units import Dated, Reading, Unit
from knowledge.model import Mode

_FLAGS = re.IGNORECASE
_TEAMS_CASED = re.compile(r"\b(?:MS |Microsoft )?Teams\b|\bTEAMS\b|(?:via|op|in)\s+teams\b")
_PLATFORM = re.compile(r"\b(Zoom|Google\s+Meet|Webex|Skype|YouTube|Jitsi|GoToMeeting|Whereby|Facebook\s+Live)\b", _FLAGS)
_ONLINE = re.compile(
    r"\bonline\b|digita(?:al|le)\b|webinar|livestream|live\s?stream|\bstream\b|virtue[e]?l|videogesprek|videomeeting"
    r"|van(?:uit)?\s+thuis|thuis\s+(?:mee)?volgen|volg\w*\s+(?:\w+\s+){0,4}thuis|vanuit\s+je\s+(?:zetel|luie)",
    _FLAGS,
)
_ONLINE_SIGNUP = re.compile(
    r"(?:inschrijv\w*|schrijf\w*|aanmeld\w*|registr\w*|formulier|meld\w*)\s+[^.;,]{0,40}\bonline\b|\bonline\s+(?:inschrijv|formulier"
    r"|aanmeld|registr)\w*|digitaal\s+formulier",
    _FLAGS,
)
_ONSITE = re.compile(
    r"ter\s+plaatse|fysiek|\bonsite\b|op\s+locatie|rondleiding|rondgang|leid(?:t|den|de)?\s+(?:\w+\s+){1,4}rond\b"
    r"|bezoek|meekijken|langs(?:komen|gaan)|\bkom\b[^.]*\b(?:langs|binnen|kijken)|deuren\b[^.]*\bopen"
    r"|\bin\s+levenden\s+lijve",
    _FLAGS,
)
_LABEL = re.compile(r"(?:\bplaats|\blocatie|\bwaar|\badres|afspraak)\s*[:|(]\s*(?P<place>[^.;|)]{3,120})", _FLAGS)
_PREPOSITION = re.compile(
    r"(?<![\w-])(?P<prep>in|te|aan|op|bij|naar|vanuit|binnen)\s+(?P<place>(?:(?:de|het|onze|ons|een|deze)\s+)?(?:(?:nieuwe|oude|grote"
    r"|kleine|gemeentelijke|stedelijke|lokale|gerenoveerde|polyvalente)\s+)*"
    r"[\w’'-]{1,40}(?:[^,.;|?!\n(]|\.(?=\w)){0,90}?)(?=\s*(?:[,;:|?!\n(]|\.(?:\s|$)|$|\s(?:om|van\s+\d|vanaf|tussen\s+\d|via|of|en\s+(?:volg|online"
    r"|via|je|op)|waar|met\s+(?:koffie|rondleiding|een|aansluitend)|zetten|kan|kun|kunt|licht|lichten|geeft|geven|vertel|stel|vindt"
    r"|gaat|zou|is\s|organis|laten|loop|zijn|heten|ontvangen|verwelkom|leid)\b))",
    _FLAGS,
)
_NOT_A_PLACE = re.compile(
    r"^(?:(?:de|het|een|onze|ons|deze)\s+)?(?:(?:ma|di|wo|do|vr|za|zo)\b|teams|zoom|ms\b"
    r"|microsoft|januari|februari|maart|april|mei|juni|juli|augustus|september"
    r"|oktober|november|december|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|job|functie"
    r"|sessie|infosessie|infomoment|informatiemoment|toelichting|loop|bundel|formulier|link|uur|week|groep|dag\b|dienst\b$|selectie"
    r"|vacature|voormiddag|namiddag|avond|ochtend|deze|welke|orde|verband|de\s+hand|onderwerp|mail|e-?mail|website|site|tafel|elke|alle"
    r"|toekomst|praktijk|contact|vraag|vragen|\d|het\s+(?:werk|team|vak|leven)|team|online|digitaal|gesprek|eigen|je\s|jouw|schrijven"
    r"|te\s|zien|kijken|maken|voorhand|voor|die\b|dat\b|basis|zoek|wie\b|inschrijv|twijfel|wat\b|mailbox|gewoon|een\s+(?:leefgroep"
    r"|mail|bericht|telefoon))",
    _FLAGS,
)
_BUILDING = re.compile(
    r"(?i:stadhuis|gemeentehuis|commissariaat|raadzaal|\w*zaal\b|\w*kamer\b|cafetaria|\w*centrum\b"
    r"|\w*huis\b|bibliotheek|school|\w*depot|werkplaats|\w*lokaal|hal\b"
    r"|kantoor|\w*plein\b|\w*straat\b|\w*laan\b|\w*dreef|\w*weg\b|kerk|[Kk]azerne|zwembad|sporthal|site\b|campus|\w*ruimte\b|parking"
    r"|\w*(?:magazijn|station|\bpost|ambulancepost|atelier|kassa|\bbib|refter|keuken|balie"
    r"|politiehuis|brandweer\w+)\b|museum|theater|loket|onthaal|gebouw|toren|hoeve|hof\b"
    r"|park\b|abdij|kasteel|polyvalent)|\bDe\s+[A-Z]|\bHet\s+[A-Z]|\d{4}\s+[A-Z]",
    0,
)
_DOORS = re.compile(r"\bdeur(?:en)?\s+van\s+(?:de|het|ons|onze)\s+(?P<place>[\w’' -]{3,60}?)\s+(?:\w+\s+)?open\b", _FLAGS)
_BRACKETS = re.compile(r"\s*\((?P<inside>[^()]{2,80})\)")
# A line of a card that is nothing but a place: "OC De Schakel, Dorp 4".
_BARE_PLACE = re.compile(
    r"^(?!.*(?:@|www|\d{2} \d{2} \d{2}|inschrij|aanmeld|\buur\b))"
    r"(?:[A-ZÀ-Ý][\w.’'-]*|[a-zà-ÿ]*(?:zaal|huis|centrum|cafetaria|bibliotheek|bib|school|depot|loods|kantoor|zwembad|sporthal|kazerne|museum|atelier"
    r"|werkplaats|lokaal))(?:[\s,]+[\w.’'()-]+){0,11}\.?$"
)
_ARTICLE = re.compile(r"^(?:(?:de|het|onze|ons|een)\s+|(?:De|Het)\s+(?=[a-z]))")
_ADDRESS_TAIL = re.compile(
    r"\s*,\s*(?P<tail>(?:[A-Z][\w’'-]+(?:\s[A-Za-z][\w’'-]+)*\s\d+\w?)(?:\s*,\s*(?:te\s+)?\d{4}\s+[A-Z][\w’'-]+)?(?:"
    r"\s+in\s+[A-Z][\w’'-]+)?(?:\s*\([^()]{2,60}\))?)"
)


def mode_of(own: str, place: str | None, shared: str, headings: str) -> Mode | None:
    """ "teams" for Microsoft Teams, "online" for any other platform, "hybrid" where one may choose, "onsite" for a place."""
    for text in (own, f"{own} {shared}", f"{own} {shared} {headings}"):
        text = _ONLINE_SIGNUP.sub(" ", EMAIL.sub(" ", URL.sub(" ", text)))
        teams, online = bool(_TEAMS_CASED.search(text)), bool(_ONLINE.search(text) or _PLATFORM.search(text))
        onsite = bool(place and not _is_platform(place)) or bool(_ONSITE.search(own)) or (headings in text and bool(_ONSITE.search(headings)))
        if onsite and (teams or online):
            return "hybrid"
        if teams:
            return "teams"
        if online:
            return "online"
        if onsite:
            return "onsite"
    return None


def _is_platform(place: str) -> bool:
    return bool(_PLATFORM.search(place) or _TEAMS_CASED.search(place))


def place_of(reading: Reading, dated: Dated, own: Sequence[str], units: Sequence[Unit], shared: Sequence[Unit]) -> tuple[str | None, Unit | None]:
    """The place as the bundle words it, and the unit that names it when it isn't the session's own."""
    remote = _is_remote(dated.unit.nearest) and not _ONSITE.search(dated.unit.text)
    texts = [(dated.after if dated.after and text is own[0] and len(own[0]) >= len(dated.unit.text) - 1 else text, None) for text in own[:1]]
    for text, _ in texts:
        if place := _place_in(text, strict=remote, follows=text == dated.after):
            return place, None
    lead = re.sub(r"^\s*(?:\d+[.)]|[-–•])?\s*", "", dated.before).strip(" ,:–-|")
    if lead and len(lead) < 50 and not remote and _BUILDING.search(lead) and not re.search(r"\b(?:op|is|we|je|u|de)\b|[.?!]", lead, _FLAGS):
        return lead, None
    for text in own:
        if place := _place_in(text, strict=remote):
            return place, None
    if _is_remote(" ".join(own)) or remote:
        return _platform_in(own), None
    nearby = [unit for unit in (*units[1:], *shared) if not unit.text.rstrip().endswith("?")]
    for unit in nearby:
        if re.search(r"\b(?:plaats|locatie|waar|adres)\b", unit.label, re.IGNORECASE) and not EMAIL.search(unit.text):
            return unit.text.strip(" ."), unit
        if match := _LABEL.search(unit.text):
            return match["place"].strip(), unit
    for unit in nearby:
        if _BARE_PLACE.match(unit.text) and _BUILDING.search(unit.text) and not reading.moments_in(unit):
            return unit.text.strip(" ."), unit
    for unit in nearby:
        if place := _place_in(unit.text, strict=True):
            return place, unit
    heading = _place_in(" " + dated.unit.nearest, strict=True) if dated.unit.nearest else None
    if heading and dated.unit.block.heading:
        return heading, dated.unit
    return _platform_in((*own, *(unit.text for unit in shared))), None


def _is_remote(text: str) -> bool:
    """Whether a session's own words name a way to take part from elsewhere and no place beside it."""
    text = _ONLINE_SIGNUP.sub(" ", EMAIL.sub(" ", URL.sub(" ", text)))
    return bool(_TEAMS_CASED.search(text) or _ONLINE.search(text) or _PLATFORM.search(text)) and not re.search(r"\bof\b|\book\b", text)


def _platform_in(texts: Sequence[str]) -> str | None:
    return next((platform.group(1) for text in texts if (platform := _PLATFORM.search(text))), None)


def _place_in(text: str, strict: bool = False, follows: bool = False) -> str | None:
    """`strict` wants a word for a building; `follows` says that the text follows the moment, so that its first words may be any place."""
    if match := _LABEL.search(text):
        return match["place"].strip()
    if doors := _DOORS.search(text):
        return _ARTICLE.sub("", doors["place"])
    for match in _PREPOSITION.finditer(text):
        phrase = match["place"].strip()
        if _NOT_A_PLACE.search(phrase) or len(phrase) > 90 or "@" in phrase or "www" in phrase:
            continue
        building = _BUILDING.search(phrase) or _BUILDING.search(text[match.end() : match.end() + 25].split(".")[0])
        building = building or _ADDRESS_TAIL.match(text, match.end("place"))
        at_once = follows and not text[: match.start()].strip(" ,-–(")
        if not building and not at_once and (strict or match["prep"].casefold() not in ("in", "te") or not re.search(r"[A-Z]", phrase)):
            continue
        return _complete(text, match.end("place"), _ARTICLE.sub("", phrase))
    # "De Wilgenhof, Kerkdreef 8" or "cafetaria van De Rietkraag" right after the hour, without a preposition.
    lead = re.match(r"^[\s,;:|–-]+(?P<place>(?:[A-Z][\w’'-]+|(?!om\b|van\b|tot\b)[a-z]\w+)[^.;|(\n]*)", text)
    bracketed = _BRACKETS.match(text) if follows else None
    if bracketed and _BUILDING.search(bracketed["inside"]):
        return bracketed["inside"]
    if lead and re.search(r"\b(?:je|u|we|wij)\b", lead["place"]):
        return None
    if lead and not strict and _BUILDING.search(lead["place"]) and not _NOT_A_PLACE.search(lead["place"]):
        return _complete(text, lead.end("place"), re.split(r"\s+[-–]\s+", lead["place"])[0].strip(" ,"))
    return None


def _complete(text: str, end: int, place: str) -> str:
    """The place with the address or room that follows it."""
    if brackets := _BRACKETS.match(text, end):
        inside = brackets["inside"]
        if not re.search(r"teams|zoom|online|minuten|inschrijv", inside, re.IGNORECASE):
            return f"{place} ({inside})"
    if tail := _ADDRESS_TAIL.match(text, end):
        return f"{place}, {tail['tail']}"
    return place
