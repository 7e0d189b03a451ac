"""From a document to its vacancies: what functions it has, and every kind of fact for each of them."""

from __future__ import annotations

from knowledge.document import Document
from knowledge.extractors.application import extract_application
from knowledge.extractors.benefits import extract_benefits
from knowledge.extractors.contacts import extract_contacts
from knowledge.extractors.contract import extract_contract
from knowledge.extractors.diploma import extract_diploma
from knowledge.extractors.employer import extract_employer
from knowledge.extractors.feedback import extract_feedback
from knowledge.extractors.functions import Function, functions_in
from knowledge.extractors.infosessions import extract_infosessions
from knowledge.extractors.oddities import find_oddities
from knowledge.extractors.requirements import extract_requirements
from knowledge.extractors.reserve import extract_places, extract_reserve, extract_seniority
from knowledge.extractors.salary import extract_salary
from knowledge.extractors.selection import extract_selection
from knowledge.extractors.workplace import extract_workplace
from knowledge.model import Vacancy


def extract(document: Document) -> tuple[Vacancy, ...]:
    """The vacancies of a document, one for each function; a document that is no vacancy gives one with `is_vacancy` False."""
    return tuple(_vacancy(document, function) for function in functions_in(document))


def _vacancy(document: Document, function: Function) -> Vacancy:
    source = function.source
    employer = extract_employer(source)
    if not function.is_vacancy:
        return Vacancy(function.id, document.id, False, employer=employer, title=function.title, contacts=extract_contacts(source))
    application = extract_application(source)
    return Vacancy(
        id=function.id,
        document_id=document.id,
        is_vacancy=True,
        employer=employer,
        title=function.title,
        contacts=extract_contacts(source),
        infosessions=extract_infosessions(source),
        application=application,
        feedback=extract_feedback(source),
        diploma=extract_diploma(source),
        requirements=extract_requirements(source),
        selection=extract_selection(source),
        salary=extract_salary(source),
        seniority=extract_seniority(source),
        contract=extract_contract(source),
        benefits=extract_benefits(source),
        workplace=extract_workplace(source),
        reserve=extract_reserve(source),
        places=extract_places(source, function.title),
        findings=find_oddities(source, application),
    )
