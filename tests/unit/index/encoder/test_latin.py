from typing import Any

import pytest

from index.encoder.latin import is_latin, prune


@pytest.mark.parametrize("piece", ["▁vacature", "ë", "Łódź", "€", "2026", "😀", "—", "½", ""])
def test_kept(piece: str) -> None:
    assert is_latin(piece)


@pytest.mark.parametrize("piece", ["语", "▁при", "ة", "a语"])
def test_dropped(piece: str) -> None:
    assert not is_latin(piece)


def tokenizer(kind: str = "Unigram", unknown: int = 1) -> dict[str, Any]:
    vocabulary = [["<s>", 0.0], ["<unk>", 0.0], ["语", -1.0], ["▁ja", -2.0]]
    return {"added_tokens": [{"id": 0}], "model": {"type": kind, "unk_id": unknown, "vocab": vocabulary}, "normalizer": None}


def test_prune_tells_where_each_piece_came_from() -> None:
    pruned, kept = prune(tokenizer()) or ({}, [])
    assert kept == [0, 1, 3]
    assert [piece for piece, _ in pruned["model"]["vocab"]] == ["<s>", "<unk>", "▁ja"]


def test_prune_refuses_what_it_would_break() -> None:
    assert prune(tokenizer(kind="BPE")) is None
    assert prune(tokenizer(unknown=3)) is None
