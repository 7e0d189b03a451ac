"""Server-rendered pages in Dutch; without JavaScript everything but the chat works."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.staticfiles import StaticFiles

from bot.gateway.gateway import GatewayOf
from bot.gateway.welcome import contact_cards
from bot.web.bundle import parts
from bot.web.facts import rows
from bot.web.job_posting import job_posting
from bot.web.listing import Entry, Filters, employers, levels, listed
from knowledge.catalog import title_of

router = APIRouter(include_in_schema=False)

_HERE = Path(__file__).parent


def static_files() -> StaticFiles:
    """Style sheet and scripts."""
    return StaticFiles(directory=_HERE / "static")


@cache
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(_HERE / "templates"), autoescape=select_autoescape(), undefined=StrictUndefined, trim_blocks=True)


def _render(template: str, status_code: int = 200, **values: Any) -> HTMLResponse:
    return HTMLResponse(_templates().get_template(template).render(values), status_code)


@router.get("/")
async def home(gateway: GatewayOf, open: str = "", werkgever: str = "", niveau: str = "", infosessie: str = "") -> HTMLResponse:
    """The vacancies, those that are open first; what the form asks for stands in the address."""
    entries = listed(gateway.snapshot().vacancies.values(), gateway.clock.now())
    filters = Filters(bool(open), werkgever, niveau, bool(infosessie))
    shown = [entry for entry in entries if filters.keep(entry)]
    return _render("home.html", entries=shown, total=len(entries), filters=filters, employers=employers(entries), levels=levels(entries))


@router.get("/vacancies/{vacancy_id}")
async def vacancy(vacancy_id: str, gateway: GatewayOf) -> HTMLResponse:
    """What is known of a vacancy, and its bundle's text with the anchors that citations point to."""
    snapshot = gateway.snapshot()
    entries = snapshot.of_document(vacancy_id)
    if not entries:
        return _render("missing.html", 404)
    # The page of a bundle with several functions tells of the bundle; the chat asks which function is meant.
    only = entries[0] if len(entries) == 1 else None
    document = snapshot.document(entries[0])
    shown = only if only and only.is_vacancy else None
    return _render(
        "vacancy.html",
        id=vacancy_id,
        title=" – ".join(title_of(entry) for entry in entries),
        functions=[(entry.id, title_of(entry)) for entry in entries] if only is None else [],
        vacancy=Entry.of(shown, gateway.clock.now()) if shown else None,
        rows=rows(shown) if shown else [],
        contacts=contact_cards(entries),
        posting=job_posting(shown, document, f"{gateway.settings.links_url}/vacancies/{quote(vacancy_id)}") if shown else None,
        name=document.name,
        parts=parts(document),
    )


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
