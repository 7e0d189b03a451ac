"""Bundles, their versions and what was understood of them, in a database.

A bundle is replaced in one transaction: until it is committed, and whenever reading fails, the previous version stays published.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from pydantic import TypeAdapter
from sqlalchemy import Boolean, Column, DateTime, Engine, Integer, MetaData, String, Table, Text, UniqueConstraint, func, insert, select, update

from knowledge.catalog import Bundle, Snapshot
from knowledge.document import Document
from knowledge.model import Vacancy

metadata = MetaData()

_FEW = 200

versions = Table(
    "bundle_versions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("document_id", String(255), nullable=False, index=True),
    Column("file_name", String(255), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("reader", String(64), nullable=False),
    Column("read_at", DateTime(timezone=True), nullable=False),
    Column("current", Boolean, nullable=False),
    Column("published", Boolean, nullable=False),
    Column("document", Text, nullable=False),
    Column("vacancies", Text, nullable=False),
    UniqueConstraint("document_id", "sha256", "reader", name="uq_bundle_version"),
)


@dataclass(frozen=True, slots=True)
class Version:
    """One stored version of a bundle. `reader` is the hash of the code that read it."""

    number: int
    document_id: str
    file_name: str
    sha256: str
    reader: str
    read_at: datetime
    current: bool
    published: bool


@cache
def _documents() -> TypeAdapter[Document]:
    return TypeAdapter(Document)


@cache
def _vacancies() -> TypeAdapter[tuple[Vacancy, ...]]:
    return TypeAdapter(tuple[Vacancy, ...])


@cache
def reader_version() -> str:
    """A hash of the code that reads and extracts: facts of older code are extracted anew."""
    folder = Path(__file__).parent
    digest = hashlib.sha256()
    files = [*folder.glob("*.py"), *folder.glob("readers/*.py"), *folder.glob("extractors/*.py"), *folder.glob("eligibility/*.py")]
    for path in sorted(files):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


class Store:
    """The versions of bundles. Safe to use from several threads and processes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def migrate(self) -> None:
        """Brings the database's tables up to date."""
        folder = Path(__file__).parent / "migrations"
        config = Config()
        config.set_main_option("script_location", str(folder))
        with self._engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    def publish(self, document: Document, vacancies: Sequence[Vacancy]) -> int:
        """Makes this the published version of its bundle; returns its number. Publishing the same again changes nothing."""
        reader = reader_version()
        with self._engine.begin() as connection:
            same = connection.execute(
                select(versions.c.number, versions.c.current, versions.c.published).where(
                    versions.c.document_id == document.id, versions.c.sha256 == document.sha256, versions.c.reader == reader
                )
            ).first()
            if same and same.current and same.published:
                return int(same.number)
            connection.execute(
                update(versions).where(versions.c.document_id == document.id, versions.c.current).values(current=False, published=False)
            )
            if same:
                connection.execute(update(versions).where(versions.c.number == same.number).values(current=True, published=True))
                return int(same.number)
            row = {
                "document_id": document.id,
                "file_name": document.name,
                "sha256": document.sha256,
                "reader": reader,
                "read_at": datetime.now(UTC),
                "current": True,
                "published": True,
                "document": _documents().dump_json(document).decode(),
                "vacancies": _vacancies().dump_json(tuple(vacancies)).decode(),
            }
            result = connection.execute(insert(versions).values(**row).returning(versions.c.number))
            return int(result.scalar_one())

    def unpublish(self, document_id: str) -> bool:
        """Takes a bundle offline at once; its history stays. False when it was not published."""
        with self._engine.begin() as connection:
            result = connection.execute(update(versions).where(versions.c.document_id == document_id, versions.c.published).values(published=False))
            return result.rowcount > 0

    def published(self) -> list[Version]:
        """The published versions, by document id."""
        return self._versions(versions.c.published)

    def history(self, document_id: str) -> list[Version]:
        """All versions of a bundle, oldest first."""
        return self._versions(versions.c.document_id == document_id)

    def _versions(self, condition: object) -> list[Version]:
        columns = [versions.c[name] for name in ("number", "document_id", "file_name", "sha256", "reader", "read_at", "current", "published")]
        statement = select(*columns).where(condition).order_by(versions.c.document_id, versions.c.number)  # type: ignore[arg-type]
        with self._engine.connect() as connection:
            return [Version(*row) for row in connection.execute(statement)]

    def fingerprint(self) -> str:
        """Changes whenever what is published changes; cheap enough to ask every second."""
        statement = select(func.count(), func.max(versions.c.number), func.sum(versions.c.number)).where(versions.c.published)
        with self._engine.connect() as connection:
            return ":".join(str(value) for value in connection.execute(statement).one())

    def snapshot(self, previous: Snapshot | None = None) -> Snapshot:
        """All published bundles, read in one transaction; those that `previous` holds in the same version are taken from it."""
        with self._engine.connect() as connection:
            published = connection.execute(
                select(versions.c.number, versions.c.document_id).where(versions.c.published).order_by(versions.c.document_id)
            ).all()
            numbers = {row.document_id: int(row.number) for row in published}
            known = {id: bundle for id, bundle in previous.bundles.items() if previous.numbers.get(id) == numbers.get(id)} if previous else {}
            wanted = [number for id, number in numbers.items() if id not in known]
            # Few by number, many by flag: a list of numbers may be longer than a database takes.
            which = versions.c.number.in_(wanted) if len(wanted) < _FEW else versions.c.published
            rows = connection.execute(select(versions.c.document_id, versions.c.document, versions.c.vacancies).where(which)).all()
        read = {
            row.document_id: Bundle(_documents().validate_json(row.document), _vacancies().validate_json(row.vacancies))
            for row in rows
            if row.document_id in numbers and row.document_id not in known
        }
        return Snapshot.of([known.get(id) or read[id] for id in numbers], self.fingerprint(), numbers)
