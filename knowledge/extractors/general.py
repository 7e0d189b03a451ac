"""Documents for all jobs of an employer (general conditions, questions and answers, regulations), told from vacancies by their title."""

from __future__ import annotations

import re

from knowledge.document import Block
from knowledge.extractors.job_nouns import JOB_NOUN
from knowledge.extractors.job_titles import GENDER_MARK
from knowledge.model import Fact
from knowledge.source import Source

_GENERAL = re.compile(
    r"veel ?gestelde vragen|\bfaq\b|\bq ?& ?a\b|vra(?:ag|gen) en antwoord|vragen,? (?:en |onze )?antwoord"
    r"|algemene\s+(?:\w+\s+)?(?:(?:\w+s)?voorwaarden|bepalingen|info\w*|regels|afspraken|regeling|brochure|richtlijnen)"
    r"|rechtspositie|arbeids(?:reglement|voorwaarden)|personeels(?:reglement|statuut|gids|brochure)|onthaal(?:brochure|gids)|deontologische"
    r"|(?:aanwervings|wervings|selectie|examen)(?:reglement|voorwaarden|beleid|gids|brochure|procedures?|regels)"
    r"|reglement\b.{0,40}\b(?:aanwerving|werving|selectie|personeel)|(?:aanwerving|werving|selectie)s? en (?:aanwerving|werving|selectie|loopbaan)"
    r"|(?:werken|solliciteren|aan de slag) (?:bij|voor|in)\b|sollicitatie(?:tips|gids|wijzer|procedures?)|(?:onze|alle|extralegale) voordelen"
    r"|(?:zo|hoe) (?:verloopt|solliciteer)|\bwegwijs\b"
    r"|huishoudelijk reglement|privacy|retributie|tarie(?:f|ven)|belastingreglement|subsidiereglement|toegangsreglement|schoolreglement",
    re.IGNORECASE,
)
_ANY_JOB = re.compile(r"(?:medewerkers|werknemers|ambtenaren|bedienden|arbeiders|personeel\w*|\w*leden)", re.IGNORECASE)
_TITLE_BLOCKS = 3


def titled_as_general(source: Source) -> bool:
    """Whether the title announces a document for all jobs ('Algemene voorwaarden', 'Veelgestelde vragen') and names no job."""
    titles = _titles(source)
    return any(_GENERAL.search(title) for title in titles) and not any(_names_a_job(title) for title in titles)


def opens_with(source: Source, offset: int) -> bool:
    """Whether an offset lies in the lines that may hold the document's title."""
    opening = source.main[:_TITLE_BLOCKS]
    return bool(opening) and offset < opening[-1].end


def _titles(source: Source) -> list[str]:
    opening = [block.text for block in source.main[:_TITLE_BLOCKS] if len(block.text) < 120]
    return [str(source.document.metadata.get("title") or ""), *opening]


def _names_a_job(title: str) -> bool:
    return GENDER_MARK.search(title) is not None or any(not _ANY_JOB.fullmatch(noun.group()) for noun in JOB_NOUN.finditer(title))


def general_title(source: Source) -> Fact[str] | None:
    """The document's own title without the employer's name: the opening line that announces what it is, else its first heading."""
    opening = [block for block in source.main[:6] if len(block.text) < 120]
    announced = next((block for block in opening if _GENERAL.search(block.text)), None)
    block = announced or next((block for block in opening if block.kind == "heading"), None)
    if block is None:
        return None
    start, end = _title_part(block)
    citation = source.cite(start, end)
    return Fact(citation.quote, (citation,), confidence=0.9)


def _title_part(block: Block) -> tuple[int, int]:
    """The part of a line between dashes or bars that announces the document; the whole line where none does."""
    begin = 0
    for separator in [*re.finditer(r"\s+[–—|-]\s+", block.text), None]:
        end = separator.start() if separator else len(block.text)
        if _GENERAL.search(block.text[begin:end]):
            return block.start + begin, block.start + end
        begin = separator.end() if separator else end
    return block.start, block.end
