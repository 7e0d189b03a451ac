"""Terms of employment: pay, contract, hours, start, workplace, benefits, leave, reserve."""

from __future__ import annotations

import re

from actions.answers.base import Answer, Ask, citations_of, euro, join, quoted, source_of
from actions.answers.coverage import lines_of
from actions.vacancy_choice import fold, words
from knowledge.catalog import passed
from knowledge.dates import format_moment
from knowledge.model import Citation, Fact, Moment, Salary

NUMBERS = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "elf": 11, "twaalf": 12,
    "vijftien": 15, "twintig": 20, "vijfentwintig": 25, "dertig": 30,
}  # fmt: skip
_PERIODS = {"month": "per maand", "year": "per jaar", "hour": "per uur"}
_GENERAL_BENEFITS = re.compile(r"voordelen|extralegal|\bextra'?s\b|benefits|avantages|aanbod|wat krijg ik (er)?( allemaal)?( nog)?( bij)?\b|wat bied")
_COUNTS = re.compile(r"tel\w* .{0,30}mee\b|mee ?tel|meegeteld|mee ?nemen|anci.?nniteit|anciennete|seniority|ervaring|experience")
_LATER = re.compile(
    r"\blater\b|nadien|verleng|doorgroei|vast contract (krijgen|worden)|kans op"
    r"|proeftijd|proefperiode|probation|trial period|periode d.essai|prolong|extend|permanent later"
)
_NET = re.compile(r"\bnetto|\bnet\b")


def fraction_text(fraction: float) -> str:
    """'voltijds', 'halftijds (50 %)' or '80 %'."""
    if abs(fraction - 1) < 0.005:
        return "voltijds"
    percent = f"{fraction * 100:.1f}".rstrip("0").rstrip(".").replace(".", ",")
    return f"deeltijds ({percent} % van een voltijdse job)"


def salary(ask: Ask) -> Answer | None:
    """Gross pay with its period and for which fraction it holds; None without amounts (then the passage tells what there is)."""
    return seniority(ask) if ask.asks(_COUNTS) else _pay(ask)


def _amounts(ask: Ask) -> Answer | None:
    fact: Fact[Salary] | None = ask.vacancy.salary
    if fact is None or (fact.value.minimum is None and fact.value.maximum is None):
        return None
    pay = fact.value
    period = _PERIODS.get(pay.period or "", "")
    if pay.minimum is not None and pay.maximum is not None and pay.minimum != pay.maximum:
        text = ask.texts("salary_range", low=euro(pay.minimum), high=euro(pay.maximum))
    elif pay.minimum is not None:
        text = ask.texts("salary_minimum", low=euro(pay.minimum))
    else:
        text = ask.texts("salary_maximum", high=euro(pay.maximum or 0.0))
    text = f"{text} {period}".strip() + (f" (schaal {_bare_scale(pay.scale)})" if pay.scale else "") + "."
    fraction = ask.vacancy.contract.fraction
    lines = [text]
    if fraction and fraction.value < 0.995 and pay.full_time is not None:
        lines.append(ask.texts("salary_full_time" if pay.full_time else "salary_own_fraction", fraction=fraction_text(fraction.value)))
    elif pay.full_time and not (fraction and fraction.value > 0.995):
        lines.append(ask.texts("salary_for_full_time"))
    elif pay.full_time is False and fraction is None:
        lines += [ask.texts("salary_for_part"), quoted(fact.citations[:1], 260)]
    if pay.indexed is False:
        lines.append(ask.texts("salary_not_indexed"))
    if ask.asks(_NET):
        lines.append(ask.texts("salary_gross_only"))
    cited = fact.citations + (fraction.citations if fraction and fraction.value < 0.995 else ())
    return Answer("\n".join(lines), cited)


def seniority(ask: Ask) -> Answer | None:
    """How earlier experience counts for the pay, in the bundle's words."""
    facts = ask.vacancy.seniority
    if ask.asks(_EARNS) and (not ask.asks(_TOWARDS) or (ask.asks(_WHAT_EARNED) and (_with_that_number(ask) or _in_that_column(ask)))):
        return _pay(ask)
    return Answer(quoted(citations_of(facts)), citations_of(facts)) if facts else None


_EARNS = re.compile(r"verdien|loon\b|wedde\b|schuift|betaal|salaris|\bearn|\bsalary|\bsalaire|gagne")
_TOWARDS = re.compile(r"\bmee\b|mee ?(?:ge)?(?:tel|reken|nom|nem)|valoris|erken|overnem|overgenom|meebreng|count|compte|priv|ervaring|experience")
_YEARS = re.compile(r"\d+ jaar|ancienn|starter|beginner|zonder ervaring|trede|trap\b")


def _pay(ask: Ask) -> Answer | None:
    """The pay, with the bundle's own line where a question names years or hours; None where an extra is asked, which is no pay."""
    if ask.asks(_EXTRA):
        return None
    found = _amounts(ask)
    if cell := _in_that_column(ask):
        return cell
    if said := _with_that_number(ask):
        text = f"{quoted(said, 320)}\n{found.text}" if found else quoted(said, 320)
        return Answer(text, (*said, *(found.citations if found else ())), sure=True)
    fact = ask.vacancy.salary
    if found is None or fact is None or not ask.asks(_YEARS):
        return found
    return Answer(f"{found.text}\n{quoted(fact.citations, 260)}", found.citations)


_WHAT_EARNED = re.compile(r"\b(?:wat|hoeveel)\b.{0,20}(?:verdien|loon|wedde|heb ik|krijg)")
_EXTRA = re.compile(
    r"\bextra\b|bovenop|\ber ?bij\b|\bbij(?:betaald|komend)|toeslag|\bpremie\b|vergoeding voor|\b(?:voor|op|per|'?s) (?:een |elke |de )?(?:nacht"
    r"|zondag|zaterdag|weekend|feestdag|wacht"
    r"|overuren|overuur|avond)\w*|s ?nachts|s ?zondags|\bprocent\b.{0,30}(?:zondag|nacht|weekend)"
)
_NUMBERED = re.compile(r"\b(\d{1,2}(?:[.,]\d{1,2})?|" + "|".join(NUMBERS) + r")\s?(jaar|jaren|years?|ans|u\b|uur|uren|%|procent|/ ?38)")
_PAID_SO = re.compile(r"€|euro|\d{1,3}[. ]\d{3}")


def _in_that_column(ask: Ask) -> Answer | None:
    """The pay in the one column of a table that is titled with the years of the question."""
    asked = _NUMBERED.search(ask.folded)
    source = source_of(ask)
    if asked is None or not asked[2].startswith(("ja", "ye", "an")):
        return None
    told = re.compile(rf"(?<![\d.,]){NUMBERS.get(asked[1], asked[1])} ?(?:jaar|j\b)")
    for block in source.main:
        columns = [number for number, title in enumerate(block.header) if told.search(fold(title))]
        if block.kind != "row" or block.header == block.cells or len(columns) != 1 or columns[0] >= len(block.cells):
            continue
        cell = block.cells[columns[0]]
        if re.search(r"\d{1,3}[. ]\d{3}|€", cell):
            cited = (source.cite_block(block),)
            return Answer(f"{block.header[columns[0]]}: {cell}.\n{quoted(cited, 260)}", cited, sure=True)
    return None


def _with_that_number(ask: Ask) -> tuple[Citation, ...]:
    """The bundle's line that gives pay for just so many years or hours as the question names."""
    asked = _NUMBERED.search(ask.folded)
    if asked is None:
        return ()
    count = str(NUMBERS.get(asked[1], asked[1]))
    unit = "jaar|jaren" if asked[2].startswith(("ja", "ye", "an")) else r"u\b|uur|uren|/ ?38" if asked[2].startswith(("u", "/")) else "%|procent"
    word = next((name for name, value in NUMBERS.items() if str(value) == count), count)
    told = re.compile(rf"(?<![\d.,])(?:{count}|{word}) ?(?:{unit})")
    source = source_of(ask)
    found = [line for line in lines_of(source) if told.search(fold(line.text)) and _PAID_SO.search(fold(line.text)) and len(line.text) < 320]
    return (source.cite(found[0].start, found[0].end),) if found else ()


def _bare_scale(scale: str) -> str:
    return re.sub(r"^(?:weddeschaal|loonschaal|salarisschaal|barema|schaal|niveau)\s+", "", scale, flags=re.IGNORECASE)


def contract(ask: Ask) -> Answer | None:
    """Kind, duration, begin and end of the contract, and the fraction; whether it is of the kind that the question names."""
    data = ask.vacancy.contract
    if ask.asks(_LATER):
        return None
    parts = []
    kinds = [fact.value for fact in (data.type, data.duration) if fact]
    judged = _judged(ask, kinds)
    if kinds:
        parts.append(ask.texts(judged or "contract_kind", kind=", ".join(dict.fromkeys(kinds))))
    if data.start and data.end:
        parts.append(ask.texts("contract_period", start=format_moment(data.start.value), end=format_moment(data.end.value)))
    elif data.start and not judged and not _is_loose(data.start):
        parts.append(_start_line(ask, data.start.value))
    elif data.end:
        parts.append(ask.texts("contract_end", end=format_moment(data.end.value)))
    if data.fraction and not ask.asks(_STATUTORY):
        parts.append(ask.texts("contract_fraction", fraction=fraction_text(data.fraction.value)))
    if not parts:
        return None
    cited = citations_of((data.type, data.duration, *(() if judged else (data.start, data.end, data.fraction))))
    return Answer("\n".join(parts) + "\n" + quoted(cited, 240), cited)


_STATUTORY = re.compile(r"\bstatut|\bbenoem|\bambtenaar|vastbenoemd|vaste benoeming|civil servant")
_CONTRACTUAL = re.compile(r"\bcontractueel")
_LASTING = re.compile(r"onbepaalde duur|\bvast(?:e|) (?:contract|job|werk|betrekking|baan)|\bpermanent|\bcdi\b|open-ended")
_PASSING = re.compile(r"tijdelijk|(?<!on)bepaalde duur|vervanging|\binterim|temporary|fixed[- ]term|\bcdd\b")


def _judged(ask: Ask, kinds: list[str]) -> str:
    """The text for yes, no or either, where a question names one kind of contract that is in the bundle or excluded by another; else ''."""
    told = fold(" ; ".join(kinds))
    for asked, opposite in ((_STATUTORY, _CONTRACTUAL), (_CONTRACTUAL, _STATUTORY), (_LASTING, _PASSING), (_PASSING, _LASTING)):
        if not ask.asks(asked) or ask.asks(opposite):
            continue
        held, other = asked.search(told), opposite.search(told)
        if held or other:
            return "contract_either" if held and other else "contract_yes" if held else "contract_no"
    return ""


def _start_line(ask: Ask, moment: Moment) -> str:
    past = passed(moment.date, moment.time, ask.now)
    return ask.texts("start_past" if past else "start", date=format_moment(moment))


def start(ask: Ask) -> Answer | None:
    """When the job starts."""
    fact = ask.vacancy.contract.start
    if fact is None:
        return None
    if _is_loose(fact) and not passed(fact.value.date, fact.value.time, ask.now):
        return Answer(quoted(fact.citations, 240), fact.citations)
    return Answer(_start_line(ask, fact.value) + "\n" + quoted(fact.citations, 240), fact.citations)


# 'ten laatste op', 'vanaf', 'liefst': the date is a limit or a wish, and 'in overleg' leaves it open.
_LIMIT_BEFORE = re.compile(
    r"\b(?:ten (?:laatste|vroegste)|uiterlijk|vanaf|v[oó][oó]r|tegen|rond|omstreeks|liefst|bij voorkeur|idealiter"
    r"|streefdatum|ergens|begin|half|midden|eind)\b"
    r"(?:\W+(?:op|is|van|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|de|het))*\W*$",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(
    r"zo (?:snel|vlug|spoedig) mogelijk|\b(?:in|na) overleg|overeen te komen|af te spreken|bespreekbaar|onder voorbehoud", re.IGNORECASE
)


def _is_loose(fact: Fact[Moment]) -> bool:
    """Whether the bundle gives the start as a limit, a wish or something to agree on, rather than as a day."""
    for citation in fact.citations:
        before, printed, _ = citation.quote.partition(fact.value.printed)
        if printed:
            return bool(_LIMIT_BEFORE.search(before) or _LEFT_OPEN.search(citation.quote))
    return False


def workplace(ask: Ask) -> Answer | None:
    """Where one works."""
    fact = ask.vacancy.workplace
    return Answer(ask.texts("workplace", place=fact.value), fact.citations) if fact else None


def benefits(ask: Ask) -> Answer | None:
    """All benefits when asked in general, else those that the question names; None when it names one that isn't listed."""
    facts = ask.vacancy.benefits
    if not facts:
        return None
    named = [fact for fact in facts if _names(ask, fact.value)]
    if named and ask.asks(_HOW_MUCH):
        return Answer(quoted(citations_of(named), 300), citations_of(named))
    if named:
        return Answer(ask.texts("benefit_named", items=join([fact.value for fact in named])), citations_of(named))
    if not ask.asks(_GENERAL_BENEFITS):
        return None
    items = "\n".join(f"- {fact.value}" for fact in facts)
    return Answer(ask.texts("benefits", items=items), citations_of(facts), is_list=True)


_HOW_MUCH = re.compile(r"\bhoeveel|hoe groot|hoe hoog|\bwelke?\b|\bwanneer|\bvanaf\b|how (?:much|many)|combien|\bals (?:ik|halftijds|deeltijds)")
_BENEFIT_NOISE = frozenset(
    "gratis euro maand jaar dagen extra krijg krijgen werk werken voor eigen volgens hoeveel zijn waarde waard bedraagt bruto netto welke "
    "voordelen job"
    " week uren kan kunnen tegemoetkoming mogelijk mogelijkheid mogelijkheden verzekering".split()
)


def _names(ask: Ask, benefit: str) -> bool:
    asked = {word for word in words(ask.text) if len(word) > 4 and word not in _BENEFIT_NOISE}
    offered = {word for word in words(benefit) if len(word) > 4 and word not in _BENEFIT_NOISE}
    return any(a == b or (len(a) > 5 and b.startswith(a[:-1])) or (len(b) > 5 and a.startswith(b[:-1])) for a in asked for b in offered)


def reserve(ask: Ask) -> Answer | None:
    """The wervingsreserve."""
    fact = ask.vacancy.reserve
    return Answer(quoted(fact.citations), fact.citations) if fact else None
