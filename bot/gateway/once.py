"""What happens once: Teams repeats activities that it thinks got lost, and a token may be replayed while it is valid."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from redis.asyncio import Redis

_SECONDS = 2 * 3600  # a token lives an hour
_MOST = 20_000


class Once(Protocol):
    """Remembers what was begun."""

    async def first(self, key: str) -> bool:
        """Whether nobody began this within the last two hours; from now on somebody has."""


class MemoryOnce:
    """For one process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: dict[str, float] = {}

    async def first(self, key: str) -> bool:
        """See `Once`. The oldest are forgotten early when there are very many."""
        now = self._clock()
        while self._seen and (next(iter(self._seen.values())) < now - _SECONDS or len(self._seen) >= _MOST):
            del self._seen[next(iter(self._seen))]
        if key in self._seen:
            return False
        self._seen[key] = now
        return True


class RedisOnce:
    """For several gateways over one Redis. Raises `redis.exceptions.RedisError` when it cannot be reached."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def first(self, key: str) -> bool:
        """See `Once`."""
        return bool(await self._redis.set(f"vacaturebot:once:{key}", "1", nx=True, ex=_SECONDS))
