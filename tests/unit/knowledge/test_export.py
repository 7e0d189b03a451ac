import argparse
import json

from knowledge.export import facts_command, to_api, to_json
from knowledge.extractors import extract
from knowledge.readers import read_bytes

TEXT = """Stad Neerbeek zoekt een boekhouder (m/v/x)

Ons aanbod

Je krijgt een voltijds contractueel contract van onbepaalde duur. Je verdient tussen 3.100,00 euro en 5.200,00 euro bruto per maand (B1-B3).

Solliciteren

Je hebt een bachelordiploma. Mail je cv tot en met zondag 13 december 2026 naar jobs@neerbeek.be. Dan volgt de selectie.
"""


def vacancy():
    return extract(read_bytes(TEXT.encode(), "boekhouder.txt"))[0]


def test_evaluation_format():
    facts = to_json(vacancy())
    assert facts["employer"] == "Stad Neerbeek"
    assert facts["title"] == "boekhouder"
    assert facts["application"]["deadline"] == "2026-12-13"
    assert facts["application"]["address"] == "jobs@neerbeek.be"
    assert facts["salary"] | {"indexed": None, "full_time": None} == {
        "min": 3100.0, "max": 5200.0, "scale": "B1-B3", "currency": "EUR", "period": "month", "full_time": None, "indexed": None,
    }  # fmt: skip
    assert facts["contract"]["fraction"] == 1.0
    assert facts["diploma"]["minimum"] == "bachelor"
    assert facts["feedback"] == {"from": None, "until_rule": None, "how": None, "address": None}


def test_api_facts_quote_their_source():
    deadline = to_api(vacancy())["deadline"]
    assert deadline["value"] == "2026-12-13"
    quote = deadline["citations"][0]
    assert quote["section"] == "Solliciteren"
    assert TEXT.count(quote["quote"]) == 1
    assert "13 december 2026" in quote["quote"]


def test_command_writes_a_file_for_every_function_and_goes_on_after_an_error(tmp_path, capsys):
    (tmp_path / "leeg.txt").write_text("", encoding="utf-8")
    (tmp_path / "boekhouder.txt").write_text(TEXT, encoding="utf-8")
    out = tmp_path / "uit"
    assert facts_command(argparse.Namespace(paths=[tmp_path / "leeg.txt", tmp_path / "boekhouder.txt"], out=out)) == 1
    assert json.loads((out / "boekhouder.json").read_text(encoding="utf-8"))["title"] == "boekhouder"
    assert "leeg.txt" in capsys.readouterr().err
