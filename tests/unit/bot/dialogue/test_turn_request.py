import pytest

from bot.dialogue.turn_request import Refused, plain_text, read_turn


def test_reads_a_turn() -> None:
    turn = read_turn({"sender": "abc-1", "message": "Hallo", "metadata": {"vacancy": "x"}})
    assert (turn.sender, turn.message, turn.metadata) == ("abc-1", "Hallo", {"vacancy": "x"})


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        "tekst",
        {},
        {"sender": "abc"},
        {"message": "hallo"},
        {"sender": "", "message": "hallo"},
        {"sender": "a b", "message": "hallo"},
        {"sender": "a" * 65, "message": "hallo"},
        {"sender": "abc\n", "message": "hallo"},
        {"sender": 5, "message": "hallo"},
        {"sender": "abc", "message": ""},
        {"sender": "abc", "message": None},
        {"sender": "abc", "message": 3},
        {"sender": "abc", "message": "x" * 2001},
        {"sender": "abc", "message": "hallo", "metadata": "x"},
    ],
)
def test_refuses_anything_else(body: object) -> None:
    with pytest.raises(Refused):
        read_turn(body)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("/restart", "restart"),
        (' //greet{"name":"x"}', 'greet{"name":"x"}'),
        ("\x00/session_start", "session_start"),
        ("/", "?"),
        ("\x00\x01", "?"),
        ("en/of", "en/of"),
        ("regel een\nregel twee", "regel een\nregel twee"),
    ],
)
def test_nothing_is_left_that_rasa_obeys(message: str, text: str) -> None:
    assert plain_text(message) == text
