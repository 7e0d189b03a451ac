from collections.abc import Callable
from pathlib import Path

import pytest

from actions.services import Services

from .bundles import bundle_about
from .dialogue import Dialogue, about, stored_in

ZORG = "doornwal_zorgcoordinator"


def asked_for_contact(d: Dialogue) -> Dialogue:
    d.says("Ik wil iemand spreken", "request_person")
    return d


def test_the_right_person_and_the_offer_to_be_called(dialogue: Callable[..., Dialogue]) -> None:
    d = asked_for_contact(dialogue(ZORG))
    assert d.result.outcome == "handoff"
    assert "Els Baert" in d.text
    assert "0471 12 34 56" in d.text
    assert "Bron:" in d.text
    assert d.buttons == ["Bel mij terug"]
    assert "Bel mij terug" in d.text
    d.says("Ik wil iemand spreken over de inhoud van de job", "request_person")
    assert "Karel Dumon" in d.text


def test_a_call_back_from_wish_to_reference(dialogue: Callable[..., Dialogue], services: Services) -> None:
    d = asked_for_contact(dialogue(ZORG))
    assert d.says("Bel mij terug", "request_person").outcome == "asking"
    d.says("An Peeters", "inform", 0.4)
    d.says("0471 99 88 77", "out_of_scope", 0.4)
    assert services.callbacks.all() == []
    assert d.says("Mag mijn hond mee naar het werk?", "out_of_scope", 0.4).outcome == "handoff"
    (request,) = services.callbacks.all()
    assert (request.name, request.reach, request.question) == ("An Peeters", "+32471998877", "Mag mijn hond mee naar het werk?")
    assert request.vacancy == ZORG
    assert request.reference in d.text
    assert " voor zorgcoördinator (Stad Doornwal) is bewaard" in d.text
    assert d.state.exchange is None


@pytest.mark.parametrize("reach", ["12", "bel maar", "an@", "0471 99", "@@@@", "999999999999999999"])
def test_an_invalid_phone_or_address_is_asked_again(dialogue: Callable[..., Dialogue], services: Services, reach: str) -> None:
    d = asked_for_contact(dialogue(ZORG))
    d.says("ja", "affirm")
    d.says("An Peeters", "inform", 0.4)
    before = d.state.exchange
    assert d.says(reach, "inform", 0.4).outcome == "asking"
    assert d.state.exchange == before
    d.says("an.peeters@example.be", "inform", 0.4)
    d.says("Bel na 17 uur", "inform", 0.4)
    assert services.callbacks.all()[0].reach == "an.peeters@example.be"


@pytest.mark.parametrize("step", [0, 1, 2])
def test_stopping_stores_nothing(dialogue: Callable[..., Dialogue], services: Services, step: int) -> None:
    d = asked_for_contact(dialogue(ZORG))
    for message in ("ja", "An Peeters")[:step]:
        d.says(message, "affirm" if message == "ja" else "inform", 0.6)
    d.says("nee, laat maar", "stop")
    assert d.state.exchange is None
    assert services.callbacks.all() == []


def test_a_question_in_the_middle_is_answered(dialogue: Callable[..., Dialogue]) -> None:
    d = asked_for_contact(dialogue(ZORG))
    d.says("ja", "affirm")
    d.says("Tot wanneer kan ik solliciteren?", "ask_deadline")
    assert "13 december 2026" in d.text


def test_the_same_request_twice_is_one(services: Services) -> None:
    request = {"name": "An", "reach": "+32471998877", "question": "?", "vacancy": ZORG, "conversation": "conversation-1"}
    assert services.callbacks.add(**request) == services.callbacks.add(**request)  # type: ignore[arg-type]
    assert services.callbacks.add(**request | {"conversation": "conversation-2"}) != services.callbacks.all()[0].reference  # type: ignore[arg-type]
    assert services.callbacks.erase("conversation-1") == 1
    assert len(services.callbacks.all()) == 1


def test_without_a_vacancy_it_asks_which(dialogue: Callable[..., Dialogue]) -> None:
    d = asked_for_contact(dialogue())
    assert d.result.outcome == "handoff"
    assert "welke vacature" in d.text


def test_a_bundle_without_contacts_gives_the_address_or_nobody(services: Services) -> None:
    for part, said in (("## Solliciteren\n\nMail je cv naar jobs@leemstede.example.be.", "jobs@leemstede.example.be"), ("", "geen contactpersoon")):
        d = asked_for_contact(about(services, bundle_about(part)))
        assert d.result.outcome == "handoff"
        assert said in d.text


def test_a_complaint_goes_to_a_person(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    assert d.says("Ik ben ontevreden over de procedure", "complaint").outcome == "handoff"
    assert "0471 12 34 56" in d.text


def test_the_state_of_an_application_is_for_a_person(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    assert d.says("Is mijn kandidatuur goed aangekomen?", "ask_how_to_apply").outcome == "handoff"


def test_nothing_is_stored_before_the_last_step(dialogue: Callable[..., Dialogue], tmp_path: Path) -> None:
    d = asked_for_contact(dialogue(ZORG))
    for message in ("ja", "Annelies Peeters", "0471 99 88 77"):
        d.says(message, "affirm" if message == "ja" else "inform", 0.6)
    assert b"Annelies" not in stored_in(tmp_path)
