"""What is kept of a conversation, and erasing it."""

from __future__ import annotations

from dataclasses import replace

from actions.reply import Button, Reply, TurnResult
from actions.services import Services
from actions.turn import Turn


def answer(turn: Turn, services: Services) -> TurnResult:
    """Tells what is kept; asks to confirm an erasure."""
    if turn.intent != "erase_conversation":
        state = replace(turn.state, exchange=None, misses=0)
        return TurnResult((Reply(services.texts("privacy")),), "answered", state=state.as_json())
    state = replace(turn.state, exchange={"kind": "privacy"}, misses=0)
    buttons = (Button(services.texts("button_erase"), services.texts("button_erase")), Button("Nee", "nee"))
    return TurnResult((Reply(services.texts("erase_confirm"), "question", buttons),), "asking", state=state.as_json())


def proceed(turn: Turn, services: Services) -> TurnResult | None:
    """Erases after a plain yes; the gateway removes the conversation when it sees `erase` in the turn."""
    cleared = replace(turn, state=replace(turn.state, exchange=None))
    said = turn.text.strip().casefold()
    if said == services.texts("button_erase").casefold() or (turn.intent == "affirm" and turn.segments[0].confidence > 0.5):
        services.memory.forget(turn.conversation)
        return TurnResult((Reply(services.texts("erased")),), "small_talk", state={}, erase=True)
    if turn.intent in ("deny", "stop"):
        return TurnResult((Reply(services.texts("not_erased")),), "small_talk", state=cleared.state.as_json())
    return None
