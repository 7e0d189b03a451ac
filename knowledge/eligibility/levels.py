"""The ladder of diplomas and what the law puts on the same rung.

Sources: the Flemish qualification structure (VKS, https://www.vlaanderen.be/onderwijs-en-vorming, "Diploma hoger onderwijs") and the
page "Gelijkschakeling van de diploma's hoger onderwijs van voor 2004-2005 met de graad van bachelor of master" of the same site.
The bundle's own sentence always comes first: a level only explains it.
"""

from __future__ import annotations

from typing import Literal

from knowledge.model import Level

# VKS numbers. Secondary education has two (3 since June 2025 for the 6th year with arbeidsmarktfinaliteit, 4 otherwise); one rung here.
RANK: dict[Level, int] = {"geen": 0, "lager": 1, "secundair": 4, "graduaat": 5, "bachelor": 6, "master": 7, "doctor": 8}

LEVEL_NL: dict[Level, str] = {
    "geen": "geen diploma",
    "lager": "een diploma lager dan secundair onderwijs",
    "secundair": "een diploma secundair onderwijs",
    "graduaat": "een graduaat (HBO5)",
    "bachelor": "een bachelordiploma",
    "master": "een masterdiploma",
    "doctor": "een doctoraat",
}

# A proof that carries a school word but is no diploma by itself, or whose level hangs on year and school.
Variant = Literal[
    "academisch",
    "professioneel",
    "banaba",
    "manama",
    "licentiaat",
    "gelijkgeschakeld",
    "graduaat_of_gegradueerde",
    "hbo5",
    "kandidaat",
    "postgraduaat",
    "zesde_bso",
    "zevende_bso",
    "bso",
    "certificaat",
    "brevet",
    "universitair",
    "hogeschool",
    "lager_secundair",
]

# These never satisfy a diploma condition by themselves (page "Diploma hoger onderwijs"; "Waardebepaling van oude Vlaamse studiebewijzen").
NO_DIPLOMA: frozenset[Variant] = frozenset({"postgraduaat", "certificaat", "zesde_bso"})

# The diploma of the 6th year BSO/arbeidsmarktfinaliteit exists since June 2025; before, that year gave a studiegetuigschrift.
FIRST_YEAR_OF_BSO_DIPLOMA = 2025
# The last gegradueerden of the old full-time short type left school around 2006-2007; HBO5 came in 2009.
LAST_YEAR_OF_OLD_GRADUATE = 2007

# Higher-education levels of these are recognised by law; a named diploma still needs its own recognition
# (vlaanderen.be, "Gelijkwaardigheidserkenning van een buitenlands diploma").
LEVEL_RECOGNISED_BY_LAW = frozenset({"NL", "LU", "EE", "LV", "LT", "BE-FR", "BE-DE"})


def reaches(level: Level, minimum: Level) -> bool:
    """Whether a level is at least another."""
    return RANK[level] >= RANK[minimum]
