"""Short bundles in many styles: police zone, intercommunal, letter, e-mail, table, bullets, u-form, officialese, loose marketing.

Each line of tests/data/styles is a text (notation.py) with what it says. `known_miss` marks what is not read yet: such a line must be
changed here as soon as it is.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from knowledge.extractors.application import extract_application
from knowledge.extractors.feedback import extract_feedback
from knowledge.extractors.infosessions import extract_infosessions
from knowledge.extractors.selection import extract_selection
from knowledge.model import Fact, Moment

from .notation import source

STYLES = Path(__file__).parents[3] / "data" / "styles"


def _lines(name: str) -> list[object]:
    rows = [json.loads(line) for line in (STYLES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    missed = [pytest.mark.xfail(strict=True, reason="not read yet")]
    return [pytest.param(row["text"], row["expected"], marks=missed if row.get("known_miss") else [], id=f"{name}{i}") for i, row in enumerate(rows)]


def _iso(moment: Moment | None) -> str | None:
    return moment.iso() if moment else None


def _value(fact: Fact[str] | None) -> str | None:
    return fact.value if fact else None


def _bare(address: str | None) -> str:
    """An address without scheme and "www.", a phone number without its spaces."""
    text = re.sub(r"^(?:https?://)?(?:www\.)?", "", address or "").rstrip("/")
    return text if re.search(r"[a-z]", text) else re.sub(r"\D", "", text)


@pytest.mark.parametrize(("text", "expected"), _lines("deadline"))
def test_deadline_and_ways(text: str, expected: list[str | None]) -> None:
    application = extract_application(source(text, read_on="2026-11-21"))
    deadline, ways, address = expected
    assert _iso(application.deadline.value if application.deadline else None) == deadline
    assert " ".join(sorted(fact.value for fact in application.how)) == ways
    assert address is None or _bare(application.addresses[0].value) == _bare(address)


@pytest.mark.parametrize(("text", "expected"), _lines("sessions"))
def test_infosessions(text: str, expected: list[list[str | None]]) -> None:
    sessions = [fact.value for fact in extract_infosessions(source(text, read_on="2026-11-21"))]
    found = [(_iso(one.start), one.mode, one.signup_how, _bare(one.signup_address), _iso(one.signup_deadline)) for one in sessions]
    assert found == [(start, mode, how, _bare(address), deadline) for start, mode, how, address, deadline in expected]


@pytest.mark.parametrize(("text", "expected"), _lines("feedback"))
def test_feedback(text: str, expected: list[str | None]) -> None:
    feedback = extract_feedback(source(text, read_on="2026-11-21"))
    start, rule, how, address = expected
    assert _iso(feedback.start.value if feedback.start else None) == start
    assert _holds(_value(feedback.until_rule), rule)
    assert how is None or how in (_value(feedback.how) or "")
    assert address is None or address.casefold() in (_value(feedback.address) or "").casefold()


@pytest.mark.parametrize(("text", "expected"), _lines("selection"))
def test_selection(text: str, expected: list[list[str | None]]) -> None:
    steps = [fact.value for fact in extract_selection(source(text, read_on="2026-11-21"))]
    assert len(steps) == len(expected)
    for step, (name, when, mark) in zip(steps, expected, strict=True):
        assert _shares(step.name, name or "")
        assert _holds(step.when_text or _iso(step.when), when)
        assert _holds(step.pass_mark, mark)


def _holds(found: str | None, expected: str | None) -> bool:
    return found is None if expected is None else expected.casefold() in (found or "").casefold()


def _shares(found: str, expected: str) -> bool:
    """Half of the words of the shorter name, or the one inside the other: what counts as the same step."""
    ours, theirs = (set(re.findall(r"[a-zà-ÿ]{2,}", text.casefold())) for text in (found, expected))
    shared = ours & theirs
    return expected.casefold() in found.casefold() or (bool(shared) and 2 * len(shared) >= min(len(ours), len(theirs)))
