"""What kind of value a question asks and a text holds."""

import pytest

from index.answer_types import asked_types, dates_in, held_types
from index.query import analyse


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("Tot wanneer kan ik solliciteren?", {"moment"}),
        ("hoe laat moet ik er zijn", {"hour"}),
        ("Hoe lang duurt het gesprek?", {"duration"}),
        ("How long is the trial period?", {"duration"}),
        ("Hoeveel bedraagt de fietsvergoeding?", {"amount"}),
        ("Quel est le salaire ?", {"amount"}),
        ("Hoeveel vakantiedagen krijg ik?", {"number"}),
        ("Hoeveel punten moet ik halen?", {"points"}),
        ("Hoeveel kandidaten hebben al gesolliciteerd?", {"applicants"}),
        ("Wie zit er in de jury?", {"members"}),
        ("Hoe heet het diensthoofd?", {"name"}),
        ("Wie betaalt de cursus?", set()),
        ("In welk lokaal is de proef?", {"place"}),
        ("Hoeveel extra krijg ik voor de wachtdienst?", {"amount"}),
        ("gsm van Els?", {"phone"}),
        ("Krijg ik een gsm?", set()),
        ("Do I have to be on call?", set()),
        ("Waar is de proef?", {"place"}),
        ("Is er parking?", set()),
    ],
)
def test_asked(question: str, kinds: set[str]) -> None:
    assert asked_types(analyse(question).words) == kinds


@pytest.mark.parametrize(
    ("text", "kind", "held"),
    [
        ("uiterlijk op 3 mei 2027", "moment", True),
        ("binnen de tien dagen na je gesprek", "moment", True),
        ("Je werkt in een team", "moment", False),
        ("ongeveer 45 minuten", "duration", True),
        ("op woensdag 2 december om 18.30 uur", "duration", False),
        ("van 20 tot 20.45 uur", "duration", True),
        ("€ 2.512,44", "amount", True),
        ("30 vakantiedagen", "amount", False),
        ("30 vakantiedagen", "number", True),
        ("op 11 januari 2027 om 9 uur", "number", False),
        ("Bel 052 60 18 30", "number", False),
        ("minstens 20/40", "points", True),
        ("zaterdag 9 januari", "points", False),
        ("Bel 052 60 18 30", "phone", True),
        ("Grote Markt 3, 9495 Pluimegem", "place", True),
        ("Els De Maeseneer, personeelsdienst", "person", True),
        ("mondelinge proef voor de jury", "person", False),
        ("Pc-proef | wo 13 januari 2027, 18 uur | 25 op 50", "duration", False),
        ("De proef duurt 3 uur.", "duration", True),
        ("een nachttoeslag van 35 procent", "amount", True),
        ("De jury bestaat uit drie leden.", "members", True),
        ("Gevalstudie met presentatie voor de jury", "members", False),
        ("met Oksana Petrenko", "name", True),
        ("een officier van de zone", "name", False),
    ],
)
def test_held(text: str, kind: str, held: bool) -> None:
    assert (kind in held_types(text)) is held


@pytest.mark.parametrize("text", ["Op donderdag 3 december om 19 uur", "do 3/12 om 19u", "le 3 décembre", "December 3", "3rd of December"])
def test_a_day_is_the_same_in_every_writing(text: str) -> None:
    assert dates_in(text) == {(3, 12)}
