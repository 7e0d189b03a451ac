"""Rasa's SQL tracker store with the last conversations at hand, so that a turn does not replay the whole conversation from the database.

The database stays the truth: a conversation at hand is used only while its last row is still the database's last row, so that what another
process added, erased or purged is never missed. What must not be kept (a private or sensitive turn) is not held here either.
"""

from __future__ import annotations

import itertools
import json
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker

_KEPT = 64
# Attribute of a tracker: how many of its events stand in the database.
_STORED = "stored_events"


class RecentTrackerStore(SQLTrackerStore):
    """Keeps the trackers of the 64 conversations that were saved last. Reads and writes the tables of `SQLTrackerStore`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._recent: OrderedDict[str, tuple[int, DialogueStateTracker]] = OrderedDict()
        events = self.SQLEvent.__table__
        self._last = sa.select(sa.func.max(events.c.id)).where(events.c.sender_id == sa.bindparam("sender"))
        self._insert = events.insert()

    def init_tracker(self, sender_id: str) -> DialogueStateTracker:
        """A tracker of which nothing is stored yet."""
        tracker = super().init_tracker(sender_id)
        setattr(tracker, _STORED, 0)
        return tracker

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker of the conversation's latest session, or None; until it is saved it belongs to the caller alone."""
        held = self._recent.pop(sender_id, None)
        tracker = held[1] if held and held[0] == self._last_row(sender_id) else await super().retrieve(sender_id)
        if tracker is not None:
            setattr(tracker, _STORED, len(tracker.events))
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Adds the events that are new since the tracker was retrieved."""
        sender, known = tracker.sender_id, getattr(tracker, _STORED, None)
        if known is None:
            await super().save(tracker)
            return
        await self.stream_events(tracker)
        events = list(itertools.islice(tracker.events, known, None))
        if not events:
            return
        rows = [_row(sender, event) for event in events]
        with self.engine.begin() as connection:
            if rows[:-1]:
                connection.execute(self._insert, rows[:-1])
            last = connection.execute(self._insert, rows[-1]).inserted_primary_key[0]
        setattr(tracker, _STORED, len(tracker.events))
        if not _must_not_be_kept(events):
            self._recent[sender] = (last, tracker)
            while len(self._recent) > _KEPT:
                self._recent.popitem(last=False)

    def _last_row(self, sender: str) -> int | None:
        with self.engine.connect() as connection:
            last: int | None = connection.execute(self._last, {"sender": sender}).scalar()
        return last


def _row(sender: str, event: Event) -> dict[str, Any]:
    data = event.as_dict()
    return {
        "sender_id": sender,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }


def _must_not_be_kept(events: Iterable[Event]) -> bool:
    for event in events:
        data = event.as_dict()
        custom = (data.get("data") or {}).get("custom") or {}
        if (data.get("metadata") or {}).get("sensitive") or custom.get("private") or custom.get("erase"):
            return True
    return False
