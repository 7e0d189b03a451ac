"""The gateway with Teams set up, between a Rasa that is a function and a Microsoft on loopback."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from bot.gateway.app import create_app
from knowledge.settings import Settings

from .office import APP, TENANT, Office, opened


@pytest.fixture
def office() -> Iterator[Office]:
    with opened() as office:
        yield office


@pytest.fixture
def teams_settings(settings: Settings, office: Office) -> Settings:
    own = {
        "turn_seconds": 5.0,  # a busy machine is no reason to apologise here
        "teams_app_id": APP,
        "teams_tenant": TENANT,
        "teams_client_secret": SecretStr("geheim-van-de-test"),
        "teams_openid_url": f"{office.url}/v1/.well-known/openidconfiguration",
        "teams_login_url": office.url,
        "teams_service_url": office.url,
        "public_url": "https://jobs.testegem.example.be",
    }
    return settings.model_copy(update=own)


@dataclass
class Chat:
    """A person in a chat with the bot."""

    client: TestClient
    office: Office
    id: str = "a:gesprek-1"
    user: str = "29:an"
    name: str = "An Peeters"
    type: str = "personal"

    def activity(self, **changes: Any) -> dict[str, Any]:
        made = {
            "type": "message",
            "id": uuid.uuid4().hex,
            "timestamp": "2026-11-21T10:00:00Z",
            "channelId": "msteams",
            "serviceUrl": self.office.service,
            "from": {"id": self.user, "name": self.name, "aadObjectId": f"aad-{self.user}"},
            "recipient": {"id": f"28:{APP}", "name": "Vacaturebot"},
            "conversation": {"id": self.id, "conversationType": self.type, "tenantId": TENANT, "isGroup": self.type != "personal"},
            "channelData": {"tenant": {"id": TENANT}},
            "text": "Tot wanneer?",
            "textFormat": "plain",
        } | changes
        return {name: value for name, value in made.items() if value is not None}

    def post(self, activity: dict[str, Any] | None = None, token: str | None = None, **headers: str) -> httpx.Response:
        """Sends an activity with a good token unless another one is given ("" for none)."""
        token = self.office.token() if token is None else token
        given = {"Authorization": f"Bearer {token}"} if token else {}
        return self.client.post("/api/teams/messages", json=self.activity() if activity is None else activity, headers=given | headers)

    def say(self, text: str = "Tot wanneer?", **changes: Any) -> httpx.Response:
        response = self.post(self.activity(text=text, **changes))
        assert response.status_code == 200, response.text
        return response

    def press(self, data: dict[str, Any], **changes: Any) -> httpx.Response:
        """Action.Execute."""
        value = {"action": {"type": "Action.Execute", "verb": data["action"], "data": data}, "trigger": "manual"}
        return self.post(self.activity(type="invoke", name="adaptiveCard/action", value=value, text=None, **changes))


@pytest.fixture
def teams(teams_settings: Settings, office: Office, rasa: Any, catalog: Any, caplog: pytest.LogCaptureFixture) -> Iterator[TestClient]:
    caplog.set_level("INFO")
    app = create_app(teams_settings, catalog=catalog, transport=httpx.MockTransport(rasa))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def chat(teams: TestClient, office: Office) -> Callable[..., Chat]:
    return lambda **person: Chat(teams, office, **person)
