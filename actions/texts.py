"""Dutch answer texts: the responses of the Rasa domain, which Rasa sends along with every call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Texts:
    """Renders responses by name. `responses` is the domain's mapping of response name to a list of variants with a `text`."""

    def __init__(self, responses: Mapping[str, Any]) -> None:
        self._responses = responses

    def __call__(self, name: str, variant: int = 0, /, **values: object) -> str:
        """The text of response `utter_<name>` with its placeholders filled in; KeyError for an unknown name or a missing value.

        `variant` chooses among several wordings (it wraps around), so that a repeated reply is not word for word the same.
        """
        variants = self._responses[f"utter_{name}"]
        text = str(variants[variant % len(variants)]["text"]).strip()
        return text.format(**values) if values or "{" in text else text
