"""Sign-ups that are passed on to a webinar: what the candidate is told, and what is mirrored."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update

from actions.signups.mail import Sender
from actions.signups.registrar import LocalRegistrar, Registration, WebinarStatus
from actions.signups.store import SignupRules
from actions.signups.tables import messages, sessions, signups
from actions.signups.transport import MailFolder, Refused, Unavailable
from actions.signups.worker import Worker

from .conftest import FACTS, START, Office

WEBINAR = "w1"


class Elsewhere:
    """A webinar with a place of its own for everybody; `answer` is what it says of new registrations, `failures` what it does first."""

    def __init__(self, answer: WebinarStatus = "registered") -> None:
        self.answer: WebinarStatus = answer
        self.failures: list[Exception] = []
        self.lost_replies = 0
        self.held: dict[str, Registration] = {}
        self.made: list[str] = []
        self.cancelled: list[str] = []

    def register(self, webinar: str, name: str, email: str) -> Registration:
        self._fail()
        known = self.held.get(email)
        if known is None or known.status == "canceled":
            self.made.append(email)
            self.held[email] = known = Registration(f"r{len(self.made)}", self.answer)
        if self.lost_replies:
            self.lost_replies -= 1
            raise Unavailable("ReadTimeout")
        return known

    def find(self, webinar: str, email: str) -> Registration | None:
        self._fail()
        return self.held.get(email)

    def cancel(self, webinar: str, key: str) -> None:
        self._fail()
        self.cancelled.append(key)
        self.held = {email: Registration(item.key, "canceled") if item.key == key else item for email, item in self.held.items()}

    def _fail(self) -> None:
        if self.failures:
            raise self.failures.pop(0)


class WebinarOffice(Office):
    """The office of which one session is a webinar."""

    def __init__(self, engine: Engine, folder: Path, elsewhere: Elsewhere) -> None:
        super().__init__(engine, folder, SignupRules(mail_folder=folder, capacity=1, webinars={f"boekhouder/{FACTS.key}": WEBINAR}))
        self.elsewhere = elsewhere
        self.worker = Worker(self.store, MailFolder(folder), Sender("bot@x.be", "http://x.be"), elsewhere)

    def settle(self) -> list[str]:
        """Lets every pause pass, passes on what is due, and sends the mails; the kinds that left."""
        for _ in range(3):
            with self.engine.begin() as connection:
                connection.execute(update(messages).values(claimed_until=None))
            while self.worker.deliver_to_webinars():
                pass
        return self.deliver()

    def follow(self) -> list[str]:
        """Lets the hour pass after which an undecided registration is looked at again."""
        with self.engine.begin() as connection:
            connection.execute(update(messages).where(messages.c.kind == "webinar_follow").values(due_at=datetime.now(UTC)))
        return self.settle()

    def results(self, kind: str) -> list[str | None]:
        with self.engine.connect() as connection:
            return list(connection.scalars(select(messages.c.result).where(messages.c.kind == kind).order_by(messages.c.number)))


@pytest.fixture
def elsewhere() -> Elsewhere:
    return Elsewhere()


@pytest.fixture
def office(engine: Engine, tmp_path: Path, elsewhere: Elsewhere) -> WebinarOffice:
    return WebinarOffice(engine, tmp_path / "mail", elsewhere)


def test_nothing_is_confirmed_before_the_webinar_has(office: WebinarOffice) -> None:
    office.sign_up()
    assert office.statuses == ["requested"]
    assert office.deliver() == ["organiser_new"]
    assert office.settle() == ["confirmed"]
    assert office.statuses == ["confirmed"]
    assert "Microsoft Teams" in office.mail("confirmed").get_body(("plain",)).get_content()
    assert office.results("requested") == []
    assert office.results("reminder_day") == [None]


def test_the_webinar_decides_on_places_and_not_our_own_capacity(office: WebinarOffice) -> None:
    for number in range(3):
        office.sign_up(email=f"{number}@example.be")
    office.settle()
    assert office.statuses == ["confirmed"] * 3
    assert not office.store.full("boekhouder", FACTS.key)


@pytest.mark.parametrize(("answer", "status", "mail"), [("waitlisted", "waiting", "waiting"), ("pendingApproval", "requested", "requested")])
def test_waiting_and_approval_are_told_and_followed(
    office: WebinarOffice, elsewhere: Elsewhere, answer: WebinarStatus, status: str, mail: str
) -> None:
    elsewhere.answer = answer
    office.sign_up()
    assert office.settle() == ["organiser_new", mail]
    assert office.statuses == [status]
    assert ("goedkeuren" in office.mail(mail).get_body(("plain",)).get_content()) == (mail == "requested")
    assert office.follow() == []
    elsewhere.held = {email: Registration(item.key, "registered") for email, item in elsewhere.held.items()}
    assert office.follow() == ["moved_up" if status == "waiting" else "confirmed"]
    assert office.statuses == ["confirmed"]
    assert office.results("reminder_day") == [None]


def test_a_refusal_by_the_organiser_is_told(office: WebinarOffice, elsewhere: Elsewhere) -> None:
    elsewhere.answer = "pendingApproval"
    office.sign_up()
    office.settle()
    elsewhere.held = {email: Registration(item.key, "rejectedByOrganizer") for email, item in elsewhere.held.items()}
    assert office.follow() == ["refused"]
    assert office.statuses == ["cancelled"]
    assert "niet aanvaard" in office.mail("refused").get_body(("plain",)).get_content()
    assert elsewhere.cancelled == []


def test_a_lost_reply_registers_nobody_twice(office: WebinarOffice, elsewhere: Elsewhere) -> None:
    elsewhere.lost_replies = 2
    office.sign_up()
    assert office.settle() == ["organiser_new", "confirmed"]
    assert elsewhere.made == ["lien@example.be"]


def test_whoever_asks_to_wait_is_left_alone_that_long(office: WebinarOffice, elsewhere: Elsewhere) -> None:
    elsewhere.failures = [Unavailable("429", pause=timedelta(minutes=7))]
    for number in range(3):
        office.sign_up(email=f"{number}@example.be")
    assert office.worker.deliver_to_webinars() == 3
    assert office.worker.deliver_to_webinars() == 0
    with office.engine.connect() as connection:
        waits = connection.scalars(select(messages.c.claimed_until).where(messages.c.kind == "webinar_register")).all()
    assert min(waits) > datetime.now(UTC) + timedelta(minutes=6)
    assert office.settle().count("confirmed") == 3


def test_a_webinar_that_stays_away_is_told_after_a_while_and_to_the_organiser_at_last(office: WebinarOffice, elsewhere: Elsewhere) -> None:
    elsewhere.failures = [Unavailable("503") for _ in range(99)]
    office.sign_up()
    office.settle()
    with office.engine.begin() as connection:
        connection.execute(update(messages).where(messages.c.kind == "requested").values(due_at=datetime.now(UTC)))
    assert office.settle() == ["requested"]
    assert "nog niet bevestigd" in office.mail("requested").get_body(("plain",)).get_content()
    with office.engine.begin() as connection:
        connection.execute(update(messages).where(messages.c.kind == "webinar_register").values(due_at=datetime.now(UTC) - timedelta(days=6)))
    assert office.settle() == ["organiser_webinar_failed"]
    assert "Lien Maes" in office.mail("organiser_webinar_failed").get_body(("plain",)).get_content()


def test_what_the_webinar_refuses_goes_to_the_organiser_and_holds_up_nobody(office: WebinarOffice, elsewhere: Elsewhere) -> None:
    elsewhere.failures = [Refused("400")]
    office.sign_up()
    office.sign_up(email="b@example.be")
    assert set(office.settle()) == {"organiser_new", "organiser_webinar_failed", "confirmed"}
    assert office.statuses == ["requested", "confirmed"]


def test_a_cancellation_is_mirrored(office: WebinarOffice, elsewhere: Elsewhere) -> None:
    number = office.sign_up()
    office.settle()
    office.store.cancel(number)
    office.settle()
    assert elsewhere.cancelled == ["r1"]


def test_cancelled_while_the_reply_was_lost(office: WebinarOffice, elsewhere: Elsewhere) -> None:
    elsewhere.lost_replies = 1
    number = office.sign_up()
    office.worker.deliver_to_webinars()
    office.store.cancel(number)
    assert "confirmed" not in office.settle()
    assert elsewhere.cancelled == ["r1"]
    assert office.results("webinar_register") == ["dropped"]


def test_cancelled_before_it_was_passed_on(office: WebinarOffice, elsewhere: Elsewhere) -> None:
    office.store.cancel(office.sign_up())
    office.settle()
    assert (elsewhere.made, elsewhere.cancelled) == ([], [])


def test_signing_up_again_before_the_cancellation_left(office: WebinarOffice, elsewhere: Elsewhere) -> None:
    number = office.sign_up()
    office.settle()
    office.store.cancel(number)
    office.sign_up()
    office.settle()
    assert office.statuses == ["confirmed"]
    assert elsewhere.held["lien@example.be"].status == "registered"


def test_erasing_reaches_the_webinar_and_leaves_no_address_behind(office: WebinarOffice, elsewhere: Elsewhere) -> None:
    elsewhere.lost_replies = 1
    office.sign_up()
    office.worker.deliver_to_webinars()
    office.store.erase("conversation-1")
    office.settle()
    assert elsewhere.cancelled == ["r1"]
    with office.engine.connect() as connection:
        rows = [row for table in (sessions, signups, messages) for row in connection.execute(select(table)).all()]
    assert "lien" not in str(rows)


def test_another_address_takes_the_place_over(office: WebinarOffice, elsewhere: Elsewhere) -> None:
    number = office.sign_up()
    office.settle()
    office.store.change(number, name="Lien Maes", email="l@example.be")
    assert office.settle() == ["changed", "organiser_changed", "confirmed"]
    assert (elsewhere.made, elsewhere.cancelled) == (["lien@example.be", "l@example.be"], ["r1"])
    office.store.change(number, name="Lien De Maes", email="l@example.be")
    office.settle()
    assert len(elsewhere.made) == 2


def test_a_webinar_of_two_vacancies_keeps_who_still_comes_for_the_other(engine: Engine, tmp_path: Path, elsewhere: Elsewhere) -> None:
    office = WebinarOffice(engine, tmp_path / "mail", elsewhere)
    office.store.rules = SignupRules(webinars={f"{name}/{FACTS.key}": WEBINAR for name in ("boekhouder", "tuinier")})
    first = office.sign_up()
    second = office.sign_up(facts=replace(FACTS, bundle="tuinier"))
    office.settle()
    assert elsewhere.made == ["lien@example.be"]
    office.store.cancel(first)
    office.settle()
    assert elsewhere.cancelled == []
    office.store.cancel(second)
    office.settle()
    assert elsewhere.cancelled == ["r1"]


def test_a_session_that_is_over_is_not_passed_on(office: WebinarOffice, elsewhere: Elsewhere) -> None:
    office.sign_up()
    with office.engine.begin() as connection:
        connection.execute(update(sessions).values(starts_at=START - timedelta(days=60)))
    office.settle()
    assert elsewhere.made == []


def test_by_default_nobody_else_is_asked(engine: Engine, tmp_path: Path) -> None:
    office = Office(engine, tmp_path / "mail")
    office.sign_up()
    assert office.worker.deliver_to_webinars() == 0
    assert office.statuses == ["confirmed"]
    assert LocalRegistrar().register("w", "Lien Maes", "lien@example.be").status == "registered"
