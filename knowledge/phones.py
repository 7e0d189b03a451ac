"""Telephone numbers in Dutch text: found in every way people write them, kept as E.164, shown with the Belgian grouping."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers

_REGION = "BE"
# A trunk or country prefix, then groups of digits; separators may be dots, slashes, dashes, brackets, spaces or one line break.
_CANDIDATE = re.compile(r"(?<![\w.,/-])(?:\(?\+\s?\d|\(?0)\d*\)?(?:\s{0,2}[./\-–]?\s{0,2}\(?\d+\)?){0,9}")
_GROUP_END = re.compile(r"\d\)?(?!\d)")
# Numbers of other kinds that begin with a zero: company and VAT numbers, bank accounts, register numbers.
_OTHER_NUMBER = re.compile(
    r"(?:ondernemings?nummer|ondernemingsnr\.?|\b(?:kbo|btw|rpr|iban)\b|(?-i:(?<![\w.@])BE)|rekening\w*|rijksregister\w*|dossiernummer|referentie\w*)[\s:.\-]*$",
    re.IGNORECASE,
)
_CUE = re.compile(r"(?:\btel(?:efoon\w*)?\b|\bt\b|\bgsm\b|\bmobiel\b|\bbel(?:len)?\b|\bphone\b|☎|📞)[\s.:]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundPhone:
    """A valid number; `text[start:end]` is how it is written, `str()` gives its E.164 form."""

    e164: str
    start: int
    end: int

    def __str__(self) -> str:
        return self.e164


def find_phones(text: str) -> list[FoundPhone]:
    """The telephone numbers of a text in order; numbers without a country code are read as Belgian."""
    return [found for found, _ in _scan(text) if found is not None]


def find_invalid_phones(text: str) -> list[tuple[int, int]]:
    """Spans that are announced as a telephone number ('tel.', 'bel') but can't be one."""
    return [span for found, span in _scan(text) if found is None and _CUE.search(text, max(0, span[0] - 14), span[0])]


def display_phone(e164: str) -> str:
    """'+32471993753' → '0471 99 37 53'; a foreign number keeps its country code; what is no number is returned as it is."""
    try:
        number = phonenumbers.parse(e164, _REGION)
    except phonenumbers.NumberParseException:
        return e164
    belgian = number.country_code == 32
    style = phonenumbers.PhoneNumberFormat.NATIONAL if belgian else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style)


def _scan(text: str) -> Iterator[tuple[FoundPhone | None, tuple[int, int]]]:
    position = 0
    while match := _CANDIDATE.search(text, position):
        position = match.end()
        if _OTHER_NUMBER.search(text, max(0, match.start() - 24), match.start()):
            continue
        found = _longest(match.group(), match.start())
        if found:
            position = found.end
            yield found, (found.start, found.end)
        elif sum(char.isdigit() for char in match.group()) >= 7:
            yield None, match.span()


def _longest(written: str, start: int) -> FoundPhone | None:
    """The longest run of whole digit groups that is a valid number."""
    for end in [match.end() for match in _GROUP_END.finditer(written)][::-1]:
        digits = re.sub(r"\D", "", written[:end])
        if not 8 <= len(digits) <= 15:
            continue
        try:
            number = phonenumbers.parse(written[:end].replace("(0)", "").replace("\n", " "), _REGION)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number) and not _is_date(written[:end]):
            return FoundPhone(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), start, start + end)
    return None


def _is_date(written: str) -> bool:
    return re.fullmatch(r"\d{1,2}([./-])\d{1,2}\1\d{4}.*", written) is not None
