"""Conditions besides the diploma against what a candidate told. What he doesn't tell is never held against him."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.dates import find_moments
from knowledge.eligibility import wording
from knowledge.eligibility.amounts import NUMBER, number, years_in
from knowledge.eligibility.judgement import Clause, Finding, State
from knowledge.eligibility.model import Candidate, Licence, Said
from knowledge.eligibility.obligations import judge_obligation
from knowledge.eligibility.places import EEA, nationality_in
from knowledge.eligibility.words import bundle_telling, fold, telling
from knowledge.eligibility.work import denies, parts_of, tells_vaguely, wanted_in, years_of
from knowledge.model import Fact, Requirement

# What a category includes: who may drive a C may drive a B.
_INCLUDES: dict[str, tuple[str, ...]] = {
    "B": ("B", "BE", "C", "C1", "CE", "D", "D1", "DE"),
    "BE": ("BE", "CE", "DE"),
    "C1": ("C1", "C", "CE"),
    "C": ("C", "CE"),
    "CE": ("CE",),
    "D": ("D", "DE"),
    "G": ("G",),
}
_CEFR = ("geen", "A1", "A2", "B1", "B2", "C1", "C2")
_PROOF_WORDS = (
    "visum",
    "vca",
    "ehbo",
    "levensreddend",
    "riziv",
    "bijscholing",
    "code 95",
    "fytolicentie",
    "vakbekwaamheid",
    "reddersbewijs",
    "heftruck",
    "ba4",
    "pedagogisch",
)


def judge_requirements(requirements: Sequence[Fact[Requirement]], candidate: Candidate, start: date | None = None) -> list[Finding]:
    """The demands (never the preferences) that the candidate's words touch, and as "untold" those that they don't.

    `start` is the day on which the job starts, where the bundle tells it.
    """
    return [_judge(fact, candidate, start) for fact in requirements if fact.value.required]


def _judge(fact: Fact[Requirement], candidate: Candidate, start: date | None) -> Finding:
    requirement = fact.value
    match requirement.kind:
        case "driving_licence":
            state, reason = _licence(requirement, candidate)
        case "age":
            state, reason = _age(requirement, candidate, start)
        case "language":
            state, reason = _language(requirement, candidate)
        case "experience":
            state, reason = _experience(requirement, candidate)
        case "certificate":
            state, reason = _certificate(requirement, candidate)
        case "nationality":
            state, reason = _nationality(requirement, candidate)
        case "distance":
            state, reason = _distance(requirement, candidate)
        case "criminal_record":
            state, reason = ("unclear", wording.RECORD) if candidate.record else ("untold", "")
        case "medical":
            state, reason = ("unclear", wording.HEALTH) if any(_HEALTH.search(fold(said.words)) for said in candidate.said) else ("untold", "")
        case _:
            state, reason = _obligation(requirement, candidate)
    return Finding(state, Clause(requirement.text, fact.citations, reason))


Told = tuple[State, str]
_AWAY = re.compile(r"(\d+(?:[.,]\d+)?) ?(km|kilometer|minuten|min)\b")


_HOURS = re.compile(r"\b(een half|half|een|anderhalf|twee) ?uur\b")
_MINUTES = {"een half": 30, "half": 30, "een": 60, "anderhalf": 90, "twee": 120}


def _distance(requirement: Requirement, candidate: Candidate) -> Told:
    """How far one lives, in the unit that the bundle names; who tells the other unit, or would move, is not judged."""
    wanted = {match.group(2)[0]: float(match.group(1).replace(",", ".")) for match in _AWAY.finditer(fold(requirement.text))}
    for said in candidate.said:
        folded = _HOURS.sub(lambda hour: f"{_MINUTES[hour.group(1)]} minuten", fold(said.words))
        match = _AWAY.search(folded)
        if match is None or not re.search(r"woon|wonen|van de|hier|afstand|live|habite|rijden", folded):
            continue
        unit, told = match.group(2)[0], float(match.group(1).replace(",", "."))
        if unit in wanted and told <= wanted[unit]:
            return "met", "Je woont dicht genoeg."
        moving = re.search(r"verhui[sz]", folded) or any(
            re.search(r"verhui[sz]", fold(other.words)) and other.polarity != "no" for other in candidate.said
        )
        if moving and re.search(r"verhui[sz]", fold(requirement.text)):
            return "conditional", "Je verhuist dichter, zoals de infobundel vraagt."
        if unit not in wanted or len(wanted) > 1 or moving:
            return "unclear", wording.UNSURE_OF
        return "unmet", "Je woont verder dan de infobundel vraagt."
    return "untold", ""


# Said by the candidate himself; the bundle's doctor decides, nothing is concluded from it.
_HEALTH = re.compile(
    r"suikerziekte|diabet|epilep|insuline|\bhart(?:probl|kwaal|ziek|patient)|\brug(?:kl|probl|pijn|letsel|operatie)|hernia|astma|handicap"
    r"|\bbeperking\b|chronisch|slechthorend|slechtziend|\bdoof\b|depressie|burn ?out|medicatie|\bziekte\b|invalid"
)


def _obligation(requirement: Requirement, candidate: Candidate) -> Told:
    kept = judge_obligation(requirement.text, candidate)
    if kept.said is None:
        return "untold", ""
    if kept.state == "conditional":
        return "conditional", "Dat mag niet meer zo zijn wanneer je begint."
    return kept.state, wording.AGAINST if kept.state == "unmet" else wording.UNSURE_OF


_AUTOMATIC = re.compile(r"code 78|automaat|automatic|automatique")
_HELD_FOR = re.compile(
    rf"({NUMBER}) jaar (?:in (?:je|uw|het) bezit|houder|rijbewijs|oud)|sinds ({NUMBER}) jaar"
    rf"|({NUMBER}) jaar (?:je |uw |een )?rijbewijs"
)
_VAGUE = re.compile(r"\b(?:paar|enkele|een tijd(?:je)?|een hele tijd|lang|al even|some|quelques)\b")
_FOREIGN_LICENCE = re.compile(
    r"omgewisseld|ingewisseld|omgeruild|buitenlands rijbewijs|rijbewijs[^.]{0,25}\b(?:is|uit"
    r"|van)\b[^.]{0,12}\b[a-z]+s(?:e)?\b"
)


def _licence(requirement: Requirement, candidate: Candidate) -> Told:
    licences = dict(candidate.licences)
    if not licences:
        return "untold", ""
    about = [fold(said.words) for said in candidate.said if re.search(r"rijbewij|licen[cs]e|permis|automa|code 78|omgewisseld", fold(said.words))]
    condition = fold(requirement.text)
    if _AUTOMATIC.search(condition) and re.search(r"niet|geen", condition) and any(_AUTOMATIC.search(words) for words in about):
        return "unmet", "De infobundel sluit een rijbewijs voor een automaat uit."
    if any(re.search(r"(?:niet|nog niet|moet)[^.]{0,20}(?:omgewisseld|ingewisseld|omgeruild)|buitenlands rijbewijs", words) for words in about):
        return "unclear", "De infobundel zegt niet of een buitenlands rijbewijs telt."
    wanted = _HELD_FOR.search(condition)
    if wanted and licences.get(requirement.value or "B") == "held":
        years = number(next(group for group in wanted.groups() if group))
        told = _held_years(about, candidate, requirement)
        if told is None and any(_VAGUE.search(words) for words in about):
            return "unclear", f"De infobundel vraagt dat je dit rijbewijs al {years:g} jaar hebt."
        if told is not None and told < years:
            return "unmet", f"De infobundel vraagt dat je dit rijbewijs al {years:g} jaar hebt."
    if _OR_OTHERWISE.search(condition) and not any(state == "held" for state in licences.values()):
        return "unclear", "De infobundel laat ook een andere manier toe om je te verplaatsen."
    worst: Told = "met", "Je hebt het gevraagde rijbewijs."
    for category in (requirement.value or "B").split("+"):
        state = _state(category, licences)
        if state is None:
            worst = ("untold", "") if worst[0] == "met" else worst
        elif state != "held":
            words = "je bent er nog mee bezig" if state == "learning" else "je zegt dat je het niet hebt"
            later = requirement.deadline_text if state != "never" else None
            if later and category not in ("B", "AM", "G") and category not in licences and licences.get("B") in ("not_held", "never"):
                return "unclear", f"Rijbewijs {category} mag je nog halen, maar of dat ook zonder rijbewijs B kan, zegt de infobundel niet."
            worst = (
                ("conditional", f"Rijbewijs {category}: dat mag je nog halen ({later}).") if later else ("unmet", f"Rijbewijs {category}: {words}.")
            )
            if worst[0] == "unmet":
                return worst
    return worst


_OR_OTHERWISE = re.compile(r"rijbewij[sz][^.;]{0,25}\bof\b[^.;]{0,70}(?:verplaats|fiets|openbaar|vervoer|bromfiets|brommer|op een andere manier)")


def _held_years(about: Sequence[str], candidate: Candidate, requirement: Requirement) -> float | None:
    """How long the candidate has held the licence, on the day that the bundle names; None where he doesn't tell."""
    for words in (re.sub(r"\b\d\d jaar(?: oud| jong)?(?=\W*$|,| oud)", " ", words) for words in about):
        year = re.search(r"\b((?:19|20)\d\d)\b", words)
        if year:
            when = re.search(r"\b(20\d\d)\b", requirement.text)
            return float(int(when.group(1)) - int(year.group(1))) if when else None
        if (years := years_in(words)) is not None:
            return years
    return None


def _state(category: str, licences: dict[str, Licence]) -> Licence | None:
    if any(licences.get(other) == "held" for other in _INCLUDES.get(category, (category,))):
        return "held"
    if category in licences:
        return licences[category]
    # Who has no B has none of the heavier categories either.
    return licences["B"] if licences.get("B") in ("not_held", "learning", "never") and category != "G" else None


def _age(requirement: Requirement, candidate: Candidate, start: date | None) -> Told:
    if candidate.age is None or requirement.value is None:
        return "untold", ""
    wanted = int(requirement.value)
    if candidate.age >= wanted:
        return "met", f"Je bent {wanted} jaar of ouder."
    if start is not None and candidate.turning is not None and candidate.age == wanted - 1:
        in_time = candidate.turning <= start
        return ("conditional", f"Je bent {wanted} jaar vóór de start.") if in_time else ("unmet", f"Je bent nog geen {wanted} jaar bij de start.")
    later = requirement.deadline_text
    if later and candidate.age == wanted - 1 and (candidate.turning is None or _AT_START.search(fold(later))):
        return "unclear", f"Je moet {wanted} jaar zijn {requirement.deadline_text}. Of dat lukt, hangt af van je verjaardag."
    return "unmet", f"Je bent nog geen {wanted} jaar."


# On the day that somebody begins, which the bundle may not name.
_AT_START = re.compile(r"start|begin|indiensttreding|in dienst|werkdag|aanstelling|aanwerving")


def _language(requirement: Requirement, candidate: Candidate) -> Told:
    folded = fold(requirement.text)
    if candidate.dutch is None or ("nederlands" not in folded and "taal" not in folded):
        return "untold", ""
    if requirement.value in _CEFR and candidate.dutch in _CEFR:
        enough = _CEFR.index(candidate.dutch) >= _CEFR.index(requirement.value)
        return ("met", f"Je hebt niveau {candidate.dutch}.") if enough else ("unmet", f"De infobundel vraagt niveau {requirement.value}.")
    if candidate.dutch == "geen":
        return "unmet", "Je moet Nederlands kennen voor deze job."
    return "untold", ""


def _experience(requirement: Requirement, candidate: Candidate) -> Told:
    whole, part = parts_of(requirement.text)
    told = _experience_of(replace(requirement, text=whole), candidate)
    if not part or told[0] != "met":
        return told
    wanted, kind = wanted_in(f"ervaring {part}" if " jaar " not in part else part)
    years, fit = years_of(tuple(replace(item, within=False) for item in candidate.experience), kind, requirement.text)
    if wanted is not None and (years is None or fit != "yes" or years < wanted):
        return "unclear", f"De infobundel vraagt ook {part}. Daarover zeg je nog niet genoeg."
    return told


def _experience_of(requirement: Requirement, candidate: Candidate) -> Told:
    wanted, kind = wanted_in(requirement.text)
    if candidate.no_experience:
        return "unmet", "Je zegt dat je geen ervaring hebt."
    years, fit = years_of(candidate.experience, kind, requirement.text)
    if any(denies(said, requirement.text, kind) for said in candidate.said) and (years is None or fit != "yes"):
        return "unmet", "Je zegt dat je deze ervaring niet hebt."
    if not candidate.experience or years is None:
        vague = wanted is not None and (
            (bool(candidate.experience) and fit != "no") or any(tells_vaguely(said, kind or requirement.text) for said in candidate.said)
        )
        return ("unclear", f"De infobundel vraagt minstens {wanted:g} jaar. Hoeveel jaar jij hebt, weet ik niet.") if vague else ("untold", "")
    if wanted is not None and years < wanted:
        return "unmet", f"De infobundel vraagt minstens {wanted:g} jaar. Jij vermeldt {_told(years)}."
    if fit == "yes":
        return "met", "Je hebt genoeg jaren ervaring."
    return "unclear", "Ik weet niet of jouw ervaring de soort is die de infobundel vraagt."


def _told(years: float) -> str:
    """'minder dan 3 jaar' for who has not quite three."""
    return f"{years:g} jaar" if (years * 10) % 10 != _NOT_QUITE else f"minder dan {years + 0.1:g} jaar"


_NOT_QUITE = 9.0


def _nationality(requirement: Requirement, candidate: Candidate) -> Told:
    code = next((nationality for said in candidate.said if (nationality := nationality_in(fold(said.words)))), None)
    if code is None:
        return "untold", ""
    only_belgians = re.search(r"\bbelg", fold(requirement.text)) and not re.search(
        r"\beu\b|europ|\beer\b|lidstaat|zwitser|andere nation|vreemdeling", fold(requirement.text)
    )
    if only_belgians and code != "BE":
        return "unmet", "De infobundel vraagt de Belgische nationaliteit."
    if code in EEA:
        return "met", "Je hebt de nationaliteit van een land dat de infobundel aanvaardt."
    folded = fold(requirement.text)
    if re.search(r"verblijf|vergunning|toelating|arbeidskaart", folded):
        permit = any(re.search(r"verblijfs?|vergunning|werken mag|mag (?:ik )?werken|arbeidskaart|permit", fold(s.words)) for s in candidate.said)
        return ("met", "") if permit else ("unclear", "Het hangt af van je verblijfstitel.")
    return "unmet", "De infobundel vraagt de nationaliteit van een ander land."


def _certificate(requirement: Requirement, candidate: Candidate) -> Told:
    for said in candidate.said:
        if not _names(requirement, said.words):
            continue
        if said.polarity == "yes":
            return "met", "Je zegt dat je dit bewijs hebt."
        if said.polarity == "doubt":
            return "unclear", "Kijk eerst na of je dit bewijs hebt."
        later = requirement.deadline_text or ("bereid" if _WILLING.search(fold(requirement.text)) else None)
        if later and (candidate_late(candidate, later) or _told_late(candidate, later)):
            return "unmet", f"Je hebt dit bewijs te laat. Het moet er zijn: {later}."
        if candidate.not_enrolled and said.polarity == "no":
            return "unmet", "Je zegt dat je dit bewijs niet hebt."
        if said.polarity == "busy" and not later:
            return "unclear", "Je bent nog bezig met dit bewijs. Vraag na wanneer het er moet zijn."
        if later:
            return "conditional", wording.LATER if later == "bereid" else f"Dat bewijs mag er later zijn ({later})."
        return "unmet", "Je zegt dat je dit bewijs niet hebt."
    named = _NAMED_PROOF.search(fold(requirement.text))
    if named and any(_half_named(named.group(1), said) for said in candidate.said):
        return "unclear", "Ik weet niet of je het bewijs hebt dat de infobundel vraagt."
    if any(held.country for held in candidate.diplomas) and _NAMED_PROOF.search(fold(requirement.text)):
        return "unclear", wording.FOREIGN
    return "untold", ""


_WILLING = re.compile(r"\bbereid\b[^.;]{0,60}\b(?:behalen|halen|volgen)|\bof (?:bent |je bent )?bereid\b")
_ANY_PROOF = re.compile(r"brevet|attest|certificaat|getuigschrift|diploma|certificat")


def _half_named(name: str, said: Said) -> bool:
    """'ik heb een reddersbrevet' where the bundle asks the brevet Hoger Redder: which one is not told."""
    spoken = fold(said.words)
    if said.polarity not in ("yes", "doubt") or not _ANY_PROOF.search(spoken):
        return False
    words = re.findall(r"[a-z]{5,}", re.split(r"\s(?:bij|van|in|voor|met)\s", fold(name))[0])
    return any(word[:6] in spoken for word in words) and not all(word[:6] in spoken for word in words)


def candidate_late(candidate: Candidate, later: str) -> bool:
    """Whether the day on which the candidate expects a proof lies after the last one."""
    expected = [held.expected for held in candidate.diplomas if held.expected is not None]
    last = [found.moment.date for found in find_moments(later, reference=min(expected))] if expected else []
    return bool(last) and min(expected) > max(last)


def _told_late(candidate: Candidate, later: str) -> bool:
    """The same for a day told without a diploma: 'het examen is pas op 15 mei 2027'."""
    reference = date(2000, 1, 1)
    last = [found.moment.date for found in find_moments(later, reference=reference) if found.moment.date.year > _LONG_AGO]
    told = [
        found.moment.date
        for said in candidate.said
        if re.search(r"examen|pas|klaar|haal|krijg|proef", fold(said.words))
        for found in find_moments(said.words, reference=reference)
        if found.moment.date.year > _LONG_AGO
    ]
    return bool(last) and bool(told) and min(told) > max(last)


# Moments without a year fall in the reference's.
_LONG_AGO = 2001


_NAMED_PROOF = re.compile(
    r"\b(?:brevet|attest|certificaat|getuigschrift)\s+(?:van\s+|als\s+|in\s+)?((?:(?!of\b|en\b|te\b|dat\b|die\b)[\w-]+\s?){1,4})"
)


def _names(requirement: Requirement, words: str) -> bool:
    """Whether a clause is about the proof: by its own word ('visum', 'EHBO') or by the name of the brevet."""
    folded, spoken = fold(requirement.text), fold(words)
    named = _NAMED_PROOF.search(folded)
    if named:
        name = bundle_telling(named.group(1))
        return bool(name) and name <= telling(words)
    return any(re.search(rf"\b{key}", spoken) for key in _PROOF_WORDS if key in folded)
