import os
from pathlib import Path

import pytest

from bot.dialogue.run_rasa import main, newest_model


def test_takes_the_newest_model(tmp_path: Path) -> None:
    for age, name in ((200, "a.tar.gz"), (100, "b.tar.gz"), (300, "c.tar.gz")):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (1_000_000 - age, 1_000_000 - age))
    assert newest_model(tmp_path).name == "b.tar.gz"
    assert newest_model(tmp_path / "a.tar.gz").name == "a.tar.gz"


def test_no_model_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="run the set-up"):
        newest_model(tmp_path)


def test_names_the_missing_variable(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "m.tar.gz").touch()
    monkeypatch.setattr(os, "environ", {"BOT_RASA_MODEL_DIR": str(tmp_path), "BOT_RASA_PORT": "1"})
    assert main() == 1
    assert "BOT_ACTIONS_URL is not set" in capsys.readouterr().err
