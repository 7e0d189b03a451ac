"""How the vector index grows, from a thousand to a million vectors: `python -m benchmarks.vectors [--counts N ...] [--check]`.

The vectors are mixtures of three real passage vectors of the development bundles with noise, centred and of unit length as in the index. For each
count: seconds to build, megabytes on disk, resident memory of a process that only opens and searches it, milliseconds a search, and the share of the
exact ten nearest that it finds. `--check` exits with 1 when a target for a million is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.vectors import build_vectors, kind_for, load_vectors, save_vectors
from knowledge.settings import PROJECT_ROOT

Vectors = npt.NDArray[np.float32]
COUNTS = (1_000, 10_000, 100_000, 1_000_000)
QUERIES, K = 200, 10
NOISE = 0.3
"""Length of the noise beside a mixture of length 1."""
TARGETS = {"p95 ms": 3.0, "recall@10": 0.95, "resident MB": 700.0}


def mixtures(real: Vectors, count: int, seed: int) -> Vectors:
    """`count` unit vectors, (count, dimension): mixtures of three rows of `real` with noise."""
    drawn = np.random.default_rng(seed)
    made = np.empty((count, real.shape[1]), dtype=np.float32)
    for start in range(0, count, 50_000):
        size = min(50_000, count - start)
        shares = drawn.dirichlet((1.0, 1.0, 1.0), size).astype(np.float32)
        rows = drawn.integers(0, len(real), size=(size, 3))
        part = sum(shares[:, i, None] * real[rows[:, i]] for i in range(3))
        part /= np.linalg.norm(part, axis=1, keepdims=True)
        noise = drawn.standard_normal(part.shape, dtype=np.float32)
        part += NOISE * noise / np.linalg.norm(noise, axis=1, keepdims=True)
        made[start : start + size] = part / np.linalg.norm(part, axis=1, keepdims=True)
    return made


def real_vectors() -> Vectors:
    """Centred vectors of the passages of the development bundles."""
    from index.build import load_bundles, make_snapshot
    from index.encoder.factory import load_encoder
    from knowledge.settings import load_settings

    bundles = load_bundles(PROJECT_ROOT / "tests" / "data" / "dev" / "bundles", lambda message: print(message, file=sys.stderr))
    snapshot = make_snapshot(bundles, load_encoder(load_settings(), threads=2))
    return snapshot.centred(np.asarray(snapshot.passage_vectors))


def exact(vectors: Vectors, queries: Vectors) -> npt.NDArray[np.int64]:
    """The rows of the K nearest of each query, by comparing all."""
    best_scores = np.full((len(queries), 0), 0, dtype=np.float32)
    best_rows = np.empty((len(queries), 0), dtype=np.int64)
    for start in range(0, len(vectors), 100_000):
        scores = queries @ vectors[start : start + 100_000].T
        kept = min(K, scores.shape[1])
        rows = np.argpartition(-scores, kept - 1, axis=1)[:, :kept]
        best_rows = np.concatenate([best_rows, rows + start], axis=1)
        best_scores = np.concatenate([best_scores, np.take_along_axis(scores, rows, axis=1)], axis=1)
    order = np.argsort(-best_scores, axis=1)[:, :K]
    return np.take_along_axis(best_rows, order, axis=1)


def measure(real: Vectors, count: int, folder: Path) -> dict[str, Any]:
    """Builds an index of `count` vectors and searches it in a process of its own."""
    vectors, queries = mixtures(real, count, 1), mixtures(real, QUERIES, 2)
    began = time.monotonic()
    index = build_vectors(vectors)
    seconds = time.monotonic() - began
    file = folder / "vectors.faiss"
    save_vectors(index, file)
    del index
    np.save(folder / "queries.npy", queries)
    nearest = exact(vectors, queries)
    del vectors
    command = [sys.executable, "-m", "benchmarks.vectors", "--search", str(folder), str(count), str(real.shape[1])]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "PASSIVE"}
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, cwd=PROJECT_ROOT, env=environment).stdout)
    right = np.mean([len(set(a) & set(b)) / K for a, b in zip(found.pop("rows"), nearest.tolist(), strict=True)])
    return {
        "vectors": count,
        "kind": kind_for(count),
        "build s": round(seconds, 1),
        "disk MB": round(file.stat().st_size / 1e6, 1),
        **found,
        "recall@10": round(float(right), 3),
    }


def search(folder: Path, count: int, dimension: int) -> None:
    """Opens the index, searches it query by query with one thread and prints rows, times and resident memory as JSON."""
    import faiss

    faiss.omp_set_num_threads(1)
    queries = np.load(folder / "queries.npy")
    index = load_vectors(folder / "vectors.faiss", count, dimension)
    rows, times = [], []
    for query in queries:
        index.search(query[None, :], K)
    for query in queries:
        began = time.perf_counter()
        _, found = index.search(query[None, :], K)
        times.append(1000 * (time.perf_counter() - began))
        rows.append(found[0].tolist())
    status = Path("/proc/self/status").read_text(encoding="ascii")
    resident = int(status.split("VmHWM:")[1].split()[0]) / 1024  # the largest since the process began; getrusage would count its parent's
    p50, p95 = np.percentile(times, [50, 95])
    print(json.dumps({"rows": rows, "p50 ms": round(float(p50), 2), "p95 ms": round(float(p95), 2), "resident MB": round(resident)}))


def main() -> int:
    """Measures every count and prints one line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=list(COUNTS))
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--search", nargs=3, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.search:
        search(Path(args.search[0]), int(args.search[1]), int(args.search[2]))
        return 0
    real = real_vectors()
    missed: list[str] = []
    for count in args.counts:
        with tempfile.TemporaryDirectory() as folder:
            row = measure(real, count, Path(folder))
        print("  ".join(f"{name} {value}" for name, value in row.items()), flush=True)
        if count >= 1_000_000:
            missed += [name for name, wanted in TARGETS.items() if (row[name] < wanted if name == "recall@10" else row[name] > wanted)]
    for name in missed:
        print(f"missed at a million: {name} (wanted {TARGETS[name]})")
    return 1 if args.check and missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
