"""Bundles of information about vacancies: reading them, the facts in them, and what those facts mean."""
