"""An index on disk: plain files in a folder of its own version, and a pointer that is swapped as a whole. No pickle anywhere.

index/current            a symbolic link to the version in use
index/<version>/         manifest.json, passages.jsonl, names.json, *.npy, vectors.faiss, terms.json
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import uuid
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np

from index.encoder.interface import Encoder
from index.lexical import LexicalIndex, words_version
from index.passages import Passage, Unit
from index.snapshot import Snapshot
from index.vectors import NumpyVectors, build_vectors, kind_for, load_vectors, save_vectors

FORMAT = 1
CURRENT = "current"
_UNIT_FIELDS = fields(Unit)


class UnusableIndexError(Exception):
    """There is no index, it is damaged, or it does not fit the encoder; the message says which and what to do."""


def save_snapshot(snapshot: Snapshot, folder: Path, manifest: Mapping[str, Any]) -> None:
    """Writes a new version beside the one in use and then points to it; on any error the old one stays and nothing is left behind.

    Raises:
        OSError: it could not be written (a full disk, no permission).
    """
    folder.mkdir(parents=True, exist_ok=True)
    # Another process that ends its build now would remove this unfinished version as an old one.
    with folder.with_name(f".{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _save(snapshot, folder, manifest)


def _save(snapshot: Snapshot, folder: Path, manifest: Mapping[str, Any]) -> None:
    version = folder / uuid.uuid4().hex[:12]
    version.mkdir()
    try:
        _write(snapshot, version, manifest)
        pointer = folder / f"{CURRENT}.{version.name}"
        pointer.symlink_to(version.name)
        os.replace(pointer, folder / CURRENT)
    except BaseException:
        shutil.rmtree(version, ignore_errors=True)
        raise
    for old in folder.iterdir():
        if old.is_dir() and not old.is_symlink() and old.name != version.name:
            shutil.rmtree(old, ignore_errors=True)


def _write(snapshot: Snapshot, version: Path, manifest: Mapping[str, Any]) -> None:
    centred = snapshot.centred(np.asarray(snapshot.passage_vectors))
    save_vectors(build_vectors(centred), version / "vectors.faiss")
    np.save(version / "passages.npy", np.asarray(snapshot.passage_vectors, dtype=np.float16), allow_pickle=False)
    np.save(version / "units.npy", np.asarray(snapshot.unit_vectors, dtype=np.float16), allow_pickle=False)
    np.save(version / "mean.npy", snapshot.mean, allow_pickle=False)
    snapshot.lexical.save(version)
    with (version / "passages.jsonl").open("w", encoding="utf-8") as file:
        for passage in snapshot.passages:
            file.write(json.dumps(_content(passage), ensure_ascii=False) + "\n")
    (version / "names.json").write_text(json.dumps(dict(snapshot.names), ensure_ascii=False), encoding="utf-8")
    whole = {
        **manifest,
        "format": FORMAT,
        "words": words_version(),
        "passages": len(snapshot.passages),
        "units": len(snapshot.units),
        "kind": kind_for(len(snapshot.passages)),
    }
    (version / "manifest.json").write_text(json.dumps(whole, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of the version in use. Raises `UnusableIndexError`."""
    path = folder / CURRENT / "manifest.json"
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UnusableIndexError(f"there is no index in {folder}: run `vacaturebot index`") from None
    except (OSError, ValueError) as error:
        raise UnusableIndexError(f"{path} cannot be read ({error}): run `vacaturebot index`") from None
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise UnusableIndexError(f"the index in {folder} has another format: run `vacaturebot index`")
    return manifest


def load_snapshot(folder: Path, encoder: Encoder | None = None, *, for_vectors: bool = False) -> Snapshot:
    """Opens the version in use; vectors are mapped from disk, not read. `for_vectors`: its postings may be of other words than this code's.

    Raises:
        UnusableIndexError: there is none, a file is missing or damaged, or it was built with another model than `encoder` or by
            another version of the program.
    """
    manifest = read_manifest(folder)
    if encoder is not None and (manifest["model"], manifest["dimension"]) != (encoder.name, encoder.dimension):
        raise UnusableIndexError(
            f"the index was built with {manifest['model']} ({manifest['dimension']} dimensions), the encoder is {encoder.name}"
            f" ({encoder.dimension}): run `vacaturebot index`"
        )
    if not for_vectors and manifest.get("words") != words_version():
        raise UnusableIndexError("the index was built by another version of this program: run `vacaturebot index`")
    version = (folder / CURRENT).resolve()
    try:
        return _read(version, manifest)
    except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
        raise UnusableIndexError(f"the index in {folder} is damaged ({error}): run `vacaturebot index`") from None


def _read(version: Path, manifest: dict[str, Any]) -> Snapshot:
    with (version / "passages.jsonl").open(encoding="utf-8") as file:
        passages = [_passage(json.loads(line)) for line in file]
    passage_vectors = np.load(version / "passages.npy", mmap_mode="r", allow_pickle=False)
    unit_vectors = np.load(version / "units.npy", mmap_mode="r", allow_pickle=False)
    units, dimension = sum(len(passage.units) for passage in passages), manifest["dimension"]
    if passage_vectors.shape != (manifest["passages"], dimension) or len(passages) != manifest["passages"]:
        raise ValueError("passages and vectors differ in number")
    if unit_vectors.shape != (manifest["units"], dimension) or units != manifest["units"]:
        raise ValueError("units and vectors differ in number")
    lexical = LexicalIndex.load(version)
    if lexical.size != units:
        raise ValueError("units and words differ in number")
    return Snapshot(
        passages=passages,
        passage_vectors=passage_vectors,
        unit_vectors=unit_vectors,
        mean=np.load(version / "mean.npy", allow_pickle=False),
        lexical=lexical,
        nearest=load_vectors(version / "vectors.faiss", len(passages), dimension) if passages else NumpyVectors(np.empty((0, dimension))),
        names=json.loads((version / "names.json").read_text(encoding="utf-8")),
        manifest=manifest,
    )


def _content(passage: Passage) -> dict[str, Any]:
    """A passage as JSON; `dataclasses.asdict` would copy every part of it, ten times as slowly."""
    content = {field.name: getattr(passage, field.name) for field in fields(passage)}
    return {**content, "units": [{field.name: getattr(unit, field.name) for field in _UNIT_FIELDS} for unit in passage.units]}


def _passage(content: dict[str, Any]) -> Passage:
    units = tuple(Unit(**unit) for unit in content.pop("units"))
    content["vacancy_ids"], content["heading"] = tuple(content["vacancy_ids"]), tuple(content["heading"])
    return Passage(**content, units=units)
