"""Sign-ups that are passed on to a webinar, and messages about call-back requests and unanswered questions, which have no session."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("infosession_sessions", sa.Column("link", sa.Text))
    op.add_column("infosession_sessions", sa.Column("webinar", sa.String(128)))
    op.add_column("infosession_signups", sa.Column("registration", sa.String(128)))
    op.add_column("infosession_signups", sa.Column("webinar_status", sa.String(32)))
    with op.batch_alter_table("infosession_messages") as messages:
        messages.alter_column("session", existing_type=sa.Integer, nullable=True)
        messages.add_column(sa.Column("registration", sa.String(400)))
    op.add_column("unanswered_questions", sa.Column("message", sa.Integer))
    op.create_index("ix_unanswered_questions_message", "unanswered_questions", ["message"])


def downgrade() -> None:
    op.drop_index("ix_unanswered_questions_message", "unanswered_questions")
    op.drop_column("unanswered_questions", "message")
    op.execute("DELETE FROM infosession_messages WHERE session IS NULL")
    with op.batch_alter_table("infosession_messages") as messages:
        messages.drop_column("registration")
        messages.alter_column("session", existing_type=sa.Integer, nullable=False)
    op.drop_column("infosession_signups", "webinar_status")
    op.drop_column("infosession_signups", "registration")
    op.drop_column("infosession_sessions", "webinar")
    op.drop_column("infosession_sessions", "link")
