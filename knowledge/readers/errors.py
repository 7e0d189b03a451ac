"""The one error that readers raise, and the clock that bounds their work."""

from __future__ import annotations

import time


class UnreadableBundle(Exception):
    """A file that cannot be read. `message_nl` is one clear Dutch sentence for the recruiter, `reason` a stable code for programs.

    Reasons: too_large, empty, unsupported, damaged, encrypted, scanned, unsafe, too_slow, missing.
    """

    def __init__(self, message_nl: str, reason: str) -> None:
        super().__init__(message_nl)
        self.message_nl = message_nl
        self.reason = reason


class Deadline:
    """Cooperative time limit: long loops call `check`, loops that may stop halfway look at `passed`."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    @property
    def passed(self) -> bool:
        """True once the time is up."""
        return time.monotonic() > self._end

    def left(self) -> float:
        """Seconds left, at least 0."""
        return max(0.0, self._end - time.monotonic())

    def check(self) -> None:
        """Raises UnreadableBundle (too_slow) once the time is up."""
        if self.passed:
            raise UnreadableBundle(f"Dit bestand lezen duurt langer dan {self.seconds:.0f} seconden. Maak het kleiner of eenvoudiger.", "too_slow")
