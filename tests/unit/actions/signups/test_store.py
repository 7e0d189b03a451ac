from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import Engine, select, text, update

from actions.signups.store import AlreadySignedUp, SignupRules, Signups
from actions.signups.tables import messages, sessions, signups

from .conftest import FACTS, Office


def test_signing_up_twice_makes_one_sign_up(office: Office) -> None:
    first, new = office.store.register(FACTS, name="Lien Maes", email="lien@example.be", conversation="a")
    second, again = office.store.register(FACTS, name="Lien M.", email="lien@example.be", conversation="b")
    assert (new, again) == (True, False)
    assert first == second
    assert first.reference.startswith("I-")


def test_a_cancelled_sign_up_can_be_made_again(office: Office) -> None:
    number = office.sign_up()
    assert office.store.cancel(number)
    assert not office.store.cancel(number)
    assert office.store.of_conversation("conversation-1") == []
    assert office.sign_up() == number
    assert office.statuses == ["confirmed"]


def test_changing_name_and_address(office: Office) -> None:
    number = office.sign_up()
    changed = office.store.change(number, name="Lien De Maes", email="l@example.be")
    assert (changed.name, changed.email) == ("Lien De Maes", "l@example.be")
    other = office.sign_up(email="o@example.be")
    with pytest.raises(AlreadySignedUp):
        office.store.change(other, name="O", email="l@example.be")
    with pytest.raises(KeyError):
        office.store.change(999, name="O", email="l@example.be")


def test_the_waiting_list_moves_up_in_order(engine: Engine, tmp_path: Path) -> None:
    office = Office(engine, tmp_path, SignupRules(capacity=1))
    numbers = [office.sign_up(email=f"{n}@example.be") for n in range(3)]
    assert office.statuses == ["confirmed", "waiting", "waiting"]
    assert office.store.full("boekhouder", FACTS.key)
    office.store.cancel(numbers[0])
    assert office.statuses == ["cancelled", "confirmed", "waiting"]


def test_fifty_at_once_for_the_last_ten_places(engine: Engine) -> None:
    store = Signups(engine, SignupRules(capacity=10))
    problems: list[Exception] = []

    def one(number: int) -> None:
        try:
            store.register(FACTS, name="Kandidaat", email=f"k{number}@example.be", conversation=f"c{number}")
        except Exception as error:
            problems.append(error)

    threads = [Thread(target=one, args=(number,)) for number in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    statuses = [item.status for item in store.all()]
    assert (statuses.count("confirmed"), statuses.count("waiting")) == (10, 40)


def test_the_same_person_fifty_times_at_once(engine: Engine) -> None:
    store = Signups(engine)
    threads = [
        Thread(target=store.register, args=(FACTS,), kwargs={"name": "Lien", "email": "lien@example.be", "conversation": f"c{n}"}) for n in range(50)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.all()) == 1
    with engine.connect() as connection:
        assert len(connection.execute(select(messages).where(messages.c.kind == "confirmed")).all()) == 1


def test_nothing_is_half_stored_when_the_messages_fail(office: Office, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TRIGGER full_disk BEFORE INSERT ON infosession_messages BEGIN SELECT RAISE(ABORT, 'disk full'); END"))
    with pytest.raises(Exception, match="disk full"):
        office.sign_up()
    assert office.store.all() == []


def test_a_link_opens_only_its_own_sign_up(office: Office) -> None:
    office.sign_up()
    other = office.sign_up(email="o@example.be")
    mine, theirs = office.store.all()
    assert office.store.find(mine.token) == mine
    assert len(mine.token) > 40
    for wrong in (
        "",
        "x",
        mine.reference,
        mine.reference + ".",
        mine.token[:-1],
        mine.token + "x",
        f"{mine.reference}.{theirs.token.partition('.')[2]}",
        "é.é",
    ):
        assert office.store.find(wrong) is None
    office.store.forget(other)
    assert office.store.find(theirs.token) is None


def age(engine: Engine, days: int, *, changed: int | None = None) -> None:
    """Moves the session `days` back, and the sign-ups' last change `changed` days."""
    with engine.begin() as connection:
        connection.execute(update(sessions).values(starts_at=datetime.now(UTC) - timedelta(days=days)))
        connection.execute(update(signups).values(changed_at=datetime.now(UTC) - timedelta(days=days if changed is None else changed)))


def test_sign_ups_are_purged_after_their_time_with_mails_and_sessions(office: Office, engine: Engine) -> None:
    office.sign_up()
    office.deliver()
    assert list(office.folder.glob("*.eml"))
    token = office.store.all()[0].token
    age(engine, 29)
    assert office.store.purge() == 0
    assert office.store.find(token)
    age(engine, 31)
    assert office.store.find(token) is None
    assert office.store.purge() == 1
    assert not list(office.folder.glob("*.eml"))
    with engine.connect() as connection:
        assert [len(connection.execute(select(table)).all()) for table in (sessions, signups, messages)] == [0, 0, 0]


def test_a_fresh_sign_up_for_a_session_that_is_past_by_the_real_clock_is_kept(office: Office, engine: Engine) -> None:
    office.sign_up()
    age(engine, 100, changed=0)
    assert office.store.purge() == 0


def test_erasing_a_conversation_reaches_everything(office: Office, engine: Engine) -> None:
    office.sign_up()
    office.sign_up(email="other@example.be", conversation="conversation-2")
    office.deliver()
    assert office.store.erase("conversation-1") == 1
    assert office.store.erase("conversation-1") == 0
    assert [item.email for item in office.store.all()] == ["other@example.be"]
    assert office.deliver() == ["organiser_erased"]
    stored = b"".join(path.read_bytes() for path in [*office.folder.glob("*"), *office.folder.parent.glob("service.db")])
    with engine.connect() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
        rows = [row for table in (sessions, signups, messages) for row in connection.execute(select(table)).all()]
    assert "lien@example.be" not in str(rows)
    assert b"lien@example.be" not in b"".join(path.read_bytes() for path in office.folder.glob("*"))
    assert b"other@example.be" in stored


def test_two_bundles_may_have_a_session_at_the_same_moment(office: Office) -> None:
    office.sign_up()
    office.sign_up(facts=replace(FACTS, bundle="tuinier"))
    assert [item.bundle for item in office.store.all()] == ["boekhouder", "tuinier"]
