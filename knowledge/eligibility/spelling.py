"""Mends typos in the words that name a diploma: 'batchelor verpleegkude' becomes 'bachelor verpleegkunde'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from knowledge.eligibility.fields import FIELDS
from knowledge.eligibility.words import fold

_WORD = re.compile(r"[a-z]{5,}")
# Names of levels and titles that are worth mending, beside the long words of the fields.
_LEVEL_WORDS = (
    "bachelor master graduaat gegradueerde licentiaat doctoraat secundair middelbaar humaniora hogeschool universiteit postgraduaat regentaat"
    " vroedvrouw kleuterleidster onderwijzer verpleegkundige beroepssecundair ingenieur"
).split()
# Everyday words that lie near to a name and must stay as they are.
_EVERYDAY = frozenset(
    "welke moeten kunnen hebben graag werken werkte zouden mijne solliciteren voldoende volstaat gewerkt diensten studies gestudeerd ervaring jullie"
    " vacature functie aanmerking solliciteer opleiding student studente secretaris rechts recht reeds sportief lezen kantine lessen informatie"
    " vertellen personeelsleden administratie administratief behouden verlenging travaille technieker begeleid werksfeer vertaling arbeiders"
    " medewerkers lichamelijk burgerlijke juridische digitaal momenteel bediende medewerker medewerkster volgens buitenlands erkend erkende masters"
    " bachelors afgestudeerd genoeg enkel alleen graduate graduates graduated graduating graduation kandidaat kandidaten".split()
)
# A slip of one letter in a long word is spelling; anything further off is a guess that the candidate confirms.
_SLIP, _NEAR = 89.0, 82.0


@cache
def _vocabulary() -> frozenset[str]:
    words = {word for field in FIELDS.values() for name in field.names for word in name.split() if len(word) >= 8}
    return frozenset(words | set(_LEVEL_WORDS))


def _mended(word: str) -> tuple[str, bool]:
    vocabulary = _vocabulary()
    if word in vocabulary or word in _EVERYDAY:
        return word, True
    best = process.extractOne(word, vocabulary, scorer=fuzz.ratio, score_cutoff=_NEAR)
    if best is None or best[0][0] != word[0] or abs(len(best[0]) - len(word)) > 2:
        return word, True
    return best[0], best[1] >= _SLIP


@dataclass(frozen=True, slots=True)
class Corrected:
    """The mended text; `sure` when every change is a slip of a letter rather than a guess."""

    text: str
    sure: bool


def corrected(text: str) -> Corrected:
    """The text with likely typos of diploma words mended; the same text when nothing looks like one."""
    folded = fold(text)
    pieces: list[str] = []
    last, sure = 0, True
    for match in _WORD.finditer(folded):
        mended, certain = _mended(match.group())
        if mended != match.group():
            pieces += [text[last : match.start()], mended]
            last, sure = match.end(), sure and certain
    return Corrected("".join([*pieces, text[last:]]) if pieces else text, sure)
