"""The chat as it is built: small, of nobody else's making, and with no way to read words as HTML."""

import gzip
import json
import re
from pathlib import Path

from bot.web.script import WIDGET

SOURCES = Path(__file__).parents[4] / "bot" / "web" / "widget"


def test_at_most_60_kilobytes_and_nothing_foreign() -> None:
    built = WIDGET.read_bytes()
    assert len(gzip.compress(built, 9)) <= 60_000
    text = built.decode()
    # The name of the picture format is no address that is asked for.
    assert set(re.findall(r"https?://[^\"'`\s]+", text)) - {"http://www.w3.org/2000/svg"} <= set(re.findall(r"https\?:\\/\\/[^ ]*", text))
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "sessionStorage", "cookie", "Promise"):
        assert word not in text, word


def test_lock_file_names_no_registry() -> None:
    lock = json.loads((SOURCES / "package-lock.json").read_text())
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []
    manifest = json.loads((SOURCES / "package.json").read_text())
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in manifest["devDependencies"].values())
    assert "dependencies" not in manifest
