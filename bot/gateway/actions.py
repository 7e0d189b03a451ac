"""The action server, as far as the gateway speaks to it itself; turns reach it through Rasa."""

from __future__ import annotations

import httpx

_CHECK_SECONDS = 2.0
_FORGET_SECONDS = 3.0


class ActionsUnavailable(Exception):
    """It runs and did not do what was asked."""


class ActionsClient:
    """`transport` replaces the network in tests."""

    def __init__(self, url: str, secret: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._client = httpx.AsyncClient(base_url=url, headers={"X-Bot-Secret": secret}, transport=transport, trust_env=False)

    async def version(self) -> str | None:
        """The version of the bundles that it answers from; None while it cannot answer."""
        try:
            response = await self._client.get("/readyz", timeout=_CHECK_SECONDS)
            return str(response.json()["version"]) if response.status_code == 200 else None
        except (httpx.HTTPError, ValueError, KeyError, TypeError):
            return None

    async def forget(self, conversation: str) -> None:
        """Makes it forget an open exchange.

        Raises:
            ActionsUnavailable: it may still remember. One that does not run remembers nothing.
        """
        try:
            status = (await self._client.delete(f"/memory/{conversation}", timeout=_FORGET_SECONDS)).status_code
        except httpx.ConnectError:
            return
        except httpx.HTTPError as error:
            raise ActionsUnavailable(type(error).__name__) from None
        if status != 204:
            raise ActionsUnavailable(f"status {status}")

    async def close(self) -> None:
        """Closes the connections."""
        await self._client.aclose()
