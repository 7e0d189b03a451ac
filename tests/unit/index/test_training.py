"""Learning finds what tells answers apart."""

from typing import Any

import numpy as np
import pytest

from index.answering import ABSTAIN_FEATURES
from index.evaluation import Question
from index.ranking import FEATURES
from index.search import Searcher
from index.training import cases, learn_answering, learn_ranking
from index.weights import load_weights
from knowledge.catalog import Bundle


@pytest.fixture
def found(searcher: Searcher, bundles: list[Bundle]) -> list[Any]:
    documents = {bundle.document.id: bundle.document for bundle in bundles}
    questions = [
        Question("1", "delinde_verpleegkundige", "Krijg ik maaltijdcheques?", "fact", ("maaltijdcheques van 8 euro",), (("8 euro",),)),
        Question("2", "delinde_verpleegkundige", "Is er parking?", "unanswerable", ()),
    ]
    return [case for case in cases(searcher, documents, questions) if case.question.id != "made"]


def test_evidence_is_taken_away_for_a_near_miss(found: list[Any]) -> None:
    assert [(case.question.id, case.answerable) for case in found] == [("1", True), ("1", False), ("2", False)]
    whole, less, _ = found
    assert any("8 euro" in unit.text for unit in whole.candidates)
    assert not any("8 euro" in unit.text for unit in less.candidates)


def test_the_ranking_learns_the_unit_with_evidence(found: list[Any]) -> None:
    weights = learn_ranking(found)
    assert found[0].relevant[int(np.argmax(found[0].found.matrix @ weights))]


def test_signs_are_kept() -> None:
    drawn = np.random.default_rng(5).normal(size=(200, len(ABSTAIN_FEATURES)))
    answerable = drawn[:, ABSTAIN_FEATURES.index("missing_in_scope")] > 0  # against all sense
    weights, _ = learn_answering(drawn, answerable, np.ones(200))
    assert weights[ABSTAIN_FEATURES.index("missing_in_scope")] <= 0


def test_the_weights_of_the_repository_fit_the_features() -> None:
    weights = load_weights()
    assert weights.rank.shape == (len(FEATURES),)
    assert 0 < weights.threshold < 1
