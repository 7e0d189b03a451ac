"""Dutch compounds: the parts of a word, and whether one word is a part of another."""

from __future__ import annotations

from functools import lru_cache

from index.language.text import stem

# Second parts that employers and candidates join to anything.
_HEADS = """
    vergoeding vergoedingen cheque cheques premie premies verzekering verzekeringen toelage toelages toeslag bon bonnen abonnement abonnementen
    tussenkomst bijdrage dag dagen uur uren week weken maand maanden jaar jaren datum data nummer nummers adres adressen nr werk werken loon
    wedde schaal vork contract duur reserve lijst termijn periode regeling regelingen systeem stelsel regime rooster tijd tijden proef proeven
    test testen gesprek gesprekken examen examens procedure procedures fase sessie sessies avond avonden moment momenten vergadering onderzoek
    brief brieven formulier formulieren bewijs bewijzen attest attesten diploma diplomas uittreksel dossier kopie verslag plaats plaatsen plek
    ruimte gebouw parking wagen wagens auto fiets telefoon kaart kaarten kledij kleding pak schoenen dienst diensten verantwoordelijke
    verantwoordelijken leider leiders hoofd medewerker medewerkers commissie lid leden begeleider begeleiders coach verlof vakantie vrij plicht
    eis eisen vereiste voorwaarde voorwaarden kennis ervaring opleiding opleidingen cursus vorming niveau richting mogelijkheid mogelijkheden
    kans kansen voordeel voordelen korting kortingen prijs kost kosten geld verkeer loket post shift ploeg permanentie balie prestaties opening
    winkel zorg
    """.split()
_HEAD_SET = sorted(_HEADS, key=len, reverse=True)

# Heads that add nothing to what the first part says: "telewerkdagen" is about telework.
EMPTY_HEADS = frozenset(
    stem(word)
    for word in """
    dag dagen uur uren week weken maand maanden jaar jaren datum data nummer nummers nr adres regeling regelingen systeem stelsel mogelijkheid
    mogelijkheden moment momenten periode termijn tijd tijden werk plaats plaatsen voorwaarde voorwaarden eis eisen vereiste duur kans kansen
    prijs kost kosten gegevens
    """.split()
)


@lru_cache(maxsize=20_000)
def split(word: str) -> tuple[str, str] | None:
    """The first part and the head of a folded compound ("fietsvergoeding" → "fiets", "vergoeding"), None when no known head ends it."""
    for head in _HEAD_SET:
        if word.endswith(head) and len(word) - len(head) >= 3:
            return word[: -len(head)], head
    return None


@lru_cache(maxsize=20_000)
def first_stems(part: str) -> tuple[str, ...]:
    """The stems that a first part may have: with and without its linking letters ("selecties-" → "selectie")."""
    forms = [part]
    if part.endswith("s") and len(part) > 4:
        forms.append(part[:-1])
    if part.endswith("en") and len(part) > 5:
        forms.append(part[:-2])
    return tuple(dict.fromkeys(stem(form) for form in forms))


def is_part(short: str, long: str) -> bool:
    """Whether the stem `short` begins or ends the longer stem `long` as a part of a compound."""
    rest = len(long) - len(short)
    if len(short) < 4 or rest < 3:
        return False
    if long.endswith(short):
        return True
    return long.startswith(short) and (len(short) > 5 or _is_head(long[len(short) :]))


@lru_cache(maxsize=20_000)
def _is_head(rest: str) -> bool:
    return any(stem(head) in (rest, rest.lstrip("se")) for head in _HEADS)
