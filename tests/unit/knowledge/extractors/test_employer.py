import pytest

from knowledge.extractors.employer import extract_employer
from knowledge.readers import read_bytes
from knowledge.source import Source


def employer(text, name="bundel.txt"):
    fact = extract_employer(Source.of(read_bytes(text.encode(), name)))
    return fact and fact.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("STAD NEERBEEK\n\nVacature jurist\n", "Stad Neerbeek"),
        ("Vacature jurist\n\nHet OCMW van Sint-Joris-ten-Distel zoekt een jurist.\n", "OCMW Sint-Joris-ten-Distel"),
        ("Vacature brandweerman\n\nHulpverleningszone Rivierenland werft een brandweerman aan.\n", "Hulpverleningszone Rivierenland"),
        ("Vacature inspecteur\n\nPolitiezone Grensleie zoekt een inspecteur.\n", "Politiezone Grensleie"),
        ("SOCIAAL HUIS RAVELBERG (OCMW)\n\nVacature jurist\n", "Sociaal huis Ravelberg"),
        ("Vacature planner\n\nIntercommunale Zonneveld is op zoek naar een planner.\n", "Intercommunale Zonneveld"),
        ("Vacature verpleegkundige\n\nZorgbedrijf Meetjesland zoekt een verpleegkundige.\n", "Zorgbedrijf Meetjesland"),
        ("Vacature kok\n\nAutonoom gemeentebedrijf Neerbeek zoekt een kok.\n", "Autonoom gemeentebedrijf Neerbeek"),
        ("Werkgever ...... Provincie Zuidvlaanderen\nFunctie ........ archivaris\n", "Provincie Zuidvlaanderen"),
        ("Lokaal bestuur De Haan\n\nVacature redder\n", "Lokaal bestuur De Haan"),
        ("Vacature redder\n\nWij zoeken een redder met ervaring bij een gemeente of provincie.\n", None),
    ],
)
def test_employers_of_every_kind(text, expected):
    assert employer(text) == expected


def test_another_employer_in_the_text_does_not_win():
    text = "Gemeente Neerbeek\n\nVacature jurist\n\nJe overlegt met de provincie Antwerpen, stad Leuven en gemeente Herent.\n\nMail"
    " naar jobs@neerbeek.be.\n"
    assert employer(text) == "Gemeente Neerbeek"


def test_an_employer_that_only_the_page_title_names_in_full():
    page = """<html><head><title>Werken in de bib | Stad Ravelberg</title></head><body><h1>Wij zoeken een bibliothecaris</h1>
    <p>Mail je cv naar jobs@ravelberg.example. Je werkt in de Kerkstraat 3, 2999 Ravelberg.</p></body></html>"""
    document = read_bytes(page.encode(), "bib.html")
    found = extract_employer(Source.of(document))
    assert found is not None
    assert (found.value, found.derived) == ("Stad Ravelberg", True)
    assert found.citations[0].quote == "Ravelberg"


def test_an_employer_that_only_the_page_title_names_at_all_has_no_quote():
    page = "<html><head><title>Jobs | Stad Ravelberg</title></head><body><h1>Wij zoeken een bibliothecaris</h1></body></html>"
    assert extract_employer(Source.of(read_bytes(page.encode(), "bib.html"))) is None
