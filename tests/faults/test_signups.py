"""Every confirmed sign-up is stored exactly once and its mails leave at least once, whatever is killed and when."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import func, select

from actions.signups.tables import messages, signups
from knowledge.database import sqlite_engine

pytestmark = [pytest.mark.integration, pytest.mark.slow]

PROGRAM = Path(__file__).parent / "office.py"
COUNT = 200
SECONDS = 240


class Processes:
    """The three processes, restarted whenever they are gone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.killed: Counter[str] = Counter()

    def keep(self, role: str, die: str = "never:1") -> None:
        process = self.running.get(role)
        if process is not None and process.poll() is None:
            return
        if process is not None and process.returncode == -signal.SIGKILL:
            self.killed[role] += 1
        command = (sys.executable, str(PROGRAM), role, str(self.folder), str(self.port), die)
        environment = os.environ | {"PYTHONPATH": str(PROGRAM.parents[2])}
        self.running[role] = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=environment)

    def kill(self, role: str) -> None:
        self.running[role].kill()
        self.running[role].wait()

    def stop(self) -> None:
        for process in self.running.values():
            process.kill()
            process.wait()


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


def finished(folder: Path) -> bool:
    return len(lines(folder / "replies")) >= COUNT and left(folder) == 0


def check(folder: Path) -> None:
    engine = sqlite_engine(folder / "service.db")
    with engine.connect() as connection:
        emails = list(connection.scalars(select(signups.c.email)))
        sent = dict(connection.execute(select(messages.c.message_id, messages.c.kind).where(messages.c.result == "sent")).all())
    engine.dispose()
    replies = lines(folder / "replies")
    assert sorted(emails) == sorted(set(replies)), "a reply without a sign-up, or a sign-up twice"
    assert len(emails) == COUNT
    arrived = Counter(line.split()[0] for line in lines(folder / "mailbox"))
    assert set(arrived) == set(sent), "a mail that is marked as sent did not arrive, or another did"
    assert Counter(sent.values()) == {"confirmed": COUNT, "organiser_new": COUNT}


@pytest.mark.parametrize(("role", "die"), [("clients", "after_commit:60"), ("worker", "before_mark:110")])
def test_killed_at_a_named_point(tmp_path: Path, role: str, die: str) -> None:
    processes = Processes(tmp_path)
    deadline = time.monotonic() + SECONDS
    try:
        processes.keep("smtp")
        while not (tmp_path / "replies").exists() or not finished(tmp_path):
            assert time.monotonic() < deadline
            for name in ("smtp", "clients", "worker"):
                if name != "clients" or len(lines(tmp_path / "replies")) < COUNT:
                    processes.keep(name, die if name == role else "never:1")
            time.sleep(0.1)
    finally:
        processes.stop()
    assert processes.killed[role] >= 3
    check(tmp_path)


def test_killed_at_random(tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    chance = random.Random(seed)
    processes = Processes(tmp_path)
    deadline = time.monotonic() + SECONDS
    try:
        while not (tmp_path / "replies").exists() or not finished(tmp_path):
            assert time.monotonic() < deadline
            for name in ("smtp", "clients", "worker"):
                if name != "clients" or len(lines(tmp_path / "replies")) < COUNT:
                    processes.keep(name)
            time.sleep(chance.uniform(1.5, 4.0))
            if sum(processes.killed.values()) < 12:
                processes.kill(chance.choice(sorted(processes.running)))
    finally:
        processes.stop()
    assert sum(processes.killed.values()) >= 3
    check(tmp_path)
