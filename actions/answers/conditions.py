"""What the bundle asks of a candidate: the diploma and the other conditions, in the bundle's own words."""

from __future__ import annotations

import re

from actions.answers.base import Answer, Ask, citations_of, quoted
from actions.vacancy_choice import fold
from index.query import missing_terms
from knowledge.model import Citation, DiplomaCondition, Fact, Requirement, RequirementKind
from knowledge.source import Source

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


_HANDED_IN = re.compile(
    r"wanneer|wnr|tegen wanneer|hoe laat|meteen|direct|\bnu al\b|\bal (?:mee|bij)\b|later|afge|bezorg|indien|voorleg|meesturen|opsturen"
    r"|binnen(?:doen|breng)"
    r"|\bgeven\b|\bwhen\b|\bquand\b|hand in|submit"
)
_HANDS_OVER = re.compile(r"afge|bezorg|indien|voorleg|meesturen|opsturen|binnen(?:doen|breng)|\bgeven\b|hand in|submit|uittreksel|meebreng")


def asks_of_convictions(ask: Ask) -> bool:
    """Whether a question is about what stands on a record, not about handing the extract in ("wanneer moet ik mijn strafblad afgeven?")."""
    return ask.asks(ON_RECORD) and not ask.asks(_HANDS_OVER)


_THING: dict[RequirementKind, re.Pattern[str]] = {
    "criminal_record": re.compile(r"strafregister|goed (?:en )?zedelijk gedrag|goed gedrag"),
    "driving_licence": re.compile(r"rijbewijs"),
    "language": re.compile(r"taalattest|taalbewijs|taalniveau|taaltest|taalproef"),
    "medical": re.compile(r"medisch|arbeidsarts|geschiktheid"),
    "certificate": re.compile(r"attest|certificaat|brevet|visum"),
}
_WHEN_TOLD = re.compile(
    r"\bpas (?:als|wanneer|na|bij|op)\b|\bzodra\b|\buiterlijk\b|ten laatste|\bbij (?:je|de|uw) (?:aanstelling|indiensttreding|aanwerving|start"
    r"|kandidatuur|"
    r"sollicitatie)|\bvoor (?:je|de|uw) (?:start|indiensttreding|aanstelling|eerste)|\bop het (?:moment|ogenblik)|\bna (?:je|de|het)\b"
    r"|\bbij het\b|\bmet je kandidatuur"
    r"|\bals (?:we|je|u)\b|\b\d{1,2} \w+ 20\d\d|\bop de dag"
)


def _shared(ask: Ask, fact: Fact[Requirement]) -> int:
    """How many words of the question the sentences of a requirement speak of."""
    return -len(missing_terms(ask.text, " ; ".join(citation.quote for citation in fact.citations)))


def _on_handing_in(ask: Ask, kind: RequirementKind, cited: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """The bundle's own sentence on when to hand in what is required, where it stands apart from the requirement itself."""
    thing = _THING.get(kind)
    if thing is None:
        return ()
    source = Source.of(ask.document)
    for sentence in source.sentences:
        folded = fold(sentence.text)
        is_told = any(item.start < sentence.end and sentence.start < item.end for item in cited)
        if sentence.block.kind != "heading" and not is_told and thing.search(folded) and _WHEN_TOLD.search(folded):
            return (source.cite_sentence(sentence),)
    return ()


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
    if ask.intent == "ask_criminal_record" and asks_of_convictions(ask):
        return None  # what happens then, not what to hand in
    kinds = _KINDS.get(ask.intent)
    if kinds is None:
        kinds = tuple(kind for kind, cue in _ASPECT.items() if ask.asks(cue))
    facts: list[Fact[Requirement]] = [fact for fact in ask.vacancy.requirements if not kinds or fact.value.kind in kinds]
    if kinds == ("driving_licence",) and (category := _CATEGORY.search(ask.folded)):
        facts = [fact for fact in facts if (fact.value.value or "").casefold() in ("", category[1])]
    if not facts:
        return None
    shared = [_shared(ask, fact) for fact in facts]
    if len(set(shared)) > 1:  # "moet ik een ehbo-attest hebben?" is about one of several attests
        facts = [fact for fact, count in zip(facts, shared, strict=True) if count == max(shared)]
    cited = citations_of(facts)
    if len({fact.value.kind for fact in facts}) == 1 and ask.asks(_HANDED_IN):
        cited = (*_on_handing_in(ask, facts[0].value.kind, cited), *cited)
    lines = [ask.texts("condition_says"), quoted(cited, 400)]
    if not any(fact.value.required for fact in facts):
        lines.append(ask.texts("condition_preferred"))
    return Answer("\n".join(lines), cited, is_list=len(facts) > 3)
