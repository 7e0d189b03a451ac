"""Sign-ups over a real mail server and a real PostgreSQL."""

import email
import secrets
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from email import policy
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import OperationalError

from actions.database import VERSION_TABLE, metadata, prepare
from actions.signups.mail import Sender
from actions.signups.session import SessionFacts
from actions.signups.store import SignupRules, Signups
from actions.signups.transport import MailServer, Unavailable
from actions.signups.worker import Worker
from actions.unanswered import Unanswered
from knowledge.clock import BRUSSELS
from knowledge.database import sqlite_engine
from knowledge.settings import Settings

# The server on the loopback address takes logins without TLS.
pytestmark = [pytest.mark.integration, pytest.mark.filterwarnings("ignore:Requiring AUTH")]

START = datetime.now(BRUSSELS).replace(hour=19, minute=0, second=0, microsecond=0) + timedelta(days=21)
KEY = START.strftime("%Y-%m-%dT%H:%M")
FACTS = SessionFacts("boekhouder", KEY, "Boekhouder", "stad Doornwal", START, True, "in het stadhuis", organiser="o@x.be")
SENDER = Sender("bot@x.be", "http://x.be")


class Mailbox:
    """Takes mails, except for the addresses that it is told to refuse."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, bytes]] = []
        self.refused: dict[str, str] = {}

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]) -> str:  # noqa: N802
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        self.taken.append((envelope.rcpt_tos[0], envelope.content))
        return "250 OK"


def login(server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object) -> AuthResult:
    right = isinstance(given, LoginPassword) and (given.login, given.password) == (b"bot", b"geheim")
    return AuthResult(success=right)


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def server(mailbox: Mailbox) -> Iterator[Controller]:
    controller = Controller(mailbox, hostname="127.0.0.1", port=0, authenticator=login, auth_required=True, auth_require_tls=False)
    controller.port = free_port()
    controller.start()
    yield controller
    controller.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def settings(server: Controller, **changes: object) -> Settings:
    values = {"smtp_host": "127.0.0.1", "smtp_port": server.port, "smtp_security": "none", "smtp_user": "bot", "smtp_password": "geheim"}
    return Settings.model_validate(values | changes)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Signups]:
    engine = sqlite_engine(tmp_path / "service.db")
    yield Signups(engine, SignupRules(mails=True))
    engine.dispose()


def test_mails_leave_over_smtp_with_a_login(store: Signups, server: Controller, mailbox: Mailbox) -> None:
    store.register(FACTS, name="Özgür Çelik", email="o@example.be", conversation="c")
    assert Worker(store, MailServer(settings(server)), SENDER).deliver() == 2
    assert [to for to, _ in mailbox.taken] == ["o@example.be", "o@x.be"]
    mail = email.message_from_bytes(mailbox.taken[0][1], policy=policy.default)
    body = mail.get_body(("plain",))
    assert body is not None
    assert "Özgür Çelik" in body.get_content()
    assert [part.get_content_type() for part in mail.walk() if not part.is_multipart()] == ["text/plain", "text/html", "text/calendar"]


@pytest.mark.parametrize("code", ["550 no such user", "450 busy"])
def test_a_refused_address_holds_up_nobody(store: Signups, server: Controller, mailbox: Mailbox, code: str) -> None:
    mailbox.refused["gone@example.be"] = code
    store.register(FACTS, name="Weg", email="gone@example.be", conversation="c")
    worker = Worker(store, MailServer(settings(server)), SENDER)
    worker.deliver()
    assert [to for to, _ in mailbox.taken] == ["o@x.be"]
    worker.deliver()
    assert len(mailbox.taken) == 1


@pytest.mark.parametrize("changes", [{"smtp_password": "fout"}, {"smtp_security": "starttls"}, {"smtp_port": 1}])
def test_a_server_that_cannot_be_used_keeps_the_mails_waiting(
    store: Signups, server: Controller, mailbox: Mailbox, changes: dict[str, object]
) -> None:
    store.register(FACTS, name="Lien", email="lien@example.be", conversation="c")
    transport = MailServer(settings(server, **changes))
    with pytest.raises(Unavailable), transport.connect():
        pass
    Worker(store, transport, SENDER).deliver()
    assert mailbox.taken == []


@pytest.fixture
def postgres() -> Iterator[Engine]:
    """A database of its own on this machine's server."""
    address, name = "postgresql+psycopg://127.0.0.1:5432", f"vacaturebot_test_{secrets.token_hex(6)}"
    server = create_engine(f"{address}/postgres", isolation_level="AUTOCOMMIT")
    try:
        with server.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
    except OperationalError:
        server.dispose()
        pytest.skip("no PostgreSQL on 127.0.0.1:5432 that lets us make a database")
    engine = create_engine(f"{address}/{name}", pool_pre_ping=True, pool_size=10, max_overflow=10)
    yield engine
    engine.dispose()
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


def test_the_migrations_make_what_the_code_describes_on_postgresql(postgres: Engine) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(prepare, [postgres] * 4))
    with postgres.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE, "compare_type": True})
        assert list(compare_metadata(context, metadata)) == []


def test_fifty_at_once_on_postgresql_for_the_last_ten_places(postgres: Engine) -> None:
    store = Signups(postgres, SignupRules(capacity=10))

    def one(number: int) -> str:
        return store.register(FACTS, name="Kandidaat", email=f"k{number}@example.be", conversation=f"c{number}")[0].status

    with ThreadPoolExecutor(20) as pool:
        statuses = list(pool.map(one, range(50)))
    assert (statuses.count("confirmed"), statuses.count("waiting")) == (10, 40)
    with ThreadPoolExecutor(5) as pool:
        confirmed = [item.number for item in store.all() if item.status == "confirmed"]
        assert all(pool.map(store.cancel, confirmed[:5]))
    statuses = [item.status for item in store.all()]
    assert (statuses.count("confirmed"), statuses.count("waiting"), statuses.count("cancelled")) == (10, 35, 5)


def test_workers_on_postgresql_share_the_work(postgres: Engine, server: Controller, mailbox: Mailbox) -> None:
    store = Signups(postgres)
    for number in range(30):
        store.register(FACTS, name="Kandidaat", email=f"k{number}@example.be", conversation=f"c{number}")
    workers = [Worker(store, MailServer(settings(server)), SENDER) for _ in range(3)]
    deadline = time.monotonic() + 30
    with ThreadPoolExecutor(3) as pool:
        while len(mailbox.taken) < 60:
            assert time.monotonic() < deadline
            list(pool.map(lambda worker: worker.deliver(10), workers))
    assert len({to for to, _ in mailbox.taken}) == 31
    assert len(mailbox.taken) == 60


def test_the_store_survives_a_broken_connection(postgres: Engine) -> None:
    store = Signups(postgres)
    store.register(FACTS, name="Lien", email="lien@example.be", conversation="c")
    with postgres.connect() as connection:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        connection.execute(text(others))
    assert store.register(FACTS, name="Jef", email="jef@example.be", conversation="c")[1]
    assert store.erase("c") == 2
    assert store.purge() == 0


def test_a_locked_sqlite_file_stores_nothing_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "service.db"
    engine, other = sqlite_engine(path), create_engine(f"sqlite:///{path}", connect_args={"timeout": 0.1})
    locked = Signups(other)
    with engine.begin() as connection:
        connection.execute(text("UPDATE infosession_sessions SET sequence = sequence"))
        with pytest.raises(OperationalError, match="locked"):
            locked.register(FACTS, name="Lien", email="lien@example.be", conversation="c")
    assert locked.all() == []
    assert locked.register(FACTS, name="Lien", email="lien@example.be", conversation="c")[1]
    engine.dispose()
    other.dispose()


def test_questions_at_once_on_postgresql_are_each_told_once(postgres: Engine, server: Controller, mailbox: Mailbox) -> None:
    store = Unanswered(postgres)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: store.add(f"Vraag {number}?", None, "ask_benefits"), range(40)))
    with postgres.begin() as connection:
        connection.execute(text("UPDATE infosession_messages SET due_at = now() - interval '1 minute'"))
    Worker(Signups(postgres), MailServer(settings(server)), SENDER._replace(recruiter="jobs@x.be")).deliver()
    told = "".join(content.decode() for to, content in mailbox.taken if to == "jobs@x.be")
    assert [told.count(f"- Vraag {number}?") for number in range(40)] == [1] * 40
