"""The supervisor with dummy children: restarts, endings, and nothing left behind."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.integration

RUNNER = """
import asyncio, logging, os, sys
from bot.serve.supervisor import Child, Supervisor
logging.basicConfig(level=logging.INFO, stream=sys.stderr)
scripts = sys.argv[1:]
children = [Child(f"child{i}", (sys.executable, "-c", script), dict(os.environ), os.getcwd()) for i, script in enumerate(scripts)]
async def ready():
    return True
asyncio.run(Supervisor(children, ready, lambda: print("klaar", flush=True)).run())
"""
SLEEPER = "import time; time.sleep(60)"
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
PARENT = "import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']); time.sleep(60)"
SHORT_LIVED = "import time; time.sleep(0.1); raise SystemExit(3)"


class Running:
    """A supervisor in a process of its own, with its log."""

    def __init__(self, log: Path, *scripts: str) -> None:
        self.log_file = log
        with log.open("wb") as stream:
            self.process = subprocess.Popen([sys.executable, "-c", RUNNER, *scripts], stdout=subprocess.PIPE, stderr=stream, start_new_session=True)

    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8")

    def wait_for(self, pattern: str, count: int = 1, seconds: float = 15) -> list[str]:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if len(found := re.findall(pattern, self.log())) >= count:
                return found
            time.sleep(0.05)
        pytest.fail(f"{pattern!r} not seen {count} times in: {self.log()}")

    def child_pids(self) -> list[int]:
        return [int(pid) for pid in re.findall(r"started \(process (\d+)\)", self.log())]


@pytest.fixture
def supervise(tmp_path: Path) -> Iterator[list[Running]]:
    started: list[Running] = []
    yield started
    for running in started:
        if running.process.poll() is None:
            running.process.kill()
        running.process.communicate()


def descendants(pid: int) -> set[int]:
    children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False).stdout.split()
    return {int(child) for child in children} | {grandchild for child in children for grandchild in descendants(int(child))}


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_ends_all_within_five_seconds(supervise: list[Running], tmp_path: Path, number: signal.Signals) -> None:
    supervise.append(running := Running(tmp_path / "log", SLEEPER, STUBBORN, PARENT))
    running.wait_for(r"started", count=3)
    time.sleep(0.5)
    family = descendants(running.process.pid)
    assert len(family) == 4
    began = time.monotonic()
    running.process.send_signal(number)
    assert running.process.wait(10) == 0
    assert time.monotonic() - began < 5
    assert not [pid for pid in family if alive(pid)]


def test_a_dead_child_is_restarted_with_growing_delays(supervise: list[Running], tmp_path: Path) -> None:
    supervise.append(running := Running(tmp_path / "log", SHORT_LIVED, SLEEPER))
    delays = running.wait_for(r"child0 ended \(exit status 3\); restarting in ([\d.]+) s", count=3)
    assert delays[:3] == ["0.5", "1.0", "2.0"]
    running.wait_for(r"child0 started", count=3)
    assert running.log().count("child1 started") == 1, "the others go on"


def test_a_killed_child_comes_back(supervise: list[Running], tmp_path: Path) -> None:
    supervise.append(running := Running(tmp_path / "log", SLEEPER))
    running.wait_for("child0 started")
    os.kill(running.child_pids()[0], signal.SIGKILL)
    running.wait_for("signal SIGKILL")
    running.wait_for("child0 started", count=2)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells a child that its parent died")
def test_children_die_with_a_killed_supervisor(supervise: list[Running], tmp_path: Path) -> None:
    supervise.append(running := Running(tmp_path / "log", SLEEPER, STUBBORN))
    running.wait_for("started", count=2)
    running.process.kill()
    running.process.wait()
    deadline = time.monotonic() + 3
    while any(map(alive, running.child_pids())) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [pid for pid in running.child_pids() if alive(pid)]


def test_readiness_is_announced_once(supervise: list[Running], tmp_path: Path) -> None:
    supervise.append(running := Running(tmp_path / "log", SHORT_LIVED))
    running.wait_for("ended", count=2)
    running.process.terminate()
    assert running.process.communicate(timeout=10)[0] == b"klaar\n"
