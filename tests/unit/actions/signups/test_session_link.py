"""The address to join on line, out of the words that stand beside a session."""

from datetime import date, time

import pytest

from actions.signups.session import session_facts
from knowledge.catalog import Bundle, Snapshot
from knowledge.document import DocumentBuilder
from knowledge.model import Citation, Fact, Infosession, Moment, Vacancy

TEAMS = "https://teams.microsoft.com/l/meetup-join/19%3ameeting"


@pytest.mark.parametrize(
    ("quotes", "links"),
    [
        ([f"Op 1 december via Teams: {TEAMS}."], [TEAMS]),
        (["Op 1 december via Zoom (https://stad.zoom.us/j/123)."], ["https://stad.zoom.us/j/123"]),
        (["Schrijf je in op https://www.stad.example.be/infosessie"], [None]),
        ([f"{TEAMS} of https://zoom.us/j/9"], [None]),
        ([f"1 december: {TEAMS}", "3 december in het stadhuis"], [TEAMS, None]),
        ([f"1 december en 3 december: {TEAMS}", f"1 december en 3 december: {TEAMS}"], [None, None]),
    ],
)
def test_the_link_beside_a_session(quotes: list[str], links: list[str | None]) -> None:
    builder = DocumentBuilder()
    builder.add("paragraph", "Infosessie")
    document = builder.build(id="b", name="b.txt", format="text", sha256="x")
    sessions = tuple(
        Fact(Infosession(Moment(date(2026, 12, number), time(19))), (Citation(0, 1, quote, "Infosessie"),)) for number, quote in enumerate(quotes, 1)
    )
    vacancy = Vacancy("b", "b", True, title=Fact("Boekhouder", ()), infosessions=sessions)
    snapshot = Snapshot.of([Bundle(document, (vacancy,))])
    assert [session_facts(snapshot, vacancy, fact.value).link for fact in sessions] == links
