import pytest

from knowledge.extractors.functions import functions_in, slug
from knowledge.readers import read_bytes

SECTIONS = """Kom werken in Neerbeek

Wij zoeken twee nieuwe collega's voor twee verschillende jobs.

FUNCTIE 1 - TUINMAN (2 plaatsen)

Je onderhoudt de parken. Je hebt rijbewijs B. Loon: schaal D1-D3.

FUNCTIE 2 - BIBLIOTHECARIS

Je leidt de bibliotheek. Je hebt een masterdiploma. Loon: schaal A1a-A3a.

SOLLICITEREN

Mail je cv voor 1 december 2026 naar jobs@neerbeek.be. Als tuinman stuur je ook een kopie van je rijbewijs mee. De selectie is een gesprek.
"""

COLUMNS = """<html><body><h1>Twee vacatures bij stad Neerbeek</h1><p>Solliciteer voor beide functies met je cv. De selectie is een gesprek.</p>
<table><tr><th></th><th>Metselaar</th><th>Schilder</th></tr>
<tr><td>Diploma</td><td>geen</td><td>secundair onderwijs</td></tr>
<tr><td>Contract</td><td>voltijds</td><td>halftijds</td></tr>
<tr><td>Loon</td><td>D1-D3</td><td>C1-C3</td></tr></table></body></html>"""


def texts(function):
    return "\n".join(block.text for block in function.source.main)


def test_functions_with_a_section_each():
    gardener, librarian = functions_in(read_bytes(SECTIONS.encode(), "jobs.txt"))
    assert (gardener.id, librarian.id) == ("jobs--tuinman", "jobs--bibliothecaris")
    assert "rijbewijs B" in texts(gardener)
    assert "masterdiploma" not in texts(gardener)
    assert "kopie van je rijbewijs" in texts(gardener)
    assert "kopie van je rijbewijs" not in texts(librarian)
    assert all("jobs@neerbeek.be" in texts(one) for one in (gardener, librarian))


def test_functions_in_the_columns_of_a_table():
    mason, painter = functions_in(read_bytes(COLUMNS.encode(), "jobs.html"))
    assert (mason.title.value, painter.title.value) == ("Metselaar", "Schilder")
    assert "D1-D3" in texts(mason)
    assert "C1-C3" not in texts(mason)
    assert "halftijds" in texts(painter)
    document = painter.source.document
    assert all(document.text[block.start : block.end] == block.text for block in painter.source.blocks)


@pytest.mark.parametrize(
    "text",
    [
        "Retributiereglement containerpark\n\nVoor een aanhangwagen betaal je 5 euro. Betalen kan enkel met de kaart.\n",
        "De zorgcoördinator\n\nDe zorgcoördinator ondersteunt leerkrachten en leerlingen. Hij overlegt met ouders en externen.\n",
        "Veelgestelde vragen\n\nHoe kan ik solliciteren?\n\nVia onze website. Je stuurt je cv.\n\nKrijg ik maaltijdcheques?\n\nJa, elke werkdag.\n",
    ],
)
def test_other_documents_are_no_vacancies(text):
    (only,) = functions_in(read_bytes(text.encode(), "tekst.txt"))
    assert not only.is_vacancy


def test_slug():
    assert slug("Coördinator Vrije Tijd & Sport") == "coordinator-vrije-tijd-sport"


CHAPTERS = """<html><body><h1>Openverklaring van twee betrekkingen</h1>
<p>Het bestuur verklaart open: één statutaire betrekking van landmeter, en één contractuele betrekking van archivaris.</p>
<p>De kandidatuur voor beide betrekkingen bezorg je uiterlijk op 4 januari 2027. De selectie en het diploma verschillen.</p>
<h2>Hoofdstuk I. Landmeter</h2><p>Je hebt een bachelor in de landmeetkunde.</p>
<h2>Hoofdstuk II. Archivaris</h2><p>Je hebt een master.</p></body></html>"""


def test_functions_in_chapters_and_in_one_sentence():
    surveyor, archivist = functions_in(read_bytes(CHAPTERS.encode(), "twee.html"))
    assert (surveyor.title.value, archivist.title.value) == ("Landmeter", "Archivaris")
    assert "statutaire" in texts(surveyor)
    assert "contractuele" not in texts(surveyor)
    assert "contractuele" in texts(archivist)
    assert "master" not in texts(surveyor)


def test_a_paragraph_that_begins_with_the_title_is_about_that_function():
    text = COLUMNS.replace("<table>", "<p>Metselaar. Je hebt een rijbewijs. Je werkt buiten.</p><p>Schilder: je hebt oog voor kleur.</p><table>")
    mason, painter = functions_in(read_bytes(text.encode(), "jobs.html"))
    assert "werkt buiten" in texts(mason)
    assert "werkt buiten" not in texts(painter)
    assert "oog voor kleur" not in texts(mason)
