"""The processes that the fault tests kill: `clients`, `worker` and `smtp`, over one SQLite file.

Started as `python office.py ROLE FOLDER PORT DIE`; DIE names the point at which the process kills itself, and how often it gets past it first.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from actions.signups import outbox
from actions.signups.mail import Sender
from actions.signups.session import SessionFacts
from actions.signups.store import SignupRules, Signups
from actions.signups.transport import MailServer
from actions.signups.worker import Worker
from knowledge.clock import BRUSSELS
from knowledge.database import sqlite_engine
from knowledge.settings import Settings

COUNT = 200
_START = datetime.now(BRUSSELS).replace(hour=19, minute=0, second=0, microsecond=0) + timedelta(days=21)
FACTS = SessionFacts(
    "boekhouder", _START.strftime("%Y-%m-%dT%H:%M"), "Boekhouder", "stad Doornwal", _START, True, "in het stadhuis", organiser="o@x.be"
)


def die_at(point: str, wanted: str) -> None:
    """Kills this process without any farewell when `wanted` ("point:times") names this point for the last time."""
    name, _, times = wanted.partition(":")
    if name == point:
        die_at.passed = getattr(die_at, "passed", 0) + 1  # type: ignore[attr-defined]
        if die_at.passed >= int(times):  # type: ignore[attr-defined]
            os.kill(os.getpid(), signal.SIGKILL)


def clients(folder: Path, die: str) -> None:
    """Signs people up one after another; a line in `replies` stands for the reply that a candidate gets."""
    store = Signups(sqlite_engine(folder / "service.db"), SignupRules(mails=True))
    replies = folder / "replies"
    answered = set(replies.read_text().split()) if replies.exists() else set()
    for number in range(COUNT):
        email = f"k{number}@example.be"
        if email in answered:
            continue
        store.register(FACTS, name=f"Kandidaat {number}", email=email, conversation=f"c{number}")
        die_at("after_commit", die)
        with replies.open("a") as file:
            file.write(email + "\n")


def worker(folder: Path, port: int, die: str) -> None:
    """Delivers until it is killed; claims and pauses are short, so that a test need not wait for them."""
    outbox._CLAIM = timedelta(seconds=1)
    outbox._FIRST_PAUSE = timedelta(milliseconds=50)
    outbox._LONGEST_PAUSE = timedelta(milliseconds=200)
    settings = Settings(smtp_host="127.0.0.1", smtp_port=port, smtp_security="none", data_dir=folder)
    signups = Signups(sqlite_engine(folder / "service.db"))
    mails = Worker(signups, MailServer(settings), Sender("bot@x.be", "http://x.be"))
    done = mails._outbox.done

    def mark(numbers: list[int], result: str) -> None:
        die_at("before_mark", die)
        done(numbers, result)

    mails._outbox.done = mark  # type: ignore[method-assign,assignment]
    while True:
        if not mails.deliver():
            time.sleep(0.02)


class Mailbox:
    """Writes what it takes to a file before it says that it has it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 (the library's name)
        headers = (envelope.content or b"").split(b"\r\n\r\n")[0].decode().splitlines()
        message_id = next(line.split(" ", 1)[1] for line in headers if line.lower().startswith("message-id"))
        with self._path.open("a") as file:
            file.write(f"{message_id} {envelope.rcpt_tos[0]}\n")
            file.flush()
            os.fsync(file.fileno())
        return "250 OK"


async def smtp(folder: Path, port: int) -> None:
    """A mail server on the loopback address."""
    controller = Controller(Mailbox(folder / "mailbox"), hostname="127.0.0.1", port=port)
    controller.start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    role, where, number, point = sys.argv[1:]
    if role == "clients":
        clients(Path(where), point)
    elif role == "worker":
        worker(Path(where), int(number), point)
    else:
        asyncio.run(smtp(Path(where), int(number)))
