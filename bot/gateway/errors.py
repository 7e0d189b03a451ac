"""Errors as the outside interface gives them: `{"error": {"code", "message"}}`, always in Dutch, never with inner details."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from bot.gateway.texts import ERRORS

logger = logging.getLogger("vacaturebot.gateway")

_CODES = {
    400: "bad_request",
    401: "unauthorized",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    408: "timeout",
    413: "too_large",
    415: "unsupported_media_type",
    429: "too_many_turns",
    503: "unavailable",
}
_FIELDS = {"conversation_id": "invalid_conversation"}


class ApiError(Exception):
    """An answer other than success. `message` replaces the text that belongs to `code`."""

    def __init__(self, status: int, code: str, message: str | None = None, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.status, self.code, self.message, self.headers = status, code, message or ERRORS[code], headers


def error_response(status: int, code: str, message: str | None = None, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The one shape of every error."""
    return JSONResponse({"error": {"code": code, "message": message or ERRORS[code]}}, status, headers)


def install(app: FastAPI) -> None:
    """Gives every error of the app, the framework's own included, that shape."""
    app.add_exception_handler(ApiError, _api_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _unexpected)


async def _api_error(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ApiError)
    return error_response(error.status, error.code, error.message, error.headers)


async def _http_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    if error.status_code == 400 and request.method in ("POST", "PUT", "PATCH"):
        # The framework's word for a body that is no JSON, for example not UTF-8 or nested too deeply.
        return error_response(400, "invalid_json")
    code = _CODES.get(error.status_code, "internal" if error.status_code >= 500 else "bad_request")
    return error_response(error.status_code, code, headers=error.headers)


async def _invalid(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    problem = error.errors()[0]
    if problem["type"] == "json_invalid":
        return error_response(400, "invalid_json")
    field = next((str(part) for part in reversed(problem["loc"]) if isinstance(part, str) and part not in ("body", "path", "query")), "")
    if code := _FIELDS.get(field):
        return error_response(422, code)
    return error_response(422, "invalid", ERRORS["invalid"].format(field=field or "body"))


async def _unexpected(request: Request, error: Exception) -> JSONResponse:
    # The server logs the traceback; a traceback shows code, never the message's text.
    logger.error("unexpected %s on %s", type(error).__name__, request.scope.get("route", request.scope["type"]))
    return error_response(500, "internal")
