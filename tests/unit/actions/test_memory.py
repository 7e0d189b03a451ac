from actions.memory import ExchangeMemory


def test_values_are_kept_per_conversation_and_forgotten_after_their_time() -> None:
    now = [0.0]
    memory = ExchangeMemory(seconds=10, clock=lambda: now[0])
    memory.put("a", 1)
    now[0] = 9
    assert memory.get("a") == 1
    assert memory.get("b") is None
    now[0] = 10.5
    assert memory.get("a") is None


def test_the_oldest_goes_first_when_there_are_too_many() -> None:
    memory = ExchangeMemory(capacity=2)
    for name in "abc":
        memory.put(name, name)
    assert memory.get("a") is None
    assert memory.get("c") == "c"


def test_forgetting() -> None:
    memory = ExchangeMemory()
    memory.put("a", 1)
    memory.forget("a")
    memory.forget("a")
    assert memory.get("a") is None
