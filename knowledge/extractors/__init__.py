"""Extractors: one file a kind of fact, assembled here into vacancies."""

from knowledge.extractors.assemble import extract

__all__ = ["extract"]
