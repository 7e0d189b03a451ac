"""A diploma as read in a text, the joining of mentions that name one diploma, and the level that a bundle's name means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from knowledge.eligibility.levels import Variant
from knowledge.eligibility.words import fold
from knowledge.model import Level

How = Literal["dictionary", "similarity"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One diploma as named in a text: `text[start:end]` are its words.

    `fields` are keys of fields.FIELDS, or folded words where the field is not in the table (then `known` is False). `domain` is set for
    "een technische richting". `specialisations` are fields named as afstudeerrichting or the like.
    """

    start: int
    end: int
    level: Level | None
    variant: Variant | None = None
    fields: tuple[str, ...] = ()
    specialisations: tuple[str, ...] = ()
    title: str | None = None
    domain: str | None = None
    known: bool = True
    how: How = "dictionary"

    @property
    def named_fields(self) -> tuple[str, ...]:
        """Fields and specialisations together."""
        return (*self.fields, *self.specialisations)


_JOIN = re.compile(r"^[\s,(]*(?:(?:met|titel|van|de|een|en|het|diploma|in|graad|=|als)[\s,(]*)*$")


def joined(folded: str, readings: list[Reading]) -> list[Reading]:
    """Joins mentions of one diploma: 'bachelor sociaal werk, titel maatschappelijk assistent', 'gegradueerde verpleegkunde (A1)'."""
    result: list[Reading] = []
    for reading in readings:
        before = result[-1] if result else None
        if before is not None and _same_diploma(folded, before, reading):
            result[-1] = _merged(before, reading)
        else:
            result.append(reading)
    return result


def _same_diploma(folded: str, before: Reading, after: Reading) -> bool:
    gap = folded[before.end : after.start]
    if not _JOIN.match(gap):
        return False
    bracketed = "(" in gap or "," in gap
    pair = {before.variant, after.variant}
    if "graduaat_of_gegradueerde" in pair and pair & {"gelijkgeschakeld", "hbo5"}:
        return True
    if before.title or after.title:
        return before.level == after.level or "graduaat_of_gegradueerde" in pair or "hbo5" in pair
    if after.variant in ("zevende_bso", "bso", "zesde_bso") and before.level in ("secundair", None):
        return True
    return bracketed and before.level == after.level and not (before.fields and after.fields)


def _merged(before: Reading, after: Reading) -> Reading:
    level, variant = after.level or before.level, after.variant or before.variant
    for part in (before, after):
        if part.variant in ("hbo5", "zevende_bso", "zesde_bso"):
            level, variant = part.level, part.variant
    if before.variant == "graduaat_of_gegradueerde" and variant == "gelijkgeschakeld" and after.title and not _old_short_type(after):
        level, variant = None, "graduaat_of_gegradueerde"
    fields = tuple(dict.fromkeys((*before.fields, *after.fields)))
    special = tuple(dict.fromkeys((*before.specialisations, *after.specialisations)))
    return Reading(before.start, after.end, level, variant, fields, special, before.title or after.title, before.domain or after.domain,
                   before.known and after.known)  # fmt: skip


def _old_short_type(reading: Reading) -> bool:
    return reading.title is None and reading.level == "bachelor"


def level_of(reading: Reading, text: str) -> Level | None:
    """The level a bundle means. An old 'gegradueerde' is the short type of higher education, a 'graduaat' of today is HBO5."""
    if reading.variant == "graduaat_of_gegradueerde":
        return "bachelor" if old_graduate(text[max(0, reading.start - 12) : reading.end + 40]) else "graduaat"
    if reading.variant == "hogeschool":
        return "bachelor"
    if reading.variant == "universitair":
        return "master"
    if reading.variant == "lager_secundair":
        return "lager"
    return reading.level


_OLD_GRADUATE = re.compile(
    r"gegradueerd|\b(?:oude?|vroegere?) graduaat|graduaat(?:s?diploma)? [^,;.]{0,40}(?:hogeschool|korte type|een cyclus"
    r"|voor 200)"
)


def old_graduate(text: str) -> bool:
    """Whether words name the graduaat of before the bachelors, by its title, as the former one or by its school."""
    return bool(_OLD_GRADUATE.search(fold(text)))
