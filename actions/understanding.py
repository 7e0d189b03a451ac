"""What the classifier cannot see: names of contacts, the candidate's own situation, words that refer back, several vacancies at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.about_self import asks_in_general, asks_nothing, asks_of_pay, asks_what_counts, asks_whether_it_will_do, tells_of_self
from actions.answers.topic_sentences import ONCE_MORE
from actions.follow_up import completed
from actions.misread import reread
from actions.scope import only_names, resolve
from actions.services import Services
from actions.signup_questions import wants_in
from actions.signup_words import says_stop
from actions.topic_cues import cued, second_opinion
from actions.turn import Segment, Turn
from actions.vacancies import looks_across, named_vacancies
from actions.vacancy_choice import fold, words
from index.language.stopwords import DUTCH
from knowledge.catalog import title_of
from knowledge.eligibility.candidate import parse_candidate
from knowledge.eligibility.model import Candidate

_REACH = re.compile(
    r"\b(?:nr|gsm\w*|tel\w*|nummer\w*|mail\w*|e-?mail\w*|bel\w*|bereik\w*|contact\w*|adres\w*|wie|uren|phone|number|numero|joindre|reach|call)\b"
)
_FOR_THAT = re.compile(r"\b(?:daarvoor|daaraan|daarbij|daartoe|ervoor|eraan|for it|for that|pour cela|pour ca)\b")
_REGISTER = re.compile(r"inschrijv|aanmeld|opgev|registr|register|sign up|inscri")
_COMPARE = re.compile(r"\bvergelijk\w*|\bverschil\w*|\bcompare\w*|difference|\bbeter\b.*\bdan\b|\bmeer\b.*\bdan\b")
# Sure readings that a word on one's own situation doesn't change.
_NEVER_SELF = frozenset(
    "ask_adjustments reschedule_test ask_seniority ask_salary ask_privacy request_person ask_contact withdraw_application cancel_signup "
    "ask_multiple_applications ask_benefits ask_leave ask_infosession ask_workplace ask_pass_mark".split()
)
# What the classifier makes of a message that only tells of oneself.
_TOLD = frozenset(
    "inform ask_diploma ask_foreign_diploma ask_experience ask_other_requirements ask_driving_licence ask_language ask_criminal_record"
    " out_of_scope".split()
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
    if plain := _plainly(turn, services, folded, capability):
        return plain
    wanted = wants_in(turn) and not _CANCELS.search(folded)
    segments = tuple(_understood(second_opinion(completed(segment, turn)), turn, services) for segment in turn.segments)
    turn = replace(turn, segments=segments)
    if wanted and "@" in turn.text:  # who gives an address asks nothing about a diploma
        return turn, "signup_anew"
    if capability in _REVISABLE and _about_self(turn, services, folded):
        return turn, "eligibility"
    if turn.intent == "check_eligibility" and "ask_deadline" in cued(turn.text):
        return replace(turn, segments=(replace(segments[0], intent="ask_deadline"), *segments[1:])), "answer"
    if capability == "signup" and (asked := _asks_until_when(turn) or (turn if segments[0].intent == "ask_contact" else None)):
        return asked, "answer"
    if capability == "signup":
        return turn, "signup_anew" if wanted else _signup_or_question(turn, services)
    if _picks_a_session(turn, folded) or (wanted and (capability in _GIVES_WAY or turn.intent == "inform")):
        return turn, "signup_anew"
    asks = [segment.intent for segment in segments if segment.intent.startswith("ask_") and segment.intent not in _NOT_ABOUT_A_VACANCY]
    if capability == "person":
        return turn, "answer" if "ask_contact" in asks else capability
    if capability in ("out_of_scope", "small_talk", "eligibility") and asks and segments[0].intent == asks[0]:
        return turn, "answer"
    if capability == "eligibility" and (question := _no_eligibility(turn, asks)):
        return question, "answer"
    if capability == "eligibility" and turn.intent == "inform" and not turn.state.exchange and not _tells(turn, services):
        return turn, "out_of_scope"
    return turn, capability


_MAY_LOOK_AROUND = frozenset({"answer", "out_of_scope", "vacancies", "eligibility", "small_talk"})


def _plainly(turn: Turn, services: Services, folded: str, capability: str) -> tuple[Turn, str] | None:
    """What the words alone decide, whatever the classifier makes of them."""
    if turn.state.exchange is None and capability in _MAY_LOOK_AROUND and looks_across(turn):
        return turn, "vacancies"
    if _MY_APPLICATION.search(folded):
        return turn, "person"
    if turn.state.exchange is None and capability in ("eligibility", "answer", "out_of_scope") and ONCE_MORE.search(folded):
        return replace(turn, segments=(replace(turn.segments[0], text=turn.text, intent="ask_multiple_applications", confidence=1.0),)), "answer"
    if capability == "privacy" and _REACH.search(folded) and _names_contact(turn.text, turn, services):
        return replace(turn, segments=(replace(turn.segments[0], text=turn.text, intent="ask_contact", confidence=1.0),)), "answer"
    if turn.intent in _UPSET and _LOST.search(folded) and not cued(turn.text):
        return replace(turn, segments=(replace(turn.segments[0], intent="ask_help", confidence=1.0),)), "small_talk"
    if capability == "privacy" and turn.segments[0].confidence < _BELIEVED and not _ON_DATA.search(folded):
        return replace(turn, segments=(replace(turn.segments[0], intent="unknown", confidence=0.0), *turn.segments[1:])), "answer"
    return None


_BELIEVED = 0.5
"""Confidence below which nothing is erased or told of data without a word for it."""
_ON_DATA = re.compile(
    r"\bwis\w*|verwijder|gewist|gegevens|privacy|gdpr|avg\b|bewaar|bewaren|\bdata\b|delete|erase|forget|efface|supprim|weten jullie van"
)


_HARDLY = 0.3
"""Confidence below which `check_eligibility` needs words of one's own to be believed."""


def _no_eligibility(turn: Turn, asks: Sequence[str]) -> Turn | None:
    """The questions of a message that was taken for one on eligibility without words for it, or None when it is one."""
    first = turn.segments[0]
    if turn.intent == "check_eligibility" and first.confidence < _HARDLY and not (tells_of_self(turn.text) or asks_whether_it_will_do(turn.text)):
        return replace(turn, segments=(replace(first, intent="unknown", confidence=0.0), *turn.segments[1:]))
    if turn.intent == "inform" and asks and not asks_whether_it_will_do(turn.text) and not turn.state.exchange:
        asked = tuple(item for item in turn.segments if item.intent in asks)
        # "Ik zit in mijn laatste jaar. Tegen wanneer …?": what is told before the one question belongs to it.
        return replace(turn, segments=asked if len(asked) > 1 else (replace(asked[0], text=turn.text),))
    return None


_UNTIL = re.compile(r"\btot (?:wanneer|wnr|welke)|\b(?:tegen|voor) (?:wanneer|wnr)|ten laatste|uiterlijk|deadline|until when|jusqu|date limite")
_SESSION = re.compile(r"info|sessie|moment|avond|rondleid|bezoek|kijk|webinar|koffie|babbel|session|seance|visit")


def _asks_until_when(turn: Turn) -> Turn | None:
    """A question until when one can register, which is no sign-up: for the session where one is named, else for the vacancy."""
    folded = fold(turn.text)
    if not _UNTIL.search(folded):
        return None
    intent = "ask_infosession" if _SESSION.search(folded) else "ask_deadline"
    return replace(turn, segments=(replace(turn.segments[0], intent=intent, confidence=1.0), *turn.segments[1:]))


_PICKS = re.compile(
    r"^\W*(?:(?:ja|ok|oke|goed|graag|doe|dan|neem|ik neem|liefst|liever)\W+){0,3}(?:maar )?(?:die|de eerste|de tweede|de derde|de laatste|deze)\b"
    r"(?! (?:is|was|zijn|duurt|kost|heeft|kan|moet|mag))"
)


def _picks_a_session(turn: Turn, folded: str) -> bool:
    """Whether a short message chooses one of the sessions that a question on registering has just been answered with ("die op Teams graag")."""
    before = fold(turn.state.question or "")
    return (
        turn.state.topic == "ask_infosession"
        and turn.state.exchange is None
        and "?" not in turn.text
        and len(words(turn.text)) <= 12
        and _REGISTER.search(before) is not None
        and _PICKS.search(folded) is not None
    )


_NOT_ABOUT_A_VACANCY = frozenset({"ask_bot", "ask_help", "ask_privacy", "ask_vacancies"})
_GIVES_WAY = frozenset({"out_of_scope", "answer", "small_talk", "person", "vacancies", "privacy"})
"""What the classifier takes a plain wish to be signed up for."""
_REVISABLE = frozenset({"answer", "out_of_scope", "signup", "small_talk", "eligibility"})
_ABOUT_PERSON = re.compile(r"\b(?:ze|zij|hij|hem|haar)\b.*\b(?:daar|bereik\w*|aanwezig|dagen|werkt|bellen|mailen|nummer|uren)\b")
# "En tussen welke uren?", "op welke dagen werkt die?" after a person was named.
_HOURS_OF = re.compile(r"\b(?:uren|uur|dagen|dag|wanneer|wnr|bereikbaar|nummer|gsm|mail|hours|days|heures)\b")
_WHOM = re.compile(
    r"\bwie (?:moet|kan|mag|kank|magek|zou) (?:ik|k)\b.{0,30}\b(?:hebben|zijn|bellen|mailen|contacteren|spreken|vragen|aanspreken|bereiken)\b"
    r"|\bwie (?:bel|mail|contacteer|vraag|spreek) (?:ik|k)\b|\bwie is (?:dat|da|daarvoor|verantwoordelijk)\b|\b(?:bij|aan|met|tot) wie\b"
    r"|\bwie (?:weet|vertelt|helpt)\b"
    r"|\bwho (?:do|can|should|must) i (?:call|contact|ask|mail|speak)\b|\bqui (?:puis|dois)[- ]je (?:appeler|contacter)\b"
)
_APPLIES = re.compile(r"sollicit|kandida|\bcv\b|\bjob|vacature|apply|postul")
_WHO_ELSE = frozenset({"ask_contact", "ask_jury", "ask_employer", "request_person", "complaint", "ask_feedback"})
_RESERVES_A_SEAT = re.compile(r"\breserveer\w*\b|\breserveren\b|\bplaatsje\b|\bplek(?:je)? (?:reserveren|vrij)\b|\bbook\b")
# What only the recruiter knows: how an application stands.
_MY_APPLICATION = re.compile(
    r"(?:mijn|men|my|ma|mon) (?:kandidatuur|sollicitatie|dossier|cv|inschrijving|application"
    r"|candidature).{0,40}(?:aangekomen|ontvangen|goed toegekomen|toegekomen|status|in orde|received|recu)"
)
# "Ik snap er niks van" asks for help, "je snapt er niks van" complains.
_LOST = re.compile(
    r"\b(?:ik|k|we)\b(?: \w+){0,3}? (?:snap|snappen|begrijp|begrijpen|versta|volg)\b(?: \w+){0,4}? (?:niks|niets|niet|nie|geen)\b"
    r"|\bk?(?:snap|begrijp|versta|volg)(?: (?:ik|k|ek))?\b(?: \w+){0,4}? (?:niks|niets|niet|nie|geen)\b"
    r"|\bik (?:kan|ben) (?:\w+ ){0,2}(?:niet|nie) (?:meer )?(?:volgen|mee)\b|\bin de war\b|\bde draad kwijt\b"
    r"|\bi (?:dont|do not|cant|cannot) (?:understand|follow|get)\b|\bje ne (?:comprends|suis)\b.*\b(?:pas|rien|plus)\b|\bim (?:confused|lost)\b"
)
_UPSET = frozenset({"complaint", "insult", "out_of_scope", "deny", "ask_bot", "stop", "nlu_fallback", "ask_help"})
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
    elsewhere = [intent for intent in cued(segment.text) if intent != "ask_contact"]
    if turn.state.topic == "ask_contact" and turn.state.contact and len(words(folded)) <= 7 and _HOURS_OF.search(folded) and not elsewhere:
        return replace(segment, text=f"{turn.state.contact}: {segment.text}", intent="ask_contact", confidence=1.0)
    if turn.state.topic == "ask_contact" and len(words(folded)) <= 6 and re.match(r"(?:en |and |et )?(?:over|voor|about|for|pour)\b", folded):
        return replace(segment, intent="ask_contact", confidence=1.0)
    if turn.state.topic == "ask_infosession" and segment.intent == "ask_how_to_apply" and len(words(folded)) <= 5 and not _APPLIES.search(folded):
        return replace(segment, intent="ask_infosession", confidence=1.0)
    if segment.intent not in _WHO_ELSE and _WHOM.search(folded):
        return replace(segment, intent="ask_contact", confidence=1.0)
    if segment.intent == "ask_reserve" and _RESERVES_A_SEAT.search(folded):
        return replace(segment, intent="ask_infosession", confidence=1.0)
    if segment.intent == "ask_jury" and not _WHO.search(folded):
        return replace(segment, intent="ask_selection")
    if (mended := reread(segment)) is not None:
        return mended
    if segment.intent != "ask_contact" and (_REACH.search(folded) or _HOURS_OF.search(folded)) and _names_contact(segment.text, turn, services):
        return replace(segment, intent="ask_contact", confidence=1.0)
    return segment


# With these words one first name is enough to mean the person ("op welke dagen kan ik joris bereiken?").
_WHEN_REACHED = re.compile(r"bereik\w*|\bbel\w*|\bmail\w*|nummer|\bgsm\b|contact\w*|spreken|\breach|\bcall|joindre|appeler|aanwezig")


def _names_contact(text: str, turn: Turn, services: Services) -> bool:
    """Whether the words hold the name, or in a short message the role, of a contact of the vacancy in question."""
    found = resolve(turn, services.snapshot)
    functions = services.snapshot.of_document(turn.page_vacancy) if turn.page_vacancy and found.vacancy is None else ()
    contacts = [fact for vacancy in ((found.vacancy,) if found.vacancy else functions) for fact in vacancy.contacts]
    folded = fold(text)
    asked, names = set(words(folded)), set(re.findall(r"(?<=\s)[A-ZÀ-Ý]\w+", text))
    for fact in contacts:
        if len(words(folded)) <= 7 and names & set((fact.value.name or "").split()):
            return True
        parts = [part for part in words(fact.value.name or "") if len(part) > 3]
        if parts and sum(part in asked for part in parts) >= min(2, len(parts)):
            return True
        if any(part in asked and part not in DUTCH for part in parts) and _WHEN_REACHED.search(folded):
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
            return turn.segments[0].confidence >= 0.5 or tells_of_self(turn.text) or asks_whether_it_will_do(turn.text)
        return False
    if _only_names_one(turn, services) or asks_of_pay(turn.text) or (asks_what_counts(turn.text) and not _tells_diploma(turn, services)):
        return False
    if any(segment.intent in _NEVER_SELF and segment.confidence >= 0.6 for segment in turn.segments):
        return False
    if asks_whether_it_will_do(turn.text):
        return tells_of_self(turn.text) or (_tells(turn, services) and not asks_in_general(turn.text))
    return turn.intent in _TOLD and asks_nothing(turn.text) and tells_of_self(turn.text) and _tells(turn, services)


def _only_names_one(turn: Turn, services: Services) -> bool:
    found = resolve(turn, services.snapshot)
    return found.vacancy is not None and only_names(turn.text, found.vacancy)


def _tells(turn: Turn, services: Services) -> bool:
    """Whether the message tells something of the candidate that the conditions can be compared with."""
    told = parse_candidate(_without_title(turn, services), services.now.date())
    return bool(
        _names_diploma(told)
        or told.no_diploma
        or told.lacks
        or told.licences
        or told.age
        or told.no_listed
        or told.record
        or told.no_experience
        or told.dutch
        or _denies_proof(turn.text)
        or (told.experience and turn.intent != "ask_experience")
    )


_LACKS = re.compile(
    r"\b(?:geen|gene?|zonder|niet|nooit|nog geen|sans|no)\b[^.?!,]{0,40}\b\w*(?:visum|attest|brevet|certificaat|ehbo|opleiding|bewijs|licentie"
    r"|vca|riziv"
    r"|nummer|cursus|getuigschrift|registratie|code 95|erkenning|bijscholing)\b"
    r"|\b\w*(?:visum|attest|brevet|certificaat|ehbo|opleiding|bewijs|licentie|vca|cursus|getuigschrift|registratie|bijscholing)\b[^.?!,]{0,25}"
    r"\b(?:niet|nog niet|geen)\b|\b(?:wil|kan|doe|werk|lukt|zie)\b[^.?!]{0,25}\b(?:geen|niet|nooit|nie)\b[^.?!]{0,30}\b(?:weekend|nacht|avond"
    r"|wacht|shift"
    r"|ploeg|zaterdag|zondag)|\b(?:weekend|nacht|avond|wacht|shift|ploeg)\w*[^.?!]{0,25}\b(?:wil|kan|doe|zie|lukt)\b[^.?!]{0,20}\b(?:niet|nie"
    r"|nooit)\b"
    r"|\bwoon\b|\bwonen\b|\bverhuiz\w*"
)


def _denies_proof(text: str) -> bool:
    """Whether the message says that something is lacking that conditions are made of, or where the candidate lives."""
    return _LACKS.search(fold(text)) is not None


def _tells_diploma(turn: Turn, services: Services) -> bool:
    return _names_diploma(parse_candidate(_without_title(turn, services), services.now.date()))


def _names_diploma(told: Candidate) -> bool:
    return any(held.level or held.variant or (held.known and held.fields) for held in told.diplomas)


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
