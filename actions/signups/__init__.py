"""Sign-ups for infosessions: the store, and what leaves it."""

from actions.signups.command import signups_command

__all__ = ["signups_command"]
