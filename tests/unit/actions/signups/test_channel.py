"""Cards for the recruiters' channel: posted once, tried again, and without anything of the candidate."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import fastjsonschema
import httpx
import pytest
from sqlalchemy import Engine, update

from actions.callbacks import Callbacks
from actions.signups.channel import RecruiterChannel
from actions.signups.outbox import Outbox
from actions.signups.store import SignupRules, Signups
from actions.signups.tables import messages
from knowledge.database import sqlite_engine
from knowledge.settings import PROJECT_ROOT

from .conftest import FACTS

WEBHOOK = "https://prod.example.be/workflows/1?sig=geheim"
SCHEMA = PROJECT_ROOT / "tests" / "data" / "teams" / "adaptive-card-1.5.schema.json"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = sqlite_engine(tmp_path / "service.db")
    yield engine
    engine.dispose()


class Room:
    """The channel's side: remembers what was posted; `answer` decides what it says."""

    def __init__(self, engine: Engine) -> None:
        self.posted: list[dict[str, Any]] = []
        self.answer: Callable[[], httpx.Response] = lambda: httpx.Response(202)
        self.engine = engine
        self.store = Signups(engine, SignupRules(channel=True))
        client = httpx.Client(transport=httpx.MockTransport(self._take))
        self.channel = RecruiterChannel(engine, WEBHOOK, "https://jobs.example.be", client)

    def _take(self, request: httpx.Request) -> httpx.Response:
        assert str(request.url) == WEBHOOK
        answer = self.answer()
        if answer.is_success:
            self.posted.append(json.loads(request.content))
        return answer

    def sign_up(self, email: str = "lien@example.be") -> int:
        signup, _ = self.store.register(FACTS, name="Lien Maes", email=email, conversation="gesprek-1")
        return signup.number

    def hurry(self) -> None:
        """Makes everything due that waits."""
        with self.engine.begin() as connection:
            connection.execute(update(messages).values(claimed_until=None))

    @property
    def words(self) -> str:
        return json.dumps(self.posted, ensure_ascii=False)


@pytest.fixture
def room(engine: Engine) -> Room:
    return Room(engine)


def test_a_sign_up_brings_one_valid_card_without_the_person(room: Room) -> None:
    room.sign_up()
    assert room.channel.deliver() == 1
    assert room.channel.deliver() == 0
    (body,) = room.posted
    assert body["type"] == "message"
    card = body["attachments"][0]["content"]
    fastjsonschema.validate(json.loads(SCHEMA.read_text(encoding="utf-8")), card)
    assert FACTS.title in room.words
    assert "Ingeschreven: 1" in room.words
    assert card["actions"][0]["url"] == "https://jobs.example.be/recruiter"
    assert not any(word in room.words for word in ("Lien", "Maes", "lien@example.be", "geheim"))


def test_a_call_back_request_brings_a_card(room: Room) -> None:
    callbacks = Callbacks(room.engine, channel=True)
    reference = callbacks.add(name="Lien Maes", reach="+32470123456", question="Bel mij", vacancy=None, conversation="gesprek-1")
    room.channel.deliver()
    assert reference in room.words
    assert not any(word in room.words for word in ("Lien", "470", "Bel mij"))


def test_without_a_channel_nothing_is_queued(engine: Engine) -> None:
    Signups(engine).register(FACTS, name="Lien Maes", email="lien@example.be", conversation="gesprek-1")
    Callbacks(engine).add(name="Lien", reach="+32470123456", question="Bel", vacancy=None, conversation="gesprek-1")
    assert Outbox(engine).claim(10, "channel") == []


def test_mails_do_not_take_the_cards_along(room: Room) -> None:
    room.sign_up()
    kinds = {message.kind for message in Outbox(room.engine).claim(50)}
    assert not any(kind.startswith("channel_") for kind in kinds)
    assert "organiser_new" in kinds


def test_an_erased_sign_up_is_told_to_nobody(room: Room) -> None:
    room.store.forget(room.sign_up())
    room.channel.deliver()
    assert room.posted == []


def down() -> httpx.Response:
    raise httpx.ConnectError("no route to prod.example.be")


@pytest.mark.parametrize("trouble", [lambda: httpx.Response(503), lambda: httpx.Response(429, headers={"Retry-After": "7"}), down])
def test_passing_trouble_is_tried_again(room: Room, caplog: pytest.LogCaptureFixture, trouble: Callable[[], httpx.Response]) -> None:
    room.sign_up()
    room.answer = trouble
    room.channel.deliver()
    assert room.channel.deliver() == 0
    room.answer = lambda: httpx.Response(202)
    room.hurry()
    assert room.channel.deliver() == 1
    assert len(room.posted) == 1
    assert "geheim" not in caplog.text


def test_a_refusal_is_given_up_and_others_go_on(room: Room) -> None:
    room.sign_up()
    room.answer = lambda: httpx.Response(400)
    room.channel.deliver()
    room.answer = lambda: httpx.Response(202)
    room.sign_up("an@example.be")
    room.hurry()
    room.channel.deliver()
    assert len(room.posted) == 1
    assert Outbox(room.engine).counts()["failed"] == 1


def test_the_morning_after_brings_a_summary_once(room: Room) -> None:
    room.store.cancel(room.sign_up())
    room.sign_up("an@example.be")
    room.channel.deliver()
    other = RecruiterChannel(room.engine, WEBHOOK, "https://jobs.example.be", httpx.Client(transport=httpx.MockTransport(room._take)))
    other.deliver()
    room.posted.clear()
    with room.engine.begin() as connection:
        morning = datetime.now(UTC) - timedelta(seconds=1)
        connection.execute(update(messages).values(due_at=morning - timedelta(hours=3)))
        changed = connection.execute(update(messages).where(messages.c.kind == "channel_daily").values(due_at=morning))
        assert changed.rowcount == 1
    room.channel.deliver()
    assert "Nieuwe inschrijvingen: 2" in room.words
    assert "Geannuleerde inschrijvingen: 1" in room.words
    room.posted.clear()
    other.deliver()
    assert room.posted == []


def test_a_day_without_news_brings_no_summary(room: Room) -> None:
    room.channel.deliver()
    with room.engine.begin() as connection:
        connection.execute(update(messages).values(due_at=datetime.now(UTC) - timedelta(seconds=1)))
    assert room.channel.deliver() == 1
    assert room.posted == []
