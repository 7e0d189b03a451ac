"""What a candidate tells, as data. Nothing here is ever stored: it lives as long as the exchange does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from knowledge.eligibility.levels import Variant
from knowledge.eligibility.reading import How
from knowledge.model import Level

Status = Literal["finished", "final_year", "studying", "unfinished"]
School = Literal["hogeschool", "universiteit", "cvo"]
Licence = Literal["held", "not_held", "learning", "never"]
Polarity = Literal["yes", "no", "busy", "doubt"]


@dataclass(frozen=True, slots=True)
class Held:
    """A diploma that a candidate says to have, or to be studying for. `words` is what he wrote.

    `country` is an ISO code, "BE-FR"/"BE-DE" for the other communities, or "??" for a foreign country that he doesn't name.
    `recognised` is True with a NARIC decision, False when he says there is none (yet).
    """

    words: str
    level: Level | None = None
    variant: Variant | None = None
    fields: tuple[str, ...] = ()
    specialisations: tuple[str, ...] = ()
    title: str | None = None
    known: bool = True
    how: How = "dictionary"
    status: Status = "finished"
    expected: date | None = None
    year: int | None = None
    school: School | None = None
    country: str | None = None
    recognised: bool | None = None
    general: bool = False

    @property
    def named_fields(self) -> tuple[str, ...]:
        """Fields and specialisations together."""
        return (*self.fields, *self.specialisations)


@dataclass(frozen=True, slots=True)
class Experience:
    """Working experience: `years` is None when not told; `kind` are the words that say in what ("" when not told).

    `within` marks a part of a longer period ("tien jaar, waarvan zes in een rusthuis"), which adds no years.
    """

    years: float | None
    kind: str
    words: str
    within: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A clause of the message with its polarity, in which names that only the bundle knows are looked up ('brevet Hoger Redder')."""

    words: str
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class Candidate:
    """Everything a candidate told, over all turns. Empty where he told nothing.

    `no_diploma`: "all" when he says to have none at all. `licences` by category. `lacks` are levels that he says not to have.
    `turning`: the day on which he says to become a year older.
    `staff`: he says to work for a local government, `works_at` names which.
    `not_enrolled`: he says that he does not follow the course. `record`: he mentioned a criminal record himself.
    """

    diplomas: tuple[Held, ...] = ()
    no_diploma: bool = False
    lacks: tuple[Level, ...] = ()
    experience: tuple[Experience, ...] = ()
    no_experience: bool = False
    licences: tuple[tuple[str, Licence], ...] = ()
    age: int | None = None
    turning: date | None = None
    dutch: str | None = None
    staff: bool = False
    works_at: str | None = None
    not_enrolled: bool = False
    no_listed: bool = False
    record: bool = False
    title_answer: bool | None = None
    said: tuple[Said, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is known that could decide."""
        return (
            not (self.diplomas or self.no_diploma or self.lacks or self.experience or self.licences or self.no_listed)
            and self.age is None
            and self.dutch is None
        )
