"""Rasa's SQL tracker store, which holds what was said: erasing, purging and redacting it without Rasa's HTTP API."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Engine, Float, Integer, MetaData, String, Table, Text, delete, func, inspect, select, update

REDACTED = "[niet bewaard]"

# As Rasa 3.6 defines it (rasa.core.tracker_store.SQLTrackerStore.SQLEvent); Rasa makes the table.
_events = Table(
    "events",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("sender_id", String(255)),
    Column("type_name", String(255)),
    Column("timestamp", Float),
    Column("data", Text),
)
_WORDS = frozenset({"text", "question"})


@dataclass(slots=True)
class RecordedTurn:
    """What a candidate said (`text`, at `timestamp` seconds since the epoch) and the turns that came back; () where they are not kept."""

    text: str
    timestamp: float
    message_id: str | None = None
    by_form: bool = False
    turns: list[dict[str, Any]] = field(default_factory=list)


class TrackerStore:
    """Blocking calls; each does nothing while Rasa has not made its table yet. Call them under the conversation's lock."""

    def __init__(self, engine: Engine, sqlite_file: Path | None) -> None:
        self._engine, self._file, self._found = engine, sqlite_file, False

    def _exists(self) -> bool:
        if not self._found:
            self._found = (self._file is None or self._file.exists()) and inspect(self._engine).has_table("events")
        return self._found

    def erase(self, sender: str) -> None:
        """Removes every event of a conversation."""
        if self._exists():
            with self._engine.begin() as connection:
                connection.execute(delete(_events).where(_events.c.sender_id == sender))

    def purge(self, before: datetime) -> None:
        """Removes the conversations whose last event was before a moment."""
        if self._exists():
            old = select(_events.c.sender_id).group_by(_events.c.sender_id).having(func.max(_events.c.timestamp) < before.timestamp())
            with self._engine.begin() as connection:
                connection.execute(delete(_events).where(_events.c.sender_id.in_(old.scalar_subquery())))

    def last_event(self, sender: str) -> int:
        """The number of a conversation's last event, 0 without any."""
        if not self._exists():
            return 0
        with self._engine.connect() as connection:
            return connection.execute(select(func.max(_events.c.id)).where(_events.c.sender_id == sender)).scalar() or 0

    def recorded(self, sender: str) -> Sequence[RecordedTurn]:
        """The conversation as it is kept, oldest turn first."""
        if not self._exists():
            return []
        said = select(_events.c.type_name, _events.c.timestamp, _events.c.data)
        said = said.where(_events.c.sender_id == sender, _events.c.type_name.in_(("user", "bot"))).order_by(_events.c.id)
        with self._engine.connect() as connection:
            rows = connection.execute(said).all()
        turns: list[RecordedTurn] = []
        for row in rows:
            data = json.loads(row.data)
            if row.type_name == "user":
                metadata = data.get("metadata") or {}
                turns.append(RecordedTurn(data.get("text") or "", row.timestamp, metadata.get("message_id"), "card" in metadata))
            elif turns and (custom := (data.get("data") or {}).get("custom")):
                turns[-1].turns.append(custom)
        return turns

    def redact(self, sender: str, after: int, message: str, *, replies: bool = False) -> None:
        """Takes the words of a message, and with `replies` what the bot answered, out of the events that followed event number `after`."""
        if not self._exists():
            return
        with self._engine.begin() as connection:
            rows = connection.execute(select(_events.c.id, _events.c.data).where(_events.c.sender_id == sender, _events.c.id > after)).all()
            for row in rows:
                data = json.loads(row.data)
                cleaned = _without(data, " ".join(message.split()).casefold())
                if replies and cleaned.get("event") == "bot":
                    cleaned = {**cleaned, "text": None, "data": {}}
                if cleaned != data:
                    connection.execute(update(_events).where(_events.c.id == row.id).values(data=json.dumps(cleaned)))


def _without(data: Any, message: str, key: str = "") -> Any:
    """`data` with every text that is (a part of) the message, or holds it, replaced, without the flags that say
    what it was about, and without what a form sent."""
    if key == "card":
        return {}
    if isinstance(data, dict):
        return {name: _without(value, message, name) for name, value in data.items()}
    if key == "sensitive":
        return []
    if isinstance(data, list):
        return [_without(value, message, key) for value in data]
    if isinstance(data, str) and key in _WORDS and data.strip():
        said = " ".join(data.split()).casefold()
        return REDACTED if said in message or message in said else data
    return data
