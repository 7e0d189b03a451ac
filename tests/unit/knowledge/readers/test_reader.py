import pytest

from knowledge.readers import SUFFIXES, UnreadableBundle, read, read_bytes
from knowledge.readers import reader as module

from .docx_files import docx, paragraph
from .pdf_files import PdfPage, pdf


def page():
    page = PdfPage()
    page.lines(50, 60, ["Een zin met genoeg letters om geen scan te zijn."])
    return page


@pytest.mark.parametrize(
    ("data", "name", "format"),
    [
        (pdf(page()), "bundel.docx", "pdf"),
        (docx(paragraph("Tekst.")), "bundel.pdf", "docx"),
        (b"<!doctype html><html><body><p>Tekst.</p></body></html>", "bundel.txt", "html"),
        (b"Gewone tekst.", "bundel.html", "text"),
        (b"Gewone tekst.", "bundel", "text"),
        (b"# Titel\n\nTekst.", "bundel.md", "markdown"),
        (b"From: a@b.be\r\nTo: c@d.be\r\nSubject: x\r\n\r\nTekst.", "bundel.txt", "eml"),
    ],
)
def test_content_decides_before_the_name(data, name, format):
    document = read_bytes(data, name)
    assert document.format == format
    assert document.id == "bundel"
    assert bool(document.warnings) == ("." in name and not name.endswith((".md",)))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\x00\x00", "empty"),
        (b"---\n***\n", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "unsupported"),
        (b"{\\rtf1 tekst}", "unsupported"),
        (b"\x89PNG\r\n\x1a\n", "unsupported"),
        (b"PK\x03\x04kapot", "damaged"),
        (b"%PDF-1.7\nkapot", "damaged"),
    ],
)
def test_refusals_are_one_clear_sentence(data, reason):
    with pytest.raises(UnreadableBundle) as caught:
        read_bytes(data, "bundel.pdf")
    assert caught.value.reason == reason
    assert caught.value.message_nl[0].isupper()
    assert caught.value.message_nl.endswith(".")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-16-le"])
def test_encodings(encoding):
    text = "De coördinator krijgt één dag per week vrij, ’s maandags. Dat is geïndexeerd en officieel."
    assert read_bytes(text.encode(encoding), "x.txt").text == text


def test_too_large_is_refused_before_reading(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MOST_BYTES", 10)
    path = tmp_path / "groot.txt"
    path.write_bytes(b"x" * 11)
    with pytest.raises(UnreadableBundle) as caught:
        read(path)
    assert caught.value.reason == "too_large"


def test_a_long_text_is_cut_with_a_warning(monkeypatch):
    monkeypatch.setattr(module, "MOST_CHARACTERS", 20)
    document = read_bytes(b"Dit is een lange zin die verder gaat.", "x.txt")
    assert len(document.text) <= 20
    assert document.warnings


def test_names_with_spaces_and_accents(tmp_path):
    path = tmp_path / "infobundel één.txt"
    path.write_text("Tekst.", encoding="utf-8")
    assert read(path).id == "infobundel één"


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(UnreadableBundle) as caught:
        read(tmp_path / "weg.txt")
    assert caught.value.reason == "missing"


def test_out_of_time(monkeypatch):
    with pytest.raises(UnreadableBundle) as caught:
        read_bytes(b"Een zin.\n\n" * 50, "x.txt", seconds=-1)
    assert caught.value.reason == "too_slow"


def test_suffixes():
    assert {".txt", ".md", ".html", ".docx", ".pdf", ".eml"} <= SUFFIXES
