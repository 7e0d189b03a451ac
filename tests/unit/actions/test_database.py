"""The service's database is brought up to date from wherever it stands."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

import actions.database
from actions.callbacks import Callbacks
from actions.database import HEAD, VERSION_TABLE, metadata, prepare
from actions.signups.outbox import Outbox
from actions.signups.store import Signups
from actions.unanswered import Unanswered
from knowledge.database import sqlite_engine

BEFORE = Path(__file__).parents[2] / "data" / "service-before-migrations.sql"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = sqlite_engine(tmp_path / "service.db")
    yield engine
    engine.dispose()


def before_migrations(engine: Engine) -> None:
    """The tables and rows of an installation that never migrated."""
    with engine.begin() as connection:
        for statement in BEFORE.read_text().split(";\n"):
            if statement.strip():
                connection.exec_driver_sql(statement)


def differences(engine: Engine) -> list[object]:
    """What stands in the database and not in the tables' description, or the other way round."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE, "compare_type": True})
        return list(compare_metadata(context, metadata))


def test_the_newest_migration_is_the_one_that_is_wanted() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(actions.database.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_a_new_database_is_what_the_code_describes(engine: Engine) -> None:
    prepare(engine)
    assert differences(engine) == []


def test_tables_from_before_there_were_migrations_keep_their_rows(engine: Engine) -> None:
    before_migrations(engine)
    prepare(engine)
    assert differences(engine) == []
    signup = Signups(engine).find("I-ABC234.geheim")
    assert signup is not None
    assert (signup.name, signup.email, signup.status) == ("Lien Maes", "lien@example.be", "confirmed")
    assert [message.signup for message in Outbox(engine).claim(10)] == [1]
    assert [request.reference for request in Callbacks(engine).all()] == ["C-ABC234"]
    assert Unanswered(engine).all() == [("boekhouder", "Is er parking?")]
    Signups(engine).forget(1)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM infosession_messages WHERE signup IS NOT NULL")).scalar() == 0


def test_only_some_of_the_old_tables_are_enough(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(next(part for part in BEFORE.read_text().split(";\n") if "TABLE unanswered_questions" in part))
    prepare(engine)
    assert differences(engine) == []


def test_a_migration_that_fails_leaves_the_database_as_it_was(engine: Engine) -> None:
    before_migrations(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE _alembic_tmp_infosession_messages (number INTEGER)")
    with pytest.raises(Exception, match="already exists"):
        prepare(engine)
    assert not inspect(engine).has_table(VERSION_TABLE)
    assert "webinar" not in {column["name"] for column in inspect(engine).get_columns("infosession_sessions")}
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE _alembic_tmp_infosession_messages")
    prepare(engine)
    assert differences(engine) == []


def test_processes_that_start_at_once_migrate_once(tmp_path: Path) -> None:
    engines = [sqlite_engine(tmp_path / "service.db") for _ in range(4)]
    before_migrations(engines[0])
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(prepare, engines))
    assert differences(engines[0]) == []
    for engine in engines:
        engine.dispose()
