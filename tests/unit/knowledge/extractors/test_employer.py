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
