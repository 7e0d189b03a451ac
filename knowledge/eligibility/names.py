"""The names under which diplomas go: Dutch, Flemish old and new, French and English, abbreviations and school slang.

Each row is a pattern over folded text (see words.fold) with what it says. Earlier rows win where two overlap at the same place and length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.eligibility.levels import Variant
from knowledge.model import Level


@dataclass(frozen=True, slots=True)
class Name:
    """A way to name a diploma. `fields` and `title` are what the name itself says ('vroedvrouw' is a bachelor in de vroedkunde)."""

    pattern: re.Pattern[str]
    level: Level | None
    variant: Variant | None = None
    fields: tuple[str, ...] = ()
    title: str | None = None


def _name(pattern: str, level: Level | None, variant: Variant | None = None, fields: str = "", title: str | None = None) -> Name:
    return Name(re.compile(rf"(?<![a-z0-9])(?:{pattern})(?![a-z0-9])"), level, variant, tuple(fields.split("|")) if fields else (), title)


_ORDINAL_6 = r"(?:6 ?(?:de|e|ste)?|zesde|zesdejaars)"
_ORDINAL_7 = r"(?:7 ?(?:de|e|ste)?|zevende|specialisatiejaar)"
_YEAR = r"(?:(?: leer)? ?jaar(?: van(?: het)?)?)?"
_BSO = r"(?:bso|beroeps(?:secundair(?: onderwijs)?|onderwijs)?|arbeidsmarktfinaliteit)"

NAMES: tuple[Name, ...] = (
    # Proofs that are no diploma by themselves.
    _name(r"post ?graduaat|postgraduaten|post ?graduate(?: (?:degree|diploma))?|postgrad", None, "postgraduaat"),
    _name(r"credit ?bewij(?:s|zen)|schakel ?programma|schakeljaar|voorbereidingsprogramma", None, "certificaat"),
    # Old university halves: never equated with a bachelor.
    _name(
        r"(?:diploma (?:van )?|graad van )kandidaat|kandidaats ?diploma|(?:1ste|2de|eerste|tweede|twee jaar) kandida(?:tuur|turen|ats?)",
        None,
        "kandidaat",
    ),
    _name(
        r"kandida(?:at|tuur|turen)(?= (?:in |van )?(?:de |het )?(?:rechten|[a-z]*(?:wetenschappen|kunde|logie|filologie|geschiedenis"
        r"|psychologie|geneeskunde|economi|ingenieur)|(?:burgerlijk|bio|handels|industrieel) ?ingenieur))",
        None,
        "kandidaat",
    ),
    _name(
        r"(?:(?:1ste|2de|eerste|tweede|een|twee) )?kandida(?:tuur|turen|at|ats)(?: in de| in)? (?:burgerlijk |bio |handels |industrieel )?"
        r"ingenieur(?:swetenschappen)?",
        None,
        "kandidaat",
    ),
    # Doctor.
    _name(r"doctor(?!s?kabinet)|doctoraat|doctoraal|ph\.? ?d\.?|doctorat|doctorate|doctor in", "doctor"),
    # Master and what is equated with it.
    _name(r"manama|master na master", "master", "manama"),
    _name(
        r"(?:educatieve )?master(?:s|'s|'?s? ?degree| ?diploma'?s?|s ?diploma'?s?| ?opleiding| ?niveau| ?graad|proef)?|masterke|m\.? ?sc|mba",
        "master",
    ),
    _name(
        r"licen[ct]iaats?(?: ?diploma)?|licen[ct]iaten|licen[ct]ie|licenciado|lic\.?(?= (?:in |de |rechten|[a-z]+(?:gie|kunde|schappen)))",
        "master",
        "licentiaat",
    ),
    _name(r"(?:burgerlijke?|civiel) ingenieur(?:s|es)?(?: architect)?", "master", "gelijkgeschakeld", "burgerlijk ingenieur"),
    _name(r"industriee?le? ingenieur(?:s)?|ing\.?(?= )", "master", "gelijkgeschakeld", "industrieel ingenieur"),
    _name(r"handels ?ingenieur(?:s)?", "master", None, "handelsingenieur"),
    _name(r"(?:bio ?|landbouw ?)ingenieur(?:s)?", "master", None, "bio ingenieur"),
    _name(r"(?:ir\.?|ingenieur)(?= |$)", "master", "gelijkgeschakeld", "ingenieurswetenschappen"),
    _name(
        r"(?:diploma )?(?:van )?(?:het )?hoger onderwijs (?:van )?(?:het )?lange? type"
        r"|(?:(?:diploma )?(?:van )?(?:het )?hoger onderwijs (?:van |met )?)?(?:twee|2) cycl(?:i|ussen)|holt",
        "master",
        "gelijkgeschakeld",
    ),
    _name(r"ma[iî]trise|bac ?\+ ?5", "master"),
    _name(r"apotheker", "master", None, "farmacie"),
    _name(r"arts|dokter in de geneeskunde", "master", None, "geneeskunde"),
    _name(r"tandarts", "master", None, "tandheelkunde"),
    _name(r"dierenarts", "master", None, "diergeneeskunde"),
    _name(r"ll\.?m", "master", None, "rechten"),
    _name(r"jurist(?:e)?|meester in de rechten", "master", None, "rechten"),
    _name(r"interieurarchitect(?:e)?", "master", "gelijkgeschakeld", "interieurarchitectuur"),
    # Bachelor and what is equated with it.
    _name(r"banaba|bachelor na bachelor", "bachelor", "banaba"),
    _name(r"p\.?ba|professione(?:le|el) bachelor(?:s|diploma| ?diploma)?|professional bachelor", "bachelor", "professioneel"),
    _name(r"a\.?ba|academische? bachelor(?:s|diploma| ?diploma)?|academic bachelor", "bachelor", "academisch"),
    _name(
        r"(?:educatieve )?(?:bachel+or|bachelier)(?:s|'s|'?s? ?degree| ?diploma'?s?|s ?diploma'?s?| ?opleiding| ?niveau"
        r"| ?graad)?|bach|baccalaureaat|b\.? ?sc"
        r"|bac ?\+ ?3",
        "bachelor",
    ),
    _name(r"architect assistent(?:e)?", "bachelor", "gelijkgeschakeld", "architectuur", "architect-assistent"),
    _name(r"architect(?:e)?", "master", "gelijkgeschakeld", "architectuur"),
    _name(r"(?:technisch|technische) ingenieur(?:s)?", "bachelor", "gelijkgeschakeld", "technisch ingenieur", "technisch ingenieur"),
    _name(r"maatschappelijke? assistent(?:en|e|es)?|assistante? sociale?", "bachelor", "gelijkgeschakeld", "", "maatschappelijk assistent"),
    _name(r"maatschappelijk adviseur", "bachelor", "gelijkgeschakeld", "", "maatschappelijk adviseur"),
    _name(
        r"assistent(?:e)? in de psychologie|psychologisch assistent(?:e)?",
        "bachelor",
        "gelijkgeschakeld",
        "toegepaste psychologie",
        "assistent in de psychologie",
    ),
    _name(r"vroedvrouw(?:en)?|sage femme|midwife", "bachelor", None, "vroedkunde", "vroedvrouw"),
    _name(
        r"kleuter(?:leid(?:st)?er|onderwijzer(?:es)?|juf|leerkracht|leraar)|institut(?:rice|eur) maternelle?",
        "bachelor",
        "gelijkgeschakeld",
        "onderwijs|kleuteronderwijs",
        "kleuterleidster",
    ),
    _name(
        r"(?:lagere? )?onderwijzer(?:es)?|institut(?:rice|eur) primaire", "bachelor", "gelijkgeschakeld", "onderwijs|lager onderwijs", "onderwijzer"
    ),
    _name(
        r"regent(?:es|aat)?|g(?:l|h)?so groep 1|geaggregeerde (?:voor het )?(?:lager )?secundair(?: onderwijs)?(?: groep 1)?",
        "bachelor",
        "gelijkgeschakeld",
        "onderwijs|secundair onderwijs",
        "regent",
    ),
    _name(
        r"(?:gegradueerde? |diploma )?a ?1(?:(?= diploma| verpleeg|$|[,.?!)]| niveau|\))| (?:diploma|niveau)"
        r"|(?<!niveau a1)(?<!lands a1)(?<!frans a1)(?= [a-z]{6,}))|niveau a1",
        "bachelor",
        "gelijkgeschakeld",
    ),
    _name(
        r"(?:diploma )?(?:van )?(?:het )?(?:sociaal |paramedisch |pedagogisch |economisch |technisch )?hoger onderwijs (?:van )?(?:het )?korte? type"
        r"|hokt|(?:een|1"
        r"|een enkele) cyclus|korte type",
        "bachelor",
        "gelijkgeschakeld",
    ),
    _name(r"kinesist(?:e)?|kinesitherapeut(?:e)?", "master", None, "kinesitherapie"),
    _name(r"logopedist(?:e)?", "bachelor", None, "logopedie"),
    _name(r"ergotherapeut(?:e)?", "bachelor", None, "ergotherapie"),
    _name(r"dietist(?:e)?", "bachelor", None, "voedings en dieetkunde"),
    _name(r"psycholoog|psychologe", "master", None, "psychologie"),
    _name(r"basisverpleegkundige", "graduaat", "hbo5", "basisverpleegkunde"),
    # Graduaat and gegradueerde: two opposite things under nearly one name.
    _name(
        r"hbo ?5?(?: diploma| graduaat)?|hoger beroepsonderwijs|associate degree|hok ?tsp|hosp|(?:hoger onderwijs (?:van"
        r"|voor) )?sociale promotie",
        "graduaat",
        "hbo5",
    ),
    _name(r"graduaats?(?: ?diploma| ?opleiding)?|graduaten", None, "graduaat_of_gegradueerde"),
    _name(r"gegradueerden?|gegradueerd|gradu(?:e|ee)(?= en )", None, "graduaat_of_gegradueerde"),
    # Brevets, certificates and the like.
    _name(
        r"(?:hbo5 )?gebrevetteerde?(?: ziekenhuis)? ?(?:verpleegkundige|verpleegster|verpleger|verpleging)?|(?:4de|vierde) graad beroeps[a-z ]*",
        "secundair",
        "brevet",
        "verpleegkunde",
    ),
    # Secondary school.
    _name(
        rf"{_ORDINAL_7}{_YEAR} ?(?:in )?(?:het )?{_BSO}|{_BSO} ?\(?(?:met )?(?:een )?{_ORDINAL_7}{_YEAR}"
        r"|(?:(?:7 ?(?:de|e|ste)|zevende) (?:leer)?jaar|specialisatiejaar)(?: (?:van het )?(?:secundair|middelbaar)(?: onderwijs)?)?",
        "secundair",
        "zevende_bso",
    ),
    _name(rf"{_ORDINAL_6}{_YEAR} ?(?:in )?(?:het )?{_BSO}|{_BSO} ?\(?{_ORDINAL_6}{_YEAR}", "secundair", "zesde_bso"),
    _name(r"studie ?getuigschrift(?: van het)?(?: (?:6de|zesde) (?:leer)?jaar)?(?: secundair(?: onderwijs)?)?", "secundair", "zesde_bso"),
    _name(r"bso(?: diploma)?|beroeps(?:secundair|onderwijs|school)(?: onderwijs)?|arbeidsmarktfinaliteit|(?:van |de )beroeps", "secundair", "bso"),
    _name(
        r"(?:attest|getuigschrift) (?:van (?:het|de) )?(?:2de|tweede) graad(?: secundair(?: onderwijs)?)?|(?:tweede|2de|derde|3de|vierde"
        r"|4de) (?:jaar )?(?:middelbaar|secundair)|lager (?:secundair|middelbaar)(?: onderwijs)?|a ?3|lagere graad",
        "lager",
        "lager_secundair",
    ),
    _name(
        r"(?:diploma (?:van (?:het )?)?|getuigschrift (?:van (?:het )?)?)?(?:hoger )?(?:secundaire?|middelbaa?re?|humaniora)(?: ?(?:onderwijs"
        r"|school|studies|diploma))*"
        r"|(?:6de|zesde|6e|laatste jaar) ?(?:middelbaar|secundair|humaniora)|humaniora ?diploma"
        r"|(?:6 ?|7 ?)?(?:aso|tso|kso)(?: ?diploma)?"
        r"|(?<!niveau )(?<!level )(?<!nederlands )(?<!dutch )(?<!taal )(?<!au )a ?2(?! nederlands| niveau)(?: diploma)?"
        r"|examencommissie|high ?school(?: diploma)?|secondary(?: school"
        r"| education)?(?: diploma)?"
        r"|cess|(?:etudes |diplome )?secondaires?(?: superieure?s?)?|abitur|dubbele finaliteit|doorstroomfinaliteit|hsttl",
        "secundair",
    ),
    _name(r"certificaat (?:tko|svwo)|tko|svwo|lstl|hstl|lsbl|hsbl|sosp", None, "certificaat"),
    _name(r"(?:getuigschrift |diploma )?(?:van (?:het )?)?(?:lager(?:e)? (?:onderwijs|school)|basisonderwijs|basisschool|primary school)", "lager"),
    # Any other named proof; what it is worth only the bundle can say.
    _name(
        r"(?:attest|brevet|certificaat|getuigschrift|certificate|certificat)(?! (?:van )?(?:naric|inschrijving|gelijkwaardigheid|vca|ehbo"
        r"|erkenning|goed))",
        None,
        "certificaat",
    ),
    # Words that only say roughly where one studied.
    _name(
        r"universita(?:ir|ire)(?: ?(?:diploma|studies|opleiding|niveau|onderwijs))?|university degree|unief ?diploma|diplome universitaire",
        None,
        "universitair",
    ),
    _name(
        r"hogeschool ?diploma|diploma (?:van (?:een|de) )?hogeschool|hogere? studies|diploma hoger onderwijs|hoger onderwijs|hoger diploma",
        None,
        "hogeschool",
    ),
)
