"""Sending to a chat of Teams, with the few repeats that a passing trouble deserves."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
from microsoft_teams.api.activities import ActivityParams, SentActivity, TypingActivityInput
from microsoft_teams.api.activities.message import MessageActivityInput
from microsoft_teams.api.models.attachment import Attachment
from microsoft_teams.apps import ActivityContext

from bot.teams.login import LoginFailed

logger = logging.getLogger("vacaturebot.teams")

CARD = "application/vnd.microsoft.card.adaptive"
_PASSING = frozenset({408, 412, 429, 500, 502, 503, 504})
_PAUSES = (0.4, 1.5)
_LONGEST_PAUSE = 5.0
_PROFILE_SECONDS = 2.0

Card = dict[str, Any]


def message(text: str) -> MessageActivityInput:
    """A text as it is: what a bundle quotes must not become markup."""
    return MessageActivityInput(text=text, text_format="plain")


def card_message(card: Card, summary: str) -> MessageActivityInput:
    """A card; the summary stands in notifications."""
    return MessageActivityInput(summary=summary[:120], attachments=[Attachment(content_type=CARD, content=card)])


async def send(context: ActivityContext[Any], activity: ActivityParams) -> bool:
    """Sends to the chat that the context is about; False when Teams did not take it."""
    return await _tried(lambda: context.send(activity), activity.type)


async def replace(context: ActivityContext[Any], activity_id: str, activity: MessageActivityInput) -> bool:
    """Puts an activity in the place of an earlier one of the bot."""
    activity.id = activity_id
    return await _tried(lambda: context.send(activity), "update")


async def show_typing(context: ActivityContext[Any]) -> None:
    """The three dots; nobody misses them when they fail."""
    try:
        await context.send(TypingActivityInput())
    except (httpx.HTTPError, LoginFailed) as error:
        logger.info("no typing indicator: %s", type(error).__name__)


async def profile_email(context: ActivityContext[Any]) -> str | None:
    """The address in the writer's profile; None where the tenant doesn't give it in time."""
    try:
        async with asyncio.timeout(_PROFILE_SECONDS):
            member = await context.api.conversations.members_client.get_by_id(context.activity.conversation.id, context.activity.from_.id)
    except (TimeoutError, httpx.HTTPError, LoginFailed, ValueError) as error:
        logger.info("no profile: %s", type(error).__name__)
        return None
    return member.email or None


async def _tried(attempt: Callable[[], Awaitable[SentActivity]], what: str) -> bool:
    for pause in (*_PAUSES, None):
        try:
            await attempt()
            return True
        except (httpx.HTTPError, LoginFailed, ValueError) as error:
            wait = _wait(error, pause)
            if wait is None:
                # An address or text could stand in the error's words.
                logger.error("Teams did not take a %s: %s", what, _kind(error))
                return False
            await asyncio.sleep(wait)
    return False


def _wait(error: Exception, pause: float | None) -> float | None:
    """How long to wait before the next try; None to give up."""
    if pause is None:
        return None
    if not isinstance(error, httpx.HTTPStatusError):
        return pause if isinstance(error, (httpx.TransportError, LoginFailed)) else None
    if error.response.status_code not in _PASSING:
        return None
    asked = error.response.headers.get("Retry-After", "")
    return min(float(asked), _LONGEST_PAUSE) if asked.isdigit() else pause


def _kind(error: Exception) -> str:
    return f"status {error.response.status_code}" if isinstance(error, httpx.HTTPStatusError) else type(error).__name__
