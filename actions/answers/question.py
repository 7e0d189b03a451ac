"""A question about one vacancy: from its facts, else from its passages, else honestly not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.answers import application, background, conditions, contacts, infosessions, selection, tasks, terms, topic_sentences
from actions.answers.base import Answer, Ask, Handler, anchors_of, join, quoted, with_its_answer
from actions.vacancy_choice import alike, fold, mentioned, words
from index.query import missing_terms
from index.results import Quote
from knowledge.catalog import employer_of, passed, title_of
from knowledge.dates import find_moments
from knowledge.model import Citation
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
_BACK_REFERENCE = re.compile(r"^(?:en|and|et|of|maar)\b|\b(?:dan|daar|daarvoor|daarbij|dat|die|dit|deze|erbij|then|that|ça|alors)\b", re.IGNORECASE)
_PAST_BY_ITSELF = re.compile(r"(?:vanaf|sinds|van|na|since|from)\s*$", re.IGNORECASE)

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
    """The best answer from one document's facts and passages."""
    handler = HANDLERS.get(ask.intent)
    fact = handler(ask) if handler else None
    if fact is not None and ask.intent in ("ask_benefits", "ask_leave") and _lacks_type(ask, fact.text):
        fact = None
    if fact is not None and ask.intent == "ask_salary" and _asks_of_a_benefit(ask):
        fact = None
    missing = _missing(ask, fact) if fact is not None else ()
    if fact is not None and (fact.sure or (not missing and (confidence >= SURE or _mentions_topic(ask)))):
        return fact
    passage = from_passages(ask)
    if fact is None:
        return passage or _topic_sentences(ask) or not_in_bundle(ask)
    if passage is not None and (confidence < SURE or _covers_more(ask, passage, missing)):
        return passage
    if ask.intent in _ONE_THING and missing:
        return not_in_bundle(ask)
    if ask.intent in ("ask_benefits", "ask_leave") and any(missing_terms(term, ask.document.text) for term in missing):
        return not_in_bundle(ask)  # something that the bundle never mentions
    if ask.intent == "ask_pass_mark" and any(not missing_terms(term, ask.document.text) for term in missing):
        return not_in_bundle(ask)  # the bundle speaks of that test, but tells no mark for it
    return fact


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
    missing = missing_terms(ask.text, f"{_said(answer)} {names}")
    said = set(words(_said(answer)))
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
    if found.outcome == "answered" and found.confidence >= least and _on_topic(ask, found.quotes):
        cited = with_its_answer(ask, (Citation(quote.start, quote.end, quote.text, quote.section, quote.page) for quote in found.quotes))
    if not cited or _lacks_type(ask, " ; ".join(citation.quote for citation in cited)):
        cited = _on_that_date(ask)
    if not cited:
        return None
    lines = [application.closed_line(ask)] if ask.intent in ("ask_how_to_apply", "ask_documents", "ask_deadline") else []
    if ask.intent == "ask_infosession":
        lines += infosessions.past_lines(ask)
    if named := _parts_below(ask, cited[0]):
        lines.append(ask.texts("parts", items=join(named)))
    lines.append(quoted(cited, 480 if not named else 260))
    if ask.intent != "ask_infosession" and _is_past(ask, cited):
        lines.append(ask.texts("passage_past"))
    return Answer("\n".join(line for line in lines if line), cited)


_WHICH = re.compile(r"\b(?:welke|wat zijn|what are|which|quelles?|quels?|hoeveel)\b")


def _parts_below(ask: Ask, citation: Citation) -> list[str]:
    """The titles of the parts below the heading that a quote stands under, when the question asks to name them ("wat zijn de waarden?")."""
    block = ask.document.block_at(citation.start)
    if block is None or not block.heading or not ask.asks(_WHICH):
        return []
    path = block.heading
    titles = [other.text for other in ask.document.blocks if other.kind == "heading" and other.heading == path and other.start > block.start]
    return titles[:8] if 2 <= len(titles) <= 12 and all(len(title) < 40 for title in titles) else []


def _on_that_date(ask: Ask) -> tuple[Citation, ...]:
    """The sentences about the date that a question names ("wat gebeurt er op 4 januari?")."""
    asked = {(found.moment.date.month, found.moment.date.day) for found in find_moments(ask.text, reference=ask.now.date(), anchors=anchors_of(ask))}
    if not asked or not ask.asks(_WHAT_HAPPENS):
        return ()
    source = Source.of(ask.document)
    hits = [
        sentence
        for sentence in source.sentences
        if any(
            (found.moment.date.month, found.moment.date.day) in asked
            for found in find_moments(sentence.text, reference=ask.now.date(), anchors=anchors_of(ask))
        )
    ]
    return tuple(source.cite(hit.block.start, hit.block.end) if hit.block.kind == "row" else source.cite_sentence(hit) for hit in hits[:3])


_WHAT_HAPPENS = re.compile(r"\bwat\b.*(?:gebeurt|is er|staat|doen|gepland|moet)|what happens|what is|que se passe|qu'est-ce")


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
    "ask_infosession": re.compile(r"info|sessie|kijk|deur|rondleid|bezoek|kennismak|webinar|toelicht"),
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


def _lacks_type(ask: Ask, said: str) -> bool:
    """Whether the question asks for a duration, an hour or an amount, and what is said tells none of what it names.

    "Een fietsvergoeding" is no answer to "hoeveel per km?", nor is "maaltijdcheques van 7 euro en een fietsvergoeding".
    """
    folded = fold(re.sub(r"(\d)\s?['’](?!\w)", r"\1 min", said))
    wanted = _MONEY if ask.intent == "ask_salary" else _NUMBER
    if ask.asks(_DURATION):
        wanted = _SPAN
    elif ask.asks(_HOUR):
        wanted = _CLOCK
    elif not ask.asks(_AMOUNT):
        return False
    if not wanted.search(folded):
        return True
    clauses = [clause for clause in re.split(r"[;,\n|]|\ben\b|\.\s", folded) if clause.strip()]
    asked = missing_terms(ask.text, "")
    shared = [len(asked) - len(missing_terms(ask.text, clause)) for clause in clauses]
    most = max(shared, default=0)
    if most == 0:
        return bool(asked)
    return not any(wanted.search(clause) for clause, count in zip(clauses, shared, strict=True) if count == most)


def _asks_of_a_benefit(ask: Ask) -> bool:
    return (
        re.search(
            r"vergoeding|premie|toelage|cheque|toeslag|korting|bijdrage|terugbetal|allowance|bonus|voucher|premium|prime|indemnite"
            r"|reimburs|rembours",
            ask.folded,
        )
        is not None
    )


def _is_past(ask: Ask, cited: tuple[Citation, ...]) -> bool:
    """Whether the first quote tells of a moment and every moment in it has passed ("vanaf" dates begin something and don't count)."""
    quote = cited[0].quote
    moments = [
        found.moment for found in find_moments(quote, reference=None, anchors=anchors_of(ask)) if not _PAST_BY_ITSELF.search(quote[: found.start])
    ]
    return bool(moments) and all(passed(moment.end_date or moment.date, moment.time, ask.now) for moment in moments)


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
