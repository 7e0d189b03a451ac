"""The chat in Firefox: a whole sign-up by keyboard alone, and no violation that axe-core knows of."""

import json
from pathlib import Path

import pytest

from .conftest import Jobs, _free_port
from .firefox import Firefox, firefox

pytestmark = [pytest.mark.stack, pytest.mark.browser]

_ROOT = "document.querySelector('vacature-chat').shadowRoot"
_FOCUSED = f"({_ROOT}.activeElement?.id || {_ROOT}.activeElement?.textContent || '')"


def _violations(tab: Firefox) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    tab.evaluate(next(Path(axe.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8") + "; null")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    run = f"axe.run(document, {{runOnly: {json.dumps(tags)}}}).then(found => JSON.stringify(found.violations.map(item => item.id)))"
    return list(json.loads(tab.evaluate(run)))


@pytest.mark.parametrize("width", [1280, 320])
def test_a_whole_sign_up_by_keyboard_alone(jobs: Jobs, tmp_path: Path, width: int) -> None:
    email = f"firefox.{width}@voorbeeld.be"
    with firefox(tmp_path, _free_port()) as tab:
        tab.open(f"{jobs.url}/vacancies/aalst_leerondersteuner", width, 700)
        tab.until("document.querySelector('vacature-chat')?.shadowRoot?.querySelector('.launcher')")
        assert _violations(tab) == []
        # The chat is the last on the page; the way there by Tab alone is long, not different.
        tab.evaluate(f"{_ROOT}.querySelector('.launcher').focus()")
        tab.press("Enter")
        tab.until(f"{_ROOT}.querySelector('[role=log]')?.textContent.includes('geen mens')")
        assert tab.evaluate(_FOCUSED) == "message"
        tab.type("Schrijf me in voor de infosessie")
        tab.press("Enter")
        tab.until(f"{_ROOT}.querySelector('form.card')")
        assert tab.evaluate(_FOCUSED) == "Inschrijven voor een infosessie"
        assert _violations(tab) == []
        tab.press("Tab")
        tab.type("Lien Peeters")
        tab.press("Tab")
        tab.type(email)
        tab.press("Tab")
        tab.press("Space")
        tab.press("Enter")
        tab.until(f"{_ROOT}.querySelector('[role=log]').textContent.includes('Je bent ingeschreven')")
        assert ("Lien Peeters", email, "confirmed") in jobs.signups()
        assert tab.evaluate(_FOCUSED) == "message"
        tab.press("Escape")
        assert tab.evaluate(f"{_ROOT}.querySelector('dialog').open") is False
        assert "Stel een vraag" in tab.evaluate(_FOCUSED)
