"""What a message is about, read when it leaves: the sign-up and its session as they are then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, Row, select

from actions.signups.outbox import REMINDERS, Message
from actions.signups.tables import OPEN, sessions, signups

_OPEN = frozenset(OPEN)
# Of which sign-ups a message is still true when it leaves; the others need none.
_STILL_TRUE: dict[str, frozenset[str]] = {
    "confirmed": frozenset({"confirmed"}),
    "moved_up": frozenset({"confirmed"}),
    "waiting": frozenset({"waiting"}),
    "requested": frozenset({"requested"}),
    "refused": frozenset({"cancelled"}),
    "changed": _OPEN,
    "cancelled": frozenset({"cancelled"}),
    "session_changed": _OPEN,
    "session_cancelled": _OPEN,
} | dict.fromkeys(REMINDERS, frozenset({"confirmed"}))


@dataclass(frozen=True, slots=True)
class Session:
    """A session's row; `starts_at` is aware."""

    title: str
    employer: str
    starts_at: datetime
    timed: bool
    text: str
    minutes: int | None
    place: str | None
    mode: str | None
    link: str | None
    organiser: str | None
    contact: str
    sequence: int
    webinar: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """A sign-up's row."""

    name: str
    email: str
    status: str
    revision: int
    webinar_status: str | None
    token: str


@dataclass(frozen=True, slots=True)
class Envelope:
    """`signup` is None when the sign-up was erased; `to` is the address that the message goes to."""

    message: Message
    session: Session
    signup: Person | None
    reference: str
    to: str


def addressed(engine: Engine, claimed: Sequence[Message]) -> list[Envelope]:
    """The messages that can leave, in order; those that are not true any more or have no address are left out."""
    columns = [sessions.c[name] for name in Session.__dataclass_fields__]
    with engine.connect() as connection:
        rows = connection.execute(select(sessions.c.number, *columns).where(sessions.c.number.in_({message.session for message in claimed})))
        known = {row[0]: Session(*row[1:]) for row in rows}
        people = connection.execute(select(signups).where(signups.c.number.in_({message.signup for message in claimed if message.signup}))).all()
    persons = {row.number: (row.reference, _person(row)) for row in people}
    found = []
    for message in claimed:
        reference, person = persons.get(message.signup or 0, (message.reference, None))
        session = known.get(message.session or 0)
        if session is None or reference is None or (message.signup is not None and person is None):
            continue
        if message.kind.startswith("organiser_"):
            to = session.organiser
        elif message.kind in REMINDERS and session.starts_at <= datetime.now(UTC):
            to = None
        else:
            to = person.email if person and person.status in _STILL_TRUE[message.kind] else None
        if to:
            found.append(Envelope(message, session, person, reference, to))
    return found


def _person(row: Row[Any]) -> Person:
    return Person(row.name, row.email, row.status, row.revision, row.webinar_status, f"{row.reference}.{row.secret}")
