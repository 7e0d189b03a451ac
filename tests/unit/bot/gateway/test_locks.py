import asyncio

from bot.gateway.locks import MemoryLocks


async def test_one_turn_of_a_conversation_at_a_time() -> None:
    locks, running, most = MemoryLocks(), {"a": 0, "b": 0}, {"a": 0, "b": 0}

    async def turn(key: str) -> None:
        async with locks.hold(key):
            running[key] += 1
            most[key] = max(most[key], running[key])
            await asyncio.sleep(0.001)
            running[key] -= 1

    await asyncio.gather(*(turn(key) for key in "abababab"))
    assert most == {"a": 1, "b": 1}
    assert locks._locks == {}


async def test_waiter_that_gives_up_leaves_nothing_behind() -> None:
    locks = MemoryLocks()
    async with locks.hold("a"):
        try:
            async with asyncio.timeout(0.01), locks.hold("a"):
                raise AssertionError("two holders")
        except TimeoutError:
            pass
    async with locks.hold("a"):
        pass
    assert locks._locks == {}
