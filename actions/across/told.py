"""What is asked of every vacancy, and what one vacancy's bundle tells of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from actions.across.period import Period
from actions.services import Services
from knowledge.model import Citation, Vacancy


@dataclass(frozen=True, slots=True)
class View:
    """One vacancy as a question looks at it. `question` is folded, `text` as typed; `period` is the time that the question names."""

    vacancy: Vacancy
    question: str
    text: str
    services: Services
    period: Period | None = None

    @property
    def now(self) -> datetime:
        """The moment of the question, aware (Europe/Brussels)."""
        return self.services.now


@dataclass(frozen=True, slots=True)
class Told:
    """What a bundle tells: `holds` is whether the vacancy has what is asked, None where the bundle is silent.

    `text` stands in the list behind the vacancy's label; `key` orders the vacancies where the question compares.
    """

    holds: bool | None
    text: str = ""
    citations: tuple[Citation, ...] = field(default=())
    key: float | None = None


SILENT = Told(None)
