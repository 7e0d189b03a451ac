"""What a short answer in a sign-up means: yes, no, stop, wait, go on, or what is wrong. Folded text (lower case, no diacritics) throughout."""

from __future__ import annotations

import re
from typing import Literal

from actions.vacancy_choice import fold, words

_YES = frozenset(
    "ja jaa jaja joa jawel jep yep yup yes yeah sure oui ouais daccord exact exactement ok oke okee oki klopt kloppen juist correct correcte"
    " bevestig bevestigd bevestigen"
    " prima goed goe perfect top super akkoord zeker absoluut graag tuurlijk natuurlijk uiteraard vanzelfsprekend inderdaad orde gang doe"
    " inschrijven confirm confirmed ahead schrijf"
    " right zet volontiers noteer stuur verzend".split()
)
_BESIDE_YES = frozenset(
    "ah wel en in is tis t het da dat dit die deze zo alles allemaal helemaal allebei maar mag mogen moogt je gij ge u me mij mijn mn gegevens"
    " naam mail mailadres email adres hoor"
    " please aub alsjeblieft alstublieft svp weten vast dan nu al er op de lijst voor sessie infosessie ziet uit staat volledig allemaal gerust"
    " go thats that it s est cest ca bon tout i am all the toch wel u hier dus vooruit kom eens doet doen bij die van".split()
)
_THANKS = frozenset("dank dankje dankjewel dankuwel bedankt merci thanks thx".split())
_AGREED = frozenset("good verder voort duidelijk begrepen leuk cool nice fijn mooi oei oeps sorry euh hmm".split())
_BEGINS_YES = re.compile(r"^\W*(?:ja+|joa|jawel|yep|yes|oui|ok|oke+|klopt|juist|correct|bevestig\w*|in orde|prima|perfect|akkoord|zeker)\b")
# What turns a "ja" into something else: a correction, a condition, a negation.
_BUT = re.compile(
    r"\b(?:niet|nie|geen|fout\w*|verkeerd\w*|mis|behalve|alleen|not|pas|wrong|eerst|wacht|moment|straks|later|liever|andere?)\b"
    r"|\bmaar (?:mijn|m'?n|de|het|t|ik|die|dat|er|met|zonder|wanneer|hoe|wat|waar|kan|mag)\b|\bbut\b|\bmais\b"
)
_NO = re.compile(
    r"^\W*(?:ah |oei |euh )*(?:nee+|neen+|neeje|neenee|nope|no|non|niet|nie|toch niet|liever niet|(?:dat|da|dit|het) klopt (?:niet|nie)|fout"
    r"|verkeerd|geen van)\b"
)
_STOP = re.compile(
    r"\bannuleer\w*|\bannuleren\b|\blaat (?:het |t |dat |da )?(?:maar|zo|zitten|vallen)\b|\bvergeet (?:het|t|da|dat)\b|\bstop(?:pen|zetten)?\b"
    r"|\bcancel\b|\bnever ?mind\b|\bforget it\b"
    r"|\b(?:hoeft|moet|wil|hoef|ga|kan|zal|schrijf|doe)\b(?: \w+){0,3} (?:al )?(?:niet|nie)(?: meer)?(?: \w+)? ?(?:inschrijven|ingeschreven"
    r"|komen|gaan|in|meer|mee|deelnemen)\b"
    r"|\b(?:hoeft|moet|wil|kan) (?:al |toch |dan |eigenlijk )*(?:niet|nie)(?: meer)?\W*$|\btoch (?:maar )?(?:niet|nie)\b|\bvoor mij (?:niet"
    r"|nie) meer\b"
    r"|\bdan (?:maar |toch |liever )*(?:niet|nie)\W*$"
    r"|\bbreek (?:het |dit )?af\b|\bafbreken\b|\bik haak af\b|\bgeen (?:zin|interesse|infosessie)\b|\bannulez?\b|\barretez?\b"
    r"|\blaissez? tomber\b|\bzonder mij\b"
)
_WAIT = re.compile(
    r"^\W*(?:wacht\w*|(?:even |ff |efkes |een |n )?moment(?:je|eke)?|seconde\w*|even (?:geduld|kijken|wachten|zoeken)|efkes\b|ik (?:zoek|kijk)"
    r"|one moment|wait|attend\w*)\b[^?]{0,30}$"
)
_GO_ON = re.compile(
    r"\b(?:doe|ga|gaan|doen)\b(?: \w+)? (?:voort|verder|door)\b|\b(?:verder|vervolg|doorgaan|voortdoen|continue|go on|on continue)\b|^\W*(?:ok"
    r"|oke+|oki|ja+|goed|goe|prima|bedankt|merci|dank je|dank u|duidelijk|top|super)\b"
)
_BOTH = re.compile(r"\b(?:allebei|alle ?bei|beide|alle sessies|alle twee|allemaal|both|les deux|alletwee)\b")
_ANY = re.compile(
    r"\b(?:maakt (?:me |mij )?(?:niet|nie)s? uit|gelijk welke|om het even|eender welke|eender|kies (?:jij|gij|maar)|any|peu importe"
    r"|weet (?:het )?(?:niet|nie))\b"
)
_EARLIEST = re.compile(r"\b(?:vroegste|eerstvolgende|eerste die|zo snel mogelijk|earliest|prochaine)\b")
_ORDINALS = (
    re.compile(
        r"\b(?:eerste|1e|1ste|first|premier|premiere|vroegste|eerstvolgende)\b|^\W*(?:nr\.? ?|nummer |optie )?1\W*$|\b(?:nummer|optie|sessie) 1\b"
    ),
    re.compile(r"\b(?:tweede|2e|2de|second|deuxieme)\b|^\W*(?:nr\.? ?|nummer |optie )?2\W*$|\b(?:nummer|optie|sessie) 2\b"),
    re.compile(r"\b(?:derde|3e|3de|third|troisieme)\b|^\W*(?:nr\.? ?|nummer |optie )?3\W*$|\b(?:nummer|optie|sessie) 3\b"),
    re.compile(r"\b(?:vierde|4e|4de|fourth|quatrieme)\b|^\W*(?:nr\.? ?|nummer |optie )?4\W*$|\b(?:nummer|optie|sessie) 4\b"),
)
_LAST = re.compile(r"\b(?:laatste|last|derniere?)\b")
_OTHER = re.compile(r"\b(?:de |die |that |the |l')?(?:andere|ander|other|autre)\b")
_CHANGE = re.compile(
    r"\b(?:toch|liever|andere|ander|ipv|in plaats|wijzig|verander|nee|neen|eigenlijk|sessie|oei|verkeerd\w*|foute?|rather|instead|plutot)\b"
)
_NO_EMAIL = re.compile(
    r"\b(?:heb|hebben|ken|gebruik|bezit)\b(?: \w+){0,3} (?:geen|niet)\b.{0,12}\b(?:e-?mail\w*|mail\w*|adres|computer|internet)\b"
    r"|\bgeen (?:e-?mail\w*|mail\w*)|\bno e-?mail|\bpas d'?e-?mail"
)
# Orders to sign somebody up; French and English too.
_ORDER = re.compile(
    r"\b(?:schrijf|schrijft|schrijfde)\b.{0,60}\b(?:me|mij|m|ons|mijn|men|hem|haar|ook)\b.{0,60}\bin\b"
    r"|\b(?:noteer|registreer|boek|reserveer|meld|zet|doe)\b(?: ook| er| maar)* (?:me|mij|ons|mijn \w+)\b.{0,40}"
    r"(?:\bvoor\b|\bop\b|\baan\b|\bbij\b|lijst|sessie|infomoment)"
    r"|\bsign (?:me|us) up\b|\bregister (?:me|us)\b|\b(?:put|book) (?:me|us) (?:down|on|in|for)\b"
    r"|\binscri(?:vez|s)[- ]?(?:moi|nous)\b|\b(?:veux|voudrais|aimerais|souhaite) (?:m ?|nous )inscrire"
)
# Requests and wishes: "kan je mij inschrijven?", "ik zou me graag inschrijven".
_REQUEST = re.compile(
    r"\b(?:kan|kun|kunt|kunde|wil|wilt|wilde|zou|zoudt) (?:je|jij|u|ge|gij|gulder|jullie)?\b(?: \w+){0,3}? ?(?:me|mij|ons|mijn \w+)\b.{0,60}"
    r"\b(?:inschrijven|in te schrijven|aanmelden|opschrijven|noteren|registreren|op de lijst)"
    r"|\bik (?:wil|zou|wou|wens)\b.{0,50}\b(?:inschrijv\w*|aanmelden|opgeven) voor\b"
    r"|\binschrijven (?:graag|aub|alstublieft|alsjeblieft|svp)\b|\bgraag inschrijven\b"
    r"|^\W*(?:(?:dag|hallo|hey|goeiedag|goedemorgen|goeiemorgen)\W+)?inschrij(?:ven|ving) (?:\w+ ){0,2}(?:info|sessie|rondleid|kijk)[^?]*$"
)
_NOT_IN = re.compile(r"\b(?:schrijf|noteer|zet|doe|wil|kan|zou)\b.{0,30}\b(?:niet|nie|geen)\b|\b(?:don't|dont|do not|ne|pas)\b")
# What a request is for. A title may follow too, and then it is about applying ("inschrijven voor jurist").
_FOR = re.compile(r"\b(?:inschrijv\w*|schrijven|aanmelden|opgeven|noteren|registreren)\s+(?:voor|als|op)\s+(?P<what>[^,.;!?]+)")
_A_MOMENT = re.compile(
    r"\d|\b(?:die|dat|da|deze|dit|daarvoor|(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|eerste|tweede|derde|laatste|andere|teams|zoom|online)\b"
)
_SESSION = re.compile(r"info|sessie|kijk|rondleid|webinar|open ?deur|moment|bezoek|session|visit|seance")
_THE_JOB = re.compile(r"\b(?:vacature|job|functie|examen|selectie\w*|proef|proeven|werfreserve|sollicit\w*|poste?|exam)\b")
_IS_WRONG = re.compile(
    r"\b(?:fout\w*|verkeerd\w*|mis|niet juist|klopt niet|klopt nie|typ\w*|tik\w*|verander\w*|wijzig\w*|aanpas\w*|verbeter\w*|wrong|change)\b"
)
_SAME = re.compile(r"\b(?:zelfde|dezelfde|diezelfde|dezelve|diezelve|same|meme)\b|\bdie sessie\b|\bdaarvoor\b")
_Part = Literal["e-mail", "naam", "sessie"]
_WRONG: dict[_Part, re.Pattern[str]] = {
    "e-mail": re.compile(r"\be-?mail\w*|\bmail\w*|\badres\b"),
    "naam": re.compile(r"\bnaam\b|\bvoornaam\b|\bachternaam\b|\bfamilienaam\b|\bname\b|\bnom\b"),
    "sessie": re.compile(r"\bsessie\b|\binfosessie\b|\bdatum\b|\bdag\b|\buur\b|\bmoment\b|\binfomoment\b"),
}
_CORRECTS = re.compile(
    r"\b(?:fout\w*|verkeerd\w*|mis|moet zijn|moest zijn|correctie|corrigeer|verbeter\w*|typ\w*|tik\w*|juiste|wacht|oei|oeps|sorry|nee|neen|niet"
    r"|eigenlijk|bedoel\w*|wijzig\w*|verander\w*|pas\b.*\baan|actually|wrong|correct\w*|tis|mijn|m'?n|my|mon)\b"
)


def says_yes(text: str, *, sure: bool = False) -> bool:
    """A plain yes: every word of it agrees, nothing is asked, corrected or made a condition of.

    With `sure` (the classifier calls it a yes) a yes in front is enough, unless a correction or condition follows.
    """
    said = words(text)
    if "?" in text or not said or len(text) > 100:
        return False
    if _THANKS & set(said) and not said[0].startswith("j"):
        return False  # "ok, bedankt" may thank for the answer to a question in between
    if _YES & set(said) and all(word in _YES or word in _BESIDE_YES or word in _THANKS for word in said):
        return True
    folded = fold_keeping(text)
    return sure and _BEGINS_YES.search(folded) is not None and _BUT.search(folded) is None


_NOT_KEPT = re.compile(
    r"\b(?:wil|mag|mogen|moet|hoeft|liever|zonder)\b.{0,30}\b(?:niet|geen)\b.{0,40}\b(?:bewa\w+|opsla\w*|opgeslagen|bijhoud\w*|bijgehouden)"
    r"|\b(?:bewaar|bewaren|opslaan|hou\w*)\b.{0,20}\b(?:niets|niks|geen)\b|\b(?:dont|do not)\b.{0,20}\b(?:keep|store)\b"
)


def says_no(text: str) -> bool:
    """Begins with a no."""
    return _NO.search(fold_keeping(text)) is not None


def says_stop(text: str) -> bool:
    """Wants to end the sign-up; a question ("kan ik daar niet meer parkeren?") doesn't."""
    folded = fold_keeping(text)
    return "?" not in folded and _STOP.search(folded) is not None


def refuses_keeping(text: str) -> bool:
    """Does not want anything kept: no sign-up then, and nothing that was kept before to be erased."""
    return _NOT_KEPT.search(fold_keeping(text)) is not None


def says_wait(text: str) -> bool:
    """Asks for a moment."""
    return _WAIT.search(fold_keeping(text)) is not None


def says_go_on(text: str) -> bool:
    """Wants to go on after something in between."""
    return _GO_ON.search(fold_keeping(text)) is not None


def has_no_email(text: str) -> bool:
    """Has no e-mail address."""
    return _NO_EMAIL.search(fold_keeping(text)) is not None


def changes_mind(text: str) -> bool:
    """Words that go with choosing another session than before."""
    return _CHANGE.search(fold_keeping(text)) is not None


def corrects(text: str) -> bool:
    """Words that go with correcting one's own details."""
    return _CORRECTS.search(fold_keeping(text)) is not None


def wants_both(text: str) -> bool:
    """Chooses more than one session."""
    return _BOTH.search(fold_keeping(text)) is not None


def picked(text: str, count: int, current: int | None = None) -> int | None:
    """Which of `count` options the words pick by position ("de tweede", "2", "de laatste", "de andere", "maakt niet uit"); None when they don't."""
    folded = fold_keeping(text)
    for number, pattern in enumerate(_ORDINALS[:count]):
        if pattern.search(folded):
            return number
    if _LAST.search(folded):
        return count - 1
    if _ANY.search(folded) or _EARLIEST.search(folded):
        return 0
    if count == 2 and current is not None and _OTHER.search(folded):
        return 1 - current
    return None


def wrong_part(text: str) -> _Part | None:
    """What the words call wrong."""
    folded = fold_keeping(text)
    return next((name for name, pattern in _WRONG.items() if pattern.search(folded)), None)


def only_agrees(text: str) -> bool:
    """Whether every word is one that people agree, go on or thank with ("ok goe", "top, merci"): never a name."""
    return all(word in _YES or word in _BESIDE_YES or word in _THANKS or word in _AGREED for word in words(text))


def fold_keeping(text: str) -> str:
    """Folded text that keeps its punctuation."""
    return fold(text).strip()


def wishes_in(text: str) -> bool:
    """Asks to be signed up for an infosession; signing up for the job or its tests is applying."""
    folded = fold_keeping(text)
    if says_stop(text) or _NOT_IN.search(folded) or (_SESSION.search(folded) is None and _THE_JOB.search(folded) is not None):
        return False
    if _ORDER.search(folded):
        return True
    aim = _FOR.search(folded)
    return _REQUEST.search(folded) is not None and (aim is None or bool(_SESSION.search(aim["what"]) or _A_MOMENT.search(aim["what"])))


def says_wrong(text: str) -> bool:
    """Calls something wrong, or wants it changed."""
    return _IS_WRONG.search(fold_keeping(text)) is not None


def says_same(text: str) -> bool:
    """Means the session that was spoken of."""
    return _SAME.search(fold_keeping(text)) is not None
