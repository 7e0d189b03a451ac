"""Which vacancy a turn is about: the page's, the one that the words name, the one in focus, or one to be asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from actions.turn import Turn
from actions.vacancy_choice import GENERIC, fold, mentioned, words
from knowledge.catalog import Snapshot, employer_of, title_of
from knowledge.model import Vacancy

_SHORT_MESSAGE = 6
_ADDRESSED = re.compile(
    r"\b(?:voor|vr|naar|over|bij|van|vacature|job|functie|pour|chez|for|about|at)\s+((?:(?:de|die|het|een|job|functie|vacature|van|als|the|la|le"
    r"|un|une|a)\s+)*"
    r"[a-z]{3,}(?:\s+[a-z]{3,}){0,2})"
)
_ALL = re.compile(r"\b(alle|elke|iedere) (vacature|job)s?\b|\bvacatures\b|\bjobs\b")


@dataclass(frozen=True, slots=True)
class Scope:
    """`vacancy` when it is clear; else `candidates` to choose from (() = nothing named at all). `named`: the words of this turn named it."""

    vacancy: Vacancy | None
    candidates: tuple[str, ...] = ()
    named: bool = False


def resolve(turn: Turn, snapshot: Snapshot, text: str | None = None) -> Scope:
    """The scope of a turn (or of one segment's `text`)."""
    text = turn.text if text is None else text
    page = snapshot.of_document(turn.page_vacancy) if turn.page_vacancy else ()
    if len(page) == 1:
        other = _switched(text, page[0], snapshot)
        return Scope(other or page[0], named=other is not None)
    pool: Mapping[str, Vacancy] = {entry.id: entry for entry in page} if page else snapshot.vacancies
    hits = mentioned(text, pool)
    if len(hits) == 1:
        return Scope(pool[hits[0]], named=True)
    focus = snapshot.entries.get(turn.state.vacancy or "")
    if focus is not None and (not hits or focus.id in hits) and (not page or focus.id in pool):
        return Scope(focus)
    if not hits and len(pool) == 1:
        return Scope(next(iter(pool.values())))
    return Scope(None, candidates=hits or (tuple(pool) if page else ()))


def _switched(text: str, page: Vacancy, snapshot: Snapshot) -> Vacancy | None:
    """Another vacancy that the words plainly name although the page shows `page`; its own text naming them too doesn't count."""
    hits = [id for id in mentioned(text, snapshot.vacancies) if id != page.id]
    if len(hits) != 1 or page.id in mentioned(text, {page.id: page}):
        return None
    other = snapshot.vacancies[hits[0]]
    title, employer = set(words(title_of(other))), set(words(employer_of(other))) - GENERIC
    # "ik heb een bachelor sociaal werk" names a diploma, not the vacancy that is called so.
    addressed = set(words(text)) if len(words(text)) <= _SHORT_MESSAGE else {word for part in _ADDRESSED.findall(fold(text)) for word in words(part)}
    named = (addressed & title) | (set(words(text)) & employer)
    known = set(words(snapshot.document(page).text))
    return other if any(len(word) > 4 and word not in known for word in named) else None


def only_names(text: str, vacancy: Vacancy) -> bool:
    """Whether a message does little more than name the vacancy ("die van zorgcoördinator", "en bij Kortrijk?")."""
    filler = set(
        "en et and of ik bedoel die dat deze de het een van voor bij in op als over job functie vacature vraag graag nee neen nee ja liever "
        "eerder terug naar"
        " what about the for one pour chez wat met is stad gemeente ocmw ginder daar dan aub alstublieft andere".split()
    )
    names = words(title_of(vacancy)) + words(employer_of(vacancy))
    rest = [
        word
        for word in words(text)
        if word not in filler and not any(word == name or (len(word) > 3 and name.startswith(word[:5])) for name in names)
    ]
    return len(rest) == 0


def is_general(text: str) -> bool:
    """Whether the words ask about vacancies in general rather than one."""
    return _ALL.search(fold(text)) is not None
