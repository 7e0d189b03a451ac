"""Keeps a few child processes alive and ends them all together.

Existing managers were weighed: supervisord gives up on a child after some retries, knows no readiness and leaves its children running when it is
killed; honcho never restarts; circus does, but brings a message bus along. What is needed here fits in this file.
"""

import asyncio
import ctypes
import logging
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

logger = logging.getLogger("vacaturebot.serve")

FIRST_DELAY, LONGEST_DELAY = 0.5, 30.0  # seconds before a restart, doubled at each failure in a row
STEADY_AFTER = 60.0  # a child that lived this many seconds starts again from the first delay
GRACE = 3.5  # seconds between the request to stop and the kill
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Child:
    name: str
    command: tuple[str, ...]
    environment: dict[str, str]
    folder: str


class Supervisor:
    """Runs the children until a signal to stop.

    Args:
        children: what to run; each gets a process group of its own.
        is_ready: asked a few times a second until it says yes.
        announce: called once, when `is_ready` says yes for the first time.
        patience: seconds after which a start that is not ready is reported in the log (it goes on).
    """

    def __init__(
        self, children: Sequence[Child], is_ready: Callable[[], Awaitable[bool]], announce: Callable[[], None], patience: float = 120.0
    ) -> None:
        self._children = children
        self._is_ready = is_ready
        self._announce = announce
        self._patience = patience
        self._running: dict[str, asyncio.subprocess.Process] = {}
        self._spawning: set[asyncio.Task[asyncio.subprocess.Process]] = set()
        self._stop = asyncio.Event()

    async def run(self) -> None:
        """Returns when every child has ended, at most five seconds after SIGINT or SIGTERM."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._stop.set)
        tasks = [asyncio.create_task(self._keep_alive(child)) for child in self._children]
        tasks.append(asyncio.create_task(self._announce_when_ready()))
        stopped = asyncio.create_task(self._stop.wait())
        try:
            # A task of ours that ends before the stop has failed: better to end everything than to serve half.
            await asyncio.wait([stopped, *tasks[:-1]], return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in [stopped, *tasks]:
                task.cancel()
            results = await asyncio.gather(*tasks, return_exceptions=True)
            await self._end_all()
        for result in results:
            if isinstance(result, Exception):
                raise result

    async def _keep_alive(self, child: Child) -> None:
        delay = FIRST_DELAY
        while True:
            started = time.monotonic()
            process = await self._start(child)
            code = await process.wait()
            _signal_group(process.pid, signal.SIGKILL)  # what it may have left behind
            del self._running[child.name]
            if time.monotonic() - started > STEADY_AFTER:
                delay = FIRST_DELAY
            logger.error("%s ended (%s); restarting in %.1f s", child.name, _ending(code), delay)
            await asyncio.sleep(delay)
            delay = min(2 * delay, LONGEST_DELAY)

    async def _start(self, child: Child) -> asyncio.subprocess.Process:
        # Shielded: a stop that arrives while a child is being made must not lose sight of it.
        spawning = asyncio.create_task(self._spawn(child))
        self._spawning.add(spawning)
        spawning.add_done_callback(self._spawning.discard)
        process = await asyncio.shield(spawning)
        logger.info("%s started (process %d)", child.name, process.pid)
        return process

    async def _spawn(self, child: Child) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            *child.command,
            env=child.environment,
            cwd=child.folder,
            stdin=asyncio.subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_die_with_parent(),
        )
        self._running[child.name] = process
        return process

    async def _announce_when_ready(self) -> None:
        started, warned = time.monotonic(), False
        while not await self._is_ready():
            if not warned and time.monotonic() - started > self._patience:
                logger.error("not ready after %.0f s; the lines above tell why", self._patience)
                warned = True
            await asyncio.sleep(0.2)
        self._announce()

    async def _end_all(self) -> None:
        await asyncio.gather(*self._spawning, return_exceptions=True)
        processes = list(self._running.values())
        for process in processes:
            _signal_group(process.pid, signal.SIGTERM)
        if processes:
            await asyncio.wait([asyncio.create_task(process.wait()) for process in processes], timeout=GRACE)
        for process in processes:
            _signal_group(process.pid, signal.SIGKILL)
            await process.wait()


def _die_with_parent() -> Callable[[], None] | None:
    """Makes the kernel kill the child when this process dies without a chance to do so itself; only Linux can."""
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)
    parent = os.getpid()

    def in_child() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)

    return in_child


def _signal_group(group: int, number: signal.Signals) -> None:
    try:
        os.killpg(group, number)
    except (ProcessLookupError, PermissionError):
        return


def _ending(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit status {code}"
