"""Cuts the name of a job out of a heading, a label or a sentence."""

from __future__ import annotations

import re

# Endings of Dutch job names; a title nearly always holds one.
JOB_NOUN = re.compile(
    r"\b\w*(?:medewerk(?:st)?er|werk(?:st)?er|co[öo]rdinator|consulente?|deskundige|verantwoordelijke|beheerder|begeleid(?:st)?er|bediende"
    r"|kundige|arbeid(?:st)?er|redder"
    r"|jurist|advocaat|therapeut|logopedist|kinesist|psycholoog|pedagoog|loog|leid(?:st)?er|hoofd|directeur|directrice|ingenieur|architect|expert"
    r"|adviseur|coach|planner"
    r"|controller|analist|boekhouder|secretaris|griffier|inspecteur|agente?|opzichter|technicus|technieker|mecanicien|elektricien|schilder"
    r"|metselaar|schrijnwerker"
    r"|chauffeur|bestuurder|kok|poets(?:hulp|man|vrouw)|schoonmaker|hulp|helper|verzorgende|verzorg(?:st)?er|opvoed(?:st)?er|animator|leerkracht"
    r"|leraar|onderwijzer"
    r"|ondersteuner|lesgever|instructeur|trainer|monitor|bibliothecaris|archivaris|conservator|ontwikkelaar|programmeur|specialist|manager"
    r"|assistente?|ambtenaar"
    r"|vaststeller|toezichter|bewaker|wachter|(?:schaps|stads|park|bos|fiets)wacht|brandweerman|baas|chef|magazijnier|tuinier|tuinman|maker"
    r"|conci[eë]rge|receptionist|telefonist"
    r"|administrateur|arts|apotheker"
    r"|redacteur|designer|vormgever|ombudsman|regisseur|organisator|vroedvrouw|verlener|steward|gids|vertaler|landmeter|bode|stafli[ds]|kundig"
    r"|planoloog|opsteller"
    r"|penningmeester|ontvanger|officier|commandant|korpschef|lasser|loodgieter|dakwerker|stratenmaker|werkman|klusjesman|recruiter|webmaster"
    r"|operator|teamlid|informaticus"
    r"|econoom|criminoloog|socioloog|gerontoloog|verpleger|verpleegster|dierenarts|tandarts|leerondersteuner|projectmanager|procesmanager"
    r"|beambte|kapitein|sergeant|korporaal|luitenant|majoor|adjudant|brigadier|commissaris|dirigent|pianist|docent|rector)"
    r"(?:s|n|en|es)?\b",
    re.IGNORECASE,
)
GENDER_MARK = re.compile(r"[(\[]?\s*\b[mvxhfd]\s*/\s*[mvxhfd](?:\s*/\s*[mvxhfd])?\b\s*[)\]]?", re.IGNORECASE)
SEEKS = re.compile(
    r"\b(?:zoek(?:t|en)|(?:is|zijn|gaan?) op zoek naar|werft aan|werven aan|werft|aanwerven van|gezocht:?|aanwerving van|(?:functie|betrekking"
    r"|ambt|post|job|vacature) van|werving van"
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
    rf"|voor|van|tot|naar|de|het|{_NUMBER}|nog|enthousiaste|gemotiveerde|gedreven|toffe|nieuwe|extra|halftijdse|voltijdse|deeltijdse|contractuele"
    rf"|statutaire|vervangend|(?:job|functie|vacature)\s*[\dA-C]\b)\b[\s:.,–-]*)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:[(\[|!?:;]|\s[-–—·]\s|,\s|\b(?:gezocht|vacature|vacatures|aanwervingsprocedure|selectieprocedure|wervingsreserve|infobundel|niveau"
    r"|voltijds|deeltijds|halftijds|contractueel|statutair|met aanleg"
    r"|met standplaats|bij (?:de |het )?(?:stad|gemeente|ocmw|lokaal|provincie|politie|dienst|team)|voor (?:de |het |onze |ons )?(?:stad\w*"
    r"|gemeente\w*"
    r"|ocmw|lokaal|dienst|team|zwembad|bibliotheek|school|woonzorg\w*|afdeling"
    r"|periode|project|regio)|bij (?=[A-ZÀ-Ý])|in (?:de |het )?(?=[A-ZÀ-Ý])|te (?=[A-ZÀ-Ý])|op (?:de|het)|die|dat|om|worden|is|zijn|wordt|werken"
    r"|m/v|in\s+(?:contractueel|statutair|vast|tijdelijk)|vacant"
    r"|[A-E]\d[a-z]?\s?[-–]\s?[A-E]\d[a-z]?|\d{1,3}\s?%|en (?:een|twee|drie|één)\b|op korte termijn|zoekt|dringend|aan|met|per|vanaf|gaat|legt"
    r"|voor het project)\b|\.(?:\s|$)|$)",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:werken (?:voor|bij)|kom|welkom|home|jobs?|vacatures?|info\w*|titel|artikel|hoofdstuk|procedure|voorwaarden|contact|menu|collega'?s?"
    r"|medewerkers?|personeel(?:sdienst)?|iemand|versterking"
    r"|kandidaten|kandidaat|nieuwe|doorsturen|team|dienst|stad|gemeente|jouw|uw|mijn|wie|wat|waar|hoe|waarom|wanneer)\b",
    re.IGNORECASE,
)
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
    """'energiecoaches' → 'energiecoach', 'arbeiders wegenwerken' → 'arbeider wegenwerken': the job noun in the singular."""
    words = title.split(" ")
    for index, word in enumerate(words):
        for pattern, ending in _SINGULAR:
            if re.search(pattern, word, re.IGNORECASE):
                words[index] = re.sub(pattern, ending, word, flags=re.IGNORECASE)
                return " ".join(words)
        if JOB_NOUN.fullmatch(word):
            break
    return title


_SINGULAR = (
    (r"coaches$", "coach"),
    (
        r"(werker|leider|leidster|beheerder|begeleider|arbeider|redder|helper|verzorger|opvoeder|planner|controller|manager|ondersteuner|trainer"
        r"|schilder|bewaker|wachter|toezichter|ontwikkelaar)s$",
        r"\1",
    ),
    (r"(teur|seur|feur|eur|hoofd|monitor|co[öo]rdinator|animator|operator|architect|expert)s$", r"\1"),
    (r"(kundige|verantwoordelijke|deskundige|bediende|verzorgende)n$", r"\1"),
    (r"co[öo]rdinatoren$", "coördinator"),
    (r"(consulent|assistent|agent|therapeut|jurist|logopedist|kinesist|specialist|analist|ingenieur|architect|expert|docent)en$", r"\1"),
    (r"logen$", "loog"),
    (r"(ambten|ler)aren$", r"\1aar"),
    (r"bazen$", "baas"),
    (r"krachten$", "kracht"),
)
