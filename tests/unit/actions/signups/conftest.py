"""A real store in a SQLite file, a session three weeks from now, and a mail folder."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlalchemy import Engine

from actions.signups.mail import Sender
from actions.signups.session import SessionFacts
from actions.signups.store import SignupRules, Signups
from actions.signups.transport import MailFolder
from actions.signups.worker import Worker
from knowledge.clock import BRUSSELS
from knowledge.database import sqlite_engine

START = datetime.now(BRUSSELS).replace(hour=19, minute=0, second=0, microsecond=0) + timedelta(days=21)
FACTS = SessionFacts(
    bundle="boekhouder",
    key=START.strftime("%Y-%m-%dT%H:%M"),
    title="Boekhouder",
    employer="stad Doornwal",
    starts_at=START,
    timed=True,
    text="dinsdag 1 december 2026 om 19 uur, stadhuis",
    minutes=90,
    place="stadhuis",
    mode="onsite",
    organiser="info@doornwal.example.be",
    contact="Wout Aerts (011 22 33 00)",
)


class Office:
    """The store with its worker; `mails` are those that left, oldest first."""

    def __init__(self, engine: Engine, folder: Path, rules: SignupRules | None = None) -> None:
        self.engine, self.folder = engine, folder
        self.store = Signups(engine, rules or SignupRules(mail_folder=folder))
        self.worker = Worker(self.store, MailFolder(folder), Sender("bot@doornwal.example.be", "https://jobs.doornwal.example.be"))

    def sign_up(
        self, name: str = "Lien Maes", email: str = "lien@example.be", facts: SessionFacts = FACTS, conversation: str = "conversation-1"
    ) -> int:
        return self.store.register(facts, name=name, email=email, conversation=conversation)[0].number

    def deliver(self) -> list[str]:
        """Makes everything leave that is due; the kinds that left now."""
        before = set(self.folder.glob("*.eml"))
        while self.worker.deliver():
            pass
        new = sorted(set(self.folder.glob("*.eml")) - before, key=lambda path: int(path.stem.rsplit("-", 1)[1]))
        return [path.stem.split("-", 2)[2].rsplit("-", 1)[0] for path in new]

    def mail(self, kind: str) -> EmailMessage:
        """The last mail of a kind."""
        path = sorted(self.folder.glob(f"*-{kind}-*.eml"), key=lambda path: int(path.stem.rsplit("-", 1)[1]))[-1]
        return message_from_bytes(path.read_bytes(), _class=EmailMessage, policy=policy.default)

    @property
    def statuses(self) -> list[str]:
        return [item.status for item in self.store.all()]


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = sqlite_engine(tmp_path / "service.db")
    yield engine
    engine.dispose()


@pytest.fixture
def office(engine: Engine, tmp_path: Path) -> Office:
    return Office(engine, tmp_path / "mail")
