"""What a search gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.passages import Passage

Outcome = Literal["answered", "not_in_bundle", "ambiguous", "out_of_domain"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its score (higher is better; comparable within one search only) and what it is made of.

    `dense` is the cosine of question and passage around the mean of the collection, `lexical` the share (0..1) of the question's key terms,
    weighed by rarity, that the passage mentions.
    """

    passage: Passage
    score: float
    dense: float
    lexical: float


@dataclass(frozen=True, slots=True)
class Quote:
    """A literal slice of a document."""

    document_id: str
    start: int
    end: int
    text: str
    section: str | None
    page: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a question or why there is none.

    `quotes` are the sentences, items or rows that answer, best first, at most 600 characters together; () unless `outcome` is "answered".
    `confidence` is the calibrated probability that the quotes answer. `reason` tells a log reader why; it may hold words of the question.
    """

    outcome: Outcome
    quotes: tuple[Quote, ...]
    confidence: float
    reason: str
