"""What every encoder offers."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]

# A token of this vocabulary is rarely longer than 8 characters: 512 tokens never need more, and the tokenizer never sees a megabyte.
MAX_CHARACTERS = 4096


def clamped(text: str) -> str:
    """At most `MAX_CHARACTERS` of the text, half a surrogate pair (which JSON can carry and tokenizers refuse) as a question mark."""
    return text[:MAX_CHARACTERS].encode("utf-8", "replace").decode("utf-8")


class Encoder(Protocol):
    """Texts in, one L2-normalised float32 row a text out: shape (n, dimension), (0, dimension) for no texts.

    Questions and passages carry different prompts in models such as e5, hence the two methods. Longer texts are clamped, never refused.
    """

    @property
    def name(self) -> str:
        """Identifies model and precision; vectors of different names must never be compared."""

    @property
    def dimension(self) -> int: ...

    def encode_queries(self, texts: Sequence[str]) -> Vectors: ...

    def encode_passages(self, texts: Sequence[str]) -> Vectors: ...
