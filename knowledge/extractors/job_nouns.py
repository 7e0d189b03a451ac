"""Words that name who does a job: the endings of Dutch job names, and a looser sign for names that no list has."""

from __future__ import annotations

import re

# Endings of Dutch job names; a title nearly always holds one.
JOB_NOUN = re.compile(
    r"\b\w*(?:medewerk(?:\(?st\)?)?er|werk(?:\(?st\)?)?er|co[öo]rdinator|consulente?|deskundige|verantwoordelijke|beheerder|begeleid(?:\(?st\)?)?er|bediende"
    r"|kundige|arbeid(?:\(?st\)?)?er|redder"
    r"|jurist|advocaat|therapeut|logopedist|kinesist|psycholoog|pedagoog|loog|leid(?:\(?st\)?)?er|hoofd|directeur|directrice|ingenieur|architect|expert"
    r"|adviseur|coach|planner"
    r"|controller|analist|boekhouder|secretaris|griffier|inspecteur|agente?|opzichter|technicus|technieker|mecanicien|elektricien|schilder"
    r"|metselaar|schrijnwerker"
    r"|chauffeur|bestuurder|kok|poets(?:hulp|man|vrouw)|schoonmaker|hulp|helper|verzorgende|verzorg(?:\(?st\)?)?er|opvoed(?:\(?st\)?)?er|animator|leerkracht"
    r"|leraar|onderwijzer"
    r"|ondersteuner|lesgever|instructeur|trainer|monitor|bibliothecaris|archivaris|conservator|ontwikkelaar|programmeur|specialist|manager"
    r"|assistente?|ambtenaar"
    r"|vaststeller|toezichter|bewaker|wachter|(?:schaps|stads|park|bos|fiets)wacht|brandweerman|baas|chef|magazijnier|tuinier|tuinman|maker|conci[eë]rge|receptionist|telefonist"
    r"|administrateur|arts|apotheker"
    r"|redacteur|designer|vormgever|ombudsman|regisseur|organisator|vroedvrouw|verlener|steward|gids|vertaler|landmeter|bode|stafli[ds]|kundig"
    r"|planoloog|opsteller"
    r"|penningmeester|ontvanger|officier|commandant|korpschef|lasser|loodgieter|dakwerker|stratenmaker|werkman|klusjesman|recruiter|webmaster"
    r"|operator|teamlid|informaticus"
    r"|econoom|criminoloog|socioloog|gerontoloog|verpleger|verpleegster|dierenarts|tandarts|leerondersteuner|projectmanager|procesmanager"
    r"|beambte|kapitein|sergeant|korporaal|luitenant|majoor|adjudant|brigadier|commissaris|dirigent|pianist|docent|rector"
    r"|(?:klusjes|vak|voor|timmer|onderhouds|brandweer|werk|poets|tuin|groen|politie|geluids|camera|bar|kraan|veer|vuilnis|nachtwacht)man(?:nen)?"
    r"|(?:poets|kuis|gast|onthaal|vroed|keuken|refter|werk|klusjes)vrouw|gastheer|hostess|kelner|afwasser|traiteur|bakker|slager|kapper|kapster"
    r"|programmator|promotor|curator|auditor|accountant|calculator|dispatcher|engineer|developer|tekenaar|cartograaf|fotograaf|dramaturg|regent"
    r"|secretaresse|klerk|functionaris|gemachtigde|bemiddelaar|onderhandelaar|doorverwijzer|huisarts|ambulancier|paramedicus|hulpverlener|di[eë]tist"
    r"|pedicure|kinesitherapeut|hovenier|landschapper|veger|ruimer|ophaler|lader|bedeler|grafdelver|duiker|onthaalouder|portier|suppoost|badmeester|zaalmeester"
    r"|havenmeester|bouwmeester|werfmeester|stationmeester|huisbewaarder|bewaarder|schoonmaakster|schoonmaakhulp|naaister|strijkster|inspectrice"
    r"|vertrouwenspersoon|(?:inval|poets|onthaal|keuken|refter|bureau)kracht|muzikant|lector|zanger|kunstenaar|danser|acteur|trajectwerker"
    r"|opzoeker|controleur|monteur|constructeur|installateur|stukadoor|tegelzetter|timmerman|asfalteerder|rioleerder|handhaver|verbalisant"
    r"|kraanmachinist|machinist|bestuurster|onderhoudsmedewerker|facilitator|evaluator|ontwerper|communicator|woordvoerder|journalist|socius"
    r"|scrum\s?master|(?:business|hr)[\s-]?partner|product\s?owner|data\s?scientist|data\s?steward)"
    r"(?:s|n|en|es)?\b",
    re.IGNORECASE,
)
# Dutch makes names of those who do something with these endings; words with the same ending that are no persons are left out.
_AGENT = re.compile(
    r"\b(?!\w*(?:december|oktober|november|september|nummer|kader|kalender|computer|kantoor|motor|factor|document|evenement|departement|restaurant"
    r"|moment|reglement|talent|element|procent|project|register|papier|formulier|dossier|kwartier|rivier|water|weer|zomer|winter|uur|winkel"
    r"|kamer|meer|leer|beheer|verkeer|vervoer|onder|over|ander|later|beter|verder|eerder|immer|zeker|steeds|lekker|ander(?:e|s)|sector|kar?akter"
    r"|burgemeester|moeder|vader|dochter|zuster|buurt|centrum|klooster|venster|master|sinister|minister|semester|trimester|kleuter|burger|inwoner"
    r"|ouder|senior|kinder|jonger|bezoeker|klant|partner|vrijwilliger|kandidaat|bewoner|gebruiker|student|patient|patiënt|sollicitant|gemeenschap"
    r"|halter|halftimer|vlier|sier|wier|vijver|oever|polder|veer|beurt|sport|start|kleur|natuur|cultuur|structuur|avontuur|procedure|vacature"
    r"|elektrisch|noord|bestuur|duur|huur|buur|tuur|buiten|binnen|centraal)\b)"
    r"\w{3,}(?:(?:er|aar|ier|eur|euse|ster|man)s?|or(?:s|en)?|(?:ist|ant|ent|aris|kracht|vrouw)(?:en)?|iste|icus|loog|logen|kundigen?)\b",
    re.IGNORECASE,
)


def names_a_doer(text: str) -> bool:
    """Whether a word of the text is made as the names of jobs are ('klankregelaar', 'hoefsmid' isn't): weaker than `JOB_NOUN`."""
    return _AGENT.search(text) is not None
