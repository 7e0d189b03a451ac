"""What the capabilities work with: one object, built when the action server starts and passed on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from actions.callbacks import Callbacks
from actions.memory import ExchangeMemory
from actions.signups.store import Signups
from actions.texts import Texts
from actions.unanswered import Unanswered
from index.search import Searcher
from knowledge.catalog import Snapshot


@dataclass(frozen=True)
class Services:
    """A consistent view for one turn: the published bundles, the index built from them, the time and the answer texts.

    `memory` keeps what must never be stored (the candidate's words of an eligibility exchange).
    """

    snapshot: Snapshot
    searcher: Searcher
    now: datetime
    texts: Texts
    memory: ExchangeMemory
    callbacks: Callbacks
    unanswered: Unanswered
    signups: Signups


ServicesFactory = Callable[[], Services]
