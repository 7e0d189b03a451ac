"""What the vacancies' own sentences tell of something that no fact holds ("waar mag ik thuiswerken?")."""

from __future__ import annotations

import re
from collections.abc import Mapping

from actions.across.aspects import LICENCE
from actions.across.told import Told
from actions.answers.base import quoted
from actions.services import Services
from actions.vacancy_choice import fold
from index.query import missing_terms
from knowledge.dates import find_moments
from knowledge.model import Citation, Vacancy

_QUOTE = 160
_DENIES = re.compile(r"\b(?:geen|niet|nooit|evenmin|uitgesloten)\b")
_STOP = frozenset(
    "welke vacature vacatures job jobs functie functies waar kan mag moet krijg heb bestuur besturen gemeente gemeenten stad steden werkgever open "
    "openstaande nog vandaag momenteel zoek zoekt iemand iets hoeveel meest minst eerst laatst beste beter vacancies vacancy positions which where "
    "offres offre poste postes emploi emplois quelle quelles ou andere allemaal jullie bieden biedt geeft geven staan werk werken plaats plaatsen "
    "baan terecht hoogst hoogste laagst laagste meeste minste langst langste kortst slechtst grootst verschil vergelijk highest lowest most best "
    "allow".split()
)


def sought(question: str) -> list[str]:
    """The words of a question that name something to look for, without those about vacancies as such."""
    return [term for term in missing_terms(question, "") if fold(term) not in _STOP]


def by_sentences(text: str, pool: Mapping[str, Vacancy], services: Services) -> list[tuple[Vacancy, Told]]:
    """The vacancies with a sentence that mentions what a question looks for; it doesn't hold where the sentence denies it."""
    category = LICENCE.search(fold(text))
    letter = re.compile(rf"\b{category[1]}\b", re.IGNORECASE) if category else None

    def fits(sentence: str) -> bool:
        # "Zaterdag 9 januari" is no weekend work, "rijbewijs B" no answer about rijbewijs C.
        return not find_moments(sentence, reference=services.now.date()) and (letter is None or letter.search(sentence) is not None)

    found = services.searcher.mentioning(text, ignored=_STOP, fits=fits)
    rows = []
    for id, vacancy in pool.items():
        quote = found.get(id)
        if quote is not None:
            citation = Citation(quote.start, quote.end, quote.text, quote.section, quote.page)
            denied = _DENIES.search(fold(quote.text)) is not None and _DENIES.search(fold(text)) is None
            rows.append((vacancy, Told(not denied, quoted([citation], _QUOTE), (citation,))))
    return rows
