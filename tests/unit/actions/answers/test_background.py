"""An answer from a general document of the vacancy's employer: after its own bundle, named as such, never of another employer or call."""

from collections.abc import Callable, Collection
from dataclasses import replace

import pytest

from actions.services import Services
from index.results import Found, Quote
from knowledge.catalog import Snapshot

from ..bundles import read
from ..dialogue import NOTHING, Dialogue

JOB = """# Vacature tuinman

Stad Ravelberg zoekt een tuinman (m/v/x).

## Aanbod

- Een voltijds contract van onbepaalde duur in schaal D1-D3.
- Ecocheques van 250 euro.

Voor de andere voordelen verwijzen we naar de algemene voorwaarden.

## Solliciteren

Stuur je cv uiterlijk op 10 januari 2027 naar jobs@ravelberg.example. De selectie is een gesprek. Je hebt een rijbewijs B.
"""
GENERAL = """# Algemene aanwervingsvoorwaarden stad Ravelberg

## Wat bieden we?

- maaltijdcheques van 8 euro
- ecocheques van 100 euro

## Feedback

Feedback over je resultaat vraag je per e-mail aan selectie@ravelberg.example, tot 60 dagen na de uitslag.

## Proeven

Alle kandidaten leggen de proef op dezelfde dag af. De proef voor redder is op 3 maart 2027.
"""
JOB_ID, GENERAL_ID = "ravelberg_tuinman", "ravelberg_voorwaarden"


class FindsIn:
    """A searcher that finds a literal slice in the document where one was laid ready, and nothing elsewhere."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.literals: dict[str, str] = {}

    def answer(self, question: str, *, vacancy_ids: Collection[str], topic: str) -> Found:
        (id,) = vacancy_ids
        literal = self.literals.get(id)
        if literal is None:
            return NOTHING
        document = self.snapshot.bundles[id].document
        start = document.text.index(literal)
        block = document.block_at(start)
        return Found("answered", (Quote(id, start, start + len(literal), literal, block.section if block else None, None),), 0.9, "test")


@pytest.fixture
def snapshot() -> Snapshot:
    return Snapshot.of([read(JOB_ID, JOB), read(GENERAL_ID, GENERAL)])


@pytest.fixture
def finds(snapshot: Snapshot) -> FindsIn:
    return FindsIn(snapshot)


@pytest.fixture
def talk(services: Services, snapshot: Snapshot, finds: FindsIn) -> Callable[[], Dialogue]:
    return lambda: Dialogue(replace(services, snapshot=snapshot, searcher=finds), page=JOB_ID)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "intent", "told"),
    [
        ("Hoeveel zijn de maaltijdcheques waard?", "ask_benefits", "8 euro"),
        ("Tot wanneer kan ik feedback vragen?", "ask_feedback", "60 dagen"),
    ],
)
def test_what_the_bundle_does_not_tell(talk: Callable[[], Dialogue], question: str, intent: str, told: str) -> None:
    d = talk()
    (reply,) = d.says(question, intent).replies
    assert d.result.outcome == "answered"
    assert told in d.text
    assert d.text.startswith("Algemeen geldt bij Stad Ravelberg:")
    assert "Bron: Algemene aanwervingsvoorwaarden stad Ravelberg, deel" in d.text
    assert {source.vacancy for source in reply.sources} == {GENERAL_ID}


def test_the_own_bundle_goes_first(talk: Callable[[], Dialogue]) -> None:
    d = talk()
    d.says("Krijg ik ecocheques?", "ask_benefits")
    assert "250 euro" in d.text
    assert "100 euro" not in d.text
    assert "Bron: infobundel tuinman" in d.text


def test_a_passage_that_only_refers_on_gives_way(talk: Callable[[], Dialogue], finds: FindsIn) -> None:
    finds.literals[JOB_ID] = "Voor de andere voordelen verwijzen we naar de algemene voorwaarden."
    d = talk()
    d.says("Krijg ik maaltijdcheques?", "ask_benefits")
    assert "maaltijdcheques van 8 euro" in d.text


def test_a_reference_is_told_where_nothing_else_tells(talk: Callable[[], Dialogue], finds: FindsIn) -> None:
    finds.literals[JOB_ID] = "Voor de andere voordelen verwijzen we naar de algemene voorwaarden."
    d = talk()
    d.says("Waar lees ik meer over de andere voordelen?", "ask_employer")
    assert "verwijzen we naar de algemene voorwaarden" in d.text


def test_a_fact_without_the_number_that_is_asked_gives_way(services: Services) -> None:
    job = JOB.replace("Je hebt een rijbewijs B.", "Je bezorgt een uittreksel uit het strafregister (art. 595).")
    general = GENERAL + "\n## Gedrag\n\nElke kandidaat bezorgt een uittreksel uit het strafregister dat hoogstens twee maanden oud is.\n"
    snapshot = Snapshot.of([read(JOB_ID, job), read(GENERAL_ID, general)])
    d = Dialogue(replace(services, snapshot=snapshot, searcher=FindsIn(snapshot)), page=JOB_ID)  # type: ignore[arg-type]
    d.says("Hoe oud mag mijn uittreksel uit het strafregister zijn?", "ask_criminal_record")
    assert "twee maanden" in d.text
    d.says("Moet ik een uittreksel uit het strafregister hebben?", "ask_criminal_record")
    assert "art. 595" in d.text


def test_a_passage_of_the_general_document(talk: Callable[[], Dialogue], finds: FindsIn) -> None:
    finds.literals[GENERAL_ID] = "Alle kandidaten leggen de proef op dezelfde dag af."
    d = talk()
    assert d.says("Kan ik mijn proef op een andere dag afleggen?", "reschedule_test").outcome == "answered"
    assert "dezelfde dag" in d.text


@pytest.mark.parametrize("intent", ["ask_selection", "ask_deadline", "ask_infosession", "ask_start_date", "ask_employer"])
def test_the_date_of_another_call_never_answers(talk: Callable[[], Dialogue], finds: FindsIn, intent: str) -> None:
    finds.literals[GENERAL_ID] = "De proef voor redder is op 3 maart 2027."
    d = talk()
    d.says("Wanneer is de proef?", intent)
    assert "3 maart" not in d.text


def test_what_nobody_tells_is_declined(talk: Callable[[], Dialogue]) -> None:
    d = talk()
    assert d.says("Krijg ik een bedrijfswagen?", "ask_benefits").outcome == "not_in_bundle"
    assert "staat niet in de infobundel" in d.text


def test_it_is_no_vacancy_in_a_list(talk: Callable[[], Dialogue], snapshot: Snapshot) -> None:
    assert list(snapshot.vacancies) == [JOB_ID]
    d = talk()
    d.page = None
    d.says("Welke vacatures zijn er?", "ask_vacancies")
    assert "tuinman" in d.text
    assert "oorwaarden" not in d.text
