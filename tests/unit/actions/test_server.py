from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from actions.conversation import CAPABILITIES
from actions.rasa_actions import all_actions
from actions.server import create_app
from actions.services import Services
from knowledge.settings import Settings

SECRET = "s" * 40
ZORG = "doornwal_zorgcoordinator"


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    """The application before its start: no bundles, no model."""
    app = create_app(Settings(env="test", data_dir=tmp_path, internal_secret=SECRET))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://actions") as client:
        yield client


@pytest.mark.parametrize("headers", [{}, {"X-Bot-Secret": "wrong"}, {"X-Bot-Secret": SECRET[:-1]}])
async def test_without_the_secret_nothing_is_told(client: httpx.AsyncClient, headers: dict[str, str]) -> None:
    assert (await client.post("/webhook", json={"next_action": "action_answer"}, headers=headers)).status_code == 401
    assert (await client.delete("/memory/conversation-000006", headers=headers)).status_code == 401


async def test_it_lives_before_it_can_answer(client: httpx.AsyncClient) -> None:
    assert (await client.get("/healthz")).status_code == 200
    assert (await client.get("/readyz")).status_code == 503


@pytest.mark.parametrize(("action", "status"), [("action_unknown", 404), ("action_answer", 500)])
async def test_a_failure_shows_the_actions_name_and_nothing_that_was_said(client: httpx.AsyncClient, action: str, status: int) -> None:
    tracker = {"sender_id": "conversation-000006", "slots": {}, "latest_message": {"text": "mijn geheim", "intent": {"name": "ask_deadline"}}}
    answer = await client.post("/webhook", json={"next_action": action, "tracker": tracker}, headers={"X-Bot-Secret": SECRET})
    assert answer.status_code == status
    assert answer.json()["action_name"] == action
    assert "geheim" not in answer.text


async def test_forgetting_a_conversation_twice_is_fine(client: httpx.AsyncClient) -> None:
    for _ in range(2):
        assert (await client.delete("/memory/conversation-000006", headers={"X-Bot-Secret": SECRET})).status_code == 204


def test_an_action_for_every_capability(services: Services) -> None:
    assert {action.name() for action in all_actions(lambda: services)} == {f"action_{name}" for name in CAPABILITIES}


class _Tracker:
    """What of rasa-sdk's tracker the actions read."""

    def __init__(self, text: str, intent: str, **metadata: object) -> None:
        self.sender_id = "conversation-000006"
        self.slots: dict[str, object] = {"dialogue": None}
        segment = {"text": text, "intent": intent, "confidence": 0.9, "ranking": []}
        self.latest_message = {"text": text, "metadata": metadata, "segments": [segment]}


class _Dispatcher:
    def __init__(self) -> None:
        self.messages: list[dict[str, object]] = []

    def utter_message(self, *, json_message: dict[str, object]) -> None:
        self.messages.append(json_message)


async def test_an_action_answers_with_one_message_and_remembers_the_state(services: Services) -> None:
    action = next(action for action in all_actions(lambda: services) if action.name() == "action_answer")
    dispatcher = _Dispatcher()
    events = await action.run(dispatcher, _Tracker("Tot wanneer kan ik solliciteren?", "ask_deadline", vacancy=ZORG, notice=200), {})  # type: ignore[arg-type]
    (message,) = dispatcher.messages
    assert message["outcome"] == "answered"
    assert {event["name"]: event["value"] for event in events}["vacancy"] == ZORG
    assert {event["event"] for event in events} == {"slot"}


async def test_a_failing_answer_is_an_error_not_silence(services: Services) -> None:
    broken = replace(services, snapshot=None)  # type: ignore[arg-type]
    action = next(action for action in all_actions(lambda: broken) if action.name() == "action_answer")
    with pytest.raises(AttributeError):
        await action.run(_Dispatcher(), _Tracker("?", "ask_deadline", vacancy=ZORG), {})  # type: ignore[arg-type]
