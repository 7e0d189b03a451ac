from typing import Any

import httpx
import pytest
from starlette.testclient import TestClient

JSON = {"content-type": "application/json"}


@pytest.mark.parametrize(
    ("method", "path", "content", "status", "code"),
    [
        ("GET", "/bestaat-niet", None, 404, "not_found"),
        ("GET", "/api/vacancies/bestaat-niet", None, 404, "unknown_vacancy"),
        ("GET", "/static/bestaat-niet.js", None, 404, "not_found"),
        ("GET", "/static/../../settings.py", None, 404, "not_found"),
        ("GET", "/api/chat", None, 405, "method_not_allowed"),
        ("PUT", "/", b"x", 405, "method_not_allowed"),
        ("POST", "/api/chat", b"{", 400, "invalid_json"),
        ("POST", "/api/chat", b'{"message": "\xff\xfe"}', 400, "invalid_json"),
        ("POST", "/api/chat", b"[" * 60_000, 400, "invalid_json"),
        ("POST", "/api/chat", b"", 422, "invalid"),
        ("POST", "/api/chat", b'{"message": "\\ud800"}', 422, "empty_message"),
        ("POST", "/api/chat", b'{"message": "' + b"a" * 70_000 + b'"}', 413, "too_large"),
        ("POST", "/bestaat-niet", b"a" * 70_000, 413, "too_large"),
    ],
)
def test_every_error_has_one_shape(client: TestClient, method: str, path: str, content: bytes | None, status: int, code: str) -> None:
    response = client.request(method, path, content=content, headers=JSON)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
    assert set(response.json()) == {"error"}
    assert set(response.json()["error"]) == {"code", "message"}


def test_chunked_body_is_counted_too(client: TestClient) -> None:
    response = client.post("/api/chat", content=(b"a" * 1000 for _ in range(70)), headers=JSON)
    assert response.status_code == 413


def test_unexpected_error_tells_nothing(client: TestClient, rasa: Any) -> None:
    def broken(_: dict[str, Any]) -> httpx.Response:
        raise RuntimeError("geheim pad /srv/bot")

    rasa.answer = broken
    response = client.post("/api/chat", json={"message": "hallo"})
    assert (response.status_code, response.json()["error"]["code"]) == (500, "internal")
    assert "geheim" not in response.text
    assert client.get("/healthz").status_code == 200
