"""Words by which a sentence shows what it is about: a session, an application, feedback, a proof, a test."""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE

SESSION = re.compile(
    r"info(?:rmatie)?[-\s]?(?:sessie|moment|avond|vergadering|dag\b|namiddag|voormiddag|bijeenkomst|uurtje|stand|middag)|kijkmoment"
    r"|kijkdag|kijkavond|opendeurdag"
    r"|open\s?(?:deur|bedrijven)dag|open\s?deur\b|open\s+bedrijf|openbedrijf|bedrijfsbezoek|jobdag|jobcaf[eé]|jobavond|jobmoment|jobevent"
    r"|rondleiding|webinar|webinarie"
    r"|kennismakings?(?:moment|sessie|avond|dag|namiddag|babbel)|koffie(?:moment|klets|babbel)|meet\s?(?:&|and|en|n)\s?greet"
    r"|inloop(?:moment|uur|avond|dag)"
    r"|snuffel(?:dag|moment|namiddag)|open\s+huis|vragen(?:uur|uurtje)|toelichtings?(?:moment|sessie|avond)|(?:digitale|online"
    r"|live)\s+toelichting|plaatsbezoek"
    r"|werkplekbezoek|ontdekkings?(?:dag|moment|avond)|belevings?(?:dag|moment)|deuren\s+open|\bq\s?&\s?a\b|introductie(?:sessie|moment)"
    r"|information\s+session"
    r"|(?:licht|lichtte|lichten)\b[^.]{0,60}\btoe\b|(?:uitleg|toelichting)\s+(?:over|bij)\s+de\s+(?:job|functie)"
    r"|\bwil\s+(?:je|jij|u)\s+(?:\w+\s+){0,4}(?:mee(?:lopen|draaien|kijken|volgen|rijden)|langskomen|komen\s+kijken|rondkijken|binnenkijken)"
    r"|kom\s+(?:eens\s+)?(?:kijken|luisteren|langs|kennismaken|proeven)",
    _FLAGS,
)
SESSION_HEADING = re.compile(
    SESSION.pattern + r"|^\W*(?:[IVX\d]+[.)]?\s*)?kennismak(?:ing|en)\W*$|kom\s+(?:eens\s+)?(?:kijken|luisteren|langs|kennismaken|proeven"
    r"|binnen)|benieuwd"
    r"|\beerst\s+(?:(?:eens|even|nog|wel)\s+)*(?:komen\s+)?(?:kijken|komen|proeven|praten|horen|voelen|zien|luisteren|bezoeken|babbelen"
    r"|kennismaken|langskomen|binnenkijken|rondkijken)"
    r"|\bkom(?:t|en)?(?:\s+(?:je|jij|jullie|u|eens|even|gerust|zelf|toch|al|mee|eerst|ook|maar)){1,4}\s+(?!werken|solliciteren|versterken)\w{3,}en\b"
    r"|sfeer\s+(?:op)?(?:snuiven|proeven)|komen\s+(?:piepen|kijken)|neem\s+een\s+kijkje|ontmoet|(?:^|\W)maak\s+kennis|proef\s+de\s+sfeer",
    _FLAGS,
)
APPLY = re.compile(
    r"sollicit|kandidat|kandideren|kandidaats?stelling|kandidaat\b|inschrijv|schrijf\s+je\s+in|schrijf\s+in\b|schrijft\s+(?:u|zich)\s+in"
    r"|reageren|reageer|stel\s+je\s+kandidaat"
    r"|je\s+dossier|uw\s+dossier|\bcv\b|curriculum|motivatiebrief|meedoen|deelnemen\s+aan\s+de\s+selectie|apply|interesse\b"
    r"|ge[iï]nteresseerd|overtuigd",
    _FLAGS,
)
APPLY_HEADING = re.compile(
    r"sollicit|kandidat|kandidaat|kandidaats?stelling|inschrijv|schrijf\s+je\s+in|schrijf\s+je|interesse|ge[iï]nteresseerd|overtuigd"
    r"|reageren|aanmeld|meedoen|doe\s+(?:je\s+)?mee|mee\s+(?:te\s+)?doen|\bzin\s+(?:in|om)\b|kandideer|ik\s+doe\s+mee|apply"
    r"|tot\s+wanneer|deadline|uiterste\s+datum|zin\s+gekregen|wijze\s+en\s+termijn|indienen"
    r"|hap\s+je\s+toe|pak\s+je\s+het\s+aan|is\s+dit\s+iets\s+voor\s+jou"
    r"|word\s+onze|stap\s+je\s+mee",
    _FLAGS,
)
CONTACT_HEADING = re.compile(
    r"vragen\b|vraag\b|inlichting|contact|meer\s+(?:info|weten)|(?:bij|tot)\s+wie|wie\s+(?:bel|kan|helpt|contacteer|weet|mail"
    r"|beantwoordt)|terecht|bereik|informatie\b",
    _FLAGS,
)
PROOF = re.compile(
    r"diploma\W.{0,60}(?:voor|behaal|bezorg|ten\s+laatste|uiterlijk|tegen)|laatstejaars|laatste\s+jaar|afstude|strafregister|\bvisum"
    r"|attest|bewijs\b|gelijkwaardig|naric|getuigschrift|rijbewijs"
    r"|ontbrekende\s+stukken|nagestuurd|nasturen|nabezorg|aanvullen|bijscholing|brevet",
    _FLAGS,
)
TEST = re.compile(
    r"\b\w*proe(?:f|ven)\b|\w*gesprek\w*|interview|\w*test(?:en)?\b|assessment|preselectie|screening|opdracht|huistaak|examen|gevalstudie"
    r"|jury|selectiedag|mondeling|schriftelijk",
    _FLAGS,
)
FEEDBACK = re.compile(
    r"feedback|inzage|nabespreking|terugkoppeling|motivering\b(?=[^.]*\b(?:opvra|opgevraagd"
    r"|vraag|verzoek))|toelichting\s+(?:wens|vraag|krijg|bij|over)\w*\s+(?:\w+\s+){0,3}(?:resulta"
    r"|punten|score|uitslag|beoordeling)"
    r"|(?:uitleg|toelichting)\s+(?:over|bij)\s+(?:\w+\s+){0,2}(?:punten|resulta|score|uitslag|beslissing)|hoe\s+je\s+het\s+deed"
    r"|waar\s+(?:je|u)\s+sterk|(?:punten|resultaten|examen|proef|kopij)\s+(?:komen\s+)?(?:inkijken|inzien)"
    r"|inkijken|motivering\s+van",
    _FLAGS,
)
EMAIL = re.compile(r"[\w.+-]+(?:@|\s?[\[(](?:at|a|apenstaartje)[\])]\s?)[\w-]+(?:(?:\.|\s?[\[(](?:punt|dot|\.)[\])]\s?)[\w-]+)+", _FLAGS)
URL = re.compile(
    r"(?:https?://|www\.)[^\s<>()\"'“”|,;]*[\w/]|(?<![@\w.-])(?:[a-z0-9-]+\.)+(?:be|eu|vlaanderen|brussels|com|org"
    r"|net)(?:/[\w./#?=&%-]*[\w/])?(?![\w@])",
    _FLAGS,
)
PHONE_LINE = re.compile(r"(?:tel\.?|gsm|\bT\b)\s*:?\s*[+0]|(?<![\d.,])(?:\+32|0)\s?\d{1,3}[\s/.-]?\d{2,3}[\s/.-]?\d{2}[\s/.-]?\d{2}", _FLAGS)
NO_SIGNUP = re.compile(
    r"(?:inschrijv\w*|aanmeld\w*|registr\w*|reserv\w*|verwittig\w*|afspraak\s+maken)\s+(?:\w+\s+){0,4}?(?:niet|geen)\b|(?:niet"
    r"|geen)\s+(?:\w+\s+){0,3}?(?:in\s?te\s?schrijven|aan\s?te\s?melden|te\s+verwittigen"
    r"|inschrijv\w*|aanmeld\w*|registr\w*|reserv\w*|iets\s+te\s+laten\s+weten)"
    r"|zonder\s+(?:voorafgaande\s+)?(?:inschrijving|afspraak|aanmelding|reservatie|in\s+te\s+schrijven)"
    r"|geen\s+afspraak|laten\s+weten\W+(?:is\s+|hoeft\s+)?(?:niet|geen)|vrije?\s+(?:toegang"
    r"|inloop)|(?:toegang|inloop)\s+(?:is\s+)?(?:vrij|gratis)"
    r"|gewoon\s+(?:binnen|langs|af)|spring\s+(?:gewoon|binnen)|loop\s+gewoon",
    _FLAGS,
)
SIGNUP = re.compile(
    r"inschrijv|schrijf\s+(?:je|u|jezelf)|schrijf\b[^.]{0,20}\bin\b|schrijft\s+(?:u|je|in)\b|\bverwittig|afspraak"
    r"|\bkomst\b|spreek\s+af|aanwezigheid|\blink\s*:|iets\s+weten|in\s+te\s+schrijven|aanmeld"
    r"|\bvra(?:ag|agt|gen)\s+(?:je\s+|u\s+)?(?:de|een)\s+link|aan\s+te\s+melden|meld\s+(?:je|u|jezelf)\b|registreer|registrat|reserve(?:er|ren"
    r"|ring)|laat\b[^.]{0,70}\bweten|bevestig|mailtje|stuur|mail\s|e-mail|deelnemen|neem\s+deel"
    r"|seintje|geef\s+(?:\w+\s+){0,3}door|vraag\s+(?:\w+\s+){0,4}aan|vraag\s+je|meldt\s+(?:je"
    r"|u)|je\s+meldt|bel\b|belt\b|telefo|formulier|via\s+(?:deze\s+)?(?:link|www|https?)"
    r"|op\s+www|sign\s?up|register",
    _FLAGS,
)
DEADLINE_LEAD = re.compile(
    r"(?:uiterlijk|ten\s+laatste|laatst|tot\s+en\s+met|t\.?e\.?m\.?|t/m|tot|vóór|voor|v[oó]{2}r|deadline|uiterste\s+\w+|tegen|binnen"
    r"|afsluit\w*|sluit\w*|einddatum|by|until|before|no\s+later\s+than|jusqu'au)"
    r"\W*(?:(?:op|en|met|de|het|datum|is|af|voor|tegen|ten\s+laatste|uiterlijk|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag"
    r"|zondag)\W*){0,4}$",
    _FLAGS,
)


def clean_email(written: str) -> str:
    """'naam [at] stad [punt] be' → 'naam@stad.be', in lower case."""
    text = re.sub(r"\s?[\[(](?:at|a|apenstaartje)[\])]\s?", "@", written, flags=_FLAGS)
    return re.sub(r"\s?[\[(](?:punt|dot|\.)[\])]\s?", ".", text, flags=_FLAGS).lower()
