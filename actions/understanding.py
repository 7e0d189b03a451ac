"""What the classifier cannot see: names of contacts, the candidate's own situation, words that refer back, several vacancies at once."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.scope import only_names, resolve
from actions.services import Services
from actions.signup_questions import wants_in
from actions.signup_words import says_stop
from actions.topic_cues import cued, second_opinion
from actions.turn import Segment, Turn
from actions.vacancies import named_vacancies
from actions.vacancy_choice import fold, words
from knowledge.catalog import title_of
from knowledge.eligibility.candidate import parse_candidate

_REACH = re.compile(
    r"\b(?:nr|gsm\w*|tel\w*|nummer\w*|mail\w*|e-?mail\w*|bel\w*|bereik\w*|contact\w*|adres\w*|wie|uren|phone|number|numero|joindre|reach|call)\b"
)
_SELF = re.compile(
    r"\b(?:ik|k|ikke|kheb|ben|heb|zit|mijn|men|i|i'm|my|j'ai|je suis|mon|ma|wij)\b|\bmet (?:een|ne|n|mijn|enkel|alleen)\b|\bzonder\b|\bwith a\b"
    r"|\bavec (?:un|mon|ma)\b"
)
_MAY_I = re.compile(
    r"\b(?:mag|magek|mak|kan|kank|kunnek|kom|komk|maak)\b.*\b(?:ik|meedoen|deelnemen|sollicit\w*|beginnen|aanmerking|kans|toegelaten|inschrijven)\b"
    r"|\b(?:kank|magek|mak)\b|aanmerking|volstaa\w*|voldoe\w*|genoeg|is da\w* (?:ok|goe\w*|voldoende|genoeg)|telt (?:da|dat|die|mijn)|geldig|geschikt"
    r"|\b(?:am i|can i|may i|is that|would i|do i)\b|puis-je|suis-je|est-ce que je|suffi\w*|\bok\b|maak ik kans|terecht"
)
_FOR_THAT = re.compile(r"\b(?:daarvoor|daaraan|daarbij|daartoe|ervoor|eraan|for it|for that|pour cela|pour ca)\b")
_REGISTER = re.compile(r"inschrijv|aanmeld|opgev|registr|register|sign up|inscri")
_COMPARE = re.compile(r"\bvergelijk\w*|\bverschil\w*|\bcompare\w*|difference|\bbeter\b.*\bdan\b|\bmeer\b.*\bdan\b")
# What the classifier takes for a general question or for something else altogether when a candidate tells of himself.
_MAY_BE_SELF = frozenset(
    "ask_diploma ask_foreign_diploma ask_experience ask_driving_licence ask_other_requirements ask_deadline ask_how_to_apply ask_language inform "
    "out_of_scope"
    " nlu_fallback choose_vacancy ask_job_content ask_start_date ask_criminal_record ask_documents signup_infosession ask_selection ask_help "
    "affirm deny check_eligibility greet goodbye thank complaint ask_adjustments request_person cancel_signup ask_bot ask_feedback".split()
)


def understand(turn: Turn, services: Services, capability: str) -> tuple[Turn, str]:
    """The turn with intents corrected by what is known of the vacancy and the conversation, and the capability that fits."""
    folded = fold(turn.text)
    if (
        turn.page_vacancy is None
        and (_COMPARE.search(folded) or "ask_vacancies" in cued(turn.text))
        and len(named_vacancies(turn.text, services.snapshot.vacancies)) > 1
    ):
        return turn, "vacancies"
    if _MY_APPLICATION.search(folded):
        return turn, "person"
    wanted = wants_in(turn) and not _CANCELS.search(folded)
    segments = tuple(_understood(second_opinion(_completed(segment, turn)), turn, services) for segment in turn.segments)
    turn = replace(turn, segments=segments)
    if wanted and "@" in turn.text:  # who gives an address asks nothing about a diploma
        return turn, "signup_anew"
    if capability in _REVISABLE and _about_self(turn, services, folded):
        return turn, "eligibility"
    if turn.intent == "check_eligibility" and "ask_deadline" in cued(turn.text):
        return replace(turn, segments=(replace(segments[0], intent="ask_deadline"), *segments[1:])), "answer"
    if capability == "signup":
        return turn, "signup_anew" if wanted else _signup_or_question(turn, services)
    if wanted and (capability in _GIVES_WAY or turn.intent == "inform"):
        return turn, "signup_anew"
    asks = [segment.intent for segment in segments if segment.intent.startswith("ask_") and segment.intent not in _NOT_ABOUT_A_VACANCY]
    if capability == "person":
        return turn, "answer" if "ask_contact" in asks else capability
    if capability in ("out_of_scope", "small_talk", "eligibility") and asks and segments[0].intent == asks[0]:
        return turn, "answer"
    if capability == "eligibility" and turn.intent == "inform" and not turn.state.exchange and not _tells(turn, services):
        return turn, "out_of_scope"
    return turn, capability


_NOT_ABOUT_A_VACANCY = frozenset({"ask_bot", "ask_help", "ask_privacy", "ask_vacancies"})
_GIVES_WAY = frozenset({"out_of_scope", "answer", "small_talk", "person", "vacancies", "privacy"})
"""What the classifier takes a plain wish to be signed up for."""
_REVISABLE = frozenset({"answer", "out_of_scope", "signup", "small_talk", "eligibility"})
_ABOUT_PERSON = re.compile(r"\b(?:ze|zij|hij|hem|haar)\b.*\b(?:daar|bereik\w*|aanwezig|dagen|werkt|bellen|mailen|nummer|uren)\b")
# What only the recruiter knows: how an application stands.
_MY_APPLICATION = re.compile(
    r"(?:mijn|men|my|ma|mon) (?:kandidatuur|sollicitatie|dossier|cv|inschrijving|application"
    r"|candidature).{0,40}(?:aangekomen|ontvangen|goed toegekomen|toegekomen|status|in orde|received|recu)"
)
_IN_GENERAL = re.compile(
    r"\b(?:moet|moek|dien|is|heb) (?:ik|je|er|een|het)?\b.{0,40}\b(?:nodig|vereist|verplicht)\b"
    r"|welk(?:e)? (?:diploma|attest|rijbewijs)|\bmoet (?:ik|je) een\b"
)
_WILL_IT_DO = re.compile(
    r"\b(?:gaat|kan|mag|is|telt) (?:da|dat|ik|het|dit|mijn)\b|\bgoe\w*\W*$|\bmogelijk\b|\bmagek\b|\bworden\b"
    r"|\btelt\b|est-ce possible|is it (?:possible|enough|ok)|would i|volgens u"
)
_TELLS_FIRST = re.compile(
    r"^\W*(?:geen|zonder|laatstejaars|master|bachelor|graduaat|gegradueerde|licentiaat|diploma|getuigschrift|attest"
    r"|brevet|tso|bso|aso|zesde|zevende|student|no |with a |avec un|tis nog)"
)
_WHO = re.compile(r"\bwie\b|\bwho\b|\bqui\b|samenst|leden|hoeveel|bestaat|members|membres")
_CANCELS = re.compile(
    r"annul|uitschrij|afmeld|afzeg|schrap|cancel|unsubscribe|niet (?:meer )?(?:komen|kunnen|aanwezig)|toch niet|desinscri|annuler|kan niet komen"
    r"|verwijder"
)


def _signup_or_question(turn: Turn, services: Services) -> str:
    """A cancellation needs a word for it; a question about signing up is not yet a sign-up."""
    segment = turn.segments[0]
    if segment.intent == "ask_infosession":
        return "answer"
    if segment.intent == "cancel_signup" and not _CANCELS.search(fold(turn.text)) and not says_stop(turn.text):
        return "signup_anew"
    return "signup"


_INTERROGATIVES = re.compile(
    r"\b(?:wanneer|wnr|hoeveel|waar|wie|hoe ?lang|hoe laat|tot wanneer|vanaf wanneer|when|how much|where|who|quand|combien)\b", re.IGNORECASE
)
_ELLIPSIS = re.compile(r"^(?:en|and|et)\b|^(?:wanneer|waar|hoeveel|hoe laat|hoe lang|waarom|wie)\W*$", re.IGNORECASE)


def _completed(segment: Segment, turn: Turn) -> Segment:
    """ "En het mondeling?" and "wanneer?" with what the last question leaves to be understood."""
    text, before = segment.text.strip(), turn.state.question or ""
    if turn.state.topic is None or not before or len(words(text)) > 9 or not _ELLIPSIS.match(text):
        return segment
    asks = _INTERROGATIVES.findall(text)
    if asks and segment.confidence < 0.4 and not cued(text) and re.search(r"\b(?:dat|da|die|dan|daar|het)\b", text):
        return replace(segment, intent=turn.state.topic, confidence=0.66)
    if not asks and len(words(text)) <= 5 and segment.confidence < 0.7:
        kept = " ".join(_INTERROGATIVES.findall(before))
        topic = turn.state.topic if not cued(text) or (turn.state.topic in _STEPS and "ask_selection" in cued(text)) else segment.intent
        return replace(segment, text=f"{kept} {text}".strip(), intent=topic, confidence=max(segment.confidence, 0.66))
    if asks and len(words(text)) <= 2 and segment.confidence < 0.7:
        topic = "ask_selection" if turn.state.topic in _STEPS else turn.state.topic
        return replace(segment, text=f"{text} {_INTERROGATIVES.sub('', before)}", intent=topic, confidence=0.66)
    return segment


_STEPS = frozenset({"ask_selection", "ask_pass_mark"})


def _understood(segment: Segment, turn: Turn, services: Services) -> Segment:
    folded = fold(segment.text)
    if (
        _FOR_THAT.search(folded)
        and (_REGISTER.search(folded) or "wanneer" in folded or "bel" in folded)
        and turn.state.topic in ("ask_infosession", "signup_infosession")
    ):
        return replace(segment, intent="ask_infosession", confidence=1.0)
    if turn.state.contact and segment.intent != "ask_contact" and _ABOUT_PERSON.search(folded):
        return replace(segment, intent="ask_contact", confidence=1.0)
    if segment.intent == "ask_jury" and not _WHO.search(folded):
        return replace(segment, intent="ask_selection")
    if segment.intent != "ask_contact" and _REACH.search(folded) and _names_contact(folded, turn, services):
        return replace(segment, intent="ask_contact", confidence=1.0)
    return segment


def _names_contact(folded: str, turn: Turn, services: Services) -> bool:
    """Whether the words hold the name, or in a short message the role, of a contact of the vacancy in question."""
    found = resolve(turn, services.snapshot)
    if found.vacancy is None:
        return False
    asked = set(words(folded))
    for fact in found.vacancy.contacts:
        parts = [part for part in words(fact.value.name or "") if len(part) > 3]
        if parts and sum(part in asked for part in parts) >= min(2, len(parts)):
            return True
        role = [part for part in words(fact.value.role or "") if len(part) > 4 and part not in ("selectie", "dienst")]
        if role and len(words(folded)) <= 6 and sum(part in asked for part in role) >= min(2, len(role)):
            return True
    return False


def _about_self(turn: Turn, services: Services, folded: str) -> bool:
    """Whether the candidate tells of his own diploma or situation and asks whether it will do."""
    if turn.intent == "check_eligibility" and turn.state.topic and _only_names_one(turn, services):
        return False
    if turn.intent == "check_eligibility":
        still = re.search(r"\bnog\b.*(?:sollicit|meedoen|deelnemen|inschrijv|kandid)|\bstill\b|\bencore\b", folded)
        if not still or _tells(turn, services):
            return turn.segments[0].confidence >= 0.5 or bool(_SELF.search(folded))
        return False
    if _only_names_one(turn, services):
        return False
    if any(segment.intent not in _MAY_BE_SELF and segment.confidence >= 0.6 for segment in turn.segments) or _IN_GENERAL.search(folded):
        return False
    asks = _MAY_I.search(folded) or _WILL_IT_DO.search(folded)
    # "geen diploma, wel 7 jaar ervaring, kank ploegbaas worden?": what is told about oneself often has no "ik".
    tells_first = _TELLS_FIRST.match(folded) is not None
    return bool(asks and (tells_first or _SELF.search(folded))) and _tells(turn, services)


def _only_names_one(turn: Turn, services: Services) -> bool:
    found = resolve(turn, services.snapshot)
    return found.vacancy is not None and only_names(turn.text, found.vacancy)


def _tells(turn: Turn, services: Services) -> bool:
    """Whether the message tells something of the candidate that the conditions can be compared with."""
    told = parse_candidate(_without_title(turn, services), services.now.date())
    diplomas = any(held.level or held.variant or (held.known and held.fields) for held in told.diplomas)
    return bool(
        diplomas
        or told.no_diploma
        or told.lacks
        or told.licences
        or told.age
        or told.no_listed
        or (told.experience and turn.intent != "ask_experience")
    )


def _without_title(turn: Turn, services: Services) -> str:
    """The message without "voor/als <the vacancy's title>": many titles are names of diplomas too."""
    found = resolve(turn, services.snapshot)
    if found.vacancy is None:
        return turn.text
    title = "|".join(re.escape(word) for word in re.findall(r"\w{4,}", title_of(found.vacancy)))
    return re.sub(
        rf"\b(?:voor|als|van|pour|comme|as|for)\s+(?:(?:de|het|een|a|an|un|une|la|le)\s+)?(?:job\s+|functie\s+)?(?:{title})\w*",
        " ",
        turn.text,
        flags=re.IGNORECASE,
    )
