from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.hours import reachable

BRUSSELS = ZoneInfo("Europe/Brussels")
SATURDAY = datetime(2026, 11, 21, 11, 0, tzinfo=BRUSSELS)
MONDAY_10 = datetime(2026, 11, 23, 10, 0, tzinfo=BRUSSELS)
FRIDAY_14 = datetime(2026, 11, 27, 14, 0, tzinfo=BRUSSELS)


@pytest.mark.parametrize(
    ("hours", "now", "expected"),
    [
        ("tussen 9u en 17u", MONDAY_10, True),
        ("tussen 9u en 17u", SATURDAY, False),
        ("werkdagen van 9 tot 12 uur en van 13.30 tot 16.30 uur", FRIDAY_14, True),
        ("na 14 uur", MONDAY_10, False),
        ("na 14 uur", FRIDAY_14, True),
        ("elke voormiddag van 8.30 tot 12 uur", MONDAY_10, True),
        ("elke voormiddag van 8.30 tot 12 uur", FRIDAY_14, False),
        ("maandag tot donderdag, 8.30 - 16 uur", FRIDAY_14, False),
        ("niet op vrijdagnamiddag", FRIDAY_14, False),
        ("zaterdag van 10 tot 12 uur", SATURDAY, True),
        ("maandag, dinsdag en donderdag", FRIDAY_14, False),
        ("maandag, dinsdag en donderdag", MONDAY_10, None),
        ("op afspraak", MONDAY_10, None),
        ("di en do van 9 tot 12 uur", MONDAY_10, False),
        ("ma-vr 9-12 u", MONDAY_10, True),
        ("ma tot do, 8.30 - 16 uur", FRIDAY_14, False),
        ("za en zo van 10 tot 12 uur", SATURDAY, True),
    ],
)
def test_whether_a_contact_can_be_reached_now(hours: str, now: datetime, expected: bool | None) -> None:
    assert reachable(hours, now) is expected
