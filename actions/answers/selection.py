"""The selection: steps, dates, pass marks; and feedback on the result."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answers.base import Answer, Ask, citations_of, quoted, whole_rows
from actions.answers.kinds import CLOCK, DURATION, HOUR, IN_THE_REQUEST, WHEN, WHERE, holds_place, lacks_type, tells_place
from actions.answers.selection_detail import region
from actions.vacancy_choice import fold
from index.answer_types import held_types
from knowledge.catalog import passed
from knowledge.dates import format_moment
from knowledge.model import Citation, Fact, SelectionStep

_HOW_LONG = re.compile(r"hoe ?lang|hoeveel (?:tijd|minuten)|duurt|duren|how long|how much time|combien de temps|\bdure\b|waarover|wat houdt|about\b")
_DATED = re.compile(r"\d|week|maand|" + "|".join(("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september")))
_MARK = re.compile(
    r"\bhalen\b|\bhaal\b|punten|minimum|minstens|procent|%|geslaagd|slagen|score|pass(?:ing)? mark|percentage|points?\b"
    r"|moet(?:en)? (?:ik|ge|je)? ?hebben"
)
_POINTS = re.compile(r"\d+\s*(?:/|op|%|procent|van de|punten)|helft|geschikt")
_IN_TOTAL = re.compile(r"totaal|in total|au total|globaal|gemiddeld")
_BACK = re.compile(r"\b(?:dat|da|die|dan|daar|het|that|then|it|cela|ca)\b")
# Steps in English and French questions, as Dutch bundles name them.
_TRANSLATED = {
    "written": "schriftelijk", "oral": "mondeling", "practical": "praktisch", "interview": "gesprek", "home": "thuisproef", "assignment": "opdracht",
    "ecrit": "schriftelijk",
    "ecrite": "schriftelijk", "orale": "mondeling", "pratique": "praktisch", "entretien": "gesprek", "epreuve": "proef", "screening": "screening",
    "test": "proef",
}  # fmt: skip
_STEP_NOISE = frozenset("proef proeven deel gedeelte onderdeel test stap fase ronde gesprek de het een van met voor in op en of selectie".split())

# The whole or all of them, never a step, although "preselectie" ends like it.
_WHOLE = frozenset(
    "selectie selecties procedure selectieprocedure proeven testen tests stappen fases rondes onderdelen delen gedeelten gesprekken".split()
)


def named_steps(ask: Ask) -> tuple[Fact[SelectionStep], ...]:
    """The steps that the question names; () when it names none."""
    asked = [name for word in re.findall(r"[a-z]{4,}", ask.folded) for name in {word, _TRANSLATED.get(word, word)}]
    names = [re.findall(r"[a-z]{4,}", fold(fact.value.name + " " + (fact.value.form or ""))) for fact in ask.vacancy.selection]
    hits = {word: {number for number, name in enumerate(names) if any(_same(word, part) for part in name)} for word in set(asked) - _WHOLE}
    chosen = {number for word, found in hits.items() if word not in _STEP_NOISE for number in found}
    if not chosen:  # "gesprek" points at a step only where one step is called that; "thuisproef" wherever it stands
        chosen = {number for found in hits.values() if len(found) == 1 for number in found}
    else:  # "de oefening en hoeveel op het gesprek" names both
        chosen |= {
            number
            for word, found in hits.items()
            if len(found) == 1
            and re.search(
                rf"(?:\ben\b"
                rf"|,).*\b{word}",
                ask.folded,
            )
            for number in found
        }
    return tuple(fact for number, fact in enumerate(ask.vacancy.selection) if number in chosen)


def _steps_before(ask: Ask, *, refers: bool = True) -> tuple[Fact[SelectionStep], ...]:
    """The steps of the last question; with `refers` only when this one refers back to them ("en hoe laat begint dat?")."""
    if ask.state.topic not in ("ask_selection", "ask_pass_mark") or not ask.state.question or (refers and not ask.asks(_BACK)):
        return ()
    return named_steps(replace(ask, text=ask.state.question))


def _same(a: str, b: str) -> bool:
    shorter, longer = sorted((a, b), key=len)
    return shorter == longer or (len(shorter) >= 5 and (longer.startswith(shorter[:-1]) or longer.endswith(shorter)))


def _when(step: SelectionStep, ask: Ask) -> str:
    if step.when is None:
        return step.when_text or ""
    if re.search(r"\bof\b|,", step.when.printed):
        return step.when.printed  # several possible days: as the bundle lists them
    past = passed(step.when.end_date or step.when.date, step.when.time, ask.now)
    return format_moment(step.when) + (" (voorbij)" if past else "")


def _line(fact: Fact[SelectionStep], ask: Ask) -> str:
    step = fact.value
    parts = [step.name]
    if when := _when(step, ask):
        parts.append(when)
    if step.pass_mark:
        parts.append(ask.texts("step_mark", mark=step.pass_mark))
    return ": ".join(parts[:2]) + (", " + parts[2] if len(parts) > 2 else "")


def steps(ask: Ask) -> Answer | None:
    """All steps, or only those that the question names; a date that is asked and not told gives None."""
    facts = ask.vacancy.selection
    if not facts:
        return None
    chosen = named_steps(ask) or _steps_before(ask)
    if chosen and len(chosen) < len(facts) and (detail := details(ask, chosen)):
        return detail
    if ask.asks(_HOW_LONG):
        return None
    if ask.asks(HOUR):
        chosen = tuple(fact for fact in chosen or facts if fact.value.when and fact.value.when.time)
        if not chosen:
            return None
    if ask.asks(WHEN) or ask.asks(HOUR):
        dated = [fact for fact in chosen or facts if fact.value.when or fact.value.when_text]
        if not dated:
            return None
        lines = [_when_line(fact, ask) for fact in dated]
        if ask.asks(WHERE):
            lines.append(quoted(whole_rows(ask, citations_of(dated)), 300))
        return Answer("\n".join(lines), citations_of(dated))
    if chosen and len(chosen) < len(facts):
        return None  # a detail of one step: the bundle's own sentence tells it better than the table
    lines = [ask.texts("steps", count=len(facts), noun="stap" if len(facts) == 1 else "stappen")]
    lines += [f"{number}. {_line(fact, ask)}" for number, fact in enumerate(facts, 1)]
    return Answer("\n".join(lines), citations_of(facts), is_list=len(facts) > 3)


def details(ask: Ask, chosen: tuple[Fact[SelectionStep], ...]) -> Answer | None:
    """What the bundle tells of the steps that a question names, when it asks a day, hour, place or mark; None where that lacks one of them."""
    if ask.asks(_HOW_LONG):
        return _duration(ask, chosen)
    if not any(ask.asks(question) for question in (WHEN, HOUR, WHERE, _MARK)):
        return None
    lines = [_when_line(fact, ask) if fact.value.when or fact.value.when_text else "" for fact in chosen]
    marks = [ask.texts("pass_mark", step=fact.value.name, mark=fact.value.pass_mark) for fact in chosen if fact.value.pass_mark]
    cited = tuple(citation for fact in chosen for citation in region(ask, fact))
    said = " ".join([*lines, *marks, *(citation.quote for citation in cited)])
    asked = ((HOUR, CLOCK), (WHEN, _DATED), (_MARK, _POINTS))
    if any(ask.asks(question) and not told.search(fold(said)) for question, told in asked) or not tells_place(ask, said):
        return None
    shown = [line for line in lines if line] + (marks if ask.asks(_MARK) else [])
    kept = tuple(citation for citation in cited if _tells_asked(ask, citation, chosen)) or cited[:1]
    return Answer("\n".join([*shown, quoted(kept, 420)]), kept)


def _tells_asked(ask: Ask, citation: Citation, chosen: tuple[Fact[SelectionStep], ...]) -> bool:
    """Whether a sentence about a step names it or holds what is asked."""
    if any(citation.start <= other.start < citation.end for fact in chosen for other in fact.citations[:1]):
        return True
    said = fold(citation.quote)
    told = ((HOUR, CLOCK), (WHEN, _DATED), (_MARK, _POINTS))
    return any(ask.asks(question) and value.search(said) for question, value in told) or (ask.asks(WHERE) and holds_place(citation.quote))


def _duration(ask: Ask, chosen: tuple[Fact[SelectionStep], ...]) -> Answer | None:
    """What the bundle tells with a step of how long it takes."""
    if not ask.asks(DURATION):
        return None
    told = [citation for fact in chosen for citation in region(ask, fact) if "duration" in held_types(citation.quote)]
    # "Een telefoontje van een kwartier, daarna een rijproef" tells how long the call takes.
    told = [citation for citation in told if not named_steps(replace(ask, text=citation.quote)) or not lacks_type(ask, citation.quote)]
    told = [citation for citation in told if _LASTS.search(fold(citation.quote))][:2]
    return Answer(quoted(told, 420), tuple(told)) if told else None


_LASTS = re.compile(r"\bdu(?:u)?r\w*|minuten|\buur\b|\buren\b|kwartier|halve dag|hele dag|tijd voor|maximaal|ongeveer")


def _when_line(fact: Fact[SelectionStep], ask: Ask) -> str:
    step = fact.value
    past = step.when is not None and passed(step.when.end_date or step.when.date, step.when.time, ask.now)
    if past and step.when is not None:
        return ask.texts("step_past", step=step.name, when=format_moment(step.when))
    return ask.texts("step_when", step=step.name, when=_when(step, ask))


def pass_marks(ask: Ask) -> Answer | None:
    """How many points one must reach, per step, with the bundle's sentence."""
    if ask.asks(_IN_TOTAL):
        return None
    marked = [fact for fact in ask.vacancy.selection if fact.value.pass_mark]
    if not marked:
        return None
    named = named_steps(ask)
    if named and len(named) < len(ask.vacancy.selection) and not any(fact.value.pass_mark for fact in named):
        return details(ask, named)  # another step's mark is no answer
    chosen = [fact for fact in named or _steps_before(ask, refers=False) if fact.value.pass_mark] or marked
    lines = [ask.texts("pass_mark", step=fact.value.name, mark=fact.value.pass_mark) for fact in chosen]
    cited = whole_rows(ask, citations_of(chosen))
    return Answer("\n".join(lines) + "\n" + quoted(cited, 260), cited)


def feedback(ask: Ask) -> Answer | None:
    """From when, until when and how to ask feedback."""
    data = ask.vacancy.feedback
    cited = citations_of((data.start, data.until_rule, data.how, data.address))
    if not cited:
        return None
    if ask.asks(IN_THE_REQUEST):
        return None
    lines = []
    if data.start:
        begun = passed(data.start.value.date, data.start.value.time, ask.now) or data.start.value.date == ask.now.date()
        lines.append(ask.texts("feedback_since" if begun else "feedback_from", date=format_moment(data.start.value)))
    elif not data.until_rule and re.search(r"wanneer|vanaf|datum|wnr|when|quand|quelle date", ask.folded):
        return None
    lines.append(quoted(cited, 330))
    return Answer("\n".join(lines), cited)
