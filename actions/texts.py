"""Dutch answer texts: the responses of the Rasa domain, read from its files so that a new wording needs no training."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import yaml

from knowledge.settings import PROJECT_ROOT

RESPONSES = PROJECT_ROOT / "bot" / "dialogue" / "domain" / "responses"


class Texts:
    """Renders responses by name. `responses` is the domain's mapping of response name to a list of variants with a `text`."""

    def __init__(self, responses: Mapping[str, Any]) -> None:
        self._responses = responses

    @classmethod
    def load(cls, folder: Path = RESPONSES) -> Self:
        """All responses of the domain files in a folder. Raises FileNotFoundError when there are none."""
        files = sorted(folder.glob("*.yml"))
        if not files:
            raise FileNotFoundError(f"no answer texts in {folder}")
        responses: dict[str, Any] = {}
        for file in files:
            responses |= yaml.safe_load(file.read_text(encoding="utf-8"))["responses"]
        return cls(responses)

    def __call__(self, name: str, variant: int = 0, /, **values: object) -> str:
        """The text of response `utter_<name>` with its placeholders filled in; KeyError for an unknown name or a missing value.

        `variant` chooses among several wordings (it wraps around), so that a repeated reply is not word for word the same.
        """
        variants = self._responses[f"utter_{name}"]
        text = str(variants[variant % len(variants)]["text"]).strip()
        return text.format(**values) if values or "{" in text else text
