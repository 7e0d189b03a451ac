"""Which sentences of a passage are about one of its sessions alone, and which about all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.extractors.cues import NO_SIGNUP, SIGNUP
from knowledge.extractors.units import Dated, Unit

_ONE_OF_THEM = re.compile(r"\b(?:eerste|tweede|derde|laatste|andere|online|fysieke?|digitale|daarvoor|hiervoor|die|deze)\b", re.IGNORECASE)


def scope_of(passage: Sequence[Unit], sessions: Sequence[Dated], position: int) -> tuple[tuple[str, ...], tuple[Unit, ...], tuple[Unit, ...]]:
    """The texts and units that are about the session alone, and the units that all share.

    Between two sessions of a text, the words belong to the first; what follows the last one is shared when it stands in another block or
    when all sessions stand in one sentence.
    """
    me = sessions[position]
    later = [one for one in sessions if one.start > me.start]
    until = later[0].start if later else None
    first_of_unit = not any(one.unit is me.unit and one.start < me.start for one in sessions)
    own_text = [me.unit.text[0 if first_of_unit else me.start - me.unit.start : (until - me.unit.start) if until and until < me.unit.end else None]]
    own_units = [me.unit]
    for unit in passage:
        if unit.index <= me.unit.index or (until is not None and unit.end >= until and unit.start <= until):
            continue
        if until is not None and unit.start > until:
            break
        if (unit.block is me.unit.block and len(sessions) > 1 and until is not None) or (
            until is None and unit.block is me.unit.block and len({one.unit for one in sessions}) == len(sessions)
        ):
            own_text.append(unit.text)
            own_units.append(unit)
    for unit in _lines_below(passage, sessions, position):
        if unit not in own_units:
            own_text.append(unit.text)
            own_units.append(unit)
    session_units = {one.unit for one in sessions}
    taken: set[Unit] = set(own_units) | session_units
    if len(session_units) > 1:
        asked = any(SIGNUP.search(text) or NO_SIGNUP.search(text) for text in own_text)
        shared = tuple(unit for unit in passage if unit not in taken and (not _between(unit, sessions) or (not asked and _for_all(unit, sessions))))
    else:
        shared = tuple(unit for unit in passage if unit not in session_units and unit not in own_units)
    return tuple(own_text), tuple(own_units), shared


def _lines_below(passage: Sequence[Unit], sessions: Sequence[Dated], position: int) -> list[Unit]:
    """The short lines below a session's own line, where every session but the last has as many: a date, a place, a date, a place."""

    def below(index: int, most: int) -> list[Unit]:
        end = sessions[index + 1].unit.index if index + 1 < len(sessions) else sessions[index].unit.index + most + 1
        return [unit for unit in passage if sessions[index].unit.index < unit.index < end and unit.block is not sessions[index].unit.block]

    counts = {len(below(index, 0)) for index in range(len(sessions) - 1)}
    if len(counts) != 1 or not (most := counts.pop()) or len({one.unit.block.start for one in sessions}) != len(sessions):
        return []
    lines = below(position, most)
    plain = all(len(unit.text) < 90 and not SIGNUP.search(unit.text) and unit.block.kind != "heading" for unit in lines)
    return lines if plain else []


def _between(unit: Unit, sessions: Sequence[Dated]) -> bool:
    """Whether a unit belongs to one of several sessions of its own block."""
    return any(one.unit.block is unit.block and one.start < unit.start for one in sessions) and len({one.unit.block for one in sessions}) == 1


def _for_all(unit: Unit, sessions: Sequence[Dated]) -> bool:
    """Whether a sentence after the last session of a paragraph asks to sign up without saying for which of them."""
    last = max(one.unit.index for one in sessions)
    return unit.index > last and bool(SIGNUP.search(unit.text)) and not _ONE_OF_THEM.search(unit.text)
