"""Finds diplomas in text: level, field, afstudeerrichting and title, from the names in names.py and fields.py.

What stands in the tables is a *dictionary* reading; what is only near to a name in them (a typo) is a reading by *similarity*, which the
candidate confirms before anything is concluded from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from knowledge.eligibility.fields import DOMAIN_WORDS, FIELDS
from knowledge.eligibility.names import NAMES, Name
from knowledge.eligibility.reading import Reading, joined
from knowledge.eligibility.words import fold

_SPECIALISATION = re.compile(
    r"(?:afstudeer ?(?:richting|optie)|specialisatie|specialiteit|gespecialiseerd|optie|major|minor|keuzerichting"
    r"|uitstroomrichting|, richting|instrument|discipline"
    r"|orientation|option)(?:\s+(?:in|de|het|van|naar)\b)*\W*$"
)
# What ends the words that belong to a diploma's name.
_STOP = re.compile(
    r"[.?!;:(),]|\b(?:maar|afgewerkt|vorig|pas|net|dus|daarmee|gelijkgesteld|gelijkwaardig|behaald|gehaald|gedaan|afgerond"
    r"|gevolgd|op zak|volstaat|voldoet|voldoende|is|was"
    r"|zijn|mag|magek|kan|kank|kom|heb|hebt|hebben|met|aan|uit|van (?:de )?(?:ku|u|ho)"
    r"|ma|da|dat|die|goe|goed|ook|oke|ok|genoeg|telt|tellen|en (?:ik|heb|ben|werk|een|nu)|zonder|moet|wil|via|bij|nog|wel|als|om|voor|of|sinds"
    r"|jaar|jaren|niet|dus|want|omdat|ervaring|werk|"
    r"hogeschool|universiteit|cvo|avondschool|but|and|from|mais|et|puis|ben|zit|studeer|studeerde|naar|hier|solliciteren|deelnemen|meedoen"
    r"|in (?:19|20)\d\d|(?:19|20)\d\d)\b"
)
_LEADING = re.compile(
    r"^\s*(?:(?:in|de|het|'t|een|richting|van|op|the|of (?:science|arts|laws|the)|la|le|les|en|diploma|onderwijs)\b[\s:-]*|l'|[:-]\s*)*"
)
_CLAUSE_END = re.compile(r"[.?!;]")


@cache
def _field_pattern() -> re.Pattern[str]:
    names = sorted(_field_keys(), key=len, reverse=True)
    return re.compile(r"(?<![a-z0-9])(?:" + "|".join(re.escape(name).replace(r"\ ", " +") for name in names) + r")(?![a-z0-9])")


@cache
def _field_keys() -> dict[str, str]:
    return {name: field.key for field in FIELDS.values() for name in field.names}


def _key_of(words: str) -> str:
    return _field_keys()[" ".join(words.split())]


_DOMAIN = re.compile(
    r"(?<![a-z0-9])("
    + "|".join(sorted(DOMAIN_WORDS, key=len, reverse=True))
    + r")(?:(?: of |, | en )[a-z]+)? ?(?:studie)?richting(?:en)?(?![a-z0-9])"
)
_DOMAIN_BEFORE_LEVEL = re.compile(r"(?<![a-z0-9])(it|ict|informatica) $")


def read_diplomas(text: str) -> tuple[Reading, ...]:
    """The diplomas named in a text, in order. A bare field without a level is a reading too (its `level` is None)."""
    folded = fold(text)
    levels = _levels(folded)
    fields = [(m.start(), m.end(), _key_of(m.group())) for m in _field_pattern().finditer(folded)]
    readings = [_assemble(folded, level, index, levels, fields) for index, level in enumerate(levels)]
    taken = [(reading.start, reading.end) for reading in readings]
    lone = [Reading(start, end, None, fields=(key,)) for start, end, key in fields if not any(a < end and start < b for a, b in taken)]
    return tuple(sorted(joined(folded, readings) + lone, key=lambda reading: reading.start))


@lru_cache(maxsize=4096)
def bundle_diplomas(text: str) -> tuple[Reading, ...]:
    """The same for a bundle's text, remembered. A candidate's words must never come here: nothing of them is kept."""
    return read_diplomas(text)


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    name: Name


# Every name in names.py holds one of these: a text without any is not searched further (most sentences of a bundle).
_HINT = re.compile(
    r"bachel|bach|bac\b|bac ?\+|\bba|\bp\.?ba|\ba\.ba|\bb\.? ?sc|master|m\.? ?sc|mba"
    r"|manama|grad|licen|\blic|ingenieur|\bing\b|\bir\b|type|cycl|hol?k?t|maitrise"
    r"|apotheker|arts|jurist|meester|architect|assist|adviseur|psycholo|vroed|sage|midwife|kleuter|onderwij|regent|groep|geaggreg|\ba ?[123]\b"
    r"|kinesi|logoped|ergo|dieti|hbo|hosp|promotie|brevet|jaar|so\b|beroeps|schrift|attest|secund|second|middelb|humaniora|examencom|school|cess"
    r"|abitur|finaliteit|tko|svwo"
    r"|st?l\b|sbl|sosp|basis|primary|universi|unief|certifi|credit|schakel|kandid|voorbereid|doct|ph\.? ?d|studies|diploma|hst"
)


def _levels(folded: str) -> list[_Mention]:
    if not _HINT.search(folded):
        return []
    found = [_Mention(m.start(), m.end(), name) for name in NAMES for m in name.pattern.finditer(folded)]
    order = {id(name): index for index, name in enumerate(NAMES)}
    found.sort(key=lambda mention: (mention.start, -mention.end, order[id(mention.name)]))
    kept: list[_Mention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            continue
        if kept and _is_field_of_teacher(folded, kept[-1], mention):
            continue
        kept.append(mention)
    return kept


_TEACHER_GAP = re.compile(r"^[\s:,(]*(?:(?:in|van|het|de|educatieve|onderwijs|leraar|leerkracht|opleiding|diploma|afstudeerrichting)[\s:,]*)*$")


def _is_field_of_teacher(folded: str, before: _Mention, mention: _Mention) -> bool:
    """'bachelor (in het) lager onderwijs' is one diploma: the school there is what one teaches, not what one finished."""
    if before.name.level not in ("bachelor", "master") or mention.name.level not in ("lager", "secundair"):
        return False
    return "onderwijs" in folded[mention.start : mention.end] and bool(_TEACHER_GAP.match(folded[before.end : mention.start]))


# 'verpleegkunde bachelor' and 'verpleegkundige (bachelor)'; in 'landmeter (bachelor vastgoed)' the brackets name a field of their own.
_BEFORE_LEVEL = re.compile(r"\s*(?:diploma )?[^\s()][^()]*|\s*\([^()]*\)")


def _assemble(folded: str, mention: _Mention, index: int, levels: list[_Mention], fields: list[tuple[int, int, str]]) -> Reading:
    limit = levels[index + 1].start if index + 1 < len(levels) else len(folded)
    sentence_end = _CLAUSE_END.search(folded, mention.end)
    if (sentence_end and sentence_end.group() != ".") or (
        sentence_end and (sentence_end.end() >= len(folded) or folded[sentence_end.end()] == " ") and not _abbreviation(folded, sentence_end.start())
    ):
        limit = min(limit, sentence_end.start())
    name = mention.name
    plain: list[str] = list(name.fields)
    special: list[str] = []
    start, end = mention.start, mention.end
    for field_start, field_end, key in fields:
        if field_start < mention.end or field_start >= limit:
            if field_end <= mention.start and index == 0 and not plain and _BEFORE_LEVEL.fullmatch(folded[field_end : mention.end + 1]):
                plain.append(key)
                start = field_start
            continue
        gap = folded[end:field_start]
        if _breaks(gap, first=not (plain or special)):
            break
        (special if _SPECIALISATION.search(gap) or (plain and _below(plain[-1], key, gap)) else plain).append(key)
        end = field_end
    if not special and (free := _free_specialisation(folded, end, limit)):
        special.append(free)
        end = folded.index(free, end) + len(free) if free in folded[end:] else end
    domain, domain_end = _domain(folded, mention, limit)
    end = max(end, domain_end)
    reading = Reading(start, end, name.level, name.variant, tuple(dict.fromkeys(plain)), tuple(dict.fromkeys(special)), name.title, domain)
    if (
        not plain
        and not special
        and domain is None
        and name.level in ("secundair", "bachelor", "master", "doctor", "graduaat", None)
        and name.title is None
    ):
        reading = _with_free_field(folded, reading, limit)
    return reading


# Programmes that have afstudeerrichtingen: another field right after one of them is its afstudeerrichting.
_PROGRAMMES = frozenset(
    {
        "industrieel ingenieur",
        "burgerlijk ingenieur",
        "ingenieurswetenschappen",
        "bio ingenieur",
        "bedrijfsmanagement",
        "onderwijs",
        "verpleegkunde",
        "muziek",
    }
)


def _below(main: str, key: str, gap: str) -> bool:
    """Whether a field is told as a part of the one before it: 'industriële wetenschappen: bouwkunde', 'onderwijs (lager onderwijs)'."""
    marks = gap.strip()
    if marks == ":" or (marks == "(" and main in FIELDS):
        return True
    return main in _PROGRAMMES and key != main and marks in ("", ",", "in", "in de", ", in de")


def _abbreviation(folded: str, dot: int) -> bool:
    return bool(re.search(r"(?:\blic|\bir|\bing|\bdr|\bm|\bb|\bsc|\bph|\bd|\bbijv|\bbv)$", folded[:dot]))


# Words that may stand between a diploma's level and its field, or between two of its fields.
_GLUE = re.compile(
    r"^(?:[\s,:;()/&+'\"-]|\b(?:in|de|het|'t|een|ne|nen|van|der|des|du|of|the|la|le|les|en|et|and|met|mét|als|titel|graad|diploma|onderwijs"
    r"|opleiding|studie|studies|richting"
    r"|studierichting|afstudeerrichting|afstudeeroptie|optie|option|specialisatie|specialiteit|gespecialiseerd|major|minor|hoofdvak|keuzerichting"
    r"|instrument|hoofdinstrument|discipline"
    r"|science|arts|laws|degree"
    r"|toegepaste|professionele|educatieve|niveau|naar|op|aan|hogeschool|universiteit|leraar|leerkracht|voor|gehaald|behaald|gedaan|gevolgd"
    r"|namelijk|nl|hbo5?|a1|oude|secundair)\b)*$"
)
_BREAK = re.compile(
    r"\b(?:maar|gelijkgesteld|gelijkwaardig|gelijkgeschakeld|gelijkaardig|zonder|ervaring|werk(?:te|en)?|jaar|ik|but|mais|studeer|volg|wil|zou"
    r"|graag|kan|kank|mag|magek|is|telt|tellen"
    r"|solliciteren|job|functie|vacature|vakken|gewerkt|werkzaam|sector|horeca|stage|worden|vr)\b"
)


def _breaks(gap: str, *, first: bool) -> bool:
    if _GLUE.match(gap):
        return bool(re.search(r"\b(?:als|voor)\s+(?:een\s+|de\s+)?$", gap)) and "leraar" not in gap
    # Before the first field one unknown word may stand ('bachelor commerciële rechtspraktijk').
    return not first or len(gap) > 40 or bool(_BREAK.search(gap)) or len(gap.split()) > 4


def _domain(folded: str, mention: _Mention, limit: int) -> tuple[str | None, int]:
    """The domain that is named with a level, and where its words end."""
    before = _DOMAIN_BEFORE_LEVEL.search(folded[: mention.start])
    if before:
        return DOMAIN_WORDS[before.group(1)], mention.end
    match = _DOMAIN.search(folded, mention.end, limit)
    if match and not _breaks(folded[mention.end : match.start()], first=True):
        return DOMAIN_WORDS[match.group(1)], match.end()
    return None, mention.end


_FREE_SPECIALISATION = re.compile(
    r"^\W*(?:met\s+)?(?:afstudeer ?(?:richting|optie)|specialisatie|gespecialiseerd in|optie|keuzerichting|uitstroomrichting"
    r"|instrument|hoofdinstrument|discipline)\s*:?\s*(?:in |de "
    r"|het )*([a-z][a-z ]{3,40})"
)


def _free_specialisation(folded: str, start: int, limit: int) -> str | None:
    """An afstudeerrichting that is not in the table of fields, in its own words."""
    match = _FREE_SPECIALISATION.match(folded[start:limit])
    if match is None:
        return None
    words = _STOP.split(match.group(1))[0].strip()
    return " ".join(words.split()) if len(words) > 3 else None


# What a study in secondary school may be called when the table of fields has no such name.
_SCHOOL_FIELD = re.compile(
    r"^\s*(?:(?:richting|in|de|het|diploma)\s+)*[a-z]{4,}(?:technieken|wetenschappen|beheer|zorg|kunde|installaties|bewerking|mechanica|talen"
    r"|verkoop|bouw)\b"
)
_ANY_FIELD = re.compile(
    r"^(?:(?:in|van|een|welke|eender|om|het|even|ongeacht|gelijk|alle|diploma|daarmee|gelijkgesteld\w*|gelijkwaardig\w*|niveau|studierichting"
    r"|richting|\W)+)$"
)


def _with_free_field(folded: str, reading: Reading, limit: int) -> Reading:
    rest = folded[reading.end : min(limit, reading.end + 70)]
    if reading.level == "secundair" and not _SCHOOL_FIELD.match(rest):
        return reading
    lead = _LEADING.match(rest)
    begin = lead.end() if lead else 0
    stop = _STOP.search(rest, begin)
    words = rest[begin : stop.start() if stop else len(rest)].strip()
    if words.startswith("zak") or not 3 <= len(words) <= 50 or _ANY_FIELD.match(words) or len(words.split()) > 5:
        return reading
    offset = folded.index(words, reading.end)
    return replace(reading, fields=(words,), known=False, end=offset + len(words))


def has_level(text: str) -> bool:
    """Whether a text names a diploma at all."""
    return any(reading.level or reading.variant for reading in bundle_diplomas(text))


def fields_in(text: str) -> Iterator[str]:
    """Keys of the fields that a text names."""
    return (_key_of(match.group()) for match in _field_pattern().finditer(fold(text)))


def field_spans(text: str) -> list[tuple[int, int]]:
    """Where fields stand in a text, in order; the 'onderwijs' of 'hoger onderwijs' names a level and no field."""
    folded = fold(text)
    levels = [(mention.start, mention.end) for mention in _levels(folded)]

    def names_level(start: int, end: int) -> bool:
        return any(a <= start and end <= b and ("onderwijs" in folded[a:b] or (a, b) != (start, end)) for a, b in levels)

    found = [(match.start(), match.end()) for match in _field_pattern().finditer(folded)]
    return [span for span in found if not names_level(*span)]
