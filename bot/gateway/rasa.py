"""Rasa's own channel (bot/dialogue/channel.py), spoken to over loopback."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import httpx
from pydantic import ValidationError

from bot.gateway.schemas import RasaTurn

# Rasa works on one turn at a time. With more of them inside it, all would be late together; waiting here, in order, the first are still in time.
_CONNECTIONS = 16


class RasaUnavailable(Exception):
    """No turn came back; the message says why, without anything of the conversation."""


class RasaClient:
    """Turns and health of one Rasa server. `transport` replaces the network in tests."""

    def __init__(self, url: str, secret: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._client = httpx.AsyncClient(
            base_url=url,
            headers={"X-Bot-Secret": secret},
            transport=transport,
            trust_env=False,
            timeout=None,
            limits=httpx.Limits(max_connections=_CONNECTIONS, max_keepalive_connections=_CONNECTIONS),
        )

    async def turn(self, sender: str, message: str, metadata: dict[str, Any]) -> RasaTurn:
        """Rasa's answer to one message; the caller sets the deadline.

        Raises:
            RasaUnavailable: no answer, an error, or an answer without a turn in it.
        """
        try:
            response = await self._client.post("/webhooks/gateway/turn", json={"sender": sender, "message": message, "metadata": metadata})
        except httpx.HTTPError as error:
            raise RasaUnavailable(type(error).__name__) from None
        if response.status_code != 200:
            raise RasaUnavailable(f"status {response.status_code}")
        try:
            return merge([RasaTurn.model_validate(item) for item in response.json()["messages"]])
        except (ValueError, KeyError, TypeError, ValidationError) as error:
            raise RasaUnavailable(f"malformed answer ({type(error).__name__})") from None

    async def healthy(self, timeout: float) -> bool:
        """Whether Rasa has its model and its stores."""
        try:
            return (await self._client.get("/webhooks/gateway/health", timeout=timeout)).status_code == 200
        except httpx.HTTPError:
            return False

    async def close(self) -> None:
        """Closes the connections."""
        await self._client.aclose()


def merge(turns: Sequence[RasaTurn]) -> RasaTurn:
    """One turn of all messages: the replies in order, the outcome of the last. ValueError without any."""
    if not turns:
        raise ValueError("no turn")
    replies = [reply for turn in turns for reply in turn.replies]
    verdict = next((turn.verdict for turn in reversed(turns) if turn.verdict), None)
    form = next((turn.form for turn in reversed(turns) if turn.form), None)
    eligibility = next((turn.eligibility for turn in reversed(turns) if turn.eligibility), None)
    marks = {name: any(getattr(turn, name) for turn in turns) for name in ("erase", "private", "elsewhere")}
    return RasaTurn(replies=replies, outcome=turns[-1].outcome, verdict=verdict, form=form, eligibility=eligibility, **marks)
