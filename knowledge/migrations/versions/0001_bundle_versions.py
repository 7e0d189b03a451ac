"""Versions of bundles."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "bundle_versions",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("document_id", sa.String(255), nullable=False, index=True),
        sa.Column("file_name", sa.String(255), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("reader", sa.String(64), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("published", sa.Boolean, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("vacancies", sa.Text, nullable=False),
        sa.UniqueConstraint("document_id", "sha256", "reader", name="uq_bundle_version"),
    )


def downgrade() -> None:
    op.drop_table("bundle_versions")
