"""Learns `weights.json` from labelled questions: the ranking by listwise softmax, the abstention by logistic regression.

    python -m index.training [--bundles FOLDER ...] [--questions FILE ...]

Near misses are made by taking the evidence away: the same question to the same document without the passages that answer it. Every figure
printed is cross-validated by document: no document is judged by weights that saw it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.answering import ABSTAIN_FEATURES, Candidate, abstain_features, probability
from index.build import lead_of
from index.evaluation import Question, holds, load_questions, spans
from index.made_questions import made_questions
from index.query import Query, parts
from index.ranking import FEATURES, Evidence, Floats
from index.search import Searcher
from index.weights import FILE, Weights
from knowledge.document import Document
from knowledge.settings import PROJECT_ROOT

Doubles = npt.NDArray[np.float64]
DEV = PROJECT_ROOT / "tests" / "data" / "dev"
RANK_PENALTY, ANSWER_PENALTY = 1.0, 0.5
MADE = 0.08  # how much a made question counts
WRONGLY_DECLINED = 0.08  # the share of answerable questions that the threshold may cost; messages in parts lose less


RANK_SIGNS = {
    "dense_unit": 1,
    "dense_passage": 1,
    "dense_unit_z": 1,
    "dense_passage_z": 1,
    "words": 1,
    "own_words": 1,
    "passage_words": 1,
    "all_words": 1,
    "types_held": 1,
    "types_missing": -1,
    "contact_unasked": -1,
    "words_and_types": 1,
    "other_topic": -1,
    "near_value": 1,
    "subject": 1,
    "subject_before": 1,
    "joint": 1,
    "closing": 1,
    "until_only": -1,
    "total": 1,
    "same_date": 1,
}


def _sign(name: str) -> int:
    """What a feature of the abstention may say: nothing missing speaks for an answer."""
    if name == "no_terms":
        return 0
    return -1 if "missing" in name or name in ("value_elsewhere", "amount_elsewhere", "other_topic", "typed_apart", "support_apart") else 1


@dataclass(frozen=True)
class Case:
    """A question asked of its document; `relevant` marks the units with evidence; `importance` is its weight when learning to abstain."""

    question: Question
    found: Evidence
    relevant: npt.NDArray[np.bool_]
    candidates: list[Candidate]
    named: list[bool]
    query: Query
    answerable: bool
    importance: float

    @property
    def rows(self) -> list[int]:
        """The passage row of each unit."""
        return [unit.passage for unit in self.candidates]


def cases(searcher: Searcher, documents: dict[str, Document], questions: Sequence[Question]) -> list[Case]:
    """Every question as asked, and every answerable one once more without what answers it."""
    found = []
    for question in questions:
        wanted = spans(documents[question.document_id].text, question.evidence)
        whole = _case(searcher, question, wanted, without=False)
        if whole is not None and (not question.evidence or whole.relevant.any()):
            found.append(whole)
        if wanted and (less := _case(searcher, question, wanted, without=True)) is not None:
            found.append(less)
    for document_id in sorted({question.document_id for question in questions}):
        found += made_cases(searcher, document_id)
    return found


def made_cases(searcher: Searcher, document_id: str) -> list[Case]:
    """Made questions about a document, for learning to abstain only."""
    snapshot = searcher.snapshot
    units = snapshot.units_of(snapshot.rows_in({document_id}))
    texts = [(snapshot.unit_text(int(unit)), lead_of(snapshot.passages[snapshot.units[unit][0]], snapshot.units[unit][1])) for unit in units]
    found = []
    for text, answerable in made_questions(texts):
        ranked = searcher.rank(text, {document_id})
        if ranked is not None:
            question = Question("made", document_id, text, "made", ())
            nothing = np.zeros(len(ranked.units), dtype=bool)
            found.append(Case(question, ranked.found, nothing, searcher.candidates(ranked), ranked.named, ranked.query, answerable, MADE))
    return found


def _case(searcher: Searcher, question: Question, wanted: list[tuple[int, int]], *, without: bool) -> Case | None:
    snapshot = searcher.snapshot
    units = snapshot.units_of(snapshot.rows_in({question.document_id}))
    if without:
        units = np.array(
            [unit for unit in units if not _answers(question, wanted, snapshot.unit_text(int(unit)), snapshot.units[unit][1])], dtype=np.int32
        )
    ranked = searcher.rank(question.text, {question.document_id}, units)
    if ranked is None:
        return None
    relevant = np.array([holds(snapshot.units[unit][1].start, snapshot.units[unit][1].end, wanted, 0.6) for unit in ranked.units])
    answerable = bool(question.evidence) and not without
    importance = 1.0 if answerable else 0.4 if without else 2.0
    if len(parts(question.text)) > 1:
        importance = 0.0  # answered part by part
    return Case(question, ranked.found, relevant, searcher.candidates(ranked), ranked.named, ranked.query, answerable, importance)


def _answers(question: Question, wanted: list[tuple[int, int]], text: str, unit: Any) -> bool:
    """Whether a unit gives the answer away: it holds evidence, or a literal that the answer must say."""
    if holds(unit.start, unit.end, wanted, 0.3):
        return True
    return any(option.casefold() in text.casefold() for group in question.expect for option in group if len(option) > 3)


def learn_ranking(found: Sequence[Case]) -> Doubles:
    """Weights that give the units with evidence the largest share of a softmax over the document's units."""
    pairs = [(case.found.matrix.astype(float), case.relevant.astype(float)) for case in found if case.answerable and case.relevant.any()]

    def loss(weights: Doubles) -> tuple[float, Doubles]:
        total, slope = 0.5 * RANK_PENALTY * float(weights @ weights), RANK_PENALTY * weights
        for matrix, relevant in pairs:
            scores = matrix @ weights
            share = np.exp(scores - scores.max())
            share /= share.sum()
            right = share * relevant
            total -= float(np.log(right.sum() + 1e-12))
            slope = slope - matrix.T @ (right / (right.sum() + 1e-12) - share)
        return total, slope

    return _minimum(loss, [RANK_SIGNS.get(name, 0) for name in FEATURES])


def learn_answering(features: Doubles, answerable: npt.NDArray[np.bool_], importance: Doubles) -> tuple[Doubles, float]:
    """A logistic regression on standardised features, given back for the raw ones: (weights, bias)."""
    centre, spread = features.mean(axis=0), features.std(axis=0) + 1e-6
    standard = np.column_stack([(features - centre) / spread, np.ones(len(features))])
    sign = np.where(answerable, 1.0, -1.0)

    def loss(weights: Doubles) -> tuple[float, Doubles]:
        margin = sign * (standard @ weights)
        penalty = ANSWER_PENALTY * np.append(weights[:-1], 0.0)
        value = float((importance * np.logaddexp(0, -margin)).sum()) + 0.5 * float(penalty @ weights)
        return value, penalty - standard.T @ (importance * sign / (1 + np.exp(margin)))

    weights = _minimum(loss, [*(_sign(name) for name in ABSTAIN_FEATURES), 0])
    raw = weights[:-1] / spread
    return raw, float(weights[-1] - raw @ centre)


def _minimum(loss: Callable[[Doubles], tuple[float, Doubles]], signs: Sequence[int]) -> Doubles:
    """The weights of least loss with the given signs (0: any): few questions teach little, common sense keeps the rest in line."""
    from scipy.optimize import minimize

    limits = [(0, None) if sign > 0 else (None, 0) if sign < 0 else (None, None) for sign in signs]
    result: Doubles = minimize(loss, np.zeros(len(signs)), jac=True, method="L-BFGS-B", bounds=limits).x
    return result


def learn(found: Sequence[Case], threshold: float = 0.5) -> Weights:
    """Both models."""
    rank = learn_ranking(found).astype(np.float32)
    features, answerable, importance = table(found, rank)
    answer, bias = learn_answering(features, answerable, importance)
    return Weights(rank, answer.astype(np.float32), bias, threshold)


def table(found: Sequence[Case], rank: Floats) -> tuple[Doubles, npt.NDArray[np.bool_], Doubles]:
    """Features of all cases, whether they can be answered, and how much each counts."""
    features = np.array([_features(case, rank) for case in found], dtype=float)
    answerable = np.array([case.answerable for case in found])
    importance = np.array([case.importance for case in found])
    return features, answerable, importance


def _features(case: Case, rank: Floats) -> Floats:
    return abstain_features(case.query, case.found, case.found.matrix @ rank, case.candidates, case.named)


def cross_validate(found: Sequence[Case]) -> tuple[dict[str, float], float]:
    """The figures that matter, each document judged by weights learned on the others, and the threshold that costs `WRONGLY_DECLINED`."""
    best, three = [], []
    chances: dict[str, list[float]] = {"answerable": [], "unanswerable": [], "taken away": []}
    for document in sorted({case.question.document_id for case in found}):
        weights = learn([case for case in found if case.question.document_id != document])
        for case in (case for case in found if case.question.document_id == document and case.importance != MADE):
            if case.answerable:
                order = list(dict.fromkeys(case.rows[int(i)] for i in np.argsort(-(case.found.matrix @ weights.rank))))
                right = {row for row, relevant in zip(case.rows, case.relevant, strict=True) if relevant}
                best.append(order[0] in right)
                three.append(bool(right & set(order[:3])))
            if case.importance == 0:
                continue
            kind = "answerable" if case.answerable else "taken away" if case.question.evidence else "unanswerable"
            chances[kind].append(probability(weights.answer, weights.bias, _features(case, weights.rank)))
    threshold = float(np.quantile(chances["answerable"], WRONGLY_DECLINED))
    figures = {"recall@1": float(np.mean(best)), "recall@3": float(np.mean(three)), "wrongly declined": WRONGLY_DECLINED}
    figures |= {f"declined, {kind}": float(np.mean(np.array(own) < threshold)) for kind, own in chances.items() if kind != "answerable"}
    return figures, threshold


def save(weights: Weights, path: Path = FILE) -> None:
    """Writes the weights as JSON."""
    content = {
        "rank": {name: round(float(value), 4) for name, value in zip(FEATURES, weights.rank, strict=True)},
        "answer": {name: round(float(value), 4) for name, value in zip(ABSTAIN_FEATURES, weights.answer, strict=True)},
        "bias": round(weights.bias, 4),
        "threshold": round(weights.threshold, 4),
    }
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Learns from the development data and writes the weights."""
    from index.build import load_bundles, make_snapshot
    from index.encoder.factory import load_encoder
    from knowledge.settings import load_settings

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bundles", nargs="+", type=Path, default=[DEV / "bundles"])
    parser.add_argument("--questions", nargs="+", type=Path, default=sorted(DEV.glob("questions-*.jsonl")))
    args = parser.parse_args()
    labels = {row["id"]: row["evidence"] for row in map(json.loads, (DEV / "evidence-shared.jsonl").read_text(encoding="utf-8").splitlines())}
    bundles = [bundle for folder in args.bundles for bundle in load_bundles(folder, print)]
    documents = {bundle.document.id: bundle.document for bundle in bundles}
    questions = [question for question in load_questions(args.questions, labels) if question.document_id in documents]
    neutral = Weights(np.ones(len(FEATURES), np.float32), np.zeros(len(ABSTAIN_FEATURES), np.float32), 0.0, 0.0)
    searcher = Searcher(make_snapshot(bundles, load_encoder(load_settings(), threads=2)), load_encoder(load_settings()), neutral)
    found = cases(searcher, documents, questions)
    figures, threshold = cross_validate(found)
    for name, value in figures.items():
        print(f"{name:26s} {value:.3f}")
    save(learn(found, threshold))


if __name__ == "__main__":
    main()
