"""Mails to the recruiter about what is no sign-up: call-back requests and questions that no bundle answered."""

from __future__ import annotations

from collections import Counter
from email.message import EmailMessage

from sqlalchemy import Engine

from actions.callbacks import request_of
from actions.signups.mail import Sender, written
from actions.signups.outbox import Message
from actions.unanswered import told_in
from knowledge.clock import BRUSSELS

_NAME = "Vacaturebot"


def notice(engine: Engine, message: Message, sender: Sender) -> EmailMessage | None:
    """The mail of a message without a session; None when nobody is to be told, or when there is nothing to tell any more."""
    if sender.recruiter is None:
        return None
    if message.kind == "unanswered":
        return _unanswered(engine, message, sender, sender.recruiter)
    values: dict[str, object] = {"kind": message.kind, "reference": message.reference, "request": None}
    if message.kind == "callback_new":
        with engine.connect() as connection:
            request = request_of(connection, message.reference or "")
        if request is None:
            return None
        values |= {"request": request, "asked_at": f"{request.asked_at.astimezone(BRUSSELS):%d/%m/%Y om %H.%M} uur"}
    mail = written(message, sender, "callback", _NAME, sender.recruiter, values)
    if message.kind == "callback_new" and request and "@" in request.reach:
        mail["Reply-To"] = request.reach
    return mail


def _unanswered(engine: Engine, message: Message, sender: Sender, to: str) -> EmailMessage | None:
    with engine.connect() as connection:
        told = told_in(connection, message.number)
    if not told:
        return None
    groups: dict[str, list[tuple[str, int]]] = {}
    for (vacancy, question), count in Counter(told).items():
        groups.setdefault(vacancy or "", []).append((question, count))
    return written(message, sender, "unanswered", _NAME, to, {"kind": message.kind, "groups": groups, "count": len(told)})
