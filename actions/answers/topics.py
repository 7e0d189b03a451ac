"""The words of a topic: which of a question's words belong to it, and which an answer on it must hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.answers.base import Answer, Ask
from actions.vacancy_choice import alike, fold, mentioned, words
from index.answer_types import held_types
from index.query import missing_terms
from knowledge.catalog import employer_of, title_of
from knowledge.model import Citation

# Words that belong to a topic: an answer on the topic needs not repeat them.
_TOPIC_WORDS: dict[str, re.Pattern[str]] = {
    "ask_deadline": re.compile(r"^(sollicit|kandida|inschrij|deadline|dat|uiterst|uur|eind|laat|termijn|indien|schrij|nog|tijd|postul|apply|limi)"),
    "ask_how_to_apply": re.compile(r"^(sollicit|kandida|inschrij|schrij|indien|bezorg|stur|dien)"),
    "ask_documents": re.compile(r"^(document|papier|sollicit|kandida|bewij|meestur|stur|bijlage|dossier|nodig|bezorg)"),
    "ask_contact": re.compile(
        r"^(contact|bel|tel|nummer|gsm|mail|bereik|spreek|sprek|terecht|vra|info|persoon|iemand|naam|adres|uur|uren|jobs?$|functie|werk)"
    ),
    "ask_infosession": re.compile(r"^(info|sessie|moment|avond|door|gaat|plaats|inschrij|schrij|aanmeld|opgev|kijkmoment|opendeur|uur|dat|volg)"),
    "ask_diploma": re.compile(r"^(diplom|nodig|vereis|voorwaard|gevraag|opleid|studie|jaar|niveau|degree|jobs?$)"),
    "ask_selection": re.compile(r"^(selecti|procedur|proe|test|stap|verlo|ronde|gesprek|onderde|tel|dat|uur|dag|gaan|door|gepland|doorga)"),
    "ask_pass_mark": re.compile(r"^(punt|haal|hal|slaag|slag|geslaag|minim|procen|score|behaal|behal|nodig|onderde|proe|gedeel)"),
    "ask_feedback": re.compile(r"^(feedback|vra|dat|resulta|uitslag|punt|proe|selecti|procedur|na)"),
    "ask_salary": re.compile(
        r"^(loon|lon|wedd|verdien|bruto|maand|betaal|salar|euro|schaal|vork|minim|maxim|pay|barem|bedra|krijg|jaar|jobs?$|functi|full|voltijd"
        r"|deeltijd|netto|start|index)"
    ),
    "ask_contract": re.compile(r"^(contract|duur|tijd|lang|vast|bepaal|loop|begin|stop|eind|start|aanstel|statut|jobs?$|beschik)"),
    "ask_working_hours": re.compile(r"^(uur|uren|week(?!end)|werk|voltijd|deeltijd|jobs?$|regim|prestat|full|part)"),
    "ask_start_date": re.compile(r"^(start|begin|dat|jobs?$|werk|dienst|indienst|contract|eerst)"),
    "ask_workplace": re.compile(r"^(werk|plaats|plek|adres|locat|stand|bureau|kantoor|jobs?$|ergens)"),
    "ask_benefits": re.compile(r"^(voorde|krijg|extra|aanbo|bied|jobs?$|hoeveel|waard|bedra|euro)"),
    "ask_leave": re.compile(r"^(verlof|vakant|dag|jaar|cong|holiday|krijg)"),
    "ask_reserve": re.compile(r"^(reserv|wervings|geldig|lang|blij|plaats|lijst|staan)"),
    "ask_driving_licence": re.compile(r"^(rijbew|nodig|jobs?$|heb)"),
    "ask_criminal_record": re.compile(r"^(straf|uittrek|oud|recen|nodig|model|extract|record|crimin|document|bewij)"),
    "ask_language": re.compile(r"^(taal|tal|nederl|spre|ken|niveau|nodig)"),
    "ask_experience": re.compile(r"^(ervar|jaar|nodig|werk|verei)"),
}
# Answers that list things: what stands beside them in the quoted sentence is not told.
LISTED = frozenset({"ask_documents"})
# What a passage on a topic holds in any wording; a passage without it is about something else, however alike it looks.
_ON_TOPIC: dict[str, re.Pattern[str]] = {
    "ask_deadline": re.compile(r"sollicit|kandida|inschrij|indien|bezorg"),
    "ask_feedback": re.compile(
        r"(?:feedback|toelicht|motiver|terugkoppel).{0,120}(?:resultaat|selectie|proef|uitslag|punten|aanvra|gevraagd|kandida)"
        r"|(?:resultaat|selectie|proef|uitslag|punten).{0,120}(?:feedback|toelicht|motiver)|inzage|inkijk"
    ),
    "ask_how_to_apply": re.compile(
        r"sollicit\w*.{0,80}(?:via|per\b|online|formulier|mail|brief|@)|(?:stuur|bezorg|mail|dien)\w*.{0,80}(?:\bcv\b|kandidatuur|brief|sollicit|@)"
        r"|inschrij|kandidatuur.{0,60}(?:indien|ingediend|bezorg|stuur|via)|kandidaturen.{0,60}(?:via|per\b|naar|aan)"
    ),
    "ask_documents": re.compile(
        r"meestu|bijvoeg|voeg|bezorg|kandida|sollicit|\bcv\b|curriculum|brief|kopie|dossier|opla|laad|hoef|nodig|document|formulier|bewijs|bijlage"
        r"|meebreng|voorle|attest|afschrift|toevoegen|meegestuurd|indien|identiteitskaart|foto"
    ),
    "ask_result": re.compile(
        r"uitslag|resultaat|resultaten|hoor\b|bericht|verwittig|laten weten|op de hoogte|deel.{0,12} mee|meegedeeld"
        r"|weet .{0,20}geslaagd|geslaagd .{0,20}weet|krijg .{0,30}punten"
    ),
    "ask_foreign_diploma": re.compile(r"buitenland|naric|gelijkwaardig|gelijkgesteld|gelijkstell|erken|vertaling|ander land"),
    "ask_infosession": re.compile(r"info|sessie|kijk|deur|rondleid|bezoek|kennismak|webinar|toelicht|koffie|babbel|moment|avond|langskom|welkom"),
    "ask_salary": re.compile(r"loon|wedde|barema|schaal|bruto|euro|€|salaris|verlon|verdien|bezoldig|\d ?%|procent|toeslag|premie"),
    "ask_jury": re.compile(r"bestaat uit|leden|voorzitter|samengesteld|zetel|deskundigen?\b|zit(?:ten)? in|jury van|jury met"),
    "ask_adjustments": re.compile(r"aanpass|extra tijd|beperking|handicap|dyslexie|leerstoornis"),
    "reschedule_test": re.compile(r"ander|zelfde dag|verplaats|uitstel|afwezig|aanwezig|inhaal|verhinderd|kan niet"),
    "ask_telework": re.compile(r"telewerk|thuis|afstand|hybride"),
    "ask_pass_mark": re.compile(r"punt|%|procent|geslaagd|slaag|minim|helft|geschikt"),
}
# Things that a bundle either names or doesn't: a passage that doesn't name them is no answer.
_ASPECTS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked), re.compile(told))
    for asked, told in (
        (r"medisch|medical|arts\b", r"medisch|arts|gezond|geschikt"),
        (r"leeftijd|hoe oud|age\b", r"leeftijd|jaar|18|21"),
        (r"\b(?:minstens|minimum|minimaal|ten minste|at least|au moins)\b", r"minst|minim|minder dan|vanaf|nodig|drempel|\d ?(?:/|op) ?\d"),
        (
            r"\b(?:voltijds|deeltijds|halftijds|full ?time|part ?time)\b",
            r"\d ?(?:u\b|uur|uren)|/ ?38|\d ?%|\b(?:voltijds|deeltijds|halftijds)\b|(?:voltijdse|deeltijdse|halftijdse) (?:betrekking|functie"
            r"|medewerk)|vte|prestatie",
        ),
        (r"nationaliteit|nationalit", r"nationaliteit|belg|burger"),
        (r"telewerk|thuiswerk|van thuis|telework|from home|teletravail", r"telewerk|thuis|afstand|hybride"),
        (r"parking|parkeer|parkeren|stationnement", r"\bpark(?:e|i)|parkeer|parking"),
        (r"bedrijfswagen|firmawagen|company car", r"wagen|auto"),
        (r"\bgsm\b|smartphone|telefoon van", r"gsm|smartphone|telefoon|toestel"),
        (r"meebreng|meenem|mee te brengen|bring\b|apporter", r"\bmee\b|meebreng|meenem"),
        (r"totaal|in total|au total", r"totaal|geheel|samen|globaal|gemiddeld"),
        (r"uitslag|resultaat|resultat|result\b", r"uitslag|resultaat|resultaten|hoor|bericht|verwittig|laten weten|hoogte|meegedeeld|antwoord"),
    )
)
_TIMED = re.compile(r"\d|week|weken|maand|dagen|dag\b|jaar|onmiddellijk|meteen|zo snel")
_WHEN = re.compile(r"\b(?:wanneer|wnr|vanaf|tot wanneer|uiterste|deadline|when|until|quand|date|datum|hoe laat|hoe lang)\b")
_EARLIER = re.compile(r"eerdere|vorige|vroegere|eerste oproep")


_NO_END = re.compile(r"doorlopend|geen (?:eind|vaste|uiterste)|zolang|zodra|altijd")


def said(answer: Answer) -> str:
    """All that an answer says: its text, what it cites and where that stands."""
    return " ".join([answer.text, *(citation.quote for citation in answer.citations), *(citation.section or "" for citation in answer.citations)])


def missing(ask: Ask, answer: Answer) -> tuple[str, ...]:
    """The key words of the question that neither the answer nor the names of the vacancy hold, without those of the topic itself."""
    vacancy = ask.vacancy
    names = " ".join([title_of(vacancy), employer_of(vacancy), vacancy.id.replace("_", " ").replace("-", " ")])
    topic = _TOPIC_WORDS.get(ask.intent)
    told = answer.text if ask.intent in LISTED else said(answer)
    left = missing_terms(ask.text, f"{told} {names}")
    held = set(words(told))
    if ask.intent != "ask_contact":
        held |= {word for fact in vacancy.contacts for word in words(fact.value.name or "")}
    return tuple(
        term
        for term in left
        if not (topic and topic.search(fold(term)))
        and not mentioned(term, {vacancy.id: vacancy})
        and not any(alike(fold(term), word) for word in held)
    )


def mentions_topic(ask: Ask) -> bool:
    """Whether the question's own words name its topic."""
    topic = _TOPIC_WORDS.get(ask.intent)
    return topic is not None and any(topic.search(word) for word in words(ask.text) if len(word) > 3)


def is_topic_word(ask: Ask, word: str) -> bool:
    """Whether a word of the question belongs to its topic."""
    topic = _TOPIC_WORDS.get(ask.intent)
    return topic is not None and topic.search(fold(word)) is not None


def is_told_by_topic(ask: Ask, word: str) -> bool:
    """Whether a word belongs to the question's topic and the topic has words of its own that a line must hold instead."""
    return ask.intent in _ON_TOPIC and is_topic_word(ask, word)


def on_topic(ask: Ask, citations: Sequence[Citation]) -> bool:
    """Whether quotes speak of what is asked: the topic's words, and a time where the question asks when."""
    texts = [_with_its_question(citation) for citation in citations]
    together = " ".join(texts)
    topic = _ON_TOPIC.get(ask.intent)
    if topic is not None and not topic.search(together):
        return False
    if (ask.intent == "ask_deadline" and _EARLIER.search(together)) or not on_aspect(ask, together):
        return False
    if ask.intent == "ask_deadline" and not any("moment" in held_types(text) for text in texts) and not _NO_END.search(together):
        return False
    if topic is not None and ask.asks(_WHEN):
        feedback = _ON_TOPIC["ask_feedback"]
        if ask.intent == "ask_result":
            texts = [text for text, citation in zip(texts, citations, strict=True) if not feedback.search(fold(citation.quote))]
        return any(topic.search(text) and _TIMED.search(text) for text in texts)
    return True


def on_aspect(ask: Ask, folded: str) -> bool:
    """Whether what is said (folded) names the thing that the question asks about, where that is one of those that a bundle names or doesn't."""
    return not any(ask.asks(asked) and not told.search(folded) for asked, told in _ASPECTS)


def _with_its_question(citation: Citation) -> str:
    """A quote, folded, with the heading that it answers where that is a question ('Wanneer weet ik of ik geslaagd ben?')."""
    asked = citation.section if citation.section and citation.section.rstrip().endswith("?") else ""
    return fold(f"{asked} {citation.quote}")
