"""The real Rasa server with our channel, against an action server that only echoes."""

import http.client
import json
import os
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from bot.serve.command import RASA_PYTHON
from knowledge.settings import PROJECT_ROOT, load_settings

pytestmark = [pytest.mark.integration, pytest.mark.slow]

SECRET = "a-secret-of-this-test"


@dataclass
class EchoActions:
    """Answers an action call by what it was given; `mode` makes it fail in one of the ways that a real one may."""

    server: ThreadingHTTPServer
    calls: list[dict[str, Any]] = field(default_factory=list)
    mode: str = "echo"

    def reply(self, call: dict[str, Any]) -> tuple[int, object]:
        self.calls.append(call)
        latest = call["tracker"]["latest_message"]
        custom = {"action": call["next_action"], "text": latest["text"], "segments": latest.get("segments"), "metadata": latest["metadata"]}
        echo = {
            "events": [{"event": "slot", "name": "dialogue", "value": {"turns": len(self.calls)}, "timestamp": None}],
            "responses": [{"custom": custom}],
        }
        replies: dict[str, tuple[int, object]] = {
            "echo": (200, echo),
            "error": (500, {"error": "action failed"}),
            "silent": (200, {"events": [], "responses": []}),
            "malformed": (200, {"events": [{"event": 5}], "responses": "x"}),
            "unknown event": (200, {"events": [{"event": "fly"}], "responses": []}),
        }
        if self.mode == "slow":
            time.sleep(1)
        return replies.get(self.mode, (200, echo))


@pytest.fixture(scope="module")
def actions() -> Iterator[EchoActions]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            if self.headers.get("X-Bot-Secret") != SECRET:
                self.send_error(401)
                return
            status, body = echo.reply(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            content = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            pass

    echo = EchoActions(ThreadingHTTPServer(("127.0.0.1", 0), Handler))
    thread = threading.Thread(target=echo.server.serve_forever, daemon=True)
    thread.start()
    yield echo
    echo.server.shutdown()
    echo.server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def echoing(actions: EchoActions) -> None:
    actions.mode = "echo"
    actions.calls.clear()


@dataclass
class Rasa:
    port: int
    data: Path

    def request(self, method: str, path: str, body: object = None, secret: str = SECRET) -> tuple[int, Any]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, None if body is None else json.dumps(body), {"X-Bot-Secret": secret})
            response = connection.getresponse()
            content = response.read()
            return response.status, json.loads(content) if content[:1] in b"{[" else content
        finally:
            connection.close()

    def turn(self, sender: str, message: object, **more: object) -> tuple[int, Any]:
        return self.request("POST", "/webhooks/gateway/turn", {"sender": sender, "message": message, **more})


@pytest.fixture(scope="module")
def rasa(actions: EchoActions, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rasa]:
    settings = load_settings()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = tmp_path_factory.mktemp("data")
    environment = {name: value for name, value in os.environ.items() if name not in ("BOT_DATABASE_URL", "BOT_REDIS_URL")} | {
        "BOT_RASA_PORT": str(port),
        "BOT_RASA_MODEL_DIR": str(settings.rasa_model_dir),
        "BOT_ACTIONS_URL": f"http://127.0.0.1:{actions.server.server_port}",
        "BOT_INTERNAL_SECRET": SECRET,
        "BOT_DATA_DIR": str(data),
        "BOT_ENCODER_FOLDER": str(settings.encoder_dir),
        "OMP_NUM_THREADS": "1",
    }
    log = (data / "rasa.log").open("wb")
    process = subprocess.Popen([RASA_PYTHON, "-m", "bot.dialogue.run_rasa"], cwd=PROJECT_ROOT, env=environment, stdout=log, stderr=log)
    server = Rasa(port, data)
    try:
        wait_until_ready(server, process, data / "rasa.log")
        yield server
    finally:
        process.terminate()
        process.wait(10)
        log.close()


def wait_until_ready(server: Rasa, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if server.request("GET", "/webhooks/gateway/health")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.5)
    pytest.fail(f"Rasa did not start:\n{log.read_text(errors='replace')[-3000:]}")


def test_a_turn_carries_segments_metadata_and_language(rasa: Rasa) -> None:
    status, body = rasa.turn("one", "Hoeveel verdien ik? En mag ik thuiswerken?", metadata={"vacancy": "abc"})
    assert status == 200
    (message,) = body["messages"]
    assert message["action"] == "action_answer"
    assert message["metadata"] == {"vacancy": "abc"}
    assert [segment["intent"] for segment in message["segments"]] == ["ask_salary", "ask_telework"]
    assert all(len(segment["ranking"]) == 3 and segment["language"] == "nl" for segment in message["segments"])


def test_slots_are_kept_from_turn_to_turn(rasa: Rasa, actions: EchoActions) -> None:
    rasa.turn("two", "hallo")
    rasa.turn("two", "wat is het loon?")
    assert actions.calls[-1]["tracker"]["slots"]["dialogue"] == {"turns": 1}
    assert (rasa.data / "tracker.db").is_file()


@pytest.mark.parametrize(
    "message", ["/restart", "/session_start", '/affirm{"dialogue": {"x": 1}}', '  //signup_infosession{"vacancy":"x"}', "\x00/restart"]
)
def test_commands_are_plain_text(rasa: Rasa, actions: EchoActions, message: str) -> None:
    status, body = rasa.turn("slash", message)
    assert status == 200
    assert not body["messages"][0]["text"].startswith("/")
    latest = actions.calls[-1]["tracker"]["latest_message"]
    assert latest["intent"]["confidence"] < 1 or latest["intent"]["name"] == "out_of_scope"
    assert actions.calls[-1]["tracker"]["slots"]["vacancy"] is None


@pytest.mark.parametrize(("sender", "message"), [("a b", "x"), ("", "x"), ("a" * 65, "x"), ("ok", ""), ("ok", None), ("ok", 7), ("ok", "x" * 2001)])
def test_what_is_no_turn_is_refused(rasa: Rasa, sender: str, message: object) -> None:
    status, body = rasa.turn(sender, message)
    assert status == 422
    assert body["reason"]


@pytest.mark.parametrize(("method", "path"), [("POST", "/webhooks/gateway/turn"), ("GET", "/webhooks/gateway/health")])
def test_without_the_secret_nothing(rasa: Rasa, method: str, path: str) -> None:
    assert rasa.request(method, path, {"sender": "x", "message": "hallo"}, secret="wrong")[0] == 401


@pytest.mark.parametrize("path", ["/webhooks/rest/webhook", "/conversations/one/tracker", "/model/parse", "/model"])
def test_rasas_own_interfaces_are_off(rasa: Rasa, path: str) -> None:
    assert rasa.request("POST", path, {"sender": "x", "message": "hallo", "text": "hallo"})[0] == 404


@pytest.mark.parametrize("mode", ["error", "silent", "malformed", "unknown event"])
def test_an_action_without_a_good_reply_is_an_error_and_not_silence(rasa: Rasa, actions: EchoActions, mode: str) -> None:
    actions.mode = mode
    status, body = rasa.turn("failing", "wat is het loon?")
    assert status == 502
    assert "reply" in body["reason"]
    actions.mode = "echo"
    assert rasa.turn("failing", "wat is het loon?")[0] == 200


def test_messages_of_one_conversation_wait_and_none_is_lost(rasa: Rasa, actions: EchoActions) -> None:
    actions.mode = "slow"
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda number: rasa.turn("busy", f"wat is het loon? {number}"), range(4)))
    assert [status for status, _ in answers] == [200] * 4
    assert sorted(call["tracker"]["latest_message"]["text"] for call in actions.calls) == [f"wat is het loon? {number}" for number in range(4)]


def test_a_message_that_is_sent_again_while_its_turn_runs_is_one_turn(rasa: Rasa, actions: EchoActions) -> None:
    actions.mode = "slow"
    numbered = {"metadata": {"message_id": "bericht-0123456789"}}
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda _: rasa.turn("again", "wat is het loon?", **numbered), range(2)))
    assert [status for status, _ in answers] == [200, 200]
    assert answers[0] == answers[1]
    assert len(actions.calls) == 1
    rasa.turn("again", "wat is het loon?", metadata={"message_id": "bericht-9876543210"})
    assert len(actions.calls) == 2


def test_conversations_do_not_wait_for_each_other(rasa: Rasa, actions: EchoActions) -> None:
    actions.mode = "slow"
    started = time.monotonic()
    with ThreadPoolExecutor(5) as pool:
        answers = list(pool.map(lambda number: rasa.turn(f"apart{number}", "wat is het loon?"), range(5)))
    assert [status for status, _ in answers] == [200] * 5
    assert time.monotonic() - started < 4


@pytest.mark.parametrize(
    "script",
    [
        # The compiled check refuses what Rasa's own refuses, and nothing else.
        """
import jsonschema
from rasa.core.actions.action import RemoteAction
from bot.dialogue.action_calls import check_replies_with_compiled_schema
replies = [{}, {"events": []}, {"events": [], "responses": []}, {"events": [{"event": "slot", "name": "x", "value": 1}], "responses": [{}]},
    [], "x", None, {"events": {}}, {"events": [5]}, {"events": [{"event": "fly"}]}, {"events": [{}]}, {"responses": "x"}, {"responses": [1]}]
def verdicts():
    found = []
    for reply in replies:
        try:
            found.append(RemoteAction("action_x", None)._validate_action_result(reply))
        except jsonschema.ValidationError:
            found.append("refused")
    return found
own = verdicts()
check_replies_with_compiled_schema()
assert verdicts() == own and own.count("refused") == 9, own
""",
        # A tracker store that fails is an error, never a silent fallback to memory.
        """
import asyncio
from rasa.core.agent import Agent
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from bot.dialogue import stores
stores.fail_when_the_store_fails()
config = stores.tracker_store({"BOT_DATA_DIR": "."})
agent = Agent(domain=Domain.empty(), tracker_store=TrackerStore.create(config))
assert type(agent.tracker_store).__name__ == stores.TRACKER_STORE_CLASS
agent.tracker_store.engine.dispose()
agent.tracker_store.sessionmaker = None
try:
    asyncio.run(agent.tracker_store.retrieve("x"))
except TypeError:
    pass
else:
    raise AssertionError("a dead store gave an answer")
assert stores.tracker_store({"BOT_DATABASE_URL": "postgresql+psycopg://u@h/d"}).url == "postgresql://u@h/d"
redis = stores.lock_store({"BOT_REDIS_URL": "redis://:pw@cache:6380/2"})
assert (redis.type, redis.url, redis.kwargs["port"], redis.kwargs["db"], redis.kwargs["password"]) == ("redis", "cache", 6380, 2, "pw")
""",
    ],
    ids=["schema", "stores"],
)
def test_in_rasas_runtime(script: str, tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(PROJECT_ROOT), "RASA_TELEMETRY_ENABLED": "false"}
    done = subprocess.run([RASA_PYTHON, "-W", "ignore", "-c", script], capture_output=True, text=True, env=environment, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
