"""The Dutch texts: plain language (DOMAIN.md, section 4), and none missing or left over."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from actions import small_talk
from actions.texts import RESPONSES, Texts
from knowledge.settings import PROJECT_ROOT

VARIANTS = [
    (name, variant["text"])
    for file in sorted(RESPONSES.glob("*.yml"))
    for name, variants in yaml.safe_load(file.read_text(encoding="utf-8"))["responses"].items()
    for variant in variants
]
NAMES = {name.removeprefix("utter_") for name, _ in VARIANTS}
# Word to avoid, and what to write instead.
AVOID = {
    r"aangaande|betreffende|inzake": "over",
    r"aanvang\w*": "beginnen",
    r"alsook|alsmede|tevens|eveneens": "ook",
    r"bekomen": "krijgen",
    r"dien(?:t|en)?(?: \w+){0,3} te": "moeten",
    r"derhalve": "dus",
    r"enkel": "alleen",
    r"gelieve": "wil je",
    r"indien|mits": "als",
    r"reeds": "al",
    r"slechts": "maar",
    r"steeds": "altijd",
    r"teneinde": "om",
    r"tracht\w*": "proberen",
    r"vermits": "omdat",
    r"wens(?:t|en)?": "willen",
    r"desbetreffende|dewelke|hetwelk|alvorens|middels|omtrent|doch": "een gewoon woord",
}
_EMOJI = re.compile("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence or line; a placeholder counts as one word."""
    text = re.sub(r"\{\w+\}", "X", text)
    parts = re.split(r"(?<=[.!?:])\s+|\n", text)
    return [found for part in parts if (found := re.findall(r"[\w’'@./-]*\w[\w’'@./-]*", part))]


@pytest.mark.parametrize(("name", "text"), VARIANTS)
def test_a_text_is_plain(name: str, text: str) -> None:
    found = {match.group(): better for word, better in AVOID.items() if (match := re.search(rf"\b(?:{word})\b", text, re.IGNORECASE))}
    assert not found
    assert not re.search(r"\b(?:u|uw|uzelf)\b", text, re.IGNORECASE), "je-form"
    assert not _EMOJI.search(text)
    assert not re.search(r"\bik denk\b|\bwaarschijnlijk\b", text), "facts or honestly not, no guesses"
    longest = max(sentences(text), key=len)
    assert len(longest) <= 20, " ".join(longest)


def test_sentences_are_short_on_average() -> None:
    lengths = [len(sentence) for name, text in VARIANTS if "language" not in name for sentence in sentences(text)]
    assert sum(lengths) / len(lengths) <= 15


@pytest.mark.parametrize(
    ("text", "counts"),
    [("Dag. Wat wil je weten over {about}?", [1, 6]), ("Een lijst:\n- a\n- b", [2, 1, 1]), ("Mail naar x@y.be!", [3])],
)
def test_words_are_counted_per_sentence(text: str, counts: list[int]) -> None:
    assert [len(sentence) for sentence in sentences(text)] == counts


# What code asks for.


def _sources() -> Iterator[ast.AST]:
    for file in sorted(Path(PROJECT_ROOT, "actions").rglob("*.py")):
        yield from ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def _asked(node: ast.expr) -> Iterator[str]:
    """The names in an argument: a literal, either branch of a choice, or an f-string's prefix with "*"."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _asked(node.body)
        yield from _asked(node.orelse)
    elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
        yield f"{node.values[0].value}*"


def _calls() -> set[str]:
    names = set()
    for node in _sources():
        if isinstance(node, ast.Call) and node.args:
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called == "texts":
                names |= set(_asked(node.args[0]))
    return names


def test_every_text_that_code_asks_for_exists() -> None:
    asked = _calls()
    assert len(asked) > 80
    prefixes = {name[:-1] for name in asked if name.endswith("*")}
    assert {name for name in asked if not name.endswith("*")} - NAMES == set()
    assert [prefix for prefix in prefixes if not any(name.startswith(prefix) for name in NAMES)] == []
    assert set(small_talk._TEXTS.values()) <= NAMES


def test_no_text_is_left_over() -> None:
    named = {node.value for node in _sources() if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    prefixes = tuple(name[:-1] for name in _calls() if name.endswith("*"))
    assert {name for name in NAMES if name not in named and not name.startswith(prefixes)} == set()


def test_every_outcome_of_the_rules_has_its_texts() -> None:
    for outcome in ("lijkt_te_voldoen", "onder_voorwaarde", "niet_duidelijk", "voldoet_niet", "niet_in_lijst"):
        assert {f"elig_{outcome}", f"elig_short_{outcome}"} <= NAMES


# The renderer.


def test_placeholders_are_filled_and_variants_take_turns() -> None:
    texts = Texts({"utter_x": [{"text": "Dag {name}. "}, {"text": "Hallo {name}."}]})
    assert [texts("x", number, name="An") for number in range(3)] == ["Dag An.", "Hallo An.", "Dag An."]


@pytest.mark.parametrize(("name", "values"), [("unknown", {}), ("x", {"other": 1})])
def test_an_unknown_name_or_a_missing_value_is_an_error(name: str, values: dict[str, object]) -> None:
    with pytest.raises(KeyError):
        Texts({"utter_x": [{"text": "Dag {name}."}]})(name, **values)


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Texts.load(tmp_path)
