import re
import time
from typing import Any

import httpx
import pytest
from starlette.testclient import TestClient


def test_ready_only_while_every_part_answers(client: TestClient, rasa: Any) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").status_code == 200
    rasa.healthy = False
    time.sleep(0.6)
    response = client.get("/readyz")
    assert (response.status_code, response.json()["missing"]) == (503, ["rasa", "actions"])
    assert client.get("/healthz").status_code == 200


def test_metrics_have_a_port_of_their_own(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    client.post("/api/chat", json={"message": "hallo"})
    client.post("/api/chat", json={"message": ""})
    assert client.get("/metrics").status_code == 404
    told = " ".join(record.getMessage() for record in caplog.get_records("setup"))
    address = re.search(r"http://127\.0\.0\.1:\d+/metrics", told)
    assert address
    shown = httpx.get(address.group(), trust_env=False).text
    assert 'vacaturebot_turns_total{outcome="answered"} 1.0' in shown
    assert 'vacaturebot_refused_total{code="empty_message"} 1.0' in shown
    assert "vacaturebot_turn_seconds_bucket" in shown
