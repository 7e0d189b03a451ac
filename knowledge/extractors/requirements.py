"""Conditions besides the diploma: driving licence, age, language, criminal record extract, experience, health, distance, certificates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from knowledge.eligibility.amounts import years_in
from knowledge.eligibility.obligations import stance
from knowledge.eligibility.words import fold
from knowledge.extractors import requirement_cues as cues
from knowledge.extractors.diploma_also import read_options
from knowledge.extractors.diploma_cues import EXCLUSION, FOREIGN, LEAD_IN, STAFF
from knowledge.extractors.diploma_routes import experience_half, find_routes
from knowledge.extractors.statements import Statement, statements_of
from knowledge.model import Fact, Requirement, RequirementKind
from knowledge.source import Source


def extract_requirements(source: Source) -> tuple[Fact[Requirement], ...]:
    """The requirements in reading order, each once; preferences have `required` False, what is expressly not asked is left out."""
    statements = statements_of(source)
    options = read_options(source, statements)
    routes = find_routes(source, statements, options)[1]
    found: list[Fact[Requirement]] = []
    for index, statement in enumerate(statements):
        if (
            statement.heading
            or statement.start in options.items | options.beside
            or statement.start in routes
            or _elsewhere(statement)
            or _of_a_way(statement)
        ):
            continue
        for part in _parts(statement):
            following = statements[index + 1] if index + 1 < len(statements) and statements[index + 1].block is statement.block else None
            for requirement in _of(part, statement, following):
                joined = following is not None and requirement.text.endswith(following.text.strip())
                end = following.end if joined and following else part.end
                found.append(Fact(requirement, (source.cite(part.start, end),), 0.9 if requirement.required else 0.8))
    return _with_later(source, statements, _once(found))


_LATER_ALLOWED = re.compile(
    r"(?:alleen|enkel) (?:een |maar )?rijbewijs|nog niet|ingeschreven|cursus|\bopleiding\b|verlopen|aangevraagd|hernieuw|nog geen|binnen (?:de "
    r"|het )?(?:[a-z]+ )?(?:maand|jaar)|bereid"
)
_LATER_YES = re.compile(r"\b(?:mag|mogen|kan|dan|als je|als u|gerust|toegelaten|op voorwaarde|welkom|betalen wij|betaalt|je haalt|u haalt|behaalt)\b")
_LATER_DAY = re.compile(
    r"(?:uiterlijk|ten laatste|tegen|v[oó][oó]r|binnen|voor)\s(?:(?:op|de|het|je|een)\s)*(?:[a-zé]+\s){0,2}(?:\d|start"
    r"|indiensttreding|maand|jaar|eerste werkdag)"
    r"[^.;,()]{0,40}|[a-z0-9]+ (?:maanden|jaar|weken) (?:de |om |de tijd)[^.;,()]{0,20}|(?:wanneer|als|zodra) (?:het|hij|ze) er is"
)


def _with_later(source: Source, statements: list[Statement], found: tuple[Fact[Requirement], ...]) -> tuple[Fact[Requirement], ...]:
    """'Heb je het brevet nog niet, maar volg je de cursus al? Dan mag je meedoen als je het haalt voor 1 april': it may come later."""
    result = []
    for fact in found:
        if (
            fact.value.kind in ("certificate", "driving_licence")
            and not fact.value.deadline_text
            and (later := _later_for(fact.value, source, statements))
        ):
            deadline, statement = later
            cited = source.cite(statement.start, statement.end)
            result.append(Fact(replace(fact.value, deadline_text=deadline), (*fact.citations, cited), fact.confidence))
        else:
            result.append(fact)
    return tuple(result)


_OF_PROOF = re.compile(r"\b(?:rijbewijs [bcd]e?|[a-z]*(?:brevet|attest|certificaat|visum|getuigschrift|registratie)|bls|ehbo|vca)\b")


# 'Heb je alleen een rijbewijs B? Dan betalen wij je opleiding.'
_ONLY_B = re.compile(r"\b(?:alleen|enkel|slechts) (?:een |maar |het )?rijbewijs b\b")


def _later_for(requirement: Requirement, source: Source, statements: list[Statement]) -> tuple[str, Statement] | None:
    names = set(_OF_PROOF.findall(fold(requirement.text)))
    names |= {"rijbewijs b"} if requirement.kind == "driving_licence" else set()
    for index, statement in enumerate(statements):
        near = [statement, *(s for s in statements[index + 1 : index + 3] if s.block is statement.block or s.label == statement.label)]
        folded = f"{statement.label} {statement.folded}" if statement.label.endswith("?") else statement.folded
        if requirement.kind == "driving_licence" and not _ONLY_B.search(folded):
            continue
        if statement.heading or not _LATER_ALLOWED.search(folded) or not names & set(_OF_PROOF.findall(folded)):
            continue
        if re.search(r"volstaat niet|vervangt|niet (?:aanvaard|toegelaten)|laatste jaar", folded):
            continue
        for other in near:
            day = _LATER_DAY.search(other.folded)
            if day and (_LATER_YES.search(folded) or _LATER_YES.search(other.folded)):
                return other.text[day.start() : day.end()].strip(), statement
    return None


@dataclass(frozen=True, slots=True)
class _Part:
    """A clause of a statement, with its offsets in the document."""

    text: str
    folded: str
    start: int
    end: int


_CUT = re.compile(
    r";|,?\s+(?:maar\s+)?wel\s+(?=een|de|het|rijbewijs|goed|voldoende|basiskennis)|,?\s+(?:en|maar|doch)\s+(?=(?:je|u|wordt|bent|hebt|dat je"
    r"|beschikt|bezorgt|legt|we|een rijbewijs|een uittreksel|vlot|goed)\b)"
    r"|,\s+(?:en\s+)?(?=(?:legt|beschikt|heeft|bezit|spreekt|toont|slaagt|voldoet|geniet|woont) )"
    r"|,\s+(?=(?:je|u) (?:bent|hebt|spreekt|legt|bezorgt)|(?:een )?(?:geldig )?rijbewijs|code 95|ehbo|(?:een )?uittreksel uit|een basiskennis"
    r"|(?:minstens |minimaal )?\w+ jaar [a-z]*ervaring|goede? (?:kennis|nederlands)"
    r"|vlot nederlands)"
    r"|(?<=rijbewijs [a-z])\.\s+|(?<=rijbewijs [bcd]e)\.\s+"
)
_PREFIX = re.compile(r"^(?:§ ?\d+\.?|\d+[.)]|[a-z]\)|ja\.|neen?\.|[A-Z]\.\d+ \w+\.)\s+|\s+[A-Z]\.\d+ \w+$", re.IGNORECASE)
_HOLDING = re.compile(
    r"\b(?:hebt|bezit|beschikt|behaalt|legt|leggen|toont|voorleggen|nodig|vereist|vragen|vraagt|behalen|houder|geregistreerd|niet ouder|moet"
    r"|dient|levensreddend)\b|^(?:een "
    r"|het )?(?:attest"
    r"|visum|vca|brevet|bewijs|code 95|ehbo)"
)


# 'Wie vlot Frans spreekt, heeft een streepje voor' is one condition.
_ABOUT_WHO = re.compile(r"^\W*(?:ook )?(?:wie|als|indien|met)\b")
_VERB = re.compile(r"(?:legt|beschikt|heeft|bezit|spreekt|toont|slaagt|voldoet|geniet|woont)\b")


def _parts(statement: Statement) -> list[_Part]:
    """The clauses of a sentence that lists several conditions."""
    cuts = [
        match for match in _CUT.finditer(statement.folded) if not (_ABOUT_WHO.match(statement.folded) and _VERB.match(statement.folded, match.end()))
    ]
    bounds = [0, *(match.end() for match in cuts), len(statement.text)]
    starts = bounds[:-1]
    ends = [*(match.start() for match in cuts), len(statement.text)]
    return [
        _Part(statement.text[a:b], statement.folded[a:b], statement.start + a, statement.start + b)
        for a, b in zip(starts, ends, strict=True)
        if statement.text[a:b].strip()
    ]


_OTHERWISE = re.compile(r"^(?:dan|in dat geval|zo niet|anders)\b|^(?:heb|hebt) (?:je|u) (?:geen|dat|die)[^?]{0,60}(?:\?|, dan)")
_FOR_THOSE = re.compile(r"in afwijking van|wordt eveneens toegelaten|in een andere (?:studie)?richting")


def _of_a_way(statement: Statement) -> bool:
    """Whether a sentence asks something only of those who come in by another way."""
    return bool((_OTHERWISE.search(statement.folded) or _FOR_THOSE.search(statement.folded)) and "ervaring" in statement.folded)


def _elsewhere(statement: Statement) -> bool:
    if statement.block.kind == "row" and len(statement.block.cells) == 2 and cues.ROW_LABEL.match(statement.label):
        return bool(STAFF.search(statement.folded))
    if cues.OFFER_HEADING.search(statement.label):
        return True
    return bool(cues.OUTSIDE_SECTION.search(statement.section) and not cues.CONDITION_SECTION.search(statement.section)) or bool(
        STAFF.search(statement.folded)
    )


Finder = Callable[[_Part, Statement, Statement | None], Requirement | None]


def _of(part: _Part, statement: Statement, following: Statement | None) -> Iterable[Requirement]:
    told = stance(part.text)
    if told is not None and _WHO_MAY_NOT.search(part.folded):
        yield Requirement("other", _text(part))
        return
    if cues.NOT_ASKED.search(part.folded) or LEAD_IN.search(part.folded) or EXCLUSION.search(part.folded):
        return
    labelled = _labelled(part, statement)
    if told is not None and (told[0] == "forbids" or _EVERYBODY.search(part.folded)):
        yield Requirement("other" if told[0] == "forbids" else "availability", _text(part))
        return
    for finder in _FINDERS:
        requirement = finder(part, statement, following) or (finder(labelled, statement, following) if labelled else None)
        if requirement is not None:
            if cues.PREFERRED.search(_clause_about(part, requirement.kind)) or cues.PREFERRED.search(statement.label):
                requirement = replace(requirement, required=False)
            yield requirement


_WHO_MAY_NOT = re.compile(r"\bwie\b|^\W*zonder\b")
_EVERYBODY = re.compile(r"iedereen|elke medewerker|alle medewerkers|verplicht|hoort erbij|horen erbij|^\W*beschikbaar(?:heid)? ?:")


def _labelled(part: _Part, statement: Statement) -> _Part | None:
    """A table's value with its label, where that says what the value is of: 'Rijbewijs | B' as 'Rijbewijs: B'."""
    if statement.block.kind != "row" or len(statement.block.cells) < 2 or not cues.ROW_LABEL.search(statement.label):
        return None
    text = f"{statement.block.cells[0].rstrip(' :')}: {part.text}"
    return _Part(text, fold(text), part.start, part.end)


def _clause_about(part: _Part, kind: RequirementKind) -> str:
    """For a language the words up to the comma: 'je spreekt Nederlands, Frans is handig' demands the first."""
    first = part.folded if _ABOUT_WHO.match(part.folded) else part.folded.split(",")[0]
    if kind == "language" and cues.LANGUAGE.search(first) and cues.LANGUAGE_SKILL.search(first):
        return first
    # 'Rijbewijs C (CE is een pluspunt)': what the brackets add is another matter.
    return re.sub(r"\([^)]*\)", " ", part.folded) if kind == "driving_licence" else part.folded


def _text(part: _Part) -> str:
    return _PREFIX.sub("", part.text.strip(" \n;,.•-–")).strip(" .")


def _later(part: _Part) -> str | None:
    match = cues.LATER.search(part.folded)
    return part.text[match.start(1) : match.end(1)].strip() if match else None


def _licence(part: _Part, statement: Statement, following: Statement | None) -> Requirement | None:
    if not cues.LICENCE.search(part.folded) or cues.ONLY_STATED.search(part.folded):
        return None
    if re.match(r"^\W*(?:heb|hebt|bezit) (?:je|u|jij) (?:alleen|enkel|nog|geen|dat|dit)\b", part.folded) and not cues.MINIMAL_YEARS.search(
        part.folded
    ):
        return None  # a question to those who have it not
    match = cues.LICENCE_CATEGORY.search(part.folded)
    asked = re.search(r"\b(?:hebt|heb|bent|bezit|houder|vereist|nodig|moet|beschik|rijbewijs ?:|verplicht|dient|halen|behaal)", part.folded)
    short = len(part.text.split()) <= 12 and match is not None
    if not (asked or short or cues.PREFERRED.search(part.folded)):
        return None
    category = "".join(match.group(1).replace("+", "").split()).upper() if match else None
    if match and re.search(r"[ ,/]", match.group(1).strip()):
        category = "+".join(re.findall(r"(?<![a-z])(?:am|be|ce|c1|d1|[abcdg])(?![a-z])", match.group(1))).upper()
    later = cues.LICENCE_LATER.search(part.folded)
    text = _text(part)
    if following is not None and cues.LICENCE.search(following.folded) and EXCLUSION.search(following.folded):
        text = f"{part.text.strip()} {following.text.strip()}"
    return Requirement(
        "driving_licence",
        text,
        value=category,
        deadline_text=part.text[slice(*later.span(later.lastindex or 0))].strip() if later else _later(part),
    )


def _age(part: _Part, statement: Statement, following: Statement | None) -> Requirement | None:
    match = cues.AGE.search(part.folded)
    if match is None:
        return Requirement("age", _text(part), value="18") if cues.ADULT.search(part.folded) else None
    if re.search(
        r"\b(?:extra|bijkomende?)\b[^.]{0,20}dag|verlof|vakantie|rustdag|rimpeldag|arbeidsduur|vermindering|landingsbaan|eindeloopbaan|pensioen",
        f"{statement.label} {part.folded}",
    ):
        return None
    if re.search(r"(?:bewoners|kinderen|jongeren|deelnemers)\b[^.]{0,20}$|^[^.]{0,5}ervaring", part.folded[: match.start()]):
        return None
    printed = next(group for group in match.groups() if group)
    return Requirement("age", _text(part), value=cues.AGE_WORDS.get(printed, printed), deadline_text=_later(part))


def _language(part: _Part, statement: Statement, following: Statement | None) -> Requirement | None:
    folded = part.folded
    skill = cues.LANGUAGE_SKILL.search(folded) or cues.LANGUAGE_LEVEL.search(folded) or cues.PREFERRED.search(folded)
    if not cues.LANGUAGE.search(folded) or not skill or re.search(r"\btaalgebruik\b|nieuwkomers|oefenen", folded):
        return None
    own = re.search(
        r"^\W*(?:talen|taal|taalvereisten?|taalkennis|talenkennis|nederlands) ?:|\b(?:je|u) (?:spreek|spreekt|praat|schrijf|schrijft|beheers"
        r"|beheerst|verstaat|begrijpt|hebt|bent|leest)\b|\bvlot\b",
        folded,
    )
    if not own and not cues.CONDITION_SECTION.search(statement.section) and not cues.LISTS_CONDITIONS.search(statement.folded):
        return None
    level = cues.LANGUAGE_LEVEL.search(folded)
    return Requirement("language", _text(part), value=level.group(1).upper() if level else None)


_ABOUT_RECORD = re.compile(r"^(?:dit|het|dat) (?:document|uittreksel|dient|mag|is|moet|attest)|^het is|^niet ouder")


def _record(part: _Part, statement: Statement, following: Statement | None) -> Requirement | None:
    folded = part.folded
    asked = "uittreksel" in folded and cues.CRIMINAL_RECORD.search(statement.label)
    if not (cues.CRIMINAL_RECORD.search(folded) or asked) or (
        re.search(r"strafblad (?:bespreken|is niet|hoeft)|adviseren", folded) and "uittreksel" not in folded
    ):
        return None
    if re.search(r"\badviseren\b|hoef je (?:nu )?nog niet|aan te vragen", folded):
        return None
    text, near = _text(part), part.text
    if following is not None and _ABOUT_RECORD.search(following.folded):
        near = f"{part.text} {following.text}"
        text = f"{_PREFIX.sub('', part.text.strip())} {following.text.strip()}"
    article = cues.RECORD_ARTICLE.search(fold(near))
    age = cues.RECORD_AGE.search(fold(near))
    value = None
    if article:
        paragraph = {"eerste lid": "1", "tweede lid": "2"}.get(article.group(2) or "", article.group(2))
        value = f"{article.group(1)}.{paragraph}" if article.group(1) and article.group(2) else article.group(1) or f"model {article.group(3)}"
    return Requirement("criminal_record", text, value=value, max_age=near[age.start(1) : age.end(1)] if age else None, deadline_text=_later(part))


_COUNTS = re.compile(
    r"\bmag (?:ook )?(?:betaald|onbetaald)|(?:jeugdbeweging|onbetaald|stages?)[^.]{0,60}\btel(?:t|len)\b"
    r"|vrijwillig[^.]{0,60}\btel(?:t|len)\b|\btel(?:t|len) [^.]{0,40}vrijwillig"
)


def _experience(part: _Part, statement: Statement, following: Statement | None) -> Requirement | None:
    folded = part.folded
    if not cues.EXPERIENCE.search(folded) or cues.EXPERIENCE_ELSEWHERE.search(folded) or cues.OUTSIDE_SECTION.search(statement.section):
        return None
    half = experience_half(statement)
    if half is not None and part.end > statement.start + half:
        return None
    years = years_in(folded)
    preferred = cues.PREFERRED.search(folded)
    if not preferred and (years is None or not cues.EXPERIENCE_ASKED.search(folded)):
        return None
    if cues.ONLY_STATED.search(folded) or re.search(
        r"\bof (?:(?:je|u) )?(?:hebt |heeft |beschikt over |bezit )?(?:minstens|minimaal|ten minste"
        r"|\d+|een|twee|drie|vier|vijf)\b[^.]{0,40}ervaring",
        folded,
    ):
        return None
    text = _text(part)
    if following is not None and _COUNTS.search(following.folded):
        text = f"{_PREFIX.sub('', part.text.strip())} {following.text.strip()}"
    return Requirement("experience", text, value=f"{years:g}" if years is not None else None)


def _matching(kind: RequirementKind, pattern: re.Pattern[str], *, asked: bool = False) -> Finder:
    def find(part: _Part, statement: Statement, following: Statement | None) -> Requirement | None:
        if not pattern.search(part.folded) or cues.ONLY_STATED.search(part.folded) or FOREIGN.search(part.folded):
            return None
        if asked and not re.search(
            r"\b(?:hebt|heb|bent|bezit|beschikt|moet|dient|vereist|nodig|behaalt|attest|een|mag|visum|je|u|bereid"
            r"|kandidaat)\b",
            part.folded,
        ):
            return None
        return Requirement(kind, _text(part), deadline_text=_later(part))

    return find


def _certificate(part: _Part, statement: Statement, following: Statement | None) -> Requirement | None:
    folded = part.folded
    if (
        not cues.CERTIFICATE.search(folded)
        or cues.MEDICAL.search(folded)
        or cues.ONLY_STATED.search(folded)
        or FOREIGN.search(folded)
        or re.search(
            r"laatste(?:jaars| jaar)|\bof (?:een )?(?:diploma|bachelor|master)"
            r"|studenten|strafregister",
            folded,
        )
    ):
        return None
    listed = cues.CONDITION_SECTION.search(statement.section) and (statement.block.kind != "paragraph" or len(part.text.split()) <= 10)
    if not (_HOLDING.search(folded) or listed) or re.search(r"\bmoeten er\b|bekijkt of|nog niet\b", folded):
        return None
    if (
        re.search(r"taalattest|aanbieden|betalen|volstaa?n? (?:dus )?niet|alleen het brevet", folded)
        and "visum" not in folded
        and "betal" not in folded
    ):
        return None
    return Requirement("certificate", _text(part), deadline_text=_later(part))


_FINDERS: tuple[Finder, ...] = (
    _licence,
    _age,
    _language,
    _record,
    _experience,
    _matching("medical", cues.MEDICAL),
    _matching("nationality", cues.NATIONALITY),
    _matching("other", cues.RIGHTS),
    _matching("distance", cues.DISTANCE),
    _certificate,
    _matching("availability", cues.AVAILABILITY, asked=True),
    _matching("other", cues.PROBATION),
    _matching("other", cues.GENERAL),
)


def _once(found: list[Fact[Requirement]]) -> tuple[Fact[Requirement], ...]:
    """Each requirement once: the fullest of several that say the same (kind and value), a demand before a preference."""
    kept: list[Fact[Requirement]] = []
    for fact in found:
        value = fact.value
        twin = next((i for i, other in enumerate(kept) if _same(other.value, value)), None)
        if twin is None:
            kept.append(fact)
        elif _weight(value) > _weight(kept[twin].value):
            kept[twin] = fact
    return tuple(kept)


def _same(a: Requirement, b: Requirement) -> bool:
    if a.kind != b.kind:
        return False
    if a.kind in ("criminal_record", "age", "medical"):
        return True
    if a.kind == "driving_licence":
        return a.value == b.value or a.value is None or b.value is None
    if a.kind == "certificate" and "visum" in a.text.lower() and "visum" in b.text.lower():
        return True
    return a.text.lower() == b.text.lower()


def _weight(requirement: Requirement) -> tuple[bool, bool, bool, int]:
    return requirement.required, requirement.value is not None, requirement.max_age is not None, len(requirement.text)
