"""What the action server holds while it runs: the published bundles, their index, and the stores; replaced as a whole when bundles change."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from types import TracebackType
from typing import Self

from actions.callbacks import Callbacks
from actions.database import open_service
from actions.memory import ExchangeMemory
from actions.services import Services
from actions.signups.store import SignupRules, Signups
from actions.signups.transport import mail_folder
from actions.signups.worker import Worker
from actions.texts import Texts
from actions.unanswered import Unanswered
from index.encoder.factory import load_encoder
from index.live import Live, LiveIndex
from knowledge.catalog import Snapshot
from knowledge.eligibility.rules import prepare
from knowledge.settings import Settings

log = logging.getLogger(__name__)

_POLL_SECONDS = 2.0


class Runtime:
    """Loads everything on entering; until it is left, it watches the folder of bundles and makes the mails of sign-ups leave."""

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
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        engine = open_service(self._settings)
        rules = SignupRules.of(self._settings)
        self._callbacks, self._unanswered = Callbacks(engine, mail_folder(self._settings), channel=rules.channel), Unanswered(engine)
        self._signups = Signups(engine, rules)
        self._index = await asyncio.to_thread(LiveIndex.open, self._settings, load_encoder(self._settings))
        self._live = self._index.current
        worker = Worker.of(self._signups, self._settings)
        self._tasks = [asyncio.create_task(self._watch()), asyncio.create_task(worker.run(self._snapshot))]
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            with suppress(asyncio.CancelledError):
                await task

    def _take_over(self, live: Live) -> None:
        if live is not self._live:
            prepare(live.snapshot.vacancies.values())
            self._live = live

    def services(self) -> Services:
        """A consistent view for one turn. Raises RuntimeError before everything is loaded."""
        live, callbacks, unanswered, signups = self._live, self._callbacks, self._unanswered, self._signups
        if live is None or callbacks is None or unanswered is None or signups is None:
            raise RuntimeError("the bundles are not loaded yet")
        return Services(live.snapshot, live.searcher, self._clock.now(), self._texts, self._memory, callbacks, unanswered, signups)

    def forget(self, conversation: str) -> None:
        """Forgets what is remembered of an open exchange."""
        self._memory.forget(conversation)

    def version(self) -> str | None:
        """The version of the bundles that questions are answered from; None before they are loaded."""
        return self._live.snapshot.version if self._live else None

    def _snapshot(self) -> Snapshot | None:
        return self._live.snapshot if self._live else None

    async def _watch(self) -> None:
        """Takes over changed bundles within seconds; whatever fails, the previous bundles keep answering."""
        while True:
            await asyncio.sleep(_POLL_SECONDS)
            if self._index is None:
                continue
            try:
                self._take_over(await asyncio.to_thread(self._index.refresh))
            except Exception:
                log.exception("the bundles could not be refreshed; the previous ones keep answering")
