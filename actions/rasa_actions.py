"""Rasa's view of the capabilities: one action each, which translates between the tracker and `channel.respond_in`."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.channel import respond_in
from actions.conversation import CAPABILITIES
from actions.reply import TurnResult
from actions.services import ServicesFactory
from actions.turn import Turn

log = logging.getLogger(__name__)


class CapabilityAction(Action):
    """`action_<capability>`: computes the turn outside the event loop, so that one question never holds up another conversation."""

    def __init__(self, capability: str, services: ServicesFactory) -> None:
        self._capability = capability
        self._services = services

    def name(self) -> str:
        """The action's name in the domain."""
        return f"action_{self._capability}"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        """One custom message with the whole turn; the dialogue state goes back as a slot."""
        turn = Turn.from_tracker({"latest_message": tracker.latest_message, "sender_id": tracker.sender_id, "slots": tracker.slots})
        result = await asyncio.to_thread(self._respond, turn)
        metadata = tracker.latest_message.get("metadata") or {}
        dispatcher.utter_message(json_message=result.as_json(int(metadata.get("notice") or 0)))
        if result.state is None:
            return []
        return [SlotSet("dialogue", result.state), SlotSet("vacancy", result.state.get("vacancy"))]

    def _respond(self, turn: Turn) -> TurnResult:
        return respond_in(turn, self._services(), self._capability)


def all_actions(services: ServicesFactory) -> list[CapabilityAction]:
    """An action for each capability."""
    return [CapabilityAction(capability, services) for capability in CAPABILITIES]
