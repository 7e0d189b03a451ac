"""A turn as the chat that it came from allows: a form where one can be shown, nothing personal where others read along."""

from __future__ import annotations

from actions import eligibility_form, groups, signup_form
from actions.conversation import respond
from actions.reply import TurnResult
from actions.services import Services
from actions.turn import Turn


def respond_in(turn: Turn, services: Services, capability: str) -> TurnResult:
    """The reply to a turn; a chat that tells nothing of itself is one person's, without forms."""
    if turn.channel.get("card") and not turn.channel.get("group"):
        return signup_form.submitted(turn, services)
    result = respond(turn, services, capability)
    if turn.channel.get("group"):
        return groups.without_personal(turn, services, result)
    if not turn.channel.get("forms"):
        return result
    return eligibility_form.attached(services, signup_form.attached(turn, services, result))
