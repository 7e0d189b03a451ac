"""`vacaturebot signups`: who signed up for which infosession."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict

from actions.signups.store import Signups
from knowledge.database import open_engine
from knowledge.settings import load_settings


def signups_command(args: argparse.Namespace) -> int:
    """Lists every sign-up, by session; `args.json` for a machine-readable list."""
    found = Signups(open_engine(load_settings(), "service")).all()
    if args.json:
        json.dump([asdict(item) for item in found], sys.stdout, ensure_ascii=False, indent=1)
        print()
        return 0
    for item in found:
        print(f"{item.reference}  {item.bundle}  {item.session}  {item.status}  {item.name}  {item.email}")
    if not found:
        print("Er zijn geen inschrijvingen.")
    return 0
