"""FAISS gives what the exact twin gives."""

from pathlib import Path

import numpy as np
import pytest

from index.vectors import FLAT_UP_TO, HNSW_UP_TO, FaissVectors, NumpyVectors, build_vectors, kind_for, load_vectors, save_vectors


@pytest.fixture
def vectors() -> np.ndarray:
    drawn = np.random.default_rng(3).normal(size=(600, 32)).astype(np.float32)
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


@pytest.mark.parametrize("kind", ["flat", "hnsw"])
def test_faiss_agrees_with_numpy(vectors: np.ndarray, kind: str) -> None:
    exact = NumpyVectors(vectors).search(vectors[:40], 10)[1]
    found = FaissVectors(build_vectors(vectors, kind)).search(vectors[:40], 10)[1]
    shared = np.mean([len(set(a) & set(b)) / 10 for a, b in zip(exact.tolist(), found.tolist(), strict=True)])
    assert shared == 1.0 if kind == "flat" else shared > 0.95


def test_fewer_vectors_than_asked(vectors: np.ndarray) -> None:
    for index in (NumpyVectors(vectors[:3]), FaissVectors(build_vectors(vectors[:3]))):
        scores, ids = index.search(vectors[:1], 5)
        assert ids.shape == scores.shape == (1, 5)
        assert ids[0].tolist()[3:] == [-1, -1]


def test_the_kind_follows_the_number() -> None:
    assert [kind_for(count) for count in (10, FLAT_UP_TO, FLAT_UP_TO + 1, HNSW_UP_TO + 1)] == ["flat", "flat", "hnsw", "ivfpq"]


def test_a_damaged_or_foreign_file_is_refused(vectors: np.ndarray, tmp_path: Path) -> None:
    path = tmp_path / "vectors.faiss"
    save_vectors(build_vectors(vectors), path)
    assert load_vectors(path, 600, 32).search(vectors[:1], 1)[1][0, 0] == 0
    with pytest.raises(ValueError, match="expected 599"):
        load_vectors(path, 599, 32)
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(ValueError, match="cannot be read"):
        load_vectors(path, 600, 32)
