"""`GET /api/welcome`: what a chat shows before the first question: that it is a chatbot, questions that fit the vacancy, and whom to call."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter
from pydantic import BaseModel, Field

from bot.gateway.catalog import employer as employer_of_page
from bot.gateway.chat import disclosure
from bot.gateway.errors import ApiError
from bot.gateway.gateway import Gateway, GatewayOf
from bot.gateway.schemas import Button
from bot.gateway.texts import DISCLOSURE, OF_EMPLOYER, SUGGESTIONS
from knowledge.catalog import Snapshot, coming, status
from knowledge.model import Contact, Topic, Vacancy
from knowledge.phones import display_phone

router = APIRouter(prefix="/api")

_MOST_SUGGESTIONS = 5


class Phone(BaseModel):
    """As it is shown, and as it is dialled (E.164)."""

    shown: str
    number: str


class ContactCard(BaseModel):
    """A person or desk of the bundle."""

    name: str | None
    role: str | None
    topics: list[Topic]
    phones: list[Phone]
    email: str | None
    hours: str | None


class Welcome(BaseModel):
    """`title` and `employer` are null where several could be meant or the bundle names none."""

    notice: str
    title: str | None
    employer: str | None
    suggestions: list[Button] = Field(default_factory=list)
    contacts: list[ContactCard] = Field(default_factory=list)
    signup_keep_days: int


@router.get("/welcome")
async def welcome(gateway: GatewayOf, vacancy: str | None = None, employer: str | None = None) -> Welcome:
    """The first words about a vacancy, or about all those of an employer. 422 for a vacancy that no document is."""
    snapshot = gateway.snapshot()
    if vacancy is not None and not snapshot.knows(vacancy):
        raise ApiError(422, "unknown_vacancy")
    entries = snapshot.of_document(vacancy) if vacancy else ()
    name = employer_of_page(snapshot, vacancy) or _known_employer(snapshot, employer)
    return Welcome(
        notice=DISCLOSURE.format(of_employer=OF_EMPLOYER.format(employer=name), days=gateway.settings.keep_days)
        if name
        else disclosure(gateway, snapshot, vacancy).text,
        title=entries[0].title.value if len(entries) == 1 and entries[0].title else None,
        employer=name,
        suggestions=[Button(title=text, payload=text) for text in suggestions(gateway, entries)],
        contacts=contact_cards(entries),
        signup_keep_days=gateway.settings.signup_keep_days,
    )


def suggestions(gateway: Gateway, entries: tuple[Vacancy, ...]) -> list[str]:
    """Questions that this bundle answers, at most five, what matters most at this moment first."""
    if not entries or not entries[0].is_vacancy:
        return [SUGGESTIONS["open"], SUGGESTIONS["all_diplomas"]] if not entries else []
    return [SUGGESTIONS[name] for name in dict.fromkeys(_fitting(gateway, entries[0]))][:_MOST_SUGGESTIONS]


def _fitting(gateway: Gateway, vacancy: Vacancy) -> Iterator[str]:
    now = gateway.clock.now()
    closed = status(vacancy, now) == "closed"
    if vacancy.application.deadline:
        yield "too_late" if closed else "deadline"
    if vacancy.diploma or vacancy.requirements:
        yield "diploma"
    sessions = coming(vacancy, now)
    if any(fact.value.signup_how == "email" or gateway.settings.signup_everywhere for fact in sessions):
        yield "signup"
    elif sessions:
        yield "session"
    if vacancy.salary:
        yield "salary"
    if vacancy.selection:
        yield "selection"
    if not closed and (vacancy.application.how or vacancy.application.addresses):
        yield "apply"
    if vacancy.contacts:
        yield "contact"


def contact_cards(entries: tuple[Vacancy, ...]) -> list[ContactCard]:
    """Everybody of the bundle who can be reached, in its order."""
    found = {fact.value: None for entry in entries for fact in entry.contacts if fact.value.phones or fact.value.email}
    return [_card(contact) for contact in found] or [
        ContactCard(name=None, role=None, topics=["kandidatuur"], phones=[], email=address, hours=None)
        for address in dict.fromkeys(fact.value for entry in entries for fact in entry.application.addresses if "@" in fact.value)
    ][:1]


def _card(contact: Contact) -> ContactCard:
    phones = [Phone(shown=display_phone(number), number=number) for number in contact.phones]
    return ContactCard(name=contact.name, role=contact.role, topics=list(contact.topics), phones=phones, email=contact.email, hours=contact.hours)


def _known_employer(snapshot: Snapshot, name: str | None) -> str | None:
    """The employer as the bundles write it; anybody may put anything in the address."""
    wanted = " ".join((name or "").split()).casefold()
    names = (vacancy.employer.value for vacancy in snapshot.vacancies.values() if vacancy.employer)
    return next((known for known in names if known.casefold() == wanted), None) if wanted else None
