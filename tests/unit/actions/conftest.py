from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from actions.callbacks import Callbacks
from actions.memory import ExchangeMemory
from actions.services import Services
from actions.signups.store import Signups
from actions.texts import Texts
from actions.unanswered import Unanswered
from knowledge.catalog import Snapshot
from knowledge.database import sqlite_engine

from .bundles import ALL, published
from .dialogue import NOW, Dialogue, Finds


@pytest.fixture(scope="session")
def snapshot() -> Snapshot:
    """All made-up bundles, read and extracted once."""
    return published(**ALL)


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts.load()


@pytest.fixture
def finds() -> Finds:
    """The searcher of `services`; it finds nothing until a test lays something ready."""
    return Finds()


@pytest.fixture
def service_engine(tmp_path: Path) -> Iterator[Engine]:
    engine = sqlite_engine(tmp_path / "service.db")
    yield engine
    engine.dispose()


@pytest.fixture
def services(snapshot: Snapshot, texts: Texts, finds: Finds, service_engine: Engine) -> Services:
    stores = Callbacks(service_engine), Unanswered(service_engine), Signups(service_engine)
    return Services(snapshot, finds, NOW, texts, ExchangeMemory(), *stores)  # type: ignore[arg-type]


@pytest.fixture
def dialogue(services: Services) -> Callable[..., Dialogue]:
    """A new conversation, on a vacancy's page where one is given."""
    return lambda page=None, **options: Dialogue(services, page, **options)
