"""Exact figures of the measures."""

import json
from pathlib import Path

import pytest

from index.evaluation import Outcome, Question, compare, evaluate, figure, holds, load_questions, spans, summarise
from index.search import Searcher
from knowledge.catalog import Bundle


def outcome(rank: int | None, *, answered: bool = True, evidence: bool = True) -> Outcome:
    question = Question("q", "d", "?", "fact" if evidence else "unanswerable", ("x",) if evidence else ())
    return Outcome(question, rank, rank, answered, answered, 0.5, "")


def test_spans_ignore_layout() -> None:
    text = "Verlof | 30 dagen\nen (meer)"
    (start, end) = spans(text, ["verlof ....... 30 dagen"])[0]
    assert text[start:end] == "Verlof | 30 dagen"
    assert spans(text, ["loon"]) == []


def test_holds() -> None:
    assert holds(0, 100, [(10, 20)])
    assert holds(12, 18, [(10, 20)])
    assert not holds(0, 14, [(10, 20)])


def test_measures() -> None:
    table = summarise([outcome(1), outcome(2), outcome(None, answered=False), outcome(4), outcome(None, answered=False, evidence=False)])
    assert table["recall@1"]["all"].value == 0.25
    assert table["recall@3"]["all"].value == 0.5
    assert table["mrr"]["all"].value == pytest.approx((1 + 0.5 + 0 + 0.25) / 4)
    assert table["wrongly declined"]["all"].value == 0.25
    assert table["rightly declined"]["all"].value == 1.0
    assert table["rightly declined"]["all"].count == 1


def test_intervals_hold_the_mean_and_repeat() -> None:
    first, second = figure([1, 0, 1, 1, 0, 1]), figure([1, 0, 1, 1, 0, 1])
    assert first == second
    assert first.low < first.value < first.high
    assert figure([]).count == 0


def test_a_comparison_is_paired() -> None:
    difference = compare([outcome(1), outcome(1)], [outcome(1), outcome(2)])
    assert difference["recall@1"].value == 0.5


def test_questions_without_evidence_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    row = {"id": "a", "bundle": "b.pdf", "kind": "fact", "question": "Wanneer?", "history": [], "expect": {"must_contain_any": [["3 mei"]]}}
    path.write_text(json.dumps(row) + "\n")
    with pytest.raises(ValueError, match="question a has no evidence"):
        load_questions([path])
    assert load_questions([path], {"a": ["op 3 mei"]}) == [Question("a", "b", "Wanneer?", "fact", ("op 3 mei",), (("3 mei",),))]


def test_only_what_the_evidence_says_is_expected_of_a_quote(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    row = {"id": "a", "bundle": "b.pdf", "kind": "past_date", "question": "Kan ik nog komen?", "history": [], "evidence": ["op 3 mei"]}
    behind = {**row, "id": "b", "background": "c.html"}
    path.write_text("\n".join(json.dumps({**one, "expect": {"must_contain_any": [["3 mei"], ["voorbij", "niet meer"]]}}) for one in (row, behind)))
    assert [(question.id, question.expect) for question in load_questions([path])] == [("a", (("3 mei",),))]


def test_evaluating(searcher: Searcher, bundles: list[Bundle]) -> None:
    documents = {bundle.document.id: bundle.document for bundle in bundles}
    asked = Question("1", "delinde_verpleegkundige", "Krijg ik maaltijdcheques?", "fact", ("maaltijdcheques van 8 euro",), (("8 euro",),))
    near_miss = Question("2", "delinde_verpleegkundige", "Krijg ik een gsm?", "unanswerable", ())
    first, second = evaluate(searcher, documents, [asked, near_miss])
    assert (first.rank, first.answered, first.right) == (1, True, True)
    assert (second.rank, second.answered) == (None, False)
