"""Until when, how and with what one applies."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from actions.answers.base import Answer, Ask, anchors_of, citations_of, join, quoted, with_its_answer
from actions.vacancy_choice import fold
from knowledge.catalog import passed, status
from knowledge.dates import find_moments, format_moment
from knowledge.model import Citation, Fact, Moment
from knowledge.source import Source

_WAYS = {
    "email": re.compile(r"\b(e-?mail\w*|mail\w*|gemaild|courriel)\b"),
    "post": re.compile(r"\b(post|brief per|per brief|aangetekend|opsturen|par courrier)\b"),
    "afgifte": re.compile(r"\b(afgeven|langskom\w*|langsbreng\w*|binnenbreng\w*|balie|onthaal|persoonlijk|in person)\b"),
    "telefoon": re.compile(r"\b(telefonisch|bellen om te sollicit\w*|by phone)\b"),
}
_WAY_NAMES = {"email": "per e-mail", "post": "per post", "afgifte": "door af te geven", "telefoon": "telefonisch", "online": "online"}


def deadline_is_over(ask: Ask) -> bool:
    """Whether the application deadline has passed."""
    return status(ask.vacancy, ask.now) == "closed"


def closed_line(ask: Ask) -> str:
    """'De kandidaturen zijn afgesloten …', or '' while one can apply."""
    deadline = ask.vacancy.application.deadline
    return ask.texts("deadline_closed", date=_until(deadline.value)) if deadline and deadline_is_over(ask) else ""


def _until(moment: Moment) -> str:
    before = _BEFORE.search(moment.printed.casefold())
    return ("vóór " if before else "tot en met ") + format_moment(moment)


def deadline(ask: Ask) -> Answer | None:
    """Until when one can apply, judged by the clock; contradicting dates are both told."""
    fact: Fact[Moment] | None = ask.vacancy.application.deadline
    if ask.asks(_WAYS["afgifte"]) and not any(True for _ in find_moments(ask.text, reference=ask.now.date(), anchors=())) and ask.asks(_OPEN):
        return _about_afgifte(ask)
    if fact is None:
        continuous = ask.vacancy.application.continuous
        if continuous and continuous.value:
            return Answer(ask.texts("deadline_continuous") + "\n" + quoted(continuous.citations), continuous.citations)
        return _no_end(ask)
    # A date in the page's hidden data is no date that a candidate reads: the recruiter hears of it (`vacaturebot check`).
    # One other date is a contradiction to tell; several are dates of other things.
    others = [other for other in fact.alternatives if other.value.date != fact.value.date and other.citations and other.confidence >= fact.confidence]
    if len(others) == 1:
        dates = join([format_moment(item.value) for item in (fact, *others)])
        return Answer(ask.texts("deadline_two", dates=dates), citations_of((fact, *others)))
    if deadline_is_over(ask):
        return Answer(closed_line(ask), fact.citations)
    asked = asked_moment(ask)
    if asked is not None and asked[0] >= ask.now.date() and ask.asks(_WHETHER):
        key = "deadline_still" if _in_time(asked, fact.value) else "deadline_late"
        return Answer(ask.texts(key, date=_until(fact.value)), fact.citations, sure=True)
    text = ask.texts("deadline_open", date=_until(fact.value))
    days = (fact.value.date - ask.now.date()).days
    if days <= 1:
        text += " " + ask.texts("deadline_today" if days == 0 else "deadline_tomorrow")
    elif days <= 14:
        text += " " + ask.texts("deadline_days", days=days)
    return Answer(text, fact.citations)


_PARTS_OF_A_DAY = (
    (re.compile(r"\b(?:voormiddag|ochtend|s? ?morgens|vroeg)\b"), time(8)),
    (re.compile(r"\b(?:s? ?middags|middag|noen)\b"), time(12)),
    (re.compile(r"\b(?:namiddag|na de middag|na de noen)\b"), time(14)),
    (re.compile(r"\b(?:avond|s? ?avonds)\b"), time(20)),
    (re.compile(r"\b(?:middernacht|s? ?nachts)\b"), time(23, 59)),
)
_RELATIVE = ((re.compile(r"\bovermorgen\b"), 2), (re.compile(r"\bmorgen\b(?!s)"), 1), (re.compile(r"\b(?:vandaag|vanavond|vanmiddag|straks)\b"), 0))
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_WHETHER = re.compile(
    r"^\W*(?:en |ok |hallo |dag )?(?:kan|kank|mag|magek|is|ben|lukt|volstaat|can|may|is|am|puis|peut)\b|\b(?:kan|mag|kunnen|mogen) (?:ik|k|je|we"
    r"|dat|men|die)\b|\bnog\b|te laat|op tijd"
    r"|\bin time\b|too late|trop tard|à temps"
)
_AFTER = re.compile(r"\b(?:na|later dan|voorbij)\b")


def asked_moment(ask: Ask) -> tuple[date, time | None] | None:
    """The one day, and the hour or part of the day, that the question names ("op 4 januari in de namiddag", "morgenavond"); None without one."""
    named = [found.moment for found in find_moments(ask.text, reference=ask.now.date(), anchors=anchors_of(ask)) if found.kind != "month"]
    if len({moment.date for moment in named}) > 1:
        return None
    day = named[0].date if named else None
    if day is None:
        day = next((ask.now.date() + timedelta(days=ahead) for cue, ahead in _RELATIVE if ask.asks(cue)), None)
    if day is None:
        weekday = next((number for number, name in enumerate(_WEEKDAYS) if re.search(rf"\b{name}\w*", ask.folded)), None)
        if weekday is None:
            return None
        day = ask.now.date() + timedelta(days=(weekday - ask.now.weekday()) % 7)
    if ask.asks(_AFTER):
        day += timedelta(days=1)
    hour = named[0].time if named and named[0].time else next((clock for cue, clock in _PARTS_OF_A_DAY if ask.asks(cue)), None)
    return day, hour


def _in_time(asked: tuple[date, time | None], deadline: Moment) -> bool:
    """Whether one can still apply then; on the last day itself until its hour, and not at all where it is to be done before that day."""
    day, hour = asked
    if day != deadline.date:
        return day < deadline.date
    if deadline.time is None:
        return not _BEFORE.search(deadline.printed.casefold())
    return hour is None or hour < deadline.time


_BEFORE = re.compile(r"\b(?:v[óo][óo]r)\b")
_NO_END = re.compile(
    r"geen (?:vaste |echte )?(?:eind|uiterste|sluitings|afsluit)|zonder einddatum|doorlopend|zolang .{0,40}(?:open|online|zoek|vacature)"
    r"|zodra .{0,40}(?:vinden|gevonden|ingevuld)"
)


def _no_end(ask: Ask) -> Answer | None:
    """The bundle's sentence that says that there is no closing date."""
    source = Source.of(ask.document)
    found = next((sentence for sentence in source.sentences if _NO_END.search(fold(sentence.text))), None)
    if found is None:
        return None
    cited = (source.cite_sentence(found),)
    return Answer(quoted(cited), cited)


def how_to_apply(ask: Ask) -> Answer | None:
    """The ways to apply with their addresses; a way that the question names and the bundle doesn't is said so."""
    application = ask.vacancy.application
    if not application.how and not application.addresses:
        return None
    ways = [_WAY_NAMES.get(fact.value, fact.value) for fact in application.how]
    addresses = [fact.value for fact in application.addresses]
    cited = citations_of((*application.how, *application.addresses))
    lines = [closed_line(ask)]
    offered = {fact.value for fact in application.how}
    asked = [way for way, cue in _WAYS.items() if ask.asks(cue)]
    missing = [way for way in asked if way not in offered]
    if offered and missing:
        lines.append(ask.texts("apply_way_missing", way=_WAY_NAMES[missing[0]], ways=join(ways, "of")))
    elif ways:
        lines.append(ask.texts("apply_ways", ways=join(ways, "of")))
    if addresses:
        lines.append(ask.texts("apply_addresses", addresses=join(addresses)))
    if missing and (said := _about_way(ask, missing[0])):
        cited = (said, *cited)
    lines.append(quoted(cited, 220))
    if application.deadline and not lines[0]:
        lines.append(ask.texts("deadline_open", date=_until(application.deadline.value)))
        cited = (*cited, *application.deadline.citations)
    return Answer("\n".join(line for line in lines if line), cited)


_OPEN = re.compile(r"\b(?:maan|dins|woens|donder|vrij|zater|zon)dag|weekend|\buur\b|\buren\b|open")


def _about_afgifte(ask: Ask) -> Answer | None:
    """The bundle's sentence on handing an application in, for a question on which days that can be done."""
    source = Source.of(ask.document)
    found = next((item for item in source.sentences if _HANDING_IN.search(fold(item.text))), None)
    return Answer(quoted((source.cite_sentence(found),), 480), (source.cite_sentence(found),), sure=True) if found else None


_HANDING_IN = re.compile(r"onthaal|ontvangstbewijs|tegen ontvangst|afgegeven|af te geven|afgeven|persoonlijk|balie|loket")
_ONLY = re.compile(r"\b(?:niet|geen|enkel|alleen|uitsluitend|nooit)\b")


def _about_way(ask: Ask, way: str) -> Citation | None:
    """The bundle's own sentence on a way that it doesn't offer."""
    source = Source.of(ask.document)
    for sentence in source.sentences:
        folded = fold(sentence.text)
        if _WAYS[way].search(folded) and _ONLY.search(folded) and re.search(r"sollicit|kandida|mail|inschrij", folded):
            return source.cite_sentence(sentence)
    return None


def documents(ask: Ask) -> Answer | None:
    """What to send along."""
    facts = ask.vacancy.application.documents
    named = [(cue, thing) for cue, thing in _THINGS if ask.asks(cue)] if ask.asks(_NEEDED) else []
    excused = {thing: cited for _, thing in named if (cited := _excused(ask, thing))}
    facts = tuple(fact for fact in facts if not any(thing.search(fold(fact.value)) for thing in excused))
    if excused:
        said = with_its_answer(ask, excused.values())
        items = "\n".join(f"- {fact.value}" for fact in facts)
        listed = ask.texts("documents", items=items) if facts else ""
        return Answer(f"{quoted(said, 300)}\n{listed}".strip(), (*said, *citations_of(facts)), is_list=len(facts) > 4, sure=True)
    if not facts:
        return None
    items = "\n".join(f"- {fact.value}" for fact in facts)
    return Answer(ask.texts("documents", items=items), citations_of(facts), is_list=len(facts) > 4)


_NEEDED = re.compile(
    r"\bmoet\w*|\bmoek\b|\bhoef|nodig|verplicht|genoeg|volsta|voldoende|\balleen\b|\bofwel\b|\bof\b|zonder|\bneed|required|enough|\bmust\b|faut"
    r"|suffit|ook (?:een|mijn)"
)
_THINGS = (
    (re.compile(r"\bbrief|motivatie|\bletter|\blettre"), re.compile(r"\bbrief|motivatie")),
    (re.compile(r"\bcv\b|curriculum|resume"), re.compile(r"\bcv\b|curriculum")),
    (re.compile(r"diploma|degree|diplome"), re.compile(r"diploma|getuigschrift")),
    (re.compile(r"strafregister|strafblad|goed gedrag|criminal|casier"), re.compile(r"strafregister|goed (?:en )?zedelijk gedrag")),
    (re.compile(r"rijbewijs|licen[cs]e|permis"), re.compile(r"rijbewijs")),
    (re.compile(r"\bfoto|photo"), re.compile(r"\bfoto|pasfoto")),
    (re.compile(r"attest|certificaat|getuigschrift"), re.compile(r"attest|certificaat|getuigschrift")),
    (re.compile(r"referentie|aanbeveling"), re.compile(r"referenties|referentiebrief|aanbeveling")),
)
_EXCUSED = re.compile(
    r"(?:vragen|verwachten|eisen|verlangen) (?:we|wij) (?:(?:je|u|er|dan|nog|op voorhand) ){0,2}(?:niet|geen)\b|hoeft? (?:\w+ ){0,3}(?:niet|geen)"
    r"|hoef je|niet (?:nodig|verplicht|vereist|gevraagd)"
    r"|geen .{0,40}(?:nodig|vereist|verplicht|gevraagd)|(?:is|zijn) (?:dus )?overbodig|mag (?:weg|achterwege)|zonder (?:motivatie)?brief"
    r"|geen (?:\w*brief|motivatie|cv)\b"
    r"|\bpas (?:als|wanneer|na|bij|op|later)\b|volstaat|is genoeg|later"
)


def _excused(ask: Ask, thing: re.Pattern[str]) -> Citation | None:
    """The bundle's sentence that says that a document isn't needed, or only later."""
    source = Source.of(ask.document)
    for sentence in source.sentences:
        folded = fold(sentence.text)
        if sentence.block.kind != "heading" and thing.search(folded) and _EXCUSED.search(folded):
            return source.cite_sentence(sentence)
    return None


def start_of_selection_is_past(ask: Ask) -> bool:
    """Whether every dated step of the selection lies in the past."""
    moments = [fact.value.when for fact in ask.vacancy.selection if fact.value.when]
    return bool(moments) and all(passed(moment.end_date or moment.date, moment.time, ask.now) for moment in moments)
