"""Questions across vacancies: what is open, which closes first, which asks what, and comparisons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from actions import eligibility
from actions.across.aspects import ASPECTS, DEADLINE, Aspect, deadline
from actions.across.kinds_of_work import of_kind
from actions.across.passages import by_sentences, sought
from actions.across.period import period_of
from actions.across.told import Told, View
from actions.answers.base import source_line, sources
from actions.answers.contacts import card
from actions.reply import Reply, Source, TurnResult
from actions.services import Services
from actions.turn import Turn
from actions.vacancy_choice import fold, label, mentioned, words
from knowledge.catalog import employer_of, status, title_of
from knowledge.model import Vacancy

Row = tuple[Vacancy, str, Told]
"""A vacancy, what the list tells of it, and what that stands on."""

_OF_THOSE = re.compile(
    r"\b(daarvan|hiervan|van die|van deze|die lijst|die (?:jobs|vacatures|functies|twee|drie)|allebei|beide|of those|of these|parmi)\b"
)
_OPEN = re.compile(
    r"\bopen(?:staan\w*|e)?\b(?! dag)|\bnog\b.*\b(sollicit|inschrij|terecht|kandid|reager)|vandaag nog|momenteel|actueel|lopende|still"
    r"|available|ouvert"
    r"|encore|zijn er (?:nog )?(?:vacatures|jobs)"
)
_FIRST = re.compile(r"\beerst(?:e|volgende)?\b|vroegst|snelst|rapst|vlugst|dringendst|\bfirst\b|soonest|earliest|premier|\bas ?ap\b")
_LAST = re.compile(r"\blaatst(?:e)?\b(?! jaar| dag)|langst|\blast\b|latest|\bdernier")
_MOST = re.compile(r"\bmeest\w*|\bmeer\b|hoogst\w*|hoger|grootst\w*|best betaa?ld\w*|beter betaa?ld|highest|most|\bmore\b|better|\bplus\b|mieux")
_LEAST = re.compile(r"\bminst\b(?!ens)|\bminste\b|\bminder\b|laagst\w*|lager|kleinst\w*|lowest|least|\bless\b|\bmoins\b")
_OWN = re.compile(
    r"in aanmerking|met (?:een|mijn|ne|n) |\bik heb\b|\bkheb\b|\bik ben\b|\bben\b|volstaat|voldoe|geschikt|eligible|with (?:a|my)"
    r"|avec (?:un|mon)|\bi have\b|\bj.?ai\b"
)
_DIPLOMA = re.compile(
    r"\bbachelor\w*|\bmaster\w*|\bdiploma\w*|graduaat|licenti\w*|secundair|\btso\b|\bbso\b|\baso\b|\bgetuigschrift|\bdegree|\bdiplome"
)
_ASKS_DIPLOMA = re.compile(
    r"welk\w* diploma|diploma\w* nodig|(?:geen|zonder|niks van|nooit een|niet eens een) (?:enige? |enkel )?diploma|diploma\w* heb ik niet"
    r"|sans (?:aucun )?diplome|without a|(?:vraa?g|eis"
    r"|zoe)\w*\b[^?]*\b(?:diploma|bachelor|master|graduaat)"
    r"|(?:diploma|bachelor|master|graduaat)\w*\b[^?]*\b(?:gevraagd|vereist|nodig|required)|requir|niveau"
)
_COUNT = re.compile(r"\bhoeveel\b[^?]*\b(?:vacature|job|functie|plaats)|how many|combien")

_LOOKS_FOR = re.compile(
    r"\b(?:ik|k|kben ik|we) (?:ben op )?zoek\b.{0,40}\b(?:job|werk|iets|functie|baan)|\bzoek (?:ne|een|n|ander)? ?\w* ?(?:job|werk|baan)\b"
    r"|\b(?:is|zijn) er (?:ook |nog |bij jullie |misschien )?(?:zoiets|iets|werk|een job|jobs|vacatures|functies|plaatsen|\w+e (?:jobs"
    r"|contracten|functies|vacatures))"
    r"|\b(?:is|zijn) er (?:\w+ ){0,4}(?:jobs|vacatures|functies|contracten|infosessies|infomomenten)\b"
    r"|^\W*(?:en )?iets (?:met|in|van|voor)\b|\biets voor (?:mij|me|iemand)\b|\bhebben jullie (?:\w+ ){0,3}(?:iets|werk|job|jobs"
    r"|vacatures?|functies?)\b"
    r"|\bi am looking for\b|\bim looking for\b|\bje cherche\b|\bare there (?:any )?\w* ?(?:jobs|vacancies|positions)|\by a-?t-?il\b"
    r"|\b(?:graag|liefst|wil|zou) (?:\w+ ){0,5}(?:werken|poetsen|koken)\b.*\b(?:is er|hebben jullie|zoiets|iets voor mij)"
)
_WHICH = re.compile(
    r"\b(?:welke?|which|quel(?:le)?s?|hoeveel|alle|andere|wat voor|how many|combien de|what) (?:\w+ ){0,3}"
    r"(?:vacatures?|jobs?|functies?|betrekkingen|besturen|bestuur|gemeentes?|gemeenten|stad|steden|werkgevers?|ocmw|positions?|vacanc\w+"
    r"|roles?|offres?|postes?|emplois?"
    r"|infosessies|infomomenten|infoavonden|rondleidingen|proeven zijn er)\b"
)
_AMONG = re.compile(
    r"^\W*(?:en |and |et )?(?:bij|voor|van|in)? ?(?:welke|waar|which|where|wie van|bij wie van|wie)\b(?! (?:diploma|attest|rijbewijs"
    r"|proef|stap|taken|datum|dag|uur|is|bel|kan ik))"
)
_WHERE = re.compile(
    r"^\W*(?:en |maar )?(?:waar|where|ou est-ce que|ou) (?:allemaal )?(?:kan|mag|moet|krijg|verdien|heb|is er|zijn er|wordt|word|vraagt"
    r"|vragen|zoekt|zoeken|biedt|zou|zit"
    r"|can|do|is|je|puis|peut)\b(?!.*\b(?:indienen|insturen|opsturen|sturen|bezorgen|afgeven|binnenbrengen|mailen|bellen|terecht met"
    r"|vragen? stellen|parkeren|vinden|vind ik"
    r"|plaats\b|door|doorgaan|mij aanmelden|mij inschrijven|inleveren|indien|stuur|uploaden|downloaden|lezen|send|contact|de job|de functie"
    r"|het bureau|mijn cv|mijn werkplek|solliciteren voor))"
    r"|\bwaar kan ik (?:dan )?(?:allemaal )?terecht\b"
    r"|\bvan (?:alles|allemaal|al de|alle|de) (?:wat|die|vacatures|jobs)?\b.*\b(?:waarvoor|welke?|waar|bij wie)\b"
    r"|^\W*(?:en )?(?:wie|bij wie) (?:zoekt|vraagt|betaalt|biedt|geeft|heeft|werft|neemt)\b"
    r"|\bwie (?:betaalt|biedt|geeft) (?:het )?(?:meer|meest|best)"
)
_THIS_ONE = re.compile(
    r"\b(?:deze|die|dit|dat|this|cette|hier|jullie) (?:vacature|job|functie|stad|gemeente|bestuur|werkgever|poste|position)\b(?!s)"
)


def looks_across(turn: Turn) -> bool:
    """Whether a message looks for vacancies, or goes on about the list that was just shown; on the page of a vacancy only a plain one does."""
    question = fold(turn.text)
    if _THIS_ONE.search(question):
        return False
    if turn.page_vacancy is not None:
        return False
    if turn.state.listed and _OF_THOSE.search(question):
        return True
    if turn.state.vacancy is not None:
        return bool(re.search(r"\b(?:andere|welke|alle) (?:\w+ ){0,2}(?:vacatures|jobs|functies)\b", question))
    return bool(_LOOKS_FOR.search(question) or _WHICH.search(question) or _WHERE.search(question) or (turn.state.listed and _AMONG.search(question)))


def answer(turn: Turn, services: Services) -> TurnResult:
    """A list of vacancies that fit the question, each with the fact that was asked."""
    question = fold(turn.text)
    entries = services.snapshot.vacancies
    pool = {id: entries[id] for id in turn.state.listed if id in entries} if _OF_THOSE.search(question) else dict(entries)
    pool = pool or dict(entries)
    if _DIPLOMA.search(question) and _OWN.search(question) and not _ASKS_DIPLOMA.search(question):
        return eligibility.across(turn, services, tuple(pool.values()))
    named = named_vacancies(turn.text, pool)
    asked = _aspects(question)
    order = _order(question)
    if len(named) > 1 and _COMPARES.search(question):
        return _result(turn, services, _compared(turn, services, named, asked, order))
    kind = None if named else of_kind(question, pool)
    if named or kind:
        pool = {vacancy.id: vacancy for vacancy in named} or kind or pool
    elif not asked and order not in ("first", "last") and not _plainly_all(question):
        return _result(turn, services, _by_sentences(turn, services, pool))
    rows = _fitting(turn, services, pool, asked, order)
    if not rows and {aspect.name for aspect in asked} & _IN_SENTENCES_TOO and not any(_denied(aspect, question) for aspect in asked):
        rows = _by_sentences(turn, services, pool)
    return _result(turn, services, rows)


_IN_SENTENCES_TOO = frozenset({"driving licence", "experience", "language", "criminal record", "medical", "nationality", "selection", "reserve"})
"""What may stand in a bundle's sentences although no fact was read of it."""
_CLOSES = re.compile(
    r"\bsluit\w*|afsluit\w*|afgesloten|afloop|loopt|lopen|eindig\w*|deadline\w*|\bclos\w+|clotur\w*|tot (?:en met|in"
    r"|eind)|uiterste|verstrijk\w*"
)
_COMPARES = re.compile(
    r"\bvergelijk\w*|\bverschil\w*|\bcompare\w*|difference|\bdan\b|\bmeer\b|\bmeest|\beerst|\blaatst|\bhoger|\bhoogst|\bbeter|\blanger"
    r"|\bsneller|\bvroeger|\bmore\b|\bfirst\b"
    r"|\bplus\b|\bpremier|\bzowel\b|\ballebei\b|\bbeide\b|\ben\b|\bof\b|\band\b|\bet\b"
)


def _order(question: str) -> str | None:
    """'first', 'last', 'most' or 'least', when the question compares."""
    for name, pattern in (("first", _FIRST), ("last", _LAST), ("least", _LEAST), ("most", _MOST)):
        if pattern.search(question):
            return name
    return None


def _aspects(question: str) -> list[Aspect]:
    """What is asked of every vacancy; the deadline only where nothing else is, or where the question says when."""
    found = [aspect for aspect in ASPECTS if aspect.cue.search(question)]
    names = {aspect.name for aspect in found}
    if "no diploma" in names or "final year" in names:
        found = [aspect for aspect in found if aspect.name != "diploma"]
    if _CLOSES.search(question):
        found = [aspect for aspect in found if aspect.name != "start"] + [DEADLINE]
    if "half-time" in names:
        found = [aspect for aspect in found if aspect.name != "part-time"]
    if "diploma" in names and re.search(r"ervaring", question) is None:
        found = [aspect for aspect in found if aspect.name != "selection"]
    if not found and DEADLINE.cue.search(question):
        return [DEADLINE]
    return found


def _plainly_all(question: str) -> bool:
    """Whether nothing is asked of the vacancies but that they are there, or still open."""
    return (
        not sought(question) or _OPEN.search(question) is not None or _COUNT.search(question) is not None or DEADLINE.cue.search(question) is not None
    )


def _denied(aspect: Aspect, question: str) -> bool:
    """ "Voor welke jobs heb ik geen rijbewijs nodig?": the vacancies that don't ask it."""
    if aspect.name in ("no diploma",):
        return False
    match = aspect.cue.search(question)
    if match is None:
        return False
    before, after = question[: match.start()], question[match.end() :]
    if re.search(r"[.!?]\W+\w", after) and re.search(r"voorwaarde|vereist|verplicht|nodig|gevraagd|moet", after):
        return False  # "Ik heb geen rijbewijs. Bij welke is dat verplicht?"
    return bool(
        re.search(r"\b(?:geen|zonder|no|without|sans|niet)(?: \w+){0,2} $", before)
        or re.match(r"(?: \w+){0,2} (?:niet|geen) (?:\w+ ){0,1}(?:nodig|vereist|verplicht|gevraagd|belangrijk|hoef|moet|telt)", after)
        or re.search(r"\bhoef\w*\b", question)
        or re.search(r"\b(?:not|pas) (?:\w+ ){0,2}(?:require|need|besoin)", question)
    )


def _fitting(turn: Turn, services: Services, pool: dict[str, Vacancy], asked: list[Aspect], order: str | None) -> list[Row]:
    """The vacancies that have all that is asked, those one can still apply for first."""
    question = fold(turn.text)
    period = period_of(question, services.now.date())
    if not asked:
        asked = [DEADLINE]
    if asked == [DEADLINE] and not _CLOSES.search(question):
        period = None  # "vandaag nog", "deze week nog solliciteren": what is still open
    only_open = _OPEN.search(question) is not None
    if asked == [DEADLINE] and (order in ("first", "last") or period):
        only_open = True
    rows: list[Row] = []
    for vacancy in pool.values():
        state = status(vacancy, services.now)
        if (only_open and state == "closed") or (order in ("first", "last") and asked == [DEADLINE] and state != "open"):
            continue
        view = View(vacancy, question, turn.text, services, period)
        told = [(aspect, aspect.tell(view)) for aspect in asked]
        if all(_wanted(aspect, item, question) for aspect, item in told):
            rows.append(_row(vacancy, told, services))
    if asked == [DEADLINE] and order is None and period is None and not only_open:
        rows = [_row(vacancy, [(DEADLINE, deadline(View(vacancy, question, turn.text, services)))], services) for vacancy in pool.values()]
    rows.sort(key=lambda row: _RANK.index(status(row[0], services.now)))
    return _ordered(rows, order, asked)


def _wanted(aspect: Aspect, told: Told, question: str) -> bool:
    if _denied(aspect, question):
        return told.holds is not True
    return told.holds is True or (aspect.name == "salary" and told.holds is None)


def _row(vacancy: Vacancy, told: Sequence[tuple[Aspect | None, Told]], services: Services) -> Row:
    texts = [item.text or "de infobundel vraagt dat niet" for _, item in told]
    if all(aspect is not DEADLINE for aspect, _ in told) and status(vacancy, services.now) == "closed":
        texts.append("let op, " + deadline(View(vacancy, "", "", services)).text)
    return (
        vacancy,
        "; ".join(text.rstrip(".") for text in texts),
        replace(told[0][1], citations=tuple(citation for _, item in told for citation in item.citations[:1])),
    )


def _ordered(rows: list[Row], order: str | None, asked: list[Aspect]) -> list[Row]:
    """Sorted by what the question compares; "which first" and "which last" tell no more than three."""
    if order is None:
        return rows
    if asked and asked[0] is not DEADLINE and order in ("first", "last") and all(row[2].key is None for row in rows):
        return rows
    known = [row for row in rows if row[2].key is not None]
    known.sort(key=lambda row: row[2].key or 0.0, reverse=order in ("last", "most"))
    if order in ("first", "last"):
        return known[:3]
    return known + [row for row in rows if row[2].key is None]


def _compared(turn: Turn, services: Services, named: Sequence[Vacancy], asked: list[Aspect], order: str | None) -> list[Row]:
    """What is asked, of each of the vacancies that are named."""
    question = fold(turn.text)
    pool = {vacancy.id: vacancy for vacancy in named}
    if not asked and not DEADLINE.cue.search(question) and (rows := _by_sentences(turn, services, pool)):
        return rows
    asked, rows = asked or [DEADLINE], []
    for vacancy in named:
        view = View(vacancy, question, turn.text, services)
        told = [(aspect, aspect.tell(view)) for aspect in asked]
        rows.append(
            _row(vacancy, [(aspect, item if item.text else replace(item, text="staat niet in de infobundel")) for aspect, item in told], services)
        )
    return _ordered(rows, order, asked)


def _by_sentences(turn: Turn, services: Services, pool: dict[str, Vacancy]) -> list[Row]:
    """The vacancies whose own sentences tell of what the question looks for; else those whose sentences deny it."""
    text = turn.text if len(pool) == len(services.snapshot.vacancies) else _without_names(turn.text, pool.values())
    told = by_sentences(f"{text} {_MEANS.get(turn.intent, '')}".strip(), pool, services)
    rows = [_row(vacancy, [(None, item)], services) for vacancy, item in told if item.holds]
    rows = rows or [_row(vacancy, [(None, item)], services) for vacancy, item in told]
    return sorted(rows, key=lambda row: _RANK.index(status(row[0], services.now)))


def _without_names(text: str, vacancies: Iterable[Vacancy]) -> str:
    """The words of a question that don't name one of the vacancies."""
    names = {word for vacancy in vacancies for word in words(f"{title_of(vacancy)} {employer_of(vacancy)}")}
    return " ".join(word for word in words(text) if word not in names)


_MEANS = {"ask_telework": "telewerk"}
"""Words for what a recognised question is about, beside the asker's own."""
_RANK = ("open", "unknown", "closed")


def likely(text: str, services: Services) -> tuple[str, ...]:
    """All vacancies, first those whose bundles speak most of what a message is about."""
    hits = services.searcher.search(text, vacancy_ids=None, limit=_HITS)
    entries = services.snapshot.vacancies
    return tuple(dict.fromkeys([*(id for hit in hits for id in hit.passage.vacancy_ids if id in entries), *entries]))


_HITS = 12


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


def _result(turn: Turn, services: Services, rows: Sequence[Row]) -> TurnResult:
    state = replace(turn.state, listed=tuple(vacancy.id for vacancy, _, _ in rows), topic=None, exchange=None, misses=0)
    if not rows:
        return TurnResult((Reply(services.texts("vacancies_none")),), "answered", state=state.as_json())
    lines = [f"- {label(vacancy)}: {text}" for vacancy, text, _ in rows[:12]]
    if len(rows) > 12:
        lines.append(services.texts("which_more", count=len(rows) - 12))
    cited: list[Source] = []
    for vacancy, _, told in rows[:12]:
        cited += sources(vacancy, told.citations[:2])
    text = services.texts("vacancies", lines="\n".join(lines))
    if _COUNT.search(fold(turn.text)):
        still = sum(status(vacancy, services.now) != "closed" for vacancy, _, _ in rows)
        text = services.texts("vacancies_count", count=len(rows), still=still) + "\n" + text
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
