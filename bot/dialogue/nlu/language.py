"""Guesses the language of a short message from its commonest words. Pure, and Dutch when nothing speaks against it."""

import re
from typing import Literal

Language = Literal["nl", "en", "fr", "other"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_COMMON: dict[str, frozenset[str]] = {
    "nl": frozenset(
        """de het een en van ik je jij u ge gij we wij jullie zijn is was heb heeft hebben kan kunnen mag moet moeten wil wat wa wie waar wanneer hoe
        hoeveel welke welk voor met naar bij op te aan om niet nie geen ook nog al maar als dat da dit die der er mijn uw tot tegen over of door
        graag krijg krijgt werken solliciteren deze dees goed ben zou worden wordt kank moek magek men nen ne tis ja nee neen vanaf""".split()
    ),
    "en": frozenset(
        """the a an and of i you he she they we are is was have has can could may must will would what who where when why how which for with to at on
        not no do does did my your this that it there am from or by if need want please thanks thank yes work apply much many hello""".split()
    ),
    "fr": frozenset(
        """le la les un une et de en des du je temps mois jours emploi tu il
        elle nous vous ils est suis sont avoir ai as a-t-il puis-je peux peut dois faut faut-il que qui quoi où
        quand comment combien quel quelle quels quelles pour avec à au aux sur pas ne mon ma mes votre vos ce cette cet poste travail merci bonjour
        oui non y a-t dans par ou si
        j'ai c'est l'emploi d'un d'une êtes est-ce est-il jusqu'à""".split()
    ),
    "other": frozenset(
        """der das und ich sie nicht ist ein eine wie wann wo mit für auf kann haben bin welche el los las una y que por para con cuándo cómo dónde
        qué quiero puedo yo che della sono per una il come quando perché ve bir ne kadar nasıl mi için var iş başvuru""".split()
    ),
}
# Words that Dutch or French share with a language of "other" say nothing for it.
_OTHER_ONLY = _COMMON["other"] - _COMMON["nl"] - _COMMON["fr"] - _COMMON["en"]


def guess(text: str) -> Language:
    """`other` is any language besides Dutch, English and French that the words or the script give away."""
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(text)]
    if not words:
        return "nl"
    latin = sum(1 for word in words if all(ord(letter) < 0x250 for letter in word))
    if latin * 2 < len(words):
        return "other"
    hits: dict[Language, int] = {
        "nl": sum(word in _COMMON["nl"] for word in words),
        "en": sum(word in _COMMON["en"] for word in words),
        "fr": sum(word in _COMMON["fr"] or word.startswith(("l'", "d'", "j'", "qu'", "c'", "n'")) for word in words),
        "other": sum(word in _OTHER_ONLY for word in words),
    }
    best = max(hits.values())
    return next(language for language, count in hits.items() if count == best)  # Dutch first on a tie
