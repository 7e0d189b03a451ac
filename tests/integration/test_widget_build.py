"""The built chat is what its sources make, and its own tests pass; where Node.js and its packages are."""

import shutil
import subprocess
from pathlib import Path

import pytest

from bot.web.script import WIDGET
from knowledge.settings import PROJECT_ROOT

pytestmark = pytest.mark.integration

SOURCES = PROJECT_ROOT / "bot" / "web" / "widget"
_TOOLS = SOURCES / "node_modules" / ".bin"


def _node(tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    if shutil.which("node") is None or not (_TOOLS / tool).exists():
        pytest.skip("Node.js or the packages of bot/web/widget are not installed (make setup-dev installs them where npm is)")
    return subprocess.run([str(_TOOLS / tool), *arguments], cwd=SOURCES, capture_output=True, text=True, timeout=120, check=False)


def test_the_built_file_is_what_the_sources_make(tmp_path: Path) -> None:
    made = _node("vite", "build", "--outDir", str(tmp_path), "--logLevel", "warn")
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "widget.js").read_bytes() == WIDGET.read_bytes(), "run `make widget`"


def test_types_hold() -> None:
    checked = _node("tsc", "--noEmit")
    assert checked.returncode == 0, checked.stdout


def test_the_widget_s_own_tests() -> None:
    ran = _node("vitest", "run", "--reporter=dot")
    assert ran.returncode == 0, ran.stdout[-3000:]
