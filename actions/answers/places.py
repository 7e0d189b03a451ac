"""How many people are sought."""

from __future__ import annotations

import re

from actions.answers.base import Answer, Ask, quoted, source_of
from actions.vacancy_choice import fold

_PEOPLE = r"(?:mensen|personen|kandidaten|collega.?s|medewerkers|man|volk|people|candidates)"
_SEATS = r"(?:plaatsen|plekken|plaatsjes|vacatures|betrekkingen|posten|posities|jobs|functies|openstaande|positions|openings|postes|vacancies)"
ASKED = re.compile(
    rf"(?:hoeveel|aantal|how many|combien de) (?:\w+ ){{0,2}}{_PEOPLE}\b.{{0,40}}\b(?:zoek\w*|zocht|nemen|neem|aan ?nemen|aangenomen|(?:aan)?werv\w*"
    rf"|(?:aan)?geworven|nodig|hire|hiring|looking|engage\w*|recrute\w*)\b"
    rf"|(?:hoeveel|aantal|how many|combien de) (?:\w+ ){{0,2}}{_SEATS}\b(?!.{{0,40}}(?:info|sessie|rondleid|bezoek|reserve|parke|parking))"
    r"|\b(?:maar|slechts) (?:een|1) (?:plaats|persoon|kandidaat|vacature)\b|(?:zoeken|nemen) jullie (?:maar )?(?:een|1|meerdere|meer dan)"
)
_COUNT = r"(?:\d{1,3}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|vijftien|twintig|enkele|verschillende|meerdere)"
_TOLD = re.compile(
    rf"\b{_COUNT} (?:\(\w+\) )?(?:[a-z-]+ ){{0,3}}(?:betrekking|plaats|vacature|functie|post|voltijds equivalent|voltijdequivalent|vte\b"
    rf"|jobs?\b(?!@))\w*"
    rf"|\b(?:zoeken|werven|zoekt|werft) (?:\w+ ){{0,2}}(?:\d{{1,3}}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|enkele|meerdere|verschillende) "
    r"|(?<!voor )(?<!bij )\b(?:een|1) (?:[\w-]+ ){0,2}(?:betrekking|plaats|vacature)\b|aantal (?:betrekkingen|plaatsen|vacatures|posten)"
    r"|\d(?:[.,]\d+)? vte\b",
    re.IGNORECASE,
)


def answer(ask: Ask) -> Answer | None:
    """The number of places, as a fact or in the bundle's own line; None where the question isn't about it or the bundle doesn't count."""
    if not ask.asks(ASKED):
        return None
    fact = ask.vacancy.places
    if fact is not None:
        return Answer(ask.texts("places", count=fact.value), fact.citations, sure=True)
    source = source_of(ask)
    found = next((sentence for sentence in source.sentences if _TOLD.search(fold(sentence.text))), None)
    if found is None:
        return None
    cited = (source.cite_sentence(found),)
    return Answer(quoted(cited, 240), cited, sure=True)
