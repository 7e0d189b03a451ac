"""`/signups/{token}`: a candidate sees, changes, cancels or erases the sign-up. Opening the page changes nothing; mail scanners open links."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from actions.signup_details import valid_address
from actions.signups.store import AlreadySignedUp
from bot.gateway.signups.desk import PRIVATE, Desk, page

_LONGEST_NAME = 80


def add_routes(routes: APIRouter, desk: Desk) -> None:
    """The candidate's page and what its buttons do."""

    @routes.get("/signups/{token}")
    async def show(token: str, done: str = "") -> Response:
        return await _show(desk, token, done=done)

    @routes.post("/signups/{token}/change")
    async def change(token: str, request: Request) -> Response:
        signup = await asyncio.to_thread(desk.signups.find, token)
        if signup is None or signup.status == "cancelled":
            return await _show(desk, token)
        fields = parse_qs((await request.body()).decode("utf-8", "replace"))
        name = " ".join("".join(c for c in fields.get("name", [""])[0] if c.isprintable()).split())
        typed = fields.get("email", [""])[0].strip()
        email = valid_address(typed)
        if not 2 <= len(name) <= _LONGEST_NAME or email is None:
            problem = "name" if email else "email"
            return page("signup.html", 422, signup=signup, token=token, problem=problem, name=name, email=typed[:254], done="")
        try:
            await asyncio.to_thread(desk.signups.change, signup.number, name=name, email=email)
        except AlreadySignedUp:
            return page("signup.html", 409, signup=signup, token=token, problem="taken", name=name, email=email, done="")
        return _back(token, "changed")

    @routes.post("/signups/{token}/cancel")
    async def cancel(token: str) -> Response:
        signup = await asyncio.to_thread(desk.signups.find, token)
        if signup is not None:
            await asyncio.to_thread(desk.signups.cancel, signup.number)
        return _back(token, "cancelled")

    @routes.post("/signups/{token}/erase")
    async def erase(token: str) -> Response:
        signup = await asyncio.to_thread(desk.signups.find, token)
        if signup is None:
            return page("gone.html", 404, erased=False)
        await asyncio.to_thread(desk.signups.forget, signup.number)
        return page("gone.html", erased=True)


async def _show(desk: Desk, token: str, done: str = "") -> Response:
    signup = await asyncio.to_thread(desk.signups.find, token)
    if signup is None:
        return page("gone.html", 404, erased=False)
    return page("signup.html", signup=signup, token=token, problem="", name=signup.name, email=signup.email, done=done)


def _back(token: str, done: str) -> Response:
    """Shows the page again, so that a reload repeats nothing."""
    return RedirectResponse(f"/signups/{token}?done={done}", 303, headers=PRIVATE)
