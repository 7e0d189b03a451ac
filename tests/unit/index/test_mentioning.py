import pytest

from index.search import Searcher


def test_each_vacancy_that_mentions_it_with_its_sentence(searcher: Searcher) -> None:
    words = {"maaltijdcheque", "maaltijdcheques"}
    found = searcher.mentioning("Waar krijg ik maaltijdcheques?")
    assert found
    assert all(any(word in quote.text.casefold() for word in words) for quote in found.values())
    documents = {passage.document_id for passage in searcher.snapshot.passages}
    telling = {p.document_id for p in searcher.snapshot.passages if any(word in p.text.casefold() for word in words)}
    assert {id for id in found if id in documents} == telling


@pytest.mark.parametrize("question", ["Waar kan ik terecht?", "Waar krijg ik een zeppelin?"])
def test_nothing_to_look_for_or_nobody_tells(searcher: Searcher, question: str) -> None:
    assert searcher.mentioning(question) == {}


def test_only_sentences_that_fit(searcher: Searcher) -> None:
    assert searcher.mentioning("Waar krijg ik maaltijdcheques?", fits=lambda _: False) == {}
    assert searcher.mentioning("Waar krijg ik maaltijdcheques?", ignored={"maaltijdcheques"}) == {}
