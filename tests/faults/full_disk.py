"""Signs people up until the disk is full, then makes room. Started as `python -m tests.faults.full_disk FOLDER`; tells what happened as JSON.

A limit on the size of files makes the writes of this process fail, as a full disk does.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from actions.signups.store import SignupRules
from knowledge.database import sqlite_engine
from tests.unit.actions.signup_chat import TOWN_HALL, Chat

ROOM = 30_000


def main(folder: Path) -> None:
    path = folder / "service.db"
    engine = sqlite_engine(path)
    replies: list[str] = []

    def candidate(number: int) -> Chat:
        chat = Chat(engine, TOWN_HALL, conversation=f"conversation-{number:06}", rules=SignupRules(mails=True))
        chat.says(f"schrijf me in, Lien Maes, k{number}@example.be", "signup_infosession")
        return chat

    first = candidate(0)
    replies.append(first.says("ja", "affirm"))
    written = max(file.stat().st_size for file in folder.iterdir())
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (written + ROOM, hard))
    chat = first
    while "ingeschreven" in replies[-1] and len(replies) < 500:
        chat = candidate(len(replies))
        replies.append(chat.says("ja", "affirm"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    again = chat.says("ja", "affirm")
    print(json.dumps({"confirmed": len(replies) - 1, "refused": replies[-1], "again": again}))
    engine.dispose()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
