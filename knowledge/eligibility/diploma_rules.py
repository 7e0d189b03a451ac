"""The diploma condition against what a candidate told (DOMAIN cases 1-27 of the rule table)."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.eligibility import wording
from knowledge.eligibility.dictionary import bundle_diplomas
from knowledge.eligibility.judgement import Clause, Finding, State
from knowledge.eligibility.levels import LEVEL_RECOGNISED_BY_LAW, RANK, reaches
from knowledge.eligibility.matching import Match, is_bare, is_other, match_option, said_name, span_of
from knowledge.eligibility.model import Candidate, Held
from knowledge.eligibility.proviso import split_proviso
from knowledge.eligibility.proviso_rules import Told, judge_proviso
from knowledge.eligibility.unread import perhaps_meant
from knowledge.eligibility.words import bundle_telling, fold, telling, tokens
from knowledge.model import Citation, DiplomaCondition, DiplomaOption, Fact, Level

# Best first: what counts of several diplomas is the best of them.
_ORDER: tuple[State, ...] = ("met", "conditional", "unclear", "not_listed", "unmet", "untold")
_SIXTH = re.compile(r"studiegetuigschrift|zesde [a-z ]{0,20}(?:bso|beroeps)|(?:bso|beroeps)[a-z ]{0,12}zesde|\b6 ?bso")
_OTHERS_OUT = re.compile(
    r"limitatief|exhaustief|gesloten lijst|niet terug|niet in (?:de|deze|die) |niet bij\b|ook niet met|\bander[e]?\b"
    r"|hoger niveau|zonder een van|limitatief"
)


def judge_diploma(fact: Fact[DiplomaCondition] | None, candidate: Candidate) -> Finding:
    """How the diploma condition stands; the best of all diplomas counts, in whatever order they were told."""
    if fact is None:
        return Finding("unclear", Clause("", (), wording.SILENT))
    condition = fact.value
    quote = Clause(_quote(fact.citations), fact.citations, wording.NO_DIPLOMA_ASKED)
    if condition.none_needed and not condition.options:
        shut_out = _said_excluded(condition, candidate)
        return shut_out[0] if shut_out else Finding("met", quote)
    if condition.minimum is None and not condition.options:
        return Finding("unclear", replace(quote, reason_nl=wording.UNREAD))
    findings = [_judge_one(fact, held, candidate) for held in candidate.diplomas]
    findings += _said(fact, candidate)
    if findings:
        return min(findings, key=lambda finding: (_ORDER.index(finding.state), finding.question is None, finding.clause.reason_nl))
    return _without_diploma(fact, candidate, quote)


def _quote(citations: tuple[Citation, ...]) -> str:
    return " ".join(citation.quote for citation in citations)


def _without_diploma(fact: Fact[DiplomaCondition], candidate: Candidate, quote: Clause) -> Finding:
    condition = fact.value
    lowest = _lowest(condition)
    lacks = lowest is not None and any(reaches(lowest, level) for level in candidate.lacks)
    if (candidate.no_diploma and lowest != "geen") or lacks or candidate.no_listed:
        return Finding("unmet", replace(quote, reason_nl=wording.NONE_TOLD))
    return Finding("untold", replace(quote, reason_nl=""), wording.ask_diploma(condition))


def _lowest(condition: DiplomaCondition) -> Level | None:
    """The lowest level that opens a door: a sentence beside the condition may let in less."""
    if condition.minimum is None:
        return None
    levels: list[Level] = [condition.minimum, *(option.value.level for option in condition.options if option.value.level)]
    return min(levels, key=lambda level: RANK[level])


def _said(fact: Fact[DiplomaCondition], candidate: Candidate) -> list[Finding]:
    """Proofs that only this bundle knows, claimed by their own name."""
    found: list[Finding] = []
    foreign = any(held.country for held in candidate.diplomas)
    for option in fact.value.options:
        clause = said_name(option.value, candidate.said)
        if clause is not None and clause.polarity == "yes":
            cited = Clause(option.value.name, option.citations, wording.listed(option.value))
            found.append(Finding("unclear" if foreign else "met", replace(cited, reason_nl=wording.FOREIGN) if foreign else cited))
    return found or _said_excluded(fact.value, candidate)


def _said_excluded(condition: DiplomaCondition, candidate: Candidate) -> list[Finding]:
    """A proof without a level that the bundle shuts out by its own name ('Basisredder volstaat niet')."""
    if any(option.value.level for option in condition.options):
        return []
    accepted = {token for option in condition.options for token in tokens(option.value.name)}
    for fact in condition.exclusions:
        named = {token for token in tokens(fact.value) if len(token) >= 8} - accepted
        for said in candidate.said:
            if said.polarity == "yes" and named & set(tokens(said.words)) - _NO_NAMES:
                return [Finding("not_listed" if condition.closed else "unmet", Clause(fact.value, fact.citations, wording.EXCLUDED))]
    return []


_NO_NAMES = frozenset(
    "solliciteren deelnemen aanmerking ervaring diploma's volstaan kandidaten toegelaten zwembad volstaat aanvaarden aanvaard"
    " werkdagen beginnen reddersbrevet getuigschrift opleiding bewijzen attesten brevetten".split()
)


def _judge_one(fact: Fact[DiplomaCondition], held: Held, candidate: Candidate) -> Finding:
    condition = fact.value
    if held.variant == "postgraduaat" and not condition.options:
        return Finding("unmet", Clause(_quote(fact.citations), fact.citations, wording.POSTGRADUATE))
    finding = _in_list(fact, held, candidate) if condition.options else _at_level(fact, held)
    if finding.state in ("unmet", "not_listed") and held.status == "finished" and (meant := perhaps_meant(condition, held)):
        return Finding("unclear", Clause(meant.value, meant.citations, wording.near(held)))
    if held.how == "similarity" and finding.state != "untold":
        return Finding("unclear", finding.clause, wording.ask_confirm(held))
    return finding


def _at_level(fact: Fact[DiplomaCondition], held: Held) -> Finding:
    condition = fact.value
    minimum = condition.minimum or "secundair"
    clause = Clause(_quote(fact.citations), fact.citations, "")
    literal = fold(clause.text)
    span = span_of(held)
    if _shut_out(condition, held) and not reaches(span.least, _above(minimum)):
        return _refused(condition, held, clause, minimum)
    if reaches(span.least, minimum):
        if held.variant == "academisch" and "professionele bachelor" in literal:
            return Finding("unclear", replace(clause, reason_nl=wording.near(held)))
        if held.variant == "zesde_bso" and re.search(r"vks ?4|toegang (?:tot|geeft)|niveau 4", literal):
            return Finding("unclear", replace(clause, reason_nl=wording.SIXTH_YEAR))
        advice = (wording.ADD_LOWER,) if minimum == "bachelor" and reaches(span.least, "master") else ()
        return _foreign(condition, held, Finding("met", replace(clause, reason_nl=wording.level_met(held)), advice=advice), bare=True)
    if held.status in ("final_year", "studying"):
        return _student(condition, held, clause, minimum)
    if held.variant == "kandidaat" and minimum == "bachelor":
        return Finding("unclear", replace(clause, reason_nl=wording.CANDIDATE_DEGREE))
    if not reaches(span.most, minimum):
        return _refused(condition, held, clause, minimum)
    if held.country and held.country not in LEVEL_RECOGNISED_BY_LAW:
        return _foreign(condition, held, Finding("met", clause), bare=True)
    return Finding(
        "unclear",
        replace(clause, reason_nl=wording.undecided(span.missing or "level", held)),
        wording.ask_missing(span.missing or "level", held, None),
    )


def _above(level: Level) -> Level:
    return "graduaat" if level == "secundair" else level


def _refused(condition: DiplomaCondition, held: Held, clause: Clause, minimum: Level) -> Finding:
    reasons = {"zesde_bso": wording.SIXTH_YEAR, "certificaat": wording.CERTIFICATE, "postgraduaat": wording.POSTGRADUATE}
    reason = reasons.get(held.variant or "", wording.level_unmet(held, minimum))
    return Finding("unmet", _with_exclusions(condition, held, replace(clause, reason_nl=reason)))


def _shut_out(condition: DiplomaCondition, held: Held) -> bool:
    """Whether an exclusion of the bundle names this very proof: 'een studiegetuigschrift van het zesde jaar volstaat niet'."""
    return held.variant == "zesde_bso" and any(_SIXTH.search(fold(fact.value)) for fact in condition.exclusions)


def _student(condition: DiplomaCondition, held: Held, clause: Clause, minimum: Level | None) -> Finding:
    """Cases 17-19: what the bundle says of final-year students, and by when the diploma must be there."""
    target = span_of(replace(held, status="finished"))
    if minimum is not None and not reaches(target.most, minimum):
        return Finding("unmet", replace(clause, reason_nl=wording.level_unmet(held, minimum)))
    allowed, until = condition.final_year, condition.final_year_until
    cited = _cited(clause, (*(allowed.citations if allowed else ()), *(until.citations if until else ())))
    if allowed is not None and not allowed.value:
        return Finding("unmet", replace(cited, reason_nl=wording.FINAL_YEAR_NO))
    late = until is not None and held.expected is not None and held.expected > until.value.date
    if late:
        return Finding("unmet", replace(cited, reason_nl=wording.expected_late(held)))
    if held.status == "studying" and not (held.expected and until):
        return Finding("unmet", replace(cited, reason_nl=wording.STUDYING))
    if allowed is None:
        return Finding("unclear", replace(clause, reason_nl=wording.FINAL_YEAR_SILENT))
    if held.country and held.country not in LEVEL_RECOGNISED_BY_LAW:
        return _foreign(condition, held, Finding("met", cited), bare=not condition.options)
    return Finding("conditional", replace(cited, reason_nl=wording.FINAL_YEAR_OK))


def _cited(clause: Clause, citations: tuple[Citation, ...]) -> Clause:
    extra = tuple(dict.fromkeys(citation for citation in citations if citation not in clause.citations))
    return Clause(_quote(extra) if extra else clause.text, (*extra, *clause.citations), clause.reason_nl)


def _with_exclusions(condition: DiplomaCondition, held: Held, clause: Clause) -> Clause:
    named = [fact for fact in condition.exclusions if _about(fact.value, held)]
    return _cited(clause, tuple(citation for fact in named for citation in fact.citations)) if named else clause


def _about(exclusion: str, held: Held) -> bool:
    folded = fold(exclusion)
    words = {word for key in held.named_fields for word in key.split() if len(word) > 5} | {
        word for word in fold(held.words).split() if len(word) > 5
    }
    return bool(_OTHERS_OUT.search(folded)) or any(word[:7] in folded for word in words)


def _in_list(fact: Fact[DiplomaCondition], held: Held, candidate: Candidate) -> Finding:
    condition = fact.value
    clause = Clause(_quote(fact.citations), fact.citations, "")
    known = _with_title(held, candidate, condition)
    equated = condition.equivalents is not None and any("gelijk" in fold(c.quote) for c in condition.equivalents.citations) and not condition.closed
    at_least = len(condition.options) <= _FEW and bool(_AT_LEAST.search(fold(clause.text)))
    named_out = _named_out(condition, held)
    if named_out is not None and held.country and held.level is None:
        return Finding("unclear", _cited(replace(clause, reason_nl=_foreign_reason(held)), _foreign_citations(condition) or named_out.citations))
    if named_out is not None:
        return Finding("unmet", _cited(replace(clause, reason_nl=wording.excluded(held)), named_out.citations))
    matches = [
        (option, match_option(option.value, known, equated=option.value.equivalents or equated, at_least=at_least)) for option in condition.options
    ]
    hits = [option for option, match in matches if match.answer == "yes"]
    if any(not is_other(option.value) and not is_bare(option.value) for option in hits):
        matches = [(option, match) for option, match in matches if not is_other(option.value)]
        hits = [option for option in hits if not is_other(option.value)]
    found = [_listed(condition, fact, option, held, candidate) for option in hits]
    best = min(found, key=lambda finding: (_ORDER.index(finding.state), finding.question is None), default=None)
    asked = [(option, match) for option, match in matches if match.answer == "ask" and not _closed_to_near(condition, match)]
    if best is not None and (best.state != "unmet" or held.status != "finished" or all(m.missing in ("school", "level") for _, m in asked)):
        return best
    if asked:
        return _undecided(condition, held, candidate, asked, clause)
    if held.level is None and held.variant is None and not held.named_fields:
        return _fragment(condition, held, clause)
    if not condition.closed and held.named_fields and _EXAMPLES.search(clause.text) and any(o.value.level == held.level for o in condition.options):
        return Finding("unclear", replace(clause, reason_nl=wording.near(held)))
    state: State = "not_listed" if condition.closed else "unmet"
    refused = Finding(state, _with_exclusions(condition, held, replace(clause, reason_nl=wording.not_listed(held, condition.closed))))
    if held.country and held.level is None and held.variant is None:
        return Finding("unclear", _cited(replace(clause, reason_nl=_foreign_reason(held)), _foreign_citations(condition)))
    return refused


_AT_LEAST = re.compile(
    r"\b(?:minstens|minimaal|minimum|ten minste|tenminste|min\.) (?:een |het |houder |diploma |van |in )*(?:graduaat|hbo"
    r"|bachelor|gradua|secundair)"
)
_FEW = 4


def _listed(condition: DiplomaCondition, fact: Fact[DiplomaCondition], option: Fact[DiplomaOption], held: Held, candidate: Candidate) -> Finding:
    """A diploma that the list names, with what must come with it."""
    cited = Clause(option.value.name, (*option.citations, *fact.citations), wording.listed(option.value))
    if held.status != "finished" and _PASSED_YEAR.search(fold(option.value.name)):
        if any(said.polarity in ("yes", "busy") and _PASSED_YEAR.search(fold(said.words)) for said in candidate.said):
            return _foreign(condition, held, Finding("met", cited), bare=False)
        return Finding("unclear", replace(cited, reason_nl=wording.YEAR_PASSED))
    if held.status == "unfinished":
        return Finding("unmet", replace(cited, reason_nl=wording.STUDYING))
    proviso = split_proviso(option.value.name)[1]
    told = judge_proviso(proviso, candidate) if proviso else Told("met")
    if told.state not in ("met", "conditional"):
        return Finding(told.state, replace(cited, reason_nl=told.reason), told.question)
    if held.status in ("final_year", "studying"):
        return _student(condition, held, cited, None)
    finding = Finding(told.state, replace(cited, reason_nl=told.reason) if told.reason else cited)
    return _foreign(condition, held, finding, bare=False)


# 'geslaagd voor het eerste jaar verpleegkunde': a year that counts without the diploma.
_PASSED_YEAR = re.compile(
    r"\b(?:geslaagd|slaagde)\b[^.;]{0,25}\b(?:eerste|tweede|1e|1ste|2de)\b[^.;]{0,12}jaar|(?:eerste|tweede|1e|1ste|2de) jaar\b[^.;]{0,50}\bgeslaagd\b"
)
_EXAMPLES = re.compile(r"\b(?:zoals|bijvoorbeeld|bv)\b")
_RELATIVE = re.compile(r"\bander[e]?\b|\bzonder\b|\b(?:enkel|alleen)\b")


_LEVEL_STEMS = telling("bachelor master graduaat secundair onderwijs middelbaar hoger licentiaat diploma bachelors masters graduaten hbo5 studies")


def _by_name(held: Held, text: str) -> bool:
    """Whether a sentence names the very words of a diploma ('verzorgende', 'jeugd- en gehandicaptenzorg')."""
    words = telling(held.words) - _LEVEL_STEMS
    return bool(words) and any(len(word) > 4 for word in words) and words <= bundle_telling(text)


# How exclusions name a proof whose level or worth hangs on more than its name.
_LEVELS_OUT = {
    "graduaat_of_gegradueerde": re.compile(r"gradua(?:at|ten)\b"),
    "hbo5": re.compile(r"gradua(?:at|ten)\b|hbo ?5"),
    "kandidaat": re.compile(r"kandidaatsdiploma|kandidatuur|diploma van kandidaat"),
    "postgraduaat": re.compile(r"postgraduaat"),
}


def _named_out(condition: DiplomaCondition, held: Held) -> Fact[str] | None:
    """The sentence that shuts out just this field ('voor deze plaatsen nemen we geen verpleegkundigen aan')."""
    accepted = {
        key for option in condition.options for reading in bundle_diplomas(option.value.name) if reading.start <= 2 for key in reading.named_fields
    }
    pattern = None if "gegradueerd" in fold(held.words) else _LEVELS_OUT.get(held.variant or "")
    own = " ".join(fold(option.value.name) for option in condition.options)
    for fact in condition.exclusions:
        if pattern and pattern.search(fold(fact.value)) and not pattern.search(own):
            return fact
        if "gegradueerd" in fold(held.words) and "gegradueerd" not in fold(fact.value):
            continue
        if _by_name(held, fact.value) and not any(_by_name(held, option.value.name) for option in condition.options):
            return fact
        if _RELATIVE.search(fold(fact.value)):
            continue
        named = {key for reading in bundle_diplomas(fact.value) for key in reading.named_fields}
        if named & set(held.fields) - accepted:
            return fact
    return None


def _fragment(condition: DiplomaCondition, held: Held, clause: Clause) -> Finding:
    if held.country or held.recognised is not None:
        return Finding("unclear", _cited(replace(clause, reason_nl=_foreign_reason(held)), _foreign_citations(condition)))
    if held.status in ("final_year", "studying"):
        student = _student(condition, replace(held, status="final_year"), clause, None)
        return student if student.state == "unmet" else replace(student, state="unclear", question=wording.ask_diploma(condition))
    return Finding("untold", clause, wording.ask_diploma(condition))


def _with_title(held: Held, candidate: Candidate, condition: DiplomaCondition) -> Held:
    if candidate.title_answer and held.title is None:
        title = next((option.value.title for option in condition.options if option.value.title), None)
        return replace(held, title=title)
    return held


def _closed_to_near(condition: DiplomaCondition, match: Match) -> bool:
    return match.missing == "near" and any(_OTHERS_OUT.search(fold(fact.value)) for fact in condition.exclusions)


def _undecided(
    condition: DiplomaCondition, held: Held, candidate: Candidate, asked: list[tuple[Fact[DiplomaOption], Match]], clause: Clause
) -> Finding:
    option, match = min(asked, key=lambda pair: (pair[1].missing == "near", pair[1].missing == "level"))
    cited = Clause(option.value.name, (*option.citations, *clause.citations), wording.undecided(match.missing or "level", held))
    if held.country and held.recognised is not True:
        return Finding("unclear", _cited(replace(cited, reason_nl=_foreign_reason(held)), _foreign_citations(condition)))
    if match.missing == "title" and candidate.title_answer is False:
        return Finding("unclear", replace(cited, reason_nl=wording.TITLE_UNSURE))
    if held.status in ("final_year", "studying"):
        student = _student(condition, held, cited, None)
        return (
            student
            if student.state in ("unmet", "unclear")
            else replace(student, state="unclear", question=wording.ask_missing(match.missing or "level", held, option.value))
        )
    return Finding("unclear", cited, wording.ask_missing(match.missing or "level", held, option.value))


def _foreign_citations(condition: DiplomaCondition) -> tuple[Citation, ...]:
    return tuple(citation for fact in condition.foreign for citation in fact.citations)


def _foreign_reason(held: Held) -> str:
    return wording.FOREIGN_NOT_YET if held.recognised is False else wording.FOREIGN


# 'Een Nederlandse bachelor nemen we zonder erkenning mee.'
_WITHOUT = (
    r"[^.]{0,120}\b(?:zonder (?:[a-z]+ )?(?:erkenning|naric|attest)|geen (?:erkenning|naric|attest|gelijkwaardigheid)"
    r"|niet (?:erkend"
    r"|te laten erkennen)|niet nodig|niet vereist|automatisch)"
)
_WITHOUT_RECOGNITION = {
    "NL": re.compile(r"nederland" + _WITHOUT),
    "BE-FR": re.compile(r"frans(?:talige|e gemeenschap)" + _WITHOUT),
    "LU": re.compile(r"luxemburg" + _WITHOUT),
    "DE": re.compile(r"duits" + _WITHOUT),
    "FR": re.compile(r"frans" + _WITHOUT),
}


def _foreign(condition: DiplomaCondition, held: Held, finding: Finding, *, bare: bool) -> Finding:
    """Cases 23-25. A recognition that is missing or unknown is unclear; the level of some countries is recognised by law."""
    if held.country is None and held.recognised is not False:
        return finding
    citations = _foreign_citations(condition)
    welcome = _WITHOUT_RECOGNITION.get(held.country or "")
    if welcome and any(welcome.search(fold(citation.quote)) for citation in citations):
        return finding
    if held.recognised and (bare or citations):
        return replace(finding, clause=_cited(finding.clause, citations), advice=(*finding.advice, wording.RECOGNISED))
    by_law = held.country in LEVEL_RECOGNISED_BY_LAW and held.level in ("bachelor", "master", "doctor", "graduaat")
    if bare and by_law and not citations and held.recognised is None:
        return replace(finding, advice=(*finding.advice, wording.FOREIGN_LEVEL))
    return Finding("unclear", _cited(replace(finding.clause, reason_nl=_foreign_reason(held)), citations))
