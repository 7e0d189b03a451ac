import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.gateway.catalog import StoreCatalog, contact_line, employer
from knowledge.database import sqlite_engine
from knowledge.store import Store


async def eventually(check: Any) -> None:
    for _ in range(500):
        if check():
            return
        await asyncio.sleep(0.02)
    pytest.fail("it never happened")


async def test_catalog_follows_what_is_answered_from(tmp_path: Path, catalog: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.gateway.catalog._POLL_SECONDS", 0.05)
    monkeypatch.setattr("bot.gateway.catalog._FIRST_POLL_SECONDS", 0.05)
    engine = sqlite_engine(tmp_path / "knowledge.db")
    store = Store(engine)
    versions: list[str | None] = [None]

    async def answering() -> str | None:
        return versions[-1]

    followed = StoreCatalog(store, answering)
    task = asyncio.create_task(followed.watch())
    try:
        await asyncio.sleep(0.1)
        assert followed.snapshot() is None  # the action server has not made its tables yet
        store.migrate()
        await eventually(lambda: followed.snapshot() is not None)
        bundle = catalog.current.bundles["onthaal"]
        store.publish(bundle.document, bundle.vacancies)
        await asyncio.sleep(0.2)
        assert followed.snapshot().vacancies == {}  # its index is not ready yet
        assert not followed.settled()
        versions.append(store.fingerprint())
        await eventually(lambda: "onthaal" in followed.snapshot().vacancies)
        assert followed.settled()
        store.unpublish("onthaal")
        versions.append(store.fingerprint())
        await eventually(lambda: followed.snapshot().vacancies == {})
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        engine.dispose()


def test_contact_and_employer(catalog: Any) -> None:
    snapshot = catalog.current
    assert contact_line(snapshot, "onthaal") == "An Peeters (0470 12 34 56)"
    assert contact_line(snapshot, None) is None
    assert employer(snapshot, "balie") == "OCMW Proefdorp"
    assert employer(snapshot, None) is None
