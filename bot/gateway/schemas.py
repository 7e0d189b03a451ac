"""The shapes of the outside interface, and of what Rasa's channel answers."""

from __future__ import annotations

import hashlib
import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictStr, StringConstraints

CONVERSATION = re.compile(r"[A-Za-z0-9_-]{16,64}")
ConversationId = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Za-z0-9_-]{16,64}$")]

ShortText = Annotated[str, StringConstraints(strict=True, max_length=400)]

Kind = Literal["answer", "question", "notice", "error"]
Outcome = Literal["answered", "not_in_bundle", "which_vacancy", "asking", "handoff", "small_talk", "out_of_domain"]
Verdict = Literal["eligible", "not_eligible", "uncertain"]


class FormRequest(BaseModel):
    """What a form of the chat sends, as the candidate filled it in; every field is checked by the rules of the conversation."""

    model_config = ConfigDict(extra="forbid")

    action: Literal["signup", "signup_stop"]
    vacancy: ShortText
    session: ShortText | None = None
    name: ShortText = ""
    email: ShortText = ""
    consent: StrictBool = False


class ChatRequest(BaseModel):
    """A turn. `message` is checked by its length after cleaning, not here.

    `message_id` is the sender's own number for the message: one that was answered before gets the same answer and changes nothing.
    `forms`: the sender can show forms; `form`: a filled-in one, with the words for it in `message`.
    """

    conversation_id: ConversationId | None = None
    message: StrictStr
    vacancy: StrictStr | None = None
    message_id: ConversationId | None = None
    forms: StrictBool = False
    form: FormRequest | None = None


class Button(BaseModel):
    """A quick answer: `payload` is sent as the next message."""

    title: str
    payload: str


class Citation(BaseModel):
    """A passage of a bundle; `url` opens it on our page."""

    vacancy: str
    title: str
    section: str | None = None
    page: int | None = None
    quote: str
    url: str


class Reply(BaseModel):
    """One message of the bot, in plain text."""

    id: str
    kind: Kind
    text: str
    buttons: list[Button] = Field(default_factory=list)
    citations: list[Citation] = Field(default_factory=list)


class SignupSession(BaseModel):
    """A session that can be signed up for; `full`: on the waiting list; `passed_on`: name and address go to the employer's Microsoft 365."""

    key: str
    text: str
    full: bool = False
    passed_on: bool = False


class SignupForm(BaseModel):
    """An open or just finished sign-up, for channels that show a form: what is known so far, what is wrong with it, and what became of it.

    `errors`: a text by field ("session", "name", "email", "consent", or "" for the whole). `reference` is set once it is stored.
    """

    model_config = ConfigDict(extra="ignore")

    vacancy: str
    title: str
    employer: str
    sessions: list[SignupSession]
    session: str | None = None
    name: str | None = None
    email: str | None = None
    errors: dict[str, str] = Field(default_factory=dict)
    status: Literal["open", "confirmed", "waiting", "requested", "cancelled", "gone"] = "open"
    reference: str | None = None


class EligibilityForm(BaseModel):
    """What the conditions of a vacancy ask about, for channels that show a form: its answer is a message in the candidate's own words."""

    model_config = ConfigDict(extra="ignore")

    vacancy: str
    title: str
    fields: list[Literal["diploma", "experience", "licence"]]


class ChatResponse(BaseModel):
    """The bot's turn. The forms are null unless the request said that forms can be shown."""

    conversation_id: str
    replies: list[Reply]
    outcome: Outcome
    verdict: Verdict | None = None
    signup: SignupForm | None = None
    eligibility: EligibilityForm | None = None


class RasaTurn(BaseModel):
    """A turn as the actions make it; `erase` asks to erase the conversation after it, `private` to keep nothing of its words and replies.

    `form` goes with a sign-up and `eligibility` with the first question on a diploma, for channels that asked for forms; `elsewhere`: what was asked
    is only answered where nobody else reads along.
    """

    model_config = ConfigDict(extra="ignore")

    replies: list[Reply] = Field(min_length=1)
    outcome: Outcome
    verdict: Verdict | None = None
    erase: bool = False
    private: bool = False
    form: SignupForm | None = None
    eligibility: EligibilityForm | None = None
    elsewhere: bool = False


class FeedbackRequest(BaseModel):
    """Whether a reply helped."""

    conversation_id: ConversationId
    reply_id: Annotated[str, StringConstraints(strict=True, min_length=1, max_length=64)]
    helpful: StrictBool


def conversation_key(conversation_id: str) -> str:
    """What our stores and Rasa know a conversation by: whoever reads them still cannot take part in it."""
    return hashlib.blake2b(conversation_id.encode(), digest_size=20, person=b"vacaturebot").hexdigest()
