"""Where a diploma comes from: the country, the kind of school, and whether NARIC recognised it."""

from __future__ import annotations

import re

from knowledge.eligibility.model import School

_COUNTRIES: dict[str, str] = {
    "nederland": "NL", "nederlands diploma": "NL", "nederlandse diploma": "NL", "nederlandse (?:bachelor|master|hogeschool|universiteit|hbo)": "NL", "holland": "NL", "netherlands": "NL", "pays bas": "NL",
    "amsterdam": "NL", "rotterdam": "NL", "tilburg": "NL", "utrecht": "NL", "eindhoven": "NL", "maastricht": "NL", "breda": "NL", "dutch (?:bachelor|master|degree|university)": "NL",
    "luxemburg": "LU", "luxembourg": "LU", "estland": "EE", "letland": "LV", "litouwen": "LT", "estonia": "EE", "latvia": "LV", "lithuania": "LT",
    "wallonie": "BE-FR", "waals": "BE-FR", "waalse": "BE-FR", "franstalig(?:e)?(?: belgie| gemeenschap| diploma)?": "BE-FR", "franse gemeenschap": "BE-FR", "communaute francaise": "BE-FR", "federation wallonie": "BE-FR",
    "liege": "BE-FR", "luik": "BE-FR", "namen": "BE-FR", "namur": "BE-FR", "louvain la neuve": "BE-FR", "ulb": "BE-FR", "uclouvain": "BE-FR", "bergen universiteit": "BE-FR", "charleroi": "BE-FR",
    "duitstalige gemeenschap": "BE-DE", "eupen": "BE-DE",
    "frankrijk": "FR", "france": "FR", "frans diploma": "FR", "franse (?:bachelor|master|licence|universiteit)": "FR", "lille": "FR", "rijsel": "FR", "paris": "FR", "parijs": "FR",
    "duitsland": "DE", "duits(?:e)? (?:diploma|bachelor|master)": "DE", "germany": "DE", "allemagne": "DE", "spanje": "ES", "spaans(?:e)?": "ES", "spain": "ES", "espagne": "ES",
    "portugal": "PT", "portugees": "PT", "italie": "IT", "italiaans(?:e)?": "IT", "italy": "IT", "polen": "PL", "pools(?:e)?": "PL", "poland": "PL", "pologne": "PL", "roemenie": "RO", "romania": "RO", "roumanie": "RO", "roemeens(?:e)?": "RO",
    "bulgarije": "BG", "bulgaria": "BG", "bulgaars(?:e)?": "BG", "hongarije": "HU", "griekenland": "GR", "greece": "GR", "engeland": "GB", "groot brittannie": "GB", "verenigd koninkrijk": "GB", "brits(?:e)?": "GB", "england": "GB", "uk": "GB",
    "ierland": "IE", "ireland": "IE", "oekraine": "UA", "oekraiens(?:e)?": "UA", "ukraine": "UA", "rusland": "RU", "russisch(?:e)?": "RU", "turkije": "TR", "turks(?:e)?": "TR", "turkey": "TR", "turquie": "TR",
    "marokko": "MA", "marokkaans(?:e)?": "MA", "morocco": "MA", "maroc": "MA", "algerije": "DZ", "algerie": "DZ", "tunesie": "TN", "tunisie": "TN", "egypte": "EG", "syrie": "SY", "syrisch(?:e)?": "SY", "syria": "SY", "irak": "IQ", "iraq": "IQ", "iran": "IR",
    "afghanistan": "AF", "afghaans(?:e)?": "AF", "pakistan": "PK", "india": "IN", "indisch(?:e)?": "IN", "china": "CN", "filipijnen": "PH", "philippines": "PH", "congo": "CD", "kongo": "CD", "kameroen": "CM", "cameroun": "CM", "cameroon": "CM", "ghana": "GH", "nigeria": "NG",
    "brazilie": "BR", "braziliaans(?:e)?": "BR", "brazil": "BR", "bresil": "BR", "colombia": "CO", "ecuador": "EC", "peru": "PE", "mexico": "MX", "argentinie": "AR", "suriname": "SR", "surinaams(?:e)?": "SR", "verenigde staten": "US", "amerika": "US", "amerikaans(?:e)?": "US", "usa": "US",
    "canada": "CA", "australie": "AU", "zuid afrika": "ZA", "armenie": "AM", "georgie": "GE", "albanie": "AL", "kosovo": "XK", "servie": "RS", "kroatie": "HR", "tsjechie": "CZ", "slowakije": "SK", "slovakia": "SK", "zwitserland": "CH", "oostenrijk": "AT",
    "zweden": "SE", "denemarken": "DK", "noorwegen": "NO", "finland": "FI", "somalie": "SO", "eritrea": "ER", "ethiopie": "ET", "rwanda": "RW", "burundi": "BI", "senegal": "SN", "togo": "TG", "guinee": "GN", "nepal": "NP", "vietnam": "VN", "thailand": "TH", "japan": "JP",
}  # fmt: skip
_COUNTRY = {code_pattern: re.compile(rf"(?<![a-z]){code_pattern}(?![a-z])") for code_pattern in _COUNTRIES}
_FOREIGN = re.compile(
    r"\b(?:buitenland|buitenlands|buitenlandse|ander land|foreign|abroad|etranger|etrangere|thuisland|mijn land|home country"
    r"|buiten belgie|outside belgium)\b"
)
_DUTCH_LANGUAGE = re.compile(
    r"\b(?:nederlands|duits|frans|engels|spaans|turks|italiaans|russisch|portugees|pools)(?: (?:is|spreek|spreken|leren"
    r"|taal|niveau)|$|[,.?])"
)
_RECOGNISED_NOT = re.compile(
    r"(?:niet|nog niet|geen|zonder|not|pas|no|nooit|without|lopende|aangevraagd|in aanvraag|wacht(?:en)? op|bezig met"
    r"|pending)\b[^.;]{0,45}(?:erkend|erkenning|naric|gelijkwaardig|gelijkgesteld|gelijkwaardigheid|recogni|reconnu|equivalen)"
    r"|(?:naric|erkenning|gelijkwaardigheid\w*|recognition|equivalence)\b[^.;]{0,40}(?:niet|nog niet|aangevraagd|aanvraag|lopende|loopt|nog bezig"
    r"|wacht|ontbreekt|moet ik|pending|in behandeling)"
)
_RECOGNISED = re.compile(
    r"\berken(?:d|ning|de)\b|\bnaric\b|gelijkwaardig|gelijkgesteld|recogni[sz]ed|recognition|reconnu|equivalen(?:t|ce)"
    r"|beroepserkenning|specifieke erkenning"
)
_QUESTION = re.compile(r"\b(?:moet|telt|is dat|wordt|kan ik|hoe)\b[^.;]{0,40}(?:erkend|erkenning|naric|gelijkwaardig)")
_SCHOOLS: tuple[tuple[School, re.Pattern[str]], ...] = (
    ("cvo", re.compile(r"\bcvo\b|avondschool|avondonderwijs|avondles|sociale promotie|volwassenenonderwijs|tweedekans|\bsyntra\b|evening school"
        r"|hokt ?sp|\bhosp\b|promotion sociale")),
    ("hogeschool", re.compile(r"\bhogeschool\b|\bvives\b|\bhowest\b|\bhogent\b|artevelde|\bodisee\b|\bucll\b|thomas more|\bpxl\b"
        r"|erasmushogeschool|karel de grote|\bkdg\b|dagonderwijs|dagschool|voltijds hoger|full ?time|korte type|\bsociale school\b|\bplantijn\b"
        r"|\bkatho\b|\bipsoc\b")),
    ("universiteit", re.compile(r"\buniversiteit\b|\bunief\b|\bkul\b|ku leuven|\bugent\b|\bvub\b|\buantwerpen\b|\buhasselt\b|\brug\b|\bufsia\b"
        r"|university|universite\b")),
)  # fmt: skip


def country_in(folded: str) -> str | None:
    """The country that a message names for a diploma; "??" for a foreign one without a name, None without a word about it."""
    without_language = _DUTCH_LANGUAGE.sub(" ", folded)
    for pattern, regex in _COUNTRY.items():
        if regex.search(without_language):
            return _COUNTRIES[pattern]
    return "??" if _FOREIGN.search(folded) else None


def recognised_in(folded: str) -> bool | None:
    """Whether the candidate says that the diploma is recognised; None without a word about it."""
    if _RECOGNISED_NOT.search(folded):
        return False
    return True if _RECOGNISED.search(folded) and not _QUESTION.search(folded) else None


def school_in(folded: str) -> School | None:
    """The kind of school that a text names; an evening school before the rest, for it decides."""
    return next((school for school, pattern in _SCHOOLS if pattern.search(folded)), None)
