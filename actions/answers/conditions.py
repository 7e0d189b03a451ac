"""What the bundle asks of a candidate: the diploma and the other conditions, in the bundle's own words."""

from __future__ import annotations

import re

from actions.answers.base import Answer, Ask, citations_of, quoted
from knowledge.model import DiplomaCondition, Fact, Requirement, RequirementKind

_KINDS: dict[str, tuple[RequirementKind, ...]] = {
    "ask_driving_licence": ("driving_licence",),
    "ask_criminal_record": ("criminal_record",),
    "ask_language": ("language",),
    "ask_experience": ("experience",),
}
ON_RECORD = re.compile(r"veroordel|strafblad|vermelding|niet blanco|feiten|iets op .*\bsta(?:at|an)\b|\bsta(?:at|an) (?:er )?iets\b")
_CATEGORY = re.compile(r"\b(?:rijbewijs|licen[cs]e|permis)\s+(?:de conduire\s+)?(?!de conduire)([a-d]e?)\b")
_FINAL_YEAR = re.compile(
    r"laatstejaars|laatste jaar|afstude|studeer af|bijna klaar|student|(?:final|last)[- ]year|graduat(e|ing)|derniere annee|etudiant"
)
_FOREIGN = re.compile(r"buitenland|naric|erken|gelijkwaardig|foreign|abroad|etranger|equivalen")
_ROUTE = re.compile(r"zonder diploma|geen diploma|ervaring|capaciteit|niveautest|without (a )?(degree|diploma)|sans diplome|lager diploma")
_ASPECT: dict[RequirementKind, re.Pattern[str]] = {
    "age": re.compile(r"leeftijd|\boud\b|jaar oud|\bage\b|minderjarig|18 jaar"),
    "medical": re.compile(r"medisch|gezond|arts|medical|fysiek|lichamelijk"),
    "nationality": re.compile(r"nationaliteit|belg|nationalit"),
    "distance": re.compile(r"afstand|wonen|woon\b|kilometer"),
    "certificate": re.compile(r"attest|certificaat|visum|brevet"),
}


def diploma(ask: Ask) -> Answer | None:
    """The diploma condition: its own sentences, or the list of diplomas; final year, foreign diplomas and other routes where asked."""
    fact: Fact[DiplomaCondition] | None = ask.vacancy.diploma
    if fact is None:
        return None
    condition = fact.value
    aspects: list[tuple[re.Pattern[str], tuple[Fact[object] | None, ...]]] = [
        (_FINAL_YEAR, (condition.final_year, condition.final_year_until)),
        (_FOREIGN, (*condition.foreign, condition.equivalents)),
        (_ROUTE, (*condition.routes, *condition.exclusions)),
    ]
    for cue, facts in aspects:
        if ask.asks(cue) or (cue is _FOREIGN and ask.intent == "ask_foreign_diploma"):
            cited = citations_of(facts)
            return Answer(ask.texts("condition_says") + "\n" + quoted(cited), cited) if cited else None
    if condition.none_needed:
        return Answer(ask.texts("diploma_none") + "\n" + quoted(fact.citations, 200), fact.citations)
    if len(condition.options) > 2:
        items = "\n".join(f"- {option.value.name}" for option in condition.options)
        return Answer(ask.texts("diploma_list", items=items), citations_of((fact, *condition.options)), is_list=True)
    cited = citations_of((fact, condition.equivalents, condition.final_year))
    return Answer(ask.texts("diploma_says") + "\n" + quoted(cited), cited)


def requirement(ask: Ask) -> Answer | None:
    """The requirements of the kind that is asked; a preference is told as one."""
    if ask.intent == "ask_criminal_record" and ask.asks(ON_RECORD):
        return None  # what happens then, not what to hand in
    kinds = _KINDS.get(ask.intent)
    if kinds is None:
        kinds = tuple(kind for kind, cue in _ASPECT.items() if ask.asks(cue))
    facts: list[Fact[Requirement]] = [fact for fact in ask.vacancy.requirements if not kinds or fact.value.kind in kinds]
    if kinds == ("driving_licence",) and (category := _CATEGORY.search(ask.folded)):
        facts = [fact for fact in facts if (fact.value.value or "").casefold() in ("", category[1])]
    if not facts:
        return None
    cited = citations_of(facts)
    lines = [ask.texts("condition_says"), quoted(cited)]
    if not any(fact.value.required for fact in facts):
        lines.append(ask.texts("condition_preferred"))
    return Answer("\n".join(lines), cited, is_list=len(facts) > 3)
