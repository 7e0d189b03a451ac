"""The bundle's sentences on a topic that has words of its own: the last resort before "dat staat niet in de infobundel"."""

from __future__ import annotations

import re

from actions.answers.base import Answer, Ask, quoted, with_its_answer, with_its_lead
from actions.answers.conditions import ON_RECORD
from actions.vacancy_choice import fold
from index.query import missing_terms
from knowledge.source import Sentence, Source

_TOPICS: dict[str, re.Pattern[str]] = {
    intent: re.compile(pattern)
    for intent, pattern in (
        (
            "reschedule_test",
            r"ander(?:e)? (?:datum|dag|moment|tijdstip)|nieuwe datum|verplaats(?:en|t)? (?:je|uw|de) |uitstel|niet (?:kan"
            r"|kunt) komen|afwezig|inhaal|verhinderd",
        ),
        (
            "ask_adjustments",
            r"redelijke aanpassing|aanpassing\w*.{0,60}(?:nodig|proef|proeven|selectie|vraag|vragen|meld)"
            r"|aangepaste? (?:proef|omstandigheden|selectie)"
            r"|(?:extra|meer) tijd|(?:handicap|beperking|dyslexie"
            r"|leerstoornis).{0,80}(?:attest|meld|vraag|aanpass)",
        ),
        ("withdraw_application", r"kandidatuur.{0,30}(?:intrek|terugtrek|wijzig)|(?:intrek|terugtrek).{0,30}kandidatuur"),
        (
            "ask_multiple_applications",
            r"(?:beide|meerdere|verschillende|elke|twee|allebei).{0,30}(?:functie|job|vacature|kandidatu|dossier)"
            r"|afzonderlijke? (?:kandidatu|dossier)",
        ),
        ("ask_jury", r"(?:jury|commissie|panel).{0,40}(?:bestaat|samengesteld|leden|uit )|(?:leden|voorzitter) van de (?:jury|commissie)|zetel"),
        (
            "ask_feedback",
            r"(?:feedback|toelichting|terugkoppeling|motivering|uitleg).{0,80}(?:gevraagd|vragen|vraag|aanvra|resultaat|uitslag|punten)|\binzage\b",
        ),
        ("ask_telework", r"telewerk|thuiswerk|thuis (?:te )?werken|van thuis uit|hybride"),
        (
            "ask_seniority",
            r"ancienniteit|ervaring.{0,60}(?:meegerekend|meegeteld|tel\w* |mee\b|valoriseer|meenemen|meebreng)|(?:tel\w*|neem\w*).{0,40}ervaring",
        ),
        ("ask_leave", r"verlofdag|vakantiedag|dagen (?:verlof|vakantie)|jaarlijks verlof|\bverlof\b|vakantieregeling"),
        ("ask_language", r"\bnederlands|\bfrans\b|\bengels|taalniveau|taalkennis|taaltest|taalproef|taalattest"),
        ("ask_experience", r"ervaring"),
        ("ask_driving_licence", r"rijbewijs"),
        ("ask_criminal_record", r"strafregister|goed (?:gedrag|zedelijk)|onberispelijk"),
        ("ask_reserve", r"reserve"),
        ("ask_foreign_diploma", r"naric|buitenlands? diploma|gelijkwaardig(?:heid|verkla)"),
    )
}
# Things that no topic is made of, by the words of the question.
_THINGS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked), re.compile(told))
    for asked, told in (
        (
            r"leeftijd|hoe oud|minimum age|\bage\b",
            r"(?:minstens|minimum|minimaal|ten minste|volle) \d\d jaar|leeftijd|\d\d jaar (?:oud|bent|zijn|geworden)|\b(?:18|21)\b",
        ),
        (r"nationalit|nationaliteit", r"nationaliteit|burger van"),
        (r"medisch|medical", r"medisch|arbeidsarts|lichamelijk geschikt"),
        (r"meebreng|meenem|bring\b|apporter", r"\b(?:breng|neem)\w*\b.*\bmee\b|meebreng|mee te (?:brengen|nemen)"),
        (r"totaal|in total|au total", r"\d.{0,40}totaal|totaal.{0,60}\d"),
        (r"andere datum|ziek op de dag|another date|autre date", r"ander(?:e)? (?:datum|dag|moment)|nieuwe datum"),
    )
)
_IN_THE_REQUEST = re.compile(r"\b(?:vermeld\w*|zetten|schrijven|opnemen|mention|write|inclure)\b")
_AFTER_CONVICTION = re.compile(r"veroordel|ongunstig|vermelding|toelichting|blanco|van rechtswege|uitgesloten")


def answer(ask: Ask) -> Answer | None:
    """The one or two sentences of the topic that share most words with the question; None when the bundle has none."""
    topic = next((told for asked, told in _THINGS if ask.asks(asked)), None) or _TOPICS.get(ask.intent)
    if topic is None or (ask.intent == "ask_feedback" and ask.asks(_IN_THE_REQUEST)):
        return None
    if ask.intent == "ask_criminal_record" and ask.asks(ON_RECORD):
        topic = _AFTER_CONVICTION
    source = Source.of(ask.document)
    found = [sentence for sentence in source.sentences if sentence.block.kind != "heading" and topic.search(fold(sentence.text))]
    if not found:
        return None
    asked = len(missing_terms(ask.text, ""))
    found.sort(key=lambda sentence: -_shared(ask, sentence, asked))
    chosen = sorted(found[:2], key=lambda sentence: sentence.start)
    cited = tuple(source.cite_block(item.block) if item.block.kind == "row" else source.cite_sentence(item) for item in chosen)
    cited = with_its_lead(ask, with_its_answer(ask, cited))
    return Answer(quoted(cited, 420), cited)


def _shared(ask: Ask, sentence: Sentence, asked: int) -> int:
    return asked - len(missing_terms(ask.text, sentence.text))
