"""From a document to its vacancies: what functions it has, and every kind of fact for each of them."""

from __future__ import annotations

from dataclasses import replace

from knowledge.background import speaks_of_staff
from knowledge.document import Document
from knowledge.extractors.application import extract_application
from knowledge.extractors.benefits import extract_benefits
from knowledge.extractors.contacts import extract_contacts
from knowledge.extractors.contract import extract_contract
from knowledge.extractors.diploma import extract_diploma
from knowledge.extractors.employer import extract_employer
from knowledge.extractors.feedback import extract_feedback
from knowledge.extractors.functions import Function, functions_in
from knowledge.extractors.general import general_title
from knowledge.extractors.infosessions import extract_infosessions
from knowledge.extractors.oddities import find_oddities
from knowledge.extractors.requirements import extract_requirements
from knowledge.extractors.reserve import extract_places, extract_reserve, extract_seniority
from knowledge.extractors.salary import extract_salary
from knowledge.extractors.selection import extract_selection
from knowledge.extractors.workplace import extract_workplace
from knowledge.model import Application, Fact, Vacancy


def extract(document: Document) -> tuple[Vacancy, ...]:
    """The vacancies of a document, one for each function; a document that is no vacancy gives one with `is_vacancy` False."""
    return tuple(_vacancy(document, function) for function in functions_in(document))


def _vacancy(document: Document, function: Function) -> Vacancy:
    source = function.source
    employer = extract_employer(source)
    if not function.is_vacancy:
        return _no_vacancy(function, employer)
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
        findings=find_oddities(source, application, function.title),
    )


# What an employer asks of everybody; a driving licence or experience belongs to one job.
_OF_EVERYBODY = frozenset({"language", "criminal_record", "medical", "nationality", "age"})


def _no_vacancy(function: Function, employer: Fact[str] | None) -> Vacancy:
    """A document that is no vacancy; one with an employer's general conditions keeps what holds for all its jobs, and no date of any call."""
    source, document = function.source, function.source.document
    contacts = extract_contacts(source)
    if employer is None or not speaks_of_staff(document):
        return Vacancy(function.id, document.id, False, employer=employer, title=function.title, contacts=contacts)
    application = extract_application(source)
    return Vacancy(
        id=function.id,
        document_id=document.id,
        is_vacancy=False,
        employer=employer,
        title=general_title(source) or function.title,
        contacts=contacts,
        application=Application(how=application.how, addresses=application.addresses, documents=application.documents),
        feedback=replace(extract_feedback(source), start=None),
        requirements=tuple(fact for fact in extract_requirements(source) if fact.value.kind in _OF_EVERYBODY),
        seniority=extract_seniority(source),
        benefits=extract_benefits(source),
        reserve=extract_reserve(source),
    )
