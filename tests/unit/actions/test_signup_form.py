"""Signing up by a form, as in Teams: what a form sends is checked again, stored once, and the conversation goes on from there."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import StaticPool

from actions.channel import respond_in
from actions.signups.store import SignupRules
from actions.turn import Segment, State, Turn

from .signup_chat import BY_FORM, CLOSED, ON_TEAMS, PAST, TOWN_HALL, Chat

DAY, NOON = "2026-12-01T19:00", "2026-12-03T12:30"
GOOD = {"session": DAY, "name": "An Peeters", "email": "An.Peeters@example.be", "consent": "true"}


class Forms(Chat):
    """A conversation in a channel that shows forms."""

    def turn(self, text: str, intent: str, capability: str, **channel: Any) -> dict[str, Any]:
        turn = Turn(text, (Segment(text, intent, 0.9),), self.conversation, self.page, self.state, channel={"forms": True, **channel})
        self.last = respond_in(turn, self.services, capability)
        if self.last.state is not None:
            self.state = State.from_json(self.last.state)
        return self.last.form or {}

    def asks(self, text: str = "Schrijf me in") -> dict[str, Any]:
        return self.turn(text, "signup_infosession", "signup")

    def sends(self, action: str = "signup", **given: str) -> dict[str, Any]:
        return self.turn("Schrijf me in", "signup_infosession", "signup", card={"action": action, "vacancy": "boekhouder", **given})

    @property
    def text(self) -> str:
        return "\n".join(reply.text for reply in self.last.replies)


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys=ON"))
    yield engine
    engine.dispose()


@pytest.fixture
def forms(engine: Engine) -> Callable[..., Forms]:
    return lambda *sessions, **options: Forms(engine, *(sessions or (TOWN_HALL, ON_TEAMS)), **options)


def test_a_sign_up_that_is_asked_for_brings_the_form(forms: Callable[..., Forms]) -> None:
    form = forms().asks()
    assert form["status"] == "open"
    assert [session["key"] for session in form["sessions"]] == [DAY, NOON]
    assert (form["title"], form["employer"], form["vacancy"]) == ("Boekhouder", "stad Doornwal", "boekhouder")


def test_sessions_that_are_not_taken_here_are_not_offered(forms: Callable[..., Forms]) -> None:
    assert [session["key"] for session in forms(TOWN_HALL, BY_FORM, PAST).asks()["sessions"]] == [DAY]
    assert forms(BY_FORM).asks() == {}


def test_what_was_told_already_stands_in_the_form(forms: Callable[..., Forms]) -> None:
    chat = forms(TOWN_HALL)
    chat.asks()
    form = chat.turn("An Peeters, an@example.be", "inform", "eligibility")
    assert (form["session"], form["name"], form["email"]) == (DAY, "An Peeters", "an@example.be")


def test_a_web_chat_gets_no_form(forms: Callable[..., Forms]) -> None:
    chat = forms()
    assert chat.turn("Schrijf me in", "signup_infosession", "signup", forms=False) == {}


def test_a_good_form_is_stored_and_confirmed(forms: Callable[..., Forms]) -> None:
    chat = forms()
    chat.asks()
    form = chat.sends(**GOOD)
    assert chat.stored == [("An Peeters", "an.peeters@example.be", "confirmed")]
    assert (form["status"], form["reference"]) == ("confirmed", chat.store.all()[0].reference)
    assert form["reference"] in chat.text
    # The conversation knows it: a correction in words changes the same sign-up.
    assert "Aangepast" in chat.says("mijn e-mailadres is an@voorbeeld.be", "inform")


def test_a_form_sent_twice_signs_up_once(forms: Callable[..., Forms]) -> None:
    chat = forms()
    chat.asks()
    first, second = chat.sends(**GOOD), chat.sends(**GOOD)
    assert len(chat.stored) == 1
    assert (second["status"], second["reference"]) == (first["status"], first["reference"])


def test_an_old_form_works_in_the_middle_of_something_else(forms: Callable[..., Forms]) -> None:
    chat = forms()
    chat.asks()
    chat.says("stop", "stop")
    assert chat.sends(**GOOD)["status"] == "confirmed"


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"session": ""}, {"session"}),
        ({"session": "2026-12-09T19:00"}, {"session"}),
        ({"name": ""}, {"name"}),
        ({"name": "A"}, {"name"}),
        ({"name": "12 34"}, {"name"}),
        ({"name": "a" * 81}, {"name"}),
        ({"name": "\x00\x01"}, {"name"}),
        ({"email": ""}, {"email"}),
        ({"email": "an@"}, {"email"}),
        ({"email": "an peeters@example.be"}, {"email"}),
        ({"email": "an@gmial.com"}, {"email"}),
        ({"consent": "false"}, {"consent"}),
        ({"consent": "misschien"}, {"consent"}),
        ({"name": "", "email": "an@", "consent": ""}, {"name", "email", "consent"}),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_is_mended(forms: Callable[..., Forms], changes: dict[str, str], fields: set[str]) -> None:
    chat = forms()
    chat.asks()
    form = chat.sends(**(GOOD | changes))
    assert set(form["errors"]) == fields
    assert (form["status"], chat.stored) == ("open", [])
    assert all(form["errors"].values())
    if "email" in fields:
        assert form["email"] == changes["email"]
    assert chat.sends(**GOOD)["status"] == "confirmed"
    assert len(chat.stored) == 1


def test_fields_that_are_missing_altogether(forms: Callable[..., Forms]) -> None:
    chat = forms()
    assert set(chat.sends()["errors"]) == {"session", "name", "email", "consent"}
    assert chat.stored == []


def test_a_doubted_address_is_taken_the_second_time(forms: Callable[..., Forms]) -> None:
    chat = forms()
    assert "gmail.com" in chat.sends(**GOOD | {"email": "an@gmial.com"})["errors"]["email"]
    assert chat.sends(**GOOD | {"email": "an@gmial.com"})["status"] == "confirmed"


def test_after_an_error_the_conversation_asks_for_that_part(forms: Callable[..., Forms]) -> None:
    chat = forms()
    chat.sends(**GOOD | {"email": "an@"})
    form = chat.turn("an@example.be", "inform", "eligibility")
    assert (form["name"], form["email"], form["session"]) == ("An Peeters", "an@example.be", DAY)


@pytest.mark.parametrize("session", [PAST, CLOSED], ids=["past", "closed"])
def test_too_late_is_too_late(forms: Callable[..., Forms], session: Any) -> None:
    chat = forms(session)
    form = chat.sends(**GOOD | {"session": session.start.iso()})
    assert (form["status"], form["reference"], chat.stored) == ("gone", None, [])
    assert "voorbij" in chat.text


def test_a_session_with_a_form_of_its_own_is_not_taken(forms: Callable[..., Forms]) -> None:
    chat = forms(TOWN_HALL, BY_FORM)
    assert set(chat.sends(**GOOD | {"session": BY_FORM.start.iso()})["errors"]) == {"session"}


def test_a_full_session_says_so_before_and_after(forms: Callable[..., Forms]) -> None:
    chat = forms(TOWN_HALL, rules=SignupRules(capacity=0))
    assert chat.asks()["sessions"][0]["full"] is True
    assert chat.sends(**GOOD)["status"] == "waiting"


def test_a_store_that_fails_leaves_the_form(forms: Callable[..., Forms], monkeypatch: pytest.MonkeyPatch) -> None:
    chat = forms()

    def fails(*_: object, **__: object) -> None:
        raise OperationalError("insert", {}, Exception("disk full"))

    with monkeypatch.context() as broken:
        broken.setattr(chat.store, "register", fails)
        form = chat.sends(**GOOD)
    assert (form["status"], form["name"], form["email"]) == ("open", "An Peeters", "an.peeters@example.be")
    assert "niets bewaard" in form["errors"][""]
    assert chat.sends(**GOOD)["status"] == "confirmed"


def test_cancelling_by_the_card(forms: Callable[..., Forms]) -> None:
    chat = forms()
    reference = chat.sends(**GOOD)["reference"]
    assert chat.sends("signup_cancel", reference=reference)["status"] == "cancelled"
    assert [status for _, _, status in chat.stored] == ["cancelled"]
    assert chat.sends("signup_cancel", reference=reference)["status"] == "cancelled"
    assert "al geannuleerd" in chat.text


def test_nobody_cancels_for_another(forms: Callable[..., Forms]) -> None:
    chat = forms()
    reference = chat.sends(**GOOD)["reference"]
    forms(conversation="conversation-000009").sends("signup_cancel", reference=reference)
    assert [status for _, _, status in chat.stored] == ["confirmed"]


def test_not_signing_up_ends_it(forms: Callable[..., Forms]) -> None:
    chat = forms()
    chat.asks()
    assert chat.sends("signup_stop")["status"] == "gone"
    assert (chat.stored, chat.state.exchange) == ([], None)


def test_a_vacancy_that_is_gone(forms: Callable[..., Forms]) -> None:
    chat = forms()
    assert chat.turn("Schrijf me in", "signup_infosession", "signup", card={"action": "signup", "vacancy": "weg", **GOOD}) == {}
    assert "niet ingeschreven" in chat.text
