"""Two-column pages, panels beside the text, and headings that only their shape tells, as word processors set them."""

import pytest

from knowledge.document import Document
from knowledge.readers import read_bytes

from .pdf_files import PdfPage, pdf
from .shown import checked, shown

WE = (
    "De gemeente Ravelberg telt negentienduizend inwoners en ligt aan de rand van het bos. Wij werken met tweehonderd collega's aan een gemeente"
    " waar het goed wonen is. Het gemeentehuis staat op de markt en is elke dag open."
)
JOB = (
    "Je organiseert activiteiten voor jongeren tussen 12 en 18 jaar en je leidt een ploeg van jobstudenten. Je bent het aanspreekpunt van de"
    " jeugdhuizen en van de scholen in de stad. Je volgt de subsidies op."
)
YOU = (
    "Je hebt een bachelordiploma in een sociale richting. Je hebt een rijbewijs B. Je werkt graag met jongeren en je spreekt hun taal. Ervaring in"
    " een jeugdhuis is een troef."
)
APPLY = (
    "Stuur je cv en je motivatiebrief voor 10 januari 2027 naar jobs@ravelberg.example. De selectie bestaat uit een gesprek met de jury op"
    " 20 januari 2027. Je krijgt het resultaat binnen de week."
)
PARTS = (("Wie zijn wij?", WE), ("Jouw functie", JOB), ("Jouw profiel", YOU), ("Solliciteren", APPLY))
SIDE = (
    ("In het kort", ["Contract: onbepaalde duur", "Voltijds", "Schaal B1-B3"]),
    ("Contact", ["Farida Claessens", "coördinator jeugd", "03 450 12 77", "farida@ravelberg.example"]),
    ("Data", ["Deadline: 10 januari 2027", "Gesprek: 20 januari 2027"]),
)


def width(text: str, size: float = 10) -> float:
    """About how wide Helvetica sets a text, in points."""
    narrow, wide = "iljt.,;:' f!|I", "mwMW@"
    return sum(0.28 if c in narrow else 0.83 if c in wide else 0.67 if c.isupper() else 0.33 if c in "r-()" else 0.55 for c in text) * size


def wrapped(text: str, points: float, size: float = 10) -> list[str]:
    lines, current = [], ""
    for word in text.split():
        if current and width(f"{current} {word}", size) > points:
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}".strip()
    return [*lines, current]


def column(page: PdfPage, x: float, y: float, parts: tuple[tuple[str, str], ...], points: float, *, bold: bool = True, gap: float = 8) -> float:
    for title, text in parts:
        y = page.lines(x, y, [title], bold=bold)
        y = page.lines(x, y, wrapped(text, points)) + gap
    return y


def titled() -> PdfPage:
    page = PdfPage()
    page.lines(50, 60, ["Jeugdwerker (m/v/x)"], size=20, bold=True)
    return page


def read(page: PdfPage) -> Document:
    return checked(read_bytes(pdf(page), "bundel.pdf"))


def whole(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


@pytest.mark.parametrize("bold", [True, False])
def test_two_columns_are_read_one_after_the_other(bold: bool) -> None:
    page = titled()
    column(page, 50, 110, PARTS[:2], 235, bold=bold)
    column(page, 310, 110, PARTS[2:], 235, bold=bold)
    document = read(page)
    assert whole(document) == ["Jeugdwerker (m/v/x)", *(text for part in PARTS for text in part)]
    assert [block.kind for block in document.blocks] == ["heading", *("heading", "paragraph") * 4]


@pytest.mark.parametrize(("main", "side"), [(50, 420), (220, 50)])
@pytest.mark.parametrize("offset", [0, 3, 6, 9])
def test_a_panel_beside_the_text_stays_apart_from_it(main: float, side: float, offset: float) -> None:
    """Whatever the height at which its lines stand."""
    page = titled()
    column(page, main, 110, PARTS, 330)
    y: float = 110 + offset
    for title, lines in SIDE:
        y = page.lines(side, y, [title], bold=True, size=9)
        y = page.lines(side, y, lines, size=9) + 14
    document = read(page)
    main_texts = [block.text for block in document.blocks if block.region == "main"]
    assert main_texts == ["Jeugdwerker (m/v/x)", *(text for part in PARTS for text in part)]
    beside = [block for block in document.blocks if block.region == "sidebar"]
    assert [block.text for block in beside if block.kind == "heading"] == ["In het kort", "Contact", "Data"]
    assert {"Farida Claessens", "coördinator jeugd", "03 450 12 77", "farida@ravelberg.example"} <= {block.text for block in beside}
    assert {"Deadline: 10 januari 2027", "Gesprek: 20 januari 2027"} <= {block.text for block in beside}


def test_a_title_above_the_full_width_belongs_there() -> None:
    page = titled()
    end = column(page, 50, 110, PARTS[:1], 235)
    page.lines(310, 110, ["Jouw profiel"], bold=True)
    page.lines(310, 123, ["• een bachelordiploma", "• een rijbewijs B"])
    column(page, 50, end + 10, PARTS[3:], 490)
    assert shown(read(page))[1:] == [
        "## Wie zijn wij?",
        WE,
        "## Jouw profiel",
        "- een bachelordiploma",
        "- een rijbewijs B",
        "## Solliciteren",
        APPLY,
    ]


def test_a_title_set_like_its_text_is_a_heading() -> None:
    page = titled()
    column(page, 50, 110, PARTS, 500, bold=False, gap=10)
    headings = [block.text for block in read(page).blocks if block.kind == "heading"]
    assert headings == ["Jeugdwerker (m/v/x)", *(title for title, _ in PARTS)]


def test_short_lines_of_an_address_or_a_list_are_no_headings() -> None:
    page = titled()
    y = page.lines(50, 110, ["Stad Ravelberg", "Marktplein 1", "2999 Ravelberg"]) + 12
    page.lines(50, y, ["Maaltijdcheques", "Fietsvergoeding", "Een laptop"])
    assert [block.text for block in read(page).blocks if block.kind == "heading"] == ["Jeugdwerker (m/v/x)"]


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (["Farida Claessens", "03 450", "12 77", "farida@ravelberg.example"], "03 450 12 77"),
        (["Tel. 0471 23", "45 68", "elke werkdag"], "Tel. 0471 23 45 68"),
        (["+32 3 450", "12 77"], "+32 3 450 12 77"),
    ],
)
def test_a_phone_number_broken_across_lines_is_made_whole(lines: list[str], number: str) -> None:
    page = titled()
    page.lines(50, 110, lines)
    assert number in whole(read(page))


def test_stretched_lines_are_no_columns() -> None:
    """Justified text whose wide spaces happen to stand below each other."""
    page = titled()
    y = page.lines(50, 110, wrapped(WE, 490))
    words = [
        ["de", "kandidaat", "mag", "feedback", "vragen", "bij", "de", "dienst", "Mens"],
        ["en", "hij", "krijgt", "een", "antwoord", "van", "het", "team", "HR"],
    ]
    for line in words:
        for number, word in enumerate(line):
            page.texts.append((50 + number * 57, y, 10, False, word))
        y += 13
    page.lines(50, y, wrapped(APPLY, 490))
    text = " ".join(whole(read(page)))
    assert "feedback vragen bij de dienst Mens en hij krijgt een antwoord van het team HR" in text
