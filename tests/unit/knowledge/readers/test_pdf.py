import contextlib

import pytest

from knowledge.readers import UnreadableBundle, ocr, read_bytes

from .pdf_files import PdfPage, pdf
from .shown import checked, shown

LONG = [
    "De selectie bestaat uit een schriftelijke proef en een gesprek met een jury van",
    "drie personen. Wie op een proef te weinig punten haalt, gaat niet door naar de",
    "volgende proef.",
]


def read(*pages):
    return checked(read_bytes(pdf(*pages), "bundel.pdf"))


def test_headings_paragraphs_items_and_pages():
    page = PdfPage()
    page.lines(50, 60, ["Jurist"], size=20, bold=True)
    page.lines(50, 90, ["Selectie"], size=13, bold=True)
    page.lines(50, 110, LONG)
    page.lines(50, 165, ["• maaltijdcheques van 8 euro", "• een laptop"])
    page.lines(50, 210, ["Vragen?"], size=13, bold=True)
    page.lines(50, 230, ["Bel naar Lotte Hermans."])
    document = read(page)
    assert shown(document) == [
        "# Jurist",
        "## Selectie",
        " ".join(LONG),
        "- maaltijdcheques van 8 euro",
        "- een laptop",
        "## Vragen?",
        "Bel naar Lotte Hermans.",
    ]
    assert {block.page for block in document.blocks} == {1}
    assert document.blocks[-1].heading == ("Jurist", "Vragen?")


def test_hyphens_phones_and_addresses_over_two_lines():
    page = PdfPage()
    page.lines(
        50,
        60,
        [
            "Je krijgt alle uitleg tijdens de infosessie. Wie meer wil weten over de selectie-",
            "procedure, belt naar Lotte Hermans, personeelsdienst, op het nummer 02 555 01",
            "77 of mailt.",
        ],
    )
    text = read(page).text
    assert "selectieprocedure" in text
    assert "02 555 01 77" in text


def columns(top=100):
    page = PdfPage()
    left = [
        "Links een eerste regel tekst die",
        "de kolom vult en die doorloopt",
        "tot op de derde regel van links.",
        "Nog een zin die hier begint en",
        "op de volgende regel eindigt.",
    ]
    right = [
        "Rechts staat iets heel anders en",
        "dat loopt ook over meer regels",
        "door tot aan het einde ervan.",
        "Ook rechts staat nog een zin die",
        "hier dan eindelijk ophoudt.",
    ]
    page.lines(50, top, left)
    page.lines(215, top + 4, right)
    return page


def test_columns_are_read_one_after_the_other():
    text = " ".join(read(columns()).text.split())
    assert text.index("Links een") < text.index("regel eindigt.") < text.index("Rechts staat") < text.index("ophoudt.")
    assert "doorloopt tot op de derde" in text


def test_a_panel_is_a_sidebar_after_the_main_text():
    page = PdfPage(boxes=[(400, 50, 560, 790)])
    page.lines(50, 60, LONG[:1], size=8)
    page.lines(410, 70, ["Contact"], size=12, bold=True)
    page.lines(410, 90, ["Hilde Maes, HR-medewerker", "T 016 77 03 12", "hr@stad.example.be", "elke werkdag van 9 tot 12 uur"], size=9)
    document = read(page)
    side = [block for block in document.blocks if block.region == "sidebar"]
    assert [block.text for block in side] == [
        "Contact",
        "Hilde Maes, HR-medewerker",
        "T 016 77 03 12",
        "hr@stad.example.be",
        "elke werkdag van 9 tot 12 uur",
    ]
    assert document.blocks[0].region == "main"


def test_a_ruled_table_gives_rows_with_titles():
    page = PdfPage()
    page.lines(50, 60, LONG)
    page.grid(
        [50, 200, 350, 450],
        [120, 140, 160, 180],
        [["Proef", "Datum", "Punten"], ["Schriftelijk", "12/01/2027", "50"], ["Mondeling", "20/01/2027", "50"]],
    )
    rows = [block for block in read(page).blocks if block.kind == "row"]
    assert [row.cells for row in rows[1:]] == [("Schriftelijk", "12/01/2027", "50"), ("Mondeling", "20/01/2027", "50")]
    assert rows[1].header == ("Proef", "Datum", "Punten")


def test_a_table_with_rules_between_rows_only():
    page = PdfPage(rules=[(50, y, 500, y) for y in (120, 140, 160, 180)])
    for y, cells in ((134, ["Stap", "Datum", "Minimum"]), (154, ["Proef", "12/01/2027", "25/50"]), (174, ["Gesprek", "20/01/2027", "30/50"])):
        for x, text in zip((54, 220, 380), cells, strict=True):
            page.lines(x, y, [text])
    page.lines(50, 220, LONG)
    rows = [block for block in read(page).blocks if block.kind == "row"]
    assert [row.cells for row in rows[1:]] == [("Proef", "12/01/2027", "25/50"), ("Gesprek", "20/01/2027", "30/50")]


def test_label_and_value_without_rules():
    page = PdfPage()
    for y, label, value in ((60, "Contract", "onbepaalde duur, voltijds"), (75, "Loon", "schaal B1-B3"), (90, "Start", "1 februari 2027")):
        page.lines(50, y, [label])
        page.lines(150, y, [value])
    page.lines(50, 130, LONG)
    assert [block.cells for block in read(page).blocks if block.kind == "row"] == [
        ("Contract", "onbepaalde duur, voltijds"),
        ("Loon", "schaal B1-B3"),
        ("Start", "1 februari 2027"),
    ]


def test_running_headers_and_footers_stand_apart_once_and_paragraphs_go_on_over_pages():
    pages = []
    for number, text in ((1, LONG[:2]), (2, LONG[2:])):
        page = PdfPage()
        page.lines(50, 40, ["Stad Dijlebrugge"], size=8)
        page.lines(50, 100 if number == 2 else 700, text)
        page.lines(250, 820, [f"Infobundel - pagina {number} van 2"], size=8)
        pages.append(page)
    document = read(*pages)
    assert shown(document) == ["<header>  Stad Dijlebrugge", " ".join(LONG), "<footer>  Infobundel"]
    assert document.pages == 2


def test_links_from_annotations():
    page = PdfPage(links=[((50, 50, 110, 64), "https://x.example.be/f")])
    page.lines(50, 60, ["Inschrijven doe je met dit formulier."])
    document = read(page)
    assert [link.target for link in document.links] == ["https://x.example.be/f"]


def test_a_scan_is_named_as_such(monkeypatch):
    monkeypatch.setattr(ocr, "available", lambda: False)
    with pytest.raises(UnreadableBundle) as caught:
        read(PdfPage(image=True))
    assert caught.value.reason == "scanned"
    assert "gescand" in caught.value.message_nl


def test_a_page_without_text_among_others_is_a_warning():
    page = PdfPage()
    page.lines(50, 60, LONG)
    assert any("Pagina 2" in warning for warning in read(page, PdfPage(image=True)).warnings)


def test_many_pages_are_bounded(monkeypatch):
    monkeypatch.setattr("knowledge.readers.pdf.MOST_PAGES", 2)
    page = PdfPage()
    page.lines(50, 60, LONG)
    document = read(page, page, page)
    assert document.pages == 3
    assert any("alleen de eerste 2" in warning for warning in document.warnings)


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9])
def test_a_truncated_file_is_refused_or_read_but_never_crashes(keep):
    page = PdfPage()
    page.lines(50, 60, LONG)
    data = pdf(page)
    with contextlib.suppress(UnreadableBundle):
        read_bytes(data[: int(len(data) * keep)], "half.pdf")
