"""What a format's reader hands back beside the blocks that it added."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Found:
    """Page count, metadata and Dutch warnings; see `knowledge.document.Document`."""

    pages: int | None = None
    metadata: dict[str, object] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
