"""Questions that the classifier takes for a neighbouring topic and that their words alone decide."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.turn import Segment
from actions.vacancy_choice import fold

# "Telt mijn ervaring in een school mee?" asks what it is worth, not whether it is enough.
_WORK_BEFORE = frozenset({"ask_experience", "check_eligibility", "inform", "ask_other_requirements", "ask_salary", "ask_benefits", "out_of_scope"})
_NEEDED = re.compile(r"\b(?:nodig|vereist\w*|verplicht\w*|gevraagd|minimum|minstens|moet ik|required|needed)\b")
_COUNTS_TOWARDS = re.compile(
    r"\btel(?:t|len|de|den)? (?:\w+ ){0,8}mee\b|\bmee ?(?:ge)?(?:tel|reken|nomen|nemen)\w*|\bvaloris\w*|\bovergenomen\b|\bcounts? (?:towards|for)\b"
)
_EARLIER_WORK = re.compile(r"ervaring|\bjaren\b|\d+ jaar\b|\bgewerkt|\bdienst|anci|priv|zelfstandig|experience|loopbaan|vorige? (?:job|werk)|interim")
# "Wat als ik op 16 januari niet kan?" is no question on what happens that day.
_TESTED = frozenset({"ask_start_date", "ask_selection", "ask_working_hours", "ask_deadline", "ask_pass_mark", "ask_jury", "out_of_scope", "unknown"})
_CANNOT_COME = re.compile(
    r"\b(?:wat als|als|indien|stel dat) (?:ik|k)\b.{0,50}\b(?:niet|nie) (?:kan|kunnen|aanwezig|vrij|komen|geraak)\b|\b(?:kan|kunnen) (?:niet"
    r"|nie) op\b|\bkan (?:ik )?(?:die dag|dan"
    r"|op \d+ \w+) (?:niet|nie)\b"
    r"|\b(?:ziek|verhinderd|op reis|in het buitenland) (?:ben |zijn )?(?:op (?:de|die)|tijdens)"
)
_RECEIVED_BY = re.compile(
    r"\b(?:tegen|tot) (?:wanneer|wnr|hoe laat|welke d)\b.{0,60}\b(?:binnen|ingediend|toekomen|aankomen|sturen|indienen"
    r"|bezorgen|opsturen|afgeven)\b"
)
_SENT_TO = re.compile(
    r"\bwaar (?:moet|mag|kan|moek|stuur)\b.{0,30}\b(?:naar ?toe|heen|opsturen|indienen)\b|\bwaarheen\b|\bnaar (?:welk"
    r"|wat) (?:mail)?adres\b"
)
_MY_PAPERS = re.compile(r"\bcv\b|kandidatuur|sollicitatie\w*|motivatiebrief|\bbrief\b|application|candidature")


_SENT = frozenset({"ask_documents", "ask_workplace", "ask_contact", "out_of_scope", "unknown", "ask_deadline", "inform"})


def reread(segment: Segment) -> Segment | None:
    """The segment with the topic that its words ask for; None where the classifier's reading stands."""
    folded = fold(segment.text)
    if segment.intent in _WORK_BEFORE and _COUNTS_TOWARDS.search(folded) and _EARLIER_WORK.search(folded) and not _NEEDED.search(folded):
        return replace(segment, intent="ask_seniority", confidence=1.0)
    if segment.intent == "ask_documents" and _RECEIVED_BY.search(folded):
        return replace(segment, intent="ask_deadline", confidence=1.0)
    if segment.intent in _SENT and _SENT_TO.search(folded):
        return replace(segment, intent="ask_how_to_apply", confidence=1.0)
    if segment.intent in _TESTED and _CANNOT_COME.search(folded):
        return replace(segment, intent="reschedule_test", confidence=1.0)
    if segment.intent == "ask_how_to_apply" and _MY_PAPERS.search(folded):
        return segment  # "mag ik mijn cv naar Lies mailen?" is no question on Lies
    return None
