"""Diploma names, old and new, as candidates and bundles write them."""

import pytest

from knowledge.eligibility.dictionary import read_diplomas

CASES = [
    # words, level, variant, fields
    ("bachelor in de verpleegkunde", "bachelor", None, ("verpleegkunde",)),
    ("professionele bachelor journalistiek", "bachelor", "professioneel", ("journalistiek",)),
    ("PBA toegepaste informatica", "bachelor", "professioneel", ("toegepaste informatica",)),
    ("academische bachelor rechten", "bachelor", "academisch", ("rechten",)),
    ("banaba zorgmanagement", "bachelor", "banaba", ("zorgmanagement",)),
    ("manama", "master", "manama", ()),
    ("masterdiploma rechten", "master", None, ("rechten",)),
    ("licentiate: licentiaat rechten", "master", "licentiaat", ("rechten",)),
    ("lic. psychologie", "master", "licentiaat", ("psychologie",)),
    ("burgerlijk ingenieur", "master", "gelijkgeschakeld", ("burgerlijk ingenieur",)),
    ("industrieel ingenieur", "master", "gelijkgeschakeld", ("industrieel ingenieur",)),
    ("ir. architect", "master", "gelijkgeschakeld", ("ingenieurswetenschappen",)),
    ("doctoraat biologie", "doctor", None, ("biologie",)),
    ("maatschappelijk assistente", "bachelor", "gelijkgeschakeld", ()),
    ("regentaat wiskunde", "bachelor", "gelijkgeschakeld", ("onderwijs", "secundair onderwijs", "wiskunde")),
    ("kleuterleidster", "bachelor", "gelijkgeschakeld", ("onderwijs", "kleuteronderwijs")),
    ("vroedvrouw", "bachelor", None, ("vroedkunde",)),
    ("technisch ingenieur", "bachelor", "gelijkgeschakeld", ("technisch ingenieur",)),
    ("diploma A1", "bachelor", "gelijkgeschakeld", ()),
    ("graduaat boekhouden", None, "graduaat_of_gegradueerde", ("accountancy fiscaliteit",)),
    ("gegradueerde boekhouding", None, "graduaat_of_gegradueerde", ("accountancy fiscaliteit",)),
    ("HBO5 verpleegkunde", "graduaat", "hbo5", ("verpleegkunde",)),
    ("kandidaat in de rechten", None, "kandidaat", ("rechten",)),
    ("postgraduaat bemiddeling", None, "postgraduaat", ("bemiddeling",)),
    ("diploma secundair onderwijs", "secundair", None, ()),
    ("mijn middelbaar", "secundair", None, ()),
    ("humaniora", "secundair", None, ()),
    ("diploma TSO handel", "secundair", None, ("handel",)),
    ("A2 diploma", "secundair", None, ()),
    ("6de jaar BSO", "secundair", "zesde_bso", ()),
    ("BSO 7", "secundair", "zevende_bso", ()),
    ("zevende jaar bso kinderzorg", "secundair", "zevende_bso", ("kinderzorg",)),
    ("lager secundair", "lager", "lager_secundair", ()),
    ("master's degree in law", "master", None, ("rechten",)),
    ("bachelor's degree in nursing", "bachelor", None, ("verpleegkunde",)),
    ("high school diploma", "secundair", None, ()),
    ("diplôme de master en droit", "master", None, ("rechten",)),
]


@pytest.mark.parametrize(("words", "level", "variant", "fields"), CASES, ids=[case[0] for case in CASES])
def test_a_name(words: str, level: str | None, variant: str | None, fields: tuple[str, ...]) -> None:
    reading = read_diplomas(words)[0]
    assert (reading.level, reading.variant, reading.fields) == (level, variant, fields)


def test_what_one_teaches_is_not_what_one_finished() -> None:
    (reading,) = read_diplomas("bachelor lager onderwijs")
    assert reading.level == "bachelor"
    assert reading.fields == ("lager onderwijs",)


def test_title_and_level_are_one_diploma() -> None:
    (reading,) = read_diplomas("maatschappelijk assistent (bachelor sociaal-agogisch werk)")
    assert reading.title == "maatschappelijk assistent"
    assert reading.fields == ("sociaal werk",)


def test_afstudeerrichting() -> None:
    (reading,) = read_diplomas("master in de pedagogische wetenschappen, afstudeerrichting orthopedagogiek")
    assert reading.specialisations == ("orthopedagogiek",)


def test_an_unknown_field_keeps_its_own_words() -> None:
    (reading,) = read_diplomas("bachelor kunst en ambacht")
    assert reading.fields == ("kunst en ambacht",)
    assert not reading.known


@pytest.mark.parametrize("words", ["ik stel me kandidaat voor de functie", "de job is in Aalst", "een graad hoger", ""])
def test_no_diploma_is_named(words: str) -> None:
    assert not [reading for reading in read_diplomas(words) if reading.level or reading.variant]
