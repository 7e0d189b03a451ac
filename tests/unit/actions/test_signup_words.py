import pytest

from actions.signup_words import picked, refuses_keeping, says_no, says_stop, says_wait, says_yes, wishes_in


@pytest.mark.parametrize(
    "text",
    [
        "ja",
        "Ja.",
        "jawel hoor",
        "ok, bevestig maar",
        "ja da klopt, doe maar",
        "in orde",
        "oui c'est ça",
        "d'accord",
        "is goed",
        "Ja, schrijf me in",
        "ja dank je",
    ],
)
def test_plain_yes(text: str) -> None:
    assert says_yes(text)
    assert not says_no(text)
    assert not says_stop(text)


@pytest.mark.parametrize(
    "text",
    [
        "ja maar niet die dag",
        "zeker?",
        "klopt niet",
        "dat klopt niet",
        "dat is mijn oude adres",
        "ok bedankt",
        "graag nog een vraag",
        "nee",
        "",
        "👍",
        "doei",
    ],
)
def test_no_plain_yes(text: str) -> None:
    assert not says_yes(text)


def test_the_classifier_helps_only_where_nothing_is_corrected() -> None:
    assert says_yes("ja top kerel", sure=True)
    assert not says_yes("ja top kerel")
    assert not says_yes("ja maar mijn naam is met een k", sure=True)


@pytest.mark.parametrize(
    "text",
    [
        "laat maar",
        "annuleer",
        "stop maar",
        "vergeet het maar",
        "ik wil niet meer",
        "hoeft niet meer",
        "schrijf me maar niet in",
        "ik kan dan toch niet komen",
        "laat maar zitten",
    ],
)
def test_stop(text: str) -> None:
    assert says_stop(text)


@pytest.mark.parametrize(
    "text",
    [
        "kan ik daar niet meer parkeren?",
        "dat adres is niet juist",
        "mijn naam is Annulerix",
        "Stoppie Peeters",
        "niet jan maar piet",
        "ik weet het niet",
    ],
)
def test_no_stop(text: str) -> None:
    assert not says_stop(text)


def test_wait() -> None:
    assert says_wait("wacht even")
    assert says_wait("momentje")
    assert not says_wait("wacht, da was verkeerd getypt. tis dries.okafor@example.be")


@pytest.mark.parametrize(
    ("text", "number"),
    [("de eerste", 0), ("2", 1), ("nummer 3", 2), ("de laatste", 2), ("maakt niet uit", 0), ("die in het stadhuis", None), ("4", None)],
)
def test_picked(text: str, number: int | None) -> None:
    assert picked(text, 3) == number


def test_the_other_of_two() -> None:
    assert picked("de andere", 2, current=1) == 0
    assert picked("de andere", 2) is None


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Schrijf me in voor de infosessie", True),
        ("schrijf ook mijn collega in voor diezelfde sessie", True),
        ("noteer mij voor donderdag 3 december", True),
        ("zet me maar op de lijst voor het infomoment", True),
        ("kunde mij inschrijven vr die infosessie", True),
        ("Kan jij mij aanmelden voor de rondleiding?", True),
        ("zou u mij kunnen inschrijven?", True),
        ("inschrijven graag, Bert Nys", True),
        ("Could you sign me up for the info session?", True),
        ("je voudrais m'inscrire à la séance", True),
        ("Hoe kan ik me inschrijven?", False),
        ("Moet ik me inschrijven voor de infosessie?", False),
        ("tot wanneer kan ik mij inschrijven?", False),
        ("schrijf me in voor de vacature", False),
        ("kan je mij inschrijven voor het examen?", False),
        ("Ik zou mij graag inschrijven voor jurist, kan dat nog?", False),
        ("kan u mij inschrijven als redder?", False),
        ("Ik zou mij graag inschrijven voor de infosessie van jurist", True),
        ("ik wil me graag inschrijven voor die van dinsdag", True),
        ("kan je mij zeggen wanneer de infosessie is?", False),
        ("doe mij maar een job bij de stad", False),
        ("inschrijven infosessie wijkmanager 1 december", True),
        ("inschrijving voor de infosessie van dinsdag", True),
        ("laat maar zitten, ik schrijf me niet in", False),
        ("schrijf me toch niet in voor de infosessie", False),
        ("ik wil me niet inschrijven voor de infosessie", False),
        ("inschrijven voor de infosessie, moet dat?", False),
        ("ik schrijf veel brieven in mijn huidige job", False),
    ],
)
def test_wishes_in(text: str, wish: bool) -> None:
    assert wishes_in(text) is wish


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("nee, ik wil niet dat jullie mijn gegevens bewaren", True),
        ("jullie mogen dat niet opslaan", True),
        ("bewaar alsjeblieft niets van mij", True),
        ("ja, dat mag je bewaren", False),
        ("wis mijn gesprek", False),
        ("hoe lang bewaren jullie dat?", False),
    ],
)
def test_refusing_that_anything_is_kept(text: str, refused: bool) -> None:
    assert refuses_keeping(text) is refused
