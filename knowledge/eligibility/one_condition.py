"""A message on one condition alone ('ik heb geen EHBO-attest, is dat erg?') is compared with the sentence on that, not with the diploma.

What the candidate lacks or has is looked up by its own words in the sentences of the bundle; what such a sentence says of it (asked, liked, to be
got later, not needed) decides. Nothing that it doesn't say is concluded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.eligibility import wording
from knowledge.eligibility.judgement import Clause, Finding, Judgement, Outcome, State
from knowledge.eligibility.model import Candidate, Said
from knowledge.eligibility.requirement_rules import judge_requirements
from knowledge.eligibility.words import fold
from knowledge.model import Citation, Fact, Requirement, Vacancy


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of the bundle with its heading (folded) and where it stands; `follows` is the sentence after it in the same block."""

    text: str
    label: str
    citation: Citation
    follows: str = ""
    condition: bool = False


def judge_one(vacancy: Vacancy, candidate: Candidate, sentences: Sequence[Told]) -> Judgement | None:
    """How what was told of something else than a diploma stands; None where a diploma or working years were told, or nothing is found."""
    if candidate.diplomas or candidate.no_diploma or candidate.lacks or candidate.no_listed or candidate.staff:
        return None
    if candidate.experience and not any(said.polarity == "no" for said in candidate.said):
        return None
    findings = _required(vacancy, candidate)
    if not any(finding.state in ("unmet", "conditional", "unclear") for finding in findings):
        findings += _by_words(candidate, sentences, findings)
    if not findings:
        findings = _not_named(candidate, sentences)
    if any(_HEALTH.search(fold(said.words)) for said in candidate.said):
        findings = [
            replace(finding, state="unclear", clause=replace(finding.clause, reason_nl=wording.HEALTH)) if finding.state == "unmet" else finding
            for finding in findings
        ]
    return _judgement(findings) if findings else None


# Only a doctor decides on these.
_HEALTH = re.compile(r"\bdokter|\barts\b|\bziek|zwanger|\brug\b|medisch|blessure|operatie|beperking|handicap")


def _required(vacancy: Vacancy, candidate: Candidate) -> list[Finding]:
    """The conditions that the words touch; one that the bundle only likes is no obstacle."""
    start = vacancy.contract.start.value.date if vacancy.contract.start else None
    found: list[Finding] = []
    for fact in vacancy.requirements:
        finding = _finding(fact, candidate, start)
        if finding.state == "untold":
            continue
        if not fact.value.required:
            finding = Finding("met", replace(finding.clause, reason_nl=wording.NO_DEMAND))
        found.append(finding)
    return found


def _finding(fact: Fact[Requirement], candidate: Candidate, start: date | None) -> Finding:
    demanded = Fact(replace(fact.value, required=True), fact.citations, fact.confidence)
    return judge_requirements([demanded], candidate, start)[0]


# What is meant by a word of the candidate, where the bundle may use another.
_SYNONYMS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(own), re.compile(theirs))
    for own, theirs in (
        (r"rijbewij|permis|licen[cs]e|\bauto\b|\bwagen\b|rijden", r"rijbewij|rijbevoegd"),
        (r"\behbo\b|eerste hulp|first aid|hulpverlener", r"\behbo\b|eerste hulp|hulpverlener"),
        (r"reanimat|levensreddend|\bbls\b", r"reanimat|levensreddend|\bbls\b"),
        (r"kaderopleiding|kader opleiding|leidinggevende opleiding", r"kaderopleiding|kadervorming|leidinggevende[a-z]* opleiding"),
        (r"strafblad|strafregister|veroordel|criminal record|casier", r"strafregister|strafblad|gedrag en zeden|veroordel"),
        (r"\bvca\b", r"\bvca\b"),
        (r"nationalit|\bbelg\b|paspoort|verblijf|werkvergunning", r"nationaliteit|\bbelg\b|onderdaan|verblijf|arbeidskaart|werkvergunning"),
        (r"\bwoon\b|\bwonen\b|verhui[sz]|\blive\b|habite", r"\bwoont\b|\bwoon(?:achtig|plaats|st)|\bwonen\b|domicili|kilometer|\bkm\b|straal"),
        (r"nederlands|dutch|neerlandais|\btaal", r"nederlands|taal"),
        (r"ervaring|experience", r"ervaring|gewerkt"),
        (r"weekend|zaterdag|zondag|\bavond|\bnacht|shift|ploeg", r"weekend|zaterdag|zondag|\bavond|\bnacht|beurtrol|wisselend|shift|ploeg"),
        (r"computer|\bword\b|excel|office", r"computer|office|excel|\bword\b|informatica|\bpc\b|digita"),
        (r"\bfrans\b|french|francais", r"\bfrans\b"),
        (r"\bengels\b|english", r"\bengels\b"),
        (r"medisch|gezond|ziek|handicap|beperking|rug\b", r"medisch|geschikt|arts|gezond"),
        (r"bijscholing", r"bijscholing"),
        (r"visum|riziv|registratie|geregistreerd", r"visum|riziv|registr"),
        (r"heftruck", r"heftruck"),
        (r"fytolicentie|spuitlicentie", r"fytolicentie|spuitlicentie"),
        (r"code 95|vakbekwaamheid", r"code 95|vakbekwaamheid"),
        (r"zwemmen", r"zwem"),
        (r"bekwaamheid|pedagogisch", r"bekwaamheid|pedagogisch"),
    )
)
_COMMON = frozenset(
    "probleem erg mogelijk solliciteren sollicitatie meedoen deelnemen kandidaat kandidaten functie vacature werken werk jullie moeten hebben gewoon"
    " toch alleen ander andere graag iets niets zeker maar omdat daarvoor daarmee hiervoor heel veel weinig bewijs attest getuigschrift certificaat"
    " opleiding cursus brevet diploma nodig vereist voldoe voldoende genoeg aanmerking komen beginnen starten nooit nog momenteel gevolgd gedaan"
    " gehad behaald mijn mijne heeft hebt jaar jaren maand welke deze dienst stad gemeente eigen voorwaarde voorwaarden kans maken nergens".split()
)
_NEGATION = re.compile(r"\b(?:geen|gene?|niet|nie|nog niet|zonder|nooit|noch|no|not|sans|pas|without)\b")
_FREE = re.compile(
    r"streepje voor|sta(?:at)? (?:je|u) sterker|des te beter|meerwaarde|\basset\b|voorsprong|graag gezien|bonuspunt|extraatje|bij voorkeur"
    r"|voorkeur|\btroef|pluspunt|meegenomen|strekt tot aanbeveling|\bis (?:mooi|handig)|een plus\b|handig|voordeel|liefst|wenselijk"
    r"|geen must"
    r"|interessant|\b(?:niet|geen) (?:nodig|vereist|verplicht|noodzakelijk|voorwaarde|must|vereiste)|\bhoeft? (?:je |u |dus )*niet"
    r"|\bmoet (?:dus )?niet\b"
    r"|heb je niet nodig|vragen (?:we|wij) niet|speelt geen rol|maakt niet uit|is geen (?:voorwaarde|must|vereiste|probleem)|geen probleem|geen punt"
    r"|niet erg|ook zonder|(?:we|wij) vragen geen|niet van toepassing|geen [a-z]+ (?:nodig|vereist|gevraagd)|zonder [a-z]*ervaring|geen bezwaar"
)
_LATER = re.compile(
    r"\bbinnen (?:het|de|een|\d+|[a-z]+) (?:[a-z]+ )?(?:jaar|maand|maanden|weken|week)\b|te (?:be)?halen|behaal je|je behaalt|haal je|nadien"
    r"|later|bereid (?:om|te|bent|die|dit|dat|een|het)|\bof bereid"
    r"|\bbereid\b"
    r"|start(?:en)? (?:je )?er ?mee|volg je (?:dan|bij|op|via)|wij (?:betalen|leiden|voorzien|zorgen)|(?:gemeente|stad|bestuur|we|wij|ocmw) betaal"
    r"|leiden? (?:je|u) op|krijg je (?:een|de) opleiding|opleiding (?:krijg|betaal|voorzien)|op onze kosten|geen nood|geen paniek"
    r"|mag (?:je|u) (?:nog|ook later|het)|tegen (?:je|de) (?:start|indiensttreding|eerste)|leren? (?:we|wij) je|tijdens de werkuren"
    r"|\b(?:je|u) leert (?:het|dat|die|dit|ze)|regelen (?:we|wij)|helpen (?:we|wij)|zorgen (?:we|wij)|maken (?:we|wij) je wegwijs|inwerken|opgeleid"
)
_DEMAND = re.compile(
    r"\b(?:je|u|jij|kandidaat) (?:hebt|heeft|bezit|beschikt|bent|spreekt|kan|kent|moet|dient|woont|behaalde|werkt|legt|slaagt|zal)\b|\bmoet|\bdient\b"
    r"|vereist|verplicht|\bnodig\b|\bmust\b|noodzakelijk|minstens|minimaal|minimum|ten minste|houder|in het bezit|\bheb je\b|voorwaarde|onontbeerlijk"
    r"|vragen (?:we|wij)|verwachten (?:we|wij)|onmisbaar|essentieel"
)
_REFUSES = re.compile(r"(?:kan|kunnen|mag|mogen|komt|komen)\b[^.;]{0,40}\b(?:niet|geen)\b|uitgesloten|\bniet (?:aanvaard|toegelaten)")
_GOES_ON = re.compile(
    r"^\W*(?:(?:heb|hebt|bezit|ben|kan|behaal) (?:je|u|jij) (?:het|die|dat|dit|ze|deze|er|nog|geen|niet)|geen (?:nood|paniek|probleem|zorg)|wij |we "
    r"|de (?:gemeente|stad) betaalt|je (?:mag|kan) (?:het|die|dat|ze)|zo niet|indien niet|nog niet)"
)


def _by_words(candidate: Candidate, sentences: Sequence[Told], known: Sequence[Finding]) -> list[Finding]:
    """Sentences on what is denied or claimed, by the words that name it."""
    cited = {(citation.start, citation.end) for finding in known for citation in finding.clause.citations}
    found: list[Finding] = []
    for said in candidate.said:
        if said.polarity == "yes":
            found += [Finding("unmet", Clause(told.text, (told.citation,), wording.AGAINST)) for told in sentences if _ruled_out(said, told)][:1]
        named = _named(said)
        if named is None:
            continue
        about = [told for told in sentences if named.search(fold(told.text)) and not told.text.rstrip().endswith("?")]
        about = [told for told in about if told.condition] or about
        for told in about[:6]:
            if any(start <= told.citation.start < end for start, end in cited):
                continue
            finding = _stands(said, told)
            if finding is not None:
                found.append(finding)
    return sorted(found, key=lambda finding: _SURE.index(finding.state))[:1] if found and not known else found[:1]


# A sentence that says what happens with who lacks it goes before the one that asks it.
_SURE: tuple[State, ...] = ("conditional", "met", "unmet", "unclear", "untold", "not_listed")


_RULED_OUT = re.compile(r"^\W*(?:je hebt |je lijdt aan )?geen (?:last van )?([a-z]{6,})\W*$")


def _ruled_out(said: Said, told: Told) -> bool:
    """'geen hoogtevrees' among the conditions, and the candidate says to have it."""
    match = _RULED_OUT.search(fold(told.text))
    return match is not None and told.condition and match.group(1) in fold(said.words)


def _named(said: Said) -> re.Pattern[str] | None:
    """What a clause is about, as the words that a sentence of the bundle must hold; None where it names nothing."""
    folded = fold(said.words)
    for own, theirs in _SYNONYMS:
        if own.search(folded):
            return theirs
    if said.polarity != "no":
        return None
    denial = _NEGATION.search(folded)
    near = folded if denial is None else folded[max(0, denial.start() - 40) : denial.end() + 45]
    words = [word for word in re.findall(r"[a-z0-9]{4,}", near) if word not in _COMMON and len(word) > 4]
    if acronyms := [fold(word) for word in re.findall(r"\b[A-Z][A-Z0-9]{1,5}\b", said.words) if fold(word) not in _COMMON]:
        return re.compile("|".join(rf"\b{re.escape(word)}\b" for word in acronyms))
    stems = [re.escape(word[: max(5, len(word) - 2)]) for word in words]
    return re.compile("|".join(stems)) if stems else None


def _stands(said: Said, told: Told) -> Finding | None:
    """What a sentence says of the thing, against whether the candidate has it."""
    folded = fold(told.text)
    goes_on = fold(told.follows) if _GOES_ON.search(fold(told.follows)) else ""
    clause = Clause(told.text, (told.citation,), "")
    lacks = said.polarity in ("no", "busy")
    if _FREE.search(folded) or _FREE.search(told.label):
        return Finding("met", replace(clause, reason_nl=wording.NO_DEMAND))
    if lacks and (_LATER.search(folded) or (goes_on and _LATER.search(goes_on))):
        return Finding("conditional", replace(clause, reason_nl=wording.LATER))
    if _LIVES.search(fold(said.words)) and told.condition:
        return Finding("unclear", replace(clause, reason_nl=wording.UNSURE_OF))
    demanded = bool(_DEMAND.search(folded)) or (told.condition and len(folded.split()) <= 12)
    if _REFUSES.search(folded) and not lacks:
        return Finding("unclear", replace(clause, reason_nl=wording.UNSURE_OF))
    if demanded and told.condition:
        if said.polarity == "doubt":
            return Finding("unclear", replace(clause, reason_nl=wording.UNSURE_OF))
        return Finding("unmet", replace(clause, reason_nl=wording.LACKING)) if lacks else None
    return Finding("unclear", replace(clause, reason_nl=wording.UNSURE_OF)) if lacks and told.condition else None


# Things that a bundle names when it asks them: what it never mentions is no condition of it.
_WOULD_BE_NAMED = (
    (
        re.compile(r"rijbewij|permis de conduire|driving licen"),
        re.compile(
            r"rijbewij|wagen|\bauto|chauffeur|verplaats|bestelwagen"
            r"|rijd"
        ),
        "een rijbewijs",
    ),
    (re.compile(r"\behbo\b|eerste hulp|first aid"), re.compile(r"ehbo|eerste hulp|reanimat|levensredd|hulpverlen"), "een attest van eerste hulp"),
    (re.compile(r"geen (?:[a-z]+ )?ervaring|zonder ervaring|no experience"), re.compile(r"ervaring|gewerkt"), "ervaring"),
    (re.compile(r"\bvca\b"), re.compile(r"\bvca\b|veiligheid"), "een VCA-attest"),
)
_LIVES = re.compile(r"\b(?:woon|wonen|verhuis|live|habite)\b")
_ON_LIVING = re.compile(r"\bwoont\b|\bwoon(?:achtig|plaats|st)|\bwonen\b|domicili|\bkm\b|kilometer|\bstraal\b|inwoner")


def _not_named(candidate: Candidate, sentences: Sequence[Told]) -> list[Finding]:
    whole = " ".join(fold(told.text) for told in sentences)
    for said in candidate.said:
        folded = fold(said.words)
        if _LIVES.search(folded) and whole and not _ON_LIVING.search(whole):
            return [Finding("met", Clause("", (), wording.never_named("dat je op een bepaalde plaats woont")))]
        for own, theirs, name in _WOULD_BE_NAMED:
            if said.polarity == "no" and own.search(folded) and whole and not theirs.search(whole):
                return [Finding("met", Clause(name, (), wording.never_named(name)))]
    return []


def _judgement(findings: Sequence[Finding]) -> Judgement:
    states = {finding.state for finding in findings}
    outcome: Outcome = "lijkt_te_voldoen"
    for state, result in _OUTCOMES:
        if state in states:
            outcome = result
            break

    def clauses(*wanted: State) -> tuple[Clause, ...]:
        return tuple(finding.clause for finding in findings if finding.state in wanted)

    return Judgement(outcome, clauses("conditional", "met"), clauses("unmet"), clauses("unclear"), one=True)


_OUTCOMES: tuple[tuple[State, Outcome], ...] = (("unmet", "voldoet_niet"), ("unclear", "niet_duidelijk"), ("conditional", "onder_voorwaarde"))
