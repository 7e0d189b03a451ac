"""A question about one vacancy: from its facts, else from its passages, else honestly not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.answers import application, background, conditions, contacts, infosessions, past_dates, selection, tasks, terms, topic_sentences
from actions.answers.base import Answer, Ask, Handler, anchors_of, join, quoted, with_its_answer, with_its_lead, with_yes_or_no
from actions.vacancy_choice import alike, fold, mentioned, words
from index.answer_types import held_types
from index.query import missing_terms
from index.results import Quote
from knowledge.catalog import employer_of, title_of
from knowledge.dates import find_moments
from knowledge.model import Citation
from knowledge.phones import find_phones
from knowledge.source import Source

HANDLERS: dict[str, Handler] = {
    "ask_deadline": application.deadline,
    "ask_how_to_apply": application.how_to_apply,
    "ask_documents": application.documents,
    "ask_contact": contacts.answer,
    "ask_infosession": infosessions.answer,
    "ask_diploma": conditions.diploma,
    "ask_foreign_diploma": conditions.diploma,
    "ask_driving_licence": conditions.requirement,
    "ask_criminal_record": conditions.requirement,
    "ask_language": conditions.requirement,
    "ask_experience": conditions.requirement,
    "ask_other_requirements": conditions.requirement,
    "ask_selection": selection.steps,
    "ask_pass_mark": selection.pass_marks,
    "ask_feedback": selection.feedback,
    "ask_salary": terms.salary,
    "ask_seniority": terms.seniority,
    "ask_job_content": tasks.answer,
    "ask_benefits": terms.benefits,
    "ask_leave": terms.benefits,
    "ask_contract": terms.contract,
    "ask_working_hours": terms.hours,
    "ask_start_date": terms.start,
    "ask_workplace": terms.workplace,
    "ask_reserve": terms.reserve,
}

# Words that belong to a topic: an answer on the topic needs not repeat them.
_TOPIC_WORDS: dict[str, re.Pattern[str]] = {
    "ask_deadline": re.compile(r"^(sollicit|kandida|inschrij|deadline|dat|uiterst|uur|eind|laat|termijn|indien|schrij|nog|tijd|postul|apply|limi)"),
    "ask_how_to_apply": re.compile(r"^(sollicit|kandida|inschrij|schrij|indien|bezorg|stur|dien)"),
    "ask_documents": re.compile(r"^(document|papier|sollicit|kandida|bewij|meestur|stur|bijlage|dossier|nodig|bezorg)"),
    "ask_contact": re.compile(
        r"^(contact|bel|tel|nummer|gsm|mail|bereik|spreek|sprek|terecht|vra|info|persoon|iemand|naam|adres|uur|uren|job|functie|werk)"
    ),
    "ask_infosession": re.compile(r"^(info|sessie|moment|avond|door|gaat|plaats|inschrij|schrij|aanmeld|opgev|kijkmoment|opendeur|uur|dat|volg)"),
    "ask_diploma": re.compile(r"^(diplom|nodig|vereis|voorwaard|gevraag|opleid|studie|jaar|niveau|degree|job)"),
    "ask_selection": re.compile(r"^(selecti|procedur|proe|test|stap|verlo|ronde|gesprek|onderde|tel|dat|uur|dag|gaan|door|gepland|doorga)"),
    "ask_pass_mark": re.compile(r"^(punt|haal|hal|slaag|slag|geslaag|minim|procen|score|behaal|behal|nodig|onderde|proe|gedeel)"),
    "ask_feedback": re.compile(r"^(feedback|vra|dat|resulta|uitslag|punt|proe|selecti|procedur|na)"),
    "ask_salary": re.compile(
        r"^(loon|lon|wedd|verdien|bruto|maand|betaal|salar|euro|schaal|vork|minim|maxim|pay|barem|bedra|krijg|jaar|job|functi|full|voltijd|deeltijd|netto|start|index)"
    ),
    "ask_contract": re.compile(r"^(contract|duur|tijd|lang|vast|bepaal|loop|begin|stop|eind|start|aanstel|statut|job|beschik)"),
    "ask_working_hours": re.compile(r"^(uur|uren|week(?!end)|werk|voltijd|deeltijd|job|regim|prestat|full|part)"),
    "ask_start_date": re.compile(r"^(start|begin|dat|job|werk|dienst|indienst|contract|eerst)"),
    "ask_workplace": re.compile(r"^(werk|plaats|plek|adres|locat|stand|bureau|kantoor|job|ergens)"),
    "ask_benefits": re.compile(r"^(voorde|krijg|extra|aanbo|bied|job|hoeveel|waard|bedra|euro)"),
    "ask_leave": re.compile(r"^(verlof|vakant|dag|jaar|cong|holiday|krijg)"),
    "ask_reserve": re.compile(r"^(reserv|wervings|geldig|lang|blij|plaats|lijst|staan)"),
    "ask_driving_licence": re.compile(r"^(rijbew|nodig|job|heb)"),
    "ask_criminal_record": re.compile(r"^(straf|uittrek|oud|recen|nodig|model|extract|record|crimin|document|bewij)"),
    "ask_language": re.compile(r"^(taal|tal|nederl|spre|ken|niveau|nodig)"),
    "ask_experience": re.compile(r"^(ervar|jaar|nodig|werk|verei)"),
}
# Topics whose fact is one thing (a place, a kind of contract): a question on another thing of the topic is not answered by it.
_ONE_THING = frozenset({"ask_workplace", "ask_other_requirements"})
# Answers that list things: what stands beside them in the quoted sentence is not told.
_LISTED = frozenset({"ask_documents"})
_BACK_REFERENCE = re.compile(r"^(?:en|and|et|of|maar)\b|\b(?:dan|daar|daarvoor|daarbij|dat|die|dit|deze|erbij|then|that|ça|alors)\b", re.IGNORECASE)

SURE = 0.4
"""Below this confidence the passages are tried before the facts of the guessed topic."""


def answer_question(ask: Ask, confidence: float = 1.0) -> Answer:
    """The best answer to a question about one vacancy: its own bundle's, else that of its employer's general documents."""
    own = _from_bundle(ask, confidence)
    told = own.outcome == "answered" and not background.refers_on(own) and not _lacks_number(ask, own)
    if not ask.background or (told and (own.sure or not missing_terms(ask.text, _said(own)))):
        return own
    general = background.answer(ask, lambda asked: _from_bundle(asked, confidence))
    if general is None or (own.outcome == "answered" and _lacks_number(ask, general)):
        return own
    return general if not told or _tells_more(ask, general, own) else own


def _tells_more(ask: Ask, general: Answer, own: Answer) -> bool:
    """Whether a general document's answer speaks of more that is asked than the own bundle's; beside a fact, also of all that the fact tells."""
    names = f"{title_of(ask.vacancy)} {employer_of(ask.vacancy)}"
    ours, theirs = (set(missing_terms(ask.text, f"{_said(answer)} {names}")) for answer in (own, general))
    handler = HANDLERS.get(ask.intent)
    return theirs < ours if handler and handler(ask) == own else len(theirs) < len(ours)


def _lacks_number(ask: Ask, answer: Answer) -> bool:
    """Whether how much, how long or how old is asked and nothing that is quoted counts anything."""
    quotes = fold(" ; ".join(_ARTICLE.sub("", citation.quote) for citation in answer.citations))
    return (ask.asks(_AMOUNT) or ask.asks(_DURATION) or ask.asks(_HOW_OLD)) and not _NUMBER.search(quotes)


def _from_bundle(ask: Ask, confidence: float) -> Answer:
    """The best answer from one document, with what it quotes of the past said to be over."""
    return past_dates.told(ask, _from_facts_or_passages(ask, confidence))


def _from_facts_or_passages(ask: Ask, confidence: float) -> Answer:
    """The best answer from one document's facts and passages."""
    handler = HANDLERS.get(ask.intent)
    fact = handler(ask) if handler else None
    if fact is not None and ask.intent in ("ask_benefits", "ask_leave") and _lacks_type(ask, fact.text):
        fact = None
    if fact is not None and ask.intent == "ask_salary" and _asks_of_a_benefit(ask):
        fact = None
    if fact is not None and (named := _on_another_date(ask, fact)):
        return named
    missing = _missing(ask, fact) if fact is not None else ()
    if fact is not None and (fact.sure or (not missing and (confidence >= SURE or _mentions_topic(ask)))):
        return fact
    if confidence < SURE and not _mentions_topic(ask):
        ask_freely = replace(ask, intent="unknown")  # a topic that was only guessed doesn't narrow what may answer
        passage = from_passages(ask) or (from_passages(ask_freely) if fact is None or missing else None)
    else:
        passage = from_passages(ask)
    if passage is None and ask.intent in _LISTED:
        passage = _naming(ask, missing)
    if fact is None:
        return passage or _topic_sentences(ask) or not_in_bundle(ask)
    if passage is not None and (confidence < SURE or _covers_more(ask, passage, missing)):
        return _and_what_to_send(ask, passage, fact)
    if missing and (ask.intent in _ONE_THING or (confidence < SURE and not _mentions_topic(ask))):
        return not_in_bundle(ask if confidence >= SURE else replace(ask, intent="unknown"))
    if ask.intent in ("ask_benefits", "ask_leave") and any(missing_terms(term, ask.document.text) for term in missing):
        return not_in_bundle(ask)  # something that the bundle never mentions
    if ask.intent == "ask_pass_mark" and any(not missing_terms(term, ask.document.text) for term in missing):
        return not_in_bundle(ask)  # the bundle speaks of that test, but tells no mark for it
    return fact


def _naming(ask: Ask, things: tuple[str, ...]) -> Answer | None:
    """The bundle's sentences that name the things which a list leaves out ("een motivatiebrief hoeft niet")."""
    source = Source.of(ask.document)
    named = [item for item in source.sentences if item.block.kind != "heading" and things and not missing_terms(" ".join(things[:1]), item.text)]
    cited = tuple(source.cite_sentence(item) for item in named[:2])
    return Answer(quoted(cited, 300), cited) if cited else None


def _and_what_to_send(ask: Ask, passage: Answer, fact: Answer) -> Answer:
    """After "een motivatiebrief hoeft niet": what must be sent."""
    if ask.intent != "ask_documents" or not _NOT_NEEDED.search(passage.text):
        return passage
    return replace(passage, text=f"{passage.text}\n{fact.text}", citations=(*passage.citations, *fact.citations))


_NOT_NEEDED = re.compile(r"hoeft niet|niet nodig|niet verplicht|hoef je (?:niet|geen)|geen .{0,30}(?:nodig|vereist)")


def _topic_sentences(ask: Ask) -> Answer | None:
    answer = topic_sentences.answer(ask)
    return None if answer is None or _lacks_type(ask, _said(answer)) else answer


def _said(answer: Answer) -> str:
    return " ".join([answer.text, *(citation.quote for citation in answer.citations), *(citation.section or "" for citation in answer.citations)])


def _missing(ask: Ask, answer: Answer) -> tuple[str, ...]:
    """The key words of the question that neither the answer nor the names of the vacancy hold, without those of the topic itself."""
    vacancy = ask.vacancy
    names = " ".join([title_of(vacancy), employer_of(vacancy), vacancy.id.replace("_", " ").replace("-", " ")])
    topic = _TOPIC_WORDS.get(ask.intent)
    told = answer.text if ask.intent in _LISTED else _said(answer)
    missing = missing_terms(ask.text, f"{told} {names}")
    said = set(words(told))
    if ask.intent != "ask_contact":
        said |= {word for fact in vacancy.contacts for word in words(fact.value.name or "")}
    return tuple(
        term
        for term in missing
        if not (topic and topic.search(fold(term)))
        and not mentioned(term, {vacancy.id: vacancy})
        and not any(alike(fold(term), word) for word in said)
    )


def _mentions_topic(ask: Ask) -> bool:
    topic = _TOPIC_WORDS.get(ask.intent)
    return topic is not None and any(topic.search(word) for word in words(ask.text) if len(word) > 3)


def _covers_more(ask: Ask, passage: Answer, missing: tuple[str, ...]) -> bool:
    """Whether the passage tells of what the fact's answer leaves out."""
    left = missing_terms(" ".join(missing), _said(passage))
    return len(left) < len(missing)


def from_passages(ask: Ask, least: float = 0.0) -> Answer | None:
    """The bundle's sentences that answer, quoted; None where the search abstains or is less sure than `least` (0..1).

    What refers back is searched with the question before.
    """
    found = ask.searcher.answer(ask.text, vacancy_ids={ask.vacancy.id}, topic=ask.intent)
    if found.outcome != "answered" and ask.state.question and _BACK_REFERENCE.search(ask.text) and len(missing_terms(ask.text, "")) <= 1:
        found = ask.searcher.answer(f"{ask.state.question} {ask.text}", vacancy_ids={ask.vacancy.id}, topic=ask.intent)
    cited: tuple[Citation, ...] = ()
    quotes = [quote for quote in found.quotes if not _beside_the_question(ask, quote)]
    if found.outcome == "answered" and quotes and found.confidence >= least and _on_topic(ask, quotes):
        literal = (Citation(quote.start, quote.end, quote.text, quote.section, quote.page) for quote in quotes)
        cited = with_yes_or_no(ask, with_its_lead(ask, with_its_answer(ask, literal)))
    if not cited or _lacks_type(ask, " ; ".join(citation.quote for citation in cited)):
        cited = _on_that_date(ask) if ask.intent in _OF_A_MOMENT or ask.asks(_WHAT_HAPPENS) else ()
    if not cited or _lacks_type(ask, " ; ".join(citation.quote for citation in cited)):
        return None
    lines = [application.closed_line(ask)] if ask.intent in ("ask_how_to_apply", "ask_documents", "ask_deadline") else []
    if ask.intent == "ask_infosession":
        lines += infosessions.past_lines(ask)
    if named := _parts_below(ask, cited[0]):
        lines.append(ask.texts("parts", items=join(named)))
    lines.append(quoted(cited, 480 if not named else 260))
    return Answer("\n".join(line for line in lines if line), cited)


_ASKS_A_PERSON = re.compile(
    r"\bwie\b|\bwho\b|\bqui\b|contact|\bbel\w*|\bmail\w*|telefo|\bgsm\b|\bnummer|\bnr\b|bereik|spreken|adres|personeelsdienst|phone|call|email"
)
_EARLIER_CALL = re.compile(r"\b(?:vorige|eerdere|vroegere|laatste) (?:selectie|oproep|procedure|vacature|ronde)|vorig jaar")


def _beside_the_question(ask: Ask, quote: Quote) -> bool:
    """Whether a quote only gives a person's number, or tells of an earlier call, when that isn't asked."""
    if find_phones(quote.text) and not ask.asks(_ASKS_A_PERSON) and ask.intent not in ("ask_contact", "request_person"):
        return True
    return _EARLIER_CALL.search(fold(quote.text)) is not None and ask.intent in ("ask_deadline", "ask_infosession") and not ask.asks(_AGAIN)


_AGAIN = re.compile(r"vorig|vroeger|eerder|opnieuw|toen|destijds|previous|again|last (?:year|time)")


_WHICH = re.compile(r"\b(?:welke|wat zijn|what are|which|quelles?|quels?|hoeveel)\b")


def _parts_below(ask: Ask, citation: Citation) -> list[str]:
    """The titles of the parts below the heading that a quote stands under, when the question asks to name them ("wat zijn de waarden?")."""
    block = ask.document.block_at(citation.start)
    if block is None or not block.heading or not ask.asks(_WHICH):
        return []
    path = block.heading
    titles = [other.text for other in ask.document.blocks if other.kind == "heading" and other.heading == path and other.start > block.start]
    return titles[:8] if 2 <= len(titles) <= 12 and all(len(title) < 40 for title in titles) else []


def _days(ask: Ask, text: str) -> set[tuple[int, int]]:
    return {(found.moment.date.month, found.moment.date.day) for found in find_moments(text, reference=ask.now.date(), anchors=anchors_of(ask))}


def _on_that_date(ask: Ask) -> tuple[Citation, ...]:
    """The sentences about the date that a question names ("wat gebeurt er op 4 januari?", "kan ik nog naar de koffie van 7 november?").

    Where registering is asked, what the same part of the bundle tells of that comes with it.
    """
    asked = _days(ask, ask.text)
    if not asked:
        return ()
    source = Source.of(ask.document)
    hits = [sentence for sentence in source.sentences if asked & _days(ask, sentence.text)][:3]
    if hits and ask.asks(_REGISTERS):
        part = hits[0].block.heading
        hits += [item for item in source.sentences if item.block.heading == part and _REGISTERS.search(fold(item.text)) and item not in hits][:2]
    return tuple(source.cite(hit.block.start, hit.block.end) if hit.block.kind == "row" else source.cite_sentence(hit) for hit in hits)


_REGISTERS = re.compile(r"inschrijv|schrijf|aanmeld|opgev|reserve(?:er|ren)|registr|register|sign up|inscri")


def _on_another_date(ask: Ask, fact: Answer) -> Answer | None:
    """What the bundle tells of the date that the question names, where the fact of the topic doesn't hold that date."""
    asked = _days(ask, ask.text)
    # What became of a session of that date (moved, cancelled) the fact itself tells.
    if not asked or ask.intent not in _OF_A_MOMENT - {"ask_infosession"} or asked & _days(ask, _said(fact)):
        return None
    cited = _on_that_date(ask)
    return Answer(quoted(cited, 480), cited) if cited else None


_WHAT_HAPPENS = re.compile(r"\bwat\b.*(?:gebeurt|is er|staat|doen|gepland|moet)|what happens|what is|que se passe|qu'est-ce")
_OF_A_MOMENT = frozenset("ask_deadline ask_infosession ask_selection ask_start_date ask_working_hours ask_workplace unknown out_of_scope".split())


# What a passage on a topic holds in any wording; a passage without it is about something else, however alike it looks.
_ON_TOPIC: dict[str, re.Pattern[str]] = {
    "ask_deadline": re.compile(r"sollicit|kandida|inschrij|indien|bezorg"),
    "ask_feedback": re.compile(
        r"(?:feedback|toelicht|motiver|terugkoppel).{0,120}(?:resultaat|selectie|proef|uitslag|punten|aanvra|gevraagd|kandida)"
        r"|(?:resultaat|selectie|proef|uitslag|punten).{0,120}(?:feedback|toelicht|motiver)|inzage|inkijk"
    ),
    "ask_how_to_apply": re.compile(
        r"sollicit\w*.{0,80}(?:via|per\b|online|formulier|mail|brief|@)|(?:stuur|bezorg|mail|dien)\w*.{0,80}(?:\bcv\b|kandidatuur|brief|sollicit|@)"
        r"|inschrij|kandidatuur.{0,60}(?:indien|ingediend|bezorg|stuur|via)|kandidaturen.{0,60}(?:via|per\b|naar|aan)"
    ),
    "ask_result": re.compile(
        r"uitslag|resultaat|resultaten|hoor\b|bericht|verwittig|laten weten|op de hoogte|deel.{0,12} mee|meegedeeld"
        r"|weet .{0,20}geslaagd|geslaagd .{0,20}weet|krijg .{0,30}punten"
    ),
    "ask_foreign_diploma": re.compile(r"buitenland|naric|gelijkwaardig|gelijkgesteld|gelijkstell|erken|vertaling|ander land"),
    "ask_infosession": re.compile(r"info|sessie|kijk|deur|rondleid|bezoek|kennismak|webinar|toelicht|koffie|babbel|moment|avond|langskom|welkom"),
    "ask_salary": re.compile(r"loon|wedde|barema|schaal|bruto|euro|€|salaris|verlon|verdien|bezoldig"),
    "ask_jury": re.compile(r"bestaat uit|leden|voorzitter|samengesteld|zetel|deskundigen?\b|zit(?:ten)? in|jury van|jury met"),
    "ask_adjustments": re.compile(r"aanpass|extra tijd|beperking|handicap|dyslexie|leerstoornis"),
    "reschedule_test": re.compile(r"ander|zelfde dag|verplaats|uitstel|afwezig|aanwezig|inhaal|verhinderd|kan niet"),
    "ask_telework": re.compile(r"telewerk|thuis|afstand|hybride"),
    "ask_pass_mark": re.compile(r"punt|%|procent|geslaagd|slaag|minim|helft|geschikt"),
}
# Things that a bundle either names or doesn't: a passage that doesn't name them is no answer.
_ASPECTS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked), re.compile(told))
    for asked, told in (
        (r"medisch|medical|arts\b", r"medisch|arts|gezond|geschikt"),
        (r"leeftijd|hoe oud|age\b", r"leeftijd|jaar|18|21"),
        (r"\b(?:minstens|minimum|minimaal|ten minste|at least|au moins)\b", r"minst|minim|minder dan|vanaf|nodig|drempel|\d ?(?:/|op) ?\d"),
        (r"nationaliteit|nationalit", r"nationaliteit|belg|burger"),
        (r"telewerk|thuiswerk|van thuis|telework|from home|teletravail", r"telewerk|thuis|afstand|hybride"),
        (r"parking|parkeer|parkeren|stationnement", r"park"),
        (r"bedrijfswagen|firmawagen|company car", r"wagen|auto"),
        (r"\bgsm\b|smartphone|telefoon van", r"gsm|smartphone|telefoon|toestel"),
        (r"meebreng|meenem|mee te brengen|bring\b|apporter", r"\bmee\b|meebreng|meenem"),
        (r"totaal|in total|au total", r"totaal|geheel|samen|globaal|gemiddeld"),
        (r"uitslag|resultaat|resultat|result\b", r"uitslag|resultaat|resultaten|hoor|bericht|verwittig|laten weten|hoogte|meegedeeld|antwoord"),
    )
)
_TIMED = re.compile(r"\d|week|weken|maand|dagen|dag\b|jaar|onmiddellijk|meteen|zo snel")
_WHEN = re.compile(r"\b(?:wanneer|wnr|vanaf|tot wanneer|uiterste|deadline|when|until|quand|date|datum|hoe laat|hoe lang)\b")


def _on_topic(ask: Ask, quotes: Sequence[Quote]) -> bool:
    """Whether the quotes speak of what is asked: the topic's words, and a time where the question asks when."""
    said = " ".join(_with_its_question(quote) for quote in quotes)
    topic = _ON_TOPIC.get(ask.intent)
    if topic is not None and not topic.search(said):
        return False
    if ask.intent == "ask_deadline" and _EARLIER.search(said):
        return False
    if any(ask.asks(asked) and not told.search(said) for asked, told in _ASPECTS):
        return False
    if topic is not None and ask.asks(_WHEN):
        feedback = _ON_TOPIC["ask_feedback"]
        texts = [_with_its_question(quote) for quote in quotes if ask.intent != "ask_result" or not feedback.search(fold(quote.text))]
        return any(topic.search(text) and _TIMED.search(text) for text in texts)
    return True


def _with_its_question(quote: Quote) -> str:
    """A quote, folded, with the heading that it answers where that is a question ('Wanneer weet ik of ik geslaagd ben?')."""
    asked = quote.section if quote.section and quote.section.rstrip().endswith("?") else ""
    return fold(f"{asked} {quote.text}")


_AMOUNT = re.compile(
    r"\bhoeveel\b(?! (?:stappen|proeven|keer))|bedrag|hoe hoog|how much\b(?! time)|how many|combien\b(?! de temps)|waard\b|per (?:km|kilometer)\b"
)
_NUMBER = re.compile(
    r"\d|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|veertien|vijftien|twintig|dertig|half|volledig\w*|gratis|helft|kosteloos"
    r"|dubbel)\b"
)
_DURATION = re.compile(r"hoe ?lang|hoeveel (?:tijd|minuten)|duurt|how long|how much time|combien de temps")
_HOW_OLD = re.compile(r"hoe (?:oud|recent|lang geleden|vers)|how (?:old|recent)|ouder dan|maximum leeftijd")
_ARTICLE = re.compile(r"\(?\bart(?:\.|ikel)?\s*\d[^\s)]*\)?|\bmodel \d\S*", re.IGNORECASE)
_MONEY = re.compile(r"€|euro|\d{3,}|\d[.,]\d{2}")
_SPAN = re.compile(
    r"(?:\d+|een|half|anderhalf|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|vijftien|twintig|dertig|veertig|vijfenveertig|zestig"
    r"|achttien)\s*(?:min|uur|uren|kwartier|dag|week|weken|maand|jaar|')"
    r"|halfuur|kwartier|onbepaald|\d+'"
)
_HOUR = re.compile(r"welk uur|hoe laat|hoeveel uur begin|what time|quelle heure")
_CLOCK = re.compile(r"\d{1,2}\s*(?:u\b|u\d|uur|h\b|[.:]\d{2})")
_EARLIER = re.compile(r"eerdere|vorige|vroegere|eerste oproep")


_PLACE = re.compile(
    r"\b(?:in |op )?welke? (?:lokaal|zaal|gebouw|plaats|locatie|adres|verdieping)\b|\bwaar (?:gaat|gaan|vind|vindt|vinden|is|heeft|worden|wordt)\b"
    r"|which room|\bwhere (?:is|are|will|does)\b|\bou (?:se|a lieu|aura)\b"
)
_NAMES = re.compile(r"\bhoe (?:heet|heten)\b|\bnamen van\b|\bnaam van\b|what (?:is|are) the names?|comment s.appelle")
_PERSON_NAME = re.compile(r"\b[A-ZÀ-Ý][\w'’-]+ (?:(?:[Dd]e|[Vv]an|[Dd]en|[Dd]er|El|el) ){0,2}[A-ZÀ-Ý][\w'’-]+")
# A clause that goes on about the one before: "…, daarvoor krijg je 145 euro".
_CLAUSES = re.compile(r"[;\n|]|,(?! *(?:daarvoor|hiervoor|waarvoor|waarvan|dat is|die))|\ben\b|\.\s")


def _lacks_type(ask: Ask, said: str) -> bool:
    """Whether the question asks for a duration, an hour, an amount, a place or a name, and what is said tells none of what it names.

    "Een fietsvergoeding" is no answer to "hoeveel per km?", nor is "maaltijdcheques van 7 euro en een fietsvergoeding".
    """
    if ask.asks(_NAMES):
        return not _PERSON_NAME.search(said)
    folded = fold(re.sub(r"(\d)\s?['’](?!\w)", r"\1 min", said))
    wanted = _MONEY if ask.intent == "ask_salary" else _PAID if ask.asks(_WORTH) and ask.intent != "ask_leave" else _NUMBER
    if ask.asks(_DURATION):
        wanted = _SPAN
    elif ask.asks(_HOUR):
        wanted = _CLOCK
    elif ask.asks(_PLACE) and ask.intent in _HELD_SOMEWHERE:
        return "place" not in held_types(said) and not re.search(r"\b(?:zaal|lokaal|gebouw|verdieping|kamer)\b", folded)
    elif not ask.asks(_AMOUNT):
        return False
    if not wanted.search(folded):
        return True
    for number in re.findall(r"\d+", ask.text):  # a number of the question itself is no answer to it
        folded = re.sub(rf"(?<!\d){number}(?!\d)", " ", folded)
    clauses = [clause for clause in _CLAUSES.split(folded) if clause.strip()]
    asked = missing_terms(ask.text, "")
    shared = [len(asked) - len(missing_terms(ask.text, clause)) for clause in clauses]
    most = max(shared, default=0)
    if most == 0:
        return bool(asked)
    return not any(wanted.search(clause) for clause, count in zip(clauses, shared, strict=True) if count == most)


_WORTH = re.compile(r"\bhoeveel (?:krijg|verdien|betaal|kost|schuift)|how much (?:do i get|extra)|combien (?:gagne|recoit)")
_PAID = re.compile(r"€|euro|%|procent|\d{3,}|\d[.,]\d{2}|gratis")
_HELD_SOMEWHERE = frozenset({"ask_selection", "ask_pass_mark", "ask_infosession", "unknown"})


def _asks_of_a_benefit(ask: Ask) -> bool:
    return (
        re.search(
            r"wie betaalt|betaal\w* .*terug|terugbeta|kosten|vergoeding|premie|toelage|cheque|toeslag|korting"
            r"|bijdrage|terugbetal|allowance|bonus|voucher|premium"
            r"|prime|indemnite"
            r"|reimburs|rembours",
            ask.folded,
        )
        is not None
    )


def not_in_bundle(ask: Ask) -> Answer:
    """'Dat staat niet in de infobundel', with the person who knows, or without where the bundle names nobody."""
    if ask.intent in ("ask_infosession", "signup_infosession") and not ask.vacancy.infosessions:
        line = ask.texts("session_none")
    elif ask.intent == "ask_deadline":
        line = ask.texts("deadline_none")
    else:
        line = ask.texts("not_in_bundle")
    who, contact = contacts.referral(ask.vacancy, ask.intent, ask.text)
    if not who:
        return Answer(line, (), outcome="not_in_bundle")
    cited = contact.citations if contact else ()
    return Answer(f"{line} {ask.texts('ask_person', who=who)}", cited, outcome="not_in_bundle", contact=contact.value.name if contact else None)
