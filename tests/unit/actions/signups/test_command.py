import argparse
import json
from pathlib import Path

import pytest

from actions.signups import signups_command

from .conftest import Office


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("BOT_DATABASE_URL", raising=False)


def test_the_list_tells_sessions_people_and_mails(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.store.cancel(office.sign_up())
    office.sign_up(email="b@example.be")
    office.deliver()
    assert signups_command(argparse.Namespace(json=False)) == 0
    shown = capsys.readouterr().out
    assert "1 geannuleerd, 1 ingeschreven" in shown
    assert "b@example.be" in shown
    assert "5 verstuurd, 0 wachten, 2 voor later, 0 mislukt" in shown


def test_the_json_holds_no_key_to_a_page(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.sign_up()
    signups_command(argparse.Namespace(json=True))
    shown = json.loads(capsys.readouterr().out)
    assert shown["signups"][0]["email"] == "lien@example.be"
    assert office.store.all()[0].token not in json.dumps(shown)
    assert shown["mails"]["due"] == 2


def test_without_sign_ups(capsys: pytest.CaptureFixture[str]) -> None:
    signups_command(argparse.Namespace(json=False))
    assert "Er zijn geen inschrijvingen" in capsys.readouterr().out
