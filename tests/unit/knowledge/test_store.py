from pathlib import Path

import pytest

from knowledge.database import sqlite_engine
from knowledge.document import Document, DocumentBuilder
from knowledge.model import Citation, Fact, Vacancy
from knowledge.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(sqlite_engine(tmp_path / "knowledge.db"))
    store.migrate()
    return store


def _document(text: str = "Stad X zoekt een jurist.", sha: str = "1") -> Document:
    builder = DocumentBuilder()
    builder.add("paragraph", text)
    return builder.build(id="x_jurist", name="x_jurist.txt", format="text", sha256=sha)


def _vacancy() -> Vacancy:
    return Vacancy("x_jurist", "x_jurist", True, employer=Fact("Stad X", (Citation(0, 6, "Stad X"),)))


def test_what_was_published_comes_back_equal(store: Store) -> None:
    store.publish(_document(), [_vacancy()])
    snapshot = store.snapshot()
    assert snapshot.bundles["x_jurist"].document == _document()
    assert snapshot.vacancies == {"x_jurist": _vacancy()}


def test_publishing_the_same_again_changes_nothing(store: Store) -> None:
    first = store.publish(_document(), [_vacancy()])
    before = store.fingerprint()
    assert store.publish(_document(), [_vacancy()]) == first
    assert store.fingerprint() == before


def test_a_new_version_replaces_the_old_one_and_history_is_kept(store: Store) -> None:
    store.publish(_document(), [_vacancy()])
    before = store.fingerprint()
    store.publish(_document("Stad X zoekt twee juristen.", sha="2"), [_vacancy()])
    assert store.fingerprint() != before
    assert store.snapshot().bundles["x_jurist"].document.sha256 == "2"
    assert [version.sha256 for version in store.history("x_jurist")] == ["1", "2"]


def test_going_back_to_an_earlier_content_publishes_it_again(store: Store) -> None:
    store.publish(_document(), [_vacancy()])
    store.publish(_document("anders", sha="2"), [])
    store.publish(_document(), [_vacancy()])
    assert [version.sha256 for version in store.published()] == ["1"]


def test_unpublishing_works_at_once_and_keeps_the_history(store: Store) -> None:
    store.publish(_document(), [_vacancy()])
    assert store.unpublish("x_jurist")
    assert store.snapshot().bundles == {}
    assert not store.unpublish("x_jurist")
    assert len(store.history("x_jurist")) == 1


def test_migrating_twice_is_harmless(store: Store) -> None:
    store.publish(_document(), [_vacancy()])
    store.migrate()
    assert len(store.published()) == 1


def test_a_new_snapshot_reads_only_what_changed(store: Store) -> None:
    other = DocumentBuilder()
    other.add("paragraph", "Stad Y zoekt een kok.")
    store.publish(_document(), [_vacancy()])
    store.publish(other.build(id="y_kok", name="y_kok.txt", format="text", sha256="3"), [])
    before = store.snapshot()
    store.publish(_document("Stad X zoekt twee juristen.", sha="2"), [_vacancy()])
    after = store.snapshot(before)
    assert after.bundles["y_kok"] is before.bundles["y_kok"]
    assert after.bundles["x_jurist"].document.sha256 == "2"
    assert (after.version, after.bundles) == (store.snapshot().version, store.snapshot().bundles)
    store.unpublish("y_kok")
    assert set(store.snapshot(after).bundles) == {"x_jurist"}
