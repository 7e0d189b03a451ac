"""Routes for whoever watches over the service."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from bot.gateway.gateway import GatewayOf

router = APIRouter()


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """This process answers."""
    return {"status": "ok"}


@router.get("/readyz")
async def readyz(gateway: GatewayOf) -> JSONResponse:
    """200 only while Rasa, the action server, the vacancies and our own tables are there; else 503 with what is missing."""
    missing = await gateway.readiness.missing()
    return JSONResponse({"status": "ready"}) if not missing else JSONResponse({"status": "not ready", "missing": missing}, 503)
