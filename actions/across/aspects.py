"""What questions across vacancies ask about, each with what one vacancy's facts tell of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from actions.across.told import SILENT, Told, View
from actions.answers.base import citations_of, euro
from actions.answers.infosessions import describe
from actions.answers.terms import fraction_text
from actions.vacancy_choice import fold, words
from knowledge.catalog import coming, status
from knowledge.dates import format_moment
from knowledge.model import Fact, Requirement, RequirementKind, Salary, SelectionStep


@dataclass(frozen=True, slots=True)
class Aspect:
    """Something to ask of every vacancy: `cue` finds it in a folded question; `more_is_later` says that "laatst" and "meest" ask for high keys."""

    name: str
    cue: re.Pattern[str]
    tell: Callable[[View], Told]


def _cue(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts))


# --- application ---


def deadline(view: View) -> Told:
    """The last day to apply; holds while one can still apply, in the period that is asked."""
    fact = view.vacancy.application.deadline
    state = status(view.vacancy, view.now)
    if fact is None:
        return Told(None if view.period else state != "closed", "geen uiterste datum in de infobundel")
    text = ("afgesloten sinds " if state == "closed" else "tot en met ") + format_moment(fact.value)
    fits = view.period.holds(fact.value.date) if view.period else state == "open"
    return Told(fits, text, fact.citations, fact.value.date.toordinal())


_WAYS = {
    "post": r"\bpost\b|per brief|par la poste|by post",
    "email": r"e-?mail|\bmail\w*",
    "online": r"online|formulier|website|\bform\b",
    "afgifte": r"afgeven|afgifte|langsbrengen|binnenbrengen",
}


def way(view: View) -> Told:
    """Whether one can apply in the way that is asked."""
    asked = next((name for name, pattern in _WAYS.items() if re.search(pattern, view.question)), None)
    ways = view.vacancy.application.how
    if not ways:
        return SILENT
    text = "solliciteren kan: " + ", ".join(fact.value for fact in ways)
    return Told(any(fact.value == asked for fact in ways), text, citations_of(ways))


# --- terms ---


def _share(low: float, high: float) -> Callable[[View], Told]:
    def tell(view: View) -> Told:
        fact = view.vacancy.contract.fraction
        if fact is None:
            return SILENT
        text = "voltijds" if fact.value >= 0.995 else fraction_text(fact.value)
        return Told(low <= fact.value < high, text, fact.citations, fact.value)

    return tell


def _contract(asked: str, other: str) -> Callable[[View], Told]:
    wanted, unwanted = re.compile(asked, re.IGNORECASE), re.compile(other, re.IGNORECASE)

    def tell(view: View) -> Told:
        contract = view.vacancy.contract
        facts = [fact for fact in (contract.type, contract.duration) if fact]
        if not facts:
            return SILENT
        text = ", ".join(fact.value for fact in facts)
        holds = True if wanted.search(text) else False if unwanted.search(text) else None
        return Told(holds, text, citations_of(facts))

    return tell


def start(view: View) -> Told:
    """When the job begins."""
    fact = view.vacancy.contract.start
    if fact is None:
        return SILENT
    moment = fact.value
    fits = view.period.holds(moment.date, moment.end_date) if view.period else True
    return Told(fits, "start: " + format_moment(moment), fact.citations, moment.date.toordinal())


_AMOUNT = re.compile(r"(\d{1,2})[. ]?(\d{3})\b")
_LESS = re.compile(r"\b(?:minder|maximaal|hoogstens|onder de|less|under|moins)\b")


def salary(view: View) -> Told:
    """The gross pay; with an amount in the question, whether it is reached."""
    fact = view.vacancy.salary
    lowest = (fact.value.minimum or fact.value.maximum) if fact else None
    if fact is None or lowest is None:
        return Told(None, "geen bedrag in de infobundel", fact.citations if fact else ())
    pay = fact.value
    period = {"month": " per maand", "year": " per jaar", "hour": " per uur"}.get(pay.period or "", "")
    upper = f" tot {euro(pay.maximum)}" if pay.maximum and pay.maximum != lowest else ""
    text = f"{euro(lowest)}{upper} bruto{period}" + (" (voltijds)" if pay.full_time else "")
    amount = _AMOUNT.search(view.question)
    holds = True
    if amount:
        asked = float(amount[1] + amount[2])
        reached = monthly(pay, pay.maximum or lowest) >= asked
        holds = not reached if _LESS.search(view.question) else reached
    lowest_first = _LOW.search(view.question) is not None
    return Told(holds, text, fact.citations, monthly(pay, lowest if lowest_first else pay.maximum or lowest))


_LOW = re.compile(r"minst|laagst|lowest|least|moins")


def monthly(pay: Salary, amount: float) -> float:
    """An amount of a salary as a sum a month."""
    return amount / 12 if pay.period == "year" else amount * 164.67 if pay.period == "hour" else amount


def reserve(view: View) -> Told:
    """Whether a reserve is made, and how long it holds; with a number in the question, only that length."""
    fact = view.vacancy.reserve
    if fact is None:
        return SILENT
    length = re.search(r"(\d+|een|twee|drie|vier|vijf)[ -]?(jaar|jarig|maand)", view.question)
    if length:
        asked = _NUMBERS.get(length[1], length[1])
        value = fold(fact.value)
        holds = re.search(rf"\b(?:{asked}|{_WORDS.get(asked, asked)})\b[ -]?{length[2][:4]}", value) is not None
        return Told(holds, fact.value, fact.citations)
    return Told(True, fact.value, fact.citations)


_NUMBERS = {"een": "1", "twee": "2", "drie": "3", "vier": "4", "vijf": "5"}
_WORDS = {number: word for word, number in _NUMBERS.items()}


def places(view: View) -> Told:
    """How many people are sought."""
    fact = view.vacancy.places
    return Told(True, f"{fact.value} plaats" + ("en" if fact.value != 1 else ""), fact.citations, fact.value) if fact else SILENT


# --- sessions ---

_WITHOUT = re.compile(
    r"zonder (?:in te schrijven|inschrij\w*|aan te melden|aanmeld\w*)|niet (?:in te )?(?:inschrijven|schrijven)|vrije? (?:toegang|inloop)"
    r"|without (?:registration|signing up)"
)
_ONLINE = re.compile(r"\bonline\b|\bteams\b|digitaal|webinar|van thuis|\bzoom\b")
_SEVERAL = re.compile(r"\btwee\b|meerdere|kiezen|verschillende|two|several|deux|plusieurs")


def sessions(view: View) -> Told:
    """The infosessions to come, in the period and of the kind that is asked."""
    found = list(coming(view.vacancy, view.now))
    if view.period:
        found = [fact for fact in found if view.period.holds(fact.value.start.date, fact.value.start.end_date)]
    if _WITHOUT.search(view.question):
        found = [fact for fact in found if fact.value.signup_how == "none"]
    elif _ONLINE.search(view.question):
        found = [fact for fact in found if fact.value.mode in ("online", "teams", "hybrid")]
    if not found or (_SEVERAL.search(view.question) and len(found) < 2):
        return Told(False if view.vacancy.infosessions else None)
    first = min(fact.value.start.date for fact in found)
    return Told(True, "; ".join(describe(fact.value) for fact in found), citations_of(found), first.toordinal())


# --- conditions ---


def no_diploma(view: View) -> Told:
    """Whether no diploma is asked."""
    fact = view.vacancy.diploma
    return Told(fact.value.none_needed, "geen diploma nodig" if fact.value.none_needed else "vraagt een diploma", fact.citations) if fact else SILENT


_LEVELS = (
    ("doctor", r"\bdoctor\w*|phd"),
    ("master", r"\bmaster\w*|licentiaat|universitair\w*|niveau a\b"),
    ("bachelor", r"\bbachelor\w*|hogeschool|niveau b\b"),
    ("graduaat", r"graduaat|hbo5"),
    ("secundair", r"secundair|middelbaar|humaniora|niveau c\b|high school"),
)
_STOP = frozenset(
    "voor welke vacature vacatures heb nodig moet hebben diploma diplomas job jobs zijn waar kan met een van het die zoek zoekt vraagt vragen wie "
    "iemand minstens niveau functie functies richting opleiding master bachelor graduaat secundair onderwijs degree require requires which vacancies "
    "vacancy jobs demande quelle quelles offres poste postes".split()
)


def diploma(view: View) -> Told:
    """The diploma that is asked: of a level, in a field, or any."""
    fact = view.vacancy.diploma
    if fact is None:
        return SILENT
    if fact.value.none_needed:
        return Told(False, "geen diploma nodig", fact.citations)
    value = fact.value
    asked = next((level for level, pattern in _LEVELS if re.search(pattern, view.question)), None)
    names = fold(" ".join([option.value.name for option in value.options] + [citation.quote for citation in fact.citations]))
    field = [word for word in words(view.question) if len(word) > 3 and word not in _STOP]
    levels = {value.minimum} if value.minimum else {option.value.level for option in value.options}
    holds = (asked is None or asked in levels) and (not field or any(word[:6] in names for word in field))
    return Told(holds, f"minstens {value.minimum}" if value.minimum else "een diploma uit een lijst", fact.citations)


def final_year(view: View) -> Told:
    """Whether somebody in the final year may take part."""
    fact = view.vacancy.diploma.value.final_year if view.vacancy.diploma else None
    if fact is None:
        return SILENT
    return Told(fact.value, "laatstejaars mogen meedoen" if fact.value else "laatstejaars mogen niet meedoen", fact.citations)


def _requirement(kind: RequirementKind) -> Callable[[View], Told]:
    def tell(view: View) -> Told:
        found = [fact for fact in view.vacancy.requirements if fact.value.kind == kind]
        if kind == "driving_licence" and (asked := LICENCE.search(view.question)):
            found = [fact for fact in found if asked[1] == (fact.value.value or "").casefold() or not fact.value.value]
        if not found:
            return SILENT
        needed = [fact for fact in found if fact.value.required or fact.value.deadline_text]
        shown = (needed or found)[:1]
        return Told(bool(needed), _text(shown[0]), shown[0].citations)

    return tell


LICENCE = re.compile(r"(?:rijbewijs|licen[cs]e|permis)\s+(?:de conduire\s+)?([a-d]e?)\b")


def _text(fact: Fact[Requirement]) -> str:
    return fact.value.text if len(fact.value.text) <= 160 else fact.value.text[:160].rsplit(" ", 1)[0] + " …"


_FORMS = (
    (r"schriftelijk\w*|\bwritten\b|ecrit\w*|examen", r"schriftelijk|examen|kennistest|multiple"),
    (r"mondeling\w*|jurygesprek|\boral\w*|interview", r"mondeling|gesprek|interview|jury"),
    (r"praktisch\w*|praktijk\w*|practical", r"praktisch|praktijk|vaardigheid|werkproef"),
    (r"assessment\w*", r"assessment"),
    (r"psychotechnisch\w*|persoonlijkheid\w*|psycholog\w*", r"psycho|persoonlijkheid"),
    (r"thuisopdracht|thuisproef|\bcase\b|gevalstudie|voorbereiding thuis", r"thuis|case|gevals|casus|opdracht|presentatie"),
    (r"fysieke|sportproef|conditie|lichamelijke|physical", r"fysiek|sport|conditie|lichamelijk|zwem|loop"),
    (r"computer\w*|pc-?proef", r"computer|pc"),
)


def selection(view: View) -> Told:
    """The steps of the selection, those of the form that is asked."""
    steps = view.vacancy.selection
    if not steps:
        return SILENT
    if re.search(r"\bhoeveel\b|aantal|\bmeest|\bminst", view.question):
        return Told(True, f"{len(steps)} stap" + ("pen" if len(steps) != 1 else ""), citations_of(steps), len(steps))
    form = next((pattern for cue, pattern in _FORMS if re.search(cue, view.question)), None)
    shown = [fact for fact in steps if form is None or re.search(form, fold(f"{fact.value.name} {fact.value.form or ''}"))]
    if form and not shown:
        return Told(False, "; ".join(_step(fact.value) for fact in steps), citations_of(steps))
    return Told(True, "; ".join(_step(fact.value) for fact in shown), citations_of(shown))


def _step(step: SelectionStep) -> str:
    name = step.name if len(step.name) <= 90 else step.name[:90].rsplit(" ", 1)[0] + " …"
    return name + (f" ({format_moment(step.when)})" if step.when else "")


_PROOF = r"proef|proeven|examen\w*|\btests?\b|assessment\w*|selectie\w*|psychotechnisch\w*|thuisopdracht|gevalstudie|jurygesprek|\bexams?\b|epreuve"

_APPLIES = r"\b(?:sollicit|kandida|inschrij|apply|postul|opsturen|indien)\w*"
_BY = r"(?:(?:per|met de|via de|de) post\b|per brief|per e-?mail|via (?:e-?)?mail|mailen|online|formulier|afgeven|par la poste|by (?:post|mail))"

ASPECTS: tuple[Aspect, ...] = (
    Aspect("part-time", _cue(r"deeltijds\w*|part[- ]?time|parttime|temps partiel|\b4/5|vier vijfde"), _share(0.0, 0.995)),
    Aspect("half-time", _cue(r"halftijds\w*|half[- ]?time|mi-?temps|halve dagen"), _share(0.4, 0.6)),
    Aspect("full-time", _cue(r"voltijds\w*|full[- ]?time|fulltime|temps plein"), _share(0.995, 2.0)),
    Aspect(
        "permanent",
        _cue(r"onbepaald\w*|vast contract|vaste (?:job|baan|contract\w*)|vast werk|\bpermanent\b|indetermine\w*|\bcdi\b"),
        _contract("onbepaald|statutair", "bepaald|tijdelijk|vervang"),
    ),
    Aspect(
        "temporary",
        _cue(
            r"(?<!on)bepaalde (?:duur|tijd)|tijdelijk\w*|vervang\w*|temporary|fixed[- ]term|replacement|(?<!in)determinee|temporaire"
            r"|remplacement|\bcdd\b"
        ),
        _contract(r"\bbepaald|tijdelijk|vervang", "onbepaald|statutair"),
    ),
    Aspect(
        "statutory",
        _cue(r"statutair\w*|vast benoemd|benoeming|ambtenaar|statutory|civil servant|statutaire"),
        _contract("statutair", "contractueel|tijdelijk|vervang"),
    ),
    Aspect("contractual", _cue(r"contractueel|contractuele"), _contract("contractueel|tijdelijk|vervang", "statutair")),
    Aspect(
        "no diploma",
        _cue(
            r"geen (?:enkel )?diploma|(?:niks|niets) van diploma|(?:nooit|niet) een diploma|diploma\w* heb ik (?:niet|geen)"
            r"|zonder (?:enig )?diploma|diploma[^?]{0,15}niet nodig|(?:no|without a?n?y?) ?(?:degree|diploma)"
            r"|sans (?:aucun )?diplome"
        ),
        no_diploma,
    ),
    Aspect(
        "final year",
        _cue(r"laatstejaars\w*|laatste jaar|nog (?:aan het )?stud\w+|pas(?:sen)? afgestudeerd|studenten|final[- ]year|derniere annee"),
        final_year,
    ),
    Aspect("driving licence", _cue(r"rijbewij\w*|driving|driver|permis"), _requirement("driving_licence")),
    Aspect("experience", _cue(r"ervaring\w*|experience"), _requirement("experience")),
    Aspect("criminal record", _cue(r"strafregister|strafblad|uittreksel|zedelijk gedrag|criminal record|casier"), _requirement("criminal_record")),
    Aspect("language", _cue(r"\btaal\w*|\btalen\b|frans\b|engels\b|duits\b|\bnederlands\b|language"), _requirement("language")),
    Aspect("age", _cue(r"leeftijd|minstens 1[68] jaar|minimum age"), _requirement("age")),
    Aspect("nationality", _cue(r"nationaliteit|\bbelg\b|belgische|nationality"), _requirement("nationality")),
    Aspect("medical", _cue(r"medisch\w*|arbeidsgeneesheer|medical"), _requirement("medical")),
    Aspect(
        "session",
        _cue(
            r"info[- ]?(?:sessie|moment|avond|dag|namiddag|voormiddag)\w*|kijkmoment\w*|rondleiding\w*|opendeur\w*"
            r"|open ?(?:bedrijven)?dag|komen kijken|gaan kijken|webinar|info session|\bvisit|seances?"
        ),
        sessions,
    ),
    Aspect("selection", _cue(_PROOF), selection),
    Aspect("diploma", _cue(r"diploma\w*|\bbachelor\w*|\bmaster\w*|graduaat|\bdegree|diplome|niveau [abc]\b|secundair"), diploma),
    Aspect("reserve", _cue(r"\w*reserve\b"), reserve),
    Aspect("places", _cue(r"hoeveel (?:plaatsen|mensen|personen)|meer(?:dere)? plaatsen"), places),
    Aspect("salary", _cue(r"loon\b|\blonen|wedde|verdien\w*|beta+l\w*|salaris|salary|\bpays?\b|paid|salaire|salaires"), salary),
    Aspect("way", _cue(rf"{_APPLIES}[^?]*{_BY}", rf"{_BY}[^?]*{_APPLIES}"), way),
    Aspect("start", _cue(r"\bbegin(?:nen|t)?\b|\bstart(?:en|t|datum)?\b|aan de slag|in dienst|indiensttreding|\bcommence"), start),
)
DEADLINE = Aspect(
    "deadline",
    _cue(
        r"\bsluit\w*|afsluit\w*|afgesloten|deadline\w*|uiterste|einddatum|sollicit\w*|kandidaat|kandideren|kandidatuur|inschrijv\w*"
        r"|tot wanneer|\bclos\w+|apply|postuler|cloture\w*|date limite|aflopen|loopt af|lopen af"
    ),
    deadline,
)
