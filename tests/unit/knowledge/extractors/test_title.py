import pytest

from knowledge.extractors.title import extract_title
from knowledge.readers import read_bytes
from knowledge.source import Source

BODY = "\n\nAls {as_} werk je mee aan een mooie stad. Je stuurt je cv voor 1 december 2026.\n"


def title(first, as_="medewerker", name="bundel.txt"):
    fact = extract_title(Source.of(read_bytes((first + BODY.format(as_=as_)).encode(), name)))
    return fact and fact.value


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("Vacature: technisch medewerker gebouwen (m/v/x)", "technisch medewerker gebouwen"),
        ("INFOBUNDEL\nSELECTIEPROCEDURE DESKUNDIGE MOBILITEIT (B1-B3)", "deskundige mobiliteit"),
        ("Stad Neerbeek werft aan: diensthoofd Vrije Tijd (A4a-A4b)", "diensthoofd Vrije Tijd"),
        ("Wij zoeken een enthousiaste onthaalmedewerker!", "onthaalmedewerker"),
        ("Functiebeschrijving beleidsmedewerker klimaat", "beleidsmedewerker klimaat"),
        ("Aanwervingsexamen voor de functie van politie-inspecteur", "politie-inspecteur"),
        ("Gezocht: poetshulp voor het gemeentehuis", "poetshulp"),
        ("Drie begeleiders kinderopvang gezocht", "begeleider kinderopvang"),
        ("OCMW Neerbeek is op zoek naar een halftijdse ergotherapeut (19/38)", "ergotherapeut"),
        ("HULPKOK", "hulpkok"),
        ("De raad verklaarde de functie van consulent verhuur open, met aanleg van een reserve.", "consulent verhuur"),
        ("Wij zoeken een projectleider open ruimte", "projectleider open ruimte"),
        ("Word jij het gezicht van Neerbeek?\nGemeente Neerbeek zoekt een medewerker balie en onthaal (voltijds).", "medewerker balie en onthaal"),
        ("Jij tussen de vissen? Medewerker zeeaquarium gezocht", "medewerker zeeaquarium"),
        ("GEMEENTE NEERBEEK ZOEKT\n\n3 GRASMAAIERS/-STERS voor de groendienst\n2 voltijds en 1 halftijds", "grasmaaier"),
        ("Zorgraad De Es\nWij zoeken voor ons dagcentrum een\nHoofdverpleegkundige (voltijds, dag)", "hoofdverpleegkundige"),
        ("Stad Neerbeek\n\nVACATURE\n\nKLANKREGELAAR SCHOUWBURG\nvoltijds", "klankregelaar schouwburg"),
        ("Help jij mee aan zuivere lucht? Solliciteer als technicus metingen bij De Bries", "technicus metingen"),
        ("Medewerk(st)er strijkdienst gezocht", "medewerker strijkdienst"),
        ("Kom jij ons team versterken als toezichter middagrefter?", "toezichter middagrefter"),
        ("Ons dorp heeft een plaats vrij als bestelwagenbestuurder bij de dienst feesten.", "bestelwagenbestuurder"),
        ("PREVENTIEADVISEUR NIVEAU 2\nHulpverleningszone Neer", "preventieadviseur niveau 2"),
    ],
)
def test_titles_lose_their_trimmings(first, expected):
    assert title(first, expected).casefold() == expected.casefold()


def test_a_heading_without_a_job_is_no_title():
    assert title("Welkom bij onze stad", "inwoner") is None


def test_experience_asked_is_no_title():
    text = "Zwembadverantwoordelijke\n\nJe hebt drie jaar ervaring als redder. Ervaring als redder in zee telt dubbel.\n"
    assert title(text, as_="zwembadverantwoordelijke") == "Zwembadverantwoordelijke"


def test_a_person_read_beside_a_title_is_no_part_of_it():
    text = "Saar Deprez Chauffeur bibliobus\nVragen? saar.deprez@dorp.example.be, 09 377 12 40.\n"
    assert title(text, as_="chauffeur").casefold() == "chauffeur bibliobus"
    assert title("Saar Deprez zoekt een chauffeur bibliobus", as_="chauffeur") == "chauffeur bibliobus"
