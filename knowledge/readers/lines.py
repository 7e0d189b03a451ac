"""What a single printed line looks like: a heading, a list item, a line of a contact card. Shared by all readers."""

from __future__ import annotations

import re

MAIL = re.compile(r"[\w.+'-]+\s?(?:@|\[at\]|\(at\))\s?[\w-]+(?:\s?(?:\.|\[punt\]|\(punt\)|\[dot\])\s?[\w-]+)+", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w/.])(?:(?:\+|00)\d{2}[\s./-]*(?:\(0\)\s*)?|\(?0)\d[\d\s./()-]{5,}\d(?!\w)")
URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_CARD_LABEL = re.compile(
    r"\b(?:tel(?:efoon(?:nummer)?)?|gsm|fax|e-?mail(?:adres)?|mail|mobiel|website|web|bel|via|op|of|en|t|m|e)\b\.?\s*:?", re.IGNORECASE
)

_BULLET = re.compile(r"^(?:[-*+.•·–—▪■□●○◦‣►▶➢➤✓✔✗❖→»⇒]|o(?=\s))\s+(?=\S)|^[•▪■●◦‣➢✓✔](?=\w)")
_NUMBER = re.compile(r"^(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s+(?=\S)")
_MONTH = re.compile(r"^(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b", re.IGNORECASE)
_SECTION_NUMBER = re.compile(
    r"^(?:(?:artikel|art\.?|deel|luik|hoofdstuk|stap|fase|functie|job|vacature|profiel|betrekking)\s*)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z](?:\.\d{1,2}){0,3}|[IVX]{1,5})\s*[.):–-]?\s+(?=\S)",
    re.IGNORECASE,
)
_QUESTION_NUMBER = re.compile(r"^(?:\[\w{1,3}\]|\(\d{1,2}\)|(?:vraag|v|q)\s?\d{0,2}\s?[.:)])\s+(?=\S)", re.IGNORECASE)
SYMBOL_HEADING = re.compile(r"^(?:[▲▼►▶■◆●★»➤❖⬛◼§]|>{1,3}(?=\s+\w))\s*(?=\S)")
_TERMINAL = re.compile(r"[.,;!]$")
_ADDRESS = re.compile(
    r"\b\d{4}\s+(?-i:[A-Z])[\w'-]+|(?:straat|laan|plein|weg|dreef|markt|lei|baan|kaai|dorp|hof|park|berg|pad|dijk|vest|singel|kouter|veld|wal|lo|gang|rij)\s+"
    r"\d{1,4}[a-zA-Z]?(?:\s*(?:bus|/)\s*\w+)?$",
    re.IGNORECASE,
)
_MONEY_OR_TIME = re.compile(r"€|\beuro\b|\d\s*(?:u|uur)\b|\d[.:]\d\d\b")
_LETTER_FORMULA = re.compile(
    r"^(?:beste|geachte|dag|hallo|met (?:vriendelijke|beleefde|hartelijke|collegiale) groet|hoogachtend|namens|ps\b)", re.IGNORECASE
)
_PARTICLE = re.compile(r"^(?:de|den|der|van|von|vande|vanden|el|al|ben|bin|da|dos|di|du|le|la|ter|ten|te|'t|y|e\.?|s)$", re.IGNORECASE)
_NAME_WORD = re.compile(r"(?!(?:I{2,3}|IV|VI{0,3}|IX|XI{0,3})\b)[^\W\d_](?:[^\W\d_]|['’-])*,?|[^\W\d_]\.")
_DANGLING = re.compile(
    r"(?:^|\s)(?:de|het|een|één|van|voor|met|tot|naar|bij|aan|op|om|in|uit|te|ten|ter|en|of|als|dat|die|je|jouw|uw|onze|ons|hun|zijn|haar|deze|dit|over|door|via|"
    r"per|vanaf|tussen|onder|binnen|minstens|maximaal|ongeveer|tel\.|art\.|artikel|nr\.)$"
)
HEADING_WORD = re.compile(
    r"\b(?:contact\w*|vra(?:ag|gen)|info\w*|inlichting\w*|meer|bereik\w*|hulp|helpt?|selectie\w*|kandidat\w*|functie\w*|job\w*|sollicit\w*|"
    r"inschrijv\w*|aanbod|profiel|diploma\w*|voorwaard\w*|tak\w*|loon|verloning|wie|wat|waar|wanneer|hoe|over|personeel\w*|dienst\w*|recruiter\w*)\b",
    re.IGNORECASE,
)


# A line with a verb of its own tells something; a title names something.
_TELLS = re.compile(
    r"\b(?:is|zijn|was|waren|ben|bent|heb|hebt|heeft|hebben|kan|kunt|kunnen|moet(?:en)?|mag|mogen|wil|wilt|zal|zullen|wordt?|worden|krijgt?|krijgen"
    r"|werkt|zoekt|biedt|gaat|komt|doet|geeft|neemt|staat|telt|volstaat|geldt|vraagt|verwacht|beschikt|bezit|kent)\b",
    re.IGNORECASE,
)
_OPENS_WITH_HEADING_WORD = re.compile(rf"(?:(?:de|het|je|jouw|jullie|ons|onze|uw|wat|wie|hoe|meer)\s+)?{HEADING_WORD.pattern}", re.IGNORECASE)
_PHONE_BEGUN = re.compile(r"(?<![\w/.])(?:(?:\+|00)\s?\d{2}|\(?0\d)[\d\s./()-]*$")
_PHONE_REST = re.compile(r"^[\s./()-]*\d[\d\s./()-]*(?![\w€%])")
_POSTCODE = re.compile(r"^\d{4}\s+[A-ZÀ-Ý]")


def titles_text(title: str, following: str, *, apart: bool) -> bool:
    """True when a short line may be the heading of the sentence right below it although nothing but its shape says so.

    `apart`: something (a blank line, a gap) sets it off from what stands above; otherwise it must open with a word that headings open with.
    """
    if len(title.split()) > 6 or not title[-1].isalnum() or not is_title(title) or dangles(title) or _TELLS.search(title):
        return False
    if looks_like_name(title) or not following[0].isupper() or following[-1] not in ".:!?":
        return False
    known = bool(_OPENS_WITH_HEADING_WORD.match(title))
    return len(following.split()) >= (2 if known else 3) and (apart or known)


def phone_goes_on(text: str, following: str) -> bool:
    """True when a phone number was broken at the end of a line: too few digits above, and the rest of them first below."""
    begun, rest = _PHONE_BEGUN.search(text), _PHONE_REST.match(following)
    if not begun or not rest or _POSTCODE.match(following):
        return False
    have = sum(char.isdigit() for char in begun[0])
    whole = have + sum(char.isdigit() for char in rest[0])
    least, most = (10, 13) if begun[0][0] == "+" or begun[0].startswith("00") else (9, 10)
    return have < least <= whole <= most


def bullet(text: str) -> int:
    """Length of the bullet and the space after it, 0 when the line has none."""
    match = _BULLET.match(text)
    return match.end() if match else 0


def numbering(text: str) -> int:
    """Length of "1. ", "b) " or the like, 0 when the line has none ("12. december" has none)."""
    match = _NUMBER.match(text)
    if not match or _MONTH.match(text[match.end() :]):
        return 0
    return match.end()


def section_number(text: str) -> str | None:
    """The number of a numbered heading: "3", "3.1", "B", "IV"; None when the line has none."""
    match = _SECTION_NUMBER.match(text)
    if not match or _MONTH.match(text[match.end() :]):
        return None
    return match["number"]


def has_address(text: str) -> bool:
    """True when a phone number, e-mail address or web address stands in the line."""
    return bool(MAIL.search(text) or PHONE.search(text) or URL.search(text))


def is_card_line(text: str) -> bool:
    """True for a short line that is little more than a phone number, an e-mail or a web address."""
    if not has_address(text):
        return False
    rest = URL.sub("", PHONE.sub("", MAIL.sub("", text)))
    rest = re.sub(r"\W+", " ", _CARD_LABEL.sub(" ", rest)).strip()
    return len(rest) <= 25 or len(rest) < len(text) * 0.3


def is_broken_mail(text: str) -> bool:
    """True when the line ends inside an e-mail address: the last word has an @ but no top-level domain."""
    last = text.rsplit(" ", 1)[-1]
    return "@" in last and not re.search(r"\.(?:be|com|eu|org|net|nl|fr|de|info|gent|brussels|vlaanderen)[,.;)]*$", last)


def is_caps(text: str) -> bool:
    """True when the line is in capitals (at least four letters)."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 4 and sum(c.isupper() for c in letters) / len(letters) > 0.9


def looks_like_name(text: str) -> bool:
    """True for what may be one or two persons' names: two to eight capitalised words or particles and nothing else."""
    words = text.replace("/", " ").replace("&", " ").split()
    if not 2 <= len(words) <= 8 or HEADING_WORD.search(text) or re.search(r"[\d:?!€]", text):
        return False
    proper = [w for w in words if not _PARTICLE.match(w) and w.lower() not in {"en", "of"}]
    return len(proper) >= 2 and all(w[0].isupper() and _NAME_WORD.fullmatch(w) for w in proper)


def continues(text: str, following: str) -> bool:
    """True when a printed line of a value runs on: it ends in a comma or a word that cannot stand last, or the next begins in lower case."""
    if is_card_line(following):
        return dangles(text) and not text.endswith(("tel.", "nr."))
    return text.endswith(",") or dangles(text) or (following[0].islower() and not has_address(text))


def dangles(text: str) -> bool:
    """True when a line ends in a word that no sentence, title or address ends in ("de", "van", "om"): the next line goes on."""
    return bool(_DANGLING.search(text))


def is_title(text: str, *, most_words: int = 10, most: int = 90, loud: bool = False) -> bool:
    """True when the line could be a heading by its form: short, begins like a title, no full stop, no address, no amount or hour.

    `loud`: an exclamation mark at the end is no objection (the line stands out by its type).
    """
    text = text.rstrip("!") if loud else text
    if not text or len(text) > most or len(text.split()) > most_words or not any(c.isalpha() for c in text):
        return False
    if (_TERMINAL.search(text) and not text.endswith("...")) or text.count(",") >= 2:
        return False
    first = text.lstrip("'\"‘“«(¿ ")[:1]
    if not (first.isupper() or first.isdigit()):
        return False
    return not (has_address(text) or _ADDRESS.search(text) or _MONEY_OR_TIME.search(text) or _LETTER_FORMULA.match(text))


def without_question_number(text: str) -> str:
    """A question without what numbers it: '[3] Wie zijn jullie?', 'Vraag 3: ...', '(3) ...'."""
    return _QUESTION_NUMBER.sub("", text) or text


def is_question(text: str) -> bool:
    """True when the line is one question and nothing more."""
    return text.endswith("?") and len(text) <= 140 and not re.search(r"[.!?]\s+\S", text[:-1])


def heads_a_card(text: str, following: str) -> bool:
    """True when the line is the name above a contact card (not a heading) because the next line is its phone or mail or role."""
    if text.endswith("?") or HEADING_WORD.search(text):
        return False
    return is_card_line(following) or (looks_like_name(text) and len(following) <= 60 and not following.endswith("."))


def header_row(first: list[str], others: list[list[str]]) -> bool:
    """Guesses whether the first row of a table holds column titles: short words without figures above rows that have them."""
    if not others or not all(cell.strip() for cell in first[1:]) or len(first) < 2:
        return False
    if any(re.search(r"\d", cell) or len(cell) > 45 or cell.rstrip().endswith((".", ",", ":")) or has_address(cell) for cell in first):
        return False
    if len(first) >= 3:
        return any(re.search(r"\d", cell) for row in others for cell in row[1:]) or all(_COLUMN_TITLE.search(cell) for cell in first if cell)
    return all(_COLUMN_TITLE.search(cell) for cell in first if cell)


_COLUMN_TITLE = re.compile(
    r"^(?:onderdeel|onderdelen|proe(?:f|ven)|stap|fase|wat|wie|waar|waarover|wanneer|datum|data|dag|tijdstip|uur|punten|minimum|maximum|te behalen|"
    r"slagen|resultaat|gewicht|vorm|inhoud|plaats|locatie|functie|job|naam|contact(?:persoon)?|telefoon|tel\.?|gsm|e-?mail|mail|bereikbaar\w*|"
    r"thema|vraag|antwoord|voorwaarde|diploma|niveau|schaal|loon|bedrag|duur|moment|test|gesprek|jury|aantal)\b",
    re.IGNORECASE,
)
