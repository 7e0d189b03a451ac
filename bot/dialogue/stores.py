"""Where Rasa keeps conversations and locks, from the environment's BOT_* variables."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import sqlalchemy
from rasa.core.agent import Agent
from rasa.core.tracker_store import TrackerStore
from rasa.utils.endpoints import EndpointConfig

TRACKER_FILE = "tracker.db"
TRACKER_STORE_CLASS = "RecentTrackerStore"
_STORE_TYPE = f"bot.dialogue.tracker_store.{TRACKER_STORE_CLASS}"


def tracker_store(environment: Mapping[str, str]) -> EndpointConfig:
    """PostgreSQL where BOT_DATABASE_URL names one, else SQLite in BOT_DATA_DIR."""
    if url := environment.get("BOT_DATABASE_URL"):
        return EndpointConfig(url=_for_rasas_driver(url), type=_STORE_TYPE, dialect="postgresql")
    folder = Path(environment.get("BOT_DATA_DIR") or "var")
    folder.mkdir(parents=True, exist_ok=True)
    return EndpointConfig(type=_STORE_TYPE, dialect="sqlite", db=str(folder / TRACKER_FILE))


def lock_store(environment: Mapping[str, str]) -> EndpointConfig:
    """Redis where BOT_REDIS_URL names one (several machines share the work), else memory."""
    if not (url := environment.get("BOT_REDIS_URL")):
        return EndpointConfig(type="in_memory")
    parts = urlsplit(url)
    return EndpointConfig(
        url=parts.hostname or "localhost",
        type="redis",
        port=parts.port or 6379,
        db=int(parts.path.strip("/") or 0),
        username=parts.username,
        password=parts.password,
        use_ssl=parts.scheme == "rediss",
        key_prefix="vacaturebot",
    )


def fail_when_the_store_fails() -> None:
    """Takes away Rasa's fallback to memory: a conversation that seems kept and is not is worse than an apology."""

    def strict(store: TrackerStore | None, domain: Any) -> TrackerStore:
        if store is None:
            raise ValueError("no tracker store is configured")
        store.domain = domain
        return store

    Agent._create_tracker_store = staticmethod(strict)


def make_sqlite_quick() -> None:
    """Write-ahead log for every SQLite connection: a commit waits for no other reader and costs a third. The gateway opens the same file."""

    @sqlalchemy.event.listens_for(sqlalchemy.engine.Engine, "connect")
    def set_pragmas(connection: Any, _: Any) -> None:
        if type(connection).__module__.startswith("sqlite3"):
            for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000"):
                connection.execute(f"PRAGMA {pragma}")


def _for_rasas_driver(url: str) -> str:
    """Rasa's runtime has psycopg2, the main one psycopg 3; both take the same address apart from the driver's name."""
    scheme, rest = url.split("://", 1)
    if scheme.split("+")[0] not in ("postgresql", "postgres"):
        raise ValueError(f"BOT_DATABASE_URL must name PostgreSQL, not {scheme}")
    return f"postgresql://{rest}"
