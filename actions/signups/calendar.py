"""The infosession as a calendar file (RFC 5545) that a later one with the same UID changes or cancels."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vCalAddress

from actions.signups.envelope import Envelope
from knowledge.clock import BRUSSELS

_CANCELLED = frozenset({"cancelled", "session_cancelled", "refused"})


def method(kind: str) -> str:
    """CANCEL takes the event out of a calendar, PUBLISH puts it in or brings it up to date."""
    return "CANCEL" if kind in _CANCELLED else "PUBLISH"


def calendar_file(envelope: Envelope, kind: str, link: str, sender: str) -> bytes:
    """The file for one sign-up. UID stays the same and SEQUENCE grows with every change of the sign-up or its session.

    A session without a printed hour is a whole day; without a known length the event has a start only.
    """
    session, signup = envelope.session, envelope.signup
    event = Event()
    event.add("uid", f"{envelope.reference}@vacaturebot")
    event.add("sequence", session.sequence + (signup.revision if signup else 0))
    event.add("dtstamp", datetime.now(UTC))
    start = session.starts_at.astimezone(BRUSSELS)
    event.add("dtstart", start if session.timed else start.date())
    if session.timed and session.minutes:
        event.add("dtend", start + timedelta(minutes=session.minutes))
    event.add("summary", f"Infosessie {session.title} – {session.employer}")
    join = f"\nDeelnemen: {session.link}" if session.link else ""
    event.add("description", f"{session.text}{join}\nReferentie: {envelope.reference}\nWijzigen of annuleren: {link}")
    if session.link:
        event.add("url", session.link)
    if session.place or session.mode == "teams":
        event.add("location", session.place or "Microsoft Teams")
    organiser = vCalAddress(f"mailto:{session.organiser or sender}")
    event.add("organizer", organiser)
    event.add("status", "CANCELLED" if kind in _CANCELLED else "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", "-//vacaturebot//NL")
    calendar.add("version", "2.0")
    calendar.add("method", method(kind))
    calendar.add_component(event)
    # The zone's rules for the years around the session; all of them since 1970 would make the file fifty times as long.
    calendar.add_missing_timezones(first_date=date(start.year - 1, 1, 1), last_date=date(start.year + 2, 1, 1))
    return bytes(calendar.to_ical())
