"""What Teams costs, on one machine in one run: `python -m benchmarks.teams [--check]`.

The service as a user starts it, with a stand-in for Microsoft on loopback that signs with keys of its own. Prints in milliseconds: a turn by
`POST /api/chat` and the same by Teams (until its reply has left), how fast forged calls are refused, and a candidate's turn while 1,000 forged calls
a minute come in. `--check` exits with 1 when a target is missed.
"""

import argparse
import statistics
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

import httpx

from benchmarks.turn import MESSAGES, Bot, free_ports, running
from tests.unit.bot.gateway.teams.office import APP, TENANT, Office, opened

FORGED_PER_MINUTE = 1000
PER_CONVERSATION = 10
TARGETS = {"refusal p95": 50.0, "turn under attack": 1.2, "added by Teams": 30.0}


def quantile(seconds: list[float], part: int) -> float:
    """A percentile in milliseconds."""
    return round(1000 * statistics.quantiles(seconds, n=100, method="inclusive")[part - 1], 1)


class Visitor:
    """Takes turns by one of the two ways; each turn's seconds are remembered."""

    def __init__(self, client: httpx.Client, office: Office) -> None:
        self._client, self._office = client, office
        self._messages = cycle(MESSAGES)
        self._turns = 0
        self.chat: list[float] = []
        self.teams: list[float] = []

    def both(self) -> None:
        """The same message by both ways, each in a conversation of its own."""
        if self._turns % PER_CONVERSATION == 0:
            self._conversation = uuid.uuid4().hex
        self._turns += 1
        message = next(self._messages)
        self.chat.append(self._timed(lambda: self._by_chat(message)))
        self.teams.append(self._timed(lambda: self._by_teams(message)))

    def _timed(self, turn: Callable[[], httpx.Response]) -> float:
        started = time.perf_counter()
        answer = turn()
        seconds = time.perf_counter() - started
        answer.raise_for_status()
        return seconds

    def _by_chat(self, message: str) -> httpx.Response:
        return self._client.post("/api/chat", json={"conversation_id": self._conversation, "message": message})

    def _by_teams(self, message: str) -> httpx.Response:
        activity = activity_of(self._office, self._conversation, message)
        return self._client.post("/api/teams/messages", json=activity, headers={"Authorization": f"Bearer {self._office.token()}"})


def activity_of(office: Office, conversation: str, text: str) -> dict[str, Any]:
    """A message as Teams sends it."""
    return {
        "type": "message",
        "id": uuid.uuid4().hex,
        "channelId": "msteams",
        "serviceUrl": office.service,
        "from": {"id": "29:an", "name": "An", "aadObjectId": "an"},
        "recipient": {"id": f"28:{APP}", "name": "Vacaturebot"},
        "conversation": {"id": conversation, "conversationType": "personal", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
        "text": text,
    }


def forgeries(office: Office) -> Iterator[str]:
    """Tokens that must be refused, each another kind than the one before."""
    yield from cycle(
        [
            office.token("impostor"),
            office.token(aud="x"),
            office.token(headers={"kid": "onbekend"}),
            office.token(exp=1),
            "abc.def.ghi",
            office.token(iss="x"),
        ]
    )


@contextmanager
def attack(url: str, office: Office, refused: list[float]) -> Iterator[None]:
    """A thousand forged calls a minute until the block ends."""
    over = threading.Event()

    def run() -> None:
        with httpx.Client(base_url=url, timeout=30, trust_env=False) as client:
            tokens = forgeries(office)
            due = time.monotonic()
            while not over.is_set():
                started = time.perf_counter()
                activity = activity_of(office, "vals", "hallo")
                answer = client.post("/api/teams/messages", json=activity, headers={"Authorization": f"Bearer {next(tokens)}"})
                refused.append(time.perf_counter() - started)
                if answer.status_code not in (401, 403, 429):
                    raise SystemExit(f"a forged call was answered with {answer.status_code}")
                due += 60 / FORGED_PER_MINUTE
                over.wait(max(0.0, due - time.monotonic()))

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=40, help="turns a block; four quiet blocks and four under attack, by turns")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a target is missed")
    args = parser.parse_args()
    (port,) = free_ports(1)
    with tempfile.TemporaryDirectory() as folder, opened() as office:
        logs = Path(folder)
        own = {
            "BOT_ENV": "test",
            "BOT_PORT": str(port),
            "BOT_DATA_DIR": str(logs / "data"),
            "BOT_TEAMS_APP_ID": APP,
            "BOT_TEAMS_TENANT": TENANT,
            "BOT_TEAMS_CLIENT_SECRET": "geheim",
            "BOT_TEAMS_OPENID_URL": f"{office.url}/v1/.well-known/openidconfiguration",
            "BOT_TEAMS_LOGIN_URL": office.url,
            "BOT_TEAMS_SERVICE_URL": office.url,
        }
        bot = Bot("ours", port, "/api/chat", "/readyz", True)
        with running((sys.executable, "-m", "bot.cli", "serve"), own, bot, logs / "serve.log"):
            return measure(f"http://127.0.0.1:{port}", office, args.turns, args.check)


def measure(url: str, office: Office, turns: int, check: bool) -> int:
    """Prints the figures; 1 when `check` finds a target missed."""
    with httpx.Client(base_url=url, timeout=30, trust_env=False) as client:
        for _ in range(PER_CONVERSATION):
            Visitor(client, office).both()
        quiet, attacked, refused = Visitor(client, office), Visitor(client, office), list[float]()
        for _ in range(4):
            for _ in range(turns):
                quiet.both()
            with attack(url, office, refused):
                for _ in range(turns):
                    attacked.both()
    added = round(statistics.median(1000 * (teams - chat) for chat, teams in zip(quiet.chat, quiet.teams, strict=True)), 1)
    slower = statistics.median(attacked.chat) / statistics.median(quiet.chat)
    print(f"a turn by /api/chat   p50 {quantile(quiet.chat, 50)}  p95 {quantile(quiet.chat, 95)}  ({len(quiet.chat)} turns)")
    print(f"the same by Teams     p50 {quantile(quiet.teams, 50)}  p95 {quantile(quiet.teams, 95)}")
    print(f"added by Teams        median of the differences {added} (at most {TARGETS['added by Teams']})")
    print(f"a forged call         p50 {quantile(refused, 50)}  p95 {quantile(refused, 95)} (at most {TARGETS['refusal p95']}), {len(refused)} calls")
    print(f"a turn under attack   p50 {quantile(attacked.chat, 50)}, {slower:.2f} x the quiet one (at most {TARGETS['turn under attack']})")
    met = quantile(refused, 95) <= TARGETS["refusal p95"] and slower <= TARGETS["turn under attack"] and added <= TARGETS["added by Teams"]
    return int(check and not met)


if __name__ == "__main__":
    sys.exit(main())
