"""A whole turn, ours against the baseline bot, in one run on one machine: `python -m benchmarks.turn [--check]`.

Ours is the service as a user starts it: `POST /api/chat`, gateway, Rasa, action server, SQLite. The baseline (benchmarks/baseline_bot) is a bot as
Rasa's documentation makes it: the pipeline and policies of `rasa init`, the same intents and examples, a custom action in four of five turns, no
gateway. Both get the same messages in conversations of ten turns. Prints the durations in milliseconds, turns a second and resident memory of both.
`--check` exits with 1 when a target is missed.
"""

import argparse
import http.client
import json
import os
import re
import secrets
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import cycle, islice
from pathlib import Path

from knowledge.settings import PROJECT_ROOT

# Four of five need an action.
MESSAGES = (
    "hallo",
    "Tot wanneer kan ik solliciteren?",
    "Wat is het loon?",
    "Wie kan ik bellen over de selectieprocedure?",
    "Welk diploma heb ik nodig?",
    "hallo",
    "Krijg ik maaltijdcheques?",
    "Hoe verloopt de selectie?",
    "Mag ik thuiswerken?",
    "Welke documenten moet ik opsturen?",
)
VACANCY = "kortrijk_maatschappelijk_werker"
WARM_UP = 30
START_SECONDS = 600
TARGETS = {"p50 ratio": 0.8, "throughput ratio": 1.8, "resident MB": 2000.0}


@dataclass(frozen=True)
class Bot:
    """How to ask one of the two bots."""

    name: str
    port: int
    path: str
    ready: str
    is_ours: bool

    def body(self, sender: str, message: str) -> bytes:
        if self.is_ours:
            return json.dumps({"conversation_id": sender, "message": message, "vacancy": VACANCY}).encode()
        return json.dumps({"sender": sender, "message": message}).encode()

    def answered(self, status: int, data: bytes) -> bool:
        """Rasa's REST channel answers `200 []` when something failed."""
        return status == 200 and bool(json.loads(data)["replies"] if self.is_ours else json.loads(data))


@dataclass(frozen=True)
class Result:
    """Milliseconds, turns a second, and megabytes by process."""

    bot: str
    p50: float
    p95: float
    p99: float
    turns: int
    throughput: float
    senders: int
    errors: int
    resident: Mapping[str, float]

    @property
    def total(self) -> float:
        return sum(self.resident.values())


class Sender:
    """One connection that is kept; begins a new conversation every ten turns."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._connection = http.client.HTTPConnection("127.0.0.1", bot.port, timeout=60)
        self.seconds: list[float] = []
        self.errors = 0

    def run(self, turns: int) -> None:
        sender = ""
        for number, message in enumerate(islice(cycle(MESSAGES), turns)):
            if number % len(MESSAGES) == 0:
                sender = secrets.token_urlsafe(16)
            started = time.perf_counter()
            self._connection.request("POST", self._bot.path, self._bot.body(sender, message), {"Content-Type": "application/json"})
            response = self._connection.getresponse()
            data = response.read()
            self.seconds.append(time.perf_counter() - started)
            self.errors += not self._bot.answered(response.status, data)

    def close(self) -> None:
        self._connection.close()


def measure(bot: Bot, process: subprocess.Popen[bytes], turns: int, senders: int) -> Result:
    """One sender after the other, then all at once."""
    Sender(bot).run(WARM_UP)
    one = Sender(bot)
    one.run(turns)
    several = [Sender(bot) for _ in range(senders)]
    with ThreadPoolExecutor(senders) as pool:
        started = time.perf_counter()
        list(pool.map(lambda sender: sender.run(max(len(MESSAGES), turns * 3 // senders)), several))
        elapsed = time.perf_counter() - started
    done = sum(len(sender.seconds) for sender in several)
    milliseconds = [1000 * second for second in one.seconds]
    p50, p95, p99 = (round(statistics.quantiles(milliseconds, n=100, method="inclusive")[cut - 1], 1) for cut in (50, 95, 99))
    errors = one.errors + sum(sender.errors for sender in several)
    memory = resident(process.pid)
    return Result(bot.name, p50, p95, p99, len(milliseconds), round(done / elapsed, 1), senders, errors, memory)


def resident(root: int) -> dict[str, float]:
    """Resident megabytes of a process and everything below it, by what it runs."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (stat := _read(entry / "stat")):
            parents[int(entry.name)] = int(stat.rsplit(")", 1)[1].split()[1])
    family = [root]
    for pid in family:
        family += [child for child, parent in parents.items() if parent == pid]
    found: dict[str, float] = {}
    for pid in family:
        memory = re.search(r"VmRSS:\s+(\d+)", _read(Path(f"/proc/{pid}/status")))
        command = _read(Path(f"/proc/{pid}/cmdline")).replace("\0", " ")
        if memory:
            found[f"{_role(command)} ({pid})"] = round(int(memory.group(1)) / 1024, 1)
    return found


def _read(path: Path) -> str:
    try:
        return path.read_text(errors="replace")
    except OSError:
        return ""


def _role(command: str) -> str:
    roles = {"bot.gateway": "gateway", "actions.server": "actions", "run_rasa": "rasa", "rasa run actions": "actions", "rasa run": "rasa"}
    return next((role for part, role in roles.items() if part in command), command.split()[0].rsplit("/", 1)[-1] if command else "?")


@contextmanager
def running(command: Sequence[str], environment: Mapping[str, str], bot: Bot, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The bot's processes, from the moment that it answers."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=PROJECT_ROOT, env=os.environ | environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        _wait(bot, process, log)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait(bot: Bot, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", bot.port, timeout=5)
            connection.request("GET", bot.ready)
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass
        time.sleep(0.5)
    raise SystemExit(f"{bot.name} did not start:\n{log.read_text(errors='replace')[-3000:]}")


def free_ports(count: int) -> list[int]:
    """Ports that were free a moment ago."""
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=300, help="turns of the single sender; all senders together take three times as many")
    parser.add_argument("--senders", type=int, default=16)
    parser.add_argument("--only", choices=("ours", "baseline"), help="measure one of the two")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a target is missed")
    args = parser.parse_args()
    port, base_port, base_actions = free_ports(3)
    results: dict[str, Result] = {}
    with tempfile.TemporaryDirectory() as folder:
        logs = Path(folder)
        ours = Bot("ours", port, "/api/chat", "/readyz", True)
        baseline = Bot("baseline", base_port, "/webhooks/rest/webhook", "/", False)
        bots = {
            "ours": (ours, (sys.executable, "-m", "bot.cli", "serve"), {"BOT_PORT": str(port), "BOT_DATA_DIR": str(logs / "data")}),
            "baseline": (
                baseline,
                ("bash", str(PROJECT_ROOT / "benchmarks" / "baseline_bot" / "start.sh")),
                {"BASELINE_PORT": str(base_port), "BASELINE_ACTIONS_PORT": str(base_actions)},
            ),
        }
        for name, (bot, command, environment) in bots.items():
            if args.only in (None, name):
                with running(command, environment, bot, logs / f"{name}.log") as process:
                    results[name] = measure(bot, process, args.turns, args.senders)
                print(json.dumps(asdict(results[name])), flush=True)
    return report(results, args.check)


def report(results: Mapping[str, Result], check: bool) -> int:
    """Prints the table and, with both measured, the ratios; 1 when `check` finds a target missed."""
    print(f"{'':10} {'p50':>7} {'p95':>7} {'p99':>7} {'turns/s':>8} {'errors':>7} {'MB':>7}")
    for result in results.values():
        print(f"{result.bot:10} {result.p50:7} {result.p95:7} {result.p99:7} {result.throughput:8} {result.errors:7} {result.total:7.0f}")
    if len(results) < 2:
        return 0
    ours, baseline = results["ours"], results["baseline"]
    p50, throughput = ours.p50 / baseline.p50, ours.throughput / baseline.throughput
    print(f"p50 {p50:.2f} x the baseline's (at most {TARGETS['p50 ratio']}), throughput {throughput:.2f} x (at least {TARGETS['throughput ratio']})")
    met = p50 <= TARGETS["p50 ratio"] and throughput >= TARGETS["throughput ratio"] and ours.total < TARGETS["resident MB"] and not ours.errors
    return int(check and not met)


if __name__ == "__main__":
    sys.exit(main())
