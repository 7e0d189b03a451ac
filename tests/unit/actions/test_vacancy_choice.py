import pytest

from actions.vacancy_choice import label, mentioned
from knowledge.model import Citation, Fact, Vacancy


def _vacancy(id: str, title: str, employer: str) -> Vacancy:
    cite = (Citation(0, 1, "x"),)
    return Vacancy(id, id, True, Fact(employer, cite), Fact(title, cite))


VACANCIES = {
    vacancy.id: vacancy
    for vacancy in (
        _vacancy("a", "zorgcoördinator", "Stad Eikendal"),
        _vacancy("b", "leerondersteuner", "Stad Eikendal"),
        _vacancy("c", "groenarbeider", "Gemeente Broekdorp"),
        _vacancy("d", "deskundige communicatie", "OCMW Vaartkant"),
        _vacancy("e", "maatschappelijk werker", "Stad Leemstede"),
        _vacancy("f", "projectleider water en klimaat", "Intercommunale Rietveld"),
    )
}


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("wa verdien ik als zorgco?", ("a",)),
        ("die van zorgcoordinator", ("a",)),
        ("tot wanneer kan ik solliciteren als groenarbeider in Broekdorp?", ("c",)),
        ("en bij Leemstede?", ("e",)),
        ("de vacature bij stad Eikendal", ("a", "b")),
        ("leerondersteuner bij Eikendal", ("b",)),
        ("maatschapelijk werker", ("e",)),
        ("communicatie-job", ("d",)),
        ("terug naar de projectleider: wat verdien ik", ("f",)),
        ("moet ik aan het water werken?", ()),
        ("tot wanneer kan ik solliciteren?", ()),
        ("wat is het loon van die job bij de stad", ()),
    ],
)
def test_the_vacancies_that_a_message_names(message: str, expected: tuple[str, ...]) -> None:
    assert mentioned(message, VACANCIES) == expected


def test_label_names_the_function_and_the_employer() -> None:
    assert label(VACANCIES["a"]) == "zorgcoördinator (Stad Eikendal)"


def test_a_title_of_general_words_is_named_by_its_compounds_too() -> None:
    pool = {"a": _vacancy("a", "Coördinator", "AGB Neer"), "b": _vacancy("b", "Zaalwachter", "AGB Neer")}
    assert mentioned("is de coördinatorjob iets voor mij?", pool) == ("a",)
