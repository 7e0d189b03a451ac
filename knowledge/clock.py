"""The one clock. Answers ask it for the date; only this module reads the system time for them."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")


def _system_time() -> datetime:
    return datetime.now(BRUSSELS)


class Clock:
    """`today` moves the date that answers reckon with and nothing else: the time of day stays real.

    Back-off, expiry and purges use `real_now`, so that a demo with a moved date neither hoards nor loses data.
    """

    def __init__(self, today: date | None = None, system_time: Callable[[], datetime] = _system_time) -> None:
        self._today = today
        self._system_time = system_time

    def real_now(self) -> datetime:
        """The real moment, aware, in Europe/Brussels."""
        return self._system_time().astimezone(BRUSSELS)

    def now(self) -> datetime:
        """The moment that answers reckon with, aware, in Europe/Brussels."""
        real = self.real_now()
        return real if self._today is None else datetime.combine(self._today, real.time(), BRUSSELS)

    def today(self) -> date:
        return self.now().date()
