from collections.abc import Callable

import pytest

from .dialogue import Dialogue

ZORG, JURIST, GREEN = "doornwal_zorgcoordinator", "vaartkant_jurist", "broekdorp_groenarbeider"
CHILD, LIBRARY = "zandhove_jobs--kinderbegeleider", "zandhove_jobs--bibliothecaris"
# First what is open, then what has no closing date, then what is closed.
ALL = (ZORG, CHILD, LIBRARY, GREEN, JURIST)


@pytest.mark.parametrize(
    ("question", "listed"),
    [
        ("Welke vacatures zijn er?", ALL),
        ("Welke vacatures zijn nog open?", (ZORG, CHILD, LIBRARY, GREEN)),
        ("Which jobs are still available?", (ZORG, CHILD, LIBRARY, GREEN)),
        ("Welke vacature sluit het eerst?", (ZORG, CHILD, LIBRARY)),
        ("Zijn er deeltijdse jobs?", (ZORG, CHILD, GREEN)),
        ("Zijn er voltijdse jobs?", (LIBRARY, JURIST)),
        ("Voor welke vacatures heb ik geen diploma nodig?", (GREEN,)),
        ("Voor welke vacatures heb ik een rijbewijs nodig?", (ZORG, GREEN)),
        ("Voor welke jobs vragen jullie een rijbewijs C?", ()),
        ("Welke vacatures hebben een infosessie?", (ZORG,)),
        ("Welke vacatures vragen een master?", (LIBRARY, JURIST)),
        ("Welke vacatures vragen een diploma rechten?", (JURIST,)),
        ("Welke job betaalt het meest?", (JURIST, ZORG, GREEN, CHILD, LIBRARY)),
    ],
)
def test_the_vacancies_that_fit(dialogue: Callable[..., Dialogue], question: str, listed: tuple[str, ...]) -> None:
    d = dialogue()
    result = d.says(question, "ask_vacancies")
    assert (result.outcome, result.verdict) == ("answered", None)
    assert d.state.listed == listed
    assert d.text.count("\n- ") == len(listed)
    assert {source.vacancy for reply in result.replies for source in reply.sources} <= set(listed)


def test_a_line_tells_the_fact_that_was_asked(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue()
    d.says("Zijn er deeltijdse jobs?", "ask_vacancies")
    assert all(share in d.text for share in ("80 %", "50 %", "60 %"))
    d.says("Welke vacatures zijn nog open?", "ask_vacancies")
    assert "13 december 2026" in d.text


def test_a_filter_on_the_list_before(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue()
    d.says("Zijn er deeltijdse jobs?", "ask_vacancies")
    d.says("Welke daarvan zijn nog open?", "ask_vacancies")
    assert d.state.listed == (ZORG, CHILD, GREEN)


def test_a_comparison_of_two(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue()
    d.says("Wat is het verschil in loon tussen jurist en zorgcoördinator?", "ask_salary")
    assert set(d.state.listed) == {ZORG, JURIST}
    assert "per jaar" in d.text
    assert "per maand" in d.text


@pytest.mark.parametrize(
    "question",
    [
        "Voor welke jobs kom ik in aanmerking met een bachelor verpleegkunde?",
        "Ik heb een bachelor verpleegkunde, voor welke vacatures is dat geschikt?",
        "Ik heb een bachelor verpleegkunde. Welke jobs passen? Kom ik in aanmerking?",
    ],
)
def test_for_which_jobs_a_diploma_will_do(dialogue: Callable[..., Dialogue], question: str) -> None:
    d = dialogue()
    result = d.says(question, "ask_vacancies")
    lines = {line.split(" (")[0].removeprefix("- "): line for line in d.text.split("\n") if line.startswith("- ")}
    assert (result.outcome, result.verdict) == ("answered", None)
    assert all("lijkt te voldoen" in lines[title] for title in ("zorgcoördinator", "kinderbegeleider", "Groenarbeider"))
    assert all("voldoe je niet" in lines[title] for title in ("jurist", "bibliothecaris"))
    assert "afgesloten" in lines["jurist"]
    assert "beslist, niet deze chatbot" in d.text
    assert not any(mark in d.text for mark in ("%", "score", "match"))


@pytest.mark.parametrize(
    ("question", "intent", "told"),
    [
        ("Waar kan ik werken zonder diploma?", "ask_diploma", {GREEN}),
        ("Ik heb geen rijbewijs. Bij welke vacatures is dat verplicht?", "ask_driving_licence", {ZORG, GREEN}),
        ("Voor welke jobs heb ik geen rijbewijs nodig?", "ask_vacancies", {JURIST, CHILD, LIBRARY}),
        ("Zijn er leidinggevende functies?", "ask_job_content", {ZORG}),
        ("iets met kinderen?", "ask_help", {CHILD}),
        ("Welke vacature betaalt het minst?", "ask_vacancies", set(ALL)),
        ("Welke infosessies zijn er in december?", "ask_infosession", {ZORG}),
        ("Welke infosessies zijn er in maart?", "ask_infosession", set()),
    ],
)
def test_a_question_without_a_vacancy_is_asked_of_all(dialogue: Callable[..., Dialogue], question: str, intent: str, told: set[str]) -> None:
    d = dialogue()
    assert d.says(question, intent).outcome == "answered"
    assert set(d.state.listed) == told


def test_a_question_about_a_page_stays_on_it(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue(ZORG)
    d.says("Waar kan ik parkeren?", "ask_workplace")
    assert d.state.listed == ()
