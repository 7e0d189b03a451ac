import pytest

from knowledge.extractors.infosessions import extract_infosessions
from knowledge.model import Infosession

from .notation import source

# text, [(start, mode, part of the place, sign-up way, its address, its deadline, status)]
CASES = [
    (
        (
            "# Infosessie\n"
            "Op dinsdag 2 maart 2027 om 19 uur geven we een infosessie in het gemeentehuis (Dorp 1). Schrijf je in via info@x.be, ten "
            "laatste op 28 februari."
        ),
        [("2027-03-02T19:00", "onsite", "gemeentehuis", "email", "info@x.be", "2027-02-28", "planned")],
    ),
    (
        (
            "Meer weten? We organiseren een digitale infosessie via Microsoft Teams op 4 maart 2027 van 12.30 tot 13.15 uur. Registreer je "
            "via www.x.be/info.\n"
            "Solliciteren kan tot 20 maart 2027."
        ),
        [("2027-03-04T12:30", "teams", "Teams", "online", "www.x.be/info", None, "planned")],
    ),
    (
        (
            "# Infomomenten\n"
            "|h Datum | Uur | Plaats\n"
            "|dinsdag 2 maart 2027 | 19 uur | Stadhuis, Markt 1\n"
            "|woensdag 3 maart 2027 | 14 uur | online via Teams\n"
            "\n"
            "Inschrijven doe je via het formulier op www.x.be/info."
        ),
        [
            ("2027-03-02T19:00", "onsite", "Stadhuis", "online", "www.x.be/info", None, "planned"),
            ("2027-03-03T14:00", "teams", "Teams", "online", "www.x.be/info", None, "planned"),
        ],
    ),
    (
        "De infoavond van 2 maart 2027 is verplaatst naar 9 maart 2027 om 20 uur, in zaal De Kring. Inschrijven is niet nodig.",
        [("2027-03-09T20:00", "onsite", "De Kring", "none", None, None, "moved")],
    ),
    ("Het infomoment van 2 maart 2027 gaat niet door.", [("2027-03-02", None, None, None, None, None, "cancelled")]),
    (
        (
            "# Openbedrijfbezoek\n"
            "Kom op zaterdag 6 maart 2027 tussen 10 en 12 uur kennismaken met het team in de technische dienst, Industrielaan 5. Vrije "
            "toegang."
        ),
        [("2027-03-06T10:00", "onsite", "technische dienst", "none", None, None, "planned")],
    ),
    (("# Selectie\nHet gesprek vindt plaats op 10 maart 2027 in het gemeentehuis."), []),
    (
        "Neem deel aan onze webinar op 4 maart 2027 om 20 uur (via Zoom). Aanmelden: www.x.be/webinar, uiterlijk de dag voordien.",
        [("2027-03-04T20:00", "online", "Zoom", "online", "www.x.be/webinar", "2027-03-03", "planned")],
    ),
    (
        ("# Jobdag\nIn het zwembad op 4 maart 2027, doorlopend van 14 tot 17 uur. Bel vooraf naar 09 222 33 44 om je in te schrijven."),
        [("2027-03-04T14:00", "onsite", "zwembad", "phone", "09 222 33 44", None, "planned")],
    ),
    (
        ("# Infosessie\n- Wanneer: donderdag 4 maart 2027 om 19.30 uur\n- Waar: bibliotheek, Kerkstraat 3\n- Inschrijven: bib@x.be vóór 1 maart"),
        [("2027-03-04T19:30", "onsite", "bibliotheek", "email", "bib@x.be", "2027-03-01", "planned")],
    ),
    (
        (
            "# Infosessie\n"
            "|Wanneer | donderdag 4 maart 2027 om 19.30 uur\n"
            "|Waar | bibliotheek, Kerkstraat 3\n"
            "|Inschrijven | tot 1 maart 2027 via bib@x.be"
        ),
        [("2027-03-04T19:30", "onsite", "bibliotheek", "email", "bib@x.be", "2027-03-01", "planned")],
    ),
    (
        (
            "Twijfel je nog? Er zijn twee infosessies: op 2 maart 2027 om 19 uur in het stadhuis en op 4 maart 2027 om 12 uur online via "
            "Teams. Mail naar info@x.be om je in te schrijven, minstens twee dagen vooraf."
        ),
        [
            ("2027-03-02T19:00", "onsite", "stadhuis", "email", "info@x.be", "2027-02-28", "planned"),
            ("2027-03-04T12:00", "teams", "Teams", "email", "info@x.be", "2027-03-02", "planned"),
        ],
    ),
    (
        "Op 2 maart 2027 licht het diensthoofd de functie toe, om 18 uur in de raadzaal of via een livestream.",
        [("2027-03-02T18:00", "hybrid", "raadzaal", None, None, None, "planned")],
    ),
    (
        (
            "We organiseren een rondleiding op woensdag 3 maart 2027. Afspraak om 14 uur aan het onthaal van WZC De Linde, Lindestraat 4. "
            "Geef een seintje aan Els (09 222 33 44) als je komt."
        ),
        [("2027-03-03T14:00", "onsite", "De Linde", "phone", "09 222 33 44", None, "planned")],
    ),
    ("Je organiseert mee de infoavonden voor ouders. Vorig jaar was er een infomoment op 3 maart 2026.", []),
    (
        ("# Kom proeven van de job\nOp vrijdag 5 maart 2027 om 9 uur kan je een voormiddag meelopen. Je meldt je aan via jobs@x.be."),
        [("2027-03-05T09:00", None, None, "email", "jobs@x.be", None, "planned")],
    ),
    (
        (
            "# Vragenuurtje\n"
            "Je kan al je vragen stellen tijdens een online vragenuurtje (Google Meet) op 5 maart 2027 om half acht 's avonds. De link vraag "
            "je aan bij hr@x.be."
        ),
        [("2027-03-05T19:30", "online", "Google Meet", "email", "hr@x.be", None, "planned")],
    ),
    (
        ("# Infosessie\nDonderdag 4 maart 2027\n19 uur\nOC De Schakel, Dorp 4\nInschrijven hoeft niet."),
        [("2027-03-04T19:00", "onsite", "De Schakel", "none", None, None, "planned")],
    ),
    (("# Contact\nMeer info over de job of de infosessie: Els Peeters, 09 222 33 44.\nSolliciteren kan tot 4 maart 2027."), []),
    (("# Infosessie\nWe plannen een infosessie in de loop van maart 2027. De juiste datum volgt."), []),
]


def shown(session: Infosession) -> tuple[str | None, ...]:
    deadline = session.signup_deadline.iso() if session.signup_deadline else None
    return (session.start.iso(), session.mode, session.signup_how, session.signup_address, deadline, session.status)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sessions(text: str, expected: list[tuple[str | None, ...]]) -> None:
    sessions = [fact.value for fact in extract_infosessions(source(text))]
    assert [shown(session) for session in sessions] == [(start, mode, *rest) for start, mode, _, *rest in expected]
    for session, (_, _, place, *_) in zip(sessions, expected, strict=True):
        assert (session.place is None) == (place is None)
        assert place is None or place in (session.place or "")


def test_a_session_told_twice_is_one() -> None:
    text = "Op 2 maart 2027 om 19 uur is er een infosessie in het stadhuis.\nDe infosessie van 2 maart 2027: schrijf je in via info@stad.be."
    [fact] = extract_infosessions(source(text))
    assert (fact.value.place, fact.value.signup_address) == ("stadhuis", "info@stad.be")


def test_two_sessions_on_one_day() -> None:
    text = "# Infosessies\n- 2 maart 2027 om 14 uur in het stadhuis\n- 2 maart 2027 om 19 uur via Teams"
    assert [fact.value.start.iso() for fact in extract_infosessions(source(text))] == ["2027-03-02T14:00", "2027-03-02T19:00"]


def test_the_duration() -> None:
    [fact] = extract_infosessions(source("Op 2 maart 2027 om 19 uur is er een infosessie in het stadhuis. Die duurt ongeveer 45 minuten."))
    assert fact.value.duration_minutes == 45


def test_the_address_of_a_link_counts() -> None:
    text = "Op 2 maart 2027 om 19 uur is er een infosessie in het stadhuis. Schrijf je in met het formulier."
    [fact] = extract_infosessions(source(text, links={"formulier": "https://stad.be/info"}))
    assert (fact.value.signup_how, fact.value.signup_address) == ("online", "https://stad.be/info")


def test_a_full_session_is_told_to_be_full() -> None:
    text = "# Infosessies\nEr is een infosessie op 24 november 2026 om 19 uur in de raadzaal; die van 30 november 2026 is volzet."
    assert [(fact.value.start.date.day, fact.value.status) for fact in extract_infosessions(source(text))] == [(24, "planned"), (30, "full")]


def test_rows_with_their_own_place_and_sign_up_are_sessions_apart() -> None:
    text = (
        "# Opgelet, gewijzigd\n|h Wanneer | Waar | Inschrijven\n| donderdag 3 december 2026, 19 uur (eerst gepland op dinsdag 1 december 2026) "
        "| atelier | tot en met 2 december 2026, via www.dorp.example.be/info\n| zaterdag 5 december 2026, 10 uur | post Zuid | gaat niet door\n"
        "| zaterdag 12 december 2026, 10 uur | post Noord | niet nodig"
    )
    sessions = [fact.value for fact in extract_infosessions(source(text))]
    assert [(one.start.date.day, one.place, one.signup_how) for one in sessions] == [(3, "atelier", "online"), (12, "post Noord", "none")]


def test_an_offer_to_come_along_is_a_session() -> None:
    text = "# En dan?\nWil je eens een dag meelopen? Dat kan op 3 of 10 december 2026. Geef Jo een seintje."
    assert [fact.value.start.date.day for fact in extract_infosessions(source(text))] == [3, 10]
