"""What can be checked in a text: phone numbers, addresses, dates, amounts and names, each in one notation."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_SHORT = {"jan": 1, "feb": 2, "mrt": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12}
_MONTH = {name: number for number, name in enumerate(_MONTHS, start=1)} | _SHORT
_MONTH_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\d.,/-])(?:\+|00|0)\d(?:(?:[ ./-]| ?\(0\) ?)?\d){7,12}(?!\d)")
# "3, 5 en 7 december 2026": every day belongs to the month that follows.
_WORDED = re.compile(
    rf"(?<![\d.,/])((?:\d{{1,2}}(?:ste|de|e)?(?:\s*(?:,|en|of|tot|tot en met|t/m|t\.e\.m\.|[-–&/])\s*(?:(?:ma|di|wo|do|vr|za|zo)\w*\s+)?)?)+)\.?\s*"
    rf"({_MONTH_NAMES})\b\.?(?:\s*['’]?(\d{{4}})\b)?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?<![\d.,/-])(\d{1,2})\s?([/.-])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d{2}))?(?![\d]|[.,/-]\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[. ]\d{3})+(?:,\d+)?(?![\d])|\d+(?:[.,]\d+)?")
_AMOUNT = re.compile(r"(?:€|\beuro\b|\beur\b)\s*(\d[\d. ]*(?:,\d+)?)|(\d[\d. ]*(?:,\d+)?)\s*(?:€|euro\b|eur\b|%|procent\b)", re.IGNORECASE)


_HIDDEN = (
    (re.compile(r"\s*[\[(]\s*(?:at|apenstaartje)\s*[\])]\s*", re.IGNORECASE), "@"),
    (re.compile(r"\s*[\[(]\s*(?:punt|dot)\s*[\])]\s*", re.IGNORECASE), "."),
)
_SHARE = re.compile(r"(?<![\d/])(\d{1,2}(?:[.,]\d{1,2})?)\s?/\s?(\d{1,2}(?:[.,]\d{1,2})?)(?![\d/])")


@dataclass(frozen=True)
class Day:
    """A day of the year; `year` is None where it is not written."""

    month: int
    day: int
    year: int | None = None


def emails(text: str) -> set[str]:
    return {found.lower().rstrip(".") for found in _EMAIL.findall(text)}


def has_email(text: str, address: str) -> bool:
    """Whether an address stands in the text, also broken over lines or hidden from robots ("naam [at] stad [punt] be")."""
    for pattern, sign in _HIDDEN:
        text = pattern.sub(sign, text)
    return address in "".join(text.split()).lower()


def phones(text: str) -> set[str]:
    """With the country's number and without a plus: '0471 99 37 53' gives '32471993753'."""
    digits = (re.sub(r"\D", "", found.replace("(0)", "")) for found in _PHONE.findall(text))
    return {number.removeprefix("00") if number.startswith("00") else re.sub("^0", "32", number) for number in digits}


def has_phone(text: str, number: str) -> bool:
    """Whether a number as `phones` gives it stands in the text, in any notation."""
    return (
        re.search(r"(?:\+|\b00|\b0)\D{0,3}" + r"\D{0,3}".join(number.removeprefix("32")) + r"(?!\d)", text.replace("(0)", "").replace("+32", "0"))
        is not None
    )


def days(text: str) -> set[Day]:
    found = {Day(int(month), int(day), int(year)) for year, month, day in _ISO.findall(text)}
    for before, month, year in _WORDED.findall(text):
        found |= {Day(_MONTH[month.lower()], int(day), int(year) if year else None) for day in re.findall(r"\d{1,2}", before)}
    for day, _, month, year in _NUMERIC.findall(text):
        found.add(Day(int(month), int(day), (int(year) + (2000 if len(year) == 2 else 0)) if year else None))
    return {day for day in found if 1 <= day.month <= 12 and 1 <= day.day <= 31}


def amounts(text: str) -> set[Decimal]:
    """Sums of money and percentages."""
    return {number for pair in _AMOUNT.findall(text) for number in [_value(pair[0] or pair[1])] if number is not None}


def numbers(text: str) -> set[Decimal]:
    """Every number, whatever it counts."""
    return {value for found in _NUMBER.findall(text) if (value := _value(found)) is not None}


def shares(text: str) -> set[Decimal]:
    """The percentages that fractions such as "19/38" are, whole and with one decimal."""
    pairs = [(_value(part), _value(whole)) for part, whole in _SHARE.findall(text)]
    percentages = [100 * part / whole for part, whole in pairs if part and whole]
    return {round(percentage, places).normalize() for percentage in percentages for places in (0, 1)}


def names(text: str, known: Iterable[str]) -> set[str]:
    """Which of the known names of persons stand in the text."""
    folded = " ".join(text.split()).casefold()
    return {name for name in known if re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", folded)}


def _value(written: str) -> Decimal | None:
    plain = written.strip(" .").replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain) or "," in plain:
        plain = plain.replace(".", "").replace(",", ".")
    try:
        return Decimal(plain).normalize()
    except ArithmeticError:
        return None
