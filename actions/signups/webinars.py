"""Passes sign-ups on to webinars elsewhere, and takes over what became of them. What is told to the candidate follows from that answer."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, Row, select, update

from actions.signups.outbox import REMINDERS, Message, Outbox, queue, unqueue
from actions.signups.registrar import Registrar, Registration, WebinarStatus
from actions.signups.tables import OPEN, sessions, signups
from actions.signups.transport import Refused, Unavailable

log = logging.getLogger(__name__)

_BATCH = 5
_FOLLOW = timedelta(hours=1)
_MEANS: dict[WebinarStatus, str] = {
    "registered": "confirmed",
    "waitlisted": "waiting",
    "pendingApproval": "requested",
    "canceled": "cancelled",
    "rejectedByOrganizer": "cancelled",
}


class Webinars:
    """Delivers the messages of the outbox that are for webinars."""

    def __init__(self, engine: Engine, registrar: Registrar) -> None:
        self._engine, self._registrar, self._outbox = engine, registrar, Outbox(engine)

    def deliver(self) -> int:
        """Delivers what is due, a few messages at a time: each is several calls. Returns how many were claimed."""
        claimed = self._outbox.claim(_BATCH, "webinar")
        left = list(claimed)
        try:
            while left:
                self._one(left[0])
                del left[0]
        except Unavailable as error:
            self._later(left, error)
        return len(claimed)

    def _one(self, message: Message) -> None:
        try:
            done = self._cancel(message) if message.kind == "webinar_cancel" else self._register(message)
        except Refused as error:
            self._outbox.later(message, hopeless=True)
            log.warning("a webinar refused a message %s: %s", message.kind, error)
            self._give_up(message)
        except Unavailable as error:
            if error.whole:
                raise
            self._later([message], error)
        else:
            self._outbox.done([message.number], "sent" if done else "dropped")

    def _later(self, waiting: Sequence[Message], error: Unavailable) -> None:
        log.warning("%d messages for webinars wait: %s", len(waiting), error)
        for message in waiting:
            if not self._outbox.later(message, least=error.pause):
                log.error("a message %s could not be delivered for days and is given up", message.kind)
                self._give_up(message)

    def _give_up(self, message: Message) -> None:
        """The organiser must do by hand what the webinar did not take."""
        if message.kind != "webinar_register" or message.signup is None:
            return
        with self._engine.begin() as connection:
            queue(connection, "organiser_webinar_failed", session=message.session, signup=message.signup)

    def _register(self, message: Message) -> bool:
        """Registers, or looks what became of it; False when there is nothing to do any more."""
        columns = (signups.c.name, signups.c.email, signups.c.status, sessions.c.webinar, sessions.c.starts_at)
        with self._engine.connect() as connection:
            row = connection.execute(select(*columns).join(sessions).where(signups.c.number == message.signup)).first()
        if row is None or row.webinar is None or row.status not in OPEN or row.starts_at < datetime.now(UTC):
            return False
        if message.kind == "webinar_follow":
            found = self._registrar.find(row.webinar, row.email) or Registration(None, "canceled")
        else:
            found = self._registrar.register(row.webinar, row.name, row.email)
        self._settle(int(message.signup or 0), row.email, found)
        return True

    def _settle(self, number: int, email: str, found: Registration) -> None:
        """Takes over what became of a registration and queues what the candidate must know, in one transaction."""
        with self._engine.begin() as connection:
            mine = signups.c.number == number
            # A write first: it takes the lock, so that a cancellation comes before or after, never in between.
            connection.execute(update(signups).where(mine).values(revision=signups.c.revision))
            row = connection.execute(select(signups, sessions.c.webinar).join(sessions).where(mine)).first()
            if row is None or row.status not in OPEN or row.email != email:
                return  # whoever changed or erased it has queued the cancellation at the webinar
            connection.execute(update(signups).where(mine).values(registration=found.key, webinar_status=found.status))
            if found.status in ("waitlisted", "pendingApproval"):
                queue(connection, "webinar_follow", session=row.session, signup=number, after=_FOLLOW)
            if found.status == row.webinar_status:
                return
            status = _MEANS[found.status]
            values: dict[str, Any] = {"status": status, "changed_at": datetime.now(UTC), "revision": row.revision + (row.status != "requested")}
            connection.execute(update(signups).where(mine).values(**values))
            unqueue(connection, number, ("requested", *(REMINDERS if status == "cancelled" else ())))
            queue(connection, _told(status, row), session=row.session, signup=number)

    def _cancel(self, message: Message) -> bool:
        """Cancels a registration, unless somebody who is signed up still needs it; False when there is nothing to cancel."""
        with self._engine.connect() as connection:
            webinar = connection.execute(select(sessions.c.webinar).where(sessions.c.number == message.session)).scalar()
        key = message.registration or ""
        if webinar is None or not key:
            return False
        email = key.removeprefix("mailto:") if key.startswith("mailto:") else None
        if email is not None:
            found = self._registrar.find(webinar, email)
            if found is None or found.key is None or found.status == "canceled":
                return False
            key = found.key
        if self._needed(webinar, key, email):
            return False
        self._registrar.cancel(webinar, key)
        return True

    def _needed(self, webinar: str, key: str, email: str | None) -> bool:
        """Whether an open sign-up holds this registration: the candidate signed up again, or for another vacancy with the same webinar."""
        holds = (signups.c.registration == key) | ((signups.c.email == email) if email else False)
        where = (sessions.c.webinar == webinar) & signups.c.status.in_(OPEN) & holds
        with self._engine.connect() as connection:
            return connection.execute(select(signups.c.number).join(sessions).where(where)).first() is not None


def _told(status: str, row: Row[Any]) -> str:
    """The kind of the mail that tells the candidate."""
    if status == "confirmed":
        return "moved_up" if row.status == "waiting" else "confirmed"
    return "refused" if status == "cancelled" else status


def cancellation_key(registration: str | None, email: str) -> str:
    """What names a registration in a message that cancels it; the address as long as the webinar has not told its own key."""
    return registration or f"mailto:{email}"
