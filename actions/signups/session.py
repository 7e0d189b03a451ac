"""An infosession as the sign-up store keeps it: what a mail, a reminder or a calendar file needs, also after the bundle has changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time

from actions.answers.contacts import by_topic, referral
from actions.answers.infosessions import describe
from knowledge.catalog import Snapshot, employer_of, title_of
from knowledge.clock import BRUSSELS
from knowledge.model import Infosession, Vacancy


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """`bundle` is the id of the document and `key` identifies the session within it: functions of one bundle share their sessions.

    `starts_at` is aware (Europe/Brussels), at midnight where `timed` is False; `text` is the session in words; `link` the address to
    join on line; `organiser` the address that the bundle gives for sign-ups (None when it gives none) and `contact` the person for
    questions in words ('' when unknown); `status` what the bundle says happened to the session.
    """

    bundle: str
    key: str
    title: str
    employer: str
    starts_at: datetime
    timed: bool
    text: str
    minutes: int | None = None
    place: str | None = None
    mode: str | None = None
    link: str | None = None
    organiser: str | None = None
    contact: str = ""
    status: str = "planned"


def session_key(session: Infosession) -> str:
    """Identifies a session within its bundle: its start ('2026-12-01T19:00')."""
    return session.start.iso()


def session_facts(snapshot: Snapshot, vacancy: Vacancy, session: Infosession) -> SessionFacts:
    """The facts of one session of a vacancy; the title names every function of the bundle that has this session."""
    start, key = session.start, session_key(session)
    bundle = snapshot.bundles[vacancy.document_id]
    functions = [other for other in bundle.vacancies if any(session_key(fact.value) == key for fact in other.infosessions)]
    return SessionFacts(
        bundle=vacancy.document_id,
        key=key,
        title=" / ".join(dict.fromkeys(" ".join(title_of(function).split()) for function in functions or [vacancy])),
        employer=employer_of(vacancy),
        starts_at=datetime.combine(start.date, start.time or time(), BRUSSELS),
        timed=start.time is not None,
        text=describe(session),
        minutes=session.duration_minutes or _minutes(session),
        place=session.place,
        mode=session.mode,
        link=_join_link(vacancy, key),
        organiser=_organiser(vacancy, session),
        contact=referral(vacancy, "ask_infosession")[0],
        status=session.status,
    )


def _minutes(session: Infosession) -> int | None:
    """The length that a printed end gives."""
    start = session.start
    if start.time is None or start.end_time is None or start.end_date not in (None, start.date):
        return None
    minutes = (start.end_time.hour - start.time.hour) * 60 + start.end_time.minute - start.time.minute
    return minutes if minutes > 0 else None


# Where people meet on line; any other address beside a session may be a form or a map.
_MEETING = re.compile(r"https://(?:teams\.(?:microsoft|live)\.com|[\w.-]*\bzoom\.us|meet\.google\.com|[\w.-]*\bwebex\.com)/[^\s<>\"')\]]+")


def _join_link(vacancy: Vacancy, key: str) -> str | None:
    """The address to join on line that stands beside the session; None where it might be another session's."""
    quotes = {session_key(fact.value): " ".join(citation.quote for citation in fact.citations) for fact in vacancy.infosessions}
    links = {name: set(_MEETING.findall(quote)) for name, quote in quotes.items()}
    own = {link.rstrip(".,;") for link in links.get(key, ())}
    shared = any(link in found for name, found in links.items() if name != key for link in links.get(key, ()))
    return own.pop() if len(own) == 1 and not shared else None


def _organiser(vacancy: Vacancy, session: Infosession) -> str | None:
    """Where the bundle wants sign-ups to go, else the e-mail address of the contact for infosessions."""
    if session.signup_address and "@" in session.signup_address:
        return session.signup_address
    return next((fact.value.email for fact in by_topic(vacancy, "infosessie") if fact.value.email), None)
