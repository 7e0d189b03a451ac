"""Infosessions: when, where, for how long, and how to register."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answers.base import Answer, Ask, citations_of, quoted, whole_rows
from knowledge.catalog import passed
from knowledge.dates import find_moments, format_moment
from knowledge.model import Fact, Infosession
from knowledge.source import Source as Reading

_MODES = {"teams": "via Microsoft Teams", "online": "online", "hybrid": "ter plaatse en online", "onsite": "ter plaatse"}
_DURATION = re.compile(r"hoe ?lang|duurt|duren|duur\b|how long|combien de temps|duration|\bduree")
_REGISTER = re.compile(r"inschrijv|aanmeld|opgeven|registr|register|sign ?up|m.inscrire|inscri|reserver")
_WHERE = re.compile(r"\bwaar\b|adres|locatie|plaats\b|where|\bou\b")
_ONLINE = re.compile(r"teams|online|digitaal|webinar|zoom|livestream|stream|virtueel|en ligne")
_ONSITE = re.compile(
    r"stadhuis|ter plaatse|ter plekke|fysiek|zaal|live\b|town hall|op locatie|gemeentehuis|sur place|in person|\bzelf\b|in het echt|bij jullie"
    r"|(?:niet|geen|liever niet|zonder) (?:via |op )?(?:online|teams|digitaal)|afkomen|langskomen"
)

_NOT_ONLINE = re.compile(r"(?:niet|geen|zonder) (?:via |op )?(?:online|teams|digitaal)")


def is_over(session: Infosession, ask: Ask) -> bool:
    """Whether the session has taken place."""
    return passed(session.start.date, session.start.time, ask.now)


def describe(session: Infosession) -> str:
    """'dinsdag 1 december 2026 om 19 uur, stadhuis (…)'."""
    parts = [format_moment(session.start)]
    place = session.place
    mode = _MODES.get(session.mode or "")
    if mode and not (place and ("teams" in place.casefold() or session.mode == "onsite")):
        parts.append(mode)
    if place and "teams" in place.casefold() and session.mode == "teams":
        parts.append("via Microsoft Teams")
    elif place:
        parts.append(place)
    return ", ".join(parts)


def matching(text: str, sessions: tuple[Fact[Infosession], ...], ask: Ask) -> tuple[Fact[Infosession], ...]:
    """The sessions that the words point at (date, online or on site, place); all of them when the words don't choose."""
    if len(sessions) < 2:
        return sessions
    dates = {(found.moment.date.month, found.moment.date.day) for found in find_moments(text, reference=ask.now.date(), anchors=())}
    chosen = [fact for fact in sessions if (fact.value.start.date.month, fact.value.start.date.day) in dates]
    if not chosen and dates:
        return sessions
    if not chosen:
        days = re.findall(r"\b(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\b", ask.folded)
        names = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
        chosen = [fact for fact in sessions if names[fact.value.start.date.weekday()] in days]
    if not chosen and ask.asks(_ONLINE) and not ask.asks(_NOT_ONLINE):
        chosen = [fact for fact in sessions if fact.value.mode in ("teams", "online", "hybrid")]
    if not chosen and ask.asks(_ONSITE):
        chosen = [fact for fact in sessions if fact.value.mode in ("onsite", "hybrid")]
    if not chosen:
        place_words = set(re.findall(r"[a-z]{5,}", ask.folded)) - {"infosessie", "sessie", "inschrijven"}
        chosen = [fact for fact in sessions if place_words & set(re.findall(r"[a-z]{5,}", (fact.value.place or "").casefold()))]
    return tuple(chosen) or sessions


def registration(session: Infosession, ask: Ask) -> str:
    """How to register for a session, in one or two sentences; '' when the bundle doesn't say."""
    texts = ask.texts
    if session.signup_how == "none":
        return texts("session_no_signup")
    address = session.signup_address or ""
    name = {"email": "session_signup_email", "online": "session_signup_online", "phone": "session_signup_phone"}.get(session.signup_how or "")
    line = texts(name, address=address) if name and address else ""
    deadline = session.signup_deadline
    if deadline:
        over = passed(deadline.date, deadline.time, ask.now)
        line += " " + texts("session_signup_over" if over else "session_signup_until", date=format_moment(deadline))
    return line.strip()


def answer(ask: Ask) -> Answer | None:
    """The sessions, past ones said to be past; None when the question asks something else than the bundle tells of them."""
    sessions = ask.vacancy.infosessions
    if not sessions:
        return None
    if (other := another_date(ask)) is not None:
        still = [fact for fact in sessions if fact.value.status != "cancelled" and not is_over(fact.value, ask)]
        lines = [line for fact in still[:3] for line in _lines(fact, ask)]
        return replace(other, text="\n".join([other.text, *lines]), citations=(*other.citations, *citations_of(still[:3])))
    chosen = matching(ask.text, sessions, ask)
    if ask.asks(_DURATION):
        timed = [fact for fact in chosen if fact.value.duration_minutes]
        if not timed and not any(fact.value.start.end_time for fact in chosen):
            return None
        # Without a length in so many words the hours themselves tell it.
        lines = (
            [line for fact in chosen[:4] for line in _lines(fact, ask)]
            if not timed
            else [ask.texts("session_duration", session=describe(fact.value), minutes=fact.value.duration_minutes) for fact in timed]
        )
        return Answer("\n".join(lines), citations_of(timed or chosen))
    lines = []
    for fact in chosen[:4]:
        lines += _lines(fact, ask)
    if ask.asks(_REGISTER) and not any(registration(fact.value, ask) for fact in chosen) and not all(is_over(fact.value, ask) for fact in chosen):
        lines.append(quoted(citations_of(chosen)))
    return Answer("\n".join(lines), citations_of(chosen))


def _lines(fact: Fact[Infosession], ask: Ask) -> list[str]:
    session = fact.value
    what = describe(session)
    if session.status == "cancelled":
        return [ask.texts("session_cancelled", session=what)]
    if is_over(session, ask):
        return [ask.texts("session_past", session=what)]
    if session.status == "full":
        return [ask.texts("session_full", session=what)]
    lines = [ask.texts("session_moved" if session.status == "moved" else "session_planned", session=what)]
    if ask.asks(_REGISTER) and session.signup_how == "none":
        lines = [registration(session, ask), *lines]
    elif how := registration(session, ask):
        lines.append(how)
    return lines


def another_date(ask: Ask) -> Answer | None:
    """What the bundle says of a date that is asked and is none of its sessions to come (an earlier session, the old date of a moved one)."""
    found = [item.moment.date for item in find_moments(ask.text, reference=ask.now.date(), anchors=())]
    known = {(fact.value.start.date.month, fact.value.start.date.day) for fact in ask.vacancy.infosessions}
    days = {(day.month, day.day) for day in found}
    if not days or days & known:
        return None
    source = Reading.of(ask.document)
    said = [
        sentence
        for sentence in source.sentences
        if days & {(item.moment.date.month, item.moment.date.day) for item in find_moments(sentence.text, reference=ask.now.date(), anchors=())}
    ]
    if not said:
        return None
    cited = whole_rows(ask, (source.cite_sentence(sentence) for sentence in said[:2]))
    return Answer(quoted(cited), cited)


def past_lines(ask: Ask) -> list[str]:
    """That the sessions are over, when all of them are."""
    sessions = ask.vacancy.infosessions
    if not sessions or not all(is_over(fact.value, ask) for fact in sessions):
        return []
    return [ask.texts("session_past", session=describe(fact.value)) for fact in sessions[:2]]
