"""What a bundle says of students in their final year: whether they may take part, and until when the diploma may come."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace

from knowledge.dates import document_anchors, document_reference, find_moments
from knowledge.eligibility.dictionary import bundle_diplomas
from knowledge.extractors import diploma_cues as cues
from knowledge.extractors.statements import Statement, shortened
from knowledge.model import Fact, Moment
from knowledge.source import Source

_AND_STUDENTS = re.compile(r"[,;]?\s+(?:of|en|ook|of ook|ofwel)\s+(?:een |je |als )*(?=laatstejaars|(?:je )?in (?:je|het|uw) laatste|student"
    r"|(?:je|u) bent bijna|bijna (?:zover|afgestudeerd)|(?:je|u) (?:studeert|haalt|behaalt) )"
                           r"|\s*\((?=[^)]*(?:afstude|laatstejaars|laatste jaar|studenten))|[,(]\s*(?=bij voorkeur|liefst|idealiter"
                           r"|het liefst)")  # fmt: skip


_STUDENTS_OR = re.compile(r"^.{0,30}(?:laatstejaars|student in|laatste jaar)[^.;]{0,70}?\bof (?=(?:je|u|al|reeds|heb|hebt|bent|ben|wie|een)\b)")


def without_students(statement: Statement) -> Statement:
    """'Master of laatstejaars master, mits ...' or 'secundair onderwijs, bij voorkeur ...': the half that states the condition."""
    match = _AND_STUDENTS.search(statement.folded)
    if match and bundle_diplomas(statement.text[: match.start()]):
        return shortened(statement, match.start())
    first = _STUDENTS_OR.search(statement.folded)
    if first and bundle_diplomas(statement.text[first.end() :]):
        cut = first.end()
        return replace(statement, text=statement.text[cut:], folded=statement.folded[cut:], start=statement.start + cut)
    return statement


def is_about_students(statement: Statement) -> bool:
    folded = with_question(statement)
    return bool(cues.FINAL_YEAR.search(folded) and cues.STUDY_CONTEXT.search(folded) and not cues.NOT_STUDENTS.search(folded))


def with_question(statement: Statement) -> str:
    """A statement with the question that it answers, where its heading is one."""
    return f"{statement.label} {statement.folded}" if statement.label.endswith("?") and not statement.heading else statement.folded


_ALLOWED = (
    "mag",
    "mogen",
    "welkom",
    "in aanmerking",
    "toegelaten",
    "kan je",
    "kunnen",
    "gerust",
    "onder voorbehoud",
    "deelnemen",
    "meedoen",
    "solliciteer",
    "ook",
    "solliciteren",
    "mits",
    "op voorwaarde",
    "of laatstejaars",
    "meetellen",
    "tellen mee",
    "geen probleem",
    "bewijs van inschrijving",
)


def final_year(source: Source, statements: Sequence[Statement]) -> Fact[bool] | None:
    """Whether final-year students may take part; the clearest sentence decides."""
    for statement in sorted(statements, key=lambda one: not cues.CANDIDATE_STUDENTS.search(with_question(one))):
        if (
            not is_about_students(statement)
            or statement.heading
            or (
                cues.OTHER_SECTION.search(statement.section) and not cues.HEADING.search(statement.section) and "laatstejaars" not in statement.folded
            )
        ):
            continue
        if cues.EXCLUSION.search(statement.folded) or _refuses(statement.folded):
            return Fact(False, (source.cite(statement.start, statement.end),))
        either = _AND_STUDENTS.search(statement.folded) or _STUDENTS_OR.search(statement.folded)
        if either or any(word in with_question(statement) for word in _ALLOWED):
            return Fact(True, (source.cite(statement.start, statement.end),))
    return None


_REFUSALS = (
    "niet toegelaten",
    "niet deelnemen",
    "niet meedoen",
    "niet solliciteren",
    "geen laatstejaars",
    "niet welkom",
    "nog niet mee",
    "te vroeg",
    "deze keer niet",
    "laten we niet toe",
    "niet toelaten",
    "komt deze oproep te vroeg",
    "moet behaald zijn op",
)


# 'Laatstejaars kunnen niet tot de procedure worden toegelaten', but not 'wie nog niet is afgestudeerd kan deelnemen'.
_REFUSING = re.compile(
    r"\b(?:niet|geen|nooit|evenmin)\b(?! (?:alleen|enkel))(?:(?!\b(?:kan|kunnen|kunt|mag|mogen)\b)[^.;,?]){0,45}"
    r"\b(?:toegelaten|toelaten|deelnemen|meedoen|inschrijven|kandideren|solliciteren|toegang|aanmerking|aanvaard)"
)


def _refuses(folded: str) -> bool:
    return (
        any(words in folded for words in _REFUSALS) or _REFUSING.search(folded) is not None or folded.startswith(("nee.", "neen.", "nee,", "neen,"))
    )


def final_year_until(source: Source, statements: Sequence[Statement]) -> Fact[Moment] | None:
    """The last day for the diploma of a final-year student: in that sentence or in the next two of the same block."""
    reference, anchors = document_reference(source), document_anchors(source)
    for index, statement in enumerate(statements):
        if not is_about_students(statement) or _refuses(statement.folded):
            continue
        for near in statements[index : index + 3]:
            if near.block.heading != statement.block.heading:
                break
            moments = find_moments(near.text, reference=reference, anchors=anchors)
            if _asks_when(near) and not _IN_TIME.search(near.folded):
                continue
            if moments and any(word in near.folded for word in ("diploma", "bewijs", "attest", "afstude", "studeer", "brevet", "getuigschrift")):
                last = moments[-1]
                return Fact(_whole_month(last.moment), (source.cite(near.start, near.end),), derived=last.derived)
    return None


# 'Studeer je af in juni 2027?' tells whom the next sentence is about, 'je diploma moet er zijn op 1 juli' until when.
_IN_TIME = re.compile(r"uiterlijk|ten laatste|tegen|moet|er is op|v[oó]+r |bezorg|binnen|voorlegg|leg je|toevoeg|ten late")


def _asks_when(statement: Statement) -> bool:
    return "?" in statement.text or statement.label.endswith("?")


def _whole_month(moment: Moment) -> Moment:
    """'wie in juni 2027 afstudeert' has until the end of that month."""
    if moment.date.day != 1 or re.search(r"\b(?:1|01|1ste|eerste)\b", moment.printed):
        return moment
    return replace(moment, date=moment.date.replace(day=monthrange(moment.date.year, moment.date.month)[1]))
