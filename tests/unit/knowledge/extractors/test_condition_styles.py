"""Conditions as police zones, intercommunales, OCMWs, e-mails and tables word them: what must be read from each short text.

tests/data/conditions/styles.txt has a text in the notation of these tests, then after "=>" what it says: the lowest level, words of each
accepted diploma in order, students, other ways in with their years, and what is asked ("needs", kind and value) or only liked.
"""

import re
from pathlib import Path

import pytest

from knowledge.extractors.diploma import extract_diploma
from knowledge.extractors.requirements import extract_requirements

from .notation import source

FILE = Path(__file__).parents[3] / "data" / "conditions" / "styles.txt"
CASES = [tuple(case.split("\n=> ")) for case in FILE.read_text(encoding="utf-8").strip().split("\n\n")]


def said_of_diploma(text: str) -> tuple[list[str], list[str]]:
    """What the extractor makes of the diploma condition, in the words of the file, and the names of the accepted diplomas."""
    fact = extract_diploma(source(text))
    if fact is None:
        return [], []
    found = fact.value
    said = [f"level {found.minimum}"] if found.minimum else []
    if found.final_year:
        said.append(f"final-year {'yes' if found.final_year.value else 'no'}")
    if found.final_year_until:
        said.append(f"until {found.final_year_until.value.iso()}")
    if found.equivalents:
        said.append("equivalents")
    said += [f"route {route.value.kind} {'-' if route.value.years is None else format(route.value.years, 'g')}" for route in found.routes]
    return said, [option.value.name for option in found.options]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[re.sub(r"\W+", "-", text)[:60] for text, _ in CASES])
def test_diploma(text: str, wanted: str) -> None:
    parts = [part for part in wanted.split("; ") if not re.match(r"needs|likes|nothing", part)]
    said, names = said_of_diploma(text)
    assert said == [part for part in parts if not part.startswith("option ")]
    options = [part.removeprefix("option ") for part in parts if part.startswith("option ")]
    assert len(names) == len(options)
    assert all(option.casefold() in name.casefold() for option, name in zip(options, names, strict=True))


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[re.sub(r"\W+", "-", text)[:60] for text, _ in CASES])
def test_requirements(text: str, wanted: str) -> None:
    found = [fact.value for fact in extract_requirements(source(text))]
    demands = {f"needs {item.kind} {item.value or '-'}" for item in found if item.required}
    wishes = {f"likes {item.kind}" for item in found if not item.required}
    asked = {part for part in wanted.split("; ") if part.startswith("needs")}
    assert asked <= demands
    assert {part.split()[1] for part in demands} <= {part.split()[1] for part in asked}
    assert {part for part in wanted.split("; ") if part.startswith("likes")} <= wishes
