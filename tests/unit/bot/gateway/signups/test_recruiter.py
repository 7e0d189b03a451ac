import io
from pathlib import Path

import pytest
from fastapi import FastAPI
from openpyxl import load_workbook
from pydantic import SecretStr
from starlette.testclient import TestClient

from bot.gateway import errors
from bot.gateway.signups import router
from knowledge.settings import Settings

from .conftest import PASSWORD, Site

LOGIN = ("recruiter", PASSWORD)


@pytest.mark.parametrize("path", ["/recruiter", "/recruiter/signups.csv", "/recruiter/signups.xlsx"])
def test_nothing_without_the_password(site: Site, path: str) -> None:
    site.sign_up()
    for given in (None, ("recruiter", "wrong"), ("somebody", PASSWORD)):
        answer = site.client.get(path, auth=given) if given else site.client.get(path)
        assert answer.status_code == 401
        assert "Lien" not in answer.text
        assert answer.headers["www-authenticate"].startswith("Basic")
    assert site.client.get(path, auth=LOGIN).status_code == 200


@pytest.mark.parametrize("password", [None, SecretStr("kort")])
def test_without_a_good_password_in_the_settings_there_is_no_page(tmp_path: Path, password: SecretStr | None) -> None:
    app = FastAPI()
    app.include_router(router(Settings(data_dir=tmp_path, env="test", recruiter_password=password)))
    errors.install(app)
    with TestClient(app) as client:
        assert client.get("/recruiter", auth=("recruiter", "kort")).status_code == 404


def test_the_overview_counts_each_session(site: Site) -> None:
    site.sign_up()
    site.sign_up(name="<script>", email="b@example.be")
    cancelled = site.sign_up(email="c@example.be", key="2099-12-03T12:00")
    site.store.cancel(cancelled.number)
    page = site.client.get("/recruiter", auth=LOGIN)
    assert "2 ingeschreven" in page.text
    assert "0 ingeschreven, 0 op de wachtlijst, 1 geannuleerd" in page.text
    assert "<script>" not in page.text
    assert page.headers["cache-control"] == "no-store"


FORMULA = '=HYPERLINK("https://x.example.be")'


def test_files_hold_no_formula(site: Site) -> None:
    for number, name in enumerate([FORMULA, "+1", "-1", "@SUM(A1)", "Lien; Maes"]):
        site.sign_up(name=name, email=f"{number}@example.be")
    text = site.client.get("/recruiter/signups.csv", auth=LOGIN).content.decode("utf-8-sig")
    assert "'=HYPERLINK" in text
    assert ";'+1;" in text
    assert '"Lien; Maes"' in text
    book = load_workbook(io.BytesIO(site.client.get("/recruiter/signups.xlsx", auth=LOGIN).content))
    cells = {cell.value: cell.data_type for row in book.active.iter_rows() for cell in row}
    assert cells[FORMULA] == "s"


def test_a_file_of_one_session(site: Site) -> None:
    site.sign_up()
    site.sign_up(email="b@example.be", key="2099-12-03T12:00")
    answer = site.client.get("/recruiter/signups.csv", params={"bundle": "boekhouder", "session": "2099-12-03T12:00"}, auth=LOGIN)
    assert "b@example.be" in answer.text
    assert "lien@example.be" not in answer.text
