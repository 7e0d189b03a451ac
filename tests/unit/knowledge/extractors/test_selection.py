import pytest

from knowledge.extractors.selection import extract_selection

from .notation import source

# text, [(part of the name, first day, pass mark)]
CASES = [
    (
        (
            "# Selectieprocedure\n"
            "De selectie bestaat uit een schriftelijk deel (40 punten) en een mondeling deel (60 punten). Je moet op elk deel minstens 50 % "
            "behalen en in totaal 60 %.\n"
            "Het schriftelijk deel vindt plaats op 3 maart 2027, het mondeling deel op 10 maart 2027."
        ),
        [("schriftelijk deel", "2027-03-03", "50%"), ("mondeling deel", "2027-03-10", "50%")],
    ),
    (
        (
            "# Hoe verloopt de selectie?\n"
            "## Stap 1: cv-screening\n"
            "We bekijken je cv tussen 1 en 5 maart 2027.\n"
            "## Stap 2: schriftelijke proef\n"
            "Op 8 maart 2027 leg je een proef af. Je hebt 30 op 50 nodig.\n"
            "## Stap 3: sollicitatiegesprek\n"
            "Het gesprek is op 15 maart 2027."
        ),
        [("cv-screening", "2027-03-01", None), ("schriftelijke proef", "2027-03-08", "30/50"), ("sollicitatiegesprek", "2027-03-15", None)],
    ),
    (
        ("# Selectie\n- Preselectie: week van 1 maart 2027\n- Thuisopdracht: in te dienen tegen 8 maart 2027\n- Gesprek met de jury: 15 maart 2027"),
        [("Preselectie", "2027-03-01", None), ("Thuisopdracht", "2027-03-08", None), ("Gesprek met de jury", "2027-03-15", None)],
    ),
    (
        (
            "# Selectieproeven\n"
            "- Schriftelijke proef (50 punten, minimum 25) op zaterdag 6 maart 2027\n"
            "- Mondelinge proef (50 punten, minimum 25) op dinsdag 16 maart 2027"
        ),
        [("Schriftelijke proef", "2027-03-06", "25/50"), ("Mondelinge proef", "2027-03-16", "25/50")],
    ),
    (
        ("# De selectie\n|h Onderdeel | Datum | Max. | Min.\n|Praktische proef | 6 maart 2027 | 60 | 30\n|Interview | dezelfde dag | 40 | 20"),
        [("Praktische proef", "2027-03-06", "30/60"), ("Interview", "2027-03-06", "20/40")],
    ),
    ("Je wordt uitgenodigd voor een gesprek op 9 maart 2027. Je moet 60 % behalen om te slagen.", [("gesprek", "2027-03-09", "60%")]),
    (
        ("# Procedure\nEerst leg je een computerproef af. Daarna volgt een interview met de jury op 20 maart 2027 en ten slotte een assessment."),
        [("computerproef", None, None), ("interview", "2027-03-20", None), ("assessment", None, None)],
    ),
    (
        ("# Wat mag je verwachten?\n|Stap 1 | Screening van de kandidaturen | week van 1 maart 2027\n|Stap 2 | Gesprek | 9 maart 2027"),
        [("Screening van de kandidaturen", "2027-03-01", None), ("Gesprek", "2027-03-09", None)],
    ),
    (
        (
            "# Selectieprogramma\n"
            "|Schriftelijke proef | 6 maart 2027 om 9 uur\n"
            "|Mondelinge proef | 16 maart 2027\n"
            "|Wervingsreserve | 2 jaar\n"
            "De schriftelijke proef is eliminerend: je moet minstens 50 % halen."
        ),
        [("Schriftelijke proef", "2027-03-06", "50%"), ("Mondelinge proef", "2027-03-16", None)],
    ),
    (("# Taken\nJe voert gesprekken met bewoners en neemt testen af. Je bereidt het functioneringsgesprek voor."), []),
    (
        (
            "# Selectie\n"
            "De selectie omvat een psychotechnische proef, een gestructureerd interview en een assessment (geschikt/niet geschikt).\n"
            "Het interview gaat door op 9 of 10 maart 2027."
        ),
        [("psychotechnische proef", None, None), ("gestructureerd interview", "2027-03-09", None), ("assessment", None, "geschikt/niet geschikt")],
    ),
    (
        (
            "# Aanwervingsexamen\n"
            "Het examen bestaat uit twee gedeelten:\n"
            "- een schriftelijk gedeelte op 100 punten: 6 maart 2027\n"
            "- een mondeling gedeelte op 100 punten: 16 maart 2027\n"
            "Om te slagen moet je op elk gedeelte minstens 50% behalen en 60% op het totaal."
        ),
        [("schriftelijk gedeelte", "2027-03-06", "50%"), ("mondeling gedeelte", "2027-03-16", "50%")],
    ),
    (
        (
            "# Selectie in drie stappen\n"
            "- 1. We lezen je cv.\n"
            "- 2. Je maakt thuis een opdracht (tussen 1 en 8 maart 2027).\n"
            "- 3. Je komt op gesprek op 12 maart 2027. Minimum: 12/20."
        ),
        [("cv", None, None), ("opdracht", "2027-03-01", None), ("gesprek", "2027-03-12", "12/20")],
    ),
    (
        (
            "# Selectie\n"
            "We nodigen je uit voor een eerste gesprek op 3 maart 2027. Slaag je? Dan volgt een tweede gesprek met de directie op 10 maart "
            "2027."
        ),
        [("eerste gesprek", "2027-03-03", None), ("tweede gesprek", "2027-03-10", None)],
    ),
    (
        (
            "# Onze selectie\n"
            "|h Ronde | Wat? | Wanneer? | Score\n"
            "|1 | Schriftelijke test | 3 maart 2027 | minimum 12/20\n"
            "|2 | Interview | 9 maart 2027 | minimum 12/20"
        ),
        [("Schriftelijke test", "2027-03-03", "12/20"), ("Interview", "2027-03-09", "12/20")],
    ),
    (
        (
            "# Selectie\n"
            "## Schriftelijke proef\n"
            "Zaterdag 6 maart 2027 om 9 uur in de feestzaal. Minstens 50 % van de punten.\n"
            "## Mondelinge proef\n"
            "Donderdag 18 maart 2027. Minstens 50 % van de punten."
        ),
        [("Schriftelijke proef", "2027-03-06", "50%"), ("Mondelinge proef", "2027-03-18", "50%")],
    ),
    (
        (
            "# Verloop\n"
            "De selectieprocedure verloopt in twee fasen. Fase 1 is een schriftelijke thuisproef: je krijgt de opdracht op 1 maart 2027 en "
            "bezorgt ze ons terug op 5 maart 2027. Fase 2 is een mondelinge proef op 12 maart 2027 (60 punten, minstens 36)."
        ),
        [("thuisproef", "2027-03-01", None), ("mondelinge proef", "2027-03-12", "36/60")],
    ),
    (
        (
            "# Selectieproeven\n"
            "- Psychotechnische screening (niet-eliminerend), tussen 1 en 5 maart 2027\n"
            "- Praktijkproef: 10 maart 2027, 30/50\n"
            "- Mondelinge proef: 12 maart 2027, 30/50"
        ),
        [("Psychotechnische screening", "2027-03-01", None), ("Praktijkproef", "2027-03-10", "30/50"), ("Mondelinge proef", "2027-03-12", "30/50")],
    ),
    (
        (
            "# Selectieprocedure\n"
            "Je legt een schriftelijke en een mondelinge proef af. De schriftelijke proef heeft plaats op 6 maart 2027. De mondelinge proef "
            "volgt op 20 maart 2027."
        ),
        [("schriftelijke", "2027-03-06", None), ("mondelinge proef", "2027-03-20", None)],
    ),
    (
        (
            "# Hoe gaat het verder?\n"
            "We selecteren op basis van je cv. Kandidaten die we weerhouden nodigen we uit voor een kennismakingsgesprek (eind maart 2027)."
        ),
        [("kennismakingsgesprek", "2027-03-21", None)],
    ),
    (("# Selectie\n|Gesprek | woensdag 3 maart 2027 | je moet 60 % halen"), [("Gesprek", "2027-03-03", "60%")]),
    (
        (
            "# De proeven\n"
            "|h Proef | Punten | Minimum | Datum\n"
            "|Schriftelijk | 40 | 20 | 6 maart 2027\n"
            "|Mondeling | 60 | 30 | 13 maart 2027\n"
            "|Totaal | 100 | 60 |"
        ),
        [("Schriftelijk", "2027-03-06", "20/40"), ("Mondeling", "2027-03-13", "30/60")],
    ),
    (
        (
            "# Profiel\n"
            "Je kan een gesprek voeren. Je hebt ervaring met assessments.\n"
            "# Selectie\n"
            "Na een preselectie op basis van cv volgt een interview."
        ),
        [("preselectie", None, None), ("interview", None, None)],
    ),
    (
        (
            "# Selectieprocedure\n"
            "Voorselectie op basis van je brief en cv (week van 8 maart 2027)\n"
            "Schriftelijk examen: 20 maart 2027\n"
            "Mondeling examen: 29 maart 2027"
        ),
        [("Voorselectie", "2027-03-08", None), ("Schriftelijk examen", "2027-03-20", None), ("Mondeling examen", "2027-03-29", None)],
    ),
    (
        ("# Selectie\nDe selectie bestaat uit een praktische proef en een interview. Je bent geslaagd als je op beide proeven minstens 60 % haalt."),
        [("praktische proef", None, "60%"), ("interview", None, "60%")],
    ),
    (
        ("# Selectie\nHet selectiegesprek vindt plaats op donderdag 4 maart 2027 in de namiddag en duurt een uur."),
        [("selectiegesprek", "2027-03-04", None)],
    ),
    (
        ("# Selectiedata\n|Assessment | 1 maart 2027 of 2 maart 2027\n|Jurygesprek | 8 maart 2027"),
        [("Assessment", "2027-03-01", None), ("Jurygesprek", "2027-03-08", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_steps(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    steps = [fact.value for fact in extract_selection(source(text))]
    assert [(step.when.date.isoformat() if step.when else None, step.pass_mark) for step in steps] == [tuple(rest) for _, *rest in expected]
    for step, (name, _, _) in zip(steps, expected, strict=True):
        assert name.casefold() in step.name.casefold()


def test_elimination_for_every_step() -> None:
    steps = extract_selection(source("# Selectie\n- Schriftelijke proef\n- Mondelinge proef\nElk onderdeel is eliminerend."))
    assert [fact.value.eliminating for fact in steps] == [True, True]


def test_a_total_is_no_mark_of_a_step() -> None:
    text = "# Selectie\n- Schriftelijke proef (40 punten)\n- Mondelinge proef (60 punten)\nJe bent geslaagd met 60 % in totaal."
    assert [fact.value.pass_mark for fact in extract_selection(source(text))] == [None, None]
    only = "# Selectie\n- Nazicht van je documenten\n- Gesprek (100 punten)\nJe bent geslaagd met 60 % in totaal."
    assert [fact.value.pass_mark for fact in extract_selection(source(only))] == [None, "60%"]


def test_a_wording_instead_of_a_date() -> None:
    text = "# Selectie\n|h Stap | Datum\n| Nazicht van het dossier | binnen vijf werkdagen\n| Gesprek | 4 maart 2027"
    assert extract_selection(source(text))[0].value.when_text == "binnen vijf werkdagen"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# Hoe het verder gaat\n- Stuur je cv naar jobs@dorp.example.be voor 1 november 2026.\n- Op woensdag 2 december 2026 om 13 "
            "uur doe je in de loods een "
            "praktische proef: een band vervangen. Die proef staat op 60 punten en je moet er 36 halen.\n- Wie slaagt, komt op vrijdag "
            "4 december 2026 "
            "praten met An en mij. Dat gesprek staat op 40 punten, je hebt er 20 nodig.",
            [("praktische proef", "2026-12-02", "36/60"), ("gesprek", "2026-12-04", "20/40")],
        ),
        (
            "# De selectie in twee stappen\nStap 1 - kennismaking. Een videogesprek van een uur, op 18 januari 2027.\n"
            "Stap 2 - case en jurygesprek. Op 4 februari 2027. Je slaagt met 55 %.",
            [("kennismaking", "2027-01-18", None), ("case en jurygesprek", "2027-02-04", "55%")],
        ),
    ],
)
def test_steps_told_in_sentences(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    steps = [fact.value for fact in extract_selection(source(text))]
    assert [(step.name, step.when.date.isoformat() if step.when else None, step.pass_mark) for step in steps] == expected
