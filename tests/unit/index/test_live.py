"""What answers follows the folder of bundles, as a whole, and survives what goes wrong."""

from pathlib import Path
from typing import Any

import pytest

from index import live as module
from index.live import LiveIndex
from knowledge.settings import Settings

JOB = "Stad Ravelberg zoekt een {job} (m/v/x)\n\nJe hebt een bachelordiploma en je krijgt {extra}. Mail je cv naar jobs@ravelberg.example.\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "bundels").mkdir()
    settings = Settings(knowledge_dir=tmp_path / "bundels", data_dir=tmp_path / "data")
    write(settings, "kok", "een fiets")
    write(settings, "jurist", "een laptop")
    return settings


def write(settings: Settings, job: str, extra: str) -> None:
    (settings.knowledge_dir / f"{job}.txt").write_text(JOB.format(job=job, extra=extra), encoding="utf-8")


def texts(live: Any) -> str:
    return "\n".join(passage.text for passage in live.searcher.snapshot.passages)


def test_a_change_is_taken_over_and_only_its_texts_are_encoded(settings: Settings, encoder: Any) -> None:
    live = LiveIndex.open(settings, encoder)
    before = live.current
    assert live.refresh() is before
    encoded = encoder.encoded
    write(settings, "kok", "een elektrische bakfiets")
    after = live.refresh()
    assert "bakfiets" in texts(after)
    assert "bakfiets" not in texts(before)
    assert 0 < encoder.encoded - encoded <= 3
    assert after.snapshot.bundles["jurist"] is before.snapshot.bundles["jurist"]
    assert [passage.id for passage in after.searcher.snapshot.passages if passage.document_id == "jurist"]


def test_it_is_the_same_as_an_index_built_at_once(settings: Settings, encoder: Any, tmp_path: Path) -> None:
    live = LiveIndex.open(settings, encoder)
    write(settings, "kok", "een elektrische bakfiets")
    write(settings, "redder", "een fluitje")
    (settings.knowledge_dir / "jurist.txt").unlink()
    renewed = live.refresh().searcher.snapshot
    fresh = LiveIndex.open(settings.model_copy(update={"data_dir": tmp_path / "other"}), encoder).current.searcher.snapshot
    assert list(renewed.passages) == list(fresh.passages)
    assert (renewed.unit_vectors == fresh.unit_vectors).all()
    assert renewed.names == fresh.names


def test_opening_again_builds_nothing(settings: Settings, encoder: Any) -> None:
    LiveIndex.open(settings, encoder)
    encoded = encoder.encoded
    LiveIndex.open(settings, encoder)
    assert encoder.encoded == encoded


def test_while_the_index_cannot_be_built_the_previous_one_answers(settings: Settings, encoder: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    live = LiveIndex.open(settings, encoder)
    before = live.current

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    write(settings, "kok", "een elektrische bakfiets")
    with monkeypatch.context() as patched:
        patched.setattr(module, "build", full)
        with pytest.raises(OSError, match="No space"):
            live.refresh()
    assert live.current is before
    assert "bakfiets" in texts(live.refresh())
