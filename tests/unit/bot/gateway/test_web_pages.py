from starlette.testclient import TestClient


def test_home_lists_the_vacancies(client: TestClient) -> None:
    response = client.get("/")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    for expected in ("onthaalmedewerker", "stad Testegem", "onbekend", 'href="/vacancies/balie"', 'src="/widget.js"', 'lang="nl"'):
        assert expected in response.text


def test_pages_run_no_script_but_ours(client: TestClient) -> None:
    for path in ("/", "/vacancies/onthaal", "/privacy", "/voorwaarden", "/vacancies/bestaat-niet"):
        response = client.get(path)
        policy = response.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "<script>" not in response.text
        assert "style=" not in response.text
        assert response.headers["x-content-type-options"] == "nosniff"


def test_bundle_is_shown_as_text_with_anchors(client: TestClient) -> None:
    page = client.get("/vacancies/onthaal").text
    assert "een &lt;b&gt;fiets&lt;/b&gt;" in page
    assert 'id="p0"' in page
    assert "<th id=" in page
    assert client.get("/vacancies/bestaat-niet").status_code == 404


def test_privacy_tells_how_long(client: TestClient) -> None:
    assert "30 dagen" in client.get("/privacy").text


def test_every_vacancy_has_the_chat_and_a_contact_page_that_needs_no_script(client: TestClient) -> None:
    page = client.get("/vacancies/onthaal").text
    assert 'data-vacancy="onthaal"' in page
    assert '<noscript><p>De chatbot werkt alleen met JavaScript. <a href="/vacancies/onthaal/contact">' in page
    contact = client.get("/vacancies/onthaal/contact").text
    assert 'href="tel:+32470123456"' in contact
    assert "An Peeters" in contact
    assert "0470 65 43 21" in client.get("/contact").text
    assert client.get("/vacancies/bestaat-niet/contact").status_code == 404


def test_public_pages_are_compressed_and_nothing_with_somebody_s_words(client: TestClient) -> None:
    zipped = {"Accept-Encoding": "gzip"}
    for path in ("/", "/static/page.css", "/vacancies/onthaal"):
        assert client.get(path, headers=zipped).headers.get("content-encoding") == "gzip", path
    for path in ("/api/welcome", "/api/vacancies", "/api/chat/gesprek-0123456789", "/signups/geen-link"):
        assert "content-encoding" not in client.get(path, headers=zipped).headers, path


def test_filters_stand_in_the_address(client: TestClient) -> None:
    page = client.get("/", params={"werkgever": "stad Testegem"}).text
    assert "1 van 2 vacatures" in page
    assert "/vacancies/onthaal" in page
    assert "/vacancies/balie" not in page
    assert "<option selected>stad Testegem</option>" in page
    assert "Geen enkele vacature past" in client.get("/", params={"infosessie": "1", "open": "1"}).text


def test_a_vacancy_tells_search_engines_what_it_is(client: TestClient) -> None:
    page = client.get("/vacancies/onthaal").text
    assert '<script type="application/ld+json">{"@context": "https://schema.org/", "@type": "JobPosting"' in page
