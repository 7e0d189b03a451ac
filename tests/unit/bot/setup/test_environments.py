import platform
import re
import subprocess
from pathlib import Path

import pytest

from bot.setup import environments
from bot.setup.environments import REQUIREMENTS, Environment, make_environments, pinned_torch, torch_options
from bot.setup.steps import SetupError


def test_a_cpu_wheel_in_a_folder_is_taken_and_otherwise_uv_chooses(tmp_path: Path) -> None:
    assert torch_options("", "2.13.0") == ["--torch-backend", "cpu"]
    (tmp_path / f"torch-2.13.0-cp311-cp311-manylinux_2_28_{platform.machine()}.whl").touch()
    assert torch_options(f"/nergens {tmp_path}", "2.13.0") == ["--torch-backend", "cpu"], "that one may be a CUDA build"
    (tmp_path / f"torch-2.13.0+cpu-cp311-cp311-manylinux_2_28_{platform.machine()}.whl").touch()
    assert torch_options(f"/nergens {tmp_path}", "2.13.0") == ["--find-links", str(tmp_path)]


@pytest.mark.parametrize("path", sorted(REQUIREMENTS.glob("*.txt")), ids=lambda path: path.name)
def test_requirements_are_exact_without_addresses_or_cuda(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines
    assert not [line for line in lines if not re.fullmatch(r"[a-z0-9][a-z0-9._-]*==[\w.!]+", line)]
    assert not [line for line in lines if line.startswith(("nvidia", "triton", "torchvision"))]


def test_torch_is_pinned_without_a_local_label() -> None:
    assert re.fullmatch(r"[\d.]+", pinned_torch())


def test_a_python_that_cannot_be_had_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    missing = Environment(tmp_path / "env", "3.10", (), torch=False)
    refused = subprocess.CompletedProcess([], 2, "", "error: No interpreter found for Python 3.10\n  Caused by: download failed")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: refused)
    with pytest.raises(SetupError, match=r"^Python 3\.10 is needed, .* start again$"):
        environments._make_empty(Path("uv"), missing)


def test_a_full_disk_is_noticed_before_the_downloads(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    missing = Environment(tmp_path / "env", "3.10", (), torch=False)
    monkeypatch.setattr(environments, "rasa_environment", lambda: missing)
    monkeypatch.setattr(environments, "_NEEDED_BYTES", 1 << 60)
    with pytest.raises(SetupError, match="GB free .* make room"):
        make_environments(dev=False)
