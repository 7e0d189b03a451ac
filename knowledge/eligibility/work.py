"""Whether experience that a candidate tells is the kind that a bundle asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from knowledge.eligibility.amounts import years_in
from knowledge.eligibility.dictionary import fields_in
from knowledge.eligibility.fields import FIELDS
from knowledge.eligibility.model import Experience, Said
from knowledge.eligibility.words import bundle_telling, fold, telling

Fit = Literal["yes", "no", "unknown"]

# Words of one working world; a bundle's 'administratieve functie' is what a candidate calls 'op een secretariaat'.
_WORLDS: dict[str, str] = {
    "administratie": r"administrati|secreta|bediende|kantoor|onthaal|loket|balie|recepti|typist|data ?entry|burgerzaken|dossierbeheer"
    r"|klantendienst|polisbeheer|office|clerk|boekhoud",
    "boekhouding": r"boekhoud|accountan|fiscal|comptabil|financ|facturatie|bookkeep",
    "bouw": r"\bbouw|werf|infrastructuur|nutsleiding|metser|metsel|wegen|wegenbouw|wegenwerk|bestrat|stratenma|asfalt|riool|riolering|aannem"
    r"|dakwerk|grondwerk|kasseilegger"
    r"|construction",
    "wegenbouw": r"construction de routes|road|wegen|bestrat|stratenma|stratenleg|asfalt|riool|riolering|grondwerk|kasseilegger|wegenwerk",
    "gebouwen": r"gebouw|patrimonium|facilit|vastgoed|onderhoud|werfleid",
    "groen": r"groen|tuin|hovenier|bosbouw|park|landbouw|snoei",
    "ict": r"\bict\b|\bit\b|systeem|netwerk|informatic|server|helpdesk|i[c]?t infrastruct|software|sysadmin|system admin|network",
    "systeembeheer": r"systeembehe|netwerkbehe|sysadmin|systems? admin|network admin|admin(?:istrateur)? (?:de )?(?:reseau|systeme)"
    r"|network engineer|netwerk ?beheer",
    "jeugd": r"chiro|scouts|\bksa\b|\bklj\b|jeugdbeweging|monitor|animator|jeugd|speelplein|jongeren|youth",
    "leiding": r"geleid|leidde|teamlei|\bploeg\b|leiding|leidinggeven|team|ploegbaas|manager|diensthoofd|teamcoach|coordinat"
    r"|chef|supervis|afdelingshoofd|verantwoordelijke|leiden",
    "zorg": r"\bzorg|verpleeg|woonzorg|ziekenhuis|rusthuis|thuiszorg|verzorg|bejaard|\bwzc\b|ouderenzorg|\brvt\b|gezondheidszorg|nurs|hospital",
    "ouderenzorg": r"ouderen|bejaard|rusthuis|woonzorg|\bwzc\b|\brvt\b|dagverzorging|assistentiewoning|serviceflat|geriatri|dementie|residentiele"
    r" zorg|nursing home|maison de repos",
    "kinderen": r"kinder|creche|opvang|onthaalouder|kleuter",
    "sociaal": r"sociaal|maatschappelijk|welzijn|ocmw|hulpverlen|caw|begeleid|opvoed",
    "energie": r"energie|renovat|isolat|epb|epc|woonadvies|woonloket|bouwadvies",
    "ruimte": r"ruimtelijk|omgeving|stedenbouw|milieu|vergunning",
    "communicatie": r"communicat|copywrit|journalis|redact|\bpr\b|pers|marketing|social media",
    "keuken": r"keuken|\bkok|horeca|restaurant|chef|catering|traiteur|grootkeuken",
    "schoonmaak": r"schoonmaak|poets|kuis|reinig|cleaning",
    "onderwijs": r"onderwijs|leerkracht|leraar|school|lesgev|docent",
    "techniek": r"technie|onderhoud|elektric|mechani|loodgiet|installat|electro|hvac|sanitair",
    "vervoer": r"chauffeur|vrachtwagen|transport|bestuurder|driver|logist",
    "verkoop": r"verkoop|verkop|winkel|retail|sales|kassa",
    "boekhandel": r"boekhandel|boekenwinkel|boekenzaak|bookshop|bookstore|librairie",
    "bibliotheek": r"bibliothe|\bbib\b|library",
    "cultuur": r"cultu|museum|theater|evenement|event",
    "sport": r"sport|zwem|redder|fitness",
    "recht": r"jurid|advoca|notari|jurist|legal",
    "personeel": r"personeel|\bhr\b|human resources|rekruter|selectie|payroll",
    "veiligheid": r"politie|brandweer|veiligheid|bewak|security|militair",
    "afval": r"recyclage|afval|containerpark|huisvuil",
    "overheid": r"overheid|openbaar|gemeente|stad\b|lokaal bestuur|public sector",
}  # fmt: skip
_PATTERNS = {world: re.compile(pattern) for world, pattern in _WORLDS.items()}
_ANY_KIND = re.compile(
    r"^(?:relevante?|nuttige?|beroeps|werk|professionele|aantoonbare)?\s*(?:ervaring|werkervaring|beroepservaring)?$"
    r"|gelijkaardige functie|soortgelijke functie|relevante"
)
_VOLUNTEER = re.compile(r"vrijwillig|scouts|chiro|ksa|klj|leiding in de|volunteer|stage\b|stages\b|studentenjob|jobstudent|vakantiewerk")


def _named_worlds(text: str) -> frozenset[str]:
    """The working worlds that a text names by their own words."""
    folded = fold(text)
    return frozenset(world for world, pattern in _PATTERNS.items() if pattern.search(folded))


def worlds_in(text: str) -> frozenset[str]:
    """The working worlds that a text names, by their own words or by a field of study."""
    found = set(_named_worlds(text))
    for key in fields_in(text):
        found |= {domain for domain in FIELDS[key].domains if domain in _WORLDS}
    return frozenset(found)


@lru_cache(maxsize=2048)
def _wanted_worlds(wanted: str) -> frozenset[str]:
    return worlds_in(wanted)


def fits(told: str, wanted: str | None) -> Fit:
    """Whether told work is the wanted kind; "unknown" where either side says too little."""
    if not wanted or _ANY_KIND.match(fold(wanted).strip()):
        return "yes"
    if not told:
        return "unknown"
    if _other_role(told, wanted):
        return "unknown"
    if any(len(word) > _SHORT for word in telling(told) & bundle_telling(wanted) - _COMMON - _PUBLIC):
        return "yes"
    if _alike(told, wanted):
        return "yes"
    told_worlds, wanted_worlds = worlds_in(told), _wanted_worlds(wanted)
    narrow = wanted_worlds - {"overheid"} or wanted_worlds  # who works for a government need not have done this work
    asked = {world for world in narrow if not any(_PARENT.get(other) == world for other in wanted_worlds)}
    # Two fields of one broad domain are not the same work: one side must name the world itself.
    if told_worlds & asked & (_named_worlds(told) | _named_worlds(wanted)):
        return "yes"
    if told_worlds & asked:
        return "unknown"
    wider = {_PARENT.get(world, world) for world in asked}
    if not told_worlds or not wanted_worlds or told_worlds & wider or told_worlds & {"leiding", "overheid"}:
        return "unknown"
    return "no"


def _alike(told: str, wanted: str) -> bool:
    """Words of one family: 'handhaver' and 'handhaving', 'boekhouder' and 'boekhouding'."""
    theirs = [word for word in re.findall(r"[a-z]{7,}", fold(wanted)) if word not in _NO_WORK]
    own = [word for word in re.findall(r"[a-z]{7,}", fold(told)) if word not in _NO_WORK]
    return any(a[:7] == b[:7] for a in own for b in theirs)


_NO_WORK = frozenset(
    "vergelijkbare gelijkaardige relevante beroepservaring werkervaring ervaring functies functie medewerker medewerkster minstens minimaal voltijds"
    " leidinggevende gemeente gemeentelijke openbare openbaar overheid provincie bestuur besturen sector afdeling betaalde dienst diensten algemene"
    " verschillende verantwoordelijke ondersteuning ondersteunende".split()
)
_ROLE = re.compile(r"^\W*(?:[a-z0-9]+ jaar )?(?:als )?([a-z-]+(?: of [a-z-]+)?) (?:in|bij|op) ")


def _other_role(told: str, wanted: str) -> bool:
    """'kelner in een restaurant' shares only the place with 'kok of hulpkok in een restaurant'."""
    own, asked = _ROLE.match(fold(told)), _ROLE.match(fold(wanted))
    if own is None or asked is None:
        return False
    shared = telling(own.group(1)) & bundle_telling(asked.group(1)) or worlds_in(own.group(1)) & worlds_in(asked.group(1))
    return not shared and not any(part[:4] in own.group(1) for part in re.findall(r"[a-z]{4,}", fold(asked.group(1))))


# A world inside a wider one: whoever worked in the wider one may or may not have done this.
_PARENT = {
    "wegenbouw": "bouw",
    "boekhouding": "administratie",
    "systeembeheer": "ict",
    "energie": "bouw",
    "gebouwen": "techniek",
    "keuken": "verkoop",
    "ouderenzorg": "zorg",
    "kinderen": "sociaal",
}
_SHORT = 3
_PUBLIC = telling("overheid bestuur gemeente stad ocmw provincie provinciebestuur lokaal openbaar besturen overheidsdienst")
_COMMON = telling("functie dienst medewerker werk werken ervaring jaar job sector betaalde vergelijkbare bediende team")


def years_of(experience: Sequence[Experience], wanted: str | None, condition: str = "") -> tuple[float | None, Fit]:
    """The years of the wanted kind (added up), and how sure the kind is. (None, "unknown") where nothing was told.

    `condition` is the bundle's whole sentence: it may say whether voluntary work counts; where it doesn't, that is unsure.
    """
    known = [item for item in experience if item.years is not None] or experience
    fitting = [(item, _with_volunteers(item, fits(item.kind or item.words, wanted), fold(condition))) for item in known]
    counted = [(item, how) for item, how in fitting if how != "none"]
    if fitting and not counted:
        return 0.0, "yes"
    for fit in _FITS:
        chosen = [item for item, how in counted if how == fit]
        if chosen:
            whole = [item for item in chosen if not item.within] or chosen
            years = [item.years for item in whole if item.years is not None]
            return (sum(years) if years else None), fit
    return None, "unknown"


_FITS: tuple[Fit, ...] = ("yes", "unknown", "no")
_COUNTS_NOT = re.compile(r"\bbetaald|vrijwillig[^.]{0,90}\b(?:niet|geen)\b|beroepservaring|professionele ervaring")


def _with_volunteers(item: Experience, fit: Fit, condition: str) -> Literal["yes", "no", "unknown", "none"]:
    if not _VOLUNTEER.search(fold(item.words)):
        return fit
    if _COUNTS_NOT.search(condition):
        return "none"
    return (
        fit
        if re.search(
            r"(?:vrijwillig|onbetaald|jeugdbeweging|stage)[^.]{0,80}\btel(?:t|len)\b"
            r"|betaald [^.]{0,12}of onbetaald",
            condition,
        )
        else "unknown"
    )


_IN = re.compile(
    r"ervaring\s+(?:(?:hebt|heeft|hebben|heb|bezit|bezitten|bewijst|bewijzen|kunnen|kan|aantonen|opgedaan|voorleggen"
    r"|opgebouwd)\s+)*(?:in|als|binnen|bij|met|op|inzake|rond)\s+([^.;()]+)"
)
# 'minstens acht jaar in de sportdienst', 'vijf jaar behandeling van vergunningen': the work follows the years.
_AFTER_YEARS = re.compile(
    r"\bjaar\s+(?!ervaring|relevante|nuttige|oud|geleden)(?:lang\s+)?(?:(?:voltijds|betaald|gewerkt|werkzaam|actief)\s+)*(?:(?:hebt"
    r"|heeft)\s+)?(?:(?:als|in|bij|binnen|op|rond|met)\s+)?([a-z][^.;()]{3,})"
)


_TAIL = re.compile(
    r",?\s+(?:en|maar)\s+(?:je |u |hij )?(?:slaag|slagen|slaagt|legt|geslaagd|een geslaagde)|\s+(?:aan te tonen|bewijst|hebt|heeft|hebben|heb)\b"
)


_OF_WHICH = re.compile(r",?\s*\b(?:waarvan|waaronder)\b")


def parts_of(text: str) -> tuple[str, str]:
    """A condition on experience, and the part of it that must be of another kind: 'drie jaar als verpleegkundige, waarvan een in een wzc'."""
    cut = _OF_WHICH.search(fold(text))
    return (text[: cut.start()], text[cut.end() :].strip()) if cut and years_in(text[cut.end() :]) is not None else (text, "")


def wanted_in(text: str) -> tuple[float | None, str | None]:
    """Years and kind that a sentence of a bundle asks: 'minstens twee jaar beroepservaring in gebouwenbeheer' is (2, 'gebouwenbeheer')."""
    match = _IN.search(fold(text)) or _AFTER_YEARS.search(fold(text))
    return years_in(text), _TAIL.split(match.group(1))[0].strip() if match else None


_NEVER = re.compile(r"\b(?:nooit|geen|zonder|niks|never|jamais)\b")


def denies(said: Said, text: str, kind: str | None) -> bool:
    """'nog nooit een team geleid': a denial in words of the experience that is asked."""
    if said.polarity != "no" or not _NEVER.search(fold(said.words)):
        return False
    denied = _NEVER.split(fold(said.words), maxsplit=1)[1]
    if re.search(r"diploma|rijbewijs|bachelor|master|attest|brevet|getuigschrift", denied[:30]):
        return False
    return bool(telling(denied) & bundle_telling(kind or text) - _WORK_WORDS) or (
        "ervaring" not in denied and bool(worlds_in(denied) & worlds_in(kind or text)) and bool(re.search(r"gewerkt|geleid|gegeven|gedaan", denied))
    )


_WORK_WORDS = telling("ervaring minstens jaar relevante werk gewerkt functie dienst aantoonbare beroepservaring hebt werken bij een sector")


_DID = re.compile(r"\b(?:gegeven|gewerkt|geleid|gedaan|behandeld|geholpen|bijgesprongen|gecoacht|gestaan|ervaring|worked|led|travaille)\b")


def tells_vaguely(said: Said, wanted: str) -> bool:
    """'ik heb vroeger ook wel wat leiding gegeven': the work that is asked, without how long."""
    folded = fold(said.words)
    if said.polarity == "no" or not _DID.search(folded) or years_in(folded) is not None:
        return False
    return bool(telling(folded) & bundle_telling(wanted) - _WORK_WORDS) or bool(worlds_in(folded) & worlds_in(wanted))
