"""A question about one vacancy: from its facts, else from its passages, else honestly not."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answers import (
    application,
    background,
    conditions,
    contacts,
    hours,
    infosessions,
    past_dates,
    places,
    sections,
    selection,
    tasks,
    terms,
    topic_sentences,
)
from actions.answers.base import Answer, Ask, Handler, quoted
from actions.answers.kinds import lacks_number, lacks_type
from actions.answers.passages import from_passages, on_another_date
from actions.answers.topics import LISTED, mentions_topic, missing, on_topic, said
from index.query import missing_terms
from knowledge.catalog import employer_of, title_of
from knowledge.source import Source

HANDLERS: dict[str, Handler] = {
    "ask_deadline": application.deadline,
    "ask_how_to_apply": application.how_to_apply,
    "ask_documents": application.documents,
    "ask_contact": contacts.answer,
    "ask_infosession": infosessions.answer,
    "ask_diploma": conditions.diploma,
    "ask_foreign_diploma": conditions.diploma,
    "ask_driving_licence": conditions.requirement,
    "ask_criminal_record": conditions.requirement,
    "ask_language": conditions.requirement,
    "ask_experience": conditions.requirement,
    "ask_other_requirements": conditions.requirement,
    "ask_selection": selection.steps,
    "ask_pass_mark": selection.pass_marks,
    "ask_feedback": selection.feedback,
    "ask_salary": terms.salary,
    "ask_seniority": terms.seniority,
    "ask_job_content": tasks.answer,
    "ask_benefits": terms.benefits,
    "ask_leave": terms.benefits,
    "ask_contract": terms.contract,
    "ask_working_hours": hours.answer,
    "ask_start_date": terms.start,
    "ask_workplace": terms.workplace,
    "ask_reserve": terms.reserve,
}

# Topics whose fact is one thing (a place, a kind of contract): a question on another thing of the topic is not answered by it.
_ONE_THING = frozenset({"ask_workplace", "ask_other_requirements"})
_NOT_NEEDED = re.compile(r"hoeft niet|niet nodig|niet verplicht|hoef je (?:niet|geen)|geen .{0,30}(?:nodig|vereist)")
_HANDS_IN = re.compile(
    r"afge(?:ven|eft)|indien|binnen(?:breng|doen)|opsturen|versturen|doorsturen|\bposten|op de post|mailen|bezorgen|solliciter|kandidaat"
    r"|inschrijven|insturen|\bsend|apply|envoyer"
)
_MAY_ONE = re.compile(
    r"^\W*(?:en )?(?:mag|mogen|kan|kunnen|moet|moeten|magek|kank|moek|may|can|must|puis|peut)\w*\b.*\b(?:gebruik|meenem|meebreng|hebben|doen"
    r"|maken|use|bring)"
)
SURE = 0.4
"""Below this confidence the passages are tried before the facts of the guessed topic."""


def answer_question(ask: Ask, confidence: float = 1.0) -> Answer:
    """The best answer to a question about one vacancy: its own bundle's, else that of its employer's general documents."""
    own = _from_bundle(ask, confidence)
    told = own.outcome == "answered" and not background.refers_on(own) and not lacks_number(ask, own)
    if not ask.background or (told and (own.sure or not missing_terms(ask.text, said(own)))):
        return own
    general = background.answer(ask, lambda asked: _from_bundle(asked, confidence))
    if general is None or (own.outcome == "answered" and lacks_number(ask, general)):
        return own
    return general if not told or _tells_more(ask, general, own) else own


def _tells_more(ask: Ask, general: Answer, own: Answer) -> bool:
    """Whether a general document's answer speaks of more that is asked than the own bundle's; beside a fact, also of all that the fact tells."""
    names = f"{title_of(ask.vacancy)} {employer_of(ask.vacancy)}"
    ours, theirs = (set(missing_terms(ask.text, f"{said(answer)} {names}")) for answer in (own, general))
    handler = HANDLERS.get(ask.intent)
    return theirs < ours if handler and handler(ask) == own else len(theirs) < len(ours)


def _from_bundle(ask: Ask, confidence: float) -> Answer:
    """The best answer from one document, with what it quotes of the past said to be over."""
    return past_dates.told(ask, _from_facts_or_passages(ask, confidence))


def _from_facts_or_passages(ask: Ask, confidence: float) -> Answer:
    """The best answer from one document's facts and passages."""
    if (told := _by_its_words(ask)) is not None:
        return told
    if ask.intent in ("ask_documents", "ask_how_to_apply") and ask.asks(_HANDS_IN) and application.asked_moment(ask) is not None:
        ask = replace(ask, intent="ask_deadline")  # "mag ik de brief op 18 december binnenbrengen?"
    handler = HANDLERS.get(ask.intent) if not ask.asks(places.ASKED) else None
    fact = handler(ask) if handler else None
    if fact is not None and ask.intent in ("ask_benefits", "ask_leave") and lacks_type(ask, fact.text):
        fact = None
    if fact is not None and ask.intent == "ask_salary" and _asks_of_a_benefit(ask):
        fact = None
    if fact is not None and not fact.sure and (named := on_another_date(ask, fact)):
        return named
    left = missing(ask, fact) if fact is not None else ()
    if fact is not None and (fact.sure or (not left and (confidence >= SURE or mentions_topic(ask)))):
        return fact
    if confidence < SURE and not mentions_topic(ask):
        ask_freely = replace(ask, intent="unknown")  # a topic that was only guessed doesn't narrow what may answer
        passage = from_passages(ask) or (from_passages(ask_freely) if fact is None or left else None)
    else:
        passage = from_passages(ask)
    if passage is None and ask.intent in LISTED:
        passage = _naming(ask, left)
    if fact is None:
        return passage or _topic_sentences(ask) or _section(ask) or not_in_bundle(ask)
    if passage is not None and (confidence < SURE or _covers_more(ask, passage, left)):
        return _and_what_to_send(ask, passage, fact)
    return not_in_bundle(ask if confidence >= SURE else replace(ask, intent="unknown")) if _is_beside(ask, left, confidence) else fact


def _by_its_words(ask: Ask) -> Answer | None:
    """What the question's words alone decide, whatever its topic was taken for."""
    if ask.intent == "ask_criminal_record" and conditions.asks_of_convictions(ask):
        return _topic_sentences(ask)
    return places.answer(ask)


def _is_beside(ask: Ask, left: tuple[str, ...], confidence: float) -> bool:
    """Whether the fact of the topic leaves out what the question is about (`left`: the words that it doesn't speak of)."""
    if not left:
        return False
    unknown = any(missing_terms(term, ask.document.text) for term in left)  # something that the bundle never mentions
    if ask.intent in _OF_AMOUNTS and _counts_something_else(ask, left):
        return True
    if ask.intent in _ONE_THING or (confidence < SURE and not mentions_topic(ask)):
        return True
    if ask.intent in ("ask_benefits", "ask_leave") or (ask.intent == "ask_selection" and ask.asks(_MAY_ONE)):
        return unknown  # the list of tests tells nothing of what one may use or do there
    # The bundle speaks of that test, but tells no mark for it.
    return ask.intent == "ask_pass_mark" and any(not missing_terms(term, ask.document.text) for term in left)


def _naming(ask: Ask, things: tuple[str, ...]) -> Answer | None:
    """The bundle's sentences that name the things which a list leaves out ("een motivatiebrief hoeft niet")."""
    source = Source.of(ask.document)
    named = [item for item in source.sentences if item.block.kind != "heading" and things and not missing_terms(" ".join(things[:1]), item.text)]
    cited = tuple(source.cite_sentence(item) for item in named[:2])
    return Answer(quoted(cited, 300), cited) if cited and on_topic(ask, cited) else None


def _and_what_to_send(ask: Ask, passage: Answer, fact: Answer) -> Answer:
    """After "een motivatiebrief hoeft niet": what must be sent."""
    if ask.intent != "ask_documents" or not _NOT_NEEDED.search(passage.text):
        return passage
    return replace(passage, text=f"{passage.text}\n{fact.text}", citations=(*passage.citations, *fact.citations))


def _topic_sentences(ask: Ask) -> Answer | None:
    answer = topic_sentences.answer(ask)
    return None if answer is None or lacks_type(ask, said(answer)) else answer


def _section(ask: Ask) -> Answer | None:
    answer = sections.answer(ask)
    return None if answer is None or lacks_type(ask, said(answer)) else answer


_OF_AMOUNTS = frozenset(
    {"ask_salary", "ask_seniority", "ask_workplace", "ask_contract", "ask_start_date", "ask_reserve", "ask_deadline", "ask_selection"}
)
_COUNTED = re.compile(r"\b(?:hoeveel|how many|combien de) ([a-z]{3,}(?:s|en))\b(?! (?:ik|je|ge|we)\b)")


def _counts_something_else(ask: Ask, left: tuple[str, ...]) -> bool:
    """Whether the question counts things of which the fact doesn't speak ("hoeveel dossiers krijg je?")."""
    counted = _COUNTED.search(ask.folded)
    return counted is not None and any(missing_terms(counted[1], "") and not missing_terms(counted[1], term) for term in left)


def _covers_more(ask: Ask, passage: Answer, missing: tuple[str, ...]) -> bool:
    """Whether the passage tells of what the fact's answer leaves out."""
    left = missing_terms(" ".join(missing), said(passage))
    return len(left) < len(missing)


def _asks_of_a_benefit(ask: Ask) -> bool:
    return (
        re.search(
            r"wie betaalt|betaal\w* .*terug|terugbeta|kosten|vergoeding|premie|toelage|cheque|toeslag|korting"
            r"|bijdrage|terugbetal|allowance|bonus|voucher|premium"
            r"|prime|indemnite"
            r"|reimburs|rembours",
            ask.folded,
        )
        is not None
    )


def not_in_bundle(ask: Ask) -> Answer:
    """'Dat staat niet in de infobundel', with the person who knows, or without where the bundle names nobody."""
    if ask.intent in ("ask_infosession", "signup_infosession") and not ask.vacancy.infosessions:
        line = ask.texts("session_none")
    elif ask.intent == "ask_deadline":
        line = ask.texts("deadline_none")
    else:
        line = ask.texts("not_in_bundle")
    who, contact = contacts.referral(ask.vacancy, ask.intent, ask.text)
    if not who:
        return Answer(line, (), outcome="not_in_bundle")
    cited = contact.citations if contact else ()
    return Answer(f"{line} {ask.texts('ask_person', who=who)}", cited, outcome="not_in_bundle", contact=contact.value.name if contact else None)
