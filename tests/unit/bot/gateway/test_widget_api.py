"""What the widget needs of the gateway: the welcome, the transcript, forms, messages that are sent again, and other websites."""

import json
import sqlite3
import time
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.testclient import TestClient

from bot.gateway.app import create_app
from bot.gateway.schemas import conversation_key
from bot.gateway.texts import FORM_SENT, NOT_KEPT
from bot.gateway.tracker import REDACTED
from knowledge.settings import Settings

from .conftest import CONVERSATION, FakeRasa, FixedCatalog, a_turn

MESSAGE = "bericht-0123456789"


@pytest.fixture
def tracker(settings: Settings) -> Any:
    """Writes events as Rasa does."""
    file: Path = settings.data_dir / "tracker.db"
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id TEXT, type_name TEXT, timestamp REAL, data TEXT)")

    def said(text: str, *turns: dict[str, Any], ago: float = 0.0, **metadata: Any) -> None:
        rows: list[tuple[str, dict[str, Any]]] = [("user", {"event": "user", "text": text, "metadata": metadata})]
        rows += [("bot", {"event": "bot", "text": None, "data": {"custom": turn} if turn else {}}) for turn in turns]
        with sqlite3.connect(file) as database:
            for kind, data in rows:
                values = (conversation_key(CONVERSATION), kind, time.time() - ago, json.dumps(data))
                database.execute("INSERT INTO events (sender_id, type_name, timestamp, data) VALUES (?, ?, ?, ?)", values)

    return said


def test_welcome_tells_that_it_is_a_chatbot_whom_to_call_and_what_to_ask(client: TestClient) -> None:
    welcome = client.get("/api/welcome", params={"vacancy": "onthaal"}).json()
    assert "chatbot van stad Testegem" in welcome["notice"]
    assert "geen mens" in welcome["notice"]
    assert (welcome["title"], welcome["employer"]) == ("onthaalmedewerker", "stad Testegem")
    assert [contact["name"] for contact in welcome["contacts"]] == ["An Peeters"]
    assert welcome["contacts"][0]["phones"] == [{"shown": "0470 12 34 56", "number": "+32470123456"}]
    # The bundle tells of contacts and of nothing else.
    assert [button["payload"] for button in welcome["suggestions"]] == ["Wie kan ik bellen over de job?"]


def test_welcome_without_a_vacancy_names_only_an_employer_that_exists(client: TestClient) -> None:
    assert "OCMW Proefdorp" in client.get("/api/welcome", params={"employer": "ocmw  proefdorp"}).json()["notice"]
    welcome = client.get("/api/welcome", params={"employer": "<b>Boef</b>"}).json()
    assert welcome["employer"] is None
    assert "Boef" not in json.dumps(welcome)
    assert client.get("/api/welcome", params={"vacancy": "bestaat-niet"}).status_code == 422


def test_forms_are_asked_for_and_what_they_send_reaches_the_actions(client: TestClient, rasa: FakeRasa) -> None:
    form = {"action": "signup", "vacancy": "onthaal", "name": "Lien", "email": "lien@voorbeeld.be", "consent": True}
    asked = {"conversation_id": CONVERSATION, "message": "Schrijf me in", "forms": True, "form": form, "message_id": MESSAGE}
    given = {"vacancy": "onthaal", "title": "t", "employer": "e", "sessions": [], "status": "confirmed", "reference": "I-1"}
    rasa.answer = lambda _: httpx.Response(200, json={"messages": [a_turn(form=given)]})
    answer = client.post("/api/chat", json=asked).json()
    assert answer["signup"]["status"] == "confirmed"
    metadata = rasa.received[0]["metadata"]
    assert metadata["forms"] is True
    assert metadata["card"] == form | {"consent": "true"}
    assert metadata["message_id"] == MESSAGE


def test_who_asks_for_no_form_gets_none(client: TestClient, rasa: FakeRasa) -> None:
    answer = client.post("/api/chat", json={"message": "Hallo", "form": {"action": "signup", "vacancy": "onthaal"}}).json()
    assert (answer["signup"], answer["eligibility"]) == (None, None)
    assert not {"forms", "card", "message_id"} & set(rasa.received[0]["metadata"])


@pytest.mark.parametrize(
    "form", [{"action": "erase", "vacancy": "x"}, {"action": "signup"}, {"action": "signup", "vacancy": "x" * 500}, {"action": "signup", "odd": 1}]
)
def test_forms_of_another_shape_are_refused(client: TestClient, form: dict[str, Any]) -> None:
    assert client.post("/api/chat", json={"message": "Hallo", "forms": True, "form": form}).status_code == 422


def test_a_message_that_was_answered_gets_the_same_answer_and_no_second_turn(client: TestClient, rasa: FakeRasa, tracker: Any) -> None:
    tracker("Hallo", a_turn())
    tracker("Wanneer?", a_turn(replies=[{"id": "r1", "kind": "answer", "text": "Morgen."}]), message_id=MESSAGE)
    asked = {"conversation_id": CONVERSATION, "message": "Wanneer?", "message_id": MESSAGE}
    answer = client.post("/api/chat", json=asked).json()
    assert [reply["text"] for reply in answer["replies"]] == ["Morgen."]
    assert rasa.received == []
    client.post("/api/chat", json=asked | {"message_id": "een-ander-bericht"})
    assert len(rasa.received) == 1


def test_the_first_answer_is_repeated_with_the_disclosure(client: TestClient, tracker: Any) -> None:
    tracker("Wanneer?", a_turn(), message_id=MESSAGE)
    answer = client.post("/api/chat", json={"conversation_id": CONVERSATION, "message": "Wanneer?", "message_id": MESSAGE}).json()
    assert [reply["kind"] for reply in answer["replies"]] == ["notice", "answer"]


def test_a_message_whose_answer_is_not_kept_is_asked_again(client: TestClient, rasa: FakeRasa, tracker: Any) -> None:
    tracker(REDACTED, {}, message_id=MESSAGE)
    client.post("/api/chat", json={"conversation_id": CONVERSATION, "message": "Ik heb een master", "message_id": MESSAGE})
    assert len(rasa.received) == 1


def test_transcript_gives_what_is_kept_and_tells_the_gaps(client: TestClient, tracker: Any) -> None:
    form = {"vacancy": "onthaal", "title": "t", "employer": "e", "sessions": [], "status": "open"}
    tracker("Tot wanneer?", a_turn())
    tracker(REDACTED, {})
    tracker(REDACTED, a_turn(form=form), card={})
    shown = client.get(f"/api/chat/{CONVERSATION}").json()
    assert [(item["sender"], item["text"]) for item in shown["messages"]] == [
        ("candidate", "Tot wanneer?"),
        ("bot", "Dat kan tot 1 december."),
        ("candidate", NOT_KEPT),
        ("bot", NOT_KEPT),
        ("candidate", FORM_SENT),
        ("bot", "Dat kan tot 1 december."),
    ]
    assert shown["messages"][1]["reply"]["kind"] == "answer"
    assert shown["signup"]["status"] == "open"


def test_transcript_expires_and_is_empty_for_anybody_else(client: TestClient, tracker: Any) -> None:
    tracker("Tot wanneer?", a_turn(), ago=25 * 3600)
    for conversation in (CONVERSATION, "een-ander-gesprek-1"):
        assert client.get(f"/api/chat/{conversation}").json() == {"messages": [], "signup": None, "eligibility": None}
    assert client.get("/api/chat/kort").status_code == 422


def test_only_the_allowed_websites_may_ask(settings: Settings, rasa: FakeRasa, catalog: FixedCatalog) -> None:
    settings = settings.model_copy(update={"widget_origins": "https://www.testegem.be https://jobs.proefdorp.be:8443"})
    with TestClient(create_app(settings, catalog=catalog, transport=httpx.MockTransport(rasa))) as client:
        for origin, allowed in (("https://www.testegem.be", True), ("https://boef.example", False), ("null", False)):
            preflight = {"Origin": origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
            told = client.options("/api/chat", headers=preflight).headers.get("access-control-allow-origin")
            answer = client.get("/api/welcome", headers={"Origin": origin}).headers
            assert told == answer.get("access-control-allow-origin") == (origin if allowed else None)
            assert "access-control-allow-credentials" not in answer
        for path in ("/", "/privacy", "/api/vacancies"):
            assert "access-control-allow-origin" not in client.get(path, headers={"Origin": "https://www.testegem.be"}).headers


def test_the_script_is_public_small_and_checked_by_its_tag(client: TestClient) -> None:
    answer = client.get("/widget.js", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) <= 60_000
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    plain = client.get("/widget.js", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == answer.content
    assert client.get("/widget.js", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
