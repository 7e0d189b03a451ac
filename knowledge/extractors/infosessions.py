"""Infosessions: when, where, how to sign up, and whether they were moved or cancelled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.dates import find_times
from knowledge.extractors.cues import DEADLINE_LEAD, FEEDBACK, SESSION, SESSION_HEADING, SIGNUP, TEST
from knowledge.extractors.session_place import mode_of, place_of
from knowledge.extractors.session_scope import scope_of
from knowledge.extractors.session_signs import FORGET, NO_SESSION_LEAD, duration_of, invites, is_full, is_past
from knowledge.extractors.session_signup import Signup, is_limit, relative_deadline, signup_of
from knowledge.extractors.units import Dated, Reading, Unit, read_units
from knowledge.model import Fact, Infosession, Moment
from knowledge.source import Source

_FLAGS = re.IGNORECASE
_CANCELLED = re.compile(
    r"afgelast|geannuleerd|gaat\s+(?:helaas\s+|jammer\s+genoeg\s+)?niet\s+door|ging\s+(?:\w+\s+){0,2}niet\s+door"
    r"|niet\s+(?:laten\s+)?doorga(?:an|at)|niet\s+doorgegaan|geschrapt|valt\s+weg|vervalt|komt\s+te\s+vervallen|uitgesteld\s+tot\s+nader",
    _FLAGS,
)
_MOVED = re.compile(
    r"verplaatst|verschoven|uitgesteld\s+naar|nieuwe\s+(?:datum|kans|afspraak)|gewijzigde\s+datum|in\s+plaats\s+van"
    r"|wordt\s+nu|opnieuw\s+(?:ingepland|gepland)",
    _FLAGS,
)
_MOVED_TO = re.compile(
    r"(?:verplaatst|verschoven|uitgesteld|verzet)\s+(?:\w+\s+){0,3}?naar\W*(?:\w+\W+){0,3}$|nieuwe\s+(?:datum"
    r"|kans)\W*(?:is\s+|wordt\s+)?(?:\w+\W+){0,2}$",
    _FLAGS,
)
_OLD_DATE = re.compile(
    r"(?:oude?\s+datum|oorspronkelijk\w*|eerst\s+gepland|(?:zou|zouden)\s|(?:infosessie|infomoment|\w*moment|\w*sessie|\w*avond"
    r"|rondleiding|\w*dag)\s+(?:van|op)\s|in\s+plaats\s+van|niet\s+op|voor)\s*(?:\w+\W+){0,3}$",
    _FLAGS,
)
_ROW_OF_SESSION = re.compile(
    r"\W*(?:waar|plaats|locatie|adres|hoe\s+inschrijven|inschrij\w+|aanmeld\w+|registr\w+|link|via|uur|tijdstip|duur|wanneer)\W*$", _FLAGS
)
# What begins with a test is a step of the selection, whatever heading it stands below.
_TEST_FIRST = re.compile(
    r"\W*(?:de\s+|het\s+|een\s+)?(?:(?:schriftelijke?|mondelinge?|praktische?|psychotechnische|computergestuurde|eerste|tweede|derde)\s+)?"
    r"(?:\w*proef|\w*test|examen|assessment|preselectie|selectiegesprek|jury\w*|gesprek\s+met\s+de\s+jury|sollicitatiegesprek|interview)\b",
    _FLAGS,
)
_SIGNED_UP_BEFORE = re.compile(r"(?:al|reeds|zich)\s+(?:\w+\s+){0,4}inschre|ingeschreven\s+voor\s+de\s+oude|inschreef", _FLAGS)


@dataclass(frozen=True, slots=True)
class _Part:
    """A session's moment with the units that are about it alone, and those that all sessions of the passage share."""

    dated: Dated
    own: tuple[str, ...]
    units: tuple[Unit, ...]
    shared: tuple[Unit, ...]
    moved: bool = False
    cancelled: bool = False
    past: bool = False


def extract_infosessions(source: Source) -> tuple[Fact[Infosession], ...]:
    """The sessions in the order of their dates, each once; a cancelled one only where no new date replaces it.

    Interviews, tests and other events are no sessions. A session that moved has status "moved" and its new date.
    """
    reading = read_units(source)
    parts = _current([part for passage in _passages(reading) for part in _parts(reading, passage)])
    several = len({part.dated.start for part in parts}) > 1
    facts: list[Fact[Infosession]] = []
    for fact in (_session(reading, part, several) for part in parts):
        same = next((index for index, known in enumerate(facts) if _is_same(known.value.start, fact.value.start)), None)
        if same is None:
            facts.append(fact)
        else:
            facts[same] = _merge(facts[same], fact)
    return tuple(sorted(facts, key=lambda fact: fact.value.start.iso()))


def _current(parts: list[_Part]) -> list[_Part]:
    """Without what is cancelled, where something else is planned. What has been stays: a candidate who asks for it must hear that it is over."""
    planned = [part for part in parts if not part.cancelled]
    return planned or parts


def _is_same(a: Moment, b: Moment) -> bool:
    """Whether two tellings are of one session: the same day, and the same hour where both give one."""
    return a.date == b.date and (a.time is None or b.time is None or a.time == b.time)


def _passages(reading: Reading) -> list[list[Unit]]:
    """Runs of units about sessions: everything under a heading that says so, or a block (with its list) whose sentence does."""
    passages: list[list[Unit]] = []
    current: list[Unit] = []
    for unit in reading.units:
        heading = unit.block.kind == "heading"
        belongs = _row_of_session(reading, unit, current) or (
            bool(current) and not _closes(unit, current) if heading else _about_sessions(unit) or invites(reading, unit) or _continues(unit, current)
        )
        if belongs and current and not _connected(unit, current):
            passages.append(current)
            current = []
        if belongs:
            current.append(unit)
        elif current:
            passages.append(current)
            current = []
    if current:
        passages.append(current)
    return passages


def _closes(heading: Unit, current: Sequence[Unit]) -> bool:
    return not (SESSION_HEADING.search(heading.text) and heading.block.level > (current[0].block.level or 9))


def _about_sessions(unit: Unit) -> bool:
    if FORGET.search(unit.text) or FEEDBACK.search(unit.nearest):
        return False
    if SESSION_HEADING.search(unit.nearest) and not _is_question_of_contact(unit):
        return True
    if SESSION.search(unit.label) and not TEST.search(unit.label):
        return True
    if _is_table_of_sessions(unit):
        return True
    return bool(SESSION.search(unit.text)) and not _only_mentions(unit)


def _is_table_of_sessions(unit: Unit) -> bool:
    """A row of a table that tells when, where and how to sign up, whatever its heading."""
    titles = " | ".join(unit.block.header)
    signs = (r"wanneer|datum|\bdag\b|moment", r"\bwaar\b|plaats|locatie", r"inschrij|aanmeld|registr")
    return unit.block.header != unit.block.cells and all(re.search(sign, titles, _FLAGS) for sign in signs)


def _is_question_of_contact(unit: Unit) -> bool:
    return bool(re.search(r"vragen(?!\s?uur)|contact|inlichting|wie\s", unit.nearest, _FLAGS))


def _only_mentions(unit: Unit) -> bool:
    """A contact's topic or a passing word: no place, date or sign-up in the sentence."""
    return bool(re.search(r"^\s*(?:over|vragen)\b", unit.text, _FLAGS)) and unit.block.kind != "row"


def _continues(unit: Unit, current: Sequence[Unit]) -> bool:
    if not current:
        return False
    last = current[-1]
    if unit.block is last.block:
        return not re.search(r"selectieprocedure|feedback", unit.text, _FLAGS)
    if unit.intro and any(unit.intro == other.text for other in current):
        return True
    # After a list of sessions, the paragraph on signing up.
    return bool(
        current[0].block is not unit.block
        and last.block.kind == "item"
        and unit.block.kind == "paragraph"
        and SIGNUP.search(unit.text)
        and unit.nearest == last.nearest
        and re.search(r"sessie|moment|inschrijv|schrijf", unit.text, _FLAGS)
    )


def _row_of_session(reading: Reading, unit: Unit, current: Sequence[Unit]) -> bool:
    """Whether a row right below a session's row tells its place or sign-up; an "Inschrijven" that ends later is about applying."""
    last = current[-1] if current else None
    if last is None or unit.block.kind != "row" or last.block.kind != "row" or unit.block.heading != last.block.heading or unit.block.header:
        return False
    if unit.block is last.block:
        return _ROW_OF_SESSION.match(unit.block.cells[0]) is not None
    days = [dated.found.moment.date for one in current for dated in reading.moments_in(one)]
    own = [dated.found.moment.date for one in reading.units if one.block is unit.block for dated in reading.moments_in(one)]
    return bool(days) and bool(_ROW_OF_SESSION.match(unit.text)) and all(day <= max(days) for day in own)


def _connected(unit: Unit, current: Sequence[Unit]) -> bool:
    last = current[-1]
    if unit.block is not last.block and _is_table_of_sessions(unit):
        return False
    if unit.block is last.block or (unit.nearest == last.nearest and unit.index - last.index <= 1):
        return True
    return bool(unit.intro) or unit.block.kind == "heading"


def _parts(reading: Reading, passage: list[Unit]) -> list[_Part]:
    dated = [moment for unit in passage for moment in reading.moments_in(unit)]
    sessions = [moment for moment in dated if _is_session(moment)]
    text = " ".join(unit.text for unit in passage)
    moved = bool(_MOVED.search(text) or any(_MOVED.search(unit.nearest) for unit in passage))
    cancelled = [moment for moment in sessions if _is_cancelled(moment, passage, moved)]
    planned = [moment for moment in sessions if moment not in cancelled]
    if moved and len(planned) > 1:
        planned = _without_old_dates(planned)
    if cancelled and planned and not moved:
        moved = bool(re.search(r"nieuwe|opnieuw|wel\b", text, _FLAGS))
    chosen = planned or ([] if moved and not cancelled else cancelled[:1] if moved else cancelled)
    past = [moment for moment in chosen if is_past(moment, passage)] if len(chosen) > 1 else []
    chosen = [moment for moment in chosen if moment not in past]
    parts = [_Part(moment, (_clause_of(moment, passage),), (moment.unit,), (), past=True) for moment in past if not moment.unit.text.endswith("?")]
    for position, moment in enumerate(chosen):
        own_text, own_units, shared = scope_of(passage, chosen, position)
        shared = tuple(unit for unit in shared if not any(one.unit is unit for one in past))
        parts.append(_Part(moment, own_text, own_units, shared, moved=moved and bool(planned), cancelled=not planned))
    return parts


def _clause_of(moment: Dated, passage: Sequence[Unit]) -> str:
    """The words about a session that has been, up to the next date of its sentence."""
    return re.split(r"[;]|\bmaar\b", moment.unit.text)[0]


def _without_old_dates(sessions: list[Dated]) -> list[Dated]:
    """The sessions without the dates that a sentence moves them away from."""
    new = [moment for moment in sessions if _MOVED_TO.search(moment.before)]
    old = [moment for moment in sessions if moment not in new and (_OLD_DATE.search(moment.before) or any(one.unit is moment.unit for one in new))]
    if new and not old:
        old = [moment for moment in sessions if any(one.unit.block is moment.unit.block and one.unit.index == moment.unit.index + 1 for one in new)]
    days = {moment.found.moment.date for moment in old}
    return [moment for moment in sessions if moment in new or moment.found.moment.date not in days] or sessions


def _is_session(moment: Dated) -> bool:
    found, unit = moment.found, moment.unit
    if found.kind in ("month", "range", "week") or (unit.block.kind == "heading" and not SESSION.search(unit.text)):
        return False
    if _SIGNED_UP_BEFORE.search(unit.text) or NO_SESSION_LEAD.search(moment.before):
        return False
    lead = is_limit(moment)
    if lead and not re.search(r"(?:verplaatst|uitgesteld|verschoven)", moment.before[-40:], _FLAGS):
        return False
    if not SESSION.search(unit.text) and (
        _TEST_FIRST.match(unit.text) or _TEST_FIRST.match(unit.label) or (TEST.search(unit.text) and not SESSION_HEADING.search(unit.nearest))
    ):
        return False
    return not re.search(r"sollicit\w*\s+(?:kan|tot)|kandidat\w+\s+(?:tot|voor)", moment.before[-60:], _FLAGS)


def _is_cancelled(moment: Dated, passage: Sequence[Unit], moved: bool) -> bool:
    if _MOVED_TO.search(moment.before):
        return False
    unit = moment.unit
    if re.search(r"nieuwe\s+kans|nieuwe\s+datum", moment.before, _FLAGS):
        return False
    if _CANCELLED.search(unit.text):
        cut = _CANCELLED.search(unit.text)
        return cut is not None and not (
            cut.end() < moment.start - unit.start and re.search(r"\bwel\b|nieuw|verplaatst", unit.text[cut.end() :], _FLAGS)
        )
    if unit.block.kind == "row" and any(other.block is unit.block and _CANCELLED.search(other.text) for other in passage):
        return True
    following = next((other for other in passage if other.index == unit.index + 1), None)
    return bool(
        following
        and following.block is unit.block
        and not moved
        and _CANCELLED.search(following.text)
        and re.match(r"(?:die|deze|dit|dat|ze|het)\b", following.text, _FLAGS)
    )


def _session(reading: Reading, part: _Part, several: bool) -> Fact[Infosession]:
    moment, timed = _with_time(reading, part)
    own = " ".join(part.own)
    shared_text = " ".join(unit.text for unit in part.shared)
    place, place_unit = place_of(reading, part.dated, part.own, part.units, part.shared)
    if place_unit is not None and not several:
        own = f"{own} {place_unit.text}"
    mode = mode_of(own, place, shared_text if not several else "", part.dated.unit.headings if not several else part.dated.unit.nearest)
    if mode is None and several and not part.past:
        # What is told of all sessions together counts, unless it names both ways.
        mode = mode_of(f"{own} {shared_text}", place, "", "")
        mode = None if mode == "hybrid" else mode
    if place is None and mode == "teams":
        place = "Microsoft Teams" if "microsoft teams" in f"{own} {shared_text}".casefold() else "Teams"
    signup = signup_of(reading, part.units, part.own, part.shared, part.dated, mode)
    deadline = relative_deadline(own + " " + shared_text, moment) if signup.deadline is None else signup.deadline
    session = Infosession(
        start=moment,
        mode=mode,
        place=place,
        signup_how=signup.how,
        signup_address=signup.address,
        signup_deadline=deadline,
        duration_minutes=duration_of(moment, own, shared_text),
        status="cancelled" if part.cancelled else "full" if is_full(part.dated, part.units) else "moved" if part.moved else "planned",
    )
    used = [part.dated.unit, *timed, *([place_unit] if place_unit else []), *_units_of(part, signup)]
    return Fact(session, reading.cite(*used), confidence=0.9 if not part.dated.found.derived else 0.85, derived=part.dated.found.derived)


def _units_of(part: _Part, signup: Signup) -> list[Unit]:
    return [unit for unit in (*part.units, *part.shared) if unit in signup.units]


def _with_time(reading: Reading, part: _Part) -> tuple[Moment, list[Unit]]:
    """The moment, with the hour from a sentence nearby when its own has none ("De uitleg begint om 10 uur")."""
    moment = part.dated.found.moment
    if moment.time is not None:
        return moment, []
    units = (*part.units, *part.shared)
    for unit in units:
        if re.search(r"\b(?:uur|tijd\w*)\b", unit.label, _FLAGS) and (clock := find_times(f"om {unit.text}")):
            return replace(moment, time=clock[0].at, end_time=clock[0].until), [unit]
    later = [unit for unit in units if unit.start >= part.dated.start or unit is part.dated.unit]
    earlier = [unit for unit in units if unit not in later and unit.block is part.dated.unit.block and SESSION.search(unit.text)]
    for unit in (*later, *earlier):
        text = unit.text if unit is not part.dated.unit else part.dated.after
        if unit is part.dated.unit and not find_times(text) and re.search(r"telkens|steeds|altijd", part.dated.before, _FLAGS):
            text = part.dated.before
        if any(DEADLINE_LEAD.search(other.before) for other in reading.moments_in(unit)) or re.search(r"bereikbaar|\btel\b|bel\s", text, _FLAGS):
            continue
        for found in find_times(text):
            if DEADLINE_LEAD.search(text[: found.start]) or re.search(
                r"minuten|uur\s+lang|duurt", text[max(0, found.start - 15) : found.end + 12], _FLAGS
            ):
                continue
            return replace(moment, time=found.at, end_time=found.until), [unit]
    return moment, []


def _merge(known: Fact[Infosession], other: Fact[Infosession]) -> Fact[Infosession]:
    """One session told twice: the fuller telling, completed with the other."""

    def fullness(fact: Fact[Infosession]) -> int:
        value = fact.value
        return sum(
            item is not None for item in (value.start.time, value.mode, value.place, value.signup_how, value.signup_address, value.signup_deadline)
        )

    first, second = (known, other) if fullness(known) >= fullness(other) else (other, known)
    a, b = first.value, second.value
    how = a.signup_how or b.signup_how
    merged = replace(
        a,
        start=a.start if a.start.time else b.start,
        mode=a.mode or b.mode,
        place=a.place or b.place,
        signup_how=how,
        signup_address=a.signup_address or b.signup_address,
        signup_deadline=a.signup_deadline or b.signup_deadline,
        duration_minutes=a.duration_minutes or b.duration_minutes,
        status=a.status if a.status != "planned" else b.status,
    )
    citations = tuple(dict.fromkeys((*first.citations, *second.citations)))
    return replace(first, value=merged, citations=citations)
