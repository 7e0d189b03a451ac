"""Several gateways over one PostgreSQL and one Redis."""

import asyncio
import secrets
import shutil
import socket
import time
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from redis.asyncio import Redis
from redis.exceptions import ConnectionError as RedisConnectionError
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import OperationalError

from bot.gateway.limits import RedisRateLimiter
from bot.gateway.locks import RedisLocks
from bot.gateway.store import GatewayStore
from bot.gateway.tracker import REDACTED, TrackerStore

pytestmark = pytest.mark.integration

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def postgres() -> Iterator[Engine]:
    """A database of its own on this machine's server."""
    address = "postgresql+psycopg://127.0.0.1:5432"
    name = f"vacaturebot_test_{secrets.token_hex(6)}"
    server = create_engine(f"{address}/postgres", isolation_level="AUTOCOMMIT")
    try:
        with server.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
    except OperationalError:
        server.dispose()
        pytest.skip("no PostgreSQL on 127.0.0.1:5432 that lets us make a database")
    engine = create_engine(f"{address}/{name}")
    yield engine
    engine.dispose()
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture
async def redis() -> AsyncIterator[Redis]:
    """A Redis server of its own."""
    binary = shutil.which("redis-server")
    if binary is None:
        pytest.skip("no redis-server on this machine (Debian's package redis-server)")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ("--port", str(port), "--bind", "127.0.0.1", "--save", "")
    process = await asyncio.create_subprocess_exec(binary, *options, stdout=asyncio.subprocess.DEVNULL)
    client = Redis(port=port)
    try:
        for _ in range(100):
            try:
                await client.ping()
                break
            except RedisConnectionError:
                await asyncio.sleep(0.05)
        yield client
    finally:
        await client.aclose()
        process.terminate()
        await process.wait()


def test_store_on_postgresql(postgres: Engine) -> None:
    store = GatewayStore(postgres)
    store.prepare()
    store.record("old", ["r1"], "onthaal", "answered", NOW - timedelta(days=31))
    store.record("new", ["r2"], None, "answered", NOW)
    assert store.give_feedback("new", "r2", True, NOW)
    assert store.give_feedback("new", "r2", False, NOW)
    assert store.purge(NOW - timedelta(days=30)) == ["old"]
    assert [store.known(key) for key in ("old", "new")] == [False, True]
    store.erase("new")
    assert not store.known("new")


def test_tracker_on_postgresql(postgres: Engine) -> None:
    tracker = TrackerStore(postgres, None)
    tracker.erase("a")
    with postgres.begin() as connection:
        connection.execute(text("CREATE TABLE events (id SERIAL PRIMARY KEY, sender_id VARCHAR(255), timestamp FLOAT, data TEXT)"))
        row = {"at": NOW.timestamp(), "data": '{"event": "user", "text": "ik ben ziek"}'}
        connection.execute(text("INSERT INTO events (sender_id, timestamp, data) VALUES ('a', :at, :data)"), row)
    assert tracker.last_event("a") == 1
    tracker.redact("a", 0, "Ik ben ziek")
    with postgres.connect() as connection:
        assert REDACTED in str(connection.execute(text("SELECT data FROM events")).scalar())
    tracker.purge(NOW + timedelta(days=1))
    assert tracker.last_event("a") == 0


async def test_rate_limit_over_gateways(redis: Redis) -> None:
    limiters = [RedisRateLimiter(redis), RedisRateLimiter(redis)]
    waits = await asyncio.gather(*(limiters[number % 2].hit("a", 10) for number in range(20)))
    assert waits.count(0) == 10
    assert all(55 <= wait <= 60 for wait in waits if wait)
    assert await limiters[0].hit("b", 10) == 0


async def test_one_turn_at_a_time_over_gateways(redis: Redis) -> None:
    gateways, running, most = [RedisLocks(redis, 5), RedisLocks(redis, 5)], 0, 0

    async def turn(locks: RedisLocks) -> None:
        nonlocal running, most
        async with locks.hold("a"):
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.01)
            running -= 1

    await asyncio.gather(*(turn(gateways[number % 2]) for number in range(6)))
    assert most == 1


async def test_lock_of_a_gateway_that_died_is_free_again(redis: Redis) -> None:
    await redis.lock("vacaturebot:turn:a", timeout=0.3).acquire()
    started = time.monotonic()
    async with RedisLocks(redis, 5).hold("a"):
        assert time.monotonic() - started < 2
