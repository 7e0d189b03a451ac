import pytest

from knowledge.phones import display_phone, find_invalid_phones, find_phones


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bel 0471/99.37.53 of 053 72 37 55", ["+32471993753", "+3253723755"]),
        ("+32 (0)53 72 37 55", ["+3253723755"]),
        ("0032 53 723 755", ["+3253723755"]),
        ("(053) 72 37 55", ["+3253723755"]),
        ("053-72 37 55 / 053-72 34 78", ["+3253723755", "+3253723478"]),
        ("Tel.: 02 / 555.01.77", ["+3225550177"]),
        ("nummer 0471 99\n37 53.", ["+32471993753"]),
        ("T 056 91 20 41 - M 0470 55 01 23", ["+3256912041", "+32470550123"]),
        ("04 222 33 44", ["+3242223344"]),
        ("0800 12 345", ["+3280012345"]),
        ("053 72 32 50 van 9 tot 12 uur", ["+3253723250"]),
        ("jobs@stad.be 053 72 32 50", ["+3253723250"]),
        ("+31 6 12345678", ["+31612345678"]),
        ("056 27 85 03\n056 27 85 04", ["+3256278503", "+3256278504"]),
        ("KBO 0456.789.123", []),
        ("BE 0456.789.123", []),
        ("15.01.2027 en 01/02/2027 om 09.30", []),
        ("02.12.2026 van 09.00 tot 12.00 uur", []),
        ("€ 3.962,40 tot € 7.227,32", []),
        ("tel. 053 72 37", []),
    ],
)
def test_numbers_are_found_in_every_notation(text, expected):
    found = find_phones(text)
    assert [str(phone) for phone in found] == expected
    assert all(text[phone.start].strip() and text[phone.end - 1].isdigit() for phone in found)


def test_an_announced_number_that_cannot_be_one_is_reported():
    text = "Bel 053 72 37 5 voor meer info"
    assert [text[start:end] for start, end in find_invalid_phones(text)] == ["053 72 37 5"]
    assert find_invalid_phones("Bel 053 72 37 55, dossiernummer 0123 45 6") == []


@pytest.mark.parametrize(
    ("e164", "shown"),
    [
        ("+32471993753", "0471 99 37 53"),
        ("+3253723755", "053 72 37 55"),
        ("+3225550177", "02 555 01 77"),
        ("+31612345678", "+31 6 12345678"),
        ("x", "x"),
    ],
)
def test_display_uses_the_belgian_grouping(e164, shown):
    assert display_phone(e164) == shown
