"""Turns of a conversation: checking, passing on to Rasa, erasing, and opinions on replies."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from fastapi import APIRouter, Request, Response
from redis.exceptions import RedisError
from sqlalchemy.exc import SQLAlchemyError

from bot.gateway.actions import ActionsUnavailable
from bot.gateway.catalog import contact_line, employer
from bot.gateway.errors import ApiError
from bot.gateway.gateway import Gateway, GatewayOf
from bot.gateway.masking import Masked, clean, mask, plain
from bot.gateway.rasa import RasaUnavailable, merge
from bot.gateway.schemas import ChatRequest, ChatResponse, ConversationId, FeedbackRequest, RasaTurn, Reply, conversation_key
from bot.gateway.texts import DISCLOSURE, OF_ALL, OF_EMPLOYER, UNAVAILABLE_CONTACT
from bot.gateway.tracker import TrackerStore
from knowledge.catalog import Snapshot

logger = logging.getLogger("vacaturebot.gateway")
router = APIRouter(prefix="/api")

MOST_CHARACTERS = 2000
# Rasa takes as many; a mask may be longer than what it hides.
_RASA_CHARACTERS = 2000


@router.post("/chat")
async def chat(asked: ChatRequest, request: Request, gateway: GatewayOf) -> ChatResponse:
    """One turn. Errors: 422 for a message or vacancy that cannot be, 429, 503 when no answer came in time."""
    address = request.client.host if request.client else "unknown"
    conversation = asked.conversation_id or secrets.token_urlsafe(24)
    with counted(gateway):
        await limit(gateway, f"address:{address}", gateway.settings.address_turns_per_minute)
        key = conversation_key(conversation)
        replies, turn = await take_turn(gateway, key, asked.message, asked.vacancy, surroundings_of(asked), asked.message_id)
    signup, eligibility = (turn.form, turn.eligibility) if asked.forms else (None, None)
    return ChatResponse(
        conversation_id=conversation, replies=replies, outcome=turn.outcome, verdict=turn.verdict, signup=signup, eligibility=eligibility
    )


def surroundings_of(asked: ChatRequest) -> dict[str, Any]:
    """What the actions must know of a chat over HTTP: whether it shows forms, and what one sent, in the shape of a card in Teams."""
    if not asked.forms:
        return {}
    given = asked.form.model_dump(exclude_none=True) if asked.form else {}
    card = {name: str(value).lower() if isinstance(value, bool) else value for name, value in given.items()}
    return {"forms": True, **({"card": card} if card else {})}


@contextmanager
def counted(gateway: Gateway) -> Iterator[None]:
    """Counts the errors that a request is answered with."""
    try:
        yield
    except ApiError as error:
        gateway.metrics.refused.labels(error.code).inc()
        raise


async def take_turn(
    gateway: Gateway,
    key: str,
    message: str,
    vacancy: str | None = None,
    surroundings: Mapping[str, Any] | None = None,
    message_id: str | None = None,
) -> tuple[list[Reply], RasaTurn]:
    """One turn of the conversation with this key, whatever channel it came by: checked, limited, masked, answered.

    `surroundings` is what only the channel knows, for the actions: a filled-in card, or that others read along. A message whose `message_id` was
    answered before gets that answer again. Raises ApiError.
    """
    started = time.monotonic()
    message = clean(message)
    if not message:
        raise ApiError(422, "empty_message")
    if len(message) > MOST_CHARACTERS:
        raise ApiError(422, "message_too_long")
    snapshot = gateway.snapshot()
    if vacancy is not None and not snapshot.knows(vacancy):
        raise ApiError(422, "unknown_vacancy")
    await limit(gateway, f"conversation:{key}", gateway.settings.turns_per_minute)
    replies, turn = await _answer(gateway, snapshot, key, mask(plain(message)), vacancy, surroundings or {}, message_id)
    gateway.metrics.turns.labels(turn.outcome).inc()
    gateway.metrics.seconds.observe(time.monotonic() - started)
    return replies, turn


async def limit(gateway: Gateway, key: str, most: int) -> None:
    """Counts a request; raises the 429 error when there were `most` of this key in the last minute."""
    try:
        wait = await gateway.limiter.hit(key, most)
    except RedisError as error:
        raise _unavailable(gateway, None, f"redis: {type(error).__name__}") from None
    if wait:
        raise ApiError(429, "too_many_turns", headers={"Retry-After": str(wait)})


async def _answer(
    gateway: Gateway,
    snapshot: Snapshot,
    key: str,
    masked: Masked,
    vacancy: str | None,
    surroundings: Mapping[str, Any],
    message_id: str | None,
) -> tuple[list[Reply], RasaTurn]:
    """The turn within its deadline. Waiting for the conversation's previous turn counts too."""
    try:
        async with asyncio.timeout(gateway.settings.turn_seconds) as deadline, gateway.locks.hold(key):
            if message_id and (given := await asyncio.to_thread(given_before, gateway.tracker, key, message_id)):
                turn, was_first = given
                return [*([disclosure(gateway, snapshot, vacancy)] if was_first else []), *turn.replies], turn
            return await _locked_turn(gateway, snapshot, key, masked, vacancy, surroundings, message_id, deadline)
    except TimeoutError:
        raise _unavailable(gateway, vacancy, "no answer in time") from None
    except (RasaUnavailable, ActionsUnavailable, RedisError, SQLAlchemyError) as error:
        reason = str(error) if isinstance(error, (RasaUnavailable, ActionsUnavailable)) else type(error).__name__
        raise _unavailable(gateway, vacancy, reason) from None


async def _locked_turn(
    gateway: Gateway,
    snapshot: Snapshot,
    key: str,
    masked: Masked,
    vacancy: str | None,
    surroundings: Mapping[str, Any],
    message_id: str | None,
    deadline: asyncio.Timeout,
) -> tuple[list[Reply], RasaTurn]:
    first = not await asyncio.to_thread(gateway.store.known, key)
    last_event = await asyncio.to_thread(gateway.tracker.last_event, key)
    notice = [disclosure(gateway, snapshot, vacancy)] if first else []
    text = masked.text[:_RASA_CHARACTERS]
    metadata = {"vacancy": vacancy, "notice": sum(len(reply.text) for reply in notice), "sensitive": list(masked.sensitive)}
    metadata |= surroundings
    if message_id:
        metadata["message_id"] = message_id
    try:
        turn = await gateway.rasa.turn(key, text, metadata)
    finally:
        if masked.sensitive or surroundings.get("card"):
            await asyncio.to_thread(gateway.tracker.redact, key, last_event, text)
    if turn.private:
        await asyncio.to_thread(gateway.tracker.redact, key, last_event, text, replies=True)
    # A turn that was recorded and not given would cost the candidate the disclosure.
    deadline.reschedule(None)
    if turn.erase:
        await gateway.erase(key)
    else:
        ids = [reply.id for reply in turn.replies]
        await asyncio.to_thread(gateway.store.record, key, ids, vacancy, turn.outcome, gateway.clock.real_now())
    return [*notice, *turn.replies], turn


def given_before(tracker: TrackerStore, key: str, message_id: str) -> tuple[RasaTurn, bool] | None:
    """The answer that this message got already, and whether it was the first of the conversation.

    None for a new message, and for one whose answer is not kept: then it is asked again.
    """
    for number, recorded in enumerate(tracker.recorded(key)):
        if recorded.message_id == message_id and recorded.turns:
            return merge([RasaTurn.model_validate(turn) for turn in recorded.turns]), number == 0
    return None


def disclosure(gateway: Gateway, snapshot: Snapshot, vacancy: str | None) -> Reply:
    """The first words of every conversation."""
    name = employer(snapshot, vacancy)
    of_employer = OF_EMPLOYER.format(employer=name) if name else OF_ALL
    return Reply(id=uuid.uuid4().hex, kind="notice", text=DISCLOSURE.format(of_employer=of_employer, days=gateway.settings.keep_days))


def _unavailable(gateway: Gateway, vacancy: str | None, reason: str) -> ApiError:
    logger.error("a turn got no answer: %s", reason)
    snapshot = gateway.catalog.snapshot()
    contact = contact_line(snapshot, vacancy) if snapshot else None
    message = UNAVAILABLE_CONTACT.format(contact=contact) if contact else None
    return ApiError(503, "unavailable", message, {"Retry-After": "5"})


@router.post("/feedback", status_code=204)
async def feedback(given: FeedbackRequest, gateway: GatewayOf) -> Response:
    """Whether a reply helped; a second opinion replaces the first. 404 for a reply that this conversation never got."""
    key = conversation_key(given.conversation_id)
    if not await asyncio.to_thread(gateway.store.give_feedback, key, given.reply_id, given.helpful, gateway.clock.real_now()):
        raise ApiError(404, "unknown_reply")
    gateway.metrics.feedback.labels("yes" if given.helpful else "no").inc()
    return Response(status_code=204)


@router.delete("/chat/{conversation_id}", status_code=204)
async def erase(conversation_id: ConversationId, gateway: GatewayOf) -> Response:
    """Erases a conversation everywhere; also when there is none."""
    key = conversation_key(conversation_id)
    try:
        async with asyncio.timeout(2 * gateway.settings.turn_seconds), gateway.locks.hold(key):
            await gateway.erase(key)
    except (TimeoutError, ActionsUnavailable, RedisError, SQLAlchemyError) as error:
        raise _unavailable(gateway, None, type(error).__name__) from None
    return Response(status_code=204)
