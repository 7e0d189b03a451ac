"""How well each unit answers a question: features of meaning, words and kind of value, weighed by a model learned on labelled questions."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from index.answer_types import AnswerType, asked_types, dates_in, held_types
from index.language.concepts import concepts
from index.language.keys import UNTIL
from index.language.mentions import mentions
from index.language.text import stem
from index.lexical import LexicalIndex
from index.query import Query, Term

Floats = npt.NDArray[np.float32]

FEATURES = (
    "dense_unit",
    "dense_passage",
    "dense_unit_z",
    "dense_passage_z",
    "words",
    "own_words",
    "passage_words",
    "all_words",
    "types_held",
    "types_missing",
    "contact_unasked",
    "short",
    "long",
    "list_lead",
    "words_and_types",
    "other_topic",
    "near_value",
    "subject",
    "subject_before",
    "joint",
    "closing",
    "until_only",
    "total",
    "same_date",
)
# Terms that a value answers: a duration tells how long something is valid even where the word isn't used.
_TOLD_BY: dict[str, AnswerType] = {
    "duur": "duration", "geldig": "duration", "start": "moment", "einde": "moment", "deadline": "moment", "adres": "place", "werkplek": "place",
    "telefoonnummer": "phone", "leeftijd": "number", "geslaagd": "points", "mail": "email", "contact": "person", "uurrooster": "hour",
    "schaal": "amount", "loon": "amount", "bruto": "amount",
}  # fmt: skip


# Terms that a value of the kind asked says by itself; a date alone is no deadline, an amount no wage.
_SAID_BY: dict[str, AnswerType] = {"duur": "duration", "adres": "place", "telefoonnummer": "phone", "mail": "email", "geslaagd": "points"}
SAID = 0.75
"""How much a value counts as the mention of such a term."""


VALUES: frozenset[AnswerType] = frozenset({"amount", "number", "duration", "points"})
_TOPICS = (
    "infosessie",
    "feedback",
    "diploma",
    "laatstejaars",
    "buitenland",
    "reserve",
    "handicap",
    "privacy",
    "rijbewijs",
    "strafregister",
    "vrijstelling",
)
_DATED = ("infosessie", "feedback", "diploma", "laatstejaars", "reserve", "rijbewijs", "uitslag", "start")
_COUNTED = re.compile(r"\b(?:hoeveel|hoe ?veel|how many|combien de|aantal) (\w+)")
_TOTAL = re.compile(r"\b(?:samen|totaal|geheel|algemeen|in total|au total|overall|altogether)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"\n|(?<=[.!?])\s(?!(?:dit|dat|het|deze|die|ze|hij|daar|hier|zo)\b)", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[,;](?!\d)(?!\s(?:die|dat|waar\w*|met|van|tot|vanaf|voor|ten|elk|telkens|max\w*|hoogstens|minstens|goed|dus|namelijk|ongeveer)\b)|"
    + _SENTENCE.pattern,
    re.IGNORECASE,
)
_AMOUNT_CLAUSE = re.compile(rf"{_CLAUSE.pattern}|\ben (?=een |de |het )", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:andere|nog een|aparte|nieuwe) (?:vacature|betrekking|functie|oproep|opdracht)|\b(?:vorige|eerste|eerdere"
    r"|vroegere) (?:oproep|vacature|procedure|selectie)"
    r"|\book (?:open|vacant)\b"
    r"|jobstudent|vakantiejob|verloopt apart|\bvervangt het\b|algemeen nummer|andere zaken|\bonthaal van\b",
    re.IGNORECASE,
)
NAME, IMPLIED, BACKGROUND = 0.05, 0.8, 0.4
_OWN = 0.62  # above what a mention in a heading counts
BEFORE = 0.7
"""How much the mention of a term counts in the unit before, of the same passage: "Gesprek met de jury. Je moet er 30 op 60 halen."."""


@dataclass(frozen=True)
class Evidence:
    """What speaks for the units of a search. `matrix` is (units, FEATURES); `mentioned` (terms, units) 0..1; `rarity` (terms,)."""

    matrix: Floats
    mentioned: Floats
    rarity: Floats
    asked: frozenset[AnswerType]


def evidence(
    query: Query,
    lexical: LexicalIndex,
    units: npt.NDArray[np.int32],
    passage_of: npt.NDArray[np.int32],
    texts: Sequence[str],
    dense_unit: Floats,
    dense_passage: Floats,
    names: str = "",
) -> Evidence:
    """Features of the candidate `units`. Terms of `names` (title and employer of the only vacancy searched) say little: all of it is about them.

    `passage_of`, `texts`, `dense_unit` and `dense_passage` are parallel to the units.
    """
    asked = asked_types(query.words)
    per_term = [lexical.mentions(term) for term in query.terms]
    rarity = np.array([lexical.rarity(found) for found in per_term], dtype=np.float32)
    if names:
        known = mentions(names)
        rarity *= np.array([NAME if known.has(term.keys, term.word) else 1.0 for term in query.terms], dtype=np.float32)
    rarity *= np.array([IMPLIED if term.implied else BACKGROUND if term.background else 1.0 for term in query.terms], dtype=np.float32)
    held = [held_types(text) for text in texts]
    mentioned = np.array([found[units] for found in per_term], dtype=np.float32).reshape(len(per_term), len(units))
    for row, term in enumerate(query.terms):
        if kinds := asked & {_SAID_BY[name] for key in term.keys if (name := key.partition(":")[2]) in _SAID_BY}:
            np.maximum(mentioned[row], SAID * np.array([bool(kinds & own) for own in held]), out=mentioned[row])
    share = rarity / rarity.sum() if len(rarity) else rarity
    words = share @ mentioned if len(rarity) else np.zeros(len(units), dtype=np.float32)
    own = share @ (mentioned * (mentioned > _OWN)) if len(rarity) else words
    passages, place = np.unique(passage_of, return_inverse=True)
    in_passage = np.zeros((len(per_term), len(passages)), dtype=np.float32)
    for row, found in enumerate(mentioned):
        np.maximum.at(in_passage[row], place, found)
    passage_words = (share @ in_passage)[place] if len(rarity) else words
    ratio = np.array([len(asked & kinds) / len(asked) if asked else 0.0 for kinds in held], dtype=np.float32)
    near = _near_values(query, texts, asked, mentioned, rarity)
    lengths = np.array([len(text) for text in texts], dtype=np.float32)
    told = rarity * np.array([told_weight(term, asked) for term in query.terms], dtype=np.float32)
    about = told / told.sum() if len(told) else told
    subject = about @ mentioned if len(told) else words
    before = about @ np.maximum(mentioned, BEFORE * _previous(mentioned, passage_of)) if len(told) else words
    contact = np.array(["phone" in kinds or "email" in kinds for kinds in held], dtype=np.float32)
    columns = [
        dense_unit,
        dense_passage,
        _standard(dense_unit),
        _standard(dense_passage),
        words,
        own,
        passage_words,
        (words > 0.55).astype(np.float32),
        ratio,
        (1 - ratio) * bool(asked),
        contact * (not asked & {"phone", "email", "person", "place"}),
        (lengths < 25).astype(np.float32),
        np.clip((lengths - 200) / 200, 0, 1),
        np.array([text.endswith((":", "?")) for text in texts], dtype=np.float32),
        words * ratio,
        _other_topic(query, lexical, units) + _elsewhere(query, texts),
        near,
        subject,
        before,
        before * _typed(query, texts, asked, mentioned, told, ratio) if asked else before,
        *_dates_and_totals(query, lexical, units, texts, passage_of, held, asked),
        _same_date(query, texts),
    ]
    return Evidence(np.stack(columns, axis=1).astype(np.float32), mentioned, rarity, asked)


def _previous(mentioned: Floats, passage_of: npt.NDArray[np.int32]) -> Floats:
    """`mentioned` of the unit before, 0 where a passage begins."""
    moved = np.zeros_like(mentioned)
    if mentioned.shape[1] > 1:
        moved[:, 1:] = mentioned[:, :-1] * (passage_of[1:] == passage_of[:-1])
    return moved


def _other_topic(query: Query, lexical: LexicalIndex, units: npt.NDArray[np.int32]) -> Floats:
    """How many topics of their own (feedback, infosession, ...) a unit or its heading is about that the question doesn't name, at most 2."""
    asked = set().union(*(term.keys for term in query.terms))
    found = np.zeros(lexical.size, dtype=np.float32)
    for topic in _TOPICS:
        ids = concepts().asked[stem(topic)]
        if not ids & asked:
            found += lexical.holding(ids)
    return np.minimum(found[units], 2.0)


def _dates_and_totals(
    query: Query,
    lexical: LexicalIndex,
    units: npt.NDArray[np.int32],
    texts: Sequence[str],
    passage_of: npt.NDArray[np.int32],
    held: Sequence[frozenset[AnswerType]],
    asked: frozenset[AnswerType],
) -> tuple[Floats, Floats, Floats]:
    """Three features: the closing date of applications where that is asked, a closing date where another moment is asked (negative),
    marks of all tests together where those are asked or not (-1)."""
    zeros = np.zeros(len(texts), dtype=np.float32)
    closing, until_only, total = zeros, zeros, zeros
    keys = set().union(*(term.keys for term in query.terms))
    is_deadline = bool(keys & concepts().asked[stem("deadline")])
    if "moment" in asked or is_deadline:
        until = np.array(["moment" in kinds and UNTIL.search(text) is not None for text, kinds in zip(texts, held, strict=True)])
        if is_deadline and not keys & _others(frozenset()):
            applying = lexical.holding(_applying())[units]
            applying = np.maximum(applying, _neighbour(applying, passage_of))
            other = np.minimum(lexical.holding(_others(keys))[units] + _elsewhere(query, texts), 1)
            closing = (until * (0.4 + 0.6 * applying) * (1 - other)).astype(np.float32)
        elif not is_deadline:
            until_only = until.astype(np.float32)
    if "points" in asked:
        wanted = 1.0 if _TOTAL.search(" ".join(query.words)) else -1.0
        total = np.array([wanted if _TOTAL.search(text) else 0.0 for text in texts], dtype=np.float32)
    return closing, until_only, total


def _same_date(query: Query, texts: Sequence[str]) -> Floats:
    """1 for units with a date that the question names."""
    wanted = dates_in(query.text)
    return np.array([bool(wanted and wanted & dates_in(text)) for text in texts], dtype=np.float32)


def _neighbour(values: Floats, passage_of: npt.NDArray[np.int32]) -> Floats:
    """The larger value of the units before and after, of the same passage."""
    found = np.zeros_like(values)
    if len(values) > 1:
        same = passage_of[1:] == passage_of[:-1]
        found[1:] = values[:-1] * same
        found[:-1] = np.maximum(found[:-1], values[1:] * same)
    return found


@cache
def _applying() -> frozenset[str]:
    return frozenset().union(*(concepts().asked[stem(word)] for word in ("solliciteren", "kandidatuur", "cv", "formulier", "dossier")))


def _others(asked: Collection[str]) -> frozenset[str]:
    """The concepts of the topics that have dates of their own and are not asked."""
    found = frozenset().union(*(concepts().asked[stem(word)] for word in _DATED))
    return found - frozenset(asked)


def _elsewhere(query: Query, texts: Sequence[str]) -> Floats:
    """1 for units about other vacancies or an earlier call, unless the question is about those."""
    if _ELSEWHERE.search(query.text):
        return np.zeros(len(texts), dtype=np.float32)
    return np.array([_ELSEWHERE.search(text) is not None for text in texts], dtype=np.float32)


def _near_values(query: Query, texts: Sequence[str], asked: frozenset[AnswerType], mentioned: Floats, rarity: Floats) -> Floats:
    """1 where the clause that mentions the rarest term holds the amount, number or duration that is asked, 0 where another clause does."""
    wanted = asked & VALUES
    near = np.zeros(len(texts), dtype=np.float32)
    if not wanted or not len(rarity):
        return near
    weighed = rarity * np.array([told_weight(term, asked) for term in query.terms], dtype=np.float32)
    rarest = query.terms[int(weighed.argmax())]
    for place in np.flatnonzero(mentioned[int(weighed.argmax())] > _OWN):
        near[place] = float(any(holds_near(texts[int(place)], kind, rarest) for kind in wanted))
    return near


def _typed(query: Query, texts: Sequence[str], asked: frozenset[AnswerType], mentioned: Floats, told: Floats, ratio: Floats) -> Floats:
    """How much of what is asked a unit holds, in the sentence that mentions the subject where the unit itself does; 0..1."""
    typed = ratio.copy()
    if not len(told):
        return typed
    row = int(told.argmax())
    counted = "number" in asked and query.terms[row].word in _COUNTED.findall(" ".join(query.words))
    for place in np.flatnonzero((mentioned[row] > _OWN) & (ratio > 0)):
        term, text = query.terms[row], texts[int(place)]
        near = [counts(text, term) if counted and kind == "number" else holds_near(text, kind, term) for kind in asked]
        typed[place] = max(0.3 * ratio[place], sum(near) / len(near))
    return typed


def counts(text: str, term: Term) -> bool:
    """Whether a number stands with the term itself: "32 verlofdagen", "30 dagen verlof", "Verlof | 30 dagen"."""
    words = text.split()
    for at, word in enumerate(words):
        if "number" in held_types(word) and mentions(" ".join(words[max(0, at - 3) : at + 4])).has(term.keys, term.word):
            return True
    return False


def holds_near(text: str, kind: AnswerType, term: Term) -> bool:
    """Whether a value of the kind stands where the text mentions the term."""
    return any(kind in held_types(clause) for clause in clauses(text, kind) if mentions(clause).has(term.keys, term.word))


@lru_cache(maxsize=16384)
def clauses(text: str, kind: AnswerType) -> tuple[str, ...]:
    """The parts of a text in which a value and its subject belong together: sentences, for amounts and numbers what stands between commas.

    A table row is one part; a sentence that refers back belongs to the one before; no comma before digits or a relative clause parts.
    """
    if " | " in text:
        return (text,)
    cut = _AMOUNT_CLAUSE if kind == "amount" else _CLAUSE if kind == "number" else _SENTENCE
    return tuple(part for part in cut.split(text) if part.strip())


def told_weight(term: Term, kinds: frozenset[AnswerType]) -> float:
    """How much the absence of a term's word says: less when a value tells it, little when a value of that kind is there (`kinds`)."""
    values = {_TOLD_BY[name] for key in term.keys if (name := key.partition(":")[2]) in _TOLD_BY}
    return 1.0 if not values else 0.3 if values & kinds else 0.6


def _standard(values: Floats) -> Floats:
    """Standard scores among the candidates."""
    spread = float(values.std()) if len(values) > 1 else 0.0
    return (values - values.mean()) / (spread + 1e-6) if spread else np.zeros_like(values)
