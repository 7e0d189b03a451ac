"""Several diplomas in one phrase: 'een bachelor in de rechten, de criminologie of de bestuurskunde' names three.

The phrase is cut at its separators; a piece with a level or a word for a proof opens a diploma, a piece with only a field shares the
words before the field of the piece that goes before it, and anything else belongs to that piece or ends the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.eligibility.dictionary import bundle_diplomas, field_spans
from knowledge.eligibility.fields import DOMAIN_WORDS
from knowledge.eligibility.words import fold

_SEPARATOR = re.compile(
    r"\s*;\s*(?:of\s+|en\s+)?|\s*,\s*(?:of\s+|dan wel\s+|hetzij\s+|ofwel\s+|alsook\s+|evenals\s+|en\s+(?=een |het diploma))?"
    r"(?!\s*(?:afstudeer|optie|richting|specialisatie|gespecialiseerd|met |samen |mits|zoals|afgeleverd|uitgereikt|major"
    r"|minor|titel|instrument|hoofdinstrument|discipline))"
    r"|\s+(?:en\s+of|of|ofwel|hetzij|dan wel|alsook|evenals)\s+|\s+/\s+|(?<=[a-zà-ÿ])/(?=[a-zà-ÿ])"
)
_LEAD = re.compile(
    r"^(?:(?:ofwel|hetzij|of|en|ook|een|het(?= diploma| graduaat| getuigschrift| vroegere?| oude?)|de graad van|in het bezit van|houder van"
    r"|houders? (?:zijn )?van|minstens|minimaal|ten minste|enkel)\s+)+",
    re.IGNORECASE,
)
_PROOF = re.compile(
    r"^(?:oude? |oudere |vroegere? |geldige? |erkende? )?(?:diploma|(?:studie)?getuigschrift|attest|brevet|certificaat|studiebewijs"
    r"|bekwaamheidsbewijs"
    r"|opleiding|titel|bewijs van|beroepskwalificatie)"
)
_EQUIVALENT = re.compile(r"^\W*(?:\w+\s+){0,4}?(?:gelijkge|gelijkwaardig|gelijkaardig|equivalent|evenwaardig)")
_ENDS = re.compile(
    r"[?!]|\.(?:\s|$)|\b(?:is |brengt |opent |om het even|ongeacht|zijn |heeft |hebt |vereist|verplicht|noodzakelijk|nodig\b"
    r"|die |dat |gevolgd|bij voorkeur|liefst|op zak|mits|indien"
    r"|waarbij"
    r"|op voorwaarde|rijbewijs|strafregister|uittreksel|laatstejaars\w*|ervaring|en (?:je|u|jij) "
    r"|komen in aanmerking|geven toegang|volsta|wordt|worden|kan |kunnen |andere? |aangevuld|samen met|plus )"
)
# An adjective that lost its noun to the next piece: 'industrieel of burgerlijk ingenieur'.
_HALF = re.compile(r"\b(?:industrieel|burgerlijk|professionele|academische|technisch|maatschappelijk|educatieve)$")
_BEFORE_FIELD = re.compile(
    r"\b(?:in|van|uit)\s+(?:(?:de|het|een|volgende|een van (?:de )?(?:volgende )?)\s+)*(?:(?:studie)?richting(?:en)?\s+|studiegebied(?:en)?\s+"
    r"|domein\s+|vak(?:gebied)?\s+)?(?:van\s+)?(?:de\s+|het\s+)?$"
)
_ANY_FIELD = re.compile(
    r"\b(?:welke|eender|gelijk welk|om het even|ongeacht|elke|alle) |maakt niet uit|geen (?:rol|belang)|niet van belang"
    r"|onbelangrijk"
)
_FREE_FIELD = re.compile(
    r"\b(?!volgende|andere|eender|elke)[a-z]{5,} (?:studie)?richting(?:en)?\b|\b(?:in|richting)\s+(?:de |het "
    r"|een )?(?!aanmerking|orde|bezit)[a-z]{4,}|\bonderwijs [a-z]{5,}|\b(?:attest|brevet|certificaat) \w+|getuigschrift van de [a-z]{6,}"
)
_DOMAIN = re.compile(r"\bin (?:een|de) [\w-]+(?: of [\w-]+)? (?:studie)?richting(?:en)?\b")
_RICHTING = re.compile(r"\s+in\s+(?:[eé]+n van )?(?:de\s+|deze\s+|die\s+)?(?:volgende\s+|onderstaande\s+)?(?:studie)?richting(?:en)?:?\s+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A diploma that a phrase names: `text[start:end]` are its own words, `name` has what it shares with its neighbours too.

    `named` is False for a bare level ('masterdiploma').
    """

    name: str
    start: int
    end: int
    named: bool = True


@dataclass(slots=True)
class _Piece:
    start: int
    end: int
    words: str
    head: bool
    field: bool


def phrases_in(text: str, start: int = 0) -> tuple[Phrase, ...]:
    """The diplomas that the words from `start` on name, up to where the sentence turns to something else; () without a level or proof."""
    folded = fold(text)
    end = len(text)
    for match in _ENDS.finditer(folded, start):
        if not _inside_brackets(folded, start, match.start()) and match.start() > start:
            end = match.start()
            break
    pieces = _joined(list(_pieces(text, start, end)))
    if not pieces or not pieces[0].head:
        return ()
    return tuple(_named(text, pieces))


def _inside_brackets(text: str, start: int, position: int) -> bool:
    return text.count("(", start, position) > text.count(")", start, position)


def _pieces(text: str, start: int, end: int) -> Iterator[_Piece]:
    folded = fold(text)
    cuts = [start]
    stops = []
    for match in _SEPARATOR.finditer(text.lower(), start, end):
        if not _inside_brackets(text, start, match.start()):
            stops.append(match.start())
            cuts.append(match.end())
    stops.append(end)
    for begin, stop in zip(cuts, stops, strict=True):
        raw = text[begin:stop]
        lead = _LEAD.match(raw)
        begin += lead.end() if lead else 0
        words = text[begin:stop].rstrip(" .:,;")
        if not words.strip():
            continue
        own = folded[begin : begin + len(words)]
        if _EQUIVALENT.match(own):
            # 'of een daarmee gelijkgesteld diploma, zoals gegradueerde in de bouw' still names one.
            goes_on = re.search(
                r" zoals |richting(?:en)?: ?|diploma's: ?|\b(?:diploma|getuigschrift|titel) van (?!het\b|de\b|een\b|hoger"
                r"|secundair)",
                own,
            )
            if goes_on is None:
                continue
            begin, words, own = begin + goes_on.end(), words[goes_on.end() :], own[goes_on.end() :]
        readings = bundle_diplomas(words)
        # A level in brackets tells of the diploma before it, unless that names none itself.
        opened = words.split("(")[0]
        head = bool(_PROOF.match(own)) or any(r.level or r.variant for r in bundle_diplomas(opened))
        yield _Piece(begin, begin + len(words), words, head, bool(field_spans(words)) or any(r.domain or r.title or r.named_fields for r in readings))


def _joined(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Cuts the row of pieces where it turns to something else; what a field list names beyond the dictionary stays in it."""
    kept: list[_Piece] = []
    for piece in pieces:
        if not piece.head and not piece.field:
            listing = kept and _names_field(kept[-1]) and len(piece.words.split()) <= 5 and not re.search(r"\b(?:je|u|met|bent|heeft)\b", piece.words)
            if not listing:
                break
            piece.field = True
        kept.append(piece)
    return kept


def _names_field(piece: _Piece) -> bool:
    return piece.field or not piece.head


def _named(text: str, pieces: Sequence[_Piece]) -> Iterator[Phrase]:
    shared, beside = ("", ""), ""
    for index, piece in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        if piece.head:
            name = _with_field_of_next(piece, following)
            if name is None:
                continue
            shared = _before_field(name) if _before_field(name)[0] else shared
            # 'een bachelor of master in A, B of C' is three fields of both levels.
            both = following is not None and following.head and not piece.field and name != piece.words
            beside = piece.words if both else beside if index and not pieces[index - 1].field else ""
        else:
            level, connector = shared
            own = re.sub(r"^(?:de|het) (?:studie(?:richting|gebied)|richting) ", "", piece.words)
            own = own if re.match(r"(?:in|uit|van)\s", own) else f"{connector} {own}"
            name = f"{level} {own.strip()}" if level else piece.words
        named = not _ANY_FIELD.search(fold(name)) and (not piece.head or name != piece.words or piece.field or bool(_FREE_FIELD.search(fold(name))))
        if piece.head and not named and following is not None and not following.head:
            shared = (piece.words, "in")  # 'master of gelijkgesteld in een van deze richtingen: A, B of C'
        elif not re.search(r"\bdezelfde\b", name):
            yield Phrase(_RICHTING.sub(" ", name), piece.start, piece.end, named)
            if beside and not piece.head and shared[0]:
                yield Phrase(f"{beside} {shared[1]} {piece.words}".replace("  ", " "), piece.start, piece.end, named)


def _with_field_of_next(piece: _Piece, following: _Piece | None) -> str | None:
    """'master of licentiaat in de rechten': the first shares the field of the second; 'professionele of academische bachelor' the noun."""
    if following is not None and following.words.endswith("richting") and fold(piece.words).rsplit(" ", 1)[-1] in DOMAIN_WORDS:
        return f"{piece.words} richting"
    if following is None or not following.head or piece.field:
        return piece.words
    if _HALF.search(fold(piece.words)):
        return f"{piece.words} {following.words.split(' ', 1)[-1]}"
    if domain := _DOMAIN.search(following.words):
        return f"{piece.words} {domain.group()}"
    spans = field_spans(following.words)
    if not spans or len(piece.words.split()) > 3 or (bundle_diplomas(piece.words) and bundle_diplomas(piece.words)[0].title):
        return piece.words
    begin = _BEFORE_FIELD.search(fold(following.words[: spans[0][0]]))
    return f"{piece.words} {following.words[begin.start() if begin else spans[0][0] :]}"


def _before_field(name: str) -> tuple[str, str]:
    """'bachelor in de rechten' → ('bachelor', 'in'); two empty strings where no field can be told from the level."""
    spans = field_spans(name)
    readings = [reading for reading in bundle_diplomas(name) if reading.level or reading.variant]
    if spans and (not readings or spans[0][0] > readings[0].start):
        head = name[: spans[0][0]].rstrip()
    elif match := re.search(r"^.*?\bin\s+(?:de\s+|het\s+)?", name):
        head = match.group().rstrip()
    else:
        return "", ""
    connector = _BEFORE_FIELD.search(f"{head} ")
    if connector is None:
        return head, ""
    return head[: connector.start()].rstrip(), re.sub(r"\s+(?:de|het)$", "", connector.group().strip())
