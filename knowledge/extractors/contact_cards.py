"""Finds where a document presents contact persons: cards of short lines, table rows, label rows and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from knowledge.document import Block
from knowledge.extractors.people import ROLE_WORD, FoundEmail, FoundName, find_emails, find_first_names, find_names, normal_case
from knowledge.extractors.topics import find_hours, topics_in
from knowledge.extractors.units import about_another_job
from knowledge.phones import FoundPhone, find_phones
from knowledge.source import Source, split

_CUE_BEFORE = re.compile(
    r"(?:\b(?:met|bij|naar|aan|contacteer|bel|mail|spreek|stuur|via|t\.a\.v\.?|contactpersoon|aanspreekpunt|contact|vragen|info(?:rmatie)?"
    r"|inlichtingen)\b|[:–-])\s*"
    r"(?:(?:onze|de|het|je|jouw|uw|een|even|eens|gerust)\s+|(?:mevrouw|meneer|mevr\.?|mw\.?|dhr\.?|heer)\s+|[\w-]+\s+)?$",
    re.IGNORECASE,
)
_ASKS_TO_CONTACT = re.compile(
    r"\bcontact (?:op|opnemen)|\bcontacteer|\bterecht\b|\b(?:bel|mail|bellen|mailen)\b|\bvragen\b|\binlichtingen\b|\bmeer info|\bmeer weten"
    r"|\bbereik|\binformatie\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:naam|contactpersoon|contact|functie|rol|tel(?:efoon)?(?:nummer)?|gsm(?:-?nummer)?|mobiel|e-?mail(?:adres)?|mail(?:adres)?"
    r"|bereikbaar(?:heid)?|wanneer|uren|hoe)\b[\s.:]*$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"^\s*(?:/|,|&|\+|\bof\b|\ben\b|\ben/of\b)\s*(?:(?:mevrouw|mevr\.?|dhr\.?|de heer|heer)\s*)?$", re.IGNORECASE)
_LOWER_NAME = re.compile(r"^[A-ZÀ-Ý][\w'’-]+ [a-zà-ÿ][\w'’-]+$")
_DESK = re.compile(
    r"\b(?:\w*dienst|\w*team|onthaal|balie|secretariaat|\w*loket|gemeentehuis|stadhuis|algeme(?:en|ne) (?:telefoon)?nummer)\b(?!\s*\|)", re.IGNORECASE
)
_GENERAL_NUMBER = re.compile(r"\balgeme(?:en|ne) (?:telefoon)?nummer", re.IGNORECASE)
# '... na 14 u. Over uw kandidatuur: ...': the abbreviation of 'uur' may end a sentence.
_HOUR_ENDS = re.compile(r"(?<=\du\.)\s+(?=[A-ZÀ-Ý])|(?<=\d u\.)\s+(?=[A-ZÀ-Ý])")
_CALLS_BACK = re.compile(
    r"\b(?:bel|belt|mail|mailt|contacteer|bereik|spreek|stuur|vraag)\s+(?:het\s+)?(?:gerust\s+|even\s+)?(?:naar\s+|aan\s+)?(?:hem|haar|die|hen)\b"
    r"|\b(?:hij|zij|ze|die)\s+(?:is|zijn)\s+(?:\w+\s+){0,3}bereikbaar|\b(?:zijn|haar)\s+(?:nummer|telefoonnummer|gsm|mailadres|e-?mailadres)\b",
    re.IGNORECASE,
)
_SHORT = 120


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, sentence, cell or heading with what it holds; `start` is its offset in the document, the offsets of its finds count from there."""

    text: str
    start: int
    block: Block
    label: str = ""
    names: tuple[FoundName, ...] = ()
    phones: tuple[FoundPhone, ...] = ()
    emails: tuple[FoundEmail, ...] = ()

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def has_way(self) -> bool:
        return bool(self.phones or self.emails)

    def without_finds(self, *, keep_names: bool = False) -> str:
        """The text with ways (and names) blanked out, of the same length."""
        shown = self.text
        finds: list[FoundName | FoundPhone | FoundEmail] = [*self.phones, *self.emails, *(() if keep_names else self.names)]
        for item in finds:
            shown = shown[: item.start] + "\0" * (item.end - item.start) + shown[item.end :]
        return shown


@dataclass(slots=True)
class Card:
    """The pieces that tell of one contact (or of several who share a line: `names`); `lead` announces them (a question, a topic)."""

    names: tuple[FoundName, ...]
    pieces: list[Piece]
    lead: list[Piece] = field(default_factory=list)
    headed: bool = True

    @property
    def has_way(self) -> bool:
        return any(piece.has_way for piece in self.pieces)


def find_cards(source: Source) -> list[Card]:
    """All contact cards of the document in reading order; desks and addresses without a person come as cards without names."""
    cards: list[Card] = []
    for unit in _units([block for block in source.main if not about_another_job(block)]):
        cards += _scan(unit)
    return cards


def piece_of(text: str, start: int, block: Block, label: str = "") -> Piece:
    """A piece with the names, phones and e-mail addresses in it."""
    lead = len(text) - len(text.lstrip())
    text, start = text.strip(), start + lead
    emails = tuple(find_emails(text))
    phones = tuple(phone for phone in find_phones(text) if not any(mail.start <= phone.start < mail.end for mail in emails))
    names = _loose_names(text) or find_names(text)
    if not names and (phones or emails):
        names = find_first_names(text)
    return Piece(text, start, block, label, tuple(names), phones, emails)


def _loose_names(text: str) -> list[FoundName]:
    """'Tony swings / Kristel Merckx': a line of nothing but names, where a capital was forgotten."""
    parts = [part.strip() for part in re.split(r"/| en | of ", text)]
    loose = [part for part in parts if _LOWER_NAME.match(part)]
    if len(parts) < 2 or not loose or not all(part in loose or find_names(part) for part in parts):
        return []
    return [FoundName(normal_case(part), text.index(part), text.index(part) + len(part)) for part in parts]


def _units(blocks: Sequence[Block]) -> Iterator[list[Piece]]:
    """Groups of pieces that may belong to one another: a section's paragraphs and lines, a table row, a column of a table."""
    unit: list[Piece] = []
    heading: tuple[str, ...] | None = None
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if block.kind == "heading" or block.heading != heading:
            yield unit
            unit, heading = [], block.heading
        if block.kind == "heading":
            unit, heading = [piece_of(block.text, block.start, block)], (*block.heading, block.text)
        elif block.kind == "row" and not _is_label_row(block):
            table = _table(blocks, index)
            yield unit
            unit = []
            yield from _table_units(table)
            index += len(table) - 1
        else:
            unit += _pieces(block)
        index += 1
    yield unit


def _is_label_row(block: Block) -> bool:
    filled = [cell for cell in block.cells if cell]
    return len(filled) <= 2 and bool(_LABEL.match(filled[0])) and not block.header


def _pieces(block: Block) -> Iterator[Piece]:
    if block.kind == "row":
        for text, start, _ in _cells(block):
            if not _LABEL.match(text):
                yield from (piece_of(line, at, block, block.cells[0]) for line, at in _lines(text, start))
    elif len(block.text) <= _SHORT and not re.search(r"[.?!]\s+[A-ZÀ-Ý]", block.text):
        yield from (piece_of(line, at, block) for line, at in _lines(block.text, block.start))
    else:
        yield from (piece_of(text, at, block) for text, at in _sentences(block))


def _sentences(block: Block) -> Iterator[tuple[str, int]]:
    for sentence in split(block):
        begin = 0
        for stop in [*_HOUR_ENDS.finditer(sentence.text), None]:
            end = stop.start() if stop else len(sentence.text)
            yield sentence.text[begin:end], sentence.start + begin
            begin = stop.end() if stop else end


def _lines(text: str, start: int) -> Iterator[tuple[str, int]]:
    for line in text.split("\n"):
        if line.strip():
            yield line, start
        start += len(line) + 1


def _cells(block: Block) -> list[tuple[str, int, int]]:
    """(text, offset, column) of the cells that aren't empty."""
    found, start = [], block.start
    for column, cell in enumerate(block.cells):
        if cell.strip(" •·-–"):
            found.append((cell, start, column))
        start += len(cell) + 3
    return found


def _table(blocks: Sequence[Block], index: int) -> Sequence[Block]:
    first = blocks[index]
    end = index
    while end < len(blocks) and blocks[end].kind == "row" and blocks[end].heading == first.heading and len(blocks[end].cells) == len(first.cells):
        end += 1
    return blocks[index : max(end, index + 1)]


def _table_units(table: Sequence[Block]) -> Iterator[list[Piece]]:
    grid = [{column: _cell_pieces(block, text, start, column) for text, start, column in _cells(block)} for block in table]
    columns = [{column for column, pieces in row.items() if any(piece.names for piece in pieces)} for row in grid]
    ways = [{column for column, pieces in row.items() if any(piece.has_way for piece in pieces)} for row in grid]
    named = next((found for found in columns if len(found) >= 2), set())
    if named and any(len(found & named) >= 2 for found in ways):
        for column in sorted(named):
            yield [piece for row in grid for piece in row.get(column, [])]
        return
    for row in grid:
        yield [piece for column in sorted(row) for piece in row[column]]


def _cell_pieces(block: Block, text: str, start: int, column: int) -> list[Piece]:
    label = block.header[column] if column < len(block.header) and block.text != " | ".join(block.header) else ""
    pieces: list[Piece] = []
    for line, at in _lines(text, start):
        if len(line) > _SHORT or re.search(r"[.?!]\s+[A-ZÀ-Ý]", line):
            part = Block("paragraph", line, at, at + len(line), block.heading, page=block.page)
            pieces += [piece_of(sentence.text, sentence.start, block, label) for sentence in split(part)]
        else:
            pieces.append(piece_of(line, at, block, label))
    return pieces


def _scan(unit: list[Piece]) -> list[Card]:
    """Cards of a unit, piece by piece: a person opens one, lines with ways, roles, hours and topics go on with it."""
    cards: list[Card] = []
    card: Card | None = None
    pending: list[Piece] = []
    pieces = [part for whole in unit for part in _by_person(whole)]
    for piece, following in zip(pieces, [*pieces[1:], None], strict=False):
        if card and card.names and _refers(piece, card):
            card.pieces.append(piece)
        elif _opens(piece) or _is_called_next(piece, following):
            card = Card(_members(piece), [piece], pending)
            cards.append(card)
            pending = []
        elif card and card.names and _continues(piece, card, cards):
            card.pieces.append(piece)
        elif piece.has_way:
            card = Card((), [piece], pending)
            cards.append(card)
            pending = []
        elif len(piece.text) <= _SHORT and (topics_in(piece.text) or _ASKS_TO_CONTACT.search(piece.text) or piece.block.kind == "heading"):
            pending = [*pending[-1:], piece]
            card = card if card and not card.has_way else None
        else:
            pending = []
            card = card if card and not card.has_way and len(card.pieces) < 4 else None
    return cards


def _by_person(piece: Piece) -> Iterator[Piece]:
    """A piece that names several persons, each with an own way, cut before each of them."""
    cuts = [0]
    for previous, name in pairwise(piece.names):
        ways: list[FoundPhone | FoundEmail] = [*piece.phones, *piece.emails]
        between = [way.end for way in ways if previous.end <= way.start < name.start]
        after = [way for way in ways if way.start >= name.end]
        if between and after and not _JOINED.match(piece.text[previous.end : name.start]):
            rest = piece.text[max(between) : name.start]
            closing = re.match(r"\s*(?:\([^)]*\)|[,;.)]|,[^,;.:]*(?=[,;.]))*", rest)
            cuts.append(max(between) + (closing.end() if closing else 0))
    cuts.append(len(piece.text))
    if len(cuts) == 2:
        yield piece
        return
    for start, end in pairwise(cuts):
        yield piece_of(piece.text[start:end], piece.start + start, piece.block, piece.label)


def _refers(piece: Piece, card: Card) -> bool:
    """Whether the piece speaks of the card's person again, by full or by first name."""
    if piece.names:
        return all(any(name.name.casefold() == own.name.casefold() for own in card.names) for name in piece.names)
    if len(piece.text) > 300 or (len(piece.text) > 90 and not _ASKS_TO_CONTACT.search(piece.text)):
        return False
    return any(re.search(rf"(?<!\w){re.escape(own.first)}(?!\w)", piece.text) for own in card.names)


def _opens(piece: Piece) -> bool:
    if not piece.names:
        return False
    name = piece.names[0]
    if piece.block.kind == "heading":
        lead = piece.text[: name.start].strip(" .:-–").casefold()
        return len(piece.text) <= name.end - name.start + 40 and lead in {"", "mevrouw", "mevr", "dhr", "de heer", "contact"}
    before, after = piece.text[: name.start], piece.text[name.end :]
    lead = re.sub(r"(?:mevrouw|meneer|mevr|mvr|mw|dhr|de heer|heer|dr|ir|ing|[•·–-])\.?\s*$", "", before, flags=re.IGNORECASE).strip()
    announced = not lead or (len(lead) <= 30 and (lead.isupper() or ROLE_WORD.search(lead) is not None)) or (len(lead) <= 80 and lead.endswith(":"))
    alone = not after.strip() or (re.match(r"\s*(?:[,(|:/–-]|van\b|en\b|of\b)", after) is not None and len(piece.text) <= _SHORT + 60)
    if announced and alone:
        return True
    if piece.has_way:
        return True
    return bool(name.titled or _CUE_BEFORE.search(before)) and bool(_ASKS_TO_CONTACT.search(piece.text))


def _is_called_next(piece: Piece, following: Piece | None) -> bool:
    """Whether a sentence names one person whom the next one asks to call: "... vertelt chef Rudi Maes. Bel hem op 0491 ..."."""
    if len(piece.names) != 1 or following is None or following.names or not following.has_way or following.block is not piece.block:
        return False
    return bool(_CALLS_BACK.search(following.text))


def _members(piece: Piece) -> tuple[FoundName, ...]:
    """The persons who share the card: the first one and those joined to it by '/', 'of', 'en'."""
    members = [piece.names[0]]
    for name in piece.names[1:]:
        if _JOINED.match(piece.text[members[-1].end : name.start]):
            members.append(name)
    return tuple(members)


# A line with a number of somebody else: the writer's own, a desk that cannot help, another subject.
_ANOTHER_SUBJECT = re.compile(
    r"\b(?:ik|mij)\b|\bniet\s+(?:mee\s+)?(?:helpen|voor|over)\b|\bgeen\s+(?:info|vragen)|\breservaties\b|^\W*(?:voor|over)\s[^:]{3,60}:|^\W*(?:de|het|onze?)\s+\w+\s*\(",
    re.IGNORECASE,
)


def _continues(piece: Piece, card: Card, cards: list[Card]) -> bool:
    """Whether a piece without a name goes on with the open card."""
    if piece.names or piece.block.kind == "heading":
        return False
    if piece.has_way and (_GENERAL_NUMBER.search(piece.text) or (card.has_way and _ANOTHER_SUBJECT.search(piece.text))):
        return False
    if piece.has_way and card.has_way and _DESK.search(piece.without_finds()):
        return False
    if piece.has_way:
        return len(piece.text) <= _SHORT or not card.has_way
    if len(piece.text) > _SHORT:
        return False
    if find_hours(piece.text):
        return True
    if topics_in(piece.text) or piece.text.rstrip().endswith(("?", ":")):
        topic_first = any(one.lead for one in cards if one.names)
        return not card.has_way or not topic_first
    return not card.has_way or (bool(ROLE_WORD.search(piece.text)) and len(piece.text) < 70)
