"""Which units mention a term, and how surely."""

from pathlib import Path

import numpy as np
import pytest

from index.lexical import LED, OWN, PART, SYNONYM, LexicalIndex
from index.query import Term, analyse


def term(question: str) -> Term:
    return analyse(question).terms[-1]


@pytest.fixture
def index() -> LexicalIndex:
    return LexicalIndex.build(
        [
            ("Je krijgt maaltijdcheques van 8 euro.", "Ons aanbod"),
            ("De wedde bedraagt 2.400 euro.", "Loon"),
            ("Vanaf 1 februari via mail.", "Feedback"),
            ("Je krijgt een vergoeding als je met de fiets komt.", ""),
        ]
    )


@pytest.mark.parametrize(
    ("question", "unit", "weight"),
    [
        ("maaltijdcheques", 0, OWN),
        ("cheques", 0, OWN * PART),
        ("maaltijdcheqes", 0, None),
        ("wat schuift dat", 1, OWN * SYNONYM),
        ("feedback", 2, LED),
        ("fietsvergoeding", 3, None),
    ],
)
def test_mentions(index: LexicalIndex, question: str, unit: int, weight: float | None) -> None:
    found = index.mentions(term(question))
    assert int(found.argmax()) == unit
    assert found[unit] > 0.4 if weight is None else found[unit] == pytest.approx(weight, abs=0.11)


def test_what_no_unit_mentions(index: LexicalIndex) -> None:
    found = index.mentions(term("bedrijfswagen"))
    assert not found.any()
    assert index.rarity(found) > index.rarity(np.ones(index.size, dtype=np.float32)) >= 0.2


def test_it_survives_the_disk(index: LexicalIndex, tmp_path: Path) -> None:
    index.save(tmp_path)
    again = LexicalIndex.load(tmp_path)
    assert np.array_equal(again.mentions(term("cheques")), index.mentions(term("cheques")))


def test_a_cut_file_is_refused(index: LexicalIndex, tmp_path: Path) -> None:
    index.save(tmp_path)
    np.save(tmp_path / "posting_ids.npy", np.arange(2, dtype=np.int32))
    with pytest.raises(ValueError, match="incomplete"):
        LexicalIndex.load(tmp_path)
