"""Nothing is invented: each number, address, date, amount and name in a reply stands in the source, or in what the candidate said."""

import json
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest

from knowledge.readers import SUFFIXES, read

from . import said

pytestmark = [pytest.mark.stack, pytest.mark.slow]

DEVELOPMENT = Path(__file__).parents[1] / "data" / "dev"

# Sets enough for some hundreds of questions; reading and asking all of them would take minutes more.
SETS = "CDHKMNPU"


@dataclass(frozen=True)
class Turn:
    """A question, with what came before it, and what was answered."""

    vacancy: str | None
    asked: tuple[str, ...]
    text: str


@pytest.fixture(scope="module")
def evaluation_turns(shared_eval: Path, evaluation_stack: Any) -> list[Turn]:
    return ask_all(evaluation_stack, [shared_eval / "questions.jsonl"])


@pytest.fixture(scope="module")
def development_turns(stack: Any) -> Iterator[list[Turn]]:
    files = [DEVELOPMENT / f"questions-{name}.jsonl" for name in SETS]
    named = {json.loads(line)["bundle"] for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip()}
    bundles = [file for file in sorted((DEVELOPMENT / "bundles").iterdir()) if file.name in named]
    stack.publish(*bundles)
    yield ask_all(stack, files)
    for file in bundles:
        (stack.bundles / file.name).unlink()


def ask_all(stack: Any, files: list[Path]) -> list[Turn]:
    """Every question in a conversation of its own; a question asked before makes a turn of its own."""
    turns = []
    with httpx.Client(base_url=stack.url, timeout=30, trust_env=False) as client:
        for line in (line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip()):
            question = json.loads(line)
            vacancy = Path(question["bundle"]).stem if question["bundle"] else None
            conversation, asked = secrets.token_urlsafe(16), ()
            for message in [*(question.get("history") or ()), question["question"]]:
                asked = (*asked, message)
                response = client.post("/api/chat", json={"conversation_id": conversation, "message": message, "vacancy": vacancy})
                assert response.status_code == 200, message
                texts = [reply["text"] for reply in response.json()["replies"] if reply["kind"] != "notice"]
                turns.append(Turn(vacancy, asked, "\n".join(texts)))
    return turns


@pytest.fixture(params=["evaluation", "development"])
def asked(request: pytest.FixtureRequest) -> tuple[Any, list[Turn]]:
    stack = request.getfixturevalue("evaluation_stack" if request.param == "evaluation" else "stack")
    return stack, request.getfixturevalue(f"{request.param}_turns")


@cache
def source(bundles: Path, vacancy: str | None) -> str:
    """The text of a vacancy's bundle with the addresses of its links; of every bundle where the question was about none."""
    files = [file for file in bundles.iterdir() if file.suffix in SUFFIXES and vacancy in (None, file.stem)]
    documents = [read(file) for file in files]
    return "\n".join("\n".join([document.name, document.text, *(link.target for link in document.links)]) for document in documents)


def unsupported(turns: list[Turn], bundles: Path, found: Callable[[str], set[Any]], known: Callable[[str], Callable[[Any], bool]]) -> list[str]:
    """What was said and stands nowhere, with the question. `known` makes a test from a source text."""
    wrong = []
    for turn in turns:
        stands = known(source(bundles, turn.vacancy) + "\n" + "\n".join(turn.asked))
        wrong += [f"{turn.vacancy}: {turn.asked[-1]!r} -> {item}\n{turn.text}\n" for item in sorted(found(turn.text), key=str) if not stands(item)]
    return wrong


def test_phone_numbers(asked: tuple[Any, list[Turn]]) -> None:
    stack, turns = asked
    assert any(said.phones(turn.text) for turn in turns)
    wrong = unsupported(turns, stack.bundles, said.phones, lambda text: lambda number: said.has_phone(text, number))
    assert not wrong, "\n".join(wrong)


def test_mail_addresses(asked: tuple[Any, list[Turn]]) -> None:
    stack, turns = asked
    assert any(said.emails(turn.text) for turn in turns)
    wrong = unsupported(turns, stack.bundles, said.emails, lambda text: lambda address: said.has_email(text, address))
    assert not wrong, "\n".join(wrong)


def test_dates(asked: tuple[Any, list[Turn]]) -> None:
    """A year may be worked out where the source leaves it out, and only there."""
    stack, turns = asked

    def known(text: str) -> Callable[[said.Day], bool]:
        there = said.days(text)
        return lambda day: (
            day in there
            or (day.year is None and (day.month, day.day) in {(one.month, one.day) for one in there})
            or (said.Day(day.month, day.day) in there)
        )

    assert any(said.days(turn.text) for turn in turns)
    assert not (wrong := unsupported(turns, stack.bundles, said.days, known)), "\n".join(wrong)


def test_amounts(asked: tuple[Any, list[Turn]]) -> None:
    """Money and percentages; the share of full time may be worked out of its fraction."""
    stack, turns = asked
    assert any(said.amounts(turn.text) for turn in turns)
    assert not (wrong := unsupported(turns, stack.bundles, said.amounts, lambda text: (said.numbers(text) | said.shares(text)).__contains__)), (
        "\n".join(wrong)
    )


def test_names_of_contacts(asked: tuple[Any, list[Turn]]) -> None:
    """A person of one vacancy is never named for another."""
    stack, turns = asked
    persons = contact_names(stack.url)
    assert persons
    assert any(said.names(turn.text, persons) for turn in turns)
    wrong = unsupported(turns, stack.bundles, lambda text: said.names(text, persons), lambda text: said.names(text, persons).__contains__)
    assert not wrong, "\n".join(wrong)


def contact_names(url: str) -> set[str]:
    """Every contact person of every bundle that is published."""
    with httpx.Client(base_url=url, timeout=30, trust_env=False) as client:
        facts = [client.get(f"/api/vacancies/{entry['id']}").json() for entry in client.get("/api/vacancies").json()]
    return {name for entry in facts for contact in entry["contacts"] if (name := contact["value"]["name"])}
