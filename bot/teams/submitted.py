"""What a card sends: a button's words, a sign-up, its end, its cancellation."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from microsoft_teams.api.activities.message import MessageActivity
from microsoft_teams.apps import ActivityContext

from bot.gateway.chat import take_turn
from bot.gateway.errors import ApiError
from bot.gateway.gateway import Gateway
from bot.gateway.schemas import RasaTurn, Reply
from bot.teams.cards import Element, card, chat_link_card, text
from bot.teams.conversation import is_personal
from bot.teams.outbox import CARD, card_message, message, replace, send
from bot.teams.signup_card import form_card, outcome_card
from bot.teams.texts import OLD_CARD, SIGNUP_CANCEL, SIGNUP_DO, SIGNUP_STOP, SLOW
from bot.teams.turn import answer, surroundings

# What the conversation records that the candidate said by a card.
_WORDS = {"signup": SIGNUP_DO, "signup_stop": SIGNUP_STOP, "signup_cancel": SIGNUP_CANCEL}
_FIELDS = ("vacancy", "session", "name", "email", "consent", "reference")
_LONGEST_VALUE = 400
_INVOKE_SECONDS = 9.0  # Teams gives up on a card's action after 10 to 15

_LATE: set[asyncio.Task[None]] = set()
"""Cards that follow; the event loop itself keeps no hold of a task."""


async def submit(gateway: Gateway, context: ActivityContext[MessageActivity], key: str, value: Mapping[str, Any]) -> None:
    """A card that was submitted as a message: a button is a message, a form is replaced where it stands."""
    action = str(value.get("action"))
    if action == "say":
        await answer(gateway, context, key, str(value.get("payload") or context.activity.text or ""))
        return
    if action not in _WORDS:
        await send(context, message(OLD_CARD))
        return
    made = await _handled(gateway, context, key, value)
    earlier = context.activity.reply_to_id
    if not (earlier and await replace(context, earlier, card_message(made, _WORDS[action]))):
        await send(context, card_message(made, _WORDS[action]))


async def execute(gateway: Gateway, context: ActivityContext[Any], key: str, value: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to a card's action: the card that takes its place. One that takes too long follows as a message."""
    action = str(value.get("action"))
    if action == "say":
        await answer(gateway, context, key, str(value.get("payload") or ""))
        return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": ""}
    if action not in _WORDS:
        return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": OLD_CARD}
    work = asyncio.ensure_future(_handled(gateway, context, key, value))
    done, _ = await asyncio.wait({work}, timeout=_INVOKE_SECONDS)
    if done:
        return {"statusCode": 200, "type": CARD, "value": work.result()}
    later = asyncio.ensure_future(_later(context, work))
    _LATE.add(later)
    later.add_done_callback(_LATE.discard)
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": SLOW}


async def _later(context: ActivityContext[Any], work: asyncio.Future[Element]) -> None:
    await send(context, card_message(await work, SLOW))


async def _handled(gateway: Gateway, context: ActivityContext[Any], key: str, value: Mapping[str, Any]) -> Element:
    """The card after a form was sent; an error leaves the form with what stood in it."""
    if not is_personal(context.activity):
        return chat_link_card(gateway.settings.teams_app_id or "")
    action = str(value["action"])
    given = {field: str(value[field])[:_LONGEST_VALUE] for field in _FIELDS if isinstance(value.get(field), (str, int, bool))}
    try:
        replies, turn = await take_turn(gateway, key, _WORDS[action], surroundings=surroundings(context, card={"action": action, **given}))
    except ApiError as error:
        return card(text(error.message))
    return _shown(gateway, replies, turn)


def _shown(gateway: Gateway, replies: list[Reply], turn: RasaTurn) -> Element:
    if turn.form and turn.form.status == "open":
        return form_card(turn.form, gateway.settings.signup_keep_days)
    said = "\n".join(reply.text for reply in replies)
    return outcome_card(turn.form, said) if turn.form else card(text(said))
