from pathlib import Path

import pytest

from bot.setup import steps
from bot.setup.steps import SetupError, content_hash, explain, is_current, run


def test_hash_follows_content_and_not_time(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    file = tmp_path / "map" / "a.yml"
    file.write_text("een")
    first = content_hash([tmp_path / "map"])
    file.write_text("twee")
    assert content_hash([tmp_path / "map"]) != first
    file.write_text("een")
    assert content_hash([tmp_path / "map"]) == first
    assert content_hash([tmp_path / "map"], "3.10") != first
    (tmp_path / "map" / "b.yml").write_text("")
    assert content_hash([tmp_path / "map"]) != first


def test_compiled_files_do_not_count(tmp_path: Path) -> None:
    first = content_hash([tmp_path])
    (tmp_path / "x.pyc").write_bytes(b"1")
    assert content_hash([tmp_path]) == first


def test_stamp_is_current_only_for_its_inputs(tmp_path: Path) -> None:
    stamp = tmp_path / "stamp"
    assert not is_current(stamp, "a")
    stamp.write_text("a")
    assert is_current(stamp, "a")
    assert not is_current(stamp, "b")


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("error: failed to write: No space left on device (os error 28)", "the disk is full"),
        ("error: Failed to fetch: `somewhere`\n  dns error", "could not be reached"),
        ("ERROR: Could not find a version that satisfies the requirement uv==0.13.9 (from versions: none)", "could not be reached"),
        ("iets\nwaarover niemand iets weet", "waarover niemand iets weet"),
    ],
)
def test_known_causes_become_a_sentence(output: str, expected: str) -> None:
    assert expected in explain(output, "install", Path("var/log/install.log"))


def test_a_failing_command_raises_with_its_last_lines(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    run(["sh", "-c", "echo goed"], "een stap")
    assert (tmp_path / "var" / "log" / "een-stap.log").read_text() == "goed\n"
    with pytest.raises(SetupError, match="stuk"):
        run(["sh", "-c", "echo stuk; exit 3"], "een stap")
