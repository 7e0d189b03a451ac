"""How to sign up for a session: the way, the address and the last day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta

from knowledge.dates import find_times
from knowledge.extractors.cues import DEADLINE_LEAD, EMAIL, NO_SIGNUP, SIGNUP, URL, clean_email
from knowledge.extractors.session_person import person_in
from knowledge.extractors.units import Dated, Reading, Unit
from knowledge.model import Mode, Moment, SignupWay
from knowledge.phones import find_phones

_FLAGS = re.IGNORECASE
_PHONE_WAY = re.compile(r"telefonisch|\bbel\b|\bbelt\b|\bbellen\b|\btel\b|telefoon|\bsms", _FLAGS)
_FORM = re.compile(r"formulier|\blink\b|\bonline\b|website|webpagina|\bsite\b|\bknop\b|klik|registreer|\bhier\b", _FLAGS)
_MAIL = re.compile(r"e-?mail|\bmail\w*", _FLAGS)
_RELATIVE = re.compile(
    r"(?:uiterlijk|ten\s+laatste|tot|vóór|voor|tegen|minstens|ten\s+minste|minimaal)\s+(?:en\s+met\s+)?(?:op\s+)?(?:"
    r"(?P<same>(?:de\s+)?(?:dag\s+zelf|zelfde\s+dag"
    r"|dezelfde\s+dag))|(?P<before>(?:de\s+)?(?:dag|avond)\s+(?:ervoor|voordien|tevoren|vooraf|voor\s+de\s+\w+)|daags\s+(?:voordien"
    r"|ervoor|tevoren))"
    r"|(?P<n>\d+|één|een|twee|drie|vier|vijf|zeven)\s+(?P<work>werk)?(?P<unit>dag(?:en)?|we(?:ek|ken))\s+(?:vooraf|voordien|ervoor"
    r"|op\s+voorhand|van\s+tevoren|voor\s+(?:de|het)\s+\w+))",
    _FLAGS,
)
# "ten laatste op 1 december voor de online babbel": what a date is for may follow it.
_FOR_SESSION = re.compile(r"\s*(?:\([^)]*\)\s*)?voor\s+(?:de|het|wie)\s+[^,.;]*?(?=\s+en\s+|[,.;]|$)", _FLAGS)
# The title of a row whose date is a last day: "Uiterste datum inschrijving infosessie", "Aanmelden voor het bezoek".
_LIMIT_LABEL = re.compile(r"uiterste|deadline|laatste\s+dag|^(?:inschrij\w+|aanmeld\w+|registr\w+)\b", _FLAGS)
_NUMBERS = {"één": 1, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zeven": 7}
_COMMON = frozenset(
    "sessie sessies infosessie infomoment moment datum schrijf inschrijven mailtje laatste uiterlijk wordt worden november december januari".split()
)


@dataclass(frozen=True, slots=True)
class Signup:
    """`how` None when the bundle is silent; `units` are the units that tell it."""

    how: SignupWay | None = None
    address: str | None = None
    deadline: Moment | None = None
    units: tuple[Unit, ...] = field(default=())


def signup_of(reading: Reading, units: Sequence[Unit], own: Sequence[str], shared: Sequence[Unit], dated: Dated, mode: Mode | None) -> Signup:
    """What the session's own words say of signing up, else what the passage says for all its sessions."""
    own_pairs = [(_asked(text, unit), unit) for text, unit in zip(own, units, strict=False)]
    shared_pairs = [(_asked(unit.text, unit), unit) for unit in shared]
    result = _read(reading, own_pairs)
    if result.how is None or (result.address is None and result.how not in ("none",) and not _complete_alone(result, own_pairs)):
        other = _read(reading, shared_pairs)
        if other.how is not None and (result.how is None or other.how == result.how):
            result = replace(other, units=(*result.units, *other.units))
    if result.how == "none":
        return result
    deadline, unit = _deadline(reading, [*units], [*shared], dated, mode, own_pairs)
    used = result.units + ((unit,) if unit else ())
    return replace(result, deadline=deadline, units=used)


def _asked(text: str, unit: Unit) -> str:
    """The words with the label or question that they answer: "Inschrijven? Niet nodig.", "Aanmelden | niet nodig"."""
    question = unit.previous if unit.previous.rstrip().endswith("?") and len(unit.previous) < 60 else ""
    return next((f"{lead} {text}" for lead in (question, unit.label) if re.search(r"inschrij|aanmeld|registr|reserv", lead, _FLAGS)), text)


def _complete_alone(result: Signup, pairs: Sequence[tuple[str, Unit]]) -> bool:
    return any(re.search(r"daarvoor|daar\b", text, _FLAGS) for text, _ in pairs) and result.how is not None


def _read(reading: Reading, pairs: Iterable[tuple[str, Unit]]) -> Signup:
    pairs = list(pairs)
    for text, unit in pairs:
        if NO_SIGNUP.search(text) and not re.search(r"oude\s+datum|al\s+(?:\w+\s+){0,4}in(?:ge)?schr", text, _FLAGS):
            return Signup("none", units=(unit,))
    best: Signup | None = None
    for position, (text, unit) in enumerate(pairs):
        context = text if SIGNUP.search(text) else ""
        if not context or (re.search(r"\bvoor\s+vragen\b|\bvragen\s*\?", text, _FLAGS) and not re.search(r"inschrij|aanmeld|schrijf", text, _FLAGS)):
            continue
        if re.search(r"oude\s+datum|(?:al|reeds)\s+(?:\w+\s+){0,4}in(?:ge)?schr", text, _FLAGS) and not URL.search(text):
            continue
        found = _way(reading, text, unit)
        if found.how and (best is None or (best.address is None and found.address is not None)):
            best = found
        elif best is None and re.search(r"inschrijv|schrijf|aanmeld|registr", text, _FLAGS) and position + 1 < len(pairs):
            following = _way(reading, pairs[position + 1][0], pairs[position + 1][1])
            if following.how:
                best = replace(following, units=(unit, *following.units))
    return best or Signup()


def _way(reading: Reading, text: str, unit: Unit) -> Signup:
    document = reading.source.document
    inside = unit.text.find(text)
    start = unit.start + max(0, inside)
    links = list(document.links_in(start, min(unit.end, start + len(text))))
    email = EMAIL.search(text)
    if email:
        return Signup("email", clean_email(email.group(0)), units=(unit,))
    mailto = next((link.target[7:].split("?")[0] for link in links if link.target.startswith("mailto:")), None)
    if mailto:
        return Signup("email", mailto.lower(), units=(unit,))
    url = URL.search(text)
    if url:
        return Signup("online", url.group(0), units=(unit,))
    target = next((link.target for link in links if link.target.startswith("http")), None)
    if target:
        return Signup("online", target, units=(unit,))
    if (_PHONE_WAY.search(text) or SIGNUP.search(text)) and (phones := find_phones(text)):
        return Signup("phone", text[phones[0].start : phones[0].end].strip("()"), units=(unit,))
    if _PHONE_WAY.search(text) or (SIGNUP.search(text) and person_in(reading.source, text)):
        return _of_person(reading, text, unit)
    if re.search(r"formulier|via\s+(?:de|deze|onze)\s+(?:link|website|site|knop)|online", text, _FLAGS):
        return Signup("online", None, units=(unit,))
    if _MAIL.search(text) and not re.search(r"mailbox|bevestigingsmail|ontvang|krijg", text, _FLAGS):
        return Signup("email", None, units=(unit,))
    return Signup()


def _of_person(reading: Reading, text: str, unit: Unit) -> Signup:
    """ "Inschrijven doe je telefonisch bij Els": her number or address stands elsewhere."""
    calls, mails = bool(_PHONE_WAY.search(text)), bool(_MAIL.search(text))
    person = person_in(reading.source, text)
    if person is None:
        return Signup("phone", None, units=(unit,)) if calls else Signup()
    if person.email and (mails or not calls):
        return Signup("email", person.email, units=(unit,))
    if person.phones and (calls or not mails):
        return Signup("phone", person.phones[0], units=(unit,))
    return Signup("phone" if calls else "email" if mails else None, None, units=(unit,))


def _deadline(
    reading: Reading, own: Sequence[Unit], shared: Sequence[Unit], session: Dated, mode: Mode | None, own_pairs: Sequence[tuple[str, Unit]]
) -> tuple[Moment | None, Unit | None]:
    candidates: list[tuple[Dated, str]] = []
    for unit in dict.fromkeys((*own, *shared)):
        previous_end = unit.start
        for other in reading.moments_in(unit):
            clause = unit.text[max(0, previous_end - unit.start) : other.start - unit.start]
            if aimed := _FOR_SESSION.match(other.after):
                clause = aimed.group(0)
            previous_end = other.end
            if other.start == session.start or not is_limit(other) or other.found.kind in ("month", "range"):
                continue
            if re.search(r"(?:al|reeds)\s+(?:\w+\s+){0,4}in(?:ge)?schr", unit.text, _FLAGS) or other.found.moment.date > session.found.moment.date:
                continue
            candidates.append((other, clause))
    if not candidates:
        return None, None
    own_units = {unit for _, unit in own_pairs}
    mine = [entry for entry in candidates if entry[0].unit in own_units] or candidates
    if len(mine) > 1 or _names_session(mine[0][1]):
        mine = [entry for entry in mine if _is_for(entry[1], session, mode)]
    if not mine:
        return None, None
    chosen = mine[0][0]
    moment = chosen.found.moment
    return Moment(moment.date, moment.time, printed=moment.printed), chosen.unit


def is_limit(dated: Dated) -> bool:
    """Whether "uiterlijk", "tot" or the like leads to the moment, in its sentence or as the title of its column."""
    if dated.before.strip():
        return bool(DEADLINE_LEAD.search(dated.before))
    return bool(DEADLINE_LEAD.search(dated.unit.label) or _LIMIT_LABEL.search(dated.unit.label))


def _names_session(clause: str) -> bool:
    return bool(
        re.search(
            r"voor\s+(?:de|het|wie)\s+(?:\w+\s+)?(?:sessie|rondleiding|online|fysieke|eerste|tweede"
            r"|teams|digitale|babbel|stadhuis|\w*huis|\w*moment|\w*bezoek"
            r"|\w*avond)\b",
            clause,
            _FLAGS,
        )
    ) and bool(re.search(r"teams|online|fysiek|eerste|tweede|derde|rondleiding|stadhuis|digitale|bezoek", clause, _FLAGS))


def _is_for(clause: str, session: Dated, mode: Mode | None) -> bool:
    """Whether a clause that names a session means this one: by its way, its number, or a word of its own sentence."""
    text = clause.casefold()
    if re.search(r"teams|online|digita|zoom|webinar", text):
        return mode in ("teams", "online", "hybrid")
    if re.search(r"fysiek|ter\s+plaatse|stadhuis|gemeentehuis", text) and mode in ("teams", "online"):
        return False
    words = set(re.findall(r"[a-zà-ÿ]{5,}", text)) - _COMMON
    own = set(re.findall(r"[a-zà-ÿ]{5,}", session.unit.text.casefold()))
    return bool(words & own) or not _names_session(clause)


def relative_deadline(text: str, session: Moment) -> Moment | None:
    """ "ten laatste op de dag zelf om 17 uur", "tot twee dagen vooraf": reckoned from the session's date."""
    match = _RELATIVE.search(text)
    if not match:
        return None
    day: date = session.date
    if match["before"]:
        day -= timedelta(days=1)
    elif match["n"]:
        number = _NUMBERS.get(match["n"].casefold()) or int(match["n"])
        days = number * (7 if match["unit"].startswith("we") else 1)
        day = _working_days_before(day, days) if match["work"] else day - timedelta(days=days)
    clock: time | None = None
    follows = re.match(r"\s*,?\s*(?:om|vóór|voor|tot)?\s*", text[match.end() :])
    rest = text[match.end() + (follows.end() if follows else 0) :]
    times = find_times("om " + rest[:12])
    if times and times[0].start <= 3:
        clock = times[0].at
    return Moment(day, clock, printed=match.group(0))


def _working_days_before(day: date, count: int) -> date:
    while count:
        day -= timedelta(days=1)
        count -= day.weekday() < 5
    return day
