"""Other ways in that a bundle offers, against what a candidate told (DOMAIN cases 27 and 30)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from knowledge.eligibility import wording
from knowledge.eligibility.amounts import years_in
from knowledge.eligibility.dictionary import bundle_diplomas
from knowledge.eligibility.judgement import Clause, Finding, NextQuestion
from knowledge.eligibility.levels import RANK, reaches
from knowledge.eligibility.matching import span_of
from knowledge.eligibility.model import Candidate
from knowledge.eligibility.reading import level_of
from knowledge.eligibility.words import bundle_telling, fold, telling
from knowledge.eligibility.work import years_of
from knowledge.model import Fact, Level, Route

_NEGATED = re.compile(r"\b(?:geen|zonder|niet)\W+(?:\w+\W+){0,2}$")
_NEGATED_AFTER = re.compile(r"^[^.?]{0,40}\b(?:niet|geen)\b")
_GRADE = re.compile(r"\bniveau ([a-e])\b|\b([a-e])-functie|\bgraad ([a-e])\b")


def judge_route(fact: Fact[Route], candidate: Candidate) -> Finding:
    """How one route stands: met (nothing more to prove), conditional (a test still decides), unmet, or untold."""
    route = fact.value
    clause = Clause(route.text, fact.citations, wording.route_met(fact))
    match route.kind:
        case "experience" | "experience_and_test":
            return _by_experience(fact, candidate, clause)
        case "test":
            return Finding("conditional", clause)
        case "enrolment":
            return _by_enrolment(route, candidate, clause)
        case "promotion":
            return _by_promotion(route, candidate, clause)
        case _:
            return Finding("untold", clause)


def _by_experience(fact: Fact[Route], candidate: Candidate, clause: Clause) -> Finding:
    route = fact.value
    needed = needed_level(route.text)
    if needed is not None and not _has(candidate, needed):
        return Finding("unmet" if _lacks(candidate, needed) else "untold", clause)
    state = "conditional" if route.kind == "experience_and_test" else "met"
    if candidate.no_experience:
        return Finding("unmet", clause)
    years, fit = years_of(candidate.experience, route.experience_in, route.text)
    if not candidate.experience or years is None:
        return Finding("untold", clause, wording.ask_experience(route))
    if route.years is not None and years < route.years:
        return Finding("unmet", clause)
    if fit == "yes":
        return Finding(state, clause)  # type: ignore[arg-type]
    question: NextQuestion | None = wording.ask_experience(route) if fit == "unknown" else None
    return Finding("unclear" if fit == "unknown" else "unmet", clause, question)


@lru_cache(maxsize=512)
def needed_level(text: str) -> Level | None:
    """The diploma that a route itself still asks: 'een bachelor met drie jaar ervaring' asks a bachelor."""
    folded = fold(text)
    levels: list[Level] = []
    for reading in bundle_diplomas(text):
        level = level_of(reading, text)
        if level and not _NEGATED.search(folded[: reading.start]) and not _NEGATED_AFTER.search(folded[reading.end :]):
            levels.append(level)
    return min(levels, key=lambda level: RANK[level], default=None)


def _has(candidate: Candidate, needed: Level) -> bool:
    return any(reaches(span_of(held).least, needed) for held in candidate.diplomas)


def _lacks(candidate: Candidate, needed: Level) -> bool:
    if candidate.no_diploma or any(reaches(needed, level) for level in candidate.lacks):
        return True
    return bool(candidate.diplomas) and all(not reaches(span_of(held).most, needed) for held in candidate.diplomas)


def _by_enrolment(route: Route, candidate: Candidate, clause: Clause) -> Finding:
    if candidate.not_enrolled:
        return Finding("unmet", clause)
    words = bundle_telling(route.text)
    busy = [said for said in candidate.said if said.polarity == "busy"]
    if any(len(telling(said.words) & words - _ENROLMENT_WORDS) >= 1 for said in busy):
        return Finding("conditional", clause)
    return Finding("untold", clause)


_ENROLMENT_WORDS = telling(
    "ingeschreven inschrijving opleiding eerste werkdag bewijs lijst volgen volg bezig diploma dag proef jaar hebt kan meedoen geen"
)


def _by_promotion(route: Route, candidate: Candidate, clause: Clause) -> Finding:
    if not candidate.staff:
        return Finding("untold", clause)
    asked, told = _grades(route.text), _grades(" ".join(said.words for said in candidate.said))
    if asked and told and not asked & told:
        return Finding("unmet", clause)
    if asked and not told and route.years is None:
        return Finding("unclear", clause)
    known = [item.years for item in candidate.experience if item.years is not None]
    known += [years for said in candidate.said if not known and (years := years_in(said.words)) is not None]
    if route.years is not None and not known:
        return Finding(
            "unclear", clause, NextQuestion("experience", f"Hoeveel jaar werk je al bij het bestuur? De infobundel vraagt {route.years:g} jaar.")
        )
    if route.years is not None and max(known) < route.years:
        return Finding("unmet", clause)
    unknown = any("evaluati" in fold(said.words) and _UNKNOWN.search(fold(said.words)) for said in candidate.said)
    if "evaluati" in fold(route.text) and (unknown or not any("evaluati" in fold(words) for words in _told(candidate))):
        return Finding("unclear", replace(clause, reason_nl="Deze weg vraagt ook een gunstige evaluatie. Daarover zeg je nog niets."))
    return Finding("met", clause)


_UNKNOWN = re.compile(r"\b(?:niet|nog niet|geen idee|onbekend|wacht|afwachten|not yet|pas encore)\b")


def _told(candidate: Candidate) -> list[str]:
    return [*(said.words for said in candidate.said), *(item.words for item in candidate.experience), *(held.words for held in candidate.diplomas)]


def _grades(text: str) -> set[str]:
    return {next(group for group in match.groups() if group) for match in _GRADE.finditer(fold(text).replace("  ", " "))}
