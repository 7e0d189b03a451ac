"""'Volstaat mijn diploma?': the dialogue around the rules of knowledge/eligibility.

It informs and never selects: what the candidate tells stays in this process's memory for half an hour, no outcome is stored, and the
same next steps are offered after every outcome (AI Act, Annex III point 4; docs/eligibility.md).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions import scope
from actions.answers.application import deadline_is_over
from actions.answers.base import Ask, quoted, source_line, sources
from actions.answers.contacts import referral
from actions.reply import Button, Reply, TurnResult
from actions.services import Services
from actions.turn import State, Turn
from actions.vacancy_choice import label
from knowledge.eligibility import Candidate, Judgement, judge, merge, parse_candidate
from knowledge.model import Citation, Vacancy

_EMPTY = State()
_QUESTION_ABOUT_BUNDLE = re.compile(r"^(ask_(?!experience|driving|language|foreign|diploma)|signup_|cancel_|request_|erase_)")


def begin(turn: Turn, services: Services) -> TurnResult:
    """Judges what the message tells; asks for what decides when it tells too little; answers other questions of the message as well."""
    from actions.conversation import ask_which, other_questions  # the capabilities call one another

    found = scope.resolve(turn, services.snapshot)
    known: Candidate | None = services.memory.get(turn.conversation)
    if found.vacancy is None:
        return ask_which(turn, services, found.candidates, capability="eligibility")
    if not found.vacancy.is_vacancy:
        return _no_vacancy(turn, services, found.vacancy)
    told = parse_candidate(turn.text, services.now.date())
    candidate = merge(known, told) if known is not None and turn.state.vacancy in (None, found.vacancy.id) else told
    result = _judged(turn, services, found.vacancy, candidate)
    return other_questions(turn, services, found, result)


def proceed(turn: Turn, services: Services) -> TurnResult | None:
    """The answer to what was asked, or None when the candidate asks something else in between."""
    vacancy = services.snapshot.entries.get(str((turn.state.exchange or {}).get("vacancy")))
    known: Candidate | None = services.memory.get(turn.conversation)
    if vacancy is None or known is None:
        return None
    if turn.intent == "stop":
        services.memory.forget(turn.conversation)
        return None
    named = scope.resolve(turn, services.snapshot)
    if named.named and named.vacancy is not None and named.vacancy.id != vacancy.id:
        return None
    asks_else = bool(_QUESTION_ABOUT_BUNDLE.match(turn.intent)) and turn.segments[0].confidence > 0.45
    told = parse_candidate(turn.text, services.now.date(), question=_asked(turn))
    if asks_else and (told.is_empty or turn.text.strip().endswith("?")):
        return None
    if told.is_empty and turn.intent not in ("affirm", "deny", "inform", "check_eligibility", "out_of_scope", "choose_vacancy"):
        return None
    return _judged(turn, services, vacancy, merge(known, told), again=told.is_empty)


def _asked(turn: Turn) -> str | None:
    value = (turn.state.exchange or {}).get("asked")
    return str(value) if value else None


def _judged(turn: Turn, services: Services, vacancy: Vacancy, candidate: Candidate, *, again: bool = False) -> TurnResult:
    judgement = judge(vacancy, candidate)
    services.memory.put(turn.conversation, candidate)
    exchange = {"kind": "eligibility", "vacancy": vacancy.id, "asked": judgement.question.kind if judgement.question else None}
    state = replace(turn.state, vacancy=vacancy.id, topic="check_eligibility", question=None, exchange=exchange, misses=0)
    if judgement.question is not None and not (again and _asked(turn) == judgement.question.kind):
        return _question(turn, services, vacancy, judgement, state.as_json())
    reply = Reply(
        outcome_text(judgement, vacancy, services),
        "answer",
        _next_steps(vacancy, services),
        sources(vacancy, judgement.citations),
    )
    return TurnResult((reply,), "answered", judgement.verdict, state.as_json())


def _question(turn: Turn, services: Services, vacancy: Vacancy, judgement: Judgement, state: dict[str, object]) -> TurnResult:
    assert judgement.question is not None
    question = judgement.question
    closed = _closed(vacancy, services)
    condition = quoted(judgement.citations, 260)
    lines = [closed, services.texts("elig_condition", quote=condition) if condition else "", question.text]
    text = "\n".join(line for line in lines if line)
    buttons = tuple(Button(option, option) for option in question.options)
    reply = Reply(text, "question", buttons, sources(vacancy, judgement.citations))
    return TurnResult((reply,), "asking", state=state)


def outcome_text(judgement: Judgement, vacancy: Vacancy, services: Services) -> str:
    """The outcome in one of the fixed wordings, why, the bundle's sentence, who decides, and what could still open the door."""
    texts = services.texts
    lines = [_closed(vacancy, services), texts(f"elig_{judgement.outcome}")]
    lines += [judgement.reading] if judgement.reading else []
    lines += list(judgement.reasons)
    quote = quoted(judgement.citations, 230)
    if quote:
        lines.append(texts("elig_bundle_says", quote=quote))
    for route in judgement.routes[:1]:
        lines.append(texts("elig_route", route=route))
    who, _ = referral(vacancy, "check_eligibility")
    favourable = judgement.outcome in ("lijkt_te_voldoen", "onder_voorwaarde")
    lines.append(texts("elig_decides") if favourable or not who else texts("elig_decides_ask", who=who))
    lines.append(source_line(vacancy, judgement.citations, texts))
    return "\n".join(line for line in lines if line)


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
    candidate = parse_candidate(turn.text, services.now.date())
    lines: list[str] = []
    cited: list[tuple[Vacancy, Sequence[Citation]]] = []
    for vacancy in vacancies:
        judgement = judge(vacancy, candidate)
        outcome = "niet_duidelijk" if judgement.question is not None and judgement.verdict is None else judgement.outcome
        closed = " " + services.texts("elig_short_closed") if _closed(vacancy, services) else ""
        lines.append(f"- {label(vacancy)}: {services.texts(f'elig_short_{outcome}')}{closed}")
        cited.append((vacancy, judgement.citations[:1]))
    text = services.texts("elig_across", lines="\n".join(lines[:12]))
    found = tuple(source for vacancy, citations in cited[:12] for source in sources(vacancy, citations))
    state = replace(turn.state, listed=tuple(vacancy.id for vacancy in vacancies), exchange=None, misses=0)
    return TurnResult((Reply(text, "answer", sources=found, is_list=True),), "answered", state=state.as_json())

