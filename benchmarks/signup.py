"""What a sign-up costs: milliseconds that storing one adds to a turn, and mails a second that leave to a server on this machine.

    python benchmarks/signup.py [--signups 300]

Both run on a SQLite file with full synchronisation, in a folder of its own. Targets: 50 ms a sign-up, 50 mails a second.
"""

from __future__ import annotations

import argparse
import socket
import statistics
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from actions.signups.mail import Sender
from actions.signups.session import SessionFacts
from actions.signups.store import Signups
from actions.signups.transport import MailServer
from actions.signups.worker import Worker
from knowledge.clock import BRUSSELS
from knowledge.database import sqlite_engine
from knowledge.settings import Settings


class _Sink:
    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 (the library's name)
        return "250 OK"


def measure(count: int, folder: Path) -> tuple[list[float], float]:
    """(milliseconds of each sign-up, mails a second)."""
    start = datetime.now(BRUSSELS) + timedelta(days=21)
    facts = SessionFacts("boekhouder", start.isoformat()[:16], "Boekhouder", "stad Doornwal", start, True, "in het stadhuis", organiser="o@x.be")
    engine = sqlite_engine(folder / "service.db")
    store = Signups(engine)
    spent = []
    for number in range(count):
        before = time.perf_counter()
        store.register(facts, name=f"Kandidaat {number}", email=f"k{number}@example.be", conversation=f"c{number}")
        spent.append(1000 * (time.perf_counter() - before))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Controller(_Sink(), hostname="127.0.0.1", port=port)
    server.start()
    settings = Settings(smtp_host="127.0.0.1", smtp_port=port, smtp_security="none")
    worker = Worker(store, MailServer(settings), Sender("bot@x.be", "http://x.be"))
    before = time.perf_counter()
    while worker.deliver():
        pass
    mails = 2 * count / (time.perf_counter() - before)
    server.stop()
    engine.dispose()
    return spent, mails


def main() -> None:
    """Prints both figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--signups", type=int, default=300)
    with tempfile.TemporaryDirectory() as folder:
        spent, mails = measure(parser.parse_args().signups, Path(folder))
    ordered = sorted(spent)
    print(f"sign-up: median {statistics.median(spent):.1f} ms, 95th percentile {ordered[int(0.95 * len(ordered))]:.1f} ms (target 50)")
    print(f"mails: {mails:.0f} a second (target 50)")


if __name__ == "__main__":
    main()
