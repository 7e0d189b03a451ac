"""Alembic's entry point: runs migrations on the connection that `actions.database.prepare` hands over."""

from alembic import context

from actions.database import VERSION_TABLE

connection = context.config.attributes["connection"]
context.configure(connection=connection, version_table=VERSION_TABLE)
with context.begin_transaction():
    context.run_migrations()
