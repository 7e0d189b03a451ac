"""How many turns a minute a conversation and an address may take."""

from __future__ import annotations

import math
import secrets
import time
from collections import deque
from collections.abc import Callable
from typing import Protocol

from redis.asyncio import Redis

_WINDOW = 60.0


class RateLimiter(Protocol):
    """Counts in a sliding minute. A refused turn is not counted, so that waiting always helps."""

    async def hit(self, key: str, limit: int) -> int:
        """0 when the turn may go on, else the seconds to wait (at least 1)."""


class MemoryRateLimiter:
    """For one process. Keys that fell silent are forgotten."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._hits: dict[str, deque[float]] = {}
        self._swept = clock()

    async def hit(self, key: str, limit: int) -> int:
        """See `RateLimiter`."""
        now = self._clock()
        self._sweep(now)
        hits = self._hits.setdefault(key, deque())
        while hits and hits[0] <= now - _WINDOW:
            hits.popleft()
        if len(hits) >= limit:
            return max(1, math.ceil(hits[0] + _WINDOW - now))
        hits.append(now)
        return 0

    def _sweep(self, now: float) -> None:
        if now - self._swept > _WINDOW:
            self._hits = {key: hits for key, hits in self._hits.items() if hits and hits[-1] > now - _WINDOW}
            self._swept = now


# One script, so that two gateways never both take the last place. Redis' own clock counts for all of them.
_SCRIPT = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], 0, now - 60000)
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[1]) then
  local oldest = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
  return oldest[2] + 60000 - now
end
redis.call('ZADD', KEYS[1], now, ARGV[2])
redis.call('PEXPIRE', KEYS[1], 60000)
return 0
"""


class RedisRateLimiter:
    """For several gateways over one Redis. Raises `redis.exceptions.RedisError` when it cannot be reached."""

    def __init__(self, redis: Redis) -> None:
        self._script = redis.register_script(_SCRIPT)

    async def hit(self, key: str, limit: int) -> int:
        """See `RateLimiter`."""
        wait = int(await self._script(keys=[f"vacaturebot:limit:{key}"], args=[limit, secrets.token_hex(8)]))
        return 0 if wait == 0 else max(1, math.ceil(wait / 1000))
