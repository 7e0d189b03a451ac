"""The diploma condition of a bundle: level, list, final-year students, foreign diplomas, exclusions and other routes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.eligibility.dictionary import bundle_diplomas
from knowledge.eligibility.levels import RANK
from knowledge.eligibility.reading import Reading, level_of
from knowledge.extractors import diploma_cues as cues
from knowledge.extractors.diploma_also import read_options
from knowledge.extractors.diploma_fields import directions, unread, with_level_first
from knowledge.extractors.diploma_list import Options, described, whole_list
from knowledge.extractors.diploma_phrase import phrases_in
from knowledge.extractors.diploma_routes import experience_half, find_routes
from knowledge.extractors.diploma_students import final_year, final_year_until, is_about_students, with_question, without_students
from knowledge.extractors.statements import Statement, shortened, statements_of
from knowledge.model import Citation, DiplomaCondition, DiplomaOption, Fact, Level
from knowledge.source import Source


def extract_diploma(source: Source) -> Fact[DiplomaCondition] | None:
    """The diploma condition; None where the bundle says nothing of a diploma."""
    statements = statements_of(source)
    options = read_options(source, statements)
    routes, in_routes = find_routes(source, statements, options)
    rest = [statement for statement in statements if statement.start not in in_routes]
    main = _main(source, [statement for statement in rest if statement.start not in options.beside], options) or _main(source, rest, options)
    none_needed = next((statement for statement in rest if statement.start not in options.lines and _says_none(statement)), None)
    if main is not None and none_needed is not None and not options.found:
        none_needed = None if main.score >= _SURE else none_needed
        main = main if none_needed is None else None
    if main is None and none_needed is None and not options.found:
        left = unread(source, rest, None, options)
        return Fact(DiplomaCondition(unread=left), left[0].citations, 0.3) if left else None
    minimum, level_options = _level(source, main, options, none_needed)
    if main is not None and main.readings and not options.found and not level_options:
        level_options = directions(source, rest, main.statement.text[main.readings[0].start : main.readings[0].end])
    found = _with_also(main, minimum, options, level_options)
    condition = DiplomaCondition(
        minimum=minimum,
        options=found,
        closed=bool(options.found) or _closed(level_options, rest, main),
        equivalents=_equivalents(source, rest, options),
        final_year=final_year(source, rest),
        final_year_until=final_year_until(source, rest),
        routes=routes,
        exclusions=_exclusions(source, rest),
        foreign=_texts(source, [statement for statement in rest if cues.FOREIGN.search(with_question(statement))]),
        none_needed=none_needed is not None,
        unread=unread(source, rest, main.statement if main else None, options),
    )
    return Fact(
        condition, _citations(source, main, options, none_needed), 0.95 if options.found or none_needed or (main and main.score >= _SURE) else 0.7
    )


_SURE, _ENOUGH = 5, 3


@dataclass(frozen=True, slots=True)
class _Main:
    statement: Statement
    readings: tuple[Reading, ...]
    score: int


def _main(source: Source, statements: Sequence[Statement], options: Options) -> _Main | None:
    """The sentence that states the level; the best scored, the earliest of equals."""
    best: _Main | None = None
    for index, single in enumerate(statements):
        single = without_students(single)
        if single.start in options.lines or _aside(single):
            continue
        whole = whole_list(source, single, statements[index + 1 :])
        half = experience_half(whole)
        statement = whole if half is None else shortened(whole, half)
        readings = _readings(statement)
        if not readings and not _grade(statement):
            continue
        score = _score(statement, readings[0].start if readings else 0)
        if score >= _ENOUGH and (best is None or score > best.score):
            best = _Main(statement, readings, score)
    return best


def _with_also(
    main: _Main | None, minimum: Level | None, options: Options, level_options: tuple[Fact[DiplomaOption], ...]
) -> tuple[Fact[DiplomaOption], ...]:
    """The accepted diplomas with those that sentences beside the condition let in."""
    own = main.statement.start if main else -1
    also = tuple(fact for fact in options.also if main is None or not own <= fact.citations[0].start < main.statement.end)
    if options.found or level_options:
        return (*(options.found or level_options), *also)
    if main is None or minimum is None or minimum == "geen":
        return ()
    lower = tuple(fact for fact in also if fact.value.level is None or RANK[fact.value.level] < RANK[minimum])
    if not lower or not main.readings:
        return ()
    bare = main.statement.text[main.readings[0].start : main.readings[-1].end]
    return (Fact(described(bare), (Citation(own, main.statement.end, main.statement.text),)), *lower)


def _readings(statement: Statement) -> tuple[Reading, ...]:
    """The diplomas of a sentence that have a level, without the examples in brackets."""
    readings = tuple(reading for reading in bundle_diplomas(statement.text) if level_of(reading, statement.text))
    example = cues.BRACKETED_EXAMPLE.search(statement.folded)
    return tuple(reading for reading in readings if example is None or reading.start < example.start()) or readings


_GRADES: dict[str, Level] = {"a": "master", "b": "bachelor", "c": "secundair"}
_GRADE = re.compile(r"(?:diploma|studiebewij[sz]|getuigschrift|bekwaamheidsbewij[sz])\w*[^.;]{0,80}\bniveau ([abc])\b")


def _grade(statement: Statement) -> Level | None:
    """'een diploma dat toegang geeft tot niveau B': the level that a grade of the civil service stands for."""
    match = _GRADE.search(statement.folded)
    return _GRADES[match.group(1)] if match and "niveautest" not in statement.folded and "capaciteit" not in statement.folded else None


def _aside(statement: Statement) -> bool:
    folded = statement.folded
    return bool(
        cues.FOREIGN.search(folded)
        or cues.EXCLUSION.search(folded)
        or is_about_students(statement)
        or cues.PAPERWORK.search(folded)
        or cues.STAFF.search(folded)
        or cues.PREFERENCE.search(statement.label)
        or (statement.text.rstrip().endswith("?") and not statement.heading)
        or statement.heading
        or _says_none(statement)
    )


def _score(statement: Statement, at: int) -> int:
    """How surely a sentence that names a level (from offset `at` on) states the condition."""
    folded = statement.folded
    in_conditions, elsewhere = cues.HEADING.search(statement.section), cues.OTHER_SECTION.search(statement.section)
    score = 3 * bool(cues.POSSESSION.search(folded)) + 2 * bool(cues.MINIMAL.search(folded)) + ("diploma" in folded)
    score += 3 if cues.DIPLOMA_HEADING.search(statement.label) else 2 if in_conditions else 0
    score += 2 * bool(cues.SUFFICES.search(folded)) - 3 * bool(cues.ALSO.search(folded))
    score += 3 * bool(cues.LABEL.search(folded[:at]) or cues.OPEN_TO.search(folded))
    # A letter or flyer has no heading for its conditions: 'Ons ideaalbeeld: een bachelor of master in ...'.
    score += 3 * bool(not in_conditions and not elsewhere and _TITLED.match(folded[:at]))
    # A line of a profile that opens with the diploma states it, without any verb.
    score += 2 * bool(in_conditions and len(folded[:at].split()) <= 4)
    score -= 3 * bool(elsewhere and not in_conditions)
    score -= 6 * bool(cues.PREFERENCE.search(folded)) + 4 * bool(cues.PAY.search(folded))
    return score


_TITLED = re.compile(
    r"^\W*(?:ons|onze|het|de|jouw|jij|je|wie|wat|dit|ideale?)?\s*(?:[a-z]+ ){0,4}"
    r"(?:ideaalbeeld|profiel|kandidaat|collega|medewerker|voorwaarden?|vereisten?|eisen|studies?|diploma|opleiding|achtergrond|vorming|bagage"
    r"|zoeken|zoekt"
    r"|vragen|verwachten|gevraagd|wensen|nodig)[^.;]{0,25}[:=]?\s*(?:een |iemand |met |minstens |minimaal )*$"
)


def _says_none(statement: Statement) -> bool:
    if statement.heading or cues.NOT_FOR_ALL.search(statement.folded):
        return False
    if cues.ASKS_DIPLOMA.search(statement.label) and re.match(r"\W*(?:(?:a|antw|antwoord) ?[:.] ?)?(?:nee|neen|geen|niet nodig)\b", statement.folded):
        return True
    match = cues.NONE_NEEDED.search(statement.folded)
    if match is None:
        return False
    named = re.search(r"diploma|studie|opleiding|scholing|laaggeschoold|papieren", match.group())
    return bool(named or cues.DIPLOMA_HEADING.search(statement.label))


def _level(
    source: Source, main: _Main | None, options: Options, none_needed: Statement | None
) -> tuple[Level | None, tuple[Fact[DiplomaOption], ...]]:
    if none_needed is not None:
        return "geen", ()
    if options.found:
        return options.minimum, ()
    if main is None:
        return None, ()
    text = main.statement.text
    if not main.readings:
        return _grade(main.statement), ()
    levels = [level for reading in main.readings if (level := level_of(reading, text))]
    if turned := with_level_first(text):
        cited = (source.cite(main.statement.start, main.statement.end),)
        return min(levels, key=RANK.__getitem__), tuple(Fact(described(phrase.name), cited) for phrase in phrases_in(turned))
    inline = options.inline(source, main.statement, main.readings)
    return min(levels, key=RANK.__getitem__), inline


def _closed(options: Sequence[Fact[DiplomaOption]], statements: Sequence[Statement], main: _Main | None) -> bool:
    """Several diplomas in one sentence are a list, unless they are examples; one is when the bundle says that it is the only one."""
    if not options or main is None or cues.EXAMPLE.search(main.statement.folded):
        return False
    return len(options) > 1 or any(cues.CLOSED.search(s.folded) for s in statements if s is main.statement or _excludes(s))


def _equivalents(source: Source, statements: Sequence[Statement], options: Options) -> Fact[bool] | None:
    """Says the bundle that diplomas of equal standing count? A foreign diploma that counts once recognised says so too."""
    for option in options.found:
        if option.value.equivalents:
            return Fact(True, option.citations)
    plain = [
        s for s in statements if cues.EQUIVALENT.search(s.folded) and _about_diploma(s) and not cues.FOREIGN.search(s.folded) and not _excludes(s)
    ]
    foreign = [
        s
        for s in statements
        if cues.FOREIGN.search(s.folded) and cues.ACCEPTED.search(s.folded) and not cues.DEMANDING.search(s.folded) and not s.heading
    ]
    for statement in (*plain, *foreign):
        return Fact(True, (source.cite(statement.start, statement.end),), 1.0 if plain else 0.7)
    return None


def _about_diploma(statement: Statement) -> bool:
    """Whether a sentence is about a diploma."""
    return any(
        word in statement.folded
        for word in ("diploma", "onderwijs", "bachelor", "master", "studiebewijs", "getuigschrift", "graduaat", "attest", "brevet", "secundair")
    ) or bool(cues.DIPLOMA_HEADING.search(statement.label))


def _excludes(statement: Statement) -> bool:
    folded = statement.folded
    if statement.heading or not cues.EXCLUSION.search(folded) or (cues.FOREIGN.search(folded) and "ander" not in folded):
        return False
    return bool(bundle_diplomas(statement.text)) or any(
        word in folded for word in ("diploma", "brevet", "attest", "getuigschrift", "verpleegkundigen", "ervaring", "jaren ", "vrijwillig", "stage")
    )


def _exclusions(source: Source, statements: Sequence[Statement]) -> tuple[Fact[str], ...]:
    """Sentences that shut somebody out; 'Die volstaan niet' goes with the sentence before it."""
    found: list[Fact[str]] = []
    shut: Statement | None = None
    for index, statement in enumerate(statements):
        start = statement.start
        if shut is not None and statement.block.kind == "item" and (shut.heading or statement.block.heading == shut.block.heading):
            if bundle_diplomas(statement.text) or not shut.heading:
                found.append(Fact(f"{shut.text.strip()} {statement.text}", (source.cite(start, statement.end),)))
            continue
        shut = statement if _shuts_out_list(statement) else None
        if index and cues.REFERS_BACK.search(statement.folded) and statements[index - 1].block is statement.block:
            start = statements[index - 1].start
            if not cues.EXCLUSION.search(statement.folded) or not _about_diploma(statements[index - 1]):
                continue
        elif not _excludes(statement):
            continue
        end = _whole(statements[index:])
        found.append(Fact(source.document.text[start:end], (source.cite(start, end),)))
    return tuple(found)


def _whole(statements: Sequence[Statement]) -> int:
    """Where an enumeration with semicolons ends: 'Geven geen toegang: een bachelor; een kandidaatsdiploma; attesten.'"""
    end = statements[0]
    for other in statements[1:]:
        if other.block is not end.block or not end.text.rstrip().endswith(";"):
            break
        end = other
    return end.end


def _shuts_out_list(statement: Statement) -> bool:
    """'Volgende bewijzen volstaan niet:' and the heading 'Wat niet volstaat' shut out what is listed below them."""
    if cues.LEAD_IN.search(statement.folded) and re.search(r"\b(?:een|1) (?:van|der) (?:de |deze |volgende )", statement.folded):
        return False  # 'Een van deze brevetten, andere aanvaarden we niet:' lists what counts
    led = statement.text.rstrip().endswith(":") or statement.heading
    return led and bool(cues.EXCLUSION.search(statement.folded) or cues.SHUT_HEADING.search(statement.folded))


def _texts(source: Source, statements: Sequence[Statement]) -> tuple[Fact[str], ...]:
    return tuple(Fact(s.text, (source.cite(s.start, s.end),)) for s in statements if not s.heading)


def _citations(source: Source, main: _Main | None, options: Options, none_needed: Statement | None) -> tuple[Citation, ...]:
    if options.found:
        return tuple(source.cite(statement.start, statement.end) for statement in (none_needed, *options.leads) if statement)
    chosen = none_needed or (main.statement if main else None)
    return (source.cite(chosen.start, chosen.end),) if chosen else ()
