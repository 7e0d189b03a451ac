"""The bundle's sentences on a topic that has words of its own: the last resort before "dat staat niet in de infobundel"."""

from __future__ import annotations

import re

from actions.answers.base import Answer, Ask, quoted, source_of, with_its_answer, with_its_lead
from actions.answers.conditions import asks_of_convictions
from actions.answers.coverage import pieces
from actions.answers.kinds import IN_THE_REQUEST, WHEN
from actions.vacancy_choice import fold
from index.answer_types import held_types
from index.query import missing_terms
from knowledge.model import Citation
from knowledge.source import Sentence, Source

ONCE_MORE = re.compile(
    r"(?:(?:\bal\b|reeds|eerder|vroeger|vorige?\b|toen|destijds|laatst|already|deja).{0,60}(?:\bmee\b|meegedaan|meedeed|deelgenomen|deelnam"
    r"|gesolliciteerd|kandidaat"
    r"|geslaagd|gebuisd|gezakt|afgewezen|applied|postule).{0,60}(?:nog ?eens|opnieuw|nogmaals|terug|weer\b|nog een keer|tweede keer|herkans"
    r"|\bmag ik|again|kan ik))"
    r"|(?:nog ?eens|opnieuw|nogmaals|\bterug|\bweer|nog een keer|tweede keer) (?:\w+ )?(?:meedoen|deelnemen|solliciteren|proberen|kandideren"
    r"|inschrijven|apply|postuler)"
    r"|herkans(?:en|ing)|tweede kans|(?:apply|postuler) (?:again|a nouveau)"
)
"""Taking part once more, after an earlier call or a test that was failed."""
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
        (
            "ask_result",
            r"uitslag|resultaat|resultaten|op de hoogte|verwittig|laten (?:we |je )?.{0,20}weten|(?:hoor|verneem|krijg)\w* .{0,40}(?:bericht"
            r"|antwoord|beslissing)"
            r"|deel\w* .{0,30}\bmee\b|contacteren we|hoor je"
            r"|(?:bellen|mailen|verwittigen|contacteren|informeren) (?:we|wij) (?:je|u)\b|hoe het ook afloopt|weet je of|(?:krijg"
            r"|ontvang)\w* (?:je|u) .{0,30}(?:antwoord|bericht|mail|brief)"
            r"|bekendgemaakt|in kennis gesteld",
        ),
        ("ask_telework", r"telewerk|thuiswerk|thuis (?:\w+ )?(?:te )?(?:ge)?werk|van thuis uit|hybride"),
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
        (
            ONCE_MORE.pattern,
            r"opnieuw|nogmaals|wie toen|eerder(?:e)? (?:deelgenomen|deelnam|meedeed|selectie|oproep)|al (?:eens )?(?:deelgenomen|meegedaan"
            r"|deelnam|meedeed)"
            r"|vorige (?:selectie|oproep|procedure|deelname)|vrijgesteld|vrijstelling|wachttijd|wachttermijn|herkans",
        ),
        (r"nationalit|nationaliteit", r"nationaliteit|burger van"),
        (r"medisch|medical", r"medisch|arbeidsarts|lichamelijk geschikt"),
        (r"meebreng|meenem|meepak|bring\b|apporter", r"\b(?:breng|neem)\w*\b.*\bmee\b|meebreng|mee te (?:brengen|nemen)"),
        (r"totaal|in total|au total", r"\d.{0,40}totaal|totaal.{0,60}\d"),
        (r"andere datum|ziek op de dag|another date|autre date", r"ander(?:e)? (?:datum|dag|moment)|nieuwe datum"),
    )
)
_AFTER_CONVICTION = re.compile(
    r"bekijken (?:we|ze|wij)|samen bekijken|staat (?:er|daar) (?:iets|toch)|iets op,|afzonderlijk beoordeeld"
    r"|individueel|veroordel|ongunstig|vermelding|toelichting|blanco|van rechtswege|uitgesloten"
)


def answer(ask: Ask) -> Answer | None:
    """The one or two sentences of the topic that share most words with the question; None when the bundle has none."""
    topic = next((told for asked, told in _THINGS if ask.asks(asked)), None) or _TOPICS.get(ask.intent)
    if topic is None or (ask.intent == "ask_feedback" and ask.asks(IN_THE_REQUEST)):
        return None
    if ask.intent == "ask_criminal_record" and asks_of_convictions(ask):
        topic = _AFTER_CONVICTION
    source = source_of(ask)
    beside = _BESIDE.get(ask.intent)
    found = [
        sentence
        for sentence in source.sentences
        if sentence.block.kind != "heading" and topic.search(fold(sentence.text)) and not (beside and beside.search(fold(sentence.text)))
    ]
    if not found:
        return None
    asked = len(missing_terms(ask.text, ""))
    found.sort(key=lambda sentence: (-_shared(ask, sentence, asked), -_tells_when(ask, sentence)))
    if ask.intent in _BESIDE and ask.asks(WHEN):
        found = [sentence for sentence in found if _tells_when(ask, sentence) and not _names_other(ask, sentence)][:1]
    if not found:
        return None
    chosen = sorted(found[:2], key=lambda sentence: sentence.start)
    cited = tuple(_cited(source, item, topic) for item in chosen)
    cited = with_its_lead(ask, with_its_answer(ask, cited))
    return Answer(quoted(cited, 420), cited)


def _cited(source: Source, sentence: Sentence, topic: re.Pattern[str]) -> Citation:
    """A sentence; a table row as a whole where that is short, else its own sentence on the topic."""
    if sentence.block.kind != "row":
        return source.cite_sentence(sentence)
    if len(sentence.block.text) <= _ROOM:
        return source.cite_block(sentence.block)
    text = source.document.text
    inside = [(start, end) for start, end in pieces(sentence.block) if topic.search(fold(text[start:end]))]
    return source.cite(*inside[0]) if inside else source.cite_sentence(sentence)


_ROOM = 320


def _tells_when(ask: Ask, sentence: Sentence) -> bool:
    return ask.asks(WHEN) and bool(held_types(sentence.text) & {"moment", "duration"})


def _names_other(ask: Ask, sentence: Sentence) -> bool:
    """Whether the question names one test and the sentence tells of the result without it, or of another test."""
    asked = _TEST.findall(ask.folded)
    return bool(asked) and not any(name in fold(sentence.text) for name in asked)


_TEST = re.compile(r"schriftelijk|mondeling|praktisch|praktijk|assessment|thuisproef|preselectie|voorselectie|computertest")
# What a result is spoken of with and isn't: how to see the papers, how to complain.
_BESIDE = {"ask_result": re.compile(r"feedback|inzage|inkijk|toelicht|beroep|klacht|bezwaar|diploma")}


def _shared(ask: Ask, sentence: Sentence, asked: int) -> int:
    return asked - len(missing_terms(ask.text, sentence.text))
