"""Name and e-mail address in a message, as people type them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from email_validator import EmailNotValidError, validate_email
from rapidfuzz.distance import DamerauLevenshtein

_EMAIL = re.compile(r"[^\s,;:<>()]*@[^\s,;:<>()]*")
_PHONE = re.compile(r"(?:\+32|0032|0)[\d ./-]{8,14}\d")
_NAMED = re.compile(r"(?:mijn naam is|naam\s*[:=]|naam is|ik heet|ik ben|noem me|my name is|i am|i'm|je m'appelle|je suis)\s+([^,.;!?\n@]+)", re.IGNORECASE)
_FILLER = re.compile(
    r"\b(?:mijn|naam|is|en|mail\w*|e-?mail\w*|adres|telefoon\w*|gsm|nummer|op|de|schrijf|me|mij|in|voor|inschrijven|infosessie|sessie|aub|alstublieft|ja|ok|oke|graag"
    r"|oei|foutje|sorry|nee|neen|nummer|het|dat|moet|zijn)\b",
    re.IGNORECASE,
)
_PARTICLES = "van|de|den|der|het|ten|ter|te|el|al|d'|l'|'t|di|da|du|la|le|von|ben|bin|ibn|st"
_NAME = re.compile(rf"^(?:(?:{_PARTICLES})\s+)*[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){{0,5}}$", re.IGNORECASE)

COMMON_DOMAINS = (
    "gmail.com", "hotmail.com", "hotmail.be", "outlook.com", "outlook.be", "live.be", "live.com", "telenet.be", "skynet.be", "proximus.be", "yahoo.com",
    "icloud.com", "scarlet.be", "pandora.be", "msn.com",
)  # fmt: skip
"""Domains that candidates here use most; an address one or two letters away from one of them is probably a typo."""


@dataclass(frozen=True, slots=True)
class Details:
    """What a message tells: a name, a valid address, an address that is not valid, and a likelier address for a typo."""

    name: str | None = None
    email: str | None = None
    invalid_email: str | None = None
    suggestion: str | None = None


def details(text: str, *, asked: str | None = None) -> Details:
    """The details in a message. `asked` ("naam" or "e-mail") is what the bot asked last: then a bare text is that."""
    email = invalid = suggestion = None
    found = _EMAIL.search(text)
    if found:
        email, invalid = _checked(found.group().strip(".,;'\""))
        suggestion = _likelier(email) if email else None
    elif asked == "e-mail" and re.fullmatch(r"\S+\.\w{2,}|\S+\s+at\s+\S+", text.strip(), re.IGNORECASE):
        invalid = text.strip()
    rest = _PHONE.sub(" ", _EMAIL.sub(" ", text))
    return Details(_name(rest, asked), email, invalid, suggestion)


def _checked(address: str) -> tuple[str | None, str | None]:
    try:
        # No DNS check: it would refuse everything while the network is away.
        return validate_email(address, check_deliverability=False).normalized.lower(), None
    except EmailNotValidError:
        return None, address


def _likelier(address: str) -> str | None:
    local, domain = address.rsplit("@", 1)
    if domain in COMMON_DOMAINS:
        return None
    near = [known for known in COMMON_DOMAINS if DamerauLevenshtein.distance(domain, known) == 1]
    return f"{local}@{near[0]}" if near else None


def _name(rest: str, asked: str | None) -> str | None:
    introduced = _NAMED.search(rest)
    if introduced:
        candidate = re.split(r"\s+(?:en|and|et)\s+", introduced.group(1))[0].strip()
        return _clean(candidate) if _NAME.match(candidate) and _looks_like_name(candidate, strict=False) else None
    parts = [part.strip(" .!?") for part in re.split(r"[,;\n]|\s-\s", rest)]
    for part in parts:
        bare = part if asked == "naam" else _FILLER.sub(" ", part)
        bare = " ".join(bare.split()).strip(" ,.:-")
        if bare and _NAME.match(bare) and _looks_like_name(bare, strict=asked != "naam"):
            return _clean(bare)
    return None


_NOT_A_NAME = re.compile(r"\?|\b(?:ja|nee|neen|ok|oke|wat|waar|wanneer|hoe|wie|kan|kunt|moet|stop|annuleer|laat|maar|niet|hallo|bedankt|merci|doe|wil|later|straks|waarom)\b", re.IGNORECASE)


def _looks_like_name(text: str, *, strict: bool) -> bool:
    """`strict`: at least two words that start with a capital; else anything of at most six words that holds no question or command."""
    if _NOT_A_NAME.search(text) or len(text) > 80:
        return False
    words = text.split()
    if not strict:
        return len(words) <= 6
    capitals = [word for word in words if word[0].isupper()]
    return len(words) >= 2 and len(capitals) >= 2


def _clean(name: str) -> str:
    return name.title() if name.islower() and " " in name else name
