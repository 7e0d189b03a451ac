"""Prometheus metrics, on a loopback port of their own so that the public address never shows them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, make_server

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, make_wsgi_app

logger = logging.getLogger("vacaturebot.gateway")

_POLL_SECONDS = 0.1  # how long stopping may wait
_BUCKETS = (0.01, 0.02, 0.03, 0.045, 0.06, 0.1, 0.2, 0.5, 1, 2, 4, 8)


class Metrics:
    """What is counted; labels never hold anything of a person."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self.turns = Counter("vacaturebot_turns", "Turns answered", ["outcome"], registry=self.registry)
        self.refused = Counter("vacaturebot_refused", "Requests answered with an error", ["code"], registry=self.registry)
        self.seconds = Histogram("vacaturebot_turn_seconds", "Duration of an answered turn", buckets=_BUCKETS, registry=self.registry)
        self.feedback = Counter("vacaturebot_feedback", "Opinions on replies", ["helpful"], registry=self.registry)

    @contextmanager
    def serve(self, port: int | None) -> Iterator[int]:
        """Serves the metrics on a loopback port (a free one for None) until the block ends; gives the port."""
        server = make_server("127.0.0.1", port or 0, make_wsgi_app(self.registry), handler_class=_Quiet)
        thread = Thread(target=server.serve_forever, args=(_POLL_SECONDS,), name="metrics", daemon=True)
        thread.start()
        try:
            logger.info("metrics on http://127.0.0.1:%d/metrics", server.server_port)
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Scrapes are not worth a line each."""
