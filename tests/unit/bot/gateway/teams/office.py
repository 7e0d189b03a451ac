"""Microsoft's side on loopback: the OpenID document and keys, the login, the connector that replies are sent to. It signs with keys of its own."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

APP = "11111111-2222-3333-4444-555555555555"
TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
ISSUER = "https://api.botframework.com"
KID = "sleutel-1"


@cache
def private_key(name: str = "own") -> rsa.RSAPrivateKey:
    """The same key for the same name."""
    return rsa.generate_private_key(65537, 2048)


def public_jwk(name: str, kid: str, *endorsements: str) -> dict[str, Any]:
    return {**jwt.algorithms.RSAAlgorithm.to_jwk(private_key(name).public_key(), as_dict=True), "kid": kid, "endorsements": list(endorsements)}


@dataclass
class Office:
    """What the bot sent, by method and path; `answer` may decide what the connector says."""

    url: str = ""
    sent: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    authorizations: list[str | None] = field(default_factory=list)
    answer: Callable[[str, str], tuple[int, dict[str, str]]] = lambda method, path: (200, {})
    profile: dict[str, Any] = field(default_factory=lambda: {"id": "29:an", "name": "An Peeters", "email": "an.peeters@example.be"})
    keys: list[dict[str, Any]] = field(default_factory=list)

    @property
    def service(self) -> str:
        return f"{self.url}/connector/"

    def messages(self, kind: str = "message") -> list[dict[str, Any]]:
        return [body for method, _, body in self.sent if method == "POST" and body.get("type") == kind]

    def texts(self) -> list[str]:
        return [said(body) for body in self.messages()]

    def cards(self) -> list[dict[str, Any]]:
        return [attachment["content"] for body in self.messages() for attachment in body.get("attachments") or ()]

    def token(self, key: str = "own", headers: dict[str, Any] | None = None, algorithm: str = "RS256", **claims: Any) -> str:
        """A token as the channel makes it; None leaves a claim out."""
        now = int(time.time())
        values = {"iss": ISSUER, "aud": APP, "exp": now + 3600, "nbf": now - 10, "iat": now - 10, "serviceurl": self.service} | claims
        kept = {name: value for name, value in values.items() if value is not None}
        return jwt.encode(kept, private_key(key), algorithm=algorithm, headers={"kid": KID} if headers is None else headers)


def said(activity: dict[str, Any]) -> str:
    """Every word that an activity shows."""
    words: list[str] = [activity.get("text") or ""]

    def collect(item: Any) -> None:
        if isinstance(item, dict):
            words.extend(str(item[name]) for name in ("text", "title", "label", "placeholder") if isinstance(item.get(name), str))
            for value in item.values():
                collect(value)
        elif isinstance(item, list):
            for value in item:
                collect(value)

    for attachment in activity.get("attachments") or ():
        collect(attachment["content"])
    return "\n".join(filter(None, words))


@contextmanager
def opened() -> Iterator[Office]:
    office = Office(keys=[public_jwk("own", KID, "msteams"), public_jwk("other-channel", "sleutel-2", "slack")])

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            office.asked.append(self.path)
            if self.path.endswith("openidconfiguration"):
                self._say(200, {"issuer": ISSUER, "jwks_uri": f"{office.url}/keys"})
            elif self.path == "/keys":
                self._say(200, {"keys": office.keys})
            elif "/members/" in self.path:
                self._say(200, office.profile)
            else:
                self._say(404, {})

        def do_POST(self) -> None:
            self._take("POST")

        def do_PUT(self) -> None:
            self._take("PUT")

        def _take(self, method: str) -> None:
            raw = self.rfile.read(int(self.headers["Content-Length"]))
            if self.path.endswith("/oauth2/v2.0/token"):
                office.asked.append(self.path)
                token = jwt.encode({"aud": ISSUER, "exp": int(time.time()) + 3600}, "x" * 32, algorithm="HS256")
                self._say(200, {"access_token": token, "expires_in": 3600, "token_type": "Bearer"})
                return
            office.authorizations.append(self.headers.get("Authorization"))
            status, headers = office.answer(method, self.path)
            if status == 200:
                office.sent.append((method, self.path, json.loads(raw)))
            self._say(status, {"id": f"activiteit-{len(office.sent)}"}, headers)

        def _say(self, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
            content = json.dumps(body).encode()
            self.send_response(status)
            for name, value in ({"Content-Type": "application/json", "Content-Length": str(len(content))} | (headers or {})).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    office.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield office
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
