"""The part of a bundle that a general question asks for ("hoe moet ik solliciteren?", "wat bieden jullie?"), found by its heading."""

from __future__ import annotations

import re

from actions.answers.base import Answer, Ask, quoted, source_of
from actions.answers.coverage import key_terms
from actions.answers.topics import is_topic_word
from actions.vacancy_choice import fold
from knowledge.document import Block
from knowledge.model import Citation

_TITLES: dict[str, re.Pattern[str]] = {
    intent: re.compile(pattern)
    for intent, pattern in (
        (
            "ask_how_to_apply",
            r"sollicit|kandida|interesse|geinteresseerd|meedoen|overtuigd|inschrij|schrijf je in|goesting|zin om|zin in deze|klaar voor"
            r"|iets voor jou|spreekt .* aan"
            r"|aan de slag\?|doe mee|hoe stel je|apply|indien|word jij|laat van je horen|contacteer ons|stap",
        ),
        (
            "ask_benefits",
            r"aanbod|bieden|wij geven|we geven|krijg je|krijgt u|voordelen|extra|in ruil|verwachten\?|verwacht je|van ons|waarom bij ons"
            r"|waarom werken|onze troeven|pluspunten|arbeidsvoorwaarden",
        ),
        ("ask_selection", r"selectie|procedure|verloopt|proeven|examen|hoe gaat|stappen|\bronde|in zijn werk"),
        ("ask_working_hours", r"werkuren|uurrooster|uren\b|jouw dag|wanneer werk|werktijd|arbeidsduur|planning"),
        (
            "ask_other_requirements",
            r"vragen|profiel|zoeken|wie ben|wie zoek|voorwaarden|verwachten we|breng je mee|jij bent|ben jij|jij hebt|vereist|nodig|past bij",
        ),
        ("ask_diploma", r"vragen|profiel|zoeken|wie ben|wie zoek|voorwaarden|breng je mee|jij hebt|vereist|nodig"),
        ("ask_job_content", r"taken|functie|job|opdracht|wat doe|wat ga|to-?do|jouw dag|je dag|verantwoordelijk|rol\b"),
        ("ask_salary", r"loon|wedde|verloning|bezoldig|salaris|verdien"),
        ("ask_leave", r"verlof|vakantie"),
        ("ask_documents", r"documenten|bijlagen|dossier|meesturen|bezorgen|sollicit|kandida"),
    )
}
# What a part must speak of to answer: an offer may tell only of pay and hours.
_HOLDS = {
    "ask_benefits": re.compile(
        r"cheque|verzekering|vergoeding|premie|verlof|vakantie|fiets|laptop|opleiding|korting|maaltijd|telewerk|thuiswerk|pensioen|kledij"
    ),
    "ask_how_to_apply": re.compile(r"@|www\.|formulier|mail|\bbel\b|brief|\bpost\b|onthaal|online|link|website|knop|stuur|bezorg|loket"),
}
_ROOM = 420
_LINES = 4


def answer(ask: Ask) -> Answer | None:
    """The first lines below the heading of the topic; None where there is none, or where the question asks for a detail."""
    titles = _TITLES.get(ask.intent)
    if titles is None or any(not is_topic_word(ask, term.word) for term in key_terms(ask)):
        return None
    source = source_of(ask)
    blocks: list[Block] = []
    for block in source.main:
        if block.kind == "heading" or not block.heading or not titles.search(fold(block.heading[-1])):
            if blocks:
                break
            continue
        if blocks and sum(len(other.text) for other in blocks) + len(block.text) > _ROOM:
            break
        blocks.append(block)
    cited: tuple[Citation, ...] = tuple(source.cite_block(block) for block in blocks[:_LINES])
    holds = _HOLDS.get(ask.intent)
    if not cited or (holds and not holds.search(fold(" ; ".join(citation.quote for citation in cited)))):
        return None
    return Answer(quoted(cited, _ROOM), cited, is_list=len(cited) > 2)
