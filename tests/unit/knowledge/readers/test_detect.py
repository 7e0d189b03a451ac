import pytest

from knowledge.readers.detect import decode

SHORT = [
    "Gemeente Proefdorp zoekt een schoonmaakcoördinator",
    "één café",
    "Diensthoofd financiën, € 2.500 bruto",
    "Geïnteresseerd? Mail naar crèche De Boomhut",
    "Reële anciënniteit: privé én openbaar",
]


@pytest.mark.parametrize("text", SHORT)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "iso8859_15", "mac_roman"])
def test_one_short_line_is_enough(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_encoding_of_dos() -> None:
    text = "De coördinator krijgt één dag per week vrij. Dat is geïndexeerd: crèche, financiën, à volonté."
    assert decode(text.encode("cp850")) == text


@pytest.mark.parametrize("text", ["“Hallo” – zei hij …", "’s maandags, auto’s • foto’s", "CRÈME BRÛLÉE", "Thaïs D’hondt, Zoë Müller", "20 °C, ½ dag"])
def test_windows_is_taken_unless_another_fits_better(text: str) -> None:
    assert decode(text.encode("cp1252")) == text
