"""Requests of candidates to be contacted by a person: stored at once, listed for the recruiter, deleted on time."""

from __future__ import annotations

import argparse
import json
import secrets
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Column, DateTime, Engine, Integer, MetaData, String, Table, Text, delete, insert, select

from knowledge.database import open_engine
from knowledge.settings import load_settings

_metadata = MetaData()

_requests = Table(
    "callback_requests",
    _metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("reference", String(16), nullable=False, unique=True),
    Column("asked_at", DateTime(timezone=True), nullable=False),
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
    """The store of call-back requests. Safe to share between threads and processes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        _metadata.create_all(engine)

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
        return reference

    def all(self) -> list[Request]:
        """Every request, oldest first."""
        columns = (_requests.c[name] for name in ("reference", "asked_at", "vacancy", "name", "reach", "question"))
        with self._engine.connect() as connection:
            return [Request(*row) for row in connection.execute(select(*columns).order_by(_requests.c.number))]

    def erase(self, conversation: str) -> int:
        """Removes the requests of a conversation; returns how many."""
        with self._engine.begin() as connection:
            return connection.execute(delete(_requests).where(_requests.c.conversation == conversation)).rowcount

    def purge(self, days: int = 30) -> int:
        """Removes requests older than `days`; returns how many."""
        with self._engine.begin() as connection:
            return connection.execute(delete(_requests).where(_requests.c.asked_at < datetime.now(UTC) - timedelta(days=days))).rowcount


def callbacks_command(args: argparse.Namespace) -> int:
    """`vacaturebot callbacks`: who asked to be contacted, and about what."""
    requests = Callbacks(open_engine(load_settings(), "service")).all()
    if args.json:
        json.dump([asdict(item) | {"asked_at": item.asked_at.isoformat()} for item in requests], sys.stdout, ensure_ascii=False, indent=1)
        print()
        return 0
    for item in requests:
        print(f"{item.reference}  {item.asked_at:%d/%m/%Y %H:%M}  {item.vacancy or 'geen vacature'}  {item.name}  {item.reach}\n    {item.question}")
    if not requests:
        print("Er zijn geen vragen om contact.")
    return 0
