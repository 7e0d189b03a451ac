"""Contacts: who can be asked what, by which phone, e-mail address and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from knowledge.document import Block
from knowledge.extractors.contact_cards import Card, Piece, find_cards, piece_of
from knowledge.extractors.contact_roles import role_after, role_before, role_in
from knowledge.extractors.people import ROLE_WORD, find_emails, find_names, owns, same_person
from knowledge.extractors.topics import INFOSESSION, find_hours, is_hr, topics_in, topics_of_role
from knowledge.model import Contact, Fact, Topic
from knowledge.phones import find_phones
from knowledge.source import Source

_ORDER: tuple[Topic, ...] = ("selectieprocedure", "kandidatuur", "functie", "infosessie", "algemeen")
_CONTACT_HEADING = re.compile(
    r"vra(?:ag|gen)\b|\bover\b|contact|info|inlicht|\bbel\b|\bwie\b|\bhelp|terecht|bereik|meer weten|aanspreek", re.IGNORECASE
)
_CONTACT_SECTION = re.compile(
    r"\bvragen\b|\bvraag\b|contact|inlichting|\binfo\b|terecht|met wie|bij wie|wie (?:bel|kan|helpt|mail)|bellen"
    r"|meer weten|aanspreek",
    re.IGNORECASE,
)
_GENERAL_DESK = re.compile(
    r"onthaal|balie|algemeen (?:telefoon)?nummer|algemene? (?:info|website|nummer)|openingsuren|openingstijden|loket|stadhuis|gemeentehuis"
    r"|tickets|abonnementen|niet van ons"
    r"|alle andere zaken|privacy|gegevensbescherming|\bdpo\b|©|ombuds|klacht",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"\b((?:dienst |team |cel |afdeling )?(?:personeel|hrm?|human resources|personeelszaken|rekrutering|werving(?: (?:en"
    r"|&) selectie)?|selectie|personeelsdienst|jobs?)\w*"
    r"|(?:personeels|selectie|hr-?|rekruterings)\s?(?:dienst|team|cel)\w*)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\bvragen\b|\b(?:een|nog) vraag\b|inlichting|meer info|meer weten|contacteer|contact op|\bcontact\b|terecht|informatie", re.IGNORECASE
)
_ME = re.compile(
    r"\b(?:bel|belt|mail|mailt|contacteer|bereik|stuur|spreek)\w*\s+(?:je\s+|u\s+)?(?:naar\s+)?(?:mij|me)\b|\b(?:aan|bij|met"
    r"|naar) mij\b|\bik\b[^.]{0,40}\b(?:klaar|bereikbaar|te bereiken|antwoord|help|beschikbaar)\b",
    re.IGNORECASE,
)
_SENDS = re.compile(
    r"\b(?:kandidatuur|kandidaturen|sollicitatie(?:brief)?|cv|dossier|motivatiebrief)\b.*(?:bezorg|stuur|mail|richt|indien"
    r"|gericht|t\.a\.v|verzend|sturen)|(?:bezorg|stuur|mail|richt)\w*\b.*\b(?:kandidatuur|cv|sollicitatie|dossier|brief)",
    re.IGNORECASE,
)
_APPLIES = re.compile(r"sollicit(?:eer|eren)|kandidatuur|\bcv\b|motivatie|inschrijv|bezorg|stuur|indien|feedback|opvragen", re.IGNORECASE)
_OVER = re.compile(r"\W*(?:[A-Z]\w*\s+|vragen\s+|meer\s+)?(?:over|rond)\s+[^:]{3,80}:", re.IGNORECASE)
_REPLACES = re.compile(
    r"\bneemt\b.*\bover\b|\bvervangt\b|\bvervangen\s+door\b|\b(?:tijdens|bij)\s+(?:zijn|haar)\s+(?:verlof|afwezigheid)\b", re.IGNORECASE
)


@dataclass(slots=True)
class _Draft:
    name: str | None
    role: str | None
    topics: tuple[Topic, ...]
    phones: list[str]
    email: str | None
    hours: str | None
    pieces: list[Piece] = field(default_factory=list)
    informs: bool = True


def extract_contacts(source: Source) -> tuple[Fact[Contact], ...]:
    """The contact persons and desks for candidates; no general reception, no address that only takes applications."""
    drafts: list[_Draft] = []
    loose: list[Card] = []
    for card in find_cards(source):
        if card.names:
            drafts += _people(card, source)
        else:
            loose.append(card)
    drafts += [mine for card in loose if (mine := _signatory(card, source))]
    people = _merged(draft for draft in drafts if draft.phones or draft.email or _is_reachable_in_words(draft))
    _complete(people, source)
    desks = [desk for card in loose if (desk := _desk(card))]
    known = {way for draft in people for way in (*draft.phones, draft.email)}
    people += [desk for desk in _merged(desks) if not people or (desk.role and desk.topics and not known & {*desk.phones, desk.email})]
    _default_topics(people)
    return tuple(_fact(draft, source) for draft in people)


def _people(card: Card, source: Source) -> list[_Draft]:
    """One draft for each person of the card; phones are dealt out in order where there are as many as persons."""
    phones = list(dict.fromkeys(str(phone) for piece in card.pieces for phone in piece.phones))
    emails = list(dict.fromkeys(mail.address for piece in card.pieces for mail in piece.emails))
    linked = _linked(card, source)
    phones, emails = phones or linked[0], emails or linked[1]
    role, hours, topics = role_in(card), _hours(card), _topics(card)
    if role and len(card.names) > 1:
        role = re.sub(r"^(\w+(?:teur|der|ker|der|ger|leider|hoofd|ent|heer))s\b", r"\1", role)
    drafts = []
    for index, name in enumerate(card.names):
        own = [mail for mail in emails if owns(name.name, mail)]
        others = [mail for mail in emails if not any(owns(other.name, mail) for other in card.names if other is not name)]
        dealt = [phones[index]] if len(card.names) > 1 and len(phones) == len(card.names) else phones
        email = next(iter(own or others), None)
        informs = not _session_only(card)
        if _applies_only(card):
            informs, email, topics = False, next(iter(own), None), ("kandidatuur",)
        drafts.append(_Draft(name.name, role, topics, list(dealt), email, hours, list(card.pieces), informs))
    return drafts


def _signatory(card: Card, source: Source) -> _Draft | None:
    """Who signs the message, when the text says 'bel mij' or 'mail me'."""
    text = " ".join(piece.text for piece in card.pieces)
    if not _ME.search(text):
        return None
    lines = [block for block in source.document.blocks if block.kind == "paragraph" and len(block.text) < 120]
    signed = [(index, found) for index, block in enumerate(lines) if (found := find_names(block.text)) and len(found[0].name) > len(block.text) * 0.8]
    sender = next((block for block in lines if block.region == "header" and find_names(block.text)), None)
    if not signed and sender is None:
        return None
    index, name = (signed[-1][0], signed[-1][1][0].name) if signed else (-1, find_names(sender.text)[0].name if sender else "")
    after = lines[index + 1] if 0 <= index < len(lines) - 1 else None
    role = after.text if after and ROLE_WORD.search(after.text) and not find_phones(after.text) and "@" not in after.text else None
    pieces = [*card.pieces, *(piece_of(block.text, block.start, block) for block in lines[index : index + 2] if index >= 0)]
    phones = [str(phone) for piece in card.pieces for phone in piece.phones]
    mails = [mail.address for block in [*card_blocks(card), *([sender] if sender else [])] for mail in find_emails(block.text)]
    own = next((mail for mail in mails if owns(name, mail)), None)
    return _Draft(name, role, _topics(card), list(dict.fromkeys(phones)), own, _hours(card), pieces)


def card_blocks(card: Card) -> list[Block]:
    """The blocks that a card's pieces stand in."""
    return [piece.block for piece in card.pieces]


def _applies_only(card: Card) -> bool:
    """Whether the card is a sentence on where to send an application, that names somebody."""
    text = " ".join(piece.text for piece in card.pieces)
    return len(card.pieces) == 1 and bool(_SENDS.search(text)) and not _ASKS.search(text)


def _session_only(card: Card) -> bool:
    """Whether the card only tells where to sign up for an infosession."""
    block = card.pieces[0].block
    if block.kind == "row" or _CONTACT_SECTION.search(block.section or ""):
        return False
    return any(INFOSESSION.search(" ".join((piece.block.text, piece.block.section or ""))) for piece in card.pieces[:1]) and bool(
        re.search(r"schrij[fv]|aanmeld|aan te melden|in te schr|laat.*weten|bevestig|reserve(?:er|ren)", card.pieces[0].block.text, re.IGNORECASE)
    )


def _hours(card: Card) -> str | None:
    for piece in card.pieces:
        shown = piece.without_finds()
        if span := find_hours(shown):
            return piece.text[span[0] : span[1]]
    return None


def _topics(card: Card) -> tuple[Topic, ...]:
    """Topics that the card names: in its own lines and cells, in what announces it, or in the heading right above."""
    if _session_only(card):
        return ("infosessie",)
    own: list[str] = []
    role = role_in(card)
    for piece in card.pieces:
        shown = piece.without_finds()
        if span := find_hours(shown):
            shown = shown[: span[0]] + " " + shown[span[1] :]
        own.append(shown.replace(role, " ") if role else shown)
    if found := topics_in("\n".join(own)):
        return found
    for piece in reversed(card.lead):
        announces = piece.block.kind != "heading" and not piece.text.rstrip().endswith((".", "!"))
        if announces and (found := topics_in(piece.text)):
            return found
    section = card.pieces[0].block.section if card.pieces[0].block.kind != "heading" else " ".join(card.pieces[0].block.heading[-1:])
    paths = [piece.block.heading for piece in card.pieces if piece.block.kind != "heading"]
    for title in [section or "", *(paths[0][-2:-1] if paths else ())]:
        if _CONTACT_HEADING.search(title) and (found := topics_in(title)):
            return found
    return topics_in(section or "") if section and len(section) < 60 and _alone(card) else ()


def _alone(card: Card) -> bool:
    """Whether the card begins right under its heading."""
    return bool(card.lead) and card.lead[-1].block.kind == "heading"


def _is_reachable_in_words(draft: _Draft) -> bool:
    """A person without number or address counts when a contact section or a request to contact presents them with a role."""
    text = " ".join(piece.text for piece in draft.pieces)
    section = draft.pieces[0].block.section or ""
    return bool(draft.role) and bool(_CONTACT_SECTION.search(section)) and not _APPLIES.search(text)


def _merged(drafts: Iterable[_Draft]) -> list[_Draft]:
    """Drafts of the same person together; what a contact section says goes before what a passing mention says."""
    people: list[_Draft] = []
    for draft in sorted(drafts, key=lambda draft: (not draft.informs, " " not in (draft.name or ""))):
        known = next((one for one in people if _same(one, draft)), None)
        if known is None:
            people.append(draft)
            continue
        known.role = known.role or draft.role
        known.hours = known.hours or draft.hours
        known.email = known.email or draft.email
        added = draft.topics if draft.informs or not known.topics else tuple({"infosessie"} & set(draft.topics))
        known.topics = tuple(topic for topic in _ORDER if topic in known.topics or topic in added)
        known.phones += [phone for phone in draft.phones if phone not in known.phones and (draft.informs or not known.phones)]
        known.pieces += [piece for piece in draft.pieces if piece not in known.pieces]
    return sorted(people, key=lambda draft: (not draft.informs, draft.pieces[0].start))


def _same(one: _Draft, other: _Draft) -> bool:
    if one.name and other.name:
        first = " " not in other.name and one.name.split()[0].casefold() == other.name.casefold()
        return first or same_person(one.name, other.name)
    return bool(set(one.phones) & set(other.phones)) or bool(one.email and one.email == other.email)


def _complete(people: Sequence[_Draft], source: Source) -> None:
    """Personal numbers and addresses elsewhere: an own e-mail address that the card lacks, and who takes sign-ups for an infosession."""
    for block in source.main:
        session = INFOSESSION.search(f"{block.section or ''}\n{block.text}") is not None
        mails = find_emails(block.text)
        for draft in people:
            if not draft.name:
                continue
            personal = [mail.address for mail in mails if owns(draft.name, mail.address)]
            if personal and not draft.email:
                draft.email = personal[0]
            if not draft.role and not find_phones(block.text):
                draft.role = _role_elsewhere(draft.name, block)
            if session and personal and "infosessie" not in draft.topics:
                draft.topics = tuple(topic for topic in _ORDER if topic in (*draft.topics, "infosessie"))


def _role_elsewhere(name: str, block: Block) -> str | None:
    """The role that a passing mention gives ('de hoofdverpleegkundige, Griet Van Hove')."""
    place = block.text.find(name)
    if place < 0 or block.kind == "heading":
        return None
    piece = piece_of(block.text, block.start, block)
    place = piece.text.find(name)
    return role_after(piece, place + len(name)) or role_before(piece, len(piece.text[:place].rstrip(" ,")))


def _linked(card: Card, source: Source) -> tuple[list[str], list[str]]:
    """Numbers and addresses that only the targets of links give ('E-mail Sofie')."""
    targets = [link.target for piece in card.pieces for link in source.document.links_in(piece.start, piece.end)]
    phones = [str(phone) for target in targets if target.startswith("tel:") for phone in find_phones(target[4:])]
    return phones, [mail.address for target in targets if target.startswith("mailto:") for mail in find_emails(target[7:].split("?")[0])]


def _desk(card: Card) -> _Draft | None:
    """A desk that answers questions; None for a reception, an address for applications only, or another's number."""
    lead = " ".join(piece.text for piece in card.lead)
    block_text = card.pieces[0].block.text
    text = " ".join(piece.text for piece in card.pieces)
    section = card.pieces[0].block.section or ""
    if (
        _GENERAL_DESK.search(text)
        or re.search("feedback|uitslag|resultaat", f"{section} {text}", re.IGNORECASE)
        or INFOSESSION.search(f"{section} {block_text}")
    ):
        return None
    asks = bool(_ASKS.search(text) or _ASKS.search(lead) or (_ASKS.search(section) and not _APPLIES.search(text)))
    if not asks or (_APPLIES.search(text) and not _ASKS.search(text)):
        return None
    phones = list(dict.fromkeys(str(phone) for piece in card.pieces for phone in piece.phones))
    emails = [mail.address for piece in card.pieces for mail in piece.emails]
    desk = _DESK.search(" ".join(piece.without_finds() for piece in card.pieces))
    topics = topics_in(lead + " " + " ".join(piece.without_finds() for piece in card.pieces).replace(desk.group() if desk else "\1", " "))
    return _Draft(None, desk.group() if desk else None, topics, phones, emails[0] if emails else None, _hours(card), list(card.pieces))


def _default_topics(people: Sequence[_Draft]) -> None:
    """Topics where the bundle names none: a recruiter for the procedure, else general questions."""
    procedure = {"selectieprocedure", "kandidatuur"}
    for draft in people:
        if draft.topics:
            continue
        others = [other for other in people if other is not draft and other.topics]
        stands_in = next((other for other in others if _takes_over(draft, other)), None)
        if stands_in is not None:
            draft.topics = stands_in.topics
            continue
        if (
            any(procedure & set(other.topics) for other in others)
            and not is_hr(draft.role)
            and any(_OVER.match(piece.text) for piece in draft.pieces)
        ):
            # What is left for somebody who isn't asked about the procedure is the work.
            draft.topics = ("functie",)
            continue
        elsewhere = any("functie" in other.topics for other in people if other is not draft)
        if elsewhere and is_hr(draft.role):
            draft.topics = ("selectieprocedure", "kandidatuur")
        else:
            draft.topics = (*topics_of_role(draft.role), "algemeen")


def _takes_over(draft: _Draft, other: _Draft) -> bool:
    """Whether somebody replaces the person told before: "Vanaf februari neemt Senne (0491 ...) haar lijn over"."""
    return draft.pieces[0].block is other.pieces[0].block and any(_REPLACES.search(piece.text) for piece in draft.pieces)


def _fact(draft: _Draft, source: Source) -> Fact[Contact]:
    citations = tuple(source.cite(piece.start, piece.end) for piece in draft.pieces if piece.text)
    contact = Contact(draft.name, draft.role, draft.topics, tuple(draft.phones), draft.email, draft.hours)
    return Fact(contact, citations, confidence=0.95 if draft.name and draft.informs else 0.6)
