"""The published vacancies as the gateway needs them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError

from knowledge.catalog import Snapshot
from knowledge.model import Contact, Topic, Vacancy
from knowledge.phones import display_phone
from knowledge.store import Store

logger = logging.getLogger("vacaturebot.gateway")

_POLL_SECONDS = 2.0
_FIRST_POLL_SECONDS = 0.3
_TOPICS: tuple[Topic, ...] = ("selectieprocedure", "kandidatuur", "algemeen")


class Catalog(Protocol):
    """Gives what is published at this moment; cheap to call."""

    def snapshot(self) -> Snapshot | None:
        """An immutable view; None before the first one is loaded."""

    def settled(self) -> bool:
        """Whether the view has been what questions are answered from."""

    async def watch(self) -> None:
        """Keeps the view up to date until cancelled."""


class StoreCatalog:
    """What the action server published in the knowledge store, taken over within seconds after it answers from it.

    Between the two lies the building of its index; a vacancy accepted before that would be answered from others. `answering` gives the version
    that it answers from, None while that is unknown.
    """

    def __init__(self, store: Store, answering: Callable[[], Awaitable[str | None]]) -> None:
        self._store, self._answering = store, answering
        self._snapshot: Snapshot | None = None
        self._settled = False

    def snapshot(self) -> Snapshot | None:
        """See `Catalog`."""
        return self._snapshot

    def settled(self) -> bool:
        """See `Catalog`."""
        return self._settled

    async def watch(self) -> None:
        """See `Catalog`. While the store cannot be read, the last view stays."""
        while True:
            try:
                await asyncio.to_thread(self._refresh, await self._answering())
            except SQLAlchemyError as error:
                if self._snapshot is not None:
                    logger.error("the knowledge store cannot be read: %s", type(error).__name__)
            await asyncio.sleep(_POLL_SECONDS if self._settled else _FIRST_POLL_SECONDS)

    def _refresh(self, answering: str | None) -> None:
        # Without an action server the pages can be shown all the same, as of the last time.
        if self._snapshot is None or (self._snapshot.version != answering and self._store.fingerprint() == answering):
            self._snapshot = self._store.snapshot()
        self._settled = self._settled or self._snapshot.version == answering


def employer(snapshot: Snapshot, vacancy: str | None) -> str | None:
    """The employer of a vacancy; without one, the only employer there is. None when several could be meant or the bundle names none."""
    entries = snapshot.of_document(vacancy) if vacancy else tuple(snapshot.vacancies.values())
    names = {entry.employer.value if entry.employer else None for entry in entries}
    return names.pop() if len(names) == 1 else None


def contact_line(snapshot: Snapshot, vacancy: str | None) -> str | None:
    """Who to ask about a vacancy when the bot cannot answer: 'An Peeters (0470 12 34 56, an@example.be)'."""
    for entry in snapshot.of_document(vacancy) if vacancy else ():
        if (contact := _contact(entry)) and (ways := [*map(display_phone, contact.phones[:1]), *([contact.email] if contact.email else [])]):
            name = contact.name or contact.role
            return f"{name} ({', '.join(ways)})" if name else " of ".join(ways)
        if address := next((fact.value for fact in entry.application.addresses if "@" in fact.value), None):
            return address
    return None


def _contact(vacancy: Vacancy) -> Contact | None:
    contacts = [fact.value for fact in vacancy.contacts if fact.value.phones or fact.value.email]
    return next((contact for topic in _TOPICS for contact in contacts if topic in contact.topics), contacts[0] if contacts else None)
