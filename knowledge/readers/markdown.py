"""Markdown, by way of the HTML that it stands for."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from knowledge.document import DocumentBuilder
from knowledge.readers.errors import Deadline
from knowledge.readers.found import Found
from knowledge.readers.html import read_html

_FRONT_MATTER = re.compile(r"\A---\n(.{0,5000}?)\n---\n", re.DOTALL)
_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)


def read_markdown(text: str, builder: DocumentBuilder, deadline: Deadline) -> Found:
    """Adds the blocks of a Markdown text (CommonMark with tables); a line end inside a paragraph stays a line end."""
    text = text.replace("\r\n", "\n").replace("\0", "")
    title = None
    if match := _FRONT_MATTER.match(text):
        title = _TITLE.search(match[1])
        text = text[match.end() :]
    converter = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").enable("strikethrough")
    found = read_html(f"<main>{converter.render(text)}</main>", builder, deadline, wrapped=True)
    if title:
        found.metadata["title"] = title[1]
    return found
