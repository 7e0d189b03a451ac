"""Memory of open eligibility exchanges: in this process only, forgotten after half an hour, never written anywhere."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any


class ExchangeMemory:
    """Values by conversation id; the oldest go first when there are more than `capacity`. Safe to share between threads."""

    def __init__(self, *, seconds: float = 1800.0, capacity: int = 10_000, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds, self._capacity, self._clock = seconds, capacity, clock
        self._values: OrderedDict[str, tuple[float, Any]] = OrderedDict()
        self._lock = Lock()

    def get(self, conversation: str) -> Any | None:
        """The value remembered for a conversation; None when there is none or it is too old."""
        with self._lock:
            entry = self._values.get(conversation)
            if entry is None or self._clock() - entry[0] > self._seconds:
                self._values.pop(conversation, None)
                return None
            return entry[1]

    def put(self, conversation: str, value: Any) -> None:
        """Remembers a value for a conversation."""
        with self._lock:
            self._values[conversation] = (self._clock(), value)
            self._values.move_to_end(conversation)
            while len(self._values) > self._capacity:
                self._values.popitem(last=False)

    def forget(self, conversation: str) -> None:
        """Forgets a conversation."""
        with self._lock:
            self._values.pop(conversation, None)
