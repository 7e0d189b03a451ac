"""The index with the real encoder on the development bundles: what search and abstention must reach."""

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from index.build import build, load_bundles, make_snapshot
from index.encoder.interface import Encoder, Vectors
from index.encoder.openvino_engine import OpenVinoEncoder
from index.evaluation import evaluate, load_questions, summarise
from index.search import Searcher, load
from knowledge.catalog import Bundle
from knowledge.settings import PROJECT_ROOT

pytestmark = [pytest.mark.integration, pytest.mark.slow]

DEV = PROJECT_ROOT / "tests" / "data" / "dev"


@pytest.fixture(scope="module")
def encoder(encoder_dir: Path) -> Encoder:
    return OpenVinoEncoder(encoder_dir, min(2, os.cpu_count() or 1))


@pytest.fixture(scope="module")
def bundles() -> list[Bundle]:
    return load_bundles(DEV / "bundles", print)


@pytest.fixture(scope="module")
def searcher(bundles: list[Bundle], encoder: Encoder) -> Searcher:
    return Searcher(make_snapshot(bundles, encoder), encoder)


def test_what_must_be_reached(searcher: Searcher, bundles: list[Bundle]) -> None:
    documents = {bundle.document.id: bundle.document for bundle in bundles}
    questions = load_questions(sorted(DEV.glob("questions-*.jsonl")))
    assert len(questions) > 150
    table = {name: kinds["all"].value for name, kinds in summarise(evaluate(searcher, documents, questions, overall=False)).items()}
    print(table)
    assert table["recall@1"] >= 0.85
    assert table["recall@3"] >= 0.95
    assert table["rightly declined"] >= 0.80
    assert table["wrongly declined"] <= 0.08


def test_from_disk_it_answers_alike(searcher: Searcher, bundles: list[Bundle], encoder: Encoder, tmp_path: Path) -> None:
    build(bundles[:2], encoder, tmp_path / "index")
    from_disk, fresh = load(tmp_path / "index", encoder), Searcher(make_snapshot(bundles[:2], encoder), encoder)
    vacancy = bundles[0].document.id
    for question in ("tot wanneer kan ik solliciteren?", "krijg ik een gsm?", "wat verdien ik?"):
        a, b = (one.answer(question, vacancy_ids={vacancy}) for one in (from_disk, fresh))
        assert (a.outcome, a.quotes) == (b.outcome, b.quotes)


class Remembering:
    """The encoder with its questions remembered, so that only the search itself takes time."""

    def __init__(self, encoder: Encoder) -> None:
        self.name, self.dimension = encoder.name, encoder.dimension
        self.encode_passages = encoder.encode_passages
        self.encode_queries = cache_by_text(encoder)


def cache_by_text(encoder: Encoder) -> Callable[[Sequence[str]], Vectors]:
    known: dict[str, Vectors] = {}

    def encode(texts: Sequence[str]) -> Vectors:
        (text,) = texts
        if text not in known:
            known[text] = encoder.encode_queries([text])
        return known[text]

    return encode


def test_searching_is_quick(searcher: Searcher, bundles: list[Bundle], encoder: Encoder) -> None:
    """Processor time without encoding: at most 5 ms a question within a vacancy, whatever else the machine does."""
    quick = Searcher(searcher.snapshot, Remembering(encoder))
    vacancy = bundles[0].document.id
    asked = ["wat verdien ik", "moet ik in het weekend werken", "wie kan ik bellen", "hoeveel verlof krijg ik"] * 5
    for question in asked:
        quick.search(question, vacancy_ids={vacancy})
    began = time.process_time()
    for question in asked:
        quick.search(question, vacancy_ids={vacancy})
    assert (time.process_time() - began) / len(asked) < 0.005
