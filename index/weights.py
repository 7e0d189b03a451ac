"""Learned weights, read from `weights.json` beside this module (made by `index.training`)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from index.answering import ABSTAIN_FEATURES
from index.ranking import FEATURES, Floats

FILE = Path(__file__).with_name("weights.json")


@dataclass(frozen=True)
class Weights:
    """`rank` goes with `ranking.FEATURES`; `answer` and `bias` with `answering.ABSTAIN_FEATURES`; below `threshold` the search abstains."""

    rank: Floats
    answer: Floats
    bias: float
    threshold: float


@cache
def load_weights() -> Weights:
    """The weights that the repository carries.

    Raises:
        ValueError: the file was learned for other features.
    """
    content = json.loads(FILE.read_text(encoding="utf-8"))
    if set(content["rank"]) != set(FEATURES) or set(content["answer"]) != set(ABSTAIN_FEATURES):
        raise ValueError(f"{FILE.name} was learned for other features: run python -m index.training")
    return Weights(
        rank=np.array([content["rank"][name] for name in FEATURES], dtype=np.float32),
        answer=np.array([content["answer"][name] for name in ABSTAIN_FEATURES], dtype=np.float32),
        bias=float(content["bias"]),
        threshold=float(content["threshold"]),
    )
