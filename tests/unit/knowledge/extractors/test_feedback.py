import pytest

from knowledge.extractors.feedback import extract_feedback

from .notation import source

# text, (from, until_rule, how, address)
CASES = [
    (("# Feedback\nJe kan feedback vragen vanaf 3 mei 2027 via feedback@x.be."), ("2027-05-03", None, "email", "feedback@x.be")),
    (
        ("Wens je feedback over je deelname? Dat kan tot 15 dagen na de bekendmaking van de resultaten, telefonisch bij Jan Peeters (09 222 33 44)."),
        (None, "tot 15 dagen na de bekendmaking van de resultaten", "telefoon", "Jan Peeters"),
    ),
    (
        "Kandidaten kunnen binnen de maand na ontvangst van hun resultaat feedback vragen via een mail naar hr@x.be.",
        (None, "binnen de maand na ontvangst van hun resultaat", "email", "hr@x.be"),
    ),
    ("Je geeft feedback aan je collega's en staat open voor feedback.", (None, None, None, None)),
    (
        ("# Resultaten\nNa afloop van de selectieprocedure kan je feedback krijgen. Neem daarvoor contact op met de personeelsdienst."),
        (None, "Na afloop van de selectieprocedure", None, "de personeelsdienst"),
    ),
    ("Uw examen inkijken kan na afspraak vanaf 12 april 2027. Stuur een mail naar selectie@x.be.", ("2027-04-12", None, "email", "selectie@x.be")),
    (
        "Feedback: aan te vragen per mail (jobs@x.be) binnen 30 dagen na het meedelen van de uitslag.",
        (None, "binnen 30 dagen na het meedelen van de uitslag", "email", "jobs@x.be"),
    ),
    ("|Feedback | vanaf 1 juni 2027, per e-mail aan jobs@x.be", ("2027-06-01", None, "email", "jobs@x.be")),
    (
        ("# Wil je weten waarom je (niet) slaagde?\nVraag dan feedback aan bij Els Maes, van 1 tot en met 15 juni 2027. Bel haar op 09 222 33 44."),
        ("2027-06-01", None, "telefoon", "Els Maes"),
    ),
    (
        ("Niet geslaagd? Tot drie weken na de mededeling van je resultaat kan je schriftelijk toelichting bij je score vragen aan selectie@x.be."),
        (None, "Tot drie weken na de mededeling van je resultaat", "email", "selectie@x.be"),
    ),
    ("Wie feedback wenst, kan die tot en met 30 juni 2027 aanvragen via hr@x.be.", (None, "tot en met 30 juni 2027", "email", "hr@x.be")),
    ("Krijg je graag feedback? Mail ons dan (hr@x.be) ten vroegste op 1 juni 2027.", ("2027-06-01", None, "email", "hr@x.be")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_feedback(text: str, expected: tuple[str | None, ...]) -> None:
    found = extract_feedback(source(text))
    start = found.start.value.iso() if found.start else None
    assert (start, *(fact.value if fact else None for fact in (found.until_rule, found.how, found.address))) == expected


def test_a_first_name_is_completed_from_the_contacts() -> None:
    found = extract_feedback(
        source("Feedback krijg je telefonisch van Lode, binnen de twee weken na je resultaat.\n# Contact\nLode Baeten, 09 222 33 44")
    )
    assert found.address is not None
    assert found.address.value == "Lode Baeten"
