"""Call-back requests and unanswered questions leave by mail to the recruiter, through the outbox."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text, update

from actions.callbacks import Callbacks
from actions.signups.mail import Sender
from actions.signups.store import Signups
from actions.signups.tables import messages
from actions.signups.transport import Connection, MailFolder, Unavailable
from actions.signups.worker import Worker
from actions.unanswered import Unanswered
from knowledge.database import sqlite_engine

SENDER = Sender("bot@x.be", "http://x.be", "jobs@doornwal.example.be")
REQUEST = {"name": "Jef <b>", "reach": "+32470123456", "question": "Kan het ook deeltijds?", "vacancy": "boekhouder", "conversation": "c"}


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = sqlite_engine(tmp_path / "service.db")
    yield engine
    engine.dispose()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "mail"


def sent(engine: Engine, folder: Path, sender: Sender = SENDER) -> list[EmailMessage]:
    """Makes everything leave, whenever it is due, and gives what left, oldest first."""
    with engine.begin() as connection:
        connection.execute(update(messages).values(due_at=datetime.now(UTC), claimed_until=None))
    before = set(folder.glob("*"))
    Worker(Signups(engine), MailFolder(folder), sender).deliver()
    new = sorted(set(folder.glob("*")) - before, key=lambda path: int(path.stem.rsplit("-", 1)[1]))
    return [message_from_bytes(path.read_bytes(), _class=EmailMessage, policy=policy.default) for path in new]


def words(mail: EmailMessage, part: str = "plain") -> str:
    body = mail.get_body((part,))
    assert body is not None
    return str(body.get_content())


def test_a_request_leaves_at_once_with_what_the_recruiter_needs(engine: Engine, folder: Path) -> None:
    reference = Callbacks(engine).add(**REQUEST)
    with engine.connect() as connection:
        assert connection.execute(select(messages.c.due_at)).scalar_one() <= datetime.now(UTC)
    (mail,) = sent(engine, folder)
    assert mail["To"] == "jobs@doornwal.example.be"
    assert mail["Reply-To"] is None
    assert all(part in words(mail) for part in ("Jef <b>", "+32470123456", "Kan het ook deeltijds?", "boekhouder", reference))
    assert "Jef &lt;b&gt;" in words(mail, "html")
    assert sent(engine, folder) == []


def test_an_answer_goes_to_the_candidates_address(engine: Engine, folder: Path) -> None:
    Callbacks(engine).add(**REQUEST | {"reach": "jef@example.be"})
    assert sent(engine, folder)[0]["Reply-To"] == "jef@example.be"


def test_the_same_request_twice_is_one_mail(engine: Engine, folder: Path) -> None:
    store = Callbacks(engine)
    assert store.add(**REQUEST) == store.add(**REQUEST)
    assert len(sent(engine, folder)) == 1


def test_without_an_address_nothing_leaves_and_the_requests_stay(engine: Engine, folder: Path) -> None:
    Callbacks(engine).add(**REQUEST)
    Unanswered(engine).add("Is er parking?", "boekhouder", "ask_benefits")
    assert sent(engine, folder, SENDER._replace(recruiter=None)) == []
    assert (len(Callbacks(engine).all()), len(Unanswered(engine).all())) == (1, 1)


def test_erasing_asks_to_erase_what_was_mailed(engine: Engine, folder: Path) -> None:
    store = Callbacks(engine, folder)
    reference = store.add(**REQUEST)
    sent(engine, folder)
    assert store.erase("c") == 1
    assert list(folder.glob("*.eml")) == []
    (mail,) = sent(engine, folder)
    assert reference in words(mail)
    assert "Jef" not in words(mail)


def test_what_was_erased_before_it_left_is_not_told_at_all(engine: Engine, folder: Path) -> None:
    store = Callbacks(engine)
    store.add(**REQUEST)
    store.erase("c")
    assert sent(engine, folder) == []


def test_old_requests_are_purged_with_their_mails(engine: Engine, folder: Path) -> None:
    store = Callbacks(engine, folder)
    store.add(**REQUEST)
    sent(engine, folder)
    assert store.purge(30) == 0
    with engine.begin() as connection:
        connection.execute(text("UPDATE callback_requests SET asked_at = :old"), {"old": str(datetime.now(UTC) - timedelta(days=31))[:26]})
    assert store.purge(30) == 1
    assert list(folder.glob("*.eml")) == []


def test_questions_of_an_hour_leave_together_and_each_once(engine: Engine, folder: Path) -> None:
    store = Unanswered(engine)
    for question in ("Is er parking?", "Is er parking?", "Krijg ik een <gsm>? Ik ben bereikbaar op jef@example.be"):
        store.add(question, "boekhouder", "ask_benefits")
    with engine.connect() as connection:
        due = connection.execute(select(messages.c.due_at)).scalar_one()
    assert timedelta(minutes=55) < due - datetime.now(UTC) <= timedelta(hours=1)
    (mail,) = sent(engine, folder)
    assert mail["Subject"] == "3 vragen zonder antwoord"
    assert "Is er parking? (2 keer)" in words(mail)
    assert "jef@" not in words(mail)
    assert "&lt;gsm&gt;" in words(mail, "html")
    store.add("Mag mijn hond mee?", None, "out_of_scope")
    (later,) = sent(engine, folder)
    assert later["Subject"] == "Eén vraag zonder antwoord"
    assert "parking" not in words(later)


class Down:
    """A mail server that is down."""

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        raise Unavailable("down")
        yield


def test_a_question_during_a_failed_delivery_is_told_by_the_next_mail(engine: Engine, folder: Path) -> None:
    store = Unanswered(engine)
    store.add("Is er parking?", None, "ask_benefits")
    with engine.begin() as connection:
        connection.execute(update(messages).values(due_at=datetime.now(UTC)))
    Worker(Signups(engine), Down(), SENDER).deliver()
    store.add("Mag mijn hond mee?", None, "out_of_scope")
    first, second = sent(engine, folder)
    assert ("parking" in words(first), "hond" in words(first)) == (True, False)
    assert "hond" in words(second)


def test_a_store_that_fails_does_not_spoil_the_answer(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    store = Unanswered(engine)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE unanswered_questions"))
    store.add("Is er parking in de Kerkstraat?", None, "ask_benefits")
    assert "could not be kept" in caplog.text
    assert "Kerkstraat" not in caplog.text
