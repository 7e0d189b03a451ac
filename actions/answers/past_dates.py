"""What an answer quotes may lie in the past: every such date is said to be over."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from actions.answers.base import Answer, Ask, anchors_of, join
from knowledge.catalog import passed
from knowledge.dates import document_anchors, find_moments, format_date
from knowledge.source import Source

_OVER = "voorbij"
_QUOTE = re.compile(r"“([^”]*)”")
# "Vanaf 5 juli", "na 12 mei": what began then may still last.
_BEGINS = re.compile(r"\b(?:vanaf|sinds|na|since|from|van(?= .{0,40}\btot\b))\s+(?:\w+dag\s+)?$", re.IGNORECASE)
# The date of a decision, a document, a diploma or an index is no date that a candidate could have met.
_NO_EVENT = re.compile(
    r"\b(?:decreet|wet|besluit|beslis\w*|verklaar\w*|keurde\w*|vergadering|omzendbrief|reglement|zitting|goedgekeurd|gewijzigd|vastgesteld|bekendgemaakt|gepubliceerd|bijgewerkt"
    r"|aangepast|versie|opgericht|geboren|uitgereikt|behaald|index\w*|geldend|geldig|van kracht|van toepassing|in werking"
    r"|datum bericht|publicatie\w*|verschenen|opgemaakt|referentie|ref|gedateerd|laatste wijziging|stand op)\b[^.;|]{0,60}$",
    re.IGNORECASE,
)


def told(ask: Ask, answer: Answer) -> Answer:
    """The answer with a line on the dates in its quotes that have passed, unless it says so already."""
    if answer.outcome != "answered" or not (days := _passed_days(ask, answer)):
        return answer
    key = "dates_past" if len(days) > 1 else "date_past"
    line = ask.texts(key, dates=join([format_date(day) for day in days[:4]]))
    return replace(answer, text=f"{answer.text}\n{line}")


def _passed_days(ask: Ask, answer: Answer) -> list[date]:
    """The days in the quotes that the answer shows that have passed and that no line of it tells to be over."""
    anchors = (*anchors_of(ask), *document_anchors(Source.of(ask.document)))
    said = [line for line in _QUOTE.sub("", answer.text).split("\n") if _OVER in line.casefold()]
    days: list[date] = []
    for quote in _QUOTE.findall(answer.text):
        for found in find_moments(quote, reference=ask.now.date(), anchors=anchors):
            moment, before = found.moment, quote[: found.start]
            last = moment.end_date or moment.date
            yearly = found.kind == "range" and not re.search(r"\d{4}", moment.printed)  # "van 15 mei tot en met 15 september"
            if yearly or found.kind == "month" or not passed(last, moment.time, ask.now) or _BEGINS.search(before) or _NO_EVENT.search(before):
                continue
            if last not in days and not any(format_date(last) in line for line in said):
                days.append(last)
    return days
