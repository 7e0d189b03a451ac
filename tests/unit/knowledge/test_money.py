import pytest

from knowledge.money import find_amounts


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("€ 3.962,40", [3962.4]),
        ("tussen 3 962,40 euro per maand en 7 227,32euro", [3962.4, 7227.32]),
        ("€2460,78 als starter", [2460.78]),
        ("tussen 3.162,77 en 5.329,04 euro", [3162.77, 5329.04]),
        ("min. 2395,20 EUR, max. 3190,66 EUR", [2395.2, 3190.66]),
        ("van 2.800 tot 4.100 euro bruto", [2800.0, 4100.0]),
        ("€ 3.100 - € 4.200", [3100.0, 4200.0]),
        ("EUR 47.502,84", [47502.84]),
        ("2 500,- euro", [2500.0]),
        ("maaltijdcheques van 8 euro en € 0,36 per km", [8.0, 0.36]),
        ("geen euro te veel, 17.400 inwoners op 15.01.2027 om 9.30 uur", []),
        ("tel. 053 72 32 50", []),
        ("28,5/38 (75 %)", []),
    ],
)
def test_amounts(text, values):
    found = find_amounts(text)
    assert [amount.value for amount in found] == values
    assert all(text[amount.start : amount.end].strip()[-1:] not in {"", "."} for amount in found)
