"""A build that is killed goes on where it was."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index import text_vectors
from index.build import build
from index.text_vectors import KeptVectors, digest, encode
from knowledge.catalog import Bundle

TEXTS = [f"Zin nummer {number} over de job." for number in range(10)]


class Killed(BaseException):
    """Stands for the end of the process: nothing may catch it."""


class Mortal:
    """An encoder that dies after so many texts."""

    def __init__(self, encoder: Any, texts: int) -> None:
        self.name, self.dimension, self.left, self._encoder = encoder.name, encoder.dimension, texts, encoder
        self.encode_queries = encoder.encode_queries

    def encode_passages(self, texts: list[str]) -> Any:
        self.left -= len(texts)
        if self.left < 0:
            raise Killed
        return self._encoder.encode_passages(texts)


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_vectors, "_CHUNK", 3)


def test_a_killed_build_goes_on_where_it_was(bundles: list[Bundle], encoder: Any, index_folder: Path) -> None:
    with pytest.raises(Killed):
        build(bundles, Mortal(encoder, 10), index_folder)
    before = encoder.encoded
    assert before == 9
    build(bundles, encoder, index_folder)
    whole = encoder.encoded
    assert not list(index_folder.glob("*.vectors"))
    encoder.encoded = 0
    build(bundles, encoder, index_folder.with_name("other"))
    assert encoder.encoded == whole


def test_vectors_kept_and_made_are_the_same(encoder: Any, tmp_path: Path) -> None:
    kept = KeptVectors(tmp_path, encoder)
    made = encode(TEXTS, encoder, {}, kept)
    again = encode(TEXTS, encoder, kept.load())
    assert encoder.encoded == len(TEXTS)
    assert np.array_equal(made, again)


@pytest.mark.parametrize("cut", [1, 100, 151, 152, 153])
def test_a_torn_end_is_dropped_and_written_over(encoder: Any, tmp_path: Path, cut: int) -> None:
    kept = KeptVectors(tmp_path, encoder)
    encode(TEXTS[:6], encoder, {}, kept)
    (file,) = tmp_path.iterdir()
    whole = file.stat().st_size
    file.write_bytes(file.read_bytes()[:-cut])
    known = kept.load()
    assert len(known) == 6 - -(-cut // (whole // 6))
    encode(TEXTS, encoder, known, kept)
    assert set(kept.load()) == {digest(text) for text in TEXTS}


def test_spoiled_vectors_are_not_taken(encoder: Any, tmp_path: Path) -> None:
    kept = KeptVectors(tmp_path, encoder)
    encode(TEXTS, encoder, {}, kept)
    (file,) = tmp_path.iterdir()
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)
    assert 0 < len(kept.load()) < len(TEXTS)


def test_another_encoders_vectors_are_not_taken(encoder: Any, tmp_path: Path) -> None:
    encode(TEXTS, encoder, {}, KeptVectors(tmp_path, encoder))
    other = type(encoder)(name="other")
    assert KeptVectors(tmp_path, other).load() == {}


def test_progress_is_told(encoder: Any) -> None:
    heard: list[tuple[int, int]] = []
    encode(TEXTS, encoder, {}, report=lambda number, of: heard.append((number, of)))
    assert heard == [(3, 10), (6, 10), (9, 10), (10, 10)]
