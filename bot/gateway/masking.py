"""What must not be kept: numbers that identify a person or an account are masked, words about health and convictions are flagged."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Keeps line breaks and tabs. Directional marks go too: they make a text read otherwise than it is.
_LINE_BREAK = re.compile(r"\r\n?|\u2028|\u2029")
_DIRECTIONAL = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_NATIONAL = re.compile(r"(?<![\d+])(\d{2})([. /-]?)(\d{2})([. /-]?)(\d{2})([. /-]{0,3})(\d{3})([. /-]?)(\d{2})(?!\d)")
_IBAN = re.compile(r"(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]{4}){2,7}(?:[ .-]?[A-Z0-9]{1,3})?(?![A-Z0-9])", re.IGNORECASE)
_CARD = re.compile(r"(?<![\d+])\d(?:[ -]?\d){12,18}(?!\d)")

_SELF = re.compile(r"\b(ik|kik|ekik|mijn|mij|me|mn|m'n|zelf|i|i'm|i've|my|je suis|j'ai|mon|ma|mes|moi|suis)\b")
_HEALTH = re.compile(
    r"\b(ziek(te|tes|teverlof)?|langdurig ziek|chronisch\w*|\w*handicap\w*|(arbeids)?beperking(en)?|invalid\w*|zwanger\w*|miskraam"
    r"|kanker\w*|tumor|chemo\w*|depressi\w*|burn-?out|bore-?out|psychi\w*|psycholog\w* (zorg|begeleiding|klachten)|angststoornis|trauma"
    r"|bipolair\w*|schizo\w*|autis\w*|ass|adhd|add|dyslexi\w*|dyscalculi\w*"
    r"|epilep\w*|diabet\w*|suikerziekte|hiv|aids|ms|multiple sclerose|parkinson|reuma\w*|fibromyalgie"
    r"|long covid|migraine|hartproblem\w*|hartaanval|beroerte|hernia|rugproblem\w*|rugklachten|rolstoel\w*|prothese|slechtziend\w*|slechthorend\w*"
    r"|blind|doof|verslav\w*|verslaafd|alcoholi\w*|medicatie|medicijnen|pillen|operatie|geopereerd|revalidatie|allerg\w*"
    r"|pregnant|disab\w*|cancer|illness|sick|depress\w*|wheelchair|enceinte|malad\w*|handicap\w*|cancer)\b"
)
_CONVICTIONS = re.compile(
    r"\b(strafblad\w*|veroorde(eld|ling|lingen)|gevangenis\w*|celstraf\w*|in de cel|de bak|vastgezeten|gezeten voor|enkelband|misdrij\w*|werkstraf"
    r"|probatie\w*|strafregister (is )?(niet|nie) (blanco|leeg|proper)|geen blanco strafregister|iets op m(ij)?n strafregister|strafrechtelijk\w*"
    r"|criminal record|convict\w*|prison|jail|casier( judiciaire)?|condamn\w*)\b"
)


@dataclass(frozen=True, slots=True)
class Masked:
    """A message without identifying numbers; `sensitive` holds "health" and "convictions" when the writer tells such things of themselves."""

    text: str
    sensitive: tuple[str, ...] = ()


def clean(message: str) -> str:
    """The message without NUL, other control characters, directional marks and unpaired surrogates, trimmed."""
    message = _LINE_BREAK.sub("\n", message)
    kept = (c for c in message if c in "\n\t" or (unicodedata.category(c) not in ("Cc", "Cs") and c not in _DIRECTIONAL))
    return "".join(kept).strip()


def plain(message: str) -> str:
    """The message without the leading slash by which Rasa would take it for a command; we issue no such commands ourselves."""
    return message.lstrip("/ \t\n") or "?" if message.startswith("/") else message


def mask(message: str) -> Masked:
    """Replaces identifying numbers by what they were and flags words on health and convictions."""
    text = _IBAN.sub(_account, message)
    text = _NATIONAL.sub(_national_number, text)
    text = _CARD.sub(_card_number, text)
    folded = "".join(c for c in unicodedata.normalize("NFKD", text.casefold().replace("’", "'")) if not unicodedata.combining(c))
    flags: list[str] = []
    if _SELF.search(folded):
        flags += [name for name, pattern in (("health", _HEALTH), ("convictions", _CONVICTIONS)) if pattern.search(folded)]
    return Masked(text, tuple(flags))


def _national_number(match: re.Match[str]) -> str:
    """A rijksregisternummer or BIS number: printed as one (85.07.30-033.28), or eleven digits whose date and check digits fit."""
    year, month, day, serial, check = (match.group(number) for number in (1, 3, 5, 7, 9))
    separators = [match.group(number) for number in (2, 4, 6, 8)]
    month_number = int(month) % 20
    if month_number > 12 or int(month) > 52 or int(day) > 31:
        return match.group()
    printed = all(separators[:3]) and bool(separators[3])
    base = int(year + month + day + serial)
    fits = int(check) in (97 - base % 97, 97 - (2_000_000_000 + base) % 97)
    return "[rijksregisternummer]" if fits or printed else match.group()


def _account(match: re.Match[str]) -> str:
    """An IBAN whose check digits fit (ISO 13616); words that the pattern took along are given back."""
    found = match.group()
    for end in [len(found), *(gap.start() for gap in reversed(list(re.finditer(r"[ .-]", found))))]:
        number = re.sub(r"[ .-]", "", found[:end]).upper()
        if 15 <= len(number) <= 34 and int("".join(str(int(c, 36)) for c in number[4:] + number[:4])) % 97 == 1:
            return "[rekeningnummer]" + found[end:]
    return found


def _card_number(match: re.Match[str]) -> str:
    """A payment card number whose check digit fits (Luhn)."""
    digits = [int(c) for c in match.group() if c.isdigit()]
    doubled = [sum(divmod(2 * digit, 10)) if number % 2 else digit for number, digit in enumerate(reversed(digits))]
    return "[kaartnummer]" if sum(doubled) % 10 == 0 else match.group()
