"""What the tests in a browser share: what axe-core finds, whether a page fits, and the chat as a candidate meets it."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest

_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}


def violations(page: Any) -> list[str]:
    """Every violation that axe-core knows of, shadow roots and frames included."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    results = axe.Axe().run(page, options=_RULES)
    return [f"{item['id']}: {node['html'][:160]}" for item in results.response["violations"] for node in item["nodes"]]


def fits(page: Any) -> bool:
    """Whether nothing has to be scrolled sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


class Chat:
    """A widget on a page, found by what a candidate sees and hears."""

    def __init__(self, page: Any, number: int = 0) -> None:
        self.page = page
        self.host = page.locator("vacature-chat").nth(number)
        self.launcher = self.host.get_by_role("button", name=re.compile("^Stel een vraag"))
        self.dialog = self.host.locator("dialog")
        self.log = self.host.get_by_role("log")
        self.box = self.host.get_by_label("Je vraag")
        self.form = self.host.locator("form.card")
        self.alert = self.host.locator(".alert")

    def open(self) -> Chat:
        """By the launcher, until the first words are there."""
        self.launcher.click()
        self.says("Ik ben een computerprogramma, geen mens")
        return self

    def says(self, words: str) -> None:
        """Waits until the transcript holds these words."""
        self.log.get_by_text(words).last.wait_for()

    def ask(self, question: str) -> None:
        """Types a question and waits for what comes back."""
        before = self.said().count()
        self.box.fill(question)
        self.box.press("Enter")
        self.said().nth(before).wait_for()

    def said(self) -> Any:
        """The bot's answers and questions so far."""
        return self.log.locator("li.answer, li.question, li.notice:has-text('Vul het formulier')")

    def messages(self) -> list[str]:
        """The transcript, one text a message."""
        return list(self.log.locator("li .text").all_inner_texts())

    def focused(self) -> str:
        """The element that has the focus inside the chat: its id, else its text or tag; '' when the focus is elsewhere."""
        script = """host => { const e = host.shadowRoot.activeElement; return e ? e.id || e.textContent || e.tagName : ''; }"""
        return str(self.host.evaluate(script))


def picture(page: Any, name: str) -> None:
    """Kept in the folder that WIDGET_PICTURES names, for the documentation."""
    if folder := os.environ.get("WIDGET_PICTURES"):
        page.screenshot(path=str(Path(folder) / f"widget-{name}.png"))
