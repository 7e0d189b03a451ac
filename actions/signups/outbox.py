"""Messages that must leave: queued in the transaction of what they tell, claimed by one worker at a time, tried until they are gone.

Delivery is at least once: a worker that dies between the mail server's answer and the mark sends again, with the same Message-ID.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from sqlalchemy import Connection, Engine, case, delete, func, insert, or_, select, update

from actions.signups.tables import messages, sessions, signups

REMINDERS = {"reminder_day": timedelta(hours=24), "reminder_hour": timedelta(hours=1)}
"""How long before a session each reminder leaves."""

_CLAIM = timedelta(seconds=60)
_FIRST_PAUSE = timedelta(seconds=5)
_LONGEST_PAUSE = timedelta(hours=1)
_GIVE_UP = timedelta(days=5)


@dataclass(frozen=True, slots=True)
class Message:
    """A claimed message. `signup` is None and `reference` set for a sign-up that was erased; `session` is None for what is about none.

    `registration` is the key of the registration at a webinar that is to be cancelled.
    """

    number: int
    message_id: str
    kind: str
    session: int | None
    signup: int | None
    reference: str | None
    registration: str | None
    attempts: int
    due_at: datetime


def queue(
    connection: Connection,
    kind: str,
    *,
    session: int | None = None,
    signup: int | None = None,
    reference: str | None = None,
    registration: str | None = None,
    after: timedelta = timedelta(),
) -> int:
    """Adds a message to the caller's transaction, due `after` a while; returns its number. A confirmed place brings its reminders along."""
    values = {"session": session, "signup": signup, "reference": reference, "registration": registration}
    number = _add(connection, kind, datetime.now(UTC) + after, values)
    if session is not None and kind in ("confirmed", "moved_up"):
        _add_reminders(connection, session, signup)
    return number


def unqueue(connection: Connection, signup: int, kinds: Collection[str] = tuple(REMINDERS)) -> None:
    """Drops messages of a sign-up that have not left; its reminders when no kinds are given."""
    connection.execute(delete(messages).where(messages.c.signup == signup, messages.c.kind.in_(kinds), messages.c.done_at.is_(None)))


def requeue_reminders(connection: Connection, session: int, signup: int, *, wanted: bool) -> None:
    """Reminders at the session's new time, or none any more; a waiting sign-up gets its own when it moves up."""
    unqueue(connection, signup)
    confirmed = connection.execute(select(signups.c.status).where(signups.c.number == signup)).scalar() == "confirmed"
    if wanted and confirmed:
        _add_reminders(connection, session, signup)


def _add_reminders(connection: Connection, session: int, signup: int | None) -> None:
    for kind, moment in _reminders(connection, session).items():
        _add(connection, kind, moment, {"session": session, "signup": signup})


def _reminders(connection: Connection, session: int) -> dict[str, datetime]:
    """When the reminders of a session leave; none where no hour is printed to count back from, or where that moment is past."""
    row = connection.execute(select(sessions.c.starts_at, sessions.c.timed).where(sessions.c.number == session)).one()
    now = datetime.now(UTC)
    return {kind: row.starts_at - before for kind, before in REMINDERS.items() if row.timed and row.starts_at - before > now}


def _add(connection: Connection, kind: str, due: datetime, values: Mapping[str, object]) -> int:
    row = {"message_id": f"<{uuid.uuid4()}@vacaturebot>", "kind": kind, "due_at": due, "attempts": 0, **values}
    return int(connection.execute(insert(messages).values(**row).returning(messages.c.number)).scalar_one())


class Outbox:
    """The worker's side of the messages. Safe to use from several processes at once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def claim(self, limit: int, family: Literal["mail", "webinar", "channel"] = "mail") -> list[Message]:
        """Up to `limit` messages of a family that are due, oldest first; nobody else gets them for a minute."""
        now = datetime.now(UTC)
        free = (messages.c.done_at.is_(None)) & (messages.c.due_at <= now) & or_(messages.c.claimed_until.is_(None), messages.c.claimed_until < now)
        of = {name: messages.c.kind.startswith(f"{name}_", autoescape=True) for name in ("webinar", "channel")}
        free &= of[family] if family in of else ~or_(*of.values())
        due = select(messages.c.number).where(free).order_by(messages.c.due_at, messages.c.number).limit(limit)
        claim = update(messages).where(messages.c.number.in_(due), free).values(claimed_until=now + _CLAIM, attempts=messages.c.attempts + 1)
        columns = [messages.c[name] for name in Message.__dataclass_fields__]
        with self._engine.begin() as connection:
            rows = connection.execute(claim.returning(*columns)).all()
        return sorted((Message(*row) for row in rows), key=lambda message: message.number)

    def counts(self) -> dict[str, int]:
        """How many messages were 'sent', 'dropped' and 'failed', how many are 'planned' for later, and how many are 'due'."""
        now = datetime.now(UTC)
        state = case((messages.c.result.is_not(None), messages.c.result), (messages.c.due_at <= now, "due"), else_="planned")
        with self._engine.connect() as connection:
            found = {str(name): int(count) for name, count in connection.execute(select(state, func.count()).group_by(state)).all()}
        return {name: found.get(name, 0) for name in ("planned", "due", "sent", "dropped", "failed")}

    def done(self, numbers: Sequence[int], result: str) -> None:
        """Marks messages as finished: 'sent', or 'dropped' when there was nothing to send any more."""
        values = {"done_at": datetime.now(UTC), "result": result, "claimed_until": None, "registration": None}
        with self._engine.begin() as connection:
            connection.execute(update(messages).where(messages.c.number.in_(numbers)).values(**values))

    def later(self, message: Message, *, hopeless: bool = False, least: timedelta = timedelta()) -> bool:
        """Puts a failed message back with a growing pause of `least` that long; False when it is given up (refused for good, or tried for
        five days).
        """
        now = datetime.now(UTC)
        if hopeless or now - message.due_at > _GIVE_UP:
            self.done([message.number], "failed")
            return False
        pause = max(min(_FIRST_PAUSE * 2 ** min(message.attempts - 1, 12), _LONGEST_PAUSE), least)
        with self._engine.begin() as connection:
            connection.execute(update(messages).where(messages.c.number == message.number).values(claimed_until=now + pause))
        return True
