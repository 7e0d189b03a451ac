"""Questions made for training: what a bundle mentions it answers, what it doesn't it can't; an amount must stand where its subject stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.answer_types import AnswerType, held_types
from index.language.mentions import mentions
from index.query import Term, analyse
from index.ranking import holds_near

# (question, the subject that must be mentioned, the kind of value that must stand with it)
_ASKED: tuple[tuple[str, str, AnswerType | None], ...] = (
    *((f"Krijg ik {thing}?", thing, None) for thing in (
        "een gsm", "een laptop", "een bedrijfswagen", "maaltijdcheques", "ecocheques", "een eindejaarspremie", "een fietsvergoeding",
        "een hospitalisatieverzekering", "een groepsverzekering", "een leasefiets", "werkkledij", "een kilometervergoeding", "cadeaubonnen",
    )),
    *((f"Hoeveel bedraagt de {thing}?", thing, "amount") for thing in (
        "maaltijdcheque", "fietsvergoeding", "eindejaarstoelage", "kilometervergoeding", "wachtvergoeding", "onkostenvergoeding",
        "internetvergoeding",
    )),
        ("is er parking voor het personeel", "parking", None),
        ("mag ik telewerken", "telewerken", None),
        ("moet ik een rijbewijs hebben", "rijbewijs", None),
        ("moek in t weekend werken", "weekend", None),
        ("moet ik ook nachten doen", "nachten", None),
        ("ben ik soms van wacht", "wachtdienst", None),
        ("is er een proeftijd", "proeftijd", None),
        ("is er kinderopvang voor de kinderen van het personeel", "kinderopvang", None),
        ("moet ik een medisch onderzoek doen", "medisch", None),
        ("moet ik Frans kennen", "Frans", None),
        ("wie zit er in de jury", "jury", None),
        ("Wordt mijn treinabonnement terugbetaald?", "treinabonnement", None),
        ("hoeveel vakantiedagen krijg ik", "vakantiedagen", "number"),
        ("Vanaf wanneer kan ik feedback vragen?", "feedback", "moment"),
        ("Hoe lang duurt de infosessie?", "infosessie", "duration"),
        ("hoe lang duurt de schriftelijke proef", "schriftelijke", "duration"),
        ("Hoe lang blijft de wervingsreserve geldig?", "wervingsreserve", "duration"),
        ("Hoe lang is de proeftijd?", "proeftijd", "duration"),
        ("Wanneer krijg ik het resultaat?", "resultaat", "moment"),
        ("Kan de infosessie online gevolgd worden?", "infosessie", None),
)  # fmt: skip


def made_questions(units: Sequence[tuple[str, str]]) -> Iterator[tuple[str, bool]]:
    """Questions with whether the units, given as (own text, what leads it in), answer them."""
    for question, subject, kind in _ASKED:
        term = analyse(subject).terms[-1]
        about = [(own, lead) for own, lead in units if mentions(own).has(term.keys, term.word) or mentions(lead).has(term.keys, term.word)]
        if kind is None:
            yield question, bool(about)
        else:
            yield question, any(_told(own, kind, term) for own, _ in about)


def _told(own: str, kind: AnswerType, term: Term) -> bool:
    """Whether a unit gives the value: near its subject, or anywhere in it when only its heading names the subject."""
    if kind != "moment" and mentions(own).has(term.keys, term.word):
        return holds_near(own, kind, term)
    return kind in held_types(own)
