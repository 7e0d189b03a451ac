"""What the bot does with each kind of activity. The SDK reads activities, chooses the handler and speaks to Teams."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import Any

import httpx
from microsoft_teams.api import Account, ConversationUpdateActivity, JsonWebToken
from microsoft_teams.api.activities.install_update import InstalledActivity
from microsoft_teams.api.activities.invoke.adaptive_card import AdaptiveCardInvokeActivity
from microsoft_teams.api.activities.message import MessageActivity
from microsoft_teams.api.auth.cloud_environment import PUBLIC, with_overrides
from microsoft_teams.apps import ActivityContext, App
from microsoft_teams.apps.events import ActivityEvent, CoreActivity
from microsoft_teams.common import ClientOptions

from bot.gateway.gateway import Gateway
from bot.teams.conversation import is_personal, key_of
from bot.teams.greeting import greet
from bot.teams.login import BotLogin
from bot.teams.outbox import message, send
from bot.teams.submitted import execute, submit
from bot.teams.texts import ONLY_TEXT
from bot.teams.turn import answer

logger = logging.getLogger("vacaturebot.teams")

_SEND_SECONDS = 10.0


class TeamsBot:
    """The SDK's application with our handlers. `requests` is what tokens are asked with."""

    def __init__(self, gateway: Gateway, requests: httpx.AsyncClient) -> None:
        settings = gateway.settings
        # The SDK logs whole activities, and gives httpx its own level: both would write down who said what.
        for name in ("microsoft_teams", "microsoft_teams.common.http.client"):
            logging.getLogger(name).setLevel(logging.WARNING)
        self._gateway = gateway
        self._tenant = settings.teams_tenant or ""
        self._app = App(
            client_id=settings.teams_app_id,
            tenant_id=settings.teams_tenant,
            token=BotLogin(settings, requests),
            cloud=with_overrides(PUBLIC, openid_metadata_url=settings.teams_openid_url, login_endpoint=settings.teams_login_url),
            client=ClientOptions(timeout=_SEND_SECONDS),
            http_server_adapter=_NoServer(),
            dangerously_allow_unauthenticated_requests=False,
            telemetry={"agent365": False},
            state=False,
            fetch_user_token=False,
        )
        self._app.on_message(self._on_message)
        self._app.on_card_action_execute(self._on_execute)
        self._app.on_install_add(self._on_install)
        self._app.on_conversation_update(self._on_members)

    async def open(self) -> None:
        """Before the first activity."""
        await self._app.initialize()

    async def close(self) -> None:
        """Closes the connections to Teams."""
        await self._app.http_client.http.aclose()
        await self._app.api.http.http.aclose()

    async def handle(self, activity: Mapping[str, Any], token: str) -> Any:
        """What to answer an admitted activity with (for a card's action: the card that replaces it); None for nothing.

        Raises pydantic's ValidationError for an activity that cannot be read.
        """
        event = ActivityEvent(body=CoreActivity.model_validate(activity), token=JsonWebToken(token))
        handler = self._app.server.on_request
        assert handler is not None, "open() comes first"
        return (await handler(event)).body

    async def _on_message(self, context: ActivityContext[MessageActivity]) -> None:
        activity = context.activity
        key = key_of(self._tenant, activity)
        if isinstance(activity.value, Mapping) and activity.value.get("action"):
            await submit(self._gateway, context, key, activity.value)
            return
        text = (activity.strip_mentions_text().text or "").replace("\xa0", " ").strip()
        if not text:
            await send(context, message(ONLY_TEXT))
            return
        await answer(self._gateway, context, key, text)

    async def _on_execute(self, context: ActivityContext[AdaptiveCardInvokeActivity]) -> Any:
        action = context.activity.value.action
        return await execute(self._gateway, context, key_of(self._tenant, context.activity), action.data)

    async def _on_install(self, context: ActivityContext[InstalledActivity]) -> None:
        await greet(self._gateway, context, key_of(self._tenant, context.activity))

    async def _on_members(self, context: ActivityContext[ConversationUpdateActivity]) -> None:
        """Somebody came into the chat. In a personal chat with the bot that is its beginning; in a group only the bot's own coming matters."""
        activity = context.activity
        added: list[Account] = list(activity.members_added or ())
        bot_came = any(member.id == activity.recipient.id for member in added)
        if not added or not (bot_came or is_personal(activity)):
            return
        person = next((member for member in [activity.from_, *added] if member.id != activity.recipient.id), activity.from_)
        await greet(self._gateway, context, key_of(self._tenant, activity, person))


class _NoServer:
    """The gateway listens; the SDK only works."""

    def register_route(self, method: str, path: str, handler: Callable[..., Any]) -> None:
        """Our own route checks first, and hands over what it admitted."""

    def serve_static(self, path: str, directory: str) -> None:
        """Nothing."""

    async def start(self, port: int) -> None:
        """Nothing."""
        await asyncio.sleep(0)

    async def stop(self) -> None:
        """Nothing."""
        await asyncio.sleep(0)
