"""The tables as the service made them before it had migrations; those that are there already stay as they are."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    made = set(sa.inspect(op.get_bind()).get_table_names())
    for name, make in _TABLES.items():
        if name not in made:
            make(name)


def downgrade() -> None:
    for name in reversed(_TABLES):
        op.drop_table(name)


def _sessions(name: str) -> None:
    op.create_table(
        name,
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("bundle", sa.String(255), nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("employer", sa.Text, nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("timed", sa.Boolean, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("minutes", sa.Integer),
        sa.Column("place", sa.Text),
        sa.Column("mode", sa.String(16)),
        sa.Column("organiser", sa.String(320)),
        sa.Column("contact", sa.Text, nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.UniqueConstraint("bundle", "key", name="uq_infosession"),
    )


def _signups(name: str) -> None:
    op.create_table(
        name,
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("reference", sa.String(16), nullable=False, unique=True),
        sa.Column("secret", sa.String(64), nullable=False),
        sa.Column("session", sa.Integer, sa.ForeignKey("infosession_sessions.number"), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("email", sa.String(320), nullable=False),
        sa.Column("conversation", sa.String(64), nullable=False, index=True),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("signed_up_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.UniqueConstraint("session", "email", name="uq_infosession_signup"),
    )


def _messages(name: str) -> None:
    op.create_table(
        name,
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("message_id", sa.String(128), nullable=False, unique=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("session", sa.Integer, sa.ForeignKey("infosession_sessions.number"), nullable=False),
        sa.Column("signup", sa.Integer, sa.ForeignKey("infosession_signups.number", ondelete="CASCADE")),
        sa.Column("reference", sa.String(16)),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("claimed_until", MOMENT),
        sa.Column("done_at", MOMENT),
        sa.Column("result", sa.String(16)),
        sa.Index("ix_infosession_messages_open", "done_at", "due_at"),
    )


def _callbacks(name: str) -> None:
    op.create_table(
        name,
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("reference", sa.String(16), nullable=False, unique=True),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("conversation", sa.String(64), nullable=False, index=True),
        sa.Column("vacancy", sa.String(255)),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("reach", sa.String(320), nullable=False),
        sa.Column("question", sa.Text, nullable=False),
    )


def _unanswered(name: str) -> None:
    op.create_table(
        name,
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("asked_on", MOMENT, nullable=False),
        sa.Column("vacancy", sa.String(255)),
        sa.Column("intent", sa.String(64), nullable=False),
        sa.Column("question", sa.Text, nullable=False),
    )


_TABLES = {
    "infosession_sessions": _sessions,
    "infosession_signups": _signups,
    "infosession_messages": _messages,
    "callback_requests": _callbacks,
    "unanswered_questions": _unanswered,
}
