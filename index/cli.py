"""`vacaturebot search` and `vacaturebot evaluate`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from index.build import load_bundles, make_snapshot
from index.evaluation import Figure, Outcome, compare, evaluate, load_questions, summarise
from index.ranking import FEATURES
from index.results import Found, Hit
from index.search import Searcher, UnusableIndexError, load
from index.weights import Weights, load_weights
from knowledge.settings import PROJECT_ROOT, Settings, load_settings

DEV = PROJECT_ROOT / "tests" / "data" / "dev"

# What `evaluate --without` may leave out of the ranking, by the features that carry it.
PARTS: dict[str, tuple[str, ...]] = {
    "dense": ("dense_unit", "dense_passage", "dense_unit_z", "dense_passage_z"),
    "words": ("words", "own_words", "passage_words", "all_words", "words_and_types", "subject", "subject_before", "joint"),
    "types": ("types_held", "types_missing", "words_and_types", "near_value", "joint", "total"),
    "topics": ("other_topic", "contact_unasked", "closing", "until_only", "same_date"),
}


def search_command(args: argparse.Namespace) -> int:
    """`vacaturebot search QUESTION [--vacancy ID] [--json]`: the passages that are most about it, and the answer or why there is none."""
    from index.encoder.factory import load_encoder

    settings = load_settings()
    try:
        searcher = load(settings.index_dir, load_encoder(settings))
    except (UnusableIndexError, FileNotFoundError) as error:
        print(f"vacaturebot: {error}", file=sys.stderr)
        return 1
    if args.vacancy and args.vacancy not in searcher.snapshot.rows_of:
        print(f"vacaturebot: there is no vacancy {args.vacancy}", file=sys.stderr)
        return 1
    ids = {args.vacancy} if args.vacancy else None
    hits = searcher.search(args.question, vacancy_ids=ids)
    found = searcher.answer(args.question, vacancy_ids=ids)
    print(
        json.dumps({"answer": asdict(found), "hits": [_hit(hit) for hit in hits]}, indent=2, ensure_ascii=False) if args.json else _text(found, hits)
    )
    return 0


def _hit(hit: Hit) -> dict[str, Any]:
    passage = hit.passage
    return {
        "vacancies": list(passage.vacancy_ids),
        "heading": list(passage.heading),
        "page": passage.page,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "score": round(hit.score, 3),
        "dense": round(hit.dense, 3),
        "lexical": round(hit.lexical, 3),
    }


def _text(found: Found, hits: Sequence[Hit]) -> str:
    lines = [f"{found.outcome} ({found.reason})", *(f"  “{quote.text}”" for quote in found.quotes), ""]
    for place, hit in enumerate(hits, 1):
        lines.append(f"{place}. {', '.join(hit.passage.vacancy_ids)} > {hit.passage.section or '-'}  score {hit.score:.2f}")
        lines.append("   " + " ".join(hit.passage.text.split())[:240])
    return "\n".join(lines)


def evaluate_command(args: argparse.Namespace) -> int:
    """`vacaturebot evaluate`: the figures on questions with known evidence; with `--without PART` also the difference that the part makes."""
    settings = load_settings()
    unknown = [part for part in args.without if part not in PARTS]
    if unknown:
        print(f"vacaturebot: --without {unknown[0]}: choose from {', '.join(PARTS)}", file=sys.stderr)
        return 2
    files: list[Path] = args.questions or sorted(DEV.glob("questions-*.jsonl"))
    run = _runner(settings, files)
    outcomes = run(load_weights())
    lesser = run(_without(load_weights(), args.without)) if args.without else None
    difference = compare(outcomes, lesser) if lesser is not None else None
    if args.json:
        whole: dict[str, Any] = {"measures": {name: {k: asdict(v) for k, v in kinds.items()} for name, kinds in summarise(outcomes).items()}}
        if difference is not None:
            whole["difference"] = {name: asdict(value) for name, value in difference.items()}
        print(json.dumps(whole, indent=2))
        return 0
    for name, kinds in summarise(outcomes).items():
        print(f"{name:18s}" + "   ".join(f"{kind} {_figure(value)}" for kind, value in kinds.items()))
    if difference is not None:
        print(f"\nwith {', '.join(args.without)} minus without:")
        for name, value in difference.items():
            print(f"{name:18s}{_figure(value)}")
    return 0


def _figure(value: Figure) -> str:
    return f"{value.value:.3f} [{value.low:.3f}, {value.high:.3f}] n={value.count}"


def _runner(settings: Settings, files: Sequence[Path]) -> Callable[[Weights], list[Outcome]]:
    """Reads the bundles beside each file of questions and gives a function that asks them all."""
    from index.encoder.factory import load_encoder

    folders = dict.fromkeys(path.parent / "bundles" for path in files)
    bundles = [bundle for folder in folders for bundle in load_bundles(folder, lambda message: print(message, file=sys.stderr))]
    documents = {bundle.document.id: bundle.document for bundle in bundles}
    questions = [question for question in load_questions(files) if question.document_id in documents]
    encoder = load_encoder(settings, threads=2)
    snapshot = make_snapshot(bundles, encoder)
    return lambda weights: evaluate(Searcher(snapshot, encoder, weights), documents, questions)


def _without(weights: Weights, parts: Sequence[str]) -> Weights:
    off = {feature for part in parts for feature in PARTS[part]}
    return replace(weights, rank=np.where([name in off for name in FEATURES], 0, weights.rank).astype(np.float32))
