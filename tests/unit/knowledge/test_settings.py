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


TEAMS = {"BOT_TEAMS_APP_ID": "app", "BOT_TEAMS_TENANT": "tenant", "BOT_TEAMS_CLIENT_SECRET": "geheim"}


def test_teams_is_off_by_default_and_whole_when_on(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().teams_app_id is None
    for name, value in TEAMS.items():
        monkeypatch.setenv(name, value)
    assert load_settings().teams_tenant == "tenant"
    assert load_settings().model_dump()["teams_client_secret"] == "geheim"


@pytest.mark.parametrize("env", ["development", "test", "production"])
@pytest.mark.parametrize("missing", TEAMS)
def test_half_of_the_settings_for_teams_is_refused(monkeypatch: pytest.MonkeyPatch, env: str, missing: str) -> None:
    monkeypatch.setenv("BOT_ENV", env)
    for name, value in TEAMS.items():
        if name != missing:
            monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=missing):
        load_settings()


@pytest.mark.parametrize("name", ["BOT_TEAMS_OPENID_URL", "BOT_TEAMS_LOGIN_URL", "BOT_TEAMS_SERVICE_URL"])
@pytest.mark.parametrize("env", ["development", "production"])
def test_another_address_for_teams_is_for_tests_only(monkeypatch: pytest.MonkeyPatch, name: str, env: str) -> None:
    monkeypatch.setenv(name, "http://127.0.0.1:5/keys")
    monkeypatch.setenv("BOT_ENV", "test")
    load_settings()
    monkeypatch.setenv("BOT_ENV", env)
    with pytest.raises(SettingsError, match=name):
        load_settings()


@pytest.mark.parametrize("switch", ["DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS", "SKIP_AUTH", "BOT_TEAMS_SKIP_AUTH", "ALLOW_ANONYMOUS_CALLERS"])
def test_a_switch_that_lets_anybody_in_is_refused(monkeypatch: pytest.MonkeyPatch, switch: str) -> None:
    monkeypatch.setenv("BOT_ENV", "production")
    for name, value in TEAMS.items():
        monkeypatch.setenv(name, value)
    for value in ("true", "1", "YES", "on"):
        monkeypatch.setenv(switch, value)
        with pytest.raises(SettingsError, match=switch):
            load_settings()
    monkeypatch.setenv(switch, "false")
    load_settings()


def test_webhook_of_the_recruiters_is_secret_and_encrypted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TEAMS_WEBHOOK_URL", "http://prod.example.be/workflows/1?sig=abc")
    with pytest.raises(SettingsError, match="https") as caught:
        load_settings()
    assert "abc" not in str(caught.value)
    monkeypatch.setenv("BOT_TEAMS_WEBHOOK_URL", "https://prod.example.be/workflows/1?sig=abc")
    assert "abc" not in repr(load_settings())
