"""The chat on a vacancy's page in headless Chromium, against the whole service: from the launcher to a stored sign-up."""

from collections.abc import Iterator
from typing import Any

import pytest

from .browser import Chat, fits, picture, violations
from .conftest import Jobs

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = [pytest.mark.stack, pytest.mark.browser]

VACANCY = "/vacancies/aalst_leerondersteuner"

# The transcript as a screen reader gets it: who says it, what, where it comes from, and what can be done.
TRANSCRIPT = """
- log "Gesprek met de chatbot":
  - list:
    - listitem:
      - text: "Chatbot:"
      - paragraph: /Hallo, ik ben de chatbot van Stad Aalst. Ik ben een computerprogramma, geen mens/
    - listitem:
      - text: "Jij:"
      - paragraph: Wie kan ik bellen over de selectieprocedure?
    - listitem:
      - text: "Chatbot:"
      - paragraph:
        - text: /Jente Mook/
        - link "0478 15 56 19":
          - /url: tel:+32478155619
        - link "jobs@aalst.be":
          - /url: mailto:jobs@aalst.be
      - paragraph:
        - text: "Bron:"
        - link /infobundel leerondersteuner.* \\(opent de infobundel in een nieuw tabblad\\)/:
          - /url: /vacancies\\/aalst_leerondersteuner#p\\d+/
      - group "Je mening over dit antwoord":
        - text: Helpt dit antwoord?
        - button "Ja"
        - button "Nee"
"""


@pytest.fixture
def browsed(chromium: Any, jobs: Jobs) -> Iterator[Any]:
    """Makes contexts (a browser of somebody's own) and closes them; no page may have run into an error."""
    contexts: list[Any] = []
    problems: list[str] = []

    def made(width: int = 1280, scheme: str = "light", **options: Any) -> Any:
        height = 720 if width > 400 else 640
        options = {"viewport": {"width": width, "height": height}, "base_url": jobs.url, "locale": "nl-BE", "color_scheme": scheme} | options
        context = chromium.new_context(**options)
        context.set_default_timeout(15_000)
        context.on("weberror", lambda error: problems.append(str(error.error)))
        context.on("console", lambda message: problems.append(message.text) if "Content Security Policy" in message.text else None)
        contexts.append(context)
        return context

    yield made
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture(params=[(1280, "light"), (320, "dark")], ids=["wide-light", "narrow-dark"])
def page(request: pytest.FixtureRequest, browsed: Any) -> Any:
    return browsed(*request.param).new_page()


_EVERYWHERE = {
    "wide-light": (1280, "light", {}),
    "wide-dark": (1280, "dark", {}),
    "narrow-light": (320, "light", {}),
    "narrow-dark": (320, "dark", {}),
    "forced-colours": (1280, "light", {"forced_colors": "active"}),
}


@pytest.fixture(params=_EVERYWHERE.values(), ids=_EVERYWHERE)
def everywhere(request: pytest.FixtureRequest, browsed: Any) -> Any:
    width, scheme, options = request.param
    return browsed(width, scheme, **options).new_page()


def test_a_whole_sign_up_by_keyboard_alone(page: Any, jobs: Jobs, request: pytest.FixtureRequest) -> None:
    email = f"lien.{request.node.callspec.id}@voorbeeld.be"
    keys = page.keyboard
    page.goto(VACANCY)
    chat = Chat(page)
    chat.launcher.wait_for()
    page.evaluate("document.body.focus()")
    keys.press("Shift+Tab")  # the chat is the last on the page
    assert "Stel een vraag" in page.evaluate("document.activeElement.shadowRoot?.activeElement?.textContent ?? ''")
    keys.press("Enter")
    chat.says("geen mens")
    assert chat.launcher.get_attribute("aria-expanded") == "true"
    assert chat.focused() == "message"
    keys.type("Schrijf me in voor de infosessie")
    keys.press("Enter")
    chat.form.wait_for()
    assert chat.focused() == "Inschrijven voor een infosessie"
    keys.press("Tab")
    keys.type("L")
    keys.press("Enter")
    chat.form.locator("[aria-invalid=true]").first.wait_for()
    assert chat.focused() == chat.form.get_by_label("Voornaam en naam").get_attribute("id")
    problem = chat.form.get_by_label("E-mailadres", exact=True)
    described = str(problem.get_attribute("aria-describedby")).split()
    assert chat.host.locator(f"#{described[-1]}").inner_text() != ""
    assert jobs.signups() == [] or all(row[1] != email for row in jobs.signups())
    keys.type("ien Peeters")
    keys.press("Tab")
    keys.type(email)
    keys.press("Tab")
    keys.press("Space")
    keys.press("Enter")
    chat.says("Je bent ingeschreven")
    assert ("Lien Peeters", email, "confirmed") in jobs.signups()
    assert chat.form.count() == 0
    assert chat.focused() == "message"
    keys.press("Escape")
    assert not chat.dialog.is_visible()
    assert "Stel een vraag" in chat.focused()
    assert chat.launcher.get_attribute("aria-expanded") == "false"


def test_no_violation_in_any_state(everywhere: Any, request: pytest.FixtureRequest) -> None:
    page, place = everywhere, request.node.callspec.id

    def clean(state: str) -> None:
        picture(page, f"{state}-{place}")
        assert violations(page) == [], state
        assert fits(page), state

    page.goto(VACANCY)
    chat = Chat(page)
    chat.launcher.wait_for()
    clean("closed")
    chat.open()
    clean("open")
    chat.host.get_by_role("button", name="Contact", exact=True).click()
    clean("contact")
    chat.host.get_by_role("button", name="Contact", exact=True).click()
    chat.ask("Hoe verloopt de selectie?")
    clean("answer")
    chat.ask("Schrijf me in voor de infosessie")
    clean("form")
    chat.form.get_by_role("button", name="Schrijf me in").click()
    chat.form.locator("[aria-invalid=true]").first.wait_for()
    clean("form-error")
    chat.form.get_by_role("button", name="Niet inschrijven").click()
    chat.form.wait_for(state="detached")
    chat.ask("Volstaat mijn diploma?")
    chat.form.wait_for()
    clean("eligibility")
    chat.form.get_by_label("Welk diploma heb je?").fill("bachelor verpleegkunde")
    chat.form.get_by_role("button", name="Vergelijk").click()
    chat.form.wait_for(state="detached")
    clean("judged")
    held: list[Any] = []
    page.route("**/api/chat", lambda route: route.abort() if held else held.append(route))
    chat.box.fill("Hoeveel verdien ik?")
    chat.box.press("Enter")
    chat.host.get_by_text("De chatbot zoekt een antwoord").wait_for()
    clean("waiting")
    held[0].abort()
    chat.alert.get_by_text("Ik ben even niet bereikbaar").wait_for()
    clean("error")
    chat.host.get_by_role("button", name="Wis mijn gesprek").click()
    clean("erase")


def test_transcript_tells_who_says_what(page: Any) -> None:
    page.goto(VACANCY)
    chat = Chat(page).open()
    chat.ask("Wie kan ik bellen over de selectieprocedure?")
    playwright.expect(chat.log).to_match_aria_snapshot(TRANSCRIPT)


def test_source_opens_the_passage(browsed: Any) -> None:
    context = browsed()
    page = context.new_page()
    page.goto(VACANCY)
    chat = Chat(page).open()
    chat.ask("Hoe verloopt de selectie?")
    with context.expect_page() as opened:
        chat.log.locator(".source a").first.click()
    bundle = opened.value
    bundle.locator("[data-start].cited").first.wait_for()
    assert bundle.locator(".cited").first.is_visible()
    assert bundle.evaluate("window.opener") is None


def test_conversation_survives_a_reload_and_a_second_tab_and_is_erased_in_both(browsed: Any) -> None:
    context = browsed()
    page, other = context.new_page(), context.new_page()
    page.goto(VACANCY)
    chat = Chat(page).open()
    chat.ask("Hoe verloopt de selectie?")
    said = chat.messages()
    page.reload()
    chat.open()
    chat.says("Hoe verloopt de selectie?")
    assert chat.messages() == said
    other.goto(VACANCY)
    second = Chat(other).open()
    second.says("Hoe verloopt de selectie?")
    chat.ask("Wie kan ik bellen over de selectieprocedure?")
    second.says("Jente Mook")
    chat.host.get_by_role("button", name="Wis mijn gesprek").click()
    chat.host.get_by_role("button", name="Ja, wis alles").click()
    chat.host.get_by_text("Je gesprek is gewist.").wait_for()
    other.wait_for_function("() => document.querySelector('vacature-chat').shadowRoot.querySelectorAll('[role=log] li').length === 1")
    assert page.evaluate("Object.keys(localStorage)") == []


def test_nothing_but_the_conversation_id_is_kept_in_the_browser(browsed: Any) -> None:
    context = browsed()
    page = context.new_page()
    page.goto(VACANCY)
    assert page.evaluate("Object.keys(localStorage).length") == 0
    chat = Chat(page).open()
    assert page.evaluate("Object.keys(localStorage).length") == 0
    chat.ask("Hoe verloopt de selectie?")
    kept = page.evaluate("Object.entries(localStorage)")
    assert [name for name, _ in kept] == ["vacaturebot:aalst_leerondersteuner"]
    assert len(kept[0][1]) == 32
    assert page.evaluate("Object.keys(sessionStorage).length") == 0
    assert context.cookies() == []


def test_a_message_whose_answer_got_lost_is_not_said_twice(browsed: Any) -> None:
    page = browsed().new_page()
    page.goto(VACANCY)
    chat = Chat(page).open()
    chat.ask("Hoe verloopt de selectie?")
    lost = []

    def lose(route: Any) -> None:
        lost.append(route.fetch().status)
        route.abort()

    page.route("**/api/chat", lose)
    chat.box.fill("Wie kan ik bellen over de selectieprocedure?")
    chat.box.press("Enter")
    chat.alert.get_by_text("Ik ben even niet bereikbaar").wait_for()
    assert lost == [200, 200]  # it tried once more by itself
    assert chat.box.input_value() == "Wie kan ik bellen over de selectieprocedure?"
    page.unroute("**/api/chat")
    chat.host.get_by_role("button", name="Probeer opnieuw").click()
    chat.says("Jente Mook")
    page.reload()
    chat.open()
    chat.says("Jente Mook")
    assert chat.messages().count("Wie kan ik bellen over de selectieprocedure?") == 1


def test_words_are_never_html_and_opinions_are_kept(page: Any) -> None:
    page.goto(VACANCY)
    chat = Chat(page).open()
    chat.ask("<img src=x onerror=document.title='gekraakt'><script>document.title='gekraakt'</script>")
    assert "gekraakt" not in page.title()
    assert chat.log.locator("img, script").count() == 0
    assert "<img src=x" in chat.log.locator("li.mine .text").inner_text()
    chat.ask("Hoe verloopt de selectie?")
    chat.log.locator("li.answer").last.get_by_role("button", name="Ja", exact=True).click()
    chat.log.locator("[aria-pressed=true]").wait_for()


def test_too_long_a_message_is_kept_and_told(page: Any) -> None:
    page.goto(VACANCY)
    chat = Chat(page).open()
    chat.box.fill("a" * 10_000)
    chat.box.press("Enter")
    chat.alert.get_by_text("10000 tekens").wait_for()
    assert len(chat.box.input_value()) == 10_000
    assert fits(page)
