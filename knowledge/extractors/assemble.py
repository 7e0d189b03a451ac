"""From a document to its vacancies: what functions it has, and every kind of fact for each of them."""

from __future__ import annotations

from knowledge.document import Document
from knowledge.extractors.contacts import extract_contacts
from knowledge.extractors.diploma import extract_diploma
from knowledge.extractors.employer import extract_employer
from knowledge.extractors.functions import Function, functions_in
from knowledge.extractors.requirements import extract_requirements
from knowledge.model import Vacancy


def extract(document: Document) -> tuple[Vacancy, ...]:
    """The vacancies of a document, one for each function; a document that is no vacancy gives one with `is_vacancy` False."""
    return tuple(_vacancy(document, function) for function in functions_in(document))


def _vacancy(document: Document, function: Function) -> Vacancy:
    if not function.is_vacancy:
        return Vacancy(id=function.id, document_id=document.id, is_vacancy=False, title=function.title)
    source = function.source
    return Vacancy(
        id=function.id,
        document_id=document.id,
        is_vacancy=True,
        employer=extract_employer(source),
        title=function.title,
        contacts=extract_contacts(source),
        diploma=extract_diploma(source),
        requirements=extract_requirements(source),
    )
