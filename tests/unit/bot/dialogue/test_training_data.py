"""The training messages, domain and rules as data: what a reviewer would check by hand."""

import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

DIALOGUE = Path(__file__).resolve().parents[4] / "bot" / "dialogue"


def load(folder: str) -> dict[str, Any]:
    return {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted((DIALOGUE / folder).glob("*.yml"))}


@pytest.fixture(scope="module")
def examples() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for content in load("nlu_data").values():
        for item in content["nlu"]:
            found[item["intent"]] += [line.removeprefix("- ") for line in item["examples"].splitlines()]
    return found


def without_slot_values(text: str) -> str:
    return " ".join(re.sub(r"\d+", "0", re.sub(r"[^\w@?!.<>]+", " ", text.casefold())).split()).rstrip("?!. ") or text


def test_at_least_25_messages_an_intent(examples: dict[str, list[str]]) -> None:
    assert {intent: len(texts) for intent, texts in examples.items() if len(texts) < 25} == {}


def test_out_of_scope_is_varied(examples: dict[str, list[str]]) -> None:
    assert len(examples["out_of_scope"]) >= 80


def test_no_two_messages_are_equal_after_removing_values(examples: dict[str, list[str]]) -> None:
    counts = Counter(without_slot_values(text) for texts in examples.values() for text in texts)
    assert [text for text, count in counts.items() if count > 1] == []


def test_no_annotation_or_slash_slips_in(examples: dict[str, list[str]]) -> None:
    # Rasa reads [text](entity) as an annotation and a leading slash as a command.
    assert [text for texts in examples.values() for text in texts if re.search(r"\[[^\]]*\]\(", text) or text.startswith("/")] == []


def test_every_intent_has_one_rule_and_one_action_of_the_domain(examples: dict[str, list[str]]) -> None:
    domain = load("domain").values()
    intents = [intent for content in domain for intent in content.get("intents", [])]
    actions = {action for content in domain for action in content.get("actions", [])}
    rules = {rule["steps"][0]["intent"]: rule["steps"][1]["action"] for content in load("rules").values() for rule in content["rules"]}
    assert sorted(intents) == sorted(examples)
    assert set(rules) == set(intents) | {"nlu_fallback"}
    assert set(rules.values()) == actions


def test_a_rule_stands_in_the_file_of_its_capability() -> None:
    for capability, content in load("rules").items():
        assert {rule["steps"][1]["action"] for rule in content["rules"]} == {f"action_{capability}"}
