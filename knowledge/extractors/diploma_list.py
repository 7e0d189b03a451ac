"""Lists of accepted diplomas: items below a lead-in, a list inside a sentence, and several fields after one level."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from knowledge.document import Block
from knowledge.eligibility.dictionary import bundle_diplomas
from knowledge.eligibility.levels import RANK
from knowledge.eligibility.proviso import split_proviso
from knowledge.eligibility.reading import Reading, level_of
from knowledge.eligibility.words import fold
from knowledge.extractors import diploma_cues as cues
from knowledge.extractors.diploma_phrase import Phrase, phrases_in
from knowledge.extractors.diploma_ways import Line, Way, find_ways
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
    """What a list accepts. `leads` are the sentences that introduce it, `items` the start offsets of its lines, `lines` those of both.

    `also` are the diplomas that sentences beside it let in (`beside` their offsets).
    """

    found: tuple[Fact[DiplomaOption], ...] = ()
    leads: tuple[Statement, ...] = ()
    items: set[int] = field(default_factory=set)
    ways: tuple[Way, ...] = ()
    also: tuple[Fact[DiplomaOption], ...] = ()
    beside: set[int] = field(default_factory=set)

    @property
    def lines(self) -> set[int]:
        """Start offsets of the leads and the lines."""
        return self.items | {lead.start for lead in self.leads}

    @property
    def minimum(self) -> Level | None:
        """The lowest level of the list; a brevet or a proof without a level does not count."""
        named = [option.value for option in self.found if not fold(option.value.name).startswith("gebrevetteerd")]
        levels: list[Level] = [option.level for option in named if option.level]
        return lowest(levels)

    def inline(self, source: Source, statement: Statement, readings: Sequence[Reading]) -> tuple[Fact[DiplomaOption], ...]:
        """Diplomas with a field inside the sentence that states the level: 'een bachelor in de rechten of de criminologie'."""
        return _inline(source, statement, readings)


def lowest(levels: Iterable[Level]) -> Level | None:
    """The lowest of some levels; None of none."""
    ordered = sorted(levels, key=lambda level: RANK[level])
    return ordered[0] if ordered else None


def find_options(source: Source, statements: Sequence[Statement]) -> Options:
    """The lists of accepted diplomas of a bundle, joined; empty where there is none."""
    if ways := find_ways(statements):
        return _from_ways(source, statements, ways)
    facts: list[Fact[DiplomaOption]] = []
    leads: list[Statement] = []
    lines: set[int] = set()
    for index, statement in enumerate(statements):
        following = _below(statement, statements[index + 1 :])
        if statement.start in lines or not _leads(statement, following):
            continue
        items = _items(statement, following)
        goes_on = bool(leads) and statement.block.heading == leads[-1].block.heading
        if not _is_diploma_list(statement, items, goes_on=goes_on):
            continue
        old = bool(cues.OLD_LIST.search(statement.folded))
        leads.append(statement)
        lines |= {item.start for item in items}
        facts += [fact for item in items for fact in _options(source, statement, item, old)]
    if not facts:
        return _in_one_sentence(source, statements)
    for statement in statements:
        if statement.start not in lines and not statement.heading and statement not in leads and _ALSO_GOOD.search(statement.folded):
            facts += _older(source, statement)
    return Options(tuple(facts), tuple(leads), lines)


# 'Ook de oudere diploma's A, B en C zijn goed.'
_ALSO_GOOD = re.compile(
    r"\b(?:ook|eveneens|evengoed)\b[^.]{0,40}\b(?:oude|oudere|vroegere) [^.]{0,200}\b(?:goed|geldig|aanvaard\w*|aanvaarden"
    r"|mee|aanmerking|gelden|volstaan|toegang)\b"
    r"|\b(?:oude|oudere|vroegere) (?:diploma|benaming|naam|titel)[^.]{0,200}\b(?:ook|eveneens|blijven|tellen)\b"
)


def _older(source: Source, statement: Statement) -> list[Fact[DiplomaOption]]:
    """The old diplomas that one sentence adds to a list."""
    readings = [reading for reading in bundle_diplomas(statement.text) if reading.level or reading.variant or reading.title]
    if not readings:
        return []
    text = statement.text[readings[0].start :]
    parts = [part for part in re.split(r",\s*|\s+(?:en|of)\s+(?!(?:de|het)\b)", text) if part.strip()]
    names = [part for part in parts if any(r.level or r.variant or r.title for r in bundle_diplomas(part))]
    cut = re.compile(r"\s+(?:zijn|is|tellen|telt|worden|wordt|komen|komt|gelden|geldt|blijven|blijft|volstaan|volstaat)\b.*$")
    return [Fact(described(clean_name(cut.sub("", name)), old=True), (source.cite(statement.start, statement.end),)) for name in names]


def _from_ways(source: Source, statements: Sequence[Statement], ways: Sequence[Way]) -> Options:
    """The diplomas of several ways, each with what must come with it as a part of its name."""
    inside = [s for s in statements if any(s.start < way.end and s.end > way.start for way in ways)]
    first = statements.index(inside[0])
    opening = inside[0].block
    lead = Statement(opening.text, opening.start, opening.end, opening, fold(opening.text), inside[0].label, inside[0].section)
    if first and statements[first - 1].text.rstrip().endswith(":"):
        lead = statements[first - 1]
    facts = [
        Fact(described(name + (f", met {way.proviso}" if way.proviso else "")), (source.cite(line.start, line.end),))
        for way in ways
        for line, led_by in way.diplomas
        for name in _names_in(line, led_by)
    ]
    return Options(tuple(facts), (lead,), {s.start for s in inside}, tuple(ways))


def _names_in(line: Line, led_by: str) -> list[str]:
    """The diplomas that a line of a way names."""
    text = _BULLET.sub("", line.text)
    if led_by:
        readings = [reading for reading in bundle_diplomas(led_by) if reading.level or reading.variant]
        level = led_by[readings[-1].start : readings[-1].end] if readings else led_by.rstrip(" :")
        return [f"{level} in {part.strip()}" for part in re.split(r"\s+of\s+|,\s*", _TAIL.sub("", text)) if part.strip()]
    readings = [reading for reading in bundle_diplomas(text) if reading.level or reading.variant or reading.title]
    if readings and _OTHER_FIELD.search(fold(text)):
        return [f"een andere {text[reading.start : reading.end].split()[0]}" for reading in readings]
    begin = _PROOF_NOUN.search(fold(text[: readings[0].start])) if readings else None
    phrases = phrases_in(text, begin.start() if begin else readings[0].start if readings else 0)
    other = _OTHER.search(fold(text))
    names = [clean_name(phrase.name) for phrase in phrases] or [clean_name(text)]
    return [f"{other.group().strip()} {name}" for name in names[:1]] + names[1:] if other else names


_OTHER_FIELD = re.compile(r"\bin een andere (?:studie)?richting\b")
_OTHER = re.compile(r"\b(?:een |elk |ieder )?(?:andere?|eender welk[e]?|gelijk welk[e]?|elk[e]?) ")


def _below(statement: Statement, following: Sequence[Statement]) -> Sequence[Statement]:
    """What follows a lead, without the rest of its paragraph: 'een van onderstaande diploma's. Andere geven geen toegang.' and then the list."""
    if not cues.LEAD_IN.search(statement.folded) or statement.block.kind != "paragraph":
        return following
    own = next((place for place, other in enumerate(following) if other.block is not statement.block), len(following))
    return following[own:] if own <= 2 else following


def _leads(statement: Statement, following: Sequence[Statement]) -> bool:
    if cues.PAPERWORK.search(statement.folded) or cues.EXCLUSION.search(statement.folded):
        return False
    strong = bool(cues.LEAD_IN.search(statement.folded))
    weak = statement.folded.rstrip().endswith(":") and not cues.OTHER_SECTION.search(statement.label)
    heading = statement.heading and bool(cues.DIPLOMA_HEADING.search(statement.folded) or cues.DIPLOMA_HEADING.search(statement.section))
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


_EXPERIENCE_TAIL = re.compile(r",?\s*(?:samen met|aangevuld met|met|plus|en)\s+(?=(?:minstens|minimaal|ten minste|minimum|\d|twee|drie|vier|vijf|zes)"
                              r"[^;]*ervaring)[^;]*?(?=[;.]?$)")  # fmt: skip


def _options(source: Source, lead: Statement, item: Statement, old: bool) -> list[Fact[DiplomaOption]]:
    """The diplomas of one line: several where it opens more than one ('een master in A of een bachelor in B, met drie jaar ervaring')."""
    text = _BULLET.sub("", item.text)
    phrases = phrases_in(text)
    shared = _head_in(lead)
    if shared and not phrases:
        return [Fact(described(f"{shared} {_TAIL.sub('', text)}", old=old), (source.cite(item.start, item.end),))]
    if not _two_heads(text, phrases) or re.search(r"\bdat (?:je|u)\b|waaruit blijkt", item.folded):
        return [_option(source, item, old)]
    tail = _EXPERIENCE_TAIL.search(text)
    after = tail.group().rstrip() if tail else ""
    after = f", {after.lstrip(', ')}" if after else ""
    return [Fact(described(clean_name(phrase.name) + after, old=old), (source.cite(item.start, item.end),)) for phrase in phrases]


_WITH_TITLE = re.compile(r",?\s*\b(?:met|en) (?:de )?titel\b", re.IGNORECASE)


def _two_heads(text: str, phrases: Sequence[Phrase]) -> bool:
    """Whether a line names two levels, each with a field of its own."""
    readings = [bundle_diplomas(_WITH_TITLE.split(text[phrase.start : phrase.end])[0]) for phrase in phrases]
    return sum(any((r.level or r.variant) and r.named_fields and not r.title for r in own) for own in readings) > 1


_HEAD_IN_LEAD = re.compile(
    r"\b(?:richtingen|studierichtingen|studiegebieden|opleidingen|specialisaties|afstudeerrichtingen"
    r"|richting)\b[^:]{0,30}:?\s*$"
)


def _head_in(lead: Statement) -> str:
    """The level that a lead-in gives to lines with only a field ('een bachelordiploma in een van deze richtingen:'); '' without one."""
    if not _HEAD_IN_LEAD.search(lead.folded):
        return ""
    readings = [reading for reading in bundle_diplomas(lead.text) if reading.level or reading.variant]
    return f"{lead.text[readings[-1].start : readings[-1].end]} in" if readings and not readings[-1].named_fields else ""


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
    readings = bundle_diplomas(split_proviso(name)[0])
    with_level = [reading for reading in readings if level_of(reading, name)] or list(readings)
    if not with_level:
        return DiplomaOption(name, old=old, equivalents=equivalents)
    levels: list[Level] = [level for reading in with_level if (level := level_of(reading, name))]
    first = with_level[0]
    fields = tuple(dict.fromkeys(key for reading in readings for key in reading.fields))
    special = next((key for reading in readings for key in reading.specialisations), None)
    title = next((reading.title for reading in readings if reading.title), None)
    return DiplomaOption(name, lowest(levels), first.domain or (fields[0] if fields else None), special, title, old, equivalents)


def _in_one_sentence(source: Source, statements: Sequence[Statement]) -> Options:
    """'Je hebt een van deze diploma's: bachelor in A, bachelor in B of bachelor in C.'"""
    for index, statement in enumerate(statements):
        lead = cues.LEAD_IN.search(statement.folded.split(":")[0] + ":") if ":" in statement.folded else None
        if lead is None or statement.heading or cues.PAPERWORK.search(statement.folded):
            continue
        whole = whole_list(source, statement, statements[index + 1 :])
        text = source.document.text[statement.start : whole.end]
        phrases = phrases_in(text, text.index(":") + 1)
        if len(phrases) > 1:
            facts = tuple(Fact(described(clean_name(p.name)), (source.cite(statement.start, whole.end),)) for p in phrases)
            return Options(facts, (whole,), {part.start for part in statements[index + 1 :] if part.start < whole.end})
    return Options()


_STATES = re.compile(r"\b(?:zijn|is|hebben|heeft|bezitten|bezit|beschikken|beschikt|kunnen|kan|houder|slagen|voldoen|voldoet|leveren|levert)\b")
_MEMBER = re.compile(r"\(?(?:\d{1,2}\s?°|\d{1,2}\)|[a-h]\))")


def whole_list(source: Source, statement: Statement, following: Sequence[Statement]) -> Statement:
    """A statement with the ones after it that go on with its list: 'bachelor in A; bachelor in B; ...' is cut at each semicolon."""
    end = statement
    for other in following:
        if other.start - end.end > 2 or other.heading or not end.text.rstrip().endswith(";") or not phrases_in(other.text):
            break
        if _MEMBER.match(other.text) and _MEMBER.match(statement.text) and _STATES.search(other.folded):
            break  # "1° een bachelor ... hebben; 2° het attest ... bezitten": the next condition, not more of the list
        end = other
    if end is statement:
        return statement
    text = source.document.text[statement.start : end.end]
    return Statement(text, statement.start, end.end, statement.block, fold(text), statement.label, statement.section)


_PROOF_NOUN = re.compile(r"\b(?:diploma|getuigschrift|studiegetuigschrift|attest|brevet|certificaat|bekwaamheidsbewijs|opleiding)\b[^.:;,?]{0,80}$")


def _inline(source: Source, statement: Statement, readings: Sequence[Reading]) -> tuple[Fact[DiplomaOption], ...]:
    """The diplomas with a field that one sentence names; () where it states a bare level only."""
    start = readings[0].start
    noun = _PROOF_NOUN.search(statement.folded[:start])
    example = cues.BRACKETED_EXAMPLE.search(statement.folded, start)
    text = statement.text[: example.start()] if example else statement.text
    phrases = _in_brackets(text) or phrases_in(text, noun.start() if noun else start)
    citation = (source.cite(statement.start, statement.end),)
    options = [described(clean_name(phrase.name)) for phrase in phrases]
    if examples := _by_example(text, readings):
        rest = [option for option in options if option.level is None or not re.search(r"richting$", option.name)]
        return tuple(Fact(option, citation) for option in [*(described(name) for name in examples), *rest])
    known = [
        (phrase.named and option.level != "lager") or bool(option.field or option.title or option.specialisation)
        for phrase, option in zip(phrases, options, strict=True)
    ]
    named = [option.level for option, is_known in zip(options, known, strict=True) if is_known]
    bare = [option.level for option, is_known in zip(options, known, strict=True) if option.level and not is_known]
    if not named or any(RANK[level] <= RANK[other] for level in bare for other in named if other):
        return ()  # 'masters en burgerlijk ingenieurs': whoever reaches the bare level is in
    return tuple(Fact(option, citation) for option in options)


_SUCH_AS = re.compile(r"\bin een [a-z]+richting,? (?:zoals|bijvoorbeeld|bv\.?) ((?:(?!,? of (?:je|u|een|heb)\b)[^.;()])+)", re.IGNORECASE)


def _by_example(text: str, readings: Sequence[Reading]) -> list[str]:
    """'een diploma secundair onderwijs in een kookrichting, zoals hotel of grootkeuken': the examples, with the level."""
    such = _SUCH_AS.search(text)
    if such is None or readings[0].level is None:
        return []
    level = text[readings[0].start : readings[0].end]
    return [f"{level} in {part.strip()}" for part in re.split(r",\s*|\s+of\s+", such.group(1)) if part.strip()]


def _in_brackets(text: str) -> tuple[Phrase, ...]:
    """'diploma maatschappelijk werker (bachelor in A of bachelor in B)': the diplomas in the brackets say what is meant."""
    for bracket in re.finditer(r"\(([^()]*)\)", text):
        phrases = phrases_in(bracket.group(1))
        if not _two_heads(bracket.group(1), phrases):
            continue
        opening = fold(bracket.group(1))
        if opening.startswith(("of ", "ook ", "ofwel ")):  # what the brackets add to the diploma before them
            return (*phrases_in(text[: bracket.start()].rstrip()), *phrases)
        return phrases
    return ()


# A proof that comes with the diploma is a condition of its own: 'bachelor in de verpleegkunde met een visum'.
_WITH_PROOF = re.compile(r",?\s+(?:met|en) (?:een |het |je |een geldig )?(?:visum|riziv|rijbewijs|registratie|erkenning als|uittreksel)\b")


def clean_name(name: str) -> str:
    """A name without lead-in, dangling separators and examples."""
    if example := cues.EXAMPLE.search(fold(name)):
        name = name[: example.start()].rstrip(" (,")
    name = _LEAD_WORDS.sub("", _TAIL.sub("", _BULLET.sub("", name))).strip() or name
    if beside := _WITH_PROOF.search(fold(name)):
        name = name[: beside.start()]
    return name + ")" if name.count("(") > name.count(")") else name
