"""A PostgreSQL server of the tests' own, which they may stop as they like; the machine's is left alone."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest


class Cluster:
    """A cluster in a folder of its own on a free port."""

    def __init__(self) -> None:
        found = shutil.which("initdb") or next((str(path) for path in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))), None)
        if found is None:
            pytest.skip("no PostgreSQL programs on this machine (Debian's package postgresql)")
        self._programs = Path(found).parent
        self._user: str | None = None
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            try:
                self._user = pwd.getpwnam("postgres").pw_name
            except KeyError:
                pytest.skip("root may not run PostgreSQL, and there is no user postgres")
        self.folder = Path(tempfile.mkdtemp(prefix="vacaturebot-cluster-"))
        if self._user:
            shutil.chown(self.folder, self._user)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self._run("initdb", "-D", str(self.folder / "data"), "-A", "trust", "-U", "bot", "-E", "UTF8", "--locale=C")
        self.start()

    @property
    def url(self) -> str:
        return f"postgresql+psycopg://bot@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c shared_buffers=16MB"
        self._control("start", "-o", options, "-l", str(self.folder / "log"))

    def stop(self, mode: str = "immediate") -> None:
        """Without a farewell to anybody, as after a power cut."""
        self._control("stop", "-m", mode)

    def remove(self) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop", check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _control(self, *what: str) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", *what)

    def _run(self, program: str, *arguments: str, check: bool = True) -> None:
        command = [str(self._programs / program), *arguments]
        quiet = subprocess.DEVNULL
        subprocess.run(command, check=check, user=self._user, stdin=quiet, stdout=quiet, stderr=quiet, cwd=self.folder, extra_groups=[])
