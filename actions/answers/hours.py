"""When one works: full or part time, how many hours, on which days and in which shifts."""

from __future__ import annotations

import re

from actions.answers.base import Answer, Ask, citations_of, quoted, source_of
from actions.answers.coverage import covered, lines_of
from actions.answers.kinds import CLOCK, HOUR
from actions.answers.terms import fraction_text
from actions.vacancy_choice import fold
from knowledge.dates import find_moments
from knowledge.phones import find_phones

# Days and hours that only some jobs have: either the bundle names them or it doesn't.
_DAYS = re.compile(
    r"welke dag|weekend|avond|nacht|zaterdag|zondag|ploeg|shift|overuren|permanentie|wacht(?:dienst|rol)?\b|feestdag|evening|night|week-end|soir|nuit"
    r"|samedi|flexib|glijdend|oproepbaar|stand-?by"
)
# How the hours lie, rather than how many there are.
_LAID_OUT = re.compile(
    r"dezelfde|hetzelfde|(?:vaste|welke|wisselende|variabele) (?:werk)?uren|variab|wissel|beurtrol|rooster|van hoe laat"
    r"|hoe laat (?:begin|start|stop|werk|moet)"
    r"|onregelmatig|\b(?:shift|dag|dienst|werkdag) (?:\w+ )?(?:gedaan|afgelopen|voorbij)|tussen welke uren|zelf (?:\w+ )?kiezen"
    r"|uren (?:\w+ )?kiezen|schedule|timetable|horaire|\bvroeg\b|dagindeling|werkdag"
)
_SCHEDULE = re.compile(
    r"beurtrol|ploeg(?:en|enstelsel|enwerk)\b|\bshift|rooster|wisselend|variabel|glijd|stamtijd|flexibele? (?:uren|uur|werk|arbeid)|onregelmatig"
    r"|vaste uren"
    r"|vroege|dagdienst|kantooruren|schooluren|permanentie|wachtdienst|nachtdienst|avondwerk|weekendwerk"
    r"|\d{1,2}(?:[.:u]\d{2})? ?(?:u|uur)? ?(?:tot|-|–|en) ?\d{1,2}(?:[.:u]\d{2})? ?(?:u\b|uur)|\d{1,2}[.:u]\d{2} ?(?:tot|-|–) ?\d{1,2}[.:u]\d{2}"
)
_OF_WORK = re.compile(r"werk|dienst|uren|prest|rooster|beurtrol|shift|ploeg|week|glijd|\bdag\b|begin|start|\bje\b")
_RANGE = re.compile(r"\d ?(?:u|uur)? ?(?:tot|-|–|en) ?\d")
_PAID_FOR = re.compile(r"premie|toeslag|euro|€|%|verlof|vergoed|inhaalrust")
_ELSEWHERE = re.compile(r"contact|vragen|info|kijk|bezoek|selectie|proef|sollicit|inschrijv|rondleid")
_LEAST = re.compile(r"\b(?:minstens|minimum|minimaal|hoogstens|maximum|maximaal|ten minste|at least|at most|au moins|au maximum)\b", re.IGNORECASE)
_LIMIT = re.compile(
    r"\b(?:minstens|minimum|minder dan|hoogstens|maximum|meer dan"
    r"|ten minste)\b.{0,20}\b(?:uur|uren)\b(?! (?:vooraf|op voorhand))",
    re.IGNORECASE,
)


def answer(ask: Ask) -> Answer | None:
    """Full or part time and the hours that the bundle gives; where the question is about days or shifts, the bundle's line on those."""
    data = ask.vacancy.contract
    if ask.asks(_LAID_OUT):
        return _laid_out(ask)
    if ask.asks(_DAYS) and not (data.hours and ask.asks(re.compile("uurrooster|uren"))):
        return None
    if not (data.fraction or data.hours):
        return None
    if ask.asks(_LEAST) and not (data.hours and _LEAST.search(data.hours.citations[0].quote)):
        source = source_of(ask)
        limits = [sentence for sentence in source.sentences if _LIMIT.search(sentence.text)]
        cited = tuple(source.cite_sentence(sentence) for sentence in limits[:2])
        return Answer(quoted(cited, 260), cited) if cited else None
    lines = [ask.texts("contract_fraction", fraction=fraction_text(data.fraction.value))] if data.fraction else []
    cited = citations_of((data.hours, data.fraction))
    return Answer("\n".join([*lines, quoted(cited, 260)]), cited)


def _laid_out(ask: Ask) -> Answer | None:
    """The bundle's lines on how the hours lie; None where it tells none."""
    source = source_of(ask)
    found = []
    for line in lines_of(source):
        folded = fold(line.text)
        timed = ask.asks(HOUR) and CLOCK.search(folded) is not None
        if not (timed if ask.asks(HOUR) else _SCHEDULE.search(folded)) or not _OF_WORK.search(folded):
            continue
        if _PAID_FOR.search(folded) or find_phones(line.text):
            continue
        section = fold(line.block.heading[-1]) if line.block.heading else ""
        if _ELSEWHERE.search(section) or any(True for _ in find_moments(line.text, reference=ask.now.date(), anchors=())):
            continue
        found.append(line)
    if not found:
        return None
    share = {item.line.start: item.share for item in covered(ask, found)}
    found.sort(key=lambda line: (-share.get(line.start, 0.0), _RANGE.search(fold(line.text)) is None, line.start))
    cited = tuple(source.cite(line.start, line.end) for line in found[:2])
    return Answer(quoted(cited, 400), cited, sure=True)
