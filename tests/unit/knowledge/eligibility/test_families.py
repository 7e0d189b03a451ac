"""Families of conditions besides a plain diploma, each on a small bundle of its own: ways, provisos, demands, bans, proofs that come later."""

from datetime import date

import pytest

from knowledge.eligibility.candidate import parse_candidate
from knowledge.eligibility.rules import judge
from knowledge.extractors.diploma import extract_diploma
from knowledge.extractors.requirements import extract_requirements
from knowledge.model import Vacancy
from knowledge.readers import read_bytes
from knowledge.source import Source

TODAY = date(2026, 11, 21)
OK, IF, UNSURE, NO, OUT = "lijkt_te_voldoen", "onder_voorwaarde", "niet_duidelijk", "voldoet_niet", "niet_in_lijst"

WAYS = (
    "# Voorwaarden\n\nEr zijn drie manieren om mee te doen:\n\n"
    "- je bent bachelor in de logopedie of in de audiologie;\n"
    "- je hebt een andere bachelor en minstens twee jaar ervaring in een revalidatiecentrum;\n"
    "- je hebt geen van deze diploma's, maar wel minstens zes jaar ervaring in een revalidatiecentrum, en je slaagt voor de niveautest.\n"
)
COLUMNS = (
    "# Diploma\n\n| Diploma | Wat erbij moet |\n|---|---|\n| bachelor in de archeologie | niets |\n"
    "| een andere bachelor | drie jaar ervaring in een museum, of een getuigschrift erfgoedgids |\n"
)
BAN = "# Voorwaarden\n\nJe hebt geen diploma nodig.\n\nJe mag de job niet combineren met een zelfstandige praktijk als landmeter.\n"
DUTY = "# Voorwaarden\n\nJe hebt geen diploma nodig.\n\n- Iedereen werkt mee in de beurtrol van avonden en weekends.\n"
LATER = (
    "# Voorwaarden\n\nJe hebt geen diploma nodig.\n\n- Je hebt een attest hoofdanimator.\n\n"
    "Heb je het attest nog niet, maar volg je de cursus al? Dan mag je meedoen als je het attest haalt uiterlijk op 1 april 2027.\n"
)
ENGINEER = (
    "# Diploma\n\nJe hebt een van deze diploma's:\n\n- master in de industriële wetenschappen: chemie\n- master in de bio-ingenieurswetenschappen\n"
)
TITLE = "# Diploma\n\nJe hebt een van deze diploma's:\n\n- bachelor in de gezinswetenschappen\n- maatschappelijk assistent\n"
NOT_COUNTED = (
    "# Voorwaarden\n\nJe hebt een diploma secundair onderwijs. Zonder diploma kan je toch deelnemen met minstens vier jaar ervaring in een keuken."
    " Ervaring als kelner telt niet mee."
)
NATIONALITY = "# Voorwaarden\n\nJe hebt geen diploma nodig.\n\n- Je bent onderdaan van een lidstaat van de Europese Economische Ruimte.\n"


CERTIFICATE = (
    "# Profiel\n\n- Je hebt een bachelor, in gelijk welke richting.\n"
    "- Je bezit het getuigschrift milieucoördinator niveau 2, of je behaalt dat binnen de twee jaar na je aanwerving.\n"
    "- Heb je geen bachelor? Dan kan je meedoen met een diploma secundair onderwijs en vijf jaar ervaring als milieucoördinator.\n"
)
RECOGNISED = "# Diploma\n\nJe hebt een bachelor in de verpleegkunde. Met een buitenlands diploma heb je een erkenning van NARIC nodig.\n"
ASKED_WAY = "# Wie zoeken we?\n\nJe hebt een bachelor. Heb je geen bachelor? Dan heb je vijf jaar ervaring als teamleider.\n"
OFFER = "# Wie ben je?\n\nJe hebt een diploma secundair onderwijs.\n\n# Wat mag je verwachten?\n\nVanaf 45 jaar krijg je extra rustdagen.\n"


def outcome(text: str, message: str) -> str:
    """The outcome of a message against a bundle's text."""
    source = Source.of(read_bytes(text.encode(), "own.md"))
    vacancy = Vacancy("own", "own", True, diploma=extract_diploma(source), requirements=extract_requirements(source))
    return judge(vacancy, parse_candidate(message, TODAY)).outcome


@pytest.mark.parametrize(
    ("text", "message", "expected"),
    [
        (WAYS, "Ik ben bachelor in de audiologie", OK),
        (WAYS, "bachelor toerisme en 3 jaar gewerkt in een revalidatiecentrum", OK),
        (WAYS, "bachelor toerisme en 1 jaar gewerkt in een revalidatiecentrum", NO),
        (WAYS, "bachelor toerisme", UNSURE),
        (WAYS, "Ik heb geen diploma maar werkte 7 jaar in een revalidatiecentrum", IF),
        (COLUMNS, "bachelor in de archeologie, nog geen ervaring", OK),
        (COLUMNS, "bachelor geschiedenis en 4 jaar ervaring in een museum", OK),
        (COLUMNS, "bachelor geschiedenis en ik heb het getuigschrift erfgoedgids", OK),
        (BAN, "Ik heb een eigen praktijk als landmeter en wil die houden", NO),
        (BAN, "Ik heb een praktijk als landmeter maar stop daarmee", IF),
        (BAN, "Ik ben 30 en heb rijbewijs B", OK),
        (DUTY, "in het weekend kan ik nooit werken", NO),
        (DUTY, "ik wil graag in het weekend werken", OK),
        (LATER, "ik heb het attest hoofdanimator", OK),
        (LATER, "ik volg nu de cursus voor het attest hoofdanimator, examen in maart 2027", IF),
        (ENGINEER, "master industriële wetenschappen: chemie", OK),
        (ENGINEER, "master industriële wetenschappen: elektromechanica", OUT),
        (ENGINEER, "master in de industriële wetenschappen", UNSURE),
        (TITLE, "bachelor in de verpleegkunde", OUT),
        (TITLE, "bachelor sociaal werk", UNSURE),
        (NOT_COUNTED, "geen diploma, 5 jaar ervaring als kelner", NO),
        (NATIONALITY, "Ik heb de Turkse nationaliteit", NO),
        (NATIONALITY, "Ik heb de Poolse nationaliteit", OK),
        (CERTIFICATE, "Ik heb een bachelor sociaal werk", OK),
        (CERTIFICATE, "Ik heb een diploma secundair onderwijs en zes jaar ervaring als milieucoördinator", OK),
        (CERTIFICATE, "Ik heb alleen een diploma secundair onderwijs", NO),
        (RECOGNISED, "J'ai un bachelier en soins infirmiers du Maroc, sans attestation NARIC", UNSURE),
        (RECOGNISED, "Ik heb een bachelor verpleegkunde", OK),
        (ASKED_WAY, "geen bachelor, wel zes jaar ervaring als teamleider", OK),
        (ASKED_WAY, "geen bachelor en één jaar ervaring als teamleider", NO),
        (OFFER, "Ik ben 23 en heb een diploma secundair onderwijs", OK),
    ],
)
def test_family(text: str, message: str, expected: str) -> None:
    assert outcome(text, message) == expected
