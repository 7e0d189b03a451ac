"""Further diplomas that a sentence of its own lets in: 'Gebrevetteerde verpleegkundigen komen in aanmerking als ze zeven jaar ervaring hebben'.

Such a sentence stands beside the one that states the condition, or beside a list. Each diploma that it names opens the door as well, with what
the sentence says must come with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.eligibility.amounts import NUMBER, years_in
from knowledge.eligibility.dictionary import bundle_diplomas
from knowledge.eligibility.reading import Reading, level_of
from knowledge.eligibility.words import fold
from knowledge.extractors import diploma_cues as cues
from knowledge.extractors.diploma_list import Options, clean_name, described, find_options
from knowledge.extractors.diploma_phrase import phrases_in
from knowledge.extractors.diploma_routes import experience_half
from knowledge.extractors.diploma_students import is_about_students, without_students
from knowledge.extractors.diploma_ways import PROVISO, is_later
from knowledge.extractors.statements import Statement
from knowledge.model import Fact
from knowledge.source import Source

_IN = (
    r"(?:welkom|in aanmerking|aanvaard\w*|toegelaten|toelaatbaar|goed|geldig|voldoende|genoeg|mee|meedoen|deelnemen|deel|solliciteren|kandideren"
    r"|terecht|toegang|volsta\w*|mogelijk|bruikbaar|ontvankelijk|oke|ok|in orde|kandidaat)"
)
_TOO = r"(?:ook|eveneens|evenzeer|evengoed|tevens|uiteraard|natuurlijk|zeker|daarnaast|net zo goed|even welkom|gerust|bovendien)"
# That more is let in than what the condition itself names.
_LETS_IN = re.compile(
    rf"\b{_TOO}\b[^.;]{{0,110}}\b{_IN}\b|\b{_IN}\b[^.;]{{0,30}}\b{_TOO}\b"
    rf"|\b(?:kom|komt|komen|kan|kunnen|mag|mogen|tel|telt|tellen|geld|geldt|gelden|volstaa?n?|volstaat)\b [^.;]{{0,30}}?{_TOO}\b"
    rf"|(?<!\bje )(?<!\bu )(?<!\bjij )\b(?:komt|komen)\b(?! je| u| jij)[^.;]{{0,25}}\bin aanmerking\b|\b(?:is|zijn|bent) (?:bij ons "
    rf"|hier )?(?:{_TOO} )*(?:welkom|toegelaten)\b"
    rf"|\b{_TOO}\b[^.;]{{0,40}}\b(?:mag|mogen|kan|kunnen|telt|tellen|aanvaarden|nemen|laten)\b|\bmag ook\b|\bmogen ook\b"
    r"|\bdan (?:mag|kan|kom|telt|ben|bent|volstaat|tellen)\b|\b(?:laten|nemen) we [^.;]{0,40}\b(?:toe|mee)\b"
)
_LISTS = re.compile(r"^\W*(?:[a-z]+ ){0,4}in aanmerking\s*:")
_BEGINS = re.compile(r"^\W*(?:of|ofwel|hetzij|ook)\b")
_DENIED = re.compile(r"\b(?:niet|geen|zonder|noch|nooit|helaas|evenmin)\b")
_PROVISO_DENIAL = re.compile(r"\b(?:als|mits|indien|met|op voorwaarde)\b")
_TRAILING = re.compile(
    rf"[,;]?\s+(?:(?:zijn|is|komen|komt|mogen|mag|kunnen|kan|worden|wordt|tellen|telt|volstaan|volstaat|gelden|geldt|aanvaarden|nemen)\s+"
    rf"[^.;]*\b(?:{_IN}|{_TOO})\b.*|in aanmerking.*)$"
)


def read_options(source: Source, statements: Sequence[Statement]) -> Options:
    """The lists of a bundle with the diplomas that sentences beside them let in."""
    options = find_options(source, statements)
    if not options.found:
        options = _stated_ways(source, statements) or options
    found = list(_find_also(statements, options.lines))
    options.also = tuple(Fact(described(name), (source.cite(also.statement.start, also.statement.end),)) for also in found for name in also.names)
    options.beside = {also.statement.start for also in found}
    return options


def _stated_ways(source: Source, statements: Sequence[Statement]) -> Options | None:
    """Sentences that each state a diploma, one of them with experience: 'Je hebt een master.' and 'Je hebt een bachelor en drie jaar ervaring.'

    Where the years differ with the diploma, the sentences are ways beside each other and never asked together.
    """
    stated = [(one, *_with_proviso(one)) for one in statements if _states(one)]
    stated = [(one, names, proviso) for one, names, proviso in stated if names]
    if any(_EITHER.search(one.folded) for one, _, _ in stated):
        return None
    if len(stated) < 2 or not any(years_in(proviso) for _, _, proviso in stated):
        return None
    firm = [item for item in stated if not item[2] or years_in(item[2])] or stated
    kinds = {(described(name).level, described(name).field) for _, names, _ in firm for name in names}
    if len({frozenset(names) for _, names, _ in firm}) < 2 or len(kinds) < 2:
        return None
    facts = [
        Fact(
            described(f"{name}, met {_plain(proviso)}" if proviso else name, equivalents=bool(cues.EQUIVALENT.search(one.folded))),
            (source.cite(one.start, one.end),),
        )
        for one, names, proviso in firm
        for name in names
    ]
    return Options(tuple(facts), (firm[0][0],), {one.start for one, _, _ in stated})


# 'Ofwel heb je ...' is read as the condition and its routes.
_EITHER = re.compile(r"\b(?:ofwel|hetzij)\b")


def _states(statement: Statement) -> bool:
    """Whether a sentence of the conditions names a diploma that is asked, or a way that begins with it."""
    folded = statement.folded
    if statement.heading or not (cues.HEADING.search(statement.section) or cues.DIPLOMA_HEADING.search(statement.label)):
        return False
    if cues.OTHER_SECTION.search(statement.label) or cues.FOREIGN.search(folded) or cues.EXCLUSION.search(folded) or cues.PAPERWORK.search(folded):
        return False
    aside = cues.STAFF.search(folded) or cues.PREFERENCE.search(folded) or cues.PAY.search(folded) or cues.TEST.search(folded)
    if aside or is_about_students(statement) or _DENIED.search(folded) or "?" in statement.text or cues.NONE_NEEDED.search(folded):
        return False
    return not experience_half(statement)


def _with_proviso(statement: Statement) -> tuple[tuple[str, ...], str]:
    """The diplomas that a sentence names with a level, and what must come with them."""
    cut = PROVISO.search(statement.folded)
    named = statement.text[: cut.start()] if cut else statement.text
    readings = [reading for reading in bundle_diplomas(named) if level_of(reading, named)]
    if not readings or (cut is not None and cut.start() <= readings[0].start):
        return (), ""
    names, _ = _names(named, readings)
    if _OTHER_FIELD.search(fold(named)):
        names = [f"een andere {named[reading.start : reading.end].split()[0]}" for reading in readings[:1]]
    return tuple(names), _without_trailing(statement.text[cut.start() :]) if cut else ""


_OTHER_FIELD = re.compile(r"\bin (?:een|eender welke|om het even welke|gelijk welke) ?(?:andere )?(?:studie)?richting\b|\bandere (?:studie)?richting")


@dataclass(frozen=True, slots=True)
class _Also:
    """A sentence that lets more in, and the names of the diplomas, each with what must come with it."""

    statement: Statement
    names: tuple[str, ...]


def _find_also(statements: Sequence[Statement], taken: set[int]) -> Iterator[_Also]:
    """The sentences that let in more diplomas, without those of a list (`taken` holds the offsets of its lines)."""
    for index, whole in enumerate(statements):
        if whole.start in taken or whole.heading or not _may_let_in(whole, statements[:index]):
            continue
        statement = without_students(whole)
        cut = PROVISO.search(statement.folded)
        named = statement.text[: cut.start()] if cut else statement.text
        readings = [reading for reading in bundle_diplomas(named) if level_of(reading, named)]
        if not readings or (cut is not None and cut.start() <= readings[0].start) or "ervaring" in fold(named[: readings[0].start]):
            continue
        proviso = _without_trailing(statement.text[cut.start() :]) if cut else ""
        if not cut and (years := _YEARS.search(statement.folded, readings[-1].end)):
            proviso = _without_trailing(statement.text[years.start() :])
            named = named[: years.start()]
        names, bare = _names(named, readings)
        if not (bare and cut):  # 'een bachelor met drie jaar ervaring' is a way by experience
            yield _Also(whole, tuple(f"{name}, met {_plain(proviso)}" if proviso else name for name in names))


# 'die met attesten aantoont dat hij minstens vijf jaar gewerkt heeft als ...'
_YEARS_TOLD = re.compile(rf"\b(?:minstens|minimaal|minimum|ten minste|tenminste) (?:[a-z]+ )?{NUMBER} jaar\b")


_YEARS = re.compile(rf"\b(?:(?:al|minstens|minimaal|minimum|ten minste|tenminste|meer dan) )?(?:[a-z]+ )?{NUMBER} jaar\b")


def _without_trailing(text: str) -> str:
    """Words without the verb that lets them in: 'minstens twee jaar ervaring in handhaving zijn welkom'."""
    end = _TRAILING.search(fold(text))
    return (text[: end.start()] if end else text).strip(" ,.;")


def _plain(proviso: str) -> str:
    """A proviso from its amount on: 'hij of zij met attesten aantoont dat hij minstens vijf jaar gewerkt heeft' loses its lead-in."""
    years = _YEARS_TOLD.search(fold(proviso))
    if years and not re.search(r"slaag|slagen|test|proef|getuigschrift|brevet|attest van", fold(proviso[: years.start()])):
        return proviso[years.start() :]
    return _CONNECTIVE.sub("", proviso)


_CONNECTIVE = re.compile(
    r"^(?:(?:[eé]n|met|samen met|aangevuld met|mits|voor zover|op voorwaarde dat|als|indien|maar|wel|je|u|ze|zij|die|hebt|heeft|hebben)\s+)+",
    re.IGNORECASE,
)


def _may_let_in(statement: Statement, before: Sequence[Statement]) -> bool:
    folded = statement.folded
    if cues.OTHER_SECTION.search(statement.section) and not cues.HEADING.search(statement.section):
        return False
    aside = (
        cues.FOREIGN.search(folded)
        or cues.EXCLUSION.search(folded)
        or cues.STAFF.search(folded)
        or cues.PAPERWORK.search(folded)
        or cues.TEST.search(folded)
        or cues.PREFERENCE.search(folded)
        or (is_about_students(statement) and without_students(statement) is statement)
        or is_later(folded)
        or cues.EQUIVALENT.search(folded)
    )
    if aside or statement.text.rstrip().endswith("?") or _EITHER.search(folded) or experience_half(statement):
        return False
    begins = bool(_BEGINS.search(folded)) and any(other.block.heading == statement.block.heading and not other.heading for other in before)
    if (not begins and not _LETS_IN.search(folded)) or (_LISTS.search(folded) and not re.search(rf"\b{_TOO}\b", folded)):
        return False
    if re.search(r"\bzonder\b", folded):
        return False
    denial = _DENIED.search(folded)
    return denial is None or bool(_PROVISO_DENIAL.search(folded[: denial.start()]))


_SUCH_AS = re.compile(r"\bzoals (?:(?:dat|die|het|een) )?(?:diploma )?(?:van |in )?")


def _names(named: str, readings: Sequence[Reading]) -> tuple[list[str], bool]:
    """The diplomas in words of the bundle; `True` where all are bare levels."""
    phrases = [phrase for phrase in phrases_in(named, readings[0].start) if bundle_diplomas(phrase.name)]
    if not phrases:
        return [named[reading.start : reading.end].strip(" ,(") for reading in readings], not any(r.named_fields or r.title for r in readings)
    if such := _SUCH_AS.search(fold(named), readings[0].end):
        phrases += [phrase for phrase in phrases_in(named, such.end()) if phrase.named and bundle_diplomas(phrase.name)]
    names = list(dict.fromkeys(clean_name(_without_trailing(phrase.name)) for phrase in phrases))
    return names, not any(reading.named_fields or reading.title or reading.domain for name in names for reading in bundle_diplomas(name))
