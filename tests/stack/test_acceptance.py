"""The development evaluation set, asked and scored by its own scorer. Below these shares of right answers nothing lands."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.stack, pytest.mark.slow]


@pytest.mark.parametrize(("command", "least"), [("qa", 0.90), ("dialogues", 0.90)])
def test_conversations(shared_eval: Path, evaluation_stack: Any, tmp_path: Path, command: str, least: float) -> None:
    result = scored(shared_eval, tmp_path, command, "--url", evaluation_stack.url)
    wrong = "\n".join(f"{row['id']}: {row['question']} -> {row['problems']}" for row in result["rows"] if not row["ok"])
    assert result["total"] >= least, wrong


def test_facts(shared_eval: Path, tmp_path: Path) -> None:
    bundles = [shared_eval / "bundles", shared_eval.parent / "seeds"]
    subprocess.run([sys.executable, "-m", "bot.cli", "facts", *bundles, "--out", tmp_path / "facts"], check=True, capture_output=True)
    result = scored(shared_eval, tmp_path, "facts", "--pred-dir", tmp_path / "facts")
    assert result["total"] >= 0.97


def scored(shared_eval: Path, folder: Path, *arguments: object) -> dict[str, Any]:
    """The scorer's full result."""
    report = folder / "report.json"
    subprocess.run([sys.executable, shared_eval / "score.py", *map(str, arguments), "--json", report], check=True, capture_output=True)
    result: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return result
