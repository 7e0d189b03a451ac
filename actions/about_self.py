"""Whether a message tells of the candidate himself and asks whether that will do: in any order, in dialect, in English and French.

Built of word classes: what conditions are made of, how one says "I have", what asks for leave. A message is taken clause by clause.
"""

from __future__ import annotations

import re

from actions.vacancy_choice import fold


def _any(*words: str) -> str:
    """An alternation of the words (regular expressions without spaces, or with `_` for a space) of all strings."""
    return "(?:" + "|".join(word.replace("_", " ") for part in words for word in part.split()) + ")"


# What conditions are made of. Whoever says that he has, is or lacks one of these tells of himself.
_CONDITION = _any(
    r"\w*diplom\w* \w*bachelor\w* \w*master\w* graduaat\w* gegradue\w* licenti\w+ kandidaat_in regent\w* getuigschrift\w* certifica\w* attest\w*",
    r"\w*brevet\w* secundair middelbaar lagere_school hogeschool universiteit [tbak]so hbo5? a1 naric\w* erken\w* visum geregistreerd opleiding\w*",
    r"studies gestudeerd studeer\w* student\w* laatstejaars (?:laatste|7de|zevende|6de|zesde|eerste|tweede|derde)_(?:specialisatie)?jaar",
    r"afgestudeerd afstuder\w* thesis \w*rijbewijs\w* code_78 rijverbod \w*ervaring jaren jaar strafblad strafregister veroordel\w* niveau_[a-e]",
    r"evaluatie \w*weekends? avonden nederlands\w* nationaliteit verblijfs\w* werkvergunning verpleegkund\w* zorgkundige",
    r"verzorgende degree certificate licen[cs]e experience years? graduate\w* qualif\w*",
    r"diplome permis ans annees? etudi\w* certificat reconnaissance",
    r"ehbo vca riziv\w* code_95 \w*licentie \w*bewijs registratie strafblad veroordeeld belg \w*paspoort nederland frankrijk",
)
# "Ik heb", "kben", "werk ik", "mijn", "I have", "j'ai".
_VERBS = (
    r"heb ben zit doe werk werkte studeer studeerde volg volgde haal haalde behaal behaalde word woon krijg kreeg bezit was had kan sta stond mis "
    r"spreek speel help verhuis stop ga"
)
_OWN = _any(
    rf"\b(?:ik|k|ikke|ek)_(?:\w+_){{0,2}}?{_any(_VERBS)}\b \b{_any(_VERBS)}_(?:ik|k|ek)\b \bk{_any(_VERBS, 'em')}\b",
    r"\b(?:heb|ben|zit|had|doe|werk)k\b",
    r"\b(?:mijn|men|mn|me|my|mon|ma|mes)_ \bi_(?:am|have|hold|got|did|do|work|worked|study|studied|finished|lack)\b \bi(?:m|ve)_ \bjai_",
    r"\bje_(?:suis|nai|travaille|fais|termine|possede|viens)\b",
)
_TELLS = re.compile(
    rf"{_OWN}.{{0,90}}\b{_CONDITION}\b|\b{_CONDITION}\b.{{0,60}}{_OWN}|\bik\b.{{0,40}}\b{_CONDITION}\b.{{0,15}}\b(?:ben|heb|volg|doe|had|werk)\b"
)
# A clause without a subject: "geen diploma, wel 7 jaar ervaring", "heb een graduaat", "34 jaar", "zit in mijn laatste jaar".
_LEAD = _any("en maar wel ook al nog dus pas nu alleen enkel verder hallo hey dag goeiedag beste so but et mais")
_BEGIN = _any(
    "heb ben zit doe werk werkte had volg studeer woon haal bezit nooit geslaagd gestopt geen gene? zonder nul no without with avec sans aucun",
    "een ne nen a an un une",
)
_COUNT = r"(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\w+tig|\w+tien)"
_BARE = re.compile(rf"^\W*(?:{_LEAD}\W+){{0,3}}(?:{_BEGIN}\W+(?:\w+\W+){{0,6}}?|{_COUNT}(?:[.,]\d)?\W+)?\b{_CONDITION}\b")
# "Ben 34", "word pas 18", "I am 17".
_AGE = re.compile(
    r"\b(?:ben|word|benk|kben|wordt|am|turn|jai)(?: \w+){0,3}? (?:1[5-9]|[2-6]\d|zestien|zeventien|achttien)\b(?! (?:km|uur|min|procent))"
)
# "Met een graduaat", "zonder rijbewijs", "als laatstejaars": what one has, inside the question itself.
_ARTICLE = _any(r"een ne nen mijn men enkel alleen geen only a an my un une mon ma de het", _COUNT)
_WITH = re.compile(
    rf"\b{_any('met zonder als enkel alleen with without avec sans comme')}\s+(?:{_ARTICLE}\s+){{0,2}}(?:\w+\s+){{0,2}}?{_CONDITION}\b"
)

# Whether it is allowed, or enough: asked of oneself or of what was told.
_GOAL = _any(
    r"meedoen meedo mee_doen meedingen deelnemen solliciter\w* kandideren aanmerking kans worden starten beginnen begin toegelaten overstappen",
    "doorgroeien lesgeven aan_de_slag geschikt werken gaan kandidaat inschrijven terecht via",
)
_GOOD = _any("goed goe ok oke okee okay genoeg voldoende mogelijk in_orde geldig bruikbaar toegelaten haalbaar welkom erg probleem een_probleem")
_MAY = _any("mag kan kom maak word ben mogen kunnen zou maag kun")
_IT = _any("da dat het t die dit zo")
_ACCEPTED = _any(
    "eligible apply qualify start take_part join become enough ok okay accepted valid participate possible recogni[sz]ed sufficient allowed problem",
    "meet chance",
)
_ASKS = re.compile(
    "|".join(
        (
            rf"\b{_MAY} (?:ik|k|ek|wij|we|zij|hij|die|da|dat|hiermee|daarmee)\b(?:.{{0,60}}\b{_GOAL}\b|\W*$)",
            rf"\b(?:mag|kan|kom|maak)(?:ek|k|ik)\b|\b(?:mag|kan|kunnek|mak|gaat|lukt|klopt|past) {_IT}\b",
            r"\bmag (?:ik|k|ek) (?:mee|toch|al)\b|\b(?:maak|heb) ik (?:een |nog )?kans\b|\b(?:mocht|zou) ik\b.{0,30}\b(?:meedoen|mogen)",
            r"\bvolsta\w*\b|\bvoldoe\w*\b|\bgenoeg\b|\b(?:on)?voldoende\b|\b(?:telt|tellen|geldt|gelden)\b|\bgeldig\b|\baanvaard\w*\b|\baanmerking\b",
            r"\b(?:te (?:oud|jong|laag|hoog|weinig)|erg\W*$|een (?:must|probleem|ramp|nadeel))\b|\bheeft (?:het|dat|t) (?:nog )?zin\b|\bkansloos\b",
            rf"\bgeschikt\b|\b{_GOOD}\W*$|\b(?:is|ist|es) (?:{_IT}|mijn \w+)\b.{{0,40}}\b{_GOOD}\b|\b(?:in orde|ok|oke|goed|genoeg) (?:voor|vr)\b",
            rf"\b{_IT}(?: is|s) (?:dan )?toch\b|\btis toch\b|\bdat zal wel\b|\bbeletsel\b|\b(?:uitgesloten|kansloos)\b",
            rf"\b(?:am i|can i|may i|could i|do i|would i|will i|is it|is that|is this|is my)\b.{{0,60}}\b{_ACCEPTED}\b|^\W*eligible\b",
            r"\bdo i qualify\b|\bgives? access\b|\b(?:be|is) (?:that |this )?accepted\b|\baccepte\b",
            r"\b(?:puis|suis)[- ]je\b|\best[- ]ce (?:que|suffisant|possible|assez|valable)\b|\bsuffi\w*\b|\bremplis\b",
        )
    )
)
# What is asked in general, of the bundle rather than of oneself.
_NEEDED = _any("nodig vereist verplicht gevraagd")
_DO_IT = _any("hebben zijn kunnen nodig halen behalen voorleggen meebrengen bezorgen afleggen opsturen indienen")
_IN_GENERAL = re.compile(
    "|".join(
        (
            rf"\bmoet(?:ek| ik| je| men| het)?\b.{{0,50}}\b{_DO_IT}\b|^\W*(?:en )?moet(?:ek| ik| je| er| mijn| het)?\b",
            rf"\b(?:heb|is|zijn|hebt) (?:ik|je|er|een|het|ge|men)?\b.{{0,40}}\b{_NEEDED}\b",
            r"\bwelk(?:e)? (?:diploma|attest|rijbewijs|brevet|certificaat|opleiding|ervaring)\w*\b|\bhoe(?:veel| oud| recent| lang)\b|\bwanneer\b",
            r"\bdo (?:i|you) need\b|\bis (?:a|an) .{0,40}required\b|\bfaut[- ]il\b|\bbesoin\b|\bwhich (?:diploma|degree)\b|\bquel\w* diplome\b",
            r"\b(?:mee ?tel|mee ?gerekend|meegeteld|anci.?nniteit|loon|wedde)\w*\b",
        )
    )
)
# What earlier work is worth in pay is another question.
_PAY = re.compile(
    r"\b(?:\w*loon|wedde|verdien\w*|anci.?nniteit|meegeteld|salary|salaire)\b|\bhoeveel\b"
    r"|\btel(?:t|len|de|den)? (?:\w+ ){0,8}mee\b|\bmee ?ge?tel\w*|\bmeereken\w*|\bmeegerekend\b|\bvaloris\w*"
)
_AS_EXPERIENCE = re.compile(r"\b(?:tel\w*|geldt?|counts?) (?:\w+ ){0,3}(?:als|as) (?:\w+ )?(?:werk)?(?:ervaring|experience)")
_QUESTION = re.compile(
    "|".join(
        (
            r"\b(?:wie|wat|wa|waar|wanneer|wnr|hoe\w*|welke?|waarom|who|what|when|where|which|how|why|qui|que|quel\w*|quand|combien|comment)\b",
            r"^\W*(?:mag|kan|moet|is|zijn|krijg|wil|graag|schrijf|bel|mail|geef|zeg|stuur)\w*\b",
            r"\b(?:mag|kan|kank|moet|moek|wil|zou|vraag|vroeg) (?:ik|je|men|k|mij|me)\b|\b(?:inschrijv\w*|aanmelden|afmelden|bellen|spreken)\b",
        )
    )
)
_CLAUSE = re.compile(r"[.!?;:\n]+\s*|,\s+|\s+(?=(?:maar|ma|but|mais)\s)")


def tells_of_self(text: str) -> bool:
    """Whether the message tells something of the candidate's own diploma, experience, licences or situation."""
    clauses = [clause for clause in _CLAUSE.split(fold(text)) if clause.strip() and not _IN_GENERAL.search(clause)]
    return any(cue.search(clause) for clause in clauses for cue in (_TELLS, _WITH, _BARE, _AGE))


def asks_whether_it_will_do(text: str) -> bool:
    """Whether the message asks if the candidate may take part, or if what he has is enough."""
    folded = fold(text)
    return any(_ASKS.search(clause) for clause in [*_CLAUSE.split(folded), folded])


def asks_of_pay(text: str) -> bool:
    """Whether the message asks how much something is worth rather than whether it is enough."""
    return _PAY.search(fold(text)) is not None


def asks_what_counts(text: str) -> bool:
    """Whether the message asks if earlier work is experience: about the condition alone, unless a diploma is told with it."""
    return _AS_EXPERIENCE.search(fold(text)) is not None


def asks_in_general(text: str) -> bool:
    """Whether the message asks what is needed in general."""
    return _IN_GENERAL.search(fold(text)) is not None


def asks_nothing(text: str) -> bool:
    """Whether the message only tells: who sends his diploma and nothing else wants to know whether it will do."""
    return "?" not in text and not _QUESTION.search(fold(text))
