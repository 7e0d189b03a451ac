"""Lines of a plain text file with what layout tells: indent, blank lines around, and whether the author's editor wrapped them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.readers.clean import clean_characters
from knowledge.readers.lines import bullet, numbering

_RULE = re.compile(r"^\s*(?:[-=_~*#+·.–—]\s?){3,}\s*$")
_SPACED = re.compile(r"^\s*(?:[^\W\d_] {1,3}){4,}[^\W\d_][:!?]?$")
_BOX = re.compile(r"[│║┃]")
_BOX_RULE = re.compile(r"^[\s┌┐└┘├┤┬┴┼─═╔╗╚╝╠╣╦╩╬+|-]+$")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; `text` is stripped, `raw` keeps inner spaces and tabs. `before` says that a blank line stands above."""

    text: str
    raw: str
    indent: int
    before: bool
    after: bool
    rule: str = ""


def split_lines(text: str) -> list[Line]:
    """The non-blank lines of a cleaned or raw text."""
    raws = [_unspaced(_unbox(line.rstrip())) for line in clean_characters(text).split("\n")]
    lines = []
    for number, raw in enumerate(raws):
        stripped = raw.strip()
        if not stripped:
            continue
        before = number == 0 or not raws[number - 1].strip()
        after = number + 1 == len(raws) or not raws[number + 1].strip()
        rule = stripped[0] if _RULE.match(raw) else ""
        expanded = raw.expandtabs(4)
        lines.append(Line(stripped, raw, len(expanded) - len(expanded.lstrip()), before, after, rule))
    return lines


def _unspaced(raw: str) -> str:
    """ "I N F O B U N D E L" as the word that it is."""
    if not _SPACED.match(raw):
        return raw
    return " ".join(word.replace(" ", "") for word in re.split(r" {2,}", raw.strip()))


def _unbox(raw: str) -> str:
    if _BOX.search(raw):
        return _BOX.sub("|", raw)
    return "-" * len(raw) if len(raw) > 4 and _BOX_RULE.match(raw) and re.search(r"[─═+]", raw) else raw


def wrap_width(lines: Sequence[Line]) -> int:
    """Width at which lines were wrapped by hand or by an editor, 0 when every line is a whole paragraph.

    Evidence is a line that goes on in lower case on the next one.
    """
    going_on = []
    pairs = 0
    for line, following in itertools.pairwise(lines):
        if line.after or line.rule or following.rule or len(line.raw) < 40:
            continue
        pairs += 1
        if len(line.raw) <= 130 and goes_on(line.text, following.text):
            going_on.append(len(line.raw))
    if len(going_on) < 2 or len(going_on) < pairs * 0.25:
        return 0
    going_on.sort()
    return going_on[int(len(going_on) * 0.9)]


def goes_on(text: str, following: str) -> bool:
    """True when a sentence clearly runs on from one line to the next."""
    return text[-1] not in ".:;!?" and (following[0].islower() or following[0] in "(") and not bullet(following) and not numbering(following)


def is_full(line: Line, following: Line, width: int) -> bool:
    """True when the next line's first word would not have fitted any more on this line: the break is the wrapping's."""
    return width > 0 and len(line.raw) + 1 + len(following.text.split(" ", 1)[0]) > width * 0.86
