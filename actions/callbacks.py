"""Requests of candidates to be contacted by a person: stored at once, listed for the recruiter, deleted on time."""

from __future__ import annotations

import argparse
import json
import secrets
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Column, ColumnElement, Connection, Engine, Integer, String, Table, Text, delete, insert, select

from actions.database import UtcTime, metadata, open_service, prepare
from actions.signups.outbox import queue
from actions.signups.tables import messages
from actions.signups.transport import remove_mails
from knowledge.settings import load_settings

_requests = Table(
    "callback_requests",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("reference", String(16), nullable=False, unique=True),
    Column("asked_at", UtcTime, nullable=False),
    Column("conversation", String(64), nullable=False, index=True),
    Column("vacancy", String(255)),
    Column("name", String(200), nullable=False),
    Column("reach", String(320), nullable=False),
    Column("question", Text, nullable=False),
)

# Letters and digits that nobody confuses on the phone.
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True, slots=True)
class Request:
    """A request to be contacted. `reach` is a phone number (E.164) or an e-mail address."""

    reference: str
    asked_at: datetime
    vacancy: str | None
    name: str
    reach: str
    question: str


class Callbacks:
    """The store of call-back requests, of which the recruiter is told by mail. Safe to share between threads and processes.

    `mail_folder` is where mails lie on an installation without a mail server: erasure must reach them.
    `channel`: the recruiters' channel gets a card for each.
    """

    def __init__(self, engine: Engine, mail_folder: Path | None = None, *, channel: bool = False) -> None:
        self._engine, self._mail_folder, self._channel = engine, mail_folder, channel
        prepare(engine)

    def add(self, *, name: str, reach: str, question: str, vacancy: str | None, conversation: str) -> str:
        """Stores a request and returns its reference; the same request of the same conversation keeps its reference."""
        with self._engine.begin() as connection:
            same = connection.execute(
                select(_requests.c.reference).where(
                    _requests.c.conversation == conversation, _requests.c.reach == reach, _requests.c.question == question
                )
            ).scalar()
            if same:
                return str(same)
            reference = "C-" + "".join(secrets.choice(_ALPHABET) for _ in range(6))
            connection.execute(
                insert(_requests).values(
                    reference=reference,
                    asked_at=datetime.now(UTC),
                    conversation=conversation,
                    vacancy=vacancy,
                    name=name,
                    reach=reach,
                    question=question,
                )
            )
            queue(connection, "callback_new", reference=reference)
            if self._channel:
                queue(connection, "channel_callback", reference=reference)
        return reference

    def all(self) -> list[Request]:
        """Every request, oldest first."""
        with self._engine.connect() as connection:
            return [Request(*row) for row in connection.execute(_ALL.order_by(_requests.c.number))]

    def erase(self, conversation: str) -> int:
        """Removes the requests of a conversation; returns how many. Who got a mail about one is asked, by its reference, to erase it too."""
        with self._engine.begin() as connection:
            removed = self._remove(connection, _requests.c.conversation == conversation)
            sent = (messages.c.kind == "callback_new") & (messages.c.result == "sent")
            told = select(messages.c.reference).where(messages.c.reference.in_(removed), sent)
            for reference in connection.scalars(told).all():
                queue(connection, "callback_erased", reference=reference)
        return len(removed)

    def purge(self, days: int = 30) -> int:
        """Removes requests older than `days`; returns how many."""
        with self._engine.begin() as connection:
            return len(self._remove(connection, _requests.c.asked_at < datetime.now(UTC) - timedelta(days=days)))

    def _remove(self, connection: Connection, condition: ColumnElement[bool]) -> list[str]:
        references = list(connection.scalars(delete(_requests).where(condition).returning(_requests.c.reference)))
        for reference in references:
            remove_mails(self._mail_folder, reference)
        return references


_ALL = select(*(_requests.c[name] for name in Request.__dataclass_fields__))


def request_of(connection: Connection, reference: str) -> Request | None:
    """The request with this reference; None when it was erased."""
    row = connection.execute(_ALL.where(_requests.c.reference == reference)).first()
    return Request(*row) if row else None


def callbacks_command(args: argparse.Namespace) -> int:
    """`vacaturebot callbacks`: who asked to be contacted, and about what."""
    requests = Callbacks(open_service(load_settings())).all()
    if args.json:
        json.dump([asdict(item) | {"asked_at": item.asked_at.isoformat()} for item in requests], sys.stdout, ensure_ascii=False, indent=1)
        print()
        return 0
    for item in requests:
        print(f"{item.reference}  {item.asked_at:%d/%m/%Y %H:%M}  {item.vacancy or 'geen vacature'}  {item.name}  {item.reach}\n    {item.question}")
    if not requests:
        print("Er zijn geen vragen om contact.")
    return 0
