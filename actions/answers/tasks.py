"""What one does in the job: the first lines of the part on tasks."""

from __future__ import annotations

import re

from actions.answers.base import Answer, Ask, source_of
from actions.vacancy_choice import fold
from knowledge.document import Block
from knowledge.source import OUTSIDE

_TASKS = re.compile(
    r"\btaken|takenpakket|jobinhoud|job inhoud|functie-?inhoud|functieomschrijving|jobomschrijving|opdracht|verantwoordelijkhed|wat (?:ga|doe"
    r"|houdt)|wat je (?:doet|gaat doen)"
    r"|^(?:de|je|jouw|uw|een) (?:job|functie|werk|rol|taak|dag|nacht|week|werkdag)\b"
    r"|op je bord|\btaken\w+|waar je aan begint|wat doe\b|jouw werk|doel van de functie|werkzaamheden|in een notendop|resultaatsgebied|^(?:job"
    r"|functie|de job)$"
)
_NOT_TASKS = re.compile(
    r"voorwaarde|profiel|aanbod|bieden|vereist|vraag|vragen|bereik|selectie|sollicit|loon|contact|nodig|competent|kennis|plaats in"
)
_GENERAL = re.compile(
    r"\btaken\b|takenpakket|taches|tasks|duties|consiste|wat (?:doe|ga|moet|houdt)|que fait|what (?:does|would"
    r"|will)|inhoud van de|een dag"
)
_LINES = 6
_ROOM = 520


def answer(ask: Ask) -> Answer | None:
    """The first tasks of the bundle's list; None when there is no such part or the question asks for one detail of the job."""
    source = source_of(ask)
    blocks = [block for block in source.main if _on_tasks(block)]
    items = [block for block in blocks if block.kind == "item" and block.level == 0] or [block for block in blocks if block.kind == "paragraph"]
    if not items:
        return None
    chosen: list[Block] = []
    for block in items[:_LINES]:
        if chosen and sum(len(other.text) for other in chosen) + len(block.text) > _ROOM:
            break
        chosen.append(block)
    cited = tuple(source.cite_block(block) for block in chosen)
    lines = "\n".join(f"- {citation.quote.strip()[:_ROOM]}" for citation in cited)
    return Answer(ask.texts("tasks", lines=lines), cited, is_list=True, sure=ask.asks(_GENERAL))


def _on_tasks(block: Block) -> bool:
    if block.kind == "heading" or block.region in OUTSIDE or not block.heading:
        return False
    title = fold(block.heading[-1])
    return _TASKS.search(title) is not None and not _NOT_TASKS.search(title)
