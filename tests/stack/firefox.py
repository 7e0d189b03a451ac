"""Firefox as Debian ships it, driven by WebDriver BiDi, which it speaks by itself: no driver and no patched browser in between."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_START_SECONDS = 60
_KEYS = {"Enter": "\ue007", "Tab": "\ue004", "Escape": "\ue00c", "Space": " ", "Shift": "\ue008"}


class Firefox:
    """One tab. Values come back as Python's; a script that throws fails the test."""

    def __init__(self, socket: Any) -> None:
        self._socket, self._number = socket, 0
        self._command("session.new", capabilities={})
        # In the window that a headless Firefox starts with, the address bar has the focus and keeps it.
        self._tab = self._command("browsingContext.create", type="window")["context"]

    def open(self, url: str, width: int, height: int) -> None:
        """Loads a page in a window of this size."""
        self._command("browsingContext.setViewport", context=self._tab, viewport={"width": width, "height": height})
        self._command("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def evaluate(self, expression: str) -> Any:
        """The value of an expression of text, numbers, booleans or null; a promise is awaited."""
        made = self._command("script.evaluate", expression=expression, target={"context": self._tab}, awaitPromise=True)
        assert made["type"] == "success", made
        return made["result"].get("value")

    def until(self, expression: str, seconds: float = 20) -> None:
        """Waits until it is true."""
        end = time.monotonic() + seconds
        while not self.evaluate(f"Boolean({expression})"):
            assert time.monotonic() < end, f"never true: {expression}"
            time.sleep(0.1)

    def press(self, key: str, *, shift: bool = False) -> None:
        """One key by its name, or one character."""
        value = _KEYS.get(key, key)
        strokes = [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]
        if shift:
            strokes = [{"type": "keyDown", "value": _KEYS["Shift"]}, *strokes, {"type": "keyUp", "value": _KEYS["Shift"]}]
        self._command("input.performActions", context=self._tab, actions=[{"type": "key", "id": "keyboard", "actions": strokes}])

    def type(self, text: str) -> None:
        """The characters, one key each."""
        strokes = [{"type": kind, "value": character} for character in text for kind in ("keyDown", "keyUp")]
        self._command("input.performActions", context=self._tab, actions=[{"type": "key", "id": "keyboard", "actions": strokes}])

    def _command(self, method: str, **parameters: Any) -> Any:
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._socket.recv(timeout=60))
            if answer.get("id") == self._number:
                assert answer["type"] == "success", answer
                return answer["result"]


@contextmanager
def firefox(folder: Path, port: int) -> Iterator[Firefox]:
    """Headless, with a profile of its own. Skips where it is not installed."""
    websockets = pytest.importorskip("websockets.sync.client", reason="websockets is not installed")
    path = shutil.which("firefox-esr") or shutil.which("firefox")
    if path is None:
        pytest.skip("Firefox is not installed (Debian's package firefox-esr); the set-up installs it as root only")
    command = [path, "--headless", "--no-remote", "--profile", str(folder), "--remote-debugging-port", str(port)]
    with (folder / "firefox.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
    try:
        end = time.monotonic() + _START_SECONDS
        while True:
            try:
                socket = websockets.connect(f"ws://127.0.0.1:{port}/session", max_size=None, proxy=None)
                break
            except OSError:
                assert time.monotonic() < end, (folder / "firefox.log").read_text()[-2000:]
                time.sleep(0.3)
        with socket:
            yield Firefox(socket)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
