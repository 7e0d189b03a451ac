"""Server-rendered pages in Dutch; without JavaScript everything but the chat works."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.staticfiles import StaticFiles

from bot.gateway.gateway import GatewayOf
from bot.gateway.welcome import contact_cards
from bot.web.bundle import parts
from knowledge.catalog import employer_of, status, title_of
from knowledge.dates import format_moment
from knowledge.model import Vacancy

router = APIRouter(include_in_schema=False)

_HERE = Path(__file__).parent
_STATUS = {"open": "open", "closed": "afgesloten", "unknown": "onbekend"}


def static_files() -> StaticFiles:
    """Style sheet and scripts."""
    return StaticFiles(directory=_HERE / "static")


@cache
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(_HERE / "templates"), autoescape=select_autoescape(), undefined=StrictUndefined, trim_blocks=True)


def _render(template: str, status_code: int = 200, **values: Any) -> HTMLResponse:
    return HTMLResponse(_templates().get_template(template).render(values), status_code)


@router.get("/")
async def home(gateway: GatewayOf) -> HTMLResponse:
    """The vacancies, those that are open first, and a chat about each."""
    snapshot = gateway.snapshot()
    now = gateway.clock.now()
    rows = sorted((_row(vacancy, now) for vacancy in snapshot.vacancies.values()), key=lambda row: (row["status"] == "afgesloten", row["title"]))
    return _render("home.html", vacancies=rows)


@router.get("/vacancies/{vacancy_id}")
async def vacancy(vacancy_id: str, gateway: GatewayOf) -> HTMLResponse:
    """A bundle's text with the anchors that citations point to."""
    snapshot = gateway.snapshot()
    entries = snapshot.of_document(vacancy_id)
    if not entries:
        return _render("missing.html", 404)
    now = gateway.clock.now()
    # The page of a bundle with several functions tells of the bundle; the chat asks which function is meant.
    single = _row(entries[0], now) if len(entries) == 1 else None
    document = snapshot.document(entries[0])
    title = single["title"] if single else " – ".join(title_of(entry) for entry in entries)
    shown = single if single and entries[0].is_vacancy else None
    return _render("vacancy.html", id=vacancy_id, title=title, vacancy=shown, name=document.name, parts=parts(document))


@router.get("/vacancies/{vacancy_id}/contact")
async def vacancy_contact(vacancy_id: str, gateway: GatewayOf) -> HTMLResponse:
    """Whom to call or write about a vacancy; works without scripts."""
    entries = gateway.snapshot().of_document(vacancy_id)
    if not entries:
        return _render("missing.html", 404)
    title = " – ".join(title_of(entry) for entry in entries)
    return _render("contact.html", groups=[{"id": vacancy_id, "title": title, "contacts": contact_cards(entries)}])


@router.get("/contact")
async def contact(gateway: GatewayOf) -> HTMLResponse:
    """Whom to call or write, by vacancy."""
    vacancies = sorted(gateway.snapshot().vacancies.values(), key=title_of)
    return _render("contact.html", groups=[{"id": entry.id, "title": title_of(entry), "contacts": contact_cards((entry,))} for entry in vacancies])


@router.get("/privacy")
async def privacy(gateway: GatewayOf) -> HTMLResponse:
    """What is kept of a conversation, and for how long."""
    return _render("privacy.html", days=gateway.settings.keep_days, teams=gateway.settings.teams_app_id is not None)


@router.get("/voorwaarden")
async def terms() -> HTMLResponse:
    """What the chatbot is for and what may be expected of it."""
    return _render("terms.html")


@router.get("/favicon.ico")
async def favicon(_: Request) -> HTMLResponse:
    """There is none; browsers ask all the same."""
    return HTMLResponse(status_code=204)


def _row(vacancy: Vacancy, now: datetime) -> dict[str, Any]:
    deadline = vacancy.application.deadline
    return {
        "id": vacancy.id,
        "title": title_of(vacancy),
        "employer": employer_of(vacancy) if vacancy.employer else None,
        "status": _STATUS[status(vacancy, now)],
        "deadline": format_moment(deadline.value) if deadline else None,
    }
