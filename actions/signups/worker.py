"""The worker that makes messages leave: claims what is due, writes it, hands it over, marks it. Any number may run at once."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence

from sqlalchemy.exc import SQLAlchemyError

from actions.signups.changes import follow_bundles
from actions.signups.envelope import Envelope, addressed
from actions.signups.mail import Sender, compose
from actions.signups.outbox import Message, Outbox
from actions.signups.store import Signups
from actions.signups.transport import Connection, Refused, Transport, Unavailable, transport_of
from knowledge.catalog import Snapshot
from knowledge.settings import Settings

log = logging.getLogger(__name__)

_BATCH = 50
_POLL_SECONDS = 1.0
_TROUBLE_SECONDS = 5.0
_PURGE_SECONDS = 3600.0


class Worker:
    """Delivers the messages of a sign-up store; also follows the bundles for changed sessions and purges old sign-ups."""

    def __init__(self, signups: Signups, transport: Transport, sender: Sender) -> None:
        self._signups, self._transport, self._sender = signups, transport, sender
        self._outbox = Outbox(signups.engine)

    @classmethod
    def of(cls, signups: Signups, settings: Settings) -> Worker:
        """The worker as the settings describe it."""
        return cls(signups, transport_of(settings), Sender(settings.mail_from, settings.links_url))

    async def run(self, snapshot: Callable[[], Snapshot | None]) -> None:
        """Works until it is cancelled; whatever fails is tried again. `snapshot` gives the bundles that are published now."""
        version, purged_at = "", float("-inf")
        while True:
            try:
                current = snapshot()
                if current is not None and current.version != version:
                    await asyncio.to_thread(follow_bundles, self._signups, current)
                    version = current.version
                if time.monotonic() - purged_at > _PURGE_SECONDS:
                    await asyncio.to_thread(self._signups.purge)
                    purged_at = time.monotonic()
                busy = await asyncio.to_thread(self.deliver) == _BATCH
                await asyncio.sleep(0 if busy else _POLL_SECONDS)
            except SQLAlchemyError as error:
                log.error("the sign-up store cannot be reached: %s", type(error).__name__)
                await asyncio.sleep(_TROUBLE_SECONDS)
            except Exception as error:
                # A traceback could show a name; its kind is enough to find it.
                log.error("the mail worker stumbled over %s and goes on", type(error).__name__)
                await asyncio.sleep(_TROUBLE_SECONDS)

    def deliver(self, limit: int = _BATCH) -> int:
        """Delivers what is due, at most `limit` messages; returns how many were claimed."""
        claimed = self._outbox.claim(limit)
        if not claimed:
            return 0
        envelopes = addressed(self._signups.engine, claimed)
        leaving = {envelope.message.number for envelope in envelopes}
        if idle := [message.number for message in claimed if message.number not in leaving]:
            self._outbox.done(idle, "dropped")
        left = list(envelopes)
        if not left:
            return len(claimed)
        try:
            with self._transport.connect() as connection:
                while left:
                    self._send(connection, left[0])
                    del left[0]
        except Unavailable as error:
            self._later([envelope.message for envelope in left], str(error))
        return len(claimed)

    def _send(self, connection: Connection, envelope: Envelope) -> None:
        message = envelope.message
        try:
            connection.send(compose(envelope, self._sender), f"{envelope.reference}-{message.kind}-{message.number}")
        except Refused as error:
            self._outbox.later(message, hopeless=True)
            log.warning("the mail %s of %s was refused: %s", message.kind, envelope.reference, error)
        except Unavailable as error:
            if error.whole:
                raise
            self._later([message], str(error))
        else:
            self._outbox.done([message.number], "sent")

    def _later(self, messages: Sequence[Message], reason: str) -> None:
        for message in messages:
            if not self._outbox.later(message):
                log.error("a mail %s could not be sent for days and is given up", message.kind)
        log.warning("%d mails wait: %s", len(messages), reason)
