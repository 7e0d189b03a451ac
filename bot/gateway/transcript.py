"""`GET /api/chat/{id}`: a conversation as it is kept, for a page that was loaded again and for a second tab."""

from __future__ import annotations

import asyncio
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from bot.gateway.gateway import Gateway, GatewayOf
from bot.gateway.rasa import merge
from bot.gateway.schemas import ConversationId, EligibilityForm, RasaTurn, Reply, SignupForm, conversation_key
from bot.gateway.texts import FORM_SENT, NOT_KEPT
from bot.gateway.tracker import REDACTED, RecordedTurn

router = APIRouter(prefix="/api")


class TranscriptItem(BaseModel):
    """One message: of the candidate by its text, of the bot by its reply."""

    sender: Literal["candidate", "bot"]
    text: str
    reply: Reply | None = None


class Transcript(BaseModel):
    """The messages, oldest first, and the form that is still open; nothing when there is no such conversation or it is too long ago."""

    messages: list[TranscriptItem] = Field(default_factory=list)
    signup: SignupForm | None = None
    eligibility: EligibilityForm | None = None


@router.get("/chat/{conversation_id}")
async def transcript(conversation_id: ConversationId, gateway: GatewayOf) -> Transcript:
    """What was said; words that are not kept are told to be so."""
    recorded = await asyncio.to_thread(gateway.tracker.recorded, conversation_key(conversation_id))
    if not recorded or _too_old(gateway, recorded[-1]):
        return Transcript()
    shown = Transcript(messages=[item for turn in recorded for item in _items(turn)])
    if recorded[-1].turns:
        last = merge([RasaTurn.model_validate(turn) for turn in recorded[-1].turns])
        shown.signup = last.form if last.form and last.form.status == "open" else None
        shown.eligibility = last.eligibility
    return shown


def _too_old(gateway: Gateway, last: RecordedTurn) -> bool:
    return gateway.clock.real_now().timestamp() - last.timestamp > 3600 * gateway.settings.widget_hours


def _items(recorded: RecordedTurn) -> list[TranscriptItem]:
    said = FORM_SENT if recorded.by_form else NOT_KEPT if recorded.text == REDACTED else recorded.text
    items = [TranscriptItem(sender="candidate", text=said)]
    for turn in recorded.turns:
        items += [TranscriptItem(sender="bot", text=reply.text, reply=reply) for reply in RasaTurn.model_validate(turn).replies]
    if not recorded.turns:
        items.append(TranscriptItem(sender="bot", text=NOT_KEPT))
    return items
