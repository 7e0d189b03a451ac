"""When and how a candidate asks for feedback on a result."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.extractors.cues import EMAIL, FEEDBACK, URL
from knowledge.extractors.feedback_address import address_of
from knowledge.extractors.units import Reading, Unit, read_units
from knowledge.model import Fact, Feedback, Moment
from knowledge.phones import find_phones
from knowledge.source import Source

_FLAGS = re.IGNORECASE
# Feedback without the word: somebody wants to know or have explained how a result came about.
_WANTS = re.compile(
    r"\bwil\b|\bkrijg\s+ik\b|\bmag\s+ik\b|\bmail\b|\bbel\b|wenst|wens\b|benieuwd|recht\s+(?:op|om)|\bmag\b|\bkan\b|\bkunt\b|\bkunnen\b|vraag|vragen|graag|met\s+plezier"
    r"|leggen|nieuwsgierig|verzoek|belangrijk|alle\s+tijd|laten|verkrijg|beantwoord|leert?\b|contacteert",
    _FLAGS,
)
_EXPLAINS = re.compile(
    r"weten|\bweet\b|vraag\b[^.]*\bwaarom|beantwoord|info(?:rmatie)?\s+over|vernem|uitleg"
    r"|toelicht|licht\w*\b[^.]*\btoe\b|overlop|doorneem|doornemen|bespreken|besproken|leggen\b[^.]*\buit\b"
    r"|begrijp|bespreek|bespreking|nakijken|inkijk|inzage|inzien|opvrag|benieuwd|horen"
    r"|verklar"
    r"|gemotiveerd|motiver|nieuwsgierig",
    _FLAGS,
)
_OUTCOME = re.compile(
    r"waarom|niet\s+(?:haal|slaag|gelukt|geselecteerd|weerhouden)\w*|hoe\s+(?:(?:je|u|het"
    r"|ik)\s+)?(?:\w+\s+){0,3}(?:deed|scoor|ging|presteer|bracht)|hoe\s+de\s+jury|scor(?:e"
    r"|es|ing)\b|scoorde|punten|resulta"
    r"|uitslag|oordeel|beslissing"
    r"|beter\s+(?:kon|kan|had)|weerhouden|lukte|geslaagd|geselecteerd|gescoord|beoordel",
    _FLAGS,
)
_REVIEW = re.compile(r"(?:test\w*|proe\w+|examen\w*|resulta\w+|scores?|verslag)\b[^.]*(?:bespreken|overlopen|inkijken|inzien|doornemen)", _FLAGS)
_WORK = re.compile(
    r"collega|elkaar|team\b|klant|leidinggevende\s+geeft|functionering|evaluatie|opbouwend|constructie[fv]|ouders|bewoners|medewerkers"
    r"|open\s+voor\s+feedback",
    _FLAGS,
)
_ASKING = re.compile(
    r"vraag|vragen|aanvra|vraagt|opvrag|wens|wil\s+(?:je|u)|wie\s+[^.]*wil|graag|krijg|bekom|bel\b|belt|mail|stuur|mogelijk|inwinnen|verzoek"
    r"|schriftelijk"
    r"|inkijken|inzage|contact|kan\b|kunt\b|kunnen|recht\s+op|terecht|geef\b|geven|vanaf|tot\b|binnen",
    _FLAGS,
)
_REFUSED = re.compile(r"(?:geen|niet)\s+(?:\w+\s+){0,3}feedback|feedback\s+(?:wordt|is|kan|kunnen|geven)\s+(?:\w+\s+){0,3}(?:niet|geen)\b", _FLAGS)
# The result itself being sent is no feedback.
_NOTICE = re.compile(
    r"(?:uitslag|resulta\w*|bericht)\b[^.]*(?:\bkrijg|ontvang(?!st)|verneem|meegedeeld|delen|bezorg|bekendgemaakt)|\b(?:krijg|ontvang(?!st)|verneem"
    r"|delen|bezorg)\w*\b[^.]*\b(?:uitslag|resulta|bericht|iets)",
    _FLAGS,
)
_APPEAL = re.compile(r"\bberoep\b|Raad\s+van\s+State|klacht", _FLAGS)
_NUMBER = r"(?:\d+|een|één|twee|drie|vier|vijf|zes|acht|tien|veertien|vijftien|twintig|dertig|veertig|zestig|negentig|dertigste)"
_UNIT = r"(?:kalender|werk)?(?:dag(?:en)?|we(?:ek|ken)|maand(?:en)?)"
_LEAD = (
    r"(?:tot|binnen|gedurende|ten\s+laatste|uiterlijk|vanaf|in(?:\s+de\s+loop\s+van)?)\s+(?:en\s+met\s+)?(?:uiterlijk\s+|ten\s+laatste\s+)?(?:de\s+"
    r"|het\s+)?(?:eerste\s+)?"
)
_RULE = re.compile(
    rf"(?:(?:{_LEAD})?(?:{_NUMBER}\s+)(?:de\s+)?{_UNIT}|{_LEAD}(?:{_NUMBER}\s+)?(?:de\s+)?{_UNIT})\s+(?:na|nadat|volgend\s+op|volgende\s+op|vanaf"
    rf"|te\s+rekenen)\b[^.,;()|:]*"
    rf"|(?:binnen|gedurende)\s+(?:de\s+)?(?:{_NUMBER}\s+)?{_UNIT}\b"
    r"|na\s+(?:afloop|afronding|het\s+einde|beëindiging)\s+van\s+(?:de|het)\s+(?:selectie|procedure|hele)[^.,;()|:]*",
    _FLAGS,
)
_RULE_TAIL = re.compile(
    r"\s+(?:kan|kunt|kunnen|mag|vraag|vraagt|vragen|(?:een\s+|om\s+)?feedback\w*|om\b|toelichting|inzage|aanvra\w+|per|via|bij|door|telefonisch"
    r"|schriftelijk|met|aan|bel|tot\s+(?:de|het)"
    r"|op\s+(?:www|[\w.+-]+@))\b.*$",
    _FLAGS | re.DOTALL,
)
_SINCE = re.compile(r"(?:vanaf|na|met\s+ingang\s+van|ten\s+vroegste(?:\s+op)?|from|na\s+afloop[^.]{0,20})\s+(?:\w+dag\s+)?$", _FLAGS)
_UNTIL = re.compile(r"(?:tot(?:\s+en\s+met)?|t\.?e\.?m\.?|vóór|voor|uiterlijk|ten\s+laatste)\s+(?:op\s+)?(?:\w+dag\s+)?$", _FLAGS)
_EMAIL_WAY = re.compile(r"e-?mail|\bmail|mailtje|mailen", _FLAGS)
_PHONE_WAY = re.compile(r"telefo\w+|\bbel\b|\bbelt\b|\bbellen\b|opbellen|\btel\b|\bgsm\b|\bsms\b|\bnummer\b|\bop\s+0\d", _FLAGS)
_POST_WAY = re.compile(r"per\s+(?:\w+\s+)?brief|met\s+een\s+brief|per\s+post|aangetekend|\bbrief\b", _FLAGS)
_ONLINE_WAY = re.compile(r"formulier|online|e-?loket|via\s+(?:de|onze)\s+(?:web)?site", _FLAGS)
# What the employer does then ("en hij belt je terug") is no way to ask.
_REPLY = re.compile(
    r"(?:\b(?:waarna|dan|en|daarna)\s+)?(?:\b(?:we|wij|hij|zij|ze|zij|de\s+\w+|[A-Z]\w+)\s+)?(?:belt|bellen|mailt|mailen|plannen|plant|contacteert"
    r"|bezorgt|bezorgen)\s+(?:(?:we|wij|hij|zij|ze|[A-Z]\w+)\s+)?(?:je|jou|een)\b[^.]*"
    r"|[^.,]*\b(?:geven\s+(?:we|wij)\s+(?:\w+\s+)*(?:niet|geen)|worden\s+niet)\b[^.]*",
    0,
)
_RULE_HOLDS_MAIL = re.compile(r"\b(?:na|nadat)\s+(?:\w+\s+){0,3}(?:e-?mail|mail|telefoon\w*)\b", _FLAGS)
_MOST_UNITS = 6


def extract_feedback(source: Source) -> Feedback:
    """What the passage that tells most of asking feedback says; empty when none tells a date, a term, or a way with its address."""
    reading = read_units(source)
    best, most = Feedback(), 0.0
    for passage in _passages(reading):
        feedback = _read(reading, passage)
        told = bool(feedback.start or feedback.until_rule) * 2 + bool(feedback.how) + bool(feedback.address)
        weight = told + 0.5 * any(FEEDBACK.search(unit.text) for unit in passage)
        if (feedback.start or feedback.until_rule or (feedback.how and feedback.address)) and weight > most:
            best, most = feedback, weight
    return best


def _passages(reading: Reading) -> Iterator[list[Unit]]:
    """Each unit that speaks of feedback with what follows it in its block, its row, or under a heading about feedback."""
    units = reading.units
    for position, unit in enumerate(units):
        if not _opens(unit):
            continue
        passage = [unit]
        titled = bool(FEEDBACK.search(unit.nearest))
        for following in units[position + 1 : position + _MOST_UNITS]:
            question = passage[-1].text.rstrip().endswith("?") and following.block.heading == unit.block.heading
            row = unit.block.kind == following.block.kind == "row" and FEEDBACK.search(unit.block.text) and FEEDBACK.search(following.block.text)
            if following.block is unit.block or question or row or (titled and following.block.heading == unit.block.heading):
                passage.append(following)
            else:
                break
        passage = [one for one in passage if not _APPEAL.search(one.text) or FEEDBACK.search(one.text)]
        yield [one for one in passage if not (_NOTICE.search(one.text) and not FEEDBACK.search(one.text) and not _opens(one))] or passage


def _opens(unit: Unit) -> bool:
    """Whether a unit begins to speak of feedback on the selection, rather than of feedback as part of the job."""
    text = unit.text
    if unit.block.kind == "heading" or _REFUSED.search(text):
        return False
    if FEEDBACK.search(unit.nearest) or FEEDBACK.search(unit.label):
        return not (_NOTICE.search(text) and not FEEDBACK.search(text))
    if FEEDBACK.search(text):
        return bool((_ASKING.search(text) or len(text) < 60) and not _WORK.search(text))
    asked = unit.nearest if unit.nearest.endswith("?") else ""
    text = " ".join(filter(None, (unit.label, asked, text)))
    if re.search(r"bespreking\s+(?:van\s+(?:de\s+|je\s+|uw\s+)?)?(?:\w*resulta|proef|test|examen)", text, _FLAGS):
        return True
    if _REVIEW.search(text) and _WANTS.search(text):
        return True
    return bool(_WANTS.search(text) and _EXPLAINS.search(text) and _OUTCOME.search(text)) and not _NOTICE.search(text)


def _read(reading: Reading, units: list[Unit]) -> Feedback:
    start = next(filter(None, (_start(reading, unit) for unit in units)), None)
    rules = [*filter(None, (_until(reading, unit) for unit in units))]
    rule = next((fact for fact in rules if not fact.value.casefold().startswith("na ")), rules[0] if rules else None)
    if start is not None and rule is not None and (rule.value.casefold().startswith("na ") or re.search(r"\d{4}", rule.value)):
        rule = None
    ways = [*filter(None, (_how(reading, unit) for unit in units))]
    how = next((fact for fact in ways if fact.value != "schriftelijk"), ways[0] if ways else None)
    address = address_of(reading, units, None if how is None else how.value)
    if how is None and address is not None and "@" in address.value and not address.derived:
        how = Fact("email", address.citations, confidence=0.8)
    return Feedback(start, rule, how, address)


def _start(reading: Reading, unit: Unit) -> Fact[Moment] | None:
    for dated in reading.moments_in(unit):
        moment = dated.found.moment
        if dated.found.kind == "range" or _SINCE.search(dated.before):
            value = Moment(moment.date, moment.time, moment.end_date, moment.end_time, moment.printed, moment.approximate)
            return Fact(value, reading.cite(unit), confidence=0.95, derived=dated.found.derived)
    return None


def _until(reading: Reading, unit: Unit) -> Fact[str] | None:
    for dated in reading.moments_in(unit):
        if lead := _UNTIL.search(dated.before):
            return Fact(lead.group(0) + dated.found.moment.printed, reading.cite(unit), confidence=0.85)
    text = _without_replies(unit.text)
    for match in sorted(_RULE.finditer(text), key=lambda one: one.group(0).casefold().startswith("na ")):
        if not _NOTICE.search(text[: match.start()]) or FEEDBACK.search(text[: match.start()]):
            return Fact(_RULE_TAIL.sub("", match.group(0)).strip(), reading.cite(unit), confidence=0.9)
    return None


def _without_replies(text: str) -> str:
    return _REPLY.sub(lambda match: " " * len(match.group(0)), text)


def _how(reading: Reading, unit: Unit) -> Fact[str] | None:
    """The ways in the bundle's order of weight: by letter, by e-mail, by phone, with a form, "schriftelijk" alone."""
    text = _RULE.sub(" ", _without_replies(unit.text)) if _RULE_HOLDS_MAIL.search(unit.text) else _without_replies(unit.text)
    plain = EMAIL.sub(" ", text)
    ways = []
    if _POST_WAY.search(plain):
        ways.append("brief")
    if _EMAIL_WAY.search(plain) or EMAIL.search(text):
        ways.append("email")
    if _PHONE_WAY.search(plain) or find_phones(plain):
        ways.append("telefoon")
    if not ways and (_ONLINE_WAY.search(plain) or URL.search(plain)):
        ways.append("online")
    if not ways and re.search(r"schriftelijk", text, _FLAGS):
        ways.append("schriftelijk")
    if ways == ["brief", "email"]:
        ways = ["brief", "e-mail"]
    return Fact(" of ".join(ways), reading.cite(unit), confidence=0.9) if ways else None
