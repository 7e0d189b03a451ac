"""Sessions that change after people signed up: everybody who did is told, once, by the outbox."""

from __future__ import annotations

import logging
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from actions.signups.outbox import queue, requeue_reminders
from actions.signups.session import SessionFacts, session_facts
from actions.signups.store import Signups
from actions.signups.tables import OPEN, sessions, signups
from knowledge.catalog import Snapshot

log = logging.getLogger(__name__)

_TOLD = ("starts_at", "timed", "minutes", "place", "mode", "link")
"""What is worth a mail when it changes; a better title or another contact is taken over silently."""


def follow_bundles(store: Signups, snapshot: Snapshot) -> None:
    """Compares the coming sessions that people signed up for with the bundles, and queues mails where they differ.

    A session that vanished was moved when exactly one new session took its place. One that vanished without a trace, or with its whole
    bundle, stays as it is: a file that is being replaced or read badly must not cancel an evening.
    """
    with store.engine.connect() as connection:
        active = select(signups.c.session).where(signups.c.status.in_(OPEN))
        where = (sessions.c.starts_at > datetime.now(UTC)) & sessions.c.number.in_(active) & (sessions.c.status != "cancelled")
        rows = connection.execute(select(sessions).where(where)).all()
    for row in rows:
        facts = _now(snapshot, row, {other.key for other in rows if other.bundle == row.bundle})
        if facts is None:
            if row.bundle in snapshot.bundles:
                log.warning("bundle %s holds a session no more that people signed up for: %s", row.bundle, row.key)
            continue
        with store.engine.begin() as connection:
            _take_over(connection, row.number, facts)


def _now(snapshot: Snapshot, row: Row[Any], known: set[str]) -> SessionFacts | None:
    """The session as the bundle tells it now; None when it isn't there."""
    bundle = snapshot.bundles.get(row.bundle)
    found: dict[str, SessionFacts] = {}
    for vacancy in bundle.vacancies if bundle else ():
        for fact in vacancy.infosessions:
            facts = session_facts(snapshot, vacancy, fact.value)
            found.setdefault(facts.key, facts)
    if row.key in found:
        return found[row.key]
    new = [facts for key, facts in found.items() if key not in known and facts.starts_at > datetime.now(UTC)]
    gone = [key for key in known if key not in found]
    return new[0] if len(new) == 1 and len(gone) == 1 else None


def _take_over(connection: Connection, number: int, facts: SessionFacts) -> None:
    """Writes the new facts and queues the mails, in one transaction; facts that are the same queue nothing."""
    # A write first: it takes the lock, so that two processes never tell the same change twice.
    connection.execute(update(sessions).where(sessions.c.number == number).values(sequence=sessions.c.sequence))
    before = connection.execute(select(sessions).where(sessions.c.number == number)).one()
    values = asdict(facts)
    cancelled = facts.status == "cancelled" and before.status != "cancelled"
    told = any(values[name] != getattr(before, name) for name in _TOLD)
    if not told and not cancelled and all(value == getattr(before, name) for name, value in values.items()):
        return
    taken = connection.execute(
        select(func.count()).where(sessions.c.bundle == facts.bundle, sessions.c.key == facts.key, sessions.c.number != number)
    ).scalar_one()
    if taken:  # somebody signed up for the new session before this change was seen
        values.pop("key")
    if told or cancelled:
        values["sequence"] = before.sequence + 1
    connection.execute(update(sessions).where(sessions.c.number == number).values(**values))
    if not told and not cancelled:
        return
    kind = "session_cancelled" if cancelled else "session_changed"
    told_to = select(signups.c.number).where(signups.c.session == number, signups.c.status.in_(OPEN))
    for signup in connection.scalars(told_to).all():
        queue(connection, kind, session=number, signup=signup)
        requeue_reminders(connection, number, signup, wanted=not cancelled)
