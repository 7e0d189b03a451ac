from typing import Any

from starlette.testclient import TestClient


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


def test_before_the_first_bundle_is_loaded(client: TestClient, catalog: Any) -> None:
    catalog.current = None
    for path in ("/api/vacancies", "/", "/vacancies/balie"):
        response = client.get(path)
        assert (response.status_code, response.json()["error"]["code"]) == (503, "unavailable")
    assert client.post("/api/chat", json={"message": "hallo"}).status_code == 503
