"""The list of vacancies and its filters: a form that is sent as it is, without scripts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from knowledge.catalog import Status, coming, employer_of, status, title_of
from knowledge.dates import format_moment
from knowledge.model import Level, Vacancy

STATUS: dict[Status, str] = {"open": "open", "closed": "afgesloten", "unknown": "onbekend"}
LEVELS: dict[Level, str] = {
    "geen": "geen diploma",
    "lager": "lager onderwijs",
    "secundair": "secundair onderwijs",
    "graduaat": "graduaat",
    "bachelor": "bachelor",
    "master": "master",
    "doctor": "doctor",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; empty fields ask for nothing."""

    open: bool = False
    employer: str = ""
    level: str = ""
    infosession: bool = False

    def keep(self, entry: Entry) -> bool:
        """Whether a vacancy is to be shown. One without a closing date counts as open."""
        return (
            (not self.open or entry.status != STATUS["closed"])
            and self.employer in ("", entry.employer)
            and self.level in ("", entry.level)
            and (not self.infosession or bool(entry.sessions))
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """A vacancy in the list; None where the bundle is silent. `sessions` are those that still take place."""

    id: str
    title: str
    employer: str | None
    status: str
    deadline: str | None
    level: str | None
    sessions: tuple[str, ...]

    @classmethod
    def of(cls, vacancy: Vacancy, now: datetime) -> Entry:
        """The vacancy at this moment."""
        deadline = vacancy.application.deadline
        level = vacancy.diploma.value.minimum if vacancy.diploma else None
        return cls(
            vacancy.id,
            title_of(vacancy),
            employer_of(vacancy) if vacancy.employer else None,
            STATUS[status(vacancy, now)],
            format_moment(deadline.value) if deadline else None,
            LEVELS[level] if level else None,
            tuple(format_moment(fact.value.start) for fact in coming(vacancy, now)),
        )


def listed(vacancies: Iterable[Vacancy], now: datetime) -> list[Entry]:
    """All of them, those that are closed last, by title."""
    return sorted((Entry.of(vacancy, now) for vacancy in vacancies), key=lambda entry: (entry.status == STATUS["closed"], entry.title))


def employers(entries: Iterable[Entry]) -> list[str]:
    """What can be chosen, by name."""
    return sorted({entry.employer for entry in entries if entry.employer})


def levels(entries: Iterable[Entry]) -> list[str]:
    """What can be chosen, from low to high."""
    found = {entry.level for entry in entries}
    return [level for level in LEVELS.values() if level in found]
