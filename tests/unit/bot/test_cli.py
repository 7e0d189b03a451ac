from pathlib import Path

import pytest

from bot import cli


def test_arguments_of_the_commands_that_checks_rely_on() -> None:
    parser = cli.build_parser()
    facts = parser.parse_args(["facts", "a.pdf", "map", "--out", "uit"])
    assert (facts.paths, facts.out) == ([Path("a.pdf"), Path("map")], Path("uit"))
    search = parser.parse_args(["search", "Wat verdien ik?", "--vacancy", "jurist", "--json"])
    assert (search.question, search.vacancy, search.json) == ("Wat verdien ik?", "jurist", True)
    assert parser.parse_args(["check", "a.docx", "--json"]).json is True


def test_every_command_has_an_implementation_named() -> None:
    choices = next(action.choices for action in cli.build_parser()._actions if action.dest == "command")
    assert set(choices or ()) == set(cli._COMMANDS)


@pytest.mark.parametrize("command", sorted(cli._COMMANDS))
def test_implementations_exist(command: str) -> None:
    assert callable(cli._implementation(command))


def test_a_setting_that_cannot_be_used_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("BOT_PORT", "deur")
    assert cli.main(["serve"]) == 2
    assert "BOT_PORT='deur'" in capsys.readouterr().err
