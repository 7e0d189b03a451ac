"""The tables of sign-ups: sessions, sign-ups, and the messages that still have to leave (the outbox)."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from actions.database import UtcTime, metadata

OPEN = ("confirmed", "waiting", "requested")
"""States of a sign-up that is not cancelled. A webinar has not decided on a requested one yet."""

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
    Column("link", Text),
    Column("organiser", String(320)),
    Column("contact", Text, nullable=False),
    Column("status", String(16), nullable=False),
    Column("sequence", Integer, nullable=False, default=0),
    # The Teams webinar that gives out the places; without one this store does.
    Column("webinar", String(128)),
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
    # What the webinar knows the sign-up by, and what it last said of it.
    Column("registration", String(128)),
    Column("webinar_status", String(32)),
    UniqueConstraint("session", "email", name="uq_infosession_signup"),
)

messages = Table(
    "infosession_messages",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("message_id", String(128), nullable=False, unique=True),
    Column("kind", String(32), nullable=False),
    # None for what is not about an infosession: call-back requests and unanswered questions.
    Column("session", ForeignKey("infosession_sessions.number")),
    # Removed with the sign-up: what leaves is written at delivery, so the outbox itself holds no name and no address.
    Column("signup", ForeignKey("infosession_signups.number", ondelete="CASCADE")),
    Column("reference", String(16)),
    # Which registration at the webinar is cancelled, when the sign-up itself may be gone by then. Wiped when the message is done.
    Column("registration", String(400)),
    Column("due_at", UtcTime, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("claimed_until", UtcTime),
    Column("done_at", UtcTime),
    Column("result", String(16)),
    Index("ix_infosession_messages_open", "done_at", "due_at"),
)
