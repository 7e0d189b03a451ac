from datetime import UTC, date, datetime, timedelta

from knowledge.clock import BRUSSELS, Clock


def late_evening_in_utc() -> datetime:
    return datetime(2026, 11, 21, 23, 30, tzinfo=UTC)


def test_today_is_the_date_in_brussels() -> None:
    clock = Clock(system_time=late_evening_in_utc)
    assert clock.today() == date(2026, 11, 22)
    assert clock.now() == late_evening_in_utc()


def test_a_moved_date_keeps_the_time_of_day() -> None:
    clock = Clock(date(2026, 6, 1), late_evening_in_utc)
    assert clock.now() == datetime(2026, 6, 1, 0, 30, tzinfo=BRUSSELS)
    assert clock.now().utcoffset() == timedelta(hours=2), "summer time on the moved date"
    assert clock.real_now() == late_evening_in_utc()
