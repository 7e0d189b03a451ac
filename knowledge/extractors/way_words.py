"""Words by which a text tells how, where and with what to apply, and which ways it refuses."""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE
APPLYING = re.compile(
    r"sollicit(?:eer|eren|atie|eert)\w*|kandidat\w*|kandidaatstelling|kandideren|inschrijv(?:en|ing)\w*|schrijf\s+je\s+(?:hier\s+)?in"
    r"|motivatie\w*|\bcv\b|curriculum|reage(?:er|ren)\w*|indien(?:en|ing)\b|(?:jouw|uw)\s+dossier"
    r"|stel\w*\s+(?:je|u|jezelf)\s+kandidaat|bezorg\w*\s+(?:ons|je|uw|u)|je\s+dossier|apply",
    _FLAGS,
)
# Headings by which a page asks people to apply without saying so: "Goesting?", "Ben jij onze nieuwe collega?", "Wat nu?".
CALLING = re.compile(
    r"goesting|\bwat\s+nu\b|hoe\s+(?:nu\s+)?verder|ben\s+(?:jij|je|u)\b[^.]*\?|(?:klaar"
    r"|warm)\s+(?:voor|om)|iets\s+voor\s+(?:jou|u)\b|doe\s+je\s+mee|klinkt|grijp|match",
    _FLAGS,
)
SENDING = re.compile(
    r"\bmail\b|mailt|mailen|stuur|sturen|verzonden|stuurt|verstuur|bezorg|bezorgt|verzend"
    r"|dien\w*\b|ingediend|indienen|gericht\s+aan|geef\b|geeft|afgeven"
    r"|af\s+te\s+geven|afgifte|vul\b|vult|invul|laad|upload|klik|solliciteer|sollicit|schrijf|via|op\s+www"
    r"|toekomen|toe\s+te\s+komen|per\s+|met\s+de\s+post|e-?mail|knop|formulier|e-?loket"
    r"|platform|mailbox|neerlegging|neergelegd|schrijven|zending|toegekomen|\bpost\b|\bbrief\b"
    r"|digitaal",
    _FLAGS,
)
WAYS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "online",
        re.compile(
            r"\bqr-?code|\bonline\b|e-?loket|(?:sollicitatie|inschrijvings?|web|online|kandidaats?)-?\s?formulier|formulier\s+(?:in\s+)?op\s+(?:www"
            r"|https?|de\s+(?:web)?site|onze)|via\s+(?:het\s+)?(?:\w+\s+)?(?:formulier|platform|portaal|vacaturebericht|jobportaal"
            r"|sollicitatieplatform)"
            r"|via\s+(?:onze|de|deze|volgende|het)\s+(?:\w+\s+)?\w*(?:site|pagina|link|knop)\b|digita(?:al|le)\b|(?:via|op|naar"
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
            r"(?:per|via|met\s+een|in\s+een|hetzij\s+per)\s+(?:e-?)?mail(?:bericht)?|mailbox|elektronisch(?=[^.]*@)"
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
            r"|stempel)|bij\s+ter\s+post|op\s?(?:te\s?)?stur\w+\s+(?:naar|aan)\s+(?:het|ons|dit|bovenstaand|onderstaand)\s+adres"
            r"|schriftelijk\s+(?:naar|aan|gericht)|per\s+drager"
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
REFUSED = re.compile(
    r"(?:niet|geen)\s+(?:\w+\s+){0,5}?(?:aanvaard|geldig|behandel\w*|in\s+aanmerking|mee(?:genomen|nemen|tellen)?|in\s+overweging"
    r"|ontvankelijk|toegestaan|toegelaten|mogelijk|aan\b|verwerk\w*|gelezen|bekeken|geaccepteerd|beantwoord\w*)"
    r"|\bonontvankelijk(?!heid)|\bongeldig|\bniet[\s-]ontvankelijk|(?:nemen|bekijken|behandelen"
    r"|lezen|aanvaarden)\s+(?:we|wij)\s+(?:\w+\s+)?(?:niet|geen)|(?:aanvaard|behandel|accepte"
    r"|neem|nemen)\w*\s+(?:we\s+|wij\s+)?(?:geen|niet)|(?:weigeren|nietig\b)"
    r"|\bhoeft\s+niet|hoef\w*\s+(?:je|u)\s+niet|\bgeen\s+(?:brieven|mails|papier|post)",
    _FLAGS,
)
LATE = re.compile(r"laattijdig|te\s+laat|onvolledig|na\s+de\s+(?:uiterste|deadline)|daarna", _FLAGS)
NOT_CLAUSE = re.compile(
    r"telefonisch\w*\s+(?:\w+\s+)?kan\s+niet|\b(?:e-?mail(?:en)?|mailen|post|brief|brieven)\s+(?:kan"
    r"|kunnen|mag|mogen)\s+(?:\w+\s+)?niet\b|(?:niet|geen|nooit)\s+(?:langs\s+|via\s+|per\s+"
    r"|met\s+)?(?:de\s+)?(?:e-?mail|post|brief|papier|mail)",
    _FLAGS,
)
OTHER_SUBJECT = re.compile(
    r"intrek|terugtrek|thuisopdracht|huistaak|huiswerk|uitnodiging|uitgenodigd|resultaat|uitslag|\bontvang\s+je|krijg\s+je"
    r"|aanpassing|beperking|vergoeding|uittreksel|verwerk\w*\s+(?:\w+\s+)?(?:persoons)?gegevens|privacy",
    _FLAGS,
)
# A file "omvat het inschrijvingsformulier, een cv en een kopie": the form is one of the papers.
FORM_AMONG_PAPERS = re.compile(
    r"\b(?:omvat|bevat|bestaat\s+uit|bij\s+te\s+voegen|\w*voeg\w*)\b[^.]*formulier[^.]*\b(?:cv|kopie|diploma|brief|uittreksel)", _FLAGS
)
# "Bel, mail of kom langs": ways that verbs tell one after another, at the head of a clause.
_VERBS = re.compile(
    r"(?:^|[.:;!?–-]\s+|\b(?:Dan|Gewoon|Dus|Kies\s+zelf\s*:?)\s+)(?P<verbs>(?:(?:je|u)\s+(?:kan|kunt|mag)\s+)?(?:(?:ons|even|gerust|gewoon|je)\s+)?"
    r"(?:bel|bellen|mail|mailen|schrijf|schrijven|app|appen|sms|whatsapp|stuur|kom|spring|loop|langskomen|langsgaan|binnenspringen)\b[^.;!?:]*)",
    _FLAGS,
)
_VERB_WAYS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("telefoon", re.compile(r"\b(?:bel|bellen|telefoneer|telefoneren|sms|app|appen|whatsapp)\b(?!\s+(?:aan|bij))", _FLAGS)),
    ("email", re.compile(r"\b(?:mail|mailen|e-?mail)\b", _FLAGS)),
    ("post", re.compile(r"\b(?:schrijf|schrijven|brief|post)\b", _FLAGS)),
    (
        "afgifte",
        re.compile(
            r"\b(?:kom\s+(?:\w+\s+)?(?:langs|binnen|af)|spring\s+(?:\w+\s+)?binnen|loop\s+(?:\w+\s+)?(?:langs|binnen)|langskomen|langsgaan"
            r"|binnenspringen)\b",
            _FLAGS,
        ),
    ),
)
# A form that one fills in and then sends or hands over is no online way.
PAPER_FORM = re.compile(r"formulier[^.]*(?:mailen|mail\b|binnen|af\b|afgeven|opsturen|post|bezorgen)", _FLAGS)
WEB = re.compile(r"online|website|webformulier|www\.|https?:|digitaal|platform|link|knop|e-?loket|upload", _FLAGS)
QUESTIONS = re.compile(
    r"^\s*(?:nog\s+)?(?:vragen|meer\s+(?:info|weten)|voor\s+(?:meer|vragen|alle\s+info)"
    r"|contacteer|neem\s+contact|heb\s+je\s+(?:nog\s+)?vragen|info\b)",
    _FLAGS,
)
# Where a form lies is not where to apply.
DOWNLOAD = re.compile(
    r"\(?\b(?:te\s+vinden|terug\s?te\s?vinden|te\s+downloaden|downloadbaar|beschikbaar|af\s+te\s+halen)\b[^.)]*?(?:www\.|https?:)[^\s)]*\)?", _FLAGS
)
LIMIT = re.compile(r"\b(?:tot|deadline|uiterlijk|ten\s+laatste|vóór|voor|tegen|t\.?e\.?m)\b", _FLAGS)
TO_WRITER = re.compile(r"\b(?:aan|naar|bij)\s+mij\b", _FLAGS)
LINK_LABEL = re.compile(
    r"sollicit|kandidaat|kandidat|inschrijv|schrijf\s+(?:je|u)\s+in|formulier|reageer|apply|vacaturebericht|online"
    r"|werken\s+bij",
    _FLAGS,
)
NAMED_PAGE = re.compile(
    r"(?:via|op)\s+(?:het\s+|de\s+|onze\s+)?(?:vacaturebericht|vacaturepagina|jobpagina|jobsite|website"
    r"|pagina)\s+(?:op\s+|van\s+)?((?:[A-Z][\w'’&-]*)(?:\s+(?:bij|voor|in|van|[A-Z][\w'’&-]*))*)"
)
NOT_NEEDED = re.compile(
    r"hoeft\s+(?:\w+\s+)?niet|niet\s+nodig|hoef\s+je|volstaat\s+niet|zonder\s+motivatie|niet\s+(?:nodig|mee)"
    r"|maar\s+hoeft\s+niet|(?:vragen|verwachten|willen|lezen|hebben)\s+(?:we|wij)\s+(?:\w+\s+){0,2}niet\b|(?:we|wij)\s+(?:vragen|verwachten|willen)"
    r"\s+(?:ook\s+|dus\s+)?geen\b|is\s+(?:niet\s+verplicht|geen\s+must|overbodig)|buitenland|\bnaric|in\s+een\s+ander\s+land|beperking|aanpassing"
    r"|aanvaarden\s+we\s+niet",
    _FLAGS,
)


def verb_ways(text: str) -> set[str]:
    """The ways that verbs tell one after another ("Bel, mail of kom langs"); none when there is only one."""
    for match in _VERBS.finditer(text):
        named = {way for way, pattern in _VERB_WAYS if pattern.search(match["verbs"])}
        if len(named) > 1:
            return named
    return set()
