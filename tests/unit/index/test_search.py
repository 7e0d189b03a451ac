"""Search and answers on a small collection."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from index.answering import MAX_CHARACTERS
from index.ranking import FEATURES
from index.search import Searcher

NURSE = {"delinde_verpleegkundige"}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Krijg ik maaltijdcheques?", "maaltijdcheques van 8 euro"),
        ("hoeveel vakantiedagen zijn er", "32 vakantiedagen"),
        ("moek snachts werken", "Nachten doe je niet"),
        ("tot wanneer kan ik solliciteren", "13 december 2026"),
        ("How many holidays do I get?", "32 vakantiedagen"),
        ("Wanneer is de schriftelijke proef?", "9 januari 2027"),
        ("telefoonnummer Tom Nys", "0499 40 71 62"),
    ],
)
def test_the_best_passage_answers(searcher: Searcher, question: str, words: str) -> None:
    assert words in searcher.search(question, vacancy_ids=NURSE)[0].passage.text


def test_only_the_vacancies_asked_for(searcher: Searcher) -> None:
    assert {hit.passage.document_id for hit in searcher.search("fietsvergoeding", vacancy_ids=NURSE, limit=50)} == NURSE
    assert searcher.search("fietsvergoeding", vacancy_ids=()) == []
    assert searcher.search("fietsvergoeding", vacancy_ids={"unknown"}) == []


def test_the_whole_collection(searcher: Searcher) -> None:
    hits = searcher.search("Hoeveel bedraagt de fietsvergoeding van de tuinman?", limit=3)
    assert hits[0].passage.document_id == "zanddorp_tuinman"
    assert hits[0].score >= hits[1].score
    assert len({hit.passage.id for hit in hits}) == 3


def test_an_answer_quotes_literally(searcher: Searcher) -> None:
    found = searcher.answer("Krijg ik maaltijdcheques?", vacancy_ids=NURSE)
    assert found.outcome == "answered"
    assert "maaltijdcheques van 8 euro" in found.quotes[0].text
    assert found.quotes[0].section == "Ons aanbod"
    assert sum(len(quote.text) for quote in found.quotes) <= MAX_CHARACTERS


@pytest.mark.parametrize(
    "question", ["Krijg ik een gsm?", "Is er een bedrijfswagen?", "Hoeveel bedraagt de eindejaarspremie?", "Is there a nursery?"]
)
def test_what_the_bundle_does_not_tell_is_declined(searcher: Searcher, question: str) -> None:
    found = searcher.answer(question, vacancy_ids=NURSE)
    assert found.outcome == "not_in_bundle"
    assert found.quotes == ()
    assert found.reason


def test_each_part_of_a_message_is_answered(searcher: Searcher) -> None:
    found = searcher.answer("Krijg ik maaltijdcheques en hoeveel vakantiedagen zijn er?", vacancy_ids=NURSE)
    quoted = " ".join(quote.text for quote in found.quotes)
    assert "8 euro" in quoted
    assert "32 vakantiedagen" in quoted


def test_without_a_vacancy_a_question_that_fits_several_is_ambiguous(searcher: Searcher) -> None:
    assert searcher.answer("Tot wanneer kan ik solliciteren?", vacancy_ids=None).outcome == "ambiguous"


def test_nothing_to_search(searcher: Searcher) -> None:
    assert searcher.answer("Krijg ik een gsm?", vacancy_ids={"unknown"}).outcome == "not_in_bundle"


@pytest.mark.parametrize("question", ["", "   ", "???", "@@@@", "<script>", "\u0000", "a" * 2000, "ê̂" * 50, "😀"])
def test_odd_questions_do_no_harm(searcher: Searcher, question: str) -> None:
    searcher.search(question, vacancy_ids=NURSE)
    searcher.search(question)
    searcher.answer(question, vacancy_ids=NURSE)
    searcher.answer(question, vacancy_ids=None)


def test_threads_share_a_searcher(searcher: Any) -> None:
    questions = ["maaltijdcheques", "solliciteren", "vakantiedagen", "nachten"] * 10
    alone = [searcher.search(question, vacancy_ids=NURSE) for question in questions]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda question: searcher.search(question, vacancy_ids=NURSE), questions)) == alone


def test_a_closing_date_is_that_of_the_application(searcher: Searcher) -> None:
    """Not the day of a test, nor what merely speaks of applying."""
    ranked = searcher.rank("tot wanneer kan ik solliciteren?", NURSE)
    assert ranked is not None
    closing = ranked.found.matrix[:, FEATURES.index("closing")]
    assert [text for text, value in zip(ranked.texts, closing, strict=True) if value > 0.5] == [
        "Mail je cv ten laatste op zondag 13 december 2026 naar jobs@delinde.example.be."
    ]
