"""What a bundle demands or forbids besides proofs: weekend work, moving house, another job beside this one, a driving ban.

A sentence is taken for what its words say; a candidate's clause counts only when it speaks of the same thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from knowledge.eligibility.judgement import State
from knowledge.eligibility.model import Candidate, Said
from knowledge.eligibility.words import fold, tokens

Stance = Literal["demands", "forbids"]

_WHO = re.compile(
    r"\bwie ([^.;]{4,90}?),? (?:(?:kan|komt|mag|wordt|worden|kunnen)\b[^.;]{0,40}\b(?:niet|geen)\b|is (?:uitgesloten|niet welkom)|valt af)"
)
_BAN = re.compile(
    r"\bmag (?:je|u|men|de kandidaat|het personeelslid)?[^.;]{0,50}\b(?:niet|geen) ([^.;]{4,120})"
    r"|\b(?:behoor|behoort|werk|werkt|hebt|heeft|oefen|oefent|bekleedt|kreeg|liep|kreeg)\b[^.;]{0,45}\bgeen (?:enkele? )?([^.;]{4,110})"
    r"|((?:een |de |iedere |elke )?(?:combinatie|cumul)\b[^.;]{0,80}) (?:is |zijn )?(?:niet (?:toegelaten|mogelijk|toegestaan)|uitgesloten|verboden)"
    r"|\bonverenigbaar met ([^.;]{4,80})"
)
_BANNED_THING = re.compile(
    r"combin|cumul|rijverbod|veroorde|bijberoep|praktijk|zelfstandig|leverancier|mandaat|private|onverenigbaar|tuchtstraf|strafbaar"
)
_DUTY = re.compile(
    r"\b(?:iedereen|elke medewerker|alle medewerkers|wij allemaal)\b[^.;]{0,60}\b(?:weekend|avond|zaterdag|zondag|nacht"
    r"|feestdag|wacht|beurtrol|ploeg)"
    r"|\b(?:je|u) (?:werkt|draait|doet|staat)\b[^.;]{0,60}\b(?:weekend|avond|zaterdag|zondag|nacht|feestdag|wacht|beurtrol|ploeg)"
    r"|\b(?:weekend|avond|zaterdag|zondag|nacht|feestdag|ploegen)[a-z]*\b[^.;]{0,50}\b(?:verplicht|horen erbij|hoort erbij|hoort bij|noodzakelijk)"
    r"|^\W*beschikbaar(?:heid)?\b ?:|\bbereid(?:heid)?\b|\bbeschikbaar\b[^.;]{0,60}\b(?:weekend|avond|zaterdag|zondag|nacht|wacht)"
    r"|\b(?:kan|kunt|moet) (?:je|u) (?:kunnen )?(?:fietsen|zwemmen)|\b(?:je|u) (?:kan|kunt) (?:fietsen|zwemmen)"
)
_ABOUT_STUDY = re.compile(r"diploma|bachelor|master|getuigschrift|afstudeer|student|ervaring|dossier|kandidatuur|proef|test|examen|punten|uitgenodigd"
                          r"|afwezig|laattijdig|onvolledig|formulier|brevet|attest|rijbewijs|inschrijf|ingeschreven|minimum"
                          r"|onderdeel|verhinder|overmacht|datum|slaag|school|^dat niet|onvoldoende")  # fmt: skip
_NEGATED = re.compile(r"\b(?:niet|geen|nooit|weigert|zonder)\b")
_COMMON = frozenset(
    "iedereen werken werkt werk jouw onze mogen kunnen wordt worden moeten hebben daarvoor deelnemen solliciteren aanmerking functie dienst"
    " medewerker medewerkers minstens gemiddeld maand week jaar jaren laatste zelfs altijd nooit enkel alleen ander andere bereid beschikbaar"
    " beschikbaarheid beurtrol draait draaien meedoen mee ook voor waar wanneer zijn deze deeltijds voltijds alle verplicht mensen eigen".split()
)
_TIMES = ("weekend", "avond", "zaterdag", "zondag", "nacht", "feestdag")
_PAST = re.compile(r"ervaring|gewerkt|\bwas\b|geweest|vroeger|\bwerkte\b|jaar lang|destijds|gestopt")
_STOPS = re.compile(r"\bstop|opzeg|opgeven|geef[^.]{0,20}\bop\b|neem ontslag|ontslag nemen|beeindig|quit|arrete")


# 'Zonder registratie als zorgkundige kan je niet deelnemen.'
_WITHOUT = re.compile(
    r"^\W*zonder (?!(?:diploma|bachelor|master|getuigschrift|afspraak|inschrijving|[a-z]*diploma))([^.;,]{4,60}?),? (?:kan|kun|mag|kom|komt|word"
    r"|wordt|kunnen)"
    r"\b[^.;]{0,40}\b(?:niet|geen)\b"
)


@lru_cache(maxsize=2048)
def stance(text: str) -> tuple[Stance, str] | None:
    """Whether a sentence demands or forbids something, and the words that say what; None where it does neither."""
    folded = fold(text)
    if without := _WITHOUT.search(folded):
        return "demands", without.group(1)
    if who := _WHO.search(folded):
        if _ABOUT_STUDY.search(who.group(1)):
            return None
        return ("demands" if _NEGATED.search(who.group(1)) else "forbids"), who.group(1)
    ban = _BAN.search(folded)
    if ban and _BANNED_THING.search(folded):
        return "forbids", next(group for group in ban.groups() if group)
    return ("demands", folded) if _DUTY.search(folded) else None


@dataclass(frozen=True, slots=True)
class Kept:
    """How a candidate stands to a demand or a ban; `said` is the clause that tells."""

    state: State
    said: Said | None = None


def judge_obligation(text: str, candidate: Candidate) -> Kept:
    """How what was told stands to a sentence that demands or forbids; "untold" where nothing touches it."""
    found = stance(text)
    if found is None:
        return Kept("untold")
    way, words = found
    wanted = _subjects(words)
    if way == "forbids":
        wanted = frozenset(word for word in wanted if not word.startswith(_TIMES))
    for position, said in enumerate(candidate.said):
        if not _speaks_of(said.words, wanted):
            continue
        later = " ".join(other.words for other in candidate.said[position : position + 2])
        if said.polarity == "doubt" or re.search(r"weet (?:ik )?niet", fold(later)):
            return Kept("unclear", said)
        if (
            way == "forbids"
            and said.polarity != "no"
            and not (_PAST.search(fold(said.words)) and "veroord" not in words and "rijverbod" not in words)
        ):
            if _WINDOW.search(fold(text)) and re.search(r"\b(?:19|20)\d\d\b|geleden", said.words):
                return Kept("unclear", said)
            if _STOPS.search(fold(later)):
                return Kept("conditional", said)
            sure = "veroord" not in words or sum(_speaks_of(said.words, frozenset({word})) for word in wanted) > 1
            return Kept("unmet" if sure else "unclear", said)
        if way == "demands" and said.polarity == "no" and (_REFUSES.search(fold(said.words)) or _lacks(said.words, text, wanted)):
            return Kept("unmet", said)
    return Kept("untold")


def _lacks(words: str, text: str, wanted: frozenset[str]) -> bool:
    """Whether a clause says that the very thing is lacking without which nobody is let in."""
    if not _WITHOUT.search(fold(text)):
        return False
    denied = re.search(r"\b(?:geen|gene?|zonder|niet|nog niet)\b(.{3,60})|^(.{3,60}?)\b(?:heb|bezit)\b.{0,12}\bniet\b", fold(words))
    return denied is not None and _speaks_of(next(group for group in denied.groups() if group), wanted)


# A ban of some years back: whether it still holds hangs on the day.
_WINDOW = re.compile(r"laatste (?:[a-z]+|\d+) (?:jaar|maanden)")
_REFUSES = re.compile(
    r"\b(?:wil|kan|kunnen|ga|zal|lukt|mag|werk|doe|zie|beschikbaar|bereid)\b[^,.]{0,60}\b(?:niet|geen|nooit|nie|gene?)\b"
    r"|\b(?:niet|geen|nooit|nie|gene?)\b[^,.]{0,60}\b(?:wil|kan|werken|bereid|beschikbaar|verhuizen|mogelijk|doen|lukken|lukt)\b|zonder weekend"
    r"|can't|cannot|not (?:able|willing|available)|won't|ne (?:peux|veux) pas"
)


@lru_cache(maxsize=1024)
def _subjects(words: str) -> frozenset[str]:
    return frozenset(token for token in tokens(words) if len(token) >= 5 and token not in _COMMON)


def _speaks_of(words: str, wanted: frozenset[str]) -> bool:
    """Whether a clause has a word in common, or one that begins alike ('avonden', 'avondwerk')."""
    spoken = [token for token in tokens(words) if len(token) >= 5 and token not in _COMMON]
    return any(a[:6] == b[:6] or (len(b) > 5 and b[:6] in a) or (len(a) > 5 and a[:6] in b) for a in spoken for b in wanted)
