"""What the action server holds while it runs: the published bundles, their index, and the stores; replaced as a whole when bundles change."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from types import TracebackType
from typing import Self

from actions.callbacks import Callbacks
from actions.memory import ExchangeMemory
from actions.services import Services
from actions.signups.store import Signups
from actions.texts import Texts
from actions.unanswered import Unanswered
from index.encoder.factory import load_encoder
from index.live import Live, LiveIndex
from knowledge.database import open_engine
from knowledge.settings import Settings

log = logging.getLogger(__name__)

_POLL_SECONDS = 2.0


class Runtime:
    """Loads everything on entering, watches the folder of bundles until it is left."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._clock = settings.clock()
        self._memory = ExchangeMemory()
        self._texts = Texts.load()
        self._callbacks: Callbacks | None = None
        self._unanswered: Unanswered | None = None
        self._signups: Signups | None = None
        self._index: LiveIndex | None = None
        self._live: Live | None = None
        self._watcher: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        engine = open_engine(self._settings, "service")
        self._callbacks, self._unanswered, self._signups = Callbacks(engine), Unanswered(engine), Signups(engine)
        self._index = await asyncio.to_thread(LiveIndex.open, self._settings, load_encoder(self._settings))
        self._live = self._index.current
        self._watcher = asyncio.create_task(self._watch())
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._watcher:
            self._watcher.cancel()
            with suppress(asyncio.CancelledError):
                await self._watcher

    def services(self) -> Services:
        """A consistent view for one turn. Raises RuntimeError before everything is loaded."""
        live, callbacks, unanswered, signups = self._live, self._callbacks, self._unanswered, self._signups
        if live is None or callbacks is None or unanswered is None or signups is None:
            raise RuntimeError("the bundles are not loaded yet")
        return Services(live.snapshot, live.searcher, self._clock.now(), self._texts, self._memory, callbacks, unanswered, signups)

    def problem(self) -> str | None:
        """Why no question can be answered now; None when all is well."""
        return "the bundles are not loaded yet" if self._live is None else None

    async def _watch(self) -> None:
        """Takes over changed bundles within seconds; whatever fails, the previous bundles keep answering."""
        while True:
            await asyncio.sleep(_POLL_SECONDS)
            if self._index is None:
                continue
            try:
                self._live = await asyncio.to_thread(self._index.refresh)
            except Exception:
                log.exception("the bundles could not be refreshed; the previous ones keep answering")
