from collections.abc import Callable

import pytest

from actions.answers.base import euro, join
from actions.answers.terms import fraction_text
from actions.services import Services

from ..bundles import bundle_about
from ..dialogue import Dialogue, about

ZORG, JURIST, GREEN = "doornwal_zorgcoordinator", "vaartkant_jurist", "broekdorp_groenarbeider"


@pytest.mark.parametrize(
    ("page", "intent", "question", "said", "unsaid"),
    [
        (ZORG, "ask_salary", "Wat verdien ik?", ("€ 3.120,50", "€ 4.980,75", "per maand", "B1-B3", "voltijdse job", "80 %"), ("netto",)),
        (JURIST, "ask_salary", "Wat is het loon?", ("€ 48.000,00", "€ 71.000,00", "per jaar"), ("per maand", "deel van het bedrag")),
        (GREEN, "ask_salary", "Hoeveel betaalt het?", ("minstens € 2.300,10", "per maand", "50 %"), ("tussen",)),
        (ZORG, "ask_salary", "Wat is het nettoloon?", ("€ 3.120,50", "nettobedrag staat niet"), ()),
        (ZORG, "ask_seniority", "Telt mijn ervaring in de privé mee?", ("10 jaar",), ("€",)),
        (ZORG, "ask_salary", "Nemen jullie ervaring uit de privésector mee voor het loon?", ("10 jaar",), ("€",)),
        (ZORG, "ask_benefits", "Welke voordelen zijn er?", ("- Maaltijdcheques van 8 euro", "- laptop", "32 vakantiedagen"), ()),
        (ZORG, "ask_benefits", "Krijg ik een laptop?", ("laptop",), ("Maaltijdcheques",)),
        (ZORG, "ask_benefits", "Zijn er maaltijdcheques?", ("8 euro",), ("laptop",)),
        (JURIST, "ask_benefits", "Is er een fietsvergoeding?", ("fietsvergoeding",), ()),
        (ZORG, "ask_leave", "Hoeveel vakantiedagen krijg ik?", ("32",), ("laptop",)),
        (ZORG, "ask_contract", "Wat voor contract is het?", ("onbepaalde duur", "80 %", "1 maart 2027"), ()),
        (JURIST, "ask_contract", "Is het een vast contract?", ("bepaalde duur van 2 jaar", "voltijds"), ()),
        (ZORG, "ask_working_hours", "Is het voltijds?", ("80 %",), ()),
        (ZORG, "ask_start_date", "Wanneer kan ik beginnen?", ("maandag 1 maart 2027",), ("voorbij",)),
        (ZORG, "ask_reserve", "Hoe lang is de wervingsreserve geldig?", ("2 jaar",), ()),
        (ZORG, "ask_job_content", "Wat zijn de taken?", ("- Je coördineert de zorg", "- Je maakt de planning"), ("rijbewijs",)),
        (GREEN, "ask_job_content", "Wat moet ik doen in die job?", ("maait het gras", "snoeit bomen"), ("rijbewijs",)),
    ],
)
def test_what_the_job_offers(
    dialogue: Callable[..., Dialogue], page: str, intent: str, question: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    d = dialogue(page)
    assert d.says(question, intent).outcome == "answered"
    assert all(part in d.text for part in said)
    assert not any(part in d.text for part in unsaid)
    assert "Bron:" in d.text
    assert d.quotes


@pytest.mark.parametrize(
    ("page", "intent", "question"),
    [
        (ZORG, "ask_benefits", "Krijg ik een smartphone?"),
        (ZORG, "ask_benefits", "Krijg ik een gsm van het werk?"),
        (ZORG, "ask_benefits", "Is er een bedrijfswagen?"),
        (JURIST, "ask_benefits", "Krijg ik een laptop?"),
        (JURIST, "ask_benefits", "Hoeveel bedraagt de fietsvergoeding per km?"),
        (GREEN, "ask_benefits", "Welke voordelen zijn er?"),
        (JURIST, "ask_leave", "Hoeveel vakantiedagen krijg ik?"),
        (ZORG, "ask_workplace", "Is er parking?"),
        (ZORG, "ask_telework", "Mag ik telewerken?"),
        (GREEN, "ask_start_date", "Wanneer kan ik beginnen?"),
        (ZORG, "ask_reserve", "Hoeveel plaatsen zijn er?"),
        (GREEN, "ask_reserve", "Is er een wervingsreserve?"),
        (ZORG, "ask_contract", "Kan mijn contract later verlengd worden?"),
        (ZORG, "ask_working_hours", "Moet ik in het weekend werken?"),
        (GREEN, "ask_seniority", "Telt mijn ervaring mee?"),
    ],
)
def test_what_the_bundle_does_not_offer_is_not_promised(dialogue: Callable[..., Dialogue], page: str, intent: str, question: str) -> None:
    d = dialogue(page)
    assert d.says(question, intent).outcome == "not_in_bundle"
    assert "Bron:" not in d.text
    assert not d.text.startswith("Ja")


def test_pay_for_the_fraction_itself_is_not_cut_again(services: Services) -> None:
    text = "## Loon\n\nJe werkt halftijds. Je verdient 1.500 euro bruto per maand voor deze halftijdse functie."
    d = about(services, bundle_about(text))
    d.says("Wat verdien ik?", "ask_salary")
    assert "€ 1.500,00" in d.text
    assert "dat deel van het bedrag" not in d.text


def test_pay_without_its_index_is_said_to_be_so(services: Services) -> None:
    text = "## Loon\n\nJaarwedde (100 %, voltijds): minimum 18.250 euro, maximum 29.450 euro, te vermenigvuldigen met de index (nu 2,1223)."
    d = about(services, bundle_about(text))
    d.says("Wat verdien ik?", "ask_salary")
    assert all(part in d.text for part in ("€ 18.250,00", "per jaar", "zonder index"))


def test_pay_for_a_part_that_is_told_nowhere_else(services: Services) -> None:
    d = about(services, bundle_about("## Aanbod\n\nEen brutoloon van 2.000,50 tot 3.000,75 euro per maand voor vier vijfde."))
    d.says("Wat verdien ik voltijds?", "ask_salary")
    assert all(part in d.text for part in ("€ 2.000,50", "niet voor een voltijdse job", "vier vijfde"))


def test_a_start_that_has_passed_is_said_to_have(services: Services) -> None:
    d = about(services, bundle_about("## Start\n\nDe indiensttreding is op 1 september 2026."))
    d.says("Wanneer kan ik beginnen?", "ask_start_date")
    assert "1 september 2026" in d.text
    assert "voorbij" in d.text


@pytest.mark.parametrize("line", ["zo snel mogelijk, ten laatste op 1 maart 2027", "bij voorkeur vanaf 1 maart 2027", "1 maart 2027 of in overleg"])
def test_a_start_that_is_a_limit_is_quoted(services: Services, line: str) -> None:
    d = about(services, bundle_about(f"## Start\n\nIndiensttreding: {line}."))
    d.says("Wanneer kan ik beginnen?", "ask_start_date")
    assert line in d.text
    assert "Je begint op" not in d.text


@pytest.mark.parametrize(("fraction", "text"), [(1.0, "voltijds"), (0.5, "50 %"), (0.8, "80 %"), (0.7895, "79 %"), (0.625, "62,5 %")])
def test_a_fraction_in_words(fraction: float, text: str) -> None:
    assert text in fraction_text(fraction)


def test_amounts_and_enumerations() -> None:
    assert euro(3962.4) == "€ 3.962,40"
    assert euro(1234567) == "€ 1.234.567,00"
    assert join(["a"]) == "a"
    assert join(["a", "b", "c"], "of") == "a, b of c"


@pytest.mark.parametrize(
    ("line", "question", "said", "unsaid"),
    [
        ("Je wordt contractueel aangesteld voor onbepaalde duur en start op 1 maart 2027.", "is de job statutair?", "Nee.", "1 maart"),
        ("Je wordt contractueel aangesteld voor onbepaalde duur en start op 1 maart 2027.", "is het een vast contract?", "Ja.", "Je begint"),
        ("Je krijgt een contract van bepaalde duur.", "is het een vast contract?", "Nee.", "Ja"),
    ],
)
def test_whether_the_contract_is_of_a_kind(services: Services, line: str, question: str, said: str, unsaid: str) -> None:
    d = about(services, bundle_about(f"## Contract\n\n{line}"))
    d.says(question, "ask_contract")
    assert d.text.startswith(said)
    assert unsaid not in d.text.split("“")[0]


def test_pay_for_so_many_years(services: Services) -> None:
    d = about(services, bundle_about("## Loon\n\nTussen 2.900,10 euro (0 jaar) en 4.700,20 euro (27 jaar) bruto per maand, voltijds."))
    d.says("wat verdien ik met 0 jaar anciënniteit?", "ask_seniority")
    assert "2.900,10 euro (0 jaar)" in d.text


def test_how_much_leave_is_quoted_with_what_it_is_for_a_part_timer(services: Services) -> None:
    d = about(services, bundle_about("## Wij bieden\n\n- 28 verlofdagen bij voltijds werk, dus 14 dagen voor wie halftijds werkt\n- een laptop"))
    d.says("hoeveel verlof heb ik als halftijdse?", "ask_leave")
    assert "14 dagen" in d.text


_EXTRAS = """## Loon

Tussen 2.410,10 en 3.505,20 euro bruto per maand. Met 10 jaar dienst verdien je 2.890,40 euro.
Per nacht komt er 35 % bij, op zondag 56 %.

| Wie | Bedrag |
| --- | --- |
| Jobstudent | 14,90 euro bruto per uur |
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("hoeveel krijg ik er op zondag bij?", "56 %"),
        ("hoeveel krijgt een jobstudent per uur?", "14,90 euro"),
        ("wat verdien ik met tien jaar dienst?", "2.890,40 euro"),
    ],
)
def test_pay_that_is_not_the_ordinary_pay(services: Services, question: str, said: str) -> None:
    d = about(services, bundle_about(_EXTRAS))
    assert d.says(question, "ask_salary").outcome == "answered"
    assert said in d.text


def test_an_extra_that_the_bundle_does_not_tell_is_not_answered_with_the_pay(services: Services) -> None:
    d = about(services, bundle_about("## Loon\n\nTussen 2.410,10 en 3.505,20 euro bruto per maand."))
    assert d.says("hoeveel krijg ik extra voor werk 's nachts?", "ask_salary").outcome == "not_in_bundle"
