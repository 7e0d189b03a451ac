"""Who may speak to the bot in Teams: every way to forge a request, with keys of our own."""

import base64
import json
import time
from typing import Any

import jwt
import pytest
from starlette.testclient import TestClient

HOUR = 3600


def unsigned(office: Any) -> str:
    return jwt.encode(jwt.decode(office.token(), options={"verify_signature": False}), None, algorithm="none", headers={"kid": "sleutel-1"})


def signed_with_the_public_key(office: Any) -> str:
    """HS256 with the published key as the secret: what a library falls for that takes the algorithm from the token."""

    def part(value: Any) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    import hashlib
    import hmac

    claims = jwt.decode(office.token(), options={"verify_signature": False})
    body = f"{part({'alg': 'HS256', 'typ': 'JWT', 'kid': 'sleutel-1'})}.{part(claims)}"
    secret = json.dumps(office.keys[0]).encode()
    return f"{body}.{base64.urlsafe_b64encode(hmac.new(secret, body.encode(), hashlib.sha256).digest()).rstrip(b'=').decode()}"


FORGED = {
    "no token": lambda office: "",
    "garbage": lambda office: "abc.def.ghi",
    "one dot": lambda office: "abc.def",
    "very long": lambda office: "a" * 20_000,
    "another key": lambda office: office.token("impostor"),
    "unknown key id": lambda office: office.token(headers={"kid": "onbekend"}),
    "no key id": lambda office: office.token(headers={}),
    "key id that is no text": lambda office: office.token(headers={}).replace("eyJ", "eyJ", 1),
    "unsigned": unsigned,
    "public key as secret": signed_with_the_public_key,
    "another audience": lambda office: office.token(aud="22222222-2222-3333-4444-555555555555"),
    "two audiences without ours": lambda office: office.token(aud=["x", "y"]),
    "no audience": lambda office: office.token(aud=None),
    "another issuer": lambda office: office.token(iss="https://evil.example"),
    "issuer of a tenant": lambda office: office.token(iss="https://sts.windows.net/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee/"),
    "issuer of the platform for agents": lambda office: office.token(
        iss="https://login.microsoftonline.com/eeeeeeee-0000-0000-0000-000000000000/v2.0",
        tid="eeeeeeee-0000-0000-0000-000000000000",
        azp="5a807f24-c9de-44ee-a3a7-329e88a00ffc",
    ),
    "no issuer": lambda office: office.token(iss=None),
    "expired": lambda office: office.token(exp=int(time.time()) - HOUR),
    "never expires": lambda office: office.token(exp=None),
    "not yet valid": lambda office: office.token(nbf=int(time.time()) + HOUR),
    "another service": lambda office: office.token(serviceurl="https://smba.trafficmanager.net/teams/"),
    "no service": lambda office: office.token(serviceurl=None),
    "service that is no text": lambda office: office.token(serviceurl=["x"]),
}


@pytest.mark.parametrize("kind", FORGED)
def test_forged_token_is_refused(chat: Any, office: Any, rasa: Any, kind: str) -> None:
    response = chat().post(token=FORGED[kind](office))
    assert (response.status_code, response.json()["error"]["code"]) == (401, "unauthorized")
    assert rasa.received == []
    assert office.sent == []


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic YW46YW4=", "bearer  ", "token abc"])
def test_other_authorization_is_refused(chat: Any, header: str) -> None:
    assert chat().post(token="", Authorization=header).status_code == 401


def test_genuine_message_is_answered(chat: Any, office: Any) -> None:
    chat().say()
    assert "Dat kan tot 1 december." in office.texts()
    assert all(value and value.startswith("Bearer ey") for value in office.authorizations)


def tenant(**named: Any) -> dict[str, Any]:
    return {"channelData": {"tenant": {"id": named["channel"]}} if "channel" in named else {}}


@pytest.mark.parametrize(
    "changes",
    [
        {"channelData": {"tenant": {"id": "eeeeeeee-0000-0000-0000-000000000000"}}},
        {"channelData": {"tenant": "geen"}, "conversation": {"id": "a:1", "conversationType": "personal"}},
        {"conversation": {"id": "a:1", "conversationType": "personal", "tenantId": "eeeeeeee-0000-0000-0000-000000000000"}},
        {"channelData": None, "conversation": {"id": "a:1", "conversationType": "personal"}},
        {"channelId": "slack"},
        {"channelId": None},
    ],
    ids=["tenant", "no-tenant", "tenant-of-the-chat", "no-data", "channel", "no-channel"],
)
def test_good_token_for_somebody_else_is_refused(chat: Any, office: Any, rasa: Any, changes: dict[str, Any]) -> None:
    person = chat()
    response = person.post(person.activity(**changes))
    assert (response.status_code, response.json()["error"]["code"]) == (403, "forbidden")
    assert rasa.received == []
    assert office.sent == []


def test_key_that_is_not_endorsed_for_teams_is_refused(chat: Any, office: Any) -> None:
    assert chat().post(token=office.token("other-channel", {"kid": "sleutel-2"})).status_code == 403


@pytest.mark.parametrize(
    ("service", "status"),
    [
        ("https://smba.trafficmanager.net/teams/", 200),
        ("https://smba.trafficmanager.net.evil.example/", 403),
        ("https://evil.example/smba.trafficmanager.net", 403),
        ("http://smba.trafficmanager.net/teams/", 403),
        ("https://smba.trafficmanager.net:8443/teams/", 403),
        ("https://an:wachtwoord@smba.trafficmanager.net/", 403),
        ("https://smba.trafficmanager.net@evil.example/", 403),
        ("https://europe.botframework.com/", 200),
        ("https://botframework.com.evil.example/", 403),
        ("https://evilbotframework.com/", 403),
        ("https://[::1/", 403),
        ("file:///etc/passwd", 403),
    ],
)
def test_replies_only_go_to_known_addresses(teams: TestClient, chat: Any, office: Any, service: str, status: int) -> None:
    person = chat()
    # Nobody answers typing: nothing may be sent to a real address from here.
    typing = person.activity(type="typing", serviceUrl=service, text=None)
    assert person.post(typing, token=office.token(serviceurl=service)).status_code == status


def test_service_address_of_the_activity_counts_too(chat: Any, office: Any) -> None:
    person = chat()
    assert person.post(person.activity(serviceUrl="https://smba.trafficmanager.net/teams/")).status_code == 401
    assert person.post(person.activity(serviceUrl=None)).status_code == 401
    assert person.post(person.activity(serviceUrl=office.service.rstrip("/"))).status_code == 200


def test_unknown_keys_do_not_make_us_ask_microsoft_each_time(chat: Any, office: Any) -> None:
    person = chat()
    for number in range(20):
        assert person.post(token=office.token(headers={"kid": f"onbekend-{number}"})).status_code == 401
    assert office.asked.count("/keys") == 1
    person.say()
    assert office.asked.count("/keys") == 1


def test_without_keys_nobody_comes_in_and_nothing_breaks(chat: Any, office: Any) -> None:
    office.keys.clear()
    assert chat().post().status_code == 503


def test_duplicate_is_answered_once(chat: Any, office: Any, rasa: Any) -> None:
    person = chat()
    activity = person.activity()
    assert [person.post(activity).status_code for _ in range(3)] == [200, 200, 200]
    assert len(rasa.received) == 1
    # The same number in another chat is another message.
    other = chat(id="a:gesprek-2")
    assert other.post({**other.activity(), "id": activity["id"]}).status_code == 200
    assert len(rasa.received) == 2


def test_body_over_the_limit(chat: Any, rasa: Any) -> None:
    response = chat().post(chat().activity(text="a" * 70_000))
    assert response.status_code == 413
    assert rasa.received == []


def test_flood_of_one_chat(chat: Any, rasa: Any, office: Any) -> None:
    person = chat()
    for _ in range(32):
        person.say()
    assert len(rasa.received) == 30
    assert "Wacht even" in office.texts()[-1]


def test_flood_of_forged_calls(chat: Any) -> None:
    statuses = [chat().post(token="onzin").status_code for _ in range(70)]
    assert set(statuses[:60]) == {401}
    assert set(statuses[60:]) == {429}
    assert chat().post().status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"geen json",
        b"[]",
        b"null",
        b"7",
        b'"tekst"',
        b"{}",
        b'{"type": "message"}',
        b'{"type": 3, "conversation": {}, "from": {}, "recipient": {}}',
        b"\xff\xfe",
        b"[" * 30_000,
        b'{"a":' * 9_000,
    ],
)
def test_body_that_is_no_activity(teams: TestClient, office: Any, body: bytes) -> None:
    headers = {"Authorization": f"Bearer {office.token()}", "Content-Type": "application/json"}
    assert teams.post("/api/teams/messages", content=body, headers=headers).status_code == 400


@pytest.mark.parametrize(
    "changes",
    [
        {"conversation": {"tenantId": "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"}},
        {"from": {}},
        {"recipient": {}},
        {"type": "bestaat-niet"},
        {"type": "invoke", "name": "adaptiveCard/action", "value": None},
        {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": {"type": "Action.Execute"}}},
        {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": "signup"}},
        {"type": "invoke", "name": "task/fetch", "value": {}},
        {"type": "invoke", "name": "onbekend"},
        {"type": "invoke"},
        {"text": 7},
        {"text": {"a": 1}},
        {"entities": "geen"},
        {"value": "tekst", "text": None},
        {"value": [1], "text": None},
        {"value": {"action": {"diep": 1}}, "text": None},
        {"value": {"action": "say", "payload": {"a": 1}}, "text": None},
        {"deliveryMode": "expectReplies"},
        {"membersAdded": "x", "type": "conversationUpdate"},
        {"type": "conversationUpdate", "membersAdded": [{}]},
        {"type": "installationUpdate", "action": "weg"},
        {"id": {"a": 1}},
        {"id": 7},
        {"timestamp": "gisteren"},
        {"replyToId": 5},
    ],
)
def test_odd_activity_never_breaks_the_server(chat: Any, changes: dict[str, Any]) -> None:
    person = chat()
    assert person.post(person.activity(**changes)).status_code in (200, 400)


def test_nothing_of_a_message_or_token_reaches_the_log(chat: Any, office: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    person = chat(name="Geheimpje Peeters")
    person.say("Ik ben Geheimpje en woon in Testegem")
    person.post(token=office.token("impostor"))
    office.answer = lambda method, path: (400, {})
    person.say("Geheimpje nog eens")
    assert "refused" in caplog.text
    assert "did not take" in caplog.text
    assert "Geheimpje" not in caplog.text
    assert "eyJ" not in caplog.text


def test_without_settings_there_is_no_teams(client: TestClient, office: Any) -> None:
    response = client.post("/api/teams/messages", json={"type": "message"}, headers={"Authorization": f"Bearer {office.token()}"})
    assert (response.status_code, response.json()["error"]["code"]) == (404, "not_found")
