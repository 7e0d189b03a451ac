"""Whether a document is a vacancy: what most vacancies tell, and documents for all jobs told from those for one."""

from __future__ import annotations

import re

from knowledge.extractors.application import extract_application
from knowledge.extractors.general import opens_with, titled_as_general
from knowledge.model import Fact
from knowledge.source import Source

SIGNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bsollicit(?:eer|eren|atie)|\bkandida(?:tuur|turen|tuurstelling)|\bkandidaat\b|\binschrijven\b|\bcv\b|curriculum|\bstel je kandidaat"
        r"|\bmotivatiebrief|\breageer\b",
        r"\bdiploma|\bbachelor|\bvoorwaarden\b|\bprofiel\b|\brijbewijs|\bervaring\b|\bgetuigschrift|\bvisum\b",
        r"\bbruto|\b(?:maand|uur|basis|start)?lonen?\b|\bverdien|\bIFIC\b|\bwedde|\bloon\b|\bsalaris|\bbarema|\bmaaltijdcheques|\bhospitalisatie|\b[A-E]\d[a-z]?\s?[-–]\s?[A-E]\d",
        r"\bselectie|\bproef\b|\bproeven\b|\bexamen\b|\bjury\b|\b(?:sollicitatie|kennismakings|eerste |verkennend )gesprek"
        r"|\bassessment\b|\bgesprekken (?:zijn|vinden|gaan)|\bop gesprek\b",
        r"\bvoltijds|\bdeeltijds|\bhalftijds|\bcontract\b|\bcontractueel|\bstatutair"
        r"|onbepaalde duur|\bbepaalde duur"
        r"|\baanstelling\b|\b(?:100|80|75|60|50)\s?%|\b\d\d(?:,\d+)?\s?(?:/\s?38|uur per week|u/week)|\b[1-4]/5\b",
        r"\buiterlijk\b|\bten laatste\b|\btot en met\b|\buiterste (?:inschrijvings)?datum|\bsolliciteren (?:kan )?tot"
        r"|\bv[oó][oó]r (?:\w+dag )?\d{1,2} (?:jan|feb|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)",
        r"\bwij zoeken|\bwe zoeken|\bzoekt\b|\bop zoek naar|\bvacature|\baanwerving|\bgezocht\b|\bwerft aan|\bwe hebben \w+ plaats"
        r"|\bplaats(?:en)? vrij|\bword(?:t)? (?:jij|u) onze"
        r"|\bnieuwe collega|\bvacant\b|\bte begeven\b|\binfobundel|\binformatiebundel",
    )
)

# A regulation of one call names the job that is vacant and a last day; a regulation for all calls has neither.
_VACANT = re.compile(
    r"vacant\s+verkla|openverkla|opengesteld|te\s+begeven|wordt\s+overgegaan\s+tot|(?:betrekking|functie|ambt|plaats|vacature)(?:en)?\s+van\s+\w+"
    r"|aanwerving\s+van\s+(?:een|één|twee|drie|\d)|wervingsreserve\s+(?:aan\w*\s+)?voor\b",
    re.IGNORECASE,
)


def is_vacancy(source: Source, title: Fact[str] | None, *, several: bool) -> bool:
    """A function's title, and most of what a vacancy tells: applying, conditions, pay, selection, contract, a last day, being sought."""
    if title is None and not several:
        return False
    opening = title is not None and title.confidence >= 0.85 and opens_with(source, title.citations[0].start)
    if not several and titled_as_general(source) and not opening and not _calls_for(source, title):
        return False
    return count_signs(source) >= 4


def count_signs(source: Source) -> int:
    """How many of the kinds of things that vacancies tell a text tells."""
    text = "\n".join(block.text for block in source.main)
    return sum(bool(sign.search(text)) for sign in SIGNS)


def _calls_for(source: Source, title: Fact[str] | None) -> bool:
    if title is None or extract_application(source).deadline is None:
        return False
    return any(_VACANT.search(block.text) for block in source.main if block.start <= title.citations[0].start <= block.end)
