"""What a file is, by its content first and its name second, and its characters."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from typing import Literal

from knowledge.readers.errors import UnreadableBundle

Format = Literal["text", "markdown", "html", "docx", "pdf", "eml"]
BY_SUFFIX: dict[str, Format] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".docx": "docx", ".docm": "docx", ".dotx": "docx", ".pdf": "pdf", ".eml": "eml",
}  # fmt: skip
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "een oud Office-bestand of een beveiligd Word-bestand. Bewaar het als .docx of PDF, zonder wachtwoord"),
    (b"{\\rtf", "een RTF-bestand. Bewaar het als .docx of PDF"),
    (b"\x89PNG", "een afbeelding. Bezorg de tekst als PDF, Word of webpagina"),
    (b"\xff\xd8\xff", "een afbeelding. Bezorg de tekst als PDF, Word of webpagina"),
    (b"GIF8", "een afbeelding. Bezorg de tekst als PDF, Word of webpagina"),
    (b"\x1f\x8b", "een gecomprimeerd bestand. Pak het eerst uit"),
    (b"7z\xbc\xaf", "een gecomprimeerd bestand. Pak het eerst uit"),
    (b"Rar!", "een gecomprimeerd bestand. Pak het eerst uit"),
    (b"MZ", "een programma, geen tekst"),
    (b"\x7fELF", "een programma, geen tekst"),
)  # fmt: skip
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|main|article|div|table|h[1-6]|p|ul)\b[^>]*>", re.IGNORECASE)
_MAIL_HEADER = re.compile(
    r"^(?:from|to|subject|date|mime-version|received|return-path|content-type|message-id|delivered-to|x-[\w-]+):", re.IGNORECASE
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def detect(data: bytes, suffix: str) -> Format:
    """The format of these bytes. Raises UnreadableBundle (unsupported) for a kind of file that no reader can take."""
    head = data[:4096]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for magic, what in _REFUSED:
        if head.startswith(magic) and (len(magic) > 2 or b"\x00" in head):
            raise UnreadableBundle(f"Dit is {what}.", "unsupported")
    if head.startswith(b"PK\x03\x04"):
        return _zip_kind(data)
    if b"WordDocument" in head and suffix == ".doc":
        raise UnreadableBundle("Dit is een oud Word-bestand. Bewaar het als .docx of PDF.", "unsupported")
    text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1", "replace").lstrip("\ufeffï»¿ \t\r\n\x00")
    named = BY_SUFFIX.get(suffix)
    first_lines = [line for line in text.splitlines()[:30] if line.strip()]
    if sum(1 for line in first_lines if _MAIL_HEADER.match(line)) >= (2 if named == "eml" else 3) and _MAIL_HEADER.match(first_lines[0]):
        return "eml"
    tags = _HTML.findall(text)
    if re.match(r"(?i)<(?:!doctype html|html|\?xml[^>]*>\s*<(?:!doctype html|html))", text) or (len(tags) >= 3 and text.startswith("<")):
        return "html"
    if named in ("markdown", "html") and (named == "markdown" or "<" in text):
        return named
    return "text"


def _zip_kind(data: bytes) -> Format:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as error:
        raise UnreadableBundle(
            "Dit Word-bestand is beschadigd of niet helemaal opgeladen. Bewaar het opnieuw en probeer nog eens.", "damaged"
        ) from error
    if "word/document.xml" in names or any(name.startswith("word/") for name in names):
        return "docx"
    raise UnreadableBundle("Dit is een zip-, Excel-, PowerPoint- of OpenDocument-bestand. Bewaar de bundel als .docx of PDF.", "unsupported")


_EIGHT_BITS = ("cp1252", "iso8859_15", "mac_roman", "cp850")
_USED_IN_DUTCH = frozenset("àáäçèéêëïöüÉËÏÖ€‘’“”„«»–—…•·°²³½¼¾µ§©®™×±\xa0\xad")
_RARE_IN_DUTCH = frozenset("âîíñóôùúûÿœæßÀÁÂÄÇÈÊÎÔÓÙÚÛÜ")
_MARK_IN_WORD = re.compile(r"[^\W\d_][^\w\s\x00-\x7f’‘–—•·…×\xad\xa0][^\W\d_]")
_CAPITAL_IN_WORD = re.compile(r"[a-zà-öø-ÿœ][À-ÖØ-ÞŒŠŽŸ]")


def _misfits(text: str) -> float:
    """How many characters Dutch does not use, or not there: signs and capitals in the middle of a word, which come from a wrong encoding."""
    foreign = [character for character in text if character > "\x7f" and character not in _USED_IN_DUTCH]
    strange = sum(0.5 if character in _RARE_IN_DUTCH else 1.0 for character in foreign)
    return strange + len(_MARK_IN_WORD.findall(text)) + len(_CAPITAL_IN_WORD.findall(text))


def decode(data: bytes) -> str:
    """Bytes as text: byte order mark, UTF-8, else the most likely 8-bit encoding of Western Europe."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if data[:4000].count(b"\x00") > len(data[:4000]) // 4:
        return data.decode("utf-16-be" if data[:1] == b"\x00" else "utf-16-le", "replace")
    # The first of those that fit equally well: Windows' encoding is by far the most used.
    return min((data.decode(encoding, "replace") for encoding in _EIGHT_BITS), key=lambda text: _misfits(text[:200_000]))


_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)


def decode_html(data: bytes) -> str:
    """Bytes of a web page as text: as `decode`, but a charset in a meta tag comes before a guess."""
    match = _META_CHARSET.search(data[:4096])
    if match and not any(data.startswith(mark) for mark, _ in _BOMS):
        try:
            return data.decode("utf-8") if match[1].lower() == b"utf-8" else _by_name(data, match[1].decode("ascii"))
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data)


def _by_name(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252" if name.lower() in ("iso-8859-1", "latin1", "us-ascii") else name, "replace")
