from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest
from starlette.testclient import TestClient

from knowledge.catalog import Bundle, Snapshot
from knowledge.model import Fact, Infosession, Moment, SessionStatus


def test_list(client: TestClient) -> None:
    listed = {entry["id"]: entry for entry in client.get("/api/vacancies").json()}
    assert listed["onthaal"] == {
        "id": "onthaal",
        "title": "onthaalmedewerker",
        "employer": "stad Testegem",
        "status": "unknown",
        "deadline": None,
        "infosessions": [],
    }


def test_every_fact_with_its_source(client: TestClient) -> None:
    facts = client.get("/api/vacancies/balie").json()
    assert facts["employer"]["value"] == "OCMW Proefdorp"
    assert {"section", "page", "start", "end", "quote"} <= set(facts["employer"]["citations"][0])
    assert facts["status"] == "unknown"


@pytest.mark.parametrize("status", get_args(SessionStatus))
def test_whatever_happened_to_a_session_it_is_told(client: TestClient, catalog: Any, status: SessionStatus) -> None:
    known = catalog.current.bundles["balie"]
    session = Infosession(Moment(date(2026, 12, 1), printed="1 december"), status=status)
    vacancy = replace(known.vacancies[0], infosessions=(Fact(session, known.vacancies[0].title.citations),))
    catalog.current = Snapshot.of([Bundle(known.document, (vacancy,))])
    assert [entry["infosessions"][0]["status"] for entry in client.get("/api/vacancies").json()] == [status]
    for path in ("/", "/api/vacancies/balie", "/vacancies/balie", "/vacancies/balie/contact", "/api/welcome?vacancy=balie"):
        assert client.get(path).status_code == 200, path


def test_before_the_first_bundle_is_loaded(client: TestClient, catalog: Any) -> None:
    catalog.current = None
    for path in ("/api/vacancies", "/", "/vacancies/balie"):
        response = client.get(path)
        assert (response.status_code, response.json()["error"]["code"]) == (503, "unavailable")
    assert client.post("/api/chat", json={"message": "hallo"}).status_code == 503
