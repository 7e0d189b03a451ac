import pytest

from knowledge.extractors.benefits import extract_benefits
from knowledge.readers import read_bytes
from knowledge.source import Source


def benefits(text):
    return [fact.value for fact in extract_benefits(Source.of(read_bytes(f"VACATURE kok\n\n{text}\n".encode(), "bundel.txt")))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Je krijgt maaltijdcheques van 8 euro, een gratis hospitalisatieverzekering (ook voor je gezin) en 35 vakantiedagen.",
            ["maaltijdcheques van 8 euro", "gratis hospitalisatieverzekering (ook voor je gezin)", "35 vakantiedagen"],
        ),
        (
            "Wat bieden wij?\n\n- een laptop en een smartphone\n- een fietsvergoeding van € 0,36 per kilometer\n- elke dag vers"
            " fruit\n- alle ervaring telt mee voor je loon",
            ["laptop", "smartphone", "fietsvergoeding van € 0,36 per kilometer", "elke dag vers fruit"],
        ),
        (
            "Voordelen\n\nHet bestuur kent toe: een eindejaarstoelage, ecocheques, een aanvullend pensioen van 3 % en terugbetaling"
            " van het openbaar vervoer.",
            ["eindejaarstoelage", "ecocheques", "aanvullend pensioen van 3 %", "terugbetaling van het openbaar vervoer"],
        ),
        ("Telewerk is mogelijk, tot twee dagen per week.", ["Telewerk is mogelijk, tot twee dagen per week"]),
        ("Telewerk is niet mogelijk.", []),
        ("Je hebt drie jaar ervaring met groepsverzekeringen en je werkt met een laptop.", []),
        ("Je adviseert collega's over verlof en eindejaarspremies.", []),
    ],
)
def test_benefits_as_short_items(text, expected):
    assert benefits(text) == expected
