import io
import zipfile

import pytest

from knowledge.readers import UnreadableBundle, read_bytes

from .docx_files import NAMESPACES, docx, paragraph, run, table
from .shown import checked, shown


def read(*body, **options):
    return checked(read_bytes(docx(*body, **options), "bundel.docx"))


def test_heading_styles_also_in_dutch_and_inherited():
    document = read(paragraph("Jurist", style="Titel"), paragraph("Aanbod", style="Kop1"), paragraph("Loon", style="Kop2"), paragraph("Veel."))
    assert shown(document) == ["# Jurist", "## Aanbod", "### Loon", "Veel."]


def test_bold_or_larger_short_paragraphs_are_headings():
    document = read(
        paragraph(run("WIJ ZOEKEN EEN REDDER!", bold=True, size=20)),
        paragraph("Elke dag een andere dag aan het water."),
        paragraph(run("Wat doe je?", bold=True)),
        paragraph("Je houdt toezicht."),
        paragraph(run("Let op: dit is een vette zin en geen titel, want ze eindigt met een punt.", bold=True)),
    )
    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "heading", "paragraph", "paragraph"]


def test_lists_nest_and_typed_bullets_are_items():
    document = read(paragraph("een", level=0), paragraph("dieper", level=1), paragraph("twee", style="Opsomming"), paragraph("• getypt"))
    assert shown(document) == ["- een", "- dieper", "- twee", "- getypt"]
    assert [block.level for block in document.blocks] == [0, 1, 0, 0]


def test_table_with_titles_and_merged_cells():
    merged = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>"
    start = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + paragraph("Dag 1")
    document = read(table(["Dag", "Proef", "Punten"], [start, "Schriftelijk", "50"], [merged, "Mondeling", "50"]))
    assert [block.cells for block in document.blocks] == [("Dag", "Proef", "Punten"), ("Dag 1", "Schriftelijk", "50"), ("Dag 1", "Mondeling", "50")]
    assert document.blocks[1].header == ("Dag", "Proef", "Punten")


def test_label_table_has_no_titles_even_when_its_first_row_is_bold():
    bold = [paragraph(run(text, bold=True)) for text in ("Werkgever", "OCMW Scheldekant")]
    document = read(table(bold, ["Loon", "IFIC 14"]))
    assert document.blocks[0].header == ()


def test_columns_of_contact_cards_become_headings_with_lines():
    card = paragraph("Ilse Roelandts") + paragraph("052 60 18 30") + paragraph("elke voormiddag")
    other = paragraph("Karim Benali") + paragraph("052 60 18 77")
    document = read(paragraph("Vragen?", style="Kop1"), table(["Over de selectie", "Over de job"], [card, other]))
    assert shown(document)[1:] == [
        "## Over de selectie",
        "Ilse Roelandts",
        "052 60 18 30",
        "elke voormiddag",
        "## Over de job",
        "Karim Benali",
        "052 60 18 77",
    ]


def test_text_box_once_and_as_sidebar():
    box = "<w:txbxContent>" + paragraph("Solliciteren kan tot 3 januari.") + "</w:txbxContent>"
    choices = f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    drawing = f"<w:r><mc:AlternateContent>{choices}</mc:AlternateContent></w:r>"
    assert shown(read(paragraph("Tekst."), paragraph(drawing))) == ["Tekst.", "<sidebar>  Solliciteren kan tot 3 januari."]


def test_links_by_relationship_and_by_field():
    link = f'<w:hyperlink r:id="rId1">{run("het formulier")}</w:hyperlink>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "mailto:a@b.example.be" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("a@b.example.be")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = read(paragraph(run("Via "), link, run(" of "), field, run(".")), links={"rId1": "https://x.example.be"})
    assert document.text == "Via het formulier of a@b.example.be."
    assert [(document.text[x.start : x.end], x.target) for x in document.links] == [
        ("het formulier", "https://x.example.be"),
        ("a@b.example.be", "mailto:a@b.example.be"),
    ]


def test_margins_and_notes_have_their_place():
    parts = {
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{paragraph('Stad Leiestede')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {NAMESPACES}>{paragraph('Infobundel - pagina 1 van 2')}</w:ftr>",
        "word/footnotes.xml": f"<w:footnotes {NAMESPACES}><w:footnote>{paragraph('Geldt ook voor stagiairs.')}</w:footnote></w:footnotes>",
    }
    assert shown(read(paragraph("Tekst."), parts=parts)) == [
        "<header>  Stad Leiestede",
        "Tekst.",
        "Geldt ook voor stagiairs.",
        "<footer>  Infobundel",
    ]


def test_deleted_and_hidden_text_is_left_out():
    gone = f"<w:del>{run('weg')}</w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r>"
    assert read(paragraph(run("Blijft"), gone)).text == "Blijft"


def test_tabs_between_label_and_value_make_a_row():
    line = f"{run('Contract')}<w:r><w:tab/></w:r>{run('voltijds')}"
    assert read(paragraph(line)).blocks[0].cells == ("Contract", "voltijds")


def refusal(data):
    with pytest.raises(UnreadableBundle) as caught:
        read_bytes(data, "bundel.docx")
    return caught.value.reason


def test_zip_bomb_is_refused():
    assert refusal(docx(paragraph("x"), parts={"word/document.xml": "<a>" + " " * 30_000_000 + "</a>"})) == "unsafe"


def test_external_entity_is_refused():
    body = "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>"
    entity = f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {NAMESPACES}>{body}</w:document>'
    assert refusal(docx(parts={"word/document.xml": entity})) == "unsafe"


def test_damaged_and_foreign_packages_are_refused():
    data = docx(paragraph("Tekst."))
    assert refusal(data[: len(data) // 2]) == "damaged"
    assert refusal(docx(parts={"word/document.xml": "<w:document"})) == "damaged"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("xl/workbook.xml", "<a/>")
    assert refusal(stream.getvalue()) == "unsupported"
