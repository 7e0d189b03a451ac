"""The form that the first question on a diploma brings, in channels that show forms."""

from collections.abc import Callable
from dataclasses import replace

from actions import eligibility_form
from knowledge.model import Citation, Fact, Requirement

from .dialogue import Dialogue

ZORG = "doornwal_zorgcoordinator"


def test_the_first_question_brings_the_form(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    form = eligibility_form.attached(d.services, d.says("Volstaat mijn diploma?", "check_eligibility")).eligibility
    assert form is not None
    assert form["vacancy"] == ZORG
    assert form["fields"][0] == "diploma"


def test_later_questions_outcomes_and_other_answers_bring_none(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    for message, intent in (
        ("Ik heb een bachelor verpleegkunde, kom ik in aanmerking?", "check_eligibility"),
        ("Hoeveel verdien ik?", "ask_salary"),
    ):
        assert eligibility_form.attached(d.services, d.says(message, intent)).eligibility is None


def test_it_asks_for_what_the_conditions_speak_of(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    result = d.says("Volstaat mijn diploma?", "check_eligibility")
    vacancy, here = d.services.snapshot.entries[ZORG], (Citation(0, 1, "x"),)
    more = (Fact(Requirement("experience", "2 jaar ervaring"), here), Fact(Requirement("driving_licence", "rijbewijs B"), here))
    d.services.snapshot.entries[ZORG] = replace(vacancy, requirements=more)
    try:
        form = eligibility_form.attached(d.services, result).eligibility
    finally:
        d.services.snapshot.entries[ZORG] = vacancy
    assert form is not None
    assert form["fields"] == ["diploma", "experience", "licence"]
