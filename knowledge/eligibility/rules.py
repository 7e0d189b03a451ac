"""Puts it together: an outcome with its conditions, each with its quote. Pure and fast; informs the candidate and nobody else.

Binding rules (DOMAIN 3.2): four outcomes, no score, no gate, only routes of this bundle, nothing stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from knowledge.eligibility import wording
from knowledge.eligibility.diploma_rules import judge_diploma
from knowledge.eligibility.judgement import Clause, Finding, Judgement, NextQuestion, Outcome
from knowledge.eligibility.model import Candidate, Experience, Held, Said
from knowledge.eligibility.requirement_rules import judge_requirements
from knowledge.eligibility.route_rules import judge_route
from knowledge.eligibility.words import fold, telling
from knowledge.model import Fact, Route, Vacancy


def judge(vacancy: Vacancy, candidate: Candidate) -> Judgement:
    """Compares what a candidate told with the conditions of one vacancy. A closed deadline plays no part."""
    if candidate.staff and _elsewhere(vacancy, candidate):
        candidate = replace(candidate, staff=False)
    candidate = _without_discounted(vacancy, candidate)
    diploma = judge_diploma(vacancy.diploma, candidate)
    routes = vacancy.diploma.value.routes if vacancy.diploma else ()
    starts = vacancy.contract.start
    requirements = judge_requirements(vacancy.requirements, candidate, starts.value.date if starts else None)
    way, question = diploma, diploma.question
    if diploma.state not in ("met", "conditional"):
        way, question = _best_way(diploma, routes, candidate)
    if way is not diploma and candidate.staff:
        # Promotion has conditions of its own; experience outside the service plays no part in it.
        requirements = [finding for finding in requirements if "ervaring" not in finding.clause.text.lower()]
    if diploma.state == "met" and candidate.empty and not question:
        question = _first_requirement(vacancy, requirements)
    requirements = _enrolled_for(requirements, routes, candidate)
    if way.state == "conditional" and any(held.status == "final_year" for held in candidate.diplomas):
        # What comes with the diploma (a visum) may come with it.
        requirements = [
            replace(finding, state="conditional") if finding.clause.reason_nl.startswith("Je bent nog bezig") else finding for finding in requirements
        ]
    findings = [way, *requirements]
    outcome = _outcome(way, findings)
    if outcome in ("lijkt_te_voldoen", "onder_voorwaarde") and (doubtful := _another_proof(vacancy, requirements, candidate)):
        findings.append(doubtful)
        outcome = "niet_duidelijk"
    if outcome in ("lijkt_te_voldoen", "onder_voorwaarde") and any(_unsure(said) for said in candidate.said):
        findings.append(Finding("unclear", Clause(diploma.clause.text, diploma.clause.citations, wording.UNSURE_OF)))
        outcome = "niet_duidelijk"
    if outcome in ("voldoet_niet", "niet_in_lijst") and any(finding.state == "unmet" for finding in requirements):
        question = None
    return Judgement(
        outcome=outcome,
        met=_clauses(findings, "met", "conditional"),
        unmet=_clauses([diploma, *requirements] if way.state in ("unmet", "not_listed") else findings, "unmet", "not_listed"),
        unknown=(*_clauses(findings, "unclear"), *_clauses(findings, "untold")),
        routes=routes if diploma.state not in ("met", "conditional") else (),
        question=question,
        advice=way.advice,
    )


_PROOF = re.compile(r"brevet|sauveteur|lifeguard|redder|\bcursus\b|equivalen|assimile")


def _another_proof(vacancy: Vacancy, requirements: Sequence[Finding], candidate: Candidate) -> Finding | None:
    """A proof that the bundle asks where no diploma is, while the candidate tells of a proof that is not known to be that one."""
    if vacancy.diploma is None or not vacancy.diploma.value.none_needed or vacancy.diploma.value.options:
        return None
    asked = [
        finding
        for fact, finding in zip([fact for fact in vacancy.requirements if fact.value.required], requirements, strict=False)
        if fact.value.kind == "certificate"
    ]
    if not asked or any(finding.state != "untold" for finding in asked):
        return None
    if not any(_PROOF.search(fold(said.words)) and said.polarity != "no" for said in candidate.said):
        return None
    return Finding("unclear", replace(asked[0].clause, reason_nl=wording.OTHER_PROOF))


_NOT_COUNTED = re.compile(
    r"\b(?:tel(?:t|len)\b[^.]{0,40}\b(?:niet|geen)\b|reken\w*[^.]{0,30}\bniet\b|(?:is|zijn) (?:dus )?geen\b|kom(?:t|en) [^.]{0,20}niet in aanmerking"
    r"|worden [^.]{0,20}niet|volsta\w* (?:dus )?niet|vervang\w*)"
)
_OF_WORK = re.compile(r"ervaring|jaren|werk\b|vrijwillig|stage|studentenjob|jobs")


def _without_discounted(vacancy: Vacancy, candidate: Candidate) -> Candidate:
    """Experience that the bundle says not to count ('jaren bij een studiebureau tellen niet') is worth no years."""
    if not candidate.experience or vacancy.diploma is None:
        return candidate
    kinds = [kind for fact in vacancy.diploma.value.exclusions for kind in _kinds_out(fact.value)]
    if not kinds:
        return candidate
    return replace(candidate, experience=tuple(replace(item, years=0.0) if _discounted(item, kinds) else item for item in candidate.experience))


@lru_cache(maxsize=512)
def _kinds_out(text: str) -> tuple[tuple[str, ...], ...]:
    """The kinds of work that a sentence says not to count, each by its telling words."""
    folded = fold(text)
    verb = _NOT_COUNTED.search(folded)
    if verb is None or not _OF_WORK.search(folded):
        return ()
    parts = re.split(r"\s+(?:of|en)\s+|[,;()]", folded[: verb.start()])
    kinds = (tuple(word for word in re.findall(r"[a-z]{5,}", part) if word not in _NO_KIND and not word.endswith("ervaring")) for part in parts)
    return tuple(kind for kind in kinds if kind)


def _discounted(item: Experience, kinds: Sequence[tuple[str, ...]]) -> bool:
    told = re.findall(r"[a-z]{5,}", fold(item.kind or item.words))
    return any(all(any(_begins_alike(name, word) for word in told) for name in kind) for kind in kinds)


def _begins_alike(name: str, word: str) -> bool:
    """'metselen' and 'metser', 'architecten-' and 'architectenbureau'."""
    length = max(5, min(len(name), len(word)) - 3)
    return name[:length] == word[:length]


_NO_KIND = frozenset(
    "ervaring andere ander tellen rekenen aanmerking komen worden jaren daarvoor hiervoor enkele geen alleen functie dienst betaalde werken"
    " gewerkt gemeente wordt minstens onze eigen".split()
)


def _enrolled_for(requirements: list[Finding], routes: Sequence[Fact[Route]], candidate: Candidate) -> list[Finding]:
    """Who follows the course that the bundle itself accepts need not hold its brevet yet."""
    enrolled = [finding for fact in routes if fact.value.kind == "enrolment" and (finding := judge_route(fact, candidate)).state == "conditional"]
    if not enrolled:
        return requirements
    course = telling(enrolled[0].clause.text)
    return [enrolled[0] if finding.state == "unmet" and len(telling(finding.clause.text) & course) >= 2 else finding for finding in requirements]


def prepare(vacancies: Iterable[Vacancy]) -> None:
    """Reads the diploma names of vacancies once, so that the first outcome is as fast as the next. To be called when they are published."""
    for vacancy in vacancies:
        judge(vacancy, Candidate(diplomas=(Held("bachelor", level="bachelor", fields=("rechten",)),)))


_ASKS_ONLY = re.compile(
    r"\bof (?:ik|dat|dit|die|da|het|mijn)\b[^.]{0,60}\b(?:mag|kan|telt|tel|volstaat|volsta|genoeg|goed|voldoe|voldoende"
    r"|aanmerking|past|meetelt|aanvaard)"
    r"|if (?:i|it|that) (?:can|is enough|qualif|counts)|si (?:je peux|cela|ca suffit)"
)


def _unsure(said: Said) -> bool:
    """Whether a clause doubts a fact of the candidate himself, not whether it counts."""
    return said.polarity == "doubt" and not _ASKS_ONLY.search(fold(said.words))


def _elsewhere(vacancy: Vacancy, candidate: Candidate) -> bool:
    """Whether the local government for which the candidate says to work is another one."""
    return candidate.works_at is not None and vacancy.employer is not None and fold(candidate.works_at) not in fold(vacancy.employer.value)


def _clauses(findings: Sequence[Finding], *states: str) -> tuple[Clause, ...]:
    return tuple(finding.clause for finding in findings if finding.state in states and finding.clause.text)


def _best_way(diploma: Finding, routes: Sequence[Fact[Route]], candidate: Candidate) -> tuple[Finding, NextQuestion | None]:
    """The diploma, or the route that opens the door where the diploma doesn't."""
    with_years = any(fact.value.kind == "experience_and_test" for fact in routes)
    judged = [judge_route(fact, candidate) for fact in routes if not (with_years and fact.value.kind == "test")]
    for state in ("met", "conditional"):
        for finding in judged:
            if finding.state == state and not (diploma.state in ("untold", "unclear") and not (candidate.experience or candidate.staff)):
                return finding, None
    if diploma.state == "untold" and candidate.staff:
        promotions = [judge_route(fact, candidate) for fact in routes if fact.value.kind == "promotion"]
        decided = next((finding for finding in promotions if finding.state in ("unmet", "unclear")), None)
        if decided is not None:
            return decided, decided.question
    if diploma.state in ("untold", "unclear"):
        return diploma, diploma.question
    for finding in judged:
        if finding.state == "unclear":
            return finding, finding.question
    open_question = next((finding.question for finding in judged if finding.question), None)
    if open_question and not candidate.diplomas:
        return Finding("unclear", diploma.clause, open_question), open_question
    return diploma, open_question


def _outcome(way: Finding, findings: Sequence[Finding]) -> Outcome:
    states = {finding.state for finding in findings[1:]}
    if way.state == "not_listed":
        return "niet_in_lijst"
    if way.state == "unmet" or "unmet" in states:
        return "voldoet_niet"
    if way.state in ("unclear", "untold") or "unclear" in states:
        return "niet_duidelijk"
    return "onder_voorwaarde" if way.state == "conditional" or "conditional" in states else "lijkt_te_voldoen"


def _first_requirement(vacancy: Vacancy, findings: Sequence[Finding]) -> NextQuestion | None:
    """Where no diploma is asked and nothing was told, the first thing that could decide is the driving licence."""
    for fact, finding in zip([fact for fact in vacancy.requirements if fact.value.required], findings, strict=False):
        if fact.value.kind == "driving_licence" and finding.state == "untold" and not fact.value.deadline_text:
            category = fact.value.value or "B"
            return NextQuestion(
                "driving_licence", f"Heb je rijbewijs {category}?", (f"Ja, ik heb rijbewijs {category}", f"Nee, ik heb geen rijbewijs {category}")
            )
    return None
