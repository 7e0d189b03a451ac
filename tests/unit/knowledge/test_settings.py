import os
from datetime import date
from pathlib import Path

import pytest

from knowledge.settings import SettingsError, load_settings


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("BOT_")]:
        monkeypatch.delenv(name)


def test_defaults() -> None:
    settings = load_settings()
    assert (settings.host, settings.port, settings.env, settings.today) == ("127.0.0.1", 8000, "development", None)
    assert settings.knowledge_dir.parts[-2:] == ("knowledge", "bundles")


@pytest.mark.parametrize(
    ("name", "value"),
    [("BOT_PORT", "tachtig"), ("BOT_PORT", "70000"), ("BOT_TODAY", "1 juni"), ("BOT_ENV", "prod"), ("BOT_RASA_PORT", "0")],
)
def test_error_names_key_and_value(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=f"{name}='{value}'"):
        load_settings()


def test_moved_date_is_refused_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TODAY", "2026-06-01")
    assert load_settings().clock().today() == date(2026, 6, 1)
    monkeypatch.setenv("BOT_ENV", "production")
    with pytest.raises(SettingsError, match="BOT_TODAY=2026-06-01"):
        load_settings()


def test_secret_is_made_when_absent_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().internal_secret != load_settings().internal_secret
    assert len(load_settings().internal_secret.get_secret_value()) >= 32
    monkeypatch.setenv("BOT_INTERNAL_SECRET", "te-kort")
    with pytest.raises(SettingsError, match="BOT_INTERNAL_SECRET=.hidden.") as caught:
        load_settings()
    assert "te-kort" not in str(caught.value)


def test_empty_variable_is_absent_and_folders_become_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOT_PORT", "")
    monkeypatch.setenv("BOT_DATA_DIR", "gegevens")
    settings = load_settings()
    assert settings.port == 8000
    assert settings.index_dir == tmp_path / "gegevens" / "index"


def test_inner_addresses_need_a_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_RASA_PORT", "5005")
    assert load_settings().rasa_url == "http://127.0.0.1:5005"
    with pytest.raises(SettingsError, match="BOT_ACTIONS_PORT"):
        _ = load_settings().actions_url
