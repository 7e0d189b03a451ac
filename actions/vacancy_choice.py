"""Which vacancy is meant: from the words of a message, never guessed silently."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import DamerauLevenshtein

from knowledge.catalog import employer_of, title_of
from knowledge.model import Vacancy

# Words that stand in many titles and employers' names and point at none of them.
GENERIC = frozenset(
    "de het een van voor in op bij en of met aan als te je jij ik die dat deze dit is was job jobs functie vacature vacatures stad gemeente ocmw "
    "lokaal lokale"
    " bestuur agb provincie dienst team medewerker deskundige directeur hoofd coordinator verantwoordelijke m v x voltijds deeltijds niveau tijdelijk"
    " overheidsbedrijf politiezone hulpverleningszone welzijnsvereniging zorgbedrijf sint sociaal huis welzijn vereniging intergemeentelijke"
    " intercommunale woonzorgcentrum zone".split()
)
# Short words that begin many longer ones: no abbreviation of a title ("bib", "ergo", "zorg" may be).
_SHORT = frozenset(
    "een het dat die wat kan mag bij van voor uur nog hoe wie per mij met aan als ben heb ook wel niet naar dan toe tot was wij jij ons onze over "
    "onder maar even in"
    " info werk and the for with you what how can les des une pour que qui par med tel com pro ter ver".split()
)
_WANTED = re.compile(r"\b(?:voor|vr|als|pour|comme|for)\s+(?:de |het |een |the |la |le )?([a-z]{4,}(?: [a-z]{4,})?)|\b([a-z]{4,}) (?:worden|doen)\b")
_CALLED = re.compile(r"\b(?:voor|vr|als|naar|over|bij|van|pour|comme|for) (?:de |die |het |een |the |la |le )?([a-z]{6,})")
_WORD = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """Lower case without diacritics; apostrophes and hyphens are dropped inside words."""
    text = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in text if not unicodedata.combining(c)).casefold().replace("'", "")


def words(text: str) -> list[str]:
    """The folded words of a text."""
    return _WORD.findall(fold(text))


def _alike(word: str, target: str) -> float:
    """0..1: equal, an abbreviation or inflection of it, a part of a compound, or a typo."""
    if word == target:
        return 1.0
    shorter, longer = sorted((word, target), key=len)
    if len(shorter) >= 4 and longer.startswith(shorter) and len(longer) - len(shorter) <= 2:
        return 0.95
    if 3 <= len(word) <= 4 and len(target) >= 8 and target.startswith(word) and word not in _SHORT:
        return 0.8
    if len(shorter) >= 5 and (longer.startswith(shorter) or longer.endswith(shorter)):
        return 0.85
    if len(shorter) >= 5 and shorter[:3] == longer[:3] and DamerauLevenshtein.normalized_similarity(word, target) >= 0.8:
        return 0.8
    return 0.0


def alike(word: str, target: str) -> bool:
    """Whether two folded words are the same but for inflection, composition or a typo."""
    return _alike(word, target) > 0.0


def _score(message: list[str], name: str) -> float:
    """How much of the telling words of `name` the message names; 0 when none. Generic words only add to telling ones."""
    targets = words(name)
    telling = [target for target in targets if target not in GENERIC and len(target) > 2]
    generic = [target for target in targets if target in GENERIC and len(target) > 5]
    hits = sum(max((_alike(word, target) for word in message), default=0.0) for target in telling)
    if not telling or not hits:
        # A title of generic words only ("directeur", "medewerker") is named when all of them are.
        if telling or not generic or not all(any(word.startswith(target) for word in message) for target in generic):
            return 0.0
        return 0.9
    return hits / len(telling) + 0.05 * sum(target in message for target in generic)


def mentioned(message: str, vacancies: Mapping[str, Vacancy]) -> tuple[str, ...]:
    """Ids of the vacancies that a message names, by function, employer or town; () when it names none, several when it fits several.

    A function and an employer that are both named narrow each other; of several functions the best fitting stay.
    """
    message_words = [word for word in words(message) if len(word) > 2]
    by_title = {id: _score(message_words, title_of(vacancy)) for id, vacancy in vacancies.items()}
    by_employer = {id: _score(message_words, employer_of(vacancy)) for id, vacancy in vacancies.items() if vacancy.employer}
    titles, employers = _best(by_title) or _by_head(message, vacancies), _best(by_employer) or _by_workplace(message_words, vacancies)
    if not employers and len(titles) > 1:
        # "ik ben arbeider, mag ik meedoen voor ploegbaas?": what stands after "voor" is the vacancy.
        wanted = [word for part in _WANTED.findall(fold(message)) for word in words(" ".join(part))]
        narrower = _best({id: _score(wanted, title_of(vacancies[id])) for id in titles})
        return tuple(narrower if len(narrower) == 1 else titles)
    if not employers:
        return tuple(titles)
    # An employer's name points at fewer vacancies than a function's: within it, the function that the words come nearest to.
    return tuple(_best({id: by_title[id] for id in employers}, least=0.2) or employers)


def _by_head(message: str, vacancies: Mapping[str, Vacancy]) -> list[str]:
    """Vacancies that are called by the first telling word of their title: "terug naar de projectleider" for a projectleider water en klimaat."""
    called = {word for word in _CALLED.findall(fold(message)) if len(word) > 5}
    heads = {id: next((word for word in words(title_of(vacancy)) if word not in GENERIC and len(word) > 5), "") for id, vacancy in vacancies.items()}
    return [id for id, head in heads.items() if head in called]


def _by_workplace(message: list[str], vacancies: Mapping[str, Vacancy]) -> list[str]:
    """Vacancies whose workplace has a name of its own ("woonzorgcentrum De Wilgenhof") that the message names."""
    found = []
    for id, vacancy in vacancies.items():
        place = vacancy.workplace.value if vacancy.workplace else ""
        names = [fold(word) for word in re.findall(r"\b[A-ZÀ-Ý][\w'-]{4,}", place)]
        if any(word == name for word in message for name in names if name not in GENERIC):
            found.append(id)
    return found


def _best(scores: Mapping[str, float], least: float = 0.45) -> list[str]:
    top = max(scores.values(), default=0.0)
    if top < least:
        return []
    return [id for id, score in scores.items() if score >= top - 0.15]


def label(vacancy: Vacancy) -> str:
    """'zorgcoördinator (Stad Aalst)', as shown on buttons and in lists."""
    return f"{title_of(vacancy)} ({employer_of(vacancy)})" if vacancy.employer else title_of(vacancy)


def labels(vacancies: Iterable[Vacancy]) -> list[str]:
    """The labels, in the order given."""
    return [label(vacancy) for vacancy in vacancies]
