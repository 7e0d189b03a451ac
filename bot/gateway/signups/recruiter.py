"""`/recruiter`: sign-ups per session, call-back requests and unanswered questions, behind a name and a password."""

from __future__ import annotations

import asyncio
import secrets
from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException
from fastapi.responses import Response
from fastapi.security import HTTPBasic, HTTPBasicCredentials

from actions.signups.export import STATUS, csv_file, xlsx_file
from actions.signups.store import Signup, Status
from bot.gateway.signups.desk import PRIVATE, Desk, page
from knowledge.clock import BRUSSELS

_NAME = "recruiter"
_SHORTEST = 12
_PAUSE_SECONDS = 1.0
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_login = HTTPBasic(auto_error=False, realm="vacaturebot")


def add_routes(routes: APIRouter, desk: Desk) -> None:
    """The recruiter's page and its files; without a password of at least twelve characters in the settings there is none."""
    password = desk.settings.recruiter_password
    expected = password.get_secret_value().encode() if password else b""
    guesses = asyncio.Lock()

    async def logged_in(given: Annotated[HTTPBasicCredentials | None, Depends(_login)]) -> None:
        if len(expected) < _SHORTEST:
            raise HTTPException(404)
        name, word = (given.username.encode(), given.password.encode()) if given else (b"", b"")
        # Both are always compared, in constant time.
        right = secrets.compare_digest(name, _NAME.encode()) & secrets.compare_digest(word, expected)
        if right:
            return
        if given:
            async with guesses:  # one wrong guess a second, from everybody together
                await asyncio.sleep(_PAUSE_SECONDS)
        raise HTTPException(401, headers={"WWW-Authenticate": 'Basic realm="vacaturebot", charset="UTF-8"'})

    protected = [Depends(logged_in)]

    @routes.get("/recruiter", dependencies=protected)
    async def overview() -> Response:
        values = await asyncio.to_thread(_overview, desk)
        return page("recruiter.html", **values)

    @routes.get("/recruiter/signups.csv", dependencies=protected)
    async def as_csv(bundle: str = "", session: str = "") -> Response:
        return _file(csv_file(await _chosen(desk, bundle, session)), "text/csv; charset=utf-8", "inschrijvingen.csv")

    @routes.get("/recruiter/signups.xlsx", dependencies=protected)
    async def as_xlsx(bundle: str = "", session: str = "") -> Response:
        return _file(xlsx_file(await _chosen(desk, bundle, session)), _XLSX, "inschrijvingen.xlsx")


def _overview(desk: Desk) -> dict[str, Any]:
    groups: dict[tuple[str, str], list[Signup]] = {}
    for signup in desk.signups.all():
        groups.setdefault((signup.bundle, signup.session), []).append(signup)
    sessions = [_session(items) for items in sorted(groups.values(), key=lambda items: items[0].starts_at)]
    callbacks = [(item, item.asked_at.astimezone(BRUSSELS)) for item in desk.callbacks.all()]
    questions = Counter(desk.unanswered.all()).most_common(100)
    return {"sessions": sessions, "callbacks": callbacks, "questions": questions, "status": STATUS, "capacity": desk.signups.rules.capacity}


def _session(items: Sequence[Signup]) -> dict[str, Any]:
    order: tuple[Status, ...] = ("confirmed", "waiting", "requested", "cancelled")
    counts = Counter(item.status for item in items)
    signups = sorted(items, key=lambda item: (order.index(item.status), item.signed_up_at))
    return {"first": items[0], "signups": signups, "counts": {status: counts[status] for status in order}}


async def _chosen(desk: Desk, bundle: str, session: str) -> list[Signup]:
    everything = await asyncio.to_thread(desk.signups.all)
    return [item for item in everything if bundle in ("", item.bundle) and session in ("", item.session)]


def _file(content: bytes, media_type: str, name: str) -> Response:
    return Response(content, media_type=media_type, headers={**PRIVATE, "Content-Disposition": f'attachment; filename="{name}"'})
