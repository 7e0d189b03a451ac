"""Vectors of texts while an index is built: known ones are looked up, new ones encoded and kept on disk as they come.

A build that is killed after minutes of encoding goes on where it was: the next one finds in the file what was encoded already.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.encoder.interface import Encoder

Vectors = npt.NDArray[np.float32]
Known = dict[bytes, npt.NDArray[Any]]
Report = Callable[[int, int], None]

_DIGEST, _CHECK = 20, 4
_CHUNK = 256
"""Texts encoded between two writes."""


def digest(text: str) -> bytes:
    """What a text is known by, 20 bytes."""
    return hashlib.sha1(text.encode(), usedforsecurity=False).digest()


class KeptVectors:
    """The file of an unfinished build: records of a checksum, a digest and a float16 vector. Of another encoder's file nothing is taken."""

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        named = hashlib.sha1(f"{encoder.name} {encoder.dimension}".encode(), usedforsecurity=False).hexdigest()[:12]
        self._path = folder / f"unfinished-{named}.vectors"
        self._dimension = encoder.dimension

    def load(self) -> Known:
        """What was kept; the rest of a file that was cut off, or that a full disk or a crash spoiled, is dropped."""
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return {}
        size = _CHECK + _DIGEST + 2 * self._dimension
        known: Known = {}
        good = 0
        for start in range(0, len(data) - size + 1, size):
            record = data[start + _CHECK : start + size]
            if zlib.crc32(record) != int.from_bytes(data[start : start + _CHECK], "little"):
                break
            known[record[:_DIGEST]] = np.frombuffer(record, dtype=np.float16, offset=_DIGEST)
            good = start + size
        if good < len(data):
            with self._path.open("r+b") as file:
                file.truncate(good)
        return known

    def add(self, digests: Sequence[bytes], vectors: npt.NDArray[np.float16]) -> None:
        """Appends the vectors of texts, (n, d)."""
        records = (key + vector.tobytes() for key, vector in zip(digests, vectors, strict=True))
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as file:
            file.write(b"".join(zlib.crc32(record).to_bytes(_CHECK, "little") + record for record in records))

    def clear(self) -> None:
        """Forgets everything, once the index is built."""
        self._path.unlink(missing_ok=True)


def encode(texts: Sequence[str], encoder: Encoder, known: Known, kept: KeptVectors | None = None, report: Report | None = None) -> Vectors:
    """Vectors of texts, (n, d), rounded as they are stored, so that a snapshot in memory and one from disk rank alike.

    `known` is added to; `report` hears how many of the new texts are done.
    """
    digests = [digest(text) for text in texts]
    new = {key: text for key, text in zip(digests, texts, strict=True) if key not in known}
    by_length = sorted(new, key=lambda key: len(new[key]))
    for start in range(0, len(by_length), _CHUNK):
        keys = by_length[start : start + _CHUNK]
        encoded = encoder.encode_passages([new[key] for key in keys]).astype(np.float16)
        known.update(zip(keys, encoded, strict=True))
        if kept is not None:
            kept.add(keys, encoded)
        if report:
            report(start + len(keys), len(by_length))
    return np.array([known[key] for key in digests], dtype=np.float32).reshape(len(texts), encoder.dimension)
