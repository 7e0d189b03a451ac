"""E-mail messages: the body, the subject as title, the sender; attachments are named but not read."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from knowledge.document import DocumentBuilder
from knowledge.readers.clean import clean_line
from knowledge.readers.detect import decode, decode_html
from knowledge.readers.errors import Deadline, UnreadableBundle
from knowledge.readers.found import Found
from knowledge.readers.html import read_html
from knowledge.readers.text import read_text

_ATTACHED = re.compile(rb"^content-disposition:\s*attachment|^content-type:(?!\s*(?:text|multipart|message)/)", re.IGNORECASE | re.MULTILINE)


def read_eml(data: bytes, builder: DocumentBuilder, deadline: Deadline, most: int) -> Found:
    """Adds sender (region "header"), subject (as title) and the blocks of the first `most` characters of the body."""
    try:
        message = email.message_from_bytes(_without_attachments(data, most), policy=email.policy.default)
        subject = clean_line(str(message.get("Subject", "")))
        sender = clean_line(str(message.get("From", "")))
    except (ValueError, IndexError, LookupError, TypeError, AttributeError) as error:
        raise UnreadableBundle("Deze e-mail is beschadigd. Bewaar hem opnieuw of bezorg de tekst als PDF of Word.", "damaged") from error
    if sender:
        builder.add("paragraph", sender, region="header")
    if subject:
        builder.add("heading", subject, level=1)
    found = _body(message, builder, deadline, most)
    if subject:
        found.metadata["title"] = subject
    if date := _date(message):
        found.metadata["date"] = date
    found.warnings += [f'De bijlage "{name}" is niet gelezen: laad ze apart op.' for name in _attachments(message)]
    return found


def _without_attachments(data: bytes, most: int) -> bytes:
    """The message with the bodies of its attachments cut off: parsed, they would take ten times their size in memory.

    Of any other part as much stays as `most` characters can take, encoded.
    """
    kept: list[bytes] = []
    longest = most * 6
    start = 0
    while start < len(data):
        end = data.find(b"\n--", start + 1)
        end = len(data) if end < 0 else end
        blank = min((at for mark in (b"\n\n", b"\n\r\n") if (at := data.find(mark, start, min(end, start + 20_000))) >= 0), default=-1)
        if start and blank >= 0 and _ATTACHED.search(data, start, blank):
            kept.append(data[start : blank + 2])
        else:
            cut = data.rfind(b"\n", start, start + longest) if end - start > longest else end
            kept.append(data[start : cut if cut > start else start + longest])
        start = end
    return b"".join(kept)


def _body(message: EmailMessage, builder: DocumentBuilder, deadline: Deadline, most: int) -> Found:
    parts: dict[str, bytes] = {}
    for number, part in enumerate(message.walk()):
        if number > 200:
            break
        kind = part.get_content_type()
        if kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment" and kind not in parts:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                parts[kind] = _as_utf8(payload, part.get_content_charset())
    rich = "text/html" in parts
    text = decode_html(parts["text/html"]) if rich else decode(parts.get("text/plain", b""))
    found = (read_html if rich else read_text)(text[:most], builder, deadline)
    if len(text) > most:
        found.warnings.append(f"Deze e-mail is erg lang: alleen de eerste {most:,} tekens zijn gelezen.".replace(",", "."))
    return found


def _as_utf8(payload: bytes, charset: str | None) -> bytes:
    try:
        return payload.decode(charset or "utf-8").encode("utf-8")
    except (LookupError, UnicodeError):
        return payload


def _date(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _attachments(message: EmailMessage) -> list[str]:
    names = []
    for part in message.walk():
        if part.get_content_disposition() == "attachment":
            names.append(clean_line(part.get_filename() or part.get_content_type())[:100])
    return names[:10]
