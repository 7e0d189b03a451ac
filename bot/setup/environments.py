"""The two Python environments, made with uv from the exact versions in `requirements/`."""

import os
import platform
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bot.setup.steps import ROOT, SetupError, content_hash, explain, is_current, run, step

REQUIREMENTS = ROOT / "requirements"
_OLDEST_UV = (0, 8)  # knows --torch-backend
_NEEDED_BYTES = 7 * 1024**3  # both environments, the download cache, the models


@dataclass(frozen=True)
class Environment:
    folder: Path
    version: str
    requirements: tuple[Path, ...]
    torch: bool

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    @property
    def stamp(self) -> Path:
        return self.folder / "vacaturebot.stamp"

    def inputs(self) -> str:
        return content_hash([*self.requirements, ROOT / "pyproject.toml"], self.version, str(ROOT), platform.machine())


def main_environment(dev: bool) -> Environment:
    """With the developers' tools when asked for, or when they are there already: a later `make run` must not take them away."""
    folder = ROOT / ".venv"
    files = [REQUIREMENTS / "main.txt"]
    if dev or (folder / "bin" / "pytest").exists():
        files.append(REQUIREMENTS / "dev.txt")
    return Environment(folder, "3.11", tuple(files), torch=True)


def rasa_environment() -> Environment:
    return Environment(ROOT / ".venv-rasa", "3.10", (REQUIREMENTS / "rasa.txt",), torch=False)


def make_environments(dev: bool) -> None:
    """Makes or renews what is not as the requirement files say; both at once, since most of the time is waiting for downloads.

    Raises:
        SetupError: with one sentence.
    """
    stale = [environment for environment in (main_environment(dev), rasa_environment()) if not is_current(environment.stamp, environment.inputs())]
    if not stale:
        return
    _require_disk([environment for environment in stale if not environment.folder.exists()])
    uv = find_uv()
    with ThreadPoolExecutor(len(stale)) as pool:
        list(pool.map(lambda environment: _make(uv, environment), stale))


def _make(uv: Path, environment: Environment) -> None:
    name = environment.folder.name
    with step(f"{name}: Python {environment.version} and its packages"):
        environment.stamp.unlink(missing_ok=True)
        if not environment.python.exists():
            _make_empty(uv, environment)
        torch = torch_options(os.environ.get("PIP_FIND_LINKS", ""), pinned_torch()) if environment.torch else []
        run([uv, "pip", "sync", "--python", environment.python, *torch, *environment.requirements], f"install {name}")
        run([uv, "pip", "install", "--python", environment.python, "--no-deps", "--editable", ROOT], f"install vacaturebot into {name}")
        environment.stamp.write_text(environment.inputs(), encoding="utf-8")


def _make_empty(uv: Path, environment: Environment) -> None:
    command = [str(uv), "venv", "--clear", "--python", environment.version, str(environment.folder)]
    made = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if made.returncode == 0:
        return
    sentence = explain(made.stderr, "uv venv", ROOT)
    if "disk is full" in sentence:
        raise SetupError(sentence)
    raise SetupError(
        f"Python {environment.version} is needed, is not on this machine and could not be downloaded: "
        f"install it (your distribution's package, or `pyenv install {environment.version}`) and start again"
    )


def pinned_torch() -> str:
    """The version of torch in the requirement file."""
    found = re.search(r"^torch==(\S+)$", (REQUIREMENTS / "main.txt").read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        raise SetupError("requirements/main.txt pins no torch")
    return found.group(1)


def torch_options(find_links: str, version: str) -> list[str]:
    """Options that make uv take a CPU build: a wheel in a folder of PIP_FIND_LINKS when it has one, else uv's own choice of backend.

    Without either, an x86-64 machine gets several gigabytes of CUDA libraries.
    """
    pattern = f"torch-{version}+cpu-cp311-*{platform.machine()}.whl"
    folders = [folder for folder in find_links.split() if any(Path(folder).glob(pattern))]
    return [option for folder in folders for option in ("--find-links", folder)] or ["--torch-backend", "cpu"]


def find_uv() -> Path:
    """uv from the PATH when it is recent enough, otherwise from the registry into a small environment of its own."""
    on_path = shutil.which("uv")
    if on_path and _version(on_path) >= _OLDEST_UV:
        return Path(on_path)
    folder = ROOT / ".venv-uv"
    uv = folder / "bin" / "uv"
    requirement = REQUIREMENTS / "uv.txt"
    stamp, inputs = folder / "vacaturebot.stamp", content_hash([requirement])
    if not (uv.exists() and is_current(stamp, inputs)):
        with step("uv, which installs everything else"):
            try:
                run([sys.executable, "-m", "venv", folder], "make .venv-uv")
            except SetupError as error:
                raise SetupError(f"this Python cannot make an environment (on Debian: apt-get install python3-venv); {error}") from None
            run([folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--requirement", requirement], "install uv")
            stamp.write_text(inputs, encoding="utf-8")
    return uv


def _version(uv: str) -> tuple[int, ...]:
    printed = subprocess.run([uv, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"(\d+)\.(\d+)", printed)
    return tuple(map(int, found.groups())) if found else (0,)


def _require_disk(missing: list[Environment]) -> None:
    free = shutil.disk_usage(ROOT).free
    if missing and free < _NEEDED_BYTES:
        raise SetupError(
            f"the disk that holds {ROOT} has {free / 1024**3:.1f} GB free and the set-up needs about {_NEEDED_BYTES // 1024**3} GB: make room"
        )
