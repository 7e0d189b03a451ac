"""What kind of value a question asks for, and whether a text holds one: a date, an hour, a duration, an amount, a number, a place, a person, ..."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from index.language.implied import gets, implied
from index.language.keys import PHONE
from index.language.text import fold

AnswerType = Literal["moment", "hour", "duration", "amount", "number", "phone", "email", "place", "person", "name", "members", "applicants", "points"]

# Matched against folded questions in standard spelling.
_ASKED: dict[AnswerType, re.Pattern[str]] = {
    "duration": re.compile(
        r"\bhoe ?lang\b|\bduurt\b|\bduren\b|\bduur\b|\bhoeveel (?:tijd|minuten|uren|weken|maanden|jaren?)\b|\bhow long\b|\bhow many (?:minutes"
        r"|hours|weeks|months|years)\b"
        r"|\bduration\b|\bhow much time\b|\bcombien de temps\b|\bduree\b|\bdure\b|\bjusqu a quand\b.*\bvalable|\bmax\w* duur"
    ),
    "moment": re.compile(
        r"\bwanneer\b|\bdatum\b|\bdata\b|\bdeadline\b|\bwelke (?:dag|dagen|week|maand)\b|\buiterlijk\b|(?:^|(?:and|since"
        r"|until) )when\b|\bwhat date\b|\bby what\b"
        r"|\bquand\b|\bquelle date\b|\bdate limite\b"
        r"|\buntil\b|\bclosing date\b|\bstartdatum\b|\beinddatum\b|\b\w+dagen\b(?= zijn| worden)"
    ),
    "hour": re.compile(
        r"\bhoe laat\b|\bwelk uur\b|\bwelke uren\b|(?<!op )(?<!van )\bhet uur\b|\b(?:om|op|en) uur\b|\bwhat time\b|\bwhat hours\b|\bquelle heure\b"
        r"|\bquelles heures\b|\bopeningsuren\b"
    ),
    "amount": re.compile(
        r"\bhoeveel (?:extra |meer |bovenop )?"
        r"(?:euro|loon|geld|verdien\w*|krijg|kost|bruto|betalen|schuift|vergoeding|wedde)\b|\bwat (?:verdien\w*|schuift|kost|betaalt)\b"
        r"|\bverdien\w*\b|\bschuift\b|\bloon\w*|\w*loon\b"
        r"|\b\w*wedde\b|\bsalaris\w*|\bbezoldiging\b|\bbarema\b|\bbedrag\b|\bbedraagt\b|\bwaard\b|\bwaarde van\b"
        r"|\bhow much (?!time)(?:is|are|would|will|do|does|can|i)\b|\bsalary\b|\bwages?\b|\bearn\b|\bworth\b|\bsalaire\b|\bmontant\b|\bvaleur du\b"
        r"|\bcombien (?:gagne|vaut|est)\b"
        r"|\b(?:hoeveel|wat) (?:is|zijn|bedraagt) (?:de |een |mijn |het |die )?\w*(?:vergoeding|cheques?|premie|toelage|toeslag|tussenkomst"
        r"|bijdrage)\b"
    ),
    "number": re.compile(
        r"\bhoeveel\w*\b|\baantal\b|\bhoe ?veel\b|\bprocent\b|\bpunten\b|\bhow many\b|\bhow much\b|\bhow old\b|\bhoe oud\b|\bcombien\b"
        r"|\bhow often\b|\bhoe dikwijls\b|\bhoe vaak\b|\bleeftijd\b|\bminimum age\b"
    ),
    "phone": re.compile(
        r"\btelefoon\w*\b|\bgsm\b|\bnummer\b|\bbellen\b|\bbel ik\b|\bphone\b|(?<!on )\bcall\b|\bnumero\b|\bappeler\b|\btelephone\b|\bbereik ik\b"
    ),
    "email": re.compile(r"\b(?:e )?mail ?adres\w*\b|\be ?mailadres\w*\b|\bmailadres\b|\bemail address\b|\badresse (?:e )?mail\b"),
    "place": re.compile(
        r"\bwaar\b|\bwelke? (?:lokaal|zaal|gebouw|verdieping)\b"
        r"|(?<!e )\b(?!e?mail)\w*adres\b|\blocatie\b|\bwelke plaats\b|\bwhere\b|\baddress\b|\bou\b(?= (?:se|est|a|dois|faut|puis"
        r"|travaill))|\bwerkplek\b|\bstandplaats\b|\badresse\b|(?<!a )(?<!aura )\blieu\b"
    ),
    "person": re.compile(
        r"\bwie\b(?! (?:betaalt|slaagt))|\bnaam\b|^(?:\w+ ){0,3}who\b(?! pays)|\bwhom\b|\bqui\b|\bname\b|\bnom\b|\bcontactpersoon\b|\bbij wie\b"
    ),
    "name": re.compile(
        r"\b(?:heet|heten|naam|namen|noemt)\b(?! en (?:voornaam|adres))"
        r"|\bwelke? (?:\w*bureau|firma|bedrijf|\w*pakket|programma|software)\b"
        r"|\bquel bureau\b|\bwhich (?:agency|company|software)\b|\bnames?\b|\bcalled\b|\bnoms?\b"
    ),
    "members": re.compile(
        r"\bwie (?:\w+ ){0,2}(?:zit|zitten|zetel\w*|maakt deel|maken deel)\b|\b(?:leden|lid) van\b|\bwie (?:is|zijn) er (?:\w+ )?(?:bij|aanwezig)\b"
        r"|\bwie is (?:de |het )?(?:jury|commissie|\w+commissie)\b"
        r"|\bwho (?:is|sits|will be) (?:\w+ )?on\b|\bmembers of\b|\bmembres\b|\bqui (?:siege|fait partie)\b"
    ),
    "points": re.compile(
        r"\bpunten\b|\b(?:moet\w*|moek) (?:\w+ ){0,3}(?:halen|behalen|hebben om)\b|\bhoeveel (?:\w+ ){0,4}(?:halen|behalen"
        r"|scoren)\b|\bhow many points\b|\bpass mark\b"
        r"|\bcombien de points\b|\bslaagcijfer\b|\bgeslaagd te zijn\b|\bom te slagen\b"
    ),
    "applicants": re.compile(
        r"\bhoeveel (?:\w+ ){0,2}(?:kandidaten|mensen|personen|sollicitanten|inschrijvingen|sollicitaties|kandidaturen|dossiers|man|volk|anderen)\b"
        r".*\b(?:al|reeds|hebben|gesolliciteerd|ingeschreven|meegedaan|aangemeld|binnengekomen|ontvangen)\b"
        r"|\bhow many (?:people|candidates|applicants|persons)\b.*\b(?:applied|registered|so far|already)\b|\bcombien de (?:candidats"
        r"|personnes)\b.*\b(?:postule|inscrits?|deja)\b"
    ),
}  # fmt: skip

_NUMBER_WORDS = (
    r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
    r"|(?:\w{3,7}en)?twintig"
    r"|(?:\w{3,7}en)?dertig|(?:\w{3,7}en)?veertig|(?:\w{3,7}en)?vijftig|(?:\w{3,7}en)?zestig|zeventig|tachtig|negentig|honderd\w*|half|halve|beide"
    r"|enkele|anderhalf)"
)
_MONTH = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|aug|sept|okt|nov|dec)\b"
_DAY = r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|weekdag|werkdag)"
_COUNT = rf"(?:\d+(?:[.,]\d+)?|\b{_NUMBER_WORDS})"

# Matched against folded texts (`person` against the text itself).
_HELD: dict[AnswerType, re.Pattern[str]] = {
    "moment": re.compile(
        rf"\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?\b|\b\d{{1,2}}(?:ste|de|e)?\.? {_MONTH}|\b{_MONTH} \d{{4}}|\b{_DAY}|\bweek van\b"
        rf"|\bbinnen (?:\w+ ){{0,3}}(?:dagen|dag|weken|week|maanden|maand|jaar|termijn)\b"
        rf"|\b(?:dagen|weken|maanden?) (?:na|voor|nadat)\b|\bzo snel mogelijk\b|\bonmiddellijk\b|\bper direct\b|\bin overleg\b|\b{_MONTH}"
        rf"|\bdoorlopend\b|\bachteraf\b|\bsamen met\b|\bop het einde\b"
    ),
    "hour": re.compile(r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:uur|u\b|h\b)|\b\d{1,2}[uh:]\d{2}|\bmiddernacht\b|voormiddag|namiddag"),
    "duration": re.compile(
        rf"{_COUNT}[\s-]?(?:minuten|minuut|min\b|dagen|dag|weken|week|maanden|maand|jaren|jaar|uren|kwartier)|\b(?:half|halve|anderhalf) ?uur"
        rf"|\bkwartier\b|\b(?:on)?bepaalde duur\b"
        rf"|\d\s?(?:u|uur)? (?:tot|-) \d{{1,2}}(?:[.:]\d{{2}})?\s?(?:uur|u\b)|\bvan \d{{1,2}} ?(?:{_MONTH})?.{{0,12}} tot"
        rf"|\btot (?:en met )?\d{{1,2}} {_MONTH}|(?<!om )(?<!tot )(?<!te )(?<!en )(?<!van )(?<!na )(?<!vanaf )(?<![.:])\b{_COUNT} uur\b(?! tot)"
        rf"|\d+'"
    ),
    "amount": re.compile(r"€|\beuro\b|\beur\b|\d{1,3}(?:[. ]\d{3})*,\d{2}\b|%|\bprocent\b|\bgratis\b|\bvolledig(?:e)? terugbet"),
    "number": re.compile(rf"\d|\b{_NUMBER_WORDS}\b|%"),
    "phone": PHONE,
    "email": re.compile(r"[\w.-]+@[\w-]+\.\w|\[at\]"),
    "place": re.compile(
        r"\b\d{4} [a-z]{3}|\w+(?:straat|laan|plein|weg|markt|steenweg|dreef|lei|kaai|vest|dries|berg|park|huis|centrum|zaal|school|gebouw|zetel"
        r"|bad)\b|\bteams\b|\bzoom\b|\bonline\b"
        r"|\bbureau\b|\bgemeente\b|\bregio\b|\bwerkplaats\b|@|www\."
    ),
    "person": re.compile(
        r"(?:[A-ZÀ-Ý][\w'’-]+ ){1,3}(?:(?:de|van|den|der|De|Van|El|el|le|te|ter|ten) ){0,2}[A-ZÀ-Ý][\w'’-]+|\b(?:directeur|deskundige"
        r"|verantwoordelijke|consulent|diensthoofd|coach|afdelingshoofd"
        r"|leidinggevende|dossierbeheerder|recruiter|collega|burgemeester|coördinator|personeelsdienst|hr)\w*"
        r"|\b[Dd]oor (?:het |een |de )?(?:extern\w* |erkend\w* )?(?:\w*bureau|\w*kantoor|firma|bedrijf|[A-Z])"
    ),
    "name": re.compile(
        r"(?:[A-ZÀ-Ý][\w'’-]+ ){1,3}(?:(?:de|van|den|der|De|Van|El|el|le|te|ter|ten) ){0,2}[A-ZÀ-Ý][\w'’-]+|(?<=[a-z] )[A-ZÀ-Ý][a-zà-ÿ]{3,}"
    ),
    "members": re.compile(
        r"\bbesta(?:at|an) uit\b|\bsamengesteld\b|\bled(?:en|e)\b|\blid\b|\bzetel\w*|\bzit(?:ten)?\b"
        r"|\bin de (?:jury|commissie):|\b(?:jury|commissie) ?[:(]"
        r"|\bgesprek met (?!de (?:jury|commissie))|\bvoorzit\w*|\bvoor een (?:jury|commissie) (?:van|met)\b|\bjury met\b"
    ),
    "points": re.compile(
        r"\b\d+(?:[.,]\d+)? ?(?:op (?:de )?\d|/ ?\d|%|punten|procent|van de \d)|\b(?:minstens|minimum|minimaal|ten minste"
        r"|vanaf) \d|\bde helft\b|\| ?\d{1,3}\b"
        rf"|\b{_NUMBER_WORDS} (?:punten|procent|op )"
    ),
    "applicants": re.compile(
        rf"{_COUNT} (?:kandidaten|sollicitanten|inschrijvingen|mensen|personen) .*(?:solliciteerden|schreven|meldden|kandideerden|ingeschreven)"
    ),
}  # fmt: skip


# Digits that count nothing: dates, hours, years, phone numbers, house numbers with their postal code, scales.
_NO_COUNT = re.compile(
    rf"\b\d{{1,2}}[/.-](?:0?[1-9]|1[0-2])(?:[/.-]\d{{2,4}})?\b|\d{{1,2}}(?:ste|de|e)?\.? {_MONTH}(?: \d{{4}})?|\b(?:19|20)\d{{2}}\b"
    rf"|\d{{1,2}}(?:[.:]\d{{2}})? ?(?:uur|u\b)|\d{{1,2}}[uh:]\d{{2}}"
    rf"|{PHONE.pattern}|\b\w+(?:straat|laan|plein|weg|markt|dreef|steenweg) \d+|\b\d{{4}} [a-z]|\b[a-e]\d(?:[a-z])?\b"
    rf"|\b(?:artikel|art\.|model|§) ?\d+(?:\.\d)?|\been\b"
)


# An hour of the clock is no duration: "woensdag 13 januari 2027, 18 uur", "om 9.30 uur".
_CLOCK = re.compile(
    rf"(?:\b\d{{4}}|{_MONTH}|\b{_DAY}|\d[/.]\d{{1,2}}|\b(?:om|vanaf|te|tegen|na|voor))"
    r"[, |]+(?:\w+ )?\d{1,2}(?:[.:]\d{2})? ?(?:uur|u)\b(?! (?:lang|tot|-))"
)


@lru_cache(maxsize=2048)
def asked_types(words: tuple[str, ...]) -> frozenset[AnswerType]:
    """The kinds of value that a question asks for, from its folded words in standard spelling; () for an open or yes/no question."""
    text = " ".join(words)
    found: set[AnswerType] = {type for type, cue in _ASKED.items() if cue.search(text)}
    if "deadline" in implied(text) and not found:
        found.add("moment")
    if "phone" in found and gets(text):
        found.discard("phone")
    if found & {"amount", "duration", "applicants", "points"}:
        found.discard("number")
    if "members" in found:
        found.discard("person")
    return frozenset(found)


_NAMED_DAY = re.compile(
    r"\b(\d{1,2})(?:ste|de|e|st|nd|rd|th|er)? ?(?:of |van )?"
    r"(jan|feb|fev|mrt|maa|mar|apr|avr|mei|may|mai|jun|juin|jul|juil|aug|aou|sep|okt|oct|nov|dec)\w*"
    r"|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (\d{1,2})\b|\b(\d{1,2})[/.](\d{1,2})(?:[/.]\d{2,4})?\b"
)
_MONTH_NUMBER = {
    "jan": 1, "feb": 2, "fev": 2, "mrt": 3, "maa": 3, "mar": 3, "apr": 4, "avr": 4, "mei": 5, "may": 5, "mai": 5, "jun": 6, "juin": 6, "jul": 7,
    "juil": 7, "aug": 8, "aou": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip


@lru_cache(maxsize=65536)
def dates_in(text: str) -> frozenset[tuple[int, int]]:
    """The days (day, month) that a text names, in Dutch, English or French."""
    found = set()
    for day, month, first_month, last_day, number, other in _NAMED_DAY.findall(fold(text)):
        if number:
            found.add((int(number), int(other)))
        else:
            found.add((int(day or last_day), _MONTH_NUMBER[month or first_month]))
    for days, month in _LISTED_DAYS.findall(fold(text)):
        found |= {(int(day), _MONTH_NUMBER[month]) for day in re.findall(r"\d{1,2}", days)}
    return frozenset((day, month) for day, month in found if 0 < day < 32 and 0 < month < 13)


# "21, 22 of 23 december".
_LISTED_DAYS = re.compile(r"\b((?:\d{1,2},? (?:en |of |tot |tot en met )?)+)(jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)\w*")


@lru_cache(maxsize=65536)
def held_types(text: str) -> frozenset[AnswerType]:
    """The kinds of value that a text holds."""
    folded = fold(text)
    views = {"person": text, "name": text, "number": _NO_COUNT.sub(" ", folded), "duration": _CLOCK.sub(" ", folded)}
    found: set[AnswerType] = {type for type, pattern in _HELD.items() if pattern.search(views.get(type, folded))}
    return frozenset(found | {"number"} if "duration" in found else found)
