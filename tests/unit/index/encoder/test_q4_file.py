import struct
from pathlib import Path

import numpy as np
import pytest

from index.encoder.q4_file import BLOCK, Q4File


def write_model(path: Path) -> None:
    """One block of 32 weights with scale 0.5 that runs through every nibble twice, and one plain vector."""
    low, high = list(range(16)), list(range(15, -1, -1))
    block = struct.pack("<e", 0.5) + bytes(lo | hi << 4 for lo, hi in zip(low, high, strict=True))
    vector = struct.pack("<3f", 1, 2, 3)
    pieces = ["<s>", "</s>", "▁dé"]
    blob = "".join(pieces).encode()
    offsets = np.cumsum([0] + [len(piece.encode()) for piece in pieces]).astype("<u4").tobytes()
    head = b"E5S1\x01\0\0\0" + struct.pack("<7ifi", 384, 12, 12, 1536, 3, 512, 2, 1e-12, 4)
    head += struct.pack("<5iQ", 3, 0, 1, 0, 0, len(blob)) + offsets + struct.pack("<3f", 0, 0, -2.5) + blob
    head += struct.pack("<iI", 1, 4) + b"norm" + struct.pack("<i", 2)

    def entry(name: str, kind: int, count: int, offset: int, size: int) -> bytes:
        return struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", kind, count, offset, size)

    start = len(head) + len(entry("m", 1, 0, 0, 0)) + len(entry("v", 0, 0, 0, 0))
    directory = entry("m", 1, BLOCK, start, len(block)) + entry("v", 0, 3, start + len(block), len(vector))
    path.write_bytes(head + directory + block + vector)


def test_reads_vocabulary_floats_and_blocks(tmp_path: Path) -> None:
    write_model(tmp_path / "model.bin")
    with Q4File(tmp_path / "model.bin") as model:
        assert (model.shape.hidden, model.shape.positions) == (384, 512)
        assert model.vocabulary.pieces == [("<s>", 0.0), ("</s>", 0.0), ("▁dé", -2.5)]
        assert model.vector("v").tolist() == [1, 2, 3]
        weights = model.matrix("m", 2, 16)
        assert weights[0].tolist() == [0.5 * (nibble - 8) for nibble in range(16)], "low nibbles first"
        assert weights[1].tolist() == [0.5 * (nibble - 8) for nibble in range(15, -1, -1)]


def test_refuses_other_shapes_and_files(tmp_path: Path) -> None:
    write_model(tmp_path / "model.bin")
    with Q4File(tmp_path / "model.bin") as model, pytest.raises(ValueError, match="32 weights, expected 3 x 16"):
        model.matrix("m", 3, 16)
    (tmp_path / "other.bin").write_bytes(b"GGUF" * 10)
    with pytest.raises(ValueError, match="not a model file"):
        Q4File(tmp_path / "other.bin")
