"""What the chat costs a page, on one machine in one run: `python -m benchmarks.widget [--check] [--url ADDRESS]`.

The service as a user starts it (or the one at ADDRESS), headless Chromium, every load with an empty cache. Prints the script's size; milliseconds
from the arrival of its last byte to the frame that shows the button, and of work on the main thread (script, style, layout) that a page has with it
and not without it, both also with the processor slowed down four times, as on a cheap phone; and Lighthouse's scores of a vacancy page (npm,
`benchmarks/widget_lighthouse/`, where it can be installed). `--check` exits with 1 when a target is missed.
"""

import argparse
import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Route, sync_playwright

from benchmarks.turn import Bot, free_ports, running
from bot.web.script import WIDGET

VACANCY = "aalst_leerondersteuner"
LOADS = 15
TARGETS = {"gzipped kB": 60.0, "launcher ms": 100.0, "main thread ms": 50.0, "accessibility": 100, "best practices": 95, "performance": 95}
_WORK = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")
# The first frame after the button is there: a task that is queued in a frame runs when that frame has been handed over.
_WATCH = """
new MutationObserver((_, observer) => {
  if (!document.querySelector("vacature-chat")) return;
  observer.disconnect();
  requestAnimationFrame(() => { const channel = new MessageChannel();
    channel.port1.onmessage = () => { window.shown = performance.now(); }; channel.port2.postMessage(0); });
}).observe(document, { childList: true, subtree: true });
"""


def loads(browser: Browser, url: str, slow: int) -> tuple[list[float], list[float]]:
    """Milliseconds to the button, and of work that the script adds, for each load."""
    shown, work = [], []
    script = f'<script src="{url}/widget.js" data-vacancy="{VACANCY}" async></script>'
    for _ in range(LOADS):
        busy: list[float] = []
        for body in ("", script):
            context = browser.new_context(viewport={"width": 390, "height": 844})
            page = context.new_page()
            page.add_init_script(_WATCH)
            text = f'<!doctype html><html lang="nl"><meta name="viewport" content="width=device-width"><title>Jobs</title><h1>Jobs</h1>{body}</html>'
            page.route("**/meting", _answer(text))
            devtools = context.new_cdp_session(page)
            devtools.send("Performance.enable")
            devtools.send("Emulation.setCPUThrottlingRate", {"rate": slow})
            page.goto(f"{url}/meting")
            if body:
                page.wait_for_function("window.shown")
                arrived = "performance.getEntriesByType('resource').find(entry => entry.name.endsWith('/widget.js')).responseEnd"
                shown.append(float(page.evaluate(f"window.shown - {arrived}")))
            page.wait_for_timeout(300)
            metrics = {item["name"]: item["value"] for item in devtools.send("Performance.getMetrics")["metrics"]}
            busy.append(1000 * sum(metrics[name] for name in _WORK))
            context.close()
        work.append(busy[1] - busy[0])
    return shown, work


def _answer(text: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(status=200, content_type="text/html", body=text)


def lighthouse(chromium: str, url: str, folder: Path) -> dict[str, Any] | None:
    """The scores of a vacancy page (0 to 100) on Lighthouse's slow phone; None where it cannot be had."""
    tool = Path(__file__).parent / "widget_lighthouse"
    if not (tool / "node_modules").is_dir():
        if shutil.which("npm") is None:
            return None
        options = ["--no-audit", "--no-fund", "--ignore-scripts"]
        if subprocess.run(["npm", "ci", "--prefix", str(tool), *options], capture_output=True, check=False).returncode != 0:
            return None
    report = folder / "lighthouse.json"
    command = [
        str(tool / "node_modules" / ".bin" / "lighthouse"),
        f"{url}/vacancies/{VACANCY}",
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        "--only-categories=accessibility,best-practices,performance,seo",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]
    subprocess.run(command, env=os.environ | {"CHROME_PATH": chromium}, capture_output=True, check=False, timeout=300)
    if not report.is_file():
        return None
    found = json.loads(report.read_text())
    scores: dict[str, Any] = {
        name.replace("-", " "): round(100 * item["score"]) for name, item in found["categories"].items() if item["score"] is not None
    }
    scores["missed"] = sorted(name for name, audit in found["audits"].items() if audit.get("score") is not None and audit["score"] < 0.9)
    return scores


@contextmanager
def service() -> Iterator[str]:
    """A service of its own; gives its address."""
    with tempfile.TemporaryDirectory() as folder:
        (port,) = free_ports(1)
        environment = {"BOT_PORT": str(port), "BOT_DATA_DIR": folder, "BOT_TODAY": "2026-06-01", "BOT_ENV": "test"}
        bot = Bot("ours", port, "/api/chat", "/readyz", True)
        with running([sys.executable, "-m", "bot.cli", "serve"], environment, bot, Path(folder) / "serve.log"):
            yield f"http://127.0.0.1:{port}"


def measured(url: str) -> dict[str, Any]:
    """All figures of a running service."""
    chromium = next(found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name)))
    built = WIDGET.read_bytes()
    figures: dict[str, Any] = {"kB": round(len(built) / 1000, 1), "gzipped kB": round(len(gzip.compress(built, 9)) / 1000, 1)}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for slow, note in ((1, ""), (4, ", processor 4 times slower")):
            shown, work = loads(browser, url, slow)
            figures[f"launcher ms{note}"] = _summary(shown)
            figures[f"main thread ms{note}"] = _summary(work)
        browser.close()
    with tempfile.TemporaryDirectory() as folder:
        figures["lighthouse"] = lighthouse(chromium, url, Path(folder))
    return figures


def _summary(values: Sequence[float]) -> dict[str, float]:
    return {"median": round(statistics.median(values), 1), "worst": round(max(values), 1)}


def missed(figures: dict[str, Any]) -> list[str]:
    """The targets that were not reached; the unslowed medians count."""
    found = [name for name in ("launcher ms", "main thread ms") if figures[name]["median"] > TARGETS[name]]
    found += ["gzipped kB"] if figures["gzipped kB"] > TARGETS["gzipped kB"] else []
    scores = figures["lighthouse"] or {}
    return found + [name for name in ("accessibility", "best practices", "performance") if scores and scores[name] < TARGETS[name]]


def main() -> int:
    """Prints the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--url")
    args = parser.parse_args()
    if args.url:
        figures = measured(args.url)
    else:
        with service() as url:
            figures = measured(url)
    print(json.dumps(figures, indent=2, ensure_ascii=False))
    wrong = missed(figures)
    if wrong:
        print("missed: " + ", ".join(wrong), file=sys.stderr)
    return 1 if args.check and wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
