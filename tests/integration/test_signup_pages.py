"""The pages of sign-ups in a real browser: usable without a mouse or a script, and without what axe-core calls a violation."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from playwright.sync_api import Page, sync_playwright
from pydantic import SecretStr

from actions.callbacks import Callbacks
from actions.signups.session import SessionFacts
from actions.signups.store import Signups
from actions.unanswered import Unanswered
from bot.gateway.signups import router
from bot.web import pages
from knowledge.clock import BRUSSELS
from knowledge.database import sqlite_engine
from knowledge.settings import Settings

pytestmark = [pytest.mark.integration, pytest.mark.browser]

PASSWORD = "een-lang-wachtwoord"
FACTS = SessionFacts("b", "2099-12-01T19:00", "Boekhouder", "stad Doornwal", datetime(2099, 12, 1, 19, tzinfo=BRUSSELS), True, "dinsdag om 19 uur")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """(address of the site, path of a sign-up's page)."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    app = FastAPI()
    app.include_router(router(Settings(data_dir=tmp_path, env="test", recruiter_password=SecretStr(PASSWORD))))
    app.mount("/static", pages.static_files())
    engine = sqlite_engine(tmp_path / "service.db")
    signup, _ = Signups(engine).register(FACTS, name="Lien Maes", email="lien@example.be", conversation="c")
    Callbacks(engine).add(name="Jef", reach="+32470123456", question="Wie?", vacancy=None, conversation="c")
    Unanswered(engine).add("Is er parking?", "b", "ask_benefits")
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning", ws="none"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}", f"/signups/{signup.token}"
    server.should_exit = True
    thread.join()
    engine.dispose()


@pytest.fixture
def page(site: tuple[str, str]) -> Iterator[Page]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium on this machine (Debian's package chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        login = {"username": "recruiter", "password": PASSWORD}
        yield browser.new_page(base_url=site[0], viewport={"width": 320, "height": 640}, http_credentials=login)
        browser.close()


def violations(page: Page) -> list[str]:
    found = [item["id"] for item in Axe().run(page).response["violations"]]
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return [*found, "wider than the screen"] if wide else found


def test_the_candidates_page(site: tuple[str, str], page: Page) -> None:
    page.goto(site[1])
    assert violations(page) == []
    page.get_by_label("E-mailadres").fill("lien@")
    page.keyboard.press("Enter")
    page.get_by_role("alert").wait_for()
    assert violations(page) == []
    page.get_by_label("E-mailadres").fill("lien@example.org")
    page.keyboard.press("Enter")
    page.get_by_text("Je inschrijving is aangepast").wait_for()
    page.get_by_role("button", name="Annuleer je inschrijving").press("Enter")
    page.get_by_role("status").wait_for()
    assert "geannuleerd" in page.get_by_role("status").inner_text()
    assert violations(page) == []
    page.get_by_role("button", name="Wis mijn gegevens").press("Enter")
    page.get_by_role("heading", name="Je gegevens zijn gewist").wait_for()
    assert violations(page) == []


def test_the_recruiters_page(site: tuple[str, str], page: Page) -> None:
    page.goto("/recruiter")
    assert page.get_by_text("1 ingeschreven").is_visible()
    assert violations(page) == []
