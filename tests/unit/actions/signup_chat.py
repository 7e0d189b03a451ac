"""A conversation about sign-ups over a real store in memory, with bundles made here and intents given by the test."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import yaml
from sqlalchemy import Engine

from actions.callbacks import Callbacks
from actions.conversation import respond
from actions.memory import ExchangeMemory
from actions.reply import TurnResult
from actions.services import Services
from actions.signups.store import SignupRules, Signups
from actions.texts import Texts
from actions.turn import Segment, State, Turn
from actions.unanswered import Unanswered
from index.search import Found
from knowledge.catalog import Bundle, Snapshot
from knowledge.clock import BRUSSELS
from knowledge.document import DocumentBuilder
from knowledge.model import Application, Citation, Contact, Fact, Infosession, Moment, Vacancy

NOW = datetime(2026, 11, 22, 12, tzinfo=BRUSSELS)
RESPONSES = Path(__file__).parents[3] / "bot" / "dialogue" / "domain" / "responses"

_CAPABILITIES = {
    "signup_infosession": "signup", "cancel_signup": "signup", "erase_conversation": "privacy", "ask_privacy": "privacy", "request_person": "person",
    "out_of_scope": "out_of_scope", "inform": "eligibility", "check_eligibility": "eligibility",
} | dict.fromkeys(("affirm", "deny", "stop", "thank", "greet", "goodbye"), "small_talk")  # fmt: skip


def texts() -> Texts:
    """The Dutch texts of the domain."""
    responses: dict[str, object] = {}
    for path in RESPONSES.glob("*.yml"):
        responses |= yaml.safe_load(path.read_text())["responses"]
    return Texts(responses)


def moment(month: int, day: int, hour: int | None = None, minute: int = 0, year: int = 2026) -> Moment:
    return Moment(date(year, month, day), None if hour is None else time(hour, minute))


TOWN_HALL = Infosession(moment(12, 1, 19), "onsite", "raadzaal van het stadhuis, Markt 5", "email", "info@doornwal.example.be", duration_minutes=90)
ON_TEAMS = Infosession(moment(12, 3, 12, 30), "teams", "Microsoft Teams", "email", "info@doornwal.example.be", duration_minutes=45)
BY_FORM = Infosession(moment(12, 4, 18), "onsite", "het depot", "online", "www.doornwal.example.be/kijkdag", moment(11, 30))
BY_PHONE = Infosession(moment(12, 2, 14), "onsite", "woonzorgcentrum De Linde", "phone", "011 22 33 44", moment(11, 30))
OPEN_DOOR = Infosession(moment(12, 5, 10), "onsite", "cafetaria", "none")
CLOSED = replace(TOWN_HALL, signup_deadline=moment(11, 20))
PAST = replace(ON_TEAMS, start=moment(6, 18, 18, 30))


def bundle(id: str, title: str, sessions: Iterable[Infosession]) -> Bundle:
    """A bundle with a contact, a deadline and the sessions."""
    builder = DocumentBuilder()
    builder.add("heading", f"Infobundel {title} bij stad Doornwal", level=1)
    builder.add("paragraph", "Er is een infosessie. Solliciteer uiterlijk op 13 december 2026. Vragen? Bel Wout Aerts op 011 22 33 00.")
    document = builder.build(id=id, name=f"{id}.txt", format="text", sha256=id)
    cite = (Citation(0, len(document.text), document.text, "Infosessie"),)
    vacancy = Vacancy(
        id=id,
        document_id=id,
        is_vacancy=True,
        employer=Fact("stad Doornwal", cite),
        title=Fact(title, cite),
        contacts=(Fact(Contact("Wout Aerts", "recruiter", ("selectieprocedure",), ("+3211223300",)), cite),),
        infosessions=tuple(Fact(session, cite) for session in sessions),
        application=Application(deadline=Fact(moment(12, 13), cite)),
    )
    return Bundle(document, (vacancy,))


class NothingFound:
    """Stands in for the searcher: these bundles have no more to tell."""

    def answer(self, *_: object, **__: object) -> Found:
        return Found("not_in_bundle", (), 0.0, "test")


class Chat:
    """One conversation. `says` plays a turn and gives the text of all replies; `last` is the turn's result, `store` the sign-ups."""

    def __init__(
        self,
        engine: Engine,
        *sessions: Infosession,
        page: str | None = "boekhouder",
        now: datetime = NOW,
        others: Iterable[Bundle] = (),
        conversation: str = "conversation-000001",
        rules: SignupRules | None = None,
    ) -> None:
        self.store = Signups(engine, rules)
        self.page, self.conversation = page, conversation
        self.state = State()
        self.last: TurnResult
        snapshot = Snapshot.of([bundle("boekhouder", "Boekhouder", sessions), *others])
        searcher = NothingFound()
        self.services = Services(snapshot, searcher, now, texts(), ExchangeMemory(), Callbacks(engine), Unanswered(engine), self.store)  # type: ignore[arg-type]

    def says(self, text: str, intent: str | None = None, confidence: float = 0.9, segments: tuple[tuple[str, str], ...] = ()) -> str:
        """Plays a turn; `segments` for a message with several questions. Without an intent the message looks like nothing in particular."""
        parts = tuple(Segment(part, name, confidence) for part, name in segments) or (
            Segment(text, intent or "out_of_scope", confidence if intent else 0.3),
        )
        turn = Turn(text, parts, self.conversation, self.page, self.state)
        self.last = respond(turn, self.services, _CAPABILITIES.get(parts[0].intent, "answer"))
        if self.last.state is not None:
            self.state = State.from_json(self.last.state)
        return "\n".join(reply.text for reply in self.last.replies)

    def bundle_changes(self, *sessions: Infosession) -> None:
        """The bundle is replaced by one with these sessions."""
        self.services = replace(self.services, snapshot=Snapshot.of([bundle("boekhouder", "Boekhouder", sessions)]))

    @property
    def stored(self) -> list[tuple[str, str, str]]:
        """(name, address, status) of every sign-up."""
        return [(item.name, item.email, item.status) for item in self.store.all()]
