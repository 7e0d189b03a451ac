"""What must come with a diploma of a list: 'een andere bachelor, met twee jaar ervaring in een archief of een getuigschrift bibliotheekkunde'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.eligibility import wording
from knowledge.eligibility.amounts import NUMBER, years_in
from knowledge.eligibility.judgement import NextQuestion, State
from knowledge.eligibility.model import Candidate, Said
from knowledge.eligibility.proviso import HOLDS, PROOF
from knowledge.eligibility.words import bundle_telling, fold, telling
from knowledge.eligibility.work import denies, wanted_in, years_of
from knowledge.model import Route

_OR = re.compile(rf",?\s+of\s+(?={HOLDS}(?:{PROOF}|{NUMBER}\s+jaar))")
_TEST = re.compile(r"\b(?:slaag|slagen|slaagt|geslaagd)")
_ORDER: tuple[State, ...] = ("met", "conditional", "unclear", "untold", "unmet")


@dataclass(frozen=True, slots=True)
class Told:
    """How a proviso stands, why, and what to ask."""

    state: State
    reason: str = ""
    question: NextQuestion | None = None


def judge_proviso(proviso: str, candidate: Candidate) -> Told:
    """The best of its alternatives; in each the worst of what is asked together."""
    told = [_together(part, proviso, candidate) for part in _OR.split(proviso)]
    return min(told, key=lambda one: (_ORDER.index(one.state), one.question is None))


def _together(part: str, proviso: str, candidate: Candidate) -> Told:
    folded = fold(part)
    found: list[Told] = []
    years = years_in(folded)
    if years is not None or "ervaring" in folded:
        found.append(_experience(part, proviso, years, candidate))
    elif re.search(PROOF, folded):
        found.append(_proof(part, candidate))
    if _TEST.search(folded):
        found.append(Told("conditional", "Je moet ook slagen voor de test."))
    if not found:
        return Told("unclear", f"De infobundel vraagt ook: {part.strip()}.")
    return max(found, key=lambda one: _ORDER.index(one.state))


def _experience(part: str, proviso: str, wanted: float | None, candidate: Candidate) -> Told:
    amount = f"{wanted:g} jaar ervaring" if wanted is not None else "ervaring"
    reason = f"Met dit diploma vraagt de infobundel ook {amount}."
    if candidate.no_experience:
        return Told("unmet", reason)
    kind = wanted_in(part)[1]
    years, fit = years_of(candidate.experience, kind, proviso)
    if years is None and any(denies(said, part, kind) for said in candidate.said):
        return Told("unmet", reason)
    ask = wording.ask_experience(Route("experience", part, wanted, kind), beside=True)
    if years is not None and wanted is not None and years < wanted:
        return Told("unmet", reason)
    if fit == "no" and candidate.experience:
        return Told("unmet", reason)
    if years is None or not candidate.experience:
        return Told("unclear", reason, ask)
    return Told("met") if fit == "yes" else Told("unclear", reason, ask if fit == "unknown" else None)


def _proof(part: str, candidate: Candidate) -> Told:
    reason = f"De infobundel vraagt ook: {part.strip()}."
    if _TEACHER.search(fold(part)) and any("educatieve" in fold(held.words) or "onderwijs" in held.named_fields for held in candidate.diplomas):
        return Told("met")
    states: list[State] = [_state(part, said) for said in candidate.said if _named(part, said)]
    return Told(min(states, key=_ORDER.index), reason) if states else Told("unclear", reason)


_TEACHER = re.compile(r"lerarendiploma|pedagogisch|lerarenopleiding|onderwijsbevoegdheid")


def _state(part: str, said: Said) -> State:
    """What a clause says of the proof: a denial counts only right beside its name."""
    if said.polarity != "no":
        return _POLARITY[said.polarity]
    folded = fold(said.words)
    words = [word for word in re.findall(r"[a-z]{6,}", fold(part)) if word in folded]
    at = min((folded.index(word) for word in words), default=0)
    end = max((folded.index(word) + len(word) for word in words), default=0)
    denied = re.search(r"\b(?:geen|zonder|gene?|no|not|sans|without)\b[^,]{0,25}$", folded[:at])
    after = re.match(r"[^,]{0,6}\b(?:heb|bezit)?[^,]{0,6}\b(?:niet|nog niet|nie)\b", folded[end:])
    return "unmet" if denied or after else "met"


_POLARITY: dict[str, State] = {"yes": "met", "busy": "unclear", "doubt": "unclear", "no": "unmet"}


def _named(part: str, said: Said) -> bool:
    """Whether a clause speaks of the proof: all its telling words, or the compound that names it ('trainersdiploma')."""
    wanted, spoken = bundle_telling(part), telling(said.words)
    if wanted and len(wanted & spoken) >= max(1, len(wanted) - 1):
        return True
    compound = re.search(r"\b[a-z]{4,}(?:diploma|attest|getuigschrift|certificaat|brevet)\b", fold(part))
    return bool(compound and len(wanted) <= 2 and compound.group() in fold(said.words))
