"""Compresses the public pages and what they load; never an answer that holds somebody's words, nor a page behind a secret address."""

from __future__ import annotations

from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

_PUBLIC = ("/vacancies/", "/static/", "/contact", "/privacy", "/voorwaarden")


class PublicCompression:
    """ASGI middleware: a secret beside text that an attacker chooses would be told by the compressed length (BREACH), so only public pages are."""

    def __init__(self, app: ASGIApp) -> None:
        self._app, self._compressed = app, GZipMiddleware(app, minimum_size=1000)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on."""
        public = scope["type"] == "http" and (scope["path"] == "/" or scope["path"].startswith(_PUBLIC))
        await (self._compressed if public else self._app)(scope, receive, send)
