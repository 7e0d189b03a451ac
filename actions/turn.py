"""A candidate's message as the capabilities see it, and the dialogue state that is carried from turn to turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Segment:
    """One question or statement of a message, with the classifier's reading. `ranking` is ((intent, confidence), ...) best first."""

    text: str
    intent: str
    confidence: float
    ranking: tuple[tuple[str, float], ...] = ()
    language: str = "nl"

    def rank(self, intent: str) -> float:
        """The confidence given to `intent`; 0 where it is not in the ranking."""
        return next((confidence for name, confidence in self.ranking if name == intent), 0.0)


@dataclass(frozen=True, slots=True)
class State:
    """What is remembered between turns. Only ids, topics and the state of an open exchange; no answers of the bot.

    `vacancy`: the vacancy in focus; `topic`: the intent last answered and `question` its words; `contact`: the person last named;
    `listed`: vacancy ids of the last list shown; `exchange`: the open exchange ({"kind": ...}) or None;
    `misses`: consecutive turns that were not understood.
    """

    vacancy: str | None = None
    topic: str | None = None
    question: str | None = None
    contact: str | None = None
    listed: tuple[str, ...] = ()
    exchange: dict[str, Any] | None = None
    misses: int = 0

    @classmethod
    def from_json(cls, data: Mapping[str, Any] | None) -> State:
        """The state from the slot's JSON; anything malformed is dropped."""
        data = data if isinstance(data, Mapping) else {}
        exchange = data.get("exchange")
        return cls(
            vacancy=data.get("vacancy") or None,
            topic=data.get("topic") or None,
            question=data.get("question") or None,
            contact=data.get("contact") or None,
            listed=tuple(data.get("listed") or ()),
            exchange=dict(exchange) if isinstance(exchange, Mapping) else None,
            misses=int(data.get("misses") or 0),
        )

    def as_json(self) -> dict[str, Any]:
        """The state for the slot."""
        return {
            "vacancy": self.vacancy,
            "topic": self.topic,
            "question": self.question,
            "contact": self.contact,
            "listed": list(self.listed),
            "exchange": self.exchange,
            "misses": self.misses,
        }


_AROUND = frozenset({"greet", "thank", "affirm", "deny", "goodbye", "insult"})


@dataclass(frozen=True, slots=True)
class Turn:
    """A message: its text, its segments (at least one), the page's vacancy, the conversation's id and the state so far.

    `channel` tells what the chat is like: {"forms": true} where forms can be shown, {"group": true} where others read along, and {"card": {...}}
    with what a form sent.
    """

    text: str
    segments: tuple[Segment, ...]
    conversation: str
    page_vacancy: str | None = None
    state: State = field(default_factory=State)
    sensitive: tuple[str, ...] = ()
    channel: Mapping[str, Any] = field(default_factory=dict)

    @property
    def intent(self) -> str:
        """The intent of the first segment that says more than "oké" or "dag"."""
        return next((item.intent for item in self.segments if item.intent not in _AROUND), self.segments[0].intent)

    @classmethod
    def from_tracker(cls, tracker: Mapping[str, Any]) -> Turn:
        """The turn in a tracker as Rasa sends it to the action server (the `tracker` object of the webhook call)."""
        latest = tracker.get("latest_message") or {}
        metadata = latest.get("metadata") or {}
        text = str(latest.get("text") or "")
        segments = tuple(
            Segment(
                text=str(item["text"]),
                intent=str(item["intent"]),
                confidence=float(item["confidence"]),
                ranking=tuple((str(entry["name"]), float(entry["confidence"])) for entry in item.get("ranking") or ()),
                language=str(item.get("language") or latest.get("language") or "nl"),
            )
            for item in latest.get("segments") or ()
        )
        if not segments:
            intent = latest.get("intent") or {}
            segments = (Segment(text, str(intent.get("name") or "out_of_scope"), float(intent.get("confidence") or 0.0)),)
        return cls(
            text=text,
            segments=segments,
            conversation=str(tracker.get("sender_id") or ""),
            page_vacancy=metadata.get("vacancy") or None,
            state=State.from_json((tracker.get("slots") or {}).get("dialogue")),
            sensitive=tuple(metadata.get("sensitive") or ()),
            channel={name: metadata[name] for name in ("forms", "group", "card") if metadata.get(name)},
        )
