import io

import pypdfium2
import pytest

from knowledge.readers import UnreadableBundle, ocr, read_bytes

from .pdf_files import PdfPage, pdf


def scan() -> bytes:
    """A page of text as a picture only."""
    page = PdfPage()
    page.lines(50, 80, ["Solliciteren"], size=20, bold=True)
    page.lines(50, 120, ["Stuur je kandidatuur naar de personeelsdienst", "ten laatste op zondag 13 december 2026."], size=14, leading=20)
    document = pypdfium2.PdfDocument(pdf(page))
    image = document[0].render(scale=3).to_pil()
    document.close()
    stream = io.BytesIO()
    image.save(stream, "PDF", resolution=216)
    return stream.getvalue()


@pytest.mark.integration
def test_a_scan_is_read_where_tesseract_knows_dutch():
    if not ocr.available():
        pytest.skip("tesseract with Dutch is not installed")
    document = read_bytes(scan(), "scan.pdf")
    assert "13 december 2026" in document.text
    assert document.metadata["scanned"] is True
    assert any("tekstherkenning" in warning for warning in document.warnings)


def test_refused_where_tesseract_is_missing(monkeypatch):
    monkeypatch.setattr(ocr.shutil, "which", lambda name: None)
    with pytest.raises(UnreadableBundle) as caught:
        read_bytes(scan(), "scan.pdf")
    assert caught.value.reason == "scanned"
