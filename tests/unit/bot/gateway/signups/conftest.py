from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from fastapi import FastAPI
from pydantic import SecretStr
from starlette.testclient import TestClient

from actions.signups.session import SessionFacts
from actions.signups.store import Signup, Signups
from bot.gateway import errors
from bot.gateway.signups import recruiter, router
from knowledge.clock import BRUSSELS
from knowledge.database import sqlite_engine
from knowledge.settings import Settings

PASSWORD = "een-lang-wachtwoord"


@dataclass
class Site:
    """The pages, and the store behind them."""

    client: TestClient
    store: Signups

    def sign_up(self, name: str = "Lien Maes", email: str = "lien@example.be", key: str = "2099-12-01T19:00") -> Signup:
        starts = datetime.fromisoformat(key).replace(tzinfo=BRUSSELS)
        facts = SessionFacts(
            "boekhouder", key, "Boekhouder", "stad Doornwal", starts, True, "dinsdag 1 december 2099 om 19 uur", organiser="o@example.be"
        )
        return self.store.register(facts, name=name, email=email, conversation="c")[0]

    @property
    def stored(self) -> list[tuple[str, str, str]]:
        return [(item.name, item.email, item.status) for item in self.store.all()]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr(recruiter, "_PAUSE_SECONDS", 0.0)
    settings = Settings(data_dir=tmp_path, env="test", recruiter_password=SecretStr(PASSWORD))
    app = FastAPI()
    app.include_router(router(settings))
    errors.install(app)
    engine = sqlite_engine(tmp_path / "service.db")
    with TestClient(app, follow_redirects=True) as client:
        yield Site(client, Signups(engine))
    engine.dispose()
