"""From the folder of bundles to the store: reads what changed, keeps the previous version of what cannot be read."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.extractors import extract
from knowledge.readers import SUFFIXES, UnreadableBundle, read
from knowledge.store import Store, reader_version

log = logging.getLogger(__name__)

Progress = Callable[[int, int, str], None]


@dataclass(slots=True)
class Report:
    """What a synchronisation did: document ids, and file name → reason in Dutch for files that could not be read."""

    read: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)

    @property
    def changed(self) -> bool:
        """Whether anything published is different now."""
        return bool(self.read or self.removed)


def bundle_files(folder: Path) -> Iterator[Path]:
    """The files of a folder that may be bundles, by name; hidden files and sub-folders are left out."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_file() and not path.name.startswith(".") and path.suffix.lower() in SUFFIXES:
            yield path


def signature(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, sizes and time stamps: cheap to compare, tells when a closer look is needed."""
    return tuple((path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in bundle_files(folder))


def synchronise(folder: Path, store: Store, progress: Progress | None = None) -> Report:
    """Publishes every readable bundle of the folder, once per content; withdraws bundles whose file is gone.

    A file with the stem of an earlier one is refused. An unreadable file leaves its bundle's previous version published.
    """
    report = Report()
    known = {version.document_id: version for version in store.published()}
    seen: dict[str, str] = {}
    files = list(bundle_files(folder))
    for number, path in enumerate(files, 1):
        if path.stem in seen:
            report.refused[path.name] = f"Er is al een bundel met deze naam: {seen[path.stem]}."
            continue
        seen[path.stem] = path.name
        current = known.get(path.stem)
        if current and current.reader == reader_version() and current.sha256 == hashlib.sha256(path.read_bytes()).hexdigest():
            report.unchanged.append(path.stem)
            continue
        if progress:
            progress(number, len(files), path.name)
        try:
            document = read(path)
            store.publish(document, extract(document))
            report.read.append(document.id)
        except UnreadableBundle as error:
            report.refused[path.name] = str(error)
            log.warning("%s cannot be read: %s", path.name, error)
        except Exception:
            report.refused[path.name] = "Dit bestand kon niet verwerkt worden."
            log.exception("%s could not be processed", path.name)
    for document_id in known.keys() - seen.keys():
        store.unpublish(document_id)
        report.removed.append(document_id)
    return report
