"""What is published now: bundles and their vacancies in memory, replaced as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property
from typing import Literal

from knowledge.background import holds_for
from knowledge.document import Document
from knowledge.model import Fact, Infosession, Vacancy

Status = Literal["open", "closed", "unknown"]


@dataclass(frozen=True, slots=True)
class Bundle:
    """A document and what was understood of it."""

    document: Document
    vacancies: tuple[Vacancy, ...]


@dataclass(frozen=True)
class Snapshot:
    """An immutable view of all published bundles; `version` changes whenever any of them does.

    `numbers` are the store's numbers of the bundles' versions, by document id; empty for bundles that come from elsewhere.
    """

    bundles: Mapping[str, Bundle]
    version: str = ""
    numbers: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, bundles: Iterable[Bundle], version: str = "", numbers: Mapping[str, int] | None = None) -> Snapshot:
        """A snapshot of the bundles, keyed by document id."""
        return cls({bundle.document.id: bundle for bundle in bundles}, version, numbers or {})

    @cached_property
    def entries(self) -> dict[str, Vacancy]:
        """Everything that has an id, documents that are no vacancy included; a bundle with several functions also under its own id."""
        found: dict[str, Vacancy] = {}
        for bundle in self.bundles.values():
            for vacancy in bundle.vacancies:
                found[vacancy.id] = vacancy
        return found

    @cached_property
    def vacancies(self) -> dict[str, Vacancy]:
        """The vacancies, by id."""
        return {id: vacancy for id, vacancy in self.entries.items() if vacancy.is_vacancy}

    def background_of(self, vacancy: Vacancy) -> tuple[Vacancy, ...]:
        """The general documents of the vacancy's own employer, by id; () for a document that is no vacancy."""
        if vacancy.id not in self._backgrounds:
            self._backgrounds[vacancy.id] = tuple(
                general for general in self._general if vacancy.is_vacancy and holds_for(general, self.document(general), vacancy)
            )
        return self._backgrounds[vacancy.id]

    @cached_property
    def _general(self) -> tuple[Vacancy, ...]:
        return tuple(entry for _, entry in sorted(self.entries.items()) if not entry.is_vacancy and entry.employer)

    @cached_property
    def _backgrounds(self) -> dict[str, tuple[Vacancy, ...]]:
        return {}

    def knows(self, id: str) -> bool:
        """Whether a vacancy, a document or a bundle of several functions has this id."""
        return id in self.entries or id in self.bundles

    def of_document(self, id: str) -> tuple[Vacancy, ...]:
        """What `id` stands for: one entry, or all functions of a bundle."""
        if id in self.entries:
            return (self.entries[id],)
        bundle = self.bundles.get(id)
        return bundle.vacancies if bundle else ()

    def document(self, vacancy: Vacancy) -> Document:
        """The document that a vacancy was read from."""
        return self.bundles[vacancy.document_id].document


def status(vacancy: Vacancy, now: datetime) -> Status:
    """Whether one can still apply at `now` (aware, Europe/Brussels); a deadline without an hour lasts until the end of its day."""
    deadline = vacancy.application.deadline
    if deadline is None:
        return "open" if vacancy.application.continuous and vacancy.application.continuous.value else "unknown"
    return "closed" if passed(deadline.value.date, deadline.value.time, now) else "open"


def passed(day: date, at: time | None, now: datetime) -> bool:
    """Whether a moment lies before `now`; without an hour the whole day counts."""
    today = now.date()
    return day < today or (day == today and at is not None and at <= now.time())


def coming(vacancy: Vacancy, now: datetime) -> tuple[Fact[Infosession], ...]:
    """The infosessions that are still to take place."""
    return tuple(
        session
        for session in vacancy.infosessions
        if session.value.status != "cancelled" and not passed(session.value.start.date, session.value.start.time, now)
    )


def employer_of(vacancy: Vacancy) -> str:
    """The employer's name, or 'het bestuur' where the bundle names none."""
    return vacancy.employer.value if vacancy.employer else "het bestuur"


def title_of(vacancy: Vacancy) -> str:
    """The title, or the document's id where there is none."""
    return vacancy.title.value if vacancy.title else vacancy.id.replace("_", " ")
