"""The bundles and the index that answer now, kept up to date with the folder of bundles."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Self

from index.build import build
from index.encoder.interface import Encoder
from index.search import Searcher
from index.storage import UnusableIndexError, load_snapshot
from knowledge.catalog import Snapshot
from knowledge.database import open_engine
from knowledge.settings import Settings
from knowledge.store import Store
from knowledge.sync import Progress, Report, signature, synchronise

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Live:
    """The published bundles and a searcher over exactly these."""

    snapshot: Snapshot
    searcher: Searcher


class LiveIndex:
    """Opens what is published and takes over changes; `current` is replaced as a whole and stays valid for whoever holds it."""

    def __init__(self, settings: Settings, encoder: Encoder, store: Store, progress: Progress | None = None) -> None:
        self._settings, self._encoder, self._store = settings, encoder, store
        self._signature = signature(settings.knowledge_dir)
        self.report: Report = synchronise(settings.knowledge_dir, store, progress)
        self.current = self._load(progress)

    @classmethod
    def open(cls, settings: Settings, encoder: Encoder, progress: Progress | None = None) -> Self:
        """Reads what changed in the folder and loads the index, building it where it doesn't fit."""
        store = Store(open_engine(settings, "knowledge"))
        store.migrate()
        return cls(settings, encoder, store, progress)

    def refresh(self) -> Live:
        """Takes over a changed folder or store; cheap when nothing changed."""
        seen = signature(self._settings.knowledge_dir)
        if seen != self._signature:
            self.report = synchronise(self._settings.knowledge_dir, self._store)
            self._signature = seen
        if self._store.fingerprint() != self.current.snapshot.version:
            self.current = self._renewed(self.current)
            log.info("now answering from %d bundles", len(self.current.snapshot.bundles))
        return self.current

    def _renewed(self, before: Live) -> Live:
        """What is published now, with the bundles, passages and vectors of before where nothing changed."""
        snapshot = self._store.snapshot(before.snapshot)
        unchanged = {id for id, bundle in snapshot.bundles.items() if before.snapshot.bundles.get(id) is bundle}
        folder, old = self._settings.index_dir, before.searcher.snapshot
        build(list(snapshot.bundles.values()), self._encoder, folder, version=snapshot.version, old=old, unchanged=unchanged)
        return Live(snapshot, Searcher(load_snapshot(folder, self._encoder), self._encoder))

    def _load(self, progress: Progress | None = None) -> Live:
        snapshot = self._store.snapshot()
        folder = self._settings.index_dir
        sources = {bundle.document.id: bundle.document.sha256 for bundle in snapshot.bundles.values()}
        try:
            stored = load_snapshot(folder, self._encoder)
            fits = stored.manifest.get("version") == snapshot.version and stored.manifest.get("sources") == sources
        except UnusableIndexError as error:
            log.info("the index is built anew: %s", error)
            fits = False
        if not fits:
            report = (lambda number, of: progress(number, of, "texts encoded")) if progress else None
            build(list(snapshot.bundles.values()), self._encoder, folder, version=snapshot.version, report=report)
            stored = load_snapshot(folder, self._encoder)
        return Live(snapshot, Searcher(stored, self._encoder))
