"""The sign-up for an infosession as a card: the form, and what became of it. What it sends is checked by the actions, never trusted."""

from __future__ import annotations

from typing import Any

from bot.gateway.schemas import SignupForm
from bot.teams import texts
from bot.teams.cards import Element, card, heading, text

_LONGEST_NAME = 80
_LONGEST_EMAIL = 254


def form_card(form: SignupForm, days: int) -> Element:
    """The form, with what is wrong beside the field that it is about."""
    body: list[Element] = [heading(texts.SIGNUP_TITLE), *text(f"{form.title} – {form.employer}")]
    body += _error(form, "")
    if len(form.sessions) == 1:
        body += text(_session(form, form.sessions[0].key), weight="Bolder")
    elif form.sessions:
        choices = [{"title": _session(form, session.key), "value": session.key} for session in form.sessions]
        body.append(
            {
                "type": "Input.ChoiceSet",
                "id": "session",
                "label": texts.SIGNUP_SESSION,
                "style": "expanded",
                "wrap": True,
                "choices": choices,
                **({"value": form.session} if form.session else {}),
            }
        )
    body += _error(form, "session")
    body.append(_input("name", texts.SIGNUP_NAME, form.name, _LONGEST_NAME, "Text"))
    body += _error(form, "name")
    body.append(_input("email", texts.SIGNUP_EMAIL, form.email, _LONGEST_EMAIL, "Email"))
    body += _error(form, "email")
    body.append(
        {
            "type": "Input.Toggle",
            "id": "consent",
            "title": texts.SIGNUP_CONSENT,
            "value": "false",
            "valueOn": "true",
            "valueOff": "false",
            "wrap": True,
        }
    )
    body += _error(form, "consent")
    body += text(texts.SIGNUP_KEPT.format(employer=form.employer, days=days), isSubtle=True, size="Small")
    own: dict[str, Any] = {"vacancy": form.vacancy}
    if len(form.sessions) == 1:
        own["session"] = form.sessions[0].key
    return card(body, [_action(texts.SIGNUP_DO, "signup", own, style="positive"), _action(texts.SIGNUP_STOP, "signup_stop", own)])


def outcome_card(form: SignupForm, said: str) -> Element:
    """What became of the sign-up, in the words of the conversation; one that stands can be cancelled here."""
    body: list[Element] = [heading(texts.SIGNUP_STATES.get(form.status, texts.SIGNUP_TITLE)), *text(said)]
    if not form.reference or form.status not in ("confirmed", "waiting", "requested"):
        return card(body)
    return card(body, [_action(texts.SIGNUP_CANCEL, "signup_cancel", {"vacancy": form.vacancy, "reference": form.reference})])


def _session(form: SignupForm, key: str) -> str:
    session = next(item for item in form.sessions if item.key == key)
    return texts.SIGNUP_FULL.format(session=session.text) if session.full else session.text


def _input(name: str, label: str, value: str | None, longest: int, style: str) -> Element:
    return {"type": "Input.Text", "id": name, "label": label, "style": style, "maxLength": longest, **({"value": value[:longest]} if value else {})}


def _error(form: SignupForm, field: str) -> list[Element]:
    words = form.errors.get(field)
    return text(words, color="Attention", weight="Bolder") if words else []


def _action(title: str, action: str, data: dict[str, Any], style: str = "default") -> Element:
    """Execute replaces the card in its place; a client that doesn't know it submits, which comes as a message."""
    values = {"title": title, "style": style, "data": {"action": action, **data}}
    return {"type": "Action.Execute", "verb": action, **values, "fallback": {"type": "Action.Submit", **values}}
