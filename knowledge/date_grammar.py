"""What dates look like in Dutch text (and in the French and English of candidates): finds them, resolves nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTH_NAMES = (
    "januari jan january janvier",
    "februari febr feb february février fevrier",
    "maart mrt march mars",
    "april apr avril",
    "mei may mai",
    "juni jun june juin",
    "juli jul july juillet",
    "augustus aug august août aout",
    "september sept sep septembre",
    "oktober okt october oct octobre",
    "november nov novembre",
    "december dec décembre decembre",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_WEEKDAY_NAMES = (
    "maandag ma monday mon lundi",
    "dinsdag di tuesday tue mardi",
    "woensdag wo woe wednesday wed mercredi",
    "donderdag do don thursday thu jeudi",
    "vrijdag vr vrij friday fri vendredi",
    "zaterdag za saturday sat samedi",
    "zondag zo sunday sun dimanche",
)
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names.split()}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_LONG_MONTH = "|".join(name for name in sorted(MONTHS, key=len, reverse=True) if len(name) > 4 or name in ("mei", "juni", "juli"))
_ABBREVIATED = frozenset("jan feb febr mrt apr avr jun jul aug sept sep okt oct nov dec".split())
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
# A cheap first look: most sentences hold no digit and no month.
_MAY_HOLD_DATE = re.compile(rf"\d|{_LONG_MONTH}", re.IGNORECASE)
_YEAR = r"(?:\d{4}|['’]\d{2})(?!\d|[.,]\d)"
_NUMBER = r"(?<![\w€])(?<!\d[.,/:\-])(?<!\+)"

_ITEM = re.compile(
    rf"""
    (?:(?<!\w)(?P<weekday>{_WEEKDAY})(?:avond|namiddag|voormiddag|middag|ochtend|morgen)?\.?,?\s+(?:op\s+|de\s+|the\s+|le\s+)?)?
    (?:
        (?<![\d-])(?P<iso_y>(?:19|20)\d\d)-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)(?!\d)
      | {_NUMBER}(?<!\d\s)(?P<num_d>\d{{1,2}})\s?(?P<sep>[/.\-])\s?(?P<num_m>\d{{1,2}})\s?(?P=sep)\s?(?P<num_y>(?:19|20)\d\d|\d\d)(?![\d%]|[./-]\d)
      | {_NUMBER}(?P<d>\d{{1,2}})(?:ste|de|e|er|st|nd|rd|th)?\.?\s?(?:(?:of|van|de)\s)?(?P<month>{_MONTH})\b\.?(?:,?\s?(?:van\s)?(?P<y>{_YEAR}))?
      | (?<!\w)(?P<en_month>{_MONTH})\s(?P<en_d>\d{{1,2}})(?:(?:st|nd|rd|th)\b(?:,?\s(?P<en_y>\d{{4}}))?|,\s(?P<en_y2>\d{{4}})(?!\d))
      | {_NUMBER}(?<!\d\s)(?P<short_d>\d{{1,2}})(?P<short_sep>[/.\-])(?P<short_m>\d{{1,2}})(?![\d%]|[./,:-]\d)
      | {_NUMBER}(?P<bare_d>\d{{1,2}})(?:ste|de|e|th)?(?![\w%€]|[.,:/\-]\d|\s?(?:uur|uren|u|h|%|€|euro|punten)\b)
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SEPARATOR = re.compile(
    r"\s*(?:(?P<range>tot\s+en\s+met|tot|t\.?\s?e\.?\s?m\.?|t/m|-|–|—|until|to|au|jusqu'au)|(?P<list>en|of|&|and|or|et|ou|en\s+op|of\s+op"
    r"|,\s*(?:en|of)(?:\s+op)?)|(?P<comma>,))"
    r"\s*(?:op\s+)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:tussen|between|entre)\s+(?:de\s+|het\s+)?$", re.IGNORECASE)
_SHORT_CUE = re.compile(
    r"(?:^|[(:|]|\b(?:op|tot|en met|t\.?e\.?m\.?|t/m|vóór|voor|vanaf|uiterlijk|tegen|van|tussen|en|of|deadline|datum|laatste?|start|dd\.?)\b)\s*$",
    re.IGNORECASE,
)
_TIME_FOLLOWS = re.compile(r"[\s,(|]*(?:om|van|tussen|vanaf|-|–)?\s*\d{1,2}\s?(?:u|h|uur|[u:h.]\d\d|tot\b|-)", re.IGNORECASE)
_SHARE_FOLLOWS = re.compile(
    r"\s*(?:de\b|-?\s?(?:tewerkstelling|betrekking|job|functie|contract|regime|uurrooster|werkregime|stelsel|prestatie|punt|vte|fte"
    r"|van\s+(?:een|de)\b|tijds))",
    re.IGNORECASE,
)
_WEEK = re.compile(r"\b(?:week|semaine|werkweek)\s+(?:van|of|du|vanaf|die\s+begint\s+op|beginnend\s+op)\s+(?:de\s+)?$", re.IGNORECASE)
_WEEK_NUMBER = re.compile(r"\bweek\s+(?P<week>\d{1,2})\s*(?:\(|van\s|in\s|,\s*|-\s*)?(?P<year>20\d\d)\b", re.IGNORECASE)
_PART = (
    r"begin|start|aanvang|midden|medio|half|mid|eind|einde|eerste\s+helft|tweede\s+helft|early|late|end\s+of|début|fin|mi"
    r"|(?:eerste|tweede|derde|laatste)\s+week(?:\s+van)?"
)
_MONTH_ONLY = re.compile(
    rf"(?<!\w)(?:(?P<part>{_PART})[\s-]+(?:van\s+|of\s+|de\s+)?(?:maand\s+)?|(?P<lead>in|vanaf|tegen|tijdens|gedurende|sinds|loop\s+van"
    rf"|maand|tot(?:\s+en\s+met)?|voor|vóór|en|of|-|:)\s+(?:de\s+maand\s+)?)?"
    rf"(?P<month>{_LONG_MONTH})\b(?:[\s-]+(?:van\s+)?(?P<y>{_YEAR}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One date as written; `month` and `year` are None where left out. `start` and `end` are offsets in the text."""

    start: int
    end: int
    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A date expression: one item, a list or a range of items, a week, or a part of a month.

    `part` is "begin", "mid", "end" or "" for kind "month"; `week` the ISO week for kind "week_number".
    """

    start: int
    end: int
    kind: str
    items: tuple[Item, ...] = ()
    month: int = 0
    year: int | None = None
    part: str = ""
    week: int = 0


def written_dates(text: str) -> list[Written]:
    """The date expressions of a text, in order, without overlap."""
    if not _MAY_HOLD_DATE.search(text):
        return []
    found = list(_chains(text)) if any(char.isdigit() for char in text) else []
    taken = [(entry.start, entry.end) for entry in found]

    def free(start: int, end: int) -> bool:
        return all(end <= low or start >= high for low, high in taken)

    for match in _WEEK_NUMBER.finditer(text):
        if free(match.start(), match.end()) and 1 <= int(match["week"]) <= 53:
            found.append(Written(match.start(), match.end(), "week_number", week=int(match["week"]), year=int(match["year"])))
    for match in _MONTH_ONLY.finditer(text):
        start = match.start("part") if match["part"] else match.start("month")
        if (match["part"] or match["lead"] or match["y"]) and free(start, match.end()):
            found.append(
                Written(start, match.end(), "month", month=MONTHS[match["month"].casefold()], year=_year(match["y"]), part=_part(match["part"]))
            )
    return sorted(found, key=lambda entry: entry.start)


def _part(word: str | None) -> str:
    word = " ".join((word or "").casefold().split())
    if word.startswith(("begin", "start", "aanvang", "eerste", "early", "début")):
        return "begin"
    if word.startswith(("mid", "medio", "half", "mi", "derde", "tweede week")):
        return "mid"
    return "end" if word else ""


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    number = int(digits.lstrip("'’"))
    return number if number > 99 else 2000 + number


def _items(text: str) -> Iterator[Item]:
    for match in _ITEM.finditer(text):
        item = _item(text, match)
        if item is not None:
            yield item


def _item(text: str, match: re.Match[str]) -> Item | None:
    group = match.groupdict()
    weekday = WEEKDAYS[group["weekday"].casefold()] if group["weekday"] else None
    day = int(next(group[name] for name in ("iso_d", "num_d", "d", "en_d", "short_d", "bare_d") if group[name]))
    name = group["month"] or group["en_month"]
    digits = group["iso_m"] or group["num_m"] or group["short_m"]
    month = MONTHS[name.casefold()] if name else int(digits) if digits else None
    year = _year(group["iso_y"] or group["num_y"] or group["y"] or group["en_y"] or group["en_y2"])
    if not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    if group["num_y"] and len(group["num_y"]) == 2 and not 15 <= int(group["num_y"]) <= 45:
        return None
    if group["short_m"] and not _is_short_date(text, match, weekday):
        return None
    # The full stop after a whole month name ends the sentence; after "dec" it belongs to the date.
    full_stop = match.group(0).endswith(".") and bool(name) and name.casefold() not in _ABBREVIATED
    return Item(match.start(), match.end() - full_stop, day, month, year, weekday, bare=month is None)


def _is_short_date(text: str, match: re.Match[str], weekday: int | None) -> bool:
    """Whether "3/12" is a date rather than a share, a mark or a time: only with a weekday, a time after it, or a preposition of time."""
    if weekday is not None:
        return True
    if match["short_sep"] != "/" or _SHARE_FOLLOWS.match(text, match.end()):
        return False
    if match.group(0) in ("1/2", "1/3", "2/3", "1/4", "3/4", "2/5", "3/5", "4/5"):
        return bool(_TIME_FOLLOWS.match(text, match.end()))
    return bool(_TIME_FOLLOWS.match(text, match.end()) or _SHORT_CUE.search(text[max(0, match.start() - 30) : match.start()]))


def _chains(text: str) -> Iterator[Written]:
    chain: list[Item] = []
    joints: list[str] = []
    for item in _items(text):
        if chain:
            joint = _SEPARATOR.fullmatch(text, chain[-1].end, item.start)
            kind = next((name for name in ("range", "list", "comma") if joint and joint[name]), None)
            if kind is None or (kind == "range" and "range" in joints):
                yield from _close(text, chain, joints)
                chain, joints = [], []
            else:
                joints.append(kind)
        chain.append(item)
    yield from _close(text, chain, joints)


def _close(text: str, chain: list[Item], joints: list[str]) -> Iterator[Written]:
    """Gives every item its month; bare numbers that no month follows are no dates ("Stap 2, 14 december")."""
    while chain and chain[-1].bare:
        chain, joints = chain[:-1], joints[:-1]
    kept: list[Item] = []
    kinds: list[str] = []
    for index in range(len(chain) - 1, -1, -1):
        item = chain[index]
        if item.bare and kept and index < len(joints):
            if joints[index] == "comma" and not any(kind == "list" for kind in kinds):
                break
            item = Item(item.start, item.end, item.day, kept[0].month, kept[0].year, item.weekday)
        elif item.year is None and kept and kept[0].year is not None and item.month is not None and kept[0].month is not None:
            # "van 28 december tot 3 januari 2027": the year belongs to the last of them.
            item = Item(item.start, item.end, item.day, item.month, kept[0].year - (item.month > kept[0].month), item.weekday)
        if kept:
            kinds.insert(0, joints[index])
        kept.insert(0, item)
    if not kept:
        return
    before = text[max(0, kept[0].start - 60) : kept[0].start]
    start = kept[0].start
    kind = "date" if len(kept) == 1 else "list"
    if len(kept) == 2 and (kinds == ["range"] or (_BETWEEN.search(before) and kinds == ["list"])):
        kind = "range"
    elif week := _WEEK.search(before):
        kind, start = "week", kept[0].start - len(before) + week.start()
    yield Written(start, kept[-1].end, kind, tuple(kept))
