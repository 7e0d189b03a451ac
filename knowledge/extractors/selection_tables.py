"""Selection steps in tables and label rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.document import Block
from knowledge.extractors.pass_marks import mark_in, minimum_in, points_in, ratio, words_in
from knowledge.extractors.selection_steps import Draft, draft_from, without_dates
from knowledge.extractors.selection_words import (
    ELIMINATING,
    NOT_SELECTION_HEADING,
    NUMBERED_STEP,
    ORDINAL_ONLY,
    SELECTION_HEADING,
    STEP,
    STEP_LABEL,
    clean_name,
)
from knowledge.extractors.units import Reading, Unit

_FLAGS = re.IGNORECASE
_NAME_COLUMN = re.compile(r"proef|onderdeel|stap|gedeelte|\bdeel\b|^wat\??$|fase|ronde|activiteit|test|selectie|programma|naam", _FLAGS)
_WHEN_COLUMN = re.compile(r"datum|wanneer|\bdag\b|tijdstip|moment|planning|\bdata\b|timing|periode|tijd", _FLAGS)
_MIN_COLUMN = re.compile(
    r"minim|\bmin\b|grens|vereiste|lat\b|te\s+behalen|slagen|slaag|nodig|hoeveel|vereist|minstens|drempel|cesuur|behalen|halen|resultaat"
    r"|beoordeling",
    _FLAGS,
)
_POINTS_COLUMN = re.compile(r"punten|^op$|max|totaal|score|quotering|gewicht|beoordeling", _FLAGS)
_DETAIL_COLUMN = re.compile(r"inhoud|omschrijving|hoe\b|vorm|toelichting|waar|plaats|locatie|wie\b", _FLAGS)
_STEPS_LABEL = re.compile(r"^(?:proeven|selectie(?:proeven|procedure|verloop)?|stappen|onderdelen|procedure|examen)\s*:?$", _FLAGS)
_NO_STEP = re.compile(
    r"^\W*(?:totaal|samen|algemeen|wervingsreserve|werfreserve|reserve|feedback|solliciteren|deadline|kandidat"
    r"|inschrijv|uiterste|indiensttreding|start\b|loon|infosessie|infoavond|info\w*moment)",
    _FLAGS,
)
_EMPTY = re.compile(r"^\W*(?:geen|n\.?v\.?t\.?|niet\s+van\s+toepassing|nihil)?\W*$", _FLAGS)
_NO_WHEN = re.compile(r"^\W*(?:geen|n\.?v\.?t\.?)?\W*$", _FLAGS)
_ADJECTIVE_ONLY = re.compile(r"^(?:schriftelijk|mondeling|praktisch|technisch|psychotechnisch|computer)e?$", _FLAGS)


def table_steps(reading: Reading) -> list[Draft]:
    """The steps of the table with the most of them; [] when no table is about the selection."""
    best: list[Draft] = []
    for rows in _tables(reading):
        if _about_something_else(rows):
            continue
        steps = _titled(reading, rows) if rows[0].header else _label_rows(reading, rows)
        if len(steps) > len(best):
            best = steps
    return best


def _tables(reading: Reading) -> Iterator[list[Block]]:
    """Runs of rows with one header, under one heading."""
    current: list[Block] = []
    starts = {unit.block.start for unit in reading.units}
    for block in reading.source.main:
        if block.kind == "row" and block.start in starts:
            if current and (current[-1].header != block.header or current[-1].heading != block.heading):
                yield current
                current = []
            current.append(block)
        elif current and block.kind == "heading":
            yield current
            current = []
    if current:
        yield current


def _about_something_else(rows: list[Block]) -> bool:
    """Whether a table under a heading such as "Voorwaarden" lists no tests in its first cells."""
    title = rows[0].heading[-1] if rows[0].heading else ""
    if not NOT_SELECTION_HEADING.search(title) or SELECTION_HEADING.search(title):
        return False
    return not any(STEP.search(cell) for row in rows for cell in row.cells[:1] if row.cells != row.header)


def _cells(reading: Reading, block: Block) -> dict[int, Unit]:
    """The units of a row by column."""
    offsets, start = {}, block.start
    for position, cell in enumerate(block.cells):
        offsets[start] = position
        start += len(cell) + 3
    return {offsets[unit.start]: unit for unit in reading.units if unit.block is block and unit.start in offsets}


def _columns(rows: list[Block]) -> dict[str, int]:
    header = rows[0].header
    roles: dict[str, int] = {}
    for position, title in enumerate(header):
        for role, pattern in (
            ("when", _WHEN_COLUMN),
            ("detail", _DETAIL_COLUMN),
            ("minimum", _MIN_COLUMN),
            ("points", _POINTS_COLUMN),
            ("name", _NAME_COLUMN),
        ):
            if pattern.search(title) and role not in roles:
                if role == "minimum" and re.search(r"punten", title, _FLAGS) and re.search(r"minim", title, _FLAGS) is None:
                    continue
                roles[role] = position
                break
    _by_content(rows, roles)
    roles.setdefault("name", 0)
    return roles


def _by_content(rows: list[Block], roles: dict[str, int]) -> None:
    """Two columns of numbers of which one is never the larger: the points and what one must have of them, whatever their titles say."""
    columns = {
        position: [int(row.cells[position]) for row in rows if position < len(row.cells) and re.fullmatch(r"\s*\d{1,3}\s*", row.cells[position])]
        for position in range(1, len(rows[0].header))
    }
    taken = {position for role, position in roles.items() if role in ("name", "when")}
    numeric = [position for position, numbers in columns.items() if len(numbers) >= max(1, len(rows) - 2) and position not in taken]
    if len(numeric) != 2 or len(columns[numeric[0]]) != len(columns[numeric[1]]):
        return
    first, second = numeric
    pairs = list(zip(columns[first], columns[second], strict=True))
    if all(a >= b for a, b in pairs):
        roles["points"], roles["minimum"] = first, second
    elif all(a <= b for a, b in pairs):
        roles["points"], roles["minimum"] = second, first


def _titled(reading: Reading, rows: list[Block]) -> list[Draft]:
    header = rows[0].header
    roles = _columns(rows)
    in_section = bool(rows[0].heading and SELECTION_HEADING.search(rows[0].heading[-1]))
    informative = sum(role in roles for role in ("when", "points", "minimum"))
    named = bool(_NAME_COLUMN.search(header[roles["name"]] if roles["name"] < len(header) else ""))
    if not informative:
        return _label_rows(reading, rows) if in_section or _steps_labels(rows) else []
    steps = []
    for block in rows:
        if block.cells == header:
            continue
        cells = _cells(reading, block)
        position = roles["name"]
        while (
            position in cells
            and ORDINAL_ONLY.match(cells[position].text)
            and position + 1 in cells
            and position + 1 not in (roles.get("when"), roles.get("minimum"))
        ):
            position += 1
        if position not in cells:
            continue
        name = clean_name(cells[position].text)
        if not name or _NO_STEP.search(name) or not (in_section or STEP.search(name) or named):
            continue
        if _ADJECTIVE_ONLY.match(name) and re.search(r"gedeelte|deel|proef", header[roles["name"]], _FLAGS):
            name = f"{name} {header[roles['name']].casefold()}"
        steps.append(_titled_step(reading, name, cells, roles))
    if any(STEP.search(step.name) for step in steps) or (in_section and len(steps) > 1):
        return steps
    return []


def _titled_step(reading: Reading, name: str, cells: dict[int, Unit], roles: dict[str, int]) -> Draft:
    units = list(cells.values())
    step = Draft(name, " ".join(unit.text for unit in units), units)
    when = cells.get(roles.get("when", -1))
    if when is not None:
        step.dated = list(reading.moments_in(when))
        if not _NO_WHEN.match(when.text):
            step.when_text = " ".join(when.text.split())
        step.same_day = not step.dated and bool(re.search(r"zelfde\s+dag|aansluitend", when.text, _FLAGS))
    else:
        step.dated = [dated for unit in units for dated in reading.moments_in(unit)]
    step.mark = _mark(reading, cells, roles)
    step.mark = " ".join(step.mark.split()) if step.mark else None
    step.graded = _is_graded(cells, roles)
    step.unmarked = step.mark is None and not step.graded and "minimum" in roles
    if ELIMINATING.search(step.text):
        step.eliminating = not re.search(r"niet[\s-](?:eliminerend|uitsluitend)", step.text, _FLAGS)
    return step


def _mark(reading: Reading, cells: dict[int, Unit], roles: dict[str, int]) -> str | None:
    texts = {role: cells[column].text for role, column in roles.items() if column in cells}
    minimum, points = texts.get("minimum"), texts.get("points") or texts.get("name", "")
    if minimum is not None and not _EMPTY.match(minimum):
        if found := mark_in(minimum):
            return found
        low, high = minimum_in(minimum), re.search(r"\d{1,3}", texts.get("points", "")) or None
        total = high.group(0) if high else points_in(points)
        if low and total:
            return ratio(low, total)
        return _wording(minimum)
    for role in ("points", "name"):
        if role in texts and (found := mark_in(texts[role])):
            return found
    rest = [unit for column, unit in cells.items() if column not in roles.values()]
    return next((found for unit in rest if (found := mark_in(without_dates(unit.text, list(reading.moments_in(unit)), unit.start)))), None)


def _wording(text: str) -> str | None:
    """A mark in words from a cell about passing; remarks about points or numbers of candidates are none."""
    if re.search(r"geen|zonder|advis|kandidaten|rangsch|beste|-$|punten", text, _FLAGS) and not words_in(text):
        return None
    return " ".join(text.split()) if re.search(r"geschikt|geslaagd|voldoe|gunstig|pass", text, _FLAGS) else None


def _is_graded(cells: dict[int, Unit], roles: dict[str, int]) -> bool:
    texts = [cells[column].text for role, column in roles.items() if role in ("points", "minimum", "name") and column in cells]
    return any(points_in(text) or re.fullmatch(r"\s*\d{2,3}\s*", text) for text in texts)


def _steps_labels(rows: list[Block]) -> bool:
    return any(block.cells and (_STEPS_LABEL.match(block.cells[0]) or ORDINAL_ONLY.match(block.cells[0])) for block in rows)


def _label_rows(reading: Reading, rows: list[Block]) -> list[Draft]:
    """Rows without column titles: "Mondelinge proef (60 punten) | 22 januari | minimum 30", "Stap 1 | Nazicht | 10 december", "Proeven | ..."."""
    in_section = bool(rows[0].heading and SELECTION_HEADING.search(rows[0].heading[-1]) and not NOT_SELECTION_HEADING.search(rows[0].heading[-1]))
    steps: list[Draft] = []
    for block in rows:
        cells = _cells(reading, block)
        if 0 not in cells or len(cells) < 2 or _NO_STEP.search(cells[0].text):
            continue
        label = cells[0].text
        if _STEPS_LABEL.match(label.strip()):
            for column, unit in cells.items():
                if column:
                    steps += cell_steps(reading, unit)
            continue
        if ORDINAL_ONLY.match(label):
            rest = [unit for column, unit in cells.items() if column]
            if len(rest) > 1:
                steps.append(_label_step(reading, clean_name(rest[0].text), rest))
            elif not _EMPTY.match(rest[0].text):
                steps += cell_steps(reading, rest[0])
            continue
        if (STEP.search(label) and len(label) < 90) or (in_section and _tells(reading, cells)):
            steps.append(_label_step(reading, clean_name(label), list(cells.values())))
    if not in_section and not any(step.dated or step.mark for step in steps):
        return []
    return [step for step in steps if step.name]


def _tells(reading: Reading, cells: dict[int, Unit]) -> bool:
    return any(reading.moments_in(unit) for column, unit in cells.items() if column)


def _label_step(reading: Reading, name: str, units: list[Unit]) -> Draft:
    step = Draft(name, " ".join(unit.text for unit in units), units)
    step.dated = [dated for unit in units for dated in reading.moments_in(unit)]
    plain = " ; ".join(without_dates(unit.text, list(reading.moments_in(unit)), unit.start) for unit in units)
    step.mark = mark_in(plain)
    step.same_day = not step.dated and bool(re.search(r"zelfde\s+dag|aansluitend", step.text, _FLAGS))
    if not step.dated and len(units) > 1 and re.search(r"week|dag|maand|afspra|bepalen|datum", units[1].text, _FLAGS) and len(units[1].text) < 80:
        step.when_text = units[1].text
    return step


def cell_steps(reading: Reading, unit: Unit) -> list[Draft]:
    """The steps that a cell tells one by one, on lines or in sentences."""
    steps = []
    lines = [match for match in re.finditer(r"[^\n]+", unit.text) if NUMBERED_STEP.match(match.group(0))]
    if len(lines) > 1:
        return [
            draft_from(reading, name, unit, unit.start + line.start(), unit.start + line.end())
            for line in lines
            if (name := name_of(STEP_LABEL.sub("", line.group(0))))
        ]
    for match in re.finditer(r"[^\n]+", re.sub(r"(?<=[a-z)])\. (?=[A-Z])", ".\n", unit.text)):
        line = match.group(0)
        found = STEP.search(line)
        if found is None:
            continue
        name = name_of(line)
        steps.append(draft_from(reading, name, unit, unit.start + match.start(), unit.start + match.end()))
    return steps


# A step told in a sentence: 'Op 2 december doe je een praktische proef', 'Je hebt een gesprek met de jury'.
_SENTENCE = re.compile(
    r"(?:we|wij|je|jij|u|wie|daarna|nadien|eerst|vervolgens|dan|in\s+de\s+week|(?:op|tussen|vanaf|van)\s+(?:\w+dag\s+)?\d)\b", _FLAGS
)
_LEADING_DATE = re.compile(
    r"^(?:op|tussen|van|vanaf)\s+[^,;:]*?\d{1,2}\s+[a-z]+(?:\s+20\d\d)?(?:\s+om\s+\S+\s+uur)?\s+(?:volgt\s+|is\s+er\s+)?", _FLAGS
)


def name_of(text: str) -> str:
    """The step's name at the head of a line: up to a colon, a date, brackets with points, or the verb."""
    head = re.split(r":\s|:$|\s+[–-]\s+|;|\.\s|\.$|\n", clean_name(text), maxsplit=1)[0]
    head = re.split(
        r",?\s+(?:(?:van\s+|op\s+)?(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:voormiddag|namiddag|avond)?\s+\d|(?:minimum|minstens|maximum)\s+\d"
        r"|op\s+(?:\w+dag\s+)?\d|op\s+dezelfde|op\s+(?:maan|dins|woens|donder|vrij|zater|zon)dag|in\s+de\s+week"
        r"|tussen\s+\d|vindt|gaat|waarbij|waarin|om\s+\d|die\b|dat\b|staat\s+op|je\s|u\s|we\s)",
        head,
        maxsplit=1,
        flags=_FLAGS,
    )[0]
    head = re.split(r"\s*\(\s*(?=\d|op\s|max|min|geslaagd|eliminerend)", head, maxsplit=1)[0]
    if not head.strip(" ,.:;") or _SENTENCE.match(clean_name(text)):
        found = STEP.search(text) or re.search(r"\b(?:opdracht|gesprek)\b", text, _FLAGS)
        head = found.group(0) if found else re.split(r"[.(;]", _LEADING_DATE.sub("", clean_name(text)))[0]
    return re.sub(
        r"^(?:een|de|het|daarna|eerst|dan|vervolgens|tot\s+slot|ten\s+slotte)\s+(?:(?:een|de|het"
        r"|volgt\s+een)\s+)?",
        "",
        re.sub(r"\s+(?:met|voor|door|van|bij|in|op|een|de|het)$", "", head.strip(" ,.:;"), flags=_FLAGS),
        flags=_FLAGS,
    )
