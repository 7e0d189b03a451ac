import pytest

from knowledge.extractors.contacts import extract_contacts
from knowledge.readers import read_bytes
from knowledge.source import Source

from .notation import source


def contacts(text, name="bundel.txt"):
    facts = extract_contacts(Source.of(read_bytes(text.encode(), name)))
    return [(c.name, c.role, c.topics, c.phones, c.email, c.hours) for c in (fact.value for fact in facts)]


PROSE = [
    (
        "Heb je nog vragen? Neem dan contact op met Sofie Van de Walle, diensthoofd Burgerzaken, via 09 299 14 08 of sofie.vandewalle@stad.be.",
        ("Sofie Van de Walle", "diensthoofd Burgerzaken", ("algemeen",), ("+3292991408",), "sofie.vandewalle@stad.be", None),
    ),
    (
        "Meer weten over de inhoud van de job? Bel dan naar teamcoach Jo D'Haese op het nummer 0471/99.37.53 (liefst in de voormiddag).",
        ("Jo D'Haese", "teamcoach", ("functie",), ("+32471993753",), None, "liefst in de voormiddag"),
    ),
    (
        "Voor inlichtingen over de selectieprocedure kan u terecht bij mevr. M. Verstraete, personeelsdienst (tel. 053 72 32 50),"
        " elke werkdag van 9u tot 12u.",
        ("M. Verstraete", "personeelsdienst", ("selectieprocedure",), ("+3253723250",), None, "elke werkdag van 9u tot 12u"),
    ),
    (
        "Contacteer voor praktische vragen over je kandidatuur onze HR-consulent Léa Dupont: lea.dupont@gemeente.be of +32 (0)2 555 01 77.",
        ("Léa Dupont", "HR-consulent", ("kandidatuur",), ("+3225550177",), "lea.dupont@gemeente.be", None),
    ),
    (
        "De heer JAN VAN DEN BERG, algemeen directeur, geeft graag meer uitleg over het takenpakket (jan.vandenberg@gemeente.be, 0475 12 34 56).",
        ("Jan Van Den Berg", "algemeen directeur", ("functie",), ("+32475123456",), "jan.vandenberg@gemeente.be", None),
    ),
    (
        "Meer weten over het werk zelf? Bel Koen (0470 11 22 33), de ploegbaas.",
        ("Koen", "ploegbaas", ("functie",), ("+32470112233",), None, None),
    ),
    (
        "Voor vragen over de job kan je terecht bij majoor Dirk Van den Bossche (0475 12 34 56, enkel tijdens de kantooruren).",
        ("Dirk Van den Bossche", "majoor", ("functie",), ("+32475123456",), None, "enkel tijdens de kantooruren"),
    ),
    (
        "Vragen over de proeven? Mail Ayşe Yılmaz (rekruteringsverantwoordelijke) via jobs [at] stad [punt] be.",
        ("Ayşe Yılmaz", "rekruteringsverantwoordelijke", ("selectieprocedure",), (), "jobs@stad.be", None),
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), PROSE)
def test_a_sentence_presents_a_contact(sentence, expected):
    assert contacts(f"VACATURE\n\nWij zoeken een medewerker.\n\n{sentence}\n") == [expected]


def test_two_persons_in_one_sentence_keep_their_own_numbers():
    text = "Inlichtingen\n\nOver de functie: Ann Claes, diensthoofd, 053 72 32 50; over de selectie: Piet De Smet, personeelsdienst, 053 72 32 51.\n"
    found = contacts(text)
    assert [(name, role, topics, phones) for name, role, topics, phones, _, _ in found] == [
        ("Ann Claes", "diensthoofd", ("functie",), ("+3253723250",)),
        ("Piet De Smet", "personeelsdienst", ("selectieprocedure",), ("+3253723251",)),
    ]


def test_persons_who_share_a_line_get_the_phones_in_order():
    text = (
        "Els Maes / Tom Nys\n- 053 72 37 55 / 053 72 34 78\n- Voor de inhoud van de functie bel je Els Maes of Tom Nys, directeurs basisonderwijs.\n"
    )
    found = contacts(text)
    assert [(name, role, phones) for name, role, _, phones, _, _ in found] == [
        ("Els Maes", "directeur basisonderwijs", ("+3253723755",)),
        ("Tom Nys", "directeur basisonderwijs", ("+3253723478",)),
    ]


CARD = """CONTACT

Vragen over de selectie
Karen Ost
recruiter
T 09 299 14 08
karen.ost@stad.be
niet op woensdagnamiddag

Vragen over de job
Mohamed El Amrani
teamhoofd groen
M 0485 62 90 17
elke dag na 15 uur
"""


def test_cards_of_short_lines():
    assert contacts(CARD) == [
        ("Karen Ost", "recruiter", ("selectieprocedure",), ("+3292991408",), "karen.ost@stad.be", "niet op woensdagnamiddag"),
        ("Mohamed El Amrani", "teamhoofd groen", ("functie",), ("+32485629017",), None, "elke dag na 15 uur"),
    ]


HTML_TABLE = """<html><body><h1>Vacature jurist</h1><p>Wij zoeken een jurist.</p><h2>Contact</h2><table>
<tr><th></th><th>Procedure</th><th>Inhoud van de functie</th></tr>
<tr><td>Wie</td><td>Rita Smets</td><td>Koen Ver Elst</td></tr>
<tr><td>Functie</td><td>HR-medewerker</td><td>diensthoofd juridische zaken</td></tr>
<tr><td>Telefoon</td><td>011 20 90 34</td><td>0495 33 08 19</td></tr>
</table></body></html>"""


def test_a_table_with_a_person_in_each_column():
    found = contacts(HTML_TABLE, "vacature.html")
    assert [(name, topics, phones) for name, _, topics, phones, _, _ in found] == [
        ("Rita Smets", ("selectieprocedure",), ("+3211209034",)),
        ("Koen Ver Elst", ("functie",), ("+32495330819",)),
    ]


LABELS = """<html><body><h1>Vacature jurist</h1><h2>Meer weten over de functie?</h2><dl>
<dt>Contactpersoon</dt><dd>Rita Smets</dd><dt>Functie</dt><dd>diensthoofd juridische zaken</dd>
<dt>Telefoon</dt><dd>011 20 90 34</dd>
<dt>E-mail</dt><dd>rita.smets@stad.be</dd><dt>Bereikbaar</dt><dd>ma tot do van 9 tot 16 uur</dd></dl></body></html>"""


def test_label_rows_make_one_card():
    assert contacts(LABELS, "vacature.html") == [
        ("Rita Smets", "diensthoofd juridische zaken", ("functie",), ("+3211209034",), "rita.smets@stad.be", "ma tot do van 9 tot 16 uur")
    ]


NOT_CONTACTS = [
    "Solliciteren\n\nStuur je cv en motivatiebrief naar vacatures@stad.be voor 1 december 2026.\n",
    "Infosessie\n\nSchrijf je in voor de infosessie van 1 december 2026 via infosessie@stad.be of 053 72 32 50.\n",
    "Gemeentehuis Hoogveld, Raadhuisplein 1, 3959 Hoogveld | Tel. 011 20 90 00 | info@hoogveld.be\n",
    "Vragen\n\nVoor alle andere zaken: onthaal OCMW, tel. 055/20.94.00.\n",
    "Feedback\n\nFeedback vraag je vanaf 1 maart 2027 via selecties@stad.be.\n",
]


@pytest.mark.parametrize("text", NOT_CONTACTS)
def test_receptions_and_addresses_for_something_else_are_no_contacts(text):
    assert contacts(text) == []


def test_a_desk_without_a_name():
    found = contacts("Vragen?\n\nContacteer de personeelsdienst op 09 299 14 08 of via personeel@stad.be, elke werkdag van 9 tot 12 uur.\n")
    assert found == [(None, "personeelsdienst", ("algemeen",), ("+3292991408",), "personeel@stad.be", "elke werkdag van 9 tot 12 uur")]


def test_who_takes_the_sign_ups_is_a_contact_for_the_infosession_too():
    text = (
        "Infomoment\n\nHet infomoment is op 1 december 2026. Schrijf je in bij Ann Claes, 053 72 32 50.\n\n"
        "Vragen?\n\nOver je kandidatuur: Ann Claes, personeelsdienst, 053 72 32 50.\n"
    )
    assert [(name, topics) for name, _, topics, *_ in contacts(text)] == [("Ann Claes", ("kandidatuur", "infosessie"))]


def test_who_signs_a_message_is_meant_by_me():
    text = (
        "Gemeente Neerbeek zoekt een jurist.\n\nOver de procedure bel je mij: 03 808 41 76, liefst tussen 17 en 19 uur.\n\n"
        "Hartelijke groeten\n\nNoor Zahiri\nconsultant publieke sector\nZoekers bv - algemeen nummer 03 808 41 00\n"
    )
    assert contacts(text) == [
        ("Noor Zahiri", "consultant publieke sector", ("selectieprocedure",), ("+3238084176",), None, "liefst tussen 17 en 19 uur")
    ]


def test_names_with_a_shouted_surname():
    found = contacts("De job\n\nWouter CLAESKENS, teamleider\n03 808 45 31\n")
    assert [(name, role, topics) for name, role, topics, *_ in found] == [("Wouter Claeskens", "teamleider", ("functie",))]


def test_quotes_are_literal():
    source = Source.of(read_bytes(CARD.encode(), "bundel.txt"))
    for fact in extract_contacts(source):
        assert fact.citations
        assert all(source.document.text[quote.start : quote.end] == quote.quote for quote in fact.citations)
        assert fact.value.name.split()[0] in " ".join(quote.quote for quote in fact.citations)


def test_an_address_only_in_a_link_belongs_to_its_card():
    page = (
        "<html><body><h1>Jurist</h1><h2>Over de functie</h2><p>Mohammed Lahcen<br>afdelingshoofd<br>"
        '<a href="mailto:mohammed.lahcen@stad.be">E-mail Mohammed</a></p></body></html>'
    )
    assert [(name, email) for name, _, _, _, email, _ in contacts(page, "vacature.html")] == [("Mohammed Lahcen", "mohammed.lahcen@stad.be")]


def test_the_address_for_applications_is_not_the_persons_own():
    text = (
        "Bezorg je kandidatuur via jobs@stad.be, t.a.v. mevrouw An De Ridder.\n\n"
        "Info\n\nVragen over de procedure: An De Ridder, HR-partner, 03 888 12 00.\n"
    )
    assert [(name, phones, email) for name, _, _, phones, email, _ in contacts(text)] == [("An De Ridder", ("+3238881200",), None)]


def test_a_role_that_stands_elsewhere_is_found():
    text = "Je werkt onder de hoofdverpleegkundige, Griet Van Hove.\n\nInfo\n\nInhoudelijke vragen: Griet Van Hove - 03 888 12 34\n"
    assert [(name, role) for name, role, *_ in contacts(text)] == [("Griet Van Hove", "hoofdverpleegkundige")]


def test_a_person_whom_the_next_sentence_asks_to_call():
    text = "Vragen?\n\nOver het werk in de keuken praat chef Rudi Maes je graag bij. Bel hem op 0491 27 60 83, liefst na 14.30 uur.\n"
    assert contacts(text) == [("Rudi Maes", "chef", ("functie",), ("+32491276083",), None, "liefst na 14.30 uur")]


@pytest.mark.parametrize(
    "word", ["de doorkijkavond", "het plaatsbezoek", "het bezoek", "het koffiemoment", "de proefnacht", "de snuffeldag", "het ontmoetingsuurtje"]
)
def test_a_session_by_any_name_is_a_topic(word):
    [(_, _, topics, *_)] = contacts(f"Vragen over je kandidatuur of {word}? Bel Mieke Claeys, HR-partner, op 055 42 17 80.\n")
    assert topics == ("kandidatuur", "infosessie")


def test_who_is_not_asked_about_the_procedure_is_asked_about_the_work():
    text = (
        "Vragen?\n\n- Over de selectie en je kandidatuur: Rik Temmerman, medewerker personeel, 02 721 46 38.\n"
        "- Over speelpleinen, kampen en het skatepark: Jolien Maes, jeugdconsulent, 0486 29 57 14."
        " Vanaf februari neemt Senne Bruyn (0491 60 33 82) haar lijn over.\n"
    )
    assert [(name, topics) for name, _, topics, *_ in contacts(text)] == [
        ("Rik Temmerman", ("selectieprocedure", "kandidatuur")),
        ("Jolien Maes", ("functie",)),
        ("Senne Bruyn", ("functie",)),
    ]


def test_contacts_of_another_vacancy_are_left_out():
    text = (
        "Redder\n\nWe zoeken een redder.\n\nOOK GEZOCHT: ZAALWACHTER\n\n"
        "Meer weten over dit werk? Mo Haddad, sporthalverantwoordelijke, 014 72 08 90.\n\n"
        "CONTACT\n\nOver het werk: Joris Verlinden, 0468 21 77 30.\n"
    )
    assert [name for name, *_ in contacts(text)] == ["Joris Verlinden"]


def test_a_language_is_no_person():
    assert contacts("Vragen?\n\nKennis van het Turks, Arabisch of het Bulgaars is een troef.\n") == []


@pytest.mark.parametrize("hours", ["na afspraak", "op afspraak", "tussen 9 en 12 uur"])
def test_hours_in_words(hours):
    [(*_, told)] = contacts(f"Vragen? Bel Mieke Claeys, HR-partner, op 055 42 17 80, {hours}.\n")
    assert told == hours


def test_a_number_about_another_subject_is_not_the_persons() -> None:
    text = (
        "# Vragen?\nOver het werk: An Maes, hoofdredder, 0485 33 12 07, na 14 uur.\nDe kassa (053 47 90 10) kan je hier niet mee helpen.\n"
        "Voor de rest: ik sta klaar op 09 376 22 01.\nJo Peeters"
    )
    contacts = {fact.value.name: fact.value.phones for fact in extract_contacts(source(text))}
    assert contacts["An Maes"] == ("+32485331207",)
    assert contacts["Jo Peeters"] == ("+3293762201",)


def test_a_moment_is_no_hours() -> None:
    text = "# Vragen?\nLaat met een sms aan An Maes (0471 82 77 40) weten dat je komt, ten laatste op dinsdag 12 januari 2027."
    assert [fact.value.hours for fact in extract_contacts(source(text))] == [None]
