"""Sign-ups for infosessions and the messages about them, in one transaction each; idempotent by session and address.

Every change of a session's sign-ups begins with a write to the session's row. That takes its lock (SQLite: the database's), so that
places are never given away twice and the waiting list moves up in order.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from actions.database import prepare
from actions.signups.outbox import queue, unqueue
from actions.signups.session import SessionFacts
from actions.signups.tables import OPEN, messages, sessions, signups
from actions.signups.transport import mail_folder, remove_mails
from actions.signups.webinars import cancellation_key
from knowledge.settings import Settings

Status = Literal["confirmed", "waiting", "requested", "cancelled"]
"""`requested`: passed on to a webinar that has not decided yet."""

# Letters and digits that nobody confuses on the phone.
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_ANNOUNCE = timedelta(minutes=15)
"""A webinar that decides faster spares the candidate a mail that says to wait."""


class AlreadySignedUp(ValueError):
    """The new address has a sign-up of its own for the same session."""


@dataclass(frozen=True, slots=True)
class SignupRules:
    """What an installation decides. `capacity`: places in each session, None for no limit; `keep_days`: how long sign-ups are kept
    after their session; `mails`: whether mail really leaves (else it lies in a folder); `everywhere`: the bot also takes sign-ups for
    sessions that the bundle registers for by form or phone; `mail_folder`: where mails lie that erasure must reach; `webinars`: the
    webinar that gives out the places, by "bundle/key of the session"; `links`: where addresses of our pages begin, without a slash at the end;
    `channel`: the recruiters' channel gets a card for each sign-up.
    """

    capacity: int | None = None
    keep_days: int = 30
    mails: bool = False
    everywhere: bool = False
    mail_folder: Path | None = None
    webinars: Mapping[str, str] = field(default_factory=dict)
    links: str = ""
    channel: bool = False

    @classmethod
    def of(cls, settings: Settings) -> SignupRules:
        """The rules as the settings state them."""
        return cls(
            capacity=settings.signup_capacity,
            keep_days=settings.signup_keep_days,
            mails=settings.smtp_host is not None,
            everywhere=settings.signup_everywhere,
            mail_folder=mail_folder(settings),
            webinars=settings.graph_webinars,
            links=settings.links_url,
            channel=settings.teams_webhook_url is not None,
        )

    def webinar(self, bundle: str, key: str) -> str | None:
        """The webinar that gives out the places of a session; None where the store does."""
        return self.webinars.get(f"{bundle}/{key}")


@dataclass(frozen=True, slots=True)
class Signup:
    """A sign-up. `session` is the key of the session ('2026-12-01T19:00') of `bundle` and `text` the session in words; `email` is normalised."""

    number: int
    reference: str
    bundle: str
    session: str
    text: str
    name: str
    email: str
    status: Status
    title: str
    starts_at: datetime
    signed_up_at: datetime
    token: str


class Signups:
    """The store. Safe to share between threads and processes."""

    def __init__(self, engine: Engine, rules: SignupRules | None = None) -> None:
        self.rules = rules or SignupRules()
        self.engine = engine
        prepare(engine)

    def register(self, facts: SessionFacts, *, name: str, email: str, conversation: str) -> tuple[Signup, bool]:
        """Signs somebody up, on the waiting list when the session is full; (sign-up, True), or (the sign-up that there was, False)."""
        now = datetime.now(UTC)
        with self.engine.begin() as connection:
            session = _lock(connection, facts, self.rules.webinar(facts.bundle, facts.key))
            webinar = _webinar(connection, session)
            known = connection.execute(select(signups).where(signups.c.session == session, signups.c.email == email)).first()
            if known is not None and known.status in OPEN:
                return _get(connection, known.number), False
            status = "requested" if webinar else "waiting" if self._full(connection, session) else "confirmed"
            values: dict[str, Any] = {"name": name, "conversation": conversation, "status": status, "changed_at": now}
            values |= {"registration": None, "webinar_status": None}
            if known is not None:
                number = known.number
                connection.execute(update(signups).where(signups.c.number == number).values(**values, revision=known.revision + 1))
            else:
                values |= {"reference": "I-" + _code(), "secret": secrets.token_urlsafe(32), "session": session, "email": email, "signed_up_at": now}
                number = connection.execute(insert(signups).values(**values).returning(signups.c.number)).scalar_one()
            if webinar:
                queue(connection, "webinar_register", session=session, signup=number)
            queue(connection, status, session=session, signup=number, after=_ANNOUNCE if webinar else timedelta())
            queue(connection, "organiser_new", session=session, signup=number)
            if self.rules.channel:
                queue(connection, "channel_signup", session=session, signup=number)
            return _get(connection, number), True

    def change(self, number: int, *, name: str, email: str) -> Signup:
        """Corrects name and address of a sign-up; the same values change nothing. Raises AlreadySignedUp, KeyError when it is gone."""
        try:
            with self.engine.begin() as connection:
                session = _lock_of(connection, number)
                before = _get(connection, number)
                if (before.name, before.email) == (name, email):
                    return before
                values = {"name": name, "email": email, "revision": signups.c.revision + 1, "changed_at": datetime.now(UTC)}
                if before.email != email and before.status in OPEN and _webinar(connection, session):
                    self._leave_webinar(connection, number, session)
                    values |= {"status": "requested", "registration": None, "webinar_status": None}
                    queue(connection, "webinar_register", session=session, signup=number)
                connection.execute(update(signups).where(signups.c.number == number).values(**values))
                queue(connection, "changed", session=session, signup=number)
                queue(connection, "organiser_changed", session=session, signup=number)
                return _get(connection, number)
        except IntegrityError:
            raise AlreadySignedUp from None

    def cancel(self, number: int) -> bool:
        """Cancels a sign-up; False when it was cancelled before or is gone. Its place goes to the first who waits."""
        with self.engine.begin() as connection:
            try:
                session = _lock_of(connection, number)
            except KeyError:
                return False
            where = (signups.c.number == number) & signups.c.status.in_(OPEN)
            values = {"status": "cancelled", "revision": signups.c.revision + 1, "changed_at": datetime.now(UTC)}
            if not connection.execute(update(signups).where(where).values(**values)).rowcount:
                return False
            unqueue(connection, number)
            if _webinar(connection, session):
                self._leave_webinar(connection, number, session)
            queue(connection, "cancelled", session=session, signup=number)
            queue(connection, "organiser_cancelled", session=session, signup=number)
            self._move_up(connection, session)
            return True

    def full(self, bundle: str, key: str) -> bool:
        """Whether the next sign-up for a session goes on its waiting list."""
        with self.engine.connect() as connection:
            number = connection.execute(select(sessions.c.number).where(sessions.c.bundle == bundle, sessions.c.key == key)).scalar()
            return self._full(connection, number) if number else self.rules.capacity == 0 and not self.rules.webinar(bundle, key)

    def of_conversation(self, conversation: str, bundle: str | None = None) -> list[Signup]:
        """The sign-ups made in a conversation that are not cancelled, oldest first."""
        condition = (signups.c.conversation == conversation) & signups.c.status.in_(OPEN)
        if bundle:
            condition &= sessions.c.bundle == bundle
        with self.engine.connect() as connection:
            return [_signup(row) for row in connection.execute(_JOINED.where(condition).order_by(signups.c.number))]

    def find(self, token: str) -> Signup | None:
        """The sign-up whose link carries `token`; None for a wrong or expired one. Takes the same time however much of it is right."""
        reference, _, secret = token.partition(".")
        with self.engine.connect() as connection:
            row = connection.execute(_JOINED.where(signups.c.reference == reference, ~_expired(self.rules.keep_days))).first()
        right = hmac.compare_digest((row.secret if row else "-" * 43).encode(), secret.encode())
        return _signup(row) if row is not None and right else None

    def all(self) -> list[Signup]:
        """Every sign-up, by bundle and session, oldest first."""
        with self.engine.connect() as connection:
            return [_signup(row) for row in connection.execute(_JOINED.order_by(sessions.c.bundle, sessions.c.key, signups.c.number))]

    def forget(self, number: int) -> None:
        """Removes a sign-up for good; it is cancelled first, and the organiser is told by reference to remove it too."""
        self._forget([number])

    def erase(self, conversation: str) -> int:
        """Removes the sign-ups made in a conversation; returns how many."""
        with self.engine.connect() as connection:
            return self._forget(list(connection.scalars(select(signups.c.number).where(signups.c.conversation == conversation))))

    def purge(self) -> int:
        """Removes sign-ups `keep_days` after their session (or after their last change, when that came later); returns how many."""
        with self.engine.begin() as connection:
            old = select(signups.c.number).join(sessions).where(_expired(self.rules.keep_days))
            removed = list(connection.scalars(delete(signups).where(signups.c.number.in_(old)).returning(signups.c.reference)))
            for reference in removed:
                remove_mails(self.rules.mail_folder, reference)
            before = datetime.now(UTC) - timedelta(days=self.rules.keep_days)
            used = select(signups.c.session)
            connection.execute(delete(messages).where(messages.c.signup.is_(None), messages.c.due_at < before))
            waiting = select(messages.c.session).where(messages.c.session.is_not(None))
            connection.execute(
                delete(sessions).where(sessions.c.starts_at < before, sessions.c.number.not_in(used), sessions.c.number.not_in(waiting))
            )
            return len(removed)

    def _forget(self, numbers: Sequence[int]) -> int:
        for number in numbers:
            self.cancel(number)
            with self.engine.begin() as connection:
                row = connection.execute(delete(signups).where(signups.c.number == number).returning(signups.c.session, signups.c.reference)).first()
                if row:
                    remove_mails(self.rules.mail_folder, row.reference)
                    queue(connection, "organiser_erased", session=row.session, reference=row.reference)
        return len(numbers)

    def _leave_webinar(self, connection: Connection, number: int, session: int) -> None:
        """Queues the cancellation at the webinar. It carries its own key: by the time it leaves the sign-up may be erased."""
        row = connection.execute(select(signups.c.registration, signups.c.email).where(signups.c.number == number)).one()
        queue(connection, "webinar_cancel", session=session, registration=cancellation_key(row.registration, row.email))

    def _full(self, connection: Connection, session: int) -> bool:
        if _webinar(connection, session):
            return False
        return self.rules.capacity is not None and _count(connection, session, "confirmed") >= self.rules.capacity

    def _move_up(self, connection: Connection, session: int) -> None:
        if _webinar(connection, session):
            return
        while not self._full(connection, session):
            first = (
                select(signups.c.number).where(signups.c.session == session, signups.c.status == "waiting").order_by(signups.c.changed_at).limit(1)
            )
            number = connection.execute(first).scalar()
            if number is None:
                return
            connection.execute(update(signups).where(signups.c.number == number).values(status="confirmed", revision=signups.c.revision + 1))
            queue(connection, "moved_up", session=session, signup=number)
            queue(connection, "organiser_moved_up", session=session, signup=number)


_JOINED = select(signups, *(sessions.c[name] for name in ("bundle", "key", "text", "title", "starts_at"))).join(sessions)


def _signup(row: Row[Any]) -> Signup:
    fields = (row.number, row.reference, row.bundle, row.key, row.text, row.name, row.email, row.status, row.title, row.starts_at, row.signed_up_at)
    return Signup(*fields, token=f"{row.reference}.{row.secret}")


def _get(connection: Connection, number: int) -> Signup:
    row = connection.execute(_JOINED.where(signups.c.number == number)).first()
    if row is None:
        raise KeyError(number)
    return _signup(row)


def _code() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(6))


def _webinar(connection: Connection, session: int) -> str | None:
    return connection.execute(select(sessions.c.webinar).where(sessions.c.number == session)).scalar()


def _lock(connection: Connection, facts: SessionFacts, webinar: str | None) -> int:
    """The number of the session's row, made where there is none and locked until the transaction ends.

    What people signed up for stays as they know it: `changes.follow_bundles` takes new facts over and tells them. Who gives out the
    places stays the same as long as somebody is signed up.
    """
    make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    values = asdict(facts)
    statement = make(sessions).values(**values, sequence=0)
    locked = statement.on_conflict_do_update(index_elements=["bundle", "key"], set_={"sequence": sessions.c.sequence})
    number = int(connection.execute(locked.returning(sessions.c.number)).scalar_one())
    if not any(_count(connection, number, status) for status in OPEN):
        connection.execute(update(sessions).where(sessions.c.number == number).values(**values, webinar=webinar))
    return number


def _lock_of(connection: Connection, signup: int) -> int:
    """Locks the session of a sign-up; KeyError when the sign-up is gone."""
    session = select(signups.c.session).where(signups.c.number == signup).scalar_subquery()
    statement = update(sessions).where(sessions.c.number == session).values(sequence=sessions.c.sequence).returning(sessions.c.number)
    number = connection.execute(statement).scalar()
    if number is None:
        raise KeyError(signup)
    return int(number)


def _count(connection: Connection, session: int, status: str) -> int:
    return int(connection.execute(select(func.count()).where(signups.c.session == session, signups.c.status == status)).scalar_one())


def _expired(days: int) -> Any:
    """Sign-ups of which both the session and the last change are `days` ago; a demo's moved date would lose fresh ones otherwise."""
    before = datetime.now(UTC) - timedelta(days=days)
    return (sessions.c.starts_at < before) & (signups.c.changed_at < before)
