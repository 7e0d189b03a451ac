"""A document as short lines, so that tests can compare whole readings at a glance."""

from __future__ import annotations

from knowledge.document import Document
from knowledge.readers import read_bytes

MARKS = {"heading": "#", "item": "-", "row": "|", "paragraph": ""}


def shown(document: Document) -> list[str]:
    """ "# Titel", "## Kop", "- punt", "  - dieper", "| cel | cel", "tekst"; a region other than main in front."""
    lines = []
    for block in document.blocks:
        mark = "#" * block.level if block.kind == "heading" else "  " * block.level + MARKS[block.kind] if block.kind == "item" else MARKS[block.kind]
        region = "" if block.region == "main" else f"<{block.region}> "
        lines.append(f"{region}{mark} {block.text}".strip())
    return lines


def read_text(text: str, name: str = "bundel.txt") -> Document:
    """The document that a text is read as; every span is checked on the way."""
    return checked(read_bytes(text.encode(), name))


def checked(document: Document) -> Document:
    """The document, after a check of what every reader promises."""
    end = -1
    for block in document.blocks:
        assert block.start == end + 1
        assert document.text[block.start : block.end] == block.text
        assert block.text.strip()
        end = block.end
    for link in document.links:
        assert 0 <= link.start < link.end <= len(document.text)
        assert document.text[link.start : link.end].strip()
    return document
