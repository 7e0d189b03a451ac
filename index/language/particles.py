"""Separable verbs in texts: "Breng je eigen messen mee" is about "meebrengen", "Schrijf je in" about "inschrijven"."""

from __future__ import annotations

import re

_PREFIXES = """
    brengen mee binnen terug; nemen mee deel op terug; schrijven in uit; melden aan af; laden op; dienen in; geven af op mee door terug; doen mee
    binnen; leggen af voor uit; tellen mee; bellen op terug; sturen aan op mee in door terug; bereiden voor; rekenen mee; komen langs binnen;
    vullen in aan; vragen aan terug op; voegen toe bij; vinden plaats; gaan door; werken samen in; leiden rond op; volgen op; trekken in; maken
    kennis; betalen terug uit; lopen af door; sluiten af aan; halen in op; nodigen uit; kijken in rond; zetten in; schuiven door; houden bij; lezen
    na; hangen af; passen aan; starten op; nemen aan; krijgen terug; rijden mee; draaien mee; lichten toe; stellen voor; wijzen toe; stromen door
"""
_INFLECTED = {
    "brengen": "breng brengt bracht", "nemen": "neem neemt", "schrijven": "schrijf schrijft", "melden": "meld meldt", "laden": "laad laadt",
    "dienen": "dien dient", "geven": "geef geeft", "doen": "doe doet", "leggen": "leg legt", "tellen": "tel telt", "bellen": "bel belt",
    "sturen": "stuur stuurt", "bereiden": "bereid bereidt", "rekenen": "reken rekent", "komen": "kom komt", "vullen": "vul vult",
    "vragen": "vraag vraagt", "voegen": "voeg voegt", "vinden": "vind vindt", "gaan": "ga gaat", "werken": "werk werkt", "leiden": "leid leidt",
    "volgen": "volg volgt", "trekken": "trek trekt", "maken": "maak maakt", "betalen": "betaal betaalt", "lopen": "loop loopt",
    "sluiten": "sluit", "halen": "haal haalt", "nodigen": "nodig nodigt", "kijken": "kijk kijkt", "zetten": "zet", "schuiven": "schuif schuift",
    "houden": "hou houd houdt", "lezen": "lees leest", "hangen": "hang hangt", "passen": "pas past", "starten": "start", "krijgen": "krijg krijgt",
    "rijden": "rij rijd rijdt", "draaien": "draai draait", "lichten": "licht", "stellen": "stel stelt", "wijzen": "wijs wijst",
    "stromen": "stroom stroomt",
}  # fmt: skip
_REACH = 16  # words between a verb and its prefix
_CLAUSE = re.compile(r"[.;:!?\n|()]")
_WORD = re.compile(r"[a-z']+")
# A prefix that is also a preposition ("in", "op", "aan") ends its clause or stands before one of these.
_FOLLOWING = frozenset("bij via voor ten tegen op met per tot vanaf door en of als naar zodra uiterlijk dan om te samen binnen tijdens na".split())
_ALONE = frozenset("mee deel langs terug toe plaats binnen kennis samen rond".split())


def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for entry in _PREFIXES.replace("\n", " ").split(";"):
        verb, *prefixes = entry.split()
        for form in (verb, *_INFLECTED[verb].split()):
            table.setdefault(form, {}).update({prefix: prefix + verb for prefix in prefixes})
    return table


_VERBS = _table()


def joined(text: str) -> list[str]:
    """The infinitives of the separable verbs that stand apart in a folded text."""
    found: list[str] = []
    for clause in _CLAUSE.split(text):
        words = _WORD.findall(clause)
        for at, word in enumerate(words):
            prefixes = _VERBS.get(word)
            if prefixes is None:
                continue
            for place in range(at + 1, min(len(words), at + _REACH)):
                if words[place] in prefixes and _is_prefix(words, place):
                    found.append(prefixes[words[place]])
                    break
    return found


def _is_prefix(words: list[str], place: int) -> bool:
    return words[place] in _ALONE or place + 1 == len(words) or words[place + 1] in _FOLLOWING
