"""How, where and until when to apply."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, time

from knowledge.dates import find_times
from knowledge.extractors.application_ways import application_ways
from knowledge.extractors.cues import APPLY, APPLY_HEADING, CONTACT_HEADING, DEADLINE_LEAD, FEEDBACK, PROOF, SESSION, SESSION_HEADING, TEST
from knowledge.extractors.units import Dated, Reading, Unit, read_units
from knowledge.extractors.way_words import verb_ways
from knowledge.model import Application, Citation, Fact, Moment
from knowledge.source import Source

# Only "apply", without what one sends or where: "inschrijven" may be for a session too.
_STRONG_APPLY = re.compile(
    r"sollicit|kandidat|kandideren|reage(?:er|ren)|inschrijv\w*\s+(?:loopt|lopen|staan)|inschrijvingsperiode|kandidaatstelling|stel\w*\s+(?:je|u"
    r"|zich)\s+kandidaat|kandidaten\s+kunnen|inschrijv\w*\s+(?:kan|kunnen"
    r"|is|zijn|afsl|sluit)|\bcv\b|motivatiebrief"
    r"|inschrijvings(?:datum|termijn)|reageer|formulier\s+sluit|vacature\s+(?:sluit|loopt|staat)|apply",
    re.IGNORECASE,
)
_DEADLINE_LABEL = re.compile(
    r"einde?\s+(?:van\s+de\s+)?inschrijv|inschrijving(?:en|speriode)\b|sollicit\w*\s*(?:kan\s*)?(?:tot|vóór|voor|t\.?e\.?m|deadline|uiterlijk)"
    r"|inschrijv\w*\s*(?:kan\s*)?(?:tot|vóór|voor|t\.?e\.?m)"
    r"|deadline|uiterste|einddatum|vervaldatum|afsluit|sluitingsdatum|laatste\s+dag"
    r"|kandidat\w*\s*(?:tot|vóór|voor|t\.?e\.?m|indienen|insturen|uiterlijk)|tot\s+wanneer|reageren\s+(?:tot|voor|vóór)|publicatie\s+tot"
    r"|closing|apply\s+by|indienen\s+(?:tot|vóór|voor)",
    re.IGNORECASE,
)
_NAMED_DEADLINE = re.compile(
    r"\b(?:deadline|uiterste\s+(?:\w+\s+)?(?:\w*datum|dag|moment)|sluitingsdatum|einddatum|laatste\s+dag)\W*(?:(?!van\s+je\s+contract)\w+\W+){0,8}$",
    re.IGNORECASE,
)
# "24 januari 2027: laatste kans om te solliciteren", "31 januari: einde inschrijvingen".
_LAST_AFTER = re.compile(
    r"\s*(?:[:–)-]+|is|wordt)\s*(?:de\s+|het\s+|je\s+)?(?:\w*laatste|uiterste|einde?|deadline"
    r"|sluit|afsluit|slot)",
    re.IGNORECASE,
)
_FAR_LEAD = re.compile(
    r"\b(?:uiterlijk|ten\s+laatste|tot\s+en\s+met|tot|t\.?e\.?m\.?|t/m|tegen|vóór|voor(?=\s+(?:Pasen"
    r"|Kerst\w*|Nieuwjaar|Allerheiligen|de\s+\w*vakantie)))\b(?!\s+(?:de|het|een)\s+(?:functie"
    r"|proef|selectie|reserve))"
    r"(?:[\s(,]+(?!en\b|of\b|vanaf\b|sinds\b)[\w’'-]+){0,7}[\s(,:]*$",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\b(?:sluit|sluiten|sluiting|afsluit\w*|afgesloten|afloopt|eindigt|verstrijkt|verstreek|verloopt|dicht(?:gaan|gaat)?)\b|(?:loopt|liep"
    r"|lopen)\s+(?:\w+\s+)?af\b"
    r"|(?:gaat|ging)\s+[^.]*\bdicht\b|valt\s+het\s+doek",
    re.IGNORECASE,
)
_MUST_ARRIVE = re.compile(
    r"\b(?:moet|moeten|dien|dient|dienen|verwacht\w*)\b[^.]*(?:\bzijn|\bhebben|\bbinnen|toe(?:ge)?komen|ontvangen|verstuurd|bezorgd|ingediend"
    r"|aankomen)\W+(?:zijn\s+)?op\s+$",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"geplaatst|gepubliceerd|publicatie|bekendgemaakt|bekendmaking|goedgekeurd|verzonden|nagekeken|vastgesteld|in\s+zitting"
    r"|opgesteld|^datum$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"uitgenodigd|uitnodiging|verwittigd|\bhoort?\s+(?:je|u|van)|(?:je|u)\s+hoort|vernee?mt?\s+(?:je"
    r"|u)|op\s+de\s+hoogte|(?:krijgt?|ontvangt?)\s+(?:je|u)\b|laten\s+(?:we|wij)\s+\w+\s+weten",
    re.IGNORECASE,
)
_AFTER_LIMIT = re.compile(r"\bna\s+(?:\w+dag\s+)?$", re.IGNORECASE)
_TOO_LATE = re.compile(r"\bniet\b|\bgeen\b|te\s+laat|laattijdig|onontvankelijk|\buitgesloten", re.IGNORECASE)
_ANSWERS = re.compile(r"bereikbaar|bereiken|(?:beantwoord|antwoord)\w*|\bvragen\s+(?:stel|kan|mag)|met\s+verlof|afwezig|openingsuren", re.IGNORECASE)
_START = re.compile(
    r"indiensttreding|in\s+dienst|\bstart(?:datum|en|t)?\b|begin\w*\s+op|aanvang|in\s+functie|eerste\s+werkdag"
    r"|aanstelling",
    re.IGNORECASE,
)
_NOT_A_DEADLINE = re.compile(
    r"wervingsreserve|werfreserve|\breserve\b|geldig|contract|bepaalde\s+duur|uitslag|uitgenodigd|uitnodiging|bericht\s+geplaatst"
    r"|gepubliceerd|publicatiedatum|datum\s+van\s+plaatsing|niveauanci|vastgesteld"
    r"|besluit\s+van|verwerk|persoonsgegevens|openingsuren|kerstmarkt|zomer|verlof",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:vanaf|sinds|met\s+ingang\s+van|open\s+vanaf|starting)\s+(?:op\s+)?(?:\w+dag\s+)?$", re.IGNORECASE)
_OPEN_ENDED = re.compile(
    r"(?:geen|zonder)\s+(?:\w+\s+){0,2}(?:einddatum|uiterste\s+datum|deadline|sluitingsdatum)|(?:vacature|oproep)\s+(?:blijft"
    r"|staat)\s+(?:\w+\s+){0,3}open\s+tot|doorlopend|permanent\s+open"
    r"|tot\s+(?:de\s+)?(?:vacature|functie|plaats)\s+(?:is\s+)?ingevuld|zolang\s+(?:de|er)\s+(?:\w+\s+){0,3}(?:open|ingevuld|plaats)"
    r"|op\s+elk\s+moment\s+sollicit|continu\s+(?:open|sollicit)",
    re.IGNORECASE,
)
# Said in so many words: a date in the text is then of a round, not of the call.
_NO_END = re.compile(
    r"\b(?:is|heeft|hebben|geldt)\s+(?:er\s+)?geen\s+(?:eind|uiterste\s+|sluitings)\s?datum|geen\s+deadline\b|\b(?:het\s+)?hele\s+jaar\s+(?:door\s+)?(?:je\s+)?sollicit"
    r"|sollicit\w*\s+(?:kan\s+)?(?:het\s+)?hele\s+jaar",
    re.IGNORECASE,
)
# "tot 12 uur 's middags op woensdag 27 januari": the hour before the day.
_TIME_BEFORE = re.compile(
    r"\b(?:tot|voor|vóór|uiterlijk|ten\s+laatste)\s+(?:om\s+)?(?P<clock>\d{1,2}(?:[.:u]\d\d)?\s*(?:uur|u|h)\b)\s*(?:['’]s\s+\w+\s+)?(?:op|van"
    r"|,)?\s*$",
    re.IGNORECASE,
)
# "De kandidaten van de oproep van maart (afgesloten op 14 april)", "de vorige procedure sloot op 3 mei".
_EARLIER_CALL = re.compile(
    r"\b(?:vorige|eerdere|vroegere|voorgaande)\s+(?:\w+\s+)?(?:oproep|procedure|selectie|vacature|ronde|lijst|publicatie|aanwerving)"
    r"|\b(?:oproep|procedure|selectie|vacature|ronde|aanwerving)\s+(?:van|uit|in)\s+(?:het\s+(?:voor|na)jaar|de\s+(?:zomer|winter|lente|herfst)"
    r"|(?:begin|midden|eind)\w*\s+)?(?:\d{4}|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)?\b"
    r"(?=[^.]*\b(?:afgesloten|sloot|afgelopen|liep\s+af|eindigde|opnieuw))|\b(?:sloot|eindigde|liep)\b[^.]*\b(?:leverde"
    r"|geen\s+(?:geschikte\s+)?kandida)",
    re.IGNORECASE,
)
_ENOUGH = 4.0


def extract_application(source: Source) -> Application:
    """Deadline, ways, addresses and documents; each empty where the bundle is silent.

    A deadline "vóór 25 november" has 25 november as its value (the convention of the golds); its `printed` keeps the "vóór".
    """
    reading = read_units(source)
    deadline = _deadline(reading)
    ways = application_ways(reading)
    return Application(deadline, ways.how, ways.addresses, ways.documents, _continuous(reading) if deadline is None else None)


def _deadline(reading: Reading) -> Fact[Moment] | None:
    if any(_NO_END.search(unit.text) and _is_about_applying(unit) for unit in reading.units):
        return None
    published = _published(reading)
    candidates = [(score, dated) for dated in reading.moments if (score := _score(dated)) >= _ENOUGH] or _only_limit(reading)
    candidates = [(score, dated) for score, dated in candidates if published is None or _day(dated) >= published]
    posted = _valid_through(reading)
    if not candidates:
        return None
    days: dict[date, list[tuple[float, Dated]]] = {}
    for score, dated in candidates:
        days.setdefault(_day(dated), []).append((score, dated))
    weight = {day: max(score for score, _ in own) + 0.5 * (len(own) - 1) + (1.5 if posted and posted.date == day else 0) for day, own in days.items()}
    ranked = sorted(days, key=lambda day: -weight[day])
    best = ranked[0]
    facts = [_fact(reading, [dated for _, dated in sorted(days[day], key=lambda pair: -pair[0])], weight[day]) for day in ranked]
    rivals = [fact for day, fact in zip(ranked[1:], facts[1:], strict=True) if weight[day] >= max(_ENOUGH + 1, weight[best] - 2.5)]
    if posted and posted.date not in days:
        rivals.append(Fact(posted, (), confidence=0.5))
    main = facts[0]
    return replace(main, alternatives=tuple(rivals), confidence=min(main.confidence, 0.7) if rivals else main.confidence)


def _published(reading: Reading) -> date | None:
    """The day on which the call was decided or published: an earlier last day belongs to an earlier call."""
    days = [
        dated.found.moment.date
        for dated in reading.moments
        if _POSTED.search(dated.unit.label) or _POSTED.search(re.split(r"[,;:(]", dated.before)[-1] + dated.after[:25])
        if not dated.found.derived and dated.found.kind == "date" and not APPLY.search(dated.unit.text)
    ]
    return max(days) if days else None


def _only_limit(reading: Reading) -> list[tuple[float, Dated]]:
    """The one moment that is the end of something and of nothing else known ("We horen het graag voor 5 mei"), if the call has an end."""
    if _continuous(reading):
        return []
    limits = [dated for dated in reading.moments if _limit(dated) and not _against(dated) and not SESSION.search(dated.unit.block.text)]
    return [(2.5, dated) for dated in limits] if len({_day(dated) for dated in limits}) == 1 else []


def _day(dated: Dated) -> date:
    moment = dated.found.moment
    return moment.end_date or moment.date


def _fact(reading: Reading, same_day: list[Dated], weight: float) -> Fact[Moment]:
    """The moment of the best mention, with the hour of any mention of that day."""
    chosen = next((dated for dated in same_day if dated.found.moment.time), same_day[0])
    moment = chosen.found.moment
    at: time | None = moment.time
    if moment.end_time and moment.end_date is None:
        at = moment.end_time
    if at is None and (early := _TIME_BEFORE.search(chosen.before)) and (clock := find_times(f"om {early['clock']}")):
        at = clock[0].at
    lead = re.search(r"(?:vóór|voor)\s+$", chosen.before, re.IGNORECASE)
    value = Moment(_day(chosen), at, printed=(lead.group(0) if lead else "") + moment.printed)
    units = [dated.unit for dated in same_day]
    confidence = 0.95 if weight >= _ENOUGH + 2 else 0.8
    return Fact(value, reading.cite(chosen.unit, *units[:2]), confidence - (0.1 if chosen.found.derived else 0), chosen.found.derived)


def _score(dated: Dated) -> float:
    """How much a moment looks like the last day to apply: it must be a limit, and the words around it must be about applying."""
    limit = _limit(dated)
    return limit + _applying(dated) - _against(dated) if limit else 0.0


def _limit(dated: Dated) -> float:
    """How plainly the words make the moment the end of something."""
    unit, found = dated.unit, dated.found
    if found.kind in ("month", "list", "week"):
        return 0.0
    alone = not dated.before.strip(" :-–(")
    named = _NAMED_DEADLINE.search(dated.before)
    answers = alone and _DEADLINE_LABEL.search(unit.previous)
    labelled = alone and (_DEADLINE_LABEL.search(unit.label) or _DEADLINE_LABEL.search(unit.nearest) or DEADLINE_LEAD.search(unit.label))
    opens = _LAST_AFTER.match(dated.after) is not None
    score = 2.0 * bool(named or answers) + 1.5 * bool(_DEADLINE_LABEL.search(unit.nearest))
    if named or answers or labelled or opens or found.kind == "range" or _ends(dated):
        return score + 2.5
    return score if score and DEADLINE_LEAD.search(dated.before) else 0.0


def _ends(dated: Dated) -> bool:
    """Whether "uiterlijk", "tot" or the like leads to the moment, or a verb says that something closes then."""
    before = re.split(r"[;|]", dated.before)[-1]
    if DEADLINE_LEAD.search(before) or _FAR_LEAD.search(before):
        return True
    return bool(
        _CLOSES.search(_clause(dated))
        or _MUST_ARRIVE.search(before)
        or re.search(r"te\s+laat", dated.after, re.IGNORECASE)
        or (_AFTER_LIMIT.search(before) and _TOO_LATE.search(dated.after))
    )


def _applying(dated: Dated) -> float:
    """How much the sentence, its label, its heading and its neighbours are about applying."""
    unit = dated.unit
    text = unit.text
    score = 2.5 if _STRONG_APPLY.search(text) else 1.0 if APPLY.search(text) else 0.0
    if _STRONG_APPLY.search(unit.label) or _DEADLINE_LABEL.search(unit.label):
        score += 2.0
    if APPLY_HEADING.search(unit.nearest) and not CONTACT_HEADING.search(unit.nearest):
        score += 1.5
    elif APPLY.search(unit.previous) or APPLY.search(unit.intro):
        score += 0.7
    return score


def _against(dated: Dated) -> float:
    unit = dated.unit
    text, around = unit.text, f"{unit.label} {unit.nearest}"
    penalty = 5.0 * bool(_EARLIER_CALL.search(text))
    if (SESSION.search(text) and not verb_ways(text)) or SESSION_HEADING.search(around) or SESSION.search(unit.previous):
        penalty += 5.0
    if PROOF.search(_clause(dated)) and not re.search(
        r"kopie|\bcv\b|dossier|bewijsstuk|sollicit\w+\s+(?:\w+\s+){0,8}(?:uiterlijk|ten\s+laatste|tot|vóór)"
        r"|kandidat",
        text,
        re.IGNORECASE,
    ):
        penalty += 3.0
    if re.search(
        r"ontbrekende|nagestuurd|nasturen|nabezorg|diploma\w*\s+(?:moet|behal|voorleg)|studeer|laatstejaars"
        r"|laatste\s+jaar",
        text,
        re.IGNORECASE,
    ):
        penalty += 4.0
    if re.search(r"oorspronkelijk|aanvankelijk|eerst\s+gepland", re.split(r"verlengd|verschoven|uitgesteld", dated.before)[-1], re.IGNORECASE):
        penalty += 4.0
    if _TOLD.search(dated.before):
        penalty += 3.0
    if re.search(r"\b(?:behaal|behalen|behaald|bezit|afstude)\w*[^.]*$", dated.before, re.IGNORECASE) and not _STRONG_APPLY.search(dated.before):
        penalty += 4.0
    if re.search(r"(?:opdracht|taak|proef|oplossing)\b[^.]*(?:ingediend|indienen|inleveren|terug)", text, re.IGNORECASE):
        penalty += 4.0
    if FEEDBACK.search(text) or FEEDBACK.search(around):
        penalty += 5.0
    if TEST.search(_clause(dated)) and not _STRONG_APPLY.search(_clause(dated)):
        penalty += 3.0
    if TEST.search(unit.label) and not _DEADLINE_LABEL.search(unit.label):
        penalty += 3.0
    if _START.search(around) and not _DEADLINE_LABEL.search(around):
        penalty += 4.0
    if _START.search(dated.before[-40:]) or (_FROM.search(dated.before) and not _CLOSES.search(dated.before)):
        penalty += 3.0
    if _ANSWERS.search(text):
        penalty += 4.0
    call_runs = re.search(r"\b(?:vacature|oproep)\b[^.;]*\b(?:geldig|open|actief)\b", dated.before, re.IGNORECASE)
    if _NOT_A_DEADLINE.search(_clause(dated)) and not _STRONG_APPLY.search(_clause(dated)) and not call_runs:
        penalty += 3.0
    return penalty


def _clause(dated: Dated) -> str:
    """The part of the sentence around the moment, between semicolons."""
    before = re.split(r"[;|]", dated.before)[-1]
    return before[-110:] + " " + re.split(r"[;|]", dated.after)[0][:70]


def _valid_through(reading: Reading) -> Moment | None:
    """`validThrough` of the page's JobPosting, which counts only beside the text."""
    for posting in _postings(reading.source.document.metadata.get("json_ld")):
        match = re.match(r"(\d{4}-\d\d-\d\d)", str(posting.get("validThrough") or ""))
        if match:
            try:
                return Moment(date.fromisoformat(match[1]), printed=match[1])
            except ValueError:
                continue
    return None


def _postings(value: object) -> Iterator[dict[str, object]]:
    entries: Iterable[object] = value if isinstance(value, list) else (value,)
    for entry in entries:
        if isinstance(entry, dict):
            yield entry


def _continuous(reading: Reading) -> Fact[bool] | None:
    for unit in reading.units:
        if _OPEN_ENDED.search(unit.text) and _is_about_applying(unit):
            citations: tuple[Citation, ...] = reading.cite(unit)
            return Fact(True, citations, confidence=0.85)
    return None


def _is_about_applying(unit: Unit) -> bool:
    return any(APPLY.search(text) for text in (unit.text, unit.previous, unit.nearest, unit.label)) or "vacature" in unit.text.casefold()
