"""What a message is about, read when it leaves: the sign-up and its session as they are then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Engine, select

from actions.signups.outbox import REMINDERS, Message
from actions.signups.tables import sessions, signups

_OPEN = frozenset({"confirmed", "waiting"})
# Of which sign-ups a message is still true when it leaves; the others need none.
_STILL_TRUE: dict[str, frozenset[str]] = {
    "confirmed": frozenset({"confirmed"}),
    "moved_up": frozenset({"confirmed"}),
    "waiting": frozenset({"waiting"}),
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
    organiser: str | None
    contact: str
    sequence: int


@dataclass(frozen=True, slots=True)
class Person:
    """A sign-up's row."""

    name: str
    email: str
    status: str
    revision: int
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
    persons = {row.number: (row.reference, Person(row.name, row.email, row.status, row.revision, f"{row.reference}.{row.secret}")) for row in people}
    found = []
    for message in claimed:
        reference, person = persons.get(message.signup or 0, (message.reference, None))
        session = known.get(message.session)
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
