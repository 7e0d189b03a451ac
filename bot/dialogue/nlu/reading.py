"""From the probabilities of a message and of its segments to one reading: which intent, how sure, in which language. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.dialogue.nlu import language, segments

OUT_OF_SCOPE = "out_of_scope"
RANKING_LENGTH = 10
SEGMENT_RANKING_LENGTH = 3

# What people say around a question; it never outweighs the question itself.
_AROUND = frozenset({"greet", "goodbye", "thank", "inform", "affirm", "deny", "out_of_scope", "ask_help", "choose_vacancy"})
_AROUND_WEIGHT = 0.3
_MARKUP = re.compile(r"<[^>]{0,200}>|&[a-z]{2,8};")
_CODE = re.compile(r"<\s*/?\s*(?:script|iframe|img|svg|object|style)\b|javascript:|\bonerror\s*=|\$\{|\{\{", re.IGNORECASE)

Distribution = Mapping[str, float]
Classify = Callable[[Sequence[str]], list[Distribution]]


@dataclass(frozen=True)
class Segment:
    text: str
    language: language.Language
    ranking: tuple[tuple[str, float], ...]

    @property
    def intent(self) -> str:
        return self.ranking[0][0]

    @property
    def confidence(self) -> float:
        return self.ranking[0][1]


@dataclass(frozen=True)
class Reading:
    """`ranking` is for the whole message, best first; `segments` are in the message's order."""

    ranking: tuple[tuple[str, float], ...]
    segments: tuple[Segment, ...]
    language: language.Language


def read(message: str, classify: Classify) -> Reading:
    """Classifies the whole message and each of its segments in one call of `classify`; text without words is `out_of_scope`, unclassified."""
    text = message[: segments.MAX_CHARACTERS]
    if not has_words(text):
        nothing = ((OUT_OF_SCOPE, 1.0),)
        return Reading(nothing, (Segment(text.strip(), "nl", nothing),), "nl")
    parts = segments.split(_MARKUP.sub(" ", text))
    wholes = parts if len(parts) == 1 else [*parts, " ".join(parts)]
    distributions = classify(wholes)
    found = tuple(
        Segment(part, language.guess(part), _ranking(distribution, SEGMENT_RANKING_LENGTH))
        for part, distribution in zip(parts, distributions[: len(parts)], strict=True)
    )
    combined = distributions[0] if len(parts) == 1 else combine(distributions[-1], distributions[:-1])
    return Reading(_ranking(combined, RANKING_LENGTH), found, language.guess(text))


def has_words(text: str) -> bool:
    """False for emoji, signs, code and markup alone. A number has meaning (a year, a phone number), and so has an e-mail address."""
    if _CODE.search(text):
        return False
    bare = _MARKUP.sub(" ", text)
    return bool(re.search(r"[^\W\d_]{2}|\d", bare))


def combine(whole: Distribution, parts: Sequence[Distribution]) -> dict[str, float]:
    """The distribution of a message of several parts: what the whole says and what its clearest part says, courtesies counting little."""
    scores = {
        intent: (probability + max(part[intent] for part in parts)) * (_AROUND_WEIGHT if intent in _AROUND else 1.0)
        for intent, probability in whole.items()
    }
    total = sum(scores.values())
    return {intent: score / total for intent, score in scores.items()}


def _ranking(distribution: Distribution, length: int) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(distribution.items(), key=lambda item: -item[1])[:length])
