"""The first page in headless Chromium: by keyboard, at 320 pixels, without a violation that axe-core knows of."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

pytestmark = [pytest.mark.stack, pytest.mark.browser]

_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    path = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("Chromium is not installed (Debian's package chromium); the set-up installs it as root only")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(params=[1280, 320], ids=["wide", "narrow"])
def page(request: pytest.FixtureRequest, chromium: Any, stack_url: str) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": request.param, "height": 720}, base_url=stack_url, locale="nl-BE")
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if "Content Security Policy" in message.text else None)
    yield page
    context.close()
    assert problems == []


def violations(page: Any) -> list[str]:
    results = axe.Axe().run(page, options=_RULES)
    return [f"{item['id']}: {node['html'][:120]}" for item in results.response["violations"] for node in item["nodes"]]


def fits(page: Any) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def ask(page: Any, question: str) -> None:
    replies = page.locator("#chat-log li.answer, #chat-log li.question")
    before = replies.count()
    page.keyboard.type(question)
    page.keyboard.press("Enter")
    page.wait_for_function("count => document.querySelectorAll('#chat-log li.answer, #chat-log li.question').length > count", arg=before)


def test_chat_by_keyboard_alone(page: Any) -> None:
    page.goto("/")
    first = page.locator(".vacancies .open-chat").first
    for _ in range(40):
        page.keyboard.press("Tab")
        if first.evaluate("element => element === document.activeElement"):
            break
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "chat-message"
    ask(page, "Tot wanneer kan ik solliciteren?")
    assert "geen mens" in page.locator("#chat-log li.notice .text").inner_text()
    assert page.evaluate("document.activeElement.id") == "chat-message"
    assert page.locator("#chat-message").input_value() == ""
    assert violations(page) == []
    assert fits(page)
    page.keyboard.press("Escape")
    assert not page.locator("#chat").is_visible()
    assert first.evaluate("element => element === document.activeElement")


def test_words_are_never_html(page: Any) -> None:
    page.goto("/")
    page.locator(".open-chat").first.click()
    ask(page, "<img src=x onerror=document.title='gekraakt'><script>document.title='gekraakt'</script>")
    assert "gekraakt" not in page.title()
    assert page.locator("#chat-log img, #chat-log script").count() == 0
    assert "<img src=x" in page.locator("#chat-log li.mine .text").inner_text()


def test_source_opens_where_it_stands(page: Any) -> None:
    page.goto("/")
    page.locator(".vacancies .open-chat").first.click()
    ask(page, "Wie kan ik bellen over de selectieprocedure?")
    page.locator("#chat-log details summary").first.click()
    link = page.locator("#chat-log details a").first
    assert "/vacancies/" in str(link.get_attribute("href"))
    link.click()
    page.wait_for_selector("[data-start].cited")
    assert page.locator(".cited").first.is_visible()


def test_links_opinion_and_erasure(page: Any) -> None:
    page.goto("/")
    page.locator(".vacancies .open-chat").first.click()
    ask(page, "Wie kan ik bellen over de selectieprocedure?")
    assert page.locator("#chat-log a[href^='tel:+32'], #chat-log a[href^='mailto:']").count() > 0
    opinion = page.locator(".opinion button").first
    opinion.click()
    page.wait_for_selector(".opinion button[aria-pressed='true']")
    page.locator("#chat-erase").click()
    page.wait_for_function("() => document.querySelectorAll('#chat-log li').length === 0")
    ask(page, "Hallo")
    assert page.locator("#chat-log li.notice").count() == 1


@pytest.mark.parametrize("kind", ["home", "vacancy", "privacy", "terms", "missing"])
def test_every_page_is_accessible_and_fits(page: Any, kind: str, stack_url: str) -> None:
    paths = {"home": "/", "privacy": "/privacy", "terms": "/voorwaarden"}
    if kind == "vacancy":
        page.goto("/")
        found = page.locator(".vacancies h2 a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    else:
        found = [paths.get(kind, "/vacancies/bestaat-niet")]
    for path in found:
        if kind != "missing":
            page.goto(path)
        else:
            page.set_content(page.request.get(path).text())
        assert violations(page) == [], path
        assert fits(page), path


def test_without_an_answer_the_question_stays(page: Any) -> None:
    page.goto("/")
    page.locator(".open-chat").first.click()
    page.route("**/api/chat", lambda route: route.abort())
    page.keyboard.type("Hallo?")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.getElementById('chat-error').textContent !== ''")
    assert page.locator("#chat-message").input_value() == "Hallo?"
    page.unroute("**/api/chat")
