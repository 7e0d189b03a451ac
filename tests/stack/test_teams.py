"""Teams from end to end: headless Chromium, Microsoft's playground, every check on the way in, the effect of each click read from the store."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from knowledge.settings import PROJECT_ROOT

from ..unit.bot.gateway.teams.office import APP, TENANT, Office, opened
from .conftest import Stack, started
from .playground import free_port, installed, playground, signing_proxy

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = [pytest.mark.stack, pytest.mark.browser, pytest.mark.slow]

_PATIENCE = 60_000


@dataclass
class Client:
    """The page of the playground, and the databases behind the bot."""

    page: Any
    stack: Stack
    office: Office

    def type(self, text: str) -> None:
        box = self.page.locator("[role=textbox][data-lexical-editor]")
        box.click()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    def sees(self, text: str) -> None:
        try:
            self.page.get_by_text(text).last.wait_for(timeout=_PATIENCE)
        except playwright.TimeoutError:
            self.picture("failed")
            pytest.fail(f"{text!r} does not appear; the proxy passed on {self.office.asked}")

    def card(self) -> Any:
        return self.page.locator(".ac-adaptiveCard").last

    def signups(self) -> list[tuple[str, str, str]]:
        with sqlite3.connect(f"file:{self.stack.data / 'service.db'}?mode=ro", uri=True) as database:
            return database.execute("SELECT name, email, status FROM infosession_signups ORDER BY number").fetchall()

    def until(self, holds: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE / 1000
        while not holds():
            assert time.monotonic() < end
            self.page.wait_for_timeout(100)

    def picture(self, name: str) -> None:
        """Kept in the folder that TEAMS_PICTURES names, for the documentation."""
        folder = os.environ.get("TEAMS_PICTURES")
        if folder:
            self.page.wait_for_timeout(400)
            self.page.screenshot(path=str(Path(folder) / f"teams-{name}.png"))


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, chromium: Any) -> Iterator[Client]:
    if shutil.which("node") is None:
        pytest.skip("Node.js is not installed")
    command = installed(PROJECT_ROOT / "var" / "teams-playground")
    folder, port = tmp_path_factory.mktemp("teams"), free_port()
    with opened() as office:
        own = {
            "BOT_TODAY": "2026-06-01",
            "BOT_TEAMS_APP_ID": APP,
            "BOT_TEAMS_TENANT": TENANT,
            "BOT_TEAMS_CLIENT_SECRET": "geheim-van-de-test",
            "BOT_TEAMS_OPENID_URL": f"{office.url}/v1/.well-known/openidconfiguration",
            "BOT_TEAMS_LOGIN_URL": office.url,
            "BOT_TEAMS_SERVICE_URL": f"http://127.0.0.1:{port}",
        }
        bundles = (PROJECT_ROOT / "knowledge" / "bundles").iterdir()
        with (
            started(folder, bundles, own) as stack,
            signing_proxy(office, f"{stack.url}/api/teams/messages") as proxy,
            playground(command, port, proxy, folder / "playground.log") as url,
        ):
            context = chromium.new_context(viewport={"width": 1100, "height": 900}, locale="nl-BE")
            page = context.new_page()
            page.set_default_timeout(_PATIENCE)
            page.goto(url)
            yield Client(page, stack, office)
            context.close()


def test_a_whole_conversation(client: Client) -> None:
    """Greeting, a question with its source, a diploma, a sign-up with an error and its correction, twice the same, and its cancellation."""
    client.sees("geen mens")
    client.sees("Schrijf me in")
    client.picture("greeting")

    client.type("Wie kan ik bellen over de selectieprocedure van leerondersteuner?")
    client.sees("Toon de tekst uit de infobundel")
    client.page.get_by_role("button", name="Toon de tekst uit de infobundel").last.click()
    client.page.get_by_text("“").last.wait_for()
    client.picture("answer")

    client.type("Ik heb een bachelor orthopedagogie, volstaat dat voor leerondersteuner?")
    client.sees("Jouw diploma naast de infobundel")
    client.picture("eligibility")

    client.page.get_by_role("button", name="Is er een infosessie?").last.click()
    client.sees("18 juni 2026 om 18.30 uur")
    client.type("Schrijf me in voor de infosessie")
    client.sees("Ja, gebruik mijn naam")
    client.card().get_by_role("button", name="Niet inschrijven").click()
    client.sees("je bent niet ingeschreven en ik heb niets bewaard")
    assert client.signups() == []

    client.type("Schrijf me in voor de infosessie")
    client.sees("Ja, gebruik mijn naam")
    assert client.card().get_by_label("Voornaam en naam").input_value() == "Alex Wilber"
    client.card().get_by_label("E-mailadres", exact=True).fill("alex@")
    client.card().get_by_role("button", name="Schrijf me in").click()
    client.sees("geen geldig e-mailadres")
    client.sees("Vink dit aan")
    client.picture("signup-error")
    assert client.signups() == []

    client.card().get_by_label("E-mailadres", exact=True).fill("alex.wilber@example.com")
    client.card().get_by_role("checkbox").check()
    client.card().get_by_role("button", name="Schrijf me in").click()
    client.sees("Je bent ingeschreven")
    client.until(lambda: client.signups() == [("Alex Wilber", "alex.wilber@example.com", "confirmed")])
    client.picture("signed-up")

    client.type("Schrijf me in voor de infosessie")
    client.sees("al ingeschreven")
    assert len(client.signups()) == 1

    client.page.get_by_role("button", name="Annuleer mijn inschrijving").last.click()
    client.sees("Je inschrijving is geannuleerd")
    client.until(lambda: client.signups() == [("Alex Wilber", "alex.wilber@example.com", "cancelled")])
    client.picture("cancelled")
    assert {entry.split()[1] for entry in client.office.asked if entry.startswith(("message", "invoke"))} == {"200"}


def test_a_forged_message_goes_nowhere(client: Client) -> None:
    activity = {"type": "message", "id": "1", "channelId": "msteams", "serviceUrl": client.office.service, "text": "hallo"}
    activity |= {"from": {"id": "x"}, "recipient": {"id": "y"}, "conversation": {"id": "z", "tenantId": TENANT}}  # type: ignore[dict-item]
    for authorization in ("", f"Bearer {client.office.token('impostor')}"):
        headers = {"Authorization": authorization}
        answer = httpx.post(f"{client.stack.url}/api/teams/messages", json=activity, headers=headers, timeout=20, trust_env=False)
        assert answer.status_code == 401
