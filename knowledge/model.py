"""The domain model: what the bot knows of a vacancy, every fact with its source.

Values are what the bundle says and nothing else; None or an empty tuple means that the bundle is silent. Dates are ISO calendar
dates, times are local wall-clock times in Europe/Brussels, phones are E.164, amounts are euros.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

T = TypeVar("T", covariant=True)

Level = Literal["geen", "lager", "secundair", "graduaat", "bachelor", "master", "doctor"]
Topic = Literal["selectieprocedure", "kandidatuur", "functie", "infosessie", "algemeen"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A literal quote: `document.text[start:end] == quote`; `section` is the nearest heading."""

    start: int
    end: int
    quote: str
    section: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A value with where it stands. `derived` says that the value was worked out (a year from a weekday) rather than printed.

    `confidence` is 0..1. `alternatives` are other values that the same bundle states for the same thing (a contradiction, kept).
    """

    value: T
    citations: tuple[Citation, ...]
    confidence: float = 1.0
    derived: bool = False
    alternatives: tuple[Fact[T], ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, with a time where one is printed. `end_date`/`end_time` close a period. `printed` is literal; `approximate` marks "week van"."""

    date: datetime.date
    time: datetime.time | None = None
    end_date: datetime.date | None = None
    end_time: datetime.time | None = None
    printed: str = ""
    approximate: bool = False

    def iso(self) -> str:
        """'2026-12-01' or '2026-12-01T19:00'."""
        return self.date.isoformat() + (f"T{self.time:%H:%M}" if self.time else "")


@dataclass(frozen=True, slots=True)
class Contact:
    """A person (or a desk: then `name` is None or the desk's name) and what to ask there. `hours` is the bundle's wording."""

    name: str | None
    role: str | None = None
    topics: tuple[Topic, ...] = ()
    phones: tuple[str, ...] = ()
    email: str | None = None
    hours: str | None = None


SignupWay = Literal["email", "online", "phone", "none", "unknown"]
Mode = Literal["onsite", "online", "teams", "hybrid"]
SessionStatus = Literal["planned", "moved", "cancelled", "full"]


@dataclass(frozen=True, slots=True)
class Infosession:
    """`signup_how` "none" means that no registration is needed. `status` is what the bundle says happened to it; "full" takes nobody any more."""

    start: Moment
    mode: Mode | None = None
    place: str | None = None
    signup_how: SignupWay | None = None
    signup_address: str | None = None
    signup_deadline: Moment | None = None
    duration_minutes: int | None = None
    status: SessionStatus = "planned"


@dataclass(frozen=True, slots=True)
class Application:
    """How to apply. `how` uses online, email, post, afgifte, telefoon; `documents` is what to send."""

    deadline: Fact[Moment] | None = None
    how: tuple[Fact[str], ...] = ()
    addresses: tuple[Fact[str], ...] = ()
    documents: tuple[Fact[str], ...] = ()
    continuous: Fact[bool] | None = None


@dataclass(frozen=True, slots=True)
class Feedback:
    """When and how a candidate can ask feedback on a result."""

    start: Fact[Moment] | None = None
    until_rule: Fact[str] | None = None
    how: Fact[str] | None = None
    address: Fact[str] | None = None


@dataclass(frozen=True, slots=True)
class DiplomaOption:
    """One diploma that opens the door. `name` is the bundle's wording without the lead-in; `old` marks an older name."""

    name: str
    level: Level | None = None
    field: str | None = None
    specialisation: str | None = None
    title: str | None = None
    old: bool = False
    equivalents: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """Another way in that this bundle itself offers.

    `kind`: experience_and_test, experience, test, enrolment, promotion, recognition, other. `years` of `experience_in` where required.
    """

    kind: Literal["experience_and_test", "experience", "test", "enrolment", "promotion", "recognition", "other"]
    text: str
    years: float | None = None
    experience_in: str | None = None


@dataclass(frozen=True, slots=True)
class DiplomaCondition:
    """The diploma condition as data.

    `minimum` is the lowest level that is enough (None when only a closed list without levels is given); `options` are the accepted diplomas
    of a list or of a level with a field (() = any field of that level); `closed` says that nothing outside `options` counts.
    `final_year`: True = may take part, False = explicitly not, None = silent; `final_year_until` is the last date or moment for the diploma.
    `equivalents`: True where the bundle says "gelijkgesteld", "gelijkwaardig" or the like.
    `unread` are sentences of the conditions that name a diploma and took no part in all this: nobody is refused whom they may mean.
    """

    minimum: Level | None = None
    options: tuple[Fact[DiplomaOption], ...] = ()
    closed: bool = False
    equivalents: Fact[bool] | None = None
    final_year: Fact[bool] | None = None
    final_year_until: Fact[Moment] | None = None
    routes: tuple[Fact[Route], ...] = ()
    exclusions: tuple[Fact[str], ...] = ()
    foreign: tuple[Fact[str], ...] = ()
    none_needed: bool = False
    unread: tuple[Fact[str], ...] = ()


RequirementKind = Literal[
    "driving_licence",
    "age",
    "language",
    "criminal_record",
    "experience",
    "medical",
    "distance",
    "nationality",
    "availability",
    "certificate",
    "other",
]


@dataclass(frozen=True, slots=True)
class Requirement:
    """A condition besides the diploma. `required` is False for "bij voorkeur", "is een troef".

    `value`: driving licence category ("B", "BE", "C"), minimum age ("18"), years of experience ("2"), language level ("C1"), article of the
    extract ("596.2"). `deadline_text` is the bundle's wording when the requirement may be met later ("binnen het jaar").
    """

    kind: RequirementKind
    text: str
    required: bool = True
    value: str | None = None
    max_age: str | None = None
    deadline_text: str | None = None


@dataclass(frozen=True, slots=True)
class SelectionStep:
    """A step of the selection. `pass_mark` as "36/60", "60%" or the bundle's words; `when` the moment(s) or `when_text` the wording."""

    name: str
    when: Moment | None = None
    when_text: str | None = None
    pass_mark: str | None = None
    eliminating: bool | None = None
    form: str | None = None


@dataclass(frozen=True, slots=True)
class Salary:
    """Gross pay in euros. `full_time` True when the amounts are for a full-time job, False when for the job's own fraction, None when not said."""

    minimum: float | None = None
    maximum: float | None = None
    scale: str | None = None
    period: Literal["month", "year", "hour"] | None = None
    full_time: bool | None = None
    indexed: bool | None = None


@dataclass(frozen=True, slots=True)
class Contract:
    """Contract facts, each None where silent. `fraction` is a share of full time (0.5 = half-time)."""

    type: Fact[str] | None = None
    duration: Fact[str] | None = None
    start: Fact[Moment] | None = None
    end: Fact[Moment] | None = None
    fraction: Fact[float] | None = None
    hours: Fact[str] | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a recruiter should mend. `code` is stable; `message` is plain Dutch; `severity` "error" or "warning"."""

    code: str
    message: str
    severity: Literal["error", "warning"] = "warning"
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Everything extracted for one function. `id` is the document's id, or `stem--slug` for one of several functions.

    For a document that is no vacancy `is_vacancy` is False and most fields are empty.
    """

    id: str
    document_id: str
    is_vacancy: bool
    employer: Fact[str] | None = None
    title: Fact[str] | None = None
    contacts: tuple[Fact[Contact], ...] = ()
    infosessions: tuple[Fact[Infosession], ...] = ()
    application: Application = field(default_factory=Application)
    feedback: Feedback = field(default_factory=Feedback)
    diploma: Fact[DiplomaCondition] | None = None
    requirements: tuple[Fact[Requirement], ...] = ()
    selection: tuple[Fact[SelectionStep], ...] = ()
    salary: Fact[Salary] | None = None
    seniority: tuple[Fact[str], ...] = ()
    contract: Contract = field(default_factory=Contract)
    benefits: tuple[Fact[str], ...] = ()
    workplace: Fact[str] | None = None
    reserve: Fact[str] | None = None
    places: Fact[int] | None = None
    findings: tuple[Finding, ...] = ()
