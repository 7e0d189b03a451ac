"""Words, dialect, compounds and the table of concepts."""

import pytest

from index.language.compounds import is_part, split
from index.language.concept_table import TABLE
from index.language.concepts import concepts
from index.language.dialect import joined_verbs, standard
from index.language.text import fold, stem, words


def test_folding_keeps_offsets() -> None:
    text = "Geïndexeerd – İstanbul, één œuvre"
    assert len(fold(text)) == len(text)
    first = words(text)[0]
    assert text[first.start : first.end] == "Geïndexeerd"


def test_numbers_keep_their_separators() -> None:
    assert [word.text for word in words("€ 2.512,44 op 3/12")] == ["2.512,44", "op", "3/12"]


@pytest.mark.parametrize(("a", "b"), [("solliciteer", "solliciteren"), ("verdien", "verdienen"), ("brieven", "brief"), ("huizen", "huis")])
def test_forms_of_a_word_share_a_stem(a: str, b: str) -> None:
    assert stem(a) == stem(b)


def test_a_weekend_is_no_week() -> None:
    assert stem("weekend") != stem("week")


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("kank", "kan ik"),
        ("moek", "moet ik"),
        ("magek", "mag ik"),
        ("krijgek", "krijg ik"),
        ("kheb", "ik heb"),
        ("wa", "wat"),
        ("vr", "voor"),
        ("parking", "parking"),
    ],
)
def test_dialect(word: str, meaning: str) -> None:
    assert standard(word) == meaning


def test_separable_verbs() -> None:
    assert joined_verbs("hoe schrijf ik me in") == "hoe inschrijven ik me in"
    assert joined_verbs("om in te schrijven") == "om inschrijven"


def test_compounds() -> None:
    assert split("fietsvergoeding") == ("fiets", "vergoeding")
    assert split("laptop") is None
    assert is_part("parking", "personeelsparking")
    assert not is_part("auto", "automatisch")


def test_every_row_of_the_table_has_three_languages() -> None:
    for row in TABLE.replace("\n    ", " ").strip().splitlines():
        assert row.count("|") == 2, row
        assert row == fold(row), row


def test_a_kind_of_a_thing_is_no_other_kind() -> None:
    said = concepts().said
    assert said[stem("laptop")].isdisjoint(said[stem("smartphone")])
    assert said[stem("maaltijdcheque")].isdisjoint(said[stem("ecocheque")])
    assert said[stem("bedrijfswagen")].isdisjoint(said[stem("leasefiets")])
