import pytest

from actions.scope import only_names, resolve
from actions.turn import Segment, State, Turn
from knowledge.catalog import Snapshot

ZORG, JURIST, GREEN, NURSERY = "doornwal_zorgcoordinator", "vaartkant_jurist", "broekdorp_groenarbeider", "zandhove_jobs"
CHILD, LIBRARY = f"{NURSERY}--kinderbegeleider", f"{NURSERY}--bibliothecaris"


def _turn(text: str, page: str | None = None, focus: str | None = None) -> Turn:
    return Turn(text, (Segment(text, "ask_deadline", 0.9),), "conversation-000003", page, State(vacancy=focus))


@pytest.mark.parametrize(
    ("text", "page", "focus", "vacancy", "named"),
    [
        ("tot wanneer kan ik solliciteren?", ZORG, None, ZORG, False),
        ("tot wanneer kan ik solliciteren?", None, JURIST, JURIST, False),
        ("en als jurist?", None, ZORG, JURIST, True),
        ("iets voor een jurist bij OCMW Vaartkant", ZORG, None, JURIST, True),
        ("en bij Broekdorp?", None, None, GREEN, True),
        ("die van bibliothecaris", NURSERY, None, LIBRARY, True),
        ("wat is de deadline?", NURSERY, CHILD, CHILD, False),
        ("wat is de deadline?", "doornwal_telewerk", None, "doornwal_telewerk", False),
    ],
)
def test_the_vacancy_in_question(snapshot: Snapshot, text: str, page: str | None, focus: str | None, vacancy: str, named: bool) -> None:
    found = resolve(_turn(text, page, focus), snapshot)
    assert found.vacancy is not None
    assert (found.vacancy.id, found.named) == (vacancy, named)


@pytest.mark.parametrize(
    ("text", "page", "candidates"),
    [
        ("tot wanneer kan ik solliciteren?", None, set()),
        ("de job bij Zandhove", None, {CHILD, LIBRARY}),
        ("tot wanneer kan ik solliciteren?", NURSERY, {CHILD, LIBRARY}),
    ],
)
def test_what_must_be_asked(snapshot: Snapshot, text: str, page: str | None, candidates: set[str]) -> None:
    found = resolve(_turn(text, page), snapshot)
    assert found.vacancy is None
    assert set(found.candidates) == candidates


def test_the_only_vacancy_needs_no_name(snapshot: Snapshot) -> None:
    only = Snapshot({ZORG: snapshot.bundles[ZORG]})
    assert resolve(_turn("wat is het loon?"), only).vacancy is only.entries[ZORG]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("die van jurist", True),
        ("en bij OCMW Vaartkant?", True),
        ("nee, de jurist graag", True),
        ("wat verdient een jurist", False),
        ("hoe oud is het OCMW", False),
    ],
)
def test_whether_a_message_only_names_the_vacancy(snapshot: Snapshot, text: str, expected: bool) -> None:
    assert only_names(text, snapshot.entries[JURIST]) is expected


@pytest.mark.parametrize(
    "told",
    [
        "Ik heb een bachelor orthopedagogie en werkte vier jaar als zorgcoördinator in een school. Is dat de gevraagde ervaring?",
        "ik ben jurist van opleiding en heb rijbewijs B, volstaat dat hier voor jullie?",
    ],
)
def test_a_diploma_or_earlier_job_is_no_other_vacancy(snapshot: Snapshot, told: str) -> None:
    found = resolve(_turn(told, GREEN), snapshot)
    assert found.vacancy is not None
    assert (found.vacancy.id, found.named) == (GREEN, False)
