"""Small bundles in the wordings of Flemish employers, read by the same readers and extractors as real ones."""

from functools import cache

from knowledge.extractors.diploma import extract_diploma
from knowledge.extractors.requirements import extract_requirements
from knowledge.model import Vacancy
from knowledge.readers import read_bytes
from knowledge.source import Source

TEXTS = {
    "master": ("Wie zoeken we?\n\nJe hebt een masterdiploma of daarmee gelijkgesteld onderwijs. Ook als laatstejaarsstudent kom je in aanmerking."),
    "bachelor": "Voorwaarden\n\nJe hebt minstens een bachelordiploma of een daarmee gelijkgesteld diploma.",
    "professional": "Voorwaarden\n\nJe bent houder van een diploma professionele bachelor.",
    "until": (
        "Voorwaarden\n\nJe hebt een bachelordiploma. Laatstejaarsstudenten mogen deelnemen, als ze hun diploma behalen uiterlijk op 15 juli 2027."
    ),
    "no_students": ("Voorwaarden\n\nJe hebt een bachelordiploma. Studenten in hun laatste jaar kunnen niet deelnemen."),
    "law": (
        "Welk diploma heb je nodig?\n\nJe hebt een van de volgende diploma's:\n\n- master in de rechten\n- master in de"
        " criminologische wetenschappen\n\n"
        "Andere masterdiploma's geven geen toegang."
    ),
    "social": (
        "Voorwaarden\n\nJe beschikt over een van de volgende diploma's:\n\n- master in het sociaal werk\n"
        "- master in de pedagogische wetenschappen, afstudeerrichting orthopedagogiek\n"
        "- bachelor in het sociaal-agogisch werk met de titel van maatschappelijk assistent\n- bachelor in de orthopedagogie\n"
        "- bachelor in de gezinswetenschappen\n\nOok deze oude diploma's komen in aanmerking:\n\n"
        "- bachelor in de verpleegkunde, afstudeerrichting sociale verpleegkunde\n- maatschappelijk assistent (hoger"
        " onderwijs van het korte type)\n\n"
        "Solliciteren zonder een van deze diploma's kan niet."
    ),
    "ortho": (
        "Welk diploma heb je nodig?\n\nJe hebt een van deze diploma's:\n\n- bachelor in de orthopedagogie\n- bachelor in de toegepaste psychologie"
    ),
    "secondary": "Voorwaarden\n\nJe hebt een diploma secundair onderwijs. De studierichting is vrij.",
    "vks4": ("Voorwaarden\n\nJe hebt een diploma secundair onderwijs (VKS 4) dat toegang geeft tot het hoger onderwijs."),
    "test": (
        "Wie kan meedoen?\n\nJe hebt een diploma secundair onderwijs. Heb je dat niet? Dan kan je toch deelnemen als je"
        " minstens twee jaar ervaring hebt"
        " in een administratieve functie en slaagt voor een capaciteitstest."
    ),
    "or_experience": ("Profiel\n\nJe hebt een bachelordiploma of minstens vijf jaar relevante ervaring in een boekhoudkundige functie."),
    "experience": ("Profiel\n\nJe hebt een bachelordiploma. Je hebt minstens twee jaar ervaring als teamleider."),
    "asset": "Profiel\n\nJe hebt een bachelordiploma. Ervaring in een openbaar bestuur is een troef.",
    "foreign": ("Diploma\n\nJe hebt een bachelordiploma. Met een buitenlands diploma voeg je een gelijkwaardigheidsattest van NARIC-Vlaanderen toe."),
    "none": (
        "Wat vragen we?\n\nJe hebt geen diploma nodig en ook ervaring is niet verplicht.\n\nJe hebt een rijbewijs B.\n\nJe bent minstens 18 jaar."
    ),
    "later": ("Wat vragen we?\n\nJe hebt geen diploma nodig. Je hebt een rijbewijs B. Rijbewijs BE mag je nog halen binnen het jaar na je start."),
    "nurse": (
        "Welk diploma heb je nodig?\n\nJe hebt een van deze diploma's:\n\n- bachelor in de verpleegkunde\n-"
        " gegradueerde in de verpleegkunde (HBO5)\n\n"
        "Je beschikt over een visum als verpleegkundige."
    ),
    "unreadable": "Voorwaarden\n\nJe voldoet aan de diplomavereisten van artikel 12 van het statuut.",
    "silent": "De job\n\nJe onderhoudt het park.",
    "promotion": (
        "Voorwaarden\n\nJe hebt een bachelordiploma. Personeelsleden van de gemeente kunnen via bevordering deelnemen met minstens vier jaar"
        " niveauanciënniteit in niveau C."
    ),
    "evaluation": (
        "Voorwaarden\n\nJe hebt een bachelordiploma. Personeelsleden van de gemeente kunnen via bevordering deelnemen met minstens vier jaar"
        " niveauanciënniteit in niveau C en een gunstige evaluatie."
    ),
    "years": (
        "Diploma\n\nJe hebt een van deze diploma's:\n\n- een master in de bouwkunde of een master in de architectuur\n"
        "- een bachelor in de bouw of een graduaat bouw, met minstens vier jaar ervaring als werfleider\n\nAndere diploma's aanvaarden we niet.\n"
    ),
}


@cache
def vacancy(name: str) -> Vacancy:
    """The vacancy of a small bundle."""
    source = Source.of(read_bytes(TEXTS[name].encode(), f"{name}.txt"))
    return Vacancy(name, name, True, diploma=extract_diploma(source), requirements=extract_requirements(source))
