"""The worker that makes messages leave: claims what is due, writes it, hands it over, marks it. Any number may run at once."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from functools import partial

from sqlalchemy.exc import SQLAlchemyError

from actions.notices import notice
from actions.signups.changes import follow_bundles
from actions.signups.channel import RecruiterChannel, channel_of
from actions.signups.envelope import addressed
from actions.signups.mail import Sender, compose
from actions.signups.outbox import Message, Outbox
from actions.signups.registrar import LocalRegistrar, Registrar
from actions.signups.store import Signups
from actions.signups.transport import Connection, Refused, Transport, Unavailable, transport_of
from actions.signups.webinars import Webinars
from knowledge.catalog import Snapshot
from knowledge.settings import Settings

log = logging.getLogger(__name__)

_BATCH = 50
_POLL_SECONDS = 1.0
_TROUBLE_SECONDS = 5.0
_PURGE_SECONDS = 3600.0


@dataclass(frozen=True, slots=True)
class _Letter:
    """A mail that can leave; `name` identifies it without personal data."""

    message: Message
    name: str
    compose: Callable[[], EmailMessage]


class Worker:
    """Delivers the messages of a sign-up store; also follows the bundles for changed sessions and purges old sign-ups."""

    def __init__(
        self, signups: Signups, transport: Transport, sender: Sender, registrar: Registrar | None = None, channel: RecruiterChannel | None = None
    ) -> None:
        self._signups, self._transport, self._sender = signups, transport, sender
        self._outbox = Outbox(signups.engine)
        self._webinars = Webinars(signups.engine, registrar or LocalRegistrar())
        self._channel = channel
        self._version, self._purged_at = "", float("-inf")

    @classmethod
    def of(cls, signups: Signups, settings: Settings) -> Worker:
        """The worker as the settings describe it."""
        sender = Sender(settings.mail_from, settings.links_url, settings.recruiter_email)
        return cls(signups, transport_of(settings), sender, _registrar(settings), channel_of(signups.engine, settings))

    async def run(self, snapshot: Callable[[], Snapshot | None]) -> None:
        """Works until it is cancelled; whatever fails is tried again. `snapshot` gives the bundles that are published now."""
        work: list[Callable[[], int]] = [lambda: self._work(snapshot()), self.deliver_to_webinars]
        if self._channel is not None:
            work.append(self._channel.deliver)
        await asyncio.gather(*map(self._repeat, work))

    async def _repeat(self, work: Callable[[], int]) -> None:
        """Does some work again and again, at once as long as there is any. A slow webinar holds up no mail: each has a loop of its own."""
        while True:
            try:
                busy = await asyncio.to_thread(work)
                await asyncio.sleep(0 if busy else _POLL_SECONDS)
            except SQLAlchemyError as error:
                log.error("the sign-up store cannot be reached: %s", type(error).__name__)
                await asyncio.sleep(_TROUBLE_SECONDS)
            except Exception as error:
                # A traceback could show a name; its kind is enough to find it.
                log.error("the worker of sign-ups stumbled over %s and goes on", type(error).__name__)
                await asyncio.sleep(_TROUBLE_SECONDS)

    def _work(self, current: Snapshot | None) -> int:
        if current is not None and current.version != self._version:
            follow_bundles(self._signups, current)
            self._version = current.version
        if time.monotonic() - self._purged_at > _PURGE_SECONDS:
            self._signups.purge()
            self._purged_at = time.monotonic()
        return self.deliver()

    def deliver_to_webinars(self) -> int:
        """Passes on what is due for webinars; returns how many messages were claimed."""
        return self._webinars.deliver()

    def deliver(self, limit: int = _BATCH) -> int:
        """Sends the mails that are due, at most `limit`; returns how many messages were claimed."""
        claimed = self._outbox.claim(limit)
        left = self._letters(claimed)
        leaving = {letter.message.number for letter in left}
        if idle := [message.number for message in claimed if message.number not in leaving]:
            self._outbox.done(idle, "dropped")
        if not left:
            return len(claimed)
        try:
            with self._transport.connect() as connection:
                while left:
                    self._send(connection, left[0])
                    del left[0]
        except Unavailable as error:
            self._later([letter.message for letter in left], str(error))
        return len(claimed)

    def _letters(self, claimed: Sequence[Message]) -> list[_Letter]:
        """What can leave of the messages, oldest first."""
        envelopes = addressed(self._signups.engine, [message for message in claimed if message.session is not None])
        found = [_Letter(item.message, item.reference, partial(compose, item, self._sender)) for item in envelopes]
        for message in claimed:
            if message.session is None and (mail := notice(self._signups.engine, message, self._sender)) is not None:
                found.append(_Letter(message, message.reference or "recruiter", partial(_same, mail)))
        return sorted(found, key=lambda letter: letter.message.number)

    def _send(self, connection: Connection, letter: _Letter) -> None:
        message = letter.message
        try:
            connection.send(letter.compose(), f"{letter.name}-{message.kind}-{message.number}")
        except Refused as error:
            self._outbox.later(message, hopeless=True)
            log.warning("the mail %s of %s was refused: %s", message.kind, letter.name, error)
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


def _same(mail: EmailMessage) -> EmailMessage:
    return mail


def _registrar(settings: Settings) -> Registrar:
    """Microsoft Graph where the settings name webinars; else nobody but ourselves, and Microsoft's library stays unloaded."""
    if not settings.graph_webinars:
        return LocalRegistrar()
    from actions.signups.graph import GraphRegistrar

    return GraphRegistrar(settings)
