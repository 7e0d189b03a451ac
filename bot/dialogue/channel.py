"""The gateway's own way into Rasa: one request, one turn, and never silence.

Rasa's REST channel answers `200 []` whatever went wrong. This one answers with the messages of the turn or says what failed.
"""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
from collections.abc import Awaitable, Callable
from typing import Any
from weakref import WeakValueDictionary

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from rasa.core.lock_store import LockError
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.dialogue.turn_request import Refused, TurnRequest, read_turn

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Bot-Secret"
SECRET_VARIABLE = "BOT_INTERNAL_SECRET"
TURN_SECONDS = 7.0  # the gateway gives up after 8
NUMBERED_SECONDS = 5.0  # between a turn's end and its being found in the tracker by a request that looked just before

Handler = Callable[[UserMessage], Awaitable[Any]]


class GatewayInput(InputChannel):
    """`POST turn`, `GET health`; every route needs the shared secret, and the server listens on loopback only."""

    def __init__(self, secret: str, turn_seconds: float = TURN_SECONDS) -> None:
        self._secret = secret.encode()
        self._turn_seconds = turn_seconds
        # Rasa's own lock looks once a second whether it is its turn; waiting here costs no more than the turn before it.
        self._conversations: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._running: set[asyncio.Task[list[dict[str, Any]]]] = set()
        # A message that is sent again while its turn runs must not become a second turn; afterwards the gateway finds it in the tracker.
        self._numbered: dict[tuple[str, str], asyncio.Task[list[dict[str, Any]]]] = {}

    @classmethod
    def name(cls) -> str:
        return "gateway"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> GatewayInput:
        """Raises `ValueError` when the environment has no secret: without one, anybody on the machine could speak for a candidate."""
        secret = os.environ.get(SECRET_VARIABLE, "")
        if not secret:
            raise ValueError(f"{SECRET_VARIABLE} is not set")
        return cls(secret)

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        routes = Blueprint("gateway_channel", __name__)

        async def turn(request: Request) -> HTTPResponse:
            if not self._knows_secret(request):
                return _problem(401, "secret missing or wrong")
            try:
                asked = read_turn(request.json)
            except Refused as reason:
                return _problem(422, str(reason))
            return await self._answer(asked, on_new_message)

        async def health(request: Request) -> HTTPResponse:
            if not self._knows_secret(request):
                return _problem(401, "secret missing or wrong")
            reason = await what_is_missing(request.app.ctx)
            return json({"status": "ready"}) if reason is None else _problem(503, reason)

        routes.add_route(turn, "/turn", methods=["POST"])
        routes.add_route(health, "/health", methods=["GET"])
        return routes

    async def _answer(self, turn: TurnRequest, on_new_message: Handler) -> HTTPResponse:
        # A turn that has begun is finished, also when the caller has gone: half a turn would leave the tracker without its action.
        task = self._task_of(turn, on_new_message)
        try:
            messages = await asyncio.wait_for(asyncio.shield(task), self._turn_seconds)
        except asyncio.TimeoutError:
            task.add_done_callback(_log_late_failure)
            return _problem(503, "the turn took too long")
        except LockError:
            log.exception("a conversation's lock could not be had")
            return _problem(503, "the conversation is locked")
        except Exception:
            log.exception("a turn failed")
            return _problem(502, "the turn failed")
        if not messages:
            return _problem(502, "no action gave a reply")
        return json({"messages": messages})

    def _task_of(self, turn: TurnRequest, on_new_message: Handler) -> asyncio.Task[list[dict[str, Any]]]:
        number = (turn.sender, str(turn.metadata.get("message_id") or ""))
        if (running := self._numbered.get(number)) is not None:
            return running
        task = asyncio.ensure_future(self._in_order(turn, on_new_message))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        if number[1]:
            self._numbered[number] = task
            task.add_done_callback(lambda _: asyncio.get_running_loop().call_later(NUMBERED_SECONDS, self._numbered.pop, number, None))
        return task

    async def _in_order(self, turn: TurnRequest, on_new_message: Handler) -> list[dict[str, Any]]:
        """The custom messages of the turn; turns of one conversation run one after the other, in the order of arrival."""
        lock = self._conversations.setdefault(turn.sender, asyncio.Lock())
        async with lock:
            collector = CollectingOutputChannel()
            await on_new_message(UserMessage(turn.message, collector, turn.sender, input_channel=self.name(), metadata=turn.metadata))
            return [message["custom"] for message in collector.messages if isinstance(message.get("custom"), dict)]

    def _knows_secret(self, request: Request) -> bool:
        return secrets.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), self._secret)


async def what_is_missing(context: Any) -> str | None:
    """Why Rasa cannot answer now, or None: model loaded, configured tracker store in use and within reach."""
    agent = getattr(context, "agent", None)
    if agent is None or agent.processor is None:
        return "no model is loaded"
    wanted = getattr(context, "tracker_store_class", None)
    store = agent.tracker_store
    if wanted is not None and type(store).__name__ != wanted:
        return f"the tracker store is a {type(store).__name__}, not the configured {wanted}"
    try:
        await asyncio.wait_for(store.retrieve("health-check"), 2)
    except Exception as error:
        log.warning("the tracker store does not answer: %s", type(error).__name__)
        return "the tracker store does not answer"
    return None


def _problem(status: int, reason: str) -> HTTPResponse:
    return json({"reason": reason}, status=status)


def _log_late_failure(task: asyncio.Task[Any]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        log.error("a turn failed after its deadline: %s", type(error).__name__)
