from collections.abc import Callable

import pytest

from .dialogue import Dialogue


@pytest.mark.parametrize(
    ("message", "intent", "said", "suggests"),
    [
        ("hallo", "greet", "zorgcoördinator", True),
        ("dag!", "goodbye", "", False),
        ("bedankt", "thank", "", False),
        ("ben jij een mens?", "ask_bot", "geen mens", False),
        ("wat kan jij?", "ask_help", "zorgcoördinator", True),
        ("idioot", "insult", "mens spreken", False),
        ("oké", "affirm", "zorgcoördinator", True),
        ("nee", "deny", "zorgcoördinator", False),
        ("stop", "stop", "", False),
    ],
)
def test_a_short_kind_reply(dialogue: Callable[..., Dialogue], message: str, intent: str, said: str, suggests: bool) -> None:
    d = dialogue("doornwal_zorgcoordinator")
    result = d.says(message, intent)
    assert (result.outcome, result.verdict) == ("small_talk", None)
    assert said in d.text
    assert bool(d.buttons) is suggests
    assert "Bron:" not in d.text


def test_without_a_vacancy_it_speaks_of_all(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue()
    d.says("hallo", "greet")
    assert "onze vacatures" in d.text


def test_a_question_beside_a_greeting_is_answered(dialogue: Callable[..., Dialogue]) -> None:
    d = dialogue("doornwal_zorgcoordinator")
    d.says("Hallo!", "greet", also=(("Tot wanneer kan ik solliciteren?", "ask_deadline"),))
    assert d.result.outcome in ("answered", "small_talk")
    assert "13 december 2026" in d.text
