"""An index on disk: swapped as a whole, refused when it doesn't fit, left alone when building fails."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index import storage
from index.build import build, make_snapshot
from index.search import load
from index.storage import UnusableIndexError, load_snapshot
from knowledge.catalog import Bundle


def test_there_and_back(bundles: list[Bundle], encoder: Any, index_folder: Path) -> None:
    build(bundles, encoder, index_folder)
    snapshot, fresh = load_snapshot(index_folder, encoder), make_snapshot(bundles, encoder)
    assert list(snapshot.passages) == list(fresh.passages)
    assert np.allclose(snapshot.unit_vectors, fresh.unit_vectors)
    assert snapshot.names == fresh.names
    assert snapshot.manifest["sources"] == {"delinde_verpleegkundige": "1", "zanddorp_tuinman": "2"}


def test_an_index_from_disk_answers_as_one_in_memory(bundles: list[Bundle], searcher: Any, encoder: Any, index_folder: Path) -> None:
    build(bundles, encoder, index_folder)
    question = "krijg ik maaltijdcheques?"
    assert load(index_folder, encoder).search(question) == searcher.search(question)


def test_no_index(encoder: Any, index_folder: Path) -> None:
    with pytest.raises(UnusableIndexError, match="there is no index"):
        load_snapshot(index_folder, encoder)


def test_another_encoder_is_refused(bundles: list[Bundle], encoder: Any, index_folder: Path) -> None:
    build(bundles, encoder, index_folder)
    encoder.name = "another"
    with pytest.raises(UnusableIndexError, match="built with words"):
        load_snapshot(index_folder, encoder)


@pytest.mark.parametrize(
    "file", ["passages.jsonl", "passages.npy", "units.npy", "mean.npy", "vectors.faiss", "posting_ids.npy", "terms.json", "names.json"]
)
@pytest.mark.parametrize("harm", ["missing", "cut"])
def test_a_damaged_index_is_refused(bundles: list[Bundle], encoder: Any, index_folder: Path, file: str, harm: str) -> None:
    build(bundles, encoder, index_folder)
    path = index_folder / "current" / file
    if harm == "missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(UnusableIndexError, match="damaged"):
        load_snapshot(index_folder, encoder)


def test_a_manifest_of_another_format_is_refused(bundles: list[Bundle], encoder: Any, index_folder: Path) -> None:
    build(bundles, encoder, index_folder)
    path = index_folder / "current" / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "format": 0}))
    with pytest.raises(UnusableIndexError, match="another format"):
        load_snapshot(index_folder, encoder)


def test_an_index_of_other_words_is_refused_but_lends_its_vectors(bundles: list[Bundle], encoder: Any, index_folder: Path) -> None:
    build(bundles, encoder, index_folder)
    path = index_folder / "current" / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "words": "of before"}))
    with pytest.raises(UnusableIndexError, match="another version"):
        load_snapshot(index_folder, encoder)
    encoded = encoder.encoded
    build(bundles, encoder, index_folder)
    assert encoder.encoded == encoded
    assert len(load_snapshot(index_folder, encoder).passages)


def test_a_full_disk_leaves_the_old_index_in_use(bundles: list[Bundle], encoder: Any, index_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(bundles[:1], encoder, index_folder)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storage, "save_vectors", full)
    with pytest.raises(OSError, match="No space"):
        build(bundles, encoder, index_folder)
    assert set(load_snapshot(index_folder, encoder).manifest["sources"]) == {"delinde_verpleegkundige"}
    assert len(list(index_folder.iterdir())) == 2


def test_building_again_replaces_the_old_version(bundles: list[Bundle], encoder: Any, index_folder: Path) -> None:
    build(bundles[:1], encoder, index_folder)
    build(bundles, encoder, index_folder)
    assert len(list(index_folder.iterdir())) == 2
    assert len(load_snapshot(index_folder, encoder).manifest["sources"]) == 2
