"""The pages of sign-ups in a real browser: usable without a mouse or a script, and without what axe-core calls a violation."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from playwright.sync_api import Page, sync_playwright
from pydantic import SecretStr
from sqlalchemy import delete, update

from actions.callbacks import Callbacks
from actions.signups.envelope import _STILL_TRUE
from actions.signups.mail import Sender
from actions.signups.outbox import queue
from actions.signups.session import SessionFacts
from actions.signups.store import SignupRules, Signups
from actions.signups.tables import messages, signups
from actions.signups.transport import MailFolder
from actions.signups.worker import Worker
from actions.unanswered import Unanswered
from bot.gateway.signups import router
from bot.web import pages
from knowledge.clock import BRUSSELS
from knowledge.database import sqlite_engine
from knowledge.settings import Settings

pytestmark = [pytest.mark.integration, pytest.mark.browser]

LINK = "https://teams.microsoft.com/l/meetup-join/" + "a1b2" * 20
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


@pytest.mark.parametrize("state", ["confirmed", "waiting", "requested", "cancelled"])
def test_the_candidates_page_in_every_state(site: tuple[str, str], page: Page, tmp_path: Path, state: str) -> None:
    engine = sqlite_engine(tmp_path / "service.db")
    with engine.begin() as connection:
        connection.execute(update(signups).values(status=state))
    engine.dispose()
    page.goto(site[1])
    assert violations(page) == []
    assert page.get_by_role("button", name="Annuleer je inschrijving").count() == (state != "cancelled")


@pytest.mark.parametrize("path", ["/signups/I-ABCDEF.wrong", "/signups/x"])
def test_a_link_that_opens_nothing(page: Page, path: str) -> None:
    page.goto(path)
    page.get_by_role("heading", name="Deze link werkt niet meer").wait_for()
    assert violations(page) == []


def mails(folder: Path) -> dict[str, str]:
    """The HTML of every kind of mail."""
    engine = sqlite_engine(folder / "mails.db")
    long = replace(FACTS, place="raadzaal", minutes=90, contact="Wout Aerts (011 22 33 00)", organiser="o@example.be", link=LINK)
    store = Signups(engine, SignupRules(mail_folder=folder))
    signup, _ = store.register(long, name="Lien Maes", email="lien@example.be", conversation="c")
    reference = Callbacks(engine).add(name="Jef", reach="+32470123456", question="Wie?", vacancy="boekhouder", conversation="c")
    Unanswered(engine).add("Is er parking?", "boekhouder", "ask_benefits")
    sender, found = Sender("bot@x.be", "https://jobs.example.be", "jobs@example.be"), {}
    status = {"waiting": "waiting", "requested": "requested", "cancelled": "cancelled", "refused": "cancelled"}
    about = {"session": 1, "signup": signup.number}
    kinds = [*_STILL_TRUE, "organiser_new", "organiser_changed", "organiser_cancelled", "organiser_moved_up", "organiser_webinar_failed"]
    for kind, values in [(kind, about) for kind in kinds] + [
        ("callback_new", {"reference": reference}),
        ("callback_erased", {"reference": reference}),
    ]:
        with engine.begin() as connection:
            connection.execute(update(signups).values(status=status.get(kind, "confirmed")))
            connection.execute(delete(messages).where(messages.c.kind != "unanswered"))
            queue(connection, kind, **values)
        while Worker(store, MailFolder(folder), sender).deliver():
            pass
    with engine.begin() as connection:
        connection.execute(update(messages).values(due_at=datetime.now(BRUSSELS)))
    Worker(store, MailFolder(folder), sender).deliver()
    engine.dispose()
    for path in folder.glob("*.eml"):
        mail = message_from_bytes(path.read_bytes(), _class=EmailMessage, policy=policy.default)
        body = mail.get_body(("html",))
        assert body is not None
        found[path.stem.rsplit("-", 1)[0].split("-", 2)[-1]] = body.get_content()
    return found


def test_the_mails(page: Page, tmp_path: Path) -> None:
    written = mails(tmp_path / "mail")
    assert len(written) == len(_STILL_TRUE) + 8
    for kind, html in written.items():
        page.set_content(html)
        assert violations(page) == [], kind


def test_the_recruiters_page(site: tuple[str, str], page: Page) -> None:
    page.goto("/recruiter")
    assert page.get_by_text("1 ingeschreven").is_visible()
    assert violations(page) == []
