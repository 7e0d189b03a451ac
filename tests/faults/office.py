"""The processes that the fault tests kill, over one SQLite file: `actions` (the action server), `worker` and `smtp`.

Started as `python -m tests.faults.office ROLE FOLDER PORT DIE`; DIE names the point at which the process kills itself, and how often it gets
past it first. `actions` is the real application with the real actions; only its bundles are made here, so that it starts in a second.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import uvicorn
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from actions import rasa_actions, server
from actions.services import Services
from actions.signups import outbox
from actions.signups.mail import Sender
from actions.signups.store import SignupRules, Signups
from actions.signups.transport import MailServer
from actions.signups.worker import Worker
from knowledge.database import sqlite_engine
from knowledge.settings import Settings
from tests.unit.actions.signup_chat import TOWN_HALL, Chat

SECRET = "the secret of the fault tests"


def die_at(point: str, wanted: str) -> None:
    """Kills this process without any farewell when `wanted` ("point:times") names this point for the last time."""
    name, _, times = wanted.partition(":")
    if name == point:
        die_at.passed = getattr(die_at, "passed", 0) + 1  # type: ignore[attr-defined]
        if die_at.passed >= int(times):  # type: ignore[attr-defined]
            os.kill(os.getpid(), signal.SIGKILL)


def dying_after(work: Callable[..., Any], point: str, die: str) -> Callable[..., Any]:
    """The same work, with a point behind it at which the process may die."""

    def done(*arguments: Any, **named: Any) -> Any:
        result = work(*arguments, **named)
        die_at(point, die)
        return result

    return done


class Office:
    """Stands in for the action server's runtime: bundles made here, over the store in the folder."""

    def __init__(self, settings: Settings) -> None:
        engine = sqlite_engine(settings.data_dir / "service.db")
        self._chat = Chat(engine, TOWN_HALL, rules=SignupRules(mails=True))

    async def __aenter__(self) -> Office:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing to close: it is killed."""

    def services(self) -> Services:
        return self._chat.services

    def forget(self, conversation: str) -> None:
        """Nothing is remembered."""

    def version(self) -> str:
        return "made here"


def actions(folder: Path, port: int, die: str) -> None:
    """The action server."""
    server.Runtime = Office  # type: ignore[assignment,misc]
    Signups.register = dying_after(Signups.register, "after_commit", die)  # type: ignore[method-assign]
    action = rasa_actions.CapabilityAction
    action._respond = dying_after(action._respond, "before_reply", die)  # type: ignore[method-assign]
    app = server.create_app(Settings.model_validate({"data_dir": folder, "internal_secret": SECRET}))
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", ws="none")


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
    """Writes what it takes to a file before it says that it has it; between the two it may die."""

    def __init__(self, path: Path, die: str) -> None:
        self._path, self._die = path, die

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 (the library's name)
        headers = (envelope.content or b"").split(b"\r\n\r\n")[0].decode().splitlines()
        message_id = next(line.split(" ", 1)[1] for line in headers if line.lower().startswith("message-id"))
        with self._path.open("a") as file:
            file.write(f"{message_id} {envelope.rcpt_tos[0]}\n")
            file.flush()
            os.fsync(file.fileno())
        die_at("after_data", self._die)
        return "250 OK"


async def smtp(folder: Path, port: int, die: str) -> None:
    """A mail server on the loopback address."""
    controller = Controller(Mailbox(folder / "mailbox", die), hostname="127.0.0.1", port=port)
    controller.start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    role, where, number, point = sys.argv[1:]
    if role == "actions":
        actions(Path(where), int(number), point)
    elif role == "worker":
        worker(Path(where), int(number), point)
    else:
        asyncio.run(smtp(Path(where), int(number), point))
