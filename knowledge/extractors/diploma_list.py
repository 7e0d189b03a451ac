"""Lists of accepted diplomas: items below a lead-in, a list inside a sentence, and several fields after one level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.document import Block
from knowledge.eligibility.dictionary import Reading, bundle_diplomas, level_of
from knowledge.eligibility.levels import RANK
from knowledge.eligibility.words import fold
from knowledge.extractors import diploma_cues as cues
from knowledge.extractors.statements import Statement
from knowledge.model import DiplomaOption, Fact, Level
from knowledge.source import Source

_BULLET = re.compile(r"^(?:[.·•*–-]|[a-z0-9]{1,2}[.)])\s+")
_LEAD_WORDS = re.compile(
    r"^(?:(?:of|en|hetzij|ofwel)\s+)?(?:(?:een|het|je hebt|in het bezit van)\s+)*(?:(?:een|het) )?(?:diploma(?:'s)?\s+(?:van"
    r"|in)\s+(?:de\s+graad\s+van\s+|een\s+|het\s+)?)?",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\s;,.]+(?:of|en|ofwel)?[\s;,.]*$", re.IGNORECASE)
_EQUIVALENT_TAIL = re.compile(r",?\s*of\s+(?:een\s+)?(?:daarmee\s+|ermee\s+)?(?:gelijkgesteld|gelijkwaardig)\w*(?:\s+\w+){0,2}\s*$", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_SENTENCE_LIKE = re.compile(r"^(?:je|jij|u|we|wij|dat|wie|de kandidaat|een uittreksel|uittreksel|rijbewijs|een rijbewijs|kennis|goede|vlotte?)\b")


@dataclass
class Options:
    """What a list accepts. `leads` are the sentences that introduce it, `items` the start offsets of its lines, `lines` those of both."""

    found: tuple[Fact[DiplomaOption], ...] = ()
    leads: tuple[Statement, ...] = ()
    items: set[int] = field(default_factory=set)

    @property
    def lines(self) -> set[int]:
        """Start offsets of the leads and the lines."""
        return self.items | {lead.start for lead in self.leads}

    @property
    def minimum(self) -> Level | None:
        """The lowest level of the list; a brevet or a proof without a level does not count."""
        named = [option.value for option in self.found if not fold(option.value.name).startswith("gebrevetteerd")]
        levels: list[Level] = [option.level for option in named if option.level]
        return min(levels, key=RANK.__getitem__) if levels else None

    def inline(self, source: Source, statement: Statement, readings: Sequence[Reading]) -> tuple[Fact[DiplomaOption], ...]:
        """Diplomas with a field inside the sentence that states the level: 'een bachelor in de rechten of de criminologie'."""
        return _inline(source, statement, readings)


def find_options(source: Source, statements: Sequence[Statement]) -> Options:
    """The lists of accepted diplomas of a bundle, joined; empty where there is none."""
    facts: list[Fact[DiplomaOption]] = []
    leads: list[Statement] = []
    lines: set[int] = set()
    for index, statement in enumerate(statements):
        if statement.start in lines or not _leads(statement, statements[index + 1 :]):
            continue
        items = _items(statement, statements[index + 1 :])
        goes_on = bool(leads) and statement.block.heading == leads[-1].block.heading
        if not _is_diploma_list(statement, items, goes_on=goes_on):
            continue
        old = bool(cues.OLD_LIST.search(statement.folded))
        leads.append(statement)
        lines |= {item.start for item in items}
        facts += [_option(source, item, old) for item in items]
    if not facts:
        return _in_one_sentence(source, statements)
    return Options(tuple(facts), tuple(leads), lines)


def _leads(statement: Statement, following: Sequence[Statement]) -> bool:
    if cues.PAPERWORK.search(statement.folded) or cues.EXCLUSION.search(statement.folded):
        return False
    strong = bool(cues.LEAD_IN.search(statement.folded))
    weak = statement.folded.rstrip().endswith(":") and not cues.OTHER_SECTION.search(statement.label)
    heading = statement.heading and bool(cues.DIPLOMA_HEADING.search(statement.folded))
    return (strong or weak or heading) and bool(following) and _listed(following[0].block)


def _listed(block: Block) -> bool:
    return block.kind == "item" or bool(_BULLET.match(block.text)) or (block.kind == "row" and len(block.cells) == 1)


def _items(lead: Statement, following: Sequence[Statement]) -> list[Statement]:
    items: list[Statement] = []
    blocks: list[Block] = []
    kind = following[0].block.kind
    for statement in following:
        block = statement.block
        if not _listed(block) or block.kind != kind or _SENTENCE_LIKE.match(statement.folded) or block.heading != following[0].block.heading:
            break
        if lead.block.kind == "item" and block.kind == "item" and block.level < lead.block.level:
            break
        if not blocks or block is not blocks[-1]:
            blocks.append(block)
            items.append(Statement(block.text, block.start, block.end, block, fold(block.text), statement.label, statement.section))
    return items


def _is_diploma_list(lead: Statement, items: Sequence[Statement], *, goes_on: bool) -> bool:
    if not items:
        return False
    readings = sum(bool(bundle_diplomas(item.text)) for item in items)
    with_level = sum(any(r.level or r.variant for r in bundle_diplomas(item.text)) for item in items)
    if cues.LEAD_IN.search(lead.folded) or goes_on:
        return 2 * readings >= len(items) or "bewij" in lead.folded or "brevet" in lead.folded or "attest" in lead.folded
    return 2 * with_level > len(items) and all(len(item.text.split()) <= 30 for item in items)


def _option(source: Source, item: Statement, old: bool) -> Fact[DiplomaOption]:
    name = _TAIL.sub("", _BULLET.sub("", item.text)).strip()
    equivalents = bool(_EQUIVALENT_TAIL.search(name)) or "gelijkwaardig" in item.folded or "gelijkgesteld" in item.folded
    name = _EQUIVALENT_TAIL.sub("", name)
    if cues.OLD_NAME.search(fold(name)):
        old = True
        bracket = _BRACKET.search(name)
        if bracket and cues.OLD_NAME.search(fold(bracket.group())):
            name = name[: bracket.start()]
    name = _LEAD_WORDS.sub("", name).strip() or name
    return Fact(described(name, old=old, equivalents=equivalents), (source.cite(item.start, item.end),))


def described(name: str, *, old: bool = False, equivalents: bool = False) -> DiplomaOption:
    """The option that a name stands for, with level, field, afstudeerrichting and title where the dictionary knows them."""
    readings = bundle_diplomas(name)
    with_level = [reading for reading in readings if level_of(reading, name)] or list(readings)
    if not with_level:
        return DiplomaOption(name, old=old, equivalents=equivalents)
    levels: list[Level] = [level for reading in with_level if (level := level_of(reading, name))]
    first = with_level[0]
    fields = tuple(dict.fromkeys(key for reading in readings for key in reading.fields))
    special = next((key for reading in readings for key in reading.specialisations), None)
    title = next((reading.title for reading in readings if reading.title), None)
    return DiplomaOption(
        name, min(levels, key=RANK.__getitem__) if levels else None, first.domain or (fields[0] if fields else None), special, title, old, equivalents
    )


def _in_one_sentence(source: Source, statements: Sequence[Statement]) -> Options:
    """'Je hebt een van deze diploma's: bachelor in A, bachelor in B of bachelor in C.'"""
    for statement in statements:
        lead = cues.LEAD_IN.search(statement.folded.split(":")[0] + ":") if ":" in statement.folded else None
        if lead is None or statement.heading or cues.PAPERWORK.search(statement.folded):
            continue
        begin = statement.text.index(":") + 1
        parts = [
            part
            for part in re.split(
                r";|,(?! ?afstudeer| ?optie| ?richting| ?specialisatie)| of (?=een |bachelor|master|graduaat|gegradueerd|licentiaat|het diploma"
                r"|diploma)",
                statement.text[begin:],
            )
            if part.strip(" .")
        ]
        if len(parts) < 2 or not all(bundle_diplomas(part) for part in parts[:2]):
            continue
        facts = tuple(
            Fact(described(_LEAD_WORDS.sub("", _TAIL.sub("", part)).strip()), (source.cite(statement.start, statement.end),)) for part in parts
        )
        return Options(facts, (statement,))
    return Options()


_LISTED_FIELDS = re.compile(r"^\s*(?:,|of|en|/|,\s*of)?\s*(?:in\s+)?(?:de|het)?\s*$|^\s*(?:,|of|en|/)")


def _inline(source: Source, statement: Statement, readings: Sequence[Reading]) -> tuple[Fact[DiplomaOption], ...]:
    citation = (source.cite(statement.start, statement.end),)
    options: list[Fact[DiplomaOption]] = []
    for index, reading in enumerate(readings):
        level = level_of(reading, statement.text)
        shared = reading
        if not (reading.named_fields or reading.domain or reading.title):
            # 'master of licentiaat in de rechten': the first shares the field of the second.
            after = readings[index + 1] if index + 1 < len(readings) else None
            if (
                after is None
                or not after.named_fields
                or not re.fullmatch(r"\s*(?:of|en|/|,)\s*(?:een\s+)?", statement.folded[reading.end : after.start])
            ):
                continue
            shared = after
        words = statement.text[reading.start : reading.end]
        if shared is not reading:
            words += " " + statement.text[shared.start : shared.end].split(" ", 1)[-1]
        if reading.domain and (example := cues.EXAMPLE.search(fold(words))):
            words = words[: example.start()].rstrip(" (,")
        words = words + ")" if words.count("(") > words.count(")") else words
        field_key = shared.domain or (shared.fields[0] if shared.fields else None)
        special = shared.specialisations[0] if shared.specialisations else None
        several = _several_fields(statement, reading) if shared is reading and not reading.domain else ()
        if several:
            options += [Fact(DiplomaOption(name, level, key), citation) for name, key in several]
        else:
            options.append(Fact(DiplomaOption(words, level, field_key, special, reading.title), citation))
    return tuple(options)


def _several_fields(statement: Statement, reading: Reading) -> tuple[tuple[str, str], ...]:
    """'bachelor in de rechten, de criminologie of de bestuurskunde' as three diplomas."""
    if len(reading.fields) < 2 or reading.title or not reading.known:
        return ()
    words = statement.text[reading.start : reading.end]
    head = re.match(r"\S+", words)
    parts = re.split(r",\s*(?:of\s+)?|\s+of\s+|\s+en\s+(?=in\s|de\s)|/", words)
    found = []
    for part in parts:
        keys = [key for r in bundle_diplomas(part) for key in r.named_fields]
        if not keys or not head:
            return ()
        found.append((part.strip() if part is parts[0] else f"{head.group()} in {re.sub(r'^(?:in )', '', part.strip())}", keys[0]))
    return tuple(found) if len(found) > 1 else ()
