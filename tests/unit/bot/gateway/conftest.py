"""A gateway whose Rasa and action server are functions."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from bot.gateway.app import create_app
from knowledge.catalog import Bundle, Snapshot
from knowledge.document import DocumentBuilder
from knowledge.model import Citation, Contact, Fact, Vacancy
from knowledge.settings import Settings

CONVERSATION = "gesprek-0123456789"


def bundle(id: str, employer: str, phone: str) -> Bundle:
    builder = DocumentBuilder()
    builder.add("heading", "Onthaalmedewerker", level=1)
    builder.add("paragraph", f"Bel {phone}. Of kom langs.")
    builder.add("item", "een laptop")
    builder.add("item", "een <b>fiets</b>")
    builder.add("row", "", cells=("Proef", "Wanneer"), header=("Proef", "Wanneer"))
    builder.add("row", "", cells=("Gesprek", "1 december"), header=("Proef", "Wanneer"))
    document = builder.build(id=id, name=f"{id}.txt", format="text", sha256="0" * 64)
    citation = Citation(22, 30, document.text[22:30])
    contact = Fact(Contact("An Peeters", topics=("selectieprocedure",), phones=(phone,)), (citation,))
    vacancy = Vacancy(id, id, True, employer=Fact(employer, (citation,)), title=Fact("onthaalmedewerker", (citation,)), contacts=(contact,))
    return Bundle(document, (vacancy,))


class FixedCatalog:
    def __init__(self, *bundles: Bundle) -> None:
        self.current: Snapshot | None = Snapshot.of(bundles)

    def snapshot(self) -> Snapshot | None:
        return self.current

    def settled(self) -> bool:
        return self.current is not None

    async def watch(self) -> None:
        return None


def a_turn(**changes: Any) -> dict[str, Any]:
    number = a_turn.count = getattr(a_turn, "count", 0) + 1  # type: ignore[attr-defined]
    reply = {"id": f"antwoord-{number}", "kind": "answer", "text": "Dat kan tot 1 december.", "buttons": [], "citations": []}
    return {"replies": [reply], "outcome": "answered", "verdict": None} | changes


@dataclass
class FakeRasa:
    """Rasa and the action server in one. Remembers the turns that arrive; `answer` makes the reply to one."""

    received: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    answer: Callable[[dict[str, Any]], httpx.Response] = lambda _: httpx.Response(200, json={"messages": [a_turn()]})
    healthy: bool = True
    forgotten: list[str] = field(default_factory=list)
    forgets: int = 204

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/webhooks/gateway/turn":
            self.secrets.append(request.headers.get("x-bot-secret"))
            self.received.append(json.loads(request.content))
            return self.answer(self.received[-1])
        if request.method == "DELETE":
            self.forgotten.append(request.url.path.removeprefix("/memory/"))
            return httpx.Response(self.forgets)
        return httpx.Response(200 if self.healthy else 503, json={"version": "1"})


@pytest.fixture
def rasa() -> FakeRasa:
    return FakeRasa()


@pytest.fixture
def catalog() -> FixedCatalog:
    return FixedCatalog(bundle("onthaal", "stad Testegem", "+32470123456"), bundle("balie", "OCMW Proefdorp", "+32470654321"))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, env="test", rasa_port=1, actions_port=2, turn_seconds=2.0, internal_secret=SecretStr("een-geheim-van-de-test"))


@pytest.fixture
def client(settings: Settings, rasa: FakeRasa, catalog: FixedCatalog, caplog: pytest.LogCaptureFixture) -> Iterator[TestClient]:
    caplog.set_level("INFO")
    app = create_app(settings, catalog=catalog, transport=httpx.MockTransport(rasa))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client
