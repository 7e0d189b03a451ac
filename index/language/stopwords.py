"""Words that say nothing about what is asked: articles, question words, politeness, generic verbs, fillers, units; in Dutch, English and French.

All folded. Units ("uur", "euro") stand here because a question's answer type is judged apart (`index.query.AnswerType`).
"""

DUTCH = frozenset(
    """
    min max juni juli val vallen gaan ne nen
    a aan af al alvast alle alleen allemaal allebei alles als alstublieft alsjeblieft ander andere anders aub asjeblieft achter bedankt beetje
    ben bent beste betreft beter bij bijvoorbeeld binnen blij bla boven buiten daar daarbij daarmee daarna daarnaast daarom daarop daarvan
    daarvoor daarover daartoe dan dank dankje dankjewel dat de deze die dit doch dus dees den der desbetreffende dezelfde dikwijls door een eens
    eentje eerder eerst eerste eigen eigenlijk elk elke en enig enige enkel er eraan erbij erg ergens erin ermee erna erop ertoe eruit ervan
    ervoor etc even evenals feitelijk gaarne ge geachte geen gewoon gij ginder goed goe goeie goeiemorgen goeiendag goedemorgen goedemiddag
    goedenavond goeiedag graag groeten haar had hallo hela hen hem het hey hi hier hierbij hiervoor hij hoe hoelang hoeveel hoeveelste hoever
    hoewel hun iedere ieder iedereen iemand iets ik in ja jawel je jij jou jouw jullie juist kei lang langer later liever maar man me mee meer
    meerdere meeste meestal men met meteen mevrouw mezelf mij mijn mijne mijnen mijnheer minder misschien momenteel morgen mss na naar naast
    nader nee neen net nen niet niets niks nie ni nl nu nog nogmaals nooit of om omdat omtrent onder ongeveer ons onze ook op over overal paar
    pas per precies reeds rond sinds slechts snel soms soort sowieso stuk tegen terug terwijl te ten ter tijdens toch toe toen tot totaal tussen
    u uit uw uwe van vanaf vandaag vanwege veel verder via volgens volgende voor vooraf vooral voorbij vroeger waar waaraan waarbij waarin
    waarmee waarnaar waarom waarop waaruit waarvan waarvoor wanneer want wat we weer weet weinig wel welk welke wellicht werkelijk wie wiens wij
    x zal ze zeer zeg zeker zelf zelfs zich zij zijn zijne zo zo'n zoal zoals zodra zonder zowat zowel zulke zoon xx xxx s t n d k m j l c exact
    exacte exacter maximum minimum minimaal maximaal minstens hoogstens uiterlijk gedeelte gedeeltes datum data waard waarde tijd extra gewone
    gewoonlijk achteraf verbonden beschikbaar gehouden gepland aanmerking gedacht moeilijk gemakkelijk makkelijk langs mevr dhr mvr vorig vorige
    rechtstreeks rechtstreekse daarin hieraan hiervan huidige huidig voornamelijk voorwerp groot grote klein kleine nieuw nieuwe oud oude nodig
    mogelijk bepaald bepaalde bepaaldelijk echt effectief officieel persoonlijk specifiek verschillende gelijk sprake tijdje keer wijze manier bv
    bijv cv'tje ding dingen onderwerp gegeven gegevens info informatie vraag vragen vraagje antwoord kwestie
    """.split()
)

GENERIC_VERBS = frozenset(
    """
    ben bent is zijn was waren geweest heb hebt heeft hebben hebbe had hadden gehad word wordt worden werd werden geworden zal zult zullen zou
    zouden kan kun kunt kunnen kunne kon konden mag mogen mocht mochten moet moeten moete moest moesten hoef hoeft hoeven wil wilt willen wilde
    wou ga gaat gaan gaane ging gingen gegaan kom komt komen kwam doe doet doen deed gedaan maak maakt maken gemaakt geef geeft geven gaf gegeven
    gegeve krijg krijgt krijgen krijge kreeg gekregen neem neemt nemen nam genomen zit zitten sta staat staan stond lig ligt liggen laat laten
    liet vind vindt vinden vond weet weten wist zeg zegt zeggen zei vertel vertelt vertellen leg legt leggen uitleggen uitleg geld geldt gelden
    houd houdt houden zie ziet zien zag denk denkt denken bedoel bedoelt bedoelen bedoeld bedoelde betekent betekenen betekend verstaat verstaan
    heet heten noemt noemen bestaat bestaan voorzie voorziet voorzien aanwezig inbegrepen bedraagt bedragen bedroeg vermeld vermeldt vermelden
    meedelen meegeven mededelen melden helpen help helpt hoor hoort horen blijf blijft blijven verloopt verlopen verloop gebeurt gebeuren
    plaatsvinden doorgaat doorgaan gebruik gebruiken zoek zoekt zoeken wens wenst wensen hoop verwacht verwachten dien dient dienen behoor
    betreffen betreft breng brengt brengen werk werkt werken werke gewerkt telt tellen stel stelt stellen lezen lees las gelezen volstaat
    volstaan stuur stuurt sturen stuurde behandelt behandelen regelt regelen loopt lopen ondergaan afleggen reageren gebruikt toon tonen kijken
    kijk kijkt zet zetten vermits
    aanbieden biedt bieden aangeboden
    """.split()
)

UNITS = frozenset(
    """
    dag dagen week weken maand maanden jaar jaren uur uren minuut minuten seconde kwartier euro eur cent procent percent km kilometer keren
    aantal bedrag day days weeks month months year years hour hours minute minutes time times euros amount number much many long jour jours
    semaine semaines mois an ans annee annees heure heures fois montant nombre combien
    """.split()
)

DOMAIN = frozenset(
    """
    job jobs functie functies vacature vacatures baan positie ambt rol plek kandidaat kandidaten kandidate sollicitant sollicitanten persoon
    personen mensen werkgever bestuur organisatie stad gemeente ocmw dienst bundel infobundel document tekst site website werk medewerker
    medewerkers personeelslid personeelsleden position role vacancy vacancies candidate candidates applicant applicants people person employer
    city town municipality organisation organization poste fonction emploi vacance candidat candidats personne personnes employeur ville commune
    travail boulot travailler work working worker employee employees staff team
    """.split()
)

ENGLISH = frozenset(
    """
    late lowest highest show professional
    day days month months years hours minutes times
    a about after again all also am an and any anyone anything are around as ask at available back be been before being below between both but by
    can could did do does doing done down during each either else ever every exactly few for from further get gets getting give given gives go
    goes going good got had has have having he hello help her here hers hey him his how i id i'd i'm if in include included includes including
    into is it its itself just kind know last least less let like list ll long look many may me mean means might mine more most much must my name
    need needed needs new next no not nothing of off ok okay on once one only or other our ours out over own part per please possible provide
    provided provides put really receive right said same see shall she should so some someone something still such sure take tell than thank
    thanks that the their them then there these they thing things this those through to together too under until up upon us use used very via
    want wanted was way we well were what when where whether which while who whom whose why will with within without would yes yet you your yours
    approximately asked required come comes coming somewhere anywhere total four three two date time worth value range monthly weekly daily
    yearly questions question sits sit follow hold held send sent find answer information info maximum minimum happen happens happening takes
    require requires necessary involved involve main exact maximal minimal
    """.split()
)

FRENCH = frozenset(
    """
    occupe occuper novembre decembre janvier fevrier mars avril mai juin juillet aout septembre octobre dates rendre lieu combien jour jours
    semaine semaines mois ans annee heure heures
    a ai aie alors apres au aucun aussi autre autres aux avec avez avoir avons bien bonjour bonsoir c ca car ce cela celle celui ces cet cette
    ceux chaque chez ci comme comment d dans de deja depuis des dois doit doivent donc dont du elle elles en encore entre es est et etait etant
    ete etes etre eu exactement existe fait faire faut faudrait fois font il ils j jai je juste jusqu jusque l la le les leur leurs lors lui m ma
    mais me meme mes mettre moi moins mon n ne ni non nos notre nous obtenir on ont ou par parmi pas pendant peu peut peuvent peux plus plusieurs
    possible pour pourquoi pouvez prevu prevue puis puisje qu quand que quel quelle quelles quels quelque quelques qui quoi recevoir recevrai
    recois recoit s sa sans savoir se sera serai seront ses si sil son sont souhaite sous sur suis t ta tel telle tes toi ton tous tout toute
    toutes tres tu un une va vais vers veux voir vos votre voudrais vous y est-ce merci svp plait necessaire consiste consistent date partir
    temps demander valeur envoyer poser questions question maximum minimum total mensuel annuel personnel information infos faudra passe passer
    deroule concernant demande demandee demandes obtiens beneficier beneficie avant
    """.split()
)

MONTHS = tuple("januari februari maart april mei juni juli augustus september oktober november december".split())

ALL = DUTCH | GENERIC_VERBS | UNITS | DOMAIN

# Words of one language only, to tell languages apart.
ONLY = {
    "nl": (DUTCH | GENERIC_VERBS) - ENGLISH - FRENCH,
    "en": ENGLISH - DUTCH - GENERIC_VERBS - FRENCH,
    "fr": FRENCH - DUTCH - GENERIC_VERBS - ENGLISH,
}
