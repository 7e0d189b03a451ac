"""What goes to Microsoft Graph and what its answers mean; the contract itself is tested against a server in tests/integration/test_graph.py."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest
from pydantic import SecretStr, ValidationError

from actions.signups.graph import GraphRegistrar, retry_after
from actions.signups.registrar import Registration
from actions.signups.transport import Refused, Unavailable
from knowledge.settings import Settings

SECRET = SecretStr("geheim")
SETTINGS = Settings(graph_webinars={"b/k": "w1"}, graph_tenant="t", graph_client_id="c", graph_client_secret=SECRET)
BASE = "/v1.0/solutions/virtualEvents/webinars/w1/registrations"
LIEN = {"id": "r1", "email": "lien@example.be", "status": "registered"}

Graph = Callable[..., tuple[GraphRegistrar, list[httpx.Request]]]


@pytest.fixture
def graph(monkeypatch: pytest.MonkeyPatch) -> Graph:
    """A registrar with a token that gets these answers, and the requests that it sends."""

    def build(*answers: httpx.Response | Exception) -> tuple[GraphRegistrar, list[httpx.Request]]:
        left, seen = list(answers), []

        def handle(request: httpx.Request) -> httpx.Response:
            seen.append(request)
            answer = left.pop(0)
            if isinstance(answer, Exception):
                raise answer
            return answer

        registrar = GraphRegistrar(SETTINGS)
        monkeypatch.setattr(registrar, "_http", httpx.Client(transport=httpx.MockTransport(handle)))
        monkeypatch.setattr(registrar, "_token", lambda: "token")
        return registrar, seen

    return build


def found(**changes: str) -> httpx.Response:
    return httpx.Response(200, json=LIEN | changes)


def test_a_registration_is_looked_for_made_and_looked_up(graph: Graph) -> None:
    registrar, seen = graph(httpx.Response(404), httpx.Response(204), found())
    assert registrar.register("w1", "Lien De Maes", "lien@example.be") == Registration("r1", "registered")
    assert [(request.method, request.url.path) for request in seen] == [
        ("GET", f"{BASE}(email='lien@example.be')"),
        ("POST", BASE),
        ("GET", f"{BASE}(email='lien@example.be')"),
    ]
    assert seen[1].headers["authorization"] == "Bearer token"
    sent = {"firstName": "Lien", "lastName": "De Maes", "email": "lien@example.be"}
    assert json.loads(seen[1].content) == sent | {"preferredTimezone": "Romance Standard Time", "preferredLanguage": "nl-be"}


def test_somebody_who_is_registered_is_not_registered_again(graph: Graph) -> None:
    registrar, seen = graph(found(status="waitlisted"))
    assert registrar.register("w1", "Lien", "lien@example.be").status == "waitlisted"
    assert len(seen) == 1


def test_a_conflict_is_a_registration_too(graph: Graph) -> None:
    registrar, _ = graph(httpx.Response(404), httpx.Response(409), found())
    assert registrar.register("w1", "Lien", "lien@example.be").key == "r1"


def test_a_cancelled_registration_is_made_anew(graph: Graph) -> None:
    registrar, seen = graph(found(status="canceled"), httpx.Response(204), found(id="r2"))
    assert registrar.register("w1", "Lien", "lien@example.be").key == "r2"
    assert json.loads(seen[1].content)["lastName"] == "-"


def test_the_list_knows_what_the_look_up_does_not(graph: Graph) -> None:
    other = {"value": [LIEN | {"email": "o@example.be"}], "@odata.nextLink": f"https://graph.microsoft.com{BASE}?$skiptoken=2"}
    mine = {"value": [LIEN | {"email": "Lien@Example.be"}]}
    lost = httpx.Response(404)
    registrar, seen = graph(lost, httpx.Response(204), lost, httpx.Response(200, json=other), httpx.Response(200, json=mine))
    assert registrar.register("w1", "Lien", "lien@example.be").key == "r1"
    assert seen[-1].url.query == b"$skiptoken=2"


def test_the_token_never_goes_to_another_host(graph: Graph) -> None:
    page = {"value": [], "@odata.nextLink": "https://elsewhere.example/registrations"}
    lost = httpx.Response(404)
    registrar, seen = graph(lost, httpx.Response(204), lost, httpx.Response(200, json=page))
    with pytest.raises(Unavailable) as caught:
        registrar.register("w1", "Lien", "lien@example.be")
    assert not caught.value.whole
    assert {request.url.host for request in seen} == {"graph.microsoft.com"}


@pytest.mark.parametrize(
    "answer",
    [httpx.ReadTimeout("late"), httpx.ConnectError("down"), httpx.Response(500), httpx.Response(403), httpx.Response(401)],
    ids=["timeout", "down", "500", "403", "401"],
)
def test_trouble_is_tried_again_later(graph: Graph, answer: httpx.Response | Exception) -> None:
    registrar, _ = graph(answer)
    with pytest.raises(Unavailable) as caught:
        registrar.register("w1", "Lien", "lien@example.be")
    assert caught.value.whole


def test_nothing_is_asked_until_retry_after_is_over(graph: Graph) -> None:
    registrar, seen = graph(httpx.Response(429, headers={"Retry-After": "30"}))
    for _ in range(3):
        with pytest.raises(Unavailable) as caught:
            registrar.cancel("w1", "r1")
        assert timedelta(seconds=29) < caught.value.pause <= timedelta(seconds=30)
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, 0),
        ("7", 7),
        ("999999", 3600),
        ("soon", 0),
        ("-3", 0),
        (format_datetime(datetime.now(UTC) - timedelta(hours=1), usegmt=True), 0),
        (format_datetime(datetime.now(UTC) + timedelta(days=9), usegmt=True), 3600),
    ],
)
def test_retry_after(header: str | None, seconds: int) -> None:
    assert retry_after(header) == timedelta(seconds=seconds)


def test_what_graph_calls_wrong_is_refused(graph: Graph) -> None:
    registrar, _ = graph(httpx.Response(404), httpx.Response(400))
    with pytest.raises(Refused):
        registrar.register("w1", "Lien", "lien@example.be")


def test_a_webinar_that_is_not_there_holds_up_no_other(graph: Graph) -> None:
    registrar, _ = graph(httpx.Response(404), httpx.Response(404))
    with pytest.raises(Unavailable) as caught:
        registrar.register("w1", "Lien", "lien@example.be")
    assert not caught.value.whole


def test_an_unknown_status_is_not_taken_for_a_place(graph: Graph) -> None:
    registrar, _ = graph(found(status="unknownFutureValue"))
    with pytest.raises(Unavailable):
        registrar.find("w1", "lien@example.be")


@pytest.mark.parametrize("code", [204, 404, 409])
def test_cancelling_what_is_gone_is_fine(graph: Graph, code: int) -> None:
    registrar, seen = graph(httpx.Response(code))
    registrar.cancel("w1", "r/1")
    assert seen[0].url.raw_path.decode() == f"{BASE}/r%2F1/cancel"


def test_addresses_are_quoted(graph: Graph) -> None:
    registrar, seen = graph(httpx.Response(404))
    assert registrar.find("w1", "o'hara+x@example.be") is None
    assert seen[0].url.raw_path.decode() == f"{BASE}(email='o%27%27hara%2Bx@example.be')"


def test_no_address_in_the_log(graph: Graph, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    registrar, _ = graph(httpx.Response(404), httpx.Response(204), found())
    registrar.register("w1", "Lien", "lien@example.be")
    assert "lien" not in caplog.text.casefold()


def test_webinars_need_an_app_registration() -> None:
    with pytest.raises(ValidationError, match="BOT_GRAPH_CLIENT_ID, BOT_GRAPH_CLIENT_SECRET"):
        Settings(graph_webinars={"b/k": "w1"}, graph_tenant="t")


@pytest.mark.parametrize("name", ["graph_url", "graph_authority"])
def test_tokens_and_names_go_to_microsoft_only(name: str) -> None:
    assert Settings.model_validate({"env": "test", name: "http://127.0.0.1:1"})
    for env in ("development", "production"):
        with pytest.raises(ValidationError, match="refused unless BOT_ENV=test"):
            Settings.model_validate({"env": env, name: "http://127.0.0.1:1"})
