import asyncio
from typing import Any

from bot.gateway.body import BodyLimit


async def send_through(
    messages: list[dict[str, Any]], *, limit: int = 10, seconds: float = 5, forever: bool = False
) -> tuple[list[bytes], list[int]]:
    """The bodies that the application got and the statuses that the client got."""
    bodies: list[bytes] = []
    statuses: list[int] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        bodies.append((await receive())["body"])
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def receive() -> Any:
        if messages:
            return messages.pop(0)
        return await asyncio.Event().wait() if forever else {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    await BodyLimit(app, limit, seconds)({"type": "http", "method": "POST", "path": "/", "headers": []}, receive, send)
    return bodies, statuses


def piece(body: bytes, more: bool = False) -> dict[str, Any]:
    return {"type": "http.request", "body": body, "more_body": more}


async def test_body_within_the_limit_arrives_whole() -> None:
    assert await send_through([piece(b"12345", True), piece(b"", True), piece(b"67890")]) == ([b"1234567890"], [200])


async def test_body_above_the_limit_is_refused() -> None:
    assert await send_through([piece(b"12345", True), piece(b"678901")]) == ([], [413])


async def test_endless_body_is_cut_off() -> None:
    assert await send_through([piece(b"x" * 1_000_000, True) for _ in range(100)], forever=True) == ([], [413])


async def test_body_that_never_comes() -> None:
    assert await send_through([piece(b"12345", True)], seconds=0.05, forever=True) == ([], [408])


async def test_client_that_left() -> None:
    assert await send_through([piece(b"12345", True)]) == ([], [])
