import pytest

from actions.signup_details import details


@pytest.mark.parametrize(
    ("text", "asked", "name"),
    [
        ("Sofie Peeters", "naam", "Sofie Peeters"),
        ("sofie van den berghe", "naam", "Sofie van den Berghe"),
        ("Peeters, Sofie", "naam", "Peeters Sofie"),
        ("Sofie Peeters 0470 12 34 56", "naam", "Sofie Peeters"),
        ("Nguyễn Văn An", "naam", "Nguyễn Văn An"),
        ("Jean-Pierre O'Neill", "naam", "Jean-Pierre O'Neill"),
        ("Özgür", "naam", "Özgür"),
        ("ik ben Sofie", "naam", "Sofie"),
        ("nee, mijn naam is Jan De Smet", "klopt", "Jan De Smet"),
        ("het is Jan Peeters", "klopt", "Jan Peeters"),
        ("Ik heet sofie", None, "Sofie"),
        ("je m'appelle Marie Dupont", None, "Marie Dupont"),
        ("naam: Sofie Peeters\nmail: sofie@example.be", None, "Sofie Peeters"),
        ("Schrijf mij in, Jef Claes, jef@claes.be", None, "Jef Claes"),
        ("ik ben student", "naam", None),
        ("mijn naam is fout geschreven", "klopt", None),
        ("Schrijf mij in voor de infosessie in het Stadhuis Aalst", None, None),
        ("Schrijf mij in voor Boekhouder Stad Doornwal, jef@claes.be", None, None),
        ("dat ga ik niet zeggen", "naam", None),
        ("ok ga maar verder", "naam", None),
        ("ok goe, ga maar verder", "naam", None),
        ("top, merci", "naam", None),
        ("Jo", "naam", "Jo"),
        ("dank je wel", "naam", None),
        ("😀", "naam", None),
    ],
)
def test_names(text: str, asked: str | None, name: str | None) -> None:
    assert details(text, asked=asked, not_names=["boekhouder", "stad", "doornwal"]).name == name


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("Tom@Example.BE", "tom@example.be"),
        ("mijn adres is tom@example.be.", "tom@example.be"),
        ("<tom@example.be>", "tom@example.be"),
        ("tom.p @ gmail.com", "tom.p@gmail.com"),
        ("tom (at) example.be", "tom@example.be"),
        ("tom punt peeters apenstaartje example punt be", "tom.peeters@example.be"),
        ("tom at example dot be", "tom@example.be"),
        ("niet oud@example.be maar nieuw@example.be", "nieuw@example.be"),
        ("nieuw@example.be en niet oud@example.be", "nieuw@example.be"),
        ("nieuw@example.be ipv oud@example.be", "nieuw@example.be"),
    ],
)
def test_addresses(text: str, email: str) -> None:
    assert details(text, asked="e-mail", known="oud@example.be").email == email


@pytest.mark.parametrize(
    "text", ["sofie.peeters@", "milan okafor at example", "tom@gmail", "tom..p@example.be", "@@@@", "tomgmail.com", "sofié@telenet.be"]
)
def test_addresses_that_cannot_be_right(text: str) -> None:
    told = details(text, asked="e-mail")
    assert told.invalid_email == text
    assert told.email is None
    assert told.name is None


@pytest.mark.parametrize(
    ("email", "likelier"),
    [
        ("tom@gmial.com", "tom@gmail.com"),
        ("tom@hotmial.com", "tom@hotmail.com"),
        ("tom@gmail.be", "tom@gmail.com"),
        ("tom@telenet.bee", "tom@telenet.be"),
        ("tom@gmail,com", "tom@gmail.com"),
        ("tom@ymail.com", None),
        ("tom@stadaalst.be", None),
        ("tom@outlook.be", None),
    ],
)
def test_typos_in_common_domains(email: str, likelier: str | None) -> None:
    assert details(email, asked="e-mail").suggestion == likelier


@pytest.mark.parametrize(
    ("text", "asked", "name"),
    [
        ("oei, ik heb mijn naam verkeerd getypt, het moet Jelle De Wit zijn", None, "Jelle De Wit"),
        ("mijn naam is fout: moest Jelle De Wit zijn", None, "Jelle De Wit"),
        ("schrijf me in voor 30 november, ik ben Dina Raes, tel 0470 12 34 56", None, "Dina Raes"),
        ("hoe laat moet ik daar zijn?", None, None),
    ],
)
def test_names_in_other_words(text: str, asked: str | None, name: str | None) -> None:
    assert details(text, asked=asked).name == name


def test_two_bare_words_before_a_spoken_at_sign_are_no_address() -> None:
    found = details("jan peeters at example punt be", asked="e-mail")
    assert (found.email, found.invalid_email) == (None, "jan peeters at example punt be")
    assert details("mijn mail is peeters at example punt be", asked="e-mail").email == "peeters@example.be"
    assert details("jan punt peeters at example punt be", asked="e-mail").email == "jan.peeters@example.be"
