from datetime import date

import pytest

from knowledge.dates import document_anchors, document_reference, find_moments, find_times, format_moment
from knowledge.document import Document, DocumentBuilder
from knowledge.source import Source

ANCHORS = [date(2026, 12, 1)]


def found(text: str) -> list[str]:
    moments = [one.moment for one in find_moments(text, anchors=ANCHORS)]
    return [one.iso() + (f"/{one.end_date}" if one.end_date else "") + (f"-{one.end_time:%H:%M}" if one.end_time else "") for one in moments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("donderdag 18 juni om 18u30", ["2026-06-18T18:30"]),
        ("15/03/2026", ["2026-03-15"]),
        ("do 3/12 19u", ["2026-12-03T19:00"]),
        ("15.01.2027", ["2027-01-15"]),
        ("vóór 25 november", ["2026-11-25"]),
        ("in de week van 7 december", ["2026-12-07/2026-12-13"]),
        ("week 50 van 2026", ["2026-12-07/2026-12-13"]),
        ("tussen 30 juni en 10 juli 2026", ["2026-06-30/2026-07-10"]),
        ("dinsdag 1 december 2026 van 20 tot 20.45 uur", ["2026-12-01T20:00-20:45"]),
        ("10 en 11 december 2026", ["2026-12-10", "2026-12-11"]),
        ("1, 3 of 5 februari", ["2027-02-01", "2027-02-03", "2027-02-05"]),
        ("begin januari 2027", ["2027-01-01/2027-01-10"]),
        ("medio maart", ["2027-03-11/2027-03-20"]),
        ("eind mei", ["2027-05-21/2027-05-31"]),
        ("in de loop van januari 2027", ["2027-01-01/2027-01-31"]),
        ("maandag 30 november om half acht 's avonds", ["2026-11-30T19:30"]),
        ("9 december 2026, 12 uur 's middags", ["2026-12-09T12:00"]),
        ("3 december 2026 | 19 uur", ["2026-12-03T19:00"]),
        ("om 20 uur op maandag 30 november 2026", ["2026-11-30T20:00"]),
        ("Stap 2, 14 december 2026", ["2026-12-14"]),
        ("van 28 december tot 3 januari 2027", ["2026-12-28/2027-01-03"]),
        ("4 januari 2027 - 11 januari 2027", ["2027-01-04/2027-01-11"]),
        ("maandag 11 tot en met vrijdag 15 januari 2027", ["2027-01-11/2027-01-15"]),
        ("before December 3rd, 2026", ["2026-12-03"]),
        ("le 1er décembre à 19h", ["2026-12-01T19:00"]),
        ("2026-12-13T19:30", ["2026-12-13T19:30"]),
        ("1 dec. '26 om 19h", ["2026-12-01T19:00"]),
        ("tot 13 december 2026 middernacht", ["2026-12-13T23:59"]),
        ("3 december (19.00 - 21.00 uur)", ["2026-12-03T19:00-21:00"]),
        ("dinsdagavond 1 december 19u-21u", ["2026-12-01T19:00-21:00"]),
        ("4 of 5 januari 2027, telkens van 13u tot 17u", ["2027-01-04T13:00-17:00", "2027-01-05T13:00-17:00"]),
    ],
)
def test_forms(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    ["31 april 2026", "30 februari",
     "19/38 per week", "20/40 en 30/60", "op 4/5", "4/5 tewerkstelling", "056 27.12.20", "0471 99 37 53", "tussen 9 en 12 uur",
     "3 jaar ervaring", "Stap 2, 3 en 4", "€ 2.500,10", "graad 1 tot 3", "maximum 12/20"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert found(text) == []


def test_a_weekday_that_contradicts_its_date_is_kept_as_a_conflict() -> None:
    [one] = find_moments("woensdag 18 juni 2026")
    assert one.moment.date == date(2026, 6, 18)
    assert one.weekday_conflict == "18 juni 2026 is een donderdag, geen woensdag"
    assert find_moments("donderdag 18 juni 2026")[0].weekday_conflict is None


def test_the_weekday_decides_a_missing_year() -> None:
    [one] = find_moments("donderdag 18 juni", anchors=[date(2025, 11, 1)])
    assert (one.moment.date, one.derived) == (date(2026, 6, 18), True)


def test_a_candidate_means_the_coming_date() -> None:
    assert find_moments("op 3 januari", reference=date(2026, 11, 21))[0].moment.date == date(2027, 1, 3)
    assert find_moments("op 18 november", reference=date(2026, 11, 21))[0].moment.date == date(2026, 11, 18)


def test_without_any_year_nothing_is_invented() -> None:
    assert find_moments("op 3 januari") == []


def test_the_printed_wording_is_the_slice() -> None:
    text = "Kom langs op dinsdag 1 december 2026 om 19 uur in het stadhuis."
    [one] = find_moments(text)
    assert one.moment.printed == text[one.start : one.end] == "dinsdag 1 december 2026 om 19 uur"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18 juni 2026 om 18u30", "donderdag 18 juni 2026 om 18.30 uur"),
        ("18 juni 2026 van 19 tot 21 uur", "donderdag 18 juni 2026 van 19 tot 21 uur"),
        ("tussen 30 juni en 10 juli 2026", "van dinsdag 30 juni 2026 tot en met vrijdag 10 juli 2026"),
        ("week van 7 december 2026", "week van 7 december 2026"),
        ("begin januari 2027", "begin januari 2027"),
        ("medio januari 2027", "half januari 2027"),
        ("januari 2027", "januari 2027"),
    ],
)
def test_wording_for_answers(text: str, expected: str) -> None:
    assert format_moment(find_moments(text)[0].moment) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("van 20 tot 20.45 uur", [("20:00", "20:45")]),
        ("om 18.30", [("18:30", None)]),
        ("half negen of kwart over zeven", [("08:30", None), ("19:15", None)]),
        ("9u-12u en 13u30-16u", [("09:00", "12:00"), ("13:30", "16:00")]),
        ("om 8 uur 's avonds", [("20:00", None)]),
        ("€ 12,50 voor 3 dagen", []),
    ],
)
def test_times(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(f"{one.at:%H:%M}", one.until and f"{one.until:%H:%M}") for one in find_times(text)] == expected


def document(*texts: str, **metadata: object) -> Document:
    builder = DocumentBuilder()
    for text in texts:
        builder.add("paragraph", text)
    return builder.build(id="x", name="x.txt", format="text", sha256="", metadata=metadata)


def test_anchors_are_the_call_s_own_dates() -> None:
    source = Source.of(document("Solliciteer tot 3 maart 2027.", "Het decreet van 22 december 2017 geldt."))
    assert document_anchors(source) == (date(2027, 3, 3),)


def test_a_school_year_anchors_when_nothing_else_does() -> None:
    assert document_anchors(Source.of(document("Je start in het schooljaar 2026-2027."))) == (date(2026, 9, 1),)


def test_the_reference_is_the_document_s_date() -> None:
    assert document_reference(Source.of(document("x", date="2026-11-02T10:00:00"))) == date(2026, 11, 2)
    assert document_reference(Source.of(document("x", date="geen"))) is None
