"""Messages that must leave: queued in the transaction of what they tell, claimed by one worker at a time, tried until they are gone.

Delivery is at least once: a worker that dies between the mail server's answer and the mark sends again, with the same Message-ID.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

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
    """A claimed message. `signup` is None and `reference` set for a sign-up that was erased."""

    number: int
    message_id: str
    kind: str
    session: int
    signup: int | None
    reference: str | None
    attempts: int
    due_at: datetime


def queue(connection: Connection, kind: str, *, session: int, signup: int | None = None, reference: str | None = None) -> None:
    """Adds a message to the caller's transaction; a confirmed place brings its reminders along."""
    _add(connection, {kind: datetime.now(UTC)}, session, signup, reference)
    if kind in ("confirmed", "moved_up"):
        _add(connection, _reminders(connection, session), session, signup)


def unqueue_reminders(connection: Connection, signup: int) -> None:
    """Drops the reminders of a sign-up that have not left."""
    connection.execute(delete(messages).where(messages.c.signup == signup, messages.c.kind.in_(tuple(REMINDERS)), messages.c.done_at.is_(None)))


def requeue_reminders(connection: Connection, session: int, signup: int, *, wanted: bool) -> None:
    """Reminders at the session's new time, or none any more; a waiting sign-up gets its own when it moves up."""
    unqueue_reminders(connection, signup)
    confirmed = connection.execute(select(signups.c.status).where(signups.c.number == signup)).scalar() == "confirmed"
    if wanted and confirmed:
        _add(connection, _reminders(connection, session), session, signup)


def _reminders(connection: Connection, session: int) -> dict[str, datetime]:
    """When the reminders of a session leave; none where no hour is printed to count back from, or where that moment is past."""
    row = connection.execute(select(sessions.c.starts_at, sessions.c.timed).where(sessions.c.number == session)).one()
    now = datetime.now(UTC)
    return {kind: row.starts_at - before for kind, before in REMINDERS.items() if row.timed and row.starts_at - before > now}


def _add(connection: Connection, due: Mapping[str, datetime], session: int, signup: int | None, reference: str | None = None) -> None:
    for kind, moment in due.items():
        values = {"kind": kind, "session": session, "signup": signup, "reference": reference, "due_at": moment, "attempts": 0}
        connection.execute(insert(messages).values(message_id=f"<{uuid.uuid4()}@vacaturebot>", **values))


class Outbox:
    """The worker's side of the messages. Safe to use from several processes at once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def claim(self, limit: int) -> list[Message]:
        """Up to `limit` messages that are due, oldest first; nobody else gets them for a minute."""
        now = datetime.now(UTC)
        free = (messages.c.done_at.is_(None)) & (messages.c.due_at <= now) & or_(messages.c.claimed_until.is_(None), messages.c.claimed_until < now)
        due = select(messages.c.number).where(free).order_by(messages.c.due_at, messages.c.number).limit(limit)
        claim = update(messages).where(messages.c.number.in_(due), free).values(claimed_until=now + _CLAIM, attempts=messages.c.attempts + 1)
        columns = (messages.c.number, messages.c.message_id, messages.c.kind, messages.c.session, messages.c.signup, messages.c.reference)
        with self._engine.begin() as connection:
            rows = connection.execute(claim.returning(*columns, messages.c.attempts, messages.c.due_at)).all()
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
        with self._engine.begin() as connection:
            connection.execute(
                update(messages).where(messages.c.number.in_(numbers)).values(done_at=datetime.now(UTC), result=result, claimed_until=None)
            )

    def later(self, message: Message, *, hopeless: bool = False) -> bool:
        """Puts a failed message back with a growing pause; False when it is given up (refused for good, or tried for five days)."""
        now = datetime.now(UTC)
        if hopeless or now - message.due_at > _GIVE_UP:
            self.done([message.number], "failed")
            return False
        pause = min(_FIRST_PAUSE * 2 ** min(message.attempts - 1, 12), _LONGEST_PAUSE)
        with self._engine.begin() as connection:
            connection.execute(update(messages).where(messages.c.number == message.number).values(claimed_until=now + pause))
        return True
