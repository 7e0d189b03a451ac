"""Flemish chat language to standard Dutch: contracted pronouns, dropped letters and the usual abbreviations."""

from __future__ import annotations

import re

_TABLE = """
    vr=voor; veur=voor; vo=voor; da=dat; dak=dat ik; dast=dat is het; wa=wat; wnr=wanneer; wneer=wanneer; wanner=wanneer; waneer=wanneer;
    gwn=gewoon; tis=het is; ist=is het; isda=is dat; isser=is er; ister=is er; zijnder=zijn er; vant=van het; int=in het; opt=op het;
    ant=aan het; bijt=bij het; voort=voor het; uitt=uit het; nie=niet; ni=niet; nimeer=niet meer; ne=een; nen=een; n=een; hoevl=hoeveel;
    hvl=hoeveel; hoevel=hoeveel; hoeveelst=hoeveel; mss=misschien; idd=inderdaad; wss=waarschijnlijk; ff=even; nr=nummer; tel=telefoon;
    gsmnr=gsm nummer; gsmnummer=gsm nummer; telnr=telefoon nummer; telnummer=telefoon nummer; mailtje=mail; cvtje=cv; sollen=solliciteren;
    soll=solliciteren; sollici=solliciteren; dees=deze; dieje=die; dien=die; diene=die; wieter=wie er; as=als; asek=als ik; alsk=als ik; ma=maar;
    ier=hier; ast=als het; azo=zo; allez=; amai=; zaterdags=zaterdag; szaterdags=zaterdag; zaterdas=zaterdag; szondags=zondag; sondags=zondag;
    zondags=zondag; snachts=nacht; snachs=nacht; savonds=avond; savons=avond; smorgens=ochtend; smiddags=middag; sweekends=weekend;
    tweekend=het weekend; tstad=stad; tgesprek=gesprek; tloon=loon; tcontract=contract; tdiploma=diploma; tadres=adres; twerk=werk; tjob=job;
    tmondeling=mondeling; sjiek=; dje=; eh=; he=; hé=; lijk=; ofzo=; enzo=; mdr=; moekik=moet ik; verdiende=verdien je; werkte=werk je;
    moete=moet je; kunde=kun je; kunt=kun je; hebde=heb je; zijde=zijn je; gade=ga je; krijgde=krijg je; magde=mag je; doede=doe je; wilt=wil je;
    kandet=kan je het; hoelang=hoe lang; hoever=hoe ver; hoelaat=hoe laat; hoevaak=hoe vaak; vd=van de; vh=van het; ipv=in plaats van;
    adhv=aan de hand van; pw=per week; pm=per maand; pj=per jaar
"""
_WORDS = {word: meaning for word, _, meaning in (entry.strip().partition("=") for entry in _TABLE.replace("\n", " ").split(";"))}

_VERBS = (
    "kan|kon|moet|mag|mocht|heb|had|ga|ging|ben|was|wil|wou|zal|zou|krijg|kreeg|verdien|werk|moest|doe|maak|vind|zit|sta|weet|mis|word|hoor|blijf"
    "|kom|neem|stuur|vraag|schrijf|start|begin|bel|mail"
)
_PRONOUN_BEHIND = re.compile(rf"^({_VERBS})(?:t?ek|k|ekik|kik|ik)$")
_PRONOUN_BEFORE = re.compile(rf"^k({_VERBS}|zie|wist|denk|woon|zoek|studeer|volg|las|lees)$")
_SHORT = {"moek": "moet ik", "moeknie": "moet ik niet", "moeke": "moet ik", "kannek": "kan ik", "gaak": "ga ik", "zok": "zou ik", "kwas": "ik was"}
_SEPARATED = (
    (re.compile(r"\bnummer (?=(?:de|het|een|t|die|dat|jullie|daar)\b)"), "naar "),
    (re.compile(r"\b(?:schrijf|schrijft|schreef)\b(?=(?: \w+){0,4} in\b)"), "inschrijven"),
    (re.compile(r"\bmeld(?:t|de)?\b(?=(?: \w+){0,4} aan\b)"), "aanmelden"),
    (re.compile(r"\bgeef(?:t)?\b(?=(?: \w+){0,2} op\b)"), "opgeven"),
    (re.compile(r"\b(?:stuur|stuurt|sturen)\b(?=(?: \w+){0,5} aan$)|\b(?:stuur|stuurt|sturen)\b(?= (?:je|ik|jij|u|we) aan\b)"), "aansturen"),
    (re.compile(r"\b(?:sluit|sluiten|sloot)\b(?=(?: \w+){0,6} af\b)"), "afsluiten"),
    (re.compile(r"\b(?:tel|telt|tellen)\b(?=(?: \w+){0,4} mee\b)"), "meetellen"),
    (re.compile(r"\b(?:breng|brengt|brengen|neem|neemt|pak)\b(?=(?: \w+){0,4} mee\b)"), "meebrengen"),
    (re.compile(r"\b(?:doe|doet)\b(?=(?: \w+){0,4} mee\b)"), "meedoen"),
    (re.compile(r"\b(?:bel|belt)\b(?=(?: \w+){0,3} op\b)"), "opbellen"),
    (re.compile(r"\b(in|aan|op|af|mee|uit|door|voor) te (?=[a-z]{4,}en\b)"), r"\1"),
)


def joined_verbs(text: str) -> str:
    """Separable verbs in one piece ("schrijf mij in" → "inschrijven mij in", "in te schrijven" → "inschrijven"); `text`: folded words and blanks."""
    for pattern, verb in _SEPARATED:
        text = pattern.sub(verb, text)
    return text


def standard(word: str) -> str:
    """The standard words (folded, perhaps several or none) for one folded word; the word itself when it is standard already."""
    if word in _SHORT:
        return _SHORT[word]
    if word in _WORDS:
        return _WORDS[word]
    if match := _PRONOUN_BEHIND.match(word):
        return f"{match.group(1)} ik"
    if match := _PRONOUN_BEFORE.match(word):
        return f"ik {match.group(1)}"
    return word
