import pytest

from knowledge.extractors.application import extract_application

from .notation import source

# text, deadline, ways
CASES = [
    (("# Solliciteren\nJe kan je kandidaat stellen tot en met 15 maart 2027 via het formulier op onze website."), "2027-03-15", "online"),
    (("# Hoe solliciteren?\nStuur je cv en motivatiebrief vóór 1 april 2027 naar jobs@x.be."), "2027-04-01", "email"),
    (("|Uiterste datum | 12/02/2027\n|Solliciteren | via www.x.be/jobs"), "2027-02-12", "online"),
    (
        (
            "# Interesse?\n"
            "Bezorg je sollicitatiebrief, cv en kopie diploma uiterlijk op maandag 8 februari 2027 om 10 uur: per post aan het college van "
            "burgemeester en schepenen, Markt 1, 9000 Gent, via e-mail aan hr@x.be of tegen ontvangstbewijs op de personeelsdienst."
        ),
        "2027-02-08T10:00",
        "afgifte email post",
    ),
    (
        ("De inschrijvingen lopen van 4 januari 2027 tot en met 31 januari 2027.\nInschrijven kan enkel online via www.x.be/solliciteren."),
        "2027-01-31",
        "online",
    ),
    (("# Praktisch\nDeze vacature staat open tot 28/02/2027. Solliciteren doe je met de knop hieronder."), "2027-02-28", "online"),
    (
        (
            "# Overtuigd?\n"
            "Wacht dan niet langer en solliciteer online tegen ten laatste zondag 7 maart 2027 (23.59 uur).\n"
            "Nog vragen? Bel 09 123 45 67 of mail personeel@x.be."
        ),
        "2027-03-07T23:59",
        "online",
    ),
    (
        (
            "Reageren kan t.e.m. 3 mei 2027.\n"
            "# Diploma\n"
            "Laatstejaars bezorgen hun diploma uiterlijk op 30 september 2027.\n"
            "# Infosessie\n"
            "Op 20 april 2027 om 19 uur in het stadhuis. Inschrijven kan tot 18 april 2027."
        ),
        "2027-05-03",
        "",
    ),
    (
        (
            "# Kandidatuur indienen\n"
            "De kandidaturen moeten ten laatste op vrijdag 5 maart 2027 toekomen bij de personeelsdienst, hetzij per aangetekende brief, "
            "hetzij door afgifte, hetzij per e-mail (selectie@x.be)."
        ),
        "2027-03-05",
        "afgifte email post",
    ),
    (("# Selectie\nDe schriftelijke proef vindt plaats op 3 maart 2027. Je start op 1 mei 2027."), None, ""),
    (("Deadline: 9 juni 2027\n# Solliciteer\nMail je cv naar werken@x.be. We aanvaarden geen sollicitaties per post."), "2027-06-09", "email"),
    (
        ("# Solliciteren\nWe kijken ernaar uit je te leren kennen! Vul voor 20 januari 2027 het webformulier in. Voeg toe: cv, diploma."),
        "2027-01-20",
        "online",
    ),
    (
        ("# Timing\n- Uiterste inschrijvingsdatum: 14 februari 2027\n- Schriftelijke proef: 22 februari 2027\n- Mondelinge proef: 8 maart 2027"),
        "2027-02-14",
        "",
    ),
    (("# Planning\n|h Fase | Datum\n|Einde inschrijvingen | 14 februari 2027\n|Schriftelijke proef | 22 februari 2027"), "2027-02-14", ""),
    (("# Planning\n|Solliciteren kan tot | 14 februari 2027, 12 uur\n|Gesprek | 22 februari 2027"), "2027-02-14T12:00", ""),
    ("Hou je kandidatuur niet tegen: op 18 januari 2027 sluiten we de inschrijvingen af.", "2027-01-18", ""),
    (
        (
            "# Hoe schrijf je in?\n"
            "Je inschrijving is pas geldig als ze ten laatste op 18 januari 2027 bij ons is, samen met je cv. Stuur ze naar gemeente X, "
            "dienst Personeel, Dorp 3, 9999 Xdorp (poststempel telt) of geef ze af aan het onthaal."
        ),
        "2027-01-18",
        "afgifte post",
    ),
    (("# Solliciteren\nDe vacature blijft open tot ze ingevuld is. Mail naar jobs@x.be."), None, "email"),
    (
        (
            "# Solliciteren\n"
            "Solliciteer via het e-loket (www.x.be/eloket) of per brief: OCMW X, Kerkstraat 4, 9999 Xdorp. Je sollicitatie moet binnen zijn "
            "op 10 februari 2027."
        ),
        "2027-02-10",
        "online post",
    ),
    (("# Interesse?\nLaat het ons weten vóór 10 februari 2027 via jobs@x.be.\n- cv\n- motivatiebrief"), "2027-02-10", "email"),
    (
        (
            "# Je sollicitatie\n"
            "We ontvangen je sollicitatie graag uiterlijk 10 februari. Mail ze naar Ann, ann@x.be. Telefoon: 09 222 33 44.\n"
            "Xdorp, 4 januari 2027"
        ),
        "2027-02-10",
        "email",
    ),
    (
        (
            "Kandidaten kunnen solliciteren van 1 tot 28 februari 2027 door het inschrijvingsformulier in te vullen en te mailen naar "
            "jobs@x.be of binnen te brengen aan het loket."
        ),
        "2027-02-28",
        "afgifte email",
    ),
    ("Solliciteren kan vanaf 2 januari 2027 en uiterlijk tot 5 februari 2027.", "2027-02-05", ""),
    (
        (
            "# Selectieprocedure\n"
            "Na de preselectie volgt een gesprek op 9 maart 2027. Gelieve je cv te bezorgen tot uiterlijk 1 maart 2027 via de website "
            "www.x.be."
        ),
        "2027-03-01",
        "online",
    ),
    (
        (
            "# Zin om mee te doen?\n"
            "Stuur je cv dan door naar jobs@x.be voor 1 maart 2027. Je mag het ook in de bus van het gemeentehuis steken of met de post "
            "opsturen."
        ),
        "2027-03-01",
        "afgifte email post",
    ),
    (
        (
            "# Contact\n"
            "|Sollicitatie | Els Peeters, els@x.be, 09 222 33 44\n"
            "# Solliciteren\n"
            "Enkel via ons online platform jobs.x.be, ten laatste op 4 maart 2027."
        ),
        "2027-03-04",
        "online",
    ),
]

DEADLINES = [
    (
        (
            "# Vacature boekhouder\n"
            "Inschrijven kan tot 1 maart 2027.\n"
            "# Andere vacatures\n"
            "- Tuinman: solliciteren tot 1 april 2027\n"
            "# Contact\n"
            "Els, 09 222 33 44"
        ),
        "2027-03-01",
    ),
    (("# Boekhouder\n|Publicatiedatum | 4 januari 2027\n|Reageren voor | 1 februari 2027\n|Indiensttreding | 1 maart 2027"), "2027-02-01"),
    (("# Solliciteren\nBezorg ons je kandidatuur ten laatste op 3 maart 2027. Je diploma mag je nog nabezorgen tot 30 maart 2027."), "2027-03-03"),
    (
        ("# Infosessie\nWoensdag 20 januari 2027 om 19 uur. Schrijf je in voor 18 januari 2027.\n# Sollicitatie\nStuur je cv tegen 31 januari 2027."),
        "2027-01-31",
    ),
    ("Na een eerste oproep die afliep op 1 november 2026 zoeken we opnieuw een kok. Je kan reageren tot 20 januari 2027.", "2027-01-20"),
    (
        ("# Solliciteren\nWij ontvangen graag je cv en motivatie op jobs@x.be, en dit vóór zondag 14 maart.\nGepubliceerd op 12 februari 2027"),
        "2027-03-14",
    ),
    (
        ("# Over de selectie\nDe proef is op 3 maart 2027. De opdracht dien je in tegen 10 maart 2027. De uitslag volgt uiterlijk 20 maart 2027."),
        None,
    ),
    (("# In het kort\n- Voltijds, B1-B3\n- Solliciteren tot 14/03/2027\n- Start: 1/05/2027"), "2027-03-14"),
    (
        (
            "Kandidaten bezorgen hun dossier, op straffe van nietigheid, per aangetekende brief of e-mail ten laatste op 12.03.2027 aan het "
            "college van burgemeester en schepenen."
        ),
        "2027-03-12",
    ),
    (("# Hoe solliciteren\nDe uiterste datum om je in te schrijven is dinsdag 9 maart 2027 om middernacht."), "2027-03-09T23:59"),
    (("# Solliciteren\nTot wanneer? 9 maart 2027\nHoe? Via het online sollicitatieformulier."), "2027-03-09"),
    (
        (
            "# Tijdspad\n"
            "|h Wat | Wanneer\n"
            "|Kandidaatstelling | tot en met 9 maart 2027\n"
            "|Preselectie op cv | 12 maart 2027\n"
            "|Mondelinge proef | 20 maart 2027"
        ),
        "2027-03-09",
    ),
    (("# Tijdspad\n- Uiterlijk 9 maart 2027: kandidatuur indienen\n- 20 maart 2027: mondelinge proef"), "2027-03-09"),
    (
        (
            "# Wanneer en hoe?\n"
            "Je sollicitatie is welkom tot en met vrijdag 12 maart 2027. Daarna is het te laat. Je kan ze mailen (jobs@x.be), op de post "
            "doen of komen afgeven."
        ),
        "2027-03-12",
    ),
    ("De wervingsreserve is geldig tot 1 maart 2029. Je contract loopt tot 31 december 2027.", None),
    (("# Diploma\nJe behaalt je diploma ten laatste op 30 juni 2027 en voegt dan een kopie toe aan je sollicitatie."), None),
    (
        ("Je solliciteert ten laatste op 1 maart 2027. Laatstejaarsstudenten kunnen solliciteren als ze hun diploma behalen vóór 1 juli 2027."),
        "2027-03-01",
    ),
    (
        (
            "# Solliciteer nu\n"
            "Heb je interesse? Solliciteer dan via onderstaande link en dit uiterlijk op 21 maart 2027 om 23u59. De selectiegesprekken "
            "vinden plaats op 30 maart 2027."
        ),
        "2027-03-21T23:59",
    ),
    ("Apply before 3 March 2027 through our website.", "2027-03-03"),
    (("# Inschrijving\nKandidaturen kunnen ingediend worden vanaf 1 februari 2027 tot uiterlijk 26 februari 2027, 12.00 uur."), "2027-02-26T12:00"),
]

WAYS = [
    (("# Solliciteren\nJe solliciteert via www.x.be/vacatures of per brief ter attentie van de burgemeester, Dorp 1, 9999 X."), "online post"),
    (("# Solliciteren\nOnline solliciteren kan via onze jobsite. Lukt dat niet? Breng je papieren dan binnen bij het onthaal."), "afgifte online"),
    (
        (
            "# Solliciteren\n"
            "Solliciteer enkel via het sollicitatieformulier op de website. Sollicitaties per mail of per brief worden niet in aanmerking "
            "genomen."
        ),
        "online",
    ),
    (("# Solliciteren\nMail je motivatiebrief en cv naar hr@x.be. Je krijgt een ontvangstbevestiging per mail."), "email"),
    (
        ("# Solliciteren\nVerstuur je kandidatuur per e-mail naar hr@x.be of met een aangetekende zending naar OCMW X, Dorp 1, 9999 Xstad."),
        "email post",
    ),
    (("# Solliciteren\nJe bezorgt ons je cv en diploma door ze op te laden op jobs.x.be."), "online"),
    (
        (
            "# Solliciteren\n"
            "Stuur je brief naar het gemeentebestuur, Dorp 1, 9999 Xstad of mail hem naar hr@x.be.\n"
            "De selectieproeven vinden online plaats."
        ),
        "email post",
    ),
    (("# Solliciteren\nKandidaturen worden digitaal ingediend via het e-loket."), "online"),
    (("# Zo solliciteer je\n- online: www.x.be/jobs\n- per mail: hr@x.be\n- met de post: Dorp 1, 9999 Xstad"), "email online post"),
    (("# Solliciteren\n|Hoe | per e-mail of per post\n|E-mail | hr@x.be\n|Adres | Dorp 1, 9999 Xstad"), "email post"),
    (("# Interesse?\nStel je kandidaat via deze link. We verwerken je gegevens volgens de privacywetgeving (privacy@x.be)."), "online"),
    (("# Vragen over je sollicitatie\nEls Maes, 09 222 33 44, els@x.be\n# Solliciteren\nGeef je cv af aan de balie van het stadhuis."), "afgifte"),
]


@pytest.mark.parametrize(("text", "expected"), [*DEADLINES, *((text, deadline) for text, deadline, _ in CASES)])
def test_deadline(text: str, expected: str | None) -> None:
    deadline = extract_application(source(text)).deadline
    assert (deadline.value.iso() if deadline else None) == expected


@pytest.mark.parametrize(("text", "expected"), [*WAYS, *((text, ways) for text, _, ways in CASES)])
def test_ways(text: str, expected: str) -> None:
    assert sorted(fact.value for fact in extract_application(source(text)).how) == expected.split()


def test_addresses_come_from_the_text_or_from_the_target_of_a_link() -> None:
    text = "# Solliciteren\nMail je cv naar jobs [at] stad [punt] be of schrijf naar Stad X, Dorp 1, 9999 Xstad."
    assert [fact.value for fact in extract_application(source(text)).addresses] == ["jobs@stad.be", "Stad X, Dorp 1, 9999 Xstad"]
    linked = source("# Solliciteren\nVul het sollicitatieformulier in.", links={"sollicitatieformulier": "https://stad.be/form"})
    assert [fact.value for fact in extract_application(linked).addresses] == ["https://stad.be/form"]


def test_documents_that_are_not_needed_are_left_out() -> None:
    text = "# Solliciteren\nBezorg ons je cv en een kopie van je diploma via jobs@stad.be. Een motivatiebrief hoeft niet."
    assert [fact.value for fact in extract_application(source(text)).documents] == ["cv", "kopie van je diploma"]


@pytest.mark.parametrize(
    "refusal",
    ["Een motivatiebrief vragen we niet.", "Een motivatiebrief is geen must.", "Wij vragen geen motivatiebrief.", "Een motivatiebrief hoeft niet."],
)
def test_a_document_that_the_employer_does_not_ask_is_no_document(refusal: str) -> None:
    text = f"Solliciteren\n\nMail je cv naar jobs@example.be. {refusal}"
    assert [fact.value for fact in extract_application(source(text)).documents] == ["cv"]


def test_two_deadlines_are_kept_as_a_contradiction() -> None:
    text = "# Deskundige\nSolliciteren kan tot 14 maart 2027.\n# Solliciteren\nBezorg je kandidatuur ten laatste op 7 maart 2027 aan jobs@stad.be."
    deadline = extract_application(source(text)).deadline
    assert deadline is not None
    assert {deadline.value.iso(), *(other.value.iso() for other in deadline.alternatives)} == {"2027-03-14", "2027-03-07"}
    assert deadline.confidence < 0.8


def test_the_page_s_own_text_wins_from_its_json_ld() -> None:
    posting = {"@type": "JobPosting", "validThrough": "2027-03-20T23:59"}
    deadline = extract_application(source("Solliciteren kan tot 14 maart 2027.", json_ld=[posting])).deadline
    assert deadline is not None
    assert deadline.value.iso() == "2027-03-14"
    assert [other.value.iso() for other in deadline.alternatives] == ["2027-03-20"]


def test_the_hour_of_any_mention_counts() -> None:
    deadline = extract_application(
        source("Solliciteren kan tot 14 maart 2027.\n# Solliciteren\nHet formulier sluit op 14 maart 2027 om 12 uur.")
    ).deadline
    assert deadline is not None
    assert deadline.value.iso() == "2027-03-14T12:00"


def test_an_open_ended_call() -> None:
    application = extract_application(source("# Solliciteren\nWe plakken er geen einddatum op. Mail naar jobs@stad.be."))
    assert application.deadline is None
    assert application.continuous is not None


def test_quotes_are_literal_and_hold_the_date() -> None:
    own = source("# Solliciteren\nJe solliciteert ten laatste op 14 maart 2027. Succes!")
    deadline = extract_application(own).deadline
    assert deadline is not None
    [citation] = deadline.citations
    assert own.document.text[citation.start : citation.end] == citation.quote == "Je solliciteert ten laatste op 14 maart 2027."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Solliciteer per post of door je brief af te geven aan het onthaal tegen ontvangstbewijs. Voeg je cv toe. Een motivatiebrief vragen we "
            "niet. Je uittreksel bezorg je pas als we je een contract aanbieden.",
            ["cv"],
        ),
        (
            "Stuur je kandidatuur naar Jo (jo@dorp.example.be). Wat zit er in je omslag? Een cv, een kopie van je rijbewijs en de ingevulde "
            "inlichtingenfiche (te downloaden op www.dorp.example.be).",
            ["cv", "kopie van je rijbewijs", "ingevulde inlichtingenfiche"],
        ),
        (
            "Bij de kandidatuur worden gevoegd: het standaardformulier, een kopie van het vereiste diploma en een uittreksel uit het strafregister.",
            ["standaardformulier", "kopie van het vereiste diploma", "uittreksel uit het strafregister"],
        ),
        ("We vragen alleen je cv en twee antwoorden, geen brief. Solliciteren doe je via de knop.", ["cv"]),
        ("Mail voor 6 december je cv en je attest naar hr@dorp.example.be.", ["cv", "attest"]),
        ("Kandidaten dienen hun kandidatuur in per e-mail met een motivatiebrief en een cv.", ["motivatiebrief", "cv"]),
        ("Je kandidatuur bevat:\n- een curriculum vitae\n- een kopie van je diploma", ["curriculum vitae", "kopie van je diploma"]),
    ],
)
def test_documents_are_the_papers_that_are_sent(text: str, expected: list[str]) -> None:
    assert [fact.value for fact in extract_application(source("# Solliciteren\n" + text)).documents] == expected


@pytest.mark.parametrize(
    ("text", "how", "addresses"),
    [
        (
            "Inschrijven kan per post (College van burgemeester en schepenen, Molenweg 12, 9876 Neerdorp; de poststempel telt) of door afgifte.",
            ["post", "afgifte"],
            ["College van burgemeester en schepenen, Molenweg 12, 9876 Neerdorp"],
        ),
        (
            "Stuur je kandidatuur naar Jo Maes (jo@dorp.example.be) of steek ze in de brievenbus van het OCMW, Kerkplein 3, 1840 Steenham.",
            ["email", "afgifte"],
            ["jo@dorp.example.be", "OCMW, Kerkplein 3, 1840 Steenham"],
        ),
        (
            "Kandidaturen per post richt je aan het Vast Bureau, p.a. Sint-Annastraat 10-12, 8310 Sint-Anna.",
            ["post"],
            ["Vast Bureau, p.a. Sint-Annastraat 10-12, 8310 Sint-Anna"],
        ),
        ("Scan de QR-code en solliciteer.", ["online"], []),
    ],
)
def test_postal_addresses_keep_their_addressee(text: str, how: list[str], addresses: list[str]) -> None:
    application = extract_application(source("# Solliciteren\n" + text))
    assert [fact.value for fact in application.how] == how
    assert [fact.value for fact in application.addresses] == addresses


def test_a_call_without_end_has_no_deadline() -> None:
    text = (
        "# Tot wanneer kan ik solliciteren?\nEr is geen einddatum: je kan het hele jaar solliciteren.\n"
        "| ronde 2 | 12 december 2026 (inschrijven uiterlijk op 5 december 2026)"
    )
    application = extract_application(source(text))
    assert application.deadline is None
    assert application.continuous is not None
