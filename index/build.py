"""Builds the index from bundles: vectors of unchanged passages are taken from the index in use."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from index.encoder.interface import Encoder
from index.lexical import LexicalIndex
from index.passages import Passage, Unit, passages
from index.snapshot import Snapshot
from index.storage import UnusableIndexError, load_snapshot, save_snapshot
from index.text_vectors import KeptVectors, Known, Report, digest, encode
from index.vectors import NumpyVectors
from knowledge.catalog import Bundle
from knowledge.document import Document
from knowledge.model import Vacancy


def load_bundles(folder: Path, report: Callable[[str], None]) -> list[Bundle]:
    """Reads every readable document of a folder; the others are reported and skipped."""
    from knowledge.extractors import extract
    from knowledge.readers import SUFFIXES, read
    from knowledge.readers.errors import UnreadableBundle

    bundles = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in SUFFIXES):
        try:
            document = read(path)
        except UnreadableBundle as error:
            report(f"{path.name}: {error}")
            continue
        bundles.append(Bundle(document, extract(document)))
    return bundles


def names_of(document: Document, vacancy: Vacancy | None) -> str:
    """How a candidate may name a vacancy: its title, its employer, the document's title and file."""
    parts = [document.id.replace("_", " ").replace("-", " "), str(document.metadata.get("title") or "")]
    parts += [block.text for block in document.blocks if block.kind == "heading"][:1]
    if vacancy is not None:
        parts += [fact.value for fact in (vacancy.title, vacancy.employer) if fact]
    return " | ".join(part for part in parts if part)


def lead_of(passage: Passage, unit: Unit) -> str:
    """What leads a unit in: its two nearest headings and the sentence or column titles above it."""
    return " | ".join([*passage.heading[-2:], *([unit.context] if unit.context else [])])


def passage_text(passage: Passage) -> str:
    """A passage as it is encoded: with its headings and what leads it in."""
    return "\n".join(part for part in (" > ".join(passage.heading), passage.context, passage.text) if part)


def unit_text(passage: Passage, unit: Unit) -> str:
    """A unit as it is encoded."""
    lead = lead_of(passage, unit)
    return f"{lead}: {passage.unit_text(unit)}" if lead else passage.unit_text(unit)


def make_snapshot(
    bundles: Iterable[Bundle],
    encoder: Encoder,
    old: Snapshot | None = None,
    kept: KeptVectors | None = None,
    report: Report | None = None,
    unchanged: Collection[str] = (),
) -> Snapshot:
    """A snapshot of bundles in memory.

    `old` lends the vectors of texts that it has already, when it is of the same encoder, and `kept` those of a build that did not end; it
    keeps those that are made now. `report` hears how many texts are encoded. The documents of `unchanged` are cut as they are in `old`.
    """
    cut: dict[str, list[Passage]] = {}
    for passage in old.passages if old is not None and unchanged else ():
        cut.setdefault(passage.document_id, []).append(passage)
    found: list[Passage] = []
    names: dict[str, str] = {}
    for bundle in bundles:
        id = bundle.document.id
        found += cut[id] if id in unchanged and id in cut else passages(bundle.document, bundle.vacancies)
        for vacancy in bundle.vacancies:
            names[vacancy.id] = names_of(bundle.document, vacancy)
        names.setdefault(bundle.document.id, names_of(bundle.document, None))
    pairs = [(passage, unit) for passage in found for unit in passage.units]
    known = {**(kept.load() if kept else {}), **(_known_vectors(old) if old is not None else {})}
    texts = [passage_text(passage) for passage in found] + [unit_text(passage, unit) for passage, unit in pairs]
    vectors = encode(texts, encoder, known, kept, report)
    passage_vectors, unit_vectors = vectors[: len(found)], vectors[len(found) :]
    mean = unit_vectors.mean(axis=0) if len(unit_vectors) > 1 else np.zeros(encoder.dimension, dtype=np.float32)
    lexical = LexicalIndex.build([(passage.unit_text(unit), lead_of(passage, unit)) for passage, unit in pairs])
    snapshot = Snapshot(found, passage_vectors, unit_vectors, mean.astype(np.float32), lexical, NumpyVectors(passage_vectors), names)
    return Snapshot(found, passage_vectors, unit_vectors, snapshot.mean, lexical, NumpyVectors(snapshot.centred(passage_vectors)), names)


def _known_vectors(old: Snapshot) -> Known:
    known = {digest(passage_text(passage)): vector for passage, vector in zip(old.passages, old.passage_vectors, strict=True)}
    for (row, unit), vector in zip(old.units, old.unit_vectors, strict=True):
        known[digest(unit_text(old.passages[row], unit))] = vector
    return known


def build(
    bundles: Sequence[Bundle],
    encoder: Encoder,
    folder: Path,
    version: str = "",
    report: Report | None = None,
    old: Snapshot | None = None,
    unchanged: Collection[str] = (),
) -> dict[str, Any]:
    """Builds the index of `bundles` in `folder` and swaps it in; returns its manifest. `version` names the published state that it holds.

    What a build that was killed had encoded is taken over. `report` hears how many texts are encoded. `old` is the index in use where it is
    loaded already; the documents of `unchanged` are the same bundles as in it.

    Raises:
        OSError: it could not be written; the old index stays in use.
    """
    began = time.monotonic()
    if old is None:
        unchanged = ()
        with suppress(UnusableIndexError):
            old = load_snapshot(folder, encoder, for_vectors=True)
    kept = KeptVectors(folder, encoder)
    try:
        snapshot = make_snapshot(bundles, encoder, old, kept, report, unchanged)
        manifest = {
            "model": encoder.name,
            "dimension": encoder.dimension,
            "built": datetime.now(UTC).isoformat(timespec="seconds"),
            "version": version,
            "sources": {bundle.document.id: bundle.document.sha256 for bundle in bundles},
            "seconds": round(time.monotonic() - began, 1),
        }
        save_snapshot(snapshot, folder, manifest)
    except OSError:
        kept.clear()  # a full disk needs the room
        raise
    kept.clear()
    return manifest


def index_command(args: argparse.Namespace) -> int:
    """`vacaturebot index`: reads what changed in the folder of bundles and renews the index."""
    from index.encoder.factory import load_encoder
    from index.live import LiveIndex
    from knowledge.settings import load_settings

    settings = load_settings()
    try:
        live = LiveIndex.open(settings, load_encoder(settings, threads=2), lambda number, of, name: print(f"[{number}/{of}] {name}", flush=True))
    except OSError as error:
        print(f"vacaturebot: the index could not be built, the old one stays in use: {error}", file=sys.stderr)
        return 1
    for name, reason in live.report.refused.items():
        print(f"{name}: {reason}", file=sys.stderr)
    print(f"{len(live.current.snapshot.bundles)} documents indexed.")
    return 0
