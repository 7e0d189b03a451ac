"""`/widget.js`: the chat as one script for any website, built from bot/web/widget (`make widget`)."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import Response

router = APIRouter(include_in_schema=False)

WIDGET = Path(__file__).parent / "static" / "widget.js"
_HEADERS = {
    # An hour in which a page asks nothing; then the old one is shown once more while the new one comes.
    "Cache-Control": "public, max-age=3600, stale-while-revalidate=86400",
    "Access-Control-Allow-Origin": "*",  # for pages that load it with an integrity check
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Vary": "Accept-Encoding",
}


@dataclass(frozen=True, slots=True)
class _Script:
    plain: bytes
    zipped: bytes
    tag: str


@cache
def _script() -> _Script:
    plain = WIDGET.read_bytes()
    return _Script(plain, gzip.compress(plain, 9, mtime=0), f'"{hashlib.sha256(plain).hexdigest()[:20]}"')


@router.get("/widget.js")
async def widget(request: Request) -> Response:
    """The script, compressed where the browser takes that; 304 when it has it already."""
    script = _script()
    headers = _HEADERS | {"ETag": script.tag}
    if script.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(script.zipped, media_type="text/javascript", headers=headers | {"Content-Encoding": "gzip"})
    return Response(script.plain, media_type="text/javascript", headers=headers)
