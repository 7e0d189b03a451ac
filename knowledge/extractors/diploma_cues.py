"""How bundles word the parts of a diploma condition. All patterns run over folded text (see eligibility.words.fold)."""

from __future__ import annotations

import re

_PROOF = (
    r"(?:diploma|papier(?:en)?\b|attest|bewij[sz]|bekwaamheidsbewij[sz]|kwalificatie|brevet|getuigschrift|studiebewij[sz]|studiegetuigschrift"
    r"|certificaat"
    r"|certificat|titel)"
)

HEADING = re.compile(r"op zoek|papier|toegang|mag (?:jij|ik|je)\b|kan (?:jij|ik) |diploma|studie|opleiding|attest|kwalificatie|voorwaarde|profiel"
    r"|wie (?:zoek|kan|mag"
    r"|ben)|verwacht|vragen we|aanwerving"
    r"|toelating|vereist|in huis|breng (?:je|jij) mee|jij (?:hebt|bent)|wat heb je nodig|\beisen\b|functie ?eisen|nodig h(?:ebt|eeft)"
    r"|moet (?:je )?hebben"
    r"|\bmust|criteria|bagage|troeven|ben (?:jij|je|u) (?:onze|de|een|wie|dit|geschikt|klaar)|competenties|kwalificaties|rugzak|jouw talent"
    r"|over jou|dit ben|jij bent|(?:heb|ben) jij|kandidaat|voldoe|deelnem|inschrijv\w* (?:kan|mag)|kan (?:jij|je) (?:je )?(?:inschrijven"
    r"|deelnemen|meedoen)"
    r"|past (?:de job|dit) bij")  # fmt: skip
DIPLOMA_HEADING = re.compile(
    r"diploma|papiertje|^(?:vereiste |gevraagde |minimale |minimum ?)?(?:opleiding|studies?|scholing|studieniveau|opleidingsniveau|getuigschrift"
    r"|papiertje)\b|welk[e]? (?:attest|bewij|opleiding|studie)"
    r"|studievereiste|studiebewij|kwalificatiebewij|opleidingsvereiste|bekwaamheidsbewij"
    r"|vooropleiding|opleidingsniveau"
)
OTHER_SECTION = re.compile(r"solliciteer|inschrijven|schrijf je in|kandidaatstelling|kandidatuur|wij bieden|bieden we|ons aanbod|aanbod|wat krijg"
    r"|loon|verloning|wedde|verdien|salaris|voordelen|contact|inlichtingen|taken|takenpakket|jobinhoud|doe je|ga je doen|selectieproef"
    r"|selectieprocedure|documenten")  # fmt: skip

LEAD_IN = re.compile(
    rf"\b(?:een|1|minstens een|ten minste een) (?:van|der|of) (?:de |deze |het |onderstaande |volgende |bovenstaande |hieronder )*(?:volgende "
    rf"|onderstaande |vermelde |genoemde |oude(?:re)? |vroegere )*{_PROOF}"
    rf"|\b(?:volgende|onderstaande|deze|bovenstaande) (?:oude(?:re)? |vroegere |erkende )*{_PROOF}[a-z']*(?: [^.]{{0,70}})?:?\s*$"
    rf"|\b(?:oude(?:re)?|vroegere) (?:benamingen|diploma|namen|{_PROOF})"
    rf"|{_PROOF}[a-z']* (?:die (?:toegang geven|we (?:ook )?aanvaarden|in aanmerking komen)|komen in aanmerking|worden (?:ook )?aanvaard"
    rf"|geven toegang)[^.]{{0,60}}:?\s*$"
)
OLD_LIST = re.compile(r"\boude(?:re)? |vroeger|langer geleden|oud stelsel|(?:voor|van voor) onze tijd|ouwe")
OLD_NAME = re.compile(r"\(?\b(?:oude?|vroegere) (?:benaming|naam|diploma|stelsel)\)?")

POSSESSION = re.compile(
    r"\b(?:behaalde|studeerde)\b|\bis (?:een )?must\b"
    r"|\b(?:je|jij|u|kandidaat|sollicitant|sollicitanten|kandidaten|iemand|wie|hij of zij|men) (?:hebt|heeft|hebben|bent|is|zijn|beschikt|beschikken"
    r"|bezit"
    r"|bezitten|behaalde|haalde|dient|moet)\b"
    r"|\b(?:moet|moeten|dient|dienen|hebt|heeft) (?:u|je|men|de kandida|kandida)|\b(?:hebt|heeft|bezit|behaalde|behaalt) (?:een|minstens|minimaal"
    r"|minimum|ten minste|het)\b"
    r"|\bin (?:het )?bezit\b|\bhouder\b|\bhouders\b|\bbeschik(?:t"
    r"|ken)\b|\bbezit(?:ten)?\b|\bheb je\b|\bhebt u\b|\bafgestudeerd als\b|\bhebben van\b"
)
MINIMAL = re.compile(
    r"\b(?:minstens|minimaal|minimum|ten minste|tenminste|minimale|vereist|vereiste|verplicht|noodzakelijk|nodig|vragen|verwachten|volstaat"
    r"|toereikend|is (?:al )?(?:genoeg|voldoende)|is het minimum)\b"
)
SUFFICES = re.compile(
    r"\bbrengt je binnen|opent de deur|je (?:ticket|toegangsbewijs|sleutel)|\b(?:is|zijn) (?:al |dus |hier )?(?:genoeg"
    r"|voldoende)\b|\bvolsta(?:at|an)\b(?! niet| dus niet)|\bkom je (?:al )?in aanmerking\b"
)
# 'Studieniveau: bachelor', 'De betrekking staat open voor masters': the words that make the rest of a sentence the condition.
LABEL = re.compile(
    r"^(?:\W*(?:\d+[°.)]?|[a-z][.)])?\s*)?(?:vereist|gevraagd|noodzakelijk|nodig|(?:de |het |je |uw |gevraagde? |vereiste? |minimale |minimum ?)*"
    r"(?:diploma\w*|studie\w*|opleiding\w*|scholing|bekwaamheidsbewij\w*|vooropleiding|getuigschrift|kwalificatie|wie)"
    r"(?: (?:vereist|nodig|gevraagd|minimum|minimaal))?) ?[:=]"
)
OPEN_TO = re.compile(
    r"\b(?:staat|is) open (?:voor|aan)|toegankelijk voor|gericht (?:aan|tot)|kom(?:t|en) in aanmerking|voorbehouden (?:aan|voor)"
    r"|(?:voorwaarden?|eisen|vereisten)\b[^.]{0,40}:"
    r"|\b(?:vragen|vraagt|verwachten|verwacht|zoeken|zoekt|eisen|eist) (?:we|wij|het bestuur|de stad|ons|een|minstens|minimaal)\b"
    r"|\b(?:collega|iemand|persoon|kandida(?:at|ten)|medewerker|profiel)s? met\b|genoot een opleiding|volgde een opleiding"
)
PREFERENCE = re.compile(
    r"streepje voor|sta(?:at)? (?:je|u) sterker|des te beter|meerwaarde|\basset\b|voorsprong|graag gezien|bonuspunt|extraatje|bij voorkeur"
    r"|voorkeur|\btroef|pluspunt|meegenomen|strekt tot aanbeveling|\bis mooi|een plus\b|handig|voordeel|liefst|(?<!meer )mag natuurlijk"
    r"|niet verplicht|geen (?:must|vereiste)|pre\b|interessant"
)
PAPERWORK = re.compile(
    r"\b(?:kopie|afschrift|fotokopie|scan|copie)\w* van|\b(?:laad|laadt|opladen|upload|uploaden|mail|stuur|bezorg|voeg|bijlage|opsturen|bijvoegen"
    r"|toevoegen)\b[^.]{0,80}\b(?:cv|curriculum|brief|kopie|motivatie)|\bdossier bevat|\bcv\b|\blaad\b[^.]{0,80}\bop\b|\bschrijf\b"
)

NONE_NEEDED = re.compile(
    r"\b(?:geen|zonder) (?:specifiek |bepaald |school|speciaal |enkel |bijzonder |minimum)*(?:diploma|diplomavereiste|diplomavoorwaarde"
    r"|studiebewijs|opleidingsvereiste)\w*"
    r"(?: (?:of|en|noch|geen|ook|bepaalde|specifieke|attest\w*|ervaring|opleiding|werkervaring|rijbewijs|nodig|hebben|vereist|gevraagd|verwacht"
    r"|vragen we|voor deze (?:job|functie)|dat je)\b)*"
    r"[^.?]{0,30}?\b(?:nodig|vereist|vereisten|gevraagd|verwacht|gesteld|verplicht)\b"
    r"|\b(?:er (?:zijn|is|gelden|geldt)|we (?:stellen|vragen|eisen|verwachten)|wij (?:stellen|vragen|eisen|verwachten)|je hebt|je moet"
    r"|u hebt) geen (?:specifieke? |bepaalde? |bijzondere? )*(?:diploma\w*|opleidingsvereisten|studievereisten)"
    r"|\b(?:een |school|het |je |specifiek )*(?:school)?diploma(?: of (?:ervaring|attest))? (?:is|vragen we|vragen wij|hoeft|heb je|hebt u"
    r"|hoef je|speelt|wordt|eisen we|verwachten we|moet|doet)[^.?]{0,25}?"
    r"\b(?:niet|geen)\b(?: nodig| vereist| belangrijk| verplicht| gevraagd| noodzakelijk| te hebben)?(?! meer)"
    r"|\bdiploma ?: ?(?:niet|geen)\b"
    r"|diplomavereisten? ?(?::|zijn er niet|\|)? ?(?:geen|niet van toepassing)|^geen(?: diploma\w*)?(?: vereist| nodig)?\.?$"
    r"|\b(?:papieren|diploma's) (?:zijn|hoeven|heb je|hebt u) (?:hier |voor ons |daarvoor )?(?:niet|geen)\b"
    r"|\b(?:vragen|eisen|verwachten|vraagt|eist) (?:we |wij |men )?(?:dus |ook )?geen (?:specifiek |bepaald |school)*diploma"
    r"|\bdiploma\b[^.]{0,60}\b(?:vragen|eisen) (?:we |wij )?er geen\b|ook zonder diploma (?:ben je |bent u )?welkom"
    r"|\b(?:geen|zonder) diploma(?: of (?:werk)?ervaring)? ?[?!,.:-]+ ?(?:dat is |is )?(?:geen (?:probleem|punt|nood|zorg|paniek|ramp)|niet erg"
    r"|maakt niet|ook (?:goed|welkom)"
    r"|toch welkom|kom (?:gerust|maar)|solliciteer gerust|(?:wij|we) (?:leren|leiden))"
    r"|\b(?:kijken|letten|selecteren|vragen|screenen) (?:we |wij )?(?:niet )?(?:naar|op|om) (?:je |een |uw )?diploma'?s?\b(?: niet)?(?=,| maar|\."
    r"| wel|$)"
    r"|\bdiploma (?:hebt|heeft|hebben|hebt u)? ?of niet\b|\bmet of zonder (?:een )?diploma\b|los van (?:je |het |een )?diploma|ongeacht (?:je "
    r"|het |een )?diploma\b"
    r"|\b(?:diploma|studie|opleidings?)s?(?:vereiste|voorwaarde|eis)n?s?e?n?\b[^.?,:;]{0,12}\b(?:geen|niet)\b(?! voor)"
    r"|\bgeen (?:specifieke |bijzondere |enkele |bepaalde |bijkomende )*(?:diploma|studie|opleidings?|scholings)(?:vereiste|voorwaarde|eis|niveau"
    r"|verplichting)n?s?e?n?\b"
    r"|^(?:geen|niet van toepassing|n\.?v\.?t\.?|/|niet vereist|niet nodig|vrij|onbelangrijk|speelt geen rol)\.?$"
    r"|\b(?:elk|ieder|eender welk|gelijk welk) diploma(?: is)? (?:goed|welkom|volstaat)|\bdiplomaloos|laaggeschoold"
)
ASKS_DIPLOMA = re.compile(r"\b(?:heb|moet|welk|is|een)\b[^?]{0,40}(?:diploma|school|papier)[^?]{0,30}\?$|\bzonder diploma\b[^?]{0,25}\?$")
NOT_FOR_ALL = re.compile(
    r"in dat geval|met (?:minstens |minimaal )?[a-z0-9]+ jaar|portfolio|\bmeedoen\b|deelnemen|bevordering|personeelsl|\bdan (?!je|jouw|uw)"
    r"|op voorwaarde"
    r"|capaciteits|niveautest|niveauproef|\btoch\b|\bmits\b|\bals je\b|\bniet meesturen\b"
)

FINAL_YEAR = re.compile(
    r"\bbehaal(?:t|en)? (?:je|u|ze|zij) [^.]{0,30}\bpas\b|laatstejaars|nog in opleiding|\bin opleiding (?:bent|is|zijn)|schoolverlater"
    r"|laatste (?:bachelor|master)jaar|\bnog student\b|studeer nog"
    r"|nog aan het studeren|nog op school|laatste (?:opleidings|studie|school|academie)?jaar"
    r"|\bstudeer je nog|\bstudeert u nog|nog (?:studeert|student bent)"
    r"|student bent|schoolbanken|studeer(?:t)? (?:je|jij|u) [a-z0-9 ]{0,20}?\baf\b|rond(?:t)? (?:je|u) (?:je|uw) (?:studie|opleiding)"
    r"|afstudeer(?:t)?\b|afstuderen|bijna afgestudeerd|studenten\b|studerende|nog niet (?:behaald|afgestudeerd|op zak|in je bezit)"
    r"|leerlingen\b|nog in het (?:zesde|zevende|laatste)|zesde of zevende jaar|diploma (?:nog )?(?:niet|te) (?:behaald|behalen)|nog geen diploma"
    r"|bijna (?:je )?diploma|(?:in de loop van|tijdens) (?:het|dit) (?:school|academie)jaar"
)
# Students as candidates, not as visitors, residents or pupils of the job.
CANDIDATE_STUDENTS = re.compile(
    r"laatstejaars|laatste (?:opleidings|studie|school|academie|bachelor|master)?jaar|diploma|afgestudeerd|afstude"
    r"|schoolbanken|studeer|solliciteer|solliciteren"
    r"|meedoen|deelnemen|toegelaten|toelaten"
)
STUDY_CONTEXT = re.compile(
    r"student|diploma|attest|bewij[sz]|opleiding|bachelor|master|laatste|jaar|studeer|student bent|toegelaten|selectie|deelnemen|meedoen"
    r"|solliciter|afstuder"
)
NOT_STUDENTS = re.compile(r"jobstudent|studentenjob|studentenkot|voorlezen|bezoekers|stage\b|stagiair")

FOREIGN = re.compile(
    r"\bdiploma[^.]{0,25} uit (?:nederland|luxemburg|frankrijk|duitsland)|(?:nederlandse?|franse?|luxemburgse?) (?:diploma|bachelor|master)"
    r"|buitenland|\bnaric|ander land|niet[- ]belgisch|buiten belgie|gelijkwaardigheid(?:sattest|serkenning|sverklaring)|elders (?:in de wereld"
    r"|behaald)|in een ander land"
)
EQUIVALENT = re.compile(r"gelijkgesteld|gelijkwaardig|gelijkgeschakeld|gelijkaardig diploma|equivalent|evenwaardig|gelijkstelling")
ACCEPTED = re.compile(r"aanvaard|tel(?:t|len) mee|komt in aanmerking|komen in aanmerking|ook goed|welkom")
DEMANDING = re.compile(r"\b(?:enkel|alleen|moet|dient|dien|slechts|niet)\b")
REFERS_BACK = re.compile(r"^(?:die|deze|dat|dit)\b.{0,40}\b(?:niet|geen)\b")

EXCLUSION = re.compile(
    r"\bniet (?:in de lijst|terug|tussen)\b[^.]{0,30}\bdan (?:kan|kom|mag)[^.]{0,20}\b(?:niet|geen)\b|\bevenmin\b|limitatief|exhaustief"
    r"|gesloten lijst|\b(?:is|zijn) (?:dus |ook )?(?:geen [a-z]*(?:diploma|bewijs|bekwaamheidsbewijs|ervaring)|te weinig)\b"
    r"|vervangt [^.]{0,30}\bniet\b"
    r"|nemen (?:we|wij) (?:hier |dus |ook )?niet aan|\bkom(?:t|en)? (?:dus |hier |ook |voor [a-z ]{3,30} )?niet in aanmerking"
    r"|\bniet (?:in aanmerking|aanvaard|toegelaten|ontvankelijk)"
    r"|aanvaarden (?:we|wij) (?:dus |ook )?niet|volsta(?:at|an) (?:dus |ook |hier )?niet|\bgeven geen (?:toegang|recht)|geeft geen (?:toegang|recht)"
    r"|\b(?:kan|kun|kunnen|mag|mogen) (?:je |u |men |zij |hier )?(?:dus |ook |helaas |jammer genoeg |pas |bij ons |nu |nog )*niet (?:mee|deel"
    r"|sollici|bij|start|als"
    r"|mee ?doen|aan de slag|beginnen|in dienst|worden toegelaten|aan de)|nemen (?:we|wij) geen|kan niet!?$|is (?:dus )?(?:niet voldoende"
    r"|onvoldoende)|tel(?:t|len) (?:hiervoor "
    r"|daarvoor |dus |ook )?niet|tel(?:t|len) voor geen|reken[^.]{0,40} niet mee|tel[^.]{0,30}niet mee|niet genoeg"
    r"|worden (?:dus |ook )?geweigerd|geldt niet als|\breken(?:en)? (?:we|wij) [^.]{0,25}\bniet\b|\b(?:zien|beschouwen) (?:we|wij) niet als"
    r"|\btellen (?:we|wij) [^.]{0,20}\bniet\b"
)
SHUT_HEADING = re.compile(
    r"\bniet (?:volstaat|telt|voldoet|meetelt|aanvaard)|\bvolstaa[tn]? niet|tel(?:t|len) niet|geen toegang|niet in aanmerking|uitgesloten"
)
CLOSED = re.compile(
    r"\b(?:enkel|alleen|uitsluitend|limitatief|exclusief)\b|zonder (?:een|1) van (?:deze|die|bovenstaande)|andere? [a-z]*(?:diploma|bachelor"
    r"|master|attest|bewij)|ander diploma"
)
EXAMPLE = re.compile(r"\b(?:bijvoorbeeld|bijv|bv|zoals|onder andere|o\.a\.|b\.v)\b|\.\.\.|…|\benz\b")

BRACKETED_EXAMPLE = re.compile(r"\((?:bijvoorbeeld|bijv|bv|b\.v|zoals|o\.a|onder andere)\b")
PAY = re.compile(r"verloon|verloning|\bbetaald\b|\bloon|wedde|barema|salaris|weddeschaal")
EXPERIENCE = re.compile(r"ervaring|aan de slag|werkzaam|gewerkt|dienstjaren|jaren dienst|ancienniteit")
TEST = re.compile(r"(?:capaciteits|niveau|bekwaamheids|toelatings|geschiktheids|toegangs)[ -]?(?:test|proef|toets|onderzoek)")
NO_TEST = re.compile(r"geen (?:extra |bijkomende |aparte )?(?:[a-z]*test|[a-z]*proef)")
STAFF = re.compile(
    r"bevordering|personeelsl(?:id|eden)|interne (?:mobiliteit|kandida)|medewerkers van (?:de|het|ons|onze)|\bwerk je al (?:bij|voor) (?:ons|de"
    r"|het)|niveauancienniteit"
)
# A sentence that admits others beside those of the condition itself.
ALSO = re.compile(
    r"in afwijking van|\beveneens\b|wordt ook toegelaten|worden ook toegelaten|in een andere (?:studie)?richting|ander(?:e)? (?:studie)?richting"
)
# An opening for own staff, and what it asks of them.
PROMOTES = re.compile(
    r"via bevordering|bij bevordering|door bevordering|voor bevordering|interne (?:kandida|mobiliteit|bevordering)"
    r"|eigen personeel|werk je al (?:bij|voor)"
    r"|werkt u al (?:bij|voor)|huidige (?:personeelsleden|medewerkers)|onze eigen medewerkers|doorgroeien"
)
STAFF_TERMS = re.compile(r"ancienniteit|dienstjaren|jaar (?:in )?dienst|evaluatie|\bniveau [a-e]\b|\bgraad\b|statutair|vastbenoemd|in dienst")
NOT_BY_PROMOTION = re.compile(r"(?:geen|niet) (?:via |bij |door )?(?:interne |een )?bevordering|bevordering is niet")
ENROLMENT = re.compile(
    r"bezig (?:bent )?(?:met|aan) (?:de |een |je )?opleiding|(?:de )?opleiding [^.]{0,40}(?:bezig|volg(?:t|en)? )|ingeschreven (?:bent|zijn|is"
    r"|staat|te zijn)|je (?:hebt )?ingeschreven|inschrijv(?:t|en|ing) (?:in|voor) (?:een|de|die) opleiding"
    r"|(?:opleiding|cursus) (?:volgt|start|aanvat|begint)|bereid (?:bent|is|om)[^.]{0,45}(?:opleiding|traject|cursus|vorming)"
)
RECOGNITION = re.compile(r"ervaringsbewijs|toegangsbewijs|\bevc\b|beroepskwalificatie|elders verworven")
ALTERNATIVE = re.compile(
    r"\b(?:ofwel|hetzij|tweede|zonder|geen|niet|toch|alternatief|tweede weg|andere weg|in de plaats|in plaats|vervangt|compenseren|compenseert"
    r"|ook met|ofwel"
    r"|alleen meedoen|vrijgesteld|uitzondering|kan je (?:ook )?(?:deelnemen|meedoen|solliciteren)"
    r"|mag je (?:ook )?(?:deelnemen|meedoen|solliciteren)|mee ?doen|welkom|kunnen (?:ook )?(?:via|bij) bevordering|mogen (?:via|bij) bevordering)\b"
)
CONTINUES = re.compile(
    r"^(?:vrijwilligerswerk|stage\b|leiding geven aan vrijwilligers|in dat geval|je legt dan|u legt dan|dan\b|daarvoor|daarbij|beide voorwaarden"
    r"|slaag je|we vragen dan|zij moeten"
    r"|je zit dan|je moet dan|je slaagt dan|die (?:ervaring|test|proef)|deze (?:ervaring|test|proef)|het rijbewijs"
    r"|een [a-z]*diploma is in dat geval|haal je daar|je bewijst|wel (?:moet|leg))")  # fmt: skip
