"""What a recruiter should mend in a bundle: what candidates will ask and it doesn't answer, and what looks wrong."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from knowledge.background import speaks_of_staff
from knowledge.catalog import Bundle, Snapshot
from knowledge.document import Document
from knowledge.export import documents_in
from knowledge.extractors import extract
from knowledge.model import Fact, Finding, Infosession, Topic, Vacancy
from knowledge.moment_words import format_moment
from knowledge.phones import display_phone
from knowledge.readers import UnreadableBundle, read
from knowledge.settings import load_settings

_TOPIC_NAMES: dict[Topic, str] = {"selectieprocedure": "de selectieprocedure", "functie": "de inhoud van de job", "kandidatuur": "de kandidatuur"}


# The bundle itself tells it as something of the past: nothing to mend.
_TOLD_AS_PAST = re.compile(
    r"\b(?:was|waren|kond?(?:en)?|moest(?:en)?|lichtten?|toonden?|vond(?:en)?|gaf|gaven|ging(?:en)?)\b|voorbij|afgelopen|volzet", re.IGNORECASE
)
# Findings that a general document of the employer makes up for, and whether it does.
_MADE_UP_FOR: dict[str, Callable[[Vacancy], object]] = {
    "no_benefits": lambda general: general.benefits,
    "no_feedback": lambda general: general.feedback.how or general.feedback.until_rule,
    "no_reserve": lambda general: general.reserve,
    "no_documents": lambda general: general.application.documents,
    "no_contact": lambda general: general.contacts,
}


def check_command(args: argparse.Namespace) -> int:
    """`vacaturebot check PATH... [--json]`. Exit status 1 when something is wrong or unreadable, 0 when there are at most hints."""
    today = load_settings().clock().today()
    results: list[dict[str, object]] = []
    worst = 0
    found: list[tuple[Path, Bundle | UnreadableBundle]] = []
    for path in documents_in(args.paths):
        try:
            document = read(path)
            found.append((path, Bundle(document, extract(document))))
        except UnreadableBundle as error:
            found.append((path, error))
    snapshot = Snapshot.of(bundle for _, bundle in found if isinstance(bundle, Bundle))
    for path, bundle in found:
        if isinstance(bundle, UnreadableBundle):
            results.append({"document": str(path), "vacancy": None, "findings": [_as_json(Finding("unreadable", bundle.message_nl, "error"))]})
            worst = 1
            continue
        for vacancy in bundle.vacancies:
            findings = check(vacancy, bundle.document, today, snapshot.background_of(vacancy))
            worst = max(worst, int(any(finding.severity == "error" for finding in findings)))
            results.append({"document": str(path), "vacancy": vacancy.id, "findings": [_as_json(finding) for finding in findings]})
    if args.json:
        print(json.dumps(results, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(_as_text(result) for result in results))
    return worst


def check(vacancy: Vacancy, document: Document, today: date, background: Sequence[Vacancy] = ()) -> list[Finding]:
    """The findings for one function, mistakes first; `today` decides what is past. What `background` (general documents) tells is no gap."""
    findings = [Finding("reading", warning) for warning in document.warnings]
    if not vacancy.is_vacancy:
        return [*findings, Finding("no_vacancy", _no_vacancy(vacancy, document))]
    findings += vacancy.findings
    findings += _basics(vacancy)
    findings += _deadline(vacancy, today)
    findings += _contacts(vacancy)
    for session in vacancy.infosessions:
        findings += _session(session, today)
    findings += _diploma(vacancy)
    findings += _terms(vacancy)
    findings += _selection(vacancy)
    findings = [finding for finding in findings if not any(_MADE_UP_FOR.get(finding.code, _nothing)(general) for general in background)]
    return sorted(findings, key=lambda finding: finding.severity != "error")


def _nothing(_: Vacancy) -> object:
    return None


def _no_vacancy(vacancy: Vacancy, document: Document) -> str:
    if vacancy.employer and speaks_of_staff(document):
        return f"Dit is geen vacature. Wat een vacature van {vacancy.employer.value} niet vertelt, zoekt de bot hierin op, met dit document als bron."
    what = "Het noemt geen werkgever" if vacancy.employer is None else "Het gaat niet over werken bij deze werkgever"
    return f"Dit lijkt geen vacature: het zegt niet welke job open is. {what}, dus de bot gebruikt het niet voor vacatures."


def _basics(vacancy: Vacancy) -> Iterator[Finding]:
    if vacancy.employer is None:
        yield Finding("no_employer", "De naam van de werkgever staat er niet duidelijk in.")
    if vacancy.title is None:
        yield Finding("no_title", "De titel van de functie staat er niet duidelijk in.", "error")
    if vacancy.workplace is None:
        yield Finding("no_workplace", "Kandidaten vragen waar ze zullen werken. Dat staat er niet in.")


def _deadline(vacancy: Vacancy, today: date) -> Iterator[Finding]:
    application = vacancy.application
    deadline = application.deadline
    if deadline is None and not (application.continuous and application.continuous.value):
        yield Finding("no_deadline", "Er staat niet in tot wanneer je kan solliciteren.", "error")
    if deadline is not None:
        if deadline.value.date < today:
            message = f"De uiterste datum om te solliciteren is voorbij: {format_moment(deadline.value)}."
            yield Finding("deadline_past", message, "error", deadline.citations)
        if deadline.derived:
            message = f"Bij de uiterste datum staat geen jaar. De bot leest: {format_moment(deadline.value)}."
            yield Finding("no_year", message, citations=deadline.citations)
    if not application.how:
        yield Finding("no_way_to_apply", "Er staat niet in hoe je solliciteert (online, per mail, met de post of door afgifte).", "error")
    if not application.documents:
        yield Finding("no_documents", "Er staat niet in wat een kandidaat moet meesturen (cv, brief, diploma).")


def _contacts(vacancy: Vacancy) -> Iterator[Finding]:
    if not vacancy.contacts:
        yield Finding(
            "no_contact", "Er staat geen contactpersoon in. Bij vragen die de bundel niet beantwoordt, kan de bot naar niemand verwijzen.", "error"
        )
        return
    covered = {topic for fact in vacancy.contacts for topic in fact.value.topics}
    for topic, name in _TOPIC_NAMES.items():
        if topic not in covered and "algemeen" not in covered:
            yield Finding("no_contact_for_topic", f"Er staat niet in wie je kan contacteren over {name}.")
    for fact in vacancy.contacts:
        contact = fact.value
        if not contact.phones and not contact.email:
            yield Finding(
                "contact_without_way", f"Bij {contact.name or contact.role} staat geen telefoonnummer en geen mailadres.", citations=fact.citations
            )
        elif contact.phones and not contact.hours:
            shown = display_phone(contact.phones[0])
            yield Finding("contact_without_hours", f"Er staat niet in wanneer {contact.name or shown} bereikbaar is.", citations=fact.citations)


def _session(fact: Fact[Infosession], today: date) -> Iterator[Finding]:
    session = fact.value
    when = format_moment(session.start)
    if session.status == "cancelled":
        return
    if session.start.date < today:
        if any(_TOLD_AS_PAST.search(citation.quote) for citation in fact.citations):
            return
        yield Finding("infosession_past", f"De infosessie van {when} is voorbij.", citations=fact.citations)
        return
    if fact.derived:
        yield Finding("no_year", f"Bij de datum van de infosessie staat geen jaar. De bot leest: {when}.", citations=fact.citations)
    if session.signup_how in (None, "unknown"):
        yield Finding(
            "infosession_without_signup",
            f"Er staat niet in hoe je inschrijft voor de infosessie van {when}, of dat het niet hoeft.",
            citations=fact.citations,
        )
    if session.start.time is None:
        yield Finding("infosession_without_hour", f"Bij de infosessie van {when} staat geen uur.", citations=fact.citations)
    if session.place is None and session.mode in (None, "onsite", "hybrid"):
        yield Finding("infosession_without_place", f"Er staat niet in waar de infosessie van {when} plaatsvindt.", citations=fact.citations)


def _diploma(vacancy: Vacancy) -> Iterator[Finding]:
    if vacancy.diploma is None:
        yield Finding("no_diploma", "Er staat niet in welk diploma nodig is, of dat er geen nodig is.", "error")
        return
    condition, citations = vacancy.diploma.value, vacancy.diploma.citations
    if condition.none_needed and not condition.options:
        return
    if condition.options and condition.equivalents is None:
        yield Finding(
            "no_equivalence", "Bij de lijst van diploma's staat niet of gelijkgestelde of gelijkwaardige diploma's ook tellen.", citations=citations
        )
    if condition.none_needed:
        return
    if condition.final_year is None:
        yield Finding("no_final_year", "Kandidaten vragen of laatstejaarsstudenten mogen deelnemen. Dat staat er niet in.")
    if not condition.foreign:
        yield Finding("no_foreign_diploma", "Kandidaten vragen of een buitenlands diploma telt. Dat staat er niet in.")


def _terms(vacancy: Vacancy) -> Iterator[Finding]:
    contract, pay = vacancy.contract, vacancy.salary
    if pay is None or (pay.value.minimum is None and pay.value.maximum is None):
        yield Finding("no_salary", "Kandidaten vragen wat ze verdienen. Er staat geen bedrag in.", citations=pay.citations if pay else ())
    else:
        if pay.value.period is None:
            yield Finding("salary_without_period", "Bij het loon staat niet of het per maand of per jaar is.", citations=pay.citations)
        part_time = contract.fraction is not None and contract.fraction.value < 0.995
        if part_time and pay.value.full_time is None:
            yield Finding(
                "salary_share_unclear",
                "De job is deeltijds, maar er staat niet bij of het loon voor een voltijdse job geldt.",
                citations=pay.citations,
            )
    if contract.type is None and contract.duration is None:
        yield Finding("no_contract", "Er staat niet in welk contract je krijgt (statutair of contractueel, bepaalde of onbepaalde duur).")
    if contract.fraction is None:
        yield Finding("no_fraction", "Er staat niet in of de job voltijds of deeltijds is.")
    if contract.start is None:
        yield Finding("no_start", "Er staat geen datum in waarop je kan starten.")
    if not vacancy.benefits:
        yield Finding("no_benefits", "Er staan geen voordelen in (maaltijdcheques, verlof, verzekering, telewerk).")


def _selection(vacancy: Vacancy) -> Iterator[Finding]:
    if not vacancy.selection:
        yield Finding("no_selection", "Er staat niet in hoe de selectie verloopt.")
    elif all(fact.value.when is None and fact.value.when_text is None for fact in vacancy.selection):
        yield Finding("selection_without_dates", "Bij de selectie staan geen datums.")
    feedback = vacancy.feedback
    if not (feedback.start or feedback.until_rule or feedback.how):
        yield Finding("no_feedback", "Er staat niet in of en hoe je feedback kan vragen.")
    if vacancy.reserve is None:
        yield Finding("no_reserve", "Er staat niet in of er een wervingsreserve komt.")


def _as_json(finding: Finding) -> dict[str, object]:
    places = [{"quote": item.quote, "section": item.section, "page": item.page} for item in finding.citations]
    return {"code": finding.code, "severity": finding.severity, "message": finding.message, "citations": places}


def _as_text(result: dict[str, object]) -> str:
    lines = [f"{result['vacancy'] or result['document']}"]
    findings = result["findings"]
    assert isinstance(findings, list)
    if not findings:
        lines.append("  Alles staat erin, en niets lijkt verkeerd.")
    for finding in findings:
        mark = "FOUT" if finding["severity"] == "error" else "tip "
        lines.append(f"  {mark}  {finding['message']}")
        for item in finding.get("citations", [])[:2]:
            quote = " ".join(str(item["quote"]).split())
            lines.append(f"        « {quote[:140]} »")
    return "\n".join(lines)
