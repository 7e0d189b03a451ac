"""Words, dialect, compounds and the table of concepts."""

import pytest

from index.language.compounds import is_part, split
from index.language.concept_table import TABLE
from index.language.concepts import concepts
from index.language.dialect import joined_verbs, standard
from index.language.keys import UNTIL, keys_of
from index.language.particles import joined
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


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Breng voor de praktische proef werkkledij en veiligheidsschoenen mee.", "meebrengen"),
        ("Schrijf je in bij Ayla, ten laatste op zondag.", "inschrijven"),
        ("Laad je cv, je diploma en een kopie van je rijbewijs op.", "opladen"),
        ("Je dient je dossier tijdig in via het e-loket.", "indienen"),
    ],
)
def test_separable_verbs_of_a_text(text: str, verb: str) -> None:
    assert joined(fold(text)) == [verb]


@pytest.mark.parametrize("text", ["Je werkt in het gemeentehuis.", "Geef het op het onthaal af aan Jan.", "Bel je op de dag zelf?"])
def test_a_preposition_is_no_part_of_a_verb(text: str) -> None:
    assert "opgeven" not in joined(fold(text))
    assert "opbellen" not in joined(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "Doe dat ten laatste op woensdag 2 december 2026 om 16 uur.",
        "t.e.m. maandag 7 december",
        "uiterlijk op 15.11.2026",
        "Op woensdag 18 november om 20 uur ging het formulier dicht.",
        "De inschrijvingen liepen tot en met zondag 15 november 2026",
    ],
)
def test_a_closing_date_is_recognised(text: str) -> None:
    assert UNTIL.search(text)
    assert concepts().asked[stem("deadline")] & keys_of(text)


@pytest.mark.parametrize("text", ["Het gesprek is op dinsdag 8 december.", "Voor de kookproef krijg je drie uur.", "tot het einde van de dag"])
def test_another_date_is_no_closing_date(text: str) -> None:
    assert not UNTIL.search(text)


@pytest.mark.parametrize("text", ["deeltijds 30,4/38", "Je werkt 28 uur en 30 minuten per week.", "24 uur per week"])
def test_hours_a_week_are_working_hours(text: str) -> None:
    assert concepts().asked[stem("werkuren")] & keys_of(text)
