"""'Volstaat mijn diploma?': the dialogue around the rules of knowledge/eligibility.

It informs and never selects: what the candidate tells stays in this process's memory for half an hour, no outcome is stored, and the
same next steps are offered after every outcome (AI Act, Annex III point 4; docs/eligibility.md).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from actions import scope
from actions.answers.application import deadline_is_over
from actions.answers.base import Ask, quoted, source_line, sources
from actions.answers.contacts import referral
from actions.reply import REPLY_LIMIT, Button, Reply, TurnResult
from actions.services import Services
from actions.turn import State, Turn
from actions.vacancy_choice import label
from knowledge.eligibility import wording
from knowledge.eligibility.candidate import is_correction, parse_candidate
from knowledge.eligibility.clauses import clauses_of
from knowledge.eligibility.judgement import Clause, Judgement, NextQuestion
from knowledge.eligibility.model import Candidate
from knowledge.eligibility.one_condition import Told, judge_one
from knowledge.eligibility.rules import judge
from knowledge.eligibility.turns import confirmed, merge
from knowledge.eligibility.words import fold
from knowledge.extractors.diploma_cues import OTHER_SECTION
from knowledge.extractors.functions import functions_in
from knowledge.extractors.job_nouns import JOB_NOUN
from knowledge.extractors.requirement_cues import CONDITION_SECTION
from knowledge.extractors.statements import statements_of
from knowledge.model import Citation, Vacancy
from knowledge.source import Source

_EMPTY = State()
_ABOUT_BUNDLE = re.compile(r"^ask_(?!experience|driving|language|foreign|diploma)")
_OTHER_MATTERS = frozenset(
    {"signup_infosession", "cancel_signup", "request_person", "erase_conversation", "thank", "goodbye", "greet", "ask_vacancies", "ask_privacy"}
)
_AND_WITH = re.compile(r"^(?:en|maar|of|and|et)\b.*\b(?:met|als|with|avec)\b|^(?:en )?(?:als|indien|stel) ", re.IGNORECASE)

# "Voor welke jobs" asks about jobs; "welk diploma" would make the rest of the clause a question about the bundle.
_WHICH_JOBS = re.compile(r"\b(?:voor )?welke (?:\w+ )?(?:vacatures?|jobs?|functies?)\b", re.IGNORECASE)


def begin(turn: Turn, services: Services) -> TurnResult:
    """Judges what the message tells; asks for what decides when it tells too little; answers other questions of the message as well."""
    from actions.conversation import ask_which, other_questions  # the capabilities call one another

    found = scope.resolve(turn, services.snapshot)
    if found.vacancy is None:
        return ask_which(turn, services, found.candidates, capability="eligibility")
    if not found.vacancy.is_vacancy:
        return _no_vacancy(turn, services, found.vacancy)
    known: Candidate | None = services.memory.get(turn.conversation)
    candidate = parse_candidate(turn.text, services.now.date())
    if known is not None and candidate.empty:
        candidate = known
    elif candidate.empty and (elsewhere := _told_elsewhere(turn, services, found.vacancy, candidate)):
        return elsewhere
    return other_questions(turn, services, found, _judged(turn, services, found.vacancy, candidate))


_ON_CONDITIONS = re.compile(
    r"voldoe|aanmerking|geschikt|\bkans|eligible|qualif|voorwaard|iets voor mij|diploma|mee ?doen\W*$|solliciteren\W*$|\bapply\b|postuler"
    r"|deelnemen\W*$"
)


def _told_elsewhere(turn: Turn, services: Services, vacancy: Vacancy, candidate: Candidate) -> TurnResult | None:
    """What the bundle says of a special case ('ik deed vorig jaar al mee, mag ik nog eens?') where nothing was told that conditions weigh."""
    from actions.conversation import UNKNOWN_TOPIC, questions

    if _ON_CONDITIONS.search(fold(turn.text)) or len(turn.text.split()) <= _BARE or judge_one(vacancy, candidate, _sentences(vacancy, services)):
        return None
    segments = tuple(replace(segment, intent=UNKNOWN_TOPIC, confidence=0.0) for segment in turn.segments)
    result = questions(replace(turn, segments=segments), services)
    return result if result.outcome == "answered" else None


_BARE = 4
"""So many words ('mag ik meedoen?') tell of no special case."""


def proceed(turn: Turn, services: Services) -> TurnResult | None:
    """The answer to what was asked, or None when the candidate asks something else in between."""
    exchange = turn.state.exchange or {}
    vacancy = services.snapshot.entries.get(str(exchange.get("vacancy")))
    known: Candidate | None = services.memory.get(turn.conversation)
    if vacancy is None or known is None:
        return None
    if turn.intent == "stop":
        services.memory.forget(turn.conversation)
        return None
    named = scope.resolve(turn, services.snapshot)
    if named.named and named.vacancy is not None and named.vacancy.id != vacancy.id:
        return None
    if turn.intent in _OTHER_MATTERS or any(_ABOUT_BUNDLE.match(item.intent) and item.confidence > 0.45 for item in turn.segments):
        return None
    candidate = _with_answer(turn, services, known)
    if candidate is None:
        return None
    return _judged(turn, services, vacancy, candidate, again=candidate == known)


_WISHES = re.compile(
    r"\b(?:graag|worden|word|interess[a-z]*|liggen|ligt mij|aanspreken|spreekt mij|sollicite[a-z]*|kandidaat|kandideren|meedoen als|in aanmerking"
    r" (?:komen )?(?:als|voor)|job (?:van|als)|functie (?:van|als)|vacature|plaats van|apply|become|postuler|devenir)\b"
)


def _job_beside(text: str, vacancy: Vacancy, services: Services) -> Clause | None:
    """The heading of another job in the same document that the message names: these conditions are not that job's.

    'Ook gezocht: zaalwachter' below the vacancy of a redder is no vacancy of its own, but whoever asks for it must not be told the redder's outcome.
    """
    if vacancy.title is None:
        return None
    own, document = fold(vacancy.title.value), services.snapshot.document(vacancy)
    wishes = [clause.folded for clause in clauses_of(text) if _WISHES.search(clause.folded)]
    asked = {word for wish in wishes for match in JOB_NOUN.finditer(wish) if (word := match.group().strip()) not in own}
    for block in document.blocks if asked else ():
        named = [fold(match.group()).strip() for match in JOB_NOUN.finditer(block.text)] if block.kind == "heading" else []
        if asked & set(named) and not any(fold(match.group()).strip() in own for match in JOB_NOUN.finditer(block.text)):
            citation = Source.of(document).cite(block.start, block.end)
            return Clause(block.text, (citation,), wording.ANOTHER_JOB)
    return None


def _with_answer(turn: Turn, services: Services, known: Candidate) -> Candidate | None:
    """What is known after the message; None when it tells nothing about the candidate."""
    exchange = turn.state.exchange or {}
    asked, options = exchange.get("asked"), [str(option) for option in exchange.get("options") or ()]
    if asked == "confirm" and turn.intent == "affirm":
        return confirmed(known)
    text = turn.text
    if asked and turn.intent in ("affirm", "deny") and len(text) < 25:
        word = "ja" if turn.intent == "affirm" else "nee"
        text = next((option for option in options if option.casefold().startswith(word)), text)
    told = parse_candidate(text, services.now.date())
    if told.empty:
        return known if asked and turn.intent in ("affirm", "deny", "inform", "out_of_scope", "check_eligibility") else None
    if not asked and not (turn.intent in ("inform", "check_eligibility") or _AND_WITH.match(text.strip())):
        return None
    return merge(known, told, correction=is_correction(text) or not asked)


def _judged(turn: Turn, services: Services, vacancy: Vacancy, candidate: Candidate, *, again: bool = False) -> TurnResult:
    judgement = judge_one(vacancy, candidate, _sentences(vacancy, services)) or judge(vacancy, candidate)
    if beside := _job_beside(turn.text, vacancy, services):
        judgement = replace(judgement, outcome="niet_duidelijk", met=(), unmet=(), unknown=(beside,), question=None)
    services.memory.put(turn.conversation, candidate)
    question = None if again and (turn.state.exchange or {}).get("asked") == getattr(judgement.question, "kind", None) else judgement.question
    exchange = {
        "kind": "eligibility",
        "vacancy": vacancy.id,
        "asked": question.kind if question else None,
        "options": list(question.options) if question else [],
    }
    state = replace(turn.state, vacancy=vacancy.id, topic="check_eligibility", question=None, exchange=exchange, misses=0).as_json()
    cited = deciding(judgement)
    if question is None:
        reply = Reply(outcome_text(judgement, candidate, vacancy, services), "answer", _next_steps(vacancy, services), sources(vacancy, cited))
        return TurnResult((reply,), "answered", judgement.verdict, state, private=True)
    if judgement.outcome in ("voldoet_niet", "niet_in_lijst") and not candidate.empty:
        # What was told is not enough, but this bundle offers another way in: the outcome, and what decides about that way.
        text = outcome_text(judgement, candidate, vacancy, services, room=REPLY_LIMIT - len(question.text_nl) - 1) + "\n" + question.text_nl
        return TurnResult((Reply(text, "question", _options(question), sources(vacancy, cited)),), "asking", judgement.verdict, state, private=True)
    unclear = judgement.outcome == "niet_duidelijk" and _tells_enough(candidate)
    lines = [
        _closed(vacancy, services),
        services.texts("elig_not_yet_clear") if unclear else "",
        services.texts("elig_condition", quote=quoted(cited, 260)) if cited else "",
        question.text_nl,
    ]
    reply = Reply("\n".join(line for line in lines if line), "question", _options(question), sources(vacancy, cited))
    return TurnResult((reply,), "asking", "uncertain" if unclear else None, state, private=True)


def _sentences(vacancy: Vacancy, services: Services) -> list[Told]:
    """The sentences of the bundle about this function, in reading order."""
    document = services.snapshot.document(vacancy)
    source = next((function.source for function in functions_in(document) if function.id == vacancy.id), Source.of(document))
    statements = [statement for statement in statements_of(source) if not statement.heading]
    return [
        Told(
            one.text,
            one.label,
            source.cite(one.start, one.end),
            after.text if after is not None and after.block is one.block else "",
            bool(CONDITION_SECTION.search(one.section)) and not OTHER_SECTION.search(one.label),
        )
        for one, after in zip_longest(statements, statements[1:])
    ]


def _tells_enough(candidate: Candidate) -> bool:
    """Whether more was told than the bare level of a diploma: then an unclear outcome is told together with the question."""
    return bool(candidate.diplomas or candidate.experience or candidate.licences or candidate.age or candidate.dutch or candidate.no_experience)


def _options(question: NextQuestion) -> tuple[Button, ...]:
    return tuple(Button(option, option) for option in question.options)


def deciding(judgement: Judgement) -> tuple[Citation, ...]:
    """The sentences of the bundle that decide, first those that speak against."""
    favourable = judgement.outcome in ("lijkt_te_voldoen", "onder_voorwaarde")
    clauses = judgement.met if favourable else (judgement.unmet or judgement.unknown[:1])
    found: dict[tuple[int, int], Citation] = {}
    for clause in clauses[:3]:
        for citation in clause.citations[:2]:
            found.setdefault((citation.start, citation.end), citation)
    return tuple(found.values())


def _reasons(judgement: Judgement) -> list[str]:
    favourable = judgement.outcome in ("lijkt_te_voldoen", "onder_voorwaarde")
    clauses = judgement.met if favourable else (judgement.unmet or judgement.unknown)
    reasons = [clause.reason_nl for clause in clauses if clause.reason_nl]
    return list(dict.fromkeys([*reasons[:2], *judgement.advice[:1]]))


def outcome_text(judgement: Judgement, candidate: Candidate, vacancy: Vacancy, services: Services, *, room: int = REPLY_LIMIT) -> str:
    """The outcome in one of the fixed wordings, why, the bundle's sentence, who decides, and what could still open the door.

    What must always be told (the outcome, who decides, the source) keeps its place; the rest comes in by weight while it fits `room` characters.
    """
    texts = services.texts
    cited = deciding(judgement)
    favourable = judgement.outcome in ("lijkt_te_voldoen", "onder_voorwaarde")
    who, _ = referral(vacancy, "check_eligibility")
    read = ", ".join(dict.fromkeys(held.words for held in candidate.diplomas if held.words))
    reasons = _reasons(judgement)
    if not reasons and judgement.outcome == "niet_duidelijk" and vacancy.diploma is None:
        reasons, cited = [wording.SILENT], ()
    # Each line with its place in the text; the optional ones by weight.
    required = [
        (0, _closed(vacancy, services)),
        (1, texts("elig_one_met") if judgement.one and favourable else texts(f"elig_{judgement.outcome}")),
        (8, texts("elig_decides") if favourable or not who else texts("elig_decides_ask", who=who)),
        (9, source_line(vacancy, cited, texts)),
    ]
    if judgement.one and favourable and judgement.outcome == "onder_voorwaarde":
        required[1] = (1, texts("elig_onder_voorwaarde"))
    reason = (3, reasons[0] if reasons else "")
    quote = (5, texts("elig_bundle_says", quote=quoted(cited, 200)) if cited else "")
    listed = (6, _list_of(vacancy, services) if judgement.outcome in ("niet_in_lijst", "niet_duidelijk") else "")
    route = (7, texts("elig_route", route=judgement.routes[0].value.text[:160]) if judgement.routes and not favourable else "")
    second = (4, reasons[1] if len(reasons) > 1 else "")
    reading = (2, texts("elig_reading", words=read) if read and len(read) < 120 else "")
    weighed = (reason, listed, quote, route) if judgement.outcome == "niet_in_lijst" else (reason, route, quote, listed)
    optional = [*weighed, second, reading]
    lines = [item for item in required if item[1]]
    for item in optional:
        if item[1] and sum(len(line) + 1 for _, line in [*lines, item]) <= room:
            lines.append(item)
    return "\n".join(line for _, line in sorted(lines))


def _list_of(vacancy: Vacancy, services: Services) -> str:
    """The diplomas that the bundle accepts, as many as fit in two lines."""
    options = [option.value.name for option in vacancy.diploma.value.options] if vacancy.diploma else []
    shown: list[str] = []
    while options and sum(map(len, shown)) + len(options[0]) < 170:
        shown.append(options.pop(0))
    if not shown:
        return ""
    return services.texts("elig_list", items="; ".join(shown) + (" …" if options else ""))


def _closed(vacancy: Vacancy, services: Services) -> str:
    ask = Ask("", "ask_deadline", vacancy, services.snapshot.document(vacancy), services.now, services.texts, services.searcher, _EMPTY)
    return services.texts("elig_closed") if deadline_is_over(ask) else ""


def _next_steps(vacancy: Vacancy, services: Services) -> tuple[Button, ...]:
    """The same for every outcome: nothing is barred by what the helper says."""
    titles = ["Hoe kan ik solliciteren?", "Ik wil iemand spreken"]
    if vacancy.infosessions:
        titles.insert(1, "Is er een infosessie?")
    return tuple(Button(title, title) for title in titles)


def _no_vacancy(turn: Turn, services: Services, vacancy: Vacancy) -> TurnResult:
    state = replace(turn.state, vacancy=vacancy.id, exchange=None)
    return TurnResult((Reply(services.texts("elig_no_vacancy")),), "not_in_bundle", state=state.as_json())


def across(turn: Turn, services: Services, vacancies: Sequence[Vacancy]) -> TurnResult:
    """Each vacancy with its outcome and reason, in the order of the list: no ranking, no score."""
    candidate = parse_candidate(_WHICH_JOBS.sub(" ", turn.text), services.now.date())
    lines: list[str] = []
    cited: list[tuple[Vacancy, Sequence[Citation]]] = []
    for vacancy in vacancies:
        judgement = judge(vacancy, candidate)
        outcome = judgement.outcome
        closed = " " + services.texts("elig_short_closed") if _closed(vacancy, services) else ""
        lines.append(f"- {label(vacancy)}: {services.texts(f'elig_short_{outcome}')}{closed}")
        cited.append((vacancy, deciding(judgement)[:1]))
    text = services.texts("elig_across", lines="\n".join(lines[:12]))
    found = tuple(source for vacancy, citations in cited[:12] for source in sources(vacancy, citations))
    state = replace(turn.state, listed=tuple(vacancy.id for vacancy in vacancies), exchange=None, misses=0)
    return TurnResult((Reply(text, "answer", sources=found, is_list=True),), "answered", state=state.as_json(), private=True)
