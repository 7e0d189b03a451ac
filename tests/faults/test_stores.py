"""A store that fails in the middle: an apology with the contact, nothing half-stored, and "ja" works again when the store does."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event, func, select, text
from sqlalchemy.exc import SQLAlchemyError

from actions.signups import outbox
from actions.signups.mail import Sender
from actions.signups.store import SignupRules, Signups
from actions.signups.tables import messages, signups
from actions.signups.transport import MailFolder
from actions.signups.worker import Worker
from knowledge.database import open_engine, sqlite_engine
from knowledge.settings import PROJECT_ROOT, Settings
from tests.unit.actions.signup_chat import TOWN_HALL, Chat

from .cluster import Cluster

pytestmark = [pytest.mark.integration, pytest.mark.slow]

SIGN_UP = "schrijf me in, Lien Maes, lien@example.be"
MESSAGES = {"confirmed", "organiser_new"}


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    cluster = Cluster()
    yield cluster
    cluster.remove()


@pytest.fixture
def engine(cluster: Cluster) -> Iterator[Engine]:
    """An engine as the service opens it."""
    engine = open_engine(Settings(database_url=cluster.url), "service")
    yield engine
    engine.dispose()


def stored(engine: Engine) -> tuple[list[str], dict[str, int]]:
    """The addresses, and how many messages of each kind."""
    with engine.connect() as connection:
        emails = list(connection.scalars(select(signups.c.email)))
        kinds = dict(connection.execute(select(messages.c.kind, func.count()).group_by(messages.c.kind)).all())
    return emails, {kind: count for kind, count in kinds.items() if kind in MESSAGES}


def apologises(reply: str) -> bool:
    return "Sorry, het lukt me nu niet" in reply and "Wout Aerts" in reply and "Je bent ingeschreven" not in reply


def test_postgresql_restarts_in_the_middle_of_a_conversation(cluster: Cluster, engine: Engine) -> None:
    chat = Chat(engine, TOWN_HALL, rules=SignupRules(mails=True))
    chat.says(SIGN_UP, "signup_infosession")
    cluster.stop()
    assert apologises(chat.says("ja", "affirm"))
    assert apologises(chat.says("ja", "affirm"))
    cluster.start()
    assert stored(engine) == ([], {})
    assert "Je bent ingeschreven" in chat.says("ja", "affirm")
    assert stored(engine) == (["lien@example.be"], dict.fromkeys(MESSAGES, 1))


def test_postgresql_restarts_while_many_sign_up_and_mails_leave(
    cluster: Cluster, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "_CLAIM", timedelta(seconds=1))
    Signups(engine)
    people = [f"k{number}@example.be" for number in range(120)]
    worker = Worker(Signups(engine), MailFolder(tmp_path / "mail"), Sender("bot@x.be", "http://x.be"))
    failures: Counter[str] = Counter()

    def candidate(number: int) -> str:
        while True:
            with suppress(SQLAlchemyError):  # the gateway's apology
                chat = Chat(engine, TOWN_HALL, conversation=f"conversation-{number:06}", rules=SignupRules(mails=True))
                chat.says(f"schrijf me in, Lien Maes, {people[number]}", "signup_infosession")
                if "ingeschreven" in (reply := chat.says("ja", "affirm")):
                    return reply
                assert apologises(reply)
            failures["sign-up"] += 1
            time.sleep(0.1)

    def deliver() -> None:
        end = time.monotonic() + 90
        while time.monotonic() < end:
            try:
                if not worker.deliver() and stored(engine)[1] == dict.fromkeys(MESSAGES, len(people)) and not open_mails(engine):
                    return
            except SQLAlchemyError:
                failures["worker"] += 1
            time.sleep(0.05)
        pytest.fail("mails are left")

    with ThreadPoolExecutor(6) as pool:
        mails = pool.submit(deliver)
        replies = [pool.submit(candidate, number) for number in range(len(people))]
        for _ in range(2):
            time.sleep(0.7)
            cluster.stop()
            time.sleep(0.3)
            cluster.start()
        assert all("ingeschreven" in reply.result() for reply in replies)
        mails.result()
    assert failures["sign-up"] > 0
    emails, kinds = stored(engine)
    assert sorted(emails) == sorted(people)
    assert kinds == dict.fromkeys(MESSAGES, len(people))
    left = Counter(path.name.split("-")[2] for path in (tmp_path / "mail").glob("*.eml"))
    assert left == dict.fromkeys(MESSAGES, len(people))


def open_mails(engine: Engine) -> int:
    with engine.connect() as connection:
        where = messages.c.done_at.is_(None) & messages.c.kind.in_(MESSAGES)
        return int(connection.execute(select(func.count()).select_from(messages).where(where)).scalar_one())


def test_the_disk_is_full(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.faults.full_disk", str(tmp_path)]
    told = json.loads(subprocess.run(command, cwd=PROJECT_ROOT, capture_output=True, text=True, check=True).stdout)
    assert apologises(told["refused"])
    assert told["confirmed"] >= 2
    assert "Je bent ingeschreven" in told["again"]
    engine = sqlite_engine(tmp_path / "service.db")
    emails, kinds = stored(engine)
    assert len(emails) == told["confirmed"] + 1
    assert kinds == dict.fromkeys(MESSAGES, told["confirmed"] + 1)
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    engine.dispose()


def test_sqlite_is_locked(tmp_path: Path) -> None:
    path = tmp_path / "service.db"
    engine, impatient = sqlite_engine(path), create_engine(f"sqlite:///{path}", connect_args={"timeout": 0.2})
    event.listen(impatient, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys=ON"))
    chat = Chat(impatient, TOWN_HALL, rules=SignupRules(mails=True))
    chat.says(SIGN_UP, "signup_infosession")
    with engine.begin() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        assert apologises(chat.says("ja", "affirm"))
        assert "staat niet in de infobundel" in chat.says("Is er een parking voor fietsen?", "ask_benefits")
    assert stored(engine) == ([], {})
    assert "Je bent ingeschreven" in chat.says("ja", "affirm")
    assert stored(engine) == (["lien@example.be"], dict.fromkeys(MESSAGES, 1))
    engine.dispose()
    impatient.dispose()
