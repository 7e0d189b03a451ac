"""Diploma conditions in the many ways in which Flemish employers word them."""

import pytest

from knowledge.extractors.diploma import extract_diploma
from knowledge.model import DiplomaCondition

from .notation import source


def condition(*lines: str) -> DiplomaCondition:
    fact = extract_diploma(source("\n".join(lines)))
    assert fact is not None
    for citation in fact.citations:
        assert citation.quote
    return fact.value


@pytest.mark.parametrize(
    ("text", "minimum"),
    [
        ("# Profiel\nJe hebt een masterdiploma.", "master"),
        ("# Profiel\nU bent in het bezit van een diploma van master.", "master"),
        ("# Voorwaarden\n- Je beschikt over een bachelordiploma.\n- Je hebt een rijbewijs B.", "bachelor"),
        ("# Diploma\nMinimaal bachelor.", "bachelor"),
        ("# Vereiste opleiding\nBachelor of gelijkwaardig", "bachelor"),
        ("|Diploma | Bachelor of daarmee gelijkgesteld onderwijs", "bachelor"),
        ("|Diplomavereiste | Diploma hoger secundair onderwijs", "secundair"),
        ("# Wie ben jij?\nJe hebt minstens een diploma hoger secundair onderwijs.", "secundair"),
        ("# Toelatingsvoorwaarden\nHouder zijn van een diploma van het secundair onderwijs of een daarmee gelijkgesteld diploma.", "secundair"),
        ("# Profiel\nJe behaalde een graduaat of een bachelor.", "graduaat"),
        ("# Wat verwachten we van jou?\nJe hebt een diploma van het hoger onderwijs van één cyclus of daarmee gelijkgesteld onderwijs.", "bachelor"),
        ("# Profiel\nJe hebt een universitair diploma of een diploma van het hoger onderwijs van twee cycli.", "master"),
        ("# Aanwervingsvoorwaarden\nHouder zijn van een diploma dat toegang geeft tot niveau A: master of licentiaat.", "master"),
        ("# Jouw troeven\nJe hebt een bachelordiploma (richting speelt geen rol). Ervaring is een plus.", "bachelor"),
    ],
)
def test_level(text: str, minimum: str) -> None:
    assert condition(*text.split("\n")).minimum == minimum


@pytest.mark.parametrize(
    "text",
    [
        "# Profiel\nJe hebt geen diploma nodig.",
        "# Profiel\nEen diploma is niet vereist.",
        "# Wat vragen we?\nEr zijn geen diplomavereisten.",
        "# Wat vragen we?\nWe vragen geen diploma of ervaring. Goesting om te werken volstaat.",
        "# Profiel\nVoor deze functie is geen specifiek diploma vereist.",
        "# Profiel\nDiploma: niet vereist. Je hebt een rijbewijs B.",
        "|Diploma | geen",
        "# Wie zoeken we?\nJe diploma speelt geen rol: motivatie telt.",
    ],
)
def test_no_diploma_is_needed(text: str) -> None:
    found = condition(*text.split("\n"))
    assert found.none_needed
    assert found.minimum == "geen"


@pytest.mark.parametrize(
    "text",
    [
        "# Solliciteren\nBezorg je cv, motivatiebrief en een kopie van je bachelordiploma.",
        "# Aanbod\nJe wordt betaald volgens je diploma: met een master start je hoger.",
        "# De job\nJe begeleidt studenten bachelor verpleegkunde tijdens hun stage.",
        "# Profiel\nEen bachelor is een pluspunt.",
    ],
)
def test_what_is_no_condition(text: str) -> None:
    assert extract_diploma(source(text)) is None


LIST = (
    "# Welk diploma?",
    "Je hebt één van deze diploma's:",
    "- bachelor in de bouw",
    "- bachelor in het vastgoed;",
    "- gegradueerde in de bouw (oude benaming)",
)


def test_a_list_with_old_names() -> None:
    found = condition(*LIST, "Andere diploma's aanvaarden we niet.")
    assert [option.value.name for option in found.options] == ["bachelor in de bouw", "bachelor in het vastgoed", "gegradueerde in de bouw"]
    assert [option.value.old for option in found.options] == [False, False, True]
    assert found.closed
    assert found.minimum == "bachelor"
    assert len(found.exclusions) == 1


@pytest.mark.parametrize(
    "lead",
    [
        "Je beschikt over een van de volgende diploma's:",
        "Enkel houders van een van onderstaande diploma's worden toegelaten:",
        "De volgende diploma's geven toegang tot de functie:",
        "Je bent houder van minstens één van deze diploma's:",
        "Komen in aanmerking: houders van een der volgende diploma's",
        "Vereist diploma (één van onderstaande):",
    ],
)
def test_lead_ins(lead: str) -> None:
    found = condition("# Voorwaarden", lead, "- bachelor in de ergotherapie", "- bachelor in de kinesitherapie")
    assert len(found.options) == 2
    assert found.closed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Je hebt een bachelor in de rechten, de criminologie of de bestuurskunde.", ["rechten", "criminologie", "bestuurskunde"]),
        ("Je hebt een bachelordiploma verpleegkunde of vroedkunde.", ["verpleegkunde", "vroedkunde"]),
        ("Je hebt een master of licentiaat in de rechten.", ["rechten", "rechten"]),
        ("Je hebt een bachelor in het sociaal werk of een master in het sociaal werk.", ["sociaal werk", "sociaal werk"]),
        ("Je hebt een van deze diploma's: bachelor in de bouw, bachelor in het vastgoed of bachelor in de chemie.", ["bouw", "vastgoed", "chemie"]),
        ("Je hebt een bachelor in een technische richting.", ["techniek"]),
    ],
)
def test_diplomas_inside_a_sentence(text: str, names: list[str]) -> None:
    assert [option.value.field for option in condition("# Profiel", text).options] == names


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("Laatstejaarsstudenten mogen deelnemen.", True),
        ("Zit je in je laatste jaar? Dan mag je ook solliciteren.", True),
        ("Ook studenten die dit academiejaar afstuderen, komen in aanmerking.", True),
        ("Behaal je je diploma dit schooljaar? Solliciteer gerust. Laatstejaars zijn welkom.", True),
        ("Laatstejaarsstudenten worden niet toegelaten.", False),
        ("Wie het diploma nog niet behaald heeft, wordt niet toegelaten tot de selectie.", False),
        ("Studenten in hun laatste jaar kunnen niet deelnemen.", False),
        ("Jobstudenten zijn welkom in de zomer.", None),
    ],
)
def test_final_year_students(text: str, allowed: bool | None) -> None:
    found = condition("# Voorwaarden", "Je hebt een bachelordiploma. " + text).final_year
    assert (found.value if found else None) is allowed


def test_the_last_day_for_the_diploma_of_a_student() -> None:
    text = "Je hebt een bachelordiploma. Laatstejaars mogen meedoen. Hun diploma bezorgen ze ten laatste op 15 juli 2027."
    until = condition("# Diploma", text).final_year_until
    assert until is not None
    assert until.value.iso() == "2027-07-15"


@pytest.mark.parametrize(
    ("text", "kind", "years"),
    [
        ("Heb je geen bachelor? Dan kan je deelnemen met minstens vijf jaar ervaring en na een capaciteitstest.", "experience_and_test", 5),
        ("Zonder diploma kan je meedoen als je 3 jaar relevante ervaring hebt en slaagt voor een niveautest.", "experience_and_test", 3),
        ("Heb je enkel een diploma secundair onderwijs? Met minstens vier jaar ervaring als boekhouder mag je ook deelnemen.", "experience", 4),
        ("Personeelsleden van de stad kunnen via bevordering deelnemen als ze vier jaar niveauanciënniteit hebben.", "promotion", 4),
        ("Heb je geen van deze diploma's? Dan kan je deelnemen als je ingeschreven bent in een opleiding tot zorgkundige.", "enrolment", None),
        ("Wie niet over het diploma beschikt, kan toch deelnemen na een niveautest.", "test", None),
    ],
)
def test_routes(text: str, kind: str, years: float | None) -> None:
    routes = condition("# Voorwaarden", "Je hebt een bachelordiploma.", text).routes
    assert [(route.value.kind, route.value.years) for route in routes] == [(kind, years)]


def test_experience_after_or_is_a_route() -> None:
    found = condition("# Profiel", "Je hebt een bachelordiploma of minstens vijf jaar relevante ervaring.")
    assert found.minimum == "bachelor"
    assert [(route.value.kind, route.value.years) for route in found.routes] == [("experience", 5)]


@pytest.mark.parametrize(
    ("text", "equivalents"),
    [
        ("Je hebt een bachelordiploma of een daarmee gelijkgesteld diploma.", True),
        ("Je hebt een bachelordiploma of gelijkwaardig.", True),
        ("Je hebt een bachelordiploma.", None),
        ("Je hebt een bachelordiploma. Een buitenlands diploma moet erkend zijn door NARIC-Vlaanderen.", None),
        ("Je hebt een bachelordiploma. Een buitenlands diploma telt mee als het erkend is.", True),
    ],
)
def test_equivalents(text: str, equivalents: bool | None) -> None:
    found = condition("# Diploma", text).equivalents
    assert (found.value if found else None) is equivalents


def test_the_conditions_of_an_enumeration_in_one_paragraph_stand_apart() -> None:
    text = (
        "# Toelating\n\nDe kandidaten moeten: 1° houder zijn van een diploma van bachelor in de verpleegkunde, of van het daarmee gelijkgestelde "
        "diploma van gegradueerd verpleegkundige; 2° het attest wondzorg bezitten of behalen binnen een jaar; 3° houder zijn van een rijbewijs B.\n"
    )
    condition = extract_diploma(source(text))
    assert condition is not None
    assert [fact.value.name for fact in condition.value.options] == ["bachelor in de verpleegkunde", "gegradueerd verpleegkundige"]


LISTED = (
    "# Toelating\n\nDe kandidaat beschikt over één van onderstaande diploma's. Andere diploma's geven geen toegang.\n\n"
    "a) bachelor in de vroedkunde;\n\nb) bachelor in de logopedie, afstudeerrichting logopedie;\n\nc) gegradueerde in de logopedie.\n\n{after}\n"
)


def test_a_list_below_a_paragraph_that_says_more_than_its_lead() -> None:
    condition = extract_diploma(source(LISTED.format(after="")))
    assert condition is not None
    assert condition.value.closed
    assert [fact.value.name for fact in condition.value.options] == [
        "bachelor in de vroedkunde",
        "bachelor in de logopedie, afstudeerrichting logopedie",
        "gegradueerde in de logopedie",
    ]


@pytest.mark.parametrize(
    ("after", "allowed"),
    [
        ("Laatstejaarsstudenten kunnen niet tot de proeven worden toegelaten.", False),
        ("Laatstejaars komen niet voor deze oproep in aanmerking.", False),
        ("Wie nog niet is afgestudeerd maar in het laatste jaar zit, kan deelnemen.", True),
    ],
)
def test_whether_final_year_students_may_take_part(after: str, allowed: bool) -> None:
    condition = extract_diploma(source(LISTED.format(after=after)))
    assert condition is not None
    assert condition.value.final_year is not None
    assert condition.value.final_year.value is allowed
