"""A vacancy as schema.org JobPosting, for search engines: only what the bundle says; what it doesn't say is left out, required or not."""

from __future__ import annotations

import json
from typing import Any

from knowledge.catalog import employer_of, title_of
from knowledge.document import Document
from knowledge.model import Level, Salary, Vacancy

_UNITS = {"month": "MONTH", "year": "YEAR", "hour": "HOUR"}
# Google's list for educationRequirements has no rung of its own for a graduaat (HBO5): the associate degree is the same level, EQF 5.
_CREDENTIALS: dict[Level, str] = {
    "secundair": "high school",
    "graduaat": "associate degree",
    "bachelor": "bachelor degree",
    "master": "postgraduate degree",
    "doctor": "postgraduate degree",
}


def job_posting(vacancy: Vacancy, document: Document, url: str) -> str:
    """JSON-LD that may stand in a script element: no '<' can end it early."""
    deadline, contract = vacancy.application.deadline, vacancy.contract
    values: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": title_of(vacancy),
        "description": _description(document),
        "identifier": {"@type": "PropertyValue", "name": employer_of(vacancy), "value": vacancy.id},
        "url": url,
        "datePosted": document.metadata.get("date"),
        "validThrough": deadline.value.iso() if deadline else None,
        "hiringOrganization": {"@type": "Organization", "name": vacancy.employer.value} if vacancy.employer else None,
        "jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress", "streetAddress": vacancy.workplace.value, "addressCountry": "BE"}}
        if vacancy.workplace
        else None,
        "employmentType": _employment(contract.fraction.value) if contract.fraction else None,
        "jobStartDate": contract.start.value.date.isoformat() if contract.start else None,
        "baseSalary": _pay(vacancy.salary.value) if vacancy.salary else None,
        "educationRequirements": _education(vacancy),
        "qualifications": " ".join(fact.value.text for fact in vacancy.requirements) or None,
        "jobBenefits": "; ".join(fact.value for fact in vacancy.benefits) or None,
        "totalJobOpenings": vacancy.places.value if vacancy.places else None,
        "directApply": False,
    }
    text = json.dumps({name: value for name, value in values.items() if value is not None}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _description(document: Document) -> str:
    """The whole bundle, as schema.org wants it: HTML, in paragraphs."""
    escaped = (block.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for block in document.blocks)
    return "".join(f"<p>{text}</p>" for text in escaped)


def _employment(fraction: float) -> str:
    return "FULL_TIME" if fraction > 0.995 else "PART_TIME"


def _pay(salary: Salary) -> dict[str, Any] | None:
    if salary.minimum is None and salary.maximum is None:
        return None
    amounts = {"minValue": salary.minimum, "maxValue": salary.maximum, "unitText": _UNITS.get(salary.period or "")}
    value = {name: amount for name, amount in amounts.items() if amount is not None}
    return {"@type": "MonetaryAmount", "currency": "EUR", "value": {"@type": "QuantitativeValue", **value}}


def _education(vacancy: Vacancy) -> dict[str, str] | None:
    minimum = vacancy.diploma.value.minimum if vacancy.diploma else None
    credential = _CREDENTIALS.get(minimum) if minimum else None
    return {"@type": "EducationalOccupationalCredential", "credentialCategory": credential} if credential else None
