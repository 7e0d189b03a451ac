"""Questions that no bundle answered, for the recruiter: kept without identity, grouped by meaning when they are listed."""

from __future__ import annotations

import argparse
import json
import logging
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Column, Connection, Engine, Integer, String, Table, Text, delete, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from actions.database import UtcTime, metadata, open_service, prepare
from actions.signups.outbox import queue
from actions.signups.tables import messages
from knowledge.settings import load_settings

if TYPE_CHECKING:
    import numpy as np

    from index.encoder.interface import Encoder

log = logging.getLogger(__name__)

_questions = Table(
    "unanswered_questions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("asked_on", UtcTime, nullable=False),
    Column("vacancy", String(255)),
    Column("intent", String(64), nullable=False),
    Column("question", Text, nullable=False),
    # The mail to the recruiter that tells it.
    Column("message", Integer, index=True),
)

_TOGETHER = timedelta(hours=1)
"""Questions of this long leave in one mail."""

# What could tell who asked: addresses, numbers, and names that introduce themselves.
_IDENTITY = re.compile(r"\S+@\S+|\+?\d[\d ./()-]{6,}\d|(?<=\bik ben )[A-Z]\w+(?: [A-Z]\w+)*|(?<=\bnaam is )\S+(?: [A-Z]\w+)*")
SAME_MEANING = 0.90
"""Cosine above which two questions count as the same; e5's cosines of unrelated sentences reach 0.85."""


@dataclass(frozen=True, slots=True)
class Group:
    """Questions of one meaning about one vacancy; `question` is the first one asked."""

    vacancy: str | None
    question: str
    count: int


class Unanswered:
    """The store of unanswered questions. Safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        prepare(engine)

    def add(self, question: str, vacancy: str | None, intent: str) -> None:
        """Keeps a question without identity, at most 300 characters. A store that fails is no reason to answer the candidate worse."""
        text = _IDENTITY.sub("[…]", question)[:300]
        try:
            with self._engine.begin() as connection:
                values = {"asked_on": datetime.now(UTC), "vacancy": vacancy, "intent": intent, "question": text, "message": _message(connection)}
                connection.execute(insert(_questions).values(**values))
        except SQLAlchemyError as error:
            log.error("a question without an answer could not be kept: %s", type(error).__name__)

    def purge(self, days: int = 365) -> int:
        """Removes questions older than `days`; returns how many."""
        with self._engine.begin() as connection:
            return connection.execute(delete(_questions).where(_questions.c.asked_on < datetime.now(UTC) - timedelta(days=days))).rowcount

    def all(self) -> list[tuple[str | None, str]]:
        """(vacancy, question) of every question, oldest first."""
        with self._engine.connect() as connection:
            return [(row.vacancy, row.question) for row in connection.execute(select(_questions).order_by(_questions.c.number))]


def _message(connection: Connection) -> int:
    """The mail that has not been tried yet, held until the transaction ends, or a new one."""
    waiting = (messages.c.kind == "unanswered") & (messages.c.attempts == 0) & messages.c.done_at.is_(None)
    number = connection.execute(update(messages).where(waiting).values(attempts=0).returning(messages.c.number)).scalars().first()
    return number or queue(connection, "unanswered", after=_TOGETHER)


def told_in(connection: Connection, message: int) -> list[tuple[str | None, str]]:
    """(vacancy, question) of every question that a mail tells, oldest first."""
    rows = connection.execute(select(_questions).where(_questions.c.message == message).order_by(_questions.c.number))
    return [(row.vacancy, row.question) for row in rows]


def group(questions: Sequence[tuple[str | None, str]], encoder: Encoder) -> list[Group]:
    """Questions of the same meaning about the same vacancy together, the most frequent first."""
    if not questions:
        return []
    vectors = encoder.encode_queries([text for _, text in questions])
    leaders: list[tuple[str | None, str, np.ndarray, int]] = []
    for (vacancy, text), vector in zip(questions, vectors, strict=True):
        for position, (other, first, leader, count) in enumerate(leaders):
            if other == vacancy and float(vector @ leader) >= SAME_MEANING:
                leaders[position] = (other, first, leader, count + 1)
                break
        else:
            leaders.append((vacancy, text, vector, 1))
    groups = [Group(vacancy, text, count) for vacancy, text, _, count in leaders]
    return sorted(groups, key=lambda item: (-item.count, item.vacancy or "", item.question))


def unanswered_command(args: argparse.Namespace) -> int:
    """`vacaturebot unanswered`: what candidates asked and the bundles don't tell."""
    from index.encoder.factory import load_encoder

    settings = load_settings()
    questions = Unanswered(open_service(settings)).all()
    groups = group(questions, load_encoder(settings)) if questions else []
    if args.json:
        json.dump(
            [{"vacancy": item.vacancy, "question": item.question, "count": item.count} for item in groups], sys.stdout, ensure_ascii=False, indent=1
        )
        print()
        return 0
    for item in groups:
        print(f"{item.count:4} x  {item.vacancy or 'geen vacature'}: {item.question}")
    if not groups:
        print("Er zijn geen onbeantwoorde vragen.")
    return 0
