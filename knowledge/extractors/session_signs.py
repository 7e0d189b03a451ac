"""Signs that a dated sentence is about a session, although nobody calls it one, whether it has been, and how long it takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from knowledge.dates import find_times
from knowledge.extractors.cues import DEADLINE_LEAD, NO_SIGNUP, SIGNUP
from knowledge.extractors.selection_words import SELECTION_HEADING
from knowledge.extractors.units import Dated, Reading, Unit
from knowledge.model import Moment

_FLAGS = re.IGNORECASE
FORGET = re.compile(r"kerstmarkt|gemeenteraad|uitslag|bekendgemaakt|brede\s+publiek|inwoners|jaarlijks|personeelsfeest", _FLAGS)
_PAST = re.compile(
    r"(?:is|zijn|was|waren)\s+(?:\w+\s+){0,2}(?:geweest|voorbij|achter\s+de\s+rug|gepasseerd"
    r"|afgelopen)|ligt\s+achter\s+ons|vond(?:en)?\s+(?:al|reeds|intussen)\b|hebben\s+we\s+(?:al\s+)?gehad"
    r"|\b(?:organiseerden?|hielden?|leidden?|ontving(?:en)?|verwelkomden?|toonden?|gaven?|lichtten?|had(?:den)?\s+plaats|ging(?:en)?\s+door)\b"
    r"|vond(?:en)?\s+plaats|\b(?:kon|konden|mocht|mochten)\b[^.;]*\b(?:komen|kijken|terecht|bezoeken|langs\w*|binnen\w*|kennismaken|volgen)\b"
    r"|\b(?:was|waren)\s+(?:er\s+)?(?:al|reeds)\b|\b(?:was|waren)\s+er\b",
    _FLAGS,
)
# A session that nobody names: people are asked to come, see or listen.
_INVITES = re.compile(
    r"\bkom(?:en|t)?\b(?!\s+in\s+(?:aanmerking|dienst))|welkom|ontvang(?:t|en)\s+[^.]*\b(?:je"
    r"|u|jou|geïnteresseerden|kandidaten)\b|rond\b|vertel|toont|tonen|laten\s+[^.]*zien"
    r"|bezoek|\bdeur(?:en)?\b|\bopen\s+\w+|meekijk"
    r"|kennismak|babbel|uitleg|uit\s+de\s+doeken|beantwoord|ontmoet|kijken|toelicht|voorstel|koffie|\bdrink|hapje",
    _FLAGS,
)
_INVITING_HEADING = re.compile(
    r"kijk|\bkom|sfeer|proev|twijfel|zeker\b|benieuwd|bezoek|kennis|kennen|\btip\b|langs"
    r"|\bzien\b|piepen|ontmoet|\bmeet\b|toelichting|weten|\bvoelen|snuffel|luister|\bwerf"
    r"|binnen",
    _FLAGS,
)
_OTHER_EVENT = re.compile(
    r"\bjury|\bproef|examen|indiensttreding|in\s+dienst|\bstart(?:en|t|datum)?\s+(?:je"
    r"|u|doe|op\s+\d)|contract|markt\b|feest|uitslag|diploma|gemeenteraad|selectie(?:gesprek"
    r"|proef|commissie)"
    r"|\bgesprek\b|interview|sollicit|feedback|resulta|opleiding|uren\b",
    _FLAGS,
)
NO_SESSION_LEAD = re.compile(
    r"(?:(?:eerst|oorspronkelijk|aanvankelijk)\s+(?:gepland|voorzien)|in\s+dienst|start(?:en|t)?\s+op|indiensttreding|contract|vanaf)\W*(?:\w+\W+){0,2}$",
    _FLAGS,
)
_DURATION = re.compile(
    r"(?:duurt|duur\w*|ongeveer|circa|ca\.?|een\s+goede|:)?\s*(?:\w+\s+){0,2}?(?P<n>\d+(?:[.,]\d+)?|een|één|anderhalf"
    r"|twee|half)\s*(?P<unit>minuten|min\b\.?|uur|uren|uurtje)",
    _FLAGS,
)
_LENGTH_CUE = re.compile(r"duurt|duur\b|duurtijd|ongeveer|circa|\bca\.|minuten|uur\s+lang|lang\b", _FLAGS)


def invites(reading: Reading, unit: Unit) -> bool:
    """Whether a unit with a date asks people to come, see or listen, by the words in it, its heading and what its block says of signing up."""
    moments = [dated for dated in reading.moments_in(unit) if dated.found.kind in ("date", "list") and not DEADLINE_LEAD.search(dated.before)]
    if not moments or unit.block.kind == "heading" or FORGET.search(unit.text) or _OTHER_EVENT.search(unit.text):
        return False
    if (SELECTION_HEADING.search(unit.nearest) and not _INVITING_HEADING.search(unit.nearest)) or NO_SESSION_LEAD.search(moments[0].before):
        return False
    around = unit.block.text
    signup = bool(NO_SIGNUP.search(around) or (SIGNUP.search(around.replace(unit.text, "")) and not re.search(r"sollicit|kandida", around, _FLAGS)))
    timed = any(dated.found.moment.time for dated in moments) or bool(find_times(around))
    return 1.5 * bool(_INVITES.search(f"{unit.previous} {unit.text}")) + bool(_INVITING_HEADING.search(unit.nearest)) + timed + signup >= 3


def is_past(moment: Dated, passage: Sequence[Unit]) -> bool:
    """Whether the bundle says of a session that it has been: in its own clause, or in a next sentence that points back."""
    clause = re.split(r"[;:]|\bmaar\b", moment.after)[0] + " " + re.split(r"[;:]|\bmaar\b", moment.before)[-1]
    if moment.unit.text.rstrip().endswith("?") and re.match(r"(?:kon|was|waren|miste|gemist|geen\s+tijd)\b", moment.unit.text, _FLAGS):
        return True
    following = next((other for other in passage if other.index == moment.unit.index + 1 and other.block is moment.unit.block), None)
    points_back = following is not None and re.match(r"(?:die|deze|dit|dat|ze)\b", following.text, _FLAGS)
    return bool(_PAST.search(clause) or (points_back and following and _PAST.search(re.split(r"\bmaar\b", following.text)[0])))


_FULL = re.compile(
    r"\bvolzet\b|volgeboekt|\b(?:is|zijn|zit)\s+(?:al\s+|intussen\s+|helaas\s+)?vol\b|geen\s+plaats(?:en)?\s+(?:meer|over)|uitverkocht", _FLAGS
)


def is_full(moment: Dated, units: Sequence[Unit]) -> bool:
    """Whether the bundle says that a session takes nobody any more: in its own clause or row, or in a next sentence that points back."""
    clause = re.split(r"[;]|\bmaar\b", moment.after)[0] + " " + re.split(r"[;]|\bmaar\b", moment.before)[-1]
    if _FULL.search(clause):
        return True
    others = [unit for unit in units if unit is not moment.unit and unit.block is moment.unit.block]
    return any(_FULL.search(unit.text) and (unit.block.kind == "row" or re.match(r"(?:die|deze|dit|dat|ze)\b", unit.text, _FLAGS)) for unit in others)


def duration_of(moment: Moment, own: str, shared: str) -> int | None:
    """Minutes, from the hours of the session or from what is said of its length; None when neither is told."""
    if moment.time and moment.end_time:
        begin, end = datetime.combine(moment.date, moment.time), datetime.combine(moment.date, moment.end_time)
        return int((end - begin) / timedelta(minutes=1))
    for text in (own, shared):
        for sentence in re.split(r"(?<=[.!?])\s+|[(),;]", text):
            match = _DURATION.search(sentence)
            if match and _LENGTH_CUE.search(sentence) and not re.search(r"vooraf|ervoor|van\s+te\s+voren|op\s+voorhand", sentence, _FLAGS):
                words = {"een": 1.0, "één": 1.0, "anderhalf": 1.5, "twee": 2.0, "half": 0.5}
                number = words.get(match["n"].casefold()) or float(match["n"].replace(",", "."))
                minutes = number * (1 if match["unit"].casefold().startswith("min") else 60)
                return int(minutes) if 10 <= minutes <= 480 else None
    return None
