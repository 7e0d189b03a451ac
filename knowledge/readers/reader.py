"""Reads a bundle of any format into a `Document`."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from knowledge.document import Document, DocumentBuilder
from knowledge.readers.detect import BY_SUFFIX, Format, decode, decode_html, detect
from knowledge.readers.docx import read_docx
from knowledge.readers.eml import read_eml
from knowledge.readers.errors import Deadline, UnreadableBundle
from knowledge.readers.found import Found
from knowledge.readers.html import read_html
from knowledge.readers.markdown import read_markdown
from knowledge.readers.pdf import read_pdf
from knowledge.readers.text import read_text

SUFFIXES = frozenset(BY_SUFFIX)
MOST_BYTES = 50_000_000
MOST_CHARACTERS = 200_000
MOST_SECONDS = 60.0
_WRITTEN = re.compile(rb"[^\x00 \t\r\n]")
_DUTCH: dict[Format, str] = {
    "text": "gewone tekst",
    "markdown": "Markdown",
    "html": "een webpagina",
    "docx": "een Word-bestand",
    "pdf": "een PDF",
    "eml": "een e-mail",
}


def read(path: Path) -> Document:
    """The document in a file. Raises UnreadableBundle when it is missing, too large, damaged, or no document."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise UnreadableBundle(f"Dit bestand is {size / 1e6:.0f} MB groot; het mag hoogstens {MOST_BYTES / 1e6:.0f} MB zijn.", "too_large")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableBundle("Dit bestand bestaat niet of kan niet geopend worden.", "missing") from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str, *, seconds: float = MOST_SECONDS) -> Document:
    """The document in these bytes; `name` is the file's name, whose stem becomes the document's id."""
    if len(data) > MOST_BYTES:
        raise UnreadableBundle(f"Dit bestand is {len(data) / 1e6:.0f} MB groot; het mag hoogstens {MOST_BYTES / 1e6:.0f} MB zijn.", "too_large")
    if not _WRITTEN.search(data):
        raise UnreadableBundle("Dit bestand is leeg.", "empty")
    path = Path(name)
    format = detect(data, path.suffix.lower())
    builder = DocumentBuilder()
    found = _fill(format, data, builder, Deadline(seconds))
    warnings = list(found.warnings)
    expected = BY_SUFFIX.get(path.suffix.lower())
    if expected not in (None, format) and {expected, format} != {"text", "markdown"}:
        warnings.append(f"De naam eindigt op {path.suffix}, maar de inhoud is {_DUTCH[format]}.")
    document = builder.build(
        id=path.stem,
        name=path.name,
        format=format,
        sha256=hashlib.sha256(data).hexdigest(),
        pages=found.pages,
        metadata=found.metadata,
        warnings=warnings,
    )
    if not any(character.isalnum() for character in document.text):
        raise UnreadableBundle("In dit bestand staat geen leesbare tekst.", "empty")
    return document


def _fill(format: Format, data: bytes, builder: DocumentBuilder, deadline: Deadline) -> Found:
    if format == "docx":
        return read_docx(data, builder, deadline)
    if format == "pdf":
        return read_pdf(data, builder, deadline)
    if format == "eml":
        return read_eml(data, builder, deadline, MOST_CHARACTERS)
    text = decode_html(data) if format == "html" else decode(data)
    readers = {"html": read_html, "markdown": read_markdown, "text": read_text}
    found = readers[format](text[:MOST_CHARACTERS], builder, deadline)
    if len(text) > MOST_CHARACTERS:
        found.warnings.append(f"Dit bestand is erg lang: alleen de eerste {MOST_CHARACTERS:,} tekens zijn gelezen.".replace(",", "."))
    return found
