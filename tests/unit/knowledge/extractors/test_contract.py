import pytest

from knowledge.extractors.contract import extract_contract
from knowledge.readers import read_bytes
from knowledge.source import Source


def contract(text, name="bundel.txt"):
    found = extract_contract(Source.of(read_bytes(f"VACATURE boekhouder\n\n{text}\n".encode(), name)))
    return (
        found.type and found.type.value,
        found.duration and found.duration.value,
        found.start and found.start.value.iso(),
        found.end and found.end.value.iso(),
        found.fraction and found.fraction.value,
    )


CASES = [
    ("We bieden je een voltijdse contractuele betrekking van onbepaalde duur.", ("contractueel", "onbepaalde duur", None, None, 1.0)),
    ("Niveau B1-B3 · 4/5 · onbepaalde duur", (None, "onbepaalde duur", None, None, 0.8)),
    ("De job is voltijds; 30,4 uur per week (vier vijfde) is bespreekbaar.", (None, None, None, None, 1.0)),
    ("Niveau A - voltijds, 4/5 bespreekbaar - contract van onbepaalde duur.", ("contractueel", "onbepaalde duur", None, None, 1.0)),
    ("Je werkt 28 uur per week; voltijds werken is op termijn mogelijk.", (None, None, None, None, 0.7368)),
    ("Je kiest zelf hoeveel je werkt: 19, 24 of 30,4 uur per week.", (None, None, None, None, None)),
    (
        "Je begint pas als je registratie in orde is, ten laatste op 1 september 2027. Je contract begint op 1 maart 2027.",
        (None, None, "2027-03-01", None, None),
    ),
    ("Je wordt statutair aangesteld in een halftijdse functie (19/38).", ("statutair", None, None, None, 0.5)),
    ("Een deeltijds contract (80 %) van bepaalde duur van twee jaar.", ("tijdelijk", "bepaalde duur van twee jaar", None, None, 0.8)),
    (
        "Je werkt 30,4 uur per week met een vervangingscontract, van 1 februari 2027 tot en met 31 juli 2027.",
        ("tijdelijk (vervanging)", "vervangingscontract", "2027-02-01", "2027-07-31", 0.8),
    ),
    ("Het gaat om een tijdelijke opdracht ter vervanging van een collega met zwangerschapsverlof, 4/5.", ("tijdelijk", None, None, None, 0.8)),
    ("Je start op 1 maart 2027 met een contract van onbepaalde duur (28,5/38).", ("contractueel", "onbepaalde duur", "2027-03-01", None, 0.75)),
    ("Indiensttreding: 15 februari 2027. Statuut: contractueel.", ("contractueel", None, "2027-02-15", None, None)),
    ("De indiensttreding is voorzien vanaf 1 april 2027, in statutair verband.", ("statutair", None, "2027-04-01", None, None)),
    ("Voltijds of deeltijds werken kan, in overleg.", (None, None, None, None, None)),
    ("De schriftelijke proef start op 9 januari 2027 om 9 uur.", (None, None, None, None, None)),
    ("Solliciteer vanaf 1 december 2026 tot en met 10 januari 2027.", (None, None, None, None, None)),
    ("Het loon voor een voltijdse betrekking bedraagt 3.000 euro.", (None, None, None, None, None)),
    ("Je behaalt je diploma ten laatste op 30 juni 2027. Feedback kan vanaf 1 maart 2027.", (None, None, None, None, None)),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_one_sentence(text, expected):
    found = contract(text)
    assert found[:1] + found[2:] == expected[:1] + expected[2:]
    if expected[1] is not None:
        assert found[1] == expected[1]


def test_label_rows():
    text = "Contract ........ contractueel, onbepaalde duur\nWerkregime ...... deeltijds, 22,8/38\nStart ........... 1 maart 2027\n"
    assert contract(text) == ("contractueel", "onbepaalde duur", "2027-03-01", None, 0.6)


def test_a_replacement_tells_its_reason():
    text = "Contract ........ vervangingscontract\n\nWe zoeken iemand omdat onze collega met ouderschapsverlof gaat.\n"
    assert contract(text)[:2] == ("tijdelijk (vervanging)", "vervangingscontract (ouderschapsverlof)")
