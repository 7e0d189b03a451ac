"""The database of the services to candidates: one description of its tables, and the migrations that bring a database up to it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, DateTime, Engine, MetaData, TypeDecorator, inspect, text
from sqlalchemy.engine import Dialect

from knowledge.database import open_engine
from knowledge.settings import Settings

metadata = MetaData()
"""The tables of sign-ups, messages, call-back requests and unanswered questions."""

VERSION_TABLE = "service_schema"
HEAD = "0002"
"""The newest migration; a database that is there needs nothing, and Alembic is not even imported."""

_LOCK = 0x7661636174757265
"""PostgreSQL's advisory lock for migrating; any number that nothing else here takes."""


class UtcTime(TypeDecorator[datetime]):
    """An aware moment; SQLite forgets the zone, so every moment is stored in UTC and comes back in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if not isinstance(value, datetime):
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def open_service(settings: Settings) -> Engine:
    """An engine for the database of the settings, with its tables up to date."""
    engine = open_engine(settings, "service")
    prepare(engine)
    return engine


def prepare(engine: Engine) -> None:
    """Brings the tables up to date, those that were made before there were migrations too. Safe to call from several processes at once."""
    with engine.connect() as connection:
        if _revision(connection) == HEAD:
            return
    with engine.begin() as connection:
        # One process migrates, the others wait here; whatever fails is undone as a whole (SQLite commits each table by itself otherwise).
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if _revision(connection) != HEAD:
            _upgrade(connection)


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
