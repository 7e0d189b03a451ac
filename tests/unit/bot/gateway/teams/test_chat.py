"""Conversations in Teams: texts, cards, buttons, greeting, groups, and what happens when it takes long."""

import json
import time
import uuid
from functools import cache
from typing import Any

import fastjsonschema
import httpx
import pytest
from starlette.testclient import TestClient

from bot.gateway.schemas import SignupForm
from bot.teams import route
from bot.teams.signup_card import form_card, outcome_card
from knowledge.settings import PROJECT_ROOT

CITATION = {
    "vacancy": "balie",
    "title": "onthaalmedewerker",
    "section": "Hoe solliciteren",
    "page": 2,
    "quote": "Solliciteer *uiterlijk* [1 december](https://evil.example).",
    "url": "/vacancies/balie#p22",
}
SESSIONS = [{"key": "2026-12-01T19:00", "text": "dinsdag 1 december 2026 om 19 uur", "full": False}]
FORM = {"vacancy": "balie", "title": "Onthaalmedewerker", "employer": "stad Testegem", "sessions": SESSIONS, "status": "open"}


def turn(text: str = "Dat kan tot 1 december.", kind: str = "answer", **changes: Any) -> Any:
    reply = {"id": uuid.uuid4().hex, "kind": kind, "text": text, "buttons": changes.pop("buttons", []), "citations": changes.pop("citations", [])}
    made = {"replies": [reply], "outcome": "answered", "verdict": None} | changes
    return lambda _: httpx.Response(200, json={"messages": [made]})


SCHEMA = PROJECT_ROOT / "tests" / "data" / "teams" / "adaptive-card-1.5.schema.json"


@cache
def _check() -> Any:
    return fastjsonschema.compile(json.loads(SCHEMA.read_text(encoding="utf-8")), use_default=False)


def valid(card: dict[str, Any]) -> bool:
    """Against the published schema of Adaptive Cards 1.5, which knows no other property."""
    _check()(card)
    return (card["type"], card["version"], card["lang"]) == ("AdaptiveCard", "1.5", "nl-BE")


def actions(card: dict[str, Any]) -> list[dict[str, Any]]:
    sets = [element["actions"] for element in card["body"] if element["type"] == "ActionSet"]
    return [*card.get("actions", []), *(action for group in sets for action in group)]


def test_first_turn_begins_with_the_notice_and_typing_comes_before(chat: Any, office: Any) -> None:
    chat().say()
    assert [body["type"] for _, _, body in office.sent] == ["typing", "message", "message"]
    assert "geen mens" in office.texts()[0]
    assert office.texts()[1] == "Dat kan tot 1 december."
    assert {body["textFormat"] for body in office.messages()} == {"plain"}


def test_conversations_are_kept_apart_by_person_and_chat(chat: Any, rasa: Any) -> None:
    for person in ({}, {"id": "a:gesprek-2"}, {"user": "29:bart"}, {"id": "a:gesprek-2", "user": "29:bart"}):
        chat(**person).say()
        chat(**person).say()
    senders = [turn["sender"] for turn in rasa.received]
    assert len(set(senders)) == 4
    assert senders[0::2] == senders[1::2]


def test_conversation_cannot_be_reached_through_the_http_interface(chat: Any, teams: TestClient, rasa: Any) -> None:
    chat().say()
    key = rasa.received[0]["sender"]
    for guess in (key, "a-gesprek-1-29-an"):
        teams.post("/api/chat", json={"conversation_id": guess, "message": "hallo"})
    assert [turn["sender"] for turn in rasa.received].count(key) == 1


@pytest.mark.parametrize(
    ("text", "received"),
    [
        ("<at>Vacaturebot</at> Tot wanneer?", "Tot wanneer?"),
        ("Tot\xa0wanneer?\n", "Tot wanneer?"),
        ("/restart", "restart"),
        ("mijn nummer is 85.07.30-033.28", "mijn nummer is [rijksregisternummer]"),
    ],
)
def test_what_rasa_gets(chat: Any, rasa: Any, text: str, received: str) -> None:
    mention = {"type": "mention", "text": "<at>Vacaturebot</at>", "mentioned": {"id": "28:bot", "name": "Vacaturebot"}}
    chat().say(text, entities=[mention])
    assert rasa.received[0]["message"] == received


@pytest.mark.parametrize(("text", "said"), [("", "alleen tekst"), ("a" * 2001, "2000 tekens"), (None, "alleen tekst"), ("\x00\x01", "leeg")])
def test_what_cannot_be_answered_is_told(chat: Any, office: Any, rasa: Any, text: str | None, said: str) -> None:
    chat().say(text)
    assert said in office.texts()[-1]
    assert rasa.received == []


def test_answer_with_a_source_is_a_card(chat: Any, office: Any, rasa: Any) -> None:
    rasa.answer = turn(citations=[CITATION])
    chat().say()
    (card,) = office.cards()
    assert valid(card)
    toggle, link = actions(card)
    assert link["url"] == "https://jobs.testegem.example.be/vacancies/balie#p22"
    hidden = next(element for element in card["body"] if element.get("id") == toggle["targetElements"][0])
    assert not hidden["isVisible"]
    # Words of a bundle stand in text runs: neither emphasis nor a link comes of them.
    assert "“Solliciteer *uiterlijk* [1 december](https://evil.example).”" in office.texts()[-1]
    assert all("evil" not in str(element) for element in card["body"] if element["type"] == "TextBlock")


def test_buttons_say_their_payload(chat: Any, office: Any, rasa: Any) -> None:
    rasa.answer = turn(
        "Welke vacature?",
        "question",
        buttons=[{"title": "Balie", "payload": "balie, Testegem"}, {"title": "Een lange titel van een vacature", "payload": "x"}],
    )
    chat().say()
    (card,) = office.cards()
    assert valid(card)
    data = actions(card)[0]["data"]
    assert data["msteams"] == {"type": "messageBack", "text": "balie, Testegem", "displayText": "Balie"}
    rasa.answer = turn()
    # As Teams sends it, and as a client does that only knows Action.Submit.
    chat().say("balie, Testegem", value={key: value for key, value in data.items() if key != "msteams"})
    chat().say(None, value=data)
    assert [turn["message"] for turn in rasa.received[1:]] == ["balie, Testegem"] * 2


def test_outcome_on_a_diploma_is_a_card_without_a_colour_that_judges(chat: Any, office: Any, rasa: Any) -> None:
    shown = []
    for verdict in ("eligible", "not_eligible", "uncertain"):
        rasa.answer = turn("De uitkomst.", verdict=verdict, private=True, citations=[CITATION])
        chat().say()
        shown.append(office.cards()[-1])
    assert valid(shown[0])
    assert "Jouw diploma" in office.texts()[-1]
    assert shown[0] == shown[1] == shown[2]


def test_unavailable_is_told_with_its_contact(chat: Any, office: Any, rasa: Any) -> None:
    rasa.answer = lambda _: httpx.Response(500)
    chat().say()
    assert office.texts()[-1].startswith("Sorry")


def installed(person: Any, **changes: Any) -> dict[str, Any]:
    return person.activity(type="installationUpdate", action="add", text=None, **changes)


def came(person: Any, *members: str) -> dict[str, Any]:
    return person.activity(type="conversationUpdate", text=None, membersAdded=[{"id": member} for member in members])


def test_greeting_on_installation_is_given_once(chat: Any, office: Any, rasa: Any) -> None:
    person = chat()
    bot = person.activity()["recipient"]["id"]
    assert [person.post(activity).status_code for activity in (installed(person), came(person, bot, "29:an"), installed(person))] == [200] * 3
    notice, help_ = office.texts()
    assert "geen mens" in notice
    assert "Schrijf me in" in help_
    person.say()
    assert office.texts()[2:] == ["Dat kan tot 1 december."]
    assert rasa.received[0]["metadata"]["notice"] == 0


def test_greeting_that_did_not_arrive_is_given_with_the_first_answer(chat: Any, office: Any) -> None:
    office.answer = lambda method, path: (403, {})
    person = chat()
    person.post(installed(person))
    office.answer = lambda method, path: (200, {})
    person.say()
    assert "geen mens" in office.texts()[0]


def test_group(chat: Any, office: Any, rasa: Any) -> None:
    group = chat(id="19:groep@thread.v2", type="groupChat")
    bot = group.activity()["recipient"]["id"]
    group.post(came(group, "29:iemand"))
    assert office.texts() == []
    group.post(came(group, bot))
    assert "geen mens" in office.texts()[0]
    assert "persoonlijk gesprek" in office.texts()[0]
    rasa.answer = turn("Dat bespreek ik alleen met jou.", elsewhere=True, private=True)
    group.say("Volstaat mijn diploma?")
    assert rasa.received[0]["metadata"]["group"] is True
    assert actions(office.cards()[-1])[0]["url"].startswith("https://teams.microsoft.com/l/chat/0/0?users=28%3A")
    assert valid(office.cards()[-1])
    chat().say()
    assert rasa.received[1]["metadata"]["group"] is False


def test_form_from_a_group_goes_no_further(chat: Any, rasa: Any) -> None:
    group = chat(id="19:groep@thread.v2", type="groupChat")
    card = group.press({"action": "signup", "vacancy": "balie"}).json()["value"]
    assert rasa.received == []
    assert "/l/chat/" in actions(card)[0]["url"]


def test_sign_up_is_a_form_with_what_the_profile_tells(chat: Any, office: Any, rasa: Any) -> None:
    rasa.answer = turn("Wat is je naam?", "question", outcome="asking", form=FORM)
    chat().say("Schrijf me in")
    (card,) = office.cards()
    assert valid(card)
    fields = {element["id"]: element for element in card["body"] if element["type"].startswith("Input.")}
    assert (fields["name"]["value"], fields["email"]["value"]) == ("An Peeters", "an.peeters@example.be")
    assert fields["consent"]["value"] == "false"
    assert all(element.get("label") or element.get("title") for element in fields.values())
    # The questions of the conversation are the form's fields.
    assert "Wat is je naam?" not in "\n".join(office.texts())
    do, stop = actions(card)
    assert (do["type"], do["fallback"]["type"], do["data"]["action"], stop["data"]["action"]) == (
        "Action.Execute",
        "Action.Submit",
        "signup",
        "signup_stop",
    )
    assert do["data"] == do["fallback"]["data"]


def test_sign_up_without_a_profile(chat: Any, office: Any, rasa: Any) -> None:
    office.profile = {"id": "29:an"}
    rasa.answer = turn("Wat is je naam?", "question", outcome="asking", form=FORM)
    chat().say("Schrijf me in")
    email = next(element for element in office.cards()[0]["body"] if element.get("id") == "email")
    assert "value" not in email


def test_execute_replaces_the_card(chat: Any, office: Any, rasa: Any) -> None:
    person = chat()
    person.say()
    sent = {
        "action": "signup",
        "vacancy": "balie",
        "session": "2026-12-01T19:00",
        "name": "An",
        "email": "an@",
        "consent": "true",
        "vreemd": "x" * 5000,
    }
    rasa.answer = turn(
        "Geen geldig adres.", "question", form=FORM | {"name": "An", "email": "an@", "errors": {"email": "‘an@’ is geen geldig e-mailadres."}}
    )
    answer = person.press(sent).json()
    assert (answer["statusCode"], answer["type"]) == (200, "application/vnd.microsoft.card.adaptive")
    assert valid(answer["value"])
    assert "geen geldig e-mailadres" in str(answer["value"])
    assert rasa.received[-1]["metadata"]["card"] == {name: value for name, value in sent.items() if name != "vreemd"}
    rasa.answer = turn("Je bent ingeschreven.", form=FORM | {"status": "confirmed", "reference": "I-ABC234"})
    done = person.press(sent).json()["value"]
    assert valid(done)
    assert "I-ABC234" in str(actions(done)[0]["data"])
    before = len(office.sent)
    assert person.press({"action": "signup_cancel", "vacancy": "balie", "reference": "I-ABC234"}).status_code == 200
    assert len(office.sent) == before


def test_submit_is_the_fallback_and_updates_the_card(chat: Any, office: Any, rasa: Any) -> None:
    rasa.answer = turn("Je bent ingeschreven.", form=FORM | {"status": "confirmed", "reference": "I-ABC234"})
    person = chat()
    value = {"action": "signup", "vacancy": "balie", "name": "An", "email": "an@example.be", "consent": "true"}
    person.say(None, value=value, replyToId="kaart-1")
    method, path, body = office.sent[-1]
    assert (method, path.rsplit("/", 1)[1]) == ("PUT", "kaart-1")
    assert "Je bent ingeschreven" in str(body)
    person.say(None, value=value)
    assert office.sent[-1][0] == "POST"


@pytest.mark.parametrize("status", ["confirmed", "waiting", "requested", "cancelled", "gone"])
def test_every_outcome_is_a_valid_card(status: Any) -> None:
    form = SignupForm.model_validate(FORM | {"status": status, "reference": "I-ABC234"})
    assert valid(outcome_card(form, "Zo is het.\nEn niet anders."))


def test_form_with_several_sessions_is_a_choice() -> None:
    sessions = [*SESSIONS, {"key": "2026-12-03T12:30", "text": "donderdag 3 december", "full": True}]
    form = SignupForm.model_validate(FORM | {"sessions": sessions, "session": "2026-12-03T12:30"})
    card = form_card(form, 30)
    assert valid(card)
    choice = next(element for element in card["body"] if element.get("id") == "session")
    assert choice["value"] == "2026-12-03T12:30"
    assert "wachtlijst" in choice["choices"][1]["title"]


@pytest.mark.parametrize("data", [{"action": "iets"}, {"action": "say"}, {"action": ["signup"]}])
def test_card_that_nobody_made(chat: Any, rasa: Any, data: dict[str, Any]) -> None:
    assert chat().press(data).status_code in (200, 400)
    assert rasa.received == []


def test_passing_trouble_is_waited_out(chat: Any, office: Any) -> None:
    answers = iter([(200, {}), (429, {"Retry-After": "0"}), (502, {})])
    office.answer = lambda method, path: next(answers, (200, {}))
    chat().say()
    assert len(office.texts()) == 2


def test_what_takes_long_is_acknowledged_and_follows(chat: Any, office: Any, rasa: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(route, "_ANSWER_SECONDS", 0.1)

    def slow(_: Any) -> httpx.Response:
        time.sleep(0.3)
        return turn()(None)  # type: ignore[no-any-return]

    rasa.answer = slow
    person = chat()
    assert person.post(person.activity()).status_code == 202
    assert office.texts() == []
    end = time.monotonic() + 5
    while len(office.texts()) < 2 and time.monotonic() < end:
        person.client.get("/healthz")
        time.sleep(0.02)
    assert office.texts()[-1] == "Dat kan tot 1 december."
    assert office.sent[0][2]["type"] == "typing"
