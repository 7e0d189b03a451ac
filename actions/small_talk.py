"""Greetings, thanks and the like: short, kind, back to the topic."""

from __future__ import annotations

from dataclasses import replace

from actions import scope
from actions.reply import Button, Reply, TurnResult
from actions.services import Services
from actions.turn import Turn
from knowledge.catalog import title_of

_TEXTS = {
    "greet": "greet",
    "goodbye": "goodbye",
    "thank": "thank",
    "ask_bot": "bot",
    "ask_help": "help",
    "insult": "insult",
    "affirm": "affirm",
    "deny": "deny",
    "stop": "stop",
    "inform": "affirm",
}
_SUGGESTIONS = ("Tot wanneer kan ik solliciteren?", "Hoe verloopt de selectie?", "Volstaat mijn diploma?")


def answer(turn: Turn, services: Services) -> TurnResult:
    """A short reply; suggestions where the candidate may not know what to ask."""
    intent = next((segment.intent for segment in turn.segments if segment.intent in _TEXTS), turn.intent)
    name = _TEXTS.get(intent, "help")
    found = scope.resolve(turn, services.snapshot, "")
    about = services.texts("about_vacancy", title=title_of(found.vacancy)) if found.vacancy else services.texts("about_vacancies")
    text = services.texts(name, about=about)
    buttons = tuple(Button(title, title) for title in _SUGGESTIONS) if name in ("greet", "help", "affirm") else ()
    state = replace(turn.state, exchange=None, misses=0)
    return TurnResult((Reply(text, "answer", buttons),), "small_talk", state=state.as_json())
