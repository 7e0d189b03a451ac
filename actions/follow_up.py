"""What a short follow-up leaves to be understood: "en het mondeling?", "tot wanneer?", "hoe dan wel?"."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.topic_cues import cued
from actions.turn import Segment, Turn
from actions.vacancy_choice import fold, words
from index.query import missing_terms

_INTERROGATIVES = re.compile(
    r"\b(?:wanneer|wnr|hoeveel|waar|wie|hoe ?lang|hoe laat|tot wanneer|vanaf wanneer|when|how much|where|who|quand|combien)\b", re.IGNORECASE
)
_ELLIPSIS = re.compile(r"^(?:en|and|et)\b|^(?:wanneer|waar|hoeveel|hoe laat|hoe lang|waarom|wie)\W*$", re.IGNORECASE)


def completed(segment: Segment, turn: Turn) -> Segment:
    """ "En het mondeling?" and "wanneer?" with what the last question leaves to be understood."""
    text, before = segment.text.strip(), turn.state.question or ""
    if segment.intent in _COURTESIES and before and turn.state.topic and _ASKS_ON.search(fold(text)) and len(words(text)) <= 6:
        # "Tot wanneer?", "hoe dan wel?": no greeting, but more of what was asked before.
        topic = next(iter(cued(text)), turn.state.topic)
        return replace(segment, text=text if cued(text) else f"{text} {before}", intent=topic, confidence=0.66)
    if turn.state.topic in _WITH_A_TERM and len(words(text)) <= 6 and segment.intent == "ask_deadline" and _THAT.search(fold(text)):
        return replace(segment, text=f"{text} {before}", intent=turn.state.topic, confidence=1.0)
    if (
        turn.state.topic in _HELD
        and segment.intent in _OF_THE_JOB
        and len(words(text)) <= 6
        and _ASKS_ON.search(fold(text))
        and (_THAT.search(fold(text)) or (turn.state.topic == "ask_infosession" and len(words(text)) <= 5 and not _THE_JOB.search(fold(text))))
    ):
        return replace(segment, intent=turn.state.topic, confidence=1.0)
    if turn.state.topic == "ask_infosession" and _TO_BRING.search(fold(text)) and not _THE_JOB.search(fold(text)):
        return replace(segment, intent="unknown", confidence=1.0)  # what to bring to the session: only the passages tell
    if turn.state.topic is None or not before or len(words(text)) > 9 or not _ELLIPSIS.match(text):
        return segment
    asks = _INTERROGATIVES.findall(text)
    if asks and segment.confidence < 0.4 and not cued(text) and re.search(r"\b(?:dat|da|die|dan|daar|het)\b", text):
        return replace(segment, intent=turn.state.topic, confidence=0.66)
    if not asks and len(words(text)) <= 5 and segment.confidence < 0.7:
        kept = _without_its_things(before)
        topic = turn.state.topic if not cued(text) or (turn.state.topic in _STEPS and "ask_selection" in cued(text)) else segment.intent
        return replace(segment, text=f"{kept} {text}".strip(), intent=topic, confidence=max(segment.confidence, 0.66))
    if asks and len(words(text)) <= 2 and segment.confidence < 0.7:
        topic = "ask_selection" if turn.state.topic in _STEPS else turn.state.topic
        return replace(segment, text=f"{text} {_INTERROGATIVES.sub('', before)}", intent=topic, confidence=0.66)
    return segment


def _without_its_things(question: str) -> str:
    """What a question asks without what it asks it of: "wanneer is de schriftelijke proef?" gives "wanneer is de"."""
    things = {fold(term) for term in missing_terms(question, "")}
    return " ".join(word for word in question.rstrip("?!. ").split() if fold(word).strip(".,;:?!") not in things)


_STEPS = frozenset({"ask_selection", "ask_pass_mark"})
_COURTESIES = frozenset({"greet", "goodbye", "thank", "affirm", "deny", "stop"})
_ASKS_ON = re.compile(r"\b(?:wanneer|wnr|hoe (?!gaat|is het)\w+|hoeveel|waar|waarom|welke?|daarna|when|where|how much|quand|combien)\b")
# "Hoe laat begint die?" after a test or a session is not about the job's own start, hours or place.
_HELD = frozenset({"ask_selection", "ask_pass_mark", "ask_infosession"})
_OF_THE_JOB = frozenset({"ask_start_date", "ask_working_hours", "ask_workplace", "ask_contract"})
_WITH_A_TERM = frozenset({"ask_feedback", "ask_infosession"})
_THAT = re.compile(r"\b(?:dat|da|die|daarvoor|that|it|ca|cela)\b")
_THE_JOB = re.compile(r"sollicit|kandida|\bjob|functie|\bwerk|contract|dienst|starten|\bbegin ik|\bik\b.*\bbegin")
_TO_BRING = re.compile(r"meebreng|meenem|mee te (?:breng|nem)|\bbring\b|apporter|\bbij ?hebben|aandoen|aantrekken")
