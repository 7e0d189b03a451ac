"""The whole stack, started as a user starts it, with data of its own and the models that the set-up made."""

import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from knowledge.settings import PROJECT_ROOT, load_settings

START_SECONDS = 150
PUBLISH_SECONDS = 240
TODAY = "2026-11-21"
_BROWSER = [
    *("--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split()),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


@dataclass(frozen=True)
class Stack:
    """The running service. `log` is what its supervisor and processes write."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path
    bundles: Path
    data: Path

    def pid(self, child: str) -> int:
        """The process id of "gateway", "rasa" or "actions" at this moment."""
        return int(re.findall(rf"{child} started \(process (\d+)\)", self.log.read_text())[-1])

    def wait_until_ready(self, seconds: float) -> None:
        """Fails with the end of the log when questions cannot be answered in time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if httpx.get(f"{self.url}/readyz", timeout=5, trust_env=False).status_code == 200:
                    return
            except httpx.HTTPError:
                pass
            if self.process.poll() is not None:
                break
            time.sleep(0.2)
        pytest.fail(f"not ready within {seconds} s; the log ends with:\n{self.log.read_text()[-4000:]}")

    def publish(self, *files: Path) -> None:
        """Adds bundles to the running service and waits until it knows them."""
        for file in files:
            shutil.copy(file, self.bundles)
        for file in files:
            self._wait_for(f"{self.url}/api/vacancies/{file.stem}")

    def _wait_for(self, url: str) -> None:
        end = time.monotonic() + PUBLISH_SECONDS
        while httpx.get(url, timeout=20, trust_env=False).status_code != 200:
            if time.monotonic() > end:
                pytest.fail(f"{url} does not answer after {PUBLISH_SECONDS} s")
            time.sleep(0.3)


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The service with the bundles that come along with it."""
    with started(tmp_path_factory.mktemp("stack"), (PROJECT_ROOT / "knowledge" / "bundles").iterdir()) as running:
        yield running


@pytest.fixture(scope="session")
def shared_eval() -> Path:
    """The development evaluation set, which lies beside the repository and not in it."""
    folder = PROJECT_ROOT.parent / "shared" / "eval"
    if not (folder / "score.py").is_file():
        pytest.skip(f"the evaluation set is not at {folder}")
    return folder


@pytest.fixture(scope="session")
def evaluation_stack(tmp_path_factory: pytest.TempPathFactory, shared_eval: Path) -> Iterator[Stack]:
    """The service with the bundles of the evaluation set."""
    bundles = [*(shared_eval / "bundles").iterdir(), *(shared_eval.parent / "seeds").iterdir()]
    with started(tmp_path_factory.mktemp("evaluation"), bundles) as running:
        yield running


@dataclass(frozen=True)
class Jobs:
    """The service on a day before the infosession, and the addresses of a website that may show its chat and of one that may not."""

    stack: Stack
    website: str
    stranger: str

    @property
    def url(self) -> str:
        return self.stack.url

    def signups(self) -> list[tuple[str, str, str]]:
        with sqlite3.connect(f"file:{self.stack.data / 'service.db'}?mode=ro", uri=True) as database:
            return database.execute("SELECT name, email, status FROM infosession_signups ORDER BY number").fetchall()


@pytest.fixture(scope="session")
def jobs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Jobs]:
    """What a candidate with a browser meets. Nothing listens at the websites' addresses: the tests make their pages."""
    website, stranger = (f"http://localhost:{_free_port()}" for _ in range(2))
    settings = {"BOT_TODAY": "2026-06-01", "BOT_WIDGET_ORIGINS": website, "BOT_TURNS_PER_MINUTE": "200"}
    with started(tmp_path_factory.mktemp("jobs"), (PROJECT_ROOT / "knowledge" / "bundles").iterdir(), settings) as running:
        yield Jobs(running, website, stranger)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The one browser of all these tests: Playwright can be started only once at a time. It reaches nothing but this machine."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("Chromium is not installed (Debian's package chromium); the set-up installs it as root only")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=_BROWSER)
        yield browser
        browser.close()


@contextmanager
def started(folder: Path, files: Iterable[Path], settings: Mapping[str, str] | None = None) -> Iterator[Stack]:
    """A service of its own over copies of these bundles, with more settings where they are given."""
    if not load_settings().rasa_model_dir.exists():
        pytest.fail("the Rasa model is not there: run `make setup`")
    bundles, data, log = folder / "bundles", folder / "data", folder / "serve.log"
    bundles.mkdir()
    for file in files:
        shutil.copy(file, bundles)
    port = _free_port()
    own = {"BOT_PORT": str(port), "BOT_KNOWLEDGE_DIR": str(bundles), "BOT_DATA_DIR": str(data), "BOT_TODAY": TODAY, "BOT_ENV": "test"}
    own |= settings or {}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BOT_") or name == "BOT_MODELS_DIR"} | own
    with log.open("wb") as output:
        command = [sys.executable, "-m", "bot.cli", "serve"]
        process = subprocess.Popen(command, cwd=PROJECT_ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
    running = Stack(f"http://127.0.0.1:{port}", process, log, bundles, data)
    try:
        running.wait_until_ready(START_SECONDS)
        yield running
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture(scope="session")
def stack_url(stack: Stack) -> str:
    return stack.url


@pytest.fixture
def http(stack: Stack) -> Iterator[httpx.Client]:
    """A client of the stack's gateway."""
    with httpx.Client(base_url=stack.url, timeout=20, trust_env=False) as client:
        yield client


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
