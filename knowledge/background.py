"""Documents that are no vacancy but hold for every vacancy of an employer: general conditions, questions and answers, regulations.

`knowledge.extractors.general` tells them from vacancies by their title; whose one is, the employer it names tells. A vacancy's own bundle always
goes before it, and it never speaks for another employer.
"""

from __future__ import annotations

import re
import unicodedata

from knowledge.document import Document
from knowledge.model import Vacancy
from knowledge.source import Source

# What a document for candidates or staff speaks of; one for inhabitants has little of it.
_STAFF = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bsollicit|\bkandida(?:at|ten|tuur|turen)\b",
        r"\bselecti|\bproef\b|\bproeven\b|\bexamen|\bjury\b",
        r"\bdiploma|(?:aanwervings|toelatings)voorwaarden",
        r"\bloon\b|\bwedde|verloning|maaltijdcheque|hospitalisatie|pensioenpijler|\bverlof|vakantie",
        r"personeelsl[ie]d|medewerkers\b|aanstelling|in dienst|contractue|statutai|\btelewerk|thuiswerk",
        r"wervingsreserve|aanwerving|\bvacature",
    )
)
_LEAST_SIGNS = 3

_MUNICIPAL = re.compile(
    r"^(?:(?:stad(?:sbestuur)?|gemeente(?:bestuur)?|ocmw|lokaal bestuur|lokale besturen|openbaar centrum voor maatschappelijk welzijn)"
    r"(?:\s*(?:en|&|/|,)\s*|\s+))+",
    re.IGNORECASE,
)
_SAME_KIND = {"pz": "politiezone", "lokale politie": "politiezone", "brandweerzone": "hulpverleningszone", "brandweer": "hulpverleningszone"}


def speaks_of_staff(document: Document) -> bool:
    """Whether a document that is no vacancy tells candidates or staff of their selection, conditions or benefits."""
    text = "\n".join(block.text for block in Source.of(document).main)
    return sum(bool(sign.search(text)) for sign in _STAFF) >= _LEAST_SIGNS


def holds_for(general: Vacancy, document: Document, vacancy: Vacancy) -> bool:
    """Whether a document that is no vacancy is a general one of the vacancy's own employer.

    A city and its OCMW are two employers with one name: a document of the one holds for the other only where it names it.
    """
    if general.is_vacancy or general.employer is None or vacancy.employer is None or not speaks_of_staff(document):
        return False
    ours, theirs = _who(vacancy.employer.value), _who(general.employer.value)
    if ours[1] != theirs[1]:
        return False
    if not ours[0] or not theirs[0] or ours[0] & theirs[0]:
        return True
    return "gemeente" in ours[0] | theirs[0] and all(_named_in(body, document.text) for body in ours[0])


def _named_in(body: str, text: str) -> bool:
    signs = r"\b(?:ocmw|lokaal bestuur)\b" if body == "ocmw" else r"\b(?:stad|gemeente|lokaal bestuur)\b"
    return re.search(signs, text, re.IGNORECASE) is not None


def _who(employer: str) -> tuple[frozenset[str], str]:
    """The bodies that an employer's name stands for, and the name: 'Stad en OCMW Aalst' → ({gemeente, ocmw}, 'aalst'); no bodies: any."""
    kind = _MUNICIPAL.match(employer)
    if kind:
        words = kind.group().casefold()
        bodies = {body for body, sign in (("gemeente", r"stad|gemeente|loka"), ("ocmw", r"ocmw|openbaar|loka")) if re.search(sign, words)}
        return frozenset(bodies), _folded(employer[kind.end() :])
    for kind_of, same in _SAME_KIND.items():
        employer = re.sub(rf"^{kind_of}\b", same, employer, flags=re.IGNORECASE)
    # 'Politiezone X', 'Zorgbedrijf X': the kind is part of the name. A bare name may be any body of that name.
    kinds = frozenset({"other"}) if " " in employer else frozenset[str]()
    return kinds, _folded(employer)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if char.isalnum() and char.isascii())
