"""What the pages of sign-ups work with: the stores, and templates that nobody may keep a copy of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from actions.callbacks import Callbacks
from actions.database import open_service
from actions.signups.store import SignupRules, Signups
from actions.signups.transport import mail_folder
from actions.unanswered import Unanswered
from knowledge.settings import Settings

_HERE = Path(__file__).parent
PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
"""Headers of pages with personal data; the address of the candidate's page is a secret itself."""


class Desk:
    """The stores while the application runs."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.signups: Signups
        self.callbacks: Callbacks
        self.unanswered: Unanswered

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Opens the stores, closes them again."""
        engine = open_service(self.settings)
        try:
            self.signups = Signups(engine, SignupRules.of(self.settings))
            self.callbacks, self.unanswered = Callbacks(engine, mail_folder(self.settings)), Unanswered(engine)
            yield
        finally:
            engine.dispose()


def page(template: str, status_code: int = 200, **values: Any) -> HTMLResponse:
    """A private page."""
    return HTMLResponse(_templates().get_template(template).render(values), status_code, headers=PRIVATE)


@cache
def _templates() -> Environment:
    folders = [_HERE / "templates", _HERE.parents[1] / "web" / "templates"]
    return Environment(
        loader=FileSystemLoader(folders), autoescape=select_autoescape(), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
