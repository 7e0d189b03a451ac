"""Scanned PDFs: read by tesseract with Dutch where that is installed, refused with the reason otherwise."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pypdfium2

from knowledge.document import DocumentBuilder
from knowledge.readers.errors import Deadline, UnreadableBundle
from knowledge.readers.found import Found
from knowledge.readers.text import read_text

MOST_PAGES = 20
_SCALE = 300 / 72
_MOST_PIXELS = 30_000_000


def available() -> bool:
    """True when tesseract and its Dutch data are installed."""
    program = shutil.which("tesseract")
    if not program:
        return False
    try:
        done = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return "nld" in (done.stdout + done.stderr).split()


def read_scan(data: bytes, builder: DocumentBuilder, deadline: Deadline, found: Found) -> Found:
    """Adds the blocks of a PDF that holds only images. Raises UnreadableBundle (scanned) where tesseract or Dutch is missing."""
    if not available():
        raise UnreadableBundle(
            "Deze PDF is gescand: er staat geen tekst in, alleen een afbeelding. Bewaar de bundel vanuit Word als PDF, "
            "of laat op de server tesseract met Nederlands installeren.",
            "scanned",
        )
    texts = []
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(min(len(document), MOST_PAGES)):
            deadline.check()
            texts.append(_read_page(document[number], deadline))
    finally:
        document.close()
    found.metadata["scanned"] = True
    found.warnings.append("Deze PDF is gescand en met tekstherkenning gelezen. Kijk namen, datums en telefoonnummers na.")
    if found.pages and found.pages > MOST_PAGES:
        found.warnings.append(f"Van deze scan zijn alleen de eerste {MOST_PAGES} pagina's gelezen.")
    read_text("\n\n".join(texts), builder, deadline)
    return found


def _read_page(page: pypdfium2.PdfPage, deadline: Deadline) -> str:
    width, height = page.get_size()
    scale = min(_SCALE, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
    with tempfile.TemporaryDirectory() as folder:
        image = Path(folder) / "page.png"
        page.render(scale=scale, grayscale=True).to_pil().save(image)
        command = ["tesseract", str(image), "stdout", "-l", "nld", "--psm", "3"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=max(1.0, deadline.left()), check=True)
        except subprocess.TimeoutExpired as error:
            raise UnreadableBundle("Deze scan lezen duurt te lang. Bewaar de bundel vanuit Word als PDF.", "too_slow") from error
        except (OSError, subprocess.CalledProcessError) as error:
            raise UnreadableBundle("Deze gescande PDF kan niet gelezen worden. Bewaar de bundel vanuit Word als PDF.", "scanned") from error
    return done.stdout
