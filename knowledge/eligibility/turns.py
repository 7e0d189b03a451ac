"""Joins what a candidate tells over several turns: answers to questions fill in, corrections replace, other diplomas add."""

from __future__ import annotations

from dataclasses import replace

from knowledge.eligibility.model import Candidate, Held


def merge(earlier: Candidate, later: Candidate, *, correction: bool = False) -> Candidate:
    """What is known after a further message. With `correction` the later diplomas replace the earlier ones."""
    denies = later.no_diploma or later.no_listed
    diplomas = () if denies and not later.diplomas and correction else _diplomas(earlier.diplomas, later.diplomas, correction)
    licences = dict(earlier.licences) | dict(later.licences)
    return Candidate(
        diplomas=diplomas,
        no_diploma=later.no_diploma or (earlier.no_diploma and not later.diplomas),
        lacks=tuple(dict.fromkeys((*(() if correction else earlier.lacks), *later.lacks))),
        experience=later.experience if correction and later.experience else (*earlier.experience, *later.experience),
        no_experience=later.no_experience or (earlier.no_experience and not later.experience),
        licences=tuple(licences.items()),
        age=later.age if later.age is not None else earlier.age,
        turning=later.turning or earlier.turning,
        dutch=later.dutch or earlier.dutch,
        staff=earlier.staff or later.staff,
        works_at=later.works_at or earlier.works_at,
        not_enrolled=later.not_enrolled or earlier.not_enrolled,
        no_listed=later.no_listed or (earlier.no_listed and not later.diplomas),
        record=earlier.record or later.record,
        title_answer=later.title_answer if later.title_answer is not None else earlier.title_answer,
        said=(*earlier.said, *later.said),
    )


def confirmed(candidate: Candidate) -> Candidate:
    """The same after the candidate confirmed what was read by similarity."""
    return replace(candidate, diplomas=tuple(replace(held, how="dictionary") for held in candidate.diplomas))


def _diplomas(earlier: tuple[Held, ...], later: tuple[Held, ...], correction: bool) -> tuple[Held, ...]:
    if not earlier or not later:
        return earlier or later
    joined = list(() if correction and any(_names_one(held) for held in later) else earlier)
    for held in later:
        if joined and _completes(joined[-1], held):
            joined[-1] = _completed(_without_field(joined[-1], held) if correction else joined[-1], held)
        elif held not in joined:
            joined.append(held)
    return tuple(joined)


def _names_one(held: Held) -> bool:
    return held.level is not None or held.variant is not None


def _without_field(known: Held, held: Held) -> Held:
    """The diploma told before without the part that a correction names anew."""
    if not held.named_fields:
        return known
    return replace(known, specialisations=()) if known.specialisations else replace(known, fields=())


def _completes(known: Held, held: Held) -> bool:
    """Whether `held` only adds to the diploma told before: a field, an afstudeerrichting, a year, a school, a country."""
    if held.level is None and held.variant is None and not held.title:
        return True
    if held.variant == known.variant == "graduaat_of_gegradueerde" or (held.variant == "hbo5" and known.variant == "graduaat_of_gegradueerde"):
        return not (held.fields and known.fields and held.fields != known.fields)
    if held.title and not known.title and known.level == held.level and known.fields and not set(held.fields) - set(known.fields):
        return True
    same_level = held.level == known.level
    return (same_level and not known.named_fields) or (known.level is None and known.variant is None)


def _completed(known: Held, held: Held) -> Held:
    fields = known.fields or held.fields
    special = (*known.specialisations, *held.specialisations)
    if known.fields and held.fields and held.fields != known.fields:
        # After 'bachelor verpleegkunde', the answer 'sociale verpleegkunde' is the afstudeerrichting.
        special = (*special, *(key for key in held.fields if key not in known.fields))
    words = f"{known.words} {held.words}".strip() if _names_one(held) or held.fields else known.words or held.words
    return replace(
        known,
        words=words,
        level=held.level or known.level,
        variant=held.variant or known.variant,
        fields=fields,
        specialisations=tuple(dict.fromkeys(special)),
        title=known.title or held.title,
        known=known.known or held.known,
        status=held.status if held.status != "finished" else known.status,
        expected=held.expected or known.expected,
        year=held.year or known.year,
        school=held.school or known.school,
        country=held.country or known.country,
        recognised=held.recognised if held.recognised is not None else known.recognised,
        general=known.general or held.general,
    )
