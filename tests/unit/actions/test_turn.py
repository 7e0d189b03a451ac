import pytest

from actions.turn import Segment, State, Turn


def test_a_turn_from_a_tracker() -> None:
    turn = Turn.from_tracker(
        {
            "sender_id": "conversation-000005",
            "slots": {"dialogue": {"vacancy": "a", "misses": 1, "listed": ["a", "b"], "exchange": {"kind": "signup"}}},
            "latest_message": {
                "text": "Dag! Wat is het loon?",
                "metadata": {"vacancy": "b", "sensitive": ["health"]},
                "segments": [
                    {"text": "Dag!", "intent": "greet", "confidence": 0.9},
                    {"text": "Wat is het loon?", "intent": "ask_salary", "confidence": 0.8, "ranking": [{"name": "ask_salary", "confidence": 0.8}]},
                ],
            },
        }
    )
    assert (turn.conversation, turn.page_vacancy, turn.intent) == ("conversation-000005", "b", "ask_salary")
    assert turn.sensitive == ("health",)
    assert turn.segments[1].rank("ask_salary") == 0.8
    assert turn.segments[1].rank("ask_leave") == 0.0
    assert turn.state == State(vacancy="a", listed=("a", "b"), exchange={"kind": "signup"}, misses=1)


@pytest.mark.parametrize("slot", [None, "text", [], {"exchange": "x", "listed": None, "misses": None}])
def test_a_malformed_slot_is_an_empty_state(slot: object) -> None:
    turn = Turn.from_tracker({"slots": {"dialogue": slot}, "latest_message": {"text": "?"}})
    assert turn.state == State()
    assert turn.segments == (Segment("?", "out_of_scope", 0.0),)


def test_the_state_survives_the_slot() -> None:
    state = State("a", "ask_salary", "Wat is het loon?", "Els", ("a",), {"kind": "privacy"}, 2)
    assert State.from_json(state.as_json()) == state
