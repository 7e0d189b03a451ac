"""Names of selection steps, and where a text speaks of the selection."""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE
_ADJECTIVE = (
    r"(?:(?:schriftelijk|mondeling|praktisch|technisch|psychotechnisch|psychologisch|online|digitaa?l|kort|theoretisch|afsluitend"
    r"|verkennend|eliminerend|praktijkgericht|computergestuurd|gestructureerd|diepgaand|telefonisch|persoonlijk|vergelijkend)e?"
    r"|eerste|tweede|derde|laatste|fysieke?|medische?|cognitieve?|individueel|individuele"
    r"|ge[a-zïë]{3,}(?:de|te)|[a-z]{3,}(?:isch|ief|iev|eel|nel|ëel|air)e?)"
)
_NOUN = (
    r"(?:[a-zà-ÿ]+-)?(?:(?!overheids|functionerings|evaluatie|loket|slecht|oudergesp|rondetafel|opvolg|[a-zà-ÿ]*attest|protest)[a-zà-ÿ]*?(?:proef"
    r"|test|gesprek"
    r"|screening|examen|taak(?<=huistaak)|(?:thuis|voorbereidende |praktijk|case|schrijf|pc-|groeps)opdracht)"
    r"|interview|\w*assessment(?:[\s-]?center)?|assessment|preselectie|voorselectie|gevalstudie|casus|[a-z]*case|vragenlijst"
    r"|(?:meeloop|meewerk|meedraai|proef)(?:moment|dag|nacht|shift)|presentatie|rollenspel"
    r"|telefoontje|motivatie(?:video|filmpje)|(?:cv-?|dossier-?)\w*(?:screening|selectie)"
    r"|referentiecheck"
    r"|[a-z]*oefening|(?:selectie|sollicitatie|jury)?gesprekken(?=\s*:?\s*(?:(?:zijn|vinden\s+plaats|gaan\s+door|hebben\s+plaats|plannen\s+we)\s+)?(?:op|van|tussen"
    r"|\d|in\s+de\s+week))|(?:mondelinge\s+)verdediging|telefonische\s+kennismaking|medisch\s+onderzoek"
    r"|kop\s+koffie)\b"
)
# "een schriftelijke en een mondelinge proef": the first adjective shares the noun of the second.
ELLIPSIS = re.compile(rf"(?P<adjective>{_ADJECTIVE})\s*(?:,|en|of)\s+(?:een\s+)?$", _FLAGS)
STEP = re.compile(
    rf"(?<![\w-])(?:(?:{_ADJECTIVE}\s+)+(?:gedeelte|deel|onderdeel|ronde|proeven|gesprekken"
    rf"|{_NOUN})|(?:mondelinge|schriftelijke|praktische)(?=\s*(?:[.,;(]|op\b|$))|{_NOUN})",
    _FLAGS,
)
SELECTION_HEADING = re.compile(
    r"selectie|in\s+zijn\s+werk|^zo\s+(?:kiezen|loopt|gaat|selecteren|werven)|te\s+wachten"
    r"|wat\s+komt\s+er|wat\s+daarna|\bnadien\b|\bproeven\b|\bproef\b|procedure|verloop"
    r"|verloopt|en\s+dan\b|en\s+daarna|hoe\s+(?:het\s+)?verder|stappen|stap\s+voor\s+stap"
    r"|\bhoe\b[^?]*\b(?:kiezen|kiest|selecteren|selecteert|aanwerven|werven)\b|te\s+werk\b"
    r"|\bvan\s+(?:\w+\s+){0,2}?(?:sollicitatie|kandida\w+|cv|brief)\s+tot\s"
    r"|pakken\s+we\s+het\s+aan|examen|hoe\s+gaat\s+het|wat\s+(?:gebeurt|volgt)|na\s+je\s+(?:sollicitatie|kandidatuur)|aanwerving(?:s|\b)"
    r"|welke\s+proeven|wat\s+mag\s+je\s+verwachten|traject|onderdelen",
    _FLAGS,
)
NOT_SELECTION_HEADING = re.compile(
    r"vragen|contact|inlichting|voorwaarden|diploma|taken|functie-?inhoud|wat\s+(?:ga|doe|zal)|jobinhoud|profiel|aanbod|bieden|krijg"
    r"|voordelen|feedback|infosessie|info(?:avond|moment)|solliciteren|taken|opdracht\s*$|competenties|reserve|informatie\b",
    _FLAGS,
)
SELECTION_SENTENCE = re.compile(
    r"selectie(?:procedure|proe|verloop|gesprek|traject)?|procedure|bestaat\s+uit|omvat|leg\w*\s+(?:je|u)?\s*[^.]*\baf\b|uitgenodigd"
    r"|nodigen\s+we|uitnodig|punten|\bslaag|geslaagd|jury|toegelaten\s+tot|opgeroepen|sollicitatiegesprek|interview|thuisopdracht",
    _FLAGS,
)
ORDINAL = re.compile(
    r"^\s*(?:(?:stap|fase|ronde|deel|proef|onderdeel)\s*(?:\d+|[IVX]+\b|een|één|twee|drie|vier)\s*[:.)–-]*\s*|(?:\d{1,2}"
    r"|[a-h]|[IVX]{1,4})\s*[.):–-]\s*|(?:eerste|tweede|derde|vierde|vijfde)\s+(?:stap|fase|ronde|deel|onderdeel|proef)\s*[:.–-]?\s*)",
    _FLAGS,
)
# 'Stap 1: ...' at the head of a paragraph, item or line of a cell, and the same words to take off.
NUMBERED_STEP = re.compile(r"\s*(?:stap|fase|ronde|deel|proef|onderdeel)\s*(?:\d+|[IVX]+)\s*(?:[:.)–-]|\()", _FLAGS)
STEP_LABEL = re.compile(r"^\s*(?:stap|fase|ronde|deel|onderdeel)\s*(?:\d+|[IVX]+)\s*[:.)–-]\s*", _FLAGS)
ORDINAL_ONLY = re.compile(
    r"^\s*(?:(?:stap|fase|ronde|deel|proef|onderdeel|nr\.?)\s*)?(?:\d{1,2}|[IVX]{1,4}|[a-e])?\s*[.):]?\s*$"
    r"|^\s*(?:eerste|tweede|derde|vierde|vijfde|laatste)\s+(?:stap|fase|ronde|deel|proef|onderdeel)\s*$",
    _FLAGS,
)
ELIMINATING = re.compile(r"eliminerend|uitsluitend|knock-?out|schiftend", _FLAGS)
NOT_ELIMINATING = re.compile(r"niet[\s-](?:eliminerend|uitsluitend)|adviserend|geen\s+uitsluit", _FLAGS)
EVERY = re.compile(
    r"\b(?:telkens\b|allebei\b|per\s+(?:proef|onderdeel|deel|gedeelte|stap)\b|(?:voor|op)\s+(?:alle)?beide\b"
    r"|(?:elk|elke|ieder|iedere|alle|beide|allebei)\s+(?:van\s+de\s+)?(?:\w+\s+){0,2}?(?:onderde(?:el"
    r"|len)|proe(?:f|ven)"
    r"|gedeelten?s?|de(?:el|len)|stap(?:pen)?|test(?:en)?|rondes?)\b)",
    _FLAGS,
)
_POINTS = re.compile(
    r"\s*[,;(–-]?\s*\(?(?:op\s+|staat\s+op\s+|max(?:imum|\.)?\s+)?\d{1,3}\s*(?:punten|ptn)\b[^)]*\)?"
    r"|\s*\(\s*(?:op\s+)?\d{2,3}\s*\)|\s*\(/\d+\)",
    _FLAGS,
)
_DISTINCTIVE = re.compile(
    r"\b(?:schriftelijke?|mondelinge?|praktische?|technische?|psychotechnische?|theoretische?|eerste|tweede|derde|online)\b", _FLAGS
)
_GENERIC = frozenset(
    "proef test deel gedeelte onderdeel stap eerste tweede derde voor met een het van over door per aan bij enkel alleen zonder niet onze diploma"
    " fase ronde".split()
)


def clean_name(text: str) -> str:
    """A step's name without number, points and closing marks."""
    name = " ".join(_POINTS.sub("", ORDINAL.sub("", text, count=1)).split())
    return name.strip(" .:;,-–|\n")


def key_words(name: str) -> frozenset[str]:
    """The words by which other sentences refer to a step, cut to their first letters."""
    words = re.findall(r"[a-zà-ÿ]{4,}", re.sub(r"\([^)]*\)", "", name).casefold())
    return frozenset(word[:9].removesuffix("e") for word in words if word not in _GENERIC)


def differ(a: str, b: str) -> bool:
    """Whether two names tell themselves apart: "eerste gesprek" and "tweede gesprek", "schriftelijk deel" and "mondeling deel"."""
    first, second = ({word.casefold().removesuffix("e") for word in _DISTINCTIVE.findall(name)} for name in (a, b))
    return bool(first and second) and not first & second


def form_of(text: str) -> str | None:
    """The form in the bundle's word: schriftelijk, mondeling, praktisch, online."""
    match = re.search(r"\b(schriftelijk|mondeling|praktisch|online|digitaal)e?\b", text, _FLAGS)
    if match:
        return match.group(1).casefold()
    return "mondeling" if re.search(r"gesprek|interview", text, _FLAGS) else None
