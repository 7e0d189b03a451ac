"""The documents tell of every setting, make target, command and route, and what they point at exists."""

import argparse
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from pydantic.fields import FieldInfo

from bot.cli import build_parser
from bot.gateway.app import create_app
from knowledge.settings import PROJECT_ROOT, Settings

README = PROJECT_ROOT / "README.md"
DOCUMENTS = [README, PROJECT_ROOT / "CONTRIBUTING.md", PROJECT_ROOT / "CHANGELOG.md", *sorted((PROJECT_ROOT / "docs").glob("*.md"))]

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_OUR_PATH = re.compile(r"`((?:knowledge|index|actions|bot|docs|tests|benchmarks|requirements|\.ci)/[\w./-]*)`")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _row(name: str, field: FieldInfo) -> str:
    """The row of a setting in the configuration table."""
    default = field.default
    if field.default_factory is not None or default is None:
        shown = ""
    elif isinstance(default, Path):
        shown = f"`{default.relative_to(PROJECT_ROOT)}`"
    else:
        shown = f"`{str(default).lower() if isinstance(default, bool) else default}`"
    return f"| `BOT_{name.upper()}` | {shown} | {field.description} |"


def _paths(routes: Iterable[Any]) -> Iterator[str]:
    """Every path of an application, routers inside it included."""
    for route in routes:
        if (inner := getattr(route, "original_router", None)) is not None:
            yield from _paths(inner.routes)
        else:
            yield route.path


@pytest.mark.parametrize("name", Settings.model_fields)
def test_the_configuration_table_has_every_setting_as_it_is(name: str) -> None:
    assert _row(name, Settings.model_fields[name]) in _text(README).splitlines()


def test_the_configuration_table_has_no_other_setting() -> None:
    told = re.findall(r"\bBOT_[A-Z_]+\b", "\n".join(map(_text, DOCUMENTS)))
    assert {name.removeprefix("BOT_").lower() for name in told} <= set(Settings.model_fields)


def test_every_make_target_is_documented() -> None:
    targets = re.findall(r"^([a-z-]+):.*## ", _text(PROJECT_ROOT / "Makefile"), re.MULTILINE)
    assert "test" in targets
    assert [target for target in targets if f"`make {target}`" not in _text(README)] == []


def test_every_make_target_that_is_named_exists() -> None:
    targets = re.findall(r"^([a-z-]+):", _text(PROJECT_ROOT / "Makefile"), re.MULTILINE)
    named = re.findall(r"(?:`|^)make ([a-z-]+)", "\n".join(map(_text, DOCUMENTS)), re.MULTILINE)
    assert set(named) <= set(targets)


def test_the_test_command_is_the_one_that_the_ci_calls() -> None:
    assert "make test" in _text(PROJECT_ROOT / ".ci" / "run")
    assert re.search(r"^make test\b", _text(README), re.MULTILINE)


def test_every_command_is_documented_and_no_other() -> None:
    commands = next(action for action in build_parser()._actions if isinstance(action, argparse._SubParsersAction)).choices
    assert [name for name in commands if f"| `vacaturebot {name}" not in _text(README)] == []
    named = re.findall(r"`(?:\.venv/bin/)?vacaturebot ([a-z]+)", "\n".join(map(_text, DOCUMENTS)))
    assert set(named) - {"is"} <= set(commands)  # "vacaturebot is klaar: ..." is what the service prints


def test_every_public_route_is_documented() -> None:
    application = create_app(Settings(recruiter_password=SecretStr("long enough a word")))
    paths = {path.replace("{vacancy_id}", "{id}") for path in _paths(application.routes)}
    assert {"/", "/api/chat", "/readyz", "/recruiter", "/signups/{token}"} <= paths
    documented = set(re.findall(r"`(?:[A-Z]+ )?(/[^`\s]*)`", _text(PROJECT_ROOT / "docs" / "api.md")))
    documented |= set(re.findall(r"^## [A-Z]+ (/\S+)", _text(PROJECT_ROOT / "docs" / "api.md"), re.MULTILINE))
    assert paths - documented == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_points_at_exists(document: Path) -> None:
    links = [link.split("#")[0] for link in _LINK.findall(_text(document)) if not re.match(r"[a-z]+:|#", link)]
    missing = [link for link in links if not (document.parent / link).exists()]
    missing += [path for path in _OUR_PATH.findall(_text(document)) if not (PROJECT_ROOT / path).exists()]
    assert missing == []


def test_every_document_can_be_reached_from_the_readme() -> None:
    linked = set(_LINK.findall(_text(README)))
    assert [path.name for path in DOCUMENTS[1:] if str(path.relative_to(PROJECT_ROOT)) not in linked] == []
