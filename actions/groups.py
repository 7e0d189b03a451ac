"""A chat in which others read along: questions on vacancies are answered there, what is about one person only in a chat of their own."""

from __future__ import annotations

from dataclasses import replace

from actions.reply import Reply, TurnResult
from actions.services import Services
from actions.turn import State, Turn

_PERSONAL = frozenset({"signup", "signed_up", "eligibility", "callback"})


def without_personal(turn: Turn, services: Services, result: TurnResult) -> TurnResult:
    """The result as it may be said in a group; whatever came of a diploma, a sign-up or a call-back gives way to the offer of a personal chat."""
    exchange = State.from_json(result.state).exchange or {}
    personal = result.private or result.verdict is not None or exchange.get("kind") in _PERSONAL or turn.channel.get("card")
    if not personal:
        return result
    services.memory.forget(turn.conversation)
    offer = Reply(services.texts("group_elsewhere"))
    state = replace(turn.state, exchange=None, misses=0)
    contact: tuple[Reply, ...] = ()
    if exchange.get("kind") == "callback" and exchange.get("step") == "ask":
        # Whom to call stands in the bundle; only the request to be called back is personal.
        contact = tuple(replace(reply, buttons=()) for reply in result.replies if reply.kind == "answer")
        state = replace(State.from_json(result.state), exchange=None)
    return TurnResult((*contact, offer), "handoff", state=state.as_json(), private=True, elsewhere=True)
