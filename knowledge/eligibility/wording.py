"""Dutch sentences of the eligibility rules: reasons, advice and questions, in je-form and plain words."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.eligibility.judgement import NextQuestion
from knowledge.eligibility.levels import LEVEL_NL
from knowledge.eligibility.matching import Missing
from knowledge.eligibility.model import Held
from knowledge.eligibility.proviso import split_proviso
from knowledge.model import DiplomaCondition, DiplomaOption, Fact, Level, Route

NO_DIPLOMA_ASKED = "De infobundel vraagt geen diploma."
SILENT = "De infobundel zegt niets over een diploma."
UNREAD = "Ik kan deze voorwaarde niet zeker lezen."
NONE_TOLD = "Je zegt dat je dit diploma niet hebt."
FOREIGN = "Je diploma komt uit het buitenland. Ik weet niet of het hier erkend is, of of die erkenning volstaat."
FOREIGN_NOT_YET = (
    "Je diploma is hier nog niet erkend. NARIC-Vlaanderen kan je diploma erkennen. Dat kan tot drie maanden duren, begin er dus op tijd aan."
)
FOREIGN_LEVEL = "Het niveau van je diploma is in Vlaanderen erkend zonder NARIC. Vraag wel na of je een taalbewijs nodig hebt."
RECOGNISED = "Voeg het bewijs van erkenning van je diploma toe."
STUDYING = "Je bent nog niet afgestudeerd."
ANOTHER_JOB = "Je vraagt naar een andere job dan die waarvan ik de voorwaarden ken."
YEAR_PASSED = "De infobundel vraagt dat je voor dat jaar geslaagd bent. Daarover zeg je nog niets."
FINAL_YEAR_OK = "De infobundel laat laatstejaarsstudenten toe."
FINAL_YEAR_NO = "De infobundel laat studenten zonder diploma niet toe."
FINAL_YEAR_SILENT = "De infobundel zegt niet of laatstejaarsstudenten mogen meedoen."
ADD_LOWER = "Voeg ook je lagere diploma (bachelor) toe aan je kandidatuur."
POSTGRADUATE = "Een postgraduaat telt op zichzelf niet. Het diploma dat je ervoor behaalde, telt wel."
CANDIDATE_DEGREE = "Een kandidaatsdiploma is bij wet niet gelijkgesteld met een bachelor. Vraag na of het volstaat."
SIXTH_YEAR = "Het zesde jaar BSO gaf vóór juni 2025 een studiegetuigschrift en geen diploma."
CERTIFICATE = "Een certificaat of attest is geen diploma."
EXCLUDED = "De infobundel sluit dit bewijs uit."
HEALTH = "Of je medisch geschikt bent, beslist de arts. Dat kan ik niet beoordelen."
AGAINST = "Wat je zegt, gaat in tegen deze voorwaarde."
UNSURE_OF = "Of je aan deze voorwaarde voldoet, kan ik met wat je zegt niet weten."
RECORD = "Een strafblad sluit je niet altijd uit. Bespreek het met de contactpersoon."
OTHER_PROOF = "Ik weet niet of je het bewijs hebt dat de infobundel vraagt."
NO_DEMAND = "De infobundel eist dit niet."
LATER = "Dat mag er later nog komen, zoals de infobundel zegt."
LACKING = "Je zegt dat je dit niet hebt."
TITLE_UNSURE = "De lijst vraagt een titel op je diploma. Vraag na of jouw diploma zonder die titel telt."


def never_named(name: str) -> str:
    """Why something that the bundle never mentions is no obstacle."""
    return f"De infobundel vraagt nergens {name}."


def level_met(held: Held) -> str:
    """Why a level is enough."""
    return f"Met '{held.words}' heb je het gevraagde niveau of hoger."


def level_unmet(held: Held, minimum: Level) -> str:
    """Why a level is too low."""
    return f"De infobundel vraagt {LEVEL_NL[minimum]}. '{held.words}' is een lager niveau."


def listed(option: DiplomaOption) -> str:
    """Why a list is satisfied."""
    return f"'{_short(option.name)}' staat in de infobundel."


def _short(name: str) -> str:
    """The diploma of an option, without what must come with it."""
    plain = split_proviso(name)[0]
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST].rsplit(" ", 1)[0] + " …"


_LONGEST = 100


def not_listed(held: Held, closed: bool) -> str:
    """Why a list is not satisfied."""
    return (
        f"'{held.words}' staat niet in de lijst van deze infobundel." if closed else f"'{held.words}' is niet het diploma dat de infobundel vraagt."
    )


def excluded(held: Held) -> str:
    """Why an exclusion of the bundle applies."""
    return f"De infobundel sluit '{held.words}' uit."


def near(held: Held) -> str:
    """Why a near name is not decided here."""
    return f"De infobundel noemt '{held.words}' niet met die naam. Vraag na of het diploma telt."


def undecided(missing: Missing, held: Held) -> str:
    """What must be known before a diploma can be compared."""
    return _UNDECIDED[missing] if missing in _UNDECIDED else near(held)


_UNDECIDED: dict[Missing, str] = {
    "field": "Het hangt af van je richting.",
    "specialisation": "Het hangt af van je afstudeerrichting.",
    "title": "Het hangt af van de titel op je diploma.",
    "school": "Een graduaat en een gegradueerde van vroeger zijn niet hetzelfde. Het hangt af van het jaar en de school.",
    "year": "Het hangt af van het jaar en van het aantal jaren dat je volgde.",
    "equated": "Je oude diploma is bij wet gelijkgesteld, maar het staat niet met die naam in de infobundel. Vraag na of het telt.",
    "level": "Ik weet nog niet welk niveau je diploma heeft.",
}


def expected_late(held: Held) -> str:
    """Why a final-year student comes too late."""
    return "Je studeert af na de laatste dag waarop je diploma er moet zijn."


def ask_diploma(condition: DiplomaCondition) -> NextQuestion:
    """Asks for the diploma and names what the bundle wants."""
    if condition.options and condition.minimum != "geen":
        names = list(dict.fromkeys(_short(option.value.name) for option in condition.options))
        return NextQuestion("diploma", f"Welk diploma heb je, en in welke richting? {_accepted(names)}", tuple(names[:4]) if len(names) <= 4 else ())
    if condition.options:
        names = list(dict.fromkeys(_short(option.value.name) for option in condition.options))
        return NextQuestion("diploma", f"Welk bewijs heb je? {_accepted(names)}", tuple(names[:4]))
    minimum = condition.minimum or "secundair"
    return NextQuestion("diploma", f"Welk diploma heb je? De infobundel vraagt {LEVEL_NL[minimum]}.", _LEVEL_OPTIONS)


_LEVEL_OPTIONS = ("Een master", "Een bachelor", "Een diploma secundair onderwijs", "Geen diploma")


def _accepted(names: Sequence[str]) -> str:
    shown = ", ".join(names[:3])
    return f"De infobundel aanvaardt {len(names)} diploma's, zoals: {shown}." if len(names) > 3 else f"De infobundel vraagt: {shown}."


def ask_missing(missing: Missing, held: Held, option: DiplomaOption | None) -> NextQuestion | None:
    """The question about a diploma that decides; None where no answer of the candidate can."""
    match missing:
        case "specialisation":
            wanted = (option.specialisation or option.field) if option else None
            options = (f"Afstudeerrichting {wanted}", "Een andere afstudeerrichting") if wanted else ()
            return NextQuestion("specialisation", f"Welke afstudeerrichting had je bij '{held.words}'?", options)
        case "title":
            title = option.title if option else None
            return NextQuestion("title", f"Staat de titel '{title}' op je diploma?", (f"Ja, met de titel {title}", f"Nee, zonder de titel {title}"))
        case "school":
            return NextQuestion(
                "school",
                "In welk jaar behaalde je dat diploma, en was dat aan een voltijdse hogeschool of aan een CVO (avondonderwijs)?",
                _SCHOOL_OPTIONS,
            )
        case "field":
            return NextQuestion("field", f"In welke richting behaalde je '{held.words}'? De infobundel vraagt een diploma uit een lijst.")
        case "year":
            return NextQuestion(
                "year",
                "In welk jaar behaalde je dat, en volgde je nog een zevende jaar?",
                ("Zesde jaar BSO, vóór 2025", "Zesde jaar BSO, in 2025 of later", "Zevende jaar BSO"),
            )
        case "level":
            return NextQuestion(
                "level", f"Welk diploma is '{held.words}' precies?", ("Een master", "Een bachelor", "Een graduaat (HBO5)", "Secundair onderwijs")
            )
        case "near" | "equated":
            return None


_SCHOOL_OPTIONS = ("Voltijdse hogeschool, vóór 2005", "CVO of avondonderwijs", "Graduaat HBO5, na 2009")


def ask_confirm(held: Held) -> NextQuestion:
    """Has a reading by similarity confirmed."""
    return NextQuestion("confirm", f"Bedoel je '{held.words}'?", (f"Ja, {held.words}", "Nee, een ander diploma"))


def ask_experience(route: Route, *, beside: bool = False) -> NextQuestion:
    """Asks for the years that a route wants, or (`beside`) that must come with a diploma."""
    lead = "Bij" if beside else "Zonder"
    wanted = f"{route.years:g} jaar" if route.years else "ervaring"
    kind = f" als of in '{route.experience_in}'" if route.experience_in else ""
    test = " en een geslaagde test" if route.kind == "experience_and_test" else ""
    return NextQuestion(
        "experience",
        f"{lead} dat diploma vraagt de infobundel minstens {wanted} ervaring{kind}{test}. Hoeveel jaar ervaring heb je, en in welk werk?",
    )


def route_met(fact: Fact[Route]) -> str:
    """What a route still asks."""
    return (
        "Met je ervaring kan je via deze weg deelnemen, als je slaagt voor de test."
        if fact.value.kind == "experience_and_test"
        else "Via deze weg kan je deelnemen."
    )
