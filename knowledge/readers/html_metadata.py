"""What a web page says about itself: its title and the JobPosting objects for search engines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from knowledge.readers.clean import clean_line
from knowledge.readers.found import Found

_WRAPPING = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$")
_MOST_NODES = 1000
_INSIDE = ("@graph", "mainEntity", "itemListElement", "item")


def add_metadata(root: Any, found: Found) -> None:
    """Sets `title` and `json_ld` where the page has them."""
    for title in root.iter("title"):
        if value := clean_line(" ".join(title.itertext())):
            found.metadata.setdefault("title", value)
    postings = list(_postings(root))
    if postings:
        found.metadata["json_ld"] = postings


def _postings(root: Any) -> Iterator[dict[str, object]]:
    for script in root.iter("script"):
        if (script.get("type") or "").lower().split(";")[0].strip() != "application/ld+json":
            continue
        try:
            waiting = [json.loads(_WRAPPING.sub("", script.text or ""), strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_NODES):
            if not waiting:
                break
            value = waiting.pop()
            if isinstance(value, list):
                waiting += value
            elif isinstance(value, dict):
                kinds = value.get("@type")
                if "JobPosting" in (kinds if isinstance(kinds, list) else [kinds]):
                    yield value
                waiting += [value[key] for key in _INSIDE if key in value]
