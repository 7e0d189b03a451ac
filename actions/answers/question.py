"""A question about one vacancy: from its facts, else from its passages, else honestly not."""

from __future__ import annotations

from actions.answers import application, conditions, contacts, infosessions, selection, terms
from actions.answers.base import Answer, Ask, Handler, quoted
from index.query import missing_terms
from knowledge.model import Citation

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
    "ask_benefits": terms.benefits,
    "ask_leave": terms.benefits,
    "ask_contract": terms.contract,
    "ask_working_hours": terms.hours,
    "ask_start_date": terms.start,
    "ask_workplace": terms.workplace,
    "ask_reserve": terms.reserve,
}

SURE = 0.4
"""Below this confidence the passages are tried before the facts of the guessed topic."""


def answer_question(ask: Ask, confidence: float = 1.0) -> Answer:
    """The best answer to a question about one vacancy."""
    handler = HANDLERS.get(ask.intent)
    fact = handler(ask) if handler else None
    if fact is not None and confidence >= SURE and not _misses(ask, fact):
        return fact
    passage = from_passages(ask)
    if passage is not None:
        return passage
    return fact if fact is not None else not_in_bundle(ask)


def _misses(ask: Ask, answer: Answer) -> bool:
    """Whether the question asks for something that the answer and its quotes don't mention, though the bundle does."""
    said = " ".join([answer.text, *(citation.quote for citation in answer.citations), *(citation.section or "" for citation in answer.citations)])
    missing = missing_terms(ask.text, said)
    return bool(missing) and not missing_terms(" ".join(missing), ask.document.text)


def from_passages(ask: Ask) -> Answer | None:
    """The bundle's sentences that answer, quoted; None where the search abstains."""
    found = ask.searcher.answer(ask.text, vacancy_ids={ask.vacancy.id}, topic=ask.intent)
    if found.outcome != "answered":
        return None
    cited = tuple(Citation(quote.start, quote.end, quote.text, quote.section, quote.page) for quote in found.quotes)
    lines = [application.closed_line(ask)] if ask.intent in ("ask_how_to_apply", "ask_documents") else []
    return Answer("\n".join(line for line in [*lines, quoted(cited, 480)] if line), cited)


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
