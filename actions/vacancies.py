"""Questions across vacancies: what is open, which closes first, which asks what, and comparisons."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from actions import eligibility
from actions.answers.base import citations_of, euro, quoted, source_line, sources
from actions.answers.contacts import card
from actions.answers.infosessions import describe
from actions.answers.terms import fraction_text
from actions.reply import Reply, Source, TurnResult
from actions.services import Services
from actions.turn import Turn
from actions.vacancy_choice import fold, label, mentioned, words
from index.query import missing_terms
from index.results import Hit
from knowledge.catalog import coming, employer_of, status, title_of
from knowledge.dates import format_moment
from knowledge.model import Citation, Fact, Salary, Vacancy

Shown = tuple[str, tuple[Citation, ...]]
"""What a line tells of a vacancy after its label, with its citations."""

_OF_THOSE = re.compile(
    r"\b(daarvan|hiervan|van die|van deze|die lijst|die (?:jobs|vacatures|functies|twee|drie)|allebei|beide|of those|of these|parmi)\b"
)
_OPEN = re.compile(
    r"\bopen(staand\w*|e)?\b|\bnog\b.*\b(sollicit|inschrij|terecht)|vandaag|momenteel|actueel|lopende|still|available|ouvert|encore"
    r"|zijn er (vacatures|jobs)"
)
_FIRST = re.compile(r"\beerst(e|volgende)?\b|vroegst|snelst|dringend|first|soonest|premier|sluit|deadline|uiterste")
_SALARY = re.compile(r"loon|wedde|verdien|beta+l|salaris|salary|pays?\b|salaire")
_HIGHEST = re.compile(r"meest|hoogst|best betaald|highest|most|plus")
_ELIGIBLE = re.compile(r"in aanmerking|met (een|mijn|ne|n) |ik heb|ik ben|volstaat|voldoe|geschikt|eligible|with (a|my)|avec (un|mon)")
_STOP = frozenset(
    "voor welke vacature vacatures heb nodig moet hebben diploma job jobs zijn waar kan met een van het die zoek vraagt "
    "vragen nodig rijbewijs".split()
)


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on vacancies that the words of a question name, and what a line then tells of each vacancy."""

    cue: re.Pattern[str]
    keep: Callable[[Vacancy, str, datetime], Shown | None]


def _part_time(vacancy: Vacancy, _: str, __: datetime) -> Shown | None:
    fraction = vacancy.contract.fraction
    return (fraction_text(fraction.value), fraction.citations) if fraction and fraction.value < 0.995 else None


def _full_time(vacancy: Vacancy, _: str, __: datetime) -> Shown | None:
    fraction = vacancy.contract.fraction
    return ("voltijds", fraction.citations) if fraction and fraction.value >= 0.995 else None


def _no_diploma(vacancy: Vacancy, _: str, __: datetime) -> Shown | None:
    fact = vacancy.diploma
    return ("geen diploma nodig", fact.citations) if fact and fact.value.none_needed else None


def _licence(vacancy: Vacancy, question: str, _: datetime) -> Shown | None:
    asked = re.search(r"(?:rijbewijs|licen[cs]e|permis)\s+(?:de conduire\s+)?([a-d]e?)\b", question)
    for fact in vacancy.requirements:
        value = (fact.value.value or "").casefold()
        if fact.value.kind == "driving_licence" and fact.value.required and (not asked or asked.group(1) == value or not value):
            return fact.value.text, fact.citations
    return None


def _sessions(vacancy: Vacancy, question: str, now: datetime) -> Shown | None:
    sessions = coming(vacancy, now)
    several = re.search(r"\btwee\b|meerdere|kiezen|verschillende|two|several|deux|plusieurs", question)
    if not sessions or (several and len(sessions) < 2):
        return None
    return "; ".join(describe(fact.value) for fact in sessions), citations_of(sessions)


def _level(vacancy: Vacancy, question: str, _: datetime) -> Shown | None:
    fact = vacancy.diploma
    if fact is None or fact.value.none_needed:
        return None
    asked = next((level for level in ("master", "bachelor", "graduaat", "secundair", "doctor") if level in question), None)
    names = " ".join([option.value.name for option in fact.value.options] + [citation.quote for citation in fact.citations])
    field = [word for word in words(question) if len(word) > 3 and word not in _STOP and word not in ("master", "bachelor", "graduaat", "secundair")]
    if asked and fact.value.minimum != asked:
        return None
    if field and not any(word[:6] in fold(names) for word in field):
        return None
    return (f"minstens {fact.value.minimum}" if fact.value.minimum else "een diploma uit een lijst"), fact.citations


FILTERS: tuple[Filter, ...] = (
    Filter(re.compile(r"deeltijds|part[- ]?time|halftijds|temps partiel"), _part_time),
    Filter(re.compile(r"voltijds|full[- ]?time|temps plein"), _full_time),
    Filter(re.compile(r"geen (enkel )?diploma|zonder (enig )?diploma|(no|without a?) ?(degree|diploma)|sans diplome"), _no_diploma),
    Filter(re.compile(r"rijbewijs|driving|permis"), _licence),
    Filter(re.compile(r"infosessie|infomoment|infoavond|info session|seance"), _sessions),
    Filter(re.compile(r"diploma|bachelor|master|graduaat|degree|diplome"), _level),
)


def answer(turn: Turn, services: Services) -> TurnResult:
    """A list of vacancies that fit the question, each with the fact that was asked."""
    question = fold(turn.text)
    entries = services.snapshot.vacancies
    pool = {id: entries[id] for id in turn.state.listed if id in entries} if _OF_THOSE.search(question) else dict(entries)
    if (
        re.search(r"bachelor|master|diploma|graduaat|licenti", question)
        and _ELIGIBLE.search(question)
        and not re.search(r"welk diploma|nodig|geen diploma", question)
    ):
        return eligibility.across(turn, services, tuple((pool or entries).values()))
    named = named_vacancies(turn.text, pool or entries)
    chosen = named or list((pool or entries).values())
    if _SALARY.search(question):
        return _result(turn, services, _by_salary(chosen, question))
    timely = _OPEN.search(question) or _FIRST.search(question)
    if not timely and not named and (rows := _told(turn, services, pool or entries)):
        return _result(turn, services, rows)
    if timely and len(named) < 2:
        # Without a closing date nobody can tell that it is closed: such a vacancy belongs to "what is open", not to "what closes first".
        allowed = ("open",) if _FIRST.search(question) else ("open", "unknown")
        chosen = [vacancy for vacancy in chosen if status(vacancy, services.now) in allowed]
        chosen.sort(key=lambda vacancy: status(vacancy, services.now))
    rows = _filtered(chosen, question, services.now)
    if _FIRST.search(question):
        rows.sort(key=lambda row: row[0].application.deadline.value.date.isoformat() if row[0].application.deadline else "9999")
        if re.search(r"\beerst\b|vroegst|snelst|first|soonest|premier", question):
            rows = rows[:3]
    return _result(turn, services, rows)


_LOOKS_FOR = re.compile(
    r"\bik zoek\b.*\b(?:job|werk|iets|functie)\b|\bis er (?:zoiets|iets|werk|een job)\b|^\W*(?:en )?iets met\b"
    r"|\bhebben jullie (?:iets|werk|een job)\b"
    r"|\bi am looking for\b|\bje cherche\b"
)
_AMONG = re.compile(
    r"^\W*(?:en |and |et )?(?:bij|voor|van|in)? ?(?:welke|waar|which|where|wie van)\b(?! (?:diploma|attest|rijbewijs|proef|stap|taken))"
)


def looks_across(turn: Turn) -> bool:
    """Whether a message without a vacancy looks for one, or goes on about the list that was just shown."""
    if turn.page_vacancy is not None:
        return False
    question = fold(turn.text)
    if turn.state.listed and _OF_THOSE.search(question):
        return True
    return turn.state.vacancy is None and bool(_LOOKS_FOR.search(question) or (turn.state.listed and _AMONG.search(question)))


def _told(turn: Turn, services: Services, pool: Mapping[str, Vacancy]) -> list[tuple[Vacancy, Shown]]:
    """The vacancies whose own sentences tell of what the question looks for ("waar kan ik 's nachts werken?"), at most three, best first.

    () when a filter knows better, or when the question names nothing to look for.
    """
    question = fold(turn.text)
    if any(rule.cue.search(question) and any(rule.keep(vacancy, question, services.now) for vacancy in pool.values()) for rule in FILTERS):
        return []
    sought = [term for term in missing_terms(turn.text, "") if fold(term) not in _STOP]
    if not sought:
        return []
    best: dict[str, Hit] = {}
    for hit in services.searcher.search(turn.text, vacancy_ids=None, limit=_HITS):
        for id in hit.passage.vacancy_ids:
            if id in pool and (id not in best or hit.score > best[id].score):
                best[id] = hit
    ranked = sorted(best.items(), key=lambda item: -item[1].score)
    rows: list[tuple[Vacancy, Shown]] = []
    for id, hit in ranked[:_SHOWN]:
        vacancy = pool[id]
        missing = missing_terms(" ".join(sought), f"{title_of(vacancy)} {employer_of(vacancy)} {hit.passage.text}")
        if hit.score > ranked[0][1].score - _NEAR and len(missing) < len(sought):
            citation = _sentence(vacancy, services, turn.text)
            rows.append((vacancy, (quoted([citation], 160) if citation else _deadline(vacancy, services.now)[0], (citation,) if citation else ())))
    return rows


_HITS = 12
_SHOWN = 3
_NEAR = 2.0
"""Log-odds below the best hit at which another vacancy is still named."""


def _sentence(vacancy: Vacancy, services: Services, question: str) -> Citation | None:
    """The vacancy's own sentence that tells most of what is asked."""
    found = services.searcher.answer(question, vacancy_ids={vacancy.id}, topic="ask_vacancies")
    if found.outcome != "answered":
        return None
    quote = found.quotes[0]
    return Citation(quote.start, quote.end, quote.text, quote.section, quote.page)


def likely(text: str, services: Services) -> tuple[str, ...]:
    """All vacancies, first those whose bundles speak most of what a message is about."""
    hits = services.searcher.search(text, vacancy_ids=None, limit=_HITS)
    entries = services.snapshot.vacancies
    return tuple(dict.fromkeys([*(id for hit in hits for id in hit.passage.vacancy_ids if id in entries), *entries]))


def separately_named(text: str, pool: Mapping[str, Vacancy]) -> tuple[Vacancy, ...]:
    """The vacancies that a message names one by one ("in Aalst en bij de bib van Kortrijk"); () when it names fewer than two that way."""
    found: list[str] = []
    for part in _PARTS.split(text):
        hits = mentioned(part, pool)
        if len(hits) == 1 and hits[0] not in found:
            found.append(hits[0])
    return tuple(pool[id] for id in found) if len(found) > 1 else ()


_PARTS = re.compile(r"\b(?:en|of|als|met|and|et|ou|or|than|dan|versus|vs)\b|[,:;]", re.IGNORECASE)


def named_vacancies(text: str, pool: dict[str, Vacancy]) -> list[Vacancy]:
    """The vacancies of employers or functions that the words name; every function of a comparison separately."""
    found: list[str] = []
    for part in [text, *re.split(r"\b(?:en|of|met|and|et|or|than|dan|versus|vs)\b|,", text)]:
        found += [id for id in mentioned(part, pool) if id not in found]
    return [pool[id] for id in found]


def _filtered(vacancies: Sequence[Vacancy], question: str, now: datetime) -> list[tuple[Vacancy, Shown]]:
    rule = next((rule for rule in FILTERS if rule.cue.search(question)), None)
    rows = []
    for vacancy in vacancies:
        shown = rule.keep(vacancy, question, now) if rule else _deadline(vacancy, now)
        if shown:
            rows.append((vacancy, shown))
    return rows


def _deadline(vacancy: Vacancy, now: datetime) -> Shown:
    fact = vacancy.application.deadline
    if fact is None:
        return "geen uiterste datum in de infobundel", ()
    over = status(vacancy, now) == "closed"
    return ("afgesloten sinds " if over else "tot en met ") + format_moment(fact.value), fact.citations


def _by_salary(vacancies: Sequence[Vacancy], question: str) -> list[tuple[Vacancy, Shown]]:
    rows: list[tuple[Vacancy, Shown]] = []
    for vacancy in vacancies:
        fact = vacancy.salary
        lowest = fact.value.minimum if fact else None
        if fact is None or lowest is None:
            rows.append((vacancy, ("geen bedrag in de infobundel", fact.citations if fact else ())))
            continue
        pay = fact.value
        period = {"month": " per maand", "year": " per jaar", "hour": " per uur"}.get(pay.period or "", "")
        upper = f" tot {euro(pay.maximum)}" if pay.maximum else ""
        rows.append((vacancy, (f"{euro(lowest)}{upper} bruto{period}" + (" (voltijds)" if pay.full_time else ""), fact.citations)))
    if _HIGHEST.search(question):
        rows.sort(key=lambda row: -_monthly(row[0].salary))
    return rows


def _monthly(fact: Fact[Salary] | None) -> float:
    if fact is None:
        return 0.0
    amount = fact.value.maximum or fact.value.minimum or 0.0
    return amount / 12 if fact.value.period == "year" else amount


def _result(turn: Turn, services: Services, rows: Sequence[tuple[Vacancy, Shown]]) -> TurnResult:
    state = replace(turn.state, listed=tuple(vacancy.id for vacancy, _ in rows), topic=None, exchange=None, misses=0)
    if not rows:
        return TurnResult((Reply(services.texts("vacancies_none")),), "answered", state=state.as_json())
    lines = [f"- {label(vacancy)}: {text}" for vacancy, (text, _) in rows[:12]]
    if len(rows) > 12:
        lines.append(services.texts("which_more", count=len(rows) - 12))
    cited: list[Source] = []
    for vacancy, (_, citations) in rows[:12]:
        cited += sources(vacancy, citations[:1])
    text = services.texts("vacancies", lines="\n".join(lines))
    return TurnResult((Reply(text, "answer", sources=tuple(cited), is_list=True),), "answered", state=state.as_json())


def contact_everywhere(turn: Turn, services: Services) -> TurnResult | None:
    """A person asked for by name, without a vacancy: every bundle that names them, since numbers differ between bundles."""
    if turn.intent != "ask_contact" or turn.state.vacancy:
        return None
    asked = set(words(turn.text))
    hits = [
        (vacancy, fact)
        for vacancy in services.snapshot.vacancies.values()
        for fact in vacancy.contacts
        if len([part for part in words(fact.value.name or "") if len(part) > 2 and part in asked]) >= min(2, len(words(fact.value.name or "")))
        and fact.value.name
    ]
    if not hits:
        return None
    lines = [
        services.texts("contact_in", title=title_of(vacancy), employer=employer_of(vacancy), card=card(fact.value)) for vacancy, fact in hits[:4]
    ]
    lines.append(source_line(hits[0][0], hits[0][1].citations, services.texts) if len(hits) == 1 else services.texts("contact_differs"))
    cited = tuple(source for vacancy, fact in hits[:4] for source in sources(vacancy, fact.citations[:1]))
    state = replace(turn.state, listed=tuple(vacancy.id for vacancy, _ in hits), contact=hits[0][1].value.name, misses=0)
    return TurnResult((Reply("\n".join(line for line in lines if line), sources=cited),), "answered", state=state.as_json())
