"""Kinds of work that candidates look for ("iets in de zorg", "leidinggevend") and the titles that belong to them."""

from __future__ import annotations

import re

from actions.vacancy_choice import fold
from knowledge.catalog import title_of
from knowledge.model import Vacancy

# What a question says, and what a vacancy of that kind is called. Order: the first that fits counts.
_KINDS: tuple[tuple[str, str], ...] = (
    (
        r"leidinggev\w*|leiding(?: geven)?\b|management|teamleider|chef\b|managerial|responsable",
        r"hoofd|directeur|ploegbaas|werkleider|teamleid|ploegleider|coordinator|manager|verantwoordelijke|coach|chef|commandant",
    ),
    (
        r"\bde zorg\b|zorgsector|zorgjob\w*|verpleg\w*|verpleeg\w*|rusthuis|woonzorg\w*|ouderenzorg|healthcare|\bcare\b|\bsoins\b|bejaarden",
        r"verple|zorg|ergo|kine|logopedi|vroedv|animator|arts|dokter|paramedic|wzc",
    ),
    (
        r"kinderopvang|kinderen|\bkind\b|baby\w*|children|enfants|opvang",
        r"kinder|opvang|kleuter|speelplein|begeleider|jeugd|onthaalouder|school",
    ),
    (
        r"jeugd\w*|jongeren|youth|jeunes",
        r"jeugd|jongeren|straathoek|speelplein",
    ),
    (
        r"onderwijs\b(?! diploma)|lesgeven|leerkracht\w*|leraar|lerares|teach\w*|enseign\w*|\bschool\b",
        r"leerkracht|leraar|leer|onderwijs|school|docent|opvoed|brugfiguur",
    ),
    (
        r"\bmuziek\w*|\bmusic|musique",
        r"muziek|viool|piano|gitaar|zang|dirigent|academie|slagwerk|cello|fluit",
    ),
    (
        r"informatica|\bict\b|\bit\b|computer\w*|\bsoftware|programm\w*|informatique",
        r"ict|systeem|helpdesk|informatica|applicatie|netwerk|data|gis|digital|security|software|web",
    ),
    (
        r"boekhoud\w*|financ\w*|cijfers|accounting|comptab\w*",
        r"financ|boekhoud|begrot|belasting|ontvang|inning|controller",
    ),
    (
        r"personeelsdienst|\bhr\b|human resources|personeelszaken|rekruter\w*",
        r"personeel|\bhr\b|selectie|loon|rekruter|talent",
    ),
    (
        r"communicatie\b|marketing|journalist\w*|grafisch\w*",
        r"communicat|marketing|redact|grafisch|woordvoer|pers",
    ),
    (
        r"administrat\w*|kantoor\w*|bureauwerk|secretar\w*|office",
        r"administrat|secretar|burgerzaken|onthaal|dossier|medewerker|balie|kantoor",
    ),
    (
        r"onthaal\w*|balie\w*|loket\w*|reception\w*|accueil",
        r"onthaal|balie|loket|burgerzaken|recept",
    ),
    (
        r"sociaal werk\w*|maatschappelijk\w*|welzijn\w*|armoede|social work\w*|travail social|hulpverlening aan mensen",
        r"sociaal|maatschappelijk|welzijn|brugfiguur|trajectbegeleid|hulpverlen|energiecoach|wijk",
    ),
    (
        r"juridisch\w*|\brechten\b|jurist\w*|\blaw\b|legal|juridique",
        r"jurist|juridisch|notulist|griffi",
    ),
    (
        r"poets\w*|schoonma\w*|kuis\w*|clean\w*|nettoy\w*|huishoud\w*",
        r"poets|schoonma|huishoud|schoonmaak|onderhoud|logistiek|keukenhulp",
    ),
    (
        r"\bkeuken\w*|kook|koken|horeca|cook\w*|cuisin\w*",
        r"kok|keuken|chef|hulpkok|maaltijd|cafetaria|restaurant",
    ),
    (
        r"buiten\b(?! kantoor)|groen\w*|tuin\w*|parken|bomen|outdoor|dehors|jardin\w*",
        r"groen|tuin|park|bos|natuur|arbeider|ploeg|boom|begraafplaats|wegen",
    ),
    (
        r"technisch\w*|techniek\w*|handenarbeid|arbeider\w*|bouw\b|elektric\w*|loodgiet\w*|\bwegen\b|technical|technique",
        r"techni|arbeider|elektric|metser|schrijnwerk|ploeg|werkleider|wegen|mecanic|mechan|loodgiet|klus|gebouw|patrimonium|riolering"
        r"|installat|lasser",
    ),
    (
        r"\bwater\w*|ingenieur\w*|engineer\w*|riolering",
        r"ingenieur|water|riolering|projectleider|polder|hydro",
    ),
    (
        r"milieu|klimaat|omgeving\w*|ruimtelijke ordening|stedenbouw\w*|vergunning\w*|environment|urbanism\w*",
        r"omgeving|milieu|klimaat|stedenbouw|ruimte|vergunning|duurzaam|energie|afval",
    ),
    (
        r"\bsport\w*|zwembad\w*|zwemmen|swimming|piscine",
        r"sport|redder|zwembad|badmeester|toezichter|turn",
    ),
    (
        r"cultu\w*|bibliothe\w*|\bbib\b|museum|erfgoed|library|toerisme|evenement\w*",
        r"cultu|bib|museum|erfgoed|archief|toeris|evenement|theater|vrije tijd",
    ),
    (
        r"veiligheid|politie\w*|brandweer\w*|bewaking|safety|security|police|pompier\w*",
        r"politie|brandweer|gemeenschapswacht|preventie|inspecteur|veiligheid|bewak|stadswacht|nood",
    ),
    (
        r"chauffeu\w*|rijden\b|vrachtwagen|bus\b|driver\b|conducteur",
        r"chauffeur|bestuurder|bus|vervoer|mecani|wegen",
    ),
)
_COMPILED = tuple((re.compile(cue), re.compile(r"\b(?:" + titles + r")|(?:" + titles.replace(r"\b", "") + r")")) for cue, titles in _KINDS)
_IN_A_KIND = re.compile(
    r"\b(?:in|met|bij|rond|van|voor|als|dans|avec|with|the)\b|\biets\b|\bfunctie|\bjobs?\b|\bvacature|\bwerk\b|\bwerken\b|\bpost|\bposition|zoek"
)


def of_kind(question: str, pool: dict[str, Vacancy]) -> dict[str, Vacancy] | None:
    """The vacancies of the kind of work that a folded question names; None when it names no kind, {} when there is none of it."""
    if not _IN_A_KIND.search(question):
        return None
    for cue, titles in _COMPILED:
        if cue.search(question):
            return {id: vacancy for id, vacancy in pool.items() if titles.search(fold(title_of(vacancy)))}
    return None
