"""Nobody is refused whom a sentence of the conditions may mean that could not be read."""

from __future__ import annotations

from knowledge.eligibility.dictionary import bundle_diplomas, fields_in
from knowledge.eligibility.model import Held
from knowledge.eligibility.reading import level_of
from knowledge.model import DiplomaCondition, Fact


def perhaps_meant(condition: DiplomaCondition, held: Held) -> Fact[str] | None:
    """The unread sentence that names the field of a diploma, or a level that the condition as read does not have."""
    own = {option.value.level for option in condition.options} | {condition.minimum}
    for fact in condition.unread:
        fields = set(fields_in(fact.value))
        if fields & set(held.named_fields):
            return fact
        levels = {level_of(reading, fact.value) for reading in bundle_diplomas(fact.value)}
        if not fields and held.level is not None and held.level in levels - own:
            return fact
    return None
