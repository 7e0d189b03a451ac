"""The interface's documentation and the application tell the same."""

from pathlib import Path

from starlette.testclient import TestClient

from bot.gateway.texts import ERRORS

API = Path(__file__).parents[4] / "docs" / "api.md"


def test_every_route_and_error_code_is_documented(client: TestClient) -> None:
    text = API.read_text(encoding="utf-8")
    for path in client.get("/api/openapi.json").json()["paths"]:
        assert path.replace("{vacancy_id}", "{id}") in text, path
    not_ours = {"unauthorized", "forbidden", "unsupported_media_type"}  # only the framework and mounted parts give these
    for code in ERRORS.keys() - not_ours:
        assert f"`{code}`" in text, code
