"""Sign-ups for infosessions: the store, and what leaves it."""
