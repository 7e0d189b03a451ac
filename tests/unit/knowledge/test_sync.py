"""From the folder to the store: what is read, what stays published, what is refused."""

import shutil
from pathlib import Path

import pytest

from knowledge import sync
from knowledge.database import sqlite_engine
from knowledge.store import Store
from knowledge.sync import signature, synchronise

JOB = "Stad Ravelberg zoekt een {job} (m/v/x)\n\nJe hebt een bachelordiploma. Mail je cv voor 10 januari 2027 naar jobs@ravelberg.example.\n"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(sqlite_engine(tmp_path / "knowledge.db"))
    store.migrate()
    return store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "bundels"
    folder.mkdir()
    for job in ("kok", "jurist"):
        (folder / f"{job}.txt").write_text(JOB.format(job=job), encoding="utf-8")
    return folder


def published(store: Store) -> set[str]:
    return {version.document_id for version in store.published()}


def test_everything_is_read_once(folder: Path, store: Store) -> None:
    told: list[tuple[int, int, str]] = []
    report = synchronise(folder, store, lambda *progress: told.append(progress))
    assert (report.read, report.changed) == (["jurist", "kok"], True)
    assert told == [(1, 2, "jurist.txt"), (2, 2, "kok.txt")]
    again = synchronise(folder, store)
    assert (again.read, again.unchanged, again.changed) == ([], ["jurist", "kok"], False)


def test_only_a_changed_file_is_read_again(folder: Path, store: Store) -> None:
    synchronise(folder, store)
    (folder / "kok.txt").write_text(JOB.format(job="chef-kok"), encoding="utf-8")
    assert synchronise(folder, store).read == ["kok"]
    assert len(store.history("kok")) == 2


def test_a_touched_file_is_not_read_again(folder: Path, store: Store) -> None:
    synchronise(folder, store)
    before = signature(folder)
    path = folder / "kok.txt"
    shutil.copy(path, folder / "copy.tmp")
    (folder / "copy.tmp").replace(path)
    assert signature(folder) != before
    assert synchronise(folder, store).read == []


def test_a_file_that_is_gone_is_withdrawn_and_comes_back(folder: Path, store: Store) -> None:
    synchronise(folder, store)
    (folder / "kok.txt").rename(folder.parent / "kok.txt")
    assert synchronise(folder, store).removed == ["kok"]
    assert published(store) == {"jurist"}
    (folder.parent / "kok.txt").rename(folder / "kok.txt")
    synchronise(folder, store)
    assert published(store) == {"jurist", "kok"}


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7 half"])
def test_a_file_that_can_no_longer_be_read_leaves_its_previous_version(folder: Path, store: Store, content: bytes) -> None:
    synchronise(folder, store)
    before = store.snapshot().bundles["kok"]
    (folder / "kok.txt").write_bytes(content)
    report = synchronise(folder, store)
    assert set(report.refused) == {"kok.txt"}
    assert store.snapshot().bundles["kok"] == before


def test_an_extractor_that_fails_stops_no_other_bundle(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def extract(document: object) -> tuple[()]:
        if "jurist" in getattr(document, "id", ""):
            raise RuntimeError("a mistake of ours")
        return ()

    monkeypatch.setattr(sync, "extract", extract)
    report = synchronise(folder, store)
    assert (report.read, set(report.refused)) == (["kok"], {"jurist.txt"})


def test_the_same_name_twice_and_names_that_are_odd(folder: Path, store: Store) -> None:
    (folder / "kok.md").write_text("# Kok\n", encoding="utf-8")
    (folder / "coördinator jeugd & sport (80%).txt").write_text(JOB.format(job="coördinator"), encoding="utf-8")
    (folder / ".verborgen.txt").write_text("niets", encoding="utf-8")
    (folder / "rooster.xlsx").write_bytes(b"PK")
    (folder / "map").mkdir()
    report = synchronise(folder, store)
    assert set(report.refused) == {"kok.txt"}
    assert published(store) == {"jurist", "kok", "coördinator jeugd & sport (80%)"}


def test_a_folder_that_does_not_exist_is_empty(tmp_path: Path, store: Store) -> None:
    assert synchronise(tmp_path / "nergens", store).changed is False
