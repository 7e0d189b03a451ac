"""Who to contact, by topic, role or name, and how."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from actions.answers.base import TOPIC_OF_INTENT, Answer, Ask, citations_of, join, quoted
from actions.vacancy_choice import fold, words
from index.query import missing_terms
from knowledge.hours import reachable, reachable_at, reachable_on
from knowledge.model import Citation, Contact, Fact, Topic, Vacancy
from knowledge.phones import display_phone, find_phones
from knowledge.source import Source

_TOPIC_CUES: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    ("infosessie", re.compile(r"info(sessie|moment|avond|rmatie(sessie|moment|avond))|kijkmoment|opendeur|info session|seance d.info")),
    (
        "functie",
        re.compile(
            r"\binhoud|jobinhoud|takenpakket|over de (job|functie|taken|werkplek|dienst)\b|(job|functie|werk|baan) zelf|van de job|takenpakket"
            r"|\btaken\b"
            r"|werkvloer|about the (job|role|work|position|duties)|job (content|itself)|role itself|contenu (du|de la)|sur le (poste|travail)"
            r"|la fonction|leidinggevende"
        ),
    ),
    (
        "kandidatuur",
        re.compile(
            r"kandidatuur|sollicitatie(dossier)?\b|dossier|mijn (cv|brief|inschrijving)|inschrijven|my application|ma candidature|candidature"
        ),
    ),
    (
        "selectieprocedure",
        re.compile(r"selectie|procedure|proef|proeven|examen|test|jury|gesprek|recruiter|rekruter|selection|recruitment|feedback|uitslag"),
    ),
)
_PRONOUN = re.compile(
    r"\b(zijn|haar|hem|hij|zij|ze|diens|hun|his|her|him|she|he|son|sa|lui|elle)\b.*\b(nummer|telefoon\w*|gsm\w*|mail\w*|e-?mail\w*|adres|bellen"
    r"|bereik\w*|uren|mailadres|number|phone|email)"
    r"|\b(bel|mail|bereik|contacteer|call|reach)\w*\b.*\b(haar|hem|her|him)\b|\b(haar|hem)\b.*\b(bellen|mailen|bereiken|contacteren)"
)
_NOW = re.compile(r"\bnu\b|op dit moment|vandaag|momenteel|vanavond|dit weekend|right now|\bnow\b|today|maintenant|aujourd")
_CALL = re.compile(r"bel|bereik|opbel|telefoneer|phone|call|appel|joindre|contacteer|spreken")


def card(contact: Contact) -> str:
    """One line: 'Ciska De Bock (recruiter): 0471 99 37 53, jobs@aalst.be – tussen 9u en 17u'."""
    name = contact.name or contact.role or ""
    role = f" ({contact.role})" if contact.role and contact.name else ""
    ways = [join([display_phone(phone) for phone in contact.phones], "of")] if contact.phones else []
    ways += [contact.email] if contact.email else []
    hours = f" – {contact.hours}" if contact.hours else ""
    return f"{name}{role}: {', '.join(ways)}{hours}" if ways else f"{name}{role}{hours}"


def by_topic(vacancy: Vacancy, topic: Topic) -> list[Fact[Contact]]:
    """The contacts for a topic, else those nearest to it, else whoever there is."""
    nearest: dict[Topic, tuple[Topic, ...]] = {
        "infosessie": ("infosessie", "selectieprocedure", "algemeen", "kandidatuur", "functie"),
        "functie": ("functie", "algemeen", "selectieprocedure", "kandidatuur"),
        "kandidatuur": ("kandidatuur", "selectieprocedure", "algemeen"),
        "selectieprocedure": ("selectieprocedure", "kandidatuur", "algemeen"),
        "algemeen": ("algemeen", "selectieprocedure", "kandidatuur"),
    }
    for candidate in nearest[topic]:
        found = [fact for fact in vacancy.contacts if candidate in fact.value.topics and not _only_feedback(fact)]
        if found:
            return found
    return list(vacancy.contacts[:1])


def _only_feedback(fact: Fact[Contact]) -> bool:
    """Whether a contact is named for feedback on a result and nothing else."""
    said = fold(" ".join(citation.quote for citation in fact.citations))
    return "feedback" in said and not re.search(r"sollicit|kandida|inschrij|procedure|voor vragen|vragen over|infosessie", said)


def for_intent(vacancy: Vacancy, intent: str, question: str = "") -> Fact[Contact] | None:
    """The person who knows what the bundle doesn't say: by the words of the question, else by its intent; reachable ones first."""
    topic = topic_in(question) or TOPIC_OF_INTENT.get(intent, "selectieprocedure")
    found = by_topic(vacancy, topic)
    reached = [fact for fact in found if fact.value.phones or fact.value.email]
    return next(iter(reached or found), None)


def referral(vacancy: Vacancy, intent: str, question: str = "") -> tuple[str, Fact[Contact] | None]:
    """Who to ask, as the end of a sentence ('Ciska De Bock (0471 99 37 53)'), or the application's e-mail address, or ''."""
    fact = for_intent(vacancy, intent, question)
    if fact is not None:
        contact = fact.value
        way = display_phone(contact.phones[0]) if contact.phones else contact.email
        name = contact.name or contact.role or "de contactpersoon"
        hours = f", {contact.hours}" if contact.hours and contact.phones else ""
        return (f"{name} ({way}{hours})" if way else name), fact
    address = next((fact.value for fact in vacancy.application.addresses if "@" in fact.value), None)
    return address or "", None


def topic_in(question: str) -> Topic | None:
    """The topic that the words of a question name."""
    folded = fold(question)
    return next((topic for topic, cue in _TOPIC_CUES if cue.search(folded)), None)


def _named(question: str, contacts: Sequence[Fact[Contact]]) -> list[Fact[Contact]]:
    asked = set(words(question))
    hits = []
    for fact in contacts:
        parts = [part for part in words(fact.value.name or "") if len(part) > 2 and part not in {"van", "den", "der", "het"}]
        if any(part in asked for part in parts):
            hits.append(fact)
    return hits


def _with_role(question: str, contacts: Sequence[Fact[Contact]]) -> list[Fact[Contact]]:
    asked = [word for word in words(question) if len(word) > 4]
    hits = []
    for fact in contacts:
        role = [word for word in words(fact.value.role or "") if len(word) > 4]
        if any(
            word == part or (len(word) > 5 and (part.startswith(word) or part.endswith(word) or word.endswith(part)))
            for word in asked
            for part in role
        ):
            hits.append(fact)
    return hits


def answer(ask: Ask) -> Answer | None:
    """The contact that the question asks for; None when the bundle has no contact at all."""
    contacts = ask.vacancy.contacts
    if not contacts:
        return None
    named = _named(ask.text, contacts)
    remembered = [fact for fact in contacts if ask.state.contact and fact.value.name == ask.state.contact]
    pronoun = ask.asks(_PRONOUN)
    chosen = named or (remembered if pronoun else []) or _with_role(ask.text, contacts)
    pointed_at = bool(chosen)
    if not chosen:
        topic = topic_in(ask.text)
        chosen = _for_the_matter(ask, contacts) if topic is None else by_topic(ask.vacancy, topic)
        # "Wie bel ik over mijn sollicitatie?": one person is named for that.
        pointed_at = topic is not None and len(chosen) == 1 and topic in chosen[0].value.topics
        chosen = chosen or remembered or list(contacts)
    lines = [card(fact.value) for fact in chosen[:4]]
    cited = citations_of(chosen[:4])
    first = chosen[0].value
    if len(chosen) == 1 and ask.asks(_NOW) and ask.asks(_CALL):
        lines.insert(0, _now_line(ask, first))
    if len(chosen) == 1 and (line := _day_line(ask, chosen[0])):
        lines.insert(0, line)
    if len(chosen) == 1 and first.hours is None and ask.asks(_WHEN) and (said := _said_next(ask, chosen[0])):
        lines.append(quoted((said,)))
        cited = (*cited, said)
    return Answer("\n".join(lines), cited, contact=first.name, sure=pointed_at)


_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_FOREIGN_DAYS = ("monday lundi", "tuesday mardi", "wednesday mercredi", "thursday jeudi", "friday vendredi", "saturday samedi", "sunday dimanche")


def _is_off(fact: Fact[Contact], day: int) -> bool:
    """Whether the bundle says of a person "woensdag vrij", "niet op woensdag" or the like."""
    said = fold(" ".join(citation.quote for citation in fact.citations))
    return re.search(rf"{_WEEKDAYS[day]}(?:en|s)? (?:is (?:ze|hij) )?(?:vrij|gesloten|afwezig|niet|uitgezonderd)\b", said) is not None


def _day_line(ask: Ask, fact: Fact[Contact]) -> str:
    """Whether a person can be reached on the weekday that the question names; '' where it names none or the bundle doesn't tell."""
    named = [number for number, day in enumerate(_WEEKDAYS) if re.search(rf"\b(?:{day}|{'|'.join(_FOREIGN_DAYS[number].split())})\w*", ask.folded)]
    if re.search(r"\bweekend", ask.folded):
        named = [5, 6]
    if ask.asks(_TOMORROW):
        named = [(ask.now.weekday() + 1) % 7]
    contact = fact.value
    if contact.hours and not named and (clock := _CLOCK.search(ask.folded)) and ask.asks(_CALL):
        hour = time(int(clock[1]) % 24, int(clock[2] or 0) % 60)
        open_at = reachable_at(contact.hours, hour)
        if open_at is None:
            return ""
        return ask.texts(
            "contact_hour_yes" if open_at else "contact_hour_no", hour=clock[0].strip(), name=contact.name or contact.role or "die dienst"
        )
    if not named or not contact.hours:
        return ""
    open_then = [False if _is_off(fact, day) else reachable_on(contact.hours, day) for day in named]
    if None in open_then or len(set(open_then)) > 1:
        return ""
    key = "contact_day_yes" if open_then[0] else "contact_day_no"
    return ask.texts(key, day=join([_WEEKDAYS[day] for day in named]), name=contact.name or contact.role or "die dienst")


_CLOCK = re.compile(r"\b(\d{1,2})(?:[.:u](\d{2}))? ?(?:uur|u\b|h\b)")
_TOMORROW = re.compile(r"\bmorgen\b(?!s)|\btomorrow\b|\bdemain\b")
_WHEN = re.compile(r"wanneer|wnr|welke dag|dagen|uren|hoe laat|when|quand|days|hours|heures|jours")
_OF_THAT_PERSON = re.compile(r"^\W*(?:hij|zij|ze|deze|je bereikt|bereikbaar|bellen)\b", re.IGNORECASE)


def _said_next(ask: Ask, fact: Fact[Contact]) -> Citation | None:
    """The sentence after the one that names a person, where it goes on about that person ("Hij werkt van dinsdag tot vrijdag.")."""
    source = Source.of(ask.document)
    end = max(citation.end for citation in fact.citations)
    following = next((sentence for sentence in source.sentences if sentence.start >= end), None)
    return source.cite_sentence(following) if following and _OF_THAT_PERSON.match(following.text) else None


def _for_the_matter(ask: Ask, contacts: Sequence[Fact[Contact]]) -> list[Fact[Contact]]:
    """The contact whose part of the bundle speaks most of what the question is about ("over loon en arbeidsvoorwaarden: …"); () when none stands out.

    A question that only refers back ("wie kan ik daarover bellen?") is about what was asked before.
    """
    question = f"{ask.state.question} {ask.text}" if ask.state.question and ask.asks(_BACK) else ask.text
    # Asking for a person, a number or an address tells none of them apart.
    asked = " ".join(term for term in missing_terms(question, "") if not _ANY_CONTACT.match(fold(term)))
    shared = [len(missing_terms(asked, "")) - len(missing_terms(asked, _matters(ask, fact))) for fact in contacts]
    most = max(shared, default=0)
    found = [fact for fact, count in zip(contacts, shared, strict=True) if count == most]
    return found if most and len(found) == 1 else []


_BACK = re.compile(r"\b(?:daarover|hierover|daarvoor|daarvan|erover|ervoor|about that|about it|a ce sujet)\b")


_ANY_CONTACT = re.compile(
    r"contact|bel|tel|nummer|gsm|mail|bereik|spreek|sprek|vra|info|persoon|iemand|naam|adres|uur|uren|job|functie|werk|kandida|sollicit|terecht"
)


def _matters(ask: Ask, fact: Fact[Contact]) -> str:
    """What stands around a contact: its quotes, its heading and role, and the line above that leads it in."""
    source = Source.of(ask.document)
    start = min(citation.start for citation in fact.citations)
    block = ask.document.block_at(start)
    above = [other for other in source.blocks if block and other.end <= block.start][-1:] if block else []
    lead = above[0].text if above and len(above[0].text) < 90 and not find_phones(above[0].text) else ""
    quotes = " ".join(citation.quote for citation in fact.citations)
    return f"{lead} {block.text if block else ''} {quotes} {fact.value.role or ''}"


def _now_line(ask: Ask, contact: Contact) -> str:
    name = contact.name or "die dienst"
    open_now = reachable(contact.hours, ask.now) if contact.hours else None
    if open_now is None:
        return ask.texts("contact_hours_unknown", name=name)
    return ask.texts("contact_now_yes" if open_now else "contact_now_no", name=name, hours=contact.hours)
