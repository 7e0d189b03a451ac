"""A message of a chat in Teams: the same turn as in the web chat, with its replies as texts and cards."""

from __future__ import annotations

import asyncio
from typing import Any

from microsoft_teams.apps import ActivityContext

from bot.gateway.chat import take_turn
from bot.gateway.errors import ApiError
from bot.gateway.gateway import Gateway
from bot.gateway.schemas import RasaTurn, Reply
from bot.teams.cards import chat_link_card, reply_card
from bot.teams.conversation import is_personal
from bot.teams.outbox import card_message, message, profile_email, send, show_typing
from bot.teams.signup_card import form_card


async def answer(gateway: Gateway, context: ActivityContext[Any], key: str, text: str) -> None:
    """Shows that the bot is busy, takes the turn, sends what came of it; an error is told as a reply."""
    typing = asyncio.ensure_future(show_typing(context))
    try:
        replies, turn = await take_turn(gateway, key, text, surroundings=surroundings(context))
    except ApiError as error:
        await typing
        await send(context, message(error.message))
        return
    # Dots that come after the answer would stand there as if another were on its way.
    await typing
    await give(gateway, context, replies, turn)


async def give(gateway: Gateway, context: ActivityContext[Any], replies: list[Reply], turn: RasaTurn) -> None:
    """Sends the replies of a turn in order. An open sign-up is one form, in place of the questions one by one."""
    links = gateway.settings.links_url
    form = turn.form if turn.form and turn.form.status == "open" else None
    for reply in replies:
        if form and reply.kind == "question":
            continue
        card = reply_card(reply, links, turn.verdict)
        await send(context, card_message(card, reply.text) if card else message(reply.text))
    if form:
        form = form.model_copy(update={"name": form.name or context.activity.from_.name, "email": form.email or await profile_email(context)})
        await send(context, card_message(form_card(form, gateway.settings.signup_keep_days), form.title))
    elif turn.elsewhere:
        await send(context, card_message(chat_link_card(gateway.settings.teams_app_id or ""), replies[-1].text))


def surroundings(context: ActivityContext[Any], **more: Any) -> dict[str, Any]:
    """What the actions must know of the chat."""
    return {"forms": True, "group": not is_personal(context.activity), **more}
