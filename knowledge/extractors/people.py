"""Names of persons, their roles, and e-mail addresses in Dutch text. Without a list of names: by capitals, particles and what stands around."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_PARTICLES = frozenset("van de den der ten ter te het 't el al ben bin abu di da du do dos del della la le von zu af av y e i d'".split())
_TITLE = re.compile(r"(?:\b(?:mevrouw|meneer|juffrouw|mevr|mvr|mw|mej|dhr|dr|ir|ing|prof|drs|mr)\b\.?|\b(?:de\s+)?heer\b)\s*$", re.IGNORECASE)

# Capitalised words that are no part of a name: sentence openers, domain words, days, organisations, services.
_NO_NAME = frozenset(
    """de het een der des en of maar ook als dan dus want bij via met voor vóór door over onder tussen tot van aan in op om uit na naar te per
    sinds tijdens wie wat waar wanneer waarom hoe welk welke heb hebt heeft wil wilt wens wenst kan kunt kun mag moet zal is zijn was ben
    bent word wordt ga gaat weet vind je jij jou jouw u uw ons onze we wij hij zij ze hem haar hun hen ik mij mijn deze dit die dat er hier
    daar nu toch nog meer minder alle alles elke ieder iedereen niemand geen niet wel ja nee neen graag gerust liefst enkel alleen beide
    twee drie vragen vraag vraagje info informatie inlichting inlichtingen contact contacteer contactpersoon contactpersonen contactgegevens
    contacten aanspreekpunt aanspreekpersoon bel bellen telefoneer mail mailen stuur schrijf neem spreek vraag vul kom spring surf richt
    bezorg laat geef lees klik kies download bekijk volg dank bedankt welkom groeten groetjes namens beste geachte dag hallo tel telefoon
    telefonisch gsm mobiel fax e-mail email mailadres adres naam website web www http https onthaal balie loket algemeen algemene selectie
    selectieprocedure procedure kandidatuur kandidaturen kandidaat kandidaten sollicitatie solliciteren solliciteer functie job jobinhoud
    inhoud taken vacature vacatures aanwerving werving rekrutering recruitment dossier proeven proef examen gesprek uitslag feedback
    bereikbaar bereikbaarheid uren stad gemeente ocmw lokaal bestuur provincie district politie politiezone hulpverleningszone zorgbedrijf
    welzijnsvereniging intercommunale vzw agb vlaanderen gemeentehuis stadhuis stadskantoor raadhuis politiehuis sociaal administratief
    vlaamse vlaams belgië belgisch nederlands nederlandse frans franse engels engelse europees europese brussel brusselse microsoft teams
    zoom google meet webex whatsapp facebook linkedin instagram outlook word excel office grote kleine oude nieuwe sint heilig heilige markt
    kerk station campus site hr ict rijbewijs diploma bachelor master infosessie infomoment infoavond infobundel infobrochure
    selectiereglement titel artikel hoofdstuk bijlage pagina maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari
    maart april mei juni juli augustus september oktober november december ma di wo do vr za zo mevrouw meneer mevr mvr mw mej dhr heer ir
    ing prof drs kennis ervaring interesse leiding kopie bezit houder lid vaardigheden turks arabisch bulgaars pools spaans italiaans duits
    roemeens oekraïens dari pasjtoe tigrinya""".split()
)
_NO_NAME_END = re.compile(
    r"(?:straat|laan|plein|steenweg|dreef|kaai|zaal|dienst|diensten|bestuur|centrum|procedure|bundel|commissie|hoofd|bibliotheek|zwembad|museum"
    r"|academie"
    r"|bedrijf|vereniging|moment|sessie|avond|zorg)$"
)
_COMPANY = re.compile(r"\s+(?:bv|nv|vzw|cv|cvba|bvba|comm\.?v)\b")
# 'C. Bevordering', 'B. Voorwaarden': a letter that numbers a subject is no initial.
_SUBJECT = re.compile(
    r"(?:ing|ingen|schap|heid|tie|ties|aal|den|punten|voorwaarden|diploma|contract|loon|selectie|functie|proeven|profiel)$", re.IGNORECASE
)
# What comes before a capitalised name that is the name of a place, team or organisation.
_NAMED_THING = re.compile(
    r"\b(?:dienst|team|teams|afdeling|directie|departement|cel|sector|cluster|zaal|zwembad|woonzorgcentrum|wzc|lokaal dienstencentrum|ldc|huize"
    r"|huis"
    r"|jeugdcentrum|cultuurcentrum|school|basisschool|bibliotheek|bib|kantoor|bureau|selectiebureau|vzw|nv|bv|centrum|campus|site|leefgroep"
    r"|gebouw|sporthal"
    r"|gemeente|stad|ocmw|bestuur|provincie|regio|station|halte|museum|academie|in|te)\s+[\"'“‘]?$",
    re.IGNORECASE,
)
ROLE_WORD = re.compile(
    r"\b\w*(?:verantwoordelijken?|medewerk(?:st)?ers?|coördinator(?:en)?|coordinator(?:en)?|directeurs?|directrice|consulent(?:e|en)?|recruiters?"
    r"|rekruteerders?|hoofd(?:en)?|(?:team|ploeg|project|werk|afdelings|groeps|zone)(?:leider|leidster|coach|baas|verantwoordelijke|chef)s?"
    r"|managers?"
    r"|adviseurs?|consultants?|deskundigen?|beheerders?|secretaris(?:sen)?|griffier|commandant|korpschef|bibliothecaris|verpleegkundigen?|partner"
    r"|officer"
    r"|specialist(?:en)?"
    r"|assistent(?:e|en)?|stafleden|staflid|diensthoofd(?:en)?|personeelsdienst|personeelszaken|hr|hrm|administratie|secretariaat"
    r"|leidinggevenden?|ploegbaas"
    r"|coach(?:es)?|preventieadviseur|majoor|kapitein|luitenant|sergeant|adjudant|kolonel|hoofdinspecteur|commissaris|burgemeester|schepen"
    r"|voorzitter|partner|ambtenaar|referent(?:en)?|contactpersoon|aanspreekpunt|chef|directie|dienst|cel|team)\b",
    re.IGNORECASE,
)
_ROLE_ONLY = re.compile(rf"^(?:{ROLE_WORD.pattern})$", re.IGNORECASE)

_FIRST_NAME = re.compile(
    r"\b(?:[Bb]el|[Mm]ail|[Cc]ontacteer|[Vv]raag|[Ss]tuur|bij|naar|met|aan)\s+(?:(?:even|gerust|dan|een mailtje|naar"
    r"|onze collega)\s+)*([A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-Z][a-z]+)?)(?=\s*[,(]|\s+(?:op|via)\b)"
)
_AT = r"(?:@|\s*[\[({]\s*(?:at|apenstaartje|a)\s*[\])}]\s*|\s+(?:at|apenstaartje)\s+)"
_DOT = r"(?:\.|\s*[\[({]\s*(?:dot|punt|\.)\s*[\])}]\s*|\s+(?:dot|punt)\s+)"
_EMAIL = re.compile(rf"(?<![\w.+-])[\w+-]+(?:{_DOT}[\w+-]+)*{_AT}[\w-]+(?:{_DOT}[\w-]+)*{_DOT}[a-z]{{2,}}(?![\w@])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundName:
    """A person's name in normal capitals; `text[start:end]` is how it is printed. `titled` says that 'mevrouw', 'dhr.' or the like precedes it."""

    name: str
    start: int
    end: int
    titled: bool = False

    @property
    def first(self) -> str:
        """The first name."""
        return self.name.split()[0]


@dataclass(frozen=True, slots=True)
class FoundEmail:
    """An address in lower case; `text[start:end]` is how it is printed ('naam [at] stad [punt] be')."""

    address: str
    start: int
    end: int


def find_emails(text: str) -> list[FoundEmail]:
    """E-mail addresses, also those written to keep robots away."""
    found = []
    for match in _EMAIL.finditer(text):
        address = re.sub(_AT, "@", match.group(), count=1, flags=re.IGNORECASE)
        found.append(FoundEmail(re.sub(_DOT, ".", address, flags=re.IGNORECASE).replace(" ", "").lower(), match.start(), match.end()))
    return found


def find_names(text: str) -> list[FoundName]:
    """What may be persons' names: two or more words with capitals, particles between them. Streets, teams and organisations are left out."""
    emails = [(email.start, email.end) for email in find_emails(text)]
    words = [match for match in _WORD.finditer(text) if not any(start <= match.start() < end for start, end in emails)]
    found: list[FoundName] = []
    index = 0
    while index < len(words):
        last = _run(text, words, index)
        if last is not None:
            start, end = words[index].start(), words[last].end()
            title = _TITLE.search(text, max(0, start - 14), start)
            company = _COMPANY.match(text, end) or (_is_initial(text, words[index]) and not title and _SUBJECT.search(text[start:end]))
            if title or not (company or _NAMED_THING.search(text, max(0, start - 30), start) or _house_number(text, end)):
                found.append(FoundName(normal_case(text[start:end]), start, end, bool(title)))
            index = last
        index += 1
    return found


def find_first_names(text: str) -> list[FoundName]:
    """First names alone, where somebody is to be called or written to: 'Bel Koen (0470 ...)'."""
    found = []
    for match in _FIRST_NAME.finditer(text):
        if _may_be_name(match[1], opening=True):
            found.append(FoundName(match[1], match.start(1), match.end(1)))
    return found


def _run(text: str, words: list[re.Match[str]], first: int) -> int | None:
    """Index of the last word of the name that begins at `first`; None when none does."""
    initial = _is_initial(text, words[first])
    if not initial and not _may_be_name(words[first].group(), opening=True):
        return None
    last, capitals, index = first, 1, first + 1
    while index < len(words) and index - first < 6:
        gap = text[words[index - 1].end() : words[index].start()]
        after_initial = _is_initial(text, words[index - 1]) and gap in (".", ". ")
        word = words[index].group()
        if (gap != " " and not after_initial) or (len(word) == 1 and not _is_initial(text, words[index])):
            break
        if word.lower() in _PARTICLES and not (word[0].isupper() and word.lower() in {"e", "i", "y"}):
            index += 1
            continue
        if not _is_initial(text, words[index]) and not _may_be_name(word, opening=False):
            break
        shouted = next((one for one in (word, words[first].group()) if one.isupper() and len(one) > 1), "")
        if not initial and len(word) > 1 and word.isupper() != words[first].group().isupper() and len(shouted) < 4:
            break
        if not _is_initial(text, words[index]):
            last, capitals = index, capitals + 1
        index += 1
    return last if capitals >= 2 and last > first else None


def _is_initial(text: str, word: re.Match[str]) -> bool:
    return len(word.group()) == 1 and word.group().isupper() and text[word.end() : word.end() + 1] == "."


def _may_be_name(word: str, *, opening: bool) -> bool:
    lower = word.lower()
    capital = word[0].isupper() or re.match(r"[dl]['’][A-ZÀ-Ý]", word) is not None
    if (
        re.search(r"[A-Z]{2}[a-z]|[a-z][A-Z]{2}", word)
        or not capital
        or len(word) < 2
        or lower in _NO_NAME
        or _NO_NAME_END.search(lower)
        or _ROLE_ONLY.match(word.split("-")[-1])
    ):
        return False
    return not (opening and lower in _PARTICLES)


def _house_number(text: str, end: int) -> bool:
    return re.match(r"\s+\d{1,3}\s?[a-zA-Z]?(?:\s*[,;.()|]|\s+(?:in|te)\b|\s*$|\s+bus\b)", text[end:]) is not None


def normal_case(name: str) -> str:
    """'VERA STEYAERT' → 'Vera Steyaert', 'Tony swings' → 'Tony Swings'; a name in normal capitals stays as it is."""
    words = re.sub(r"\s+", " ", name).split(" ")
    shouted = len(words) > 1 and all(word.isupper() or not word.isalpha() for word in words)
    shown = []
    for word in words:
        if shouted or (word.isupper() and len(word) > 3):
            word = re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), word.lower())
            word = re.sub(r"\b(['’]?[A-Z])(['’])([A-Z])", r"\1\2\3", word)
        elif word.islower() and word not in _PARTICLES and word[0] not in "'’":
            word = word.capitalize()
        shown.append(word)
    return " ".join(shown)


def owns(name: str, address: str) -> bool:
    """Whether the part before the @ is made of this name ('kaatje.vandensteene@', 'jpeeters@', 'els.maes@')."""
    local = _letters(address.split("@")[0])
    words = [_letters(word) for word in name.split()]
    if len(words) < 2 or len(local) < 4:
        return False
    first, rest = words[0], "".join(words[1:])
    last = words[-1]
    return local in {first + rest, rest + first, first[0] + rest, first + last, first[0] + last, rest, last, rest + first[0]} or (
        len(first) > 2 and local.startswith(first) and len(last) > 3 and local.endswith(last)
    )


def same_person(one: str, other: str) -> bool:
    """Equal names up to capitals, accents and punctuation."""
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.replace("ı", "i").casefold())
    return "".join(char for char in folded if char.isalpha() and char.isascii())
