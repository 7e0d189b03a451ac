from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from icalendar import Calendar
from sqlalchemy import Engine, select, update

from actions.signups.store import SignupRules
from actions.signups.tables import messages, sessions
from actions.signups.transport import Connection, Refused, Unavailable
from actions.signups.worker import Worker

from .conftest import FACTS, START, Office


def kinds(engine: Engine, result: str | None) -> list[str]:
    with engine.connect() as connection:
        return list(connection.scalars(select(messages.c.kind).where(messages.c.result == result).order_by(messages.c.number)))


def test_a_sign_up_is_confirmed_to_the_candidate_and_told_to_the_organiser(office: Office) -> None:
    office.sign_up()
    assert office.deliver() == ["confirmed", "organiser_new"]
    confirmation, notice = office.mail("confirmed"), office.mail("organiser_new")
    assert (confirmation["To"], notice["To"]) == ("lien@example.be", "info@doornwal.example.be")
    assert (confirmation["Reply-To"], notice["Reply-To"]) == ("info@doornwal.example.be", "lien@example.be")
    assert "Lien Maes" in notice.get_body(("plain",)).get_content()
    token = office.store.all()[0].token
    for part in ("plain", "html"):
        text = confirmation.get_body((part,)).get_content()
        assert f"https://jobs.doornwal.example.be/signups/{token}" in text
        assert "dinsdag 1 december 2026 om 19 uur, stadhuis" in text
    assert office.deliver() == []


def test_the_calendar_file_keeps_its_uid_and_counts_its_changes(office: Office) -> None:
    number = office.sign_up()
    office.deliver()
    office.store.change(number, name="Lien Maes", email="l@example.be")
    office.deliver()
    office.store.cancel(number)
    office.deliver()
    events = []
    for kind in ("confirmed", "changed", "cancelled"):
        file = next(part for part in office.mail(kind).walk() if part.get_content_type() == "text/calendar")
        calendar = Calendar.from_ical(file.get_payload(decode=True))
        assert file.get_param("method") == calendar["METHOD"]
        assert list(calendar.walk("VTIMEZONE"))
        events.append((calendar["METHOD"], calendar.walk("VEVENT")[0]))
    assert [method for method, _ in events] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert len({str(event["UID"]) for _, event in events}) == 1
    assert [event["SEQUENCE"] for _, event in events] == [0, 1, 2]
    event = events[0][1]
    assert event.decoded("DTSTART") == START
    assert event["DTSTART"].params["TZID"] == "Europe/Brussels"
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(minutes=90)


def test_only_who_has_a_place_gets_the_link_to_join(engine: Engine, tmp_path: Path) -> None:
    office = Office(engine, tmp_path / "mail", SignupRules(capacity=1))
    facts = replace(FACTS, link="https://teams.microsoft.com/l/1")
    first = office.sign_up(facts=facts)
    office.sign_up(facts=facts, email="b@example.be")
    office.deliver()
    for part in ("plain", "html"):
        assert facts.link in office.mail("confirmed").get_body((part,)).get_content()
        assert facts.link not in office.mail("waiting").get_body((part,)).get_content()
    file = next(part for part in office.mail("confirmed").walk() if part.get_content_type() == "text/calendar")
    assert str(Calendar.from_ical(file.get_payload(decode=True)).walk("VEVENT")[0]["URL"]) == facts.link
    assert not [part for part in office.mail("waiting").walk() if part.get_content_type() == "text/calendar"]
    office.store.cancel(first)
    office.deliver()
    assert facts.link in office.mail("moved_up").get_body(("plain",)).get_content()


def test_names_are_no_markup_and_titles_no_headers(engine: Engine, office: Office) -> None:
    facts = replace(FACTS, title="Boekhouder\nBcc: x@example.be", text="<b>vet</b> & zo")
    office.sign_up(name="<script>alert(1)</script>", facts=facts)
    office.deliver()
    html = office.mail("confirmed").get_body(("html",)).get_content()
    assert "<script>" not in html
    assert "&lt;b&gt;vet&lt;/b&gt; &amp; zo" in html
    notice = office.mail("organiser_new")
    assert notice["Bcc"] is None


def due(engine: Engine, kind: str) -> None:
    """Lets the time come for messages of a kind."""
    with engine.begin() as connection:
        connection.execute(update(messages).where(messages.c.kind == kind).values(due_at=datetime.now(UTC) - timedelta(minutes=1)))


def test_reminders_leave_a_day_and_an_hour_before(office: Office, engine: Engine) -> None:
    office.sign_up()
    office.deliver()
    with engine.connect() as connection:
        rows = {row.kind: row.due_at for row in connection.execute(select(messages)).all()}
    assert rows["reminder_day"] == START - timedelta(hours=24)
    assert rows["reminder_hour"] == START - timedelta(hours=1)
    due(engine, "reminder_day")
    assert office.deliver() == ["reminder_day"]


@pytest.mark.parametrize("what", ["cancelled", "past"])
def test_no_reminder_of_what_was_cancelled_or_is_over(office: Office, engine: Engine, what: str) -> None:
    number = office.sign_up()
    office.deliver()
    if what == "cancelled":
        office.store.cancel(number)
        office.deliver()
    else:
        with engine.begin() as connection:
            connection.execute(update(sessions).values(starts_at=datetime.now(UTC) - timedelta(minutes=1)))
    due(engine, "reminder_hour")
    assert office.deliver() == []


def test_a_confirmation_that_is_no_longer_true_stays_home(office: Office, engine: Engine) -> None:
    office.store.cancel(office.sign_up())
    assert office.deliver() == ["organiser_new", "cancelled", "organiser_cancelled"]
    assert "confirmed" in kinds(engine, "dropped")


def test_moving_up_is_told(engine: Engine, office: Office) -> None:
    full = Office(engine, office.folder, SignupRules(capacity=1))
    first = full.sign_up(email="a@example.be")
    full.sign_up(email="b@example.be")
    assert full.deliver() == ["confirmed", "organiser_new", "waiting", "organiser_new"]
    full.store.cancel(first)
    assert full.deliver() == ["cancelled", "organiser_cancelled", "moved_up", "organiser_moved_up"]
    assert full.mail("moved_up")["To"] == "b@example.be"


class Broken:
    """A mail server that fails as told, and remembers what it took."""

    def __init__(self, *failures: Exception | None) -> None:
        self.failures, self.taken = list(failures), []

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        yield self

    def send(self, mail: EmailMessage, name: str) -> None:
        failure = self.failures.pop(0) if self.failures else None
        if failure:
            raise failure
        self.taken.append(mail)


def again(engine: Engine) -> None:
    """Lets every pause pass."""
    with engine.begin() as connection:
        connection.execute(update(messages).values(claimed_until=None))


def test_what_fails_is_tried_again_later_with_the_same_message_id(office: Office, engine: Engine) -> None:
    office.sign_up()
    server = Broken(Unavailable("451"))
    worker = Worker(office.store, server, office.worker._sender)
    assert worker.deliver() == 2
    assert server.taken == []
    assert worker.deliver() == 0
    again(engine)
    worker.deliver()
    assert len(server.taken) == 2
    with engine.connect() as connection:
        ids = set(connection.scalars(select(messages.c.message_id).where(messages.c.result == "sent")))
    assert {mail["Message-ID"] for mail in server.taken} == ids


def test_pauses_grow(office: Office, engine: Engine) -> None:
    office.sign_up()
    worker = Worker(office.store, Broken(*[Unavailable("down")] * 20), office.worker._sender)
    pauses = []
    for _ in range(4):
        worker.deliver()
        with engine.connect() as connection:
            row = connection.execute(select(messages).where(messages.c.kind == "confirmed")).one()
        pauses.append((row.claimed_until - datetime.now(UTC)).total_seconds())
        again(engine)
    assert [round(pause / 5) for pause in pauses] == [1, 2, 4, 8]


def test_an_address_that_is_refused_holds_up_nobody(office: Office, engine: Engine) -> None:
    office.sign_up()
    server = Broken(Refused("550"))
    Worker(office.store, server, office.worker._sender).deliver()
    assert len(server.taken) == 1
    assert kinds(engine, "failed") == ["confirmed"]


def test_an_address_that_is_busy_holds_up_nobody(office: Office, engine: Engine) -> None:
    office.sign_up()
    server = Broken(Unavailable("450", whole=False))
    Worker(office.store, server, office.worker._sender).deliver()
    assert len(server.taken) == 1


def test_after_days_a_mail_is_given_up(office: Office, engine: Engine) -> None:
    office.sign_up()
    with engine.begin() as connection:
        connection.execute(update(messages).values(due_at=datetime.now(UTC) - timedelta(days=6)))
    Worker(office.store, Broken(*[Unavailable("down")] * 9), office.worker._sender).deliver()
    assert "confirmed" in kinds(engine, "failed")


def test_two_workers_never_take_the_same_message(office: Office) -> None:
    for number in range(10):
        office.sign_up(email=f"{number}@example.be")
    first, second = office.worker._outbox.claim(12), office.worker._outbox.claim(50)
    assert len(first) == 12
    assert not {message.number for message in first} & {message.number for message in second}


def test_logs_name_no_candidate(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    office.sign_up()
    with caplog.at_level("DEBUG"):
        Worker(office.store, Broken(Refused("550"), Unavailable("451")), office.worker._sender).deliver()
    assert caplog.text
    assert "lien@example.be" not in caplog.text
    assert "Lien" not in caplog.text
