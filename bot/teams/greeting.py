"""The first words in a chat, when the app is installed: that this is a chatbot, and what it can do."""

from __future__ import annotations

import asyncio
from typing import Any

from microsoft_teams.apps import ActivityContext

from bot.gateway.catalog import employer
from bot.gateway.chat import disclosure
from bot.gateway.gateway import Gateway
from bot.gateway.texts import OF_ALL, OF_EMPLOYER
from bot.teams.conversation import is_personal
from bot.teams.outbox import message, send
from bot.teams.texts import GREETING, GROUP_GREETING


async def greet(gateway: Gateway, context: ActivityContext[Any], key: str) -> None:
    """Greets once: Teams tells of an installation in two ways. Who writes in a group still gets the whole disclosure with the first answer."""
    if not is_personal(context.activity):
        if await gateway.once.first(f"group:{key}"):
            name = employer(gateway.snapshot(), None)
            await send(context, message(GROUP_GREETING.format(of_employer=OF_EMPLOYER.format(employer=name) if name else OF_ALL)))
        return
    async with gateway.locks.hold(key):
        if await asyncio.to_thread(gateway.store.known, key):
            return
        told = disclosure(gateway, gateway.snapshot(), None)
        if await send(context, message(told.text)):
            await asyncio.to_thread(gateway.store.begin, key, gateway.clock.real_now())
            await send(context, message(GREETING))
