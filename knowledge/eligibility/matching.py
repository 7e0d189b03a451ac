"""Whether a diploma that a candidate holds is one of those that a bundle accepts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz

from knowledge.eligibility.dictionary import bundle_diplomas
from knowledge.eligibility.fields import FIELDS
from knowledge.eligibility.levels import FIRST_YEAR_OF_BSO_DIPLOMA, LAST_YEAR_OF_OLD_GRADUATE, RANK
from knowledge.eligibility.model import Held, Said
from knowledge.eligibility.proviso import split_proviso
from knowledge.eligibility.reading import Reading, level_of, old_graduate
from knowledge.eligibility.words import bundle_telling, fold, telling, tokens
from knowledge.model import DiplomaOption, Level

Answer = Literal["yes", "no", "ask"]
Missing = Literal["specialisation", "title", "school", "level", "field", "near", "year", "equated"]


@dataclass(frozen=True, slots=True)
class Match:
    """`answer` "ask" when `missing` must be known first; `why` "near" means the name is close but not the same."""

    answer: Answer
    missing: Missing | None = None


YES, NO = Match("yes"), Match("no")


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the highest level that what is told can be. `exact` when both are the same and sure."""

    least: Level
    most: Level
    missing: Missing | None = None


def span_of(held: Held) -> Span:
    """The level of a diploma as told. A homonym ('graduaat') spans two levels until year and school are known."""
    variant, level = held.variant, held.level
    if held.status == "unfinished":
        below = variant in ("lager_secundair", "bso", "zesde_bso", "zevende_bso") or level in ("secundair", "lager")
        higher = level in ("graduaat", "bachelor", "master", "doctor") or variant is not None
        return Span("secundair", "secundair") if higher and not below else Span("geen", "lager")
    if held.status in ("studying", "final_year"):
        return _while_studying(held)
    if variant == "postgraduaat":
        return Span("secundair", "secundair", "level")
    if variant == "certificaat":
        return Span("geen", "lager")
    if variant == "kandidaat":
        return Span("secundair", "bachelor")
    if variant == "universitair":
        return Span("bachelor", "master", "level")
    if variant == "hogeschool":
        return Span("graduaat", "master", "level")
    if variant in ("graduaat_of_gegradueerde", "hbo5") or (variant == "gelijkgeschakeld" and level == "bachelor"):
        return _old_graduate(held)
    if variant == "zesde_bso":
        return _sixth_year(held)
    if variant == "bso":
        return Span("lager", "secundair", "year")
    if variant == "brevet":
        return Span("secundair", "graduaat")
    if level is None:
        return Span("geen", "doctor", "level")
    return Span(level, level)


def _while_studying(held: Held) -> Span:
    # Who studies at a level normally holds the diploma that gives access to it.
    if held.level == "master" or held.variant == "manama":
        return Span("bachelor", "bachelor")
    if held.level == "doctor":
        return Span("master", "master")
    if held.level in ("bachelor", "graduaat") or held.variant in ("graduaat_of_gegradueerde", "hbo5", "universitair", "hogeschool"):
        return Span("secundair", "secundair")
    if held.level in ("secundair", "lager"):
        return Span("lager", "lager")
    return Span("lager", "bachelor", "level")


def _old_graduate(held: Held) -> Span:
    """Short type of a full-time hogeschool is a bachelor by law; of a CVO, and every graduaat of today, it is VKS 5."""
    if held.variant == "hbo5" or held.school == "cvo":
        return Span("graduaat", "graduaat")
    if held.variant == "gelijkgeschakeld":
        return Span("bachelor", "bachelor")
    if held.year is not None and held.year > LAST_YEAR_OF_OLD_GRADUATE:
        return Span("graduaat", "graduaat")
    if held.school in ("hogeschool", "universiteit") and held.year is not None:
        return Span("bachelor", "bachelor")
    return Span("graduaat", "bachelor", "school")


def _sixth_year(held: Held) -> Span:
    if held.year is None:
        return Span("lager", "secundair", "year")
    return Span("secundair", "secundair") if held.year >= FIRST_YEAR_OF_BSO_DIPLOMA else Span("lager", "lager")


_ANY_OTHER = re.compile(
    r"^(?:een |het )?(?:andere?|elk[e]?|eender welk[e]?|gelijk welk[e]?)\b|\bin (?:een |eender |elke )?(?:andere|welke|elke) (?:studie)?richting"
)


@lru_cache(maxsize=2048)
def _diploma(option: DiplomaOption) -> DiplomaOption:
    """An option without what must come with it."""
    return replace(option, name=split_proviso(option.name)[0])


@lru_cache(maxsize=2048)
def _option_readings(name: str) -> tuple[Reading, ...]:
    plain = bundle_diplomas(name)
    # '(toegepaste) economische wetenschappen' stands for both fields.
    return (*plain, *bundle_diplomas(name.replace("(", "").replace(")", ""))) if "(" in name else plain


def match_option(option: DiplomaOption, held: Held, *, equated: bool = False, at_least: bool = False) -> Match:
    """Whether `held` is this option. Level, field, afstudeerrichting and title must agree; a higher level does not.

    An old diploma that the law equates counts only where the bundle says so (`equated`); else it is a question. Where the bundle asks "minstens"
    this diploma (`at_least`), a higher one in the same field is enough.
    """
    option = _diploma(option)
    match = _matched(option, held)
    if at_least and match != YES and _higher(option, held) and option.specialisation is None and option.title is None:
        fit = _fields_fit(option, _option_readings(option.name), held)
        if fit.answer == "yes":
            return YES
        if fit.answer == "no" and option.field in FIELDS and _domains([option.field]) & _domains(held.named_fields):
            return Match("ask", "near")
    if match.answer == "yes" and not equated and _only_equated(option, held):
        return Match("ask", "equated")
    return match


def _only_equated(option: DiplomaOption, held: Held) -> bool:
    """Whether the old diploma is of this level by law alone, while the list names only the present one."""
    if held.variant not in ("licentiaat", "gelijkgeschakeld", "graduaat_of_gegradueerde"):
        return False
    readings = _option_readings(option.name)
    old = {reading.variant for reading in readings} & {"licentiaat", "gelijkgeschakeld", "graduaat_of_gegradueerde", "hbo5"}
    return not old and any(reading.level in ("bachelor", "master") for reading in readings)


def _matched(option: DiplomaOption, held: Held) -> Match:
    readings = _option_readings(option.name)
    if _same_name(option.name, held):
        return YES if _level_fits(option, readings, held) == "yes" else _level_match(option, readings, held)
    title = option.title or next((reading.title for reading in readings if reading.title), None)
    if title is not None and held.title == title and _level_fits(option, readings, held) != "no":
        return _level_match(option, readings, held)
    if title is not None and not any(reading.fields or reading.specialisations for reading in readings):
        return _titled_fits(title, option, readings, held)
    level = _level_fits(option, readings, held)
    fields = _fields_fit(option, readings, held)
    if fields.answer == "no":
        return Match("ask", "near") if _higher(option, held) and _kin(readings, held) else NO
    if level == "no":
        return Match("ask", "near") if fields.answer == "yes" and _higher(option, held) else NO
    if fields.answer == "ask":
        return fields
    if title is not None and held.title is None and held.fields:
        return Match("ask", "title")
    return _level_match(option, readings, held)


# The studies that lead to a title which a list names by itself.
_STUDIES: dict[str, frozenset[str]] = {
    "maatschappelijk assistent": frozenset({"sociaal werk"}),
    "maatschappelijk adviseur": frozenset({"sociaal werk"}),
}


def _titled_fits(title: str, option: DiplomaOption, readings: Sequence[Reading], held: Held) -> Match:
    """A title without a field: asked of who did the studies that lead to it, and of who tells no field."""
    if held.title is not None or _level_fits(option, readings, held) == "no":
        return NO
    if held.named_fields:
        return Match("ask", "title") if _STUDIES.get(title, frozenset()).intersection(held.named_fields) else NO
    return Match("ask", "field") if held.level is not None or held.variant is not None else NO


def _level_match(option: DiplomaOption, readings: Sequence[Reading], held: Held) -> Match:
    fit = _level_fits(option, readings, held)
    if fit == "ask" and held.level is None and held.variant is None and held.status == "final_year":
        return YES  # 'laatstejaars ergotherapie' is in the last year of the diploma that the list names
    if fit != "ask":
        return YES if fit == "yes" else NO
    span = span_of(_as_finished(held))
    return Match("ask", span.missing or ("near" if span.least == span.most else "level"))


def _as_finished(held: Held) -> Held:
    return Held(**{name: getattr(held, name) for name in held.__dataclass_fields__} | {"status": "finished"})


def _levels(option: DiplomaOption, readings: Sequence[Reading]) -> set[Level]:
    levels = {level for reading in readings if (level := level_of(reading, option.name))}
    return levels or ({option.level} if option.level else set())


def _level_fits(option: DiplomaOption, readings: Sequence[Reading], held: Held) -> Answer:
    wanted = _levels(option, readings)
    if not wanted:
        return "yes"
    wants_old = any(r.variant == "graduaat_of_gegradueerde" for r in readings) and old_graduate(option.name)
    if held.variant == "graduaat_of_gegradueerde" and wants_old and held.school != "cvo" and "gegradueerd" in held.words.lower():
        school_matters = any(word in option.name.lower() for word in ("hogeschool", "korte type", "dagonderwijs"))
        return "ask" if school_matters and held.school is None else "yes"
    if held.variant == "graduaat_of_gegradueerde" and not wants_old and "graduaat" in fold(held.words) and "graduaat" in wanted:
        return "yes"
    if held.variant is not None and any(reading.variant == held.variant for reading in readings) and held.variant != "graduaat_of_gegradueerde":
        return "yes"
    if held.variant == "hbo5" and wants_old and not any(r.variant == "hbo5" for r in readings):
        return "no"
    if any(reading.variant == "professioneel" for reading in readings) and held.variant == "academisch":
        return "no"
    span = span_of(_as_finished(held))
    if is_bare(option) and RANK[span.least] >= min(RANK[level] for level in wanted):
        return "yes"
    inside = [level for level in wanted if RANK[span.least] <= RANK[level] <= RANK[span.most]]
    if not inside:
        return "no"
    return "yes" if span.least == span.most else "ask"


def is_other(option: DiplomaOption) -> bool:
    """Whether an option takes in what the others do not name ('een andere bachelor')."""
    return bool(_ANY_OTHER.search(fold(split_proviso(option.name)[0])))


def is_bare(option: DiplomaOption) -> bool:
    """Whether any diploma of the level will do ('een andere bachelor'): then a higher one does too."""
    plain = option.field is None and option.specialisation is None and option.title is None
    return plain and (is_other(option) or _only_level(option.name))


_LEVEL_WORDS = telling(
    "diploma bachelor master graduaat secundair onderwijs middelbaar hoger aso tso kso bso jaar zevende masterdiploma bachelordiploma minstens school"
)


def _only_level(name: str) -> bool:
    """Whether a name says a level and nothing more: 'diploma van het secundair onderwijs (aso, tso of bso met zevende jaar)'."""
    return not bundle_telling(_without_brackets(split_proviso(name)[0])) - _LEVEL_WORDS


def _higher(option: DiplomaOption, held: Held) -> bool:
    return option.level is not None and RANK[span_of(_as_finished(held)).least] > RANK[option.level]


# The academic sister of a professional bachelor: close enough that only the employer can tell.
_KIN = (
    frozenset({"orthopedagogie", "orthopedagogiek"}),
    frozenset({"ergotherapie", "ergotherapeutische wetenschap"}),
    frozenset({"logopedie", "logopedische en audiologische wetenschappen"}),
)


def _kin(readings: Sequence[Reading], held: Held) -> bool:
    wanted = {key for reading in readings for key in reading.named_fields}
    return any(pair & wanted and pair & set(held.named_fields) for pair in _KIN)


def _fields_fit(option: DiplomaOption, readings: Sequence[Reading], held: Held) -> Match:
    domain = next((reading.domain for reading in readings if reading.domain), None)
    if domain is not None:
        return _domain_fits(domain, held)
    wanted = [key for reading in readings for key in reading.fields]
    special = [key for reading in readings for key in reading.specialisations]
    narrow = [key for key in wanted if key in FIELDS and not FIELDS[key].broad]
    if not wanted and not special:
        bare = any(reading.level and not reading.title for reading in readings) and (
            len(bundle_telling(option.name)) <= 2 or bool(_ANY_OTHER.search(fold(option.name))) or _only_level(option.name)
        )
        return YES if bare and not option.field else NO
    if not held.named_fields:
        return Match("ask", "field") if held.level is not None or held.variant is not None else NO
    if special and set(special) == set(wanted):
        return _namesake_fits(option, special, held)
    if special or (narrow and len(narrow) < len(wanted)):
        return _programme_fits(wanted, special or narrow, held)
    return _plain_fits(narrow or wanted, held)


def _namesake_fits(option: DiplomaOption, special: Sequence[str], held: Held) -> Match:
    """An afstudeerrichting that goes by another name of its programme ('sociaal werk, afstudeerrichting maatschappelijk werk')."""
    named = set(held.named_fields)
    if not named & set(special):
        return NO
    if named - set(special):
        return NO  # 'sociaal werk, richting personeelswerk'
    asked = _AFTER_ITS_NAME.search(fold(option.name))
    return YES if asked is None or asked[1].strip() in fold(held.words) or held.title else Match("ask", "specialisation")


_AFTER_ITS_NAME = re.compile(r"(?:afstudeerrichting|afstudeeroptie|richting|optie|specialisatie|\()\s*([a-z' -]{5,})")


def _programme_fits(wanted: Sequence[str], special: Sequence[str], held: Held) -> Match:
    """A programme with an afstudeerrichting: both, or the afstudeerrichting by itself."""
    named = set(held.named_fields)
    mains = set(wanted) - set(special)
    hit = {b for b in special if b in named or any(a[0] == b[0] and fuzz.token_sort_ratio(a, b) >= _SAME for a in named)}
    if hit:
        # 'sociale verpleegkunde' by itself tells enough, 'bouwkunde' without 'industriële wetenschappen' doesn't.
        return YES if named & mains or all(_part_of(key, mains) for key in hit) else Match("ask", "near")
    if not named & mains:
        return NO
    others = named - mains
    return NO if others or held.general else Match("ask", "specialisation")


def _part_of(special: str, mains: Iterable[str]) -> bool:
    """Whether an afstudeerrichting belongs to one of the programmes only, so that it tells the programme as well."""
    known = [FIELDS[main] for main in mains if main in FIELDS]
    if special not in FIELDS or not known:
        return True
    return any(main.broad or main.domains[0] == FIELDS[special].domains[0] for main in known)


def _plain_fits(wanted: Sequence[str], held: Held) -> Match:
    broad = all(key in FIELDS and FIELDS[key].broad for key in held.fields)
    named = held.named_fields if broad else held.fields
    if set(named) & set(wanted):
        return YES
    if all(key in FIELDS and FIELDS[key].broad for key in named):
        return Match("ask", "specialisation") if any(_domains(wanted).intersection(FIELDS[key].domains) for key in named) else NO
    best = max((fuzz.token_sort_ratio(a, b) for a in named for b in wanted), default=0.0)
    if not held.known and best >= _SAME:
        return YES
    return Match("ask", "near") if not held.known and best >= _NEAR else NO


# Ratios (0-100) from which a field that is not in the table counts as the same, or as too near to refuse.
_SAME, _NEAR = 92.0, 75.0


def _domains(keys: Sequence[str]) -> frozenset[str]:
    return frozenset(domain for key in keys if key in FIELDS for domain in FIELDS[key].domains)


def _domain_fits(domain: str, held: Held) -> Match:
    if not held.named_fields:
        return Match("ask", "field")
    chief = {FIELDS[key].domains[0] for key in held.named_fields if key in FIELDS}
    if domain in chief:
        return YES
    return NO if chief and domain not in _domains(held.named_fields) else Match("ask", "near")


def _same_name(name: str, held: Held) -> bool:
    """The telling words of the bundle's name all stand in the candidate's words."""
    words = bundle_telling(_without_brackets(name))
    return len(words) >= 2 and words <= telling(held.words)


def _without_brackets(name: str) -> str:
    return name.split("(")[0] or name


def said_name(option: DiplomaOption, said: Sequence[Said]) -> Said | None:
    """The clause in which the candidate claims a proof by the bundle's own name ('brevet Hoger Redder'); None without one."""
    words = bundle_telling(_without_brackets(option.name))
    if not words or option.level is not None:
        return None
    for clause in said:
        if clause.polarity in ("yes", "busy") and words <= telling(clause.words) and _names_proof(option, clause.words):
            return clause
    return None


_PROOFS = frozenset("brevet attest bewijs getuigschrift certificaat kwalificatie beroepskwalificatie diploma visum studiegetuigschrift".split())


def _names_proof(option: DiplomaOption, words: str) -> bool:
    """A single telling word ('redder') must come with a proof word, or the message would only name the job."""
    spoken = set(tokens(words))
    return len(bundle_telling(_without_brackets(option.name))) > 1 or bool(spoken & _PROOFS) or "reddersbrevet" in spoken
