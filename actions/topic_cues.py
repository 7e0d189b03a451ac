"""Words that give a topic away: a second opinion where the classifier is not sure of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.turn import Segment
from actions.vacancy_choice import fold
from index.query import analyse

# (intent, words of the folded text that speak for it). Order doesn't matter; several may match.
_CUES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (intent, re.compile(pattern))
    for intent, pattern in (
        (
            "ask_deadline",
            (
                r"\bdeadline|uiterste (?:datum|dag|inschrijv)|(?<!wanneer )tot (?:wanneer|wnr|welke d)|(?:nog|te laat)\b.*(?:sollicit|meedoen|kandid)"
                r"|date limite|last day to"
            ),
        ),
        (
            "ask_how_to_apply",
            r"waar (?:moet|mag|kan|moek)\b.{0,25}\bnaar ?toe|waarheen|naar (?:welk adres|wie) (?:moet|mag)|hoe (?:kan|kank|moet|moek|dien"
            r"|stel)?.{0,12}(?:sollicit|kandidaat|inschrijven voor de (?:selectie|job))|(?:adres|mail|waar|waarheen"
            r"|website|link|site|langs).{0,25}"
            r"(?:\bcv\b|kandidatuur|sollicitatie|sollicit)|(?:\bcv\b|kandidatuur|sollicitatie).{0,20}(?:mailen|sturen|opsturen|bezorgen|indienen"
            r"|posten)|langs welke weg|par quel moyen|comment (?:postuler|poser)|how (?:do|can) (?:i|you) apply",
        ),
        ("ask_documents", r"\bdocument|\bpapieren|bijlage|\bbijvoegen|meesturen|meegeven|moet er bij mijn|which papers"),
        (
            "ask_infosession",
            (
                r"\binfo-?(?:sessie|moment|avond|dag|session|namiddag|vergadering)|informatie(?:sessie|moment|avond|vergadering|dag|namiddag)"
                r"|infovergadering|kijk(?:moment|dag|namiddag)|open ?deur|kom(?:en|t)? (?:eens )?(?:kijken|piepen)|momenten om"
                r"|kennismakingsmoment|rondleiding|seance d.info|webinar|teams[ -]sessie|\bsessie\b"
                r"|\w{4,}(?:moment|avond)(?:en)?\b|\w*bezoek\b|\bkoffie|babbel"
            ),
        ),
        (
            "ask_salary",
            r"(?:\b|minimum|maximum|maand|bruto|start|jaar)loon\b|schuift|\bwedde|verdien|\bbetaal[td]|salaris|\bbruto"
            r"|\bbarema|salary|salaire|loonschaal|hoeveel schuift",
        ),
        (
            "ask_seniority",
            (
                r"anci.nnite|jaren ervaring mee|ervaring.{0,20}(?:meegeteld|meetel|tel\w* mee|tellen|meenemen|loon)|tellen jullie mee|seniority"
                r"|private sector.{0,20}count"
            ),
        ),
        (
            "ask_benefits",
            (
                r"\bvoordelen|maaltijdcheque|ecocheque|hospitalisatie|fietsvergoeding|fietslease|laptop|\bgsm van|smartphone|bedrijfswagen"
                r"|re[cç]oit (?:un|une)|gets? an? |allowance|indemnite|meal voucher|per (?:km|kilometer)|kilometervergoeding|eindejaars"
                r"|groepsverzekering|krijg ik (?:ook|een|er)|verzekering|werkkledij"
            ),
        ),
        ("ask_leave", r"\bverlof|vakantiedag|\bcong|holiday|days off"),
        (
            "ask_contract",
            (
                r"\bcontract|statutair|vast(?:e|) (?:job|benoem|contract)|bepaalde duur|tijdelijk|benoemd|proeftijd|vervanging"
                r"|van wanneer tot wanneer|statutory|permanent"
            ),
        ),
        (
            "ask_working_hours",
            (
                r"\buren per week|uurrooster|voltijds|deeltijds|werkuren|\bshift|weekend|nachten|avondwerk|full[- ]?time|part[- ]?time"
                r"|\bop welke dagen"
            ),
        ),
        ("ask_telework", r"telewerk|thuiswerk|van thuis|telework|work from home|teletravail"),
        (
            "ask_start_date",
            (r"wanneer (?:kan|mag|moet|zou).{0,12}(?:begin|start)|startdatum|in dienst|when would i start|start date|date de debut|begindatum"),
        ),
        ("ask_workplace", r"\bwaar (?:werk|is de werkplek|ligt|zou ik)|werkplek|standplaats|parking|parkeren|tewerkstelling"),
        (
            "ask_job_content",
            (
                r"\btaken\b|takenpakket|\btaches|\btasks\b|jobinhoud|wat (?:ga|moet|doe) (?:ik|je|een|die).{0,15}doen|wat houdt de (?:job|functie)"
                r"|(?:que|qu.est-ce que) (?:fait|fera)|en quoi consiste|consiste le travail|\bduties"
            ),
        ),
        (
            "ask_selection",
            (
                r"\bproef|\bproeven|\btest\b|\btesten\b|mondeling|schriftelijk|\bassessment|sele[ck]tie(?:procedure|gesprek)?\b|\bverloopt\b"
                r"|\binterview|epreuve"
                r"|thuisproef|huistaak"
            ),
        ),
        (
            "ask_pass_mark",
            (
                r"hoeveel (?:punten|procent)|hoeveel (?:moet|moek|moe|dien)\b.{0,12}(?:hale|halen|hebben|behalen|scoren)|geslaagd|\bslagen\b"
                r"|wa(?:t)? moe(?:k|t ik) halen"
                r"|minimum.{0,10}punten|pass mark|pour reussir"
            ),
        ),
        ("ask_feedback", r"\bfeedback|inzage"),
        ("ask_result", r"\buitslag|wanneer hoor|resultaat|laten jullie iets weten|hear back|resultats"),
        ("ask_jury", r"\bjury|selectiecommissie|wie beoordeelt"),
        ("ask_reserve", r"wervingsreserve|\breserve\b|hoeveel (?:plaatsen|plekken|mensen zoek)|aantal plaatsen"),
        ("ask_driving_licence", r"rijbewijs|driving licen|permis de conduire"),
        ("ask_criminal_record", r"strafregister|strafblad|criminal record|casier judiciaire|goed gedrag"),
        ("ask_language", r"\bnederlands (?:kunnen|spreken|kennen)|taalniveau|taaltest|taalattest|taalvereiste|speak dutch|neerlandais"),
        ("ask_diploma", r"welk(?:e)? diploma|diploma.{0,12}(?:nodig|vereist|gevraagd)|which (?:degree|diploma)|quel diplome"),
        (
            "ask_multiple_applications",
            r"\ballebei\b|\bbeide (?:jobs|functies|vacatures)|(?:twee|meerdere|verschillende) (?:jobs|vacatures|functies)"
            r"|both (?:jobs|positions)|les deux postes"
            r"|\b(?:voor|vr) .{3,25} en (?:vr|voor) .{3,25}(?:meedoen|sollicit|deelnemen|mail|kandid)",
        ),
        ("ask_other_requirements", r"\bleeftijd|hoe oud|jaar oud|minimum age|quel age|nationaliteit|medisch (?:onderzoek|geschikt|attest)"),
        (
            "ask_vacancies",
            (r"welke (?:vacature|job)s?\b|(?:sluit|eindigt).{0,12}eerst|alle vacatures|which (?:vacanc|jobs)|quelles? (?:offres|vacances)"),
        ),
        (
            "ask_contact",
            (
                r"\bwie (?:kan|mag|moet) ik (?:bellen|contacteren|mailen)|telefoonnummer|\bnummer van|contactpersoon|mailadres van|phone number"
                r"|bereiken\b"
            ),
        ),
    )
)
SURE = 0.65
"""Confidence from which the classifier is believed without a second opinion."""
WEIGHT = 0.45
"""What a cue adds to the classifier's probability of its intent."""

DOMAIN = re.compile(
    r"sollicit|vacature|\bjob|functie|kandida|diploma|selectie|proef|test|gesprek|contract|loon|verlof|uren|werk|dienst|infosess|sessie|bundel"
    r"|stad\b|gemeente|ocmw|bestuur"
    r"|inschrij|deadline|ervaring|rijbewijs|apply|interview|salary|contact|telefoon|mail|bellen|voordeel|cheque|krijg"
)


def second_opinion(segment: Segment) -> Segment:
    """The segment with the intent that classifier and words together make most likely; what is sure stays."""
    if segment.confidence >= SURE:
        return segment
    scores = dict(segment.ranking) or {segment.intent: segment.confidence}
    hits = cued(segment.text)
    for intent in hits:
        scores[intent] = scores.get(intent, 0.0) + WEIGHT / max(1, len(hits) - 1)
    best = max(scores, key=lambda intent: scores[intent])
    if best == segment.intent:
        return segment
    ranking = tuple(sorted(scores.items(), key=lambda item: -item[1]))
    return Segment(segment.text, best, min(scores[best], 1.0), ranking, segment.language)


def cued(text: str) -> list[str]:
    """The topics that the words give away, in the order of the table."""
    folded = fold(text)
    return [intent for intent, cue in _CUES if cue.search(folded)]


_OFFERS = re.compile(
    r"^\W*(?:en )?(?:is er|zijn er|hoeveel|hoe groot|ister|isser|zijnder|krijg\w*|hebben jullie|heeft .{0,20} een|voorzie\w*|biede?n? jullie"
    r"|kan (?:ik|je) (?:er"
    r"|daar|ter plaatse)|wordt|worden|heb ik"
    r"|is there|are there|do you (?:have|offer|provide)|do i get|y a t il|est ce qu il y a)\b"
)


def asks_of_an_offer(text: str) -> bool:
    """Whether a message asks for something that an employer may offer, whatever it is ("is er een kinderopvang?")."""
    return _OFFERS.search(fold(text)) is not None and any(term.known for term in analyse(text).terms)


def speaks_of_the_domain(texts: Sequence[str]) -> bool:
    """Whether the words belong to vacancies and applying for them."""
    return any(DOMAIN.search(fold(text)) for text in texts)
