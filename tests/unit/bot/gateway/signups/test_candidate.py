import pytest

from .conftest import Site


def test_the_link_shows_the_sign_up_and_keeps_it_private(site: Site) -> None:
    token = site.sign_up(name="<b>Lien</b>").token
    answer = site.client.get(f"/signups/{token}")
    assert answer.status_code == 200
    assert "1 december 2099" in answer.text
    assert "<b>Lien" not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
@pytest.mark.parametrize("page", ["", "/cancel", "/erase", "/change"])
def test_only_a_button_changes_anything(site: Site, method: str, page: str) -> None:
    token = site.sign_up().token
    site.client.request(method, f"/signups/{token}{page}")
    assert site.stored == [("Lien Maes", "lien@example.be", "confirmed")]


def test_changing(site: Site) -> None:
    token = site.sign_up().token
    answer = site.client.post(f"/signups/{token}/change", data={"name": " Lien  De Maes ", "email": "Lien@Example.org"})
    assert "aangepast" in answer.text
    assert site.stored == [("Lien De Maes", "lien@example.org", "confirmed")]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": "Lien", "email": "lien@"}, "geen geldig e-mailadres"),
        ({"name": "", "email": "lien@example.be"}, "Vul je naam in"),
        ({"name": "x" * 81, "email": "lien@example.be"}, "Vul je naam in"),
        ({"name": "Lien", "email": "taken@example.be"}, "al een inschrijving"),
        ({}, "geen geldig e-mailadres"),
    ],
)
def test_what_cannot_be_is_explained_and_changes_nothing(site: Site, fields: dict[str, str], said: str) -> None:
    site.sign_up(name="Ander", email="taken@example.be")
    token = site.sign_up().token
    answer = site.client.post(f"/signups/{token}/change", data=fields)
    assert answer.status_code in (409, 422)
    assert said in answer.text
    assert ("Lien Maes", "lien@example.be", "confirmed") in site.stored


def test_cancelling_twice_is_harmless(site: Site) -> None:
    token = site.sign_up().token
    for _ in range(2):
        assert "geannuleerd" in site.client.post(f"/signups/{token}/cancel").text
    assert site.stored == [("Lien Maes", "lien@example.be", "cancelled")]


def test_erasing(site: Site) -> None:
    token = site.sign_up().token
    assert "gewist" in site.client.post(f"/signups/{token}/erase").text
    assert site.stored == []
    assert site.client.get(f"/signups/{token}").status_code == 404
    assert site.client.post(f"/signups/{token}/erase").status_code == 404


@pytest.mark.parametrize("token", ["x", "I-AAAAAA.x", "..", "%00", "é"])
def test_a_wrong_link(site: Site, token: str) -> None:
    site.sign_up()
    for path in ("", "/cancel", "/change", "/erase"):
        answer = site.client.post(f"/signups/{token}{path}") if path else site.client.get(f"/signups/{token}")
        assert answer.status_code == 404
    assert site.stored == [("Lien Maes", "lien@example.be", "confirmed")]
