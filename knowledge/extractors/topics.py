"""What a contact can be asked about, what an infosession is called, and when somebody can be reached: vocabularies shared by extractors."""

from __future__ import annotations

import re

from knowledge.model import Topic

INFOSESSION = re.compile(
    r"\binfo(?:rmatie)?[- ]?(?:sessies?|moment(?:en)?|avond(?:en)?|vergadering(?:en)?|namiddag|middag|lunch|dag(?:en)?|uurtje|webinar"
    r"|gesprekken)\b|\bkijkmoment(?:en)?\b|\bkijkdag"
    r"|\bopen\s?deur(?:dag(?:en)?)?\b|\bopenbedrijf\w*|\brondleiding(?:en)?\b|\bkennismaking(?:smoment|savond|s)?\b|\b(?:koffie|ontmoetings|proef"
    r"|meet[- ]and[- ]greet|bezoek)moment"
    r"|\b(?:de|het|beide|twee|drie) moment(?:en)?\b|\bmeet\s?(?:&|and|en)\s?greet\b|\bwebinar|\bjobdag\b|\bbezoek(?:moment|je)\b|\binspringmoment"
    r"|\bdoe(?:dag|namiddag)\b"
    r"|\b\w*(?:kijk|koffie|ontmoetings|snuffel|beleef|belevings|ontdek|ontdekkings|proef|bezoek|open)(?:dag|avond|moment|namiddag|nacht|uurtje"
    r"|sessie)(?:en)?\b"
    r"|\b(?:plaats|werf|werkplek|werkplaats)bezoek(?:en)?\b|\bhet (?:bezoek|kijkje)\b",
    re.IGNORECASE,
)
# 'voor deze functie' tells which call it is, not that the content of the job is meant.
_WHICH_CALL = re.compile(
    r"\b(?:voor|naar|op|van|tot|in verband met)\s+(?:(?:de|deze|die|dit|een|jouw|je|uw|beide|bovenstaande|vermelde)\s+){1,2}(?:functies?|jobs?"
    r"|betrekking|vacatures?|(?:selectie)?procedures?)\b(?!\s+zelf)"
    r"|\bin(?:houd(?:elijk)?)?\s+functie van\b|\b(?:functie|job)\s+van\b(?=\s)(?=.*sollicit)",
    re.IGNORECASE,
)
_CUES: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    (
        "selectieprocedure",
        re.compile(
            r"\bselectie(?!verantw|medew|commissie|bureau)\w*|\bprocedures?\b|\w*procedure\b|\w*proe(?:f|ven)\b|\bexamens?\b|\btest(?:s|en)?\b"
            r"|\brekrutering\b|\baanwerving\w*\b"
            r"|\bverloop\b|\bhoe (?:het|alles|dit)\b[^?.]{0,20}\b(?:ver)?loopt\b|\bwerving\b|(?<!in )\bgesprek(?:ken)?\b|\buitslag\b|\bfeedback\b",
            re.IGNORECASE,
        ),
    ),
    (
        "kandidatuur",
        re.compile(
            r"\bkandida(?:tuur|turen|tuurstelling|atstelling)\w*|\bkandidaat stel|\bje kandidaat|\bsollicit(?:atie|eren|eer)\w*"
            r"|\binschrijving(?:en)?\b|\bje inschrijf|\bdossier\b"
            r"|\b(?:kandidatuur|sollicitatie)\w*|\baanmelding\b|\bje cv\b",
            re.IGNORECASE,
        ),
    ),
    (
        "functie",
        re.compile(
            r"\bfunctie(?:s|-?inhoud|omschrijving|profiel)?\b|\bjobs?\b|\bjob-?inhoud\b|\btaken(?:pakket)?\b|\binhoud(?:elijke?)?\b|\bhet werk\b"
            r"|\bwerkvloer\b|\bwerkinhoud\b"
            r"|\bwerking van\b|\bop een (?:werk)?dag\b|\bde werkplek\b|\bvak(?:inhoud|technisch)\w*|\bhet team\b|\bde betrekking\b|\bopdracht\b",
            re.IGNORECASE,
        ),
    ),
    ("infosessie", INFOSESSION),
    ("algemeen", re.compile(r"\balgemene (?:vragen|info\w*|inlichtingen)|\b(?:alle|allerlei) (?:andere )?vragen\b", re.IGNORECASE)),
)
_SELECTION_ROLE = re.compile(r"selectie|rekruter|recruit|werving|loopbaan|aanwerving", re.IGNORECASE)
_HR_ROLE = re.compile(r"selectie|rekruter|recruit|werving|personeel|\bhrm?\b|human|talent|p&o|hr-", re.IGNORECASE)
_DOSSIER_ROLE = re.compile(r"dossier", re.IGNORECASE)

_CLOCK = r"\d{1,2}(?:[.:u]\d{2})?\s?(?:uur|u\b|h\b)?(?:\s?\d{2}(?!\d))?"
_DAYS = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en)?(?:voormiddag|namiddag|ochtend|avond|s)?(?:voormiddag|namiddag)?)"
_HOUR_TOKEN = re.compile(
    rf"{_DAYS}|(?:ma|di|wo|do|vr|za|zo)\b\.?|(?:werk|week)dag(?:en|elijks)?|voormiddag(?:en|s)?|namiddag(?:en|s)?|ochtend(?:en|s)?|middag(?:s)?"
    rf"|avond(?:s)?"
    rf"|kantoor-?uren|diensturen|schooluren|werkuren|{_CLOCK}|dagelijks|dagen|dag|iedere|elke|alle|enkel|alleen|behalve|uitgezonderd|niet|liefst"
    rf"|bij voorkeur|steeds|telkens"
    r"|(?:na|op|volgens) afspraak"
    r"|tijdens|tussen|vanaf|van|voor|vóór|tot en met|t\.?e\.?m\.?|t/m|tot|na|en|of|op|in|de|het|'s|’s|om|uur|bereikbaar|afwezig|aanwezig|werkt"
    r"|ook|maar|[-–,;:&/()]",
    re.IGNORECASE,
)
_HOUR_CORE = re.compile(
    rf"\b(?:na|op|volgens) afspraak\b"
    rf"|{_DAYS}|\b(?:werk|week)dag|\b(?:voor|na)middag|\bochtend|kantoor-?uren|diensturen|schooluren|werkuren|\d\s?(?:uur|u\b|h\b)"
    rf"|\d{{1,2}}[.:u]\d{{2}}|\b(?:ma|di|wo|do|vr)\b\s?[-–,]|alle dagen|dagelijks|\btussen \d{{1,2}} en \d{{1,2}}\b",
    re.IGNORECASE,
)
_HOUR_TRIM_START = re.compile(
    r"^(?:[\s,;:&/)–-]|\b(?:en|of|de|het|maar|in de(?= uren)|ook|dag|van de|(?:van|op|in|voor|tot)(?=\s*$))\b)+", re.IGNORECASE
)
_HOUR_TRIM_END = re.compile(
    r"(?:[\s,;:&/(–-]|\b(?:en|of|op|de|het|van|in|maar|ook|tot|voor|na|om|tussen|tijdens|bereikbaar|alleen|enkel|niet"
    r"|liefst|steeds|vanaf)\b)+$",
    re.IGNORECASE,
)

# 'op dinsdag 12 januari', 'om 19 uur': one moment, no hours at which somebody can be reached.
_IS_A_DATE = re.compile(
    r"(?:(?:op|tegen|voor|vóór|tot)\s+)?(?:\w+dag\s+)?\d{1,2}\s+(?:jan|feb|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)|(?:\w+dag\s+)?\d{1,2}/\d{1,2}/\d|om\s+\d",
    re.IGNORECASE,
)


def topics_in(text: str) -> tuple[Topic, ...]:
    """The topics that a text names, in the order of the model."""
    shown = _WHICH_CALL.sub(" ", text)
    return tuple(topic for topic, cue in _CUES if cue.search(shown))


def topics_of_role(role: str | None) -> tuple[Topic, ...]:
    """What somebody with this role is asked when nothing else is said; () when the role tells nothing."""
    if not role:
        return ()
    if _SELECTION_ROLE.search(role):
        return ("selectieprocedure",)
    return ("kandidatuur",) if _DOSSIER_ROLE.search(role) else ()


def is_hr(role: str | None) -> bool:
    """Whether the role is one of a personnel service."""
    return bool(role and _HR_ROLE.search(role))


def find_hours(text: str) -> tuple[int, int] | None:
    """The span that tells when somebody can be reached ('tussen 9u en 17u', 'niet op vrijdagnamiddag'); None when there is none."""
    best: tuple[int, int] | None = None
    position = 0
    while match := _HOUR_TOKEN.search(text, position):
        start = end = match.start()
        while (token := _HOUR_TOKEN.match(text, end)) and token.end() > end and not _inside_word(text, token):
            end = token.end()
            while end < len(text) and text[end] in "  ":
                end += 1
        position = max(end, match.end())
        if _inside_word(text, match):
            continue
        span = _trimmed(text, start, end)
        if span and _IS_A_DATE.match(text[span[0] : span[1] + 12]):
            continue
        if span and _HOUR_CORE.search(text[span[0] : span[1]]) and (best is None or span[1] - span[0] > best[1] - best[0]):
            best = span
    return best


def _inside_word(text: str, match: re.Match[str]) -> bool:
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    first, last = match.group()[0], match.group()[-1]
    return (first.isalnum() and before.isalnum()) or (last.isalnum() and after.isalnum())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    head = _HOUR_TRIM_START.match(piece)
    if head and head.end() < len(piece):
        start += head.end()
    tail = _HOUR_TRIM_END.search(text[start:end])
    if tail:
        end = start + tail.start()
    if text[start:end].startswith("("):
        start += 1
    if text[start:end].count("(") < text[start:end].count(")"):
        end = start + text[start:end].index(")")
    return (start, end) if end > start else None
