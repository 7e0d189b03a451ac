import pytest

from knowledge.readers.clean import clean_characters, clean_line, join_wrapped


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("e\u0301e\u0301n", "één"),
        ("o\ufb03cieel \u0133s", "officieel ijs"),
        ("selectie\u00adprocedure", "selectieprocedure"),
        ("0471\u00a099\u202f37\u200953", "0471 99 37 53"),
        ("a\x00b\x07c\u200bd\ufeff", "abcd"),
        ("C\u2011niveau", "C-niveau"),
        ("\uf0b7 punt", "• punt"),
        ("rechts\u202enaar links\u202c", "rechtsnaar links"),
        ("regel\r\nregel\rregel\u2028regel", "regel\nregel\nregel\nregel"),
        ("los \ud800 surrogaat", "los  surrogaat"),
    ],
)
def test_characters(raw, clean):
    assert clean_characters(raw) == clean


def test_a_line_has_single_spaces():
    assert clean_line("  een \n\t twee  ") == "een twee"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("de selectie-", "procedure start", "de selectieprocedure start"),
        ("de toelatings-", "en aanwervingsvoorwaarden", "de toelatings- en aanwervingsvoorwaarden"),
        ("een HR-", "medewerker", "een HR-medewerker"),
        ("per e-", "mail", "per e-mail"),
        ("Vlaams-", "Brabant", "Vlaams-Brabant"),
        ("een pc-", "proef", "een pc-proef"),
        ("tel. 02 555 01", "77", "tel. 02 555 01 77"),
        ("www.stad.example.be/", "vacatures", "www.stad.example.be/vacatures"),
        ("mail naar jan.de-", "smet@stad.example.be", "mail naar jan.de-smet@stad.example.be"),
        ("mail naar jan@stad", ".example.be", "mail naar jan@stad.example.be"),
        ("personeel", "@stad.example.be", "personeel@stad.example.be"),
        ("een zin", "", "een zin"),
    ],
)
def test_printed_lines_joined(first, second, joined):
    assert join_wrapped(first, second) == joined
