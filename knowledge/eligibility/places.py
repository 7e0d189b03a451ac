"""Where a diploma comes from: the country, the kind of school, and whether NARIC recognised it."""

from __future__ import annotations

import re

from knowledge.eligibility.model import School

# code | how candidates name the country, its diplomas or its cities (regular expressions over folded text, split by " ; ")
_TABLE = """
NL | nederlandse school ; hbo (?:bachelor|diploma) ;
NL | nederland ; nederlands diploma ; nederlandse diploma ; nederlandse (?:bachelor|master|hogeschool|universiteit|hbo) ; holland ; netherlands ;
NL | pays bas ; amsterdam ; rotterdam ; tilburg ; utrecht ; eindhoven ; maastricht ; breda ; dutch (?:bachelor|master|degree|university)
LU | luxemburg ; luxembourg
EE | estland ; estonia
LV | letland ; latvia
LT | litouwen ; lithuania
BE-FR | wallonie ; waals ; waalse ; franstalig(?:e)?(?: belgie| gemeenschap| diploma)? ; franse gemeenschap ; communaute francaise ;
BE-FR | federation wallonie ; liege ; luik ; namur ; louvain la neuve ; ulb ; uclouvain ; bergen universiteit ; charleroi
BE-DE | duitstalige gemeenschap ; eupen
FR | frankrijk ; france ; frans diploma ; franse (?:bachelor|master|licence|universiteit) ; lille ; rijsel ; paris ; parijs
DE | german ; duitsland ; duits(?:e)? (?:diploma|bachelor|master) ; germany ; allemagne
ES | spanish ; spanje ; spaans(?:e)? ; spain ; espagne
PT | portuguese ; portugal ; portugees
IT | italian ; italie ; italiaans(?:e)? ; italy
PL | polish ; polen ; pools(?:e)? ; poland ; pologne
RO | romanian ; roemenie ; romania ; roumanie ; roemeens(?:e)?
BG | bulgarian ; bulgarije ; bulgaria ; bulgaars(?:e)?
HU | hongaars(?:e)? ; hungarian ; hungary ; hongarije
GR | grieks(?:e)? ; greek ; griekenland ; greece
GB | british ; english degree ; engeland ; groot brittannie ; verenigd koninkrijk ; brits(?:e)? ; england ; uk
IE | ierland ; ireland
UA | ukrainian ; oekraine ; oekraiens(?:e)? ; ukraine
RU | russian ; rusland ; russisch(?:e)?
TR | turkish ; turkije ; turks(?:e)? ; turkey ; turquie
MA | moroccan ; marokko ; marokkaans(?:e)? ; morocco ; maroc
DZ | algerijns(?:e)? ; algerian ; algerije ; algerie
TN | tunesisch(?:e)? ; tunisian ; tunesie ; tunisie
EG | egypte
SY | syrian ; syrie ; syrisch(?:e)? ; syria
IQ | iraaks(?:e)? ; iraqi ; irak ; iraq
IR | iraans(?:e)? ; iranian ; iran
AF | afghanistan ; afghaans(?:e)?
PK | pakistan
IN | indian ; india ; indisch(?:e)?
CN | chinees ; chinese ; china
PH | filipijnen ; philippines
CD | congolees ; congolese ; congolais(?:e)? ; congo ; kongo
CM | kameroen ; cameroun ; cameroon
GH | ghana
NG | nigeria
BR | brazilian ; brazilie ; braziliaans(?:e)? ; brazil ; bresil
CO | colombia
EC | ecuador
PE | peru
MX | mexico
AR | argentinie
SR | suriname ; surinaams(?:e)?
US | american ; verenigde staten ; amerika ; amerikaans(?:e)? ; usa
CA | canada
AU | australie
ZA | zuid afrika
AM | armenie
GE | georgie
AL | albanees ; albanese ; albanian ; albanie
XK | kosovo
RS | servisch(?:e)? ; serbian ; serbia ; servie
HR | kroatie
CZ | tsjechie
SK | slowakije ; slovakia
CH | zwitserland
AT | oostenrijk
SE | zweden
DK | denemarken
NO | noorwegen
FI | finland
SO | somalie
ER | eritrea
ET | ethiopie
RW | rwanda
BI | burundi
SN | senegal
TG | togo
GN | guinee
NP | nepal
VN | vietnam
TH | thailand
JP | japan
"""
_COUNTRIES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (code.strip(), re.compile(rf"(?<![a-z]){name.strip()}(?![a-z])"))
    for code, names in (line.split(" | ") for line in _TABLE.strip().replace(" ;\n", "\n").splitlines())
    for name in names.split(" ; ")
    if name.strip()
)
_FOREIGN = re.compile(
    r"\b(?:buitenland|buitenlands|buitenlandse|ander land|foreign|abroad|etranger|etrangere|thuisland|mijn land|home country"
    r"|buiten belgie|outside belgium)\b"
)
_DUTCH_LANGUAGE = re.compile(
    r"\b(?:nederlands|duits|frans|engels|spaans|turks|italiaans|russisch|portugees|pools)(?: (?:is|spreek|spreken|leren"
    r"|taal|niveau)|$|[,.?])"
)
_RECOGNISED_NOT = re.compile(
    r"(?:niet|nog niet|geen|gene?|zonder|not|pas|no|nooit|never|jamais|without|sans|aucune?|don't have|haven't|n'ai"
    r"|lopende|aangevraagd|in aanvraag|wacht(?:en)? op|bezig met"
    r"|pending|demandee?|pas encore|en attente|en cours|applied for|waiting for)\b[^.;]{0,45}"
    r"(?:reconnai|erkend|erkenning|naric|gelijkwaardig|gelijkgesteld|gelijkwaardigheid|recogni|reconnu|equivalen)"
    r"|(?:naric|erkenning|gelijkwaardigheid\w*|recognition|equivalence)\b[^.;]{0,40}(?:niet|nog niet|aangevraagd|aanvraag|lopende|loopt|nog bezig"
    r"|wacht|ontbreekt|moet ik|pending|in behandeling|\bnot\b|hasn't|has not|n'a pas|pas encore|geen antwoord|niets|nothing)"
    r"|(?:assimile|gelijkgesteld|erkend|reconnu|recogni[sz]ed)\b[^.;]{0,10}\b(?:pas|niet|not)\b|\bpas (?:encore )?\(?(?:encore\)? )?assimile"
)
_RECOGNISED = re.compile(
    r"\berken(?:d|ning|de)\b|(?:\bmet|\bheb|\bvia|\bdoor|\bvan|in orde|bewijs|attest|\bby|\bhave|\bwith|par|avec)\b[^.;]{0,25}\bnaric\b"
    r"|\bnaric\b[^.;]{0,20}(?:erken|attest|bewijs|in orde|heb|ok|gelijk|verklar|besliss|goedgekeurd)|gelijkwaardig|gelijkgesteld|recogni[sz]ed"
    r"|recognition|reconnu|reconnai|equivalen(?:t|ce)"
    r"|beroepserkenning|specifieke erkenning"
)
_QUESTION = re.compile(r"\b(?:moet|telt|is dat|wordt|kan ik|hoe)\b[^.;]{0,40}(?:erkend|erkenning|naric|gelijkwaardig)")
_SCHOOLS: tuple[tuple[School, re.Pattern[str]], ...] = (
    ("cvo", re.compile(r"\bcvo\b|avondschool|avondonderwijs|avondles|sociale promotie|volwassenenonderwijs|tweedekans|\bsyntra\b|evening school"
        r"|hokt ?sp|\bhosp\b|promotion sociale")),
    ("hogeschool", re.compile(r"\bhogeschool\b|\bvives\b|\bhowest\b|\bhogent\b|artevelde|\bodisee\b|\bucll\b|thomas more|\bpxl\b"
        r"|erasmushogeschool|karel de grote|\bkdg\b|dagonderwijs|dagschool|voltijds hoger|full ?time|korte type|\bsociale school\b|\bplantijn\b"
        r"|\bkatho\b|\bipsoc\b")),
    ("universiteit", re.compile(r"\buniversiteit\b|\bunief\b|\bkul\b|ku leuven|\bugent\b|\bvub\b|\buantwerpen\b|\buhasselt\b|\brug\b|\bufsia\b"
        r"|university|universite\b")),
)  # fmt: skip


_OF_NATIONALITY = re.compile(
    r"\b(?:ik ben|ben ik|i am|i'm|je suis) (?:een |van )?(?!afgestudeerd|in )[a-z]+|\b[a-z]+ (?:nationaliteit|paspoort"
    r"|nationality|passport)|(?:nationaliteit|paspoort)(?: is| van)? [a-z]+"
)


def country_in(folded: str) -> str | None:
    """The country that a message names for a diploma; "??" for a foreign one without a name, None without a word about it."""
    without_language = _OF_NATIONALITY.sub(" ", _DUTCH_LANGUAGE.sub(" ", folded))
    for code, pattern in _COUNTRIES:
        if pattern.search(without_language):
            return code
    return "??" if _FOREIGN.search(folded) else None


# Countries of the European Economic Area, and Switzerland, whose nationals the bundles treat alike.
EEA = frozenset("BE NL LU FR DE ES PT IT PL RO BG HU GR IE AT SE DK FI NO CH CZ SK HR EE LV LT SI MT CY IS LI".split())
_NATIONALITY = re.compile(r"nationaliteit|nationality|nationalite|\bstaatsburger|\bpaspoort|passport|onderdaan")
_BELGIAN = re.compile(r"\b(?:belg|belgisch|belgische|belgian|belge)\b")


def nationality_in(folded: str) -> str | None:
    """The country whose nationality a clause tells; None without a word about it."""
    if _BELGIAN.search(folded) and (_NATIONALITY.search(folded) or re.search(r"\b(?:ben|i am|i'm|suis)\b|^\W*belg\b", folded)):
        return "BE"
    if not _NATIONALITY.search(folded):
        return None
    return next((code for code, pattern in _COUNTRIES if pattern.search(folded)), None)


def recognised_in(folded: str) -> bool | None:
    """Whether the candidate says that the diploma is recognised; None without a word about it."""
    if _RECOGNISED_NOT.search(folded):
        return False
    return True if _RECOGNISED.search(folded) and not _QUESTION.search(folded) else None


def school_in(folded: str) -> School | None:
    """The kind of school that a text names; an evening school before the rest, for it decides."""
    return next((school for school, pattern in _SCHOOLS if pattern.search(folded)), None)
