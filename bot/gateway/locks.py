"""One turn of a conversation at a time, so that two tabs do not interleave."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from typing import Protocol

from redis.asyncio import Redis
from redis.exceptions import LockError


class ConversationLocks(Protocol):
    """Locks by conversation key."""

    def hold(self, key: str) -> AbstractAsyncContextManager[None]:
        """Holds the conversation's lock; waits until it is free."""


class MemoryLocks:
    """For one process; a lock exists only while somebody holds it or waits for it."""

    def __init__(self) -> None:
        self._locks: dict[str, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def hold(self, key: str) -> AsyncIterator[None]:
        """See `ConversationLocks`."""
        lock, users = self._locks.get(key, (asyncio.Lock(), 0))
        self._locks[key] = lock, users + 1
        try:
            async with lock:
                yield
        finally:
            lock, users = self._locks[key]
            if users == 1:
                del self._locks[key]
            else:
                self._locks[key] = lock, users - 1


class RedisLocks:
    """For several gateways over one Redis. A lock of a gateway that died is free again after `seconds`."""

    def __init__(self, redis: Redis, seconds: float) -> None:
        self._redis, self._seconds = redis, seconds

    @asynccontextmanager
    async def hold(self, key: str) -> AsyncIterator[None]:
        """See `ConversationLocks`."""
        lock = self._redis.lock(f"vacaturebot:turn:{key}", timeout=self._seconds, sleep=0.02)
        await lock.acquire()
        try:
            yield
        finally:
            # It may have run out while we worked: then another gateway holds it, and it is not ours to release.
            with suppress(LockError):
                await lock.release()
