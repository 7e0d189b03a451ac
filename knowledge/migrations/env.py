"""Alembic's entry point: runs migrations on the connection that `Store.migrate` hands over."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, version_table="knowledge_schema")
with context.begin_transaction():
    context.run_migrations()
