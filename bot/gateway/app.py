"""The public application: the HTTP interface, the pages, and what keeps them safe."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress

import httpx
from fastapi import FastAPI

from bot.gateway import chat, errors, health, transcript, vacancies, welcome
from bot.gateway.body import BodyLimit
from bot.gateway.catalog import Catalog
from bot.gateway.compression import PublicCompression
from bot.gateway.cors import WidgetOrigins
from bot.gateway.gateway import open_gateway
from bot.gateway.headers import SecurityHeaders
from bot.gateway.metrics import Metrics
from bot.gateway.signups import router as signups_router
from bot.teams.route import Teams
from bot.web import pages, script
from knowledge.settings import Settings, load_settings


def create_app(settings: Settings | None = None, *, catalog: Catalog | None = None, transport: httpx.AsyncBaseTransport | None = None) -> FastAPI:
    """The application; it connects to everything when it starts.

    `catalog` and `transport` (towards Rasa and the action server) replace the real ones in tests.
    """
    settings = settings or load_settings()
    teams = Teams(settings)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        _log_to_stderr()
        async with AsyncExitStack() as stack:
            metrics = Metrics()
            stack.enter_context(metrics.serve(settings.metrics_port))
            gateway = await open_gateway(settings, metrics, stack, catalog, transport)
            tasks = [asyncio.create_task(gateway.catalog.watch()), asyncio.create_task(gateway.purge_daily())]
            stack.push_async_callback(_cancel, tasks)
            app.state.gateway = gateway
            await stack.enter_async_context(teams.opened(gateway))
            yield

    app = FastAPI(title="vacaturebot", version="1", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    for router in (
        chat.router,
        transcript.router,
        welcome.router,
        vacancies.router,
        health.router,
        signups_router(settings),
        teams.router,
        script.router,
        pages.router,
    ):
        app.include_router(router)
    app.mount("/static", pages.static_files(), name="static")
    errors.install(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(PublicCompression)
    app.add_middleware(WidgetOrigins, origins=settings.allowed_origins)
    app.add_middleware(SecurityHeaders)
    return app


async def _cancel(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    for task in tasks:
        with suppress(asyncio.CancelledError):
            await task


def _log_to_stderr() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s", stream=sys.stderr)
    # It logs every address that it asks, at a level that we use for other things.
    logging.getLogger("httpx").setLevel(logging.WARNING)
