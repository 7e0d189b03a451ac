"""The pages of sign-ups: the candidate's own, behind a secret link, and the recruiter's list, behind a login."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.responses import FileResponse

from bot.gateway.signups import candidate, recruiter
from bot.gateway.signups.desk import Desk
from knowledge.settings import Settings

_STYLE = Path(__file__).parent / "page.css"


def router(settings: Settings) -> APIRouter:
    """The routes; the store is opened when the application starts."""
    desk = Desk(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        with desk.opened():
            yield

    routes = APIRouter(include_in_schema=False, lifespan=lifespan)

    @routes.get("/signups/page.css")
    async def style() -> FileResponse:
        return FileResponse(_STYLE, media_type="text/css")

    candidate.add_routes(routes, desk)
    recruiter.add_routes(routes, desk)
    return routes
