"""The app package: what Teams would refuse is refused here."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PIL import Image
from starlette.testclient import TestClient

from bot.teams.package import PackageError, build, check, manifest, write
from knowledge.settings import Settings

APP, URL = "11111111-2222-3333-4444-555555555555", "https://jobs.testegem.example.be"


def changed(change: Callable[[dict[str, bytes]], None]) -> bytes:
    """A good package with something else in it."""
    with ZipFile(BytesIO(build(APP, URL, "1.2.3"))) as files:
        contents = {name: files.read(name) for name in files.namelist()}
    change(contents)
    made = BytesIO()
    with ZipFile(made, "w") as files:
        for name, content in contents.items():
            files.writestr(name, content)
    return made.getvalue()


def with_manifest(**values: Any) -> bytes:
    def change(contents: dict[str, bytes]) -> None:
        told = {**json.loads(contents["manifest.json"]), **values}
        contents["manifest.json"] = json.dumps({name: value for name, value in told.items() if value is not None}).encode()

    return changed(change)


def with_icon(name: str, size: int, color: tuple[int, int, int, int]) -> bytes:
    content = BytesIO()
    Image.new("RGBA", (size, size), color).save(content, "PNG")
    return changed(lambda contents: contents.update({name: content.getvalue()}))


def test_a_good_package_is_the_same_every_time() -> None:
    assert build(APP, URL + "/", "1.2.3") == build(APP, URL, "1.2.3")
    check(build(APP, URL, "1.2.3"))


def test_the_package_leads_to_pages_that_exist(client: TestClient) -> None:
    told = manifest(APP, URL, "1.2.3")["developer"]
    for name in ("websiteUrl", "privacyUrl", "termsOfUseUrl"):
        page = client.get(told[name].removeprefix(URL) or "/")
        assert page.status_code == 200, name
        assert page.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(
    "package",
    [
        lambda: with_manifest(version="1.2"),
        lambda: with_manifest(version="v1.2.3"),
        lambda: with_manifest(manifestVersion="9.9"),
        lambda: with_manifest(accentColor="blauw"),
        lambda: with_manifest(icons=None),
        lambda: with_manifest(bots=[{"botId": APP, "scopes": ["groupchat"]}]),
        lambda: with_manifest(bots=[{"botId": "geen-id", "scopes": ["personal"]}]),
        lambda: with_manifest(name={"short": "a" * 31}),
        lambda: with_manifest(onbekend=1),
        lambda: with_manifest(id=APP),
        lambda: with_icon("color.png", 191, (0, 0, 0, 255)),
        lambda: with_icon("outline.png", 32, (0, 0, 0, 0)),
        lambda: with_icon("outline.png", 32, (255, 255, 255, 255)),
        lambda: with_icon("outline.png", 64, (255, 255, 255, 0)),
        lambda: changed(lambda contents: contents.update({"outline.png": b"GIF89a"})),
        lambda: changed(lambda contents: contents.pop("color.png")),
        lambda: changed(lambda contents: contents.update({"extra.txt": b""})),
    ],
)
def test_what_teams_would_refuse_is_refused(package: Callable[[], bytes]) -> None:
    with pytest.raises((PackageError, OSError)):
        check(package())


@pytest.mark.parametrize("url", ["http://jobs.example.be", "https://localhost:8000", "", "jobs.example.be"])
def test_addresses_are_public(url: str) -> None:
    with pytest.raises(PackageError):
        build(APP, url, "1.2.3")


def test_without_settings_an_example_is_made(tmp_path: Path, settings: Settings) -> None:
    assert write(settings, tmp_path).name == "vacaturebot-teams-example.zip"
    own = settings.model_copy(update={"teams_app_id": APP, "public_url": URL})
    assert write(own, tmp_path).name == "vacaturebot-teams.zip"
