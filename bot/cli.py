"""The command `vacaturebot`. Each subcommand lives in its own package and is imported only when asked for."""

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from knowledge.settings import SettingsError

_COMMANDS = {
    "facts": "knowledge.export:facts_command",
    "check": "knowledge.check:check_command",
    "index": "index.build:index_command",
    "search": "index.cli:search_command",
    "evaluate": "index.cli:evaluate_command",
    "serve": "bot.serve.command:serve_command",
    "callbacks": "actions.callbacks:callbacks_command",
    "unanswered": "actions.unanswered:unanswered_command",
    "signups": "actions.signups:signups_command",
}


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="vacaturebot", description="Answers candidates' questions from infobundels.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    facts = commands.add_parser("facts", help="write what was understood of each document as JSON")
    facts.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a document or a folder of documents")
    facts.add_argument("--out", required=True, type=Path, metavar="DIR", help="folder for one JSON file a document or function")

    check = commands.add_parser("check", help="what a recruiter should mend in a document")
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a document or a folder of documents")
    check.add_argument("--json", action="store_true", help="machine-readable findings")

    commands.add_parser("index", help="read the bundles and build the search index, for what changed only")

    search = commands.add_parser("search", help="the passages that answer a question")
    search.add_argument("question", metavar="QUESTION")
    search.add_argument("--vacancy", metavar="ID", help="only this vacancy")
    search.add_argument("--json", action="store_true", help="machine-readable results")

    evaluate = commands.add_parser("evaluate", help="measure retrieval on questions with known evidence")
    evaluate.add_argument("--questions", nargs="+", type=Path, metavar="FILE", help="JSON lines; the development set when left out")
    evaluate.add_argument("--without", action="append", default=[], metavar="PART", help="compare with the same search without this part")
    evaluate.add_argument("--json", action="store_true", help="machine-readable figures")

    commands.add_parser("serve", help="run gateway, Rasa and action server until Ctrl-C")
    for name, help_text in (
        ("callbacks", "requests of candidates to be contacted"),
        ("unanswered", "questions that no bundle answered"),
        ("signups", "sign-ups for infosessions and their delivery"),
    ):
        listing = commands.add_parser(name, help=help_text)
        listing.add_argument("--json", action="store_true", help="machine-readable list")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the exit status is what its function returns, 2 for a setting or argument that cannot be used."""
    args = build_parser().parse_args(arguments)
    try:
        return _implementation(args.command)(args)
    except SettingsError as error:
        print(f"vacaturebot: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # `vacaturebot search ... | head`
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130


def _implementation(command: str) -> Callable[[argparse.Namespace], int]:
    module_name, function_name = _COMMANDS[command].split(":")
    function: Callable[[argparse.Namespace], int] = getattr(importlib.import_module(module_name), function_name)
    return function


if __name__ == "__main__":
    sys.exit(main())
