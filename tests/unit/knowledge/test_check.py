import argparse
import json
from datetime import date

import pytest

from knowledge.check import check, check_command
from knowledge.extractors import extract
from knowledge.readers import read_bytes

TODAY = date(2026, 11, 21)

COMPLETE = """Stad Neerbeek zoekt een boekhouder (m/v/x)

Je diploma

Je hebt een bachelordiploma of een diploma dat daarmee gelijkgesteld is. Laatstejaarsstudenten mogen deelnemen tot 30 juni 2027.
Een buitenlands diploma telt mee met een attest van NARIC-Vlaanderen.

Ons aanbod

Je krijgt een voltijds contractueel contract van onbepaalde duur. Je verdient tussen 3.100,00 euro en 5.200,00 euro bruto per maand (B1-B3).
Je krijgt ook maaltijdcheques van 8 euro. Je start op 1 maart 2027. Je werkt in het stadhuis, Markt 1, 9000 Neerbeek.

Selectie

De selectie bestaat uit een schriftelijke proef op zaterdag 9 januari 2027 en een gesprek op dinsdag 19 januari 2027.
Wie slaagt, komt in een wervingsreserve die twee jaar geldig is. Feedback vraag je vanaf 1 februari 2027 via jobs@neerbeek.be.

Solliciteren

Mail je cv en een kopie van je diploma tot en met zondag 13 december 2026 naar jobs@neerbeek.be.

Vragen?

Over de selectie en je kandidatuur: Els Maes, recruiter, 053 72 32 50, elke werkdag van 9 tot 12 uur.
Over de inhoud van de functie: Tom Nys, diensthoofd financiën, 0471 99 37 53, na 14 uur.
"""


def codes(text, today=TODAY):
    document = read_bytes(text.encode(), "boekhouder.txt")
    vacancy = extract(document)[0]
    return {finding.code: finding for finding in check(vacancy, document, today)}


def test_a_complete_bundle_has_no_findings():
    assert set(codes(COMPLETE)) == set()


@pytest.mark.parametrize(
    ("old", "new", "code", "severity"),
    [
        ("tot en met zondag 13 december 2026 ", "", "no_deadline", "error"),
        ("zondag 13 december 2026", "maandag 13 december 2026", "weekday_conflict", "error"),
        ("zondag 13 december 2026", "zondag 13 december", "no_year", "warning"),
        ("053 72 32 50", "tel. 053 72 32 5", "invalid_phone", "error"),
        ("bruto per maand ", "bruto ", "salary_without_period", "warning"),
        ("Over de inhoud van de functie: Tom Nys, diensthoofd financiën, 0471 99 37 53, na 14 uur.", "", "no_contact_for_topic", "warning"),
        ("Een buitenlands diploma telt mee met een attest van NARIC-Vlaanderen.", "", "no_foreign_diploma", "warning"),
        ("Je start op 1 maart 2027. ", "", "no_start", "warning"),
        (" die twee jaar geldig is", " niet meer in aanmerking. Er is dus geen vervolg", None, None),
    ],
)
def test_each_gap_is_named(old, new, code, severity):
    found = codes(COMPLETE.replace(old, new))
    if code is None:
        assert "no_deadline" not in found
        return
    assert code in found
    assert found[code].severity == severity


def test_what_is_past_depends_on_the_day():
    assert "deadline_past" in codes(COMPLETE, date(2026, 12, 14))
    assert "deadline_past" not in codes(COMPLETE, date(2026, 12, 13))


def test_an_infosession_without_a_way_to_sign_up():
    session = "Infosessie\n\nDe infosessie vindt plaats op dinsdag 1 december 2026 om 19 uur in het stadhuis.\n\nSolliciteren\n"
    text = COMPLETE.replace("Solliciteren\n", session)
    assert "infosession_without_signup" in codes(text)


def test_two_last_days_are_both_told():
    text = COMPLETE.replace("Ons aanbod\n", "Solliciteren kan tot en met 20 december 2026.\n\nOns aanbod\n")
    finding = codes(text)["two_deadlines"]
    assert "13 december" in finding.message
    assert "20 december" in finding.message


def test_command_prints_and_sets_the_exit_status(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("BOT_TODAY", "2026-11-21")
    good, bad = tmp_path / "goed.txt", tmp_path / "leeg.txt"
    good.write_text(COMPLETE, encoding="utf-8")
    assert check_command(argparse.Namespace(paths=[good], json=False)) == 0
    assert "goed" in capsys.readouterr().out
    bad.write_text("", encoding="utf-8")
    assert check_command(argparse.Namespace(paths=[good, bad], json=True)) == 1
    results = json.loads(capsys.readouterr().out)
    assert [[finding["code"] for finding in result["findings"]] for result in results] == [[], ["unreadable"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Wie nog studeert, legt het diploma voor uiterlijk op 15 juli 2027 en bezorgt zijn kandidatuur zoals iedereen.",
        "Voor onze vacature zorgkundige kan je solliciteren tot 20 december 2026.",
        "Wie zijn kandidatuur bezorgt uiterlijk op 4 december 2026, doet mee in de eerste ronde.",
    ],
)
def test_a_last_day_of_something_else_is_no_contradiction(sentence):
    assert "two_deadlines" not in codes(COMPLETE.replace("Ons aanbod\n", f"{sentence}\n\nOns aanbod\n"))


def test_a_session_that_the_bundle_tells_as_past_is_nothing_to_mend():
    session = "De infosessie {} op dinsdag 3 november 2026 om 19 uur in het stadhuis. Inschrijven was niet nodig.\n\nSolliciteren\n"
    assert "infosession_past" not in codes(COMPLETE.replace("Solliciteren\n", session.format("was")))


def test_students_and_foreign_diplomas_are_no_gap_where_no_diploma_is_asked():
    start = COMPLETE.index("Je hebt een bachelordiploma")
    text = COMPLETE[:start] + "Een diploma is niet nodig." + COMPLETE[COMPLETE.index("\n\nOns aanbod") :]
    assert not {"no_final_year", "no_foreign_diploma", "no_diploma"} & set(codes(text))


def test_what_a_general_document_tells_is_no_gap(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("BOT_TODAY", "2026-11-21")
    job, general = tmp_path / "boekhouder.txt", tmp_path / "voorwaarden.md"
    job.write_text(COMPLETE.replace(" Feedback vraag je vanaf 1 februari 2027 via jobs@neerbeek.be.", ""), encoding="utf-8")
    check_command(argparse.Namespace(paths=[job], json=False))
    assert "feedback" in capsys.readouterr().out
    general.write_text(
        "# Algemene voorwaarden stad Neerbeek\n\n## Feedback\n\nFeedback over de selectie vraagt elke kandidaat via jobs@neerbeek.be, tot 30 dagen na"
        " de uitslag.\n\n## Loon\n\nErvaring telt mee voor je loon.\n",
        encoding="utf-8",
    )
    check_command(argparse.Namespace(paths=[job, general], json=False))
    shown = capsys.readouterr().out
    assert "feedback" not in shown
    assert "Dit is geen vacature. Wat een vacature van Stad Neerbeek niet vertelt" in shown


def test_a_last_day_in_the_hidden_data_of_a_page_is_checked_against_the_text():
    page = """<html><head><title>Boekhouder</title><script type="application/ld+json">
    {"@type": "JobPosting", "title": "Boekhouder", "validThrough": "2026-12-10"}</script></head>
    <body><h1>Stad Neerbeek zoekt een boekhouder (m/v/x)</h1>
    <p>Je hebt een bachelordiploma.</p><p>Solliciteren kan tot en met zondag 13 december 2026 met je cv.</p>
    <p>De selectie is een gesprek.</p></body></html>"""
    document = read_bytes(page.encode(), "boekhouder.html")
    (vacancy,) = extract(document)
    found = {finding.code: finding for finding in check(vacancy, document, TODAY)}
    assert "10 december" in found["hidden_deadline"].message
    assert "two_deadlines" not in found
