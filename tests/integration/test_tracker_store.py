"""Conversations at hand never hide what the database says, in Rasa's own runtime on a real SQLite file."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from bot.serve.command import RASA_PYTHON
from knowledge.settings import PROJECT_ROOT

pytestmark = [pytest.mark.integration, pytest.mark.slow]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    script = Path(__file__).with_name("tracker_store_tries.py")
    environment = os.environ | {"PYTHONPATH": str(PROJECT_ROOT), "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}
    folder = tmp_path_factory.mktemp("tracker")
    done = subprocess.run([RASA_PYTHON, script, folder], env=environment, cwd=PROJECT_ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    result: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return result


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("both stores", [["een", "twee"], ["een", "twee"]]),
        ("at hand", True),
        ("another process wrote", ["een", "twee", "drie", "vier", "vijf"]),
        ("erased", None),
        ("after erasing", ["opnieuw"]),
        ("held of private turns", []),
        ("after a turn that failed", ["opnieuw"]),
        ("held at most", True),
        ("rows of b", 3),
    ],
)
def test_the_database_is_the_truth(found: dict[str, object], what: str, expected: object) -> None:
    assert found[what] == expected
