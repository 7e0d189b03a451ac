from bot.gateway.limits import MemoryRateLimiter


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


async def test_sliding_minute() -> None:
    clock = Clock()
    limiter = MemoryRateLimiter(clock)
    assert [await limiter.hit("a", 2) for _ in range(2)] == [0, 0]
    clock.now += 10.5
    assert await limiter.hit("a", 2) == 50
    assert await limiter.hit("b", 2) == 0
    clock.now += 49.5
    assert [await limiter.hit("a", 2) for _ in range(3)] == [0, 0, 60]


async def test_silent_keys_are_forgotten() -> None:
    clock = Clock()
    limiter = MemoryRateLimiter(clock)
    for number in range(100):
        await limiter.hit(str(number), 1)
    clock.now += 61
    await limiter.hit("new", 1)
    assert list(limiter._hits) == ["new"]
