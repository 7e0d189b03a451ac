"""What an answer is made from and what it consists of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from actions.reply import Button, Outcome, Source
from actions.texts import Texts
from actions.turn import State
from actions.vacancy_choice import fold
from index.search import Searcher
from knowledge.catalog import employer_of, title_of
from knowledge.document import Document
from knowledge.extractors.functions import functions_in
from knowledge.model import Citation, Fact, Topic, Vacancy
from knowledge.source import Source as Reading


@dataclass(frozen=True, slots=True)
class Ask:
    """A question about one vacancy. `now` is aware (Europe/Brussels); `folded` is the question in lower case without diacritics.

    `background` holds the general documents of the vacancy's employer, which are asked when its own bundle doesn't tell.
    """

    text: str
    intent: str
    vacancy: Vacancy
    document: Document
    now: datetime
    texts: Texts
    searcher: Searcher
    state: State
    background: tuple[tuple[Vacancy, Document], ...] = ()

    @property
    def folded(self) -> str:
        return fold(self.text)

    def asks(self, pattern: re.Pattern[str]) -> bool:
        """Whether the question holds the pattern (matched against the folded text)."""
        return pattern.search(self.folded) is not None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer without its source line. `contact` is the person it names, for "zijn nummer?" in the next turn.

    `sure` says that the question's own words pointed at this very fact, so that nothing else need be tried. `origin` is the general document
    that it is taken from, None for the vacancy's own bundle.
    """

    text: str
    citations: tuple[Citation, ...] = ()
    outcome: Outcome = "answered"
    contact: str | None = None
    is_list: bool = False
    sure: bool = False
    buttons: tuple[Button, ...] = ()
    origin: Vacancy | None = None


Handler = Callable[[Ask], Answer | None]

MAX_QUOTE = 320


def quoted(citations: Iterable[Citation], limit: int = MAX_QUOTE) -> str:
    """The quotes in Dutch quotation marks, without repeats, as many as fit `limit` characters (the first one always, cut if need be)."""
    seen: list[str] = []
    size = 0
    for citation in citations:
        quote = " ".join(citation.quote.split())
        if any(quote in other for other in seen):
            continue
        if seen and size + len(quote) > limit:
            break
        if len(quote) > limit:
            quote = quote[:limit].rsplit(" ", 1)[0] + " …"
        seen.append(quote)
        size += len(quote)
    return "\n".join(f"“{quote}”" for quote in seen)


def citations_of(facts: Iterable[Fact[object] | None]) -> tuple[Citation, ...]:
    """The citations of several facts in order, without repeats."""
    found: dict[tuple[int, int], Citation] = {}
    for fact in facts:
        for citation in fact.citations if fact else ():
            found.setdefault((citation.start, citation.end), citation)
    return tuple(found.values())


def whole_rows(ask: Ask, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The citations with cells of table rows widened to their whole row, which reads better as a quote; without repeats."""
    source = Reading.of(ask.document)
    found: dict[tuple[int, int], Citation] = {}
    for citation in citations:
        block = ask.document.block_at(citation.start)
        whole = source.cite_block(block) if block is not None and block.kind == "row" else citation
        found.setdefault((whole.start, whole.end), whole)
    return tuple(found.values())


_LEADS_ON = re.compile(r"[?:]$|^\W*[\w'’-]+(?: [\w'’-]+){0,2}[!…]?$")
"""A question, an announcement, or no more than a heading."""


def with_its_answer(ask: Ask, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Citations that end in the bundle's own question ("Heb je een beperking?"), or are only a heading, go on to the sentence after it."""
    source = Reading.of(ask.document)
    starts = [sentence.start for sentence in source.sentences]
    found = []
    for citation in citations:
        after = bisect_left(starts, citation.end)
        if _LEADS_ON.search(citation.quote.rstrip()) and after < len(starts):
            following = source.sentences[after]
            block = ask.document.block_at(citation.start)
            if block is not None and following.block.start <= block.end + 1 and following.block.kind != "heading":
                citation = source.cite(citation.start, following.end)
        found.append(citation)
    return tuple(found)


_YES_OR_NO = re.compile(r"(?:A\s*[:.|]\s*)?(?:ja|nee|neen|jazeker|zeker|absoluut|helaas)\b", re.IGNORECASE)


def with_yes_or_no(ask: Ask, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Citations from under a heading that is a question, led in by the "ja" or "nee" that answers it."""
    block = ask.document.block_at(citations[0].start) if citations else None
    if block is None or not block.heading or not block.heading[-1].rstrip().endswith("?"):
        return tuple(citations)
    source = Reading.of(ask.document)
    first = next((item for item in source.sentences if item.block.heading == block.heading and item.block.kind != "heading"), None)
    if first is None or not _YES_OR_NO.match(first.text) or any(item.start <= first.start < item.end for item in citations):
        return tuple(citations)
    return (source.cite_sentence(first), *citations)


_BACK = re.compile(r"(?:dat|die|daar\w*|dan|dit|deze|zo|hier\w*|hij|zij|ze|ook dat|in dat geval)\b", re.IGNORECASE)
_LEAD_ROOM = 260


def with_its_lead(ask: Ask, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Citations that begin by referring back ("Dat mag ook met de fiets") with the sentence before, where it stands in the same block."""
    source = Reading.of(ask.document)
    starts = [sentence.start for sentence in source.sentences]
    found = []
    for citation in citations:
        before = bisect_left(starts, citation.start) - 1
        if before >= 0 and _BACK.match(citation.quote):
            lead = source.sentences[before]
            if lead.block is ask.document.block_at(citation.start) and citation.end - lead.start <= _LEAD_ROOM:
                citation = source.cite(lead.start, citation.end)
        found.append(citation)
    return tuple(found)


def source_of(ask: Ask) -> Reading:
    """The parts of the document that are about this vacancy: all of it, or its own function's where it has several."""
    if ask.document.id == ask.vacancy.id:
        return Reading.of(ask.document)
    return next((function.source for function in functions_in(ask.document) if function.id == ask.vacancy.id), Reading.of(ask.document))


_SEQUEL = re.compile(
    r"(?:eerder|later|uitzonder\w*|behalve|tenzij|opgelet|let op|let wel|of|ofwel|anders|in dat geval|zo niet|zo ja"
    r"|(?:\w+ ){0,2}dan)\b(?! (?:ook )?contact)",
    re.IGNORECASE,
)


def with_its_sequel(ask: Ask, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Citations with the sentence after them where that limits or widens them ("Starten kan vanaf 4 januari. Eerder mag ook.")."""
    source = Reading.of(ask.document)
    starts = [sentence.start for sentence in source.sentences]
    found = []
    for citation in citations:
        after = bisect_left(starts, citation.end)
        if after < len(starts) and _SEQUEL.match(source.sentences[after].text):
            following = source.sentences[after]
            if following.block is ask.document.block_at(citation.start) and following.end - citation.start <= _LEAD_ROOM:
                citation = source.cite(citation.start, following.end)
        found.append(citation)
    return tuple(found)


def join(items: Sequence[str], word: str = "en") -> str:
    """'a, b en c'."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + f" {word} {items[-1]}"


def euro(amount: float) -> str:
    """'€ 3.962,40'; whole euros keep their cents so that amounts read alike."""
    return "€ " + f"{amount:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def anchors_of(ask: Ask) -> tuple[date, ...]:
    """Dates that the vacancy's facts print in full, from which a year that a sentence leaves out can be told."""
    vacancy = ask.vacancy
    moments = [vacancy.application.deadline, vacancy.contract.start, vacancy.feedback.start]
    dates = [fact.value.date for fact in moments if fact] + [session.value.start.date for session in vacancy.infosessions]
    return tuple(dates + [step.value.when.date for step in vacancy.selection if step.value.when])


def source_line(vacancy: Vacancy, citations: Sequence[Citation], texts: Texts) -> str:
    """'Bron: infobundel …, deel '…'.' or '' without citations; a page is named where the format has pages."""
    if not citations:
        return ""
    sections = list(dict.fromkeys(citation.section for citation in citations if citation.section))[:2]
    pages = sorted({citation.page for citation in citations if citation.page})[:3]
    where = ""
    if sections:
        where += ", deel " + join([f"‘{section}’" for section in sections])
    if pages and len(pages) < 3:
        where += f", p. {join([str(page) for page in pages])}"
    name, employer = title_of(vacancy), employer_of(vacancy)
    name += f", {employer}" if vacancy.employer and employer.casefold() not in name.casefold() else ""
    return texts("source" if vacancy.is_vacancy else "source_document", name=name, where=where)


def sources(vacancy: Vacancy, citations: Sequence[Citation]) -> tuple[Source, ...]:
    """The citations as they leave the action server, at most six."""
    title = title_of(vacancy)
    return tuple(Source(vacancy.id, title, item.section, item.page, item.quote, item.start) for item in citations[:6])


TOPIC_OF_INTENT: dict[str, Topic] = {
    "ask_deadline": "kandidatuur",
    "ask_how_to_apply": "kandidatuur",
    "ask_documents": "kandidatuur",
    "withdraw_application": "kandidatuur",
    "ask_multiple_applications": "kandidatuur",
    "ask_diploma": "kandidatuur",
    "check_eligibility": "kandidatuur",
    "ask_foreign_diploma": "kandidatuur",
    "ask_criminal_record": "kandidatuur",
    "check_authenticity": "kandidatuur",
    "ask_infosession": "infosessie",
    "signup_infosession": "infosessie",
    "cancel_signup": "infosessie",
    "ask_job_content": "functie",
    "ask_working_hours": "functie",
    "ask_telework": "functie",
    "ask_workplace": "functie",
    "ask_employer": "functie",
}
"""The contact's topic that fits a question; everything else is for the person who runs the selectieprocedure."""
