"""Reads a request's body up to a limit before anything parses it, chunked ones too."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.gateway.errors import error_response

LIMIT = 64 * 1024
# A client that is still sending doesn't read; so much more is thrown away before the refusal, that it arrives.
_DRAIN = 4 * 1024 * 1024
_SECONDS = 10.0


class BodyLimit:
    """ASGI middleware: 413 for a body above `limit` bytes, 408 for one that doesn't arrive in ten seconds."""

    def __init__(self, app: ASGIApp, limit: int = LIMIT, seconds: float = _SECONDS) -> None:
        self._app, self._limit, self._seconds = app, limit, seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on with its whole body, or refuses it."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self._app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(self._seconds):
                body = await self._read(receive)
        except TimeoutError:
            await error_response(408, "timeout", headers={"Connection": "close"})(scope, receive, send)
            return
        except ConnectionError:
            return
        if body is None:
            await error_response(413, "too_large", headers={"Connection": "close"})(scope, receive, send)
            return
        await self._app(scope, _replay(body, receive), send)

    async def _read(self, receive: Receive) -> bytes | None:
        """The body, None when it is too large; ConnectionError when the client left."""
        chunks: list[bytes] = []
        size = 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ConnectionError
            chunk = message.get("body", b"")
            size += len(chunk)
            if size <= self._limit:
                chunks.append(chunk)
            if not message.get("more_body") or size > _DRAIN:
                return b"".join(chunks) if size <= self._limit else None


def _replay(body: bytes, receive: Receive) -> Receive:
    sent = False

    async def replayed() -> Message:
        nonlocal sent
        if sent:
            return await receive()
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replayed
