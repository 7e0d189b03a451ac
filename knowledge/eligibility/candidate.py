"""Reads what a candidate tells of himself: diplomas, experience, licences, age and the rest, in one message."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from knowledge.dates import find_moments
from knowledge.eligibility.clauses import Clause, clauses_of
from knowledge.eligibility.dictionary import read_diplomas
from knowledge.eligibility.model import Candidate, Held, Said, Status
from knowledge.eligibility.places import country_in, recognised_in, school_in
from knowledge.eligibility.reading import Reading
from knowledge.eligibility.situation import age_in, dutch_in, experience_in, licences_in, turning_in
from knowledge.eligibility.spelling import corrected
from knowledge.eligibility.words import fold
from knowledge.model import Level

_DENIED_BEFORE = re.compile(
    r"\b(?:geen|gene|gee|ginne?|zonder|no|not an?|not have an?|nooit een?|aucun|pas de|pas un|pas le|niet (?:in het bezit van|over)(?: een)?|sans)\s+"
    r"(?!(?:ervaring|idee|probleem|rijbewijs|experience)\b)(?:(?!(?:ervaring|maar|wel|idee)\b)[a-z]+\s+){0,4}$"
)
_ABOUT_LANGUAGE = re.compile(r"nederlands|dutch|neerlandais|\btaal|\bniveau\b|\blevel\b")
_DENIED_AFTER = re.compile(
    r"^[^,.]{0,12}\b(?:heb ik|heb 'k|hek|bezit ik) (?:nog |helaas |jammer genoeg |wel )?(?:niet|nie)\b|^ ?(?:heb"
    r"|bezit) ik niet"
)
_UNFINISHED = re.compile(
    r"(?:nooit|nie) (?:afgemaakt|afgewerkt|afgerond|behaald|voltooid|beeindigd|uitgedaan)|niet (?:afgemaakt|afgewerkt|afgerond|behaald|voltooid"
    r"|uitgedaan|beeindigd)|\bgestopt\b|stopgezet|onderbroken"
    r"|niet geslaagd|gezakt|dropped out|not finished|afgebroken|nooit afgemaakt"
)
_FINAL_YEAR = re.compile(
    r"laatste ?jaars|laatste (?:jaar|semester|trimester)|laatst jaar|\bstudeer\b[^.]{0,60}\baf\b|\bstudeer (?:ik )?(?:pas |nu |binnenkort )?af\b"
    r"|\bafstudeer(?!richting|optie| richting)|afstuderen|bijna (?:afgestudeerd|klaar|af\b|gedaan|mijn diploma)|\b(?:last|final) year|graduat(?:e"
    r"|ing) (?:in|next|this)|derniere annee"
    r"|alleen (?:nog )?(?:mijn |de )?(?:thesis|bachelorproef|masterproef|stage)|nog (?:maar )?(?:een|1|mijn) (?:vak|vakken|thesis|bachelorproef"
    r"|masterproef)|diploma (?:nog )?(?:pas )?in (?:juni|juli|september|januari|februari)|zesde middelbaar|6de middelbaar"
    r"|zit in[^.]{0,14}(?:(?:3de|derde) bach|(?:2de|tweede) master)|\bbehaal\b[^.]{0,40}\b(?:in|op|pas|tegen)\b|\bhaal (?:mijn "
    r"|het )?[a-z ]{0,20}in (?:juni|juli|september)"
)
_STUDYING = re.compile(
    r"\b(?:studeer|volg|bezig (?:met|aan)(?! (?:de |mijn |het )?(?:rij|les|theorie))|studying|etudie|student|studente|studerend|ingeschreven"
    r"|schrijf me in|ga (?:een "
    r"|de )?[a-z ]{0,30}(?:volgen|studeren|starten)|zit (?:nog |nu )?in (?:mijn |het |de )?(?:[1-7] ?(?:de|e|ste)?|eerste|tweede|derde|vierde"
    r"|vijfde|zesde|zevende)|zit (?:nog )?in[t']? ?(?:het )?(?:zesde|6|vijfde|7|zevende)|(?:eerste|tweede|1ste|2de|2e) (?:bach|jaar)|nog op school"
    r"|in opleiding|enrolled|inscrit)\b"
)
_DONE = re.compile(r"\b(?:afgestudeerd|behaald|gehaald|heb (?:een|mijn|ne|nen|ook|al)|graduated|obtained|in mijn bezit|op zak|voor heen|vroeger)\b")
_YEAR = re.compile(r"(?<![\d/.])((?:19[5-9]|20[0-4])\d)(?![\d/])")
_AS_JOB = re.compile(
    r"(?:\b(?:als|voor|vr|word|worden|naar|job van|functie(?: van)?|vacature(?: van)?|plaats van|post van|as an?|comme|tot"
    r"|die)\s+(?:een |de |het )?)$"
)
_AS_SOME_JOB = re.compile(r"\b(?:als|voor|worden|functie|vacature|job)\s+(?:een |de )?[a-z]+\s+$")
_GRADUATED_AS = re.compile(
    r"(?:afgestudeerd|diploma|erkend|graduated|opleiding|gestudeerd|studeer[^.]{0,40}af|bekwaamheid) (?:als|voor"
    r"|tot)\s+(?:een )?$"
)
_LEVEL_WORD = re.compile(
    r"bachelor|master|graduaat|gegradu|licen|diploma|secundair|middelba|doctor|\bba\b|bso|tso|aso|attest|brevet|certificaat|getuigschrift|regent"
    r"|kandida|hbo"
)
_BECOMES = re.compile(r"^\s*(?:te )?(?:worden|word|zijn|doen|aan de slag)\b")
_CLAIM = re.compile(
    r"\b(?:diploma|diplome|degree|gestudeerd|afgestudeerd|opleiding|studie|studies|richting|attest|getuigschrift|certificaat|brevet|studeer"
    r"|studeerde|volg|volgde|afstudeerrichting|specialisatie|optie|ingeschreven|ervan|gedaan|laatstejaars|laatste jaar|final year|last year"
    r"|student|zit in|derniere annee)\b"
)
_WORKED = re.compile(
    r"\b(?:ervaring|gewerkt|werk|werkte|werkzaam|werkend|jaren|experience|worked|job|functie|vacature|sector|stage|aan de slag|vakken|travaille"
    r"|zat|interesse)\b"
    r"|\b(?:\d+|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien) jaar\b"
)
_NONE_AT_ALL = re.compile(
    r"\b(?:geen|gene|gee|ginne?|zonder|no|aucun|sans|pas de|without)\s+(?:enkel |a |any |hoger |echt |school)?(?:diploma"
    r"|diplomas|diploma's|degree|diplome|papieren|studies|qualifications?)\b(?! (?:van|secundair|hoger|middelbaar|in|voor|uit|nodig|bachelor"
    r"|master|gevraagd|vereist|verpleeg))"
)
_NONE_LISTED = re.compile(
    r"geen (?:enkel |van )?(?:(?:attest|bewijs|diploma|brevet|getuigschrift|ander)s? )?(?:van|uit|op) (?:de|deze|die"
    r"|jullie) (?:lijst|diploma|attest|bewij)|geen van (?:de|die|deze)|none of"
    r"|\b(?:geen|zonder) (?!hoger|school|universiteits|unief|hogeschool|bachelor|master|middelbaar|humaniora|papieren)[a-z]{4,}diploma\b"
)
_NOT_ENROLLED = re.compile(
    r"(?:volg|ben|niet|geen)[^.,]{0,25}(?:geen|niet)[^.,]{0,20}(?:opleiding|ingeschreven|cursus)|niet ingeschreven"
    r"|volg (?:ook |er )?(?:geen|niet)"
)
_STAFF = re.compile(
    r"\b(?:in dienst (?:van|bij) (?:de |het )?(?:stad|gemeente|ocmw|bestuur)|personeelslid|interne kandidaat|bevordering|interne mobiliteit"
    r"|statutair bij)\b"
    r"|werk(?:te|zaam)?\b[^.,]{0,25}(?:bij|voor) jullie|already work (?:for|at) (?:you|the)|travaille deja (?:pour|chez)"
    r"|\b(?:werk|ben)\b[^.]{0,45}(?:bij|voor|van) (?:de |het )?(?:stad|gemeente|ocmw|lokaal bestuur|bestuur|agb)\b(?! waar)"
)
_NOT_STAFF = re.compile(r"\b(?:werk|ben) (?:ik )?(?:\w+ )?(?:niet|geen)\b|\bniet bij\b|\bgeen personeelslid")
_OTHER_EMPLOYER = re.compile(r"\b(?:buurgemeente|buurstad|naburige|ander bestuur|andere (?:gemeente|stad)|provincie|privesector)")
_WORKS_AT = re.compile(r"(?:[Ss]tad|[Gg]emeente|OCMW|ocmw|[Bb]estuur)(?: van)? ([A-Z][a-zà-ÿ-]{2,})")
_RECORD = re.compile(
    r"strafblad|strafregister (?:is )?niet (?:blanco|leeg)|veroord|criminal record|casier judiciaire|\booit (?:iets"
    r"|een) mispeuterd"
)
_CORRECTION = re.compile(
    r"^\W*(?:nee|neen|sorry|eigenlijk|correctie|oeps|foutje|pardon|wacht|no,|actually)\b|ik bedoel|bedoelde|i mean"
    r"|verkeerd getypt"
)
_GENERAL = re.compile(
    r"\b(?:algemene?|gewone?|gewoon|general|zonder specialisatie|geen specialisatie|andere (?:afstudeer)?(?:richting"
    r"|specialisatie|optie))\b"
)


def parse_candidate(text: str, today: date) -> Candidate:
    """What a message tells of its writer. Typos near to a known name are read by similarity; the diploma then has `how` "similarity"."""
    candidate = _parse(text, today, similar=False)
    mended = corrected(text)
    if mended.text == text:
        return candidate
    guess = _parse(mended.text, today, similar=not mended.sure)
    return guess if _understood(guess) > _understood(candidate) else candidate


def _understood(candidate: Candidate) -> int:
    """How many levels and known fields were read: mending typos is only worth it when more is understood."""
    return sum(bool(held.level or held.variant) + (bool(held.named_fields) and held.known) for held in candidate.diplomas)


def _parse(text: str, today: date, *, similar: bool) -> Candidate:
    folded = fold(text)
    clauses = clauses_of(text)
    diplomas: list[Held] = []
    lacks: list[Level] = []
    for clause in clauses:
        if clause.asks:
            continue
        held, missing = _diplomas(clause, today, alone=len(clauses) == 1)
        diplomas += held
        lacks += missing
    diplomas = _with_context(diplomas, folded, clauses, today)
    if similar:
        diplomas = [replace(held, how="similarity") for held in diplomas]
    none_at_all = bool(_NONE_AT_ALL.search(folded)) and not any(held.status == "finished" and (held.level or held.fields) for held in diplomas)
    experience, no_experience = experience_in(clauses, today)
    return Candidate(
        diplomas=tuple(diplomas),
        no_diploma=none_at_all,
        lacks=tuple(dict.fromkeys(lacks)),
        experience=experience,
        no_experience=no_experience,
        licences=licences_in(clauses),
        age=age_in(folded),
        turning=turning_in(folded, today),
        dutch=dutch_in(folded),
        staff=not _OTHER_EMPLOYER.search(folded) and any(_STAFF.search(clause.folded) and not _NOT_STAFF.search(clause.folded) for clause in clauses),
        works_at=works.group(1) if (works := _WORKS_AT.search(text)) else None,
        not_enrolled=bool(_NOT_ENROLLED.search(folded)),
        no_listed=bool(_NONE_LISTED.search(folded)),
        record=bool(_RECORD.search(folded)) and not re.search(r"geen strafblad|blanco strafregister|no criminal record", folded),
        title_answer=_title_answer(folded),
        said=tuple(Said(clause.text.strip(), clause.polarity) for clause in clauses if not clause.asks or clause.polarity == "doubt"),
    )


def _title_answer(folded: str) -> bool | None:
    if re.search(
        r"\btitel\b.{0,60}\b(?:niet weten|weet (?:ik )?niet|niet zeker|geen idee)|(?:weet (?:ik )?niet|niet zeker"
        r"|geen idee).{0,40}\btitel",
        folded,
    ):
        return None
    if re.search(r"(?:zonder|geen|niet)\b[^.]{0,20}\btitel|titel[^.]{0,25}\bniet\b", folded):
        return False
    return True if re.search(r"\b(?:met|heb|ja)\b[^.]{0,20}\btitel", folded) else None


def _diplomas(clause: Clause, today: date, *, alone: bool) -> tuple[list[Held], list[Level]]:
    held: list[Held] = []
    lacks: list[Level] = []
    for reading in read_diplomas(clause.text):
        before, after = clause.folded[: reading.start], clause.folded[reading.end :]
        if _DENIED_BEFORE.search(before) or _DENIED_AFTER.search(after):
            if level := reading.level or ("graduaat" if reading.variant in ("hogeschool", "universitair") else None):
                lacks.append(level)
            continue
        if re.fullmatch(r"a ?[12]", clause.folded[reading.start : reading.end]) and _ABOUT_LANGUAGE.search(clause.folded):
            continue
        if re.search(
            r"\b(?:hoger|beter|meer|higher) (?:dan|than) (?:een |de |an? )?$|\b(?:geldt|telt|gelijk|beschouwd"
            r"|counts?)\b[^.]{0,20}\b(?:als|aan|met|as)\s+(?:een |an? )?$",
            before,
        ):
            continue
        if held and reading.level and re.search(r"\b(?:als|dan|gelijk aan|as an?|than an?|boven)\s+(?:een |de |'n )?$", before):
            continue  # 'telt een kandidaat als bachelor?'
        if held and reading.variant in ("hogeschool", "universitair") and not reading.named_fields:
            continue  # 'dat is toch hoger onderwijs?' names no second diploma
        if _names_the_job(before, clause, reading) or not _claimed(clause, reading, before, alone):
            continue
        held.append(_held(clause, reading))
    return held, lacks


def _names_the_job(before: str, clause: Clause, reading: Reading) -> bool:
    """'solliciteren als ergotherapeut' and 'mag ik vroedvrouw worden' name the vacancy, not a diploma; so does '5 jaar als kinesist'."""
    if _GRADUATED_AS.search(before):
        return False
    if reading.level is None and reading.variant is None and _AS_SOME_JOB.search(before):
        return True
    named = not _LEVEL_WORD.search(clause.folded[reading.start : reading.end])
    return named and bool(_AS_JOB.search(before) or _BECOMES.search(clause.folded[reading.end :]))


def _claimed(clause: Clause, reading: Reading, before: str, alone: bool) -> bool:
    if reading.level is not None or reading.variant is not None:
        return not re.search(r"\b(?:ervaring|gewerkt|werk|werkzaam) (?:in|bij|met) (?:een |het |de )?(?:[a-z]+ )?$", before)
    if _WORKED.search(before) or re.search(r"\b(?:van|in) (?:de |het )?(?:sector|dienst)\b", before):
        return False
    if alone and len(clause.folded.split()) <= 6:
        return True
    if re.search(r"\b(?:ben|suis|am|i'm)\s+(?:een |een |an? |une? |gediplomeerd |afgestudeerd )?$", before):
        return True
    return bool(_CLAIM.search(before)) or bool(
        re.match(r"\s*(?:gestudeerd|gedaan|afgerond|diploma|afgestudeerd|op zak)", clause.folded[reading.end :])
    )


def _held(clause: Clause, reading: Reading) -> Held:
    around = clause.folded
    year = _YEAR.search(around[reading.end :]) or _YEAR.search(around)
    level, variant = reading.level, reading.variant
    school = school_in(around)
    country = country_in(around)
    if variant == "hbo5" and country == "NL" and "hbo5" not in around.replace(" ", ""):
        level, variant = "bachelor", None  # a Dutch hbo diploma is a bachelor
    return Held(
        words=_balanced(clause.text[reading.start : reading.end].strip(" ,(")),
        level=level,
        variant=variant,
        fields=reading.fields,
        specialisations=reading.specialisations,
        title=reading.title,
        known=reading.known,
        status=_status(around),
        year=int(year.group(1)) if year else None,
        school=school,
        country=country,
        recognised=recognised_in(around),
        general=bool(_GENERAL.search(around)),
    )


def _balanced(words: str) -> str:
    """'vroedvrouw (bachelor' gets its second bracket back."""
    return words + ")" if words.count("(") > words.count(")") else words


def _status(folded: str) -> Status:
    if _UNFINISHED.search(folded):
        return "unfinished"
    if _FINAL_YEAR.search(folded) and not re.search(r"\bafgestudeerd in\b", folded):
        return "final_year"
    if _STUDYING.search(folded) and not _DONE.search(folded):
        return "studying"
    return "finished"


def _with_context(diplomas: list[Held], folded: str, clauses: list[Clause], today: date) -> list[Held]:
    """Fills in what stands elsewhere in the message: country, recognition, school, the day of graduation."""
    country, recognised, school = country_in(folded), recognised_in(folded), school_in(folded)
    if not diplomas:
        return _fragment(folded, clauses, today, country, recognised)
    filled: list[Held] = []
    for held in diplomas:
        foreign = held.country or country
        held = replace(held, country=foreign, recognised=held.recognised if held.recognised is not None else recognised, school=held.school or school)
        filled.append(held)
    if len(filled) == 1 and filled[0].status == "finished" and not _DONE.search(folded):
        filled[0] = replace(filled[0], status=_status(folded))
    elif len(filled) == 1 and _FINAL_YEAR.search(folded) and not re.search(r"\bafgestudeerd in\b", folded):
        filled[0] = replace(filled[0], status="final_year")
    if len(filled) == 1 and filled[0].status == "finished" and _UNFINISHED.search(folded):
        filled[0] = replace(filled[0], status="unfinished")
    filled = _one_of_two(filled)
    expected = _expected(folded, today)
    if expected and (expected - today).days <= _SOON:
        coming = bool(_COMING.search(folded))
        soon = {"studying", "finished"} if coming else {"studying"}
        filled = [replace(held, status="final_year") if held.status in soon else held for held in filled]
    if expected and (expected - today).days > _WITHIN_A_STUDY_YEAR:
        filled = [replace(held, status="studying") if held.status == "final_year" else held for held in filled]
    return [replace(held, expected=expected, year=None) if held.status in ("final_year", "studying") else held for held in filled]


def _fragment(folded: str, clauses: list[Clause], today: date, country: str | None, recognised: bool | None) -> list[Held]:
    """A message without a diploma that still says something of one: 'ik ben laatstejaars', 'in 1998, aan de hogeschool'."""
    if _NOT_ENROLLED.search(folded):
        return []
    status, year, school = _status(folded), _YEAR.search(folded), school_in(folded)
    words = " ".join(clause.text.strip() for clause in clauses)[:80]
    if re.search(r"rijbewij|permis|licen[cs]e|rijles", folded):
        return []
    about = re.search(r"diploma|studie|studeer|school|jaar|jaars|degree|afgestudeerd|student|opleiding|naric|erken|cvo|universiteit|avond", folded)
    general = bool(_GENERAL.search(folded)) and len(folded.split()) <= 8
    if status == "finished" and not (general or (year and len(folded.split()) <= 8) or school or (country and about) or recognised is not None):
        return []
    fragment = Held(words, status=status, school=school, country=country, recognised=recognised, known=False, general=general)
    if status == "finished":
        return [replace(fragment, year=int(year.group(1)) if year else None, expected=None)]
    expected = _expected(folded, today)
    late = expected is not None and (expected - today).days > _WITHIN_A_STUDY_YEAR
    return [replace(fragment, expected=expected, status="studying" if late else status)]


_COMING = re.compile(
    r"\b(?:krijg|krijgen|behaal|haal|hoop|verwacht|ontvang|leg)\b[^.]{0,60}\b(?:diploma|examens?|bachelor|master|getuigschrift)"
    r"|\bdiploma\b[^.]{0,30}\b(?:krijg|behaal|haal|verwacht|in handen)|\bpas (?:in|op|tegen)\b|will (?:get|graduate|finish"
    r"|receive)|je termine|j'aurai"
    r"|i finish|etudiant|still (?:a )?stud"
)
# Whoever expects the diploma within this many days is in the last year.
_SOON = 330
# Who graduates later than this is not in the last year of the study.
_WITHIN_A_STUDY_YEAR = 430


def _one_of_two(diplomas: list[Held]) -> list[Held]:
    """'kinderzorg gedaan, tso': a field and a level told apart are one diploma."""
    if len(diplomas) != 2:
        return diplomas
    first, second = diplomas
    bare = [held for held in diplomas if held.level is not None and not held.named_fields and not held.title]
    lone = [held for held in diplomas if held.level is None and held.variant is None and held.named_fields]
    if len(bare) != 1 or len(lone) != 1:
        return diplomas
    return [replace(bare[0], fields=lone[0].fields, specialisations=lone[0].specialisations, words=f"{first.words} {second.words}")]


_NEXT_YEAR = re.compile(r"\bvolgend (?:school|academie)?jaar\b|\bnext year\b|annee prochaine")


def _expected(folded: str, today: date) -> date | None:
    """The day (the first of a month where only that is told) on which the candidate expects the diploma."""
    moments = [found.moment for found in find_moments(folded, reference=today) if found.moment.date >= today]
    if moments:
        return max(moment.date for moment in moments)
    year = next((int(m.group(1)) for m in _YEAR.finditer(folded) if int(m.group(1)) > today.year), None)
    if year:
        return date(year, 6, 30)
    return date(today.year + 1, 6, 30) if _NEXT_YEAR.search(folded) else None


def is_correction(text: str) -> bool:
    """Whether a message takes back what was said before ('nee, ik bedoel een graduaat')."""
    return bool(_CORRECTION.search(fold(text)))
