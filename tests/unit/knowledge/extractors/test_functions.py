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


NUMBERED = """Stad Eikendonk – dienst Parken

We hebben drie plaatsen vrij

1. Hoofdtuinman (C4-C5, voltijds)

Je leidt de ploeg. Je hebt een diploma secundair onderwijs. Je verdient minstens 2.600 euro bruto. Contract van onbepaalde duur.

2. Boomverzorger (D4-D5, voltijds)

Je snoeit. Geen diploma nodig, wel rijbewijs B. Je verdient minstens 2.400 euro bruto. Vervangingscontract.

SOLLICITEREN

Stuur je cv en je brief voor 20 december 2026 naar jobs@eikendonk.example.be. De selectie is een gesprek.
"""


def test_functions_below_titles_alone_need_no_announcement():
    head, pruner = functions_in(read_bytes(NUMBERED.encode(), "parken.txt"))
    assert (head.id, pruner.id) == ("parken--hoofdtuinman", "parken--boomverzorger")
    assert "Vervangingscontract" in texts(pruner)
    assert "Vervangingscontract" not in texts(head)
    assert all("jobs@eikendonk" in texts(one) for one in (head, pruner))


CALL = """Intercommunale Neervallei
Selectiereglement

Artikel 1. Functie
De betrekking van toezichter oevers (niveau C) wordt vacant verklaard. Ze is voltijds en contractueel.

Artikel 2. Kandidaatstelling
{when}Men voegt een cv en een kopie van het diploma toe.

Artikel 3. Selectie
De selectie bestaat uit een schriftelijke proef en een gesprek met de jury.
"""


def test_a_regulation_of_one_call_is_a_vacancy():
    (only,) = functions_in(
        read_bytes(CALL.format(when="Kandidaten dienen hun kandidatuur in uiterlijk op 11 december 2026. ").encode(), "reglement.txt")
    )
    assert only.is_vacancy
    assert only.title.value == "toezichter oevers"
    (without,) = functions_in(read_bytes(CALL.format(when="").encode(), "reglement.txt"))
    assert not without.is_vacancy


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


# Text, the two titles, and words that only the first and only the second function may have.
TWO = [
    (
        """OCMW Zandvliet zoekt een verzorgende en een poetshulp

Wij zoeken voor ons woonzorgcentrum twee nieuwe collega's. Solliciteren kan tot 15 december 2026.

Verzorgende
Je helpt bewoners bij het wassen. Je hebt een diploma verzorgende (7de jaar BSO). Loon: C1-C2. Voltijds contract.

Poetshulp
Je poetst de kamers. Er is geen diploma nodig. Loon: E1-E3. Halftijds contract.

Hoe solliciteren?
Mail je cv naar jobs@zandvliet.example.be. De selectie is een gesprek.
""",
        ("verzorgende", "poetshulp"),
        ("7de jaar BSO", "geen diploma"),
    ),
    (
        """VACATURES: technisch assistent groen / technisch assistent wegen

1. Technisch assistent groen

Je maait gras. Rijbewijs B is vereist.
Loon D1-D3.

2. Technisch assistent wegen

Je legt stoepen. Rijbewijs C is vereist.
Loon D1-D3.

3. Solliciteren

Stuur je cv voor 1 december 2026. De selectie bestaat uit een praktische proef.
""",
        ("technisch assistent groen", "technisch assistent wegen"),
        ("Rijbewijs B", "Rijbewijs C"),
    ),
    (
        """Gemeente Hoeleden werft aan:

A. een deskundige communicatie (B1-B3)
B. een administratief medewerker (C1-C3)

VOORWAARDEN

Deskundige communicatie: bachelor in de communicatie.
Administratief medewerker: diploma secundair onderwijs.
Voor beide functies: uittreksel uit het strafregister.

KANDIDATUUR

Bezorg je cv uiterlijk op 3 december 2026. De selectieprocedure bestaat uit een gesprek.
""",
        ("deskundige communicatie", "administratief medewerker"),
        ("bachelor", "secundair"),
    ),
    (
        """Stad Ooievaarsnest – vacature

FUNCTIE 1: JURIST
----------------
Master in de rechten. Voltijds contract, A1a-A3a.

FUNCTIE 2: BOEKHOUDER
---------------------
Bachelor boekhouden. Voltijds contract, B1-B3.

SOLLICITEREN
------------
Tot 1 december 2026 met cv.
""",
        ("jurist", "boekhouder"),
        ("Master", "Bachelor"),
    ),
    (
        """Politiezone Lindeland verklaart vacant: 1 betrekking van onthaalmedewerker en 1 betrekking van boekhouder.

Functie onthaalmedewerker
Diploma secundair onderwijs. Niveau C. Voltijds.

Functie boekhouder
Bachelor accountancy. Niveau B. Halftijds.

Kandidaatstelling
Je kandidatuur bezorg je uiterlijk op 5 december 2026. Selectie: gesprek.
""",
        ("onthaalmedewerker", "boekhouder"),
        ("Diploma secundair", "Bachelor"),
    ),
    (
        """ *** JOBS BIJ DE INTERCOMMUNALE WATERRAND ***

=== Job A: laborant ===
Je hebt een bachelor chemie. Je onderzoekt stalen.

=== Job B: chauffeur ===
Je hebt rijbewijs C. Geen diploma nodig.

=== Praktisch ===
Contract van onbepaalde duur. Solliciteer tot 8 december 2026 met je cv. Selectie: een gesprek.
""",
        ("laborant", "chauffeur"),
        ("chemie", "rijbewijs C"),
    ),
    (
        """Bibliothecaris of bibliotheekassistent gezocht

Onze bib groeit. We zoeken een bibliothecaris en een bibliotheekassistent.

WAT DOE JE ALS BIBLIOTHECARIS?

Je leidt het team. Je hebt een masterdiploma.

WAT DOE JE ALS BIBLIOTHEEKASSISTENT?

Je werkt aan de balie. Je hebt een diploma secundair onderwijs.

WAT BIEDEN WIJ?

Contract onbepaalde duur. Maaltijdcheques.

SOLLICITEREN?

Stuur je cv voor 9 december 2026. De selectie is een gesprek.
""",
        ("bibliothecaris", "bibliotheekassistent"),
        ("masterdiploma", "secundair"),
    ),
    (
        """Wij zoeken 2 collega's voor het zwembad: een redder (voltijds) en een onthaalmedewerker (halftijds)

DE FUNCTIES

Redder
- Je houdt toezicht aan het bad.
- Je hebt het brevet Hoger Redder.

Onthaalmedewerker
- Je verkoopt tickets.
- Geen diploma nodig.

HOE SOLLICITEREN

Mail je cv tot 14 december 2026. Selectie: gesprek op 18 december 2026. Contract van onbepaalde duur.
""",
        ("redder", "onthaalmedewerker"),
        ("brevet", "Geen diploma"),
    ),
]


@pytest.mark.parametrize(("text", "titles", "own"), TWO, ids=[titles[0] for _, titles, _ in TWO])
def test_two_functions_in_plain_text(text, titles, own):
    found = functions_in(read_bytes(text.encode(), "jobs.txt"))
    assert tuple(one.title.value.casefold() for one in found) == titles
    assert all(one.is_vacancy for one in found)
    first, second = (texts(one) for one in found)
    assert [own[0] in text for text in (first, second)] == [True, False]
    assert [own[1] in text for text in (first, second)] == [False, True]
    assert all("december 2026" in text for text in (first, second))


ONE = [
    """Administratief medewerker burgerzaken en onthaal

Je werkt aan het loket en op de dienst burgerzaken. Je hebt een diploma secundair onderwijs.
Je rapporteert aan het diensthoofd en werkt samen met de maatschappelijk werker.

Diensthoofd
Je leidinggevende is Jan Peeters.

Solliciteren
Stuur je cv voor 9 december 2026. Voltijds contract. De selectie is een gesprek.
""",
    """Kok of hulpkok? Wij zoeken een kok voor de centrale keuken

Profiel
Je hebt een diploma secundair onderwijs.

1. Taken van de kok
Je kookt.

2. Selectie van de kok
Een gesprek. Stuur je cv voor 9 december 2026.
""",
    """Vacature opvoeder/begeleider

Profiel
Je hebt een bachelor.

Taken
Begeleider zijn van jongeren.

Solliciteren
Stuur je cv voor 9 december 2026. Voltijds contract. De selectie is een gesprek.
""",
]


@pytest.mark.parametrize("text", ONE)
def test_one_function_that_names_other_jobs(text):
    (only,) = functions_in(read_bytes(text.encode(), "job.txt"))
    assert only.is_vacancy


SHARED_LAST = """Zone Neerdal

Drie vacatures

FUNCTIE 1 - POETSHULP KAZERNE

Je poetst. Loon: schaal E1-E3. Geen diploma nodig.

FUNCTIE 2 - MECANICIEN WAGENS

Je herstelt wagens. Loon: schaal D1-D3. Je hebt een diploma secundair onderwijs.

VOOR DE DRIE FUNCTIES

Je solliciteert met een mail naar jobs@neerdal.example.be. De selectie is een gesprek. Contract van onbepaalde duur, voltijds.
"""


def test_what_holds_for_all_functions_stands_below_the_last() -> None:
    functions = functions_in(read_bytes(SHARED_LAST.encode(), "zone.txt"))
    assert len(functions) == 2
    assert all("jobs@neerdal" in texts(one) for one in functions)
