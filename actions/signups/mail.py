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
from actions.signups.outbox import Message

_TEMPLATES = Path(__file__).parent / "templates"
_ATTACHED = frozenset({"confirmed", "moved_up", "changed", "cancelled", "session_changed", "session_cancelled", "refused", "reminder_day"})


class Sender(NamedTuple):
    """Who mails leave from, where links lead (no slash at the end), and who is told of call-back requests and unanswered questions."""

    address: str
    links: str
    recruiter: str | None = None


def compose(envelope: Envelope, sender: Sender) -> EmailMessage:
    """The mail of a message about a sign-up; the same Message-ID every time, so that a second delivery is recognised."""
    kind, session, signup = envelope.message.kind, envelope.session, envelope.signup
    organisers = kind.startswith("organiser_")
    link = f"{sender.links}/signups/{signup.token}" if signup else ""
    values: dict[str, Any] = {"kind": kind, "session": session, "signup": signup, "reference": envelope.reference, "link_url": link}
    mail = written(envelope.message, sender, "organiser" if organisers else kind, f"Vacatures {session.employer}", envelope.to, values)
    answers = signup.email if organisers and signup else session.organiser
    if answers and answers != envelope.to:
        mail["Reply-To"] = answers
    if kind in _ATTACHED and signup and signup.status in ("confirmed", "cancelled"):
        file = calendar_file(envelope, kind, link, sender.address)
        mail.add_attachment(
            file, maintype="text", subtype="calendar", filename="infosessie.ics", params={"method": method(kind), "charset": "utf-8"}, cte="base64"
        )
    return mail


def written(message: Message, sender: Sender, template: str, name: str, to: str, values: dict[str, Any]) -> EmailMessage:
    """A mail in text and HTML from a template, whose first line is the subject; `name` is the sender's in words."""
    values = {**values, "links": sender.links}
    subject, _, body = _text().get_template(f"{template}.j2").render(values, layout="layout.txt").partition("\n")
    mail = EmailMessage(policy=SMTP)
    mail["Message-ID"] = message.message_id
    mail["Date"] = localtime()
    mail["From"] = Address(_header(name), addr_spec=sender.address)
    mail["To"] = to
    mail["Subject"] = _header(subject)
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(body.strip() + "\n")
    mail.add_alternative(_html().get_template(f"{template}.j2").render(values, layout="layout.html"), subtype="html")
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
        "items": lambda rows: "".join(f"- {text}{_times(count)}\n" for text, count in rows),
    }
    return environment


@cache
def _html() -> Environment:
    environment = _environment(autoescape=True)
    environment.globals |= {
        "p": lambda text: Markup("<p>{}</p>\n").format(text),
        "link": lambda label, url: Markup('<p><a href="{}">{}</a></p>\n').format(url, label),
        "facts": _table,
        "items": lambda rows: Markup("<ul>{}</ul>\n").format(Markup().join(Markup("<li>{}{}</li>").format(*_row(row)) for row in rows)),
    }
    return environment


def _table(rows: list[tuple[str, str | None]]) -> Markup:
    cells = (Markup("<tr><th>{}</th><td>{}</td></tr>").format(label, escape(value)) for label, value in rows if value)
    return Markup("<table>{}</table>\n").format(Markup().join(cells))


def _row(row: tuple[str, int]) -> tuple[str, str]:
    return row[0], _times(row[1])


def _times(count: int) -> str:
    return f" ({count} keer)" if count > 1 else ""


def _environment(*, autoescape: bool) -> Environment:
    loader = FileSystemLoader(_TEMPLATES)
    return Environment(loader=loader, autoescape=autoescape, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
