"""What to send along with an application: the papers that the sentences about applying list, without those that nobody asks (yet)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from knowledge.extractors.units import Reading, Unit
from knowledge.extractors.way_words import NOT_NEEDED
from knowledge.model import Fact

_FLAGS = re.IGNORECASE
# Words that stand for a paper, a file or a picture; compounds ("motivatiebrief", "inlichtingenformulier") count.
_PAPER = (
    r"(?:curriculum(?:\s+vitae)?|cv[’']?s?|\w*(?:brief|formulier|fiche|vragenlijst|nota|verklaring|attest(?:en)?|getuigschrift(?:en)?|certifica(?:at|ten))"
    r"|motivatie|kopie(?:ën|s)?|fotokopie(?:ën)?|afschrift(?:en)?|scans?|(?:pas)?foto[’']?s?|diploma[’']?s?|\w*bewijs(?:stuk(?:ken)?)?|bewijzen|uittreksels?"
    r"|portfolio|visum|identiteitskaart|referenties|overzicht|filmpje|video|presentatie|brevet(?:ten)?|studiebewijs|stavingsstuk(?:ken)?|stageverslag"
    r"|bachelorproef|masterproef)"
)
# Papers that a text also names as conditions: they count only where something is really sent.
_ALSO_A_CONDITION = re.compile(
    r"^(?:diploma|getuigschrift|attest|certifica|brevet|visum|\w*bewijs|studiebewijs|verklaring|referenties|overzicht)", _FLAGS
)
_SMALL = r"(?:een|je|jouw|uw|het|de|ons|mijn|alle|eventuele?|volgende|nodige|drie|twee)"
_PLAINLY_SENT = re.compile(r"^(?:cv|curriculum|(?:korte\s+)?(?:motivatie|sollicitatie)(?:brief)?\b|(?:foto)?kopie|afschrift|scan)", re.IGNORECASE)
# A word that goes on with the paper's own description; a verb, a preposition of way or the next paper ends it.
_OWN = (
    r"(?!(?:naar|via|aan|op|in|voor|vóór|tot|bij|toe|mee|met|per|worden|wordt|is|zijn|moet|kan|en|of|dat|die|te|niet|geen|uiterlijk|als|ten|nodig"
    r"|vereist|tegen|samen|www|https?)\b)[\w’'-]*\w"
)
_NAME = re.compile(
    rf"\b(?:{_SMALL}\s+)*(?P<name>(?:(?:recente?|korte|ingevulde?|ondertekende?|volledige?|gemotiveerde?|persoonlijke?|actuele?|behaalde?|vereiste"
    rf"|uitgebreide?|beknopte?|duidelijke?|leesbare?|officiële?|europees|europese|handgeschreven|digitale|gekleurde?|sollicitatie)\s+)*"
    rf"\b{_PAPER}\b"
    rf"(?:(?:(?<=opie)|(?<=ieën))\s+(?:rijbewijs|diploma[’']?s?|identiteitskaart|attest(?:en)?|visum))?"
    rf"(?:\s+uit\s+het\s+(?:centraal\s+)?strafregister)?"
    rf"(?:\s+(?:van|met|over|op(?=\s+onze\s+vragen))\s+(?:{_SMALL}\s+)?{_OWN}(?:\s+{_OWN}){{0,3}}?(?=\s*(?:[,;.:()?!]|$|\s(?:naar|via|aan|op|in|voor|vóór|tot|bij|toe|mee"
    rf"|met|per|en|of|dat|die|te|ten|uiterlijk|worden|wordt|als|samen|nodig)\b))(?:\s+(?:en|of)\s+(?!{_SMALL}\b|{_PAPER}\s+van|motivatie|cv\b|uittreksel|kopie){_OWN}"
    rf"(?=\s*(?:[,;.:()]|$|\s(?:naar|via|aan|op|toe|mee|bij|per|tot|voor|vóór)\b)))?)?)",
    _FLAGS,
)
_SENDS = re.compile(
    r"\b(?:bezorg|stuur|stur|verstuur|zend|mail|e-?mail|laad|upload|voeg|gevoegd|toegevoegd|toe\s+te\s+voegen|bijgevoegd|bijvoegen|bij\s+te\s+voegen|bevat"
    r"|omvat|bestaat\s+uit|geef|breng|bezorgd|vergezeld|inclusief|samen\s+met|verwachten|ontvangen|krijgen|zit|steek|voorzie|dien(?!\w*\s+te\b)|meegestuurd|meesturen"
    r"|mee\s?te\s?sturen|overmaken|maak\w*\s+over|opladen|op\s+te\s+laden|vragen\s+(?:we|wij)|(?:we|wij)\s+(?:vragen|verwachten|krijgen)|vraagt|hebben\s+(?:we|wij)|nodig|sollicit\w+\s+(?:\w+\s+){0,3}met"
    r"|kandida\w+\s+(?:\w+\s+){0,4}met|volstaa?n?t?|vergeet|bundel|bijlagen?|hang|plak)\w*",
    _FLAGS,
)
_HEADS_PAPERS = re.compile(
    r"documenten|bijlage|\bmee\s?(?:te\s+)?(?:ge)?(?:stur|stuur|gev|geef|breng)|stuur\s+je|voeg|toe\s+te\s+voegen|je\s+dossier|(?:sollicitatie|kandidatuur)\w*\s*dossier"
    r"|bevat|omvat|papieren|nodig|bezorg|stuur|mail|uploaden|bestaat\s+uit",
    _FLAGS,
)
# The way in which something is sent: 'per brief', 'via het formulier', 'vul het formulier in'.
_AS_A_WAY = re.compile(
    r"(?:\bper|\baangetekende?|\bgewone|\bvia(?:\s+\w+){0,3}|\b(?:met|op)\s+het(?:\s+\w+)?|\bgebruik\s+\w+|\bdoor(?:\s+\w+){0,2}|\bvul\w*(?:\s+\w+){0,4}|\bin\s+een)\s*$",
    _FLAGS,
)
_LATER = re.compile(
    r"\bpas\s+(?:als|wanneer|bij|na|later|op)\b|\blater\b|\bbij\s+(?:je|de|een|uw)?\s*(?:aanstelling|indiensttreding|aanwerving|in\s?diensttreding|contract)"
    r"|\bals\s+(?:we|wij)\s+je\s+(?:aanwerven|een\s+contract)|\bna\s+de\s+(?:selectie|proeven|gesprek\w*)|\bop\s+(?:eenvoudig\s+)?verzoek|ontbrekende|nadien"
    r"|\bvóór\s+(?:je|de|uw)\s+(?:indiensttreding|aanstelling|start)|\bop\s+de\s+dag\s+van|\bkrijg(?:t)?\s+(?:je|u)\b|\bontvang(?:t)?\s+(?:je|u)\b|\bontvangstbewijs",
    _FLAGS,
)
_UNASKED = re.compile(r"\b(?:geen|zonder|niet)\s+(?:\w+\s+){0,2}$", _FLAGS)
# Who still studies proves that otherwise; and a text that lists what one must have is no list of what one sends.
_STUDENT = re.compile(
    r"\bhouder\b|\bvoldoen\b|getoetst|in\s+het\s+bezit|laatstejaars|laatste\s+jaar|studeer|hogeschool\s+of\s+universiteit|bewijs\s+van\s+inschrijving|afstude",
    _FLAGS,
)
_CONDITIONS = re.compile(r"voorwaard|profiel|vereist|verwacht|wie\s+(?:zoek|ben)|breng\s+je\s+mee|ben\s+je|diploma", _FLAGS)
_CLAUSE = re.compile(r"[;:?!]\s+|,\s+maar\b|\.\s+(?=[A-ZÀ-Ý])")


def documents_of(reading: Reading, units: Sequence[Unit]) -> tuple[Fact[str], ...]:
    """The papers to send, as the bundle names them without article, each once."""
    found: dict[str, Fact[str]] = {}
    own = {unit.index for unit in units}
    for unit in reading.units:
        listed = _is_in_list_of_papers(unit)
        if unit.block.kind == "heading" or not (unit.index in own or listed):
            continue
        for name in _names(unit, listed=listed):
            if not any(name.casefold() in known or known in name.casefold().split(" of ")[0] for known in found):
                found[name.casefold()] = Fact(name, reading.cite(unit), confidence=0.8)
    return tuple(found.values())


def _is_in_list_of_papers(unit: Unit) -> bool:
    """An item or row below 'Je dossier bevat:' or 'Wat stuur je mee?'."""
    if _CONDITIONS.search(unit.nearest):
        return False
    if unit.block.kind not in ("item", "row"):
        return bool(re.search(r"documenten|bijlage|stuur\s+je\s+mee|meesturen|mee\s+te\s+sturen", unit.nearest, _FLAGS))
    about = unit.intro or unit.label or unit.nearest
    return bool(_HEADS_PAPERS.search(about)) and bool(
        re.search(r"sollicit|kandida|inschrij|dossier|stur|stuur|mail|bezorg|document|bijlage|voeg", about, _FLAGS)
    )


def _names(unit: Unit, *, listed: bool) -> Iterator[str]:
    lead = f"{unit.intro} {unit.label} {unit.previous if unit.previous.rstrip().endswith(('?', ':')) else ''}"
    carried = listed or bool(_SENDS.search(lead))
    for clause in _clauses(unit.text):
        if NOT_NEEDED.search(clause) or _LATER.search(clause) or _STUDENT.search(clause):
            continue
        carried = carried or bool(_SENDS.search(clause))
        yield from (name for name in _papers(clause) if carried or _PLAINLY_SENT.match(name))


def _papers(clause: str) -> Iterable[str]:
    for match in _NAME.finditer(clause):
        before = clause[: match.start("name")]
        lead = clause[: match.start()]
        name = match["name"].strip(" .,'’")
        form = re.match(r"\w*(?:formulier|brief)", name.split(" van ")[0].split()[-1], _FLAGS)
        if _UNASKED.search(lead) or _UNASKED.search(before):
            continue
        if name.casefold() == "brief" and re.search(r"\bmet\s+een\s*$", before, _FLAGS):
            continue
        after = clause[match.end("name") :]
        if name.casefold() in ("bewijs", "bewijzen", "overzicht") or (
            form and re.match(r"\s*(?:in\s+)?(?:op|via|onderaan|hieronder)\b", after, _FLAGS)
        ):
            continue
        if form and (_AS_A_WAY.search(lead) or _AS_A_WAY.search(before)):
            continue
        if _ALSO_A_CONDITION.match(name) and re.search(r"\b(?:met|van|in\s+het\s+bezit\s+van|houder\s+van|beschikt\s+over|voor)\s*$", lead, _FLAGS):
            continue
        yield name


def _clauses(text: str) -> list[str]:
    """The clauses of a sentence; what stands between brackets tells where a paper is found, not what it is."""
    plain = re.sub(r"\s*\((?![^)]*\b(?:cv|brief|diploma|kopie)\b)[^)]*\)", "", text)
    return [clause for clause in _CLAUSE.split(plain) if clause.strip()]
