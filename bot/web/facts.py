"""The facts of a vacancy as rows of its page: what is known, in Dutch, each with the place in the bundle where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from actions.answers.base import euro
from actions.answers.infosessions import describe
from actions.answers.terms import fraction_text
from knowledge.dates import format_moment
from knowledge.model import Citation, Fact, Salary, SessionStatus, Vacancy

_MOST = 6
_LONGEST = 240
_PERIODS = {"month": "per maand", "year": "per jaar", "hour": "per uur"}
_SESSION_STATUS: dict[SessionStatus, str] = {"planned": "", "moved": " (verplaatst)", "cancelled": " (geannuleerd)", "full": " (volzet)"}


@dataclass(frozen=True, slots=True)
class Line:
    """One value; `anchor` is the place in the bundle ("p123"), None for what stands nowhere literally."""

    text: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A label and its values."""

    label: str
    lines: tuple[Line, ...]


def rows(vacancy: Vacancy) -> list[Row]:
    """What a candidate wants to see at a glance; nothing where the bundle is silent."""
    made = {
        "Infosessie": [_line(f"{describe(fact.value)}{_SESSION_STATUS[fact.value.status]}", fact.citations) for fact in vacancy.infosessions],
        "Diploma": _quotes(vacancy.diploma.citations) if vacancy.diploma else [],
        "Voorwaarden": [_line(fact.value.text, fact.citations) for fact in vacancy.requirements],
        "Loon": [_line(text, vacancy.salary.citations) for text in [pay(vacancy.salary.value)] if text] if vacancy.salary else [],
        "Contract": list(_contract(vacancy)),
        "Werkplek": _texts([vacancy.workplace]),
        "Extra voordelen": _texts(vacancy.benefits),
        "Selectie": [
            _line(fact.value.name + (f": {format_moment(fact.value.when)}" if fact.value.when else ""), fact.citations) for fact in vacancy.selection
        ],
        "Solliciteren via": _texts(vacancy.application.addresses),
        "Mee te sturen": _texts(vacancy.application.documents),
    }
    return [Row(label, tuple(lines[:_MOST])) for label, lines in made.items() if lines]


def pay(salary: Salary) -> str:
    """'€ 2.460,78 tot € 3.000,00 per maand (schaal B1-B3)'; the scale alone where no amount is given."""
    amounts = " tot ".join(euro(amount) for amount in dict.fromkeys((salary.minimum, salary.maximum)) if amount is not None)
    scale = (salary.scale or "").removeprefix("schaal ")
    if not amounts:
        return scale
    start = "" if salary.minimum is not None else "tot "
    return f"{start}{amounts} bruto {_PERIODS.get(salary.period or '', '')}".strip() + (f" (schaal {scale})" if scale else "")


def _contract(vacancy: Vacancy) -> Iterator[Line]:
    contract = vacancy.contract
    yield from _texts([contract.type, contract.duration])
    if contract.fraction:
        yield _line(fraction_text(contract.fraction.value), contract.fraction.citations)
    if contract.start:
        yield _line(f"start: {format_moment(contract.start.value)}", contract.start.citations)


def _texts(facts: Iterable[Fact[str] | None]) -> list[Line]:
    return [_line(fact.value, fact.citations) for fact in facts if fact]


def _quotes(citations: Iterable[Citation]) -> list[Line]:
    return [_line(citation.quote, (citation,)) for citation in citations]


def _line(text: str, citations: tuple[Citation, ...]) -> Line:
    shown = text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return Line(shown, f"p{citations[0].start}" if citations else None)
