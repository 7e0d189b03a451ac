"""What a question is about without naming it: "wat doe ik zoal op een dag?" asks for tasks."""

from __future__ import annotations

import re

# (pattern over the question in standard spelling, a Dutch word of the table that names the concept)
_IMPLIED = tuple(
    (re.compile(pattern), word)
    for pattern, word in (
        (
            r"\bwat (?:doe|doet|doen|ga ik|zou ik|moet ik) (?:.{0,40})\b(?:doen|dag|zoal|precies|job|functie|medewerker)\b|\bwat doe(?:t"
            r"|n)? (?:een|je|ik|ge)\b"
            r"|\bwerkdag\b|\bgewone dag\b|\btypische dag\b|\bwhat (?:will|would|do|does) (?:i|you|an?|the) (?:.{0,30} )?do\b|\bconsiste\b"
            r"|\bday to day\b",
            "taken",
        ),
        (r"\bhoeveel (?:uur|uren)\b|\bhow many hours\b|\bcombien d heures\b|\buren per week\b|\bwelke (?:dagen|uren)\b", "werkuren"),
        (
            r"\b(?:tot wanneer (?:kan|kunnen|moet|mag|heb|ben)|uiterste|tegen wanneer|nog (?:\w+ ){0,3}(?:solliciteren|meedoen|kandideren"
            r"|inschrijven|opgeven)|solliciteren nog)\b|\bte laat\b"
            r"|\bstill (?:\w+ )?(?:apply|register|in time)\b|\bby (?:when|what date)\b|\bencore (?:\w+ ){0,3}postuler\b|\bjusqu a quand\b"
            r"|\bpoursuivre\b|\btoo late\b|\btrop tard\b|\bin time to apply\b|\buntil when\b",
            "deadline",
        ),
        (
            r"\bvan wanneer tot wanneer\b|\b(?:loopt|duurt|lang is) (?:het|dat|de|die|mijn) \w*(?:contract|vervanging|opdracht|job)"
            r"|\bhow long is the contract", "periode"),
        (r"\bonder (?:mij|me|u|je|jou|zich)\b|\bbaas (?:over|zijn|ben)\b|\bover hoeveel (?:man|mensen)\b", "leidinggeven"),
        (r"\b(?:ziek|niet kan|niet kunnen|kan niet|buitenland)\b.*\b(?:dag|datum|proef|mondeling|examen|gesprek)\b|\banother date\b"
         r"|\bautre date\b|\bandere (?:datum|dag)\b", "verhinderd"),
        (
            r"\b(?:dezelfde|vaste|andere|wisselende|onregelmatige|variabele|flexibele) uren\b"
            r"|\buren\b.*\b(?:dezelfde|hetzelfde|vast|wisselen|veranderen|verschillen)\b",
            "uurrooster",
        ),
        (r"\bwanneer (?:begin|start|kan ik beginnen)", "start"),
        (r"\bhoe (?:oud|jong)\b|\bhow old\b|\b1[0-9] (?:jaar|ans|years)\b", "leeftijd"),
        (
            r"\bwie (?:kan|mag|moet) ik (?:bellen|contacteren|mailen|spreken)|\bbij wie\b|\bwho can i\b|\ba qui\b|\bwie bel\b|\bwho (?:do"
            r"|should) i\b", "contactpersoon"),
        (r"\bwaar (?:werk|ga|kom|is de job|ligt|situeert|zal ik)|\bwhere (?:will|would|is|do|does) (?:i|the job|the workplace|you)", "werkplek"),
        (
            r"\bhoe (?:solliciteer|stel ik me|kan ik (?:me )?(?:kandidaat|solliciteren))|\bhow (?:do|can|should) (?:i|one) apply"
            r"|\bcomment postuler", "solliciteren"),
        (r"\bwat (?:krijg|bied|bieden) (?:je|ik|jullie|ge|u)\b.{0,20}\b(?:bij|extra|allemaal|nog)\b", "voordelen"),
    )
)  # fmt: skip


def implied(text: str) -> tuple[str, ...]:
    """Dutch words for what the question asks without naming it; `text` is its folded words joined by blanks."""
    return tuple(word for pattern, word in _IMPLIED if pattern.search(text))


_GETS = re.compile(
    r"\bkrijg|\bvoorzien|ter beschikking|\brecht op|van (?:het|t|de) (?:werk|stad|zaak|gemeente|job)|vant werk|\bget\b|\bprovided?\b|\breceive"
    r"|\bcompany\b|\bwork phone|\brecevoir|\brecois|\brecoit|\bfourni|de (?:service|societe|fonction)\b|inbegrepen|\bincluded"
)


def gets(text: str) -> bool:
    """Whether a question is about what one is given; `text` is folded."""
    return _GETS.search(text) is not None
