import time
from typing import Any

import httpx
import pytest
from starlette.testclient import TestClient

from bot.gateway.schemas import conversation_key
from bot.gateway.store import GatewayStore
from bot.gateway.tracker import TrackerStore

CONVERSATION = "gesprek-0123456789"


def chat(client: TestClient, message: object = "Tot wanneer?", **body: object) -> httpx.Response:
    return client.post("/api/chat", json={"conversation_id": CONVERSATION, "message": message} | body)


def kinds(response: Any) -> list[str]:
    return [reply["kind"] for reply in response.json()["replies"]]


def test_turn_is_passed_on_and_disclosed_once(client: TestClient, rasa: Any) -> None:
    first = chat(client, vacancy="onthaal")
    assert first.status_code == 200
    assert kinds(first) == ["notice", "answer"]
    notice = first.json()["replies"][0]["text"]
    assert "chatbot van stad Testegem" in notice
    assert "geen mens" in notice
    assert {name: first.json()[name] for name in ("conversation_id", "outcome", "verdict")} == {
        "conversation_id": CONVERSATION,
        "outcome": "answered",
        "verdict": None,
    }
    assert kinds(chat(client)) == ["answer"]
    assert rasa.received[0] == {
        "sender": conversation_key(CONVERSATION),
        "message": "Tot wanneer?",
        "metadata": {"vacancy": "onthaal", "notice": len(notice), "sensitive": []},
    }
    assert rasa.received[1]["metadata"]["notice"] == 0
    assert rasa.secrets == ["een-geheim-van-de-test"] * 2


def test_conversation_gets_an_id_that_is_its_own(client: TestClient) -> None:
    one, other = (client.post("/api/chat", json={"message": "hallo"}).json()["conversation_id"] for _ in range(2))
    assert one != other
    assert len(one) >= 16


def test_employer_is_left_open_when_several_could_be_meant(client: TestClient) -> None:
    assert "chatbot voor deze vacatures" in chat(client).json()["replies"][0]["text"]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"message": ""}, 422, "empty_message"),
        ({"message": " \x00\n\x1b "}, 422, "empty_message"),
        ({"message": "a" * 2001}, 422, "message_too_long"),
        ({"message": 7}, 422, "invalid"),
        ({"message": None}, 422, "invalid"),
        ({}, 422, "invalid"),
        ([], 422, "invalid"),
        ({"message": "hallo", "vacancy": "bestaat-niet"}, 422, "unknown_vacancy"),
        ({"message": "hallo", "vacancy": ""}, 422, "unknown_vacancy"),
        ({"message": "hallo", "conversation_id": "kort"}, 422, "invalid_conversation"),
        ({"message": "hallo", "conversation_id": "met spaties erin en meer"}, 422, "invalid_conversation"),
        ({"message": "hallo", "conversation_id": "x" * 65}, 422, "invalid_conversation"),
        ({"message": "hallo", "conversation_id": CONVERSATION + "\n"}, 422, "invalid_conversation"),
    ],
)
def test_request_that_cannot_be_is_refused_in_dutch(client: TestClient, rasa: Any, body: object, status: int, code: str) -> None:
    response = client.post("/api/chat", json=body)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
    assert response.json()["error"]["message"].endswith(".")
    assert rasa.received == []


@pytest.mark.parametrize(
    ("sent", "received"),
    [
        ("a\x00b\x07c", "abc"),
        ("/restart", "restart"),
        ('/ask_deadline{"vacancy":"x"}', 'ask_deadline{"vacancy":"x"}'),
        (" //  /session_start", "session_start"),
        ("/", "?"),
        ("en/of", "en/of"),
        ("\u202eabc", "abc"),
        ("regel 1\r\nregel 2", "regel 1\nregel 2"),
        ("mijn nummer is 85.07.30-033.28", "mijn nummer is [rijksregisternummer]"),
        ("a" * 2000 + "\x00", "a" * 2000),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("👍", "👍"),
    ],
)
def test_what_rasa_gets(client: TestClient, rasa: Any, sent: str, received: str) -> None:
    assert chat(client, sent).status_code == 200
    assert rasa.received[-1]["message"] == received


def test_thirty_turns_a_minute(client: TestClient) -> None:
    assert {chat(client).status_code for _ in range(30)} == {200}
    refused = chat(client)
    assert (refused.status_code, refused.json()["error"]["code"]) == (429, "too_many_turns")
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert chat(client, conversation_id="een-ander-gesprek").status_code == 200


def slow(_: dict[str, Any]) -> httpx.Response:
    time.sleep(2.3)
    return httpx.Response(200, json={"messages": []})


def raises(_: dict[str, Any]) -> httpx.Response:
    raise httpx.ConnectError("connection refused by 127.0.0.1:5005")


@pytest.mark.parametrize(
    "answer",
    [
        lambda _: httpx.Response(503, json={"reason": "the turn took too long"}),
        lambda _: httpx.Response(200, json={"messages": []}),
        lambda _: httpx.Response(200, json={"messages": [{"replies": [], "outcome": "answered"}]}),
        lambda _: httpx.Response(200, json=[]),
        lambda _: httpx.Response(200, text="geen json"),
        raises,
        slow,
    ],
    ids=["error", "silence", "no-replies", "other-json", "no-json", "down", "slow"],
)
def test_apology_with_the_contact_when_no_answer_comes(client: TestClient, rasa: Any, answer: Any) -> None:
    rasa.answer = answer
    response = chat(client, vacancy="balie")
    assert (response.status_code, response.json()["error"]["code"]) == (503, "unavailable")
    message = response.json()["error"]["message"]
    assert message.startswith("Sorry")
    assert "An Peeters (0470 65 43 21)" in message
    assert "5005" not in response.text
    assert "too long" not in response.text


def test_failed_turn_leaves_the_disclosure_for_the_next(client: TestClient, rasa: Any) -> None:
    working = rasa.answer
    rasa.answer = raises
    assert chat(client).status_code == 503
    rasa.answer = working
    assert kinds(chat(client)) == ["notice", "answer"]


def test_feedback_only_on_replies_that_the_conversation_got(client: TestClient) -> None:
    reply = chat(client).json()["replies"][-1]["id"]
    given = {"conversation_id": CONVERSATION, "reply_id": reply, "helpful": True}
    assert client.post("/api/feedback", json=given).status_code == 204
    assert client.post("/api/feedback", json=given | {"helpful": False}).status_code == 204
    for wrong in ({"reply_id": "nooit-gegeven"}, {"conversation_id": "een-ander-gesprek"}):
        response = client.post("/api/feedback", json=given | wrong)
        assert (response.status_code, response.json()["error"]["code"]) == (404, "unknown_reply")
    assert client.post("/api/feedback", json=given | {"helpful": "ja"}).status_code == 422


def test_erased_conversation_begins_anew(client: TestClient) -> None:
    reply = chat(client).json()["replies"][-1]["id"]
    for _ in range(2):
        assert client.delete(f"/api/chat/{CONVERSATION}").status_code == 204
    given = {"conversation_id": CONVERSATION, "reply_id": reply, "helpful": True}
    assert client.post("/api/feedback", json=given).status_code == 404
    assert kinds(chat(client)) == ["notice", "answer"]
    assert client.delete("/api/chat/kort").status_code == 422


def test_erasure_asked_in_words(client: TestClient, rasa: Any) -> None:
    chat(client)
    normal = rasa.answer
    reply = {"id": "gewist", "kind": "answer", "text": "Je gesprek is gewist."}
    rasa.answer = lambda _: httpx.Response(200, json={"messages": [{"replies": [reply], "outcome": "small_talk", "erase": True}]})
    assert "erase" not in chat(client, "ja").json()
    rasa.answer = normal
    assert kinds(chat(client)) == ["notice", "answer"]


def test_action_server_forgets_too(client: TestClient, rasa: Any) -> None:
    assert client.delete(f"/api/chat/{CONVERSATION}").status_code == 204
    assert rasa.forgotten == [conversation_key(CONVERSATION)]


def test_erasure_that_may_not_be_complete_is_no_success(client: TestClient, rasa: Any) -> None:
    rasa.forgets = 500
    assert client.delete(f"/api/chat/{CONVERSATION}").status_code == 503


def test_answer_that_came_in_time_is_given_however_long_its_recording_takes(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    record = GatewayStore.record

    def slowly(*arguments: Any) -> None:
        time.sleep(2.3)
        record(*arguments)

    monkeypatch.setattr(GatewayStore, "record", slowly)
    assert kinds(chat(client)) == ["notice", "answer"]
    assert kinds(chat(client)) == ["answer"]


def test_nothing_of_a_turn_reaches_the_log(client: TestClient, rasa: Any, caplog: pytest.LogCaptureFixture) -> None:
    rasa.answer = raises
    with caplog.at_level("DEBUG"):
        chat(client, "Ik ben Geheimpje en woon in Testegem")
    assert "no answer" in caplog.text
    assert "Geheimpje" not in caplog.text


def test_private_turn_is_taken_out_of_what_rasa_keeps(client: TestClient, rasa: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    redacted: list[tuple[str, bool]] = []

    def redact(_: Any, sender: str, after: int, message: str, *, replies: bool = False) -> None:
        redacted.append((message, replies))

    monkeypatch.setattr(TrackerStore, "redact", redact)
    chat(client, "Wanneer begin ik?")
    assert redacted == []
    reply = {"id": "uitkomst", "kind": "answer", "text": "Je lijkt te voldoen."}
    rasa.answer = lambda _: httpx.Response(200, json={"messages": [{"replies": [reply], "outcome": "answered", "private": True}]})
    chat(client, "Ik heb een bachelor verpleegkunde")
    assert redacted == [("Ik heb een bachelor verpleegkunde", True)]
