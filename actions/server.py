"""The action server: rasa-sdk's executor in our own FastAPI application, on loopback and behind the shared secret."""

from __future__ import annotations

import logging
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Header, HTTPException, Request
from fastapi.responses import JSONResponse, Response
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionNotFoundException

from actions.rasa_actions import all_actions
from actions.runtime import Runtime
from knowledge.settings import Settings, load_settings

log = logging.getLogger(__name__)


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application; bundles, index and encoder are loaded when it starts."""
    settings = settings or load_settings()
    runtime = Runtime(settings)
    executor = ActionExecutor()
    for action in all_actions(runtime.services):
        executor.register_action(action)
    expected = settings.internal_secret.get_secret_value().encode()

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with runtime:
            yield

    def authorized(x_bot_secret: Annotated[str, Header()] = "") -> None:
        if not secrets.compare_digest(x_bot_secret.encode(), expected):
            raise HTTPException(401, "secret missing or wrong")

    app = FastAPI(title="vacaturebot actions", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)

    @app.post("/webhook", dependencies=[Depends(authorized)])
    async def webhook(request: Request) -> JSONResponse:
        call: dict[str, Any] = await request.json()
        name = str(call.get("next_action"))
        try:
            result = await executor.run(call)
        except ActionNotFoundException:
            return JSONResponse({"error": "no such action", "action_name": name}, 404)
        except Exception:
            # The tracker holds the candidate's words: the log gets the stack, never the call.
            log.exception("action %s failed", name)
            return JSONResponse({"error": "action failed", "action_name": name}, 500)
        return JSONResponse(result.model_dump() if result else {"events": [], "responses": []})

    @app.delete("/memory/{conversation}", status_code=204, dependencies=[Depends(authorized)])
    async def forget(conversation: str) -> Response:
        runtime.forget(conversation)
        return Response(status_code=204)

    @app.get("/healthz")
    async def healthz() -> dict[str, str]:
        return {"status": "ok"}

    @app.get("/readyz")
    async def readyz() -> JSONResponse:
        version = runtime.version()
        return JSONResponse({"status": "ready", "version": version} if version else {"status": "not ready"}, 200 if version else 503)

    return app
