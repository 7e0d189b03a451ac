"""Whole conversations on the development bundles, in process: the trained intent model, the real encoder and index, the real capabilities."""

import json
import tarfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.callbacks import Callbacks
from actions.conversation import respond
from actions.memory import ExchangeMemory
from actions.services import Services
from actions.signups.store import Signups
from actions.texts import Texts
from actions.turn import Segment, State, Turn
from actions.unanswered import Unanswered
from bot.dialogue.nlu.intent_model import IntentModel
from bot.dialogue.nlu.reading import read
from index.build import load_bundles, make_snapshot
from index.encoder.openvino_engine import OpenVinoEncoder
from index.search import Searcher
from knowledge.catalog import Snapshot
from knowledge.clock import BRUSSELS
from knowledge.database import sqlite_engine
from knowledge.settings import PROJECT_ROOT, load_settings

pytestmark = pytest.mark.integration

DATA = PROJECT_ROOT / "tests" / "data"
NOW = datetime(2026, 11, 21, 12, tzinfo=BRUSSELS)
DIALOGUES = [json.loads(line) for file in sorted((DATA / "dialogues").glob("talk-*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines()]
Classify = Callable[[Sequence[str]], list[dict[str, float]]]


@pytest.fixture(scope="module")
def encoder(encoder_dir: Path) -> OpenVinoEncoder:
    return OpenVinoEncoder(encoder_dir, 1)


@pytest.fixture(scope="module")
def classify(encoder: OpenVinoEncoder, tmp_path_factory: pytest.TempPathFactory) -> Classify:
    archives = list(load_settings().rasa_model_dir.glob("*.tar.gz"))
    if not archives:
        pytest.fail("the Rasa model is not trained: run `make setup`")
    folder = tmp_path_factory.mktemp("model")
    with tarfile.open(archives[0]) as archive:
        for member in archive.getmembers():
            if Path(member.name).name.startswith("intent_model."):
                (folder / Path(member.name).name).write_bytes(archive.extractfile(member).read())  # type: ignore[union-attr]
    model = IntentModel.load(folder, encoder)
    return lambda texts: [dict(zip(model.intents, map(float, row), strict=True)) for row in model.probabilities(texts)]


@pytest.fixture(scope="module")
def services(encoder: OpenVinoEncoder, tmp_path_factory: pytest.TempPathFactory) -> Services:
    """All development bundles of the dialogues, published together, as a candidate without a page finds them."""
    wanted = {item["bundle"] for item in DIALOGUES}
    employers = {name.split("_")[0] for name in wanted if name}
    folder = tmp_path_factory.mktemp("bundles")
    for file in (DATA / "dev" / "bundles").iterdir():
        if file.name.split("_")[0] in employers:
            (folder / file.name).write_bytes(file.read_bytes())
    snapshot = Snapshot.of(load_bundles(folder, print))
    engine = sqlite_engine(tmp_path_factory.mktemp("store") / "service.db")
    searcher = Searcher(make_snapshot(list(snapshot.bundles.values()), encoder), encoder)
    return Services(snapshot, searcher, NOW, Texts.load(), ExchangeMemory(), Callbacks(engine), Unanswered(engine), Signups(engine))


def _capabilities() -> dict[str, str]:
    rules = [
        rule for file in (PROJECT_ROOT / "bot/dialogue/rules").glob("*.yml") for rule in yaml.safe_load(file.read_text(encoding="utf-8"))["rules"]
    ]
    return {rule["steps"][0]["intent"]: rule["steps"][1]["action"].removeprefix("action_") for rule in rules}


def _said(message: str, conversation: str, page: str | None, state: State, services: Services, classify: Classify) -> tuple[str, State]:
    reading = read(message, classify)
    segments = tuple(Segment(item.text, item.intent, item.confidence, tuple(item.ranking), item.language) for item in reading.segments)
    turn = Turn(message, segments, conversation, page, state)
    result = respond(turn, services, _capabilities().get(reading.ranking[0][0], "out_of_scope"))
    text = "\n".join(reply.text for reply in result.replies if reply.kind != "notice")
    return text, State.from_json(result.state) if result.state is not None else state


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=[item["id"] for item in DIALOGUES])
def test_dialogue(dialogue: dict[str, Any], services: Services, classify: Classify) -> None:
    page = Path(dialogue["bundle"]).stem if dialogue["bundle"] else None
    state = State()
    for turn in dialogue["turns"]:
        text, state = _said(turn["user"], f"conversation-{dialogue['id']}", page, state, services, classify)
        missing = [literals for literals in turn["must_contain_any"] if not any(literal.casefold() in text.casefold() for literal in literals)]
        assert not missing, f"{turn['user']!r} was answered with {text!r}"
        assert not [literal for literal in turn["must_not_contain"] if literal.casefold() in text.casefold()], text
