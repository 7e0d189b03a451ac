"""A person instead of the bot: who, when and how; a call-back request that is never lost."""

from __future__ import annotations

import re
from dataclasses import replace

from email_validator import EmailNotValidError, validate_email

from actions import scope
from actions.answers.base import source_line, sources
from actions.answers.contacts import card, for_intent
from actions.reply import Button, Reply, TurnResult
from actions.services import Services
from actions.turn import Turn
from knowledge.catalog import employer_of, title_of
from knowledge.phones import find_phones

_CALL_ME = re.compile(r"\bbel (?:me|mij)\b|\bbel\w* (?:me|mij) .{0,12}terug|terug(?:ge)?beld|terugbellen|call me back|rappelez-moi", re.IGNORECASE)
_YES = re.compile(r"^(ja|jawel|graag|ok|oke|okee|prima|goed|doe maar|yes|oui|tuurlijk|zeker)\b", re.IGNORECASE)
_ASKS_FOR_IT = re.compile(r"\b(?:ja|jawel|graag|bel|bellen|mail|yes|oui)\b", re.IGNORECASE)


def begin(turn: Turn, services: Services) -> TurnResult:
    """The right person for the vacancy in focus, and the offer to leave a call-back request."""
    complaint = services.texts("complaint") + "\n" if turn.intent == "complaint" else ""
    found = scope.resolve(turn, services.snapshot)
    if _CALL_ME.search(turn.text):
        focus = replace(turn.state, vacancy=found.vacancy.id if found.vacancy else turn.state.vacancy)
        return _ask(replace(turn, state=focus), services, {"kind": "callback", "step": "name"}, "callback_name")
    if found.vacancy is None:
        state = replace(turn.state, exchange={"kind": "callback", "step": "ask"})
        text = complaint + services.texts("person_which")
        return TurnResult((Reply(text, "answer"),), "handoff", state=state.as_json())
    vacancy = found.vacancy
    fact = for_intent(vacancy, turn.intent, turn.text)
    if fact is None:
        address = next((item.value for item in vacancy.application.addresses if "@" in item.value), None)
        line = services.texts("person_address", address=address) if address else services.texts("person_nobody")
        state = replace(turn.state, vacancy=vacancy.id, exchange={"kind": "callback", "step": "ask"})
        return TurnResult((Reply(complaint + line, "answer"),), "handoff", state=state.as_json())
    text = complaint + services.texts("person", card=card(fact.value)) + "\n" + source_line(vacancy, fact.citations, services.texts)
    reply = Reply(text, "answer", (Button(services.texts("button_callback"), services.texts("button_callback")),), sources(vacancy, fact.citations))
    offer = Reply(services.texts("callback_offer"), "question")
    state = replace(turn.state, vacancy=vacancy.id, contact=fact.value.name, exchange={"kind": "callback", "step": "ask"}, misses=0)
    return TurnResult((reply, offer), "handoff", state=state.as_json())


def offer(turn: Turn, services: Services) -> TurnResult:
    """After several misses: a person."""
    result = begin(turn, services)
    first = Reply(services.texts("misses"), "answer")
    return replace(result, replies=(first, *result.replies))


def proceed(turn: Turn, services: Services) -> TurnResult | None:
    """The steps of a call-back request: wish, name, way to reach, question. None when the message is about something else."""
    exchange = dict(turn.state.exchange or {})
    step = exchange.get("step")
    text = turn.text.strip()
    if step != "ask" and turn.intent in ("stop", "deny") and len(text) < 40:
        return _finish(turn, services.texts("callback_stopped"))
    if step == "ask" and turn.intent == "thank" and not _ASKS_FOR_IT.search(text):
        return None  # "ok merci" closes; it is no request
    if step == "ask":
        if text.casefold() == services.texts("button_callback").casefold() or turn.intent == "affirm" or _YES.match(text):
            return _ask(turn, services, {**exchange, "step": "name"}, "callback_name")
        return None if turn.intent not in ("deny", "stop") else _finish(turn, services.texts("callback_stopped"))
    if turn.intent.startswith("ask_") and turn.segments[0].confidence > 0.6 and "?" in text:
        return None
    if step == "name":
        if len(text) > 80 or not re.search(r"[^\W\d_]{2}", text):
            return _ask(turn, services, exchange, "callback_name")
        return _ask(turn, services, {**exchange, "step": "reach", "name": text}, "callback_reach")
    if step == "reach":
        reach = _reach(text)
        if reach is None:
            return _ask(turn, services, exchange, "callback_reach_invalid")
        return _ask(turn, services, {**exchange, "step": "question", "reach": reach}, "callback_question")
    return _store(turn, services, exchange, text)


def _reach(text: str) -> str | None:
    """A phone number (E.164) or an e-mail address in the text."""
    phones = find_phones(text)
    if phones:
        return str(phones[0])
    match = re.search(r"\S+@\S+", text)
    try:
        return validate_email(match.group(0).strip(".,;<>"), check_deliverability=False).normalized if match else None
    except EmailNotValidError:
        return None


def _ask(turn: Turn, services: Services, exchange: dict[str, object], name: str) -> TurnResult:
    state = replace(turn.state, exchange=exchange)
    return TurnResult((Reply(services.texts(name), "question"),), "asking", state=state.as_json())


def _store(turn: Turn, services: Services, exchange: dict[str, object], question: str) -> TurnResult:
    vacancy = services.snapshot.entries.get(turn.state.vacancy or "")
    reference = services.callbacks.add(
        name=str(exchange["name"]),
        reach=str(exchange["reach"]),
        question=question[:1000],
        vacancy=vacancy.id if vacancy else None,
        conversation=turn.conversation,
    )
    about = " " + services.texts("callback_about", title=title_of(vacancy), employer=employer_of(vacancy)) if vacancy else ""
    return _finish(turn, services.texts("callback_done", reference=reference, about=about))


def _finish(turn: Turn, text: str) -> TurnResult:
    state = replace(turn.state, exchange=None)
    return TurnResult((Reply(text),), "handoff", state=state.as_json())
