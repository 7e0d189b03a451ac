from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from actions.signups.changes import follow_bundles
from actions.signups.session import session_facts
from actions.signups.tables import messages
from knowledge.catalog import Bundle, Snapshot
from knowledge.document import DocumentBuilder
from knowledge.model import Fact, Infosession, Moment, Vacancy

from .conftest import START, Office

SESSION = Infosession(Moment(START.date(), START.time()), "onsite", "stadhuis", "email", "info@doornwal.example.be")


def published(sessions: Iterable[Infosession], bundle: str = "boekhouder") -> Snapshot:
    builder = DocumentBuilder()
    builder.add("paragraph", "Infosessie")
    document = builder.build(id=bundle, name="b.txt", format="text", sha256="x")
    vacancy = Vacancy(bundle, bundle, True, title=Fact("Boekhouder", ()), infosessions=tuple(Fact(session, ()) for session in sessions))
    return Snapshot.of([Bundle(document, (vacancy,))])


@pytest.fixture
def signed_up(office: Office) -> Office:
    snapshot = published([SESSION])
    office.sign_up(facts=session_facts(snapshot, snapshot.vacancies["boekhouder"], SESSION))
    office.deliver()
    return office


def later(days: int) -> Moment:
    return Moment(START.date() + timedelta(days=days), START.time())


@pytest.mark.parametrize(
    ("sessions", "told"),
    [
        ([SESSION], []),
        ([replace(SESSION, place="bibliotheek")], ["session_changed"]),
        ([replace(SESSION, start=later(2), status="moved")], ["session_changed"]),
        ([replace(SESSION, status="cancelled")], ["session_cancelled"]),
        ([replace(SESSION, signup_address="other@doornwal.example.be")], []),
        ([], []),
        ([replace(SESSION, start=later(2)), replace(SESSION, start=later(5))], []),
        ([SESSION, replace(SESSION, start=later(5))], []),
    ],
)
def test_changes_are_told_once(signed_up: Office, sessions: list[Infosession], told: list[str]) -> None:
    for _ in range(2):
        follow_bundles(signed_up.store, published(sessions))
    assert signed_up.deliver() == told
    assert signed_up.statuses == ["confirmed"]


def test_a_bundle_that_is_gone_cancels_nothing(signed_up: Office) -> None:
    follow_bundles(signed_up.store, published([SESSION], bundle="tuinier"))
    assert signed_up.deliver() == []


def test_a_moved_session_takes_its_reminders_along(signed_up: Office) -> None:
    follow_bundles(signed_up.store, published([replace(SESSION, start=later(2))]))
    with signed_up.engine.connect() as connection:
        due = list(connection.scalars(select(messages.c.due_at).where(messages.c.kind == "reminder_hour")))
    assert due == [START + timedelta(days=2) - timedelta(hours=1)]
    assert signed_up.store.all()[0].session == later(2).iso()
