"""What people and programs send by mistake or on purpose: each gets a clear answer in Dutch, and the service goes on."""

import os
import secrets
import signal
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.stack

KORTRIJK = "kortrijk_maatschappelijk_werker"


def chat(http: httpx.Client, message: object, **body: object) -> httpx.Response:
    return http.post("/api/chat", json={"message": message} | body)


def texts(response: httpx.Response, *kinds: str) -> str:
    return "\n".join(reply["text"] for reply in response.json()["replies"] if reply["kind"] in (kinds or ("answer", "question")))


@pytest.fixture(autouse=True)
def still_answers(http: httpx.Client) -> Iterator[None]:
    yield
    # A server that was flooded on purpose may need a moment for what it still had in hand.
    for _ in range(10):
        after = chat(http, "Tot wanneer kan ik solliciteren?", vacancy=KORTRIJK)
        if after.status_code != 503:
            break
        time.sleep(1)
    assert after.status_code == 200
    assert "25 juni 2026" in texts(after)


def refused(response: httpx.Response, status: int, code: str) -> None:
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
    assert response.json()["error"]["message"].endswith(".")


@pytest.mark.parametrize("message", ["", "   ", "\x00\x00", "\n\t\x1f"])
def test_empty(http: httpx.Client, message: str) -> None:
    refused(chat(http, message), 422, "empty_message")


def test_2001_characters(http: httpx.Client) -> None:
    refused(chat(http, "a" * 2001), 422, "message_too_long")
    assert chat(http, "a" * 2000).status_code == 200


@pytest.mark.parametrize("chunked", [False, True], ids=["whole", "chunked"])
def test_body_of_a_megabyte(http: httpx.Client, chunked: bool) -> None:
    body = b'{"message": "' + b"a" * 1_000_000 + b'"}'
    pieces: Any = (body[start : start + 10_000] for start in range(0, len(body), 10_000)) if chunked else body
    refused(http.post("/api/chat", content=pieces, headers={"Content-Type": "application/json"}), 413, "too_large")


def test_null_bytes_are_dropped(http: httpx.Client) -> None:
    response = chat(http, "Tot wanneer\x00 kan ik\x00 solliciteren?", vacancy=KORTRIJK)
    assert response.status_code == 200
    assert "25 juni 2026" in texts(response)


@pytest.mark.parametrize(
    "message", ["👍", "😀😀😀", "🇧🇪", "???", "@@@@", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "' OR 1=1 --", "${7*7}{{7*7}}"]
)
def test_no_question(http: httpx.Client, message: str) -> None:
    response = chat(http, message, vacancy=KORTRIJK)
    assert response.status_code == 200
    assert response.json()["outcome"] in ("out_of_domain", "small_talk", "not_in_bundle")
    assert texts(response)
    assert "<script>" not in texts(response)
    assert "49" not in texts(response)


@pytest.mark.parametrize("body", [b"", b"{", b"null", b"[1, 2]", b'"tekst"', b'{"message": "\xff"}', b"\xff\xfe\x00", b"[" * 60_000])
def test_malformed_json(http: httpx.Client, body: bytes) -> None:
    response = http.post("/api/chat", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code in (400, 422)
    assert response.json()["error"]["code"] in ("invalid_json", "invalid")


@pytest.mark.parametrize(
    "command", ["/restart", "/session_start", "/stop", '/erase_conversation{"vacancy":"x"}', "/affirm", "//restart", " /restart"]
)
def test_slash_is_plain_text(http: httpx.Client, command: str) -> None:
    """Had Rasa obeyed, the conversation would have forgotten the vacancy that it is about."""
    first = chat(http, "Wat is de deadline voor maatschappelijk werker in Kortrijk?")
    conversation = first.json()["conversation_id"]
    assert "25 juni 2026" in texts(first)
    assert chat(http, command, conversation_id=conversation).status_code == 200
    after = chat(http, "Tot wanneer kan ik solliciteren?", conversation_id=conversation)
    assert "25 juni 2026" in texts(after)


def test_unknown_vacancy(http: httpx.Client) -> None:
    refused(chat(http, "Hallo", vacancy="bestaat-niet"), 422, "unknown_vacancy")
    refused(http.get("/api/vacancies/bestaat-niet"), 404, "unknown_vacancy")


def test_two_hundred_conversations_at_once(http: httpx.Client, stack: Any) -> None:
    """Each gets its own answer, disclosed, or on a slow machine an apology in time; who then asks again is answered."""
    question = "Tot wanneer kan ik solliciteren?"
    expected = {KORTRIJK: "25 juni 2026", "aalter_armoedecoordinator": "13 december 2018"}
    work = [(secrets.token_urlsafe(16), vacancy) for _ in range(100) for vacancy in expected]
    limits = httpx.Limits(max_connections=200)
    with httpx.Client(base_url=stack.url, timeout=30, trust_env=False, limits=limits) as client:
        with ThreadPoolExecutor(200) as pool:
            responses = list(pool.map(lambda item: chat(client, question, conversation_id=item[0], vacancy=item[1]), work))
        for number, response in enumerate(responses):
            if response.status_code != 200:
                refused(response, 503, "unavailable")
                conversation, vacancy = work[number]
                responses[number] = chat(client, question, conversation_id=conversation, vacancy=vacancy)
    assert {response.status_code for response in responses} == {200}
    for response, (conversation, vacancy) in zip(responses, work, strict=True):
        assert response.json()["conversation_id"] == conversation
        assert expected[vacancy] in texts(response)
        assert "geen mens" in texts(response, "notice")


def test_two_tabs_of_one_conversation_take_turns(http: httpx.Client) -> None:
    conversation = secrets.token_urlsafe(16)
    with ThreadPoolExecutor(8) as pool:
        responses = list(pool.map(lambda _: chat(http, "Wat is het loon?", vacancy=KORTRIJK, conversation_id=conversation), range(8)))
    assert {response.status_code for response in responses} == {200}
    assert sum("geen mens" in texts(response, "notice") for response in responses) == 1


@pytest.mark.slow
def test_action_server_killed_in_the_middle(http: httpx.Client, stack: Any) -> None:
    conversation = secrets.token_urlsafe(16)
    assert chat(http, "Hallo", vacancy=KORTRIJK, conversation_id=conversation).status_code == 200
    killed, seen = threading.Event(), []

    def keep_asking() -> None:
        end = time.monotonic() + 3
        while time.monotonic() < end:
            seen.append(chat(http, "Tot wanneer kan ik solliciteren?", vacancy=KORTRIJK))
            killed.wait(0.05)

    with ThreadPoolExecutor(4) as pool:
        tasks = [pool.submit(keep_asking) for _ in range(4)]
        time.sleep(0.5)
        os.kill(stack.pid("actions"), signal.SIGKILL)
        for task in tasks:
            task.result()
    failed = [response for response in seen if response.status_code != 200]
    assert failed, "nobody noticed"
    for response in failed:
        refused(response, 503, "unavailable")
        assert response.json()["error"]["message"].startswith("Sorry")
    assert all("25 juni 2026" in texts(response) for response in seen if response.status_code == 200)
    stack.wait_until_ready(60)
    again = chat(http, "Tot wanneer kan ik solliciteren?", vacancy=KORTRIJK, conversation_id=conversation)
    assert again.status_code == 200
    assert "25 juni 2026" in texts(again)
    assert texts(again, "notice") == ""


def eventually(check: Callable[[], bool], seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if check():
            return True
        time.sleep(0.3)
    return False


@pytest.mark.slow
def test_bundle_that_is_empty_or_not_utf8(http: httpx.Client, stack: Any) -> None:
    """The empty one is left out, the other is read as what it is; everything published stays."""
    empty, latin = stack.bundles / "leeg.txt", stack.bundles / "proefdorp_poetser.txt"
    before = {entry["id"] for entry in http.get("/api/vacancies").json()}
    text = "Gemeente Proefdorp zoekt een schoonmaakcoördinator\n\nSolliciteren\n\n"
    text += "Solliciteer uiterlijk op 12 februari 2027 via jobs@proefdorp.example.be.\n"
    try:
        empty.write_bytes(b"")
        latin.write_bytes(text.encode("cp1252"))
        assert eventually(lambda: http.get("/api/vacancies/proefdorp_poetser").status_code == 200)
        assert eventually(lambda: "12 februari 2027" in texts(chat(http, "Tot wanneer kan ik solliciteren?", vacancy="proefdorp_poetser")))
        assert before <= {entry["id"] for entry in http.get("/api/vacancies").json()}
        assert http.get("/api/vacancies/leeg").status_code == 404
        assert "schoonmaakcoördinator" in http.get("/vacancies/proefdorp_poetser").text
    finally:
        empty.unlink()
        latin.unlink()
    assert eventually(lambda: http.get("/api/vacancies/proefdorp_poetser").status_code == 404)


def test_masked_numbers_and_sensitive_words_are_not_kept(http: httpx.Client, stack: Any) -> None:
    conversation = secrets.token_urlsafe(16)
    said = "Mijn rijksregisternummer is 85.07.30-033.28 en ik ben veroordeeld voor zwaluwenroof, mag ik solliciteren?"
    assert chat(http, said, vacancy=KORTRIJK, conversation_id=conversation).status_code == 200
    kept = _dump(stack.data / "tracker.db")
    assert "033.28" not in kept
    assert "zwaluwenroof" not in kept
    assert "zwaluwenroof" not in stack.log.read_text()


def test_erasure_removes_what_was_said(http: httpx.Client, stack: Any) -> None:
    conversation = secrets.token_urlsafe(16)
    word = f"kanarie{secrets.token_hex(6)}"
    assert chat(http, f"Hallo {word}", conversation_id=conversation).status_code == 200
    assert word in _dump(stack.data / "tracker.db")
    assert word not in stack.log.read_text()
    assert http.delete(f"/api/chat/{conversation}").status_code == 204
    assert all(word not in _dump(file) for file in stack.data.glob("*.db"))
    assert "geen mens" in texts(chat(http, "Hallo", conversation_id=conversation), "notice")


def _dump(database: Any) -> str:
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return "\n".join(connection.iterdump())
    finally:
        connection.close()
