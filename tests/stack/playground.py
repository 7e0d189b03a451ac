"""A real client of Teams for the tests: Microsoft's playground from npm, and a proxy that signs what it sends as Microsoft's connector does.

The playground itself sends no token; with the proxy between them the bot runs with all its checks on.
"""

import json
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from ..unit.bot.gateway.teams.office import TENANT, Office

PACKAGE = "@microsoft/m365agentsplayground@0.2.28"
_READY_SECONDS = 120


def installed(folder: Path) -> Path:
    """The playground's command, installed once. Skips where npm is missing or gets nothing. Its licence is for evaluation: it is never kept here."""
    command = folder / "node_modules" / "@microsoft" / "m365agentsplayground" / "cli.js"
    if command.is_file():
        return command
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed, so Microsoft's playground for Teams cannot be had")
    folder.mkdir(parents=True, exist_ok=True)
    options = ["--prefix", str(folder), "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"]
    made = subprocess.run(["npm", "install", *options, PACKAGE], cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    if made.returncode != 0 or not command.is_file():
        pytest.skip(f"npm could not install {PACKAGE}: {made.stderr[-200:]}")
    return command


@contextmanager
def signing_proxy(office: Office, target: str) -> Iterator[str]:
    """Passes activities on with the tenant and a token of ours; gives its address. Remembers what came and what was answered in `office.asked`."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            activity = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            activity.setdefault("conversation", {})["tenantId"] = TENANT
            activity["channelData"] = {**(activity.get("channelData") or {}), "tenant": {"id": TENANT}}
            token = office.token(serviceurl=activity["serviceUrl"])
            answer = httpx.post(target, json=activity, headers={"Authorization": f"Bearer {token}"}, timeout=60, trust_env=False)
            office.asked.append(f"{activity['type']} {answer.status_code}")
            self.send_response(answer.status_code)
            self.send_header("Content-Type", answer.headers.get("Content-Type", "application/json"))
            self.send_header("Content-Length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/api/messages"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def playground(command: Path, port: int, endpoint: str, log: Path) -> Iterator[str]:
    """Runs the playground; gives the address of its page."""
    url = f"http://127.0.0.1:{port}"
    options = [
        "--app-endpoint",
        endpoint,
        "--channel-id",
        "msteams",
        "--port",
        str(port),
        "--service-url",
        f"{url}/_connector",
        "--disable-telemetry",
    ]
    with log.open("wb") as output:
        environment = os.environ | {"TEAMSAPPTESTER_BROWSER": "none"}
        process = subprocess.Popen(
            ["node", str(command), "start", *options], cwd=log.parent, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        end = time.monotonic() + _READY_SECONDS
        while True:
            try:
                if httpx.get(url, timeout=5, trust_env=False).status_code == 200:
                    break
            except httpx.HTTPError:
                pass
            if time.monotonic() > end or process.poll() is not None:
                pytest.fail(f"the playground did not start:\n{log.read_text()[-1000:]}")
            time.sleep(0.3)
        yield url
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
