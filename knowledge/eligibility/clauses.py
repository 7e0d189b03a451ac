"""Cuts a message into clauses and says of each whether it is claimed, denied or still going on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.eligibility.model import Polarity
from knowledge.eligibility.words import fold

_CUT = re.compile(
    r"(?<!\blic)(?<!\bir)(?<!\bing)(?<!\bdr)[.](?=\s|$)|[?!;\n]+(?=\s|$)|,\s+(?=(?:maar|ma|en|ik|heb|kheb|ben|dus|want|but|mais|and|et|wel|niet"
    r"|geen|nog|als|daarna|volgens|kan|mag|voldoe|is|zonder|volg"
    r"|werk|studeer|spreek|woon|daarvoor|daarbij|momenteel|ondertussen|attest|rijbewijs|weet|kweet|geen idee|maar weet)\b)"
    r"|\s+(?=(?:maar|ma|echter|doch|but|mais)\s)|\s+(?=en\s+(?:ik|heb|geen|ben|werk|nog|ook|daarna|nu|momenteel|zonder|al|mijn)\s)"
    r"|\s+(?=and\s+(?:i|no|have|am|currently)\s)|\s+(?=et\s+(?:je|j'|pas)\s?)|\s+(?=terwijl\s|hoewel\s|ondertussen\s)"
)
_NO = re.compile(r"\b(?:geen|gene|gee|ginne|niet|nie|nooit|zonder|no|not|don't|dont|haven't|never|without|pas de|aucun|n'ai|n'a|sans)\b")
_NOT_DENIED = re.compile(
    r"geen probleem|niet zeker|waarom niet|\bof niet\b|\bniet (?:alleen|enkel|zo|veel|erkend|gelijk|recent|in belgie|relevant|hier)"
    r"|nog niet (?:erkend|gelijk)|niet waar|toch niet|is dat niet|^\W*kan ik niet|^\W*mag ik niet|geen vast|not (?:yet )?recogni"
)
_BUSY = re.compile(
    r"\b(?:bezig|volg|volgen|studeer|studerend|student|studente|studying|etudie|ingeschreven"
    r"|in opleiding|laatstejaars|laatste jaar|last year"
    r"|ga (?:[a-z]+ ){0,5}(?:volgen|studeren|starten)|wil (?:[a-z]+ ){0,5}(?:volgen|starten|afronden)|schrijf me in"
    r"|inschrijven|start (?:ik )?(?:in|met|op)"
    r"|(?:pas (?:gedaan|klaar|afgerond)?|klaar|examen is) ?(?:[a-z]+ )?(?:in|op|eind|half|begin|tegen) (?:[a-z]+ )?(?:januari|februari|maart"
    r"|april|mei|juni|juli"
    r"|augustus"
    r"|september|oktober|november|december)"
    r"|final year|derniere annee|afstuderen|afstudeer|zit (?:nog )?in|zit nu in|rijlessen|lessen|leer nog)\b|bijna (?:klaar|afgestudeerd|af)"
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:mijn|men|m'n|my|ma|mon) (?:vrouw|man|vriendin?|dochter|zoon|collega|broer|zus|moeder|vader|partner|wife|husband|daughter|son|femme"
    r"|mari|fille)\b"
)
_DOUBT = re.compile(
    r"\b(?:geen idee|weet (?:ik )?(?:nog )?niet|kweet (?:nog )?nie|niet zeker|not sure|sais pas|zou (?:ik )?(?:het "
    r"|dat )?niet weten|geen flauw)\b"
)
_QUESTION_ABOUT = re.compile(
    r"\b(?:welk|welke|moet ik|heb ik .{0,25}nodig|is .{0,30} (?:nodig|vereist|verplicht)|what degree|which diploma"
    r"|quel diplome|geen idee|weet (?:ik )?(?:nog )?niet|niet zeker|not sure|sais pas|zou (?:ik )?(?:het |dat )?niet weten)\b|^\W*(?:telt|tellen"
    r"|volstaat|is) (?:dat|die|dit)\b"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a message with its offsets."""

    text: str
    folded: str
    start: int
    polarity: Polarity
    asks: bool


def clauses_of(text: str) -> list[Clause]:
    """The clauses of a message, in order."""
    folded = fold(text)
    found: list[Clause] = []
    begin = 0
    for match in [*_CUT.finditer(folded), None]:
        end = match.start() if match else len(text)
        words = text[begin:end]
        if words.strip():
            part = folded[begin:end]
            found.append(Clause(words, part, begin, polarity_of(part), bool(_QUESTION_ABOUT.search(part) or _SOMEBODY_ELSE.search(part))))
        begin = match.end() if match else end
    return found


def polarity_of(folded: str) -> Polarity:
    """Whether a clause claims, denies, or speaks of something not finished yet."""
    if _DOUBT.search(folded):
        return "doubt"
    if _NO.search(folded) and not (_NOT_DENIED.search(folded) and not re.search(r"\b(?:geen|zonder|aucun|without)\b", folded)):
        return "no"
    return "busy" if _BUSY.search(folded) else "yes"
