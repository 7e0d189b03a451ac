"""What the tracker store does in Rasa's own runtime, printed as JSON: run by test_tracker_store.py, `python tracker_store_tries.py FOLDER`."""

import asyncio
import json
import sqlite3
import sys
from pathlib import Path


async def tries(folder: Path) -> dict[str, object]:
    from bot.dialogue import without_tensorflow

    without_tensorflow.leave_out()
    from rasa.shared.core.domain import Domain
    from rasa.shared.core.events import BotUttered, UserUttered

    from bot.dialogue.tracker_store import _KEPT, RecentTrackerStore

    file = folder / "tracker.db"
    store = RecentTrackerStore(domain=Domain.empty(), db=str(file))
    elsewhere = RecentTrackerStore(domain=Domain.empty(), db=str(file))

    async def say(where: RecentTrackerStore, sender: str, *words: str, metadata: dict | None = None, data: dict | None = None) -> None:
        tracker = await where.get_or_create_tracker(sender, append_action_listen=False)
        for word in words:
            tracker.update(UserUttered(word, metadata=metadata))
        tracker.update(BotUttered("dag", data=data))
        await where.save(tracker)

    async def heard(where: RecentTrackerStore, sender: str) -> list[str] | None:
        tracker = await where.retrieve(sender)
        return tracker and [event.text for event in tracker.events if isinstance(event, UserUttered)]

    found: dict[str, object] = {}
    await say(store, "a", "een")
    await say(store, "a", "twee")
    found["both stores"] = [await heard(store, "a"), await heard(elsewhere, "a")]
    await say(store, "a", "drie")
    held = store._recent["a"][1]
    found["at hand"] = await store.retrieve("a") is held
    await say(store, "a", "vier")
    await say(elsewhere, "a", "vijf")
    found["another process wrote"] = await heard(store, "a")
    await say(store, "a", "zes")
    with sqlite3.connect(file) as connection:
        connection.execute("delete from events where sender_id = 'a'")
    found["erased"] = await heard(store, "a")
    await say(store, "a", "opnieuw")
    found["after erasing"] = await heard(elsewhere, "a")
    await say(store, "private", "geheim", data={"custom": {"private": True}})
    await say(store, "sensitive", "ziek", metadata={"sensitive": ["health"]})
    found["held of private turns"] = [sender for sender in ("private", "sensitive") if sender in store._recent]
    abandoned = await store.retrieve("a")
    abandoned.update(UserUttered("nooit bewaard"))
    found["after a turn that failed"] = await heard(store, "a")
    for number in range(_KEPT + 5):
        await say(store, f"n{number}", "hallo")
    found["held at most"] = len(store._recent) == _KEPT
    with sqlite3.connect(file) as connection:
        found["rows of b"] = 0
        await say(store, "b", "x", "y")
        found["rows of b"] = connection.execute("select count(*) from events where sender_id = 'b'").fetchone()[0]
    return found


if __name__ == "__main__":
    print(json.dumps(asyncio.run(tries(Path(sys.argv[1])))))
