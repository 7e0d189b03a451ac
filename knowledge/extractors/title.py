"""The title of the function: candidates from page title, headings, labels and sentences, weighed against each other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.extractors.job_nouns import JOB_NOUN, names_a_doer
from knowledge.extractors.job_titles import GENDER_MARK, SEEKS, singular, title_after, title_spans
from knowledge.extractors.people import find_emails
from knowledge.model import Fact
from knowledge.source import Source

_LABEL = re.compile(
    r"^(?:formele )?(?:functie(?:benaming|titel)?|vacature|betrekking|betreft|onderwerp|job(?:titel)?|titel|ambt"
    r"|naam van de functie)\s*$",
    re.IGNORECASE,
)
_AS = re.compile(r"\b(?:als|in het ambt van|(?:de|een) functie van|de (?:taak|rol) van|betrekking van)\s+(?=[a-zà-ÿA-Z])", re.IGNORECASE)
_VACANCY_WORD = re.compile(r"vacature|infobundel|informatiebundel|selectie|aanwerving|zoek|gezocht|werft", re.IGNORECASE)
# 'Wij zoeken voor het zwembad een', 'Stad Kiel werft aan:', 'VACATURE': the title is the next line.
_LEADS_IN = re.compile(
    r"(?:\bzoek(?:t|en)?|\bwerft\s+aan|\bgezocht|\bfunctie(?:\s+van)?|\b(?:een|twee|drie|als|voor|van)|aanwerving(?:\s+van)?)\W*$", re.IGNORECASE
)
_CALL_ONLY = re.compile(
    r"^\W*(?:vacature(?:bericht)?|oproep(?:\s+tot\s+kandidaten)?"
    r"|infobundel|infofiche|functieprofiel|bericht\s+van\s+vacature)\W*(?:nr\.?\s*)?[\d/ -]*$",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(r"(?:ervaring|verleden|diploma|gewerkt|jaar|loopbaan|erkend|erkenning|geregistreerd|visum)\b[^.]{0,20}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A reading of the title with its weight; `start` is None when it doesn't stand in the text (page title, JSON-LD)."""

    text: str
    weight: float
    start: int | None
    end: int | None


# The weight that what is found must have to be the title of a job.
_FLOOR = 3.5


def extract_title(source: Source, *, floor: float = _FLOOR) -> Fact[str] | None:
    """The function's title without (m/v/x), grade or employer; a plural ('twee redders') is given in the singular.

    A lower `floor` gives the best line of a text that is a vacancy by everything else, also one that no list of job names has.
    """
    candidates = list(_candidates(source))
    whole = source.document.text.casefold()
    best: tuple[float, _Candidate] | None = None
    for candidate in candidates:
        key = _key(candidate.text)
        score = sum(other.weight for other in candidates if key == _key(other.text) or key.startswith(f"{_key(other.text)} "))
        score += min(3, len(re.findall(rf"(?<!\w){re.escape(key)}", whole))) / 2
        score += 2 if JOB_NOUN.search(candidate.text) else -0.5 if names_a_doer(candidate.text) else -3
        score -= 0.1 * max(0, len(candidate.text.split()) - 5)
        if candidate.start is not None and (best is None or score > best[0] + 0.01):
            best = (score, candidate)
    if best is None or best[0] < floor:
        return None
    chosen = best[1]
    if chosen.start is None or chosen.end is None:
        return None
    start, end = _without_contact(source.document.text, chosen.start, chosen.end)
    printed = source.document.text[start:end]
    shown = singular(_lowered(printed))
    return Fact(shown, (source.cite(start, end),), confidence=min(0.98, 0.5 + best[0] / 20), derived=shown.casefold() != printed.casefold())


_PHONE = re.compile(r"\s+(?:tel\.?\s*)?\+?\(?\d[\d\s/().-]{6,}$", re.IGNORECASE)
_PERSON = re.compile(r"[A-ZÀ-Ý][\w'’-]+(?:\s(?:[Vv]an|[Dd]en?|[Dd]er|[Vv]er|[Tt]e))*(?:\s[A-ZÀ-Ý][\w'’-]+)\s+(?=\S)")


def _without_contact(text: str, start: int, end: int) -> tuple[int, int]:
    """A title without the person and the number beside it, where two columns were read as one line.

    The words are a person's when an e-mail address in the document has them before its @.
    """
    if phone := _PHONE.search(text, start, end):
        end = phone.start()
    person = _PERSON.match(text, start, end)
    if person and JOB_NOUN.search(text, person.end(), end):
        first, *rest = _plain(person.group()).split()
        if any({first, "".join(rest)} <= set(owner) or "".join((first, *rest)) == "".join(owner) for owner in _mailboxes(text)):
            start = person.end()
    return start, end


def _mailboxes(text: str) -> Iterator[list[str]]:
    for email in find_emails(text):
        yield re.split(r"[._-]+", email.address.split("@")[0])


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in folded if char.isalnum() or char.isspace()).strip()


def _key(text: str) -> str:
    return singular(re.sub(r"\s+", " ", text).casefold())


def _lowered(text: str) -> str:
    """Shouted titles in small letters; others as they are."""
    if text.isupper():
        return text.lower()
    words = [word.lower() if word.isupper() and len(word) > 4 else word for word in text.split(" ")]
    return " ".join(words)


def _candidates(source: Source) -> Iterator[_Candidate]:
    text = source.document.text
    for posting in _postings(source):
        yield from _located(source, str(posting.get("title") or ""), 5)
    for start, end in title_spans(str(source.document.metadata.get("title") or "")):
        yield from _located(source, str(source.document.metadata["title"])[start:end], 2.5)
    first_heading = True
    for index, block in enumerate(source.main):
        before = source.main[index - 1].text if index else ""
        if index < 10 and len(block.text) < 90 and _names_a_job(block.text) and (_LEADS_IN.search(before) or _CALL_ONLY.match(before)):
            for start, end in title_spans(block.text)[:1]:
                yield _Candidate(block.text[start:end], 4, block.start + start, block.start + end)
        if block.kind == "heading" and (block.level <= 1 or index < 8):
            bonus = 3.0 if first_heading else 1.0
            bonus += 2 if GENDER_MARK.search(block.text) else 0
            bonus += 1 if _VACANCY_WORD.search(block.text) else 0
            first_heading = first_heading and not JOB_NOUN.search(block.text)
            for start, end in title_spans(block.text):
                yield _Candidate(block.text[start:end], bonus, block.start + start, block.start + end)
        elif block.kind == "row" and len(block.cells) == 2 and (_LABEL.match(block.cells[0]) or (index < 8 and SEEKS.search(f"{block.cells[0]}:"))):
            offset = block.end - len(block.cells[1])
            for start, end in title_spans(block.cells[1]):
                yield _Candidate(block.cells[1][start:end], 6, offset + start, offset + end)
        elif index < 5 and len(block.text) < 90 and not block.text.rstrip().endswith(".") and _names_a_job(block.text):
            for start, end in title_spans(block.text):
                yield _Candidate(block.text[start:end], 2.5, block.start + start, block.start + end)
        elif index < 15 or GENDER_MARK.search(block.text):
            yield from _in_sentence(block.text, block.start, early=index < 15)
    for match in _AS.finditer(text):
        line_end = text.find("\n", match.end())
        span = title_after(text[: line_end if line_end >= 0 else len(text)], match.end())
        if span and JOB_NOUN.search(text[span[0] : span[1]]) and not _EXPERIENCE.search(text[max(0, match.start() - 40) : match.start()]):
            noun = JOB_NOUN.search(text, span[0], span[1])
            end = noun.end() if noun else span[1]
            yield _Candidate(text[span[0] : end], 0.5, span[0], end)


def _names_a_job(line: str) -> bool:
    return bool(JOB_NOUN.search(line)) or (names_a_doer(line) and line.count(" ") < 6)


def _in_sentence(text: str, offset: int, *, early: bool) -> Iterator[_Candidate]:
    for verb in SEEKS.finditer(text):
        span = title_after(text, verb.end())
        if span and span[1] - span[0] < 60 and JOB_NOUN.search(text[span[0] : span[1]]):
            yield _Candidate(text[span[0] : span[1]], 2.5 if early else 1.0, offset + span[0], offset + span[1])
    mark = GENDER_MARK.search(text)
    if mark:
        for start, end in title_spans(text[: mark.start()])[-1:]:
            if end - start < 60:
                yield _Candidate(text[start:end], 3 if early else 1.0, offset + start, offset + end)


def _postings(source: Source) -> list[dict[str, object]]:
    found = source.document.metadata.get("json_ld")
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _located(source: Source, title: str, weight: float) -> Iterator[_Candidate]:
    """A title from outside the text, at the place in the text where it stands; without a place it only adds weight."""
    for start, end in title_spans(title) or []:
        shown = title[start:end]
        place = re.search(re.escape(shown), source.document.text, re.IGNORECASE)
        yield _Candidate(shown, weight, place.start() if place else None, place.end() if place else None)
