"""Nearest vectors by inner product: exact with numpy or FAISS while there are few, HNSW or product quantization when there are many."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
Neighbours = tuple[npt.NDArray[np.float32], npt.NDArray[np.int64]]

FLAT_UP_TO = 50_000
HNSW_UP_TO = 250_000


class VectorIndex(Protocol):
    """The `k` nearest of each query, best first: scores and row numbers, both (queries, k); -1 where there are fewer than `k`."""

    def search(self, queries: Vectors, k: int) -> Neighbours: ...


class NumpyVectors:
    """The exact twin that FAISS is checked against. `vectors` is (n, d), float32 or float16, perhaps memory-mapped."""

    def __init__(self, vectors: npt.NDArray[Any]) -> None:
        self._vectors = vectors

    def search(self, queries: Vectors, k: int) -> Neighbours:
        scores = queries @ self._vectors.T.astype(np.float32)
        kept = min(k, scores.shape[1])
        order = np.argsort(-scores, axis=1, kind="stable")[:, :kept]
        best = np.take_along_axis(scores, order, axis=1)
        if kept < k:
            best = np.pad(best, ((0, 0), (0, k - kept)), constant_values=-np.inf)
            order = np.pad(order, ((0, 0), (0, k - kept)), constant_values=-1)
        return best.astype(np.float32), order.astype(np.int64)


class FaissVectors:
    """A FAISS index of inner products; searching is safe from several threads."""

    def __init__(self, index: Any) -> None:
        self._index = index

    def search(self, queries: Vectors, k: int) -> Neighbours:
        scores, ids = self._index.search(np.ascontiguousarray(queries, dtype=np.float32), k)
        return scores, ids


def build_vectors(vectors: Vectors, kind: str | None = None) -> Any:
    """The FAISS index that fits the number of vectors: "flat" (exact), "hnsw", or "ivfpq" (48 bytes a vector for 384 dimensions)."""
    import faiss

    count, dimension = vectors.shape
    kind = kind or kind_for(count)
    index: Any
    if kind == "flat":
        index = faiss.IndexFlatIP(dimension)
    elif kind == "hnsw":
        index = faiss.IndexHNSWFlat(dimension, 32, faiss.METRIC_INNER_PRODUCT)
        index.hnsw.efConstruction = 120
        index.hnsw.efSearch = 96
    else:
        lists = int(4 * count**0.5)
        index = faiss.index_factory(dimension, f"OPQ{dimension // 4}_{dimension // 2},IVF{lists},PQ{dimension // 4}x8", faiss.METRIC_INNER_PRODUCT)
        sample = np.random.default_rng(7).permutation(count)[: 40 * lists]
        index.train(np.ascontiguousarray(vectors[np.sort(sample)]))
        faiss.extract_index_ivf(index).nprobe = max(8, lists // 64)
    index.add(np.ascontiguousarray(vectors, dtype=np.float32))
    return index


def kind_for(count: int) -> str:
    """The kind of FAISS index for a number of vectors."""
    return "flat" if count <= FLAT_UP_TO else "hnsw" if count <= HNSW_UP_TO else "ivfpq"


def save_vectors(index: Any, path: Path) -> None:
    """Writes a FAISS index in FAISS's own format."""
    import faiss

    faiss.write_index(index, str(path))


def load_vectors(path: Path, count: int, dimension: int) -> FaissVectors:
    """Maps a FAISS index from disk where its kind allows it.

    Raises:
        ValueError: the file is damaged or holds other vectors than expected.
    """
    import faiss

    try:
        index = faiss.read_index(str(path), faiss.IO_FLAG_MMAP | faiss.IO_FLAG_READ_ONLY)
    except RuntimeError as error:
        raise ValueError(f"{path.name} cannot be read: {str(error).splitlines()[0]}") from None
    if index.ntotal != count or index.d != dimension:
        raise ValueError(f"{path.name} holds {index.ntotal} vectors of {index.d} dimensions, expected {count} of {dimension}")
    return FaissVectors(index)
