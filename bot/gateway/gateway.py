"""What the routes work with: one object, built when the application starts and passed on."""

from __future__ import annotations

import asyncio
import logging
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

import httpx
from fastapi import Depends, Request
from redis.asyncio import Redis
from sqlalchemy.exc import SQLAlchemyError

from actions.callbacks import Callbacks
from actions.signups.store import SignupRules, Signups
from actions.signups.transport import mail_folder
from actions.unanswered import Unanswered
from bot.gateway.actions import ActionsClient
from bot.gateway.catalog import Catalog, StoreCatalog
from bot.gateway.errors import ApiError
from bot.gateway.limits import MemoryRateLimiter, RateLimiter, RedisRateLimiter
from bot.gateway.locks import ConversationLocks, MemoryLocks, RedisLocks
from bot.gateway.metrics import Metrics
from bot.gateway.once import MemoryOnce, Once, RedisOnce
from bot.gateway.rasa import RasaClient
from bot.gateway.readiness import Readiness
from bot.gateway.store import GatewayStore
from bot.gateway.tracker import TrackerStore
from knowledge.catalog import Snapshot
from knowledge.clock import Clock
from knowledge.database import open_engine
from knowledge.settings import Settings
from knowledge.store import Store

logger = logging.getLogger("vacaturebot.gateway")

_PURGE_SECONDS = 24 * 3600.0
_CHECK_SECONDS = 2.0


@dataclass(frozen=True)
class Gateway:
    """The gateway's parts. Tests replace some of them."""

    settings: Settings
    clock: Clock
    catalog: Catalog
    rasa: RasaClient
    actions: ActionsClient
    store: GatewayStore
    tracker: TrackerStore
    callbacks: Callbacks
    signups: Signups
    unanswered: Unanswered
    limiter: RateLimiter
    locks: ConversationLocks
    readiness: Readiness
    metrics: Metrics
    once: Once

    def snapshot(self) -> Snapshot:
        """What is published now. Raises the 503 error before anything is loaded."""
        snapshot = self.catalog.snapshot()
        if snapshot is None:
            raise ApiError(503, "unavailable", headers={"Retry-After": "5"})
        return snapshot

    async def erase(self, key: str) -> None:
        """Removes a conversation everywhere; the caller holds its lock. Raises ActionsUnavailable when one place may still remember it."""
        await asyncio.to_thread(self._erase, key)
        await self.actions.forget(key)

    def _erase(self, key: str) -> None:
        self.tracker.erase(key)
        self.callbacks.erase(key)
        self.signups.erase(key)
        self.store.erase(key)

    def purge(self) -> None:
        """Removes what is older than the setting allows, by the real clock."""
        before = self.clock.real_now() - timedelta(days=self.settings.keep_days)
        for key in self.store.purge(before):
            self.tracker.erase(key)
        self.tracker.purge(before)
        self.callbacks.purge(self.settings.keep_days)
        self.signups.purge()
        self.unanswered.purge()

    async def purge_daily(self) -> None:
        """Purges now and every day, until cancelled."""
        while True:
            try:
                await asyncio.to_thread(self.purge)
            except SQLAlchemyError as error:
                logger.error("the purge failed and is tried again tomorrow: %s", type(error).__name__)
            await asyncio.sleep(_PURGE_SECONDS)


async def open_gateway(
    settings: Settings,
    metrics: Metrics,
    stack: AsyncExitStack,
    catalog: Catalog | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
) -> Gateway:
    """Connects to everything; `stack` closes it again. `catalog` and `transport` (for Rasa and the action server) replace the real ones in tests."""
    secret = settings.internal_secret.get_secret_value()
    rasa = RasaClient(settings.rasa_url, secret, transport)
    stack.push_async_callback(rasa.close)
    actions = ActionsClient(settings.actions_url, secret, transport)
    stack.push_async_callback(actions.close)

    knowledge, own, tracked, service = (open_engine(settings, name) for name in ("knowledge", "gateway", "tracker", "service"))
    for engine in (knowledge, own, tracked, service):
        stack.callback(engine.dispose)
    store = GatewayStore(own)
    await asyncio.to_thread(store.prepare)
    tracker = TrackerStore(tracked, None if settings.database_url else settings.data_dir / "tracker.db")

    limiter: RateLimiter = MemoryRateLimiter()
    locks: ConversationLocks = MemoryLocks()
    once: Once = MemoryOnce()
    if settings.redis_url:
        redis = Redis.from_url(settings.redis_url)
        stack.push_async_callback(redis.aclose)
        limiter, locks, once = RedisRateLimiter(redis), RedisLocks(redis, 2 * settings.turn_seconds), RedisOnce(redis)
    catalog = catalog or StoreCatalog(Store(knowledge), actions.version)
    readiness = _readiness(catalog, rasa, actions, store)
    return Gateway(
        settings,
        settings.clock(),
        catalog,
        rasa,
        actions,
        store,
        tracker,
        Callbacks(service, mail_folder(settings)),
        Signups(service, SignupRules.of(settings)),
        Unanswered(service),
        limiter,
        locks,
        readiness,
        metrics,
        once,
    )


def _readiness(catalog: Catalog, rasa: RasaClient, actions: ActionsClient, store: GatewayStore) -> Readiness:
    async def loaded() -> bool:
        return catalog.settled()

    async def rasa_ready() -> bool:
        return await rasa.healthy(_CHECK_SECONDS)

    async def actions_ready() -> bool:
        return await actions.version() is not None

    async def store_ready() -> bool:
        return await asyncio.to_thread(store.reachable)

    return Readiness({"knowledge": loaded, "rasa": rasa_ready, "actions": actions_ready, "store": store_ready})


def _gateway(request: Request) -> Gateway:
    gateway: Gateway = request.app.state.gateway
    return gateway


GatewayOf = Annotated[Gateway, Depends(_gateway)]
"""A route's parameter of this type gets the running gateway."""
