"""Whose conversation an activity belongs to."""

from __future__ import annotations

import hashlib

from microsoft_teams.api import Account, ActivityBase


def key_of(tenant: str, activity: ActivityBase, user: Account | None = None) -> str:
    """What our stores and Rasa know the conversation of one person in one chat by.

    It is made otherwise than those of the web chat (`conversation_key`): whoever knows the ids of a colleague cannot take part through the HTTP API.
    """
    person = user or activity.from_
    parts = (tenant.casefold(), activity.conversation.id, person.aad_object_id or person.id)
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=20, person=b"vacature-teams").hexdigest()


def is_personal(activity: ActivityBase) -> bool:
    """Whether nobody else reads along. A chat that doesn't say so is a group."""
    return activity.conversation.conversation_type == "personal" and not activity.conversation.is_group
