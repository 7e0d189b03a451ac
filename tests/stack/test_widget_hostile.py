"""The chat on pages that were not made for it, of another website than the service's: it stays usable and leaves the page as it was."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from .browser import Chat, picture, violations
from .conftest import Jobs

pytestmark = [pytest.mark.stack, pytest.mark.browser]

Visit = Callable[..., Any]
_VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'


@pytest.fixture(scope="module")
def websites(jobs: Jobs) -> Iterator[dict[str, tuple[str, str]]]:
    """Both websites, real servers on this machine; what they answer, by path: a policy and a page."""
    pages: dict[str, tuple[str, str]] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            policy, text = pages.get(self.path, ("", ""))
            self.send_response(200 if text else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if policy:
                self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, format: str, *args: object) -> None:
            return

    servers = [ThreadingHTTPServer(("127.0.0.1", int(origin.rsplit(":")[-1])), Handler) for origin in (jobs.website, jobs.stranger)]
    for server in servers:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
    yield pages
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def visit(chromium: Any, jobs: Jobs, websites: dict[str, tuple[str, str]]) -> Iterator[Visit]:
    """Opens a page of a website with this in its head and body; `$script` becomes the line that a webmaster adds."""
    contexts: list[Any] = []

    def opened(body: str = "$script", head: str = _VIEWPORT, *, origin: str = "", html: str = 'lang="nl"', csp: str = "", **options: Any) -> Any:
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 720}, "locale": "nl-BE"} | options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        script = f'<script src="{jobs.url}/widget.js" data-vacancy="aalst_leerondersteuner" data-employer="Stad Aalst" async></script>'
        start = f"<!doctype html><html {html}><head><meta charset=utf-8><title>Jobs</title>{head}</head>"
        websites["/vacature"] = csp, f"{start}<body><main><h1>Jobs</h1>{body}</main></body></html>".replace("$script", script)
        page.goto(f"{origin or jobs.website}/vacature")
        return page

    yield opened
    for context in contexts:
        context.close()


def usable(page: Any, number: int = 0) -> Chat:
    """Opens the chat, gets an answer, closes it; gives the chat."""
    chat = Chat(page, number)
    chat.open()
    chat.ask("Hoe verloopt de selectie?")
    chat.says("intakegesprek")
    assert chat.launcher.is_visible() or chat.dialog.is_visible()
    chat.box.press("Escape")
    assert not chat.dialog.is_visible()
    return chat


def test_on_another_website_and_nothing_leaks_either_way(visit: Visit) -> None:
    style = "<style>button { background: red !important; font-size: 40px } h2, .log { display: none } dialog { display: none !important }</style>"
    page = visit("<button id=own>Eigen knop</button>$script", _VIEWPORT + style)
    before = page.locator("#own").evaluate("e => JSON.stringify([getComputedStyle(e).backgroundColor, e.getBoundingClientRect()])")
    chat = usable(page)
    assert chat.launcher.evaluate("e => getComputedStyle(e).backgroundColor") != "rgb(255, 0, 0)"
    assert page.locator("#own").evaluate("e => JSON.stringify([getComputedStyle(e).backgroundColor, e.getBoundingClientRect()])") == before
    assert page.evaluate("Object.keys(window).filter(name => /vacature|widget/i.test(name))") == []
    assert violations(page) == []


def test_theme_by_custom_properties(visit: Visit) -> None:
    page = visit(head=_VIEWPORT + "<style>:root { --vacaturebot-accent: #7a1f5c }</style>")
    assert Chat(page).launcher.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(122, 31, 92)"


def test_a_website_that_is_not_allowed_gets_the_contact_and_no_answer(visit: Visit, jobs: Jobs) -> None:
    page = visit(origin=jobs.stranger)
    chat = Chat(page)
    chat.launcher.click()
    chat.alert.get_by_text("Ik ben even niet bereikbaar").wait_for()
    chat.host.get_by_role("button", name="Contact", exact=True).click()
    contact = chat.host.get_by_role("link", name="Alle contactgegevens")
    assert contact.get_attribute("href") == f"{jobs.url}/vacancies/aalst_leerondersteuner/contact"


def test_all_unset(visit: Visit) -> None:
    page = visit(head=_VIEWPORT + "<style>* { all: unset } * { all: unset !important }</style>")
    chat = usable(page)
    box = chat.launcher.bounding_box()
    assert box["height"] >= 44
    assert box["x"] + box["width"] > 1200
    assert box["y"] > 600


def test_a_policy_that_allows_the_service_and_nothing_else(visit: Visit, jobs: Jobs) -> None:
    policy = f"default-src 'none'; script-src {jobs.url}; connect-src {jobs.url}; require-trusted-types-for 'script'; trusted-types 'none'"
    page = visit(csp=policy)
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if "Content Security Policy" in message.text else None)
    usable(page)
    assert problems == []


def test_default_src_self_behind_the_website_itself(jobs: Jobs, chromium: Any) -> None:
    context = chromium.new_context(base_url=jobs.url)
    page = context.new_page()
    script = '<script src="/widget.js" data-vacancy="aalst_leerondersteuner" async></script>'
    text = f'<!doctype html><html lang="nl"><title>Jobs</title><h1>Jobs</h1>{script}</html>'
    headers = {"Content-Type": "text/html", "Content-Security-Policy": "default-src 'self'"}
    page.route("**/werken-bij-ons", lambda route: route.fulfill(status=200, headers=headers, body=text))
    page.goto("/werken-bij-ons")
    usable(page)
    context.close()


def test_own_promise_and_other_old_habits(visit: Visit) -> None:
    old = """<script>
    window.Promise = function () { throw new Error("polyfill") };
    window.Promise.resolve = window.Promise.all = window.Promise.race = window.Promise.reject = window.Promise;
    Array.prototype.each = function () {}; Object.prototype.extend = function () {};
    Element.prototype.append = Element.prototype.remove = Element.prototype.after = function () { throw new Error("old") };
    </script>"""
    usable(visit(head=_VIEWPORT + old))


@pytest.mark.parametrize("sandbox", ["", 'sandbox="allow-scripts allow-same-origin"', 'sandbox="allow-scripts"'], ids=["plain", "sandbox", "nobody"])
def test_inside_an_iframe(visit: Visit, websites: dict[str, tuple[str, str]], jobs: Jobs, sandbox: str) -> None:
    script = f'<script src="{jobs.url}/widget.js" data-vacancy="aalst_leerondersteuner"></script>'
    websites["/kader"] = "", f'<!doctype html><html lang="nl"><title>Kader</title><body>{script}</body></html>'
    page = visit(f'<iframe src="/kader" title="Chat" width="600" height="600" {sandbox}></iframe>')
    inside = page.frame_locator("iframe")
    launcher = inside.get_by_role("button", name="Stel een vraag")
    launcher.click()
    if sandbox.endswith('"allow-scripts"'):  # an origin of nobody: no website that can be allowed, and no storage
        inside.get_by_text("Ik ben even niet bereikbaar").wait_for()
        return
    inside.get_by_text("Ik ben een computerprogramma").wait_for()
    inside.get_by_label("Je vraag").fill("Hoe verloopt de selectie?")
    inside.get_by_label("Je vraag").press("Enter")
    inside.get_by_text("intakegesprek").wait_for()


def test_several_on_one_page(visit: Visit, jobs: Jobs) -> None:
    other = f'<p>Intussen<script src="{jobs.url}/widget.js" data-vacancy="kortrijk_maatschappelijk_werker" data-about="Kortrijk" async></script></p>'
    page = visit("$script" + other)
    page.wait_for_function("document.querySelectorAll('vacature-chat').length === 2")
    chats = {page.locator("vacature-chat").nth(number).get_attribute("vacancy"): number for number in range(2)}
    places = {page.locator("vacature-chat").nth(number).get_attribute("position") for number in range(2)}
    assert places == {"corner", "inline"}
    assert "Kortrijk" in Chat(page, chats["kortrijk_maatschappelijk_werker"]).launcher.inner_text()
    usable(page, chats["aalst_leerondersteuner"])
    chat = Chat(page, chats["kortrijk_maatschappelijk_werker"]).open()
    assert chat.messages()[1:] == []
    assert "Stad Kortrijk" in chat.messages()[0]
    assert violations(page) == []


def test_right_to_left(visit: Visit) -> None:
    page = visit("<p>مرحبا</p>$script", html='lang="ar" dir="rtl"')
    chat = Chat(page)
    assert chat.launcher.bounding_box()["x"] < 100
    chat.open()
    assert chat.dialog.bounding_box()["x"] < 100
    assert chat.box.evaluate("e => [getComputedStyle(e).direction, e.closest('[lang]').lang].join()") == "ltr,nl"
    picture(page, "right-to-left")


def test_a_page_without_a_viewport_on_a_phone(visit: Visit) -> None:
    phone = {"width": 390, "height": 844}
    page = visit("<table width=900><tr><td>Oude pagina</table>$script", "", is_mobile=True, has_touch=True, screen=phone, viewport=phone)
    assert page.evaluate("innerWidth") >= 900
    chat = Chat(page)
    chat.launcher.tap()
    chat.says("geen mens")
    drawn = chat.log.locator(".text").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize) * screen.width / innerWidth * e.currentCSSZoom")
    assert drawn > 14


def test_two_hundred_messages(visit: Visit) -> None:
    page = visit()
    texts = [{"sender": "candidate" if number % 2 == 0 else "bot", "text": f"Bericht {number}", "reply": None} for number in range(200)]
    page.route("**/api/chat/*", lambda route: route.fulfill(json={"messages": texts, "signup": None, "eligibility": None}, headers=_shared(page)))
    page.evaluate("localStorage.setItem('vacaturebot:aalst_leerondersteuner', 'gesprek-0123456789')")
    chat = Chat(page).open()
    chat.says("Bericht 199")
    assert len(chat.messages()) == 201
    assert chat.log.get_by_text("Bericht 199").is_visible()
    page.unroute("**/api/chat/*")
    chat.ask("Hoe verloopt de selectie?")
    chat.says("intakegesprek")
    assert violations(page) == []


def test_focus_on_the_page_is_never_behind_the_chat(visit: Visit) -> None:
    covered = '<a href="#x" id="covered" style="position: fixed; right: 100px; bottom: 200px">Achter het gesprek</a>'
    page = visit(covered + "$script")
    chat = Chat(page).open()
    page.locator("#covered").focus()
    assert not chat.dialog.is_visible()
    assert page.evaluate("document.activeElement.id") == "covered"


def test_an_old_browser_gets_the_contact_page(visit: Visit, jobs: Jobs) -> None:
    page = visit(head=_VIEWPORT + "<script>delete Document.prototype.adoptedStyleSheets</script>")
    link = page.get_by_role("link", name="Vragen? Bel of mail de contactpersoon")
    assert link.get_attribute("href") == f"{jobs.url}/vacancies/aalst_leerondersteuner/contact"
    assert page.locator("vacature-chat").count() == 0


def test_too_many_messages_is_told_kindly(visit: Visit) -> None:
    page = visit()
    chat = Chat(page).open()
    told = {"error": {"code": "too_many_turns", "message": "Je stuurt veel berichten na elkaar. Wacht even en probeer het opnieuw."}}
    page.route("**/api/chat", lambda route: route.fulfill(status=429, json=told, headers=_shared(page)))
    chat.box.fill("Hallo")
    chat.box.press("Enter")
    chat.alert.get_by_text("Wacht even en probeer het opnieuw").wait_for()
    assert chat.box.input_value() == "Hallo"


def test_links_lead_nowhere_else(visit: Visit) -> None:
    page = visit()
    chat = Chat(page).open()
    citation = {"title": "t", "section": None, "page": None, "quote": "q"}
    bad = ["javascript:alert(1)", "//boef.example/x", "https://boef.example/", "data:text/html,x"]
    reply = {
        "id": "r1",
        "kind": "answer",
        "text": "javascript:alert(1) <a href='javascript:alert(2)'>x</a> https://www.voorbeeld.be/a?b=1. bel 053 72 33 04",
        "buttons": [],
        "citations": [citation | {"url": url, "section": url} for url in [*bad, "/vacancies/x#p1"]],
    }
    answer = {"conversation_id": "gesprek-0123456789", "replies": [reply], "outcome": "answered", "signup": None, "eligibility": None}
    page.route("**/api/chat", lambda route: route.fulfill(json=answer, headers=_shared(page)))
    chat.box.fill("Hallo")
    chat.box.press("Enter")
    chat.says("javascript:alert(1)")
    links = chat.log.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert [link for link in links if not link.startswith("http://127")] == ["https://www.voorbeeld.be/a?b=1", "tel:+3253723304"]
    assert [link.split("/", 3)[3] for link in links if link.startswith("http://127")] == ["vacancies/x#p1"]


def _shared(page: Any) -> dict[str, str]:
    return {"Access-Control-Allow-Origin": page.url.rsplit("/", 1)[0]}
