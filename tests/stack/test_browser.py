"""The jobs pages in headless Chromium: no violation that axe-core knows of, at 320 and 1280 pixels, in light and dark."""

from collections.abc import Iterator
from typing import Any

import pytest

from .browser import fits, violations
from .conftest import Jobs

pytestmark = [pytest.mark.stack, pytest.mark.browser]


_SIZES = [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")]


@pytest.fixture(params=_SIZES, ids=[f"{width}-{scheme}" for width, scheme in _SIZES])
def page(request: pytest.FixtureRequest, chromium: Any, jobs: Jobs) -> Iterator[Any]:
    width, scheme = request.param
    context = chromium.new_context(viewport={"width": width, "height": 720}, base_url=jobs.url, locale="nl-BE", color_scheme=scheme)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if "Content Security Policy" in message.text else None)
    yield page
    context.close()
    assert problems == []


@pytest.mark.parametrize("kind", ["home", "vacancy", "contact", "privacy", "terms", "missing"])
def test_every_page_is_accessible_and_fits(page: Any, kind: str) -> None:
    paths = {"home": "/", "privacy": "/privacy", "terms": "/voorwaarden", "contact": "/contact"}
    if kind == "vacancy":
        page.goto("/")
        found = page.locator(".vacancies h2 a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    else:
        found = [paths.get(kind, "/vacancies/bestaat-niet")]
    for path in found:
        page.goto(path)
        assert violations(page) == [], path
        assert fits(page), path


def test_source_opens_where_it_stands(page: Any) -> None:
    page.goto("/vacancies/aalst_leerondersteuner")
    anchor = page.locator("article [id^=p]").nth(40).get_attribute("id")
    page.goto(f"/vacancies/aalst_leerondersteuner#{anchor}")
    page.locator("[data-start].cited").wait_for()
    assert page.locator(".cited").first.is_visible()
    assert violations(page) == []
