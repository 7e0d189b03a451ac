import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.gateway.store import GatewayStore
from bot.gateway.tracker import REDACTED, TrackerStore
from knowledge.database import sqlite_engine

SAID = "ik ben ziek. wat nu?"
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> GatewayStore:
    store = GatewayStore(sqlite_engine(tmp_path / "gateway.db"))
    store.prepare()
    return store


def test_store_knows_conversations_and_their_replies(store: GatewayStore) -> None:
    assert not store.known("a")
    store.record("a", ["r1", "r2"], "onthaal", "answered", NOW)
    store.record("a", ["r3"], None, "small_talk", NOW)
    assert store.known("a")
    assert store.give_feedback("a", "r1", True, NOW)
    assert store.give_feedback("a", "r1", False, NOW)
    assert not store.give_feedback("b", "r1", True, NOW)
    assert not store.give_feedback("a", "r9", True, NOW)


def test_erase_and_purge(store: GatewayStore) -> None:
    store.record("old", ["r1"], None, "answered", NOW - timedelta(days=31))
    store.record("new", ["r2"], None, "answered", NOW)
    store.record("other", ["r3"], None, "answered", NOW)
    assert store.purge(NOW - timedelta(days=30)) == ["old"]
    store.erase("other")
    assert [store.known(key) for key in ("old", "new", "other")] == [False, True, False]
    assert not store.give_feedback("other", "r3", True, NOW)


@pytest.fixture
def tracker(tmp_path: Path) -> TrackerStore:
    engine = sqlite_engine(tmp_path / "tracker.db")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id TEXT, timestamp FLOAT, data TEXT)"))
        for number, (sender, age, data) in enumerate(
            [
                ("a", 40, {"event": "user", "text": "hallo daar"}),
                (
                    "a",
                    1,
                    {
                        "event": "user",
                        "text": SAID,
                        "metadata": {"sensitive": ["health"]},
                        "parse_data": {"text": SAID, "segments": [{"text": "wat nu?"}]},
                    },
                ),
                ("a", 1, {"event": "slot", "name": "dialogue", "value": {"question": "Ik ben  ziek.", "topic": "ask_benefits"}}),
                ("a", 1, {"event": "bot", "text": "Dat staat niet in de infobundel."}),
                ("b", 40, {"event": "user", "text": SAID}),
            ],
            1,
        ):
            row = {"id": number, "sender": sender, "at": (NOW - timedelta(days=age)).timestamp(), "data": json.dumps(data)}
            connection.execute(text("INSERT INTO events VALUES (:id, :sender, :at, :data)"), row)
    return TrackerStore(engine, tmp_path / "tracker.db")


def events(tracker: TrackerStore) -> dict[int, dict[str, object]]:
    with tracker._engine.connect() as connection:
        return {row.id: json.loads(row.data) for row in connection.execute(text("SELECT id, data FROM events"))}


def test_redaction_takes_the_words_of_one_turn(tracker: TrackerStore) -> None:
    before = events(tracker)
    tracker.redact("a", 1, "Ik ben ziek. Wat nu?")
    after = events(tracker)
    assert after[2]["metadata"] == {"sensitive": []}
    assert "ziek" not in json.dumps([after[2], after[3]])
    assert after[2]["parse_data"] == {"text": REDACTED, "segments": [{"text": REDACTED}]}
    assert after[3]["value"] == {"question": REDACTED, "topic": "ask_benefits"}
    assert [after[number] for number in (1, 4, 5)] == [before[number] for number in (1, 4, 5)]


def test_a_private_turn_keeps_nothing_of_the_replies(tracker: TrackerStore) -> None:
    event = {"event": "bot", "text": None, "data": {"custom": {"verdict": "not_eligible", "replies": [{"text": "Zo voldoe je niet."}]}}}
    with tracker._engine.begin() as connection:
        connection.execute(text("INSERT INTO events (sender_id, timestamp, data) VALUES ('a', 0, :data)"), {"data": json.dumps(event)})
    tracker.redact("a", 1, "volstaat mijn bachelor?", replies=True)
    kept = json.dumps(list(events(tracker).values()))
    assert "not_eligible" not in kept
    assert "voldoe" not in kept


def test_what_a_form_sent_is_not_kept(tracker: TrackerStore) -> None:
    event = {"event": "user", "text": "Schrijf me in", "metadata": {"vacancy": None, "card": {"name": "An Peeters", "email": "an@example.be"}}}
    with tracker._engine.begin() as connection:
        connection.execute(text("INSERT INTO events (sender_id, timestamp, data) VALUES ('a', 0, :data)"), {"data": json.dumps(event)})
    tracker.redact("a", 4, "Schrijf me in")
    kept = json.dumps(list(events(tracker).values()))
    assert "Peeters" not in kept
    assert "an@example.be" not in kept


def test_tracker_erases_and_purges_whole_conversations(tracker: TrackerStore) -> None:
    assert tracker.last_event("a") == 4
    tracker.purge(NOW - timedelta(days=30))
    assert sorted(events(tracker)) == [1, 2, 3, 4]
    tracker.erase("a")
    assert events(tracker) == {}


def test_tracker_that_rasa_has_not_made_is_left_alone(tmp_path: Path) -> None:
    tracker = TrackerStore(sqlite_engine(tmp_path / "tracker.db"), tmp_path / "tracker.db")
    tracker.erase("a")
    tracker.purge(NOW)
    tracker.redact("a", 0, "tekst")
    assert tracker.last_event("a") == 0
    assert not (tmp_path / "tracker.db").exists()
