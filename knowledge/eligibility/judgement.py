"""The outcome of comparing a candidate with the conditions of a bundle, with the sentences that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from knowledge.model import Citation, Fact, Route

Outcome = Literal["lijkt_te_voldoen", "onder_voorwaarde", "niet_duidelijk", "voldoet_niet", "niet_in_lijst"]
Verdict = Literal["eligible", "uncertain", "not_eligible"]
State = Literal["met", "conditional", "unclear", "unmet", "not_listed", "untold"]
QuestionKind = Literal["diploma", "field", "specialisation", "title", "school", "year", "level", "experience", "driving_licence", "confirm"]

VERDICTS: dict[Outcome, Verdict] = {
    "lijkt_te_voldoen": "eligible",
    "onder_voorwaarde": "eligible",
    "niet_duidelijk": "uncertain",
    "voldoet_niet": "not_eligible",
    "niet_in_lijst": "not_eligible",
}


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition: the bundle's `text`, where it stands, and in plain Dutch how what was told relates to it."""

    text: str
    citations: tuple[Citation, ...]
    reason_nl: str


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """The one thing to ask that decides. `options` (at most four) are complete answers: each can be sent as a message by itself."""

    kind: QuestionKind
    text_nl: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """How one condition stands; `weight` tells what decides among several."""

    state: State
    clause: Clause
    question: NextQuestion | None = None
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """An outcome to tell the candidate, never anybody else. `routes` are other ways in that this bundle itself offers.

    `one` says that only the condition that the candidate spoke of was looked at.
    """

    outcome: Outcome
    met: tuple[Clause, ...] = ()
    unmet: tuple[Clause, ...] = ()
    unknown: tuple[Clause, ...] = ()
    routes: tuple[Fact[Route], ...] = ()
    question: NextQuestion | None = None
    advice: tuple[str, ...] = ()
    one: bool = False

    @property
    def verdict(self) -> Verdict:
        """The outcome in the three words of the outside interface."""
        return VERDICTS[self.outcome]
