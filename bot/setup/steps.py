"""What every step of the set-up shares: progress lines, content hashes, and errors that are one sentence."""

import hashlib
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_SHOWN_LINES = 15
_NO_NETWORK = (
    "failed to fetch",
    "dns error",
    "name resolution",
    "connection refused",
    "network is unreachable",
    "network was disabled",
    "timed out",
    "from versions: none",  # pip's words when it reached no index
)


class SetupError(Exception):
    """The message is one sentence that says what is missing and what to do."""


@contextmanager
def step(title: str) -> Iterator[None]:
    """Prints the title at the start and the seconds at the end."""
    print(f"[setup] {title} ...", flush=True)
    started = time.monotonic()
    yield
    print(f"[setup] {title}: done in {time.monotonic() - started:.1f} s", flush=True)


def content_hash(files: Iterable[Path], *values: str) -> str:
    """Hash of the files' names and contents, and of the values; time stamps play no part. A folder stands for the files below it."""
    digest = hashlib.sha256()
    for path in sorted(_expanded(files)):
        digest.update(f"{_name(path)}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    for value in values:
        digest.update(f"{value}\n".encode())
    return digest.hexdigest()


def is_current(stamp: Path, inputs: str) -> bool:
    """Whether the stamp was written for these inputs."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == inputs


def run(command: Sequence[object], log_name: str, environment: dict[str, str] | None = None) -> None:
    """Runs a command with its output in `var/log/<log_name>.log`.

    Raises:
        SetupError: it failed; a known cause becomes a sentence, an unknown one shows the last lines.
    """
    log = ROOT / "var" / "log" / f"{log_name.replace(' ', '-')}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as stream:
        code = subprocess.run(
            [str(part) for part in command], cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream
        ).returncode
    if code:
        raise SetupError(explain(log.read_text(encoding="utf-8", errors="replace"), log_name, log))


def explain(output: str, what: str, log: Path) -> str:
    """One sentence for a known cause of failure, otherwise the end of the output."""
    lowered = output.lower()
    if "no space left on device" in lowered or "disk quota exceeded" in lowered:
        return f"the disk is full while running '{what}': make room (the set-up needs about 7 GB) and start again"
    if any(sign in lowered for sign in _NO_NETWORK):
        return f"the package registry could not be reached while running '{what}': check the network or proxy and start again (details: {log})"
    lines = [line for line in output.splitlines() if line.strip()]
    return "\n".join([f"'{what}' failed; the last lines of {log}:", *lines[-_SHOWN_LINES:]])


def fail(error: Exception) -> int:
    print(f"[setup] {error}", file=sys.stderr, flush=True)
    return 1


def _expanded(files: Iterable[Path]) -> set[Path]:
    found: set[Path] = set()
    for path in files:
        found |= {file for file in path.rglob("*") if file.is_file() and file.suffix != ".pyc"} if path.is_dir() else {path}
    return found


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else path.name
