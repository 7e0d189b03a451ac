"""`POST /api/teams/messages`: who may come in, and what happens when it takes long."""

from __future__ import annotations

import asyncio
import json
import logging
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import httpx
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import ValidationError
from redis.exceptions import RedisError

from bot.gateway.chat import counted, limit
from bot.gateway.errors import ApiError
from bot.gateway.gateway import Gateway, GatewayOf
from bot.teams.keys import ConnectorKeys, KeysUnavailable
from bot.teams.tokens import Doorman, Forbidden, Unauthorized
from knowledge.settings import Settings

if TYPE_CHECKING:
    from bot.teams.bot import TeamsBot

logger = logging.getLogger("vacaturebot.teams")

_ANSWER_SECONDS = 10.0
"""Teams waits 15 seconds and then sends again; what takes longer goes on, and its replies follow by themselves."""
_LEAVE_SECONDS = 2.0
_REFUSALS_PER_MINUTE = 60


class Teams:
    """The route and what it works with while the application runs. Without settings for Teams it answers 404, and the SDK is not even imported."""

    def __init__(self, settings: Settings) -> None:
        self.router = APIRouter(prefix="/api/teams")
        self.router.add_api_route("/messages", self._messages, methods=["POST"])
        self._settings = settings
        self._door: tuple[Doorman, TeamsBot] | None = None
        self._running: set[asyncio.Task[Any]] = set()

    @asynccontextmanager
    async def opened(self, gateway: Gateway) -> AsyncIterator[None]:
        """Takes activities until the block ends; then those that are being answered get a moment more."""
        settings = self._settings
        if settings.teams_app_id is None or settings.teams_tenant is None:
            yield
            return
        bot_class = await asyncio.to_thread(_imported)
        async with httpx.AsyncClient(trust_env=False) as requests:
            keys = ConnectorKeys(settings.teams_openid_url, requests)
            bot = bot_class(gateway, requests)
            await bot.open()
            self._door = Doorman(settings.teams_app_id, settings.teams_tenant, keys, settings.teams_service_url), bot
            try:
                yield
            finally:
                self._door = None
                await self._leave()
                await bot.close()

    async def _leave(self) -> None:
        if self._running:
            await asyncio.wait(self._running, timeout=_LEAVE_SECONDS)
        for task in self._running:
            task.cancel()

    async def _messages(self, request: Request, gateway: GatewayOf) -> Response:
        """An activity of Microsoft Teams. Errors: 400, 401, 403, 404 where Teams is not set up, 413, 429, 503."""
        if self._door is None:
            raise ApiError(404, "not_found")
        with counted(gateway):
            return await self._enter(request, gateway, *self._door)

    async def _enter(self, request: Request, gateway: Gateway, doorman: Doorman, bot: TeamsBot) -> Response:
        """What costs little is checked first; only an admitted activity reaches the SDK, and only once."""
        address = request.client.host if request.client else "unknown"
        await limit(gateway, f"address:{address}", gateway.settings.address_turns_per_minute)
        activity = await _activity(request)
        token = await _admitted(doorman, request.headers.get("Authorization", ""), activity, gateway, address)
        if not await _first(activity, gateway):
            return Response(status_code=200)
        task = asyncio.ensure_future(bot.handle(activity, token))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        done, _ = await asyncio.wait({task}, timeout=_ANSWER_SECONDS)
        if not done:
            task.add_done_callback(_log_failure)
            return Response(status_code=202)
        try:
            body = task.result()
        except ApiError:
            raise
        except ValidationError:
            raise ApiError(400, "bad_request") from None
        except Exception as error:
            # Its text may hold what somebody wrote.
            logger.error("an activity failed: %s", type(error).__name__)
            raise ApiError(503, "unavailable") from None
        return JSONResponse(body) if isinstance(body, dict) else Response(status_code=200)


async def _admitted(doorman: Doorman, authorization: str, activity: dict[str, Any], gateway: Gateway, address: str) -> str:
    try:
        return await doorman.admit(authorization, activity)
    except (Unauthorized, Forbidden) as refusal:
        await limit(gateway, f"teams-refused:{address}", _REFUSALS_PER_MINUTE)
        logger.warning("an activity was refused: %s", refusal)
        status, code = (401, "unauthorized") if isinstance(refusal, Unauthorized) else (403, "forbidden")
        raise ApiError(status, code) from None
    except KeysUnavailable:
        raise ApiError(503, "unavailable", headers={"Retry-After": "30"}) from None


async def _first(activity: dict[str, Any], gateway: Gateway) -> bool:
    if not activity.get("id"):
        return True
    try:
        return await gateway.once.first(f"{activity['conversation'].get('id')}/{activity['id']}")
    except RedisError:
        raise ApiError(503, "unavailable", headers={"Retry-After": "5"}) from None


def _imported() -> type[TeamsBot]:
    """The SDK takes seconds to import and holds some 40 MB: only where it is used."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of its own experiments
        from bot.teams.bot import TeamsBot

    return TeamsBot


async def _activity(request: Request) -> dict[str, Any]:
    """The request's JSON with what every activity has."""
    try:
        activity = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise ApiError(400, "invalid_json") from None
    if not isinstance(activity, dict) or not isinstance(activity.get("type"), str):
        raise ApiError(400, "bad_request")
    if not all(isinstance(activity.get(name), dict) for name in ("conversation", "from", "recipient")):
        raise ApiError(400, "bad_request")
    # Teams never asks for "expectReplies", with which the SDK would fail.
    activity.pop("deliveryMode", None)
    return activity


def _log_failure(task: asyncio.Task[Any]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        logger.error("an activity failed after its answer was due: %s", type(error).__name__)
