"""The ways to apply, the addresses to send to and the documents to send."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.extractors.cues import (
    APPLY_HEADING,
    CONTACT_HEADING,
    EMAIL,
    FEEDBACK,
    PHONE_LINE,
    SESSION,
    SESSION_HEADING,
    TEST,
    URL,
    clean_email,
)
from knowledge.extractors.feedback_address import writer_of
from knowledge.extractors.selection_words import SELECTION_HEADING
from knowledge.extractors.units import Reading, Unit
from knowledge.model import Citation, Fact

_FLAGS = re.IGNORECASE
_APPLYING = re.compile(
    r"sollicit(?:eer|eren|atie|eert)\w*|kandidat\w*|kandidaatstelling|kandideren|inschrijv(?:en|ing)\w*|schrijf\s+je\s+(?:hier\s+)?in"
    r"|motivatie\w*|\bcv\b|curriculum|reage(?:er|ren)\w*|indien(?:en|ing)\b|(?:jouw|uw)\s+dossier"
    r"|stel\w*\s+(?:je|u|jezelf)\s+kandidaat|bezorg\w*\s+(?:ons|je|uw|u)|je\s+dossier|apply",
    _FLAGS,
)
# Headings by which a page asks people to apply without saying so: "Goesting?", "Ben jij onze nieuwe collega?", "Wat nu?".
_CALLING = re.compile(
    r"goesting|\bwat\s+nu\b|hoe\s+(?:nu\s+)?verder|ben\s+(?:jij|je|u)\b[^.]*\?|(?:klaar"
    r"|warm)\s+(?:voor|om)|iets\s+voor\s+(?:jou|u)\b|doe\s+je\s+mee|klinkt|grijp|match",
    _FLAGS,
)
_SENDING = re.compile(
    r"\bmail\b|mailt|mailen|stuur|sturen|verzonden|stuurt|verstuur|bezorg|bezorgt|verzend"
    r"|dien\w*\b|ingediend|indienen|gericht\s+aan|geef\b|geeft|afgeven"
    r"|af\s+te\s+geven|afgifte|vul\b|vult|invul|laad|upload|klik|solliciteer|sollicit|schrijf|via|op\s+www"
    r"|toekomen|toe\s+te\s+komen|per\s+|met\s+de\s+post|e-?mail|knop|formulier|e-?loket"
    r"|platform|mailbox|neerlegging|neergelegd|schrijven|zending|toegekomen|\bpost\b|\bbrief\b"
    r"|digitaal",
    _FLAGS,
)
_WAYS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "online",
        re.compile(
            r"\bonline\b|e-?loket|(?:sollicitatie|inschrijvings?|web|online|kandidaats?)-?\s?formulier|formulier\s+(?:in\s+)?op\s+(?:www"
            r"|https?|de\s+(?:web)?site|onze)|via\s+(?:het\s+)?(?:\w+\s+)?(?:formulier|platform|portaal|vacaturebericht|jobportaal"
            r"|sollicitatieplatform)"
            r"|via\s+(?:onze|de|deze|volgende|het)\s+(?:\w+\s+)?(?:web)?(?:site|pagina|link|jobsite|knop)|digita(?:al|le)\b|(?:via|op|naar"
            r"|surf\w*\s+(?:naar\s+)?)\s*(?:www\.|https?://)|\bsolliciteer\s+(?:nu|hier|op)\b|klik\s+[^.]{0,40}\b(?:op"
            r"|om)\b|\bvul\w*\s+[^.]{0,30}formulier\s+(?:hieronder|onderaan|bovenaan)|\w+knop\b"
            r"|jobsite|webformulier|gebruik\s+[^.]{0,30}\b(?:formulier|knop)|upload"
            r"|laad\w*\s+[^.]{0,80}\bop\b|sollicitatieknop|(?:met|via)\s+(?:de|deze|onze)\s+\w*knop"
            r"|knop\s+(?:hieronder|bovenaan|onderaan)|jobportaal|vdab",
            _FLAGS,
        ),
    ),
    (
        "email",
        re.compile(
            r"(?:per|via|met\s+een|in\s+een|hetzij\s+per)\s+(?:e-?)?mail(?:bericht)?|mailbox|elektronisch"
            r"|\be-?mail\s*:|(?:per|via|met\s+een)\s+(?:e-?)?mail(?:tje)?|\bmail(?:t)?\s+(?:je"
            r"|jouw|uw|ons|alles|dit|dan|naar|een|dat|het|deze)|gemaild|e-?mail(?:adres)?\s*(?:naar"
            r"|op|aan|:)|mailen",
            _FLAGS,
        ),
    ),
    (
        "post",
        re.compile(
            r"(?:[Pp]er|[Bb]ij|[Mm]et\s+een)\s+(?:\w+\s+)?(?:post|brief|zending|schrijven)\b|met\s+de\s+post"
            r"|via\s+de\s+post|aangetekend\w*|\bpost(?:zegel"
            r"|stempel)|bij\s+ter\s+post|schriftelijk\s+(?:naar|aan|gericht)|per\s+drager"
            r"|(?:[Ss]tuur|stuurt|ingewacht|verzend|bezorg|zend|gericht)\w*[^.;]{0,220}?\b[A-Z][\w'’ .-]+\s\d+\w?(?:\s?/\s?\w"
            r"+)?,?\s*(?:te\s+)?\d{4}\s+[A-Z]",
            0,
        ),
    ),
    (
        "afgifte",
        re.compile(
            r"afge(?:ven|geven)|af\s?te\s+geven|\bgeef(?:t)?\b[^.;]{0,160}\baf\b|\baf\s+aan\s+(?:de"
            r"|het)\b|afgifte|neerlegging|neer\s?te\s?leggen|ontvangstbewijs"
            r"|binnenbreng\w*|(?:schrij\w+|inschrijv\w+)\s[^.]*\bop\s+het\s+(?:secretariaat|\w*loket"
            r"|onthaal)|binnen\s+te\s+brengen|persoonlijk\s+(?:af|bezorg|binnen|over)|langs\s?(?:te\s+)?breng\w*"
            r"|aan\s+(?:de\s+(?:balie|receptie)|het\s+(?:onthaal|\w*loket))\b(?![^.]*\bhelp)|deponer"
            r"|brievenbus|\bbreng\w*\b[^.;]{0,60}\bbinnen\b|in\s+de\s+bus",
            _FLAGS,
        ),
    ),
    (
        "telefoon",
        re.compile(
            r"telefonisch\s+(?:sollicit|kandidaat|inschrijv)|(?:kies|sollicit|kandidaat|interesse)[^.]*\bbel\s+of\s+(?:stuur"
            r"|sms|app)",
            _FLAGS,
        ),
    ),
)
_REFUSED = re.compile(
    r"(?:niet|geen)\s+(?:\w+\s+){0,5}?(?:aanvaard|geldig|behandel\w*|in\s+aanmerking|mee(?:genomen|nemen|tellen)?|in\s+overweging"
    r"|ontvankelijk|toegestaan|toegelaten|mogelijk|aan\b)|(?:nemen|bekijken|behandelen"
    r"|lezen|aanvaarden)\s+(?:we|wij)\s+(?:\w+\s+)?(?:niet|geen)|(?:aanvaard|behandel|accepte"
    r"|neem|nemen)\w*\s+(?:we\s+|wij\s+)?(?:geen|niet)|(?:weigeren|nietig\b)"
    r"|\bhoeft\s+niet|hoef\w*\s+(?:je|u)\s+niet|\bgeen\s+(?:brieven|mails|papier|post)",
    _FLAGS,
)
_LATE = re.compile(r"laattijdig|te\s+laat|onvolledig|na\s+de\s+(?:uiterste|deadline)|daarna", _FLAGS)
_NOT_CLAUSE = re.compile(
    r"telefonisch\w*\s+(?:\w+\s+)?kan\s+niet|\b(?:e-?mail(?:en)?|mailen|post|brief|brieven)\s+(?:kan"
    r"|kunnen|mag|mogen)\s+(?:\w+\s+)?niet\b|(?:niet|geen|nooit)\s+(?:langs\s+|via\s+|per\s+"
    r"|met\s+)?(?:de\s+)?(?:e-?mail|post|brief|papier|mail)",
    _FLAGS,
)
_OTHER_SUBJECT = re.compile(
    r"thuisopdracht|huistaak|huiswerk|uitnodiging|uitgenodigd|resultaat|uitslag|\bontvang\s+je|krijg\s+je"
    r"|aanpassing|beperking|vergoeding|uittreksel|verwerk\w*\s+(?:\w+\s+)?(?:persoons)?gegevens|privacy",
    _FLAGS,
)
# A form that one fills in and then sends or hands over is no online way.
_PAPER_FORM = re.compile(r"formulier[^.]*(?:mailen|mail\b|binnen|af\b|afgeven|opsturen|post|bezorgen)", _FLAGS)
_WEB = re.compile(r"online|website|webformulier|www\.|https?:|digitaal|platform|link|knop|e-?loket|upload", _FLAGS)
_QUESTIONS = re.compile(
    r"^\s*(?:nog\s+)?(?:vragen|meer\s+(?:info|weten)|voor\s+(?:meer|vragen|alle\s+info)"
    r"|contacteer|neem\s+contact|heb\s+je\s+(?:nog\s+)?vragen|info\b)",
    _FLAGS,
)
# Where a form lies is not where to apply.
_DOWNLOAD = re.compile(
    r"\(?\b(?:te\s+vinden|terug\s?te\s?vinden|te\s+downloaden|downloadbaar|beschikbaar|af\s+te\s+halen)\b[^.)]*?(?:www\.|https?:)[^\s)]*\)?", _FLAGS
)
_STREET = re.compile(
    r"(?:(?:[A-Z][\w'’-]*|t\.a\.v\.|van|de|het|en|dienst|cel|team|vast|bureau|huize|college"
    r"|afdeling)[\s,]+){0,12}[A-Z][\w'’.-]*(?:[\s-][A-Za-z][\w'’.-]*){0,3}\s\d+\s?[a-zA-Z]?(?:\s?bus\s?\w+)?\s*,?\s*"
    r"(?:te\s+)?\d{4}\s+[A-Z][\w'’-]+(?:[\s-][A-Z][\w'’-]+)*"
)
_LIMIT = re.compile(r"\b(?:tot|deadline|uiterlijk|ten\s+laatste|vóór|voor|tegen|t\.?e\.?m)\b", _FLAGS)
_TO_WRITER = re.compile(r"\b(?:aan|naar|bij)\s+mij\b", _FLAGS)
_LINK_LABEL = re.compile(
    r"sollicit|kandidaat|kandidat|inschrijv|schrijf\s+(?:je|u)\s+in|formulier|reageer|apply|vacaturebericht|online"
    r"|werken\s+bij",
    _FLAGS,
)
_NAMED_PAGE = re.compile(
    r"(?:via|op)\s+(?:het\s+|de\s+|onze\s+)?(?:vacaturebericht|vacaturepagina|jobpagina|jobsite|website"
    r"|pagina)\s+(?:op\s+|van\s+)?((?:[A-Z][\w'’&-]*)(?:\s+(?:bij|voor|in|van|[A-Z][\w'’&-]*))*)"
)
_DOCUMENT = re.compile(
    r"(?:(?:een\s+|uw\s+|je\s+|jouw\s+|korte\s+|recent[e]?\s+|ingevulde?\s+|handgeschreven\s+(?:of\s+getypte\s+)?)*)"
    r"(?:kopie(?:ën)?\s+(?:van\s+(?:je|uw|het|de|jouw)\s+(?:laatste\s+|ingevulde\s+)?[\w-]+(?:\s+(?:of"
    r"|en)\s+(?:attest|visum|rijbewijs|getuigschrift))?|diploma"
    r"|rijbewijs)|afschrift\s+van\s+(?:het\s+|je\s+|uw\s+)?diploma|motivatie(?:brief)?(?:\s+van\s+hoogstens\s+\w+\s+bladzijden)?"
    r"|\bcv\b|curriculum\s+vitae|uittreksel\s+uit\s+het\s+strafregister|attest(?:en)?\s+van\s+\w+"
    r"|filmpje(?:\s+van\s+\w+\s+\w+\s+minuten)?|portfolio|(?:ingevulde?\s+)?overzicht\s+van\s+(?:je"
    r"|uw)\s+ervaring|(?<!per\s)(?<!gewone\s)(?<!aangetekende\s)(?<!met\seen\s)brief\b|diploma\b(?!\w)|pasfoto|referenties)",
    _FLAGS,
)
_NOT_NEEDED = re.compile(
    r"hoeft\s+(?:\w+\s+)?niet|niet\s+nodig|hoef\s+je|volstaat\s+niet|zonder\s+motivatie|niet\s+(?:nodig|mee)"
    r"|maar\s+hoeft\s+niet|buitenland|\bnaric|in\s+een\s+ander\s+land|beperking|aanpassing|aanvaarden\s+we\s+niet",
    _FLAGS,
)


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways (online, email, post, afgifte, telefoon), the addresses (best first) and the documents."""

    how: tuple[Fact[str], ...] = ()
    addresses: tuple[Fact[str], ...] = ()
    documents: tuple[Fact[str], ...] = ()


def application_ways(reading: Reading) -> Ways:
    """What the sentences about applying say; a way that they refuse doesn't count."""
    units = list(_about_applying(reading))
    how: dict[str, tuple[Citation, ...]] = {}
    found: list[tuple[int, str, tuple[Citation, ...]]] = []
    for unit in units:
        text = _DOWNLOAD.sub(" ", _without_refusals(unit.text))
        if not text:
            continue
        sends = bool(_SENDING.search(text) or _in_section(unit) or unit.label or EMAIL.search(text) or URL.search(text))
        ways = {way for way, pattern in _WAYS if sends and pattern.search(text)}
        if len(ways) > 1 and _PAPER_FORM.search(text) and not _WEB.search(text):
            ways.discard("online")
        for way in ways - how.keys():
            how[way] = reading.cite(unit)
        writer = writer_of(reading) if "email" in ways and _TO_WRITER.search(text) else None
        for rank, value in (*_addresses(reading, unit, text), *([(0, writer[1])] if writer else [])):
            found.append((rank, value, reading.cite(unit)))
            way = ("email", "online", "online", "post")[rank]
            if sends and way not in how and (rank < 3 or re.search(r"stuur|sturen|zend|brief|bezorg", text, _FLAGS)):
                how[way] = reading.cite(unit)
    refused = _refused(units)
    how = {way: citations for way, citations in how.items() if way not in refused}
    order = ("online", "email", "post", "afgifte", "telefoon")
    addresses: dict[str, Fact[str]] = {}
    for _rank, value, citations in sorted(found, key=lambda entry: entry[0]):
        if not ("email" in refused and "@" in value):
            addresses.setdefault(value.casefold().rstrip("/"), Fact(value, citations, confidence=0.9))
    return Ways(
        tuple(Fact(way, how[way], confidence=0.9) for way in order if way in how),
        tuple(addresses.values()),
        tuple(_documents(reading, units)),
    )


def _about_applying(reading: Reading) -> Iterator[Unit]:
    last: Unit | None = None
    for unit in reading.units:
        text = unit.text
        skip = (
            SESSION.search(text)
            or SESSION_HEADING.search(unit.nearest)
            or FEEDBACK.search(text)
            or FEEDBACK.search(unit.nearest)
            or (CONTACT_HEADING.search(unit.nearest) and not re.search(r"inschrijv|sollicit", unit.nearest, _FLAGS))
            or _is_contact_heading_path(unit)
            or _QUESTIONS.search(text)
            or (TEST.search(text) and not _APPLYING.search(text) and not EMAIL.search(text))
            or (_QUESTIONS.search(unit.previous) and unit.previous.rstrip().endswith("?"))
            or (PHONE_LINE.search(text) and not re.search(r"(?:stuur|bezorg|mail)\s", text, _FLAGS))
            or (unit.intro and _OTHER_SUBJECT.search(unit.intro) and not _APPLYING.search(unit.intro))
            or (unit.label and (CONTACT_HEADING.search(unit.label) or PHONE_LINE.search(unit.block.text)))
            or (_OTHER_SUBJECT.search(text) and not _APPLYING.search(text))
        )
        if skip or unit.block.kind == "heading":
            continue
        follows = last is not None and last.block is unit.block and last.index == unit.index - 1
        direct = bool(_APPLYING.search(text) or _APPLYING.search(unit.label) or _APPLYING.search(unit.intro)) and bool(
            _SENDING.search(text) or _SENDING.search(unit.intro) or unit.label or EMAIL.search(text)
        )
        if (
            direct
            or _in_section(unit)
            or _beside_applying(reading, unit)
            or (
                follows
                and _SENDING.search(text)
                and re.search(
                    r"kan\s+(?:op|via)|dat\s+kan|dat\s+doe|gebruik|hoe\?|kies|stuur|sturen|mag\s+(?:het|ze|dit|alles|ook)|mail"
                    r"|adres|geef",
                    text,
                    _FLAGS,
                )
            )
        ):
            last = unit
            yield unit


def _beside_applying(reading: Reading, unit: Unit) -> bool:
    """Whether a sentence that tells how or where to send stands in a paragraph about applying, or in one that asks for it without the word."""
    tells = any(pattern.search(unit.text) for _, pattern in _WAYS) or EMAIL.search(unit.text) or URL.search(unit.text)
    around = unit.block.text if unit.block.kind != "row" else _table_text(reading, unit)
    if (
        re.search(r"\bvra(?:ag|gen)\b", unit.text, _FLAGS)
        or TEST.search(unit.label)
        or SELECTION_HEADING.search(unit.nearest)
        or CONTACT_HEADING.search(unit.nearest)
    ):
        return False
    if re.match(r"hoe\b", unit.previous, _FLAGS) and len(unit.previous) < 25:
        return bool(tells)
    ends = any(_LIMIT.search(dated.before) for other in reading.units if other.block is unit.block for dated in reading.moments_in(other))
    return bool(
        tells and not SESSION.search(around) and not TEST.search(unit.text) and (_APPLYING.search(around) or _CALLING.search(unit.nearest) or ends)
    )


def _table_text(reading: Reading, unit: Unit) -> str:
    """The rows around a cell that tells a link or an address; the cell's own words for any other."""
    if not re.search(r"\b(?:link|website|url|webpagina|e-?mail\w*|hoe|waar|via|manier|wijze)\b", unit.label, _FLAGS):
        return unit.text
    rows = [one for one in reading.units if one.block.kind == "row" and one.block.heading == unit.block.heading]
    return " ".join(one.text for one in rows if abs(one.index - unit.index) <= 8)


def _in_section(unit: Unit) -> bool:
    return bool(APPLY_HEADING.search(unit.nearest)) and not _is_contact_heading_path(unit)


def _is_contact_heading_path(unit: Unit) -> bool:
    if any(CONTACT_HEADING.search(title) and not APPLY_HEADING.search(title) for title in unit.block.heading[-2:]):
        return True
    return bool(re.search(r"^(?:wie|bij\s+wie|vragen|nog\s+vragen|over\s)|contact", unit.nearest, _FLAGS)) and not APPLY_HEADING.search(unit.nearest)


def _without_refusals(text: str) -> str:
    """The text without the clauses that refuse a way ("kandidaturen per post worden niet aanvaard")."""
    kept = []
    for clause in re.split(r"(?<=[;:])\s+|,\s+(?=maar\b|en\s+dus\b)", text):
        refuses = (_REFUSED.search(clause) and not _LATE.search(clause)) or _NOT_CLAUSE.search(clause)
        if not refuses or (EMAIL.search(clause) and not _NOT_CLAUSE.search(clause) and re.search(r"hoef", clause, _FLAGS)):
            kept.append(clause)
    return " ".join(kept)


def _refused(units: list[Unit]) -> set[str]:
    """Ways that are refused, or left out by "enkel online"."""
    refused: set[str] = set()
    for unit in units:
        for clause in re.split(r"(?<=[;:])\s+", unit.text):
            if (_REFUSED.search(clause) and not _LATE.search(clause) and not re.search(r"hoef", clause, _FLAGS)) or _NOT_CLAUSE.search(clause):
                if re.search(r"e-?mail|\bmails?\b", clause, _FLAGS) and not re.search(r"mail\s+(?:je|alles|naar)", clause, _FLAGS):
                    refused.add("email")
                if re.search(r"\bpost\b|brie(?:f|ven)\b|papier", clause, _FLAGS) and not re.search(r"motivatiebrief", clause, _FLAGS):
                    refused.add("post")
        if re.search(
            r"\b(?:enkel|alleen|uitsluitend)\s+(?:\w+\s+)?(?:online|digitaal)|(?:enkel|alleen|uitsluitend)\s+via\s+(?:de|het"
            r"|onze|dit)\s+(?:web|online|formulier|sollicitatie)",
            unit.text,
            _FLAGS,
        ):
            refused |= {"post", "afgifte", "email"}
    return refused


def _addresses(reading: Reading, unit: Unit, text: str) -> Iterator[tuple[int, str]]:
    for match in EMAIL.finditer(text):
        yield 0, clean_email(match.group(0))
    stripped = EMAIL.sub(" ", text)
    urls = [match.group(0) for match in URL.finditer(stripped)]
    for url in urls:
        yield 1, url
    for link in reading.source.document.links_in(unit.start, unit.end):
        label = reading.source.document.text[link.start : link.end]
        if link.target.startswith("mailto:"):
            yield 0, link.target[7:].split("?")[0].lower()
        elif link.target.startswith("http") and not urls and (_LINK_LABEL.search(label) or _in_section(unit)):
            yield 1, link.target
    if not urls and (named := _NAMED_PAGE.search(text)):
        yield 2, named.group(1)
    for street in _STREET.finditer(text):
        yield 3, street.group(0).strip(" ,")


def _documents(reading: Reading, units: list[Unit]) -> Iterator[Fact[str]]:
    seen: set[str] = set()
    for unit in units:
        for clause in re.split(r"[;:.]\s+|,\s+maar\b", unit.text):
            if _NOT_NEEDED.search(clause) or not re.search(
                r"bezorg|stuur|mail|laad|voeg|bevat|kopie|samen\s+met|met\s|geef|cv|:|dossier"
                r"|brief",
                clause,
                _FLAGS,
            ):
                continue
            for match in _DOCUMENT.finditer(clause):
                name = re.sub(r"^(?:een|uw|je|jouw)\s+", "", match.group(0).strip(), flags=_FLAGS)
                if name.casefold() not in seen and len(name) > 1:
                    seen.add(name.casefold())
                    yield Fact(name, reading.cite(unit), confidence=0.8)
