"""A question against a thousand vacancies: `python -m benchmarks.thousand [--vacancies N] [--check]`.

The passages of the development bundles are repeated under other names until there are N vacancies of some 30 passages, each vector with a little
noise, so that no two are equal. Prints the milliseconds of a question asked of all of them, encoding included: p50 and p95. `--check` exits with 1
when a target is missed.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace

import numpy as np

from benchmarks.vectors import NOISE, Vectors
from index.build import lead_of, load_bundles, make_snapshot
from index.encoder.factory import load_encoder
from index.evaluation import load_questions
from index.lexical import LexicalIndex
from index.passages import Passage
from index.search import Searcher
from index.snapshot import Snapshot
from index.vectors import FaissVectors, build_vectors
from knowledge.settings import PROJECT_ROOT, load_settings

DEV = PROJECT_ROOT / "tests" / "data" / "dev"
PASSAGES = 30
TARGETS = {"p50 ms": 15.0, "p95 ms": 25.0}


def enlarged(small: Snapshot, vacancies: int) -> Snapshot:
    """A snapshot of `vacancies` vacancies out of the passages of `small`."""
    drawn = np.random.default_rng(4)
    ids = [id for id in small.names if len(small.rows_of.get(id, ()))]
    passages: list[Passage] = []
    rows: list[int] = []
    names: dict[str, str] = {}
    for number in range(vacancies):
        source = ids[number % len(ids)]
        id = f"{source}_{number}"
        names[id] = f"{small.names[source]} {number}"
        own = small.rows_of[source].tolist()
        for row in own[:PASSAGES] + drawn.choice(len(small.passages), max(0, PASSAGES - len(own))).tolist():
            passage = small.passages[row]
            passages.append(replace(passage, id=f"{id}:{len(passages)}", document_id=id, vacancy_ids=(id,)))
            rows.append(row)
    units = np.concatenate([np.arange(small.first_unit[row], small.first_unit[row + 1]) for row in rows])

    def noisy(vectors: Vectors) -> Vectors:
        noise = drawn.standard_normal(vectors.shape, dtype=np.float32)
        moved: Vectors = (vectors + NOISE * 0.1 * noise / np.linalg.norm(noise, axis=1, keepdims=True)).astype(np.float32)
        return moved

    large = Snapshot(
        passages,
        noisy(np.asarray(small.passage_vectors)[rows]),
        noisy(np.asarray(small.unit_vectors)[units]),
        small.mean,
        LexicalIndex.build([(passage.unit_text(unit), lead_of(passage, unit)) for passage in passages for unit in passage.units]),
        small.nearest,
        names,
    )
    return replace(large, nearest=FaissVectors(build_vectors(large.centred(large.passage_vectors))))


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vacancies", type=int, default=1000)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    settings = load_settings()
    bundles = load_bundles(DEV / "bundles", lambda message: print(message, file=sys.stderr))
    small = make_snapshot(bundles, load_encoder(settings, threads=2))
    large = enlarged(small, args.vacancies)
    searcher = Searcher(large, load_encoder(settings, threads=1))
    asked = [question.text for question in load_questions(sorted(DEV.glob("questions-*.jsonl")))][::2][:200]
    for question in asked[:20]:
        searcher.search(question)
    times = []
    for question in asked:
        began = time.perf_counter()
        searcher.search(question)
        times.append(1000 * (time.perf_counter() - began))
    p50, p95 = (float(value) for value in np.percentile(times, [50, 95]))
    print(f"{args.vacancies} vacancies, {len(large.passages)} passages, {len(large.units)} units: p50 {p50:.1f} ms, p95 {p95:.1f} ms a question")
    missed = [name for name, value in (("p50 ms", p50), ("p95 ms", p95)) if value > TARGETS[name]]
    for name in missed:
        print(f"missed: {name} (wanted {TARGETS[name]})")
    return 1 if args.check and missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
