"""The recruiters' channel in Microsoft Teams: a card for each sign-up and call-back request, and a summary each morning, by a Workflows webhook.

The cards hold no name, address or number: nothing takes a card back when a candidate has everything erased. They lead to the recruiter's page.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime, time, timedelta
from typing import Any

import httpx
from sqlalchemy import Connection, Engine, func, insert, select
from sqlalchemy.exc import IntegrityError

from actions.signups.outbox import Message, Outbox
from actions.signups.tables import OPEN, messages, sessions, signups
from knowledge.clock import BRUSSELS
from knowledge.settings import Settings

log = logging.getLogger(__name__)

_BATCH = 10
_SECONDS = 10.0
_MORNING = time(8)
_DAILY = "channel_daily"
_PASSING = frozenset({408, 425, 429})
_STATES = {"confirmed": "Ingeschreven", "waiting": "Op de wachtlijst", "requested": "Aangevraagd"}

Card = dict[str, Any]


class RecruiterChannel:
    """Delivers the messages of the outbox that are for the channel. `links` is the public address without a slash at the end."""

    def __init__(self, engine: Engine, webhook: str, links: str, client: httpx.Client | None = None) -> None:
        self._engine, self._webhook, self._links = engine, webhook, links
        self._outbox = Outbox(engine)
        self._client = client or httpx.Client(timeout=_SECONDS)
        for name in ("httpx", "httpcore"):  # they log the address, which is the password
            logging.getLogger(name).setLevel(logging.WARNING)

    def deliver(self) -> int:
        """Delivers what is due; returns how many messages were claimed."""
        self._plan_summary()
        claimed = self._outbox.claim(_BATCH, "channel")
        for message in claimed:
            with self._engine.connect() as connection:
                card = self._card(connection, message)
            if card is None:
                self._outbox.done([message.number], "dropped")
            else:
                self._post(message, card)
        return len(claimed)

    def _post(self, message: Message, card: Card) -> None:
        body = {"type": "message", "attachments": [{"contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": None, "content": card}]}
        try:
            answer = self._client.post(self._webhook, json=body)
        except httpx.HTTPError as error:
            self._later(message, type(error).__name__)
            return
        if answer.is_success:
            self._outbox.done([message.number], "sent")
        elif answer.status_code in _PASSING or answer.status_code >= 500:
            asked = answer.headers.get("Retry-After", "")
            self._later(message, str(answer.status_code), timedelta(seconds=min(int(asked), 3600)) if asked.isdigit() else timedelta())
        else:
            self._outbox.later(message, hopeless=True)
            log.error("the recruiters' channel refused a card %s: %d", message.kind, answer.status_code)

    def _later(self, message: Message, reason: str, least: timedelta = timedelta()) -> None:
        if not self._outbox.later(message, least=least):
            log.error("a card %s could not be posted for days and is given up", message.kind)
        log.warning("a card for the recruiters' channel waits: %s", reason)

    def _card(self, connection: Connection, message: Message) -> Card | None:
        """The card of a message as things are now; None when there is nothing to tell."""
        if message.kind == _DAILY:
            return self._summary(connection, message.due_at)
        if message.kind == "channel_callback":
            return self._made("Nieuwe vraag om contact", f"Referentie: {message.reference}")
        of_signup = select(sessions.c.title, sessions.c.text, signups.c.reference).join(signups, signups.c.session == sessions.c.number)
        row = connection.execute(of_signup.where(signups.c.number == message.signup)).first()
        if row is None:
            return None
        of_session = select(signups.c.status, func.count()).where(signups.c.session == message.session, signups.c.status.in_(OPEN))
        counts = {str(status): int(count) for status, count in connection.execute(of_session.group_by(signups.c.status)).all()}
        state = ". ".join(f"{name}: {counts.get(status, 0)}" for status, name in _STATES.items())
        return self._made("Nieuwe inschrijving voor een infosessie", row.title, row.text, state, f"Referentie: {row.reference}")

    def _summary(self, connection: Connection, until: datetime) -> Card | None:
        """What came in on the day before; nothing when nothing did."""
        since = until - timedelta(days=1)

        def told(kind: str) -> int:
            of_day = (messages.c.kind == kind) & (messages.c.due_at >= since) & (messages.c.due_at < until)
            return int(connection.execute(select(func.count()).where(of_day)).scalar_one())

        counts = {
            "Nieuwe inschrijvingen": told("channel_signup"),
            "Geannuleerde inschrijvingen": told("organiser_cancelled"),
            "Vragen om contact": told("channel_callback"),
        }
        if not any(counts.values()):
            return None
        return self._made("Samenvatting van de voorbije dag", *(f"{name}: {count}" for name, count in counts.items()))

    def _made(self, title: str, *lines: str) -> Card:
        heading = {"type": "TextBlock", "text": title, "weight": "Bolder", "size": "Medium", "wrap": True, "style": "heading"}
        # What a bundle says stands in text runs, which read no markup.
        blocks = [{"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": line}], "spacing": "Small"} for line in lines]
        action = {"type": "Action.OpenUrl", "title": "Open het overzicht", "url": f"{self._links}/recruiter"}
        schema = "http://adaptivecards.io/schemas/adaptive-card.json"
        return {"$schema": schema, "type": "AdaptiveCard", "version": "1.5", "lang": "nl-BE", "body": [heading, *blocks], "actions": [action]}

    def _plan_summary(self) -> None:
        """The next morning's summary, once for all workers: its Message-ID is the day."""
        now = datetime.now(BRUSSELS)
        today = datetime.combine(now.date(), _MORNING, BRUSSELS)
        due = today if now < today else today + timedelta(days=1)
        row = {"message_id": f"<{_DAILY}-{due:%Y-%m-%d}@vacaturebot>", "kind": _DAILY, "due_at": due.astimezone(UTC), "attempts": 0}
        with self._engine.connect() as connection:
            if connection.execute(select(messages.c.number).where(messages.c.message_id == row["message_id"])).first():
                return
        try:
            with self._engine.begin() as connection:
                connection.execute(insert(messages).values(**row))
        except IntegrityError:
            return


def channel_of(engine: Engine, settings: Settings) -> RecruiterChannel | None:
    """The channel of the settings; None without one."""
    webhook = settings.teams_webhook_url
    return RecruiterChannel(engine, webhook.get_secret_value(), settings.links_url) if webhook else None
