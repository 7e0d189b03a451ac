"""One turn of the conversation: an open exchange first, then every question of the message, then what is left."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from actions import eligibility, person, privacy, scope, signup, small_talk, vacancies
from actions.answers import past_dates
from actions.answers.base import Answer, Ask, source_line, sources
from actions.answers.coverage import words_of_the_bundle
from actions.answers.passages import from_passages
from actions.answers.question import HANDLERS, answer_question
from actions.reply import Button, Outcome, Reply, TurnResult
from actions.services import Services
from actions.topic_cues import asks_of_an_offer, cued, speaks_of_the_domain
from actions.turn import Segment, State, Turn
from actions.understanding import understand
from actions.vacancy_choice import label, mentioned
from knowledge.catalog import title_of
from knowledge.model import Vacancy

Capability = Callable[[Turn, Services], TurnResult]

_BUTTONS = 8


def respond(turn: Turn, services: Services, capability: str) -> TurnResult:
    """The reply to a turn. `capability` is the one that Rasa's rules chose for the message's intent."""
    turn = _in_focus(turn, services)
    turn, capability = understand(turn, services, capability)
    result = _continue(turn, services)
    if result is None:
        result = _back_to_signup(turn, services, CAPABILITIES[capability](turn, services))
    return _mark_language(turn, services, result)


def _back_to_signup(turn: Turn, services: Services, result: TurnResult) -> TurnResult:
    """After a question in the middle of a sign-up: the pending question again, with what was told so far."""
    exchange = turn.state.exchange or {}
    if exchange.get("kind") not in ("signup", "signed_up") or result.outcome in ("asking", "which_vacancy", "handoff") or result.erase:
        return result
    if (result.state or {}).get("exchange"):
        return result
    reminder = signup.reminder(turn.state, services)
    replies = (*result.replies, reminder) if reminder else result.replies
    return replace(result, replies=replies, state={**(result.state or turn.state.as_json()), "exchange": exchange})


def _in_focus(turn: Turn, services: Services) -> Turn:
    """The turn with the page's vacancy in focus from its start."""
    if turn.state.vacancy is None and turn.page_vacancy in services.snapshot.entries:
        return replace(turn, state=replace(turn.state, vacancy=turn.page_vacancy))
    return turn


def _continue(turn: Turn, services: Services) -> TurnResult | None:
    """The open exchange's answer to the turn, or None when the turn is about something else."""
    exchange = turn.state.exchange
    if not exchange:
        return None
    handlers = {
        "which_vacancy": _chosen_vacancy,
        "eligibility": eligibility.proceed,
        "signup": signup.proceed,
        "signed_up": signup.corrected,
        "callback": person.proceed,
        "privacy": privacy.proceed,
    }
    handler = handlers.get(str(exchange.get("kind")))
    return handler(turn, services) if handler else None


def _chosen_vacancy(turn: Turn, services: Services) -> TurnResult | None:
    """The pending question, asked of the vacancy that the candidate now names."""
    exchange = turn.state.exchange or {}
    pool = {
        id: services.snapshot.entries[id] for id in exchange.get("candidates") or () if id in services.snapshot.entries
    } or services.snapshot.vacancies
    hits = mentioned(turn.text, pool) or mentioned(turn.text, services.snapshot.vacancies)
    cleared = replace(turn, state=replace(turn.state, exchange=None))
    if not hits:
        if turn.intent not in ("choose_vacancy", "inform", "out_of_scope"):
            return None
        return ask_which(cleared, services, tuple(pool), again=True, pending=exchange)
    if len(hits) > 1:
        return ask_which(cleared, services, hits, again=True, pending=exchange)
    pending = tuple(Segment(item["text"], item["intent"], 1.0) for item in exchange.get("pending") or ())
    if not pending:
        return None
    state = replace(cleared.state, vacancy=hits[0])
    asked = Turn(" ".join(item.text for item in pending), pending, turn.conversation, turn.page_vacancy, state)
    return CAPABILITIES[str(exchange.get("capability") or "answer")](asked, services)


def ask_which(
    turn: Turn,
    services: Services,
    candidates: tuple[str, ...],
    *,
    again: bool = False,
    pending: dict[str, object] | None = None,
    capability: str = "answer",
) -> TurnResult:
    """Asks which vacancy is meant, with a button for each."""
    entries = services.snapshot.entries
    chosen = [entries[id] for id in candidates if id in entries] or list(services.snapshot.vacancies.values())
    shown = chosen[:_BUTTONS]
    names = "\n".join(f"- {label(vacancy)}" for vacancy in shown)
    more = len(chosen) - len(shown)
    if more > 0:
        names += "\n" + services.texts("which_more", count=more)
    buttons = tuple(Button(label(vacancy), label(vacancy)) for vacancy in shown)
    exchange = {
        "kind": "which_vacancy",
        "candidates": list(candidates),
        "capability": (pending or {}).get("capability") or capability,
        "pending": (pending or {}).get("pending") or [{"text": item.text, "intent": item.intent} for item in turn.segments],
    }
    text = services.texts("which_vacancy_again" if again else "which_vacancy", names=names)
    return TurnResult((Reply(text, "question", buttons),), "which_vacancy", state=replace(turn.state, exchange=exchange, misses=0).as_json())


def questions(turn: Turn, services: Services) -> TurnResult:
    """Answers every question of the message about one vacancy."""
    if turn.page_vacancy is None and (everywhere := vacancies.contact_everywhere(turn, services)):
        return everywhere
    named = vacancies.separately_named(turn.text, services.snapshot.vacancies) if turn.page_vacancy is None else ()
    if 1 < len(named) <= _SEVERAL:
        return _for_each(turn, services, list(named))
    found = scope.resolve(turn, services.snapshot)
    if found.vacancy is None:
        several = [services.snapshot.entries[id] for id in found.candidates] if turn.page_vacancy else []
        if 1 < len(several) <= _SEVERAL:
            return _for_each(turn, services, several)
        listed = turn.state.listed if len(turn.state.listed) > 1 else ()
        return ask_which(turn, services, found.candidates or listed or vacancies.likely(turn.text, services))
    replies: list[Reply] = []
    outcomes: list[Outcome] = []
    state = replace(turn.state, vacancy=found.vacancy.id, exchange=None, misses=0)
    for segment in _questions_of(turn, found)[:4]:
        vacancy = _segment_vacancy(turn, segment, services) or found.vacancy
        answer = answer_question(_ask(_known_topic(segment), vacancy, services, state), segment.confidence)
        replies.append(as_reply(answer, vacancy, services))
        outcomes.append(answer.outcome)
        if answer.outcome == "not_in_bundle" and not turn.sensitive:
            services.unanswered.add(segment.text, vacancy.id, segment.intent)
        state = replace(state, topic=segment.intent, question=segment.text[:200], contact=answer.contact or state.contact)
    outcome: Outcome = "answered" if "answered" in outcomes else outcomes[0]
    # What the bundle tells comes first, what it doesn't tell after it.
    ordered = [reply for _, reply in sorted(zip(outcomes, replies, strict=True), key=lambda pair: pair[0] != "answered")]
    return TurnResult(_without_repeats(ordered), outcome, state=state.as_json())


def _known_topic(segment: Segment) -> Segment:
    """A guess that neither the classifier nor the words support is no topic: then only the passages are asked."""
    unsupported = segment.confidence < _GUESS and segment.intent not in cued(segment.text)
    return replace(segment, intent=UNKNOWN_TOPIC) if unsupported else segment


UNKNOWN_TOPIC = "unknown"
_GUESS = 0.22


def _for_each(turn: Turn, services: Services, several: list[Vacancy]) -> TurnResult:
    """The answer for every function of one bundle, or for every vacancy that was named: once where they agree, else each under its name."""
    replies: list[Reply] = []
    outcomes: list[Outcome] = []
    state = replace(turn.state, exchange=None, misses=0, listed=tuple(vacancy.id for vacancy in several))
    for segment in turn.segments[:2]:
        answers = [answer_question(_ask(segment, vacancy, services, state), segment.confidence) for vacancy in several]
        outcomes += [answer.outcome for answer in answers]
        if len({answer.text for answer in answers}) == 1:
            replies.append(as_reply(answers[0], several[0], services))
        else:
            for vacancy, answer in zip(several, answers, strict=True):
                reply = as_reply(answer, vacancy, services)
                replies.append(replace(reply, text=services.texts("for_function", title=title_of(vacancy)) + "\n" + reply.text))
        state = replace(state, topic=segment.intent, question=segment.text[:200])
    outcome: Outcome = "answered" if "answered" in outcomes else outcomes[0]
    return TurnResult(_without_repeats(replies), outcome, state=state.as_json())


_SEVERAL = 3
"""Up to so many vacancies are answered side by side; with more the bot asks which one is meant."""


def other_questions(turn: Turn, services: Services, found: scope.Scope, result: TurnResult) -> TurnResult:
    """A result with the answers to the message's other questions about the same vacancy behind it."""
    asked = [segment for segment in turn.segments if segment.intent in _ALONGSIDE and segment.confidence > 0.5]
    if found.vacancy is None or not asked or result.outcome != "answered":
        return result
    replies = [as_reply(answer_question(_ask(segment, found.vacancy, services, turn.state)), found.vacancy, services) for segment in asked[:2]]
    return replace(result, replies=_without_repeats([*result.replies, *replies]))


_ALONGSIDE = frozenset(
    {"ask_deadline", "ask_how_to_apply", "ask_documents", "ask_salary", "ask_contact", "ask_infosession", "ask_start_date", "ask_selection"}
)
"""Questions that are answered too when they stand beside one about the candidate's own diploma; those on conditions are part of it."""


def _segment_vacancy(turn: Turn, segment: Segment, services: Services) -> Vacancy | None:
    if len(turn.segments) == 1:
        return None
    found = scope.resolve(turn, services.snapshot, segment.text)
    return found.vacancy if found.named else None


def _questions_of(turn: Turn, found: scope.Scope) -> list[Segment]:
    """The segments that ask something; a message that only names a vacancy repeats the last question for it."""
    asked = [segment for segment in turn.segments if segment.intent.startswith("ask_") or segment.intent in _QUESTION_INTENTS]
    if any("?" in segment.text for segment in asked):
        # "Ik las dat je een laptop krijgt. Krijg ik ook een smartphone?": what leads up to a question is not one.
        asked = [segment for segment in asked if "?" in segment.text or not _LEADS_UP.match(segment.text)]
    asked = [part for segment in asked for part in _both_topics(replace(segment, text=_question_in(segment.text)))]
    if found.vacancy is not None and (not asked or found.named) and turn.state.topic and scope.only_names(turn.text, found.vacancy):
        return [Segment(turn.state.question or turn.text, turn.state.topic, 1.0)]
    return asked or list(turn.segments[:1])


_LEADS_UP = re.compile(
    r"^\W*(?:(?:ik )?las\b|ik (?:zag|lees|zie|heb|ben|woon|werk|hoorde|weet)|er staat|in de bundel|mijn|i (?:read|saw|am|have)|j'ai)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.!])\s+")


def _question_in(text: str) -> str:
    """The question of a segment without the statement that leads up to it."""
    parts = _SENTENCE.split(text)
    kept = [part for part in parts if "?" in part or not _LEADS_UP.match(part)]
    return " ".join(kept) if kept and any("?" in part for part in kept) else text


_ASKS_ANEW = re.compile(
    r"\s*(?:wie|wat|waar|wanneer|wnr|hoe|hoeveel|welke?|tot wanneer|who|what|when|where|how|qui|quand|combien|comment)\b", re.IGNORECASE
)
_AND = re.compile(r"\b(?:en|and|et|\+)\b|[,+]", re.IGNORECASE)


def _both_topics(segment: Segment) -> list[Segment]:
    """A segment on two topics at once ("wanneer begin ik en is het statutair?") as two."""
    parts = [part for part in _AND.split(segment.text) if part and part.strip()]
    topics = [next((intent for intent in cued(part) if intent in HANDLERS), None) for part in parts]
    apart = len(parts) == 2 and (segment.confidence < 0.8 or _ASKS_ANEW.match(parts[1]) is not None)
    if apart and topics[0] and topics[1] and topics[0] != topics[1]:
        return [replace(segment, text=part, intent=str(topic)) for part, topic in zip(parts, topics, strict=True)]
    words = [intent for intent in cued(segment.text) if intent != segment.intent and intent in HANDLERS]
    if words and segment.intent in cued(segment.text) and _AND.search(segment.text) and segment.confidence < 0.8:
        return [segment, replace(segment, intent=words[0])]
    others = [(intent, share) for intent, share in segment.ranking if intent != segment.intent and intent.startswith("ask_")]
    if segment.confidence < 0.65 and others and others[0][1] >= 0.28 and _AND.search(segment.text):
        return [segment, replace(segment, intent=others[0][0], confidence=others[0][1])]
    return [segment]


_QUESTION_INTENTS = frozenset({"withdraw_application", "reschedule_test", "check_authenticity"})


def _ask(segment: Segment, vacancy: Vacancy, services: Services, state: State) -> Ask:
    document = services.snapshot.document(vacancy)
    general = tuple((entry, services.snapshot.document(entry)) for entry in services.snapshot.background_of(vacancy))
    return Ask(segment.text, segment.intent, vacancy, document, services.now, services.texts, services.searcher, state, general)


def as_reply(answer: Answer, vacancy: Vacancy, services: Services) -> Reply:
    """An answer with its source line, as a reply."""
    vacancy = answer.origin or vacancy
    line = source_line(vacancy, answer.citations, services.texts) if answer.outcome == "answered" else ""
    text = f"{answer.text}\n{line}" if line else answer.text
    return Reply(text, "answer", answer.buttons, sources(vacancy, answer.citations), answer.is_list)


def _without_repeats(replies: list[Reply]) -> tuple[Reply, ...]:
    seen: set[str] = set()
    return tuple(reply for reply in replies if not (reply.text in seen or seen.add(reply.text)))  # type: ignore[func-returns-value]


def out_of_scope(turn: Turn, services: Services) -> TurnResult:
    """Something else than vacancies, unless the passages of the vacancy in focus plainly answer it."""
    found = scope.resolve(turn, services.snapshot)
    segment = turn.segments[0]
    if found.vacancy is not None and scope.only_names(turn.text, found.vacancy) and (turn.state.topic or found.named):
        return questions(turn, services)
    if found.vacancy is not None and (segment.confidence < _PLAINLY_OUTSIDE or not found.vacancy.is_vacancy):
        ask = _ask(replace(segment, intent="out_of_scope"), found.vacancy, services, turn.state)
        passage = from_passages(ask, least=_PLAIN_ANSWER if found.vacancy.is_vacancy else 0.0)
        if passage is not None:
            passage = past_dates.told(ask, passage)
            state = replace(turn.state, vacancy=found.vacancy.id, topic="ask_job_content", question=segment.text[:200], misses=0)
            return TurnResult((as_reply(passage, found.vacancy, services),), "answered", state=state.as_json())
    outside = segment.intent == "out_of_scope" and segment.confidence >= _OUTSIDE
    if found.vacancy is not None and not outside and words_of_the_bundle(_ask(segment, found.vacancy, services, turn.state)) >= _ENOUGH:
        return questions(replace(turn, segments=tuple(_as_question(item) for item in turn.segments)), services)
    offered = asks_of_an_offer(turn.text) and segment.confidence < _PLAINLY_OUTSIDE
    if (found.vacancy is not None or turn.page_vacancy) and (offered or (not outside and speaks_of_the_domain([turn.text]))):
        return questions(replace(turn, segments=tuple(_as_question(item) for item in turn.segments)), services)
    misses = turn.state.misses + 1
    state = replace(turn.state, misses=misses)
    if misses >= 3:
        return person.offer(replace(turn, state=state), services)
    about = services.texts("about_vacancy", title=title_of(found.vacancy)) if found.vacancy else services.texts("about_vacancies")
    text = services.texts("out_of_scope", misses - 1, about=about)
    buttons = tuple(Button(title, title) for title in ("Tot wanneer kan ik solliciteren?", "Welk diploma heb ik nodig?", "Ik wil iemand spreken"))
    return TurnResult((Reply(text, "answer", buttons),), "out_of_domain", state=state.as_json())


def _as_question(segment: Segment) -> Segment:
    """A segment that nobody understood, as a question about the job: its words are searched for."""
    return segment if segment.intent.startswith("ask_") else replace(segment, intent=UNKNOWN_TOPIC, confidence=0.0)


_ENOUGH = 2
"""So many things of the bundle in a message make it a question about the vacancy."""
_OUTSIDE = 0.45
"""Confidence in `out_of_scope` from which a message without an answer is taken to be outside the domain."""
_PLAINLY_OUTSIDE = 0.75
"""Confidence in `out_of_scope` above which the passages are not even tried."""
_PLAIN_ANSWER = 0.8
"""How sure the search must be of passages for a message that was classified as out of scope."""


def _mark_language(turn: Turn, services: Services, result: TurnResult) -> TurnResult:
    """One marked line in the asker's language after an answer to an English or French question."""
    language = turn.segments[0].language
    given = (turn.state.exchange or {}).get("kind") in ("signup", "callback") and len(turn.text.split()) <= _A_DETAIL
    if given or language not in ("en", "fr") or not result.replies:
        return result
    last = result.replies[-1]
    note = services.texts(f"language_{language}")
    return replace(result, replies=(*result.replies[:-1], replace(last, text=f"{last.text}\n{note}")))


_A_DETAIL = 4
"""So many words in answer to "wat is je naam?" are a name or an address, in no language."""


def _signup_anew(turn: Turn, services: Services) -> TurnResult:
    """A sign-up that the classifier took for a cancellation."""
    first = replace(turn.segments[0], intent="signup_infosession")
    return signup.begin(replace(turn, segments=(first, *turn.segments[1:])), services)


CAPABILITIES: dict[str, Capability] = {
    "answer": questions,
    "eligibility": eligibility.begin,
    "signup": signup.begin,
    "signup_anew": _signup_anew,
    "vacancies": vacancies.answer,
    "person": person.begin,
    "small_talk": small_talk.answer,
    "privacy": privacy.answer,
    "out_of_scope": out_of_scope,
}
"""The capability of each Rasa action; the rules in bot/dialogue/rules map intents to actions."""
