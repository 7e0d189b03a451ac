"""Which vacancies tell of something at all: the sentence of each that mentions most of a question's key terms."""

from __future__ import annotations

from collections.abc import Callable, Collection

import numpy as np

from index.query import analyse
from index.results import Quote
from index.snapshot import Snapshot

_PLAINLY = 0.5
"""From here a unit mentions a term: by its stem, a synonym, or as part of a compound."""


def mentioning(snapshot: Snapshot, question: str, ignored: Collection[str] = (), fits: Callable[[str], bool] = lambda _: True) -> dict[str, Quote]:
    """For each vacancy id (and document id) the sentence that mentions most of the key terms, by their rarity at least half.

    Ids without one are left out. `ignored` are folded words that are no key terms here; only sentences that `fits` accepts count. {} for a question
    without key terms. No encoder is asked.
    """
    query = analyse(question)
    # Of another language only what the table of concepts knows can stand in a Dutch bundle.
    terms = [term for term in query.terms if not term.implied and term.word not in ignored and (term.known or query.language == "nl")]
    if not terms or not snapshot.units:
        return {}
    strength = np.stack([snapshot.lexical.mentions(term) for term in terms])
    rarity = np.array([snapshot.lexical.rarity(row) for row in strength])
    held = rarity @ (strength >= _PLAINLY)
    total = np.where(2 * held >= rarity.sum(), rarity @ strength, 0.0)
    found: dict[str, Quote] = {}
    for id, rows in snapshot.rows_of.items():
        units = np.concatenate([np.arange(snapshot.first_unit[row], snapshot.first_unit[row + 1]) for row in rows])
        for best in units[np.argsort(-total[units], kind="stable")]:
            if total[best] <= 0:
                break
            row, unit = snapshot.units[int(best)]
            passage = snapshot.passages[row]
            if fits(passage.unit_text(unit)):
                found[id] = Quote(passage.document_id, unit.start, unit.end, passage.unit_text(unit), passage.section, passage.page)
                break
    return found
