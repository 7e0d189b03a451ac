"""The bundle's sentences that the search finds for a question, quoted; what is beside the question left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.answers import application, coverage, infosessions
from actions.answers.base import Answer, Ask, anchors_of, join, quoted, with_its_answer, with_its_lead, with_its_sequel, with_yes_or_no
from actions.answers.kinds import lacks_type
from actions.answers.topics import is_told_by_topic, mentions_topic, on_aspect, on_topic, said
from actions.vacancy_choice import fold
from index.answer_types import dates_in
from index.query import missing_terms
from knowledge.dates import find_moments
from knowledge.model import Citation
from knowledge.phones import find_phones
from knowledge.source import Source

_BACK_REFERENCE = re.compile(r"^(?:en|and|et|of|maar)\b|\b(?:dan|daar|daarvoor|daarbij|dat|die|dit|deze|erbij|then|that|ça|alors)\b", re.IGNORECASE)
_ASKS_A_PERSON = re.compile(
    r"\bwie\b|\bwho\b|\bqui\b|contact|\bbel\w*|\bmail\w*|telefo|\bgsm\b|\bnummer|\bnr\b|bereik|spreken|adres|personeelsdienst|phone|call|email"
)
_EARLIER_CALL = re.compile(r"\b(?:vorige|eerdere|vroegere|laatste) (?:selectie|oproep|procedure|vacature|ronde)|vorig jaar")
_AGAIN = re.compile(r"vorig|vroeger|eerder|opnieuw|toen|destijds|previous|again|last (?:year|time)")
_WHICH = re.compile(r"\b(?:welke|wat zijn|what are|which|quelles?|quels?)\b")
_REGISTERS = re.compile(r"inschrijv|schrijf|aanmeld|opgev|reserve(?:er|ren)|registr|register|sign up|inscri")
_WHAT_HAPPENS = re.compile(r"\bwat\b.*(?:gebeurt|is er|staat|doen|gepland|moet)|what happens|what is|que se passe|qu'est-ce")
_OF_A_MOMENT = frozenset("ask_deadline ask_infosession ask_selection ask_start_date ask_working_hours ask_workplace unknown out_of_scope".split())


def from_passages(ask: Ask, least: float = 0.0) -> Answer | None:
    """The bundle's sentences that answer, quoted; None where none does, or where the search is less sure than `least` (0..1).

    What refers back is searched with the question before. Where the search abstains, the one line that names all that is asked is tried.
    """
    cited = _searched(ask, least)
    if not cited and not least:
        cited = coverage.naming_all(ask, lambda text: _may_answer(ask, text), lambda word: is_told_by_topic(ask, word))
        cited = cited if not mentions_topic(ask) or on_topic(ask, cited) else ()
        cited = with_yes_or_no(ask, with_its_lead(ask, with_its_answer(ask, cited)))
    if not cited:
        cited = _on_that_date(ask) if ask.intent in _OF_A_MOMENT or ask.asks(_WHAT_HAPPENS) else ()
        cited = () if lacks_type(ask, _together(cited)) else cited
    if not cited:
        return None
    lines = [application.closed_line(ask)] if ask.intent in ("ask_how_to_apply", "ask_documents", "ask_deadline") else []
    if ask.intent == "ask_infosession":
        lines += infosessions.past_lines(ask)
    cited = with_its_sequel(ask, cited)
    if named := _parts_below(ask, cited[0]):
        lines.append(ask.texts("parts", items=join(named)))
    lines.append(quoted(cited, 480 if not named else 260))
    return Answer("\n".join(line for line in lines if line), cited)


def _searched(ask: Ask, least: float) -> tuple[Citation, ...]:
    """What the search finds, without what is beside the question; () where it abstains or tells no value of the kind that is asked."""
    found = ask.searcher.answer(ask.text, vacancy_ids={ask.vacancy.id}, topic=ask.intent)
    if found.outcome != "answered" and ask.state.question and _BACK_REFERENCE.search(ask.text) and len(missing_terms(ask.text, "")) <= 1:
        found = ask.searcher.answer(f"{ask.state.question} {ask.text}", vacancy_ids={ask.vacancy.id}, topic=ask.intent)
    if found.outcome != "answered" or found.confidence < least:
        return ()
    literal = [Citation(quote.start, quote.end, quote.text, quote.section, quote.page) for quote in found.quotes if not _is_beside(ask, quote.text)]
    literal = [citation for citation in coverage.to_the_point(ask, literal) if not _of_other_days(ask, citation.quote)]
    cited = with_its_answer(ask, literal)
    if not cited or not on_topic(ask, cited):
        return ()
    cited = with_yes_or_no(ask, with_its_lead(ask, cited))
    return () if lacks_type(ask, _together(cited)) else cited


def _may_answer(ask: Ask, text: str) -> bool:
    return not _is_beside(ask, text) and on_aspect(ask, fold(text)) and not lacks_type(ask, text) and not _of_other_days(ask, text)


def _of_other_days(ask: Ask, text: str) -> bool:
    """Whether the question names a day and the text only others."""
    asked, held = dates_in(ask.text), dates_in(text)
    return bool(asked and held and not asked & held)


def _together(citations: Sequence[Citation]) -> str:
    return " ; ".join(citation.quote for citation in citations)


def _is_beside(ask: Ask, text: str) -> bool:
    """Whether a quote only gives a person's number, or tells of an earlier call, when that isn't asked."""
    if find_phones(text) and not ask.asks(_ASKS_A_PERSON) and ask.intent not in ("ask_contact", "request_person"):
        return True
    return _EARLIER_CALL.search(fold(text)) is not None and ask.intent in ("ask_deadline", "ask_infosession") and not ask.asks(_AGAIN)


def _parts_below(ask: Ask, citation: Citation) -> list[str]:
    """The titles of the parts below the heading that a quote stands under, when the question asks to name them ("wat zijn de waarden?")."""
    block = ask.document.block_at(citation.start)
    if block is None or not block.heading or not ask.asks(_WHICH):
        return []
    path = block.heading
    titles = [other.text for other in ask.document.blocks if other.kind == "heading" and other.heading == path and other.start > block.start]
    return titles[:8] if 2 <= len(titles) <= 12 and all(len(title) < 40 and not title.rstrip().endswith("?") for title in titles) else []


def _days(ask: Ask, text: str) -> set[tuple[int, int]]:
    return {(found.moment.date.month, found.moment.date.day) for found in find_moments(text, reference=ask.now.date(), anchors=anchors_of(ask))}


def _on_that_date(ask: Ask) -> tuple[Citation, ...]:
    """The sentences about the date that a question names ("wat gebeurt er op 4 januari?", "kan ik nog naar de koffie van 7 november?").

    Where registering is asked, what the same part of the bundle tells of that comes with it.
    """
    asked = _days(ask, ask.text)
    if not asked:
        return ()
    source = Source.of(ask.document)
    hits = [sentence for sentence in source.sentences if asked & _days(ask, sentence.text)][:3]
    if hits and ask.asks(_REGISTERS):
        part = hits[0].block.heading
        hits += [item for item in source.sentences if item.block.heading == part and _REGISTERS.search(fold(item.text)) and item not in hits][:2]
    return tuple(source.cite(hit.block.start, hit.block.end) if hit.block.kind == "row" else source.cite_sentence(hit) for hit in hits)


def on_another_date(ask: Ask, fact: Answer) -> Answer | None:
    """What the bundle tells of the date that the question names, where the fact of the topic doesn't hold that date."""
    asked = _days(ask, ask.text)
    # What became of a session of that date (moved, cancelled) the fact itself tells.
    if not asked or ask.intent not in _OF_A_MOMENT - {"ask_infosession"} or asked & _days(ask, said(fact)):
        return None
    cited = _on_that_date(ask)
    return Answer(quoted(cited, 480), cited) if cited else None
