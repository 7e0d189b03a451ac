"""What a question asks about: its key terms in Dutch, whatever the candidate's spelling or language."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from index.language import stopwords
from index.language.concepts import concepts, longest_phrase
from index.language.dialect import joined_verbs, standard
from index.language.implied import gets, implied
from index.language.mentions import mentions
from index.language.text import fold, stem, words

_BARE = re.compile(r"^(?:minimum|maximum|start|aanvangs|bruto|netto|basis|jaar|maand|week|dag)(?=[a-z]{4})")
_SENTENCE = re.compile(r"[^.?!\n]+(?:[.?!]+|\n|$)")
_DEVICE = frozenset({"gsm", "telefoon", "mobiel", "phone", "mobile", "telephone", "portable"})


@dataclass(frozen=True, slots=True)
class Term:
    """A key term. `word` is the folded word as asked (Dutch spelling mended), `keys` its stem and the ids of the concepts that it names.

    `implied`: the question doesn't say it, but asks about it. `background`: it stands in a statement before the question itself.
    """

    word: str
    keys: frozenset[str]
    implied: bool = False
    background: bool = False

    @property
    def known(self) -> bool:
        """Whether the domain's table knows it."""
        return any(key.startswith("#") for key in self.keys)


@dataclass(frozen=True, slots=True)
class Query:
    """`words` is the question in standard spelling; `language` "nl", "en" or "fr"."""

    text: str
    language: str
    words: tuple[str, ...]
    terms: tuple[Term, ...]

    @property
    def encoded(self) -> str:
        """What the encoder reads: Dutch in standard spelling, another language with its key terms in Dutch behind it."""
        if self.language == "nl":
            return " ".join(self.words) or self.text
        return f"{self.text} ({' '.join(term.word for term in self.terms)})"


@lru_cache(maxsize=2048)
def analyse(question: str) -> Query:
    """The key terms of a question, in the order in which they are asked, each once."""
    raw = [word.text for word in words(question)]
    language = _language(raw)
    spelled = _spelled(question, language)
    before = _statements(question, language)
    terms: dict[frozenset[str], Term] = {}
    is_given = gets(fold(question))
    at = 0
    while at < len(spelled):
        size, term = _term_at(spelled, at, language, is_given)
        if term is not None:
            terms.setdefault(term.keys, replace(term, background=spelled[at] in before))
        at += size
    for word in implied(" ".join(spelled)):
        term = Term(word, concepts().asked[stem(word)] | {stem(word)}, implied=True)
        if not any(term.keys & other.keys for other in terms.values()):
            terms.setdefault(term.keys, term)
    return Query(question, language, tuple(spelled), tuple(terms.values()))


_REFERS = re.compile(
    r"\b(?:daar|daarvan|daarvoor|daarna|dan|die|dat|hem|haar|zijn(?= (?:nummer|mail|e mail|gsm|telefoon|naam|adres|functie))"
    r"|zij|hij|ze|it|that|there|he|she|his|her|them|y|lui|elle|il|celui)\b"
)


_VALUE_WORDS = frozenset({"telefoonnummer", "mail", "adres", "contact", "duur", "start", "einde"})  # what one asks of a thing, not the thing itself


def in_context(question: str, earlier: str) -> str:
    """The question, with the earlier one before it where it refers back ("en wat moet ik dan meebrengen?") or names nothing itself."""
    query = analyse(question)
    refers = _REFERS.search(" ".join(query.words)) is not None and len(query.words) < 9
    bare = all({key.partition(":")[2] for key in term.keys} & _VALUE_WORDS for term in query.terms)
    return f"{earlier} {question}" if refers or bare else question


_ASKS = (
    r"(?:(?:op|tegen|vanaf|tot|van|naar|bij|met|om|in|tussen|uit|langs|for|by|from|at|a|avec|pour)\s+)?(?:wie|wat|wa|waar|wanneer|wnr|hoe\w*|hoeveel|welke?|who|what|when"
    r"|where|how|which|qui|quel\w*|quand|combien|comment)\b|(?:kan|mag|moet|is|zijn|krijg|wordt|heb|moek|kank|magek|krijgek|ist|are|can|do|does|will|must|faut|puis)\b"
)
_PARTS = re.compile(rf"(?:,?\s+(?:en|and|et|of|\+)\s+|[?]\s+(?:(?:en|and|et)\s+)?)(?={_ASKS})", re.IGNORECASE)


def parts(question: str) -> tuple[str, ...]:
    """The questions in a message that asks several ("wanneer is het gesprek en hoeveel moet ik halen?"), each readable by itself."""
    found = [part.strip() for part in _PARTS.split(question) if part.strip()]
    if len(found) < 2 or len(found) > 4 or len(question) > 400 or not analyse(found[0]).terms:
        return (question,)
    readable = [found[0]]
    for part in found[1:]:
        readable.append(in_context(part, readable[-1]))
    return tuple(readable)


def missing_terms(question: str, text: str) -> tuple[str, ...]:
    """The key terms of `question` that `text` doesn't mention, not by stem, synonym, part of a compound, translation or with a typing error.

    Articles, question words, politeness, generic verbs, units and the words of vacancies as such ("job", "functie") are no key terms.
    """
    said = mentions(text)
    return tuple(term.word for term in analyse(question).terms if not term.implied and not said.has(term.keys, term.word))


def _statements(question: str, language: str) -> frozenset[str]:
    """The words that stand only in statements when the message also asks a question: "Ik heb al een laptop. Krijg ik een gsm?"."""
    parts = _SENTENCE.findall(question)
    asking = [part for part in parts if part.rstrip().endswith("?")]
    if not asking or len(asking) == len(parts):
        return frozenset()
    stated = {word for part in parts if part not in asking for word in _spelled(part, language)}
    return frozenset(stated - {word for part in asking for word in _spelled(part, language)})


def _spelled(text: str, language: str) -> list[str]:
    """The folded words in standard spelling."""
    raw = [word.text for word in words(text)]
    return raw if language != "nl" else joined_verbs(" ".join(standard(word) for word in raw)).split()


def _language(found: list[str]) -> str:
    """The language by the words that only it has; Dutch unless another one clearly has more."""
    count = {language: sum(word in only for word in found) for language, only in stopwords.ONLY.items()}
    count["nl"] += sum(standard(word) != word for word in found)
    best = max(("en", "fr"), key=lambda language: count[language])
    return best if count[best] > count["nl"] else "nl"


def _stop(word: str, language: str) -> bool:
    if word in stopwords.DOMAIN or word in stopwords.UNITS:
        return True
    if language == "nl":
        return word in stopwords.DUTCH or word in stopwords.GENERIC_VERBS
    return word in (stopwords.ENGLISH if language == "en" else stopwords.FRENCH)


def _term_at(found: list[str], at: int, language: str, is_given: bool) -> tuple[int, Term | None]:
    """How many words to move on, and the term that stands there."""
    table = concepts()
    phrases = table.phrases if language == "nl" else table.foreign[language]
    size = longest_phrase(phrases, found, at)
    word = found[at]
    if size > 1 or (size == 1 and not _stop(word, language)):
        surface = "".join(found[at : at + size]) if language == "nl" else _dutch(phrases[tuple(found[at : at + size])])
        return size, Term(surface, _without_number(phrases[tuple(found[at : at + size])], found[at : at + size], is_given) | {stem(surface)})
    if _stop(word, language) or len(word) < 2 or word[0].isdigit() or word in stopwords.MONTHS:
        return 1, None
    if word.endswith("e") and len(word) > 5 and stem(word) not in table.asked and stem(word + "n") in table.asked:
        word += "n"  # "meebrenge"
    ids = table.asked.get(stem(word)) or table.asked.get(stem(_BARE.sub("", word))) or _meant(stem(word))
    return 1, Term(word, _without_number(ids, [word], is_given) | {stem(word)})


@lru_cache(maxsize=8192)
def _meant(stemmed: str) -> frozenset[str]:
    """The concepts of the word of the table that is one typing error away (two in ten letters), for words of six letters or more."""
    if len(stemmed) < 6 or not stemmed.isalpha():
        return frozenset()
    asked = concepts().asked
    near = process.extractOne(stemmed, asked.keys(), scorer=DamerauLevenshtein.distance, score_cutoff=1 if len(stemmed) < 10 else 2)
    return asked[near[0]] if near and near[0][0] == stemmed[0] and len(near[0]) > 4 else frozenset()


def _without_number(ids: frozenset[str], found: list[str], is_given: bool) -> frozenset[str]:
    """A phone that one gets is a thing, any other one a number to call."""
    if _DEVICE.isdisjoint(found):
        return ids
    return frozenset(id for id in ids if id.endswith(":telefoonnummer") is not is_given)


def _dutch(ids: frozenset[str]) -> str:
    return min(ids).split(":", 1)[1].replace("_", "")
