"""Until when, how and with what one applies."""

from __future__ import annotations

import re

from actions.answers.base import Answer, Ask, citations_of, join, quoted
from actions.vacancy_choice import fold
from knowledge.catalog import passed, status
from knowledge.dates import format_moment
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
    before = re.search(r"\b(v[óo][óo]r)\b", moment.printed.casefold())
    return ("vóór " if before else "tot en met ") + format_moment(moment)


def deadline(ask: Ask) -> Answer | None:
    """Until when one can apply, judged by the clock; contradicting dates are both told."""
    fact: Fact[Moment] | None = ask.vacancy.application.deadline
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
    text = ask.texts("deadline_open", date=_until(fact.value))
    days = (fact.value.date - ask.now.date()).days
    if days <= 1:
        text += " " + ask.texts("deadline_today" if days == 0 else "deadline_tomorrow")
    elif days <= 14:
        text += " " + ask.texts("deadline_days", days=days)
    return Answer(text, fact.citations)


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
    if not facts:
        return None
    items = "\n".join(f"- {fact.value}" for fact in facts)
    return Answer(ask.texts("documents", items=items), citations_of(facts), is_list=len(facts) > 4)


def start_of_selection_is_past(ask: Ask) -> bool:
    """Whether every dated step of the selection lies in the past."""
    moments = [fact.value.when for fact in ask.vacancy.selection if fact.value.when]
    return bool(moments) and all(passed(moment.end_date or moment.date, moment.time, ask.now) for moment in moments)
