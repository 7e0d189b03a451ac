"""From ranked units to an answer: which of them to quote, and whether they answer at all."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.answer_types import held_types
from index.query import Query
from index.ranking import FEATURES, VALUES, Evidence, Floats, told_weight

MAX_CHARACTERS = 600
# Log-odds below the best within which another unit is still quoted: a second one, of the same passage or not; one that holds a kind of value that is
# asked and missing; one that mentions a term that is missing; the other items of a list that is asked for.
_NEAR, _NEAR_BY, _TYPE, _TERM, _ITEM = 0.8, 2.0, 3.0, 2.0, 4.0
LIST = re.compile(
    r"\bwelke\b|\bwat zijn\b|\balle\b|\ballemaal\b|\bzoal\b|\bopsomm|\blijst\b|\bwat (?:moet|doe|doet|krijg|houdt|heb)\b|\bwhich\b|\bwhat are\b"
    r"|\blist\b|\bquels\b|\bquelles\b"
    r"|\bconsiste\b|\bwaaruit\b|\bwhat (?:will|do|does)\b|\bvoordelen\b|\btaken\b|\bvoorwaarden\b|\bstappen\b"
)  # fmt: skip

ABSTAIN_FEATURES = (
    "top_score",
    "dense_top",
    "dense_top_z",
    "words_top",
    "words_passage",
    "missing_in_scope",
    "rarest_missing_in_scope",
    "rarest_missing_in_passage",
    "missing_in_quotes",
    "rarest_missing_in_quotes",
    "types_missing_in_quotes",
    "types_missing_passage",
    "known_missing_in_scope",
    "value_elsewhere",
    "amount_elsewhere",
    "subject_missing",
    "no_terms",
    "other_topic",
    "typed_apart",
    "support_apart",
)
"""Named so that the sign is known: what is missing, elsewhere or only there in pieces ("apart") speaks against an answer, everything else for it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that may be quoted: its passage's row, offsets in the document, text, and its own row."""

    passage: int
    start: int
    end: int
    text: str
    unit: int


def abstain_features(query: Query, found: Evidence, scores: Floats, candidates: Sequence[Candidate], name_terms: Sequence[bool]) -> Floats:
    """What tells an answer from a near miss, about the units that would be quoted; shape (ABSTAIN_FEATURES,)."""
    top = int(np.argmax(scores))
    quoted = choose(query, found, scores, candidates)
    passages, texts = [unit.passage for unit in candidates], [unit.text for unit in candidates]
    same = np.array([passage == passages[top] for passage in passages])
    row = dict(zip(FEATURES, found.matrix[top].tolist(), strict=True))
    kinds_quoted = held_types("\n".join(texts[place] for place in quoted))
    kinds_passage = held_types("\n".join(text for text, own in zip(texts, same, strict=True) if own))
    asked = np.array(
        [not term.implied and not term.background and not name for term, name in zip(query.terms, name_terms, strict=True)], dtype=np.float32
    )
    rarity = found.rarity * asked * np.array([told_weight(term, kinds_passage) for term in query.terms], dtype=np.float32)
    total = float(rarity.sum())
    mentioned = found.mentioned
    anywhere, in_passage, in_quotes = (
        (mentioned.max(axis=1), mentioned[:, same].max(axis=1), mentioned[:, quoted].max(axis=1)) if len(rarity) else (rarity, rarity, rarity)
    )
    joint, subject = found.matrix[:, FEATURES.index("joint")], found.matrix[:, FEATURES.index("subject_before")]
    near = found.matrix[quoted, FEATURES.index("near_value")].max()
    rarest = int(rarity.argmax()) if total > 0 else -1
    asks_value = bool(found.asked & VALUES) and total > 0
    known_missing = any(held < 0.4 and weight > 0.5 and term.known for held, weight, term in zip(anywhere, rarity, query.terms, strict=True))
    elsewhere = asks_value and told_weight(query.terms[rarest], found.asked) == 1 and not near and in_quotes[rarest] > 0.62
    return np.array(
        [
            scores[top],
            row["dense_unit"],
            row["dense_unit_z"],
            row["words"],
            row["passage_words"],
            float((rarity * (1 - anywhere)).sum()) / total if total else 0.0,
            1 - float(anywhere[rarest]) if total else 0.0,
            1 - float(in_passage[rarest]) if total else 0.0,
            float((rarity * (1 - in_quotes)).sum()) / total if total else 0.0,
            1 - float(in_quotes[rarest]) if total else 0.0,
            len(found.asked - kinds_quoted) / max(1, len(found.asked)),
            len(found.asked - kinds_passage) / max(1, len(found.asked)),
            float(known_missing),
            float(elsewhere),
            float(elsewhere and "amount" in found.asked),
            float(asks_value and in_quotes[rarest] < 0.3),
            float(total == 0),
            row["other_topic"],
            max(0.0, float(subject[quoted].max() - joint.max())) if found.asked else 0.0,
            max(0.0, float((rarity * in_quotes).sum()) / total - float((rarity @ mentioned[:, quoted]).max()) / total) if total else 0.0,
        ],
        dtype=np.float32,
    )


def choose(query: Query, found: Evidence, scores: Floats, candidates: Sequence[Candidate]) -> list[int]:
    """The places of the units to quote, best first: the best one, what else the question asks for, and the rest of a list where one is asked."""
    order = [int(i) for i in np.argsort(-scores)[:12]]
    best = order[0]
    chosen = [best]
    if LIST.search(" ".join(query.words)):
        siblings = [i for i, unit in enumerate(candidates) if unit.passage == candidates[best].passage]
        chosen += [i for i in siblings if i != best and scores[i] > scores[best] - _ITEM]
        chosen = sorted(chosen, key=lambda i: candidates[i].start) if len(chosen) > 2 else chosen
    covered = np.max([found.mentioned[:, i] for i in chosen], axis=0) if len(query.terms) else np.zeros(0)
    held = set().union(*(held_types(candidates[i].text) for i in chosen))
    for i in order[1:]:
        if i in chosen or (len(chosen) > 2 and not (found.asked - held)):
            continue
        adds_type = bool((found.asked - held) & held_types(candidates[i].text)) and scores[i] > scores[best] - _TYPE
        adds_term = len(query.terms) > 0 and bool(((found.mentioned[:, i] - covered) * found.rarity > 0.8).any()) and scores[i] > scores[best] - _TERM
        near = _NEAR_BY if candidates[i].passage == candidates[best].passage else _NEAR
        if adds_type or adds_term or (len(chosen) < 2 and scores[i] > scores[best] - near):
            chosen.append(i)
            held |= held_types(candidates[i].text)
            if len(query.terms):
                covered = np.maximum(covered, found.mentioned[:, i])
    return _fitting(chosen, candidates)


def _fitting(chosen: Sequence[int], candidates: Sequence[Candidate]) -> list[int]:
    """Without overlaps, and no more than fits; the first always."""
    kept: list[int] = []
    size = 0
    for place in chosen:
        unit = candidates[place]
        taken = [candidates[other] for other in kept]
        if any(unit.start < other.end and other.start < unit.end and unit.passage == other.passage for other in taken):
            continue
        if kept and size + len(unit.text) > MAX_CHARACTERS:
            continue
        kept.append(place)
        size += len(unit.text)
    return kept


def probability(weights: Floats, bias: float, features: Floats) -> float:
    """A logistic model's probability."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, float(weights @ features) + bias))))
