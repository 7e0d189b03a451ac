"""The tables of sign-ups: sessions, sign-ups, and the messages that still have to leave (the outbox)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Index, Integer, MetaData, String, Table, Text, TypeDecorator, UniqueConstraint
from sqlalchemy.engine import Dialect


class UtcTime(TypeDecorator[datetime]):
    """An aware moment; SQLite forgets the zone, so every moment is stored in UTC and comes back in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if not isinstance(value, datetime):
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData()

sessions = Table(
    "infosession_sessions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("bundle", String(255), nullable=False),
    Column("key", String(64), nullable=False),
    Column("title", Text, nullable=False),
    Column("employer", Text, nullable=False),
    Column("starts_at", UtcTime, nullable=False),
    Column("timed", Boolean, nullable=False),
    Column("text", Text, nullable=False),
    Column("minutes", Integer),
    Column("place", Text),
    Column("mode", String(16)),
    Column("organiser", String(320)),
    Column("contact", Text, nullable=False),
    Column("status", String(16), nullable=False),
    Column("sequence", Integer, nullable=False, default=0),
    UniqueConstraint("bundle", "key", name="uq_infosession"),
)

signups = Table(
    "infosession_signups",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("reference", String(16), nullable=False, unique=True),
    Column("secret", String(64), nullable=False),
    Column("session", ForeignKey("infosession_sessions.number"), nullable=False),
    Column("name", String(200), nullable=False),
    Column("email", String(320), nullable=False),
    Column("conversation", String(64), nullable=False, index=True),
    Column("status", String(16), nullable=False),
    Column("revision", Integer, nullable=False, default=0),
    Column("signed_up_at", UtcTime, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    UniqueConstraint("session", "email", name="uq_infosession_signup"),
)

messages = Table(
    "infosession_messages",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("message_id", String(128), nullable=False, unique=True),
    Column("kind", String(32), nullable=False),
    Column("session", ForeignKey("infosession_sessions.number"), nullable=False),
    # Removed with the sign-up: what leaves is written at delivery, so the outbox itself holds no name and no address.
    Column("signup", ForeignKey("infosession_signups.number", ondelete="CASCADE")),
    Column("reference", String(16)),
    Column("due_at", UtcTime, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("claimed_until", UtcTime),
    Column("done_at", UtcTime),
    Column("result", String(16)),
    Index("ix_infosession_messages_open", "done_at", "due_at"),
)
