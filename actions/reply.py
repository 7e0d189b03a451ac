"""Replies as data: what a turn answers, with its sources, before it becomes JSON for the channel."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

Kind = Literal["answer", "question", "notice", "error"]
Outcome = Literal["answered", "not_in_bundle", "which_vacancy", "asking", "handoff", "small_talk", "out_of_domain"]
Verdict = Literal["eligible", "not_eligible", "uncertain"]

# Limits of the outside interface, in characters.
REPLY_LIMIT = 600
TURN_LIMIT = 900
LIST_LIMIT = 1200


@dataclass(frozen=True, slots=True)
class Button:
    """A quick answer: `payload` is plain text that is sent as the next message when the button is used."""

    title: str
    payload: str


@dataclass(frozen=True, slots=True)
class Source:
    """A cited passage of a bundle; `start` is the quote's offset in the bundle's canonical text."""

    vacancy: str
    title: str
    section: str | None
    page: int | None
    quote: str
    start: int

    def as_json(self) -> dict[str, Any]:
        """The citation in the shape of the HTTP interface."""
        url = f"/vacancies/{self.vacancy}#p{self.start}"
        return {"vacancy": self.vacancy, "title": self.title, "section": self.section, "page": self.page, "quote": self.quote, "url": url}


@dataclass(frozen=True, slots=True)
class Reply:
    """One message of the bot. `text` is complete by itself; `is_list` marks a list that was asked for (a higher length limit)."""

    text: str
    kind: Kind = "answer"
    buttons: tuple[Button, ...] = ()
    sources: tuple[Source, ...] = ()
    is_list: bool = False

    def as_json(self) -> dict[str, Any]:
        """The reply in the shape of the HTTP interface, with an id of its own."""
        return {
            "id": uuid.uuid4().hex,
            "kind": self.kind,
            "text": self.text,
            "buttons": [{"title": button.title, "payload": button.payload} for button in self.buttons],
            "citations": [source.as_json() for source in self.sources],
        }


@dataclass(frozen=True, slots=True)
class TurnResult:
    """The outcome of a turn. `state` is the dialogue state to remember (None leaves it as it was); `erase` asks the gateway to forget all,
    `private` to keep nothing of what was said in this turn. `form` is the open or finished sign-up and `eligibility` what a form on a diploma asks,
    for channels that show forms; `elsewhere` tells that the answer is only given where nobody else reads along.
    """

    replies: tuple[Reply, ...]
    outcome: Outcome
    verdict: Verdict | None = None
    state: dict[str, Any] | None = field(default=None)
    erase: bool = False
    private: bool = False
    form: dict[str, Any] | None = None
    eligibility: dict[str, Any] | None = None
    elsewhere: bool = False

    def as_json(self, notice: int = 0) -> dict[str, Any]:
        """The turn in the shape of the HTTP interface. `notice`: characters of the notice that the gateway puts before it."""
        replies = fit(self.replies, notice)
        turn: dict[str, Any] = {"replies": [reply.as_json() for reply in replies], "outcome": self.outcome, "verdict": self.verdict}
        marks = {name: True for name, is_set in (("erase", self.erase), ("private", self.private), ("elsewhere", self.elsewhere)) if is_set}
        forms = {name: form for name, form in (("form", self.form), ("eligibility", self.eligibility)) if form}
        return {**turn, **marks, **forms}


def shorten(text: str, limit: int) -> str:
    """`text` cut at a line, a sentence or a word so that it fits `limit` characters; an ellipsis marks a cut inside a line."""
    if len(text) <= limit:
        return text
    lines = text.split("\n")
    # The source (and a note on the language) at the end stays, the middle gives way.
    kept = next((number for number, line in enumerate(lines) if number and line.startswith("Bron: ")), len(lines))
    source, body = "\n".join(lines[kept:]), "\n".join(lines[:kept])
    room = max(limit - len(source) - 1, 40) if source else limit
    if len(body) > room:
        cut = body[: room - 1]
        sentence = max((match.end() for match in re.finditer(r"[.!?](?=\s)|\n", cut)), default=0)
        cut = cut[:sentence].rstrip() if sentence > room * 0.5 else cut.rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
        body = cut
    return f"{body}\n{source}" if source else body


def fit(replies: Sequence[Reply], notice: int = 0) -> tuple[Reply, ...]:
    """The replies within the length limits, beside `notice` characters that go before them; earlier replies keep their room first."""
    fitted: list[Reply] = []
    room = (LIST_LIMIT if any(reply.is_list for reply in replies) else TURN_LIMIT) - (notice + 1 if notice else 0)
    for number, reply in enumerate(replies):
        later = sum(min(len(other.text), 160) for other in replies[number + 1 :])
        limit = min(LIST_LIMIT if reply.is_list else REPLY_LIMIT, max(room - later, 120))
        text = shorten(reply.text, limit)
        room -= len(text) + 1
        fitted.append(replace(reply, text=text))
    return tuple(fitted)
