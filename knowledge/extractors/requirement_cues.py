"""How bundles word conditions besides the diploma. All patterns run over folded text (see eligibility.words.fold)."""

from __future__ import annotations

import re

PREFERRED = re.compile(
    r"streepje voor|sta(?:at)? (?:je|u) sterker|des te beter|meerwaarde|\basset\b|voorsprong|graag gezien|bonuspunt|extraatje|bij voorkeur"
    r"|voorkeur|\btroef|pluspunt|meegenomen|strekt tot aanbeveling|\b(?:is|zijn) (?:mooi|handig)|een plus\b|handig|voordeel|liefst"
    r"|wenselijk|geen must"
    r"|interessant|extra punten|\bpre\b"
)
NOT_ASKED = re.compile(
    r"\b(?:niet|geen) (?:nodig|vereist|verplicht|noodzakelijk|voorwaarde|must|vereiste)|\bhoeft (?:dus )?niet|\bmoet (?:dus )?niet\b"
    r"|heb je niet nodig|vragen (?:we|wij) niet|eisen (?:we|wij|ze)? ?(?:het )?niet"
    r"|wordt (?:er )?(?:geen|niet) [a-z ]{0,30}gevraagd|is geen (?:voorwaarde|must|vereiste)|geen (?:specifieke "
    r"|bepaalde )?(?:werk)?ervaring (?:nodig|vereist|gevraagd|vereiste)"
    r"|(?:we|wij) vragen geen|er wordt geen|zonder ervaring|is niet vereist|niet van toepassing"
)

# A sentence that lists conditions by itself, as mails do.
LISTS_CONDITIONS = re.compile(
    r"\b(?:eisen|voorwaarden|vereisten|verwachtingen|gevraagd|nodig)\b[^.]{0,40}:|\b(?:vragen|verwachten) (?:we|wij)\b"
    r"|\b(?:we|wij) (?:vragen|verwachten)\b"
)
# Labels of a table's row that say what the value beside them is of.
ROW_LABEL = re.compile(
    r"rijverbod|gezondheid|woonplaats|eerste hulp|beschikbaarheid|vca|code 95|rijbewij|leeftijd|ervaring"
    r"|\btaal|\btalen|nederlands|strafregister|attest|medisch|nationaliteit|brevet|visum"
)
LICENCE = re.compile(r"rijbewij[sz]|rijbevoegdheid|vrachtwagenrijbewijs")
LICENCE_CATEGORY = re.compile(
    r"rijbewij[sz](?:en)?(?: (?:van )?(?:de )?(?:categorie|cat\.?|type|klasse))? ?[:(\"']?\s*((?:am|a1|a2|b ?\+ ?e"
    r"|c ?\+ ?e|c1|d1|be|ce|de|a|b|c|d|g)(?:(?:,| en| of|/| en rijbewijs)? (?:be|ce|c1|b|c|d|g)(?![a-z0-9]))*)(?![a-z0-9])"
)
LICENCE_LATER = re.compile(
    r"(?:te (?:halen|behalen)|(?:mag|kan|kun) (?:je|u) (?:nog |ook )?(?:be)?halen|behaal(?:t|en)?|halen|bereid)[^.;]{0,60}?((?:binnen|uiterlijk"
    r"|tegen|voor|na)[^.;,()]{3,60})|((?:bereid)[^.;,()]{0,30}(?:be)?halen)"
)

AGE = re.compile(
    r"(?:minstens|minimum|minimaal|min\.?|ten minste|tenminste|minimumleeftijd(?: is| van|:)?|leeftijd(?: van|:)?|vanaf|ouder dan"
    r"|jonger (?:zijn )?dan|jonger dan|volle"
    r"|je bent|u bent|bent) ?(?:de leeftijd van )?(\d\d|achttien|zestien|zeventien|eenentwintig)(?: volle)? jaar(?! ervaring| dienst| ancien| in "
    r"| als )|(?<!\d)(\d\d)(?: jaar of ouder|\+(?!\d)| jaar oud (?:zijn|te zijn)| jaar (?:zijn|geworden))"
    r"|\b(?:bent|zijn)(?: wel| al| ook)? (?:minstens|minimaal|min\.?|ten minste) (\d\d)(?! ?(?:jaar|uur|%|\d))\b"
)
AGE_WORDS = {"achttien": "18", "zestien": "16", "zeventien": "17", "eenentwintig": "21"}
ADULT = re.compile(r"\bmeerderjarig\b")

LANGUAGE = re.compile(r"\b(?:nederlands|taal|taalvereiste|taalkennis|taalattest|frans|engels|duits)[a-z]*\b")
LANGUAGE_SKILL = re.compile(
    r"\b(?:vlot|taalkennis|praat|praten|foutloos|goed|goede|genoeg|voldoende|degelijk|degelijke|basiskennis|grondige|kennis|niveau|beheers"
    r"|beheerst|beheersen|spreek"
    r"|spreekt|schrijf|schrijft|verstaat|versta|begrijp|begrijpt|behelpen|lees|leest|taalattest|taalniveau|taalbewijs|taaltest|correct|uitstekend"
    r"|uitstekende|perfect|vloeiend|mondig|machtig)\b"
)
LANGUAGE_LEVEL = re.compile(r"\b([abc][12])\b(?! ?-? ?[abc]\d)")

CRIMINAL_RECORD = re.compile(
    r"strafregister|\bmodel 59[56]|uittreksel[^.;]{0,40}\b59[56]|goed (?:gedrag en zeden|zedelijk gedrag)"
    r"|bewijs van goed gedrag|\bstrafblad\b|onberispelijk gedrag"
)
RECORD_ARTICLE = re.compile(r"\b(595|596)(?:[ ./]*(?:§|par\.?|lid|,)? ?\.?([12]|tweede lid|eerste lid)\b)?|\bmodel ([12])\b")
RECORD_AGE = re.compile(
    r"(?:maximaal|hoogstens|hooguit|maximum|max\.?|ten hoogste|niet meer dan|jonger is dan|niet ouder (?:dan|is dan|mag zijn dan|zijn dan)"
    r"|ouder (?:is |zijn )?dan|minder dan"
    r"|recenter dan|jonger dan|van)\s*((?:\d+|een|twee|drie|vier|zes) (?:maanden|maand|weken|week|dagen))"
)

EXPERIENCE = re.compile(r"\b[a-z]*ervaring\b|\bervaren\b|\bjaar (?:lang )?(?:voltijds |betaald )?(?:gewerkt|werkzaam|actief)\b")
EXPERIENCE_ASKED = re.compile(
    r"(?:je hebt|je beschikt|u hebt|u beschikt|heeft|beschikt|hebt|vereist|vereiste|minstens|minimaal|minimum|ten minste|bewijst|aantoonbare"
    r"|kan (?:je )?aantonen|relevante|nuttige)[^.;]{0,70}(?:ervaring|jaar (?:gewerkt|werkzaam|actief))"
    r"|ervaring[^.;]{0,60}\b(?:is (?:dat wel|een must|een vereiste)|vereist|verplicht|noodzakelijk|nodig)\b|^\W*(?:vereiste )?[a-z]*ervaring ?:"
    r"|^\W*(?:een |twee |drie |vier |vijf |zes |\d+ )(?:tot \w+ )?jaar [a-z]*ervaring"
)
EXPERIENCE_ELSEWHERE = re.compile(
    r"wedde|loon|verlon|ancien|meegerekend|in aanmerking genomen|tel(?:t|len) (?:volledig |mee|alle|tot)|meetell|meenemen|nemen we|rekenen"
    r"|privesector|geldelijk|tot \d+ jaar|verdien|schaal|valoris|overheid(?:ssector)? (?:zonder|tell)"
)

MEDICAL = re.compile(
    r"rijgeschiktheid|arbeidsarts|geschiktheidsattest|medisch attest|attest van (?:medische |lichamelijke )?geschiktheid"
    r"|medisch (?:geschikt|onderzoek)|lichamelijk(?:e)? (?:geschikt"
    r"|geschiktheid)|fysiek(?:e)? (?:geschikt|fit)"
    r"|medische (?:geschiktheid|keuring)|geneeskundig onderzoek|arbeidsgeneeskundig|gezondheidsbeoordeling"
)
MINIMAL_YEARS = re.compile(r"\b(?:minstens|minimaal|ten minste|minimum|als je|als u)\b")
RIGHTS = re.compile(r"burgerlijke en politieke rechten|politieke en burgerlijke rechten|dienstplichtwet|militiewet")
NATIONALITY = re.compile(
    r"\bnationaliteit\b(?! speelt)|\bis[^.;]{0,70}\bbelg\b|belgische nationaliteit|\bbelg (?:zijn|bent)|burger van (?:de )?(?:eu|europ"
    r"|een lidstaat)|onderdaan van"
    r"|europese economische ruimte|\beer\b|verblijfs- en arbeidsvergunning|arbeidsvergunning"
)
DISTANCE = re.compile(
    r"(?:binnen (?:een straal|een afstand)|straal van|maximaal|hoogstens|binnen)\s*(?:van )?(\d+) ?(?:km|kilometer"
    r"|minuten)[^.;]{0,60}(?:woon|kazerne|werkplek|wonen|gemeente)|(?:woon(?:t|achtig)?|wonen|woonplaats|domicilie)[^.;]{0,60}(\d+) ?(?:km"
    r"|kilometer|minuten)"
)
CERTIFICATE = re.compile(
    r"\b(?:visum|riziv ?-?nummer|vca[- ]?(?:basis|attest)?|ehbo|code 95|bewijs van (?:vakbekwaamheid|inschrijving|medische schifting)"
    r"|vakbekwaamheid|fytolicentie|attest [a-z]+|getuigschrift van pedagogische bekwaamheid|pedagogisch(?:e)? (?:bekwaamheid|diploma)"
    r"|reddersbewijs|bijscholing|erkenning als|heftruckattest|brevet|ba4|bbq4|certificaat [a-z]+|weerbaarheidsattest|stuurbrevet|registratie als"
    r"|geregistreerd)\b"
)
AVAILABILITY = re.compile(
    r"\b(?:bereid(?:heid)?|beschikbaar|flexibel)\b[^.;]{0,100}\b(?:avond|weekend|nacht|opdracht|vanaf|week|zaterdag|zondag"
    r"|wacht|verplaats|onregelmatig|ploeg|uren|fiets|openbaar vervoer|opleiding|cursus|tijdelijk)|\bbeschikbaar (?:vanaf|op|per)|eigen (?:wagen"
    r"|vervoer)"
)
PROBATION = re.compile(r"\b(?:proeftijd|stageperiode|inlooptijd) van|geldt een proef(?:tijd|periode)|proefperiode van")
GENERAL = re.compile(r"algemene (?:aanwervings|toelatings|toelatings- en aanwervings)voorwaarden van (?:artikel|het)|vaccinatie|ingeent|leerplicht")

OUTSIDE_SECTION = re.compile(r"aanbod|bieden|krijg je|loon|verloning|wedde|verdien|salaris|voordelen|bezoldiging|contact|inlichtingen|vragen\?"
    r"|feedback|infosessie|infoavond|andere vacatures|ook vacant|nuttige link|privacy|gegevens")  # fmt: skip
# What the employer gives, under headings that share their verb with conditions ('Wat mag je verwachten?', 'Wat verwachten we?').
OFFER_HEADING = re.compile(
    r"(?:mag|kan) (?:je|jij|u) (?:van ons )?verwachten|(?:je|jij|u) (?:van ons )?(?:mag|kan) verwachten|verwacht (?:je|jij|u) van ons"
    r"|\bertegenover\b|\bdaar ?tegenover\b|staat (?:er )?tegenover|ervoor (?:in de plaats|terug)|\bin ruil\b|tegenprestatie"
)
CONDITION_SECTION = re.compile(
    r"mag (?:jij|ik|je)\b|is dat alles|voorwaarde|profiel|wie (?:zoek|kan|mag)|verwacht|vragen w|w(?:e|ij) vragen|vereist|aanwerving|toelating"
    r"|in huis|\beisen\b|nodig h(?:ebt|eeft)|moet (?:je )?hebben|\bmust|criteria|bagage|troeven|ben (?:jij|je|u) (?:onze|de|een|wie|dit)|rugzak"
    r"|over jou|dit ben|jij (?:hebt|bent)|(?:heb|ben) jij|kandidaat|voldoe|deelnem|in aanmerking|meedoen|toegelaten|kan (?:jij"
    r"|je) (?:je )?(?:inschrijven|meedoen)"
    r"|breng (?:je|jij) mee|wat heb je nodig|en verder|daarnaast|nederlands|rijbewijs|gedrag|oud moet"
)
LATER = re.compile(
    r"((?:te (?:be)?halen )?(?:in (?:de|je) eerste (?:[a-z0-9]+ )?(?:maand|maanden|weken|jaar|jaren)|tijdens (?:je|de) (?:stage|proefperiode"
    r"|inloop\w*|eerste"
    r" \w+)|binnen (?:het|de|een) (?:[a-z0-9]+ )?(?:jaar|maand|maanden|weken|week|dagen)[^.;,()]{0,50}|uiterlijk (?:op|bij"
    r"|tegen) [^.;,()]{3,60}|bij (?:je |de )?(?:indiensttreding|aanstelling|start)\b"
    r"|op de dag dat (?:je|u) (?:begint|start)|v[oó][oó]r (?:je |de )?(?:start|indiensttreding|aanstelling|eerste werkdag)"
    r"|op de (?:dag|datum) van (?:de |je )?(?:[a-z]+ (?:proef|test|gesprek)"
    r"|[a-z]+)|op je eerste werkdag|tegen (?:de|je) (?:start|indiensttreding)[a-z ]{0,20}|bij de start))"
)
ONLY_STATED = re.compile(r"\bkopie|afschrift|fotokopie|\bscan\b|dossier bevat|stuur|mail\b|laad\b|opladen|geef (?:ze|alles)|voeg|vermeld|omslag")
