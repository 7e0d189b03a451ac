"""What the vacancy's own bundle doesn't tell, from a general document of the same employer (conditions, questions and answers, regulation)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from actions.answers.base import Answer, Ask
from actions.vacancy_choice import fold
from knowledge.catalog import employer_of
from knowledge.dates import find_moments

# What belongs to one call or one job: a general document that tells of it tells of another.
_OF_THE_CALL = frozenset(
    {"ask_deadline", "ask_infosession", "signup_infosession", "ask_start_date", "ask_workplace", "ask_job_content", "ask_driving_licence"}
)
# Topics of the job itself of which only these sides may be general.
_GENERAL_SIDE = {
    "ask_diploma": re.compile(r"buitenland|gelijk|erkend|naric|kopie|attest|voorleggen|bewij|vertaal|foreign|abroad|etranger|equival"),
    "ask_salary": re.compile(r"vergoeding|premie|toelage|cheque|toeslag|geld|index|uitbetaal|wanneer|verzeker|pensioen|bonus|anci|ervaring|terug"),
}
_DATED_CALL = re.compile(r"sollicit|kandida|inschrij|info(?:avond|sessie|moment|dag)|jobdag|proe(?:f|ven)\b|examen|selectie|gesprek")
_ELSEWHERE = r"(?:algeme(?:ne|en)|reglement|rechtspositie|\bfaq\b|veelgestelde|brochure|voorwaarden|regeling|website)"
_REFERS = (
    r"(?:verwijz|verwijs|raadple|\blees|\bzie\b|\bvind|terug te vinden|\bsta(?:at|an)\b|bekijk|meer info|volgens|conform|overeenkomstig|bepaald"
    r"|geregeld|van toepassing|vermeld|opgenomen)"
)
_REFERS_ON = re.compile(rf"{_REFERS}.{{0,100}}{_ELSEWHERE}|{_ELSEWHERE}.{{0,80}}{_REFERS}")
_ARTICLE = re.compile(r"\bart(?:\.|ikel)?\s*\d+(?:\s*§\s*\d+)?")


def answer(ask: Ask, answer_from: Callable[[Ask], Answer]) -> Answer | None:
    """The first general document's answer, with its origin; None where none tells, or where only the vacancy itself may tell.

    `answer_from` answers a question from one document.
    """
    side = _GENERAL_SIDE.get(ask.intent)
    if ask.intent in _OF_THE_CALL or (side is not None and not ask.asks(side)):
        return None
    for general, document in ask.background:
        found = answer_from(replace(ask, vacancy=general, document=document, background=()))
        if found.outcome == "answered" and found.citations and not _tells_of_a_call(found, ask) and not refers_on(found):
            text = f"{ask.texts('background', employer=employer_of(general))}\n{found.text}"
            return replace(found, text=text, origin=general)
    return None


def refers_on(found: Answer) -> bool:
    """Whether all that an answer quotes is that it stands elsewhere ('zie de algemene voorwaarden')."""
    quotes = [fold(citation.quote) for citation in found.citations]
    return bool(quotes) and all(_REFERS_ON.search(quote) and not re.search(r"\d", _ARTICLE.sub("", quote)) for quote in quotes)


def _tells_of_a_call(found: Answer, ask: Ask) -> bool:
    """Whether a quote gives the date of an application, session or test: that of another call than the vacancy's own."""
    return any(
        _DATED_CALL.search(fold(citation.quote)) and any(True for _ in find_moments(citation.quote, reference=ask.now.date()))
        for citation in found.citations
    )
