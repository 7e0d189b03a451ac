"""Registrations for webinars over HTTP: against Microsoft's contract served by Prism, and against a server that loses replies."""

from __future__ import annotations

import json
import random
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pydantic import SecretStr

from actions.signups import outbox
from actions.signups.graph import GraphRegistrar
from actions.signups.mail import Sender
from actions.signups.registrar import Registration
from actions.signups.session import SessionFacts
from actions.signups.store import SignupRules, Signups
from actions.signups.tables import messages
from actions.signups.transport import MailFolder, Unavailable
from actions.signups.worker import Worker
from knowledge.clock import BRUSSELS
from knowledge.database import sqlite_engine
from knowledge.settings import PROJECT_ROOT, Settings

pytestmark = pytest.mark.integration

CONTRACT = PROJECT_ROOT / "tests" / "data" / "teams" / "graph-subset.openapi.yaml"
PRISM = PROJECT_ROOT / "tests" / "prism" / "node_modules" / ".bin" / "prism"
TENANT = "11111111-2222-3333-4444-555555555555"
ADA = Registration("127962bb-84e1-7b62-fd98-1c9d39def7b6", "registered")
START = datetime.now(BRUSSELS).replace(hour=19, minute=0, second=0, microsecond=0) + timedelta(days=21)
FACTS = SessionFacts("boekhouder", START.strftime("%Y-%m-%dT%H:%M"), "Boekhouder", "stad Doornwal", START, True, "op Teams", organiser="o@x.be")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def settings(authority: str, graph: str) -> Settings:
    login = {"graph_tenant": TENANT, "graph_client_id": "bot", "graph_client_secret": SecretStr("geheim")}
    webinars = {f"boekhouder/{FACTS.key}": "w1"}
    return Settings.model_validate({"env": "test", "graph_authority": authority, "graph_url": graph, "graph_webinars": webinars, **login})


# Where tokens come from.


def certificate(folder: Path) -> tuple[Path, Path]:
    """(certificate, key) for 127.0.0.1, signed by itself."""
    key, name, now = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")]), datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    builder = builder.add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
    signed = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True).sign(key, hashes.SHA256())
    (folder / "cert.pem").write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    unlocked = serialization.NoEncryption()
    (folder / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, unlocked))
    return folder / "cert.pem", folder / "key.pem"


class TokenServer(BaseHTTPRequestHandler):
    """Gives a token to the bot's secret and to no other."""

    asked = 0

    def do_GET(self) -> None:
        base = f"https://127.0.0.1:{self.server.server_port}/{TENANT}"  # type: ignore[attr-defined]
        endpoints = {"token_endpoint": f"{base}/oauth2/v2.0/token", "authorization_endpoint": f"{base}/authorize", "issuer": f"{base}/v2.0"}
        self._answer(200, endpoints)

    def do_POST(self) -> None:
        TokenServer.asked += 1
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if "client_secret=geheim" in sent and "scope=https%3A%2F%2Fgraph.microsoft.com%2F.default" in sent:
            self._answer(200, {"access_token": "token-1", "expires_in": 3600, "token_type": "Bearer"})
        else:
            self._answer(401, {"error": "invalid_client"})

    def _answer(self, status: int, values: dict[str, object]) -> None:
        content = json.dumps(values).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def serving(server: ThreadingHTTPServer) -> Iterator[int]:
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server of tokens that the process trusts."""
    cert, key = certificate(tmp_path)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(cert))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), TokenServer)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    TokenServer.asked = 0
    with serving(server) as port:
        yield f"https://127.0.0.1:{port}"


# Microsoft's contract.


@contextmanager
def prism(contract: Path) -> Iterator[str]:
    """The address of a server that answers as the contract says and refuses what it doesn't allow."""
    if not PRISM.exists() or shutil.which("node") is None:
        pytest.skip("Prism is not installed (npm ci in tests/prism; the set-up does it where npm is there)")
    port = free_port()
    command = [str(PRISM), "mock", "-h", "127.0.0.1", "-p", str(port), "--errors", str(contract)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 60
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, "Prism ended"
            assert time.monotonic() < end, "Prism does not answer"
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture
def graph(authority: str) -> Iterator[Callable[..., GraphRegistrar]]:
    """Registrars that get their tokens from our authority, for Graph at an address."""
    with ExitStack() as stack:
        yield lambda url, **changes: stack.enter_context(closing(GraphRegistrar(settings(authority, url).model_copy(update=changes))))


@pytest.fixture(scope="module")
def contract() -> Iterator[str]:
    with prism(CONTRACT) as url:
        yield url


def test_the_copy_of_the_contract_is_the_shared_one() -> None:
    shared = PROJECT_ROOT.parent / "shared" / "teams" / CONTRACT.name
    if not shared.exists():
        pytest.skip(f"the shared contract is not at {shared}")
    assert CONTRACT.read_bytes() == shared.read_bytes()


def test_registering_and_cancelling_by_the_contract(graph: Callable[..., GraphRegistrar], contract: str) -> None:
    registrar = graph(contract)
    # The contract has no look-up by address: the list, which it has, knows the registration.
    assert registrar.register("w1", "Ada Lovelace", "ada@example.org") == ADA
    registrar.cancel("w1", "127962bb-84e1-7b62-fd98-1c9d39def7b6")
    assert TokenServer.asked == 1


def test_the_contract_refuses_what_is_missing_or_misspelt(graph: Callable[..., GraphRegistrar], contract: str) -> None:
    registrar = graph(contract)
    whole = {"firstName": "Ada", "lastName": "L", "email": "ada@example.org", "preferredTimezone": "UTC", "preferredLanguage": "nl-be"}
    url = registrar._registrations("w1")
    assert registrar._call("POST", url, whole).status_code == 204
    assert registrar._call("POST", url, {name: value for name, value in whole.items() if name != "lastName"}).status_code == 400
    misspelt = {"firstname" if name == "firstName" else name: value for name, value in whole.items()}
    assert registrar._call("POST", url, misspelt).status_code == 400


def test_without_a_token_the_contract_says_401(graph: Callable[..., GraphRegistrar], contract: str) -> None:
    assert httpx.get(f"{contract}/solutions/virtualEvents/webinars/w1").status_code == 401
    registrar = graph(contract, graph_client_secret=SecretStr("fout"))
    with pytest.raises(Unavailable, match="invalid_client"):
        registrar.register("w1", "Ada", "ada@example.org")


def test_the_contracts_429_is_honoured(graph: Callable[..., GraphRegistrar], contract: str) -> None:
    registrar = graph(contract)
    registrar._http.headers["Prefer"] = "code=429"
    with pytest.raises(Unavailable) as caught:
        registrar.register("w1", "Ada Lovelace", "ada@example.org")
    assert caught.value.pause == timedelta(seconds=2)
    del registrar._http.headers["Prefer"]
    with pytest.raises(Unavailable, match="asked to wait"):
        registrar.register("w1", "Ada Lovelace", "ada@example.org")
    time.sleep(2.1)
    assert registrar.register("w1", "Ada Lovelace", "ada@example.org") == ADA


# A server that takes a registration, and loses its reply.


class Forgetful(BaseHTTPRequestHandler):
    """Webinars whose replies get lost by chance, after what was asked has been done; now and then it asks to wait."""

    chance = random.Random(0)
    held: dict[str, dict[str, str]]
    posts: list[str]
    lost: int
    lock = threading.Lock()

    def do_GET(self) -> None:
        email = unquote(self.path.split("email='")[1].rstrip("')")) if "email='" in self.path else ""
        with self.lock:
            item = self.held.get(email)
        self._answer(200 if item else 404, item)

    def do_POST(self) -> None:
        sent = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or "{}")
        with self.lock:
            if self.chance.random() < 0.05:
                return self._answer(429, None)
            if self.path.endswith("/cancel"):
                for item in self.held.values():
                    if item["id"] == self.path.split("/")[-2]:
                        item["status"] = "canceled"
            else:
                self.posts.append(sent["email"])
                status = ("registered", "waitlisted", "pendingApproval")[len(self.posts) % 3]
                self.held[sent["email"]] = {"id": f"r{len(self.posts)}", "email": sent["email"], "status": status}
            if self.chance.random() < 0.4:
                type(self).lost += 1
                self.connection.shutdown(socket.SHUT_RDWR)
                return None
        return self._answer(204, None)

    def _answer(self, status: int, values: dict[str, str] | None) -> None:
        content = b"" if status == 204 else json.dumps(values or {}).encode()
        self.send_response(status)
        if status == 429:
            self.send_header("Retry-After", "1")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Quiet."""


def test_lost_replies_make_no_second_registration_and_lose_none(
    graph: Callable[..., GraphRegistrar], authority: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    Forgetful.chance, Forgetful.held, Forgetful.posts, Forgetful.lost = random.Random(seed), {}, [], 0
    monkeypatch.setattr(outbox, "_FIRST_PAUSE", timedelta(milliseconds=20))
    monkeypatch.setattr(outbox, "_LONGEST_PAUSE", timedelta(milliseconds=100))
    engine = sqlite_engine(tmp_path / "service.db")
    with serving(ThreadingHTTPServer(("127.0.0.1", 0), Forgetful)) as port:
        url = f"http://127.0.0.1:{port}"
        own = settings(authority, url)
        store = Signups(engine, SignupRules(webinars=own.graph_webinars, mail_folder=tmp_path / "mail"))
        worker = Worker(store, MailFolder(tmp_path / "mail"), Sender("bot@x.be", "http://x.be"), graph(url))
        people = [f"k{number}@example.be" for number in range(24)]
        numbers = [store.register(FACTS, name="Kandidaat", email=email, conversation=email)[0].number for email in people]
        left(worker, store)
        assert sorted(Forgetful.posts) == sorted(people), "somebody was registered twice or not at all"
        assert Forgetful.lost > 0
        means = {"registered": "confirmed", "waitlisted": "waiting", "pendingApproval": "requested"}
        assert [item.status for item in store.all()] == [means[Forgetful.held[email]["status"]] for email in people]
        for number in numbers[:12]:
            store.cancel(number)
        left(worker, store)
        assert [Forgetful.held[email]["status"] == "canceled" for email in people] == [number in numbers[:12] for number in numbers]
    while worker.deliver():
        pass
    sent = sorted(path.name.split("-")[2] for path in (tmp_path / "mail").glob("*.eml"))
    assert sent.count("cancelled") == 12
    engine.dispose()


def left(worker: Worker, store: Signups) -> None:
    """Works until nothing is due for the webinar, as the service does: pauses pass by themselves."""
    end = time.monotonic() + 60
    open_ = messages.c.kind.in_(("webinar_register", "webinar_cancel")) & messages.c.done_at.is_(None)
    while True:
        worker.deliver_to_webinars()
        with store.engine.connect() as connection:
            if not connection.execute(messages.select().where(open_)).first():
                return
        assert time.monotonic() < end
        time.sleep(0.02)
