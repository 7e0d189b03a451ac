"""Questions that only a general document of the employer answers, with the real encoder; the intents are given."""

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from actions.answers.base import Ask
from actions.answers.question import answer_question
from actions.texts import Texts
from actions.turn import State
from index.build import load_bundles, make_snapshot
from index.encoder.openvino_engine import OpenVinoEncoder
from index.search import Searcher
from knowledge.catalog import Snapshot
from knowledge.clock import BRUSSELS
from knowledge.settings import PROJECT_ROOT

pytestmark = pytest.mark.integration

FOLDER = PROJECT_ROOT / "tests" / "data" / "background"
NOW = datetime(2026, 11, 21, 12, tzinfo=BRUSSELS)
QUESTIONS = [json.loads(line) for line in (FOLDER / "questions.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return Snapshot.of(load_bundles(FOLDER / "bundles", print))


@pytest.fixture(scope="module")
def searcher(snapshot: Snapshot, encoder_dir: Path) -> Searcher:
    encoder = OpenVinoEncoder(encoder_dir, min(2, os.cpu_count() or 1))
    return Searcher(make_snapshot(list(snapshot.bundles.values()), encoder), encoder)


@pytest.mark.parametrize("item", QUESTIONS, ids=[item["id"] for item in QUESTIONS])
def test_question(item: dict[str, Any], snapshot: Snapshot, searcher: Searcher) -> None:
    vacancy = snapshot.vacancies[Path(item["bundle"]).stem]
    general = tuple((entry, snapshot.document(entry)) for entry in snapshot.background_of(vacancy))
    ask = Ask(item["question"], item["intent"], vacancy, snapshot.document(vacancy), NOW, Texts.load(), searcher, State(), general)
    answer = answer_question(ask)
    assert (answer.outcome == "not_in_bundle") == (item["kind"] == "unanswerable"), answer.text
    assert all(any(literal in answer.text for literal in any_of) for any_of in item["expect"]["must_contain_any"]), answer.text
    assert (answer.origin.id if answer.origin else None) == item["background"]
