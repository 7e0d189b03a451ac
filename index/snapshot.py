"""What an index holds in memory: passages, their units, vectors and the lexical index."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from index.lexical import LexicalIndex
from index.passages import Passage, Unit
from index.vectors import VectorIndex

Floats = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Snapshot:
    """Immutable. `passage_vectors` (passages, d) and `unit_vectors` (units, d) are as encoded; `mean` (d,) is what is taken off before comparing.

    `names` tells for each vacancy id how candidates name it (title, employer, file).
    """

    passages: Sequence[Passage]
    passage_vectors: npt.NDArray[Any]
    unit_vectors: npt.NDArray[Any]
    mean: Floats
    lexical: LexicalIndex
    nearest: VectorIndex
    names: Mapping[str, str]
    manifest: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def units(self) -> tuple[tuple[int, Unit], ...]:
        """Every unit with the row of its passage, in order."""
        return tuple((row, unit) for row, passage in enumerate(self.passages) for unit in passage.units)

    @cached_property
    def passage_of(self) -> Ids:
        """The passage row of each unit."""
        return np.array([row for row, _ in self.units], dtype=np.int32)

    @cached_property
    def rows_of(self) -> dict[str, Ids]:
        """The passage rows of each vacancy id and each document id."""
        rows: dict[str, list[int]] = {}
        for row, passage in enumerate(self.passages):
            for id in {*passage.vacancy_ids, passage.document_id}:
                rows.setdefault(id, []).append(row)
        return {id: np.array(own, dtype=np.int32) for id, own in rows.items()}

    @cached_property
    def first_unit(self) -> Ids:
        """The first unit of each passage, and the number of units at the end: passage `p` has units first_unit[p]..first_unit[p + 1]."""
        return np.cumsum([0, *(len(passage.units) for passage in self.passages)], dtype=np.int32)

    @cached_property
    def name_index(self) -> LexicalIndex:
        """The names of `names`, in its order, as units."""
        return LexicalIndex.build([(text, "") for text in self.names.values()])

    def units_of(self, rows: Ids) -> Ids:
        """The units of passages."""
        if not len(rows):
            return np.empty(0, dtype=np.int32)
        first = self.first_unit
        return np.concatenate([np.arange(first[row], first[row + 1], dtype=np.int32) for row in rows])

    def rows_in(self, vacancy_ids: Collection[str]) -> Ids:
        """The passages of any of the vacancies, ascending."""
        found = [self.rows_of[id] for id in vacancy_ids if id in self.rows_of]
        return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.int32)

    def unit_text(self, unit: int) -> str:
        """The text of a unit."""
        row, span = self.units[unit]
        return self.passages[row].unit_text(span)

    def centred(self, vectors: npt.NDArray[Any]) -> Floats:
        """Unit vectors around the mean of the collection: e5's own cosines are all alike."""
        moved = vectors.astype(np.float32) - self.mean
        lengths: Floats = np.linalg.norm(moved, axis=-1, keepdims=True).astype(np.float32)
        return (moved / np.maximum(lengths, np.float32(1e-9))).astype(np.float32, copy=False)
