"""Sign-ups for infosessions, in one transaction each; idempotent by session and address."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Column, DateTime, Engine, Integer, MetaData, String, Table, UniqueConstraint, insert, select, update
from sqlalchemy.exc import IntegrityError

from knowledge.model import Infosession

metadata = MetaData()

signups = Table(
    "signups",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("reference", String(16), nullable=False, unique=True),
    Column("vacancy", String(255), nullable=False, index=True),
    Column("session", String(64), nullable=False),
    Column("name", String(200), nullable=False),
    Column("email", String(320), nullable=False),
    Column("conversation", String(64), nullable=False, index=True),
    Column("status", String(16), nullable=False),
    Column("signed_up_at", DateTime(timezone=True), nullable=False),
    Column("changed_at", DateTime(timezone=True), nullable=False),
    UniqueConstraint("vacancy", "session", "email", name="uq_signup"),
)

# Letters and digits that nobody confuses on the phone.
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

Status = Literal["confirmed", "cancelled"]


@dataclass(frozen=True, slots=True)
class Signup:
    """A sign-up. `session` is the session's start ('2026-12-01T19:00'); `email` is normalised."""

    number: int
    reference: str
    vacancy: str
    session: str
    name: str
    email: str
    status: Status


def session_key(session: Infosession) -> str:
    """Identifies a session within its vacancy: its start."""
    return session.start.iso()


class Signups:
    """The store. Safe to share between threads and processes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        metadata.create_all(engine)

    def register(self, *, vacancy: str, session: str, name: str, email: str, conversation: str) -> tuple[Signup, bool]:
        """Signs somebody up; (sign-up, True), or (the sign-up that there was, False). A cancelled one is confirmed again."""
        now = datetime.now(UTC)
        with self._engine.begin() as connection:
            row = connection.execute(
                select(signups).where(signups.c.vacancy == vacancy, signups.c.session == session, signups.c.email == email)
            ).first()
            if row is not None:
                if row.status == "confirmed":
                    return _signup(row), False
                connection.execute(
                    update(signups).where(signups.c.number == row.number).values(status="confirmed", name=name, conversation=conversation, changed_at=now)
                )
                return self._get(connection, row.number), True
        try:
            with self._engine.begin() as connection:
                values = {
                    "reference": "I-" + "".join(secrets.choice(_ALPHABET) for _ in range(6)),
                    "vacancy": vacancy,
                    "session": session,
                    "name": name,
                    "email": email,
                    "conversation": conversation,
                    "status": "confirmed",
                    "signed_up_at": now,
                    "changed_at": now,
                }
                number = connection.execute(insert(signups).values(**values).returning(signups.c.number)).scalar_one()
                return self._get(connection, number), True
        except IntegrityError:  # the same sign-up came through another process at the same moment
            return self.register(vacancy=vacancy, session=session, name=name, email=email, conversation=conversation)

    def of_conversation(self, conversation: str, vacancy: str | None = None) -> list[Signup]:
        """The confirmed sign-ups made in a conversation, newest last."""
        condition = (signups.c.conversation == conversation) & (signups.c.status == "confirmed")
        if vacancy:
            condition &= signups.c.vacancy == vacancy
        with self._engine.connect() as connection:
            return [_signup(row) for row in connection.execute(select(signups).where(condition).order_by(signups.c.number))]

    def all(self) -> list[Signup]:
        """Every sign-up, by vacancy and session, oldest first."""
        with self._engine.connect() as connection:
            return [_signup(row) for row in connection.execute(select(signups).order_by(signups.c.vacancy, signups.c.session, signups.c.number))]

    def cancel(self, number: int) -> None:
        """Cancels a sign-up; cancelling twice is harmless."""
        with self._engine.begin() as connection:
            connection.execute(update(signups).where(signups.c.number == number).values(status="cancelled", changed_at=datetime.now(UTC)))

    def change(self, number: int, *, name: str, email: str) -> Signup:
        """Corrects name and address of a sign-up."""
        with self._engine.begin() as connection:
            connection.execute(update(signups).where(signups.c.number == number).values(name=name, email=email, changed_at=datetime.now(UTC)))
            return self._get(connection, number)

    @staticmethod
    def _get(connection: object, number: int) -> Signup:
        return _signup(connection.execute(select(signups).where(signups.c.number == number)).one())  # type: ignore[attr-defined]


def _signup(row: object) -> Signup:
    return Signup(*(getattr(row, name) for name in ("number", "reference", "vacancy", "session", "name", "email", "status")))
