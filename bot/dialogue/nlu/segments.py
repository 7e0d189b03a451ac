"""Cuts a candidate's message into the separate questions and statements that it holds. Pure text work, no model."""

import re

MAX_CHARACTERS = 2000
MAX_SEGMENTS = 6

_ABBREVIATIONS = frozenset(
    """aub a.u.b bv bijv bvb o.a m.a.w d.w.z i.p.v t.e.m t.a.v nl nr tel dr mr mevr dhr ing ir lic enz etc st art min max ca vb afd mw prof vs
    feb mrt apr jun jul aug sep sept okt nov dec""".split()
)
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)|\s*\n+\s*")
_LIST_LINE = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")

_QUESTION_WORD = (
    r"(?:wat|wa|wie|waar|waarom|wanneer|wnr|hoe|oe|hoeveel|hoevl|hoelang|hoezo|welke?|what|who|where|when|why|how|which|"
    r"quel(?:le)?s?|qui|où|quand|comment|combien|pourquoi|est-ce)"
)
_PREPOSITION = r"(?:op|bij|met|tot|vanaf|van|aan|in|voor|naar|tegen|over|binnen|until|from|with|to|à|de|avec|jusqu'à|jusqu)"
_VERB_FIRST = (
    r"(?:kan|kank|kunnen|kunt|mag|magek|mogen|moet|moek|moeten|zal|zou|zijn|is|ist|krijg|krijgt|krijgen|heb|hebben|heeft|bestaat|bestaan|telt|tellen|"
    r"wordt|worden|volstaat|voldoet?|past|kom|maak|werk|werken|hebde|kunde|moogde|zijde|"
    r"can|could|do|does|is|are|am|will|must|may|should|puis-je|dois-je|faut-il|peut-on|y\sa-t-il|est-il|sont-ils)"
    r"\s+(?:ik|je|jij|ge|gij|er|der|het|de|een|da|dat|dit|deze|mijn|men|jullie|we|wij|ze|zij|i|you|there|the|it|that|this|my|un|une|le|la)\b"
    r"|(?:kank|magek|moek|hebde|kunde|moogde|zijde|puis-je|dois-je|faut-il|peut-on)\b"
)
_STARTER = rf"(?:(?:{_PREPOSITION}\s+)?{_QUESTION_WORD}\b|{_VERB_FIRST})"
_QUESTION = re.compile(rf"^(?:(?:en|ook|et|and|maar|dus|hallo|hey|hoi|dag|goeiedag|bonjour|hello|hi|of|ah|oké|ok)[\s,:]+)*{_STARTER}", re.IGNORECASE)
_JOIN = re.compile(rf"\s*(?:,\s*(?:en\s+ook\s+|en\s+|ook\s+|of\s+|and\s+|et\s+)?|\s(?:en\s+ook|en|and|et)\s+)(?={_STARTER})", re.IGNORECASE)
_CONDITION = re.compile(r"^(?:en\s+)?(?:als|indien|moest|wanneer\s+(?:ik|je|we|er|de|het|men)\b|if|when\s+i\b|si)\b", re.IGNORECASE)
# "en welke zijn dat": what it asks about stands in the other half.
_LEANS_BACK = re.compile(
    r"\b(?:dat|da|die|dees|deze|dit|ze|hem|hen|haar|hij|daar|hiervan|daarvan|daarvoor|daarbij|daarmee|dan|that|they|them|him|her|it|ceux|celles|ils|elles)\b"
    r"|\b(?:het|die|le|la)\W*$",
    re.IGNORECASE,
)
# A half without a verb ("en hoeveel op het gesprek") asks about the verb of the other half.
_VERB = re.compile(
    r"\b(?:ist?|zijn|kank?|kunne?n?|kunt|kunde|mage?k?|moge?n|moe[kt]|moeten|moest|zal|zou|gaa[nt]?|sta|staa[nt]|krijg\w*|heb\w*|heeft|word\w*|"
    r"(?:be|te)l(?:t|len)?|verdien\w*|betaal\w*|solliciteer|duurt|duren|blijf\w*|loopt|lopen|begin\w*|start|werk\w*|stuur|vind|vraag|gebeurt|houdt|"
    r"schrijf\w*|zit|zitten|doe|doet|weet|hoor|bereik\w*|kom|komt|can|do|does|are|am|will|must|should|est|sont|faut\S*|puis-je|dois-je|peut\S*|a-t-il|ai-je)\b",
    re.IGNORECASE,
)
_ABOUT_SELF = re.compile(
    r"^(?:\W*(?:hallo|hey|hoi|dag|goeiedag|beste|hello|bonjour)[\s,]+)?(?:ik|'k|k|kheb|kben|kzit|mijn|heb|ben|zit|i|i'm|my|je\s|j'ai|mon|ma)\b",
    re.IGNORECASE,
)
_YES_NO = re.compile(rf"^(?:(?:en|dus|maar|et|and)\s+)?(?:{_VERB_FIRST}|(?:volstaat|voldoe|c'est|est-ce|suis-je)\b)", re.IGNORECASE)


def split(message: str) -> list[str]:
    """The parts of a message in their order: at least one, at most `MAX_SEGMENTS`; what exceeds that stays in the last.

    A statement about oneself stays with the yes-or-no question that follows it ("Ik heb een bachelor. Kan ik meedoen?"), a list stays
    whole, and a half that leans on the other half ("en welke zijn dat") is not cut off. Characters beyond `MAX_CHARACTERS` are ignored.
    """
    text = message[:MAX_CHARACTERS].strip()
    parts: list[str] = []
    for sentence in _sentences(text):
        parts.extend(_joined_questions(sentence))
    parts = _with_their_statement(parts)
    if len(parts) > MAX_SEGMENTS:
        parts = [*parts[: MAX_SEGMENTS - 1], " ".join(parts[MAX_SEGMENTS - 1 :])]
    return parts or [text]


def is_question(text: str) -> bool:
    """Whether the text is put as a question, by its mark or its first words."""
    return text.rstrip().endswith("?") or (bool(_QUESTION.match(text)) and not _CONDITION.match(text))


def _sentences(text: str) -> list[str]:
    lines = text.split("\n")
    if sum(1 for line in lines if _LIST_LINE.match(line)) >= 2:
        return [" ".join(text.split())]
    sentences, start = [], 0
    for end in _SENTENCE_END.finditer(text):
        if "\n" not in end.group() and _is_abbreviation(text[start : end.start()], end.group()):
            continue
        sentences.append(text[start : end.end()])
        start = end.end()
    sentences.append(text[start:])
    return [cleaned for sentence in sentences if any(map(str.isalnum, cleaned := " ".join(sentence.split())))]


def _is_abbreviation(before: str, mark: str) -> bool:
    words = before.split()
    if mark != "." or not words:
        return False
    last = words[-1].casefold()
    return last in _ABBREVIATIONS or (len(last) == 1 and last.isalnum())


def _joined_questions(sentence: str) -> list[str]:
    parts, start = [], 0
    for join in _JOIN.finditer(sentence):
        left = sentence[start : join.start()]
        right = sentence[join.end() :]
        next_join = _JOIN.search(right)
        right = right[: next_join.start()] if next_join else right
        if not _QUESTION.match(left) or _CONDITION.match(left):
            continue
        if len(left.split()) < 3 or len(right.split()) < 3 or _LEANS_BACK.search(right) or not _VERB.search(right):
            continue
        parts.append(left.strip())
        start = join.end()
    parts.append(sentence[start:].strip())
    return parts


def _with_their_statement(parts: list[str]) -> list[str]:
    merged: list[str] = []
    for part in parts:
        if merged and _YES_NO.match(part) and _ABOUT_SELF.match(merged[-1]) and not is_question(merged[-1]):
            merged[-1] = f"{merged[-1]} {part}"
        else:
            merged.append(part)
    return merged
