import pytest

from knowledge.extractors.workplace import extract_workplace
from knowledge.readers import read_bytes
from knowledge.source import Source


def workplace(text):
    fact = extract_workplace(Source.of(read_bytes(f"VACATURE kok\n\n{text}\n".encode(), "bundel.txt")))
    return fact and fact.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Je werkt in het woonzorgcentrum De Linde, Kerkstraat 4, 9000 Gent.", "woonzorgcentrum De Linde, Kerkstraat 4, 9000 Gent"),
        ("Standplaats: administratief centrum, Markt 1, 9000 Gent.", "administratief centrum, Markt 1, 9000 Gent"),
        ("Plaats van tewerkstelling ..... sporthal De Veer, Sportlaan 3\nContract ................ voltijds", "sporthal De Veer, Sportlaan 3"),
        (
            "Waar werk je?\n\nIn de gemeentelijke werkplaats aan de Industrielaan 8 in Gent.",
            "gemeentelijke werkplaats aan de Industrielaan 8 in Gent",
        ),
        ("De tewerkstelling gebeurt in de basisschool De Kiem, Schoolstraat 12.", "basisschool De Kiem, Schoolstraat 12"),
        ("De werkplaats ligt in de Ambachtsweg 40, 3500 Neerdal.", "Ambachtsweg 40, 3500 Neerdal"),
        ("Je bureau is in De Loods, Kleiweg 17, 3500 Neerdal.", "De Loods, Kleiweg 17, 3500 Neerdal"),
        (
            "zwembad De Snoek - sporthal\n\nKom luisteren in de cafetaria van De Snoek, Badweg 1, 3500 Neerdal.",
            "zwembad De Snoek, Badweg 1, 3500 Neerdal",
        ),
        ("Je werkt in een beurtrol en op zaterdag.", None),
        ("Je werkt in een team van vijf.", None),
        ("De proef gaat door in het stadhuis, Markt 1, 9000 Gent.", None),
    ],
)
def test_places_of_work(text, expected):
    assert workplace(text) == expected
