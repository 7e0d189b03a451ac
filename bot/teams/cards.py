"""Replies as Adaptive Cards (schema 1.5). Words of a bundle or candidate stand in text runs, where nothing is read as markup or as a link."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from bot.gateway.schemas import Button, Citation, Reply, Verdict
from bot.teams.texts import ELIGIBILITY, OPEN_BUNDLE, OPEN_CHAT, PAGE, SHOW_SOURCE

Element = dict[str, Any]

_SHORT_TITLE = 24
_BESIDE = 3
_MOST_QUOTES = 4


def card(body: Sequence[Element], actions: Sequence[Element] = ()) -> Element:
    """A card in Dutch."""
    made: Element = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.5",
        "lang": "nl-BE",
        "body": list(body),
    }
    if actions:
        made["actions"] = list(actions)
    return made


def text(words: str, **style: Any) -> list[Element]:
    """Each line as a block of its own."""
    run = {name: style.pop(name) for name in ("weight", "color", "size", "isSubtle", "italic") if name in style}
    lines = [line for line in words.split("\n") if line.strip()]
    return [
        {
            "type": "RichTextBlock",
            "inlines": [{"type": "TextRun", "text": line, **run}],
            "spacing": "Small" if number else "Default",
            **style,
        }
        for number, line in enumerate(lines)
    ]


def heading(words: str) -> Element:
    """A title that screen readers announce as one. Only our own words: it would read markup."""
    return {"type": "TextBlock", "text": words, "weight": "Bolder", "size": "Medium", "wrap": True, "style": "heading"}


def reply_card(reply: Reply, links: str, verdict: Verdict | None) -> Element | None:
    """A reply with sources, buttons or an outcome as a card; None for what is only text. `links` is the gateway's address without a slash."""
    judged = verdict is not None and reply.kind == "answer"
    if not (reply.citations or reply.buttons or judged):
        return None
    body: list[Element] = [heading(ELIGIBILITY)] if judged else []
    body += text(reply.text)
    actions: list[Element] = []
    if reply.citations:
        body.append(_sources(reply.citations))
        actions.append({"type": "Action.ToggleVisibility", "title": SHOW_SOURCE, "targetElements": ["bron"]})
        urls = dict.fromkeys(citation.url for citation in reply.citations)
        actions += [{"type": "Action.OpenUrl", "title": OPEN_BUNDLE, "url": links + url} for url in list(urls)[:1]]
    body += _buttons(reply.buttons)
    return card(body, actions)


def _sources(citations: Sequence[Citation]) -> Element:
    """The quoted passages, hidden until they are asked for."""
    by_place: dict[str, list[str]] = {}
    for citation in citations[:_MOST_QUOTES]:
        place = ", ".join(filter(None, [citation.title, citation.section, PAGE.format(page=citation.page) if citation.page else None]))
        by_place.setdefault(place, []).append(citation.quote)
    items: list[Element] = []
    for place, quotes in by_place.items():
        items += text(place, weight="Bolder", size="Small")
        items += text("\n".join(f"“{quote}”" for quote in quotes), italic=True)
    return {"type": "Container", "id": "bron", "isVisible": False, "style": "emphasis", "items": items}


def _buttons(buttons: Sequence[Button]) -> list[Element]:
    """Quick answers: beside one another when they are short, else one a line. A button says its payload in the candidate's name."""
    across = _BESIDE if all(len(button.title) <= _SHORT_TITLE for button in buttons) else 1
    rows = [buttons[start : start + across] for start in range(0, len(buttons), across)]
    return [{"type": "ActionSet", "actions": [_say(button) for button in row]} for row in rows]


def _say(button: Button) -> Element:
    in_teams = {"type": "messageBack", "text": button.payload, "displayText": button.title}
    return {"type": "Action.Submit", "title": button.title, "data": {"action": "say", "payload": button.payload, "msteams": in_teams}}


def chat_link_card(app_id: str) -> Element:
    """From a group to the chat with the bot alone."""
    url = f"https://teams.microsoft.com/l/chat/0/0?users={quote(f'28:{app_id}', safe='')}"
    return card([{"type": "ActionSet", "actions": [{"type": "Action.OpenUrl", "title": OPEN_CHAT, "url": url}]}])
