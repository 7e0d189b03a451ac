"""The public keys that Teams signs its tokens with, from the channel's OpenID document.

The SDK's own client fetches them synchronously inside the event loop, anew for every unknown key id: forged tokens would hold up every candidate.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx
import jwt

logger = logging.getLogger("vacaturebot.teams")

_KEEP_SECONDS = 24 * 3600.0
_PAUSE_SECONDS = 60.0
_TIMEOUT_SECONDS = 5.0


class KeysUnavailable(Exception):
    """No key document could be had, so nobody's token can be judged."""


@dataclass(frozen=True, slots=True)
class Key:
    """A signing key; `endorsements` names the channels that may use it."""

    public: Any
    endorsements: frozenset[str]


class ConnectorKeys:
    """Keys by their id. They are kept for a day; an unknown id asks anew, at most once a minute for all senders together."""

    def __init__(self, openid_url: str, client: httpx.AsyncClient, clock: Callable[[], float] = time.monotonic) -> None:
        self._url, self._client, self._clock = openid_url, client, clock
        self._keys: dict[str, Key] = {}
        self._fetched = self._tried = float("-inf")
        self._lock = asyncio.Lock()

    async def find(self, kid: str) -> Key | None:
        """The key with this id, None when the channel has none. Raises KeysUnavailable while no document was ever read."""
        now = self._clock()
        if kid in self._keys and now - self._fetched < _KEEP_SECONDS:
            return self._keys[kid]
        await self._renew()
        if not self._keys:
            raise KeysUnavailable
        return self._keys.get(kid)

    async def _renew(self) -> None:
        async with self._lock:
            if self._clock() - self._tried < _PAUSE_SECONDS:
                return
            self._tried = self._clock()
            try:
                metadata = await self._json(self._url)
                document = await self._json(str(metadata["jwks_uri"]))
                keys = {str(item["kid"]): _key(item) for item in document["keys"] if item.get("kty") == "RSA" and item.get("kid")}
            except (httpx.HTTPError, ValueError, KeyError, TypeError, AttributeError, jwt.PyJWTError) as error:
                # Yesterday's keys stay good until the channel can be asked again.
                logger.error("the keys of Teams cannot be read: %s", type(error).__name__)
                return
            self._keys, self._fetched = keys, self._clock()

    async def _json(self, url: str) -> Any:
        return (await self._client.get(url, timeout=_TIMEOUT_SECONDS)).raise_for_status().json()


def _key(item: dict[str, Any]) -> Key:
    return Key(jwt.PyJWK(item, algorithm="RS256").key, frozenset(map(str, item.get("endorsements") or ())))
