"""From a document to its vacancies: what functions it has, and every kind of fact for each of them."""

from __future__ import annotations

from knowledge.document import Document
from knowledge.extractors.functions import Function, functions_in
from knowledge.model import Vacancy


def extract(document: Document) -> tuple[Vacancy, ...]:
    """The vacancies of a document, one for each function; a document that is no vacancy gives one with `is_vacancy` False."""
    return tuple(_vacancy(document, function) for function in functions_in(document))


def _vacancy(document: Document, function: Function) -> Vacancy:
    return Vacancy(id=function.id, document_id=document.id, is_vacancy=function.is_vacancy, title=function.title)
