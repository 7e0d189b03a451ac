"""Which functions a document is about, and whether it is a vacancy at all."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.document import Document
from knowledge.model import Fact
from knowledge.source import Source


@dataclass(frozen=True, slots=True)
class Function:
    """One function: its id, the part of the document that is about it (shared blocks included), and its title."""

    id: str
    source: Source
    is_vacancy: bool
    title: Fact[str] | None = None


def functions_in(document: Document) -> tuple[Function, ...]:
    """The functions of a document; one, without a title, for a document that is no vacancy."""
    return (Function(document.id, Source.of(document), True),)
