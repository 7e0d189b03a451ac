"""Fifty candidates at once, for half an hour: `python -m benchmarks.soak [--minutes 30] [--candidates 50] [--check]`.

The service as a user starts it, with the development bundles. Every candidate has a vacancy and a canary word of his own, tells the word in each of
his conversations (as a name, in a question), and mixes questions of the development sets with sign-ups and small talk. Counts answers that failed,
replies that hold another candidate's word, and what the processes grow by between the first and the last fifth of the time. `--check` exits with 1
when anything failed, leaked into another's reply, or grew by more than a tenth.
"""

import argparse
import http.client
import json
import random
import secrets
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.turn import Bot, free_ports, resident, running
from knowledge.settings import PROJECT_ROOT

DEV = PROJECT_ROOT / "tests" / "data" / "dev"
GROWTH = 1.1
# With the canary in the place of {word}.
TALK = (
    "hallo, ik ben {word}",
    "mijn naam is {word}, tot wanneer kan ik solliciteren?",
    "schrijf mij in voor de infosessie",
    "{word} De Smet",
    "{word}@example.be",
    "toch maar niet",
    "bedankt!",
    "Ik wil iemand spreken",
    "wis mijn gesprek",
)
PAUSE = 8.0
"""Seconds that a candidate reads and types, on average."""


@dataclass
class Tally:
    """What happened to all candidates together."""

    turns: int = 0
    seconds: list[float] = field(default_factory=list)
    failed: Counter[str] = field(default_factory=Counter)
    leaked: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


def questions() -> dict[str, list[str]]:
    """Vacancy id → the development questions about it."""
    found: dict[str, list[str]] = {}
    for file in sorted(DEV.glob("questions-*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["bundle"]:
                found.setdefault(Path(row["bundle"]).stem, []).append(row["question"])
    return found


def candidate(number: int, words: list[str], asked: dict[str, list[str]], port: int, until: float, tally: Tally) -> None:
    """One candidate's conversations of ten turns, one after the other."""
    chance = random.Random(number)
    vacancy = sorted(asked)[number % len(asked)]
    word, others = words[number], [other for place, other in enumerate(words) if place != number]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    conversation, said = "", 0
    while time.monotonic() < until:
        if said % 10 == 0:
            conversation = secrets.token_urlsafe(16)
        said += 1
        message = chance.choice(asked[vacancy]) if chance.random() < 0.7 else chance.choice(TALK).format(word=word)
        body = json.dumps({"conversation_id": conversation, "message": message, "vacancy": vacancy})
        began = time.monotonic()
        try:
            connection.request("POST", "/api/chat", body, {"Content-Type": "application/json"})
            response = connection.getresponse()
            status, text = response.status, response.read().decode()
        except OSError as error:
            status, text = 0, repr(error)
            connection.close()
        with tally.lock:
            tally.turns += 1
            tally.seconds.append(time.monotonic() - began)
            if status != 200 or not json.loads(text).get("replies"):
                tally.failed[f"{status}: {text[:100]}"] += 1
            tally.leaked += [f"{word} was told {other}: {text[:200]}" for other in others if other in text]
        time.sleep(chance.expovariate(1 / PAUSE))
    connection.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--candidates", type=int, default=50)
    parser.add_argument("--check", action="store_true", help="exit with 1 when something went wrong")
    args = parser.parse_args()
    port, metrics = free_ports(2)
    asked, tally = questions(), Tally()
    words = [f"Kanarie{secrets.token_hex(4)}" for _ in range(args.candidates)]
    with tempfile.TemporaryDirectory() as folder:
        bot = Bot("ours", port, "/api/chat", "/readyz", True)
        environment = {
            "BOT_PORT": str(port),
            "BOT_METRICS_PORT": str(metrics),
            "BOT_TODAY": "2026-11-21",
            "BOT_KNOWLEDGE_DIR": str(DEV / "bundles"),
            "BOT_DATA_DIR": str(Path(folder) / "data"),
        }
        with running((sys.executable, "-m", "bot.cli", "serve"), environment, bot, Path(folder) / "log") as process:
            began = time.monotonic()
            until = began + 60 * args.minutes
            memory: list[tuple[float, float]] = []
            with ThreadPoolExecutor(args.candidates) as pool:
                for number in range(args.candidates):
                    pool.submit(candidate, number, words, asked, port, until, tally)
                while time.monotonic() < until:
                    time.sleep(min(10.0, 6 * args.minutes))
                    memory.append((time.monotonic() - began, sum(resident(process.pid).values())))
    fifth = 60 * args.minutes / 5
    early = statistics.median(size for at, size in memory if fifth <= at < 2 * fifth)
    late = statistics.median(size for at, size in memory if at >= 4 * fifth)
    p50, p95 = (1000 * statistics.quantiles(tally.seconds, n=100)[cut - 1] for cut in (50, 95))
    print(f"{tally.turns} turns of {args.candidates} candidates in {args.minutes:g} minutes; p50 {p50:.0f} ms, p95 {p95:.0f} ms")
    print(f"failed: {sum(tally.failed.values())} {dict(tally.failed.most_common(3)) if tally.failed else ''}")
    print(f"replies that hold another candidate's word: {len(tally.leaked)}", *tally.leaked[:3], sep="\n")
    print(f"memory: {early:.0f} MB in the second fifth, {late:.0f} MB in the last ({late / early:.3f} x, at most {GROWTH})")
    return int(args.check and bool(tally.failed or tally.leaked or late > GROWTH * early))


if __name__ == "__main__":
    sys.exit(main())
