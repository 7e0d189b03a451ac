"""The table of concepts, prepared for looking words and phrases up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from index.language.concept_table import TABLE
from index.language.text import stem

K = TypeVar("K", str, tuple[str, ...])


@dataclass(frozen=True, slots=True)
class Concepts:
    """`asked`: stems of Dutch words as a question uses them → concept ids. `said`: the same for texts (without the "~" words).

    `phrases`: tuples of folded Dutch words → ids. `foreign`: per language, tuples of folded words → ids.
    """

    asked: dict[str, frozenset[str]]
    said: dict[str, frozenset[str]]
    phrases: dict[tuple[str, ...], frozenset[str]]
    foreign: dict[str, dict[tuple[str, ...], frozenset[str]]]


@cache
def concepts() -> Concepts:
    """The table, read once at first use (some 10 ms)."""
    asked: dict[str, set[str]] = {}
    said: dict[str, set[str]] = {}
    phrases: dict[tuple[str, ...], set[str]] = {}
    foreign: dict[str, dict[tuple[str, ...], set[str]]] = {"en": {}, "fr": {}}
    for number, row in enumerate(TABLE.replace("\n    ", " ").strip().splitlines()):
        dutch, english, french = (part.split() for part in row.split("|"))
        id = f"#{number}:{dutch[0]}"
        for entry in dutch:
            parts = _parts(entry.lstrip("~^"))
            if len(parts) > 1:
                phrases.setdefault(parts, set()).add(id)
                continue
            if not entry.startswith("^"):
                asked.setdefault(stem(parts[0]), set()).add(id)
            if not entry.startswith("~"):
                said.setdefault(stem(parts[0]), set()).add(id)
        for language, entries in (("en", english), ("fr", french)):
            for entry in entries:
                for parts in {_parts(entry), _parts(entry + "s")}:
                    foreign[language].setdefault(parts, set()).add(id)
    return Concepts(_frozen(asked), _frozen(said), _frozen(phrases), {language: _frozen(table) for language, table in foreign.items()})


def _frozen(table: dict[K, set[str]]) -> dict[K, frozenset[str]]:
    return {key: frozenset(ids) for key, ids in table.items()}


def _parts(entry: str) -> tuple[str, ...]:
    return tuple(part for part in entry.replace("_", " ").replace("-", " ").replace("'", " ").split() if part)


def longest_phrase(table: dict[tuple[str, ...], frozenset[str]], words: list[str], at: int) -> int:
    """How many words from `at` on form the longest phrase of the table; 0 when none does."""
    return next((size for size in range(min(5, len(words) - at), 0, -1) if tuple(words[at : at + size]) in table), 0)
