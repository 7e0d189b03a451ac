"""One way to open a database: SQLite files by default, PostgreSQL where `BOT_DATABASE_URL` says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event

from knowledge.settings import Settings


def open_engine(settings: Settings, name: str) -> Engine:
    """An engine for the store `name`: `<data_dir>/<name>.db`, or the shared PostgreSQL database.

    SQLite gets a write-ahead log, a busy time-out of 5 s and full synchronisation, so that what was confirmed survives a power cut.
    Errors never show a statement's values: these are what candidates wrote.
    """
    if settings.database_url:
        url = settings.database_url
        if url.startswith(("postgresql://", "postgres://")):
            url = "postgresql+psycopg://" + url.split("://", 1)[1]
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    return sqlite_engine(settings.data_dir / f"{name}.db")


def sqlite_engine(path: Path) -> Engine:
    """An engine for a SQLite file; its folder is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 5.0}, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _configure(connection: Any, _: Any) -> None:
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return engine
