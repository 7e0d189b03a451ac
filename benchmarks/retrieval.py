"""Our search against others, inside the right vacancy: `python -m benchmarks.retrieval [--questions FILE ...] [--check]`.

Ours, BM25 alone (bm25s with Dutch stemming), the encoder alone, and the hybrid pipelines of Haystack and txtai with the same encoder, both on our
passages and on documents that they cut themselves. The rivals run in an environment of their own (`var/benchmarks/retrieval`, made from PyPI at first
use). Ours is judged by weights that were learned on the other documents (six parts). Prints recall@1 and @3 with intervals, the paired difference to
ours, and the time a question takes, encoding included. `--check` exits with 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bot.setup.environments import find_uv, pinned_torch, torch_options
from index.answering import ABSTAIN_FEATURES
from index.build import load_bundles, make_snapshot
from index.encoder.factory import load_encoder
from index.evaluation import Figure, Question, Span, figure, holds, load_questions, spans
from index.ranking import FEATURES
from index.search import Searcher
from index.snapshot import Snapshot
from index.training import cases, learn
from index.weights import Weights
from knowledge.settings import PROJECT_ROOT, load_settings

RIVALS = PROJECT_ROOT / "benchmarks" / "retrieval_rivals"
DEV = PROJECT_ROOT / "tests" / "data" / "dev"
PARTS = 6
OWN_CUT, OUR_PASSAGES, TIME = 0.10, 0.03, 1.5
"""What ours must be ahead by in recall@1, and how much slower than the fastest hybrid it may be."""

Slice = tuple[int, int]


def environment() -> Path:
    """The rivals' Python; made from PyPI when it isn't there."""
    folder = PROJECT_ROOT / "var" / "benchmarks" / "retrieval"
    python, stamp = folder / "bin" / "python", folder / "made"
    wanted = (RIVALS / "requirements.txt").read_text(encoding="utf-8")
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        uv = find_uv()
        subprocess.run([uv, "venv", "--clear", "--quiet", "--python", "3.11", folder], check=True)
        torch = torch_options(os.environ.get("PIP_FIND_LINKS", ""), pinned_torch())
        subprocess.run([uv, "pip", "install", "--quiet", "--python", python, *torch, "--requirement", RIVALS / "requirements.txt"], check=True)
        stamp.write_text(wanted, encoding="utf-8")
    return python


def ask_rivals(python: Path, encoder: Path, snapshot: Snapshot, texts: dict[str, str], questions: Sequence[Question]) -> dict[str, Any]:
    """System → {"found": question id → slices, "seconds": a question}."""
    bundles: dict[str, Any] = {id: {"text": texts[id], "passages": []} for id in sorted({question.document_id for question in questions})}
    for passage in snapshot.passages:
        if passage.document_id in bundles:
            lead = " > ".join(passage.heading)
            piece = {"text": f"{lead}\n{passage.text}" if lead else passage.text, "start": passage.start, "end": passage.end}
            bundles[passage.document_id]["passages"].append(piece)
    request = {
        "encoder": str(encoder),
        "bundles": bundles,
        "questions": [{"id": question.id, "bundle": question.document_id, "text": question.text} for question in questions],
    }
    done = subprocess.run([python, RIVALS / "search.py"], input=json.dumps(request), stdout=subprocess.PIPE, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def ask_ours(
    snapshot: Snapshot, encoder: Any, documents: dict[str, Any], questions: Sequence[Question], labelled: Sequence[Question]
) -> dict[str, Any]:
    """The same of ours, with weights learned on the `labelled` questions about other documents."""
    neutral = Weights(np.ones(len(FEATURES), np.float32), np.zeros(len(ABSTAIN_FEATURES), np.float32), 0.0, 0.0)
    learned = cases(Searcher(snapshot, encoder, neutral), documents, labelled)
    ids = sorted({question.document_id for question in questions})
    found: dict[str, list[Slice]] = {}
    seconds: list[float] = []
    for part in range(PARTS):
        own = set(ids[part::PARTS])
        searcher = Searcher(snapshot, encoder, learn([case for case in learned if case.question.document_id not in own]))
        for question in (question for question in questions if question.document_id in own):
            searcher.search("Is er een infosessie?", vacancy_ids={question.document_id})
            began = time.perf_counter()
            hits = searcher.search(question.text, vacancy_ids={question.document_id})
            seconds.append(time.perf_counter() - began)
            found[question.id] = [(hit.passage.start, hit.passage.end) for hit in hits]
    return {"found": found, "seconds": seconds}


def hits(answer: dict[str, Any], questions: Sequence[Question], wanted: dict[str, list[Span]], k: int) -> list[float]:
    """1 for each question with evidence among its first k slices."""
    return [float(any(holds(start, end, wanted[question.id]) for start, end in answer["found"][question.id][:k])) for question in questions]


def show(value: Figure) -> str:
    """A figure with its interval."""
    return f"{value.value:+.3f} [{value.low:+.3f}, {value.high:+.3f}]"


def main() -> int:
    """Asks all systems and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", nargs="+", type=Path, default=sorted(DEV.glob("questions-*.jsonl")))
    parser.add_argument("--python", type=Path, help="the rivals' Python, when it is somewhere else")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    python = args.python or environment()
    bundles = load_bundles(DEV / "bundles", lambda message: print(message, file=sys.stderr))
    documents = {bundle.document.id: bundle.document for bundle in bundles}
    labelled = [question for question in load_questions(sorted(DEV.glob("questions-*.jsonl"))) if question.document_id in documents]
    questions = [question for question in load_questions(args.questions) if question.document_id in documents]
    wanted = {question.id: spans(documents[question.document_id].text, question.evidence) for question in questions}
    judged = [question for question in questions if wanted[question.id]]
    settings = load_settings()
    encoder = load_encoder(settings)
    snapshot = make_snapshot(bundles, load_encoder(settings, threads=2))
    answers = {"ours": ask_ours(snapshot, encoder, documents, judged, labelled)}
    answers |= ask_rivals(python, settings.encoder_dir, snapshot, {id: document.text for id, document in documents.items()}, judged)
    first = hits(answers["ours"], judged, wanted, 1)
    print(f"{len(judged)} questions, {len({question.document_id for question in judged})} bundles")
    missed, times = [], {}
    for name, answer in answers.items():
        one, three = hits(answer, judged, wanted, 1), hits(answer, judged, wanted, 3)
        ahead = figure([a - b for a, b in zip(first, one, strict=True)])
        p50, p95 = (1000 * float(value) for value in np.percentile(answer["seconds"], [50, 95]))
        times[name] = p50
        print(f"{name:24s} recall@1 {show(figure(one))}  @3 {show(figure(three))}  ours ahead {show(ahead)}  p50 {p50:.1f} ms  p95 {p95:.1f} ms")
        if name != "ours" and ahead.value < (OWN_CUT if name.endswith("own cut") else OUR_PASSAGES):
            missed.append(f"ahead of {name}")
    fastest = min(value for name, value in times.items() if name.startswith(("haystack", "txtai")))
    print(f"time against the fastest hybrid: {times['ours'] / fastest:.2f}")
    missed += ["time"] if times["ours"] > TIME * fastest else []
    for name in missed:
        print(f"missed: {name}")
    return 1 if args.check and missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
