"""Fields of study: one key for the names that mean the same in Dutch, English and French, and the domains a field belongs to.

A key is only merged with another name where both name the same diploma; near neighbours (orthopedagogie and orthopedagogiek,
verpleegkunde and vroedkunde) stay apart on purpose. Order plays no part: the longest name wins.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """`names` are folded (see words.fold), `domains` have the chief one first; `broad` marks a programme
    that is only told apart by its afstudeerrichting.
    """

    key: str
    domains: tuple[str, ...]
    names: tuple[str, ...]
    broad: bool = False


# key | domains | names (comma-separated; the key itself counts too). A leading * marks a broad programme,
# an indented line goes on with the names of the line before.
_TABLE = """
sociaal werk | sociaal | maatschappelijk werk, sociaal agogisch werk, social work, travail social, assistance sociale, maatschappelijk werker,
    maatschappelijk werkster, social worker
sociaal werk en sociaal beleid | sociaal | sociaal beleid en sociaal werk
sociaal cultureel werk | sociaal, cultuur | sociaal cultureel
pedagogische wetenschappen | sociaal, onderwijs | pedagogiek, pedagogie, pedagogisch, educational sciences, sciences de l'education,
    educatieve wetenschappen
orthopedagogiek | sociaal |
orthopedagogie | sociaal | orthopedagogische begeleiding
sociale agogiek | sociaal |
onderwijskunde | sociaal, onderwijs | onderwijs en opleidingskunde
agogische wetenschappen | sociaal | agogiek, sociale agogische wetenschappen
sociale readaptatiewetenschappen | sociaal | sociale re adaptatiewetenschappen, readaptatiewetenschappen, readaptatie
gezinswetenschappen | sociaal | gezinswetenschap
sociale gezondheidszorg | sociaal, zorg |
pedagogie van het jonge kind | sociaal, kinderopvang | pjk, pedagogie vh jonge kind, pedagogie jonge kind
toegepaste psychologie | sociaal, psychologie | applied psychology, psychologisch assistent
psychologie | psychologie, sociaal | psychology, psycholoog, psychologue, psychologische wetenschappen
klinische psychologie | psychologie, sociaal | klinisch psycholoog
bemiddeling | sociaal |
criminologie | recht, sociaal, veiligheid | criminologische wetenschappen, criminology, criminologische
sociologie | sociaal, mens | sociology, sociale wetenschappen
integrale veiligheid | veiligheid | maatschappelijke veiligheid
rechten | recht | law, droit, jurist, juriste, rechtswetenschappen, rechtsgeleerdheid
rechtspraktijk | recht, administratie | juridisch medewerker, paralegal
notariaat | recht |
bestuurskunde | bestuur | bestuurskunde en publiek management, publiek management, public administration, overheidsmanagement, public management
politieke wetenschappen | bestuur, mens | politicologie, political science, sciences politiques, staatswetenschappen,
    politieke en sociale wetenschappen
verpleegkunde | zorg | verpleegkundige, verpleegster, verpleger, nursing, nurse, infirmier, infirmiere, soins infirmiers, verpleging
sociale verpleegkunde | zorg, sociaal | sociaal verpleegkundige, sociaal verpleegster, sociaal verpleger
ziekenhuisverpleegkunde | zorg | ziekenhuisverpleegkundige, ziekenhuisverpleegster
psychiatrische verpleegkunde | zorg | psychiatrisch verpleegkundige
pediatrische verpleegkunde | zorg | kinderverpleegkunde
geriatrische verpleegkunde | zorg | geriatrie, ouderenzorg
basisverpleegkunde | zorg | basisverpleegkundige
gemeenschapsgezondheid | zorg |
vroedkunde | zorg | vroedvrouw, vroedvrouwen, midwife, midwifery, sage femme, vroedman
ergotherapie | zorg | ergo, ergotherapeut, ergotherapeute, occupational therapy, occupational therapist, ergotherapeutisch
ergotherapeutische wetenschap | zorg | ergotherapeutische wetenschappen
arbeidstherapie | zorg | arbeidstherapeut
kinesitherapie | zorg | kinesist, kinesiste, kinesitherapeut, kine, physiotherapy, physiotherapist, revalidatiewetenschappen en kinesitherapie,
    revalidatiewetenschappen, fysiotherapie
logopedie | zorg | logopedist, logopediste, speech therapy, logopedie en audiologie
logopedische en audiologische wetenschappen | zorg |
audiologie | zorg | audioloog
voedings en dieetkunde | zorg, voeding | dietist, dietiste, dieetkunde, dietetics, voedingsleer
podologie | zorg | podoloog
mondzorg | zorg | mondhygienist
medische beeldvorming | zorg | radiologie
biomedische laboratoriumtechnologie | zorg, labo | medische laboratoriumtechnologie, laborant
farmacie | zorg | apotheker, farmaceutische wetenschappen, pharmacy
geneeskunde | zorg | arts, dokter, medicine, huisarts
tandheelkunde | zorg | tandarts
diergeneeskunde | dieren | dierenarts
zorgmanagement | zorg | management en beleid van de gezondheidszorg, gezondheidsvoorlichting en bevordering, health care management
zorgkundige | zorg, zorgkundig | thuis en bejaardenzorg, zorgkunde, gezins en sanitaire helpster, bejaardenhelpster, polyvalent verzorgende,
    verzorgende
verzorging | zorg, zorgkundig | personenzorg, zorg en welzijn
kinderzorg | kinderopvang | childcare, kinderverzorging, kinderverzorgster, kinderverzorger
begeleider kinderopvang | kinderopvang | begeleider in de kinderopvang, kinderbegeleider, kinderbegeleider baby's en peuters, kinderbegeleidster
kinderbegeleider schoolgaande kinderen | kinderopvang | begeleider buitenschoolse kinderopvang
jeugd en gehandicaptenzorg | sociaal, kinderopvang | opvoeder begeleider, opvoeding en begeleiding
opvoeder | sociaal | opvoedster
sociale en technische wetenschappen | sociaal | stw
humane wetenschappen | mens |
*onderwijs | onderwijs | lerarenopleiding, leraar, leerkracht, leraarsopleiding, teaching, education
kleuteronderwijs | onderwijs, kinderopvang | kleuterleidster, kleuterleider, kleuterleerkracht, kleuteronderwijzer, kleuteronderwijzeres, kleuterjuf
lager onderwijs | onderwijs | onderwijzer, onderwijzeres, primary education, primair onderwijs, lagere school
secundair onderwijs | onderwijs | regent, regentes, regentaat, secondary education teaching
buitengewoon onderwijs | onderwijs | special needs education, special education, bijzondere leerzorg, zorgverbreding en remedierend leren,
    zorgverbreding
*bedrijfsmanagement | economie | bedrijfsbeheer, business management, gestion d'entreprise
accountancy fiscaliteit | economie, financien | boekhouden, boekhouding, accountancy, accounting, comptabilite, boekhoudkunde, boekhouder,
    accountancy en fiscaliteit, boekhouden informatica, fiscaliteit, accountant
financie en verzekeringswezen | economie, financien | financie en verzekeringen, financien en verzekeringen, financien, financieel management,
    bank en verzekeringen, finance
marketing | economie, communicatie | marketing en verkoop
logistiek management | economie, logistiek | logistiek, logistics, logistique
kmo management | economie | ondernemerschap
rechtspraktijk bedrijfsmanagement | economie, recht | bedrijfsmanagement rechtspraktijk
supply chain management | economie, logistiek |
human resources management | economie, personeel, administratie | human resources, hrm, personeelsbeleid, personeelswerk, hr management,
    personeelsmanagement, arbeids en organisatiepsychologie
office management | administratie, economie | secretariaat, directiesecretariaat, management assistant, secretariaat talen, kantoor, secretaresse,
    kantoorbeheer, kantooradministratie, organisatie en management, medical office management
toegepaste economische wetenschappen | economie, financien | tew, applied economics, toegepaste economie, bedrijfseconomie
economische wetenschappen | economie, financien | economie, economics, sciences economiques
handelswetenschappen | economie, financien | commerciele wetenschappen
handelsingenieur | economie, financien | business engineering
handel | economie, administratie | economie moderne talen
toerisme | toerisme, vrije tijd | toerisme en recreatiemanagement, tourism, tourisme
vrijetijdsmanagement | vrije tijd, cultuur | vrije tijd
communicatiemanagement | communicatie | communication management
communicatie | communicatie | communication
communicatiewetenschappen | communicatie, mens | communication sciences, communicatiewetenschap
journalistiek | communicatie | journalism, journalisme
grafische en digitale media | communicatie, grafisch | grafische vormgeving, grafisch ontwerp, graphic design
public relations | communicatie |
toegepaste taalkunde | talen, communicatie | vertaler tolk, vertaalkunde, toegepaste taalkunde vertalen en tolken
taal en letterkunde | talen, mens | germaanse, germaanse filologie, romaanse filologie, romaanse talen, talen, literature, letterkunde, letteren,
    languages
geschiedenis | mens, cultuur | history, histoire
kunstwetenschappen | cultuur, mens | kunstgeschiedenis, art history
archeologie | cultuur, mens | archaeology
filosofie | mens | wijsbegeerte, philosophy, moraalwetenschappen
theologie | mens | godsdienstwetenschappen
*muziek | cultuur | music, conservatorium, musique
viool | cultuur | violin, violon, violist, violiste
altviool | cultuur | altvioolspel, viola
cello | cultuur | cellist, violoncelle
piano | cultuur | pianist, pianiste, klavier
gitaar | cultuur | guitar, guitare, gitarist
zang | cultuur | zanger, zangeres, singing, chant
dwarsfluit | cultuur | blokfluit, fluit
klarinet | cultuur |
slagwerk | cultuur | percussie, drum
woordkunst | cultuur | voordracht, woordkunst drama
dans | cultuur | dance, ballet
beeldende kunsten | cultuur | fine arts, beeldende kunst, schilderkunst, beeldende vorming
drama | cultuur | theater
informatie en bibliotheekwetenschappen | cultuur, bib | bibliotheekwezen, bibliotheekwetenschappen, bibliotheek, bibliotheekkunde,
    informatiewetenschap, informatie en bibliotheekwetenschap, bibliothecaris
informatiebeheer | cultuur, bib | informatiemanagement
archivistiek | cultuur, bib | archivaris
toegepaste informatica | ict | applied informatics, applied computer science
informatica | ict | computer science, informatique, computerwetenschappen, informaticus
elektronica ict | ict, techniek | electronics ict
netwerkbeheer | ict | systeem en netwerkbeheer, netwerken, systeembeheer, systems and networks, informatica netwerkbeheer
programmeren | ict | software engineering, softwareontwikkeling, software development, informatica programmeren
multimedia en communicatietechnologie | communicatie, ict | multimedia, digital design and development, mct
cybersecurity | ict | computer and cybercrime professional
burgerlijk ingenieur | techniek | burgerlijk ingenieur architect
industrieel ingenieur | techniek | industriele wetenschappen, industrieel ingenieurswetenschappen
ingenieurswetenschappen | techniek | engineering, ingenieur
bio ingenieur | groen, milieu | bio ingenieurswetenschappen, bio ingenieurs, bioscience engineering
technisch ingenieur | techniek |
bouw | bouw, techniek | bouwkunde, construction, bouwkundig, construction management, bouwwetenschappen
wegenbouw | bouw, techniek | wegen en waterbouw, wegenwerken, openbare werken
ruwbouw | bouw, techniek | metselwerk, ruwbouwtechnieken
topografie | bouw, techniek | landmeetkunde, geodesie
loodgieterij | techniek, bouw | sanitair, centrale verwarming, sanitaire installaties
koeling en warmte | techniek | hvac, klimatisatie, koeltechniek
lassen constructie | techniek | lassen, metaalconstructie, metaal
hout en bouw | bouw | houttechnologie, houtbewerking
architectuur | bouw, ruimte | architect, architecture, architecte, toegepaste architectuur, architect assistent, architectuur assistentie
interieurarchitectuur | bouw | interieurarchitect, interieurvormgeving
landschapsarchitectuur | groen, ruimte | landschaps en tuinarchitectuur, tuinarchitect, landschapsarchitect, tuinarchitectuur
stedenbouw en ruimtelijke planning | ruimte | stedenbouw, ruimtelijke planning, ruimtelijke ordening, urban planning, urbanisme, planologie
geografie | ruimte, wetenschap | geography, geographie, aardrijkskunde
vastgoed | bouw, recht | vastgoed makelaardij, real estate, makelaardij
landmeten | bouw, recht | vastgoed landmeten, landmeter
facilitair management | facilitair | facility management, facilitaire dienstverlening, facility
elektromechanica | techniek | electromechanics, electromecanique, elektromechanische technieken
elektriciteit | techniek | elektrische installaties, elektrotechnieken, elektricien, elektrotechniek
mechanica | techniek | werktuigkunde, mechanical engineering, mechanische technieken
autotechnologie | techniek | automechanica, autotechniek
energiemanagement | techniek, milieu | energie, energietechnologie, hernieuwbare energie
chemie | wetenschap, labo | chemistry, scheikunde
biologie | wetenschap, milieu | biology
fysica | wetenschap | natuurkunde, physics
wiskunde | wetenschap | mathematics, statistiek
milieukunde | milieu, groen | milieu, milieuwetenschappen, milieuwetenschap, environmental science, milieutechnologie, milieuzorg, milieucoordinator
agro en biotechnologie | groen, milieu | landbouw, landbouwkunde, agronomie, biotechnologie, dierenzorg, biotechnieken
groenmanagement | groen | groenbeheer, tuinbouw, tuinaanleg, groenvoorziening, bosbouw, natuur en bosbeheer, plantaardige productie,
    tuinbouw en groenvoorziening
mobiliteit | ruimte, mobiliteit | verkeerskunde, mobiliteitswetenschappen
lichamelijke opvoeding | sport | lo, sport en bewegen, bewegingswetenschappen, bewegingsrecreatie, sportmanagement, sport, physical education,
    sport en cultuurmanagement
hotelmanagement | voeding | hotel, hotelschool, grootkeuken, restaurant en keuken, koksopleiding, kok, keuken, horeca
haarzorg | schoonheid | kapster, kapper
antropologie | mens | culturele antropologie
wetenschappen wiskunde | algemeen | wetenschappen, latijn wiskunde, latijn, latijn moderne talen, moderne talen
"""


def _fields() -> tuple[Field, ...]:
    found = []
    for line in _TABLE.strip().replace(",\n ", ",").splitlines():
        key, domains, names = (part.strip() for part in line.split("|"))
        broad = key.startswith("*")
        key = key.lstrip("*")
        given = tuple(name.strip() for name in names.split(",") if name.strip())
        found.append(Field(key, tuple(domain.strip() for domain in domains.split(",")), (key, *given), broad))
    return tuple(found)


FIELDS: dict[str, Field] = {field.key: field for field in _fields()}

# Adjectives by which bundles name a whole domain: "een technische richting", "een IT-richting".
DOMAIN_WORDS: dict[str, str] = {
    "it": "ict", "ict": "ict", "informatica": "ict", "informaticarichting": "ict", "technische": "techniek", "technisch": "techniek",
    "bouwkundige": "bouw", "bouw": "bouw", "sociale": "sociaal", "sociaal": "sociaal", "agogische": "sociaal", "menswetenschappelijke": "mens",
    "humane": "mens", "economische": "economie", "financiele": "financien", "boekhoudkundige": "financien", "juridische": "recht",
    "administratieve": "administratie", "pedagogische": "onderwijs", "communicatie": "communicatie", "culturele": "cultuur", "cultuur": "cultuur",
    "sportieve": "sport", "sport": "sport", "groene": "groen", "paramedische": "zorg", "medische": "zorg", "verzorgende": "zorg", "zorg": "zorg",
    "milieukundige": "milieu", "milieu": "milieu", "ruimtelijke": "ruimte", "wetenschappelijke": "wetenschap", "grafische": "grafisch",
    "psychologische": "psychologie", "bestuurskundige": "bestuur", "talen": "talen", "onderwijskundige": "onderwijs", "elektrotechnische": "techniek",
}  # fmt: skip
