"""Key terms of questions and what a text doesn't mention of them."""

import pytest

from index.query import analyse, missing_terms


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Wat verdien ik per maand?", "De weddeschaal is B1-B3."),
        ("hoeveel schuift da", "Je loon bedraagt minstens 2.400 euro."),
        ("krijg ik maaltijdcheques?", "Je krijgt een maaltijdcheque van 8 euro."),
        ("krijg ik cheques?", "Maaltijdcheques van 8 euro"),
        ("moek ook snachts werken", "Nachten hoef je niet te doen."),
        ("is der iets voorzien om te parkeren", "Achter het gebouw is er gratis parking."),
        ("Is there a pension plan?", "Groepsverzekering (tweede pijler) van 3 %"),
        ("Le télétravail est-il possible ?", "Je werkt twee dagen per week thuis."),
        ("Combien de temps dure l'entretien en ligne ?", "Het online gesprek duurt een halfuur."),
        ("hoeveel telewerkdagen zijn er", "Telewerk tot twee dagen per week."),
        ("Is er een fietsvergoeding?", "Vergoeding voor wie met de fiets komt: 0,27 euro per kilometer"),
        ("gsm van de directeur?", "Directeur: Jan Peeters, 0471 22 33 44"),
        ("mailadres hr", "Onze HR: jobs@stad.example.be"),
        ("contrackt van onbepaalde duur?", "Je krijgt een contract van onbepaalde duur."),
        ("Kan ik mij nog inschrijve voor de infosesie?", "De infosessie is op 3 mei. Schrijf je in bij Els, inschrijven kan tot 1 mei."),
    ],
)
def test_mentioned(question: str, text: str) -> None:
    assert missing_terms(question, text) == ()


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("Krijg ik ook een gsm?", "Je krijgt een laptop. Vragen? Bel Els, gsm 0471 22 33 44.", "gsm"),
        ("Will I get a company phone?", "Laptop en internetvergoeding. Tel. 09 222 33 44", "gsm"),
        ("is er een eindejaarspremie", "Je krijgt een onderbrekingspremie.", "eindejaarspremie"),
        ("en de hospitalisatieverzekering?", "Je krijgt een groepsverzekering.", "hospitalisatieverzekering"),
        ("krijg ik een bedrijfswagen", "Er zijn leasefietsen en een dienst Wagenpark op het plein.", "bedrijfswagen"),
        ("Y a-t-il une crèche ?", "Je krijgt 30 dagen verlof.", "kinderopvang"),
        ("wordt mijn treinabonnement terugbetaald", "Bus 64 stopt voor de deur. De cursus wordt terugbetaald.", "treinabonnement"),
        ("Moet ik in het weekend werken?", "Je werkt 38 uur per week.", "weekend"),
    ],
)
def test_missing(question: str, text: str, missing: str) -> None:
    assert missing in missing_terms(question, text)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("tot wnr kank solliciteren", "nl"),
        ("Is there free parking for staff?", "en"),
        ("Quel est le salaire ?", "fr"),
        ("gsm?", "nl"),
        ("teams", "nl"),
    ],
)
def test_language(question: str, language: str) -> None:
    assert analyse(question).language == language


def test_politeness_and_question_words_are_no_terms() -> None:
    assert analyse("Geachte, kunt u mij meedelen hoeveel dagen per week dat is aub? Alvast bedankt").terms == ()


def test_separable_verbs_are_joined() -> None:
    asked = analyse("Schrijf mij in voor de infosessie")
    assert [term.word for term in asked.terms] == ["inschrijven", "infosessie"]
    assert all(term.known for term in asked.terms)
