"""Name and e-mail address in a message, as people type them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from email_validator import EmailNotValidError, validate_email
from rapidfuzz.distance import DamerauLevenshtein

from actions.signup_words import only_agrees
from actions.vacancy_choice import words

_EMAIL = re.compile(r"[^\s,;:<>()\[\]\"“”]*@[^\s,;:<>()\[\]\"“”]*")
# Spoken or guarded ways to write "@" and "."; only where an address is likely.
_AT = re.compile(r"\s*(?:\(at\)|\[at\]|\bapen?staart(?:je)?\b)\s*", re.IGNORECASE)
_AT_WORD = re.compile(r"(?<=\w)\s+at\s+(?=[\w-]+\s*(?:\.|\bpunt\b|\bdot\b))", re.IGNORECASE)
# "ilse verhulst at example punt be": which of the two stand before the at sign, and with what between them, nobody knows.
_TWO_WORDS_AT = re.compile(
    r"(?:^|[,;:!?]\s*)(?!(?:[\w'-]+\s+){0,1}(?:mail\w*|e-?mail\w*|adres|is|tis|op|naar|punt"
    r"|dot)\b)[^\W\d_][\w'-]*\s+[^\W\d_][\w'-]*\s+at\s+(?=[\w-]+\s*(?:\.|\bpunt\b|\bdot\b))",
    re.IGNORECASE,
)
_SPACED_AT = re.compile(r"(?<=[\w.-])\s+@\s*(?=[\w-]+\.\w)|(?<=[\w.-])\s*@\s+(?=[\w-]+\.\w)")
_DOT = re.compile(r"\s+(?:punt|dot)\s+", re.IGNORECASE)
_COMMA_DOT = re.compile(r"(@[\w-]+),\s?(com|be|nl|fr|net|eu|org)\b", re.IGNORECASE)
_TRIED = re.compile(r"\S+\.[a-z]{2,}\s*$|\bat\b|\S+@", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+32|0032|0)[\d ./()-]{7,14}\d")
_REJECTED = re.compile(r"\b(?:niet|nie|ipv|in plaats van|niet meer|was|not|fout was)\s*$", re.IGNORECASE)

_NAMED = re.compile(
    r"(?:mijn (?:volledige )?naam(?:\s+is|\s*:)|m'n naam is|naam\s*[:=]|naam is|naam moet zijn|ik heet|noem (?:me|mij)|my name is|je m'appelle"
    r"|mon nom est"
    r"|(?P<weak>\bik ben|\bi am|\bi'm|\bje suis|\bdit is|\bmet|\bis|\btis))\s+(?P<name>[^,.;!?\n@]+)",
    re.IGNORECASE,
)
# "mijn naam is fout, het moet Jelle De Wit zijn"
_MUST_BE = re.compile(r"\bnaam\b[^?\n@]*?\b(?:moet|moest)\s+(?:eigenlijk\s+)?(?P<name>[^,.;!?\n@]+?)\s+(?:zijn|heten|worden)\b", re.IGNORECASE)
_FILLER = re.compile(
    r"\b(?:mijn|m'n|naam|is|en|mail\w*|e-?mail\w*|adres|telefoon\w*|gsm\w*|nummer|op|de|schrijf|me|mij|in|voor|inschrijven|infosessie|sessie|aub"
    r"|alstublieft|alsjeblieft|ja|ok|oke|graag"
    r"|oei|oeps|foutje|sorry|nee|neen|het|dat|moet|zijn|dit|hallo|dag|goeiedag|mvg|groeten|groetjes|bedankt|merci|wacht|tis|eigenlijk|bereikbaar"
    r"|via|and|my|name|email|volledige|jij|bent)\b",
    re.IGNORECASE,
)
_PARTICLES = "van|de|den|der|het|ten|ter|te|el|al|d'|l'|'t|di|da|du|la|le|von|ben|bin|ibn|st|dos|del|op"
_WORD = r"[^\W\d_](?:[^\W_]|['’.-])*"
_NAME = re.compile(rf"^(?:(?:{_PARTICLES})\s+)*{_WORD}(?:\s+{_WORD}){{0,6}}$", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"\?|\b(?:ja|nee|neen|ok|oke|wat|waar|wanneer|hoe|wie|welke?|waarom|kan|kunt|kunnen|moet|moeten|mag|wil|stop|annuleer|laat|maar|niet|nie"
    r"|geen|hallo|bedankt|merci|doe|ga|verder|voort"
    r"|later|straks|wacht|even|moment|eerst|nog|vraag|weet|heb|heeft|ben|zijn|naam|mail|email|e-mail|adres|sessie|infosessie|fout|foute|verkeerd"
    r"|verkeerde|juist|klopt|gespeld|geschreven"
    r"|een|deze|die|dat|dit|voor|noteer|ik|jij|je|gij|mij|mijn|hier|daar|online|teams|the|what|when|where|how|yes|oui|non|inschrijven|schrijf"
    r"|graag|liever|geinteresseerd|geïnteresseerd|student|weer|ook)\b",
    re.IGNORECASE,
)

COMMON_DOMAINS = (
    "gmail.com", "hotmail.com", "hotmail.be", "outlook.com", "outlook.be", "live.be", "live.com", "telenet.be", "skynet.be", "proximus.be",
    "yahoo.com", "icloud.com", "scarlet.be", "pandora.be", "msn.com",
)  # fmt: skip
"""Domains that candidates here use most; an address one letter away from one of them is probably a typo."""
_REAL_NEIGHBOURS = frozenset(
    {"mail.com", "ymail.com", "email.com", "live.nl", "live.fr", "hotmail.fr", "hotmail.nl", "outlook.fr", "yahoo.fr", "me.com", "mac.com"}
)
_WRONG_ENDINGS = {
    "gmail.be"
: "gmail.com", "gmail.nl": "gmail.com", "gmail.fr": "gmail.com", "telenet.com": "telenet.be", "skynet.com": "skynet.be"} | {
    "proximus.com": "proximus.be", "icloud.be": "icloud.com", "scarlet.com": "scarlet.be", "pandora.com": "pandora.be",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Details:
    """What a message tells: a name, a valid address, an address that is not valid, and a likelier address for a typo."""

    name: str | None = None
    email: str | None = None
    invalid_email: str | None = None
    suggestion: str | None = None

    def __bool__(self) -> bool:
        return bool(self.name or self.email or self.invalid_email)


def details(text: str, *, asked: str | None = None, known: str | None = None, not_names: Collection[str] = ()) -> Details:
    """The details in a message. `asked` ("naam", "e-mail" or "klopt") is what the bot asked last: then a bare text is that.

    `known` is the address given before: of several addresses in a correction the other one is meant. `not_names` are folded words that
    stand in the vacancy's title and the like; capitals alone make no name of them.
    """
    written = _written_out(text, asked)
    email, invalid, suggestion = _address(written, known)
    if email is None and invalid is None and asked == "e-mail" and _TRIED.search(written) and len(text) < 100 and "?" not in text:
        invalid = text.strip()
    rest = _PHONE.sub(" ", _EMAIL.sub(" , ", written))
    tried_address = invalid is not None and "@" not in text
    beside = bool(email or invalid or _PHONE.search(written))
    return Details(None if tried_address else _name(rest, asked, beside, not_names), email, invalid, suggestion)


def _written_out(text: str, asked: str | None) -> str:
    """The text with spoken and spaced forms of an address joined ("tom punt peeters at gmail punt com")."""
    text = _SPACED_AT.sub("@", _AT.sub("@", text))
    if asked == "e-mail" and not _TWO_WORDS_AT.search(text):
        text = _AT_WORD.sub("@", text)
    return _DOT.sub(".", text) if "@" in text else text


def _address(text: str, known: str | None) -> tuple[str | None, str | None, str | None]:
    """(valid address, invalid address, likelier address); at most one of the first two."""
    valid: list[str] = []
    invalid: list[str] = []
    for match in _EMAIL.finditer(text):
        address = match.group().strip(".,;'’`!?/\\")
        good = valid_address(address)
        if good is None:
            invalid.append(match.group()[:80])
        elif not _REJECTED.search(text[: match.start()]):
            valid.append(good)
    others = [address for address in valid if address != known]
    if others or valid:
        email = (others or valid)[-1]
        return email, None, _likelier(email)
    if invalid:
        repaired = _COMMA_DOT.search(text)
        mended = valid_address(_EMAIL.findall(_COMMA_DOT.sub(r"\1.\2", text))[-1]) if repaired else None
        return None, invalid[-1], mended
    return None, None, None


def valid_address(address: str) -> str | None:
    """The address in lower case, or None when it cannot be right."""
    try:
        # No DNS check: it would refuse everything while the network is away. Letters outside ASCII are typos here, and few servers take them.
        return validate_email(address, check_deliverability=False, allow_smtputf8=False).normalized.lower()
    except EmailNotValidError:
        return None


def _likelier(address: str) -> str | None:
    local, domain = address.rsplit("@", 1)
    if domain in COMMON_DOMAINS or domain in _REAL_NEIGHBOURS:
        return None
    near = (
        [_WRONG_ENDINGS[domain]]
        if domain in _WRONG_ENDINGS
        else [known for known in COMMON_DOMAINS if DamerauLevenshtein.distance(domain, known) == 1]
    )
    return f"{local}@{near[0]}" if near else None


def _name(rest: str, asked: str | None, beside_contact: bool, not_names: Collection[str]) -> str | None:
    expected = asked in ("naam", "klopt") or beside_contact
    if (corrected := _MUST_BE.search(rest)) and _NAME.match(corrected["name"]) and _looks_like_name(corrected["name"], strict=False):
        return _clean(corrected["name"])
    for introduced in _NAMED.finditer(rest):
        candidate = re.split(r"\s+(?:en|and|et|met|maar)\s+", introduced["name"].strip())[0].strip(" :'’\"")
        # "ik ben" and the like introduce much else: there a name is what looks like one.
        weak = introduced["weak"] is not None
        if (expected or not weak) and _NAME.match(candidate) and _looks_like_name(candidate, strict=weak and asked != "naam"):
            return _clean(candidate)
    if not expected:
        return None
    parts = [" ".join(part.strip(" .!:'’\"-–").split()) for part in re.split(r"[,;:\n()/]|\s[-–]\s", rest)]
    parts = [part for part in parts if part]
    if asked == "naam" and len(parts) == 2 and all(_NAME.match(part) and _looks_like_name(part, strict=False) for part in parts):
        return _clean(" ".join(parts))
    for part in parts:
        whole = asked == "naam" and _looks_like_name(part, strict=False)
        bare = part if whole else " ".join(_FILLER.sub(" ", part).split()).strip(" ,.:-'’")
        if bare and _NAME.match(bare) and _looks_like_name(bare, strict=asked != "naam") and not set(words(bare)) <= set(not_names):
            return _clean(bare)
    return None


def _looks_like_name(text: str, *, strict: bool) -> bool:
    """`strict`: at least two words that start with a capital; else anything of at most six words that holds no question or command."""
    if _NOT_A_NAME.search(text) or not 2 <= len(text) <= 80 or only_agrees(text):
        return False
    parts = text.split()
    if not strict:
        return len(parts) <= 6
    return len(parts) >= 2 and parts[-1][0].isupper() and sum(part[0].isupper() for part in parts) >= 2


def _clean(name: str) -> str:
    """Capitals for a name typed without any; a name that has some is left as it is."""
    name = " ".join(name.split())
    if not name.islower():
        return name
    particles = set(_PARTICLES.split("|"))
    return " ".join(word if word in particles and number else word[:1].upper() + word[1:] for number, word in enumerate(name.split()))
