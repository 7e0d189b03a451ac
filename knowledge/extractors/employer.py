"""The employer: the organisation that header, headings, labels and sentences name most clearly."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from knowledge.extractors.people import find_emails
from knowledge.model import Citation, Fact
from knowledge.source import Source

_KIND = (
    r"(?:(?:stad|gemeente)\s*(?:en|&|/)\s*ocmw|stad|gemeente|lokaal bestuur|lokale besturen|ocmw|openbaar centrum voor maatschappelijk welzijn"
    r"|agb|autonoom gemeentebedrijf"
    r"|provincie|provinciebestuur|stadsbestuur|gemeentebestuur|politiezone|lokale politie|pz|hulpverleningszone|brandweerzone|brandweer"
    r"|brandweer\s?zone|zone|zorgbedrijf|zorgpunt|zorggroep|zorgnetwerk"
    r"|zorgvereniging|(?:openbare )?welzijnsvereniging|welzijnskoepel|welzijnsregio|woonzorg(?:groep|net)|zorgraad|interlokale vereniging"
    r"|inter(?:gemeentelijke|communale)(?: (?:vereniging|samenwerking))?"
    r"|dienstverlenende vereniging|opdrachthoudende vereniging|projectvereniging|woonmaatschappij|huisvestingsmaatschappij|scholengroep"
    r"|sociaal huis|erfgoedcel|vervoerregio|eerstelijnszone|district"
    r"|vlaamse gemeenschapscommissie|lokaal overheidsbedrijf|intercommunale|streekintercommunale|afvalintercommunale|woonpunt|ziekenhuis"
    r"|cultuurregio|bibliotheekregio|havenbedrijf|vzw)"
)
_PART = r"[A-ZÀ-Ý][\w'’]*(?:[-–][A-ZÀ-Ýa-z][\w'’]*)*"
_NAME = rf"{_PART}(?:(?:\s(?:aan|op|ten|ter|van|de|den|der|en|in|bij|het|'s|’s))*\s{_PART}){{0,3}}"
_ORGANISATION = re.compile(rf"(?<![\w-])(?P<kind>(?i:{_KIND}))\s+(?i:van\s+(?:de\s+(?:stad|gemeente)\s+)?)?(?P<name>{_NAME})")
_VZW_AFTER = re.compile(rf"(?P<name>{_NAME})\s+(?P<kind>(?i:vzw|cv|nv|ov|iv|dv))(?![\w-])")
_IS_ORGANISATION = re.compile(
    rf"(?:^|(?<=[.!?]\s))(?P<name>{_NAME}) (?:is|zijn) (?:de|het"
    rf"|een) (?:[a-zà-ÿ]+\s){{0,2}}(?P<kind>(?i:{_KIND}))(?![\w-])"
)
_LABEL = re.compile(r"^(?:werkgever|organisatie|bestuur|opdrachtgever|onderneming|wie zijn we)\s*:?$", re.IGNORECASE)
_SEEKS = re.compile(r"^\W{0,3}(?:is op zoek|zoekt|zoeken|werft|gaat over tot|wil|organiseert|heeft|verklaarde|breidt)", re.IGNORECASE)
# Words with a capital that begin what follows the name and don't belong to it.
_NOT_NAME = re.compile(
    r"^(?:Team|Dienst|Personeelsdienst|Woonzorgcentrum|Kenmerk|Vacatures?|Infobundel|Infobrochure|Informatie\w*|Selectie\w*|Bibliotheek|Zwembad"
    r"|Het|De|Een|Je|Wij|We|Tel|Contact|HR|P&O|Werken|Onze|In|Op|Voor|Als"
    r"|Vragen|Solliciteren|Jobs?|Aanwerving\w*|Loopbaan|Rekrutering|Personeel\w*|Sociale|Privacy\w*|ALS|EN|WERKGEVER|INFOBUNDEL|VACATURE\w*"
    r"|SELECTIE\w*|WIJ|ZOEKEN|ZOEKT|PERSONEELSDIENST|DIENST|TEAM|WERKEN)$"
)
_OTHER = re.compile(r"(?:andere|vorige|naburige|buurgemeente|ervaring bij|buiten|deelgemeente|provincie)\W+(?:de |een )?$", re.IGNORECASE)


def extract_employer(source: Source) -> Fact[str] | None:
    """The employer's kind and name ('Stad Aalst', 'OCMW Aalter'), None when the document names no organisation."""
    scores: dict[str, float] = defaultdict(float)
    kinds: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    places: dict[str, Citation] = {}
    domains = _domains(source)
    for kind, name, start, end, weight in _mentions(source):
        key = _fold(name)
        if key not in scores:
            scores[key] = 3.0 if any(key in domain for domain in domains) else 0.0
        scores[key] += weight
        shown = _shown(kind, name)
        kinds[key][shown] += weight
        places.setdefault(shown, source.cite(start, end))
    for organisation in _organisations(source):
        for key in scores:
            if key and key in _fold(organisation):
                scores[key] += 5
    if not scores:
        return _in_page_title(source)
    best = max(scores, key=lambda key: scores[key])
    if scores[best] < 2.5:
        return None
    shown = max(kinds[best], key=lambda value: kinds[best][value])
    return Fact(shown, (places[shown],), confidence=min(0.98, 0.5 + scores[best] / 25))


def _in_page_title(source: Source) -> Fact[str] | None:
    """The organisation that only the page's title names in full, where the text names it without its kind (an address, a domain)."""
    title = str(source.document.metadata.get("title") or "")
    for match in _ORGANISATION.finditer(title):
        name = _name(match["name"])
        place = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", source.document.text) if name else None
        if place:
            return Fact(_shown(match["kind"], name), (source.cite(*place.span()),), confidence=0.7, derived=True)
    return None


def _mentions(source: Source) -> Iterator[tuple[str, str, int, int, float]]:
    """(kind, name, start, end, weight) of each organisation named; the header and the first lines weigh most."""
    mains = 0
    for block in source.document.blocks:
        if block.region in ("footer", "aside"):
            base = 0.5
        elif block.region == "header":
            base = 4.0
        else:
            mains += 1
            base = 3.0 if mains <= 3 else 1.5 if mains <= 8 else 0.4
        if block.kind == "heading" and block.region != "aside":
            base += 1.0
        labelled = block.kind == "row" and block.cells and _LABEL.match(block.cells[0])
        for match in [*_ORGANISATION.finditer(block.text), *_VZW_AFTER.finditer(block.text), *_IS_ORGANISATION.finditer(block.text)]:
            name = _name(match["name"])
            if not name or _OTHER.search(block.text[max(0, match.start() - 24) : match.start()]):
                continue
            end = match.start("name") + len(name) if match.re is _ORGANISATION else match.end()
            weight = base + (5 if labelled else 0) + (2.5 if _SEEKS.search(block.text[end:]) else 0)
            if block.kind == "heading" and match.group().casefold() == block.text.strip(" .:").casefold():
                weight += 2
            if re.fullmatch(r"provincie|vzw|district|zone|ziekenhuis", match["kind"], re.IGNORECASE) and base < 3:
                weight /= 2
            yield "" if match.re is _IS_ORGANISATION else match["kind"], name, block.start + match.start(), block.start + end, weight


def _name(printed: str) -> str:
    words = printed.split(" ")
    for index, word in enumerate(words):
        article = index == 0 and len(words) > 1 and word in {"De", "Het", "In"}
        if _NOT_NAME.match(word) and not article:
            words = words[:index]
            break
    while words and words[-1].islower():
        words.pop()
    return " ".join(words).strip(" -–'’")


def _shown(kind: str, name: str) -> str:
    if not kind:
        return _cased(name)
    kind = re.sub(r"\s+", " ", kind).lower()
    kind = {"stadsbestuur": "stad", "gemeentebestuur": "gemeente", "provinciebestuur": "provincie", "lokale besturen": "lokaal bestuur"}.get(
        kind, kind
    )
    if kind in {"vzw", "cv", "nv", "ov", "iv", "dv"}:
        return f"{_cased(name)} {kind}"
    kind = re.sub(r"\b(ocmw|agb|pz)\b", lambda match: match.group().upper(), kind)
    return f"{kind[0].upper()}{kind[1:]} {_cased(name)}"


def _cased(name: str) -> str:
    return (
        re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize() if len(word.group()) > 1 else word.group(), name.lower())
        if name.isupper()
        else name
    )


def _domains(source: Source) -> set[str]:
    found = {mail.address.split("@")[1] for mail in find_emails(source.document.text)}
    found |= set(re.findall(r"(?:www\.|https?://)([\w.-]+)", source.document.text.lower()))
    return {re.sub(r"[^a-z]", "", domain) for domain in found}


def _organisations(source: Source) -> Iterator[str]:
    """Names in the page's own data: the hiring organisation and the page title."""
    postings = source.document.metadata.get("json_ld")
    for posting in postings if isinstance(postings, list) else []:
        hiring = posting.get("hiringOrganization") if isinstance(posting, dict) else None
        if isinstance(hiring, dict):
            yield str(hiring.get("name") or "")
        elif isinstance(hiring, str):
            yield hiring
    yield str(source.document.metadata.get("title") or "")


def _fold(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in folded if char.isalpha() and char.isascii())
