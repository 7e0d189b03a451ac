"""Cuts the name of a job out of a heading, a label or a sentence."""

from __future__ import annotations

import re

from knowledge.extractors.job_nouns import JOB_NOUN

GENDER_MARK = re.compile(r"[(\[]?\s*\b[mvxhfd]\s*/\s*[mvxhfd](?:\s*/\s*[mvxhfd])?\b\s*[)\]]?", re.IGNORECASE)
SEEKS = re.compile(
    r"\b(?:zoek(?:t|en)|(?:is|zijn|gaan?) op zoek naar|werft aan|werven aan|werft|aanwerven van|gezocht:?|aanwerving van|(?:functie|betrekking"
    r"|ambt|post|job|vacature) van|werving van|plaats(?:en)? (?:van|als)|(?:plaats|job|functie|vacature) (?:vrij|open) (?:als|voor|van)"
    r"|(?:versterk(?:en|ing)|solliciteer|(?:aan|in) de slag|aan het werk|meewerken) als"
    r"|selectie(?:procedure)? (?:voor|van)|vacant verklaard|openverklaring van|aan te werven)\b[\s:]*",
    re.IGNORECASE,
)
_NUMBER = r"(?:een|één|1|twee|2|drie|3|vier|4|vijf|5|zes|6|meerdere|enkele|verschillende)"
_LEAD = re.compile(
    r"^(?:(?:(?:hoofdstuk|titel|deel)\s+(?:[IVX]+|\d+)|vacature(?:s|bericht|tekst|fiche)?|info(?:rmatie)?(?:bundel|brochure|fiche|gids|dossier)?"
    r"|selectie(?:reglement|procedures?|dossier"
    r"|bundel|gids)?|(?:verkorte|nieuwe|tijdelijke|openstaande|interne|externe)"
    r"|aanwerving(?:s?(?:procedure|reglement|examen|bundel))?|werving(?:s?(?:procedure|reglement|examen))?|examen(?:reglement)?"
    r"|oproep(?:bericht)?|bericht|reglement|dossier|bundel|brochure|procedure|profiel"
    r"|functie(?:omschrijving|beschrijving|profiel|kaart|fiche|benaming)?|job(?:omschrijving|profiel|fiche)?s?|betrekking|ambt|post"
    r"|vragen en antwoorden|wij|we|word(?:en)?|ben|jij|onze|ons|als|over|betreft"
    rf"|voor|van|tot|naar|de|het|{_NUMBER}|nog|vaste|flexibele"
    r"|polyvalente?(?= \w*(?:kracht|collega))|warme|creatieve|handige|ervaren|leidinggevende(?= collega)"
    r"|enthousiaste|gemotiveerde|gedreven|toffe|nieuwe|extra|halftijdse|voltijdse|deeltijdse|contractuele"
    rf"|statutaire|vervangend|(?:job|functie|vacature)\s*[\dA-C]\b)\b[\s:.,–-]*)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:/\s*-\s?\w|\((?!(?:st|e|en|s|n|ster|in)\))"
    r"|[\[|!?:;]|\s[-–—·]\s|,\s|\b(?:gezocht|vacature|vacatures|aanwervingsprocedure|selectieprocedure|wervingsreserve|werfreserve|infobundel"
    r"|niveau(?!\s\d)"
    r"|voltijds|deeltijds|halftijds|contractueel|statutair|met aanleg"
    r"|met standplaats|bij (?:de |het )?(?:stad|gemeente|ocmw|lokaal|provincie|politie|dienst|team)|voor (?:de |het |onze |ons )?(?:stad\w*"
    r"|gemeente\w*"
    r"|ocmw|lokaal|dienst|team|zwembad|bibliotheek|school|woonzorg\w*|afdeling"
    r"|periode|project|regio)|van (?:de|het|ons|onze)|bij (?=[A-ZÀ-Ý])|in (?:de |het )?(?=[A-ZÀ-Ý])|te (?=[A-ZÀ-Ý])"
    r"|op (?:de|het)|die|dat|om|worden|is|zijn|wordt|werken"
    r"|m/v|in\s+(?:contractueel|statutair|vast|tijdelijk)|vacant"
    r"|[A-E]\d[a-z]?\s?[-–]\s?[A-E]\d[a-z]?|\d{1,3}\s?%|en (?:een|twee|drie|één)\b|op korte termijn|zoekt|dringend|aan|met|per|vanaf|gaat|legt"
    r"|te begeven|open(?:gesteld|verklaard| verklaard)?(?=\s*(?:[,.;]|$))"
    r"|voor het project)\b|\.(?:\s|$)|$)",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:werken (?:voor|bij)|kom|welkom|home|jobs?|vacatures?|info\w*|titel|artikel|hoofdstuk|procedure|voorwaarden|contact|menu|collega'?s?"
    r"|medewerkers?(?=\W*$)|personeel(?:sdienst)?|iemand|versterking"
    r"|kandidaten|kandidaat|nieuwe|doorsturen|team|dienst|stad|gemeente|jouw|uw|mijn|wie|wat|waar|hoe|waarom|wanneer)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?;]\s")
_SPLIT = re.compile(r"\s+[|–—·]\s+|\s+-\s+|:\s+|[!?]\s+|\n")


def title_spans(text: str) -> list[tuple[int, int]]:
    """Spans that may be a job title, one for each part of the text; lead-ins, marks as (m/v/x), grades and employers cut off."""
    spans: list[tuple[int, int]] = []
    begin = 0
    for part in [*_SPLIT.finditer(text), None]:
        end = part.start() if part else len(text)
        if span := _trim(text, begin, end):
            spans.append(span)
        begin = part.end() if part else end
    return spans


def title_after(text: str, start: int) -> tuple[int, int] | None:
    """The title that begins at `start` in a sentence ('... zoekt een | redder voor ...')."""
    return _trim(text, start, len(text))


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    for verb in SEEKS.finditer(text, start, end):
        if JOB_NOUN.search(text, start, verb.start()) and not _SENTENCE_END.search(text, start, verb.start()):
            end = verb.start()
            break
        if verb.end() < end and not re.match(r"gezocht", verb.group(), re.IGNORECASE):
            start = verb.end()
    mark = GENDER_MARK.search(text, start, end)
    if mark and mark.start() > start + 2:
        end = mark.start()
    while start < end and (lead := _LEAD.match(text[start:end])) and lead.end():
        start += lead.end()
    tail = _TAIL.search(text[start:end])
    if tail:
        end = start + tail.start()
    while end > start and text[end - 1] in " .,:;-–*'\"":
        end -= 1
    words = text[start:end].split()
    if not words or len(words) > 9 or _GENERIC.match(text[start:end]) or not any(len(word) > 2 for word in words):
        return None
    return start, end


def singular(title: str) -> str:
    """'energiecoaches' → 'energiecoach', 'arbeiders wegenwerken' → 'arbeider wegenwerken': the job noun in the singular, without '(st)' or '(e)'."""
    words = _ENDING_IN_BRACKETS.sub("", title).split(" ")
    for index, word in enumerate(words):
        for pattern, ending in _SINGULAR:
            if re.search(pattern, word, re.IGNORECASE):
                words[index] = re.sub(pattern, ending, word, flags=re.IGNORECASE)
                return " ".join(words)
        if JOB_NOUN.fullmatch(word):
            break
    return " ".join(words)


_ENDING_IN_BRACKETS = re.compile(r"(?<=\w)\((?:st|e|en|s|n|ster|in)\)", re.IGNORECASE)
_SINGULAR = (
    (r"coaches$", "coach"),
    (r"(\w{3,}(?:er|ier|[tsdj]eur|seur|feur|tor|mor|[nl]or|hoofd|expert))s$", r"\1"),
    (r"(architect|bibliotheekassistent)s$", r"\1"),
    (r"(co[öo]rdinator)s$", r"\1"),
    (r"(\w*man)nen$", r"\1"),
    (r"(vrouw)en$", r"\1"),
    (r"(kundige|verantwoordelijke|deskundige|bediende|verzorgende)n$", r"\1"),
    (r"(co[öo]rdina|opera|anima|moni|programma|promo|conserva)toren$", r"\1tor"),
    (r"(consulent|assistent|agent|therapeut|jurist|logopedist|kinesist|specialist|analist|ingenieur|architect|expert|docent|[^aeiou]ist)en$", r"\1"),
    (r"logen$", "loog"),
    (r"(ambten|ler)aren$", r"\1aar"),
    (r"bazen$", "baas"),
    (r"krachten$", "kracht"),
)
