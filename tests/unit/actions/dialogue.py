"""A conversation with the capabilities: intents given by the test, bundles read from text, real stores, no model."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

import yaml

from actions.conversation import respond
from actions.reply import TurnResult
from actions.services import Services
from actions.turn import Segment, State, Turn
from index.results import Found, Hit, Quote
from knowledge.catalog import Snapshot
from knowledge.clock import BRUSSELS
from knowledge.settings import PROJECT_ROOT

from .bundles import read

NOW = datetime(2026, 11, 21, 12, tzinfo=BRUSSELS)
"""A Saturday at noon."""
NOTHING = Found("not_in_bundle", (), 0.0, "test")
_RULES = PROJECT_ROOT / "bot" / "dialogue" / "rules"


@cache
def _rules() -> dict[str, str]:
    """The action to which Rasa's rules send each intent."""
    found = {}
    for file in sorted(_RULES.glob("*.yml")):
        for rule in yaml.safe_load(file.read_text(encoding="utf-8"))["rules"]:
            steps = {key: value for step in rule["steps"] for key, value in step.items()}
            found[str(steps["intent"])] = str(steps["action"])
    return found


def capability_of(intent: str) -> str:
    """The capability to which Rasa's rules send an intent."""
    return _rules()[intent].removeprefix("action_")


class Finds:
    """Stands in for the searcher: gives what the test lays ready and remembers what was asked."""

    def __init__(self) -> None:
        self.found = NOTHING
        self.hits: list[Hit] = []
        self.mentions: dict[str, Quote] = {}
        self.asked: list[str] = []

    def answer(self, question: str, *, vacancy_ids: Collection[str], topic: str) -> Found:
        self.asked.append(question)
        return self.found

    def search(self, question: str, *, vacancy_ids: Collection[str] | None = None, limit: int = 5) -> list[Hit]:
        self.asked.append(question)
        return self.hits

    def mentioning(self, question: str, *, ignored: Collection[str] = (), fits: Callable[[str], bool] = lambda _: True) -> dict[str, Quote]:
        self.asked.append(question)
        return {id: quote for id, quote in self.mentions.items() if fits(quote.text)}

    def will_find(self, snapshot: Snapshot, id: str, literal: str, confidence: float = 0.9) -> None:
        """Lays a literal slice of a document ready."""
        document = snapshot.bundles[id].document
        start = document.text.index(literal)
        block = document.block_at(start)
        section = block.heading[-1] if block and block.heading else None
        self.found = Found("answered", (Quote(id, start, start + len(literal), literal, section, None),), confidence, "test")


class Dialogue:
    """One conversation. `says` plays a turn; `result` is its result, `text` what was said, `state` what is remembered."""

    def __init__(self, services: Services, page: str | None = None, conversation: str = "conversation-000002") -> None:
        self.services, self.page, self.conversation = services, page, conversation
        self.state = State()
        self.result: TurnResult

    def says(
        self,
        text: str,
        intent: str,
        confidence: float = 0.9,
        *,
        also: tuple[tuple[str, str], ...] = (),
        language: str = "nl",
        page: str | None = None,
    ) -> TurnResult:
        """Plays a turn; `also` gives (text, intent) of the message's further segments. What goes around a question doesn't choose the action."""
        parts = ((text, intent), *also)
        segments = tuple(Segment(part, name, confidence, ((name, confidence),), language) for part, name in parts)
        turn = Turn(" ".join(part for part, _ in parts), segments, self.conversation, self.page, self.state)
        self.result = respond(turn, self.services, capability_of(turn.intent))
        if self.result.state is not None:
            self.state = State.from_json(self.result.state)
        return self.result

    def at(self, now: datetime) -> Dialogue:
        """The same conversation at another moment."""
        self.services = replace(self.services, now=now)
        return self

    @property
    def text(self) -> str:
        return "\n".join(reply.text for reply in self.result.replies)

    @property
    def quotes(self) -> str:
        return "\n".join(source.quote for reply in self.result.replies for source in reply.sources)

    @property
    def buttons(self) -> list[str]:
        return [button.payload for reply in self.result.replies for button in reply.buttons]


def about(services: Services, text: str, id: str = "leemstede_archivaris") -> Dialogue:
    """A conversation on the page of one bundle of this text."""
    return Dialogue(replace(services, snapshot=Snapshot.of([read(id, text)])), page=id)


def stored_in(folder: Path) -> bytes:
    """Everything that the databases in a folder hold, as bytes."""
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())
