"""The gateway's own tables: which conversations there are, the ids of replies given, and what was found helpful. No words of anybody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Column, DateTime, Engine, Integer, MetaData, String, Table, delete, event, insert, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

_metadata = MetaData()
_conversations = Table(
    "gateway_conversations",
    _metadata,
    Column("key", String(40), primary_key=True),
    Column("created", DateTime(timezone=True), nullable=False),
    Column("last_seen", DateTime(timezone=True), nullable=False, index=True),
    Column("turns", Integer, nullable=False),
)
_replies = Table(
    "gateway_replies",
    _metadata,
    Column("id", String(64), primary_key=True),
    Column("conversation", String(40), nullable=False, index=True),
    Column("vacancy", String(255)),
    Column("outcome", String(32), nullable=False),
)
_feedback = Table(
    "gateway_feedback",
    _metadata,
    Column("reply", String(64), primary_key=True),
    Column("conversation", String(40), nullable=False, index=True),
    Column("vacancy", String(255)),
    Column("outcome", String(32), nullable=False),
    Column("helpful", Boolean, nullable=False),
    Column("given", DateTime(timezone=True), nullable=False),
)


class GatewayStore:
    """Blocking calls of a few tenths of a millisecond each; `prepare` comes first. Moments are aware."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        if engine.dialect.name == "sqlite":
            # A power cut may cost the last reply's id, and no more; waiting for the disk would cost every turn some milliseconds.
            event.listen(engine, "connect", _need_not_wait_for_the_disk)

    def prepare(self) -> None:
        """Makes the tables that are not there."""
        _metadata.create_all(self._engine)

    def reachable(self) -> bool:
        """Whether the database answers."""
        try:
            self.known("")
        except SQLAlchemyError:
            return False
        return True

    def known(self, key: str) -> bool:
        """Whether the conversation has had a turn before."""
        with self._engine.connect() as connection:
            return connection.execute(select(_conversations.c.key).where(_conversations.c.key == key)).first() is not None

    def record(self, key: str, reply_ids: Sequence[str], vacancy: str | None, outcome: str, now: datetime) -> None:
        """A turn was given: counts it and remembers the ids of its replies."""
        with self._engine.begin() as connection:
            self._count(connection, key, now)
            rows = [{"id": id, "conversation": key, "vacancy": vacancy, "outcome": outcome} for id in reply_ids]
            connection.execute(insert(_replies), rows)

    def begin(self, key: str, now: datetime) -> None:
        """The conversation has begun with the disclosure, before any turn."""
        with self._engine.begin() as connection:
            self._count(connection, key, now)

    def _count(self, connection: Connection, key: str, now: datetime) -> None:
        counted = update(_conversations).where(_conversations.c.key == key).values(turns=_conversations.c.turns + 1, last_seen=now)
        if connection.execute(counted).rowcount == 0:
            connection.execute(insert(_conversations).values(key=key, created=now, last_seen=now, turns=1))

    def give_feedback(self, key: str, reply_id: str, helpful: bool, now: datetime) -> bool:
        """Stores or changes the opinion on a reply; False when this conversation never got that reply."""
        with self._engine.begin() as connection:
            reply = connection.execute(select(_replies).where(_replies.c.id == reply_id, _replies.c.conversation == key)).first()
            if reply is None:
                return False
            changed = update(_feedback).where(_feedback.c.reply == reply_id).values(helpful=helpful, given=now)
            if connection.execute(changed).rowcount == 0:
                row = {"reply": reply_id, "conversation": key, "vacancy": reply.vacancy, "outcome": reply.outcome, "helpful": helpful, "given": now}
                try:
                    with connection.begin_nested():
                        connection.execute(insert(_feedback).values(row))
                except IntegrityError:
                    connection.execute(changed)
            return True

    def erase(self, key: str) -> None:
        """Removes everything of a conversation."""
        self._erase([key])

    def purge(self, before: datetime) -> list[str]:
        """Removes the conversations whose last turn was before a moment; their keys."""
        with self._engine.connect() as connection:
            keys = list(connection.execute(select(_conversations.c.key).where(_conversations.c.last_seen < before)).scalars())
        for start in range(0, len(keys), 500):
            self._erase(keys[start : start + 500])
        return keys

    def _erase(self, keys: Sequence[str]) -> None:
        with self._engine.begin() as connection:
            connection.execute(delete(_feedback).where(_feedback.c.conversation.in_(keys)))
            connection.execute(delete(_replies).where(_replies.c.conversation.in_(keys)))
            connection.execute(delete(_conversations).where(_conversations.c.key.in_(keys)))


def _need_not_wait_for_the_disk(connection: Any, _: object) -> None:
    connection.execute("PRAGMA synchronous=NORMAL")
