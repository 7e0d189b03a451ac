"""Whether every part that an answer needs can answer now."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping

_FRESH_SECONDS = 0.5


class Readiness:
    """Asks each part at most twice a second, however often it is asked itself. `parts` maps a part's name to its check."""

    def __init__(self, parts: Mapping[str, Callable[[], Awaitable[bool]]]) -> None:
        self._parts = parts
        self._lock = asyncio.Lock()
        self._asked = float("-inf")
        self._missing: tuple[str, ...] = ()

    async def missing(self) -> tuple[str, ...]:
        """The names of the parts that cannot answer."""
        async with self._lock:
            if time.monotonic() - self._asked > _FRESH_SECONDS:
                answers = await asyncio.gather(*(check() for check in self._parts.values()))
                self._missing = tuple(name for name, well in zip(self._parts, answers, strict=True) if not well)
                self._asked = time.monotonic()
            return self._missing
