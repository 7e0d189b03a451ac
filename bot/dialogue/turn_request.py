"""What the gateway may ask of Rasa in one turn. Pure: it knows neither Rasa nor the server."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

MAX_CHARACTERS = 2000
_SENDER = re.compile(r"[A-Za-z0-9_-]{1,64}")
# NUL stops PostgreSQL's tracker store, the others have no meaning in a message; tab and line breaks stay.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Refused(Exception):
    """The request is not a turn."""


@dataclass(frozen=True)
class TurnRequest:
    sender: str
    message: str
    metadata: dict[str, Any]


def read_turn(body: Any) -> TurnRequest:
    """The turn in a request's JSON. Raises `Refused` with the reason."""
    if not isinstance(body, dict):
        raise Refused("the body is not a JSON object")
    sender, message, metadata = body.get("sender"), body.get("message"), body.get("metadata") or {}
    if not isinstance(sender, str) or not _SENDER.fullmatch(sender):
        raise Refused("sender must be 1 to 64 of A-Za-z0-9_-")
    if not isinstance(message, str) or not 0 < len(message) <= MAX_CHARACTERS:
        raise Refused(f"message must be text of 1 to {MAX_CHARACTERS} characters")
    if not isinstance(metadata, dict):
        raise Refused("metadata must be an object")
    return TurnRequest(sender, plain_text(message), metadata)


def plain_text(message: str) -> str:
    """The message without control characters and without the leading slash that Rasa would obey as a command ("/restart", "/intent{...}")."""
    return _CONTROL.sub("", message).strip().lstrip("/").strip() or "?"
