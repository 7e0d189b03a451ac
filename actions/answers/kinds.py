"""What kind of value a question asks for (a day, an hour, a duration, an amount, a place, a name), and whether what is said tells it."""

from __future__ import annotations

import re

from actions.answers.base import Answer, Ask
from actions.vacancy_choice import fold
from index.answer_types import held_types
from index.query import missing_terms

WHEN = re.compile(r"wanneer|wnr|\bdata\b|datum|welke dag|hoe laat|\bwhen\b|quand|welk uur|week|\bdag\b|dagen")
WHERE = re.compile(r"\bwaar\b|\bwhere\b|\bou\b|locatie|welk(?:e)? (?:zaal|adres|plaats)")
IN_THE_REQUEST = re.compile(r"\b(?:vermeld\w*|zetten|schrijven|opnemen|mention|write|inclure)\b")
"""What one must put in a request, which is another question than when or how to make it."""
HOUR = re.compile(r"welk uur|hoe laat|hoeveel uur begin|om hoeveel uur|what time|quelle heure")
CLOCK = re.compile(r"(?<![\d,])\d{1,2}\s*(?:u\b|u\d|uur(?! (?:per|in de|op een) week)|h\b|[.:]\d{2})")
_AMOUNT = re.compile(
    r"\bhoeveel\b(?! (?:stappen|proeven|keer))|bedrag|hoe hoog|how much\b(?! time)|how many|combien\b(?! de temps)|waard\b|per (?:km|kilometer)\b"
)
_NUMBER = re.compile(
    r"\d|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|veertien|vijftien|twintig|dertig|half|volledig\w*|gratis|helft|kosteloos"
    r"|dubbel)\b"
)
DURATION = re.compile(r"hoe ?lang|hoeveel (?:tijd|minuten)|duurt|how long|how much time|combien de temps")
_HOW_OLD = re.compile(r"hoe (?:oud|recent|lang geleden|vers)|how (?:old|recent)|ouder dan|maximum leeftijd")
_ARTICLE = re.compile(r"\(?\bart(?:\.|ikel)?\s*\d[^\s)]*\)?|\bmodel \d\S*", re.IGNORECASE)
_MONEY = re.compile(r"€|euro|\d{3,}|\d[.,]\d{2}")
_SPAN = re.compile(
    r"(?:\d+|een|half|halve|hele|volle|anderhalf|anderhalve|enkele|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|vijftien|twintig|dertig"
    r"|veertig|vijfenveertig|zestig"
    r"|achttien)\s*(?:min|uur|uren|kwartier|dag|week|weken|maand|jaar|')"
    r"|halfuur|kwartier|onbepaald|\d+'"
)
_PLACE = re.compile(
    r"\b(?:in |op )?welke? (?:lokaal|zaal|gebouw|plaats|locatie|adres|verdieping)\b|\bwaar (?:gaat|gaan|vind|vindt|vinden|is|heeft|worden|wordt)\b"
    r"|which room|\bwhere (?:is|are|will|does)\b|\bou (?:se|a lieu|aura)\b"
)
_ROOM = re.compile(r"\b(?:zaal|lokaal|gebouw|verdieping|kamer|kantoor|campus|thuis)\b|adres\b")
_AT_NAME = re.compile(r"\b(?:in|op|te) (?:de |het )?(?!(?:Teams|Zoom)\b)[A-Z][a-z]{2,}")
_NAMES = re.compile(r"\bhoe (?:heet|heten)\b|\bnamen van\b|\bnaam van\b|what (?:is|are) the names?|comment s.appelle")
_PERSON_NAME = re.compile(r"\b[A-ZÀ-Ý][\w'’-]+ (?:(?:[Dd]e|[Vv]an|[Dd]en|[Dd]er|El|el) ){0,2}[A-ZÀ-Ý][\w'’-]+")
# A clause that goes on about the one before: "…, daarvoor krijg je 145 euro".
_CLAUSES = re.compile(r"\n|[,;](?!\d| *(?:daarvoor|daarbij|hiervoor|waarvoor|waarvan|dat is|die))|\ben\b|\.\s")
_SENTENCES = re.compile(r"[;\n]|\.\s")
_EXTRA = re.compile(r"\bextra\b|bovenop|\bbij\b|erbij|toeslag|premie|procent|%|zondag|nacht|weekend|feestdag")
_WORTH = re.compile(r"\bhoeveel (?:krijg|verdien|betaal|kost|schuift)|how much (?:do i get|extra)|combien (?:gagne|recoit)")
_PAID = re.compile(r"€|euro|%|procent|\d{3,}|\d[.,]\d{2}|gratis")
_HELD_SOMEWHERE = frozenset({"ask_selection", "ask_pass_mark", "ask_infosession", "unknown"})


def tells_place(ask: Ask, said: str) -> bool:
    """Whether what is said holds a place, where the question asks where."""
    return not ask.asks(WHERE) or holds_place(said)


def holds_place(said: str) -> bool:
    """Whether what is said holds a place: an address, a building, a room, or that it is online."""
    return "place" in held_types(said) or _ROOM.search(fold(said)) is not None or _AT_NAME.search(said) is not None


def lacks_number(ask: Ask, answer: Answer) -> bool:
    """Whether how much, how long or how old is asked and nothing that is quoted counts anything."""
    quotes = fold(" ; ".join(_ARTICLE.sub("", citation.quote) for citation in answer.citations))
    return (ask.asks(_AMOUNT) or ask.asks(DURATION) or ask.asks(_HOW_OLD)) and not _NUMBER.search(quotes)


def _told_after(ask: Ask, folded: str, wanted: re.Pattern[str]) -> bool:
    """Whether the one value of a sentence stands behind a word of the question ("een test (die maak je thuis, je hebt er 90 minuten voor)")."""
    asked = [fold(word)[:5] for word in missing_terms(ask.text, "") if len(word) > 4]
    for sentence in _SENTENCES.split(folded):
        values = list(wanted.finditer(sentence))
        if len(values) == 1 and any(0 <= sentence.find(word) < values[0].start() for word in asked):
            return True
    return False


def lacks_type(ask: Ask, said: str) -> bool:
    """Whether the question asks for a duration, an hour, an amount, a place or a name, and what is said tells none of what it names.

    "Een fietsvergoeding" is no answer to "hoeveel per km?", nor is "maaltijdcheques van 7 euro en een fietsvergoeding".
    """
    if ask.asks(_NAMES):
        return not _PERSON_NAME.search(said)
    folded = fold(re.sub(r"(\d)\s?['’](?!\w)", r"\1 min", said))
    if ask.intent == "ask_salary":
        wanted = _PAID if ask.asks(_EXTRA) else _MONEY
    else:
        wanted = _PAID if ask.asks(_WORTH) and ask.intent != "ask_leave" else _NUMBER
    if ask.asks(DURATION):
        wanted = _SPAN
    elif ask.asks(HOUR):
        wanted = CLOCK
    elif ask.asks(_PLACE) and ask.intent in _HELD_SOMEWHERE:
        return not holds_place(said)
    elif not ask.asks(_AMOUNT):
        return False
    if not wanted.search(folded):
        return True
    for number in re.findall(r"\d+", ask.text):  # a number of the question itself is no answer to it
        folded = re.sub(rf"(?<!\d){number}(?!\d)", " ", folded)
    if wanted in (_SPAN, CLOCK) and _told_after(ask, folded, wanted):
        return False
    clauses = [clause for clause in _CLAUSES.split(folded) if clause.strip()]
    asked = missing_terms(ask.text, "")
    shared = [len(asked) - len(missing_terms(ask.text, clause)) for clause in clauses]
    most = max(shared, default=0)
    if most == 0:
        return bool(asked)
    return not any(wanted.search(clause) for clause, count in zip(clauses, shared, strict=True) if count == most)
