"""Experience, driving licences, age and knowledge of Dutch in what a candidate writes. Compared only when he tells them himself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.eligibility.amounts import NUMBER, years_in
from knowledge.eligibility.clauses import Clause
from knowledge.eligibility.model import Experience, Licence
from knowledge.eligibility.words import fold

_WORK = re.compile(
    r"\b(?:leiding gegeven|geleid|ervaring|werkervaring|beroepservaring|gewerkt|gewerk|werk|werkte|werkzaam|werken|actief"
    r"|in dienst|aan de slag|experience|worked"
    r"|working|work|travaille|als|bij|in de|in een|op een)\b"
)
_STRONG_WORK = re.compile(
    r"leiding gegeven|\bgeleid\b|ervaring|gewerkt|\bwerk(?:te|zaam|en)?\b|aan de slag|experience|work(?:ed|ing)?\b|travaille|in dienst|\bals\b"
    r"|\bas an?\b|comme"
)
_NO_EXPERIENCE = re.compile(
    r"\b(?:geen|zonder|no|gene|nul|nog geen|without|sans|pas d'|aucune)\s*(?:(?!diploma|rijbewijs|bachelor|master)[a-z]+ ){0,2}"
    r"(?:[a-z]*ervaring|experience)\b|vers van (?:de )?school|nog nooit gewerkt|nooit (?:ergens )?gewerkt(?! (?:in|als|bij))|fresh graduate"
    r"|straight (?:from|out of)|net van (?:de )?school|\b(?:pas|net|juist|zopas|vers|recent|versgebakken) (?:afgestudeerd|van school)|schoolverlater"
    r"|\b(?:net|pas|juist|zopas) (?:klaar|gediplomeerd)\b(?! (?:in|op|tegen|eind|begin|half))"
    r"|(?:starter|beginner) (?:op|in)|begin pas|just graduated|recently graduated|jeune diplome"
)
_SINCE = re.compile(
    r"\b(?:sinds|vanaf|since|depuis)\s+(?:januari |februari |maart |april |mei |juni |juli |augustus |september |oktober "
    r"|november |december )?((?:19|20)\d\d)\b"
)
_FROM_TO = re.compile(r"\b(?:van|tussen|from)\s+((?:19|20)\d\d)\s+(?:tot|en|to|-)\s+((?:19|20)\d\d)\b")
_KIND = re.compile(
    r"(?:ervaring|experience|gewerkt|gewerk|werkzaam|werkte|werk(?: ik)?|worked|work(?:ing)?|als|as an?|comme|aan de slag"
    r"|travaille|in dienst)\s+(?:al |reeds |nu )*(?:(?:in|als|bij|op|met|van|voor|binnen|as|in the|at|dans|comme|aan)\s+)?(?:een |de |het |'t "
    r"|nen |ne |a |an |the |une? |la |le )?([^,.;?!]+)"
)
# 'vier jaar energieadviseur', 'zes jaar metser geweest': the work follows the years without a preposition.
_AFTER_YEARS = re.compile(
    r"(?:jaar|jaren|years?|ans|jr)\s+(?:lang\s+)?(?!(?:oud|jong|geleden|old|of age|later|en|maar|mag|kan|studie|school|bachelor|master|secundair"
    r"|middelbaar|bso|tso|aso|van|wachten|na)\b)"
    r"(?:(?:als|in|bij|op|voor|comme|de|d'experience|d'|as an?|relevante|nuttige|betaalde)\s+)*(?:een |de |het |'t )?([a-z][^,.;?!]{2,60})"
)
# '18 maanden vergunningen behandeld': months count as work only with a verb that says so.
_AFTER_MONTHS = re.compile(
    r"(?:maanden|maand|months|mois)\s+(?:lang\s+)?((?:(?:als|in|bij|op|voor)\s+)?[a-z][^,.;?!]{2,60}?\s"
    r"(?:behandeld|gewerkt|geweest|gedaan|begeleid|geleid|gestaan)\b[^,.;?!]{0,40})"
)
_CUT_KIND = re.compile(r"\b(?:geweest|kan ik|kank|mag ik|magek|telt|is (?:dat|da)|volstaat|en (?:ik|heb|ben)|maar|dus|is dit|kom ik)\b")
_STUDY_YEAR = re.compile(r"\b(?:studeer|studie|bachelor|master|opleiding|school|middelbaar)\b[^.]{0,15}$")
_LICENCE = re.compile(r"rijbewij[sz]|\bpermis\b|driv(?:ing|er'?s?) ?licen[cs]e|\brijbew")
_CATEGORY = re.compile(
    r"(?:rijbewij[sz](?:en)?|permis(?: de conduire)?|licen[cs]e|categorie|rijbew)\s*(?:de |type |cat(?:egorie|egory)?\.? |of "
    r"|van )*\"?((?:b ?\+ ?e|c ?\+ ?e|am|be|ce|c1|d1|[abcdg])(?:(?:,| en| and| et|/| of|&)? ?(?:ook |een )?(?:b ?\+ ?e|c ?\+ ?e|be|ce|c1"
    r"|[bcdg])(?![a-z0-9]))*)(?![a-z0-9])"
)
_BARE_CATEGORY = re.compile(
    r"\b(?:geen|niet|wel|nog geen|alleen|enkel|heb|ook)\s+(?:een |nog |de )?(be|ce|c1|[bcd])(?![a-z0-9'])|(?:^|\s)(be|ce|c1|[bcd]) (?:heb|hek"
    r"|bezit) ik\b"
)
_ONE_CATEGORY = re.compile(r"b ?\+ ?e|c ?\+ ?e|am|be|ce|c1|d1|(?<![a-z])[abcdg](?![a-z])")
_LEARNING = re.compile(
    r"bezig|lessen|rijles|leer |leren|volg|theorie|voorlopig|examen|binnenkort|aan het halen|haal (?:ik )?(?:het )?nog"
    r"|learning|apprends|provisional"
)
_NO = re.compile(r"\b(?:geen|gene|gee|ginne?|niet|nie|zonder|nog nie|no|not|don't|haven't|pas|sans|without)\b")
_AGE = re.compile(
    r"\b(?:ik ben|'k ben|kben|ben ik|ben|i am|i'm|leeftijd|je suis age|aged?)\s+(?:nu |al |pas |nog maar |maar |net |only "
    r"|bijna )?(\d\d)(?:\s*(?:jaar(?: oud| jong)?|jr|j|years? old|ans|lentes))?(?=\s*(?:$|[,.;!?)]|\b(?:en|maar|and|but|mag|kan|dus|oud)\b))"
    r"|\b(\d\d)\s*(?:jaar oud|jaar jong|years? old|jarige)\b|\bj'ai (\d\d) ans\b"
)
_TURNING = re.compile(r"\b(?:word|wordt|bijna|nog geen|binnenkort|net geen|not yet|turning|turn)\b[^.,]{0,15}?\b(\d\d)\b(?! ?jaar ervaring)")
_MINOR = re.compile(r"minderjarig|under ?age|mineur\b")
_DUTCH = re.compile(
    r"\b(?:nederlands|dutch|neerlandais|taal|taalniveau|niveau)\b[^.;]{0,40}?\b([abc][12])\b"
    r"|\b([abc][12])\b[^.;]{0,25}\b(?:nederlands|dutch|taal)\b"
)
_NO_DUTCH = re.compile(
    r"\b(?:geen|nauwelijks|amper|no|pas|bijna geen|don't speak)\s+(?:woord )?(?:nederlands|dutch|neerlandais|flemish|vlaams)\b"
    r"|(?:spreek|speak|parle)[^.]{0,12}(?:geen|no|pas|niet) (?:nederlands|dutch|neerlandais)"
)


def experience_in(clauses: Sequence[Clause], today: date) -> tuple[tuple[Experience, ...], bool]:
    """Working experience that is told, and whether the candidate says to have none."""
    found: list[Experience] = []
    none = False
    for clause in (part for whole in clauses for part in _periods(_with_years(whole))):
        if _NO_EXPERIENCE.search(clause.folded):
            none = True
            continue
        years = _years(clause.folded, today)
        named = (_AFTER_YEARS.search(clause.folded) or _AFTER_MONTHS.search(clause.folded)) if years is not None else None
        if clause.asks or not (named or _WORK.search(clause.folded)):
            continue
        strong = named or _STRONG_WORK.search(clause.folded)
        if years is None and not (
            strong
            and re.search(
                r"leiding gegeven|geleid|ervaring|gewerkt|\bwerk\b|werkzaam|experience"
                r"|worked",
                clause.folded,
            )
        ):
            continue
        if years is not None and (_is_age(clause.folded) or (not strong and not re.search(r"\bjaar\b", clause.folded))):
            continue
        kind = _KIND.search(clause.folded)
        if years is None and kind is None:
            continue
        words = kind.group(1) if kind else named.group(1) if named else _before_years(clause.folded)
        within = bool(found) and bool(re.match(r"^\W*waarvan\b", clause.folded))
        found.append(Experience(years, _CUT_KIND.split(words)[0].strip(), clause.text.strip(), within))
    return tuple(found), none and not found


_NEXT_PERIOD = re.compile(rf"\s+(?:en|waarvan|plus|and|et)\s+(?=(?:[a-z']+ ){{0,4}}(?:{NUMBER} jaar|sinds (?:19|20)\d\d))")


_WITHOUT_UNIT = re.compile(rf"\bwaarvan (?:de laatste |al )?({NUMBER})(?= (?:in|als|bij|op|met|aan)\b)", re.IGNORECASE)


def _with_years(clause: Clause) -> Clause:
    """'10 jaar ervaring waarvan 6 in een rusthuis': the second number counts years too."""
    text = _WITHOUT_UNIT.sub(lambda match: f"{match.group()} jaar", clause.text)
    return replace(clause, text=text, folded=fold(text)) if text != clause.text else clause


def _periods(clause: Clause) -> list[Clause]:
    """'8 jaar in een bib en geef daar sinds 2021 leiding' tells two periods."""
    cuts = [match for match in _NEXT_PERIOD.finditer(clause.folded) if _years_only(clause.folded[: match.start()])]
    bounds = [0, *(match.end() for match in cuts), len(clause.text)]
    ends = [*(match.start() for match in cuts), len(clause.text)]
    of_which = [bool(match and "waarvan" in match.group()) for match in [None, *cuts]]
    return [
        replace(clause, text=("waarvan " if part else "") + clause.text[a:b], folded=("waarvan " if part else "") + clause.folded[a:b])
        for a, b, part in zip(bounds, ends, of_which, strict=False)
    ]


def _years_only(folded: str) -> bool:
    return years_in(folded) is not None


def _before_years(folded: str) -> str:
    return re.sub(r"\b(?:ik|heb|ben|al|meer dan|ruim|\d+|jaar|jaren|years?)\b", " ", folded).strip()


def _years(folded: str, today: date) -> float | None:
    span = _FROM_TO.search(folded)
    if span:
        return float(int(span.group(2)) - int(span.group(1)))
    since = _SINCE.search(folded)
    if since:
        return float(today.year - int(since.group(1)))
    years = years_in(folded)
    return max(0.0, years - 0.1) if years and _NOT_QUITE.search(folded) else years


# 'nog geen drie jaar' is less than three.
_NOT_QUITE = re.compile(
    rf"\b(?:nog (?:net )?geen|net geen|geen|minder dan|nog niet|not yet|less than|moins de|bijna|haast|almost) (?:volle? )?{NUMBER} (?:volle )?"
    r"(?:jaar|jaren|years|ans)\b"
)


def _is_age(folded: str) -> bool:
    return age_in(folded) is not None and "ervaring" not in folded and "gewerkt" not in folded


def licences_in(clauses: Sequence[Clause]) -> tuple[tuple[str, Licence], ...]:
    """Driving licences by category, category B where none is named."""
    found: dict[str, Licence] = {}
    spoke = False
    for clause in clauses:
        about = bool(_LICENCE.search(clause.folded))
        if clause.asks or not (about or spoke):
            spoke = spoke and about
            continue
        matches = [*_CATEGORY.finditer(clause.folded)][:1] if about else []
        matches += [match for match in _BARE_CATEGORY.finditer(clause.folded) if not matches or match.start() >= matches[0].end()]
        if not about and not matches:
            if _LEARNING.search(clause.folded) and found and not re.search(r"studie|bachelor|master|opleiding", clause.folded):
                found = {category: "learning" if state == "not_held" else state for category, state in found.items()}
            continue
        mention = None if matches else _LICENCE.search(clause.folded)
        if mention:
            found["B"] = _state(clause.folded, *mention.span())
        for match in matches:
            for category in _ONE_CATEGORY.findall(next(group for group in match.groups() if group)):
                found[category.replace(" ", "").replace("+", "").upper()] = _state(clause.folded, *match.span())
        spoke = True
    return tuple(found.items())


def _state(folded: str, start: int, end: int) -> Licence:
    """Held, not held or being learnt, from the words close to the licence."""
    if re.search(
        r"\b(?:ga|zal|wil|kan)\b[^.]{0,15}\b(?:geen|niet|nooit|nie)\b[^.]{0,14}\bhalen|niet van plan"
        r"|nooit (?:meer )?halen",
        folded[start : end + 60],
    ):
        return "never"
    if re.search(r"\bniet (?:meer )?halen\b|\bwil (?:het |er )?(?:geen|niet)\b", folded[start : end + 50]):
        return "never"
    near, after = folded[max(0, start - 32) : end], folded[end : end + 30].split(",")[0]
    if _LEARNING.search(near) or _LEARNING.search(folded[end : end + 45]):
        return "learning"
    denied = _NO.search(near.rsplit(",", 1)[-1]) or re.search(
        r"^ ?(?:nog )?(?:niet|nie)\b|\b(?:heb|hek|bezit|haal|ga)\b[^,]{0,12}\b(?:niet|nie"
        r"|geen)\b",
        after,
    )
    return "not_held" if denied else "held"


def age_in(folded: str) -> int | None:
    """The age that a candidate tells; "bijna 18" is 17."""
    turning = _TURNING.search(folded)
    if turning and 15 <= int(turning.group(1)) <= 25 and "ervaring" not in folded[turning.end() : turning.end() + 14]:
        return int(turning.group(1)) - 1
    if _MINOR.search(folded):
        return 17
    match = _AGE.search(folded)
    if match is None:
        return None
    age = int(next(group for group in match.groups() if group))
    return age if 14 <= age <= 80 else None


_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_ENGLISH = "january february march april may june july august september october november december".split()
_TURNS_ON = re.compile(
    r"(?:word|wordt|ben)\b[^.]{0,25}?\b(?:18|21|16|achttien|eenentwintig)\b|\b(?:18|achttien) (?:word|worden|in|op|vanaf)\b|\b(?:turn"
    r"|turning) (?:18|21)\b"
)
_WHEN = re.compile(rf"(?:\b(\d{{1,2}}) )?\b({'|'.join((*_MONTHS, *_ENGLISH))})\b(?: ((?:19|20)\d\d))?|\b(20\d\d)\b")


def turning_in(folded: str, today: date) -> date | None:
    """The day (the first of the month or year where no more is told) on which the candidate says to become 18."""
    if not _TURNS_ON.search(folded):
        return None
    when = _WHEN.search(folded)
    if when is None:
        return None
    if when.group(4):
        return date(int(when.group(4)), 1, 1)
    name = when.group(2)
    month, day = (_MONTHS if name in _MONTHS else _ENGLISH).index(name) + 1, min(int(when.group(1) or 1), 28)
    year = int(when.group(3)) if when.group(3) else today.year
    return date(year, month, day) if when.group(3) or date(year, month, day) >= today else date(year + 1, month, day)


def dutch_in(folded: str) -> str | None:
    """The level of Dutch that a candidate tells ("A1".."C2"), "geen" for none."""
    if _NO_DUTCH.search(folded):
        return "geen"
    match = _DUTCH.search(folded)
    return (match.group(1) or match.group(2)).upper() if match else None
