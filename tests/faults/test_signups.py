"""Every confirmed sign-up is stored exactly once and its mails leave at least once, whatever is killed and when."""

import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx
import pytest
from sqlalchemy import func, select

from actions.signups.tables import messages, signups
from knowledge.database import sqlite_engine
from knowledge.settings import PROJECT_ROOT

from .office import SECRET

pytestmark = [pytest.mark.integration, pytest.mark.slow]

COUNT = 200
SECONDS = 240


class Processes:
    """The three processes, restarted whenever they are gone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        mail, actions = free_port(), free_port()
        self.ports = {"smtp": mail, "worker": mail, "actions": actions}
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.killed: Counter[str] = Counter()

    def keep(self, role: str, die: str = "never:1") -> None:
        process = self.running.get(role)
        if process is not None and process.poll() is None:
            return
        if process is not None and process.returncode == -signal.SIGKILL:
            self.killed[role] += 1
        command = (sys.executable, "-m", "tests.faults.office", role, str(self.folder), str(self.ports[role]), die)
        self.running[role] = subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=PROJECT_ROOT, env=os.environ | {"HF_HUB_OFFLINE": "1"})

    def kill(self, role: str) -> None:
        self.running[role].kill()
        self.running[role].wait()

    def stop(self) -> None:
        for process in self.running.values():
            process.kill()
            process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Candidates:
    """Two hundred candidates who say "ja" to their summary, one after another, and say it again until they get a reply."""

    def __init__(self, port: int) -> None:
        self.url, self.replies = f"http://127.0.0.1:{port}/webhook", dict[str, str]()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._talk)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stopped.set()
        self._thread.join()

    def _talk(self) -> None:
        with httpx.Client(timeout=10, trust_env=False, headers={"X-Bot-Secret": SECRET}) as client:
            for number in range(COUNT):
                while not self._stopped.is_set():
                    try:
                        answer = client.post(self.url, json=said_yes(number))
                        self.replies[f"k{number}@example.be"] = answer.json()["responses"][0]["custom"]["replies"][0]["text"]
                        break
                    except (httpx.HTTPError, KeyError, IndexError):
                        time.sleep(0.05)


def said_yes(number: int) -> dict[str, Any]:
    """Rasa's call for a candidate who answers "ja" to the summary."""
    exchange = {"kind": "signup", "vacancy": "boekhouder", "session": "2026-12-01T19:00", "asked": "klopt"}
    exchange |= {"name": f"Kandidaat {number}", "email": f"k{number}@example.be"}
    message = {"text": "ja", "intent": {"name": "affirm", "confidence": 0.99}, "metadata": {"vacancy": "boekhouder"}}
    tracker = {"sender_id": f"c{number}", "slots": {"dialogue": {"vacancy": "boekhouder", "exchange": exchange}}, "latest_message": message}
    tracker |= {"events": [], "paused": False, "followup_action": None, "active_loop": {}, "latest_action_name": None}
    return {"next_action": "action_small_talk", "sender_id": f"c{number}", "tracker": tracker, "domain": {}}


def lines(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []


def left(folder: Path) -> int:
    """How many messages that are due have not left."""
    engine = sqlite_engine(folder / "service.db")
    with engine.connect() as connection:
        open_ = messages.c.done_at.is_(None) & messages.c.kind.in_(("confirmed", "organiser_new"))
        count = connection.execute(select(func.count()).select_from(messages).where(open_)).scalar_one()
    engine.dispose()
    return int(count)


def check(folder: Path, candidates: Candidates) -> None:
    engine = sqlite_engine(folder / "service.db")
    with engine.connect() as connection:
        emails = list(connection.scalars(select(signups.c.email)))
        sent = dict(connection.execute(select(messages.c.message_id, messages.c.kind).where(messages.c.result == "sent")).all())
    engine.dispose()
    assert sorted(emails) == sorted(candidates.replies), "a reply without a sign-up, or a sign-up twice"
    assert len(emails) == COUNT
    assert all("ingeschreven" in reply for reply in candidates.replies.values())
    arrived = Counter(line.split()[0] for line in lines(folder / "mailbox"))
    assert set(arrived) == set(sent), "a mail that is marked as sent did not arrive, or another did"
    assert Counter(sent.values()) == {"confirmed": COUNT, "organiser_new": COUNT}


def play(folder: Path, keep: Callable[[Processes], None]) -> Processes:
    """Runs until everybody has a reply and every mail has left; `keep` restarts what is gone, and may kill."""
    processes = Processes(folder)
    deadline = time.monotonic() + SECONDS
    with Candidates(processes.ports["actions"]) as candidates:
        try:
            while len(candidates.replies) < COUNT or left(folder):
                assert time.monotonic() < deadline
                keep(processes)
        finally:
            processes.stop()
    check(folder, candidates)
    return processes


@pytest.mark.parametrize(
    ("role", "die"),
    [("actions", "after_commit:60"), ("actions", "before_reply:60"), ("worker", "before_mark:110"), ("smtp", "after_data:110")],
)
def test_killed_at_a_named_point(tmp_path: Path, role: str, die: str) -> None:
    def keep(processes: Processes) -> None:
        for name in ("smtp", "actions", "worker"):
            processes.keep(name, die if name == role else "never:1")
        time.sleep(0.1)

    assert play(tmp_path, keep).killed[role] >= 3


def test_killed_at_random(tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    chance = random.Random(seed)

    def keep(processes: Processes) -> None:
        for name in ("smtp", "actions", "worker"):
            processes.keep(name)
        time.sleep(chance.uniform(2.0, 5.0))
        if sum(processes.killed.values()) < 9:
            processes.kill(chance.choice(sorted(processes.running)))

    assert sum(play(tmp_path, keep).killed.values()) >= 3
