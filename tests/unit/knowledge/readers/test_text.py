import pytest

from .shown import read_text, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("▲ Aanbod\n\nEen job.", ["# Aanbod", "Een job."]),
        ("> Aanbod\n\nEen job.\n\n> De proeven\n\nEen gesprek.", ["# Aanbod", "Een job.", "## De proeven", "Een gesprek."]),
        (
            "INHOUD\nDe tekst van dit deel is een zin.\n\nANDERS\nNog een zin.",
            ["# INHOUD", "De tekst van dit deel is een zin.", "## ANDERS", "Nog een zin."],
        ),
        (
            "[1] Wie zijn jullie?\n\nWij zijn een dorp.\n\n[2] Ik haalde het niet. Mag ik terugkomen?\n\nJa.",
            ["# [1] Wie zijn jullie?", "Wij zijn een dorp.", "## [2] Ik haalde het niet. Mag ik terugkomen?", "Ja."],
        ),
        ("1. DE JOB\n---------\nJe werkt buiten.", ["# 1. DE JOB", "Je werkt buiten."]),
        ("Solliciteren\n============\nMail je cv.", ["# Solliciteren", "Mail je cv."]),
        ("==========\nVACATURE 1\n==========\n\nTekst hier.", ["# VACATURE 1", "Tekst hier."]),
        ("**Diploma**\nJe hebt een bachelor.", ["# Diploma", "Je hebt een bachelor."]),
        ("I N F O B U N D E L\n\nTekst hier.", ["# INFOBUNDEL", "Tekst hier."]),
        ("Wat vragen we?\n- rijbewijs B\nWat bieden we?\nEen contract.", ["# Wat vragen we?", "- rijbewijs B", "## Wat bieden we?", "Een contract."]),
        (
            "Vacature jeugdwerker\nWij zoeken versterking.\n\nJouw functie\nJe leidt een ploeg.",
            [
                "# Vacature jeugdwerker",
                "Wij zoeken versterking.",
                "## Jouw functie",
                "Je leidt een ploeg.",
            ],
        ),
        (
            "VACATURE\n\nWij zoeken iemand.\nOns aanbod\nJe krijgt een contract.\nJouw profiel\nBachelor vereist.",
            [
                "# VACATURE",
                "Wij zoeken iemand.",
                "## Ons aanbod",
                "Je krijgt een contract.",
                "## Jouw profiel",
                "Bachelor vereist.",
            ],
        ),
        (
            "Jobs\n\nFunctie 1: Tuinman (2 plaatsen)\nJe snoeit.\n\nFunctie 2: Kok\nJe kookt.",
            [
                "# Jobs",
                "## Functie 1: Tuinman (2 plaatsen)",
                "Je snoeit.",
                "## Functie 2: Kok",
                "Je kookt.",
            ],
        ),
        ("Werken bij ons: je vragen, onze antwoorden\n\nDe tekst.", ["# Werken bij ons: je vragen, onze antwoorden", "De tekst."]),
        (
            "Vacature kok\n\nJe kookt.\n\nZo verloopt de selectie\n1. Proef op 9 januari.\n2. Gesprek op 16 januari.",
            ["# Vacature kok", "Je kookt.", "## Zo verloopt de selectie", "- Proef op 9 januari.", "- Gesprek op 16 januari."],
        ),
        ("Profiel\n\n- flexibel\n- handig\n\nAanbod\n\n- loon", ["# Profiel", "- flexibel", "- handig", "## Aanbod", "- loon"]),
    ],
)
def test_headings(text, expected):
    assert shown(read_text(text)) == expected


def test_a_long_rule_separates_and_does_not_underline():
    assert shown(read_text("Molenberg 20\n" + "-" * 60 + "\n\nDe tekst.")) == ["Molenberg 20", "De tekst."]


def test_numbered_sections_nest_and_numbered_items_do_not_become_headings():
    document = read_text("1. De functie\n\nJe werkt mee.\n\n1.1 Taken\n\n1. dossiers opvolgen\n2. rapporteren\n")
    assert shown(document)[-3:] == ["## 1.1 Taken", "- dossiers opvolgen", "- rapporteren"]


def test_a_date_is_no_numbered_item():
    assert shown(read_text("De proef is op\n15. december 2026.")) == ["De proef is op", "15. december 2026."]


def test_wrapped_lines_become_paragraphs_and_a_short_line_above_them_a_heading():
    text = (
        "De zorgcoördinator\n"
        "Coördinatie veronderstelt niet alleen dat men op de hoogte is van de\n"
        "noden van leraren en leerlingen, maar ook dat men weet welke prioritei-\n"
        "ten het team stelt en op wie men daarvoor een beroep kan doen, zowel\n"
        "intern als extern. Meer is er niet."
    )
    heading, paragraph = shown(read_text(text))
    assert heading == "# De zorgcoördinator"
    assert "welke prioriteiten het team" in paragraph
    assert paragraph.endswith("Meer is er niet.")


def test_a_sentence_cut_by_a_page_break_is_whole_again():
    text = "We peilen in dit gesprek naar enkele competenties, ervaring, inzicht,\n\ninzetbaarheid en motivatie."
    assert shown(read_text(text)) == ["We peilen in dit gesprek naar enkele competenties, ervaring, inzicht, inzetbaarheid en motivatie."]


def test_lists_nest_by_indent_and_items_run_on():
    text = " • netwerk uitbouwen:\n  • noden in kaart\n    brengen;\n  • overleg;\n • hulp opzetten"
    assert shown(read_text(text)) == ["- netwerk uitbouwen:", "- noden in kaart brengen;", "- overleg;", "- hulp opzetten"]
    assert [block.level for block in read_text(text).blocks] == [0, 1, 1, 0]


def test_contact_cards_stay_separate_lines_and_names_are_no_headings():
    text = "Inlichtingen\n\nMeer weten? Dat kan.\n\n\n\nCiska De Bock\n\n- 0471 99 37 53\njobs@stad.example.be\n\n\n\nJoke Steen\n\n- 053 72 32 50\n"
    lines = shown(read_text(text))
    assert lines[2:] == ["Ciska De Bock", "- 0471 99 37 53", "jobs@stad.example.be", "Joke Steen", "- 053 72 32 50"]


def test_a_heading_above_a_card_is_a_heading():
    assert shown(read_text("Contact\nJan Peeters\n03 123 45 67\njan@x.example.be"))[0] == "# Contact"


def test_labels_and_values_become_rows():
    document = read_text("Contract ........ tijdelijk\nLoon ............ C1-C2\n\nTel.: 011 20 90 34\n")
    assert [block.cells for block in document.blocks] == [("Contract", "tijdelijk"), ("Loon", "C1-C2"), ("Tel", "011 20 90 34")]


def test_indented_lines_belong_to_the_value_above():
    text = "De proeven    : dhr. Achmed Touzani,\n                personeelsdienst\n                tel. 055/20.94.13\nDe functie    : mevr. Els Smet"
    assert read_text(text).blocks[0].cells == ("De proeven", "dhr. Achmed Touzani, personeelsdienst\ntel. 055/20.94.13")


def test_a_lead_in_with_a_sentence_stays_a_paragraph():
    text = "Diploma: je hebt een bachelor of een diploma dat daarmee gelijkgesteld is. De richting speelt geen rol."
    assert [block.kind for block in read_text(text).blocks] == ["paragraph"]


@pytest.mark.parametrize(
    "text",
    [
        "Onderdeel\tDatum\tPunten\nSchriftelijk\t12/01/2027\t50\nMondeling\t20/01/2027\t50",
        "Onderdeel      Datum         Punten\nSchriftelijk   12/01/2027    50\nMondeling      20/01/2027    50",
        "Onderdeel      Datum         Punten\n....................................\nSchriftelijk . 12/01/2027 .. 50\nMondeling .... 20/01/2027 .. 50",
        "| Onderdeel | Datum | Punten |\n|---|---|---|\n| Schriftelijk | 12/01/2027 | 50 |\n| Mondeling | 20/01/2027 | 50 |",
    ],
)
def test_tables_have_cells_and_titles(text):
    rows = read_text(text).blocks
    assert [row.cells for row in rows[1:]] == [("Schriftelijk", "12/01/2027", "50"), ("Mondeling", "20/01/2027", "50")]
    assert all(row.header == ("Onderdeel", "Datum", "Punten") for row in rows)


def test_marks_are_resolved_to_clean_text_and_links():
    document = read_text("Schrijf **nu** in via [het formulier](https://x.example.be/f) of <jobs@x.example.be>, zie ook [hier](#).")
    assert document.text == "Schrijf nu in via het formulier of jobs@x.example.be, zie ook hier."
    labels = {document.text[link.start : link.end]: link.target for link in document.links}
    assert labels == {"het formulier": "https://x.example.be/f", "jobs@x.example.be": "mailto:jobs@x.example.be"}


def test_spans_count_in_the_canonical_text():
    document = read_text("▲ Diploma\n\nJe  hebt   een ﬁets.\u00ad\n")
    assert document.text == "Diploma\nJe hebt een fiets."
    assert document.blocks[1].heading == ("Diploma",)
    assert document.block_at(12) is document.blocks[1]


@pytest.mark.parametrize(
    "text",
    [
        "We vragen dit.\nErvaring is een troef\nJe bent flexibel.",
        "Contact\n\nFarida Claessens\ncoördinator jeugd\n03 450 12 77",
        "Adres\n\nStad Ravelberg\nMarktplein 1\n2999 Ravelberg",
        "Aanbod\n\nMaaltijdcheques\nFietsvergoeding\nEen laptop",
        "Aanbod\n\nFunctie 1: Tuinman\nFunctie 2: Kok",
    ],
)
def test_short_lines_that_are_no_headings(text):
    assert len([line for line in shown(read_text(text)) if line.startswith("#")]) <= 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Bel ons op het nummer 03 450\n12 77 in de voormiddag.", "Bel ons op het nummer 03 450 12 77 in de voormiddag."),
        ("Tel. 03 450\n12 79\n", "Tel. 03 450 12 79"),
        ("gsm: 0471 23 45\n68\n", "| gsm | 0471 23 45 68"),
        ("+32 471\n23 45 68\n", "+32 471 23 45 68"),
    ],
)
def test_a_phone_number_broken_across_lines_is_made_whole(text, number):
    assert number in shown(read_text("Contact\n\n" + text))


@pytest.mark.parametrize("text", ["Bel 03 450 12 77\n12 mensen werken hier", "De proef is op 14\n15 kandidaten komen", "Tel. 03 450\n2999 Ravelberg"])
def test_other_numbers_stay_on_their_lines(text):
    assert shown(read_text("Contact\n\n" + text))[1:] == text.split("\n")
