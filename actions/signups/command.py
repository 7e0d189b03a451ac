"""`vacaturebot signups`: who signed up for which infosession, and how the mails fare."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import fields
from datetime import datetime
from itertools import groupby

from actions.database import open_service
from actions.signups.export import STATUS
from actions.signups.outbox import Outbox
from actions.signups.store import Signup, Signups
from knowledge.settings import load_settings


def signups_command(args: argparse.Namespace) -> int:
    """Lists every sign-up by session, with the state of the mails; `args.json` for a machine-readable list."""
    engine = open_service(load_settings())
    found, mails = Signups(engine).all(), Outbox(engine).counts()
    engine.dispose()
    if args.json:
        json.dump({"signups": [_as_json(item) for item in found], "mails": mails}, sys.stdout, ensure_ascii=False, indent=1)
        print()
        return 0
    for _, group in groupby(found, key=lambda item: (item.bundle, item.session)):
        items = list(group)
        counts = Counter(item.status for item in items)
        print(f"{items[0].title}: {items[0].text} ({', '.join(f'{count} {STATUS[status]}' for status, count in counts.items())})")
        for item in items:
            print(f"  {item.reference}  {STATUS[item.status]:<12}  {item.name}  {item.email}")
    if not found:
        print("Er zijn geen inschrijvingen.")
    print(f"Mails: {mails['sent']} verstuurd, {mails['due']} wachten, {mails['planned']} voor later, {mails['failed']} mislukt.")
    return 0


def _as_json(item: Signup) -> dict[str, object]:
    """Every field but the key to the candidate's page."""
    values = {field.name: getattr(item, field.name) for field in fields(item) if field.name not in ("token", "number")}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()}
