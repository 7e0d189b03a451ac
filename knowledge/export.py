"""What was understood of a bundle as JSON: the flat format of the evaluation, and every fact with its source for the API."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from knowledge.model import (
    Contact,
    DiplomaCondition,
    Fact,
    Finding,
    Infosession,
    Moment,
    Requirement,
    SelectionStep,
    Vacancy,
)

T = TypeVar("T")
Json = dict[str, object]


def facts_command(args: argparse.Namespace) -> int:
    """`vacaturebot facts PATH... --out DIR`: one JSON file for every function; what cannot be read is named and the rest goes on."""
    # Only here: the gateway shows facts too, and has no use for readers.
    from knowledge.extractors import extract
    from knowledge.readers import UnreadableBundle, read

    args.out.mkdir(parents=True, exist_ok=True)
    failures = 0
    for path in documents_in(args.paths):
        try:
            vacancies = extract(read(path))
        except UnreadableBundle as error:
            print(f"{path}: {error.message_nl}", file=sys.stderr)
            failures += 1
            continue
        for vacancy in vacancies:
            target = args.out / f"{vacancy.id}.json"
            target.write_text(json.dumps(to_json(vacancy), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
            print(target)
    return 1 if failures else 0


def documents_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those of a known format in the folders named, in a stable order."""
    from knowledge.readers import SUFFIXES

    for path in paths:
        if path.is_dir():
            files = (item for item in path.rglob("*") if item.is_file() and item.suffix.lower() in SUFFIXES)
            yield from sorted(item for item in files if not item.name.startswith((".", "~$")))
        else:
            yield path


def to_json(vacancy: Vacancy) -> Json:
    """The evaluation format: dates ISO, phones E.164, null or [] where the bundle is silent. What that format lacks stands under extra keys."""
    application, feedback, contract = vacancy.application, vacancy.feedback, vacancy.contract
    planned = [fact.value for fact in vacancy.infosessions if fact.value.status != "cancelled"]
    return {
        "id": vacancy.id,
        "document": vacancy.document_id,
        "is_vacancy": vacancy.is_vacancy,
        "employer": _value(vacancy.employer),
        "title": _value(vacancy.title),
        "contacts": [_contact(fact.value) for fact in vacancy.contacts],
        "infosessions": [_infosession(session) for session in planned],
        "cancelled_infosessions": [_infosession(fact.value) for fact in vacancy.infosessions if fact.value.status == "cancelled"],
        "application": {
            "deadline": _moment(application.deadline),
            "how": [fact.value for fact in application.how],
            "address": _main_address(application.addresses),
            "addresses": [fact.value for fact in application.addresses],
            "documents": [fact.value for fact in application.documents],
            "continuous": _value(application.continuous),
        },
        "feedback": {
            "from": _moment(feedback.start),
            "until_rule": _value(feedback.until_rule),
            "how": _value(feedback.how),
            "address": _value(feedback.address),
        },
        "diploma": _diploma(vacancy.diploma.value if vacancy.diploma else None),
        "requirements": [fact.value.text for fact in vacancy.requirements if fact.value.required],
        "preferences": [fact.value.text for fact in vacancy.requirements if not fact.value.required],
        "selection": [_step(fact.value) for fact in vacancy.selection],
        "salary": _salary(vacancy),
        "seniority": [fact.value for fact in vacancy.seniority],
        "contract": {
            "type": _value(contract.type),
            "duration": _value(contract.duration),
            "start": _moment(contract.start),
            "end": _moment(contract.end),
            "fraction": _value(contract.fraction),
            "hours": _value(contract.hours),
        },
        "benefits": [fact.value for fact in vacancy.benefits],
        "workplace": _value(vacancy.workplace),
        "reserve": _value(vacancy.reserve),
        "places": _value(vacancy.places),
        "findings": [_finding(finding) for finding in vacancy.findings],
    }


def to_api(vacancy: Vacancy) -> Json:
    """Every fact as `{value, derived, confidence, citations}`, nested under the keys of the evaluation format; null or [] where silent."""
    application, feedback, contract, diploma = vacancy.application, vacancy.feedback, vacancy.contract, vacancy.diploma
    condition = diploma.value if diploma else DiplomaCondition()
    return {
        "id": vacancy.id,
        "document": vacancy.document_id,
        "is_vacancy": vacancy.is_vacancy,
        "employer": _fact(vacancy.employer),
        "title": _fact(vacancy.title),
        "deadline": _fact(application.deadline, Moment.iso),
        "contacts": [_fact(fact, _contact) for fact in vacancy.contacts],
        "infosessions": [_fact(fact, _infosession) for fact in vacancy.infosessions],
        "application": {
            "deadline": _fact(application.deadline, Moment.iso),
            "how": _facts(application.how),
            "address": _facts(application.addresses),
            "documents": _facts(application.documents),
            "continuous": _fact(application.continuous),
        },
        "feedback": {
            "from": _fact(feedback.start, Moment.iso),
            "until_rule": _fact(feedback.until_rule),
            "how": _fact(feedback.how),
            "address": _fact(feedback.address),
        },
        "diploma": {
            "condition": _fact(diploma, _diploma),
            "accepted": [_fact(option, lambda value: value.name) for option in condition.options],
            "final_year_students": _fact(condition.final_year),
            "final_year_until": _fact(condition.final_year_until, Moment.iso),
            "equivalents": _fact(condition.equivalents),
            "alternatives": [_fact(route, lambda value: value.text) for route in condition.routes],
            "exclusions": _facts(condition.exclusions),
            "foreign": _facts(condition.foreign),
        },
        "requirements": [_fact(fact, _requirement) for fact in vacancy.requirements],
        "selection": [_fact(fact, _step) for fact in vacancy.selection],
        "salary": _fact(vacancy.salary, lambda _: _salary(vacancy)),
        "seniority": _facts(vacancy.seniority),
        "contract": {
            "type": _fact(contract.type),
            "duration": _fact(contract.duration),
            "start": _fact(contract.start, Moment.iso),
            "end": _fact(contract.end, Moment.iso),
            "fraction": _fact(contract.fraction),
            "hours": _fact(contract.hours),
        },
        "benefits": _facts(vacancy.benefits),
        "workplace": _fact(vacancy.workplace),
        "reserve": _fact(vacancy.reserve),
        "places": _fact(vacancy.places),
        "findings": [_finding(finding) for finding in vacancy.findings],
    }


def _value(fact: Fact[Any] | None) -> object:
    return fact.value if fact else None


def _moment(fact: Fact[Moment] | None) -> str | None:
    return fact.value.iso() if fact else None


def _same(value: object) -> object:
    return value


def _fact(fact: Fact[T] | None, view: Callable[[T], object] = _same) -> Json | None:
    if fact is None:
        return None
    shown: Json = {
        "value": view(fact.value),
        "derived": fact.derived,
        "confidence": round(fact.confidence, 3),
        "citations": [
            {"section": item.section, "page": item.page, "start": item.start, "end": item.end, "quote": item.quote} for item in fact.citations
        ],
    }
    if fact.alternatives:
        shown["alternatives"] = [_fact(other, view) for other in fact.alternatives]
    return shown


def _facts(facts: Sequence[Fact[str]]) -> list[Json | None]:
    return [_fact(fact) for fact in facts]


def _contact(contact: Contact) -> Json:
    return {
        "name": contact.name,
        "role": contact.role,
        "topics": list(contact.topics),
        "phones": list(contact.phones),
        "email": contact.email,
        "hours": contact.hours,
    }


def _infosession(session: Infosession) -> Json:
    how = None if session.signup_how == "unknown" else session.signup_how
    deadline = session.signup_deadline.iso() if session.signup_deadline else None
    return {
        "start": session.start.iso(),
        "mode": session.mode,
        "place": session.place,
        "signup": {"how": how, "address": session.signup_address, "deadline": deadline},
        "duration_minutes": session.duration_minutes,
        "status": session.status,
    }


def _main_address(addresses: Sequence[Fact[str]]) -> str | None:
    """The address to apply to: an e-mail address before a web page before a street."""
    values = [fact.value for fact in addresses]
    return next((value for value in values if "@" in value), next(iter(values), None))


def _diploma(condition: DiplomaCondition | None) -> Json:
    if condition is None:
        condition = DiplomaCondition()
    return {
        "minimum": "none" if condition.none_needed or condition.minimum == "geen" else condition.minimum,
        "accepted": [fact.value.name for fact in condition.options],
        "final_year_students": _value(condition.final_year),
        "final_year_until": _moment(condition.final_year_until),
        "equivalents": _value(condition.equivalents),
        "alternatives": [fact.value.text for fact in condition.routes],
        "exclusions": [fact.value for fact in condition.exclusions],
        "foreign": [fact.value for fact in condition.foreign],
        "closed_list": condition.closed,
    }


def _requirement(requirement: Requirement) -> Json:
    return {
        "kind": requirement.kind,
        "text": requirement.text,
        "required": requirement.required,
        "value": requirement.value,
        "max_age": requirement.max_age,
        "deadline": requirement.deadline_text,
    }


def _step(step: SelectionStep) -> Json:
    when = step.when_text
    if step.when is not None:
        several = step.when.approximate or step.when.end_date is not None
        when = (step.when_text or step.when.printed) if several else step.when.date.isoformat()
    return {"step": step.name, "when": when, "pass_mark": step.pass_mark, "eliminating": step.eliminating, "form": step.form}


def _salary(vacancy: Vacancy) -> Json:
    if vacancy.salary is None:
        return dict.fromkeys(("min", "max", "scale", "currency", "period", "full_time", "indexed"))
    pay = vacancy.salary.value
    return {
        "min": pay.minimum,
        "max": pay.maximum,
        "scale": pay.scale,
        "currency": "EUR" if pay.minimum is not None or pay.maximum is not None else None,
        "period": pay.period,
        "full_time": pay.full_time,
        "indexed": pay.indexed,
    }


def _finding(finding: Finding) -> Json:
    return {"code": finding.code, "severity": finding.severity, "message": finding.message, "quotes": [item.quote for item in finding.citations]}
