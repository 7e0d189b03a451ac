import pytest

from knowledge.extractors.salary import extract_salary
from knowledge.readers import read_bytes
from knowledge.source import Source


def pay(text, name="bundel.txt"):
    fact = extract_salary(Source.of(read_bytes(text.encode(), name)))
    if fact is None:
        return None
    value = fact.value
    return (value.minimum, value.maximum, value.scale, value.period, value.full_time)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Je verdient minimaal € 2.850,10 en maximaal € 4.300,55 bruto per maand (voltijds, C1-C3).", (2850.1, 4300.55, "C1-C3", "month", True)),
        ("Het brutojaarloon situeert zich tussen 38.000 euro en 61.500 euro, weddeschaal A1a-A2a.", (38000.0, 61500.0, "A1a-A2a", "year", None)),
        ("Een brutomaandwedde vanaf € 2.460 (schaal D1-D3), indexering inbegrepen.", (2460.0, None, "D1-D3", "month", None)),
        ("Verloning volgens IFIC-barema 14: een bruto startloon van € 3.214,80 per maand.", (3214.8, None, "IFIC-barema 14", "month", None)),
        ("Loon: 14,87 euro bruto per uur.", (14.87, None, None, "hour", None)),
        ("Weddeschaal 148 (min. € 2.901,33 - max. € 5.012,44 bruto/maand bij voltijdse prestaties).", (2901.33, 5012.44, "148", "month", True)),
        ("Je wordt betaald volgens de barema's B1-B3.", (None, None, "B1-B3", None, None)),
        ("Voor een halftijdse job krijg je € 1.500,20 bruto per maand.", (1500.2, None, None, "month", False)),
        ("Je krijgt maaltijdcheques van 8 euro en een budget van 1.500 euro per jaar.", None),
        ("Je kent Nederlands op niveau B1 en hebt rijbewijs C1.", None),
        ("Je krijgt een netto vergoeding van 1.000 euro per jaar.", None),
    ],
)
def test_one_sentence(text, expected):
    assert pay(f"VACATURE\n\nOns aanbod\n\n{text}\n") == expected


def test_label_rows_with_amounts_for_full_and_part_time():
    text = (
        "LOON\n\nWeddeschaal ............ B1-B3\nMinimum (voltijds) ..... 3.100,00 euro bruto per maand\n"
        "Maximum (voltijds) ..... 5.200,00 euro bruto per maand\nMinimum bij 80 % ....... 2.480,00 euro bruto per maand\n"
    )
    assert pay(text) == (3100.0, 5200.0, "B1-B3", "month", True)


def test_basic_amounts_give_way_to_indexed_ones():
    text = "Loon\n\nDe geïndexeerde jaarwedde loopt van 41.000,00 euro tot 62.000,00 euro. (Aan 100 % van 19.500 tot 29.500 euro.)\n"
    assert pay(text)[:2] == (41000.0, 62000.0)
