"""Every fact of every bundle quotes its source, and the quote holds the value or the words it derives from."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from knowledge.extractors import extract
from knowledge.extractors.people import find_emails
from knowledge.model import Citation, Contact, Fact, Infosession, Moment, Salary, SelectionStep, Vacancy
from knowledge.money import find_amounts
from knowledge.phones import find_phones
from knowledge.readers import SUFFIXES, read

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = [ROOT / "knowledge" / "bundles", *sorted((ROOT / "tests" / "data").glob("*/bundles"))]
BUNDLES = sorted(path for folder in FOLDERS for path in folder.glob("*") if path.suffix.lower() in SUFFIXES)

pytestmark = pytest.mark.integration

# Facts whose value is a reading of what is printed ("contractueel" from "contract van onbepaalde duur"), not a copy of it.
READINGS = {"contract.type", "contract.duration", "contract.fraction", "application.how", "feedback.how", "places"}


def folded(text: object) -> str:
    plain = unicodedata.normalize("NFKD", str(text).casefold().replace("’", "'"))
    return " ".join(re.sub(r"[^\w@.+]+", " ", "".join(char for char in plain if not unicodedata.combining(char))).split())


def stems(text: object) -> set[str]:
    return {word[:5] for word in folded(text).split() if len(word) > 3}


def facts_of(value: object, path: str) -> Iterator[tuple[str, Fact[object]]]:
    if isinstance(value, Fact):
        yield path, value
        yield from facts_of(value.value, path)
        for other in value.alternatives:
            yield from facts_of(other, f"{path}.alternative")
    elif isinstance(value, tuple):
        for item in value:
            yield from facts_of(item, path)
    elif is_dataclass(value) and not isinstance(value, (Citation, Moment)):
        for field in fields(value):
            yield from facts_of(getattr(value, field.name), f"{path}.{field.name}".lstrip("."))


def quotes(fact: Fact[object]) -> str:
    return "\n".join(citation.quote for citation in fact.citations)


def unproven(path: str, fact: Fact[object]) -> str | None:
    """What of a fact's value its quotes don't hold; None when all of it is there."""
    value, quoted = fact.value, quotes(fact)
    if isinstance(value, Moment):
        return None if str(value.date.day) in quoted or (value.printed and folded(value.printed) in folded(quoted)) else f"{value.printed}"
    if isinstance(value, Contact):
        return _contact(value, quoted)
    if isinstance(value, Salary):
        amounts = {amount.value for amount in find_amounts(quoted)}
        missing = {value.minimum, value.maximum} - {None} - amounts
        return f"amounts {missing}" if missing else None
    if isinstance(value, Infosession):
        return None if str(value.start.date.day) in quoted else value.start.iso()
    if isinstance(value, SelectionStep):
        return None if fact.derived or stems(value.name) & stems(quoted) else value.name
    if isinstance(value, str) and path not in READINGS and not fact.derived:
        return None if folded(value) in folded(quoted) or stems(value) & stems(quoted) or _same_address(value, quoted) else value
    return None


def _contact(contact: Contact, quoted: str) -> str | None:
    if contact.name and folded(contact.name).split()[0] not in folded(quoted):
        return contact.name
    missing = set(contact.phones) - {str(phone) for phone in find_phones(quoted)}
    return f"phones {missing}" if missing else None


def _same_address(value: str, quoted: str) -> bool:
    return value in {mail.address for mail in find_emails(quoted)} or value.split("//")[-1].casefold() in quoted.casefold()


@pytest.mark.parametrize("path", BUNDLES, ids=lambda path: path.name)
def test_every_fact_is_quoted_literally(path: Path) -> None:
    held_out = "heldout" in path.parts
    document = read(path)
    vacancies = extract(document)
    assert vacancies
    for vacancy in vacancies:
        for name, fact in all_facts(vacancy):
            # The page's own data (JSON-LD) may contradict the text; it has no place in it.
            assert fact.citations or name.endswith(".alternative"), f"{vacancy.id} {name} has no source"
            assert 0 < fact.confidence <= 1
            for citation in fact.citations:
                assert citation.quote, f"{vacancy.id} {name} has an empty quote"
                assert document.text[citation.start : citation.end] == citation.quote, f"{vacancy.id} {name} misquotes"
            problem = unproven(name, fact) if fact.citations else None
            assert problem is None, f"{vacancy.id} {name}: {'a held-out value' if held_out else problem} is not in its quotes"


def all_facts(vacancy: Vacancy) -> Iterator[tuple[str, Fact[object]]]:
    for field in fields(vacancy):
        yield from facts_of(getattr(vacancy, field.name), field.name)


def test_bundles_are_there() -> None:
    assert len(BUNDLES) >= 5
