"""Whole conversations about signing up, over real bundles with the real classifier and search; each shows another behaviour.

`tests/data/dialogues/signup-*.jsonl` has the format of the evaluation set's dialogues. Beside it, `capacity` and `taken` fill a session first.
"""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.conversation import respond
from actions.runtime import Runtime
from actions.services import Services
from actions.signups.session import session_facts
from actions.signups.store import SignupRules, Signups
from actions.turn import Turn
from bot.dialogue.nlu.intent_model import IntentModel
from bot.dialogue.nlu.reading import read
from knowledge.catalog import Snapshot
from knowledge.database import sqlite_engine
from knowledge.settings import PROJECT_ROOT, Settings, load_settings

pytestmark = [pytest.mark.integration, pytest.mark.slow]

FOLDER = PROJECT_ROOT / "tests" / "data" / "dialogues"
DEV = PROJECT_ROOT / "tests" / "data" / "dev" / "bundles"
RULES = PROJECT_ROOT / "bot" / "dialogue" / "rules"
DIALOGUES: list[dict[str, Any]] = [json.loads(line) for path in sorted(FOLDER.glob("signup-*.jsonl")) for line in path.read_text().splitlines()]
TODAY = "2026-11-21"
ROUNDS = 6
"""At most so many details are given in answer to the bot's questions."""

# What a question asks for, by the names that the dialogues give to details.
ASKED = {"e-mail": r"e-?mail|mailadres", "naam": r"\bnaam\b", "akkoord": r"klopt|mag ik|wil je|juist", "telefoon": r"telefoon|gsm"}


@pytest.fixture(scope="module")
def classifier(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The trained classifier, out of Rasa's model."""
    import tarfile

    from index.encoder.openvino_engine import OpenVinoEncoder

    settings = load_settings()
    folder = tmp_path_factory.mktemp("classifier")
    archives = sorted(settings.rasa_model_dir.glob("*.tar.gz"))
    if not archives:
        pytest.fail("the Rasa model is not there: run `make setup`")
    with tarfile.open(archives[-1]) as archive:
        for member in archive.getmembers():
            content = archive.extractfile(member) if Path(member.name).name.startswith("intent_model.") else None
            if content is not None:
                (folder / Path(member.name).name).write_bytes(content.read())
    model = IntentModel.load(folder, OpenVinoEncoder(settings.encoder_dir))

    def probabilities(texts: list[str]) -> list[dict[str, float]]:
        return [dict(zip(model.intents, map(float, row), strict=True)) for row in model.probabilities(texts)]

    return probabilities


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """Everything that the action server holds, over the bundles of the dialogues."""
    folder = tmp_path_factory.mktemp("dialogues")
    (folder / "bundles").mkdir()
    wanted = {str(row["bundle"] or "").split("--")[0] for row in DIALOGUES}
    for file in [*DEV.iterdir(), *(FOLDER / "bundles").iterdir()]:
        if file.stem in wanted or "tortelmonde" in file.stem:
            shutil.copy(file, folder / "bundles")
    settings = load_settings().model_dump() | {"knowledge_dir": folder / "bundles", "data_dir": folder / "data", "today": TODAY, "graph_webinars": {}}

    async def opened() -> Services:
        async with Runtime(Settings.model_validate(settings)) as runtime:
            return runtime.services()

    return asyncio.run(opened())


class Candidate:
    """One conversation; `says` gives the texts of the reply."""

    def __init__(self, services: Services, classifier: Any, bundle: str | None) -> None:
        self.services, self.classifier, self.bundle = services, classifier, bundle
        self.state: dict[str, Any] | None = None
        self.id = f"dialogue-{uuid.uuid4().hex}"

    def says(self, text: str) -> str:
        seen = read(text, self.classifier)
        segments = [
            {"text": item.text, "language": item.language, "intent": item.intent, "confidence": item.confidence}
            | {"ranking": [{"name": name, "confidence": share} for name, share in item.ranking]}
            for item in seen.segments
        ]
        top, share = seen.ranking[0]
        message = {"text": text, "language": seen.language, "segments": segments, "intent": {"name": top, "confidence": share}}
        tracker = {"latest_message": message | {"metadata": {"vacancy": self.bundle}}, "sender_id": self.id, "slots": {"dialogue": self.state}}
        result = respond(Turn.from_tracker(tracker), self.services, CAPABILITY.get(top, "out_of_scope"))
        if result.state is not None:
            self.state = result.state
        return "\n".join(reply.text for reply in result.replies)


def capabilities() -> dict[str, str]:
    """What Rasa's rules choose for each intent."""
    rules = [rule for path in RULES.glob("*.yml") for rule in yaml.safe_load(path.read_text()).get("rules", [])]
    return {rule["steps"][0]["intent"]: rule["steps"][1]["action"].removeprefix("action_") for rule in rules}


CAPABILITY = capabilities()


def missing(reply: str, turn: dict[str, Any]) -> list[str]:
    """What a reply must hold and doesn't, or holds and mustn't."""
    folded = reply.casefold()
    lacks = [f"none of {group}" for group in turn["must_contain_any"] if not any(_in(word, folded) for word in group)]
    return lacks + [f"says {word!r}" for word in turn["must_not_contain"] if _in(word, folded)]


def _in(word: str, folded: str) -> bool:
    before, after = (r"(?<!\d)" if word[0].isdigit() else "", r"(?!\d)" if word[-1].isdigit() else "")
    return re.search(before + re.escape(word.casefold()) + after, folded) is not None


def play(candidate: Candidate, turn: dict[str, Any]) -> tuple[list[str], list[str]]:
    """(what was said, what was wrong): details are given as long as the bot asks for them and the reply isn't right yet."""
    fill, text, log = dict(turn.get("fill") or {}), turn["user"], []
    for _ in range(ROUNDS):
        reply = candidate.says(text)
        log += [f"> {text}", f"< {reply}"]
        wrong = missing(reply, turn)
        asked = [sentence for sentence in re.split(r"(?<=[.?!])\s", reply) if "?" in sentence]
        wanted = next((name for name in fill if asked and re.search(ASKED[name], asked[-1], re.IGNORECASE)), None)
        if not wrong or wanted is None:
            break
        text = fill.pop(wanted)
    return log, wrong


def prepared(services: Services, dialogue: dict[str, Any], folder: Path) -> Services:
    """A store of the dialogue's own, with places taken where it says so."""
    store = Signups(sqlite_engine(folder / "service.db"), SignupRules(mails=True, capacity=dialogue.get("capacity")))
    for number in range(dialogue.get("taken", 0)):
        vacancy = vacancy_of(services.snapshot, dialogue["bundle"])
        for fact in vacancy.infosessions:
            facts = session_facts(services.snapshot, vacancy, fact.value)
            store.register(facts, name="Iemand Anders", email=f"{number}@elders.example.be", conversation="other")
    return replace(services, signups=store)


def vacancy_of(snapshot: Snapshot, id: str) -> Any:
    return snapshot.entries[id]


def test_there_are_at_least_25_dialogues_and_each_has_its_own_behaviour() -> None:
    behaviours = [row["behaviour"] for row in DIALOGUES]
    assert len(behaviours) >= 25
    assert len(set(behaviours)) == len(behaviours)


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda row: row["id"])
def test_dialogue(services: Services, classifier: Any, dialogue: dict[str, Any], tmp_path: Path) -> None:
    dialogue = json.loads(json.dumps(dialogue).replace("{run}", uuid.uuid4().hex[:6]))
    own = prepared(services, dialogue, tmp_path)
    candidate = Candidate(own, classifier, dialogue["bundle"])
    said: list[str] = []
    problems: list[str] = []
    for number, turn in enumerate(dialogue["turns"], 1):
        log, wrong = play(candidate, turn)
        said += log
        problems += [f"turn {number}: {problem}" for problem in wrong]
    own.signups.engine.dispose()
    assert not problems, "\n".join([*said, *problems])
