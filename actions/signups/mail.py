"""The mails about sign-ups: Dutch templates in text and HTML, with the calendar file."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import localtime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from actions.signups.calendar import calendar_file, method
from actions.signups.envelope import Envelope

_TEMPLATES = Path(__file__).parent / "templates"
_ATTACHED = frozenset({"confirmed", "moved_up", "changed", "cancelled", "session_changed", "session_cancelled", "reminder_day"})


class Sender(NamedTuple):
    """Who mails leave from, and where links lead (no slash at the end)."""

    address: str
    links: str


def compose(envelope: Envelope, sender: Sender) -> EmailMessage:
    """The mail of a message; the same Message-ID every time, so that a second delivery is recognised."""
    kind, session, signup = envelope.message.kind, envelope.session, envelope.signup
    organisers = kind.startswith("organiser_")
    link = f"{sender.links}/signups/{signup.token}" if signup else ""
    values: dict[str, Any] = {"kind": kind, "session": session, "signup": signup, "reference": envelope.reference}
    values |= {"link_url": link, "links": sender.links}
    template = "organiser" if organisers else kind
    text = _text().get_template(f"{template}.j2").render(values, layout="layout.txt")
    subject, _, body = text.partition("\n")
    mail = EmailMessage(policy=SMTP)
    mail["Message-ID"] = envelope.message.message_id
    mail["Date"] = localtime()
    mail["From"] = Address(_header(f"Vacatures {session.employer}"), addr_spec=sender.address)
    mail["To"] = envelope.to
    mail["Subject"] = _header(subject)
    mail["Auto-Submitted"] = "auto-generated"
    answers = signup.email if organisers and signup else session.organiser
    if answers and answers != envelope.to:
        mail["Reply-To"] = answers
    mail.set_content(body.strip() + "\n")
    html = _html().get_template(f"{template}.j2").render(values, layout="layout.html")
    mail.add_alternative(html, subtype="html")
    if kind in _ATTACHED and signup and signup.status != "waiting":
        file = calendar_file(envelope, kind, link, sender.address)
        mail.add_attachment(
            file, maintype="text", subtype="calendar", filename="infosessie.ics", params={"method": method(kind), "charset": "utf-8"}, cte="base64"
        )
    return mail


def _header(text: str) -> str:
    """One line of at most 150 characters: what a bundle's title holds must not become a header of its own."""
    return " ".join(text.split())[:150]


@cache
def _text() -> Environment:
    environment = _environment(autoescape=False)
    environment.globals |= {
        "p": lambda text: f"{text}\n",
        "link": lambda label, url: f"{label}: {url}\n",
        "facts": lambda rows: "".join(f"{label}: {value}\n" for label, value in rows if value),
    }
    return environment


@cache
def _html() -> Environment:
    environment = _environment(autoescape=True)
    environment.globals |= {
        "p": lambda text: Markup("<p>{}</p>\n").format(text),
        "link": lambda label, url: Markup('<p><a href="{}">{}</a></p>\n').format(url, label),
        "facts": _table,
    }
    return environment


def _table(rows: list[tuple[str, str | None]]) -> Markup:
    cells = (Markup("<tr><th>{}</th><td>{}</td></tr>").format(label, escape(value)) for label, value in rows if value)
    return Markup("<table>{}</table>\n").format(Markup().join(cells))


def _environment(*, autoescape: bool) -> Environment:
    loader = FileSystemLoader(_TEMPLATES)
    return Environment(loader=loader, autoescape=autoescape, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
