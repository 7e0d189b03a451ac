"""What a text is found by: the stems of its words and the concepts that they name."""

from __future__ import annotations

import re
from functools import lru_cache

from index.language.compounds import first_stems, split
from index.language.concepts import concepts, longest_phrase
from index.language.particles import joined
from index.language.stopwords import ALL
from index.language.text import fold, stem, words

PHONE = re.compile(r"(?<![\d,.€])(?:\+\s?\d{2}|0)[\d\s./()-]{7,14}\d(?!\d)")
_PHONE_LABEL = re.compile(r"\b(?:gsm|mobiel|telefoon(?:nummer)?|tel|phone|nummer)\b[\s.:-]{0,4}(?=(?:nummer|nr)\b|\+|\(?0\d)|\bgsm-?(?:nummer|nr)\b")
_EMAIL = re.compile(r"[\w.-]+@[\w-]+\.\w|\[at\]")
_DATE = (
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\b|(?:ma|di|wo|do|vr|za|zo) \d"
    r"|\d{1,2}(?:[/.-]\d|e? (?:jan|feb|m(?:aa)?rt|apr|mei|jun|jul|aug|sep|okt|nov|dec)))"
)
UNTIL = re.compile(
    r"\b(?:tot(?: en met| uiterlijk| en met uiterlijk| ten laatste)?|t\.?e\.?m\.?|uiterlijk|ten laatste|laatstens|vóór|voor|tegen|deadline"
    rf"|einddatum|sluit|sloot|afgesloten|dicht)[: ](?:op |de |is |het formulier |af op |tegen )*{_DATE}"
    rf"|{_DATE}[^.;|]{{0,40}}\b(?:ging|gaat|sluit|sloot|sluiten|sloten|afgesloten)\b|\bvóór\b",
    re.IGNORECASE,
)
"""A date until which something can be done, or could be done."""
_HOURS = re.compile(
    r"\d{1,2}(?:[.,]\d+)? ?/ ?38\b|\b\d-urenweek|\b\d{1,2}(?:[.,]\d+)? ?(?:u\b|uur|uren)(?: en \d+ minuten)? (?:per|in de|op een) week"
)


_PERIOD = re.compile(rf"\bvan (?:en met )?{_DATE}[^.;|]{{0,30}}\b(?:tot|t\.?e\.?m\.?)\b", re.IGNORECASE)
_HOLDS = r"(?:is er|vindt|organiseren|opendeur|infosessie)"
_AGE = re.compile(
    r"\b(?:1[4-9]|2[0-5]|achttien|eenentwintig|zestien) jaar\b(?! ervaring)(?:[^.;]{0,12}\b(?:oud|bent|zijn|wordt|op)\b)"
    r"|\bje bent (?:minstens|ten minste) \d\d jaar"
)


# Work on a Saturday, not something that is held on one Saturday ("zaterdag 28 november").
_WEEKEND_DAY = re.compile(rf"\b(?:zater|zon)dag(?:en|s)?\b(?!,? (?:\d|{_HOLDS}))(?!.{{0,6}}\d{{1,2}}[./ ]\w)")


def marked(text: str) -> str:
    """The folded text with the word "telefoonnummer" for the label of a number ("gsm 0471 ..."), and words for addresses and closing dates.

    Separable verbs whose parts stand apart are added as one word, and the working hours that "30,4/38" tells.
    """
    until = " deadline" if UNTIL.search(text) else ""
    text = fold(text)
    if _HOURS.search(text):
        until += " werkuren"
    if _PERIOD.search(text):
        until += " periode start einde"
    if _AGE.search(text):
        until += " leeftijd"
    if _WEEKEND_DAY.search(text):
        until += " weekend"
    until += "".join(f" {verb}" for verb in joined(text))
    if PHONE.search(text):
        text = _PHONE_LABEL.sub("telefoonnummer ", text) + " telefoonnummer"
    if _EMAIL.search(text):
        text += " mailadres"
    return text + until


def stems_of(found: list[str]) -> set[str]:
    """The stems of folded words, without short words that say nothing."""
    return {stem(word) for word in found if word not in ALL or len(word) > 4}


def concept_ids(found: list[str]) -> set[str]:
    """The ids of the concepts that folded words of a text name, alone, as a phrase, or as parts of a compound."""
    table, ids = concepts(), set[str]()
    for at, word in enumerate(found):
        ids |= table.said.get(stem(word), frozenset())
        if size := longest_phrase(table.phrases, found, at):
            ids |= table.phrases[tuple(found[at : at + size])]
        elif stem(word) not in table.said:
            ids |= _in_compound(word)
    return ids


@lru_cache(maxsize=200_000)
def _in_compound(word: str) -> frozenset[str]:
    """The concepts that the first and the last part of a compound name."""
    said, ids = concepts().said, set[str]()
    if parts := split(word):
        for part in (*first_stems(parts[0]), stem(parts[1])):
            ids |= said.get(part, frozenset())
    for cut in range(len(word) - 3, 4, -1):
        if word[:cut] in said:
            ids |= said[word[:cut]]
            break
    for cut in range(3, len(word) - 5):
        if word[cut:] in said:
            ids |= said[word[cut:]]
            break
    return frozenset(ids)


def keys_of(text: str) -> set[str]:
    """The stems and concept ids of a text."""
    found = [word.text for word in words(marked(text))]
    return stems_of(found) | concept_ids(found)
